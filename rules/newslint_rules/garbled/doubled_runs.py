"""Doublings of another shape: a small word and another (`to stay to stay`), `It is is`, `I I`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import compress, count, islice
from operator import eq

from newslint import Doc, Span, in_quotes, regexp

OPENERS = (
    "a", "an", "at", "from", "has", "have", "her", "his", "in", "its", "of", "our", "the", "their",
    "to", "was", "were", "will", "with", "would",
)  # fmt: skip
"""Small words that can stand twice with another: `to stay to stay`."""
_SMALL = frozenset(one.encode() for one in OPENERS)
_RUN = regexp(
    rf"(?<![^\W_]['\u2019-])(?<![^\W_])((?:{'|'.join(OPENERS)}) [a-z]{{3,}}) (\1)(?![\w'\u2019-])",
    re.IGNORECASE,
)
# `going to have to have`, `his and his`, `was she was she`
_TWICE = frozenset(("and", "but", "have", "him", "nor", "not", "she", "that", "they", "you"))
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
_TOKEN = regexp(r"\S+")


def runs_twice(forms: list[bytes]) -> Iterator[str]:
    """Give a small word and another, in lower case, that may stand twice in a row.

    One of the two has to be written alike both times.

    Args:
        forms: Forms in order (`forms_in_order`).
    """
    last = len(forms) - 3
    for at in compress(count(), map(eq, forms, islice(forms, 2, None))):
        form = forms[at].lower()
        if form in _SMALL and at < last:
            other = forms[at + 1].lower()  # `to stay to Stay`
            if len(other) >= _SHORTEST and other == forms[at + 3].lower():
                yield f"{form.decode()} {other.decode(errors='replace')}"
        if len(form) >= _SHORTEST and at:
            small = forms[at - 1].lower()  # `In the in the`
            if small in _SMALL and small == forms[at + 1].lower():
                yield f"{small.decode()} {form.decode(errors='replace')}"


def doubled_runs(
    doc: Doc, twice: frozenset[str], runs: Collection[str], *, there: bool
) -> Iterator[tuple[Span, Span]]:
    """Give two copies that stand side by side, and what is one too many of them.

    Args:
        doc: The article.
        twice: Words that stand twice side by side.
        runs: What of a small word and another may stand twice (`runs_twice`).
        there: Whether `there` stands twice.
    """
    for match in _found(doc, twice, runs, there):
        yield doc.span(match.start(1), match.end(2)), doc.span(match.end(1), match.end(2))


def _found(
    doc: Doc, twice: frozenset[str], runs: Collection[str], there: bool
) -> Iterator[re.Match[str]]:
    slips = [one for one in _matches(doc.text, runs) if _is_slip(doc, one)] if runs else []
    if slips and _comes_back(doc.text):
        yield from slips
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


def _matches(text: str, runs: Collection[str]) -> Iterator[re.Match[str]]:
    """Give the places that `_RUN` finds, told by what stands there twice."""
    lowered, end = in_lower_case(text), 0
    for at in sorted(at for run in set(runs) for at in everywhere(lowered, f"{run} {run}")):
        match = _RUN.match(text, at)
        if match and at >= end:
            end = match.end()
            yield match


def in_lower_case(text: str) -> str:
    """Return a text in lower case, and as long: one capital alone would become longer."""
    return text.replace("\u0130", "I").lower()


def everywhere(text: str, literal: str) -> Iterator[int]:
    """Give where a literal stands."""
    at = text.find(literal)
    while at >= 0:
        yield at
        at = text.find(literal, at + 1)


def _comes_back(text: str) -> bool:
    """Tell whether any two words stand twice between blanks, marks at them aside."""
    one = other = again = ""
    for token in _TOKEN.finditer(text.lower()):
        last = token[0]
        if one == again and one and last.startswith(other[:3]):
            return True
        one, other, again = other, again, last
    return False


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
