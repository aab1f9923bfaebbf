"""Calendar dates in other languages than English: ``samedi 20 novembre 2024``.

The names of months and weekdays, with their cases, are those of dateparser. It is imported when an
article is known to be in another language and a number stands before a word in it; what it makes of
a whole date is not used, for it repairs the errors that are looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from newslint.source import Text
from newslint.spans import Span
from newslint.text.date_mention import DateMention
from newslint.text.language import language
from newslint.timestamps import MONTH_NAMES, WEEKDAY_NAMES, calendar_date

_MODULES = {"no": "nb"}
_WORD = r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*"
_DATE = re.compile(
    r"(?<![\w.,:/$£€+–-])(?P<day>\d{1,2})(?:\.|º|°|er|re|:e|-е|-го)?[ \u00a0]{1,2}"
    rf"(?:de |del |di |d['’])?(?P<month>{_WORD})"
    r"\.?(?:,?[ \u00a0](?:de |del )?(?P<year>(?:1[89]|20|21)\d\d)(?![\w%]|[.,:/–-]\d))?"
)
_WEEKDAY_BEFORE = re.compile(
    rf"(?P<weekday>{_WORD})(?:,? (?:le|den|dem|el|dia|día|il|dne|dnia)|,| \(|)[ ]?\Z"
)
_REACH = 24
"""Code points before a date: ``poniedziałek, dnia`` and the like are under 20."""
_WORDS = re.compile(_WORD)
_LIST_REACH = 20
_NIGHT = re.compile(r"\b(?:nacht|nuit|noche|notte|noite|ночь|noc|natt)\b", re.IGNORECASE)
"""A night belongs to two days: ``in der Nacht zum Sonntag (23. November)``."""
_SHORTEST_WEEKDAY = 4
"""Letters: ``do``, ``sam`` and ``mer`` are other words too, and news writes weekdays in full."""
_DEFINITE = {"sv": "en"}
"""Ending of weekdays that the tables do not hold: Swedish ``lördagen den 20 november``."""


@dataclass(frozen=True)
class CalendarWords:
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
        if month := words.months.get(match["month"].lower()):
            yield _mention(text, match, month, words)


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
    weekday = _weekday_before(text, match.start(), words)
    bare = text.span(match.start(), match.end("year" if match["year"] else "month"))
    span = text.span(weekday.start, bare.end) if weekday else bare
    year, day = int(match["year"]) if match["year"] else None, int(match["day"])
    sure = bool(year or weekday or match["month"].lower() in words.full)
    named = words.weekdays[weekday.text.lower()] if weekday else None
    value = calendar_date(year, month, day) if year else None
    return DateMention(span, value, year, month, day, named, weekday, bare, sure)


def _weekday_before(text: Text, start: int, words: CalendarWords) -> Span | None:
    """Return the weekday before a date, unless a night or another weekday stands before it."""
    window = max(start - _REACH, 0)
    before = _WEEKDAY_BEFORE.search(text.text[window:start])
    if not before or before["weekday"].lower() not in words.weekdays:
        return None
    place = text.span(window + before.start("weekday"), window + before.end("weekday"))
    lead = text.text[max(place.start - _LIST_REACH, 0) : place.start]
    others = _WORDS.findall(lead)[-2:]
    doubtful = _NIGHT.search(lead) or any(other.lower() in words.weekdays for other in others)
    return None if doubtful else place
