"""Sources without a name."""

from __future__ import annotations

import re

from newslint import (
    Doc,
    Findings,
    Span,
    in_quotes,
    phrase_file,
    phrases,
    regexp,
    rule,
    sentence_at,
)
from newslint_rules.attribution.naming import verb_of

WORDINGS = phrase_file(__package__, "anonymity.txt")
SPEAKERS = phrase_file(__package__, "unnamed_speakers.txt")
NEAR = phrases(*WORDINGS.literals, *SPEAKERS.literals)


# `citing unnamed security officials`: up to the noun, within three words.
_CITED = regexp(
    r"(?:\s+[\w-]+){0,3}?\s+(?:sources?|officials?|people|diplomats?|aides?|executives?)\b"
)
# `an officer of the port who`, before what keeps the name out.
_WHO = regexp(
    r"\b(?:an?|one|two|three|several|some|another)\s+(?:[\w-]+\s+){1,6}(?:who|,\s*who)\s+(?:\w+\s+)?\Z",
    re.IGNORECASE,
)
# Code points before a wording within which its person stands.
REACH = 60
_DEFINITE = regexp(r"\b(?:the|this|that|these|those)\s+(?:\w+\s+)?\Z", re.IGNORECASE)


@rule("ATT004", severity="info", languages=("en",), near=NEAR)
def anonymous_source(doc: Doc) -> Findings:
    """A source that is kept unnamed: `citing sources`, `declined to be named`.

    There are good reasons to keep a name out of the paper, and a reader has to take them on trust.
    The finding says where that trust is asked for. A sentence is reported once, and so
    is a wording in an article; `the source said` further on speaks of somebody already reported and
    is left alone, as is quoted speech.

    It does not ask whether the text gives a reason. It errs where the article speaks of the
    anonymous sources of others (a dispute over leaks), and reports again a source that was
    described a paragraph before. It misses unnamed people who are described at length (`a man who
    works in the port`).

    Bad: The paper reported on Monday, >>citing sources<<, that the port would close.
    Bad: A >>senior official said<< the port would close.
    Bad: The port will close, said >>an officer who declined to be named<<.
    Bad: It spoke of a closure, >>citing unnamed port officials<<.
    Good: The port will close, said its director, Mona Lind. The sources of the river are near.
    Good: The source said the rest of the fleet would stay.
    """
    last = -1
    given: set[str] = set()
    for hit in doc.hits(NEAR):
        sentence = sentence_at(doc, hit.start)
        if sentence is None or sentence.start <= last or in_quotes(doc, hit):
            continue
        place = _wording(hit, sentence) if hit.text in WORDINGS else _speaker(hit, sentence)
        if place is None:
            continue
        last = sentence.start
        if place.text.lower() not in given:
            given.add(place.text.lower())
            yield place.flag(f"{place.text!r} keeps the source unnamed")


def _wording(hit: Span, sentence: Span) -> Span:
    """`citing unnamed port officials`, `an officer who declined to be named`."""
    start, end = hit.start - sentence.start, hit.end - sentence.start
    if hit.text.lower().startswith(("citing", "cites", "cited")):
        more = _CITED.match(sentence.text, end)
        return hit.to(sentence.group(more)) if more else hit
    who = _WHO.search(sentence.text[max(0, start - REACH) : start])
    return sentence.slice(start - len(who.group()), end) if who else hit


def _speaker(hit: Span, sentence: Span) -> Span | None:
    start = hit.start - sentence.start
    if _DEFINITE.search(sentence.text[max(0, start - REACH) : start]):
        return None
    verb = verb_of(hit, sentence)
    return hit.to(verb.span) if verb else None
