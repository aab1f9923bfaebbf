"""Who speaks in a sentence: does a noun there say something, and is anybody named nearby?"""

from __future__ import annotations

from bisect import bisect_left

from newslint import (
    Cue,
    CueKind,
    Doc,
    Span,
    cues_in,
    in_quotes,
    paragraph_at,
    regexp,
    sentences_of,
)

SAYING = frozenset({CueKind.SPEECH, CueKind.THOUGHT})
# Code points between a name and its verb (`Mona Lind, who owns the mill by the river, says`), and
# between a verb and its name (`said Dr Lind`, `said the chairman, Mona Lind`).
REACH = 80
ADJACENT = 5
# Code points around a vague source within which the named one must speak: two long paragraphs.
NEAR = 1500
# Code points in which a verb after its subject is looked for.
LONGEST_VERB = 30
# Between a subject and its verb: adverbs and auxiliaries.
_ADVERBS = regexp(
    r"\s+(?:(?:have|had|has|do|did|also|now|still|long|often|even|would|will|in turn|"
    r"[a-z]+ly)\s+){0,2}"
)
# `Mona Lind`, `J. Peter Okoro`, `Ms Lind`: two capitalised words, or a title and one.
_NAME = regexp(
    r"\b[A-Z][\w’'-]*\.?\s+(?:[A-Z][\w’'-]*\.?\s+|(?:de|von|van|al|bin)\s+)*[A-Z][\w’'-]+"
)


def verb_of(subject: Span, sentence: Span) -> Cue | None:
    """Return the verb of saying or thinking whose subject ends with ``subject``, or ``None``."""
    after = _ADVERBS.match(sentence.text, subject.end - sentence.start)
    if after is None:
        return None
    place = after.end()
    cue = next(iter(cues_in(sentence.slice(place, place + LONGEST_VERB))), None)
    at_once = cue is not None and cue.span.start == sentence.start + place
    return cue if cue and at_once and cue.kind in SAYING else None


def named_speaker_near(doc: Doc, place: Span, paragraphs: int) -> bool:
    """Tell whether somebody with a name says something in this paragraph or the next ones.

    Args:
        doc: The article.
        place: Where to look from.
        paragraphs: How many of the following paragraphs count as near.
    """
    here = paragraph_at(doc, place.start)
    if here is None:
        return False
    body = doc.body
    number = bisect_left(body, here.start, key=lambda one: one.start)
    return any(
        _named_speaker(doc, sentence)
        for paragraph in body[number : number + 1 + paragraphs]
        for sentence in _around(sentences_of(paragraph), place)
    )


def named_anywhere(doc: Doc) -> bool:
    """Tell whether anybody seems to be named in the body: `Mona Lind`, `Ms Lind`."""
    return any(_NAME.search(paragraph.text) for paragraph in doc.body)


def _around(sentences: tuple[Span, ...], place: Span) -> tuple[Span, ...]:
    """Return the sentences within reach of a place; a text without stops has but one, too long."""
    first = bisect_left(sentences, place.start - NEAR, key=lambda one: one.end)
    last = bisect_left(sentences, place.end + NEAR, key=lambda one: one.start)
    return tuple(one for one in sentences[first:last] if len(one) <= NEAR)


def _named_speaker(doc: Doc, sentence: Span) -> bool:
    """`Mona Lind, a tenant, said`, `said Mona Lind`, `according to Mona Lind`."""
    names = [
        (sentence.start + match.start(), sentence.start + match.end())
        for match in _NAME.finditer(sentence.text)
    ]
    if not names:
        return False
    for cue in cues_in(sentence):
        according = cue.kind is CueKind.PHRASE and cue.span.text.lower().startswith("according")
        if (according or cue.kind is CueKind.SPEECH) and any(
            end <= cue.span.start <= end + REACH or cue.span.end < start <= cue.span.end + ADJACENT
            for start, end in names
            if not in_quotes(doc, start)
        ):
            return True
    return False
