"""The sieve: lines that can be nothing but story pass over all looks at what they might be.

Interface text and furniture are known by some two hundred patterns and three thousand phrases, and
nearly every line of news is none of them. Whether a line can be one is told by how it opens (see
`openings`), by a few words that only some articles have (asked of the forms of the article), by a
few signs, and on short lines by how they end. The sieve lets through whatever may be more than
story; the looks themselves decide.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple, TypeAlias

from newslint.patterns import regexp
from newslint.source import Text
from newslint.text.form_register import runs_of
from newslint.text.forms import FormKind, signs
from newslint.text.furniture import LONGEST, LONGEST_CAPTION, LONGEST_CREDIT
from newslint.text.interface.lines import LONGEST_PHRASE
from newslint.text.interface.requests import ASKING
from newslint.text.openings import NEITHER, longest_with, openings_with
from newslint.text.phrases import word_list

NOTICE, FURNITURE, DATELINE = 1, 2, 4
"""What a line may be beside plain story, or open with; several are a sum."""
_BOTH = NOTICE | FURNITURE

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
_MONEY = frozenset("$£€₹")
_IN_PLACES = frozenset({"and", "de", "del", "la", "of", "upon", "on"})
"""How in small letters, beside `al-`, a place goes on behind its first word; else a dateline has a
capital, a figure or a mark there."""
_TIES = frozenset("-–—/(")
"""How a place is tied to what follows where a small letter comes behind the first blank."""
_SIGNS = {"|": _BOTH, "•": _BOTH, "·": _BOTH, "©": NOTICE}
_COUNTED = (
    "comment", "comments", "view", "views", "share", "shares", "read", "reads", "like", "likes",
    "reply", "replies", "response", "responses", "retweet", "retweets", "ago",
)  # fmt: skip
"""How a stamp with a count ends."""
_PARTING = frozenset(">–—»›▪●")
_PARTING_MARKS = frozenset("/-")
_BARS = regexp(r"\s[/>–—-]\s|[»›▪●]")
"""What parts the labels of a row, beside `|`, `•` and `·`: signs and everyday marks."""
_SLASHED = regexp(r"[^\W\d_]\s*/|/\s*[^\W\d_]|:/")
"""A stroke between words or in an address, not in a fraction."""


def look_for(text: Text, lines: Iterable[str]) -> list[int]:
    """Return for each line what it may be beside plain story: a sum, and nearly always 0.

    Args:
        text: The article.
        lines: Its lines, without white space around them.
    """
    told, agencies, longest = _told(text)
    parting = (_PARTING & signs(text)) | _PARTING_MARKS
    found: list[int] = []
    for line in lines:
        length = len(line)
        head = line.split(None, 2)
        first, second = head[0], head[1] if len(head) > 1 else "."
        kinds = 0
        if length <= LONGEST:
            if openings_with(first) is not NEITHER:
                longest_notice, longest_furniture = longest_with(first, second)
                kinds = NOTICE * (length <= longest_notice)
                kinds |= FURNITURE * (length <= longest_furniture)
            if length <= longest:
                kinds |= _by_words(line.lower(), length, told, agencies)
            if length <= LONGEST_PHRASE or (length <= LONGEST_STAMP and line[-1].isalpha()):
                kinds |= _by_end(line, length, parting)
        if (first[0].isupper() or first[0] == "(") and (
            not second[0].islower()
            or second in _IN_PLACES
            or second[:3] == "al-"
            or not (first.isalpha() or _TIES.isdisjoint(first))
        ):
            kinds |= DATELINE
        found.append(kinds)
    return found


def _by_words(lowered: str, length: int, told: Iterable[_Told], agencies: tuple[str, ...]) -> int:
    """Tell what a line may be by its words and signs, by an agency at its end or a stroke."""
    found = 0
    for wording, longest, kinds in told:
        if length <= longest and wording in lowered:
            found |= kinds
    if agencies and length <= LONGEST_CAPTION:
        if lowered.endswith(agencies) or lowered.rstrip(".").endswith(agencies):
            return found | FURNITURE
        at = lowered.find("/")
        while at >= 0:
            if _SLASHED.search(lowered, max(at - 2, 0), at + 3):
                return found | FURNITURE
            at = lowered.find("/", at + 1)
    return found


def _by_end(line: str, length: int, parting: Iterable[str]) -> int:
    """Tell what a short line may be by its end and by its parts."""
    found = 0
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


_Told: TypeAlias = tuple[str, int, int]
"""Words or a sign, the longest line on which they tell something, and what that may be."""


def _told(text: Text) -> tuple[list[_Told], tuple[str, ...], int]:
    """Return what tells something wherever it stands on a line of an article; mostly nothing.

    Returns:
        Words and signs; how a credit can end or where it can be parted, if there can be one; and
        the longest line that all these tell something of.
    """
    whole, there = text.text, signs(text)
    told = [(sign, LONGEST_CAPTION, _SIGNS[sign]) for sign in there & _SIGNS.keys()]
    if "(c)" in whole:
        told.append(("(c)", LONGEST_CAPTION, NOTICE))
    found = _words(text)
    agencies = tuple(found & _AGENCIES)
    if "/" in whole:
        agencies += ("/",)
    if found:
        table = _telling()
        for word in found & table.keys():
            told += [
                (one.literal, one.longest, one.kinds) for one in table[word] if one.tells(found)
            ]
        if "then" in found:  # then $2 a month
            told += [(f"then {sign}", LONGEST_PRICE, NOTICE) for sign in there & _MONEY]
    longest = max([longest for _, longest, _ in told], default=0)
    return told, agencies, max(longest, LONGEST_CAPTION) if agencies else longest


def _words(text: Text) -> set[str]:
    """Return the words of the article that may tell something, and parts of words."""
    words: set[str] = set()
    for form in _kind().forms(text):
        words |= _words_in(form)
    if "our" in words and _ASKING.may_occur(text):
        words.add("(asking)")
    return words


@lru_cache(maxsize=1 << 12)
def _words_in(form: str) -> frozenset[str]:
    """Return those of the words and parts of words that tell something that a form has."""
    lowered = form.lower()
    parts = [part for part in _parts() if part in lowered]
    return _kind().words.intersection(runs_of(form)).union(parts)


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
    """Return the kind of all these words, and of the forms that have one of the parts."""
    words = {word for several in _telling().values() for one in several for word in one.words}
    needed = {word for several in _telling().values() for one in several for word in one.needed}
    parts = _parts()
    return FormKind(
        words | needed | _AGENCIES | {"then"}, judge=lambda form: _has_one(form.lower(), parts)
    )


@cache
def _parts() -> tuple[str, ...]:
    """Return those that tell something also where they are a part of a word."""
    entries = word_list("newslint.text", "data/telling_words.txt")
    return tuple(entry.rpartition("~")[2] for entry in entries if "~" in entry)


def _has_one(form: str, parts: Iterable[str]) -> bool:
    """Tell whether a form has one of some parts; asked of every new form."""
    for part in parts:  # noqa: SIM110 - a generator takes thrice the time
        if part in form:
            return True
    return False
