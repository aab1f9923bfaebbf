"""The word lists of cues: forms and their kinds, phrases, plain forms, words beside them."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from newslint.patterns import regexp
from newslint.text.phrases import word_list


class CueKind(StrEnum):
    """What sort of word a cue is; the value names its word list."""

    SPEECH = "speech"
    THOUGHT = "thought"
    AIM = "aims"
    EVIDENCE = "evidence"
    PHRASE = "phrases"
    NOUN = "nouns"
    DOCUMENT = "documents"
    MOOD = "moods"
    STANCE = "stances"


VERBS = frozenset({CueKind.SPEECH, CueKind.THOUGHT, CueKind.AIM, CueKind.EVIDENCE})
"""Kinds of cues that are verbs."""

# A phrase, and its kind; ``None`` for one whose words are no cues.
Phrase = tuple[str, "CueKind | None"]

FORM = regexp(r"[^\W\d_]+(?:-[^\W\d_]+)*")
"""A word as the lists have them."""

_PHRASED = (CueKind.PHRASE, CueKind.STANCE)


@cache
def forms() -> dict[str, tuple[CueKind, ...]]:
    """Return the kinds of each form."""
    kinds: dict[str, tuple[CueKind, ...]] = {}
    for kind in CueKind:
        if kind not in _PHRASED:
            for line in _lines(kind):
                for form in line.split():
                    kinds[form] = (*kinds.get(form, ()), kind)
    return kinds


@cache
def phrases_by_word() -> dict[str, tuple[Phrase, ...]]:
    """Return the phrases that begin with each word, the longest first."""
    begin: dict[str, tuple[Phrase, ...]] = {}
    for phrase, of in sorted(_phrases(), key=lambda one: -len(one[0])):
        first = FORM.match(phrase)
        if first is not None:
            begin[first.group()] = (*begin.get(first.group(), ()), (phrase, of))
    return begin


def _phrases() -> Iterator[Phrase]:
    for kind in _PHRASED:
        yield from ((one, kind) for one in _lines(kind))
    yield from ((one, None) for one in _lines("idle"))


@cache
def plain_forms() -> dict[str, str]:
    """Return `find` for `found`, for all verbs of the lists."""
    return {
        form: line.split()[0] for kind in CueKind if kind in VERBS for line in _lines(kind)
        for form in line.split()
    }  # fmt: skip


@cache
def ambiguous() -> frozenset[str]:
    """Return the forms of verbs that are as often a noun or an adjective."""
    return frozenset(_lines("ambiguous"))


@cache
def beside() -> dict[str, frozenset[str]]:
    """Return the words beside a cue that tell what it is, by what they tell."""
    lines = (line.split() for line in _lines("context"))
    return {line[0]: frozenset(line[1:]) for line in lines}


@cache
def frames() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Return the verbs that need a clause, with what does instead: words behind them, partners."""
    found: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
    for line in _lines("frames"):
        at_once, _, later = line.partition("...")
        verb, *words = at_once.split()
        found[verb] = frozenset(words), frozenset(later.split())
    return found


def _lines(name: str) -> tuple[str, ...]:
    return word_list("newslint.text.data", f"cue_{name}.txt")
