"""Two known words that are one word broken in two: `ten der`, `re turned`, `s aid`."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from itertools import pairwise

from newslint import Doc, Span, lexicon, regexp, word_list
from newslint_rules.garbled.splitting import FUNCTION_WORDS, PER_WORD, SHORT, association, pair

_WORD = regexp(r"(?<![\w'\u2018\u2019-])[A-Za-z]+(?![\w'\u2019-])")
_SHORTEST = 4
# log10 of how much likelier the whole is than the pair. What these numbers found in eight million
# words of edited and scraped news were broken words, initials set apart in a name and one new word.
_GAIN, _GAIN_SHORT = 4.0, 4.5
_CONTEXT = -2.0  # log10 of how much better the neighbours go with the whole than with the pieces
_WHOLE_ZIPF = 2.5
_ORDINARY_ZIPF = 2.9  # below `pox` and `payer`, which are written apart by some
_COMMON_ZIPF = 4.5
_FOREIGN = frozenset(word_list(__package__, "foreign-words.txt"))


def broken_pairs(doc: Doc) -> Iterator[Span]:
    """Give the places where two words never met side by side make a common one.

    At least one is no ordinary word by itself: a piece of one or two letters, or a rare one.
    """
    words, text = lexicon(), doc.text
    matches = list(_WORD.finditer(text))
    odd = [_odd(match[0].lower()) for match in matches]
    for at, (left, right) in enumerate(pairwise(matches)):
        if not (odd[at] or odd[at + 1]):
            continue
        start, end = left.end(), right.start()
        if end - start != 1 or text[start] != " ":
            continue
        whole = left[0] + right[0]
        if len(whole) < _SHORTEST or not whole[1:].islower() or not words.known(whole):
            continue
        if not _pieces(left[0], right[0]) or words.bigram(left[0], right[0]) is not None:
            continue
        before = matches[at - 1] if at else None
        after = matches[at + 2] if at + 2 < len(matches) else None
        head = before[0] if before and text[before.end() : left.start()] == " " else ""
        tail = after[0] if after and text[right.end() : after.start()] == " " else ""
        if _likelier(left[0], right[0], head, tail):
            yield doc.span(left.start(), right.end())


def _pieces(left: str, right: str) -> bool:
    """Tell two words of English, of which the second is no function word."""
    english = left.islower() and lexicon().zipf(left) >= _COMMON_ZIPF  # `ten der`, not `Dar es`
    if left.lower() in _FOREIGN or right in FUNCTION_WORDS:
        return False
    return english or right not in _FOREIGN


@functools.lru_cache(maxsize=50_000)
def _odd(piece: str) -> bool:
    """Tell what is no ordinary word: one or two letters, or a rare word."""
    if piece in SHORT:
        return False
    words = lexicon()
    return len(piece) < 3 or not words.core(piece) or words.zipf(piece) < _ORDINARY_ZIPF


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
        and gain >= (_GAIN_SHORT if usual else _GAIN)
        and around - apart >= _CONTEXT
    )
