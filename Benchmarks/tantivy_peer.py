#!/usr/bin/env python3
"""Tantivy with its French stemmer on the texts and queries of a benchmark. Needs the package tantivy.

usage: tantivy_peer.py index TEXTS.tsv FOLDER THREADS
       tantivy_peer.py search FOLDER QUERIES.tsv ids|snippets ROUNDS BUDGET_SECONDS wall|cpu
       tantivy_peer.py once FOLDER WORD

index stores titles and texts and prints its seconds; search prints a row for each query as newsfind-bench does, and is
paced as that is; once prints the titles of ten hits.
"""
import os
import shutil
import sys
import time
import unicodedata

import tantivy
from tantivy import Filter, Occur, Query, TextAnalyzerBuilder, Tokenizer

FIELDS = ("title", "body")
FEWEST_QUERIES = 10


def make_analyzer():
    return (TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.remove_long(60)).filter(Filter.lowercase())
            .filter(Filter.stemmer("french")).filter(Filter.ascii_fold()).build())


def print_peak_memory():
    with open("/proc/self/status", encoding="ascii") as lines:
        print("#peak_rss_kb", next(line.split()[1] for line in lines if line.startswith("VmHWM:")), sep="\t")


def index(texts, folder, threads):
    start = time.perf_counter()
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    schema = tantivy.SchemaBuilder()
    schema.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    for field in FIELDS:
        schema.add_text_field(field, stored=True, tokenizer_name="fr", index_option="position")
    new = tantivy.Index(schema.build(), path=folder)
    new.register_tokenizer("fr", make_analyzer())
    writer = new.writer(heap_size=256_000_000, num_threads=int(threads))
    with open(texts, encoding="utf-8") as lines:
        for line in lines:
            name, title, body = line.rstrip("\n").split("\t")
            writer.add_document(tantivy.Document(id=[name], title=[title], body=[body]))
    writer.commit()
    writer.wait_merging_threads()
    print("#seconds", time.perf_counter() - start, sep="\t")
    print_peak_memory()


class Searcher:
    """Ten hits of an index."""

    def __init__(self, folder):
        opened = tantivy.Index.open(folder)
        self.analyzer = make_analyzer()
        opened.register_tokenizer("fr", self.analyzer)
        opened.reload()
        self.schema = opened.schema
        self.searcher = opened.searcher()

    def query(self, operator, words):
        """Each word is looked for in title and text."""
        if operator == "prefix":
            letters = unicodedata.normalize("NFD", words)
            folded = "".join(letter for letter in letters if not unicodedata.combining(letter))
            return self.any_of(Query.regex_query(self.schema, field, f"{folded}.*") for field in FIELDS)
        terms = self.analyzer.analyze(words)
        if operator == "phrase":
            return self.any_of(Query.phrase_query(self.schema, field, terms) for field in FIELDS)
        terms = list(dict.fromkeys(terms))
        if operator == "all":
            return Query.boolean_query(
                [(Occur.Must, self.any_of(self.term(field, term) for field in FIELDS)) for term in terms])
        return self.any_of(self.term(field, term) for term in terms for field in FIELDS)

    def term(self, field, term):
        return Query.term_query(self.schema, field, term, "freq")

    @staticmethod
    def any_of(queries):
        return Query.boolean_query([(Occur.Should, query) for query in queries])

    def titles(self, operator, words, with_snippets=False):
        query = self.query(operator, words)
        # Without count it may pass over what cannot reach the first ten.
        hits = self.searcher.search(query, 10, count=False).hits
        documents = [self.searcher.doc(address) for _, address in hits]
        titles = [document["title"][0] for document in documents]
        if with_snippets:
            maker = tantivy.SnippetGenerator.create(self.searcher, query, self.schema, "body")
            for document in documents:
                maker.snippet_from_doc(document).to_html()
        return titles


def search(folder, queries, mode, rounds, budget, clock):
    now = {"wall": time.perf_counter, "cpu": time.thread_time}[clock]
    searcher = Searcher(folder)
    with open(queries, encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines]
    classes = {}
    for number, (name, _, operator, words) in enumerate(rows):
        classes.setdefault(name, []).append((number, operator, words))
    for name, members in classes.items():
        measure_class(searcher, name, members, mode == "snippets", int(rounds), float(budget), now)
    print_peak_memory()


def measure_class(searcher, name, queries, with_snippets, rounds, budget, now):
    start = time.perf_counter()
    measured = []
    for number, operator, words in queries:
        if len(measured) >= FEWEST_QUERIES and time.perf_counter() - start > budget / 3:
            break
        began = now()
        hits = len(searcher.titles(operator, words, with_snippets))
        first = now() - began
        measured.append([number, operator, words, hits, first, float("inf"), 0])
    for turn in range(rounds):
        if turn and time.perf_counter() - start >= budget:
            break
        for query in measured:
            began = now()
            searcher.titles(query[1], query[2], with_snippets)
            query[5] = min(query[5], now() - began)
            query[6] += 1
    for number, _, _, hits, first, best, done in measured:
        print(name, number, f"{best * 1000:.4f}", f"{first * 1000:.4f}", done, hits, sep="\t")


def once(folder, word):
    for title in Searcher(folder).titles("word", word):
        print(title)


if __name__ == "__main__":
    commands = {"index": index, "search": search, "once": once}
    if len(sys.argv) < 2 or sys.argv[1] not in commands:
        sys.exit(__doc__)
    commands[sys.argv[1]](*sys.argv[2:])
