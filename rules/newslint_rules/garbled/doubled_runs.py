"""Doublings of another shape: a small word and another (`to stay to stay`), `It is is`, `I I`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint import Doc, Span, in_quotes, regexp

OPENERS = (
    "a", "an", "at", "from", "has", "have", "her", "his", "in", "its", "of", "our", "the", "their",
    "to", "was", "were", "will", "with", "would",
)  # fmt: skip
"""Small words that can stand twice with another: `to stay to stay`."""
_LONGEST_OPENER = max(map(len, OPENERS))
_RUN = regexp(
    rf"(?<![^\W_]['\u2019-])(?<![^\W_])((?:{'|'.join(OPENERS)}) [a-z]{{3,}}) (\1)(?![\w'\u2019-])",
    re.IGNORECASE,
)
# `going to have to have`, `his and his`, `was she was she`
_TWICE = frozenset(("and", "but", "have", "him", "nor", "not", "she", "that", "they", "you"))
_NEVER = _TWICE.union(OPENERS)
_SHORTEST = 3
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
_SHAPES = (("is", "is is ", _OPENING), ("not", "not not ", _NOT))
_REACH = 30


def doubled_runs(
    doc: Doc, twice: frozenset[str], twice_but_one: frozenset[str], *, there: bool
) -> Iterator[tuple[Span, Span]]:
    """Give two copies that stand side by side, and what is one too many of them.

    Args:
        doc: The article.
        twice: Words that stand twice side by side.
        twice_but_one: Words that stand twice with one between.
        there: Whether `there` stands twice.
    """
    for match in _found(doc, twice, twice_but_one, there):
        yield doc.span(match.start(1), match.end(2)), doc.span(match.end(1), match.end(2))


def _found(
    doc: Doc, twice: frozenset[str], twice_but_one: frozenset[str], there: bool
) -> Iterator[re.Match[str]]:
    whole = (
        one
        for one in twice_but_one
        if len(one) >= _SHORTEST and one not in _NEVER and one.islower() and one.isalpha()
    )
    end = 0
    for at in sorted(start for word in whole for start in _come_back(doc.text, word)):
        match = _RUN.match(doc.text, at)
        if match and at >= end:
            end = match.end()
            if _is_slip(doc, match):
                yield match
    shapes = [
        pattern for word, literal, pattern in _SHAPES if word in twice and literal in doc.text
    ]
    if there and "There there " in doc.text:
        shapes.append(_THERE)
    for pattern in shapes:
        for match in pattern.finditer(doc.text):
            if match[0].split()[1] not in _SPOKEN:  # `The thing is is that`
                yield match
    stammers = list(_I.finditer(doc.text)) if "I" in twice else []
    if len(stammers) == 1:  # a speaker who stammers does so again
        yield stammers[0]


def _come_back(text: str, word: str) -> Iterator[int]:
    """Give where a small word begins before a word that stands twice with a small one between."""
    size = len(word)
    at = text.find(word)
    while at >= 0:
        end = at + size
        again = text.find(word, end, end + _LONGEST_OPENER + 2 + size)
        between = text[end:again] if again >= 0 else ""
        if between[:1] == between[-1:] == " " and between[1:-1].lower() in OPENERS:
            start = at - len(between) + 1  # the same small word stands before
            if start >= 0:
                yield start
        at = again if again >= 0 else text.find(word, end)


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
