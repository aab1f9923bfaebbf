"""Speakers before a colon: `Poll: …`, and `LIND: …` in a transcript."""

from __future__ import annotations

from collections import Counter
from functools import cache

from newslint.patterns import regexp
from newslint.source import Text
from newslint.spans import Span
from newslint.text.article import article
from newslint.text.phrases import word_list
from newslint.text.sentences import paragraph_at

# A label has so few words that no sentence is taken for one: `The Lund harbour police: …`.
_LABEL = regexp(r"(?P<label>[A-Z][\w.’'-]*(?:\s+[\w.’'-]+){0,3}):\s+(?=[\w“\"‘'](?:\S*\s+){3})")
# `LIND:`, `MS. LIND:`, `Q:`: capitals only.
_CAPITALS = regexp(r"(?P<label>[A-Z][A-Z.’'-]*(?:\s+[A-Z][A-Z.’'-]*){0,3}):\s+(?=[\w“\"‘'(\[])")
# A speaker of a transcript has so many turns at least; `UPDATE:` and `PHOTOS:` stand once.
TURNS = 2


def label_of(place: Span) -> Span | None:
    """Return the label that says who speaks in a sentence, or ``None``.

    A label is a source of the list `cue_labels.txt` (`Port police:`) at the start of the sentence,
    or a name in capitals at the start of the paragraph that begins two paragraphs of the text.
    """
    found = _LABEL.match(place.text)
    if found is not None and found["label"].lower().rpartition(" ")[2] in _sources():
        return place.slice(*found.span("label"))
    text = place.source
    speakers = text.get(_speakers) if isinstance(text, Text) else frozenset()
    if not speakers or not isinstance(text, Text):
        return None
    paragraph = paragraph_at(text, place.start)
    found = _CAPITALS.match(paragraph.text) if paragraph else None
    if paragraph is None or found is None or found["label"] not in speakers:
        return None
    return paragraph.slice(*found.span("label"))


def _speakers(text: Text) -> frozenset[str]:
    turns = Counter(
        found["label"]
        for paragraph in text.get(article).body
        if (found := _CAPITALS.match(paragraph.text))
    )
    return frozenset(label for label, number in turns.items() if number >= TURNS)


@cache
def _sources() -> frozenset[str]:
    return frozenset(word_list("newslint.text.data", "cue_labels.txt"))
