#!/usr/bin/env python3
"""Bare SQLite FTS5 (unicode61, both text columns stored) on a JSON Lines collection: what newsfind is measured against.

usage: bare_fts5.py index ARTICLES.jsonl FILE.sqlite      prints the seconds of indexing, JSON left out
       bare_fts5.py search FILE.sqlite QUERIES.tsv RUN    any word, ORDER BY bm25(), as a TREC run; prints the median ms
"""
import json
import os
import re
import sqlite3
import statistics
import sys
import time


def index(source, path):
    articles = [json.loads(line) for line in open(source, encoding="utf-8")]
    rows = [(a["id"], a.get("title") or "", a.get("text") or a.get("body") or "") for a in articles]
    if os.path.exists(path):
        os.remove(path)
    start = time.perf_counter()
    database = sqlite3.connect(path, isolation_level=None)
    database.executescript("""
        PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
        CREATE TABLE article(id INTEGER PRIMARY KEY, name TEXT, title TEXT, body TEXT);
        CREATE VIRTUAL TABLE text USING fts5(title, body, content = 'article', content_rowid = 'id',
          tokenize = 'unicode61 remove_diacritics 2');
        BEGIN""")
    database.executemany("INSERT INTO article(name, title, body) VALUES (?, ?, ?)", rows)
    database.execute("INSERT INTO text(text) VALUES ('rebuild')")
    database.execute("COMMIT")
    print(f"{time.perf_counter() - start:.3f}")


def search(path, queries, run):
    database = sqlite3.connect(path)
    took = []
    with open(run, "w", encoding="utf-8") as lines:
        for line in open(queries, encoding="utf-8"):
            name, text = line.rstrip("\n").split("\t", 1)
            words = re.findall(r"\w+", text.lower())
            if not words:
                continue
            expression = " OR ".join(f'"{word}"' for word in words)
            start = time.perf_counter()
            hits = database.execute(
                "SELECT name, bm25(text) FROM text JOIN article ON article.id = text.rowid WHERE text MATCH ?"
                " ORDER BY bm25(text) LIMIT 20", (expression,)).fetchall()
            took.append(time.perf_counter() - start)
            for rank, (hit, score) in enumerate(hits, 1):
                lines.write(f"{name} Q0 {hit} {rank} {-score} fts5\n")
    print(f"{statistics.median(took) * 1000:.3f}")


if __name__ == "__main__":
    {"index": index, "search": search}[sys.argv[1]](*sys.argv[2:])
