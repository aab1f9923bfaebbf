"""DAT003 dateline-mismatch."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Annotated

from newslint import MONTH_WORDS, Doc, Findings, calendar_date, date_near, rule

_HELD_BACK = re.compile(
    r"\b(?:embargo(?:ed)?|for release|for use|advance for|weekend feature|feature|retransmi\w+"
    r"|repeat|correct(?:s|ed|ion)|refile[sd]?|updat(?:es|ed))\b",
    re.IGNORECASE,
)
_HEAD = 400  # code points: notes on when an item may run stand above or in its first paragraph


@rule("DAT003", severity="warning", languages=("en",), near=MONTH_WORDS)
def dateline_mismatch(
    doc: Doc, *, max_days: Annotated[int, "days by which the two may differ"] = 3
) -> Findings:
    r"""A dateline that is days away from the publication date.

    A story is published on the day of its dateline or the day after; over 16,000 agency items the
    two differed by more than three days in one of a thousand, nearly always by a slip of the pen
    in the day or the month. A dateline without a year is read in the year nearest to publication.
    A metadata field that says when the item was last changed may explain the difference.

    Left alone: items that say that they were held back, repeated or corrected, and datelines
    without a date. It cannot tell a slip from an item that was filed late, nor which of the two
    dates is wrong: of 52 findings in 13,900 articles one was a slip in the dateline, three were
    last year's number in January, and 48 came from one collection of press releases that dates
    all of a month's texts to its last days.

    Bad:
        ---
        date: 2024-03-18
        ---
        LISBON, >>May 18<< (Agency) - The port was closed on Monday after the strike vote.
    Good:
        ---
        date: 2024-03-18
        ---
        LISBON, March 17 (Agency) - The port was closed on Sunday after the strike vote.
    Good:
        ---
        date: 2024-03-18
        ---
        EMBARGOED until March 18. LISBON, March 11 - The port will close in autumn.
    """
    published, dateline = doc.date, doc.article.dateline
    if published is None or dateline is None:
        return
    for mention in doc.dates:
        if not dateline.contains(mention.span) or mention.month is None or mention.day is None:
            continue
        written = (
            calendar_date(mention.year, mention.month, mention.day)
            if mention.year
            else date_near(mention.month, mention.day, published)
        )
        others = (field.value for field in (doc.meta.get("modified"),) if field)
        known = [published, *(other for other in others if other)]
        if written is None or min(abs(written - one) for one in known) <= timedelta(max_days):
            return
        if _HELD_BACK.search(doc.text[:_HEAD]):
            return
        days = (written - published).days
        apart = f"{abs(days)} days {'after' if days > 0 else 'before'}"
        yield mention.span.flag(
            f"the dateline says {mention.span.text!r}, {apart} the publication date {published}",
            related=[(doc.meta.date, "publication date")],
        )
        return
