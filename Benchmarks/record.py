"""What a benchmark has measured: as tables, as a file of ratios, and beside the last one."""
import glob
import json
import os
import re

REGRESSION = 1.10
MODES = {"snippets": "ten hits, reranked, with snippets", "ids": "ten hits, ids alone, without a total"}


def ratios(record):
    """Every ratio of a record by its name; the smaller, the better for newsfind."""
    found = {}
    for label, size in record["sizes"].items():
        for mode, peers in size["ratios"].items():
            for peer, classes in peers.items():
                for name, marks in classes.items():
                    for mark, value in marks.items():
                        found[f"{label} {mode}: {name} {mark}, newsfind / {peer}"] = value
        own = size["engines"]["newsfind"]
        for peer, other in size["engines"].items():
            if peer == "newsfind":
                continue
            # Of an index that was kept the rate is another day's.
            if not own["indexing"]["is_kept"] and not other["indexing"]["is_kept"]:
                for what, key in (("time", "seconds"), ("processor time", "cpu_seconds")):
                    if key in own["indexing"] and key in other["indexing"]:
                        found[f"{label}: {what} to index, newsfind / {peer}"] = own["indexing"][key] / other["indexing"][key]
            found[f"{label}: cold search, newsfind / {peer}"] = own["cold_ms"] / other["cold_ms"]
        found[f"{label}: index / text"] = own["index_bytes"] / size["text_bytes"]
        if "2" in own.get("throughput", {}):
            found[f"{label}: throughput, one thread / two"] = own["throughput"]["1"] / own["throughput"]["2"]
        for mode, values in size.get("updates", {}).get("modes", {}).items():
            for name, marks in values["ratios"].items():
                for mark, value in marks.items():
                    found[f"{label} {mode}: {name} {mark}, updated / rebuilt"] = value
    for mode, classes in growth(record).items():
        for name, (_, _, times) in classes.items():
            found[f"{mode}: {name} p50, {' / '.join(reversed(ends(record)))}"] = times
    return found


def ends(record):
    """The smallest and the largest size."""
    ordered = sorted(record["sizes"], key=lambda label: record["sizes"][label]["articles"])
    return [ordered[0], ordered[-1]]


def growth(record):
    """By mode and class newsfind's p50 at the smallest and at the largest size, and how many times as long that is."""
    first, last = ends(record)
    if first == last:
        return {}
    result = {}
    for mode in MODES:
        small, large = (record["sizes"][label]["engines"]["newsfind"]["modes"][mode]["classes"] for label in (first, last))
        result[mode] = {name: (small[name]["p50"], large[name]["p50"], large[name]["p50"] / small[name]["p50"])
                        for name in small if name in large and small[name]["p50"]}
    return result


def regressions(record, last):
    """The names of the ratios that got worse by more than a tenth, with both values."""
    old, new = ratios(last), ratios(record)
    return [(name, old[name], value) for name, value in new.items()
            if name in old and old[name] > 0 and value > old[name] * REGRESSION]


def comparable(record, other):
    """Whether two records are of the same collections and the same way of measuring."""
    def key(one):
        return (one["clock"], {label: (size["articles"], size["text_bytes"]) for label, size in one["sizes"].items()})
    return key(record) == key(other)


def last_comparable(folder, record):
    """The latest record of the same collections, with its name; nothing where there is none."""
    for path in sorted(glob.glob(os.path.join(folder, "*.json")), key=age, reverse=True):
        with open(path, encoding="utf-8") as file:
            other = json.load(file)
        if comparable(record, other):
            return os.path.basename(path), other
    return None


def age(path):
    """The numbers of a record's name, 2026-11-24 or 2026-11-24-2: the larger, the later."""
    return [int(number) for number in re.findall("[0-9]+", os.path.basename(path))]


def figures(value):
    """A number with about three figures."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def table(header, rows):
    lines = ["| " + " | ".join(header) + " |", "| " + " | ".join("---" for _ in header) + " |"]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def text(record, compared=None):
    """All tables, as Markdown; `compared` is the name of the last record and the regressions against it."""
    parts = [f"# {record['date']}\n", introduction(record)]
    if record.get("note"):
        parts.append(record["note"] + "\n")
    parts.append(short_table(record))
    for label, size in record["sizes"].items():
        parts.append(f"## {label}: {size['articles']:,} articles, {size['text_bytes'] / 1e6:,.1f} MB of titles and texts\n")
        parts += [latency_table(size, mode) for mode in MODES]
        parts += [whole_table(size)] + ([updates_table(size["updates"])] if "updates" in size else [])
    if growth(record):
        parts += ["## Growth\n", growth_table(record)]
    if compared:
        name, worse = compared
        parts.append(f"## Against {name}\n")
        if worse:
            parts.append(table(("more than 10 % worse", "then", "now"),
                               [(what, figures(old), figures(new)) for what, old, new in worse]))
        else:
            parts.append("No ratio got worse by more than 10 %.\n")
    return "\n".join(parts)


def introduction(record):
    clock = "time that passes" if record["clock"] == "wall" else "processor time of the searching thread"
    return (f"newsfind {record['newsfind']}; {record['machine']}; load {record['load']} at the beginning. Searches on one thread, "
            f"warm, the best of {record['rounds']} rounds for each query, {clock}, p50 / p95 / max in ms; × is newsfind's p50 and "
            f"p95 divided by the peer's, over the queries that both had time for (below 1: newsfind is faster). Articles: "
            f"{record['source']}. Peers get texts without JSON: {record['peers']}.\n")


def short_table(record):
    """The best and the worst class of each comparison."""
    rows = []
    for label, size in record["sizes"].items():
        for mode, peers in size["ratios"].items():
            for peer, classes in peers.items():
                row = [f"{label}, {mode}, beside {peer}"]
                for mark in ("p50", "p95"):
                    ordered = sorted((marks[mark], name) for name, marks in classes.items())
                    ends_of_it = (ordered[0], ordered[-1]) if ordered else ()
                    row += [f"{figures(value)} ({name})" for value, name in ends_of_it] or ["–", "–"]
                rows.append(row)
    return table(("×, the best and the worst class", "p50, best", "p50, worst", "p95, best", "p95, worst"), rows)


def latency_table(size, mode):
    peers = [peer for peer in size["engines"] if peer != "newsfind" and mode in size["engines"][peer]["modes"]]
    header = [MODES[mode], "newsfind"] + [column for peer in peers for column in (peer, "×")]
    rows = []
    for name, own in size["engines"]["newsfind"]["modes"][mode]["classes"].items():
        row = [name, triple(own)]
        for peer in peers:
            classes = size["engines"][peer]["modes"][mode]["classes"]
            compared = size["ratios"][mode][peer].get(name)
            row += [triple(classes[name]) if name in classes else "–", pair(compared)]
        rows.append(row)
    return table(header, rows)


def pair(ratios):
    return f"{figures(ratios['p50'])}, {figures(ratios['p95'])}" if ratios else "–"


def triple(values):
    return " / ".join(figures(values[mark]) for mark in ("p50", "p95", "max"))


def whole_table(size):
    megabytes = size["text_bytes"] / 1e6
    rows = []
    for name, engine in size["engines"].items():
        indexing = engine["indexing"]
        kept = f" ({indexing['made']})" if indexing["is_kept"] else ""
        throughput = engine.get("throughput", {})
        rows.append((
            name, f"{figures(megabytes / indexing['seconds'])}{kept}",
            figures(indexing["cpu_seconds"]) if "cpu_seconds" in indexing else "–", figures(indexing["peak_mb"]),
            figures(engine["index_bytes"] / size["text_bytes"]), figures(engine["cold_ms"]),
            searching_memory(engine["modes"].values()),
            " / ".join(figures(throughput[threads]) for threads in sorted(throughput)) or "–"))
    return table(("", "indexing, MB/s of text", "its processor time, s", "its memory, MB", "index / text",
                  "cold process, ms", "memory of searches, MB (without the file)", "searches/s, 1 / 2 threads"), rows)


def searching_memory(modes):
    own = [mode["own_mb"] for mode in modes if mode.get("own_mb") is not None]
    return figures(max(mode["peak_mb"] for mode in modes)) + (f" ({figures(max(own))})" if own else "")


def updates_table(updates):
    rows = [(f"{name}, {mode}", triple(values["updated"][name]), triple(values["rebuilt"][name]),
             pair(marks), pair(values.get("worn_ratios", {}).get(name)))
            for mode, values in updates["modes"].items() for name, marks in values["ratios"].items()]
    header = (f"{updates['updates']} updates of 1 %, {figures(updates['median_seconds'])} s each "
              f"({figures(updates['max_seconds'])} at most)", "after them", "after a rebuild", "×", "× where worn most")
    return table(header, rows)


def growth_table(record):
    first, last = ends(record)
    rows = [(f"{name}, {mode}", figures(small), figures(large), figures(times))
            for mode, classes in growth(record).items() for name, (small, large, times) in classes.items()]
    return table(("newsfind, p50 in ms", first, last, "×"), rows)
