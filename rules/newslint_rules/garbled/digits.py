"""Numbers run together with a word: `36hours`, `in2015`, `May5`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint import MONTH_NAMES, Doc, Span, lexicon, word_list, words_with_digits

from .splitting import FUNCTION_WORDS

_UNITS = frozenset(word_list(__package__, "glued-units.txt"))
_NUMBER_FIRST = re.compile(r"(\d+)([a-z]+)")
_WORD_FIRST = re.compile(r"([A-Za-z]+)(\d+s?)")
# Words that no name of a product, gas or road begins with.
_PREPOSITIONS = frozenset(word_list(__package__, "before-numbers.txt"))
# `20something`, `50plus`, `3some`: meant as one.
_ENDINGS = frozenset(("chan", "plus", "proof", "some", "something", "somethings", "star"))
_COMMON_ZIPF = 3.3
_DOLLARS = re.compile(r"\$\d[\d.,]*\d|\$\d")
_MONEY = re.compile(r"[$\u00a3\u20ac]?(?:\d[\d.,]*[.,])?\Z")
_WORD_BEFORE = re.compile(r"(?<![^\W_])[a-z]{2,}\Z")
_YEAR = re.compile(r"(?:1[89]|20)\d\ds?")


def numbers_glued(doc: Doc) -> Iterator[tuple[Span, str, bool]]:
    """Give each place, its text with the blank put back, and whether that is certain."""
    for word in doc.get(words_with_digits):
        apart = _number_first(word.text) or _word_first(word.text)
        if apart:
            mended, certain = apart
            money = _MONEY.search(doc.text, max(0, word.start - 12), word.start)
            start = money.start() if money and word.text[0].isdigit() else word.start
            yield doc.span(start, word.end), doc.text[start : word.start] + mended, certain
    for match in _DOLLARS.finditer(doc.text):
        head = _WORD_BEFORE.search(doc.text, max(0, match.start() - 20), match.start())
        if head and lexicon().core(head[0]):
            yield doc.span(head.start(), match.end()), f"{head[0]} {match[0]}", True


def _number_first(form: str) -> tuple[str, bool] | None:
    match = _NUMBER_FIRST.fullmatch(form)
    if not match:
        return None
    number, word = match.groups()
    if word in _UNITS:
        return f"{number} {word}", True
    plain = len(word) > 3 and (word in FUNCTION_WORDS or _common(word))
    if word in _PREPOSITIONS or (plain and word not in _ENDINGS):
        return f"{number} {word}", False
    return None


def _word_first(form: str) -> tuple[str, bool] | None:
    match = _WORD_FIRST.fullmatch(form)
    if not match:
        return None
    word, number = match.groups()
    year = _YEAR.fullmatch(number) is not None
    if word in MONTH_NAMES and (year or (number.isdigit() and int(number) <= 31)):
        return f"{word} {number}", True
    if len(number) > 1 and word[:1].lower() + word[1:] in _PREPOSITIONS:
        return f"{word} {number}", year
    if word in FUNCTION_WORDS and (year or (len(word) > 3 and len(number) > 1)):
        return f"{word} {number}", year
    if year and len(word) > 3 and word.islower() and _common(word):
        return f"{word} {number}", False
    return None


def _common(word: str) -> bool:
    return lexicon().core(word) and lexicon().zipf(word) >= _COMMON_ZIPF
