"""Two known words that are one word broken in two: `ten der`, `re turned`, `s aid`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import pairwise

from newslint import Doc, Span, blanked, lexicon, regexp, word_list
from newslint_rules.garbled.pieces import GAIN, GAIN_SHORT, LEFT, RIGHT, partners
from newslint_rules.garbled.splitting import (
    FUNCTION_WORDS,
    PER_WORD,
    association,
    pair,
    word_before,
)

_WORD = regexp(r"(?<![\w'\u2018\u2019-])[A-Za-z]+(?![\w'\u2019-])")
_TIES = "'\u2018\u2019-"
_SHORTEST = 4
# Forms from which one pass over all words costs less than a search for each.
_MANY = 32
_FEW = 3
_CONTEXT = -2.0  # log10 of how much better the neighbours go with the whole than with the pieces
_WHOLE_ZIPF = 2.5
_COMMON_ZIPF = 4.5
_FOREIGN = frozenset(word_list(__package__, "foreign-words.txt"))


def broken_pairs(doc: Doc, pieces: Collection[tuple[str, int]]) -> Iterator[Span]:
    """Give the places where two words never met side by side make a common one.

    At least one is no ordinary word by itself: a piece of one or two letters, or a rare one.

    Args:
        doc: The article.
        pieces: What forms of it can be a piece of.
    """
    lefts = {form for form, what in pieces if what & LEFT}
    rights = {form for form, what in pieces if what & RIGHT}
    if not (lefts or rights):
        return
    words, text = lexicon(), doc.text
    for start, middle, end in sorted(set(_pairs(doc, lefts, rights))):
        left, right = text[start:middle], text[middle + 1 : end]
        whole = left + right
        if len(whole) < _SHORTEST or not whole[1:].islower() or not words.known(whole):
            continue
        if not _pieces(left, right) or words.bigram(left, right) is not None:
            continue
        before = word_before(text, start - 1, _TIES) if text[start - 1 : start] == " " else ""
        after = _WORD.match(text, end + 1) if text[end : end + 1] == " " else None
        head, tail = before if before.isascii() else "", after[0] if after else ""
        if _likelier(left, right, head, tail):
            yield doc.span(start, end)


def _pairs(doc: Doc, lefts: set[str], rights: set[str]) -> Iterator[tuple[int, int, int]]:
    """Give two words with one blank between, of which one is a piece: both ends, and the blank."""
    text, marked = doc.text, blanked(doc)
    if len(lefts) + len(rights) > _MANY:
        for one, other in pairwise(_WORD.finditer(text)):
            start, end = one.end(), other.start()
            apart = end - start == 1 and text[start] == " "
            if apart and (one[0] in lefts or other[0] in rights):
                yield one.start(), start, other.end()
        return
    for form in lefts:
        if not _goes_on(marked, form):
            continue
        for at in _everywhere(text, form + " "):
            blank = at + len(form)
            left, right = _WORD.match(text, at), _WORD.match(text, blank + 1)
            if left and right and left.end() == blank:
                yield at, blank, right.end()
    for form in rights:
        for blank in _behind_words(text, form):
            right, before = _WORD.match(text, blank + 1), word_before(text, blank, _TIES)
            end = blank + 1 + len(form)
            if right and right.end() == end and before and before.isascii():
                yield blank - len(before), blank, end


def _behind_words(text: str, form: str) -> Iterator[int]:
    """Give the blanks between letters and a form, no letter being behind it."""
    literal = f" {form}"
    at = text.find(literal)
    while at >= 0:
        end = at + len(literal)
        if not text[end : end + 1].isalpha() and text[at - 1 : at].isalpha():
            yield at
        at = text.find(literal, end)


def _goes_on(marked: bytes, form: str) -> bool:
    """Tell whether what makes a word of a left piece, or any small letter, may stand behind it."""
    if len(form) == 1:
        return _letter(form).search(marked) is not None
    raw, others = form.encode(), partners(form)
    if others and len(others) <= _FEW:
        return any(b"%b %b" % (raw, other.encode()) in marked for other in others)
    at = marked.find(raw)
    while at >= 0:
        end = at + len(raw)
        apart = marked[end : end + 1] == b" " and not marked[at - 1 : at].isalnum()
        if apart and marked[end + 1 : end + 2].islower():
            return True
        at = marked.find(raw, end)
    return False


@lru_cache(maxsize=52)
def _letter(form: str) -> re.Pattern[bytes]:
    goes_on = "|".join(partners(form) or ("[a-z]",))
    return re.compile(rf"{form}(?= (?:{goes_on}))(?<![A-Za-z\d]{form})".encode())


def _everywhere(text: str, literal: str) -> Iterator[int]:
    at = text.find(literal)
    while at >= 0:
        yield at
        at = text.find(literal, at + 1)


def _pieces(left: str, right: str) -> bool:
    """Tell two words of English, of which the second is no function word."""
    english = left.islower() and lexicon().zipf(left) >= _COMMON_ZIPF  # `ten der`, not `Dar es`
    if left.lower() in _FOREIGN or right in FUNCTION_WORDS:
        return False
    return english or right not in _FOREIGN


def _likelier(left: str, right: str, before: str, after: str) -> bool:
    whole, words = left + right, lexicon()
    if before.lower() in _FOREIGN or after.lower() in _FOREIGN:
        return False
    zipf = words.zipf(whole)
    gain = zipf - PER_WORD - pair(left, right)[0]
    usual = left.lower() in FUNCTION_WORDS or len(whole) == _SHORTEST or left[0].isupper()
    around = association(before, whole) + association(whole, after)
    apart = association(before, left) + association(right, after)
    return (
        zipf >= _WHOLE_ZIPF
        and gain >= (GAIN_SHORT if usual else GAIN)
        and around - apart >= _CONTEXT
    )
