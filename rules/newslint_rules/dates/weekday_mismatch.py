"""DAT002 weekday-mismatch."""

from __future__ import annotations

import re
from datetime import date, timedelta

from newslint import (
    MONTH_WORDS,
    WEEKDAY_NAMES,
    DateMention,
    Doc,
    Finding,
    Findings,
    Fix,
    Severity,
    calendar_date,
    date_near,
    in_quotes,
    rule,
)

GREGORIAN = 1800  # before it, countries count their days by different calendars

# Measured on dates with a weekday and without a year: of 353 within 14 days of publication none
# clashed; of 311 further away 24 did, each of them because another year was meant.
NEAR = timedelta(days=14)
REACH = 400  # code points before a date in which a year may set the time of the story
_YEARS = re.compile(r"\b(?:1[89]|20)\d\d\b")


@rule("DAT002", severity="error", languages=("en",), near=MONTH_WORDS)
def weekday_mismatch(doc: Doc) -> Findings:
    r"""A weekday that is not that date's.

    Either the day or the date is wrong, and a reader who goes by the other one comes on the wrong
    day. With a year the calendar decides. Without one, it is read in the year that puts the date
    within half a year (183 days) of the publication date; without that either, nothing is said.

    An error where the year is written or the date lies within 14 days of publication: of 463 such
    dates in 13,300 articles not one clashed, and each of 463 wrong weekdays put in was found.
    Further away the nearest year is only a guess: of 311 such dates 24 clashed, all because another
    year was meant, mostly in captions of a picture gallery. So there it is a warning, and only an
    info where the weekday fits the year before or after, or one named shortly before. In a
    quotation it is at most a warning.

    Left alone: two weekdays for two dates (`Friday and Saturday, May 17-18`), a weekday that
    belongs to the verb (`said Monday May 20 would suit`), newspapers (`The Sun, May 20`), years
    before 1800. Missed: a weekday parted from its date by a time (`Monday at 8 p.m., May 20`). It
    errs where the publication date in the metadata is itself wrong.

    Bad: The hearing is set for >>Saturday, November 20, 2024<<, the clerk said.
    Fixed (unsafe): The hearing is set for Wednesday, November 20, 2024, the clerk said.
    Bad:
        ---
        date: 2024-03-12
        ---
        The ferry sank on >>Friday, March 7<<, the coast guard said.
    Good:
        ---
        date: 2024-03-12
        ---
        The ferry sank on Thursday, March 7, the coast guard said.
    Good: The hearing is set for Wednesday, November 20, 2024, the clerk said.
    Good: The fair is open Friday and Saturday, May 19-20, 2024.
    Good: The bridge opened on a Friday, March 7, as planned.
    """
    for mention in doc.dates:
        weekday, meant = mention.weekday, _meant(doc, mention)
        if weekday is None or meant is None or meant.year < GREGORIAN:
            continue
        if meant.weekday() != weekday:
            yield _flag(doc, mention, weekday, meant)


def _meant(doc: Doc, mention: DateMention) -> date | None:
    if mention.year is not None or mention.month is None or mention.day is None:
        return mention.value
    published = doc.date
    return date_near(mention.month, mention.day, published) if published else None


def _flag(doc: Doc, mention: DateMention, weekday: int, meant: date) -> Finding:
    place, bare = mention.weekday_span or mention.span, mention.bare or mention.span
    right = WEEKDAY_NAMES[meant.weekday()]
    written = f"{bare.text!r}{'' if mention.year else f' {meant.year}'}"
    message = f"{written} is a {right}, not a {WEEKDAY_NAMES[weekday]}"
    severity: Severity | None = None
    if mention.year is None and doc.date and abs(meant - doc.date) > NEAR:
        severity = "warning"
        if year := _other_year(doc, mention, weekday, meant):
            message += f"; {year} would fit"
            severity = "info"
    elif in_quotes(doc, mention.span):
        severity = "warning"
    fix = Fix(((place, _like(place.text, right)),)) if severity != "info" else None
    return mention.span.flag(message, fix=fix, severity=severity)


def _other_year(doc: Doc, mention: DateMention, weekday: int, meant: date) -> int | None:
    """Return a neighbouring year, or one that the story has just named, that fits the weekday."""
    lead = doc.text[max(mention.span.start - REACH, 0) : mention.span.start]
    named = (int(year) for year in _YEARS.findall(lead))
    for year in (meant.year - 1, meant.year + 1, *named):
        other = calendar_date(year, meant.month, meant.day)
        if other and other.weekday() == weekday:
            return year
    return None


def _like(written: str, right: str) -> str:
    """Write the right weekday the way the wrong one was: capitals, abbreviated."""
    if len(written) <= 5 and not written.lower().endswith("day"):
        right = right[:3]
    return right.upper() if written.isupper() else right
