"""Accents and apostrophes that became a plain question mark: ``don?t``, ``the clich? of``."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newslint import regexp, word_list

_SHORT_FORM = regexp(r"\?(?:s|t|re|ve|ll|d|m)\b(?![=&/?])")
_ADDRESS = regexp(r"[/=&@]|www\.|^\W*http")
_TOKEN = regexp(r"\S{0,40}\Z")


class Lost(NamedTuple):
    """A word in which a question mark stands for a letter or an apostrophe."""

    start: int
    end: int
    repaired: str


def lost_letters(text: str) -> Iterator[Lost]:
    """Give the places; a question mark inside a word of an address is none.

    A question mark that ends a word can end a question, so there a small letter must follow.
    """
    for match in _SHORT_FORM.finditer(text):
        before = _TOKEN.search(text, max(match.start() - 40, 0), match.start())
        token = before.group() if before else ""
        if token[-1:].isalpha() and not _ADDRESS.search(token):
            yield Lost(match.start(), match.start() + 1, "’")
    for match in _pattern().finditer(text):
        yield Lost(match.start(), match.end(), _words()[match.group()])


@cache
def _words() -> dict[str, str]:
    found: dict[str, str] = {}
    for word in word_list(__package__, "accented-words.txt"):
        for form in (word, word.capitalize(), word.upper()):
            found["".join(one if one.isascii() else "?" for one in form)] = form
    return {lost: word for lost, word in found.items() if len(lost.rstrip("?")) >= 3}


@cache
def _pattern() -> re.Pattern[str]:
    forms = "|".join(sorted(map(re.escape, _words()), key=lambda form: (-len(form), form)))
    return re.compile(rf"(?<![\w?/=&])(?:{forms})(?:(?<!\?)(?!\w)|(?<=\?)(?= [a-z]|['’]s\b|,))")
