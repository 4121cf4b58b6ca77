#!/usr/bin/env python3
"""Makes the queries of a benchmark from the texts that are searched: the same texts and seed give the same queries.

usage: make_queries.py TEXTS.tsv QUERIES.tsv

TEXTS.tsv has lines of id, title and text. QUERIES.tsv gets lines of class, query in newsfind's language, operator and
words, separated by tabs: the operator and the words are for engines with another language. Classes:

  frequent     a word of 5 to 40 % of the articles
  middle       a word of 0.05 to 1 %
  two-all      two words of one article, both needed: frequent and frequent, or frequent and middle
  three-any    three frequent words, any of them
  title-any    the words of a title without stop words, any of them
  phrase       three words in a row
  prefix       the first four or five letters of a word
"""
import itertools
import random
import re
import sys

SEED = 20261124
# Of more articles only every so-and-so-many-th is looked at: how frequent words are shows in these.
SAMPLE = 30_000
COUNTS = {"frequent": 100, "middle": 100, "two-all": 100, "three-any": 100, "title-any": 200, "phrase": 100, "prefix": 50}
WORD = re.compile(r"[^\W_]+")
# Three words with nothing but single spaces between them, cut out of no longer word.
THREE_WORDS = re.compile(r"(?=(?<![\w'’-])([^\W\d_]+ [^\W\d_]+ [^\W\d_]+)(?![\w'’-]))")
STOP_WORDS = frozenset("""
    a à afin ai ainsi alors an ans après as au aucun aucune aujourd aura aurait aussi autre autres aux avaient avait avant avec
    avoir ayant c ce ceci cela celle celles celui cependant ces cet cette ceux chaque chez ci comme comment contre d dans de
    déjà depuis derrière des dès deux devant doit donc dont du durant elle elles en encore enfin entre es est et étaient était
    étant été être eu eux fait faire faut fois font h hier hors hui il ils j je jusqu l la là laquelle le lequel les lesquels leur leurs lors
    lorsque lui m ma mais malgré me même mêmes mes moi moins mon n ne ni non nos notre nous on ont ou où par parce parmi pas
    pendant peu peut plus plusieurs pour pourquoi pourrait près puis qu quand que quel quelle quelles quelque quelques quels qui
    quoi s sa sans se selon sera serait ses si sien soit son sont sous sur t ta tandis tant te tel telle tes toi ton tous tout toute
    toutes très trois trop tu un une vers voici voilà vos votre vous y
""".split())


def is_telling(word):
    return len(word) >= 4 and word.isalpha() and word not in STOP_WORDS


def read(path):
    """Titles and texts of a sample that is spread over the whole file."""
    with open(path, encoding="utf-8") as lines:
        total = sum(1 for _ in lines)
    step = max(1, total // SAMPLE)
    with open(path, encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t")[1:] for line in itertools.islice(lines, 0, None, step)]


def make(articles, counts=COUNTS, seed=SEED):
    """The queries, as rows of class, query, operator and words.

    Raises ValueError where the articles are too few or too alike for a class.
    """
    chance = random.Random(seed)
    found_in = {}
    for title, text in articles:
        # Sorted, for the order of a set differs from run to run.
        for word in sorted(set(WORD.findall(f"{title} {text}".lower()))):
            found_in[word] = found_in.get(word, 0) + 1
    total = len(articles)
    telling = sorted(word for word in found_in if is_telling(word))
    frequent = [word for word in telling if 0.05 * total <= found_in[word] <= 0.40 * total]
    middle = [word for word in telling if 0.0005 * total <= found_in[word] <= 0.01 * total]
    titles = sorted({title for title, _ in articles if len(WORD.findall(title)) >= 4})
    # Below that a prefix may find nothing.
    expandable = [word for word in telling if len(word) > 5 and found_in[word] >= max(2, 0.0005 * total)]
    if len(frequent) < 3 or not middle or not titles or not expandable:
        raise ValueError("the articles are too few or too alike to make queries of")
    are_frequent, are_middle = set(frequent), set(middle)

    def article():
        return chance.choice(articles)

    def draw(words):
        return [chance.choice(words)]

    def two_of_an_article(number):
        for _ in range(100_000):
            words = set(WORD.findall(article()[1].lower()))
            often, seldom = sorted(words & are_frequent), sorted(words & are_middle)
            if len(often) >= 2 and seldom:
                return chance.sample(often, 2) if number % 2 else [chance.choice(often), chance.choice(seldom)]
        raise ValueError("no article holds two frequent words and a middle one")

    def title_words():
        words = list(dict.fromkeys(WORD.findall(chance.choice(titles).lower())))
        return [word for word in words if word not in STOP_WORDS and len(word) > 1] or words

    def phrase():
        for _ in range(100_000):
            phrases = [match.group(1) for match in THREE_WORDS.finditer(article()[1])]
            words = chance.choice(phrases).lower().split() if phrases else []
            if sum(map(is_telling, words)) >= 2:
                return words
        raise ValueError("no article holds three words in a row")

    makers = {
        "frequent": ("word", lambda number: draw(frequent)),
        "middle": ("word", lambda number: draw(middle)),
        "two-all": ("all", two_of_an_article),
        "three-any": ("any", lambda number: chance.sample(frequent, 3)),
        "title-any": ("any", lambda number: title_words()),
        "phrase": ("phrase", lambda number: phrase()),
        "prefix": ("prefix", lambda number: [chance.choice(expandable)[:chance.choice((4, 5))]]),
    }
    return [
        (name, written(operator, words), operator, " ".join(words))
        for name, (operator, make_words) in makers.items()
        for number in range(counts[name])
        for words in [make_words(number)]]


def written(operator, words):
    """Words in newsfind's language."""
    if operator == "all":
        return " ".join(f"+{word}" for word in words)
    if operator == "phrase":
        return f'"{" ".join(words)}"'
    if operator == "prefix":
        return f"{words[0]}*"
    return " ".join(words)


def write(texts, path):
    rows = make(read(texts))
    with open(path, "w", encoding="utf-8") as lines:
        lines.writelines("\t".join(row) + "\n" for row in rows)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    try:
        write(*sys.argv[1:])
    except (OSError, ValueError) as error:
        sys.exit(f"make_queries.py: {error}")
