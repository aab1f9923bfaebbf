"""DAT005 reported-before-it-happened."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache

from newslint import (
    MONTH_WORDS,
    DateMention,
    Doc,
    Findings,
    in_quotes,
    rule,
    word_list,
)
from newslint_rules.dates.around import sentence_around

ONE_DAY = timedelta(days=1)  # the world has two dates at any time

_FINITE = (
    r"was|were|had|held|met|won|lost|took|began|made|gave|told|said|left|went|came|fell|rose|struck"
    r"|shot|sold|bought|spoke|wrote|broke|sank|flew|drove|became|sent|paid|saw"
)
_PAST = re.compile(rf"\b(?:[a-z]{{2,}}ed|{_FINITE})\b(?:,?[ ][\w'’-]+){{0,9}},?[ ]on[ ]\Z")
_ON = re.compile(r"(?:\A|[ ])On[ ]\Z")
_THEN = re.compile(
    rf",?[ ](?:(?!that\b|which\b|who\b)[\w'’-]+[ ]){{1,6}}?"
    rf"(?:{_FINITE}|announced|approved|voted|died)\b"
)

_STILL_GOING = re.compile(r"\b(?:was|were)[ ](?:\w+[ ]){0,2}\w+ing\b")
"""What was coming: ``said that she was leaving on``."""
_AFTER_ALL = re.compile(
    r"\b(?:will|would|could|should|may|might|shall|must|if|corrected|correction|note)\b"
)


@rule("DAT005", severity="warning", languages=("en",), near=MONTH_WORDS, data=("plan-words.txt",))
def reported_before_it_happened(doc: Doc) -> Findings:
    r"""Something told as past that lies after the article's date.

    Either the date in the text or that of the article is wrong, or the passage was put in later. A
    finding needs a verb in the past, `on`, and a full date side by side (or `On` with the date
    first), more than one day after publication. Captions of later pictures on an older page are
    what it finds most.

    Left alone: quotations, dates without a year, and every sentence with a word of plans, terms,
    invitations or corrections (`will`, `due`, `to`, `postponed`, `scheduled`, `ordered`).

    It misses much of what is told as past, mostly for such a word that means something else there.
    It errs where a date says from when something is in force.

    Bad:
        ---
        date: 2024-03-12
        ---
        The council approved the new bridge on >>June 14, 2024<<, and work began at once.
    Bad:
        ---
        date: 2024-03-12
        ---
        On >>June 14, 2024<<, the council met in the old hall and voted for the bridge.
    Good:
        ---
        date: 2024-03-12
        ---
        On June 14, 2024, the bonds that were sold last year mature, the bank said.
    Good:
        ---
        date: 2024-03-12
        ---
        The council approved the bridge that will open on June 14, 2024, after a long debate.
    """
    published = doc.date
    if published is None:
        return
    for mention in doc.dates:
        if mention.value is None or mention.value <= published + ONE_DAY:
            continue
        if _told_as_past(doc, mention):
            days = (mention.value - published).days
            yield mention.span.flag(
                f"told as past, but {mention.value} is {days} days after the article's date",
                related=[(doc.meta.date, "the article's date")],
            )


def _told_as_past(doc: Doc, mention: DateMention) -> bool:
    lead, rest = sentence_around(mention.span)
    if _AFTER_ALL.search(rest) or _STILL_GOING.search(lead) or in_quotes(doc, mention.span):
        return False
    if _not_yet().search(lead):
        return False
    if _ON.search(lead):
        return _THEN.match(rest) is not None and _not_yet().search(rest) is None
    return _PAST.search(lead) is not None


@cache
def _not_yet() -> re.Pattern[str]:
    words = (
        re.escape(word).replace(r"\*", r"\w*") for word in word_list(__package__, "plan-words.txt")
    )
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)
