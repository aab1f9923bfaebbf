"""DAT001 impossible-date."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from newslint import (
    MONTH_NAMES,
    DateMention,
    Doc,
    Field,
    Finding,
    Findings,
    NumericDate,
    Severity,
    in_quotes,
    numeric_dates,
    parse_timestamp,
    rule,
)

LEAP_YEAR = 2024  # any leap year: without a year, February 29 may be meant
GREGORIAN = 1800  # before it calendars differ: 1712 had a February 30 in Sweden

_SPOKEN_OF = re.compile(
    r"\b(?:no such (?:date|day)|there(?:['’]s| is| was| are) no|do(?:es)?(?:n['’]t| not) exist"
    r"|non-?existent|imaginary|fictional|fictitious|impossible|joke|hoax|never comes|wrong date"
    r"|typo|bogus)\b",
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

    In 13,900 articles it spoke once, of a true slip. Of 1,162 days made impossible 95 percent were
    found; the rest were ranges turned round (`June 31-18`) and years before 1800.

    Bad: The budget year of the town runs to >>September 31<<, as the treasurer wrote to us.
    Bad: She was born on >>30 February 1987<< in a village that is near to the border.
    Bad: The permit that was dated >>31/04/2023<< was void from the start, and so was the sale.
    Bad:
        ---
        title: Council meets
        date: >>2024-02-30<<
        ---
        The council met to discuss the new school.
    Bad:
        ---
        date: 2024-03-01
        last_updated: >>April 31, 2024<< at noon
        ---
        El consejo se reunió para hablar de la nueva escuela.
    Good: In June 31 people were rescued from the lake, and in July it was the same for 20 of them.
    Good: The shipments of the firm rose in the year to Feb 87 and fell in that which came after it.
    Good: There is no February 30, the court noted in its ruling, and so the sale was not valid.
    Good: This is the day that was chosen: February 29, and the fair has been held on it ever since.
    """
    for field in doc.meta:
        yield from _in_field(field)
    if doc.language != "en":
        return
    for mention in doc.dates:
        if reason := _impossible(mention):
            yield from _in_text(doc, mention, reason)
    for numeric in doc.get(numeric_dates):
        if reason := _unreadable(numeric):
            yield numeric.span.flag(f"{numeric.span.text!r} is no date: {reason}")


def _in_field(field: Field) -> Iterator[Finding]:
    if not _DATE_KEY.search(field.name) and not _DATE_KEY.search(field.name.lower()):
        return
    if parse_timestamp(field.raw) is not None:
        return
    if match := _NUMBERS.match(field.raw):
        place = field.span.slice(match.start(1), match.end(4))
        year, month, day = int(match[1]), int(match[3]), int(match[4])
        exchanged = 1 <= day <= 12 < month <= 31
        ask = "; are day and month exchanged?" if exchanged else ""
        yield place.flag(f"{place.text!r} is no date: {_why(year, month, day)}{ask}")
        return
    inner = Doc(field.raw)
    reasons = [(mention.span, _impossible(mention)) for mention in inner.dates]
    reasons += [(numeric.span, _unreadable(numeric)) for numeric in inner.get(numeric_dates)]
    for span, reason in reasons:
        if reason:
            yield field.span.slice(span.start, span.end).flag(f"{span.text!r} is no date: {reason}")


def _unreadable(numeric: NumericDate) -> str:
    """Say that a date in digits has no reading, if its numbers look like one."""
    first, second, _ = numeric.parts
    low, high = sorted((first, second))
    likely = not numeric.iso and 1 <= low <= 12 and high <= 31
    return "no such day in either reading" if likely and not numeric.readings else ""


def _why(year: int | None, month: int, day: int) -> str:
    if not 1 <= month <= 12:
        return f"there is no month {month}"
    if day == 0:
        return "days begin at 1"
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
    severity: Severity | None = "warning" if in_quotes(doc, mention.span) else None
    yield mention.span.flag(f"there is no {mention.span.text!r}: {reason}", severity=severity)
