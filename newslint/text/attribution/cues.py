"""Cues: the words that say whose words or thoughts a passage gives (says, according to, fears)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from newslint.source import Text
from newslint.spans import Span
from newslint.structs import Struct
from newslint.text.attribution.cue_context import kind_of, word_before
from newslint.text.attribution.cue_lexicon import (
    FORM,
    CueKind,
    Phrase,
    Plain,
    every_word,
    forms,
    longest_phrase,
    phrases_by_rarest_word,
    plain_forms,
    plain_verbs,
    words_of,
)
from newslint.text.phrases import lowered_text
from newslint.text.quotes import in_quotes

__all__ = ["Cue", "CueKind", "any_cue", "cues_in", "has_cue"]

# Code points beside a place that are read with it, for words and phrases that its ends cut.
_REACH = 24
# Words from which one pass over a place costs less than a search for each.
_MANY = 32
LONGEST = 20_000
"""Code points of a place whose words are listed; a longer one is read word by word."""
# Marks behind which no phrase goes on.
_STOPS = frozenset('.!?:;,”"')


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
    return tuple(cues_among(place))


def has_cue(place: Span, kinds: Collection[CueKind] = frozenset(CueKind)) -> bool:
    """Tell whether there is a cue in a place; stops at the first, so cheaper than `cues_in`.

    Args:
        place: A sentence or paragraph.
        kinds: The kinds of cues that count.
    """
    return any_cue((place,), kinds)


def any_cue(places: Sequence[Span], kinds: Collection[CueKind] = frozenset(CueKind)) -> bool:
    """Tell whether there is a cue in any of several places; looks for plain ones in all first.

    Four of five paragraphs with a cue have a common verb that is one for certain where it stands;
    the others have to be looked at closely.

    Args:
        places: Sentences or paragraphs of a text, in order.
        kinds: The kinds of cues that count.
    """
    if CueKind.SPEECH in kinds and CueKind.THOUGHT in kinds and _plainly_said(places):
        return True
    return any(cue.kind in kinds for place in places for cue in cues_among(place, in_order=False))


def _plainly_said(places: Sequence[Span]) -> bool:
    """Tell whether a verb of saying or thinking stands in a place where it is a cue for certain."""
    text = places[0].source if places else None
    if not isinstance(text, Text):
        return False
    find = text.text.find
    first, last = places[0].start, places[-1].end
    for plain in plain_verbs():
        word = plain.word  # ` said`
        end = first
        while (at := find(word, end, last)) >= 0:
            end = at + len(word)
            number = bisect_right(places, at, key=_start) - 1
            if end <= places[number].end and _is_plain(text, plain, at, end):
                return True
    return False


def _start(place: Span) -> int:
    return place.start


def _is_plain(text: Text, plain: Plain, start: int, end: int) -> bool:
    """Tell a verb by itself from one that something beside it may keep from being a cue."""
    content = text.text
    behind = content[end : end + 1]
    if behind.isalnum() or behind == "-" or content.startswith(plain.before, end):
        return False
    word = word_before(content, start)
    if word and (not word.isalnum() or word.lower() in plain.behind):
        return False
    return not in_quotes(text, start + 1)


def cues_among(place: Span, *, in_order: bool = True) -> Iterator[Cue]:
    """Give the cues of a place one by one, as `cues_in` returns them.

    Args:
        place: A sentence or paragraph.
        in_order: Whether they are wanted in order; else verbs come first, which are told soonest.
    """
    text = place.source
    if not isinstance(text, Text):
        return
    base = max(0, place.start - _REACH)
    content = _lowered(text, base, place.end + _REACH + longest_phrase())
    first, last = place.start - base, place.end - base
    words: AbstractSet[str]
    if last - first > LONGEST:  # a list of its words would take ten times its memory
        words = every_word()
        begins = _phrases_among(words)
    else:
        words = words_of(content[first:last])
        if content[last - 1 : last] not in _STOPS:  # a phrase may go on behind the place
            words = words | words_of(content[max(first, last - _REACH) :])
        begins = _phrases_among(words, content)
    kinds = forms()
    single = words & kinds.keys()
    if in_order or any(kind is None for several in begins.values() for _, kind in several):
        places: Iterable[tuple[int, str]] = _places(content, first, last, single | begins.keys())
    else:
        verbs = single & plain_forms().keys()
        groups = (verbs, begins.keys() - verbs, single - verbs - begins.keys())
        places = (one for group in groups for one in _places(content, first, last, group))
    idle = -1  # where a phrase ends that keeps its words from being cues
    for start, form in places:
        if start < idle:
            continue
        end = start + len(form)
        kind: CueKind | None = None
        phrase = _phrase(content, start, begins[form]) if form in begins else None
        if phrase is not None:
            end = start + len(phrase[0])
            kind = None if _called_off(content, start, end) else phrase[1]
            idle = end if phrase[1] is None else idle
        elif form in kinds:
            kind = kind_of(text.text, base + start, base + end, form, kinds[form])
        if kind is not None and not in_quotes(text, base + start):
            yield Cue(text.span(base + start, base + end), kind)


def _lowered(text: Text, start: int, end: int) -> str:
    """Return a piece of the text in lower case, of the same length."""
    piece = text.text[start:end]
    lowered = piece.lower()
    return lowered if len(lowered) == len(piece) else text.get(lowered_text)[start:end]


def _phrases_among(words: AbstractSet[str], content: str | None = None) -> dict[str, list[Phrase]]:
    """Return the phrases of these words (in a text) by their first word, the longest first."""
    found: dict[str, list[Phrase]] = {}
    by_word = phrases_by_rarest_word()
    for word in words & by_word.keys():
        for first, every, phrase in by_word[word]:
            if every <= words and (content is None or phrase[0] in content):
                found.setdefault(first, []).append(phrase)
    for several in found.values():
        several.sort(key=lambda one: -len(one[0]))
    return found


def _places(
    content: str, first: int, last: int, words: AbstractSet[str]
) -> Iterable[tuple[int, str]]:
    """Return where words stand between two offsets, in order, as `FORM` finds them."""
    if len(words) > _MANY:
        every = FORM.finditer(content, first, last)
        return ((one.start(), one.group()) for one in every if one.group() in words)
    places = []
    for word in words:
        at = content.find(word, first, last)
        while at >= 0:
            end = at + len(word)
            if (
                at == first
                or content[at - 1] == " "
                or not _tied(content[max(first, at - 2) : at][::-1])
            ) and (end == last or not _tied(content[end : min(end + 2, last)])):
                places.append((at, word))
            at = content.find(word, end, last)
    places.sort()
    return places


def _tied(beside: str) -> bool:
    """Tell whether the two characters beside a letter (the next one first) belong to its word."""
    beside = beside.removeprefix("-")[:1]
    return beside.isalnum() and not beside.isdecimal()


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
