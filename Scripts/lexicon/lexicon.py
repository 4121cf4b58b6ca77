#!/usr/bin/env python3
"""Makes the lexicon of inflected forms: Sources/FrenchLexicon/lexicon.bin.

usage: lexicon.py HUNSPELL-FOLDER OUTPUT READINGS.tsv...

HUNSPELL-FOLDER holds fr.aff and fr.dic of Debian's hunspell-fr-classical (/usr/share/hunspell, MPL 2.0). READINGS.tsv
name the lemma of forms that have several, a later file before an earlier: readings.tsv, which choose_readings.py writes,
and corrections.tsv, made by hand. The same inputs give the same bytes.

The file, all numbers little-endian:
  16 bytes  "NwFdLex1", then the number of blocks and of rules as 4-byte integers
  blocks    4 bytes each: where the block begins in the words
  rules     4 bytes each: where the rule begins in the rule texts
  4 bytes   the size of the rule texts
  texts     for each rule: a byte, how many letters to cut from the end of a form; a byte, how many to add; the letters
  words     blocks of 16 forms in the order of their bytes: a byte, how many letters a form shares with the one before
            (0 for the first of a block); a byte, how many follow; the letters; 2 bytes, its rule
The offsets count from the beginning of the texts, and of the words.
"""

import collections
import re
import struct
import sys

from hunspell import fold, forms

BLOCK = 16
# Where nothing else is known: grammatical words and adverbs before nouns and adjectives, these before verbs and names.
PREFERENCE = {"G": 5, "ADV": 4, "N": 3, "V": 2, "P": 1}


def choices(known, readings):
    """For each folded form its folded lemma."""
    by_folded = collections.defaultdict(collections.Counter)
    for word, lemmas in known.items():
        for lemma, kind in lemmas:
            by_folded[fold(word)][fold(lemma)] = max(by_folded[fold(word)][fold(lemma)], PREFERENCE[kind])
    chosen = {
        form: min(lemmas.items(), key=lambda item: (-item[1], item[0]))[0]
        for form, lemmas in by_folded.items()}
    chosen.update(readings)
    return chosen


def rule(form, lemma):
    """How many letters to cut from the end of a form, and what to add, to get the lemma."""
    shared = 0
    while shared < min(len(form), len(lemma)) and form[shared] == lemma[shared]:
        shared += 1
    return len(form) - shared, lemma[shared:]


def encoded(lemma_of):
    plain = {f: l for f, l in lemma_of.items() if re.fullmatch("[a-z]+", f) and re.fullmatch("[a-z]+", l)}
    rules = sorted({rule(*pair) for pair in plain.items()})
    number = {r: i for i, r in enumerate(rules)}
    texts, rule_offsets = b"", []
    for cut, added in rules:
        rule_offsets.append(len(texts))
        texts += bytes([cut, len(added)]) + added.encode()
    words, block_offsets, before = bytearray(), [], ""
    for index, form in enumerate(sorted(plain)):
        shared = 0
        if index % BLOCK == 0:
            block_offsets.append(len(words))
        else:
            while shared < min(len(before), len(form)) and before[shared] == form[shared]:
                shared += 1
        words += bytes([shared, len(form) - shared]) + form[shared:].encode()
        words += struct.pack("<H", number[rule(form, plain[form])])
        before = form
    head = b"NwFdLex1" + struct.pack("<II", len(block_offsets), len(rules))
    tables = struct.pack(f"<{len(block_offsets)}I", *block_offsets) + struct.pack(f"<{len(rules)}I", *rule_offsets)
    return head + tables + struct.pack("<I", len(texts)) + texts + bytes(words)


def main(folder, output, *readings_paths):
    readings = {}
    for path in readings_paths:
        lines = open(path, encoding="utf-8").read().splitlines()
        readings.update(line.split("\t") for line in lines if line and not line.startswith("#"))
    known = choices(forms(folder), readings)
    data = encoded(known)
    open(output, "wb").write(data)
    print(f"{len(known)} forms of {len(set(known.values()))} lemmas, {len(data)} bytes", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
