"""Calendar dates in other languages than English: ``samedi 20 novembre 2024``.

The names of months and weekdays, with their cases, are those of dateparser. It is imported when an
article is known to be in another language and a number stands before a word in it; what it makes of
a whole date is not used, for it repairs the errors that are looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module

from newslint.patterns import regexp
from newslint.source import Text
from newslint.spans import Span
from newslint.structs import Struct
from newslint.text.dates.mention import DateMention
from newslint.text.dates.numeric import numeric_dates
from newslint.text.language import language
from newslint.timestamps import MONTH_NAMES, WEEKDAY_NAMES, calendar_date

_MODULES = {"no": "nb"}
_WORD = r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*"
_DATE = regexp(
    r"(?<![\w.,:/$£€+–-])(?P<day>\d{1,2})(?:\.|º|°|er|re|:e|-е|-го)?[ \u00a0]{1,2}"
    rf"(?:de |del |di |d['’])?(?P<month>{_WORD})"
    r"\.?(?:,?[ \u00a0](?:de |del )?(?P<year>(?:1[89]|20|21)\d\d)(?![a-zà-ÿ\d_%]|[.,:/–-]\d))?"
)
_WEEKDAY_BEFORE = regexp(
    rf"(?P<weekday>{_WORD})(?:,? (?:le|den|dem|el|dia|día|il|dne|dnia)|,| \(|)[ ]?\Z"
)
_CASE_ENDING = regexp("['’]")  # Turkish: ``31 Nisan'da``
_REACH = 24
"""Code points before a date: ``poniedziałek, dnia`` and the like are under 20."""
_WORDS = regexp(_WORD)
_LIST_REACH = 20
_NIGHT = regexp(r"\b(?:nacht|nuit|noche|notte|noite|ночь|noc|natt)\b", re.IGNORECASE)
"""A night belongs to two days: ``in der Nacht zum Sonntag (23. November)``."""
_WEEKDAY_BEHIND = regexp(rf"[ ](?P<weekday>{_WORD})")
_WEEKDAY_LAST = frozenset({"tr"})
"""Languages that put the weekday behind: ``20 Kasım 2024 Çarşamba``."""
_PART_OF_DAY = regexp(
    r"(?<=.{4})(?:abend|morgen|(?:vor|nach)?mittag|avond|ochtend|(?:na)?middag)\Z"
)
"""What German and Dutch write together with the weekday; not the night, which has two days."""
_SHORTEST_WEEKDAY = 4
"""Letters: ``do``, ``sam`` and ``mer`` are other words too, and news writes weekdays in full."""
_DEFINITE = {"sv": "en"}
"""Ending of weekdays that the tables do not hold: Swedish ``lördagen den 20 november``."""


class CalendarWords(Struct):
    """Months (1-12), those of them that are no short forms, and weekdays (0-6) of a language."""

    months: Mapping[str, int]
    full: frozenset[str]
    weekdays: Mapping[str, int]


def foreign_dates(text: Text) -> Iterator[DateMention]:
    """Give the dates that begin with their day, in the language of the text."""
    code = text.get(language)
    for match in _DATE.finditer(text.text):
        words = calendar_words(code) if code else None
        if words is None:
            return
        name = match["month"].lower()
        month = words.months.get(name) or words.months.get(_CASE_ENDING.split(name)[0])
        if month:
            yield _mention(text, match, month, words)
    yield from _in_digits(text, code)


def _in_digits(text: Text, code: str | None) -> Iterator[DateMention]:
    """Give the dates in digits that have their weekday before them: ``Dienstag, 20.11.2024``."""
    for numeric in text.get(numeric_dates):
        words = calendar_words(code) if code and not numeric.year_first else None
        weekday = _weekday_before(text, numeric.span.start, words) if words else None
        if words is None or weekday is None:
            continue
        day, month, year = numeric.parts
        if value := calendar_date(year, month, day):
            span, named = weekday.to(numeric.span), _number(weekday.text, words)
            yield DateMention(span, value, year, month, day, named, weekday, numeric.span)


@cache
def calendar_words(code: str) -> CalendarWords | None:
    """Return the names of months and weekdays of a language, or ``None`` if dateparser has none."""
    try:
        tables = import_module(
            f"dateparser.data.date_translation_data.{_MODULES.get(code, code)}"
        ).info
    except ImportError:
        return None
    months = {
        form: number for number, name in enumerate(MONTH_NAMES, 1) for form in _forms(tables, name)
    }
    weekdays = {
        form: number
        for number, name in enumerate(WEEKDAY_NAMES)
        for form in _forms(tables, name)
        if len(form) >= _SHORTEST_WEEKDAY and form not in months
    }
    weekdays |= {form + _DEFINITE.get(code, ""): number for form, number in weekdays.items()}
    full = {
        form
        for form, number in months.items()
        if not any(o != form and o.startswith(form) and months[o] == number for o in months)
    }
    return CalendarWords(months, frozenset(full), weekdays)


def _forms(tables: Mapping[str, list[str]], name: str) -> list[str]:
    return [form.lower() for form in tables.get(name.lower(), ())]


def _mention(text: Text, match: re.Match[str], month: int, words: CalendarWords) -> DateMention:
    bare = text.span(match.start(), match.end("year" if match["year"] else "month"))
    weekday = _weekday_before(text, bare.start, words)
    span = weekday.to(bare) if weekday else bare
    if weekday is None and text.get(language) in _WEEKDAY_LAST:
        weekday = _weekday_behind(text, bare.end, words)
        span = bare.to(weekday) if weekday else bare
    name = _CASE_ENDING.split(match["month"].lower())[0]
    year, day = int(match["year"]) if match["year"] else None, int(match["day"])
    sure = bool(year or weekday or {name, match["month"].lower()} & words.full)
    named = _number(weekday.text, words) if weekday else None
    value = calendar_date(year, month, day) if year else None
    return DateMention(span, value, year, month, day, named, weekday, bare, sure)


def _weekday_before(text: Text, start: int, words: CalendarWords) -> Span | None:
    """Return the weekday before a date, unless a night or another weekday stands before it."""
    window = max(start - _REACH, 0)
    before = _WEEKDAY_BEFORE.search(text.text[window:start])
    if not before or _number(before["weekday"], words) is None:
        return None
    place = text.span(window + before.start("weekday"), window + before.end("weekday"))
    lead = text.text[max(place.start - _LIST_REACH, 0) : place.start]
    others = _WORDS.findall(lead)[-2:]
    doubtful = _NIGHT.search(lead) or any(_number(other, words) is not None for other in others)
    return None if doubtful else place


def _weekday_behind(text: Text, end: int, words: CalendarWords) -> Span | None:
    behind = _WEEKDAY_BEHIND.match(text.text, end)
    known = behind and _number(behind["weekday"], words) is not None
    return text.group(behind, "weekday") if behind and known else None


def _number(word: str, words: CalendarWords) -> int | None:
    """Return 0 (Monday) to 6 for a weekday, with or without a part of the day."""
    name = word.lower()
    known = words.weekdays.get(name)
    return words.weekdays.get(_PART_OF_DAY.sub("", name)) if known is None else known
