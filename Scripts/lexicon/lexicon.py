#!/usr/bin/env python3
"""Makes the lexicon of inflected forms: Sources/FrenchLexicon/lexicon.bin.

usage: lexicon.py HUNSPELL-FOLDER OUTPUT NO_NAMES.txt READINGS.tsv...

HUNSPELL-FOLDER holds fr.aff and fr.dic of Debian's hunspell-fr-classical (/usr/share/hunspell, MPL 2.0). READINGS.tsv
name the lemma of forms that have several, a later file before an earlier: readings.tsv, which choose_readings.py writes,
and corrections.tsv, made by hand. NO_NAMES.txt lists, as choose_names.py writes it, the words that are hardly ever or nearly always
names though the dictionary spells them with a capital and without; one whose lemma is another word stays a name all the
same, or that lemma would find it (Vénus, venir). The same inputs give the same bytes.

The file, all numbers little-endian:
  16 bytes  "NwFdLex3", then the number of blocks and of rules as 4-byte integers
  starts    2 bytes for each of 27 * 27 * 27 beginnings of three letters (a is 1, none is 0), and one more: how many blocks
            begin with a form whose first three letters stand before those
  keys      8 bytes for each block: of its first form the fourth letter to the eleventh, the fourth in the highest byte, zeros behind
            the last
  blocks    4 bytes each: where the block begins in the words
  rules     4 bytes each: where the rule begins in the rule texts
  4 bytes   the size of the rule texts
  texts     for each rule: a byte, how many letters to cut from the end of a form; a byte, how many to add; the letters
  words     blocks of 16 forms in the order of their bytes: a byte, how many letters a form shares with the one before
            (0 for the first of a block); a byte, how many follow; the letters; 2 bytes, its rule, with the highest bit
            set where the form is also spelled with a capital, as a name (Tours, Orange, Pierre)
The offsets count from the beginning of the texts, and of the words.
"""

import collections
import itertools
import re
import struct
import sys

from hunspell import fold, forms, names

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


def beginning(form):
    """The number of a form's first three letters."""
    number = 0
    for letter in form[:3].ljust(3, "`"):
        number = number * 27 + ord(letter) - ord("`")
    return number


def encoded(lemma_of, names):
    plain = {f: l for f, l in lemma_of.items() if re.fullmatch("[a-z]+", f) and re.fullmatch("[a-z]+", l)}
    rules = sorted({rule(*pair) for pair in plain.items()})
    number = {r: i for i, r in enumerate(rules)}
    texts, rule_offsets = b"", []
    for cut, added in rules:
        rule_offsets.append(len(texts))
        texts += bytes([cut, len(added)]) + added.encode()
    words, block_offsets, keys, before = bytearray(), [], [], ""
    starts = [0] * (27 ** 3 + 1)
    for index, form in enumerate(sorted(plain)):
        shared = 0
        if index % BLOCK == 0:
            block_offsets.append(len(words))
            starts[beginning(form) + 1] += 1
            keys.append(int.from_bytes(form[3:11].encode().ljust(8, b"\0"), "big"))
        else:
            while shared < min(len(before), len(form)) and before[shared] == form[shared]:
                shared += 1
        words += bytes([shared, len(form) - shared]) + form[shared:].encode()
        words += struct.pack("<H", number[rule(form, plain[form])] | (0x8000 if form in names else 0))
        before = form
    head = b"NwFdLex3" + struct.pack("<II", len(block_offsets), len(rules))
    head += struct.pack(f"<{len(starts)}H", *itertools.accumulate(starts))
    head += struct.pack(f"<{len(keys)}Q", *keys)
    tables = struct.pack(f"<{len(block_offsets)}I", *block_offsets) + struct.pack(f"<{len(rules)}I", *rule_offsets)
    return head + tables + struct.pack("<I", len(texts)) + texts + bytes(words)


def main(folder, output, no_names_path, *readings_paths):
    readings = {}
    for path in readings_paths:
        lines = open(path, encoding="utf-8").read().splitlines()
        readings.update(line.split("\t") for line in lines if line and not line.startswith("#"))
    known = choices(forms(folder), readings)
    no_names = set(open(no_names_path, encoding="utf-8").read().split())
    data = encoded(known, {name for name in names(folder) if name not in no_names or known[name] != name})
    open(output, "wb").write(data)
    print(f"{len(known)} forms of {len(set(known.values()))} lemmas, {len(data)} bytes", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
