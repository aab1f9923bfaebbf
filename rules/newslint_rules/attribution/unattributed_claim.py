"""Claims in the reporter's own voice."""

from __future__ import annotations

import re

from newslint import (
    Doc,
    Findings,
    Span,
    attributed,
    in_quotes,
    paragraph_at,
    phrases,
    rule,
    sentences_of,
)
from newslint_rules.attribution.claim_forms import GUESSES, INFERENCES, MODALS, claim_at, words

GATE = phrases(
    *MODALS,
    *GUESSES,
    *INFERENCES,
    *words("certainty"),
    *words("judging_verbs"),
    *words("stock_outlooks"),
)
_FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|my)\b")


@rule("ATT002", severity="info", languages=("en",), near=GATE)
def unattributed_claim(doc: Doc) -> Findings:
    """A forecast, judgement or guess that nobody in the text makes.

    Bad: The new toll >>could lead to<< lower fares. The mayor is away.
    """
    column: bool | None = None
    last_end = -1
    for hit in doc.hits(GATE):
        if hit.start < last_end or (paragraph := paragraph_at(doc, hit.start)) is None:
            continue
        found = _claim_in(doc, hit, sentences_of(paragraph))
        if found is None:
            continue
        if column is None:
            column = _is_column(doc)
        if column:
            return
        place, does = found
        last_end = place.end
        yield place.flag(f"{place.text!r} {does} and names no source")


def _claim_in(doc: Doc, hit: Span, sentences: tuple[Span, ...]) -> tuple[Span, str] | None:
    for number, sentence in enumerate(sentences):
        if sentence.start <= hit.start < sentence.end:
            break
    else:
        return None
    claim = claim_at(hit, sentence)
    if claim is None or in_quotes(doc, hit) or sentence.text.endswith("?"):
        return None
    if hit.text.lower() not in INFERENCES:
        if _sourced(doc, sentence, claim.place):
            return None
        if number and attributed(sentences[number - 1], closely=True):
            return None
    return claim


def _sourced(doc: Doc, sentence: Span, place: Span) -> bool:
    """Tell whether the sentence names a source: anywhere by a word of saying, else before it."""
    if attributed(sentence, closely=True, apart_from=place):
        return True
    return attributed(doc.span(sentence.start, place.start))


def _is_column(doc: Doc) -> bool:
    """Tell whether the writer says I: then the writer is the source."""
    said = 0
    for paragraph in doc.body:
        for match in _FIRST_PERSON.finditer(paragraph.text):
            said += not in_quotes(doc, paragraph.start + match.start())
    return said >= FIRST_PERSON


FIRST_PERSON = 3
