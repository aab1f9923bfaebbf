"""GAR001: two words run together."""

from __future__ import annotations

import re
from collections import Counter
from typing import Annotated

from newslint import Doc, Finding, Findings, Span, lexicon, rule, word_list

from .digits import numbers_glued
from .misspelling import slip
from .splitting import (
    FUNCTION_WORDS,
    LEAST_GAIN,
    Context,
    Split,
    best_split,
    context,
    evidence,
    score,
)

_FOREIGN = frozenset(word_list(__package__, "foreign-words.txt"))
# `it'sso`, `don'tgo`: a finished contraction or possessive, then letters.
_CONTRACTION = re.compile(r"([^\W\d_]+['\u2019](?:s|t|re|ve|ll|d|m))([^\W\d_]{2,})")
# Pairs of capitalised words are also how companies write their names: evidence against a lost
# blank, unless the article has the pair with a blank elsewhere.
_CAMEL_CASE = 2.0
# `Sha'ath` and `O'sullivan` are no contractions: what follows one must be a common word.
_COMMON_ZIPF = 4.0
_CONTRACTION_ODDS = 5.0
# Of the names in four million words of news, one looked so by chance (`Bow`, `Bowcan`).
_NAME_ELSEWHERE = 1.5
# Names end in what looks like a short word (`Froman`, `Juston`), hardly ever in a long one.
_ENDING = 3
# A word between marks on both sides stands in a list, an address or code rather than in prose.
_ALONE = 2.0
_NEVER = float("-inf")


@rule("GAR001", severity="error", languages=("en",))
def fused_words(
    doc: Doc,
    *,
    certain: Annotated[float, "log odds from which a fused word is an error"] = 4.0,
    likely: Annotated[float, "log odds from which it is a warning"] = 2.4,
) -> Findings:
    """Two words run together, as when a line break was lost.

    A word that no dictionary knows, but that comes apart into two words likely to stand side by
    side, is weighed on what speaks for a lost blank and for a name, a compound or a new word.

    Bad: The mayor >>emphasizedthat<< the plan works.
    Fixed (unsafe): The mayor emphasized that the plan works.
    Bad: The flight took >>36hours<< and cost >>$23million<<.
    Fixed (unsafe): The flight took 36 hours and cost $23 million.
    Bad: He wrote >>aboutIvanka<< and said >>it'sso<< simple.
    Fixed (unsafe): He wrote about Ivanka and said it's so simple.
    Good: The policymaker had a livestream with YouTube and the MacArthur Foundation.

    It misses pairs that happen to be a word (`anew`), pairs with an unknown name, hyphenated
    words, what stands twice in the article, and most pairs of capitalised words, which cannot be
    told from company names; it errs on new compounds of two common words (`topscoring`) and on a
    few short names.
    """
    uses = Counter(word.text for word in doc.unknown_words)
    for word in doc.unknown_words:
        if uses[word.text] > 1:
            continue  # names come back, a lost blank hardly ever
        mended, odds = _weigh(doc, word, likely)
        if odds >= likely:
            yield _flag(word, mended, certain=odds >= certain)
    for place, mended, sure in numbers_glued(doc):
        yield _flag(place, mended, certain=sure)


def _flag(place: Span, mended: str, *, certain: bool) -> Finding:
    return place.flag(
        f"{place.text!r} runs two words together",
        fix=mended,
        severity=None if certain else "warning",
    )


def _weigh(doc: Doc, word: Span, likely: float) -> tuple[str, float]:
    """Return the word with its blank put back, and the log odds that it was lost."""
    form = word.text
    match = _CONTRACTION.match(form)
    if match:
        return _after_contraction(match)
    split = best_split(form)
    if split is None or not (split.gain >= LEAST_GAIN or split.case_change):
        return "", _NEVER
    around = context(doc, word)
    if _is_name(form, split, around) or _is_foreign(around):
        return "", _NEVER
    odds = score(evidence(form, split, around))
    if split.case_change and form[0].isupper():
        apart_elsewhere = f"{split.left} {split.right}" in doc.text
        odds += _CAMEL_CASE if apart_elsewhere else -_CAMEL_CASE
    elif _name_and_function_word(form, split, around):
        odds += _NAME_ELSEWHERE
    if not (around.before or around.after):
        odds -= _ALONE
    if odds >= likely and not split.case_change:
        odds -= slip(form, split)
    return f"{split.left} {split.right}", odds


def _is_foreign(around: Context) -> bool:
    return around.before in _FOREIGN or around.after in _FOREIGN


def _name_and_function_word(form: str, split: Split, around: Context) -> bool:
    """Tell a name that the article has by itself too, glued to a word like `is` or `has`."""
    capital = form[0].isupper() and not split.case_change and len(split.left) > 2
    return capital and split.right in FUNCTION_WORDS and around.count(split.left) > 0


def _is_name(form: str, split: Split, around: Context) -> bool:
    """Tell a name that only looks like a pair: no `If` or `Just` has a capital after a word."""
    after_word = around.before != "" and not around.opens
    return (
        form[0].isupper()
        and not split.case_change
        and after_word
        and len(split.left) > 1
        and len(split.right) <= _ENDING
        and not (split.left.isupper() or lexicon().name(split.left))
    )


def _after_contraction(match: re.Match[str]) -> tuple[str, float]:
    left, right = match.groups()
    words = lexicon()
    if words.known(left) and words.core(right) and words.zipf(right) >= _COMMON_ZIPF:
        rest = match.string[match.end() :]
        return f"{left} {right}{rest}", _CONTRACTION_ODDS
    return "", _NEVER
