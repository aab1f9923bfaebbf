"""Claims in the reporter's own voice."""

from __future__ import annotations

import re
from bisect import bisect_right

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
from newslint_rules.attribution.claim_forms import (
    CERTAINTY,
    GUESSES,
    INFERENCES,
    JUDGING_VERBS,
    MODALS,
    OUTLOOKS,
    Claim,
    claim_at,
)

GATE = phrases(*CERTAINTY, *GUESSES, *INFERENCES, *JUDGING_VERBS, *MODALS, *OUTLOOKS)
_FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|my|My)\b")
# A writer who says I (or my) so often, outside quotations, signs for the claims. In scraped news
# one article in ten does, in agency copy one in seventy.
FIRST_PERSON = 3
# Code points on either side of a claim within which its sentence is searched for a source.
REACH = 600


@rule("ATT002", severity="info", languages=("en",), near=GATE)
def unattributed_claim(doc: Doc) -> Findings:
    """A forecast, judgement or guess in the reporter's own voice, with no source.

    `This could lead to a new dispute`, `poses a serious threat`, `is likely worried`: somebody has
    to have said so, or the newspaper says it itself. In news an editor asks whose claim it is.

    Six forms are known, all from word lists beside this rule: a possible effect (`could trigger`),
    an outlook (`is bound to`, `remains to be seen`), a grave judgement (`marks a dramatic shift`),
    a guess at a state of mind (`is likely worried`), a word that vouches (`undoubtedly`), an
    inference (`…, implying a threat`). Left alone are questions, quoted speech, sentences with a
    word of saying or believing anywhere or any other attribution before the claim, sentences that
    follow an attributed one in their paragraph (guesses apart), and columns (*I* or *my* three
    times).

    About 145 findings per 1,000 scraped articles, 25 in agency copy. In hand-annotated news (924
    articles) 69 in 100 stood in a sentence without any attribution and 75 in one without a named
    source; most others are `is likely to`, which the annotators took for somebody's view. Whether
    a claim needs a source is the reader's to judge: analysis and sport live on forecasts. It misses
    claims in other words, above all plain evaluations (`a brutal regime`).

    Bad: The new toll >>could trigger<< a dispute with the ferry towns.
    Bad: The minister said no. He >>is likely worried<< about the price of bread.
    Bad: The vote >>marks a dramatic shift<< in the town's history.
    Bad: The closure >>will undoubtedly further strain<< the budget of the port.
    Bad: It >>remains to be seen<< whether the ferry will sail again.
    Good: The new toll could trigger a dispute with the ferry towns, the mayor said.
    Good: The mayor spoke of a risk. She said the toll was new. It could trigger a dispute.
    Good: "This could trigger a dispute," said Mona Lind.
    Good: Could the toll trigger a dispute?
    Good: The toll of 12 crowns was introduced in May and is paid at the northern gate.
    """
    column: bool | None = None
    last_end = -1
    for hit in doc.hits(GATE):
        if hit.start < last_end:
            continue
        claim = claim_at(doc, hit)
        if claim is None or not _unsourced(doc, hit, claim):
            continue
        if column is None:
            column = _is_column(doc)
        if column:
            return
        last_end = claim.place.end
        yield claim.place.flag(f"{claim.place.text!r} {claim.does} and names no source")


def _unsourced(doc: Doc, hit: Span, claim: Claim) -> bool:
    paragraph = paragraph_at(doc, hit.start)
    if paragraph is None or in_quotes(doc, hit):
        return False
    sentences = sentences_of(paragraph)
    number = bisect_right(sentences, hit.start, key=lambda one: one.start) - 1
    if number < 0 or not sentences[number].contains(claim.place):
        return False
    if doc.text.endswith("?", 0, sentences[number].end):
        return False
    if hit.text.lower() in INFERENCES:  # drawn from what a source says in the same sentence
        return True
    if hit.text.lower() in GUESSES:  # nobody's mind is known from what else is said of him
        start = max(sentences[number].start, claim.place.start - REACH)
        return not attributed(doc.span(start, claim.place.start))
    if _sourced(doc, sentences[number], claim.place):
        return False
    return not number or not attributed(sentences[number - 1], closely=True)


def _sourced(doc: Doc, sentence: Span, place: Span) -> bool:
    """Tell whether the sentence names a source: anywhere by a word of saying, else before it."""
    start = max(sentence.start, place.start - REACH)
    around = doc.span(start, min(sentence.end, place.end + REACH))
    if attributed(around, closely=True, apart_from=place):
        return True
    return attributed(doc.span(start, place.start))


def _is_column(doc: Doc) -> bool:
    """Tell whether the writer says I: then the writer is the source."""
    said = 0
    for paragraph in doc.body:
        for match in _FIRST_PERSON.finditer(paragraph.text):
            said += not in_quotes(doc, paragraph.start + match.start())
    return said >= FIRST_PERSON
