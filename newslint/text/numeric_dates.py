"""Dates written in digits alone: ``2024-11-19``, ``19-11-2024``, ``03/04/2024``.

Found from literals such as ``/2024`` and ``-11-`` in the shared phrase scan. Two-digit years are
left alone: ``3/4/24`` is as often a score, a fraction or a part number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from newslint.source import Text
from newslint.spans import Span
from newslint.text.calendar_words import weekday_number
from newslint.text.date_patterns import WEEKDAY
from newslint.text.phrases import hits, phrases
from newslint.timestamps import calendar_date

NUMERIC_DATE_MARKS = phrases(
    *(f"{mark}{year}" for mark in "-/." for year in range(1900, 2060)),
    *(f"-{month:02}-" for month in range(32)),
)
"""What a date in digits cannot do without: a mark and a year (1900-2059), or an ISO month."""

_REACH = 6
_WEEKDAY_BEFORE = re.compile(WEEKDAY + r",?[ ](?:\(|the )?\Z")
_WEEKDAY_REACH = 24  # code points: "Wednesday evening, the " are 23
_ISO = re.compile(r"(?<![\w/.=@#+-])((?:19|20)\d\d)-(\d\d)-(\d\d)(?![\w/=-]|\.\w)")
_YEAR_LAST = re.compile(
    r"(?<![\w/.=@#+$£€-])(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)\d\d)(?![\w/=%-]|[.,]\d|\.[a-z])"
)
_NO_DATE_BEFORE = re.compile(
    r"(?:\bversion|\bv|\brelease|\bbuild|\bsection|\brule|\barticle|\bno\.|\bnumber|\bscore|\bpage"
    r"|\bfirmware|\bpatch|:/|www\.)[ ]?\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NumericDate:
    """A date in digits.

    Args:
        span: The date.
        iso: Whether it is year, month, day with hyphens.
        parts: The numbers: (year, month, day) in ISO form, else (first, second, year).
        readings: The days it can mean: none when it is impossible, two for ``03/04/2024``
            (day first, then month first).
        weekday: 0 (Monday) to 6 where one stands before it, else ``None``.
        weekday_span: That weekday.
    """

    span: Span
    iso: bool
    parts: tuple[int, int, int]
    readings: tuple[date, ...]
    weekday: int | None = None
    weekday_span: Span | None = None


def numeric_dates(text: Text) -> tuple[NumericDate, ...]:
    """Return the dates in digits, in order; none in addresses, paths and version numbers."""
    found: dict[int, NumericDate] = {}
    for hit in hits(text, NUMERIC_DATE_MARKS):
        start, stop = max(hit.start - _REACH, 0), hit.end + _REACH
        for pattern in (_ISO, _YEAR_LAST):
            match = next(
                (
                    one
                    for one in pattern.finditer(text.text, start, stop)
                    if one.start() <= hit.start and hit.end <= one.end()
                ),
                None,
            )
            lead = match and text.text[max(match.start() - 12, 0) : match.start()]
            if match and not _NO_DATE_BEFORE.search(lead or ""):
                found[match.start()] = _numeric(text, match, iso=pattern is _ISO)
    return tuple(found[start] for start in sorted(found))


def _numeric(text: Text, match: re.Match[str], *, iso: bool) -> NumericDate:
    span = text.group(match)
    window = max(span.start - _WEEKDAY_REACH, 0)
    before = _WEEKDAY_BEFORE.search(text.text[window : span.start])
    place = before and text.span(*(window + edge for edge in before.span("weekday")))
    weekday = weekday_number(place.text) if place else None
    if iso:
        year, month, day = (int(part) for part in match.groups())
        value = calendar_date(year, month, day)
        possible = (value,) if value else ()
        return NumericDate(span, True, (year, month, day), possible, weekday, place)
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    days = (calendar_date(year, second, first), calendar_date(year, first, second))
    readings = tuple(dict.fromkeys(day for day in days if day))
    return NumericDate(span, False, (first, second, year), readings, weekday, place)
