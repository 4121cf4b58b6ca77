"""What becomes of an index that is updated again and again."""
import json
import os
import shutil
import statistics

from engines import remove
from measuring import Latencies, bring_into_memory, say

PARTS = 100
UPDATES = 50
# So many an index bears: the next one writes it anew, for the rows that are gone.
BORNE = 24
# Of the articles of an update so many go and as many come; the others are edited.
RENEWED = 10


def measure(newsfind, collection, pace):
    """Indexes a collection in a hundred files, changes one after the other, and searches before and after a rebuild.

    It searches where the index is worn most, too, before the first update that writes it anew.

    Each update is one of a hundredth: titles and texts go from article to article, and a tenth of the articles are other ones.
    So the texts, on the whole, stay the same, and with them what the queries find.
    """
    folder = collection.file("updates")
    index = os.path.join(folder, "index.sqlite")
    parts = os.path.join(folder, "parts")
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(parts)
    try:
        split(collection.file("articles.jsonl"), parts)
        say(f"{collection.label}: newsfind indexes {PARTS} files")
        newsfind.index(index, parts)
        took = []
        for number in range(UPDATES):
            if number == BORNE:
                worn = search(newsfind, index, collection, pace)
            change(part(parts, number), number)
            took.append(newsfind.index(index, parts, "--prune")[0])
            if (number + 1) % 10 == 0:
                say(f"{collection.label}: {number + 1} updates of 1 %, the last {took[-1]:.2f} s")
        updated = search(newsfind, index, collection, pace)
        say(f"{collection.label}: newsfind rebuilds")
        newsfind.index(index, parts, "--rebuild")
        fresh = search(newsfind, index, collection, pace)
    finally:
        remove(index)
        shutil.rmtree(folder, ignore_errors=True)
    return {
        "updates": UPDATES, "median_seconds": round(statistics.median(took), 3), "max_seconds": round(max(took), 3),
        "modes": {mode: {"updated": updated[mode].summary(), "rebuilt": fresh[mode].summary(),
                         "ratios": updated[mode].ratios(fresh[mode]), "worn_ratios": worn[mode].ratios(fresh[mode])}
                  for mode in updated}}


def search(newsfind, index, collection, pace):
    say(f"{collection.label}: newsfind searches")
    bring_into_memory(index)
    return {mode: Latencies.parse(newsfind.search_file(index, collection, mode, pace)) for mode in newsfind.modes}


def part(folder, number):
    return os.path.join(folder, f"part-{number:02}.jsonl")


def split(source, folder):
    files = [open(part(folder, number), "wb") for number in range(PARTS)]
    try:
        with open(source, "rb") as lines:
            for number, line in enumerate(lines):
                files[number % PARTS].write(line)
    finally:
        for file in files:
            file.close()


def change(path, number):
    """Writes a file anew with the same titles and texts at other articles."""
    with open(path, encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    moved = [{key: article.get(key) for key in ("title", "lead", "text", "body")} for article in articles]
    with open(path + ".new", "w", encoding="utf-8") as lines:
        for place, article in enumerate(articles):
            article.update((key, value) for key, value in moved[place - 1].items() if value is not None)
            if place % RENEWED == 0:
                article["id"] = f"{article['id']}-{number}"
                article.pop("url", None)
            lines.write(json.dumps(article, ensure_ascii=False) + "\n")
    os.replace(path + ".new", path)
