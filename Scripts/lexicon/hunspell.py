"""Reads a French hunspell dictionary: every inflected form with its lemma, by applying the affix rules."""

import collections
import re
import unicodedata

# Plurals and forms that the dictionary lists as words of their own.
IRREGULAR = {
    "aïeux": "aïeul", "bonshommes": "bonhomme", "cieux": "ciel", "gentilshommes": "gentilhomme",
    "mesdames": "madame", "mesdemoiselles": "mademoiselle", "messeigneurs": "monseigneur",
    "messieurs": "monsieur", "yeux": "œil",
}

TENSES = {"infi", "ppre", "ppas", "ipre", "spre", "iimp", "simp", "ipsi", "ifut", "cond", "impe"}


def fold(text):
    """Lower case, no accents, no ligatures: what Sources/FrenchText/Folding does for these letters."""
    text = text.lower().replace("œ", "oe").replace("æ", "ae").replace("ß", "ss")
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def suffix_rules(path):
    rules = collections.defaultdict(list)
    for line in open(path, encoding="utf-8"):
        parts = line.split()
        if len(parts) < 5 or parts[0] != "SFX":
            continue
        flag, strip, added, condition = parts[1:5]
        strip = "" if strip == "0" else strip
        added = added.split("/")[0]
        rules[flag].append((strip, "" if added == "0" else added, re.compile(condition + "$"), parts[5:]))
    return rules


def entries(folder):
    """Yields form, lemma, parts of speech, features."""
    rules = suffix_rules(f"{folder}/fr.aff")
    with open(f"{folder}/fr.dic", encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            word, *fields = line.rstrip("\n").split(" ")
            flags = ""
            if "/" in word[1:]:
                at = word.index("/", 1)
                word, flags = word[:at], word[at + 1:]
            named = collections.defaultdict(list)
            for field in fields:
                name, _, value = field.partition(":")
                named[name].append(value)
            lemma = named["st"][0] if named["st"] else word
            # The affix file says FLAG long: two characters name a rule; () marks a word that is none without one.
            names = [flags[i:i + 2] for i in range(0, len(flags), 2)]
            for name in names:
                for strip, added, condition, features in rules.get(name, ()):
                    if word.endswith(strip) and condition.search(word):
                        form = word[:len(word) - len(strip)] + added
                        yield form, lemma, named["po"], [f.split(":", 1)[1] for f in features] + named["is"]
            if "()" not in names:
                yield word, lemma, named["po"], named["is"]


def reading_class(parts_of_speech, features):
    """A class of forms that behave alike in sentences: N sg, V ipre 3sg, P (proper), ADV, G (grammatical)."""
    part = parts_of_speech[0] if parts_of_speech else "x"
    if re.match(r"v\d", part):
        tense = " ".join(f for f in features if f in TENSES) or "infi"
        if "ppas" in tense:
            return "V " + tense + " " + "".join(f for f in features if f in ("sg", "pl", "mas", "fem"))
        return "V " + tense + " " + " ".join(f for f in features if re.match(r"[123](sg|pl|pe|jsg|isg)", f))
    if part in ("nom", "adj"):
        number = "pl" if "pl" in features else "inv" if "inv" in features else "sg"
        return ("A " if part == "adj" else "N ") + number
    if part in ("npr", "prn", "patr", "titr"):
        return "P"
    return "ADV" if part == "adv" else "G"


def kind(reading):
    """The kind of a lemma with such a form: N for nouns and adjectives, V, P, ADV or G."""
    return "N" if reading[0] in "NA" and reading != "ADV" else reading.split(" ")[0]


def forms(folder):
    """For each form in lower case its readings: (lemma, kind) -> classes."""
    found = collections.defaultdict(lambda: collections.defaultdict(set))
    for form, lemma, parts, features in entries(folder):
        # Words of letters only: compounds are tokens of their own, figures have rules of their own.
        if re.fullmatch(r"[^\W\d_]+", form):
            reading = reading_class(parts, features)
            form = form.lower()
            found[form][IRREGULAR.get(form, lemma), kind(reading)].add(reading)
    return found


def names(folder):
    """The folded forms that are names when they begin with a capital, and other words when they do not."""
    capitalised, common = set(), set()
    for form, _, _, _ in entries(folder):
        if re.fullmatch(r"[^\W\d_]{2,}", form):
            if form.islower():
                common.add(fold(form))
            elif form[1:].islower():
                capitalised.add(fold(form))
    return {name for name in capitalised & common if re.fullmatch("[a-z]+", name)}
