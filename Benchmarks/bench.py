#!/usr/bin/env python3
"""The driver of Scripts/bench, which builds newsfind first."""
import argparse
import datetime
import json
import os
import platform
import subprocess
import sys
import unittest

import corpora
import record
import updates
from engines import BareFTS5, Lucene, Newsfind, Pace, Tantivy
from measuring import Failure, say

HERE = os.path.dirname(os.path.abspath(__file__))
# A frequent word, so that a search for it has something to do.
COLD_CLASS = "frequent"


def parse_arguments(arguments):
    parser = argparse.ArgumentParser(
        prog="Scripts/bench", formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Measures newsfind beside bare FTS5, Tantivy and Lucene: the same articles, the same queries, the same run.",
        epilog="""Collections, queries and indexes are kept in the work folder (at a million articles some 15 GB) and used again;
newsfind's own index is made anew when newsfind was. The tables are printed, and kept as DATE.md and DATE.json in
Benchmarks/records, with what got more than 10 % worse than in the last record of the same collections.
Machines are noisy: believe ratios.""")
    parser.add_argument("articles", nargs="?", metavar="ARTICLES.jsonl",
                        help="articles to measure with, one a line: id, title, text, section (else invented ones)")
    parser.add_argument("--sizes", default="34k,340k,1M", metavar="N,N…",
                        help="how many articles; what ARTICLES.jsonl has within 5 %% is these, others are recombined (34k,340k,1M)")
    parser.add_argument("--work", metavar="DIR", help="the work folder (.newsfind/bench in the project)")
    parser.add_argument("--peers", default="bare,tantivy,lucene", metavar="NAME,NAME…",
                        help="beside which engines; bare is always measured (bare,tantivy,lucene)")
    parser.add_argument("--tantivy-python", metavar="PATH",
                        help="a Python that has the package tantivy (else it is installed in the work folder)")
    parser.add_argument("--lucene-jar", metavar="PATH", help="a jar with lucene-core and lucene-analysis-common, version 9")
    parser.add_argument("--updates", action="store_true", help="also 50 updates of 1 %% each, and searches after them")
    parser.add_argument("--update-sizes", metavar="N,N…", help="at which sizes (all)")
    parser.add_argument("--rebuild", action="store_true", help="measure the index of 'newsfind index --rebuild'")
    parser.add_argument("--fresh", action="store_true", help="make all indexes anew, for rates of one day")
    parser.add_argument("--reuse-index", action="store_true", help="take newsfind's index of another build, if there is one")
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="rounds after the first, the best of which counts (5)")
    parser.add_argument("--budget", type=int, default=10, metavar="SECONDS", help="at most so long for each class of queries (10)")
    parser.add_argument("--clock", choices=("wall", "cpu"), default="wall",
                        help="what searches are measured by: 'cpu' where others use the machine too (wall)")
    parser.add_argument("--note", default="", metavar="TEXT", help="a sentence for the record")
    parser.add_argument("--no-record", action="store_true", help="print the tables only")
    parser.add_argument("--self-test", action="store_true", help="test the benchmark itself, and measure nothing")
    parser.add_argument("--newsfind", help=argparse.SUPPRESS)
    parser.add_argument("--newsfind-bench", help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


def find_peers(names, options, work):
    """The engines beside newsfind; those that cannot be had are left out, and that is said."""
    peers = [BareFTS5(options.newsfind_bench)]
    for name, engine, place in (("tantivy", Tantivy, options.tantivy_python), ("lucene", Lucene, options.lucene_jar)):
        if name not in names:
            continue
        try:
            peers.append(engine.installed(place, work))
        except (Failure, OSError) as error:
            say(f"{engine.label} is left out: {error}")
    return peers


def measure_size(collection, newsfind, peers, options, with_updates):
    """All figures of one collection."""
    pace = Pace(options.rounds, options.budget, options.clock)
    with open(collection.file("queries.tsv"), encoding="utf-8") as lines:
        word = next(fields[3] for fields in (line.rstrip("\n").split("\t") for line in lines) if fields[0] == COLD_CLASS)
    engines, latencies = {}, {}
    for engine in [newsfind, *peers]:
        indexing = engine.indexed(collection, options.fresh)
        latencies[engine.label] = {mode: engine.latencies(collection, mode, pace) for mode in engine.modes}
        engines[engine.label] = {
            "indexing": indexing, "index_bytes": engine.size(collection),
            "cold_ms": round(engine.cold_ms(collection, word), 2),
            "modes": {mode: {"peak_mb": round(found.peak_mb, 1), "own_mb": found.own_mb and round(found.own_mb, 1),
                             "classes": found.summary()}
                      for mode, found in latencies[engine.label].items()}}
    engines[newsfind.label]["throughput"] = {
        str(threads): newsfind.throughput(collection, threads, pace.budget) for threads in (1, 2)}
    size = {"articles": collection.articles, "text_bytes": collection.text_bytes, "engines": engines, "ratios": {
        mode: {label: own.ratios(found[mode]) for label, found in latencies.items() if label != newsfind.label and mode in found}
        for mode, own in latencies[newsfind.label].items()}}
    if with_updates:
        size["updates"] = updates.measure(newsfind, collection, pace)
    return size


def version_of_newsfind():
    """The commit, and whether something else than that was measured."""
    def git(*arguments):
        return subprocess.run(["git", "-C", HERE, *arguments], capture_output=True, text=True, check=True).stdout.strip()
    try:
        changed = git("status", "--porcelain", "--", "../Sources", "../Package.swift")
        return f"at commit {git('rev-parse', '--short', 'HEAD')}" + (" and changes" if changed else "")
    except (OSError, subprocess.CalledProcessError):
        return "of unknown version"


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as lines:
        models = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return f"{os.cpu_count()} cores ({models[0] if models else platform.machine()})"


def keep(made, folder):
    """Writes a record, beside others of the same day; returns the path of its tables."""
    number = 1
    while True:
        name = made["date"] if number == 1 else f"{made['date']}-{number}"
        if not any(os.path.exists(os.path.join(folder, name + suffix)) for suffix in (".md", ".json")):
            break
        number += 1
    made["name"] = name
    with open(os.path.join(folder, name + ".json"), "w", encoding="utf-8") as file:
        json.dump(made, file, indent=1, ensure_ascii=False)
        file.write("\n")
    return os.path.join(folder, name + ".md")


def main(arguments):
    options = parse_arguments(arguments)
    if options.self_test:
        tests = unittest.defaultTestLoader.discover(HERE, pattern="test_*.py")
        return 0 if unittest.TextTestRunner().run(tests).wasSuccessful() else 2
    labels = options.sizes.split(",")
    sizes = {label: corpora.parse_size(label) for label in labels}
    update_labels = options.update_sizes.split(",") if options.update_sizes else labels
    work = options.work or os.path.join(HERE, "..", ".newsfind", "bench")
    os.makedirs(work, exist_ok=True)
    source = corpora.source_of(work, options.articles)
    load = f"{os.getloadavg()[0]:.1f}"
    newsfind = Newsfind(options.newsfind, options.newsfind_bench, options.rebuild, options.reuse_index)
    peers = find_peers(options.peers.split(","), options, work)
    made = {
        "date": datetime.date.today().isoformat(), "newsfind": version_of_newsfind(), "machine": machine(), "load": load,
        "clock": options.clock, "rounds": options.rounds, "source": source, "note": options.note,
        "peers": ", ".join(peer.label for peer in peers), "sizes": {}}
    for label in sorted(sizes, key=sizes.get):
        collection = corpora.prepare(work, label, options.articles)
        made["sizes"][label] = measure_size(
            collection, newsfind, peers, options, options.updates and label in update_labels)
    folder = os.path.join(HERE, "records")
    last = record.last_comparable(folder, made)
    compared = (last[0], record.regressions(made, last[1])) if last else None
    tables = record.text(made, compared)
    print(tables)
    if not options.no_record:
        with open(keep(made, folder), "w", encoding="utf-8") as file:
            file.write(tables)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (Failure, OSError, ValueError) as failure:
        sys.exit(f"Scripts/bench: {failure}")
    except KeyboardInterrupt:
        sys.exit("Scripts/bench: stopped; what is done is kept in the work folder")
