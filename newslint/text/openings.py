"""How lines open that may be interface text or furniture.

Asked once for each distinct token with which a line begins: most begin no such line, whatever
follows, and the common ones (`The`, `In`) only a few, with one of a few second words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache, reduce
from typing import NamedTuple

from newslint.patterns import regexp
from newslint.text.dates.calendar_lines import LONGEST as LONGEST_DATE
from newslint.text.dates.calendar_lines import date_words
from newslint.text.furniture import LONGEST, LONGEST_CREDIT
from newslint.text.interface.buttons import button_seconds
from newslint.text.interface.lines import LONGEST_LINE, LONGEST_PHRASE, fold, label_seconds
from newslint.text.phrases import word_list

LONGEST_LABELS = 150
"""Code points of a line of phrases from the lists, or of up to five short notices."""
LONGEST_FIGURES = 150
"""Code points of a line that begins with a number: a counter, a date, a telephone number."""

_SHORT_CREDITS = frozenset(
    {"ends", "end", "staff", "www"}
    | {"ap", "afp", "reuters", "associated", "upi", "bloomberg", "pa", "press", "xinhua", "tass"}
    | {"dpa", "ansa", "efe"}
)
"""How end marks, addresses and credits of an agency open."""
_TOPICS = frozenset({"topics", "tags", "tagged", "keywords"})
"""How lines open that name what a page files its story under."""
_RUN = regexp(r"[^\W_]+")
_LETTERS = regexp(r"[^\W\d_]+")


class Opening(NamedTuple):
    """How long lines are that open with a word and are worth a look.

    Args:
        any_second: Longest line in code points, whatever word comes second.
        known_second: The same where the second word is one of `seconds`.
        seconds: Second words; an empty one where it is not told.
    """

    any_second: int = 0
    known_second: int = 0
    seconds: frozenset[str] = frozenset()

    def or_(self, other: Opening) -> Opening:
        """Return what lets lines through that either does."""
        return Opening(
            max(self.any_second, other.any_second),
            max(self.known_second, other.known_second),
            self.seconds | other.seconds,
        )

    def longest(self, first: str, second: str) -> int:
        """Return up to which length a line with two such first tokens is worth a look."""
        if self.known_second > self.any_second and _second_word(first, second) in self.seconds:
            return self.known_second
        return self.any_second


_NEVER = Opening()
NEITHER = _NEVER, _NEVER
"""What nearly all tokens open: no line worth a look. Compare by identity."""


@lru_cache(maxsize=1 << 13)
def openings_with(token: str) -> tuple[Opening, Opening]:
    """Return how long lines are worth a look as notice and as furniture, by their first token.

    Args:
        token: What stands before the first blank of a line.
    """
    notices, furnitures = _openings()
    if token.isascii() and token.isalpha():  # as nearly always
        word = token.lower()
        notice, furniture = notices.get(word, _NEVER), furnitures.get(word, _NEVER)
    else:
        run = _RUN.search(fold(token))
        if run is None or "@" in token:
            return Opening(LONGEST), Opening(LONGEST)
        word = run.group()
        if word[0].isdigit():
            return Opening(LONGEST_FIGURES), Opening(LONGEST_FIGURES)
        notice, furniture = notices.get(word, _NEVER), furnitures.get(word, _NEVER)
        if "/" in token:
            notice = notice.or_(Opening(LONGEST_PHRASE))
        letters = _LETTERS.match(word)
        if letters and letters.group() != word and letters.group() in date_words():
            furniture = furniture.or_(Opening(LONGEST_DATE))  # "PM3"
    begins, prefixes = _prefixes()
    if word.startswith(begins):
        for prefix, opening in prefixes:
            if word.startswith(prefix):
                notice = notice.or_(opening)
    return NEITHER if notice is furniture is _NEVER else (notice, furniture)


@lru_cache(maxsize=1 << 13)
def longest_with(first: str, second: str) -> tuple[int, int]:
    """Return up to which length a line is worth a look as notice and as furniture.

    Args:
        first: Its first token.
        second: Its second one.
    """
    notice, furniture = openings_with(first)
    return notice.longest(first, second), furniture.longest(first, second)


def _second_word(first: str, second: str) -> str:
    """Return the second word of a line; nothing where it is a number or stands further on."""
    if first.isalpha() and second.isalpha() and first.isascii() and second.isascii():
        return second.lower()
    runs = _RUN.findall(f"{first} {second}".lower())
    return runs[1] if len(runs) > 1 and not any(map(str.isdigit, runs[1])) else ""


class _Openings:
    """Openings by first words: what is known of a word is put together when it is asked for.

    To do it for all words would be 8 ms, a tenth of a short run, which asks for a few.

    Args:
        also: Gives what is known of a word besides what is listed.
    """

    def __init__(self, also: Callable[[str], Iterable[Opening]]) -> None:
        self.listed: dict[str, list[Opening]] = {}
        self._also = also

    def get(self, word: str, default: Opening) -> Opening:
        """Return what lets the lines through that open with a word."""
        known = [*self.listed.get(word, ()), *self._also(word)]
        return reduce(Opening.or_, known) if known else default

    def items(self) -> Iterator[tuple[str, Opening]]:
        """Give what is listed, by words."""
        return ((word, reduce(Opening.or_, known)) for word, known in self.listed.items())


@cache
def _openings() -> tuple[_Openings, _Openings]:
    """Return the openings of notices and of furniture by their first words."""
    tables = {"notice": _Openings(_of_labels), "furniture": _Openings(_of_dates_and_credits)}
    for entry in word_list("newslint.text", "data/line_openings.txt"):
        kind, word, longest, *seconds = entry.split()
        tables[kind].listed.setdefault(word, []).append(_opening(int(longest), seconds))
    return tables["notice"], tables["furniture"]


def _of_labels(word: str) -> Iterator[Opening]:
    if following := label_seconds(word) | button_seconds(word):
        yield _opening(LONGEST_LABELS, () if "*" in following else following)
    if word in _TOPICS:
        yield Opening(LONGEST_LINE)


def _of_dates_and_credits(word: str) -> Iterator[Opening]:
    if word in date_words():
        yield _opening(LONGEST_DATE, date_words())
    if word in _SHORT_CREDITS:
        yield Opening(LONGEST_CREDIT)


def _opening(longest: int, seconds: Iterable[str]) -> Opening:
    several = frozenset((*seconds, ""))
    return Opening(0, longest, several) if len(several) > 1 else Opening(longest)


@cache
def _prefixes() -> tuple[tuple[str, ...], tuple[tuple[str, Opening], ...]]:
    """Return the beginnings of the first words of notices, and the openings by them."""
    found = {word[:-1]: one for word, one in _openings()[0].items() if word[-1] == "~"}
    return tuple(found), tuple(found.items())
