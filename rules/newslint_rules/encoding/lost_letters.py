"""Accents and apostrophes that became a plain question mark: ``don?t``, ``the clich? of``."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newslint import regexp, word_list

_MARK = regexp(r"\?(?=[A-Za-z?,]| [a-z]|['’]s)")
"""A question mark with something behind it that does not begin a sentence."""
_SHORT_FORM = regexp(r"\?(?:s|t|re|ve|ll|d|m)\b(?![=&/?])")
_ADDRESS = regexp(r"[/=&@]|www\.|^\W*http")
_TOKEN = regexp(r"\S{0,40}\Z")
_GOES_ON = regexp(r" [a-z]|['’]s\b|,")
_INSIDE_ADDRESS = frozenset("/=&")


class Lost(NamedTuple):
    """A word in which a question mark stands for a letter or an apostrophe."""

    start: int
    end: int
    repaired: str


def lost_letters(text: str) -> Iterator[Lost]:
    """Give the places; a question mark inside a word of an address is none.

    A question mark that ends a word can end a question, so there a small letter must follow.
    """
    done = 0
    for match in _MARK.finditer(text):
        at = match.start()
        if _SHORT_FORM.match(text, at) and _stands_in_word(text, at):
            yield Lost(at, at + 1, "’")
        if at >= done and (lost := _known_word(text, at)):
            yield lost
            done = lost.end


def _stands_in_word(text: str, at: int) -> bool:
    before = _TOKEN.search(text, max(at - 40, 0), at)
    token = before.group() if before else ""
    return token[-1:].isalpha() and not _ADDRESS.search(token)


def _known_word(text: str, at: int) -> Lost | None:
    """Return the word in a list that the question mark is in; the longest where several are."""
    words = _words()
    first = max(at - _longest(), 0)
    start = at
    while start > first and _is_of_word(text[start - 1]):
        start -= 1
    if start and (text[start - 1] in _INSIDE_ADDRESS or _is_of_word(text[start - 1])):
        return None
    for end in range(min(start + _longest(), len(text)), at, -1):
        repaired = words.get(text[start:end])
        if repaired is None:
            continue
        if text[end - 1] == "?":
            ends = _GOES_ON.match(text, end) is not None
        else:
            ends = not _is_of_word(text[end : end + 1] or " ") or text[end] == "?"
        if ends:
            return Lost(start, end, repaired)
    return None


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character in "_?"


@cache
def _longest() -> int:
    return max(map(len, _words()))


@cache
def _words() -> dict[str, str]:
    found: dict[str, str] = {}
    for word in word_list(__package__, "accented-words.txt"):
        for form in (word, word.capitalize(), word.upper()):
            found["".join(one if one.isascii() else "?" for one in form)] = form
    return {lost: word for lost, word in found.items() if len(lost.rstrip("?")) >= 3}
