"""Doublings of another shape: a small word and another (`to stay to stay`), `It is is`, `I I`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint import Doc, Span, in_quotes, regexp

_RUN = regexp(
    r"(?<![^\W_]['\u2019-])(?<![^\W_])((?:the|an?|to|of|has|have|was|were|will|would|in|at|with"
    r"|from|his|her|their|its|our) [a-z]{3,}) (\1)(?![\w'\u2019-])",
    re.IGNORECASE,
)
# `going to have to have`, `his and his`, `was she was she`
_TWICE = frozenset(("and", "but", "have", "him", "nor", "not", "she", "that", "they", "you"))
_NAMING = regexp(r"\b(?:call|keep|leav|mak|nam)(?:e|es|ed|ing|s)? \Z|\bmade \Z")
_MERE_MORE = ("er", "less", "more")  # `the more the more`
_WORD_BEFORE = regexp(r"([^\W\d_]+)[ -]\Z")
_WORD_AFTER = regexp(r"[ -]([^\W\d_]+)")
# What a sentence opens with cannot end a clause as in `what it is is`.
_OPENING = regexp(
    r"(?:(?<=[.!?\"\u201d\n] )|(?<=\n)|(?<![\s\S]))"
    r"(?:It|He|She|This|The [a-z]+) (is) (is)(?= [a-z])"
)
_SPOKEN = frozenset(
    (
        "answer", "fact", "idea", "issue", "joke", "point", "problem", "question", "reality",
        "reason", "thing", "trouble", "truth", "way",
    )
)  # fmt: skip
_I = regexp(r"(?<=[a-z] )(I) (I)(?= [a-z])")
_NOT = regexp(r"\b(not) (not)(?= (?:at all|even|immediately|only|yet)\b)")
_THERE = regexp(r"(?:(?<=[.!?] )|(?<=\n)|(?<![\s\S]))(There) (there)(?= (?:is|are|was|were)\b)")
_SHAPES = (("is is ", _OPENING), ("not not ", _NOT), ("There there ", _THERE))
_REACH = 30


def doubled_runs(doc: Doc) -> Iterator[tuple[Span, Span]]:
    """Give two copies that stand side by side, and what is one too many of them."""
    for match in _found(doc):
        yield doc.span(match.start(1), match.end(2)), doc.span(match.end(1), match.end(2))


def _found(doc: Doc) -> Iterator[re.Match[str]]:
    if _comes_back(doc.text):
        for match in _RUN.finditer(doc.text):
            if _is_slip(doc, match):
                yield match
    for literal, pattern in _SHAPES:
        if literal not in doc.text:
            continue
        for match in pattern.finditer(doc.text):
            if match[0].split()[1] not in _SPOKEN:  # `The thing is is that`
                yield match
    stammers = list(_I.finditer(doc.text)) if " I I " in doc.text else []
    if len(stammers) == 1:  # a speaker who stammers does so again
        yield stammers[0]


def _comes_back(text: str) -> bool:
    """Tell whether any two words stand twice, marks at them aside."""
    forms = text.lower().split()
    ahead = zip(forms, forms[2:], forms[1:], forms[3:], strict=False)
    return any(one == again and other.startswith(last[:3]) for one, again, last, other in ahead)


def _is_slip(doc: Doc, match: re.Match[str]) -> bool:
    small, _, word = match[1].partition(" ")
    small = small.lower()
    if not word.islower() or word in _TWICE or (small == "the" and word.endswith(_MERE_MORE)):
        return False
    before = _WORD_BEFORE.search(doc.text, max(0, match.start() - _REACH), match.start())
    after = _WORD_AFTER.match(doc.text, match.end())
    if (before and before[1].lower() == word) or (after and after[1].lower() in (small, word)):
        return False  # `coast to coast to coast`
    naming = _NAMING.search(doc.text, max(0, match.start() - _REACH), match.start())
    return naming is None and not in_quotes(doc, doc.span(*match.span()))
