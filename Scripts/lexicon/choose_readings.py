#!/usr/bin/env python3
"""Chooses, for forms that belong to several lemmas, the lemma that French news mean most often.

usage: choose_readings.py HUNSPELL-FOLDER TEXT... > readings.tsv

No text is annotated by hand: which lemma a form stands for is estimated by expectation maximisation (Dempster, Laird,
Rubin, 1977) over the forms of TEXT. A reading is likely if its lemma is frequent in other forms too, if its class of
forms is frequent, if that class likes the word before it (le, ils, être…), and if it likes a capital letter. Only choices
that differ from those of lexicon.py without a table are written: folded form, folded lemma.
"""

import collections
import re
import sys

import lexicon
from hunspell import fold, forms, kind

ROUNDS = 12
TOKEN = re.compile(r"[^\W\d_]+['’]?|\d+|[.!?:;,«»\"()…-]")
CONTEXTS = set(
    """le la les un une des du de au aux ce cet cette ces mon ton son ma ta sa mes tes ses notre votre nos vos leur
    leurs je tu il elle on nous vous ils elles qui que ne se me te y en lui et ou mais à dans par pour sur avec sans
    sous a ai as ont avons avez avait avaient est sont été être avoir était étaient sera seront plus très si aussi pas
    jamais tout toute tous toutes quel quelle deux trois quatre cinq dix l' d' s' n' m' t' j' c' qu' plusieurs chaque
    aucun aucune entre comme même peut doit va vont faire fait bien""".split())


def count(paths, known):
    """How often each known form stands behind each word, with which capital."""
    counts = collections.Counter()
    for path in paths:
        for line in open(path, encoding="utf-8"):
            before = "^"
            for token in TOKEN.findall(line):
                word = token.lower().replace("’", "'")
                if word[0].isalpha() and not word.endswith("'") and word in known:
                    capital = "none"
                    if token[0].isupper():
                        capital = "sentence" if before in "^.!?:«\"…" else "name"
                    context = before if before in CONTEXTS or not before[0].isalpha() else "*"
                    counts[word, context, capital] += 1
                before = "0" if word[0].isdigit() else word
    seen = collections.defaultdict(list)
    for (word, context, capital), number in sorted(counts.items()):
        seen[word].append((context, capital, number))
    return seen


def expectations(known, seen):
    """For each form that was seen, how often it stood for each (lemma, kind)."""
    lemmas, classes, kinds, contexts, capitals = [collections.Counter() for _ in range(5)]
    result = {}
    for round_number in range(ROUNDS):
        new = [collections.Counter() for _ in range(5)]
        for word in sorted(seen):
            readings = [(lemma, c) for lemma, cs in sorted(known[word].items()) for c in sorted(cs)]
            shares = collections.Counter()
            for context, capital, number in seen[word]:
                weights = [1.0] * len(readings)
                if round_number:
                    weights = [
                        (lemmas[lemma] + 0.05) * (classes[c] / max(kinds[kind(c)], 1) + 1e-6)
                        * (contexts[c, context] + 0.5) / (classes[c] + 60)
                        * (capitals[c, capital] + 0.5) / (classes[c] + 1.5)
                        for lemma, c in readings]
                total = sum(weights)
                for (lemma, c), weight in zip(readings, weights):
                    share = number * weight / total
                    shares[lemma] += share
                    new[1][c] += share
                    new[2][kind(c)] += share
                    new[3][c, context] += share
                    new[4][c, capital] += share
            new[0].update(shares)
            result[word] = shares
        lemmas, classes, kinds, contexts, capitals = new
    return result


def main(folder, *texts):
    known = forms(folder)
    expected = expectations(known, count(texts, known))
    standard = lexicon.choices(known, {})
    by_folded = collections.defaultdict(collections.Counter)
    for word, shares in expected.items():
        for (lemma, _), share in shares.items():
            by_folded[fold(word)][fold(lemma)] += share
    for form in sorted(by_folded):
        lemma, share = min(by_folded[form].items(), key=lambda item: (-item[1], item[0]))
        if lemma != standard[form] and share >= 0.5:
            print(f"{form}\t{lemma}")


if __name__ == "__main__":
    main(*sys.argv[1:])
