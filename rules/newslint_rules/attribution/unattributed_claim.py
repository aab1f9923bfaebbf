"""Claims in the reporter's own voice."""

from __future__ import annotations

from bisect import bisect_right
from typing import Annotated

from newslint import (
    Doc,
    Findings,
    Span,
    attributed,
    has_cue,
    in_quotes,
    paragraph_at,
    phrases,
    regexp,
    rule,
    sentences_of,
)
from newslint_rules.attribution.claim_forms import GUESSES, INFERENCES, WORDS, Claim, claim_at
from newslint_rules.attribution.genre import is_opinion
from newslint_rules.attribution.naming import SAYING
from newslint_rules.attribution.sourceless import nobody_in

GATE = phrases(*WORDS)
# The speaker of the sentence after a claim may be the claim's: nobody else is named.
_SAME_SPEAKER = regexp(r"(?:He|She|They|It|The|That|This|Such|But|And|In|As)\b|[\"“]")
# Code points on either side of a claim within which its sentence is searched for a source.
REACH = 600
_STOPS = ".!?…\n"
# In a sentence with more words a source may stand that no list knows (30 words: half again as many
# as an ordinary sentence of news has).
LONGEST = 30


@rule("ATT002", severity="info", languages=("en",), near=GATE)
def unattributed_claim(
    doc: Doc,
    *,
    at_most: Annotated[int, "findings an article; analysis and satire have more claims"] = 10,
) -> Findings:
    """A forecast, judgement, cause or guess in the reporter's own voice, with no source.

    `This could lead to a new dispute`, `poses a serious threat`, `is likely worried`: somebody has
    to have said so, or the newspaper says it itself. In news an editor asks whose claim it is.

    The forms are known from word lists beside this rule: a possible effect (`could trigger`), an
    outlook (`is bound to`, `remains to be seen`), a grave judgement (`marks a dramatic shift`, `a
    recipe for disaster`), a judging word at the head of a sentence (`Ironically,`), a guess at a
    state of mind (`is likely worried`) or a motive (`apparent bid to`), a word that vouches
    (`undoubtedly`), an inference (`…, implying a threat`). Forms that are common in plain news
    too (`is deeply flawed`, `is likely to rise`, `may be the last`, `largely because`) are reported
    only where the sentence speaks of nobody who could have said so.

    Left alone are questions and conditions, quoted speech, sentences of more than 30 words,
    sentences with a word of saying, believing, wanting or showing, sentences that follow an
    attributed one in their paragraph or are taken up by its speaker in the next (guesses apart),
    and the writer's own pieces, told by their section, address or headline or by *I*, *we* and
    *our*. Of one article at most ten are reported (`at-most`).

    On annotated news nine of ten findings stand in a sentence in which nobody is said to say or
    think anything. Whether a claim needs a source is the reader's to judge: analysis and sport live
    on forecasts, and satire on certainty. It errs where a scenario, a study or the label of a drug
    is told without a word of saying, where reported speech runs on over a paragraph, and in pull
    quotes. It misses claims in other words and most plain evaluations (`a brutal regime`).

    Bad: The new toll >>could trigger<< a dispute with the ferry towns.
    Bad: The minister said no. He >>is likely worried<< about the price of bread.
    Bad: The vote >>marks a dramatic shift<< in the town's history.
    Bad: The closure >>will undoubtedly further strain<< the budget of the port.
    Bad: It >>remains to be seen<< whether the ferry will sail again.
    Bad: >>Ironically<<, the mayor had closed the bridge herself.
    Bad: The port was closed in an >>apparent bid to<< stop the ferry.
    Bad: The new timetable >>is deeply flawed<<.
    Good: The new toll could trigger a dispute with the ferry towns, the mayor said.
    Good: The mayor spoke of a risk. She said the toll was new. It could trigger a dispute.
    Good: "This could trigger a dispute," said Mona Lind.
    Good: Could the toll trigger a dispute?
    Good: It is open whether the new timetable is deeply flawed.
    Good: To officials of the port the new timetable is deeply flawed.
    Good: The toll of 12 crowns was introduced in May and is paid at the northern gate.
    """
    opinion: bool | None = None
    last_end, given = -1, 0
    for hit in doc.hits(GATE):
        if hit.start < last_end:
            continue
        claim = claim_at(doc, hit)
        if claim is None or not _unsourced(doc, hit, claim):
            continue
        if opinion is None:
            opinion = is_opinion(doc)
        if opinion or given == at_most:
            return
        last_end, given = claim.place.end, given + 1
        yield claim.place.flag(f"{claim.place.text!r} {claim.does} and names no source")


def _unsourced(doc: Doc, hit: Span, claim: Claim) -> bool:
    if in_quotes(doc, hit):
        return False
    paragraph = paragraph_at(doc, hit.start)
    if paragraph is None:
        return False
    word = hit.text.lower()
    inferred, guessed = word in INFERENCES, word in GUESSES
    if not (inferred or guessed) and _may_have_source(_part_around(doc, paragraph, hit), claim):
        return False
    sentences = sentences_of(paragraph)
    number = bisect_right(sentences, hit.start, key=lambda one: one.start) - 1
    if number < 0 or not sentences[number].contains(claim.place):
        return False
    if doc.text.endswith("?", 0, sentences[number].end):
        return False
    if inferred:  # drawn from what a source says in the same sentence
        return True
    if guessed:  # nobody's mind is known from what else is said of him
        start = max(sentences[number].start, claim.place.start - REACH)
        return not attributed(doc.span(start, claim.place.start))
    if _may_have_source(sentences[number].text, claim):
        return False
    if _sourced(doc, sentences[number], claim.place):
        return False
    following = sentences[number + 1 : number + 2]
    if any(_SAME_SPEAKER.match(one.text) and _spoken(one) for one in following):
        return False
    return not number or not _spoken(sentences[number - 1])


def _may_have_source(words: str, claim: Claim) -> bool:
    """Tell whether a sentence, or a part of it, has too many words or somebody who could speak."""
    return len(words.split()) > LONGEST or (claim.faint and not nobody_in(words))


def _part_around(doc: Doc, paragraph: Span, hit: Span) -> str:
    """Return what stands around a hit between the nearest marks that can end a sentence.

    It is a part of the sentence of the hit, found without looking for where sentences end.
    """
    dateline = doc.article.dateline
    begin = dateline.end if dateline and paragraph.contains(dateline) else paragraph.start
    first, last = max(begin, hit.start - REACH), min(paragraph.end, hit.start + REACH)
    before, after = doc.text[first : hit.start], doc.text[hit.start : last]
    start = max(map(before.rfind, _STOPS)) + 1
    if first > begin and not start:
        start = before.find(" ") + 1  # not in the middle of a word
    ends = [end for stop in _STOPS if (end := after.find(stop)) >= 0]
    if not ends:
        ends = [len(after) if last == paragraph.end else max(0, after.rfind(" "))]
    return before[start:] + after[: min(ends)]


def _sourced(doc: Doc, sentence: Span, place: Span) -> bool:
    """Tell whether anybody says, thinks or shows anything in the sentence of a claim."""
    start, end = max(sentence.start, place.start - REACH), min(sentence.end, place.end + REACH)
    return attributed(doc.span(start, end), apart_from=place)


def _spoken(sentence: Span) -> bool:
    """Tell whether the sentence beside a claim is somebody's, and so perhaps the claim."""
    return attributed(sentence, closely=True) or has_cue(sentence, SAYING)
