"""Names of persons: what they look like, their parts, and whether two are one person's.

A name is a run of capitalised words with particles between them (`Maria de la Cruz`). That it is a
person's is told by a given name at its front, or by a Chinese, Korean or Vietnamese family name.
"""

from __future__ import annotations

import functools
import unicodedata

from newslint.patterns import regexp
from newslint.source import Text
from newslint.spans import Span
from newslint.text.lexicon import load
from newslint.text.phrases import word_list
from newslint.timestamps import MONTH_NAMES, WEEKDAY_NAMES

_DATA = "newslint.text.data"
_UPPER = "A-ZÀ-ÖØ-Þ" + "".join(chr(code) for code in range(0x100, 0x250) if chr(code).isupper())
_SPACE = "[ \u00a0]"
_TOKEN = (
    rf"(?:[{_UPPER}]\.(?:-?[{_UPPER}]\.)*"
    rf"|(?:(?:al|el|an|as|ad|ul)-)?[{_UPPER}]\w*(?:['’‘-](?![sS]\b)[^\W\d_]+)*)"
)
_PARTICLE = (
    "(?:van der|van den|van de|von der|von|van|zu|de la|de las|de los|de|del|della|di|da|das|dos"
    "|do|du|den|der|bin|bint|ibn|al|el|la|le|ter|ten|e|y)"
)
PARTICLES = frozenset(_PARTICLE.strip("(?:)").replace("|", " ").split())
"""The words in small letters that stand within a name."""
NAME_PATTERN = (
    rf"{_TOKEN}(?:{_SPACE}+(?:{_PARTICLE}{_SPACE}+)?{_TOKEN}){{0,4}}(?:,?{_SPACE}[JS]r\b\.?)?"
)
"""A run of capitalised words that may be a name; no possessive ending, never across lines."""
_NAME = regexp(rf"(?<![\w.@#/-]){NAME_PATTERN}")
_INITIAL = regexp(rf"[{_UPPER}]\.(?:-?[{_UPPER}]\.)*|[{_UPPER}]")
_ORDINAL = regexp(r"[IVX]+")
_SUFFIXES = frozenset({"jr", "sr", "jr.", "sr."})
_NAMES_KEPT = 4096
"""Names whose reading is kept: those of an article come again and again."""
_CALENDAR = frozenset(name.lower() for name in (*MONTH_NAMES, *WEEKDAY_NAMES))


@functools.cache
def given_names() -> frozenset[str]:
    """Given names, as they are written in a text."""
    return frozenset(word_list(_DATA, "given_names.txt"))


@functools.cache
def family_names_first() -> frozenset[str]:
    """Family names that stand before the given name."""
    return frozenset(word_list(_DATA, "family_names_first.txt"))


@functools.cache
def institution_words() -> frozenset[str]:
    """Words at the end of names that are no person's."""
    return frozenset(word_list(_DATA, "institution_words.txt"))


@functools.lru_cache(maxsize=_NAMES_KEPT)
def name_parts(name: str) -> tuple[str, ...]:
    """Return the words of a name without particles and ``Jr.``: given names, initials, surname."""
    return tuple(
        word.rstrip(",")
        for word in name.split()
        if not word[0].islower() or "-" in word
        if word.rstrip(",").lower() not in _SUFFIXES
    )


@functools.lru_cache(maxsize=_NAMES_KEPT)
def surname_of(name: str) -> str:
    """Return the family name, or the only name of kings and popes, without their number."""
    parts = [part for part in name_parts(name) if not _ORDINAL.fullmatch(part)]
    if len(parts) in (2, 3) and parts[0] in family_names_first():
        hyphen = parts[-1].partition("-")[2]
        if hyphen.islower() or parts[0] not in given_names():
            return parts[0]
    return parts[-1] if parts else name


@functools.lru_cache(maxsize=_NAMES_KEPT)
def has_given_name(name: str) -> bool:
    """Tell whether a name is a person's by its given name and another name after it."""
    parts = name_parts(name)
    if len(parts) < 2 or parts[-1] in institution_words() or is_calendar(parts[-1]):
        return False
    first = parts[0]
    if first in given_names() or first.partition("-")[0] in given_names():
        return not _INITIAL.fullmatch(parts[-1])
    if _INITIAL.fullmatch(first):
        return len(parts) > 2 and parts[1] in given_names()
    return len(parts) < 4 and first in family_names_first() and _east_asian(parts[1:])


def is_calendar(word: str) -> bool:
    """Tell whether a capitalised word is a month or a weekday."""
    return word.lower().rstrip(".") in _CALENDAR


def same_person(one: str, other: str) -> bool:
    """Tell whether two names may be one person's: the short form `Xi` or `Cruz` of a longer one.

    Given names that differ part two persons, unless one is the other's short form or initial.
    """
    (a, number), (b, other_number) = _numbered(one), _numbered(other)
    if not a or not b or (number and other_number and number != other_number):
        return False
    if len(a) == 1 or len(b) == 1:
        short, long = (a, b) if len(a) == 1 else (b, a)
        return short[0] in (long[-1], long[0])
    if a[-1] != b[-1]:
        return False
    return _agree(a[0], b[0]) and not _initials_differ(a, b)


def _numbered(name: str) -> tuple[tuple[str, ...], str]:
    """Return the plain parts of a name, and its number apart: `John Paul` and `II`."""
    parts = name_parts(name)
    number = parts[-1] if len(parts) > 1 and _ORDINAL.fullmatch(parts[-1]) else ""
    return tuple(plain_name(part) for part in parts[: len(parts) - bool(number)]), number


def plain_name(word: str) -> str:
    """Return a name in lower case without accents and full stops, for comparing."""
    if word.isascii():
        return word.lower().replace(".", "")
    base = unicodedata.normalize("NFKD", word).replace("’", "'")
    return "".join(c for c in base if not unicodedata.combining(c)).lower().replace(".", "")


def person_start(run: str) -> int:
    """Return where in a capitalised run a person's name begins, or -1: `But Marie Dupont`."""
    start = 0
    while not has_given_name(run[start:]):
        start = run.find(" ", start) + 1
        if not start:
            return -1
    return start


def full_names(text: Text) -> tuple[Span, ...]:
    """Return the names of persons written with a given name, in order."""
    found = []
    for match in _NAME.finditer(text.text):
        name = match.group()
        if " " in name and (start := person_start(name)) >= 0:
            found.append(text.span(match.start() + start, match.end()))
    return tuple(found)


def _agree(one: str, other: str) -> bool:
    return (
        one.startswith(other[:1])
        if min(len(one), len(other)) <= 2
        else (
            one == other
            or one[:3] == other[:3]
            or _NICKNAMES.get(one, one) == _NICKNAMES.get(other, other)
        )
    )


def _initials_differ(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    middle = one[1:-1], other[1:-1]
    return all(middle) and middle[0][0][:1] != middle[1][0][:1]


def _east_asian(given: tuple[str, ...]) -> bool:
    lexicon = load()
    return all(
        part not in institution_words() and not lexicon.core(part.partition("-")[0].lower())
        for part in given
    )


_NICKNAMES = {
    "bill": "william", "bob": "robert", "dick": "richard", "jack": "john", "jim": "james",
    "jimmy": "james", "mike": "michael", "rob": "robert", "ted": "edward", "tony": "anthony",
    "liz": "elizabeth", "beth": "elizabeth", "peggy": "margaret", "kate": "katherine",
    "chuck": "charles", "hank": "henry", "nick": "nicholas", "dave": "david", "steve": "steven",
    "stephen": "steven", "bernie": "bernard", "rick": "richard", "larry": "lawrence",
}  # fmt: skip
