"""Attribution: who said, wrote or thought what, and the words that say so.

Told by word lists of cues and what stands beside them (`cues`, `cue_context`, `cue_frames`), by
quotation marks, by labels before a colon (`speaker_labels`) and by word order (`said_by`,
`subjects`); there is no parser and nothing is fitted to a corpus. So the sentence is usually right
and the ends of source and content are often approximate: rules should ask whether there is an
attribution, not where it ends.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

from newslint.patterns import regexp
from newslint.source import Text
from newslint.spans import Span
from newslint.structs import Struct
from newslint.text.article import article
from newslint.text.attribution.cues import Cue, CueKind, cues_among, cues_in, has_cue
from newslint.text.attribution.said_by import parts_of
from newslint.text.attribution.speaker_labels import label_of
from newslint.text.attribution.subjects import REACH, STOP
from newslint.text.quotes import Quote, quotes_in
from newslint.text.sentences import paragraph_at, sentences_of


class Attribution(Struct):
    """One attribution: what is said, by whom, and the words that say so.

    Args:
        content: What is said or thought, with its quotation marks.
        source: Who says it; ``None`` where it is not said (`is expected to`).
        cue: The words that say so; ``None`` for a quotation that merely goes on.
    """

    content: Span
    source: Span | None
    cue: Span | None


# Shorter quotations are names, titles and words set apart, and attribute nothing (code points,
# words): `a “carried freight” rule`.
QUOTE_LENGTH = 12
QUOTE_WORDS = 3
# A text without stops is read in pieces of so many code points.
_LONGEST = 5000
# Words of a sentence that only says who speaks; words of one that ends with a colon.
_LONGEST_BARE = 7
_LONGEST_LEAD = 12
# Code points between two paragraphs.
_GAP = 8

CLOSE = frozenset({CueKind.SPEECH, CueKind.THOUGHT, CueKind.PHRASE})
"""Kinds of cues that name somebody's words or beliefs, where others may only tell of deeds."""
INWARD = frozenset({CueKind.THOUGHT, CueKind.EVIDENCE, CueKind.AIM})
"""Kinds of cues that attribute nothing in a question."""


def attributed(place: Span, *, closely: bool = False, apart_from: Span | None = None) -> bool:
    """Tell whether a sentence gives words or thoughts as somebody's: a quotation or a cue.

    A sentence that only says who speaks (`He said:`) gives no words; the paragraph after such a
    sentence and a colon does. How often this is right is measured by `bench/accuracy.py`.

    Args:
        place: A sentence of the body (or any other place in it).
        closely: Count only words of saying and believing, not aims, evidence, nouns and moods.
        apart_from: Leave out cues that begin here.
    """
    if any(_spoken(quote) for quote in quotes_in(place)) or _introduced(place) or label_of(place):
        return True
    cues = (
        cue
        for cue in cues_among(place)
        if (not closely or cue.kind in CLOSE)
        and (apart_from is None or not apart_from.start <= cue.span.start < apart_from.end)
    )
    if place.text.endswith("?"):  # `Who knew?`: the reader is asked, nobody is said to know
        cues = (cue for cue in cues if cue.kind not in INWARD)
    words = len(place.text[: REACH + 1].split())
    if words > _LONGEST_LEAD:  # too long to be bare: the first cue will do
        return next(cues, None) is not None
    found = list(cues)
    return bool(found) and not _bare(place, found, words)


def _bare(place: Span, cues: list[Cue], words: int) -> bool:
    """`Ms Lind agreed.`, `The mayor added:`: a speaker and a verb without what is said."""
    start, end = cues[-1].span.start - place.start, cues[-1].span.end - place.start
    if any(letter.isalnum() for letter in place.text[end : end + REACH]):
        return False
    if place.text.rstrip().endswith(":"):
        return words <= _LONGEST_LEAD
    return words <= _LONGEST_BARE and len(cues) == 1 and not STOP.search(place.text, 0, start)


def _introduced(place: Span) -> bool:
    """Tell whether the paragraph before ends with a speaker and a colon: this one is spoken."""
    text = place.source
    here = paragraph_at(text, place.start) if isinstance(text, Text) else None
    if here is None or not isinstance(text, Text):
        return False
    gap = text.text[max(0, here.start - _GAP) : here.start].rstrip()
    if not gap.endswith(":"):
        return False
    before = paragraph_at(text, max(0, here.start - _GAP) + len(gap) - 1)
    return before is not None and has_cue(sentences_of(before)[-1], CLOSE)


def attributions(text: Text) -> tuple[Attribution, ...]:
    """Return the attributions of the body, in order of their contents."""
    return attributions_before(text, len(text.text) + 1)


def attributions_before(text: Text, end: int) -> tuple[Attribution, ...]:
    """Return the attributions of the paragraphs that begin before an offset.

    Of the sources that stand before it none is missing: a later quotation may have one of them, but
    only after something else that it is the source of.
    """
    found: list[Attribution] = []
    speaker: Span | None = None  # of the last words given, for quotations that go on without a cue
    for paragraph in text.get(article).body:
        if paragraph.start >= end:
            break
        here: list[Attribution] = []
        speakers: list[Span] = []
        for sentence in sentences_of(paragraph):
            label = label_of(sentence)
            if label is not None:
                said = sentence.slice(max(0, label.end - sentence.start), len(sentence.text))
                here.append(Attribution(said.strip(" :\n"), label, None))
                speakers.append(label)
            for start in range(0, len(sentence), _LONGEST):
                stop = min(start + _LONGEST, len(sentence))
                for cue, one in _in_sentence(sentence.slice(start, stop)):
                    here.append(one)
                    if one.source is not None and cue.kind in CLOSE:
                        speakers.append(one.source)
        speakers.sort(key=lambda one: one.start)
        here += _going_on(paragraph, here, speakers, speaker)
        speaker = speakers[-1] if speakers else speaker
        found += sorted(here, key=lambda one: (one.content.start, one.content.end))
    return tuple(found)


def _spoken(quote: Quote) -> bool:
    """Tell somebody's words from a name, a word set apart and the title of a work."""
    if quote.size < QUOTE_LENGTH:
        return False
    words = quote.content.text[:REACH].split()
    return len(words) >= QUOTE_WORDS and not _is_title(quote, words)


def _is_title(quote: Quote, words: list[str]) -> bool:
    """`“The Bridge of Sorrows”`, alone or behind words of a text, not those of a headline."""
    if len(words) > _LONGEST_TITLE or any(word[0].islower() and len(word) > 3 for word in words):
        return False
    if not any(word[0].isupper() and len(word) > 3 for word in words[1:]):
        return False
    around = quote.span.window(REACH, REACH)
    inside = quote.span.start - around.start
    before = around.text[:inside].rpartition("\n")[2]
    after = around.text[inside + len(quote.span) :].partition("\n")[0]
    return bool(_LONG_SMALL.search(before)) or not (before.strip() or after.strip())


_LONG_SMALL = regexp(r"\b[a-z]{5,}\b")
# Titles of works have fewer words, as a rule.
_LONGEST_TITLE = 9


def _in_sentence(sentence: Span) -> Iterator[tuple[Cue, Attribution]]:
    for cue in cues_in(sentence):
        source, content = parts_of(sentence, cue)
        content = content.strip(" ,;:\n")
        if content.text.strip(".!? "):
            yield cue, Attribution(content, source, cue.span)


def _going_on(
    paragraph: Span, here: list[Attribution], speakers: list[Span], speaker: Span | None
) -> Iterator[Attribution]:
    """Give the quotations of a paragraph that no cue takes to a label or to a speaker near it."""
    taken = sorted((one.content.start, one.content.end) for one in here)
    furthest = list(accumulate((end for _, end in taken), max))
    for quote in quotes_in(paragraph):
        before = bisect_left(taken, (quote.span.end, 0))  # contents that begin before its end
        overlaps = before > 0 and furthest[before - 1] > quote.span.start
        if _spoken(quote) and not overlaps:
            label = _LABEL.match(paragraph.text[: max(0, quote.span.start - paragraph.start)])
            if label is not None:
                speaker = paragraph.slice(*label.span(1))
            elif speakers:
                number = bisect_left(speakers, quote.span.start, key=lambda one: one.start)
                speaker = speakers[max(0, number - 1)]
            yield Attribution(quote.span, speaker, None)


# `Mona Lind: “…”`
_LABEL = regexp(r"\s*([A-Z][\w.,’'() -]{1,60}):\s*\Z")
