"""Dates written in digits alone: ``2024-11-19``, ``19-11-2024``, ``03/04/2024``.

Found from the forms that hold ``/2024`` or ``-11-``, and from ``.2024``. Two-digit years are left
alone: ``3/4/24`` is as often a score, a fraction or a part number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from newslint.patterns import regexp
from newslint.source import Text
from newslint.spans import Span
from newslint.structs import Struct
from newslint.text.dates.calendar_words import weekday_number
from newslint.text.dates.patterns import WEEKDAY
from newslint.text.forms import FormKind
from newslint.text.places import MOST_SEARCHES
from newslint.timestamps import calendar_date

_MARKED = regexp(r"(?=([-/](?:19[0-9]|20[0-5])[0-9]|(?P<mark>[-/])(?:[012][0-9]|3[01])(?P=mark)))")
"""What a date in digits cannot do without: a mark and a year (1900-2059), or a month between two
marks."""


def _is_marked(form: str) -> bool:
    return ("-" in form or "/" in form) and _MARKED.search(form) is not None


def _is_of_1900s(form: str) -> bool:
    return form[:2] == "19" and "0" <= form[2:3] <= "9" and "0" <= form[3:4] <= "9"


def _is_of_2000s(form: str) -> bool:
    return form[:2] == "20" and "0" <= form[2:3] <= "5" and "0" <= form[3:4] <= "9"


_MARKED_FORMS = FormKind(judge=_is_marked, letters=False)
_CENTURIES = tuple(
    (mark, judge, FormKind(judge=judge, letters=False))
    for mark, judge in ((".19", _is_of_1900s), (".20", _is_of_2000s))
)
"""How the year of ``19.11.2024`` begins, and the forms that begin with such a year."""

NUMERIC_DATE_MARKS = FormKind(
    judge=lambda form: _is_of_1900s(form) or _is_of_2000s(form) or _is_marked(form),
    letters=False,
)
"""The forms one of which every date in digits has."""

_REACH = 6
_WEEKDAY_BEFORE = regexp(WEEKDAY + r",?[ ](?:\(|the |on )?\Z")
_WEEKDAY_AFTER = regexp(r"(?:[ ]\((?=\w{3,9}\.?\))|,[ ]an?[ ](?=\w+day\b))" + WEEKDAY + r"(?!['’])")
_WEEKDAY_REACH = 24  # code points: "Wednesday evening, the " are 23
_YEAR_FIRST = regexp(
    r"(?<![\w/.=@#+-])(?P<year>(?:19|20)\d\d)(?P<mark>[-/])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)"
    r"(?![\w/=-]|\.\w)"
)
_YEAR_LAST = regexp(
    r"(?<![\w/.=@#+$£€-])(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)\d\d)(?![\w/=%-]|[.,]\d|\.[a-z])"
)
_NO_DATE_BEFORE = regexp(
    r"(?:\bversion|\bv|\brelease|\bbuild|\bsection|\brule|\barticle|\bno\.|\bnumber|\bscore|\bpage"
    r"|\bfirmware|\bpatch|:/|www\.)[ ]?\Z",
    re.IGNORECASE,
)


class NumericDate(Struct):
    """A date in digits.

    Args:
        span: The date.
        year_first: Whether it is year, month, day, as in ISO 8601 or with slashes.
        parts: The numbers: (year, month, day), or else (first, second, year).
        readings: The days it can mean: none when it is impossible, two for ``03/04/2024``
            (day first, then month first).
        weekday: 0 (Monday) to 6 where one stands before it or in brackets behind, else ``None``.
        weekday_span: That weekday.
    """

    span: Span
    year_first: bool
    parts: tuple[int, int, int]
    readings: tuple[date, ...]
    weekday: int | None = None
    weekday_span: Span | None = None

    @property
    def with_weekday(self) -> Span:
        """The date and its weekday as one place, with the bracket that one of them stands in."""
        if self.weekday_span is None:
            return self.span
        first, last = sorted((self.span, self.weekday_span), key=lambda place: place.start)
        whole, content = first.to(last), first.source.content
        closed = "(" in whole.text and content.startswith(")", whole.end)
        return first.to(Span(first.source, last.start, last.end + closed, "")) if closed else whole


def numeric_dates(text: Text) -> tuple[NumericDate, ...]:
    """Return the dates in digits, in order; none in addresses, paths and version numbers."""
    if not NUMERIC_DATE_MARKS.may_occur(text):
        return ()
    found: dict[int, NumericDate] = {}
    for at, end in _marks(text):
        start, stop = max(at - _REACH, 0), end + _REACH
        for pattern in (_YEAR_FIRST, _YEAR_LAST):
            match = next(
                (
                    one
                    for one in pattern.finditer(text.text, start, stop)
                    if one.start() <= at and end <= one.end()
                ),
                None,
            )
            lead = match and text.text[max(match.start() - 12, 0) : match.start()]
            if match and not _NO_DATE_BEFORE.search(lead or ""):
                found[match.start()] = _numeric(text, match, year_first=pattern is _YEAR_FIRST)
    return tuple(found[start] for start in sorted(found))


def _marks(text: Text) -> Iterator[tuple[int, int]]:
    """Give the places of what a date in digits cannot do without."""
    whole = text.text
    forms = _MARKED_FORMS.forms(text)
    marks = {found[1] for form in forms for found in _MARKED.finditer(form)}
    if len(marks) > MOST_SEARCHES:
        yield from (found.span(1) for found in _MARKED.finditer(whole))
        marks.clear()
    for mark in marks:
        at = whole.find(mark)
        while at >= 0:
            yield at, at + len(mark)
            at = whole.find(mark, at + 1)
    for century, is_year, years in _CENTURIES:
        at = whole.find(century) if years.may_occur(text) else -1
        while at >= 0:
            if whole[at - 1 : at].isdecimal() and is_year(whole[at + 1 : at + 5]):
                yield at, at + 5
            at = whole.find(century, at + 1)


def _numeric(text: Text, match: re.Match[str], *, year_first: bool) -> NumericDate:
    span = text.group(match)
    place = _weekday(text, span)
    weekday = weekday_number(place.text) if place else None
    if year_first:
        year, month, day = (int(match[name]) for name in ("year", "month", "day"))
        value = calendar_date(year, month, day)
        possible = (value,) if value else ()
        return NumericDate(span, True, (year, month, day), possible, weekday, place)
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    days = (calendar_date(year, second, first), calendar_date(year, first, second))
    readings = tuple(dict.fromkeys(day for day in days if day))
    return NumericDate(span, False, (first, second, year), readings, weekday, place)


def _weekday(text: Text, span: Span) -> Span | None:
    """Return the weekday beside a date in digits: ``Monday, 03/04/2024``, ``2024-04-03 (Wed)``."""
    if behind := _WEEKDAY_AFTER.match(text.text, span.end):
        return text.group(behind, "weekday")
    window = max(span.start - _WEEKDAY_REACH, 0)
    before = _WEEKDAY_BEFORE.search(text.text[window : span.start])
    if before is None:
        return None
    return text.span(*(window + edge for edge in before.span("weekday")))
