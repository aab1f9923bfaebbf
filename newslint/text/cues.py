"""Cues: the words that say whose words or thoughts a passage gives (says, according to, fears)."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from newslint.source import Span, Text
from newslint.text.phrases import Phrases, hits, word_list
from newslint.text.quotes import in_quotes


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


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue.

    Args:
        span: The word or words.
        kind: What sort of word it is.
    """

    span: Span
    kind: CueKind


_NEIGHBOUR_BEFORE = re.compile(r"[\w’']+(?=\s*\Z)")
_NEIGHBOUR_AFTER = re.compile(r"\s*([,:;\"“‘]|\w+)")
# Code points looked at on either side of a cue for the word next to it.
_REACH = 24

_VERBS = frozenset({CueKind.SPEECH, CueKind.THOUGHT, CueKind.AIM, CueKind.EVIDENCE})


def cues_in(place: Span) -> tuple[Cue, ...]:
    """Return the cues of a sentence or paragraph, in order; those in quotations are left out."""
    text = place.source
    if not isinstance(text, Text):
        return ()
    starts, places = text.get(_candidates)
    first, last = bisect_left(starts, place.start), bisect_left(starts, place.end)
    found = []
    for span in places[first:last]:
        kind = _kind(text, span)
        if kind is not None and not in_quotes(text, span):
            found.append(Cue(span, kind))
    return tuple(found)


def _candidates(text: Text) -> tuple[list[int], tuple[Span, ...]]:
    places = hits(text, _lexicon()[0])
    return [place.start for place in places], places


def _kind(text: Text, span: Span) -> CueKind | None:
    """Say what sort of cue a word of the lists is where it stands, or that it is none."""
    form = span.text.lower()
    kinds = _lexicon()[1][form]
    if CueKind.PHRASE in kinds:
        return CueKind.PHRASE
    content = text.text
    found = _NEIGHBOUR_BEFORE.search(content, max(0, span.start - _REACH), span.start)
    before = found.group() if found else ""
    found = _NEIGHBOUR_AFTER.match(content, span.end, span.end + _REACH)
    after = found.group(1).lower() if found else ""
    verb = next((kind for kind in kinds if kind in _VERBS), None)
    if verb is not None and _is_verb(form, before, after):
        return verb
    words = _context()
    low = before.lower()
    if CueKind.MOOD in kinds and low in words["copula"]:
        return CueKind.MOOD
    if CueKind.NOUN in kinds and after in words["opens"]:
        return CueKind.NOUN
    if CueKind.DOCUMENT in kinds and (low in words["owner"] or after == "that"):
        return CueKind.DOCUMENT
    return None


def _is_verb(form: str, before: str, after: str) -> bool:
    """Tell a verb (`they plan`) from the noun or adjective that is spelled alike (`the plan`)."""
    words = _context()
    low = before.lower()
    if form.endswith("ing"):
        return low not in words["owner"] if form in _ambiguous() else True
    if low in words["determiner"]:
        return False
    if form not in _ambiguous():
        return True
    if after in words["clause"] or low in words["subject"]:
        return True
    # "Lisbon plans", "officials plan": a name, or a plural before the plain form.
    if form.endswith("s"):
        return before[:1].isupper() and low not in words["attribute"]
    return len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us"))


@cache
def _lexicon() -> tuple[Phrases, dict[str, tuple[CueKind, ...]]]:
    """All forms as phrases to scan for, and the kinds of each."""
    kinds: dict[str, tuple[CueKind, ...]] = {}
    for kind in CueKind:
        for line in word_list(__package__, f"data/cue_{kind}.txt"):
            for form in (line,) if kind is CueKind.PHRASE else line.split():
                kinds[form] = (*kinds.get(form, ()), kind)
    return Phrases(kinds), kinds


@cache
def _ambiguous() -> frozenset[str]:
    return frozenset(word_list(__package__, "data/cue_ambiguous.txt"))


@cache
def _context() -> dict[str, frozenset[str]]:
    lines = (line.split() for line in word_list(__package__, "data/cue_context.txt"))
    return {line[0]: frozenset(line[1:]) for line in lines}
