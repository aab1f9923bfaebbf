"""DAT001 impossible-date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from calendar import monthrange

from newslint import (
    MONTH_NAMES,
    DateMention,
    Doc,
    Field,
    Finding,
    Findings,
    in_quotes,
    numeric_dates,
    parse_timestamp,
    rule,
)

LEAP_YEAR = 2024  # any leap year: without a year, February 29 may be meant
GREGORIAN = 1800  # before it calendars differ: 1712 had a February 30 in Sweden

_SPOKEN_OF = re.compile(
    r"\b(?:no such (?:date|day)|there(?:['’]s| is| was| are) no|do(?:es)?(?:n['’]t| not) exist|non-?existent"
    r"|imaginary|fictional|fictitious|impossible|joke|hoax|never comes|wrong date|typo|bogus)\b",
    re.IGNORECASE,
)
_DATE_KEY = re.compile(
    r"(?:^|[^a-z])(?:date|datum|fecha|published|modified|updated|created|pubdate|lastmod)(?:[^a-z]|$)"
    r"|[a-z](?:Date|At|On)$",
)
_NUMBERS = re.compile(r"\s*[\"']?(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d])")


@rule("DAT001", severity="error")
def impossible_date(doc: Doc) -> Findings:
    r"""A day that no calendar has.

    `September 31`, `February 29, 2023`, `2024-13-01`: whatever was meant, a reader or a program
    that sorts by date gets it wrong. Metadata fields are checked in any language when their name
    speaks of a date (`date`, `modified`, `pub_date`, `createdAt`); the text when it is English.
    A date in a quotation is the speaker's and only a warning.

    Left alone: a month and a number that may be a count (`in June 31 people were rescued`) or a
    year (`Feb 87`), February 29 without a year, texts that speak of a day that does not exist,
    years before 1800. Missed: two-digit years, days spelled out, dates split by a line break after
    a short line, other languages in the text.

    Bad: The budget year runs to >>September 31<<, the treasurer wrote.
    Bad: She was born on >>30 February 1987<< in a village near the border.
    Bad: The permit dated >>31/04/2023<< was void.
    Bad:
        ---
        title: Council meets
        date: >>2024-02-30<<
        ---
        The council met to discuss the new school.
    Good: In June 31 people were rescued from the lake.
    Good: Shipments rose in the year to Feb 87 and fell later.
    Good: There is no February 30, the court noted.
    """
    for field in doc.meta:
        yield from _in_field(field)
    if doc.language != "en":
        return
    for mention in doc.dates:
        if reason := _impossible(mention):
            yield from _in_text(doc, mention, reason)
    for numeric in doc.get(numeric_dates):
        first, second, year = numeric.parts
        readable = min(first, second) <= 12 and 0 < max(first, second) <= 31
        if not numeric.iso and not numeric.readings and readable and min(first, second):
            yield numeric.span.flag(f"{numeric.span.text!r} is no date in either reading")


def _in_field(field: Field) -> Iterator[Finding]:
    if not _DATE_KEY.search(field.name) and not _DATE_KEY.search(field.name.lower()):
        return
    match = _NUMBERS.match(field.raw)
    if match and parse_timestamp(field.raw) is None:
        year, month, day = int(match[1]), int(match[3]), int(match[4])
        if 1 <= day <= 12 < month <= 31 and parse_timestamp(f"{year}-{day:02}-{month:02}"):
            why = f"there is no month {month}; are day and month exchanged?"
        else:
            why = _why(year, month, day)
        place = field.span.slice(match.start(1), match.end(4))
        yield place.flag(f"{place.text!r} is no date: {why}")


def _why(year: int | None, month: int, day: int) -> str:
    if not 1 <= month <= 12:
        return f"there is no month {month}"
    name = MONTH_NAMES[month - 1]
    longest = monthrange(year or LEAP_YEAR, month)[1]
    return f"{name}{f' {year}' if year and month == 2 else ''} has {longest} days"


def _impossible(mention: DateMention) -> str:
    """Say why there is no such day, or nothing."""
    year, month, day = mention.year, mention.month, mention.day
    if month is None or day is None or (year is not None and year < GREGORIAN):
        return ""
    if not mention.sure or (day > 31 and year is None):
        return ""
    if 1 <= month <= 12 and 1 <= day <= monthrange(year or LEAP_YEAR, month)[1]:
        return ""
    return _why(year, month, day)


def _in_text(doc: Doc, mention: DateMention, reason: str) -> Iterator[Finding]:
    if _SPOKEN_OF.search(mention.span.window(90, 90).text):
        return
    severity = "warning" if in_quotes(doc, mention.span) else None
    yield mention.span.flag(f"there is no {mention.span.text!r}: {reason}", severity=severity)
