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
from typing import AnyStr, NamedTuple, TypeAlias

from newslint.patterns import regexp
from newslint.source import Text
from newslint.text.forms import FormKind, signs
from newslint.text.furniture import LONGEST, LONGEST_CAPTION, LONGEST_CREDIT
from newslint.text.interface.lines import LONGEST_PHRASE
from newslint.text.interface.requests import ASKING
from newslint.text.located import located
from newslint.text.openings import NEITHER, longest_with, openings_with
from newslint.text.phrases import lowered_text, word_list

NOTICE, FURNITURE, DATELINE = 1, 2, 4
"""What a line may be beside plain story, or open with; several are a sum."""
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
_ASKING_PARTS = tuple(word.strip() for word in ASKING)
_ASKING = FormKind(judge=lambda form: _has_one(form, _ASKING_PARTS))
_MONEY = "$£€₹"
_IN_PLACES = frozenset({"and", "de", "del", "la", "of", "upon", "on"})
"""How in small letters, beside `al-`, a place goes on behind its first word; else a dateline has a
capital, a figure or a mark there."""
_SIGNS = {
    "/": FURNITURE,
    "|": _BOTH,
    "•": _BOTH,
    "·": _BOTH,
    "©": NOTICE,
    "(c)": NOTICE,
}
_COUNTED = (
    "comment", "comments", "view", "views", "share", "shares", "read", "reads", "like", "likes",
    "reply", "replies", "response", "responses", "retweet", "retweets", "ago",
)  # fmt: skip
"""How a stamp with a count ends."""
_EVERYDAY = frozenset({"/", "-", "(c)"})
"""Those that are no signs of a text, or several."""
_KELVIN = "\u212a"
"""The only sign beyond ASCII whose small letter is none."""
_PARTING = "/>–—-»›▪●"
_BARS = regexp(r"\s[/>–—-]\s|[»›▪●]")
"""What parts the labels of a row, beside `|`, `•` and `·`."""
_LINE_END = regexp(r"\.*\s*(?:\n|$)")
_SLASHED = regexp(r"[^\W\d_]\s*/|/\s*[^\W\d_]|:/")
"""A stroke between words or in an address, not in a fraction."""


def look_for(text: Text, lines: Iterable[tuple[int, str]]) -> list[int]:
    """Return for each line what it may be beside plain story: a sum, and nearly always 0.

    Args:
        text: The article.
        lines: The lines in their order: the first code point and the characters, without white
            space around them.
    """
    words = _words(text)
    telling = [one for word in words for one in _telling().get(word, ()) if one.tells(words)]
    short = [one for one in telling if one.longest <= LONGEST_SHORT]
    parting = _standing(text, _PARTING)
    marks = iter(_marks(text, words, telling))
    at, longest, told = next(marks, _LAST)
    found: list[int] = []
    for start, line in lines:
        length = len(line)
        head = line.split(None, 2)
        first, second = head[0], head[1] if len(head) > 1 else "."
        kinds = 0
        if length <= LONGEST:
            if openings_with(first) is not NEITHER:
                longest_notice, longest_furniture = longest_with(first, second)
                if length <= longest_notice:
                    kinds = NOTICE
                if length <= longest_furniture:
                    kinds |= FURNITURE
            if length <= LONGEST_SHORT:
                kinds |= _by_short(line, length, short, parting)
        while at < start + length:
            if at >= start and length <= longest:
                kinds |= told
            at, longest, told = next(marks, _LAST)
        if not (first.isalpha() and second[0].islower()) or (
            second in _IN_PLACES or second[:3] == "al-"
        ):
            kinds |= DATELINE
        found.append(kinds)
    return found


def _by_short(line: str, length: int, short: Iterable[_Telling], parting: Iterable[str]) -> int:
    """Tell what a short line may be by the words it has, by its end and by its parts."""
    found = 0
    if short:
        lowered = line.lower()
        for one in short:
            if length <= one.longest and one.literal in lowered:
                found |= one.kinds
    if line[-1].isalpha():
        if length <= LONGEST_CREDIT and " for " in line:  # Ana Costa for The Elsa Post
            found |= FURNITURE
        if length <= LONGEST_STAMP and line.lower().endswith(_COUNTED):
            found |= NOTICE
    if length <= LONGEST_PHRASE:
        for mark in parting:
            if mark in line and _BARS.search(line):
                return found | NOTICE
    return found


def _words(text: Text) -> set[str]:
    """Return the words of the article that may tell something, and parts of words."""
    words = _kind().found(text)
    for form in _part_kind().forms(text):
        lowered = form.lower()
        words.update(part for part in _parts() if part in lowered)
    if "our" in words and _ASKING.may_occur(text):
        words.add("(asking)")
    return words


_Mark: TypeAlias = tuple[int, int, int]
"""A place, the longest line on which it tells something, and what that may be."""
_LAST: _Mark = (1 << 62, 0, 0)


class _Telling(NamedTuple):
    """Words that tell something where they stand in a row; one of the needed ones is near."""

    literal: str
    raw: bytes
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
    lowered = _lowered(text) if words else b""
    found: list[_Mark] = []
    for one in telling:
        if one.longest > LONGEST_SHORT:
            found += [(at, one.longest, one.kinds) for at in _places(lowered, one.raw)]
    for word in words & _AGENCIES:
        found += [
            (at, LONGEST_CAPTION, FURNITURE)
            for at in _places(lowered, word.encode())
            if _LINE_END.match(whole, at + len(word))
        ]
    if "then" in words and _standing(text, _MONEY):
        found += [
            (at, LONGEST_PRICE, NOTICE)
            for at in _places(lowered, b"then ")
            if whole[at + len("then ") :][:1] in _MONEY
        ]
    for sign in _standing(text, _SIGNS):
        found += [
            (at, LONGEST_CAPTION, _SIGNS[sign])
            for at in _places(whole, sign)
            if sign != "/" or _SLASHED.search(whole, max(at - 2, 0), at + 3)
        ]
    found.sort()
    return found


def _lowered(text: Text) -> bytes:
    """Return the text in small letters, a byte for each code point, `?` for what is beyond them."""
    if _KELVIN in signs(text):
        return text.get(lowered_text).encode("latin-1", "replace")
    return text.get(located).plain


def _standing(text: Text, marks: Iterable[str]) -> list[str]:
    """Return those of some marks that are in a text."""
    whole, there = text.text, signs(text)
    return [mark for mark in marks if (mark in whole if mark in _EVERYDAY else mark in there)]


def _places(whole: AnyStr, literal: AnyStr) -> Iterator[int]:
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
            " ".join(words).encode(),
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
    return FormKind(judge=lambda form: _has_one(form.lower(), parts))


def _has_one(form: str, parts: Iterable[str]) -> bool:
    """Tell whether a form has one of some parts; asked of every new form."""
    for part in parts:  # noqa: SIM110 - a generator takes thrice the time
        if part in form:
            return True
    return False
