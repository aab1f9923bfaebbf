"""RES010: the same passage twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Annotated

from newslint import Doc, Finding, Findings, Span, rule

_WORD = re.compile(r"\w+")
_MOST_COPIES = 3
_SHORTEST = 4
_QUOTES = " \"'“”‘’.!?,"
_DECK_SHARE = 0.6


@rule("RES010", severity="warning", supersedes=("GAR004",))
def repeated_passage(
    doc: Doc,
    *,
    min_words: Annotated[int, "words from which a repeated sentence or paragraph counts"] = 10,
) -> Findings:
    """The same sentence or paragraph stands twice in the story.

    Pull quotes, captions and teasers come into the text this way, and so do paragraphs that an
    editor moved and forgot to delete. A paragraph that is repeated whole is one finding. A deck
    whose words come again in the body is an information: many houses write it so.

    Left alone: short sentences, refrains (a sentence that comes more than three times), rows of
    tables, speaker labels. Sentences that differ by a word are not found.

    Bad:
        The bridge will stay closed until the spring because two of its cables are worn.

        Residents asked for a ferry.

        >>The bridge will stay closed until the spring because two of its cables are worn.<<
    Good:
        The bridge is closed.

        Residents asked for a ferry.

        The bridge is closed.
    """
    paragraphs = _repeats(doc.body, min_words)
    covered = [later for later, _ in paragraphs]
    sentences = [
        (later, first)
        for later, first in _repeats(doc.sentences, min_words)
        if not any(paragraph.contains(later) for paragraph in covered)
    ]
    for later, first in (*paragraphs, *sentences):
        yield later.flag(
            f"this passage of {len(_WORD.findall(later.text))} words stands twice in the text",
            related=[(first, "the first time")],
        )
    yield from _decks(doc, min_words)


def _repeats(spans: Iterable[Span], min_words: int) -> list[tuple[Span, Span]]:
    """Return ``(later, first)`` for passages that come two or three times."""
    places: dict[str, list[Span]] = {}
    for span in spans:
        if len(span) >= _SHORTEST * min_words:
            places.setdefault(span.text.casefold().strip(_QUOTES), []).append(span)
    return [
        (later, copies[0])
        for copies in places.values()
        if 1 < len(copies) <= _MOST_COPIES and _is_passage(copies[0], min_words)
        for later in copies[1:]
    ]


def _is_passage(span: Span, min_words: int) -> bool:
    words = _WORD.findall(span.text)
    return len(words) >= min_words and sum(word.isdigit() for word in words) <= len(words) / 5


def _decks(doc: Doc, min_words: int) -> Iterator[Finding]:
    """Flag a deck when most of its words come again in the story, in a row."""
    for deck in doc.deck:
        words = [match.group().casefold() for match in _WORD.finditer(deck.text)]
        size = max(min_words, round(_DECK_SHARE * len(words)))
        if size > len(words):
            continue
        runs = [" ".join(words[at : at + size]) for at in range(len(words) - size + 1)]
        for paragraph in doc.body:
            told = " ".join(match.group().casefold() for match in _WORD.finditer(paragraph.text))
            if any(run in told for run in runs):
                yield deck.flag(
                    "the deck says what a paragraph says again",
                    severity="info",
                    related=[(paragraph, "the paragraph")],
                )
                break
