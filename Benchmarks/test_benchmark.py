"""Tests of what the benchmark computes; run by Scripts/bench --self-test."""
import copy
import json
import os
import random
import tempfile
import unittest

import corpora
import make_articles
import make_queries
import measuring
import record
import updates
from measuring import Failure, Latencies, percentile


# To invent a language takes a moment.
ARTICLES = list(make_articles.invent(600))


def rows(values, name="frequent"):
    return "".join(f"{name}\t{number}\t{value}\t{value}\t5\t10\n" for number, value in values.items()) + "#peak_rss_kb\t2048\n"


class FileTests(unittest.TestCase):
    def test_all_files_of_an_index_are_counted_and_read(self):
        with tempfile.TemporaryDirectory() as folder:
            index = os.path.join(folder, "index.sqlite")
            for suffix, size in (("", 40_000_000), ("-wal", 5), ("-other", 9)):
                with open(index + suffix, "wb") as file:
                    file.write(bytes(size))
            self.assertEqual(measuring.disk_bytes(index), 40_000_005)
            self.assertEqual(measuring.bring_into_memory(index), 40_000_005)
            self.assertEqual(measuring.bring_into_memory(folder), 40_000_014)
            self.assertEqual(measuring.disk_bytes(folder), 40_000_014)
            self.assertEqual(measuring.bring_into_memory(os.path.join(folder, "none")), 0)


class Percentiles(unittest.TestCase):
    def test_nearest_element(self):
        cases = ((50, [3], 3), (50, [1, 2, 3], 2), (95, list(range(101)), 95), (100, [5, 9, 1], 9), (0, [5, 9, 1], 1))
        for percent, values, expected in cases:
            self.assertEqual(percentile(percent, values), expected, (percent, values))

    def test_agrees_with_a_plain_definition(self):
        chance = random.Random(7)
        for _ in range(200):
            values = [chance.randrange(1000) for _ in range(chance.randint(1, 60))]
            percent = chance.randint(0, 100)
            place = int((len(values) - 1) * percent / 100 + 0.5)
            self.assertEqual(percentile(percent, values), sorted(values)[place])


class Measured(unittest.TestCase):
    def test_rows_become_a_summary(self):
        found = Latencies.parse(rows({0: 1.0, 1: 5.0, 2: 2.0}))
        self.assertEqual((found.peak_mb, found.own_mb), (2, None))
        self.assertEqual(Latencies.parse(rows({0: 1.0}) + "#own_rss_kb\t1024\n").own_mb, 1)
        self.assertEqual(found.summary(), {"frequent": {"n": 3, "p50": 2.0, "p95": 5.0, "max": 5.0}})

    def test_ratios_are_of_the_queries_that_both_measured(self):
        own = Latencies.parse(rows({0: 1.0, 1: 4.0, 2: 1000.0}))
        peer = Latencies.parse(rows({0: 2.0, 1: 2.0}))
        self.assertEqual(own.ratios(peer), {"frequent": {"p50": 2.0, "p95": 2.0}})
        self.assertEqual(own.ratios(Latencies.parse(rows({0: 1.0}, "phrase"))), {})

    def test_nothing_measured_is_an_error(self):
        with self.assertRaises(Failure):
            Latencies.parse("#peak_rss_kb\t1\n")


class Articles(unittest.TestCase):
    def test_the_same_seed_gives_the_same_articles(self):
        self.assertEqual(list(make_articles.invent(20)), ARTICLES[:20])
        self.assertNotEqual(list(make_articles.invent(5, seed=1)), ARTICLES[:5])

    def test_recombined_articles_are_as_long_as_their_models(self):
        base = ARTICLES[:200]
        made = list(make_articles.recombine(base, 1000))
        self.assertEqual(made, list(make_articles.recombine(base, 1000)))
        self.assertEqual(len({article["id"] for article in made}), 1000)
        lengths = [sum(len(article["text"]) for article in articles) / len(articles) for articles in (base, made)]
        self.assertLess(abs(lengths[1] / lengths[0] - 1), 0.2)
        words = set(" ".join(article["text"] for article in base).lower().split())
        new = set(" ".join(article["text"] for article in made).lower().split()) - words
        self.assertGreater(len(new), 100)

    def test_nothing_cannot_be_recombined(self):
        with self.assertRaises(ValueError):
            list(make_articles.recombine([{"id": "a", "title": "", "text": " \n"}], 1))

    def test_texts_stand_in_one_line(self):
        with tempfile.TemporaryDirectory() as folder:
            articles, texts = os.path.join(folder, "a.jsonl"), os.path.join(folder, "t.tsv")
            article = {"id": "a", "title": "Un\ttitre", "lead": "Chapô.", "text": "Une\nligne\u2028et l’autre"}
            make_articles.write([article], articles)
            self.assertEqual(make_articles.texts(articles, texts), (1, len("Un titreChapô. Une ligne et l’autre".encode())))
            with open(texts, encoding="utf-8") as file:
                self.assertEqual(file.read(), "a\tUn titre\tChapô. Une ligne et l’autre\n")


class Queries(unittest.TestCase):
    def setUp(self):
        self.articles = [(article["title"], article["text"].replace("\n", " ")) for article in ARTICLES]

    def test_the_same_articles_give_the_same_queries(self):
        self.assertEqual(make_queries.make(self.articles), make_queries.make(list(self.articles)))

    def test_classes_hold_what_they_say(self):
        made = make_queries.make(self.articles)
        found_in = [set(make_queries.WORD.findall(f"{title} {text}".lower())) for title, text in self.articles]
        for name, count in make_queries.COUNTS.items():
            self.assertEqual(sum(row[0] == name for row in made), count)
        for name, query, operator, words in made:
            words = words.split()
            matching = sum(set(words) <= held for held in found_in)
            if name == "frequent":
                self.assertTrue(0.05 <= matching / len(found_in) <= 0.4, query)
            elif name in ("middle", "two-all"):
                self.assertGreater(matching, 0, query)
            elif name == "phrase":
                self.assertTrue(any(" ".join(words) in text.lower() for _, text in self.articles), query)
            elif name == "prefix":
                self.assertTrue(any(word.startswith(words[0]) for held in found_in for word in held), query)
            self.assertEqual(query, make_queries.written(operator, words))

    def test_queries_are_in_the_language_of_newsfind(self):
        cases = (("all", ["a", "b"], "+a +b"), ("phrase", ["a", "b", "c"], '"a b c"'), ("prefix", ["prési"], "prési*"),
                 ("any", ["a", "b"], "a b"), ("word", ["a"], "a"))
        for operator, words, expected in cases:
            self.assertEqual(make_queries.written(operator, words), expected)

    def test_too_little_is_an_error(self):
        with self.assertRaises(ValueError):
            make_queries.make([("Un titre", "court")])


class Sizes(unittest.TestCase):
    def test_sizes(self):
        self.assertEqual([corpora.parse_size(text) for text in ("34k", "1M", "500")], [34_000, 1_000_000, 500])
        for text in ("", "k", "0", "-1", "1G", "../x", "1.5M"):
            with self.assertRaises(Failure):
                corpora.parse_size(text)

    def test_a_folder_is_of_one_source(self):
        with tempfile.TemporaryDirectory() as folder:
            first, second = os.path.join(folder, "a.jsonl"), os.path.join(folder, "b.jsonl")
            for path in (first, second):
                make_articles.write([{"id": path}], path)
            self.assertEqual(corpora.source_of(folder, first), corpora.source_of(folder, first))
            with self.assertRaises(Failure):
                corpora.source_of(folder, second)
            with self.assertRaises(Failure):
                corpora.source_of(folder, first + "x")


class Updates(unittest.TestCase):
    def test_texts_move_and_some_articles_are_renewed(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "part.jsonl")
            articles = copy.deepcopy(ARTICLES[:30])
            make_articles.write(articles, path)
            updates.change(path, 4)
            changed = list(make_articles.read(path))
        self.assertEqual(sorted(one["text"] for one in changed), sorted(one["text"] for one in articles))
        self.assertTrue(all(new["text"] != old["text"] for new, old in zip(changed, articles)))
        self.assertEqual(sum(new["id"] != old["id"] for new, old in zip(changed, articles)), 3)


class Records(unittest.TestCase):
    def setUp(self):
        def engine(p50):
            classes = {"frequent": {"n": 3, "p50": p50, "p95": p50 * 2, "max": p50 * 3}}
            modes = {mode: {"peak_mb": 20.0, "own_mb": 7.0, "classes": copy.deepcopy(classes)} for mode in record.MODES}
            return {"indexing": {"seconds": 2.0, "peak_mb": 9.0, "made": "2026-01-01", "is_kept": False}, "index_bytes": 500,
                    "cold_ms": 5.0, "modes": modes}

        def size(articles, p50):
            ratios = {mode: {"Tantivy": {"frequent": {"p50": p50 / 4, "p95": p50 / 4}}} for mode in record.MODES}
            own = engine(p50) | {"throughput": {"1": 100.0, "2": 190.0}}
            return {"articles": articles, "text_bytes": 1000, "engines": {"newsfind": own, "Tantivy": engine(4)}, "ratios": ratios}

        self.record = {"date": "2026-01-02", "newsfind": "at commit abc", "machine": "2 cores", "load": "0.1", "clock": "wall",
                       "rounds": 5, "source": "invented", "note": "", "peers": "Tantivy", "sizes": {"34k": size(34_000, 2.0),
                                                                                                    "1M": size(1_000_000, 8.0)}}

    def worse(self, factor):
        other = copy.deepcopy(self.record)
        other["sizes"]["1M"]["ratios"]["ids"]["Tantivy"]["frequent"]["p95"] *= factor
        return record.regressions(other, self.record)

    def test_more_than_a_tenth_is_a_regression(self):
        self.assertEqual(self.worse(1.0), [])
        self.assertEqual(self.worse(1.09), [])
        self.assertEqual(self.worse(0.5), [])
        self.assertEqual(self.worse(1.2), [("1M ids: frequent p95, newsfind / Tantivy", 2.0, 2.4)])

    def test_slower_indexing_and_larger_growth_are_regressions(self):
        other = copy.deepcopy(self.record)
        other["sizes"]["34k"]["engines"]["newsfind"]["indexing"]["seconds"] = 3.0
        other["sizes"]["1M"]["engines"]["newsfind"]["modes"]["ids"]["classes"]["frequent"]["p50"] = 12.0
        self.assertEqual([name for name, _, _ in record.regressions(other, self.record)],
                         ["34k: time to index, newsfind / Tantivy", "ids: frequent p50, 1M / 34k"])

    def test_the_rate_of_a_kept_index_is_not_compared(self):
        other = copy.deepcopy(self.record)
        other["sizes"]["34k"]["engines"]["newsfind"]["indexing"] |= {"seconds": 9.0, "is_kept": True}
        self.assertEqual(record.regressions(other, self.record), [])

    def test_the_last_record_of_the_same_collections_is_found(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertIsNone(record.last_comparable(folder, self.record))
            other = copy.deepcopy(self.record)
            other["sizes"]["1M"]["articles"] = 999
            for name, one in (("2026-01-02", self.record), ("2026-01-02-10", self.record), ("2026-01-02-9", self.record),
                              ("2026-01-03", other)):
                with open(os.path.join(folder, name + ".json"), "w", encoding="utf-8") as file:
                    json.dump(one, file)
            self.assertEqual(record.last_comparable(folder, self.record)[0], "2026-01-02-10.json")

    def test_tables_hold_figures_and_ratios(self):
        text = record.text(self.record, ("2026-01-01.json", self.worse(1.2)))
        for part in ("## 1M: 1,000,000 articles", "| frequent | 8.00 / 16.0 / 24.0 | 4.00 / 8.00 / 12.0 | 2.00, 2.00 |",
                     "| frequent, ids | 2.00 | 8.00 | 4.00 |", "newsfind / Tantivy | 2.00 | 2.40 |", "| 100 / 190 |",
                     "| 1M, ids, beside Tantivy | 2.00 (frequent) | 2.00 (frequent) |", "| 20.0 (7.00) |"):
            self.assertIn(part, text)
        self.assertIn("No ratio got worse", record.text(self.record, ("2026-01-01.json", [])))


if __name__ == "__main__":
    unittest.main()
