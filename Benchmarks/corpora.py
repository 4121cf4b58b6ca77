"""The collections of a benchmark, in a folder that is kept: articles, texts and queries, by size."""
import json
import os
import re
import sys

import make_articles
import make_queries
from measuring import Failure, run, say

HERE = os.path.dirname(os.path.abspath(__file__))
# Where a checkout lies beside material that is not part of it, its generator makes the larger collections.
SHARED_GENERATOR = os.path.join(HERE, "..", "..", "shared", "tools", "make_scale.py")
INVENTED_ARTICLES = 34_000
# A size that is so near to that of the articles given means these.
NEARNESS = 0.05


def parse_size(label):
    """34k, 1M or 5000 as a number."""
    match = re.fullmatch(r"([1-9][0-9]*)([kM]?)", label)
    if not match:
        raise Failure(f"'{label}' is no size: 34k, 1M or 5000")
    return int(match[1]) * {"": 1, "k": 1_000, "M": 1_000_000}[match[2]]


def source_of(work, articles):
    """What the collections of a work folder are made of, as text; other articles need another folder."""
    source = "invented"
    if articles is not None:
        if not os.path.isfile(articles):
            raise Failure(f"there is no file {articles}")
        source = f"{os.path.basename(articles)}, {os.path.getsize(articles):,} bytes"
    note = os.path.join(work, "source.txt")
    if not os.path.exists(note):
        with open(note, "w", encoding="utf-8") as file:
            file.write(source)
    with open(note, encoding="utf-8") as file:
        known = file.read()
    if known != source:
        raise Failure(f"the collections of {work} are made of other articles ({known}): name another folder by --work")
    return source


class Collection:
    """Articles, the same as texts, and queries, in a folder of their own."""

    def __init__(self, work, label, articles, text_bytes):
        self.folder, self.label = os.path.join(work, label), label
        self.articles, self.text_bytes = articles, text_bytes

    def file(self, name):
        return os.path.join(self.folder, name)

    @property
    def text_mb(self):
        return self.text_bytes / 1e6


def prepare(work, label, source):
    """The collection of a size: made of a file of articles, or of invented ones where `source` is nothing."""
    folder = os.path.join(work, label)
    articles, texts = os.path.join(folder, "articles.jsonl"), os.path.join(folder, "texts.tsv")
    queries, note = os.path.join(folder, "queries.tsv"), os.path.join(folder, "collection.json")
    os.makedirs(folder, exist_ok=True)
    if not os.path.exists(articles):
        make(work, parse_size(label), source, articles)
    if not os.path.exists(note):
        say(f"{label}: texts for the other engines")
        count, size = make_articles.texts(articles, texts + ".part")
        os.replace(texts + ".part", texts)
        with open(note, "w", encoding="utf-8") as file:
            json.dump({"articles": count, "text_bytes": size}, file)
    if not os.path.exists(queries):
        say(f"{label}: queries")
        make_queries.write(texts, queries + ".part")
        os.replace(queries + ".part", queries)
    with open(note, encoding="utf-8") as file:
        values = json.load(file)
    return Collection(work, label, values["articles"], values["text_bytes"])


def make(work, count, source, path):
    """Makes the articles of a collection."""
    base = source or os.path.join(work, "invented.jsonl")
    # Each in a process of its own, so that its memory is given back.
    if source is None and not os.path.exists(base):
        say(f"inventing {INVENTED_ARTICLES:,} articles")
        generate("make_articles.py", "invent", str(INVENTED_ARTICLES), base + ".part")
        os.replace(base + ".part", base)
    if abs(count_lines(base) - count) <= NEARNESS * count:
        if os.path.islink(path):
            # Where it led to there is nothing any more.
            os.remove(path)
        os.symlink(os.path.abspath(base), path)
        return
    say(f"recombining {count:,} articles")
    if os.path.exists(SHARED_GENERATOR):
        generate(SHARED_GENERATOR, base, path + ".part", str(count))
    else:
        generate("make_articles.py", "recombine", str(count), base, path + ".part")
    os.replace(path + ".part", path)


def generate(script, *arguments):
    run([sys.executable, os.path.join(HERE, script), *arguments])


def count_lines(path):
    with open(path, "rb") as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))
