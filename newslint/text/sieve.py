"""The sieve: lines that can be nothing but story pass over all looks at what they might be.

Interface text and furniture are known by some two hundred patterns and three thousand phrases, and
nearly every line of news is none of them. Whether a line can be one is told by how it opens (see
`openings`), by a few words that only some articles have (asked of the forms of the article), by a
few signs, and on short lines by how they end. The sieve lets through whatever may be more than
story; the looks themselves decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple, TypeAlias

from newslint.patterns import regexp
from newslint.source import Text
from newslint.text.forms import FormKind
from newslint.text.furniture import LONGEST, LONGEST_CAPTION, LONGEST_CREDIT
from newslint.text.interface.lines import LONGEST_PHRASE
from newslint.text.interface.requests import ASKING
from newslint.text.openings import NEITHER, openings_with
from newslint.text.phrases import lowered_text, word_list

NOTICE, FURNITURE = 1, 2
"""What a line may be beside story; both are a sum."""
_BOTH = NOTICE | FURNITURE

LONGEST_SHORT = 160
"""Code points up to which a line is looked at as a whole; longer ones where a word stands."""
LONGEST_STAMP = 120
"""Code points of a stamp with a count, whose end tells what it is."""
LONGEST_PRICE = 200

_AGENCIES = frozenset(
    {"ap", "afp", "epa", "upi", "pa", "reuters", "press", "getty", "images", "bloomberg", "today"}
    | {"pti", "dpa", "aap", "tass"}
)
"""How a credit behind the sentence of a caption ends."""
_ASKING = FormKind(judge=lambda form: any(word.strip() in form for word in ASKING))
_MONEY = "$£€₹"
_SIGNS = (
    ("/", FURNITURE),
    ("|", _BOTH),
    ("•", _BOTH),
    ("·", _BOTH),
    ("©", NOTICE),
    ("(c)", NOTICE),
)
_COUNTED = (
    "comment", "comments", "view", "views", "share", "shares", "read", "reads", "like", "likes",
    "reply", "replies", "response", "responses", "retweet", "retweets", "ago",
)  # fmt: skip
"""How a stamp with a count ends."""
_PARTING = "/>–—-»›▪●"
_BARS = regexp(r"\s[/>–—-]\s|[»›▪●]")
"""What parts the labels of a row, beside `|`, `•` and `·`."""
_LINE_END = regexp(r"\.*\s*(?:\n|$)")
_SLASHED = regexp(r"[^\W\d_]\s*/|/\s*[^\W\d_]|:/")
"""A stroke between words or in an address, not in a fraction."""


class Sieve:
    """The sieve for the lines of one article, which are to be asked about in their order."""

    __slots__ = ("_mark", "_marks", "_parting", "_short")

    def __init__(self, text: Text) -> None:
        whole = text.text
        words = _kind().found(text)
        for form in _part_kind().forms(text):
            lowered = form.lower()
            words.update(part for part in _parts() if part in lowered)
        if "our" in words and _ASKING.may_occur(text):
            words.add("(asking)")
        telling = [one for word in words for one in _telling().get(word, ()) if one.tells(words)]
        self._short = [one for one in telling if one.longest <= LONGEST_SHORT]
        self._parting = tuple(mark for mark in _PARTING if mark in whole)
        self._marks = iter(_marks(text, words, telling))
        self._mark = next(self._marks, _LAST)

    def look_for(self, line: str, start: int, first: str, second: str) -> int:
        """Return what a line may be beside story: `NOTICE`, `FURNITURE`, their sum or nothing.

        Args:
            line: The line, without white space around it.
            start: Its first code point.
            first: What stands before its first blank.
            second: What stands between that and the next.
        """
        length = len(line)
        if length > LONGEST:
            return 0
        found = 0
        openings = openings_with(first)
        if openings is not NEITHER:
            if openings[0].lets(length, first, second):
                found = NOTICE
            if openings[1].lets(length, first, second):
                found |= FURNITURE
        if self._mark[0] < start + length:
            found |= self._by_marks(start, length)
        return found | self._by_short(line, length) if length <= LONGEST_SHORT else found

    def _by_marks(self, start: int, length: int) -> int:
        found = 0
        at, longest, kinds = self._mark
        while at < start + length:
            if at >= start and length <= longest:
                found |= kinds
            at, longest, kinds = next(self._marks, _LAST)
        self._mark = at, longest, kinds
        return found

    def _by_short(self, line: str, length: int) -> int:
        found = 0
        if self._short:
            lowered = line.lower()
            for one in self._short:
                if length <= one.longest and one.literal in lowered:
                    found |= one.kinds
        if line[-1].isalpha():
            if length <= LONGEST_CREDIT and " for " in line:  # Ana Costa for The Elsa Post
                found = FURNITURE
            if length <= LONGEST_STAMP and line.lower().endswith(_COUNTED):
                found |= NOTICE
        if length <= LONGEST_PHRASE:
            for mark in self._parting:
                if mark in line and _BARS.search(line):
                    return found | NOTICE
        return found


_Mark: TypeAlias = tuple[int, int, int]
"""A place, the longest line on which it tells something, and what that may be."""
_LAST: _Mark = (1 << 62, 0, 0)


class _Telling(NamedTuple):
    """Words that tell something where they stand in a row; one of the needed ones is near."""

    literal: str
    words: frozenset[str]
    needed: frozenset[str]
    longest: int
    kinds: int

    def tells(self, words: set[str]) -> bool:
        """Tell whether an article has all its words, and one of those that must be near."""
        return self.words <= words and not (self.needed and self.needed.isdisjoint(words))


def _marks(text: Text, words: set[str], telling: Iterable[_Telling]) -> list[_Mark]:
    """Return where words and signs stand that tell something wherever they are on their line."""
    whole = text.text
    lowered = text.get(lowered_text) if words else ""
    found: list[_Mark] = []
    for one in telling:
        if one.longest > LONGEST_SHORT:
            found += [(at, one.longest, one.kinds) for at in _places(lowered, one.literal)]
    for word in words & _AGENCIES:
        found += [
            (at, LONGEST_CAPTION, FURNITURE)
            for at in _places(lowered, word)
            if _LINE_END.match(lowered, at + len(word))
        ]
    if "then" in words:
        for sign in [sign for sign in _MONEY if sign in whole]:
            found += [(at, LONGEST_PRICE, NOTICE) for at in _places(lowered, f"then {sign}")]
    for sign, kinds in _SIGNS:
        if sign in whole:
            found += [
                (at, LONGEST_CAPTION, kinds)
                for at in _places(whole, sign)
                if sign != "/" or _SLASHED.search(whole, max(at - 2, 0), at + 3)
            ]
    found.sort()
    return found


def _places(whole: str, literal: str) -> Iterator[int]:
    """Give where a wording or a sign stands; letters may stand beside it."""
    at = whole.find(literal)
    while at >= 0:
        yield at
        at = whole.find(literal, at + 1)


@cache
def _telling() -> dict[str, list[_Telling]]:
    """Return what tells something, by the last of its words."""
    table: dict[str, list[_Telling]] = {}
    for entry in word_list("newslint.text", "data/telling_words.txt"):
        told, _, needed = entry.partition(" | ")
        kind, longest, *words = told.replace("~", "").split()
        one = _Telling(
            " ".join(words),
            frozenset(word.strip("([") for word in words),
            frozenset(needed.split()),
            int(longest),
            NOTICE if kind == "notice" else FURNITURE,
        )
        table.setdefault(words[-1].strip("(["), []).append(one)
    return table


@cache
def _kind() -> FormKind:
    """Return the kind of all these words."""
    words = {word for several in _telling().values() for one in several for word in one.words}
    needed = {word for several in _telling().values() for one in several for word in one.needed}
    return FormKind(words | needed | _AGENCIES | {"then"})


@cache
def _parts() -> tuple[str, ...]:
    """Return those that tell something also where they are a part of a word."""
    entries = word_list("newslint.text", "data/telling_words.txt")
    return tuple(entry.rpartition("~")[2] for entry in entries if "~" in entry)


@cache
def _part_kind() -> FormKind:
    """Return the kind of the forms that have one of these parts."""
    parts = _parts()
    return FormKind(judge=lambda form: any(part in form.lower() for part in parts))
