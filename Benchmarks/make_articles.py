#!/usr/bin/env python3
"""Makes collections of articles to measure with.

usage: make_articles.py invent COUNT OUT.jsonl               articles of invented words, as frequent as those of a language
       make_articles.py recombine COUNT FROM.jsonl OUT.jsonl  articles out of the paragraphs of others
       make_articles.py texts FROM.jsonl OUT.tsv             id, title and text, for engines that read no JSON

The same arguments give the same articles. Articles are written one by one; `recombine` keeps those it is given in memory.
"""
import datetime
import itertools
import json
import random
import re
import sys

SEED = 20261124
SECTIONS = ("culture", "économie", "environnement", "international", "politique", "santé", "sciences", "société", "sport")
# The most frequent words of French, the most frequent first; more than a third of all that is written.
GRAMMAR = """de la le et les des à en du un que une est dans qui pour par sur a au plus pas il ne se ce son avec sont sa aux
    ses été cette mais ont ou leur était comme être deux après elle entre même aussi tout sans ces fait dont lors depuis ainsi encore
    contre selon sous avant où notamment très alors peut déjà puis""".split()
ONSETS = "b c d f g l m n p r s t v br ch cl cr dr fl fr gr pl pr tr".split()
VOWELS = "a e i o u é è ai an au en eu in oi on ou".split()
ENDINGS = "e ment tion té eur ier age isme ique able eux ance ais oir er é ette elle al in ard on et ie".split()
NAME_ENDINGS = "ac ard at aud el ert et eau ier in is on ot ou y".split()
FIRST_DAY = datetime.date(2005, 1, 1).toordinal()
LAST_DAY = datetime.date(2025, 12, 31).toordinal()
BREAKS = re.compile("[\x00-\x1f\x85\u2028\u2029]")


def write(articles, path):
    with open(path, "w", encoding="utf-8", buffering=1 << 20) as lines:
        encode = json.JSONEncoder(ensure_ascii=False).encode
        for article in articles:
            lines.write(encode(article) + "\n")


def dressed(number, title, section, paragraphs, chance):
    date = datetime.date.fromordinal(chance.randint(FIRST_DAY, LAST_DAY)).isoformat()
    return {"id": f"b{number}", "title": title, "date": date, "section": section,
            "url": f"https://example.org/{section}/b{number}.html", "text": "\n".join(paragraphs)}


class Language:
    """Invented words and how often they are used: by Zipf's law, and some more often where they are the subject."""

    CONTENT_WORDS = 80_000
    TOPICS = 300
    WORDS_OF_A_TOPIC = 400

    def __init__(self, chance):
        self.chance = chance
        words = {}
        while len(words) < self.CONTENT_WORDS:
            words[self.word()] = None
        # Words that are used much are short.
        self.content = sorted(words, key=lambda word: len(word) + chance.random() * 8)
        self.content_weights = zipf(len(self.content))
        self.grammar_weights = zipf(len(GRAMMAR))
        self.topics = [chance.sample(self.content, self.WORDS_OF_A_TOPIC) for _ in range(self.TOPICS)]
        self.topic_weights = zipf(self.WORDS_OF_A_TOPIC)

    def word(self):
        syllables = "".join(
            self.chance.choice(ONSETS) + self.chance.choice(VOWELS) for _ in range(self.chance.choice((1, 1, 2, 2, 3))))
        return syllables + self.chance.choice(ONSETS) + self.chance.choice(ENDINGS) + self.chance.choice(("", "", "s"))

    def words(self, count, topic):
        """Words as they follow each other in a sentence."""
        common = iter(self.chance.choices(self.content, cum_weights=self.content_weights, k=count))
        own = iter(self.chance.choices(topic, cum_weights=self.topic_weights, k=count))
        grammar = iter(self.chance.choices(GRAMMAR, cum_weights=self.grammar_weights, k=count))
        kinds = self.chance.choices((grammar, common, own), cum_weights=(0.42, 0.82, 1), k=count)
        return [next(kind) for kind in kinds]

    def sentence(self, topic):
        words = self.words(self.chance.randint(8, 32), topic)
        return " ".join(words).capitalize() + "."

    def paragraph(self, topic):
        return " ".join(self.sentence(topic) for _ in range(self.chance.randint(2, 6)))


def zipf(count):
    """Running sums of the weights of so many words."""
    return list(itertools.accumulate(1 / (rank + 2.7) for rank in range(count)))


def invent(count, seed=SEED):
    """Articles of invented words."""
    chance = random.Random(seed)
    language = Language(chance)
    for number in range(count):
        topic_number = chance.randrange(Language.TOPICS)
        topic = language.topics[topic_number]
        title = " ".join(language.words(chance.randint(6, 12), topic)).capitalize()
        paragraphs = [language.paragraph(topic) for _ in range(min(30, int(chance.lognormvariate(0.9, 0.6)) + 1))]
        yield dressed(number, title, SECTIONS[topic_number % len(SECTIONS)], paragraphs, chance)


def recombine(articles, count, seed=SEED):
    """Articles as long as those given, out of their paragraphs, most of them of the same section.

    How frequent the words are stays as it was. Each article names a person that few others name, so that the words become
    more with the articles, as in an archive.
    """
    chance = random.Random(seed)
    sections, everything = {}, []
    for article in articles:
        paragraphs = [line for line in (article.get("text") or article.get("body") or "").split("\n") if line.strip()]
        if paragraphs:
            entry = (article.get("title") or "", paragraphs)
            sections.setdefault(article.get("section") or "", []).append(entry)
            everything.append((article.get("section") or "", sum(map(len, paragraphs))))
    if not everything:
        raise ValueError("there is no article to take paragraphs from")
    for number in range(count):
        section, length = chance.choice(everything)
        own = sections[section]
        paragraphs = [chance.choice(own)[1][0]]
        missing = length - len(paragraphs[0])
        while missing > 0:
            others = own if chance.random() < 0.7 else sections[chance.choice(everything)[0]]
            paragraph = chance.choice(chance.choice(others)[1])
            if len(paragraph) > missing + 200:
                paragraph = paragraph[:missing + 100].rsplit(" ", 1)[0]
            paragraphs.append(paragraph)
            missing -= len(paragraph) + 1
        place = chance.randrange(len(paragraphs))
        paragraphs[place] += f" C’est ce que dit {name(chance)}."
        yield dressed(number, chance.choice(own)[0], section, paragraphs, chance)


def name(chance):
    """A name, known or hardly known: the larger its number, the rarer."""
    number = int(chance.paretovariate(0.4)) % 20_000_000
    syllables = []
    while number or len(syllables) < 2:
        number, rest = divmod(number, len(ONSETS) * len(VOWELS))
        syllables.append(ONSETS[rest % len(ONSETS)] + VOWELS[rest // len(ONSETS)])
    return ("".join(syllables) + NAME_ENDINGS[len(syllables[0]) * len(syllables[1]) % len(NAME_ENDINGS)]).capitalize()


def read(path):
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                yield json.loads(line)
            except ValueError as error:
                raise ValueError(f"{path}:{number}: {error}") from error


def texts(source, path):
    """Writes id, title and text of each article; returns how many there are and the bytes of titles and texts."""
    count = size = 0
    with open(path, "w", encoding="utf-8", newline="\n", buffering=1 << 20) as lines:
        for article in read(source):
            title = BREAKS.sub(" ", article.get("title") or "")
            parts = (article.get("lead"), article.get("text") or article.get("body"))
            text = BREAKS.sub(" ", "\n".join(part for part in parts if part))
            lines.write(f"{article['id']}\t{title}\t{text}\n")
            count += 1
            size += len(title.encode()) + len(text.encode())
    return count, size


def main(arguments):
    command, *rest = arguments or [""]
    if command == "invent" and len(rest) == 2:
        write(invent(int(rest[0])), rest[1])
    elif command == "recombine" and len(rest) == 3:
        write(recombine(read(rest[1]), int(rest[0])), rest[2])
    elif command == "texts" and len(rest) == 2:
        print(*texts(*rest), sep="\t")
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except (OSError, ValueError, KeyError) as error:
        sys.exit(f"make_articles.py: {error}")
