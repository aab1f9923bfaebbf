"""Cues: the words that say whose words or thoughts a passage gives (says, according to, fears)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from newslint.source import Text
from newslint.spans import Span
from newslint.text.phrases import lowered_text, word_list
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


# A phrase, and its kind; ``None`` for one whose words are no cues.
_Phrase = tuple[str, "CueKind | None"]
_FORM = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NEIGHBOUR_BEFORE = re.compile(r"[\w’']+(?=\s*\Z)")
_NEIGHBOUR_AFTER = re.compile(r"\s*([,:;\"“‘]|\w+)")
# Code points looked at on either side of a cue for the word next to it.
_REACH = 24

_VERBS = frozenset({CueKind.SPEECH, CueKind.THOUGHT, CueKind.AIM, CueKind.EVIDENCE})


def cues_in(place: Span) -> tuple[Cue, ...]:
    """Return the cues of a sentence or paragraph, in order; those in quotations are left out."""
    return tuple(_cues(place))


def has_cue(place: Span, kinds: Collection[CueKind] = frozenset(CueKind)) -> bool:
    """Tell whether there is a cue in a place; stops at the first, so cheaper than `cues_in`.

    Args:
        place: A sentence or paragraph.
        kinds: The kinds of cues that count.
    """
    return any(cue.kind in kinds for cue in _cues(place))


def _cues(place: Span) -> Iterator[Cue]:
    text = place.source
    if not isinstance(text, Text):
        return
    kinds, phrases = _lexicon()
    content = text.get(lowered_text)
    idle = -1  # where a phrase ends that keeps its words from being cues
    for match in _FORM.finditer(content, place.start, place.end):
        form = match.group()
        start, end = match.span()
        if start < idle:
            continue
        kind: CueKind | None = None
        phrase = _phrase(content, start, phrases.get(form, ()))
        if phrase is not None:
            end = start + len(phrase[0])
            kind = None if _called_off(content, start, end) else phrase[1]
            idle = end if phrase[1] is None else idle
        elif form in kinds:
            kind = _kind(text.text, start, end, form, kinds[form])
        if kind is not None and not in_quotes(text, start):
            yield Cue(text.span(start, end), kind)


def _phrase(content: str, start: int, phrases: Iterable[_Phrase]) -> _Phrase | None:
    """Return the first of the phrases that stands here, or ``None``."""
    for phrase in phrases:
        stop = start + len(phrase[0])
        if content.startswith(phrase[0], start) and not content[stop : stop + 1].isalnum():
            return phrase
    return None


def _called_off(content: str, start: int, end: int) -> bool:
    """Tell `a vote was called for Monday` from `she called for a vote`."""
    return content.endswith((" for", " on"), start, end) and content.endswith(
        ("been ", "is ", "was ", "were ", "be ", "are "), max(0, start - 5), start
    )


def _kind(
    content: str, start: int, end: int, form: str, kinds: tuple[CueKind, ...]
) -> CueKind | None:
    """Say what sort of cue a word of the lists is where it stands, or that it is none."""
    found = _NEIGHBOUR_BEFORE.search(content, max(0, start - _REACH), start)
    before = found.group() if found else ""
    found = _NEIGHBOUR_AFTER.match(content, end, end + _REACH)
    after = found.group(1).lower() if found else ""
    low = before.lower()
    verb = next((kind for kind in kinds if kind in _VERBS), None)
    if verb is not None and _is_verb(form, before, after):
        return verb
    words = _context()
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
        return form not in _ambiguous() or low not in words["owner"] | words["determiner"]
    if low in words["determiner"]:
        return False
    if form not in _ambiguous():
        return True
    if after in words["clause"] or low in words["subject"] or low in words["finder"]:
        return True
    # "Lisbon plans", "officials plan": a name, or a plural before the plain form.
    if form.endswith(("s", "ed")):
        return before[:1].isupper() and low not in words["attribute"]
    return len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us"))


@cache
def _lexicon() -> tuple[dict[str, tuple[CueKind, ...]], dict[str, tuple[_Phrase, ...]]]:
    """The kinds of each form, and the phrases that begin with each word, the longest first."""
    kinds: dict[str, tuple[CueKind, ...]] = {}
    for kind in CueKind:
        if kind is not CueKind.PHRASE:
            for line in word_list(__package__, f"data/cue_{kind}.txt"):
                for form in line.split():
                    kinds[form] = (*kinds.get(form, ()), kind)
    begin: dict[str, tuple[_Phrase, ...]] = {}
    for phrase, of in sorted(_phrases(), key=lambda one: -len(one[0])):
        first = _FORM.match(phrase)
        if first is not None:
            begin[first.group()] = (*begin.get(first.group(), ()), (phrase, of))
    return kinds, begin


def _phrases() -> Iterator[_Phrase]:
    yield from ((one, CueKind.PHRASE) for one in word_list(__package__, "data/cue_phrases.txt"))
    yield from ((one, None) for one in word_list(__package__, "data/cue_idle.txt"))


@cache
def _ambiguous() -> frozenset[str]:
    return frozenset(word_list(__package__, "data/cue_ambiguous.txt"))


@cache
def _context() -> dict[str, frozenset[str]]:
    lines = (line.split() for line in word_list(__package__, "data/cue_context.txt"))
    return {line[0]: frozenset(line[1:]) for line in lines}
