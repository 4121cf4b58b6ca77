#!/usr/bin/env python3
"""Chooses, among the words that are also names, those of which French news leave no doubt.

usage: choose_names.py HUNSPELL-FOLDER TEXT... > no_names.txt

Counts, inside sentences, how often a form is written with a capital and how often without. What stands with a capital in
less than one case in ten is no name to a reader of news (main, garde, juste), and what stands without one in less than one
in a thousand is nothing else (Macron, Bordeaux): neither need be told from the other.
"""

import collections
import re
import sys

from hunspell import fold, names

TOKEN = re.compile(r"[^\W\d_]+['’]?|\d+|[.!?:;,«»\"()…-]")
LEAST_SHARE = 0.1
GREATEST_SHARE = 0.999


def main(folder, *paths):
    known = names(folder)
    capitalised, all_of = collections.Counter(), collections.Counter()
    for path in paths:
        for line in open(path, encoding="utf-8"):
            before = "^"
            for token in TOKEN.findall(line):
                form = fold(token)
                if form in known and before not in "^.!?:«\"…" and not (len(token) > 1 and token.isupper()):
                    all_of[form] += 1
                    capitalised[form] += token[0].isupper()
                before = token
    for form in sorted(all_of):
        if not LEAST_SHARE <= capitalised[form] / all_of[form] <= GREATEST_SHARE:
            print(form)


if __name__ == "__main__":
    main(*sys.argv[1:])
