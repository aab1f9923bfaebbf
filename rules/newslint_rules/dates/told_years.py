"""The year a passage tells of, by which a date without a year is to be read."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import MAXYEAR, date, timedelta

from newslint import DateMention, Doc, calendar_date, read_number, regexp
from newslint_rules.dates.around import sentence_around

CLAUSE = 60  # code points before a date in which a year of its sentence is that of its own clause
PASSAGE = 1200  # code points before a date that are read for its paragraph and the one before
STORY = timedelta(days=120)  # what a story dates in full and what it goes on to are that near
DATES = 20  # before a date that are looked at: more than all but chronicles have
MID_MONTH = 15  # of a month with its year, but without a day

_NAMED = r"(?:1[89]|20)\d\d(?![\d%-]|[.,]\d|[ ](?:people|points|pounds)\b)"
_YEAR = regexp(rf"(?<![\d$£€.,-]){_NAMED}")
_IN_YEAR = regexp(
    r"(?:\b(?:[Ii]n|[Dd]uring|[Oo]f|[Bb]ack[ ]in)[ ](?:[A-Z][a-z]+\.?,?[ ](?:\d{1,2},[ ])?)?"
    rf"|\A\W*(?:The[ ])?)(?P<year>{_NAMED})"
)
"""A year that sets the time of its clause; `his bid for the 2016 nomination` does not."""
_YEAR_BEHIND = regexp(r"[^.;\n\d]{0,20}?\b(?:in|of)[ ](?P<year>(?:1[89]|20)\d\d)\b(?![,.]\d)")
_COUNT = r"(?P<count>[\w-]+)[ ]years?[ ](?:ago|earlier|before)"
_COUNTED = regexp(rf"\b(?:(?P<turn>last|next)[ ]year\b|{_COUNT}\b)", re.IGNORECASE)
_COUNTED_BEHIND = regexp(rf"(?:[ ]of)?,?[ ](?:(?P<turn>last|next)[ ]year\b|{_COUNT}\b)")
_PARAGRAPH = regexp(r"\n\s*\n|\n")
_OF_TODAY = regexp(
    r"\b(?:will|would|is|are|has|have|may|can|should|must|plans?|hopes?|sa(?:id|ys?)|told|tells"
    r"|today|tonight|tomorrow|yesterday|due|set|scheduled|expected|police"
    r"|this[ ](?:week|month|year)|last[ ](?:week|month))\b",
    re.IGNORECASE,
)
"""Words by which a sentence is one of the news and no part of what is told of another year."""


def years_of_the_sentence(doc: Doc, mention: DateMention) -> Iterator[int]:
    """Give the years that settle which year a date is of: `In 2016, on Thursday, June 23`.

    They stand in its own sentence just before it or behind it, named or counted (`last year`).
    """
    lead, rest = sentence_around(mention.span)
    near = lead[-CLAUSE:]
    yield from (int(named["year"]) for named in _IN_YEAR.finditer(lead, len(lead) - len(near)))
    if behind := _YEAR_BEHIND.match(rest):
        yield int(behind["year"])
    if doc.date is not None:
        for counted in (*_COUNTED.finditer(near), _COUNTED_BEHIND.match(rest)):
            if counted and (year := _counted(counted, doc.date.year)):
                yield year


def years_of_the_story(doc: Doc, mention: DateMention) -> Iterator[int]:
    """Give the years that a date in a sentence told in the past is likely of.

    The last year named before it, in its paragraph or the one before, and those of dates told in
    full before it that are within 120 days of it.
    """
    lead, rest = sentence_around(mention.span)
    latest = doc.date.year if doc.date else MAXYEAR
    if _OF_TODAY.search(lead) or _OF_TODAY.search(rest):
        return
    start = mention.span.start
    paragraphs = [one for one in _PARAGRAPH.split(doc.text[max(start - PASSAGE, 0) : start]) if one]
    for paragraph in reversed(paragraphs[-2:]):
        if years := [int(year) for year in _YEAR.findall(paragraph) if int(year) <= latest]:
            yield years[-1]
            break
    here = bisect_left(doc.dates, start, key=lambda one: one.span.start)
    for other in doc.dates[max(here - DATES, 0) : here]:
        if other.year and other.year <= latest and other.month and mention.month and mention.day:
            told = calendar_date(other.year, other.month, other.day or MID_MONTH)
            meant = calendar_date(other.year, mention.month, mention.day)
            if told and meant and abs(meant - told) <= STORY:
                yield other.year


def _counted(counted: re.Match[str], published: int) -> int | None:
    """Return the year that ``last year`` or ``six years ago`` means."""
    if counted["turn"]:
        return published + (1 if counted["turn"].lower() == "next" else -1)
    count = read_number(counted["count"])
    return published - int(count.value) if count else None


def fits(mention: DateMention, year: int) -> bool:
    """Tell whether a date's weekday is right in a year."""
    day: date | None = None
    if mention.month and mention.day:
        day = calendar_date(year, mention.month, mention.day)
    return day is not None and day.weekday() == mention.weekday
