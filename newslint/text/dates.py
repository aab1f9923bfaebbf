"""Calendar dates named in running text, in words or in ISO form.

Those in English are read here, those in other languages by `foreign_dates`. For English no pattern
runs over the whole text: month names are found by the shared phrase scan, and only
their surroundings are read. ``May``, ``March``, ``Sun`` and ``Sat`` count only where a day stands
beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.source import Text
from newslint.spans import Span
from newslint.text.calendar_words import MONTH_WORDS, weekday_number
from newslint.text.date_mention import DateMention
from newslint.text.date_patterns import (
    AFTER_A_DATE,
    BEFORE,
    CLOCK_OR_COUNT,
    COUNTS_BEFORE,
    DATED_BEFORE,
    DAY_AFTER,
    LIST_BEFORE,
    NEWSPAPER_BEFORE,
    NO_DAY,
    RANGE,
    SPEAKING_BEFORE,
    WEEKDAY_AFTER,
    YEAR,
)
from newslint.text.foreign_dates import foreign_dates
from newslint.text.language import language
from newslint.text.numeric_dates import numeric_dates
from newslint.text.phrases import hits
from newslint.timestamps import MONTHS, calendar_date

__all__ = ["DateMention", "dates"]

_REACH = 48  # code points before a month: "Wednesday evening, on the 20th of " is 34
_LEAD = 24  # code points before a date: "been scheduled for "


def dates(text: Text) -> tuple[DateMention, ...]:
    """Return the dates named in the text, in order.

    Words are read in the language of the text, and as English where it is unsure.
    """
    if text.get(language) in {None, "en"}:
        found = [one for hit in hits(text, MONTH_WORDS) for one in _read(text, hit)]
    else:
        found = list(foreign_dates(text))
    for numeric in text.get(numeric_dates):
        if numeric.iso:
            value = numeric.readings[0] if numeric.readings else None
            year, month, day = numeric.parts
            named, place = numeric.weekday, numeric.weekday_span
            span = text.span(place.start, numeric.span.end) if place else numeric.span
            found.append(DateMention(span, value, year, month, day, named, place, numeric.span))
    found.sort(key=lambda mention: mention.span.start)
    return tuple(found)


def _read(text: Text, month: Span) -> Iterator[DateMention]:
    """Read the dates around a month's name: ``20 November 2024`` or else ``November 20-22``."""
    whole = text.text
    if not _is_name(month.text):
        return
    start = max(month.start - _REACH, 0)
    before = BEFORE.search(whole[start : month.start])
    after = DAY_AFTER.match(whole, month.end)
    scored = before and before["first"] and after  # "lost 2-3 May 20"
    if before and before["day"] and not scored:
        yield from _day_first(text, month, before, start)
        return
    if not after:
        return
    if NO_DAY.match(whole, after.end()) and not RANGE.match(whole, after.end()):
        return
    yield from _month_first(text, month, before, start, after)


def _is_name(word: str) -> bool:
    return word[0].isupper() or (len(word) > 5 and word != "march" and word != "august")


def _day_first(
    text: Text, month: Span, before: re.Match[str], offset: int
) -> Iterator[DateMention]:
    whole = text.text
    end = month.end + (whole.startswith(".", month.end) and len(month.text) <= 4)
    year = _year(whole, end)
    first = offset + before.start("day" if before["first"] else "tail")
    weekday = None if before["first"] else _weekday_before(text, before, offset, year)
    stop = year.end() if year else month.end
    turned = before["first"] and int(before["first"]) >= int(before["day"])
    if turned or not _one_line(whole, first, stop):
        return
    sure = bool(year or weekday or before["ordinal"] or before["of"])
    sure = sure or _dated(whole, first, stop)
    yield _mention(
        text, weekday, first, stop, year, MONTHS[month.text.lower()], before["day"], sure
    )


def _month_first(
    text: Text, month: Span, before: re.Match[str] | None, offset: int, after: re.Match[str]
) -> Iterator[DateMention]:
    whole = text.text
    number = MONTHS[month.text.lower()]
    span_of_days = RANGE.match(whole, after.end())
    year = _year(whole, span_of_days.end() if span_of_days else after.end())
    if span_of_days and not int(after["day"]) < int(span_of_days["last"]) <= 31:
        dated = DATED_BEFORE.search(whole[max(month.start - _LEAD, 0) : month.start])
        if NO_DAY.match(whole, after.end()) and not year and not dated:
            return
        span_of_days, year = None, _year(whole, after.end())
    weekday = _weekday_before(text, before, offset, year) if before else None
    if not _one_line(whole, month.start, after.end()):
        return
    stop = year.end() if year and not span_of_days else after.end()
    sure = bool(year or weekday or after["ordinal"]) or _dated(whole, month.start, stop)
    yield _mention(text, weekday, month.start, stop, year, number, after["day"], sure)
    if span_of_days and whole[after.end() : span_of_days.start("last")].strip() in "-–—":
        stop = year.end() if year else span_of_days.end()
        yield _mention(text, None, month.start, stop, year, number, span_of_days["last"], sure)


def _mention(
    text: Text,
    weekday: Span | None,
    start: int,
    stop: int,
    year: re.Match[str] | None,
    month: int,
    day: str,
    sure: bool,
) -> DateMention:
    span = text.span(weekday.start if weekday else start, stop)
    if "(" in span.text and text.text.startswith(")", stop):
        span = text.span(span.start, stop + 1)
    if not weekday and (trailing := WEEKDAY_AFTER.match(text.text, stop)):
        weekday = text.group(trailing, "weekday")
        span = text.span(start, trailing.end() + text.text.startswith(")", trailing.end()))
    number = int(year["year"]) if year else None
    value = calendar_date(number, month, int(day)) if number else None
    named = weekday_number(weekday.text) if weekday else None
    bare = text.span(start, stop)
    return DateMention(span, value, number, month, int(day), named, weekday, bare, sure)


def _weekday_before(
    text: Text, before: re.Match[str], offset: int, year: re.Match[str] | None
) -> Span | None:
    """Return the weekday that belongs to the date, unless something else may claim it.

    ``Friday and Saturday, May 18-19`` names two days; in ``said Monday May 20 would be`` the
    weekday belongs to the verb, unless a year follows; ``The Sun, May 20`` is a newspaper.
    """
    if not before["weekday"]:
        return None
    start, end = (offset + edge for edge in before.span("weekday"))
    whole = text.text
    lead = whole[max(start - 24, 0) : start]
    if LIST_BEFORE.search(lead) or not _one_line(whole, start, offset + before.end()):
        return None
    loose = "," not in before["link"] and "(" not in before["link"]
    name = before["weekday"].rstrip(".")
    if name in {"Sun", "SUN", "SAT"} and NEWSPAPER_BEFORE.search(lead):
        return None
    if loose and not year and SPEAKING_BEFORE.search(lead):
        return None
    return text.span(start, end - before["weekday"].endswith("."))


def _year(whole: str, end: int) -> re.Match[str] | None:
    """Return the year that follows a day and month, unless it is a time or a count.

    ``4 May 1900 GMT`` and ``On May 20, 2000 people marched`` name no year.
    """
    year = YEAR.match(whole, end)
    return None if year and CLOCK_OR_COUNT.match(whole, year.end()) else year


def _one_line(whole: str, start: int, stop: int) -> bool:
    """Tell whether a mention stands on one line, or on lines that are hard-wrapped.

    A line is taken for wrapped from 40 code points on; shorter ones are list items and headings,
    whose neighbours are another matter.
    """
    position = whole.find("\n", start, stop)
    return position < 0 or position - (whole.rfind("\n", 0, position) + 1) >= 40


def _dated(whole: str, start: int, stop: int) -> bool:
    """Tell whether the words around say that month and number are a date, not a count.

    ``In June 31 people`` and ``from April to June 31 people`` count people; after ``on``, ``ended``
    or ``the`` there is no such doubt.
    """
    lead = whole[max(start - _LEAD, 0) : start]
    if DATED_BEFORE.search(lead):
        return True
    if counted := COUNTS_BEFORE.search(lead):
        return not counted["never"] and AFTER_A_DATE.match(whole, stop) is not None
    return CLOCK_OR_COUNT.match(whole, stop) is None
