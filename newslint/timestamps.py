"""Dates as machines and mastheads write them in metadata.

Only for a metadata value that is a date as a whole. Dates inside running text are the business of
``newslint.text.dates``.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?!\d)")
_DAY_FIRST = re.compile(
    r"(?:[A-Za-z]{3,9}\.?,? )?(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3,9})\.?,? (\d{4})\b"
)
_MONTH_FIRST = re.compile(
    r"(?:[A-Za-z]{3,9}\.?,? )?([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b"
)
_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
        start=1,
    )
}


@lru_cache(maxsize=4096)
def parse_timestamp(raw: str) -> date | None:
    """Return the calendar date a metadata value names, or ``None``.

    ISO 8601 in its usual shapes, ``20240312``, RFC 2822 and English month names are read here; what
    is left goes to dateparser (imported then), strictly: day, month and year must all be there.
    An impossible date (``2024-02-30``) gives ``None``: it is never repaired.
    """
    value = raw.strip().strip("\"'")
    if not value:
        return None
    if match := _ISO.match(value):
        year, _, month, day = match.groups()
        return _calendar(int(year), int(month), int(day))
    if match := _COMPACT.match(value):
        return _calendar(*(int(part) for part in match.groups()))
    if match := _DAY_FIRST.match(value):
        day, name, year = match.groups()
        return _named(int(year), name, int(day))
    if match := _MONTH_FIRST.match(value):
        name, day, year = match.groups()
        return _named(int(year), name, int(day))
    if not any(character.isdigit() for character in value) or len(value) > 60:
        return None
    return _other_languages(value)


def _named(year: int, month: str, day: int) -> date | None:
    number = _MONTHS.get(month[:3].lower())
    return _calendar(year, number, day) if number else None


def _calendar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _other_languages(value: str) -> date | None:
    import warnings

    import dateparser  # 60 ms to import, 160 ms at the first parse: only when nothing else reads it

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # dateparser warns of its own internals
        found = dateparser.parse(
            value, settings={"STRICT_PARSING": True, "PREFER_DATES_FROM": "past"}
        )
    return found.date() if found else None
