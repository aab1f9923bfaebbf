"""Cues: the words that say whose words or thoughts a passage gives (says, according to, fears)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from newslint.source import Text
from newslint.spans import Span
from newslint.structs import Struct
from newslint.text.attribution.cue_context import kind_of
from newslint.text.attribution.cue_lexicon import FORM, CueKind, Phrase, forms, phrases_by_word
from newslint.text.phrases import lowered_text
from newslint.text.quotes import in_quotes

__all__ = ["Cue", "CueKind", "cues_in", "has_cue"]


class Cue(Struct):
    """One cue.

    Args:
        span: The word or words.
        kind: What sort of word it is.
    """

    span: Span
    kind: CueKind


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
    kinds, phrases = forms(), phrases_by_word()
    content = text.get(lowered_text)
    idle = -1  # where a phrase ends that keeps its words from being cues
    for match in FORM.finditer(content, place.start, place.end):
        form = match.group()
        begins = phrases.get(form)
        if begins is None and form not in kinds:
            continue
        start, end = match.span()
        if start < idle:
            continue
        kind: CueKind | None = None
        phrase = _phrase(content, start, begins) if begins else None
        if phrase is not None:
            end = start + len(phrase[0])
            kind = None if _called_off(content, start, end) else phrase[1]
            idle = end if phrase[1] is None else idle
        elif form in kinds:
            kind = kind_of(text.text, start, end, form, kinds[form])
        if kind is not None and not in_quotes(text, start):
            yield Cue(text.span(start, end), kind)


def _phrase(content: str, start: int, phrases: Iterable[Phrase]) -> Phrase | None:
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
