"""DAT003 dateline-mismatch."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Annotated

from newslint import MONTH_WORDS, Doc, Findings, Span, calendar_date, date_near, regexp, rule

_HELD_BACK = regexp(
    r"\b(?:embargo(?:ed)?|for (?:immediate )?release|for use|advance for|feature|retransmi\w+"
    r"|repeat(?:s|ing)?|correct(?:s|ed|ion)|refil(?:e[sd]?|ing)|updat(?:e[sd]?|ing))\b",
    re.IGNORECASE,
)
_NOTE = regexp(r"\([^()\n]{0,200}\)|\[[^\[\]\n]{0,200}\]|^(?:Eds|NOTE|Note)\b.*$", re.MULTILINE)
_HEAD = 600  # code points: notes on when an item may run stand above or near its first paragraph
_MONTH_ENDS = timedelta(days=3)


@rule("DAT003", severity="warning", languages=("en",), near=MONTH_WORDS)
def dateline_mismatch(
    doc: Doc, *, max_days: Annotated[int, "days by which the two may differ"] = 3
) -> Findings:
    r"""A dateline that is days away from the publication date.

    A story is published on the day of its dateline or the day after; on agency wires the
    two differ by more than three days only by a slip of the pen in the day or the month, or where
    an item was filed late. A dateline without a year is read in the year nearest to publication.
    A metadata field that says when the item was last changed may explain the difference.

    A dateline with a year is a press release's. Where the publication date is the first or one of
    the last three days of its month it is an info: collections of press releases often name a month
    that way.

    Left alone: items that say that they were held back, repeated or corrected, and datelines
    without a date.

    It misses slips of three days or less. It errs where an item was only filed late, which cannot
    be told from a slip; nor can it tell which of the two dates is wrong.

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
        apart = timedelta(max_days)
        if written is None or abs(written - published) <= apart:
            return
        modified = doc.meta.get("modified")
        changed: date | None = modified.value if modified else None
        if changed and abs(written - changed) <= apart:
            return
        if _held_back(doc, dateline):
            return
        days = (written - published).days
        distance = f"{abs(days)} days {'after' if days > 0 else 'before'}"
        yield mention.span.flag(
            f"the dateline says {mention.span.text!r}, {distance} the publication date {published}",
            related=[(doc.meta.date, "publication date")],
            severity="info" if mention.year and _names_a_month(published, written) else None,
        )
        return


def _held_back(doc: Doc, dateline: Span) -> bool:
    """Tell whether a line above the dateline, or a note near it, says why the item is late."""
    notes = (match[0] for match in _NOTE.finditer(doc.text, dateline.end, dateline.end + _HEAD))
    return any(map(_HELD_BACK.search, (doc.text[: dateline.start], *notes)))


def _names_a_month(published: date, written: date) -> bool:
    """Tell whether the publication date may be no day but a month: its first or one of its last."""
    first, last = published.day == 1, (published + _MONTH_ENDS).month != published.month
    return (first or last) and (published.year, published.month) == (written.year, written.month)
