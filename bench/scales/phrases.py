"""What invented articles are made of: pools of sentences, quotations, persons and outlets.

The pools are made once, from patterns and word lists; an article then only picks. They are large
enough that two articles that are no copies of each other share no line and hardly a sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

from newslint.structs import Struct


def _words(name: str) -> tuple[str, ...]:
    lines = (Path(__file__).parent / "words" / f"{name}.txt").read_text("utf-8").splitlines()
    return tuple(line for line in lines if not line.startswith("#"))


_NOUNS = _words("nouns")
_ADJECTIVES = _words("adjectives")
_VERBS = _words("verbs")
_LINKS = (
    "after", "although", "because", "before", "once", "since", "unless", "until", "when", "where",
    "while", "as", "and", "but", "even though",
)  # fmt: skip
_TIMES = (
    "in the spring", "over the past year", "for several weeks", "in recent months", "last year",
    "at the end of the week", "during the night", "for the first time in years", "this season",
    "within days", "by the end of the decade", "in the afternoon", "earlier in the month",
)  # fmt: skip
_STARTS = ("br", "cal", "d", "fen", "gr", "h", "kel", "l", "mar", "n", "ost", "p", "quen", "r",
           "sel", "t", "ul", "v", "w", "z")  # fmt: skip
_MIDDLES = ("a", "ando", "e", "eri", "i", "ima", "o", "oro", "u", "ula", "ae", "ovi", "eni", "ai")
_ENDS = ("ber", "croft", "dall", "gren", "holt", "ker", "lund", "man", "nez", "rick", "sen", "ski",
         "ster", "ton", "vik", "well", "wood", "zari")  # fmt: skip
_GIVEN = (
    "Ana", "Karl", "Maria", "James", "Sarah", "David", "Elena", "Peter", "Laura", "Robert", "Nina",
    "Thomas", "Julia", "Michael", "Hannah", "Oliver", "Irene", "Victor", "Clara", "Samuel",
)  # fmt: skip
_TITLES = (
    "Mayor", "Gov.", "Sen.", "President", "Prime Minister", "Judge", "Professor", "Rep.",
    "Foreign Minister", "Attorney General", "Police Chief", "Bishop",
)  # fmt: skip
_TOWN_ENDS = ("bridge", "bury", "ford", "ham", "haven", "mouth", "port", "side", "stead", "ville")
_PAPERS = ("courier", "gazette", "herald", "observer", "post", "standard", "times", "tribune")
_OFFERS = ("our morning letter", "the weekly edition", "unlimited access", "our free app",
           "the best of the week")  # fmt: skip
_ASKS = (
    "Support the work of the {} newsroom with a gift today.",
    "The {} welcomes letters of up to two hundred words.",
    "Readers of the {} get {} at half the price this month.",
    "Join thousands who start the day with {} from the {}.",
    "All rights reserved by the {} and its partners in the region.",
    "Write to the desk of the {} if you know more about this story.",
)
SENTENCES = 20_000
PERSONS = 6_000
OUTLETS = 240


class Person(Struct):
    """A person of public life, with the title all outlets use."""

    title: str
    given: str
    family: str


class Outlet(Struct):
    """An outlet, with the lines that stand under its stories."""

    host: str
    name: str
    lines: tuple[str, ...]


class Phrases:
    """The pools of a corpus; the same seed gives the same.

    Args:
        seed: Of the pools.
    """

    def __init__(self, seed: int) -> None:
        random = Random(f"phrases {seed}")
        names = [
            (start + middle + end).capitalize()
            for start in _STARTS
            for middle in _MIDDLES
            for end in _ENDS
        ]
        random.shuffle(names)
        self._names = names
        self.towns = [
            (start + middle).capitalize() + end
            for start in _STARTS
            for middle in _MIDDLES[:6]
            for end in _TOWN_ENDS
        ]
        self.sentences = [_sentence(random) for _ in range(SENTENCES)]
        self.clauses = [_clause(random) for _ in range(SENTENCES // 2)]
        self.views = [_view(random) for _ in range(SENTENCES // 2)]
        self.persons = [
            Person(random.choice(_TITLES), random.choice(_GIVEN), names[number % len(names)])
            for number in range(PERSONS)
        ]
        self.outlets = [_outlet(random, self.towns[7 * number]) for number in range(OUTLETS // 2)]
        self.outlets += [_outlet(random, name) for name in names[-OUTLETS // 2 :]]

    def rare(self, pick: Callable[[], float]) -> str:
        """Return a name that hardly any other article has."""
        names = self._names
        return names[int(pick() * len(names))] + names[int(pick() * len(names))].lower()

    def another_title(self, title: str) -> str:
        """Return a title that is not this one."""
        return _TITLES[(_TITLES.index(title) + 5) % len(_TITLES)]


def _thing(random: Random) -> str:
    if random.random() < 0.5:
        return f"the {random.choice(_NOUNS)}"
    return f"the {random.choice(_ADJECTIVES)} {random.choice(_NOUNS)}"


def _clause(random: Random) -> str:
    return f"{_thing(random)} {random.choice(_VERBS)} {_thing(random)}"


def _sentence(random: Random) -> str:
    first = _clause(random)
    kind = random.randrange(4)
    if kind == 0:
        text = f"{first} {random.choice(_TIMES)}"
    elif kind == 1:
        text = f"{first} {random.choice(_LINKS)} {_clause(random)}"
    elif kind == 2:
        text = f"{random.choice(_TIMES)}, {first} {random.choice(_LINKS)} {_clause(random)}"
    else:
        text = f"{first}, {random.choice(_LINKS)} {_clause(random)}, and {_clause(random)}"
    return f"{text[0].upper()}{text[1:]}."


def _view(random: Random) -> str:
    text = f"we know that {_clause(random)} {random.choice(_LINKS)} {_clause(random)}"
    return f"{text[0].upper()}{text[1:]}"


def _outlet(random: Random, place: str) -> Outlet:
    paper = random.choice(_PAPERS)
    name = f"{place} {paper.capitalize()}"
    asks = random.sample(_ASKS, random.randrange(2, 5))
    lines = tuple(ask.format(name, random.choice(_OFFERS)) for ask in asks)
    return Outlet(f"{place}{paper}.example".lower(), name, lines)
