"""Calendar dates named in running text, in words or in ISO form.

Those in English are read here, those in other languages by `foreign`. For English no pattern
runs over the whole text: months that are named are told by the forms of the text, and only the
surroundings of those that have a number beside them are read. ``May``, ``March``, ``Sun`` and
``Sat`` count only where a day stands beside them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from newslint.patterns import regexp
from newslint.source import Text
from newslint.spans import Span
from newslint.text.dates.calendar_words import (
    MONTH_WORDS,
    WEEKDAY_WORDS,
    month_names_in,
    weekday_number,
)
from newslint.text.dates.foreign import foreign_dates
from newslint.text.dates.mention import DateMention
from newslint.text.dates.numeric import NUMERIC_DATE_MARKS, numeric_dates
from newslint.text.dates.patterns import (
    BEFORE,
    DASHED_YEAR,
    DATED_BEFORE,
    DAY_AFTER,
    ENDS_ALONE,
    ENDS_WITH_YEAR,
    HISTORIC_BEFORE,
    LIST_BEFORE,
    NAME_BEFORE,
    NEWSPAPER_BEFORE,
    NO_DAY,
    PAIR_BEFORE,
    PLAIN_DAY,
    RANGE,
    SPEAKING_BEFORE,
    WEEKDAY_AFTER,
    WEEKDAY_BEGINS,
)
from newslint.text.dates.proof import LEAD, is_dated, number_of, year_behind
from newslint.text.forms import kinds
from newslint.text.language import language
from newslint.text.places import places
from newslint.timestamps import MONTHS, calendar_date

__all__ = ["DateMention", "dates"]

_REACH = 60  # code points before a month: "Wednesday evening, 7.30pm to 9.30pm, on the 20th of "
_DAY_REACH = 14  # code points from a day to the month behind it: "1st  day  of  May"
_DAYS_REACH = 30  # the same from the first of two: "the 1st and 2nd  day  of  May"
_LONGEST_PAIR = 4  # days from the first to the last: "Monday to Friday, May 4-8"
_SPAN_BEFORE = regexp(r"\b(?:from|runs?|ran|running|held|opens?|opened|between)[ ]\Z")
_CLAUSE_END = regexp(r"\Z|[.,;:)\]\n\"'”’—]|[ ](?:at|this|next|with)\b")
_DIGIT = regexp(r"\d")
_ENDS_OF_A_DAY = frozenset("tdhf-")
_TELLING = MONTH_WORDS.bit | NUMERIC_DATE_MARKS.bit


def dates(text: Text) -> tuple[DateMention, ...]:
    """Return the dates named in the text, in order.

    Words are read in the language of the text, and as English where it is unsure.
    """
    if text.get(language) in {None, "en"}:
        if not (kinds(text) & _TELLING):
            return ()
        found = _in_english(text)
    else:
        found = list(foreign_dates(text))
    for numeric in text.get(numeric_dates):
        if numeric.year_first:
            value = numeric.readings[0] if numeric.readings else None
            year, month, day = numeric.parts
            named, place = numeric.weekday, numeric.weekday_span
            span = numeric.with_weekday
            found.append(DateMention(span, value, year, month, day, named, place, numeric.span))
    if len(found) > 1:
        found.sort(key=lambda mention: mention.span.start)
    return tuple(found)


def _in_english(text: Text) -> list[DateMention]:
    """Return the dates in words, in the order of their months."""
    found: list[DateMention] = []
    whole, weekdays = text.text, WEEKDAY_WORDS.may_occur(text)
    for at, name in sorted(places(whole, month_names_in(text))):
        if _is_word(whole[at - 1 : at]):
            continue
        end = at + len(name)
        day = _may_end_in_a_day(whole[max(at - _DAY_REACH, 0) : at])
        weekday = weekdays and (WEEKDAY_BEGINS.search(whole, max(at - _REACH, 0), at) is not None)
        plain = None if day or weekday else PLAIN_DAY.match(whole, end)
        if plain:
            found.append(_plain(text, at, name, plain))
            continue
        after = DAY_AFTER.match(whole, end)
        if after or (day and not _is_word(whole[end : end + 1])):
            found += _read(text, Span(text, at, end, name), after, day=day, weekday=weekday)
    return found


def _may_end_in_a_day(lead: str) -> bool:
    """Tell whether a day may stand before a month: ``1st``, ``22nd``, ``5 of``, ``5-``."""
    last = lead.rstrip()[-1:]
    return (last.isdecimal() or last in _ENDS_OF_A_DAY) and _DIGIT.search(lead) is not None


def _plain(text: Text, start: int, name: str, after: re.Match[str]) -> DateMention:
    """Read ``LUND, March 12 - ``: most dates have neither a weekday nor a year nor a range."""
    stop = after.end()
    bare = Span(text, start, stop, text.text[start:stop])
    sure = partial(is_dated, text.text, start, stop, ordinal=after["ordinal"])
    month, day = MONTHS[name.lower()], int(after["day"])
    return DateMention(bare, None, None, month, day, None, None, bare, sure)


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _read(
    text: Text, month: Span, after: re.Match[str] | None, *, day: bool, weekday: bool
) -> Iterable[DateMention]:
    """Read the dates around a month's name: ``20 November 2024`` or else ``November 20-22``.

    Args:
        text: The text.
        month: The name.
        after: A day behind it.
        day: Whether a day may stand before it.
        weekday: Whether a weekday may.
    """
    whole = text.text
    start = max(month.start - _REACH, 0)
    before: re.Match[str] | None = None
    if day or weekday:
        lead = whole[start : month.start]
        before = BEFORE.search(lead, 0 if weekday else max(len(lead) - _DAYS_REACH, 0))
    if before:
        scored = before["first"] and after  # "lost 2-3 May 20"
        if before["dash"] and not DASHED_YEAR.match(whole, month.end):
            before = None  # "Sept. 30-Oct. 2"
        elif before["day"] and not scored:
            return _day_first(text, month, before, start)
    if not after:
        return ()
    days = RANGE.match(whole, after.end())
    if not days and NO_DAY.match(whole, after.end()):
        return ()
    return _month_first(text, month, before, start, after, days)


def _day_first(
    text: Text, month: Span, before: re.Match[str], offset: int
) -> Iterator[DateMention]:
    whole = text.text
    end = month.end + (whole.startswith(".", month.end) and len(month.text) <= 4)
    start, first = offset + before.start("tail"), offset + before.start("day")
    year = DASHED_YEAR.match(whole, end) if before["dash"] else year_behind(whole, end, start)
    stop = year.end() if year else month.end
    turned = before["first"] and int(before["first"]) >= int(before["day"])
    if turned or not _one_line(whole, start, stop):
        return
    weekday = _weekday_before(text, before, offset, year, stop)
    number = MONTHS[month.text.lower()]
    sure: bool | Callable[[], bool] = True
    if not (year or weekday or before["ordinal"] or before["of"]):
        sure = partial(is_dated, whole, start, stop, day_first=True)
    if before["first"]:
        pair = _pair(text, before, offset, int(before["day"]) - int(before["first"]))
        one, other = pair or (weekday, None)
        if one:
            yield _mention(text, one, start, stop, year, number, before["first"], sure)
        yield _mention(text, other, first, stop, year, number, before["day"], sure)
    else:
        yield _mention(text, weekday, start, stop, year, number, before["day"], sure)


def _month_first(
    text: Text,
    month: Span,
    before: re.Match[str] | None,
    offset: int,
    after: re.Match[str],
    days: re.Match[str] | None,
) -> Iterable[DateMention]:
    whole = text.text
    number = MONTHS[month.text.lower()]
    year = year_behind(whole, days.end() if days else after.end(), month.start)
    if days and not int(after["day"]) < int(days["last"]) <= 31:
        dated = DATED_BEFORE.search(whole[max(month.start - LEAD, 0) : month.start])
        if NO_DAY.match(whole, after.end()) and not year and not dated:
            return ()
        days, year = None, year_behind(whole, after.end(), month.start)
    if not _one_line(whole, month.start, after.end()):
        return ()
    stop = year.end() if year and not days else after.end()
    weekday = _weekday_before(text, before, offset, year, stop) if before else None
    sure: bool | Callable[[], bool] = True
    if not (year or weekday):
        sure = partial(is_dated, whole, month.start, stop, ordinal=after["ordinal"])
    if not days:
        return (_mention(text, weekday, month.start, stop, year, number, after["day"], sure),)
    pair = _pair(text, before, offset, int(days["last"]) - int(after["day"]))
    one, other = pair or (weekday, None)
    first = _mention(text, one, month.start, stop, year, number, after["day"], sure)
    if not _is_a_day(whole, month.start, days, year):
        return (first,)
    stop = year.end() if year else days.end()
    return first, _mention(text, other, month.start, stop, year, number, days["last"], sure)


def _pair(
    text: Text, before: re.Match[str] | None, offset: int, apart: int
) -> tuple[Span, Span] | None:
    """Return the two weekdays of ``Friday and Saturday, May 17-18``."""
    if not before or not before["weekday"] or apart > _LONGEST_PAIR:
        return None
    start, end = (offset + edge for edge in before.span("weekday"))
    lead = max(start - LEAD, 0)
    first = PAIR_BEFORE.search(text.text[lead:start])
    if not first or LIST_BEFORE.search(text.text[lead : lead + first.start()]):
        return None
    return text.span(*(lead + edge for edge in first.span("weekday"))), text.span(start, end)


def _is_a_day(whole: str, start: int, days: re.Match[str], year: re.Match[str] | None) -> bool:
    """Tell whether the last number of ``May 20-22`` or ``May 20, 21 and 22`` is a day, no count.

    ``12 died on May 20 and 22 on May 21``: after ``and`` or ``to`` a year or the end of the clause
    must follow, and no other number stand before.
    """
    if days["between"].strip() in {"-", "–", "—"} or year:
        return True
    lead = whole[max(start - _REACH, 0) : start]
    if days["between"].strip() in {"to", "through"} and not _SPAN_BEFORE.search(lead):
        return False
    return bool(_CLAUSE_END.match(whole, days.end())) and not _DIGIT.search(lead)


def _mention(
    text: Text,
    weekday: Span | None,
    start: int,
    stop: int,
    year: re.Match[str] | None,
    month: int,
    day: str,
    sure: bool | Callable[[], bool],
) -> DateMention:
    bare = text.span(start, stop)
    span = text.span(weekday.start, stop) if weekday else bare
    if text.text.startswith((")", "]"), stop) and ("(" in span.text or "[" in span.text):
        span = text.span(span.start, stop + 1)
    trailing = None if weekday else WEEKDAY_AFTER.match(text.text, stop)
    if trailing and _goes_with(trailing, text.text, year):
        weekday = text.group(trailing, "weekday")
        span = text.span(start, trailing.end() + text.text.startswith((")", "]"), trailing.end()))
    number = number_of(year) if year else None
    value = calendar_date(number, month, int(day)) if number else None
    named = weekday_number(weekday.text) if weekday else None
    return DateMention(span, value, number, month, int(day), named, weekday, bare, sure)


def _goes_with(trailing: re.Match[str], whole: str, year: re.Match[str] | None) -> bool:
    """Tell whether a weekday behind a date is that of the date.

    ``Dec. 26, Monday, Jan. 2`` may name either day; ``September 11 was a Tuesday`` speaks of a year
    that is not written.
    """
    if trailing["told"]:
        return year is not None
    if not trailing["alone"] or ENDS_ALONE.match(whole, trailing.end()):
        return True
    return year is not None and ENDS_WITH_YEAR.match(whole, trailing.end()) is not None


def _weekday_before(
    text: Text, before: re.Match[str], offset: int, year: re.Match[str] | None, stop: int
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
    if before["weekday"] in {"Sun", "SUN", "SAT"} and NEWSPAPER_BEFORE.search(lead):
        return None
    if NAME_BEFORE.search(lead) or (not year and HISTORIC_BEFORE.search(lead)):
        return None
    if before["mark"]:  # "Monday - May 20 poll results" is no date, but on a line of its own it is
        alone = whole.rfind("\n", 0, start) + 1 == start and whole[stop : stop + 1] in {"", "\n"}
        return text.span(start, end) if year or alone else None
    loose = not before["day"] and not {*before["link"]} & {*",(["}
    if loose and not year and SPEAKING_BEFORE.search(lead):
        return None
    return text.span(start, end - before["weekday"].endswith("."))


def _one_line(whole: str, start: int, stop: int) -> bool:
    """Tell whether a mention stands on one line, or on lines that are hard-wrapped.

    A line is taken for wrapped from 40 code points on; shorter ones are list items and headings,
    whose neighbours are another matter.
    """
    position = whole.find("\n", start, stop)
    return position < 0 or position - (whole.rfind("\n", 0, position) + 1) >= 40
