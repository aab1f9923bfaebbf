"""Dates as machines and mastheads write them in metadata.

Only for a metadata value that is a date as a whole. Dates inside running text are the business of
``newslint.text.dates.finder``.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import lru_cache

from newslint.patterns import regexp

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = {name.lower(): number for number, name in enumerate(MONTH_NAMES, start=1)}
MONTHS |= {name[:3].lower(): number for number, name in enumerate(MONTH_NAMES, start=1)}
MONTHS["sept"] = 9
"""English month names and abbreviations, lower-cased and without their full stop, to 1-12."""

_LONGEST = 60
"""Code points; "Wednesday, the 20th of September 2024 at 12:30 p.m. Eastern Time" and longer
values are sentences, not dates."""

_ISO = regexp(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_COMPACT = regexp(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4}(?:\d\d)?(?:Z|[+-]\d{4})?)?(?!\d)")
_EPOCH = regexp(r"(\d{9,10})(?:\.\d+|\d{3})?")
_YEAR_LAST = regexp(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)")
_LEAD = r"(?:[A-Za-z]{2,9}[.,:]{0,2} ){0,3}"
_DAY_FIRST = regexp(
    _LEAD + r"(?:the )?(\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?([A-Za-z]{3,9})\.?,?[ -](\d{4})\b"
)
_MONTH_FIRST = regexp(_LEAD + r"([A-Za-z]{3,9})\.? (?:the )?(\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b")


@lru_cache(maxsize=4096)
def parse_timestamp(raw: str) -> date | None:
    """Return the calendar date a metadata value names, or ``None``.

    ISO 8601 in its usual shapes, ``20240312``, seconds or milliseconds since 1970, RFC 2822,
    English month names and dates in digits that can be read in one way only; what is left goes to
    dateparser (imported then), strictly: day, month and year must all be there. An impossible date
    (``2024-02-30``) gives ``None``, it is never repaired; so does ``03/04/2024``, which is never
    guessed, and ``two days ago``, for no clock is read. The time zone is the one written.
    """
    if raw[4:5] == raw[7:8] == "-" and not raw[10:11].isdecimal():
        try:
            return date.fromisoformat(raw[:10])
        except ValueError:
            pass  # read as any other value
    value = raw.strip().strip("\"'").strip()
    if not any(character.isdigit() for character in value):
        return None
    if match := _ISO.match(value):
        year, _, month, day = match.groups()
        return calendar_date(int(year), int(month), int(day))
    if match := _COMPACT.fullmatch(value):
        return calendar_date(*(int(part) for part in match.groups()))
    if match := _EPOCH.fullmatch(value):
        return datetime.fromtimestamp(int(match[1]), tz=UTC).date()
    if match := _YEAR_LAST.match(value):
        return _in_digits(match)
    if match := _DAY_FIRST.match(value):
        day, name, year = match.groups()
    elif match := _MONTH_FIRST.match(value):
        name, day, year = match.groups()
    if match and (number := MONTHS.get(name.lower())):
        return calendar_date(int(year), number, int(day))
    if len(value) > _LONGEST or not any(character.isalpha() for character in value):
        return None
    return _other_languages(value)


def calendar_date(year: int, month: int, day: int) -> date | None:
    """Return that day of the calendar, or ``None`` when there is none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _in_digits(match: re.Match[str]) -> date | None:
    """Read ``19-11-2024``, ``11/19/2024`` and ``03.04.2024`` (with points the day comes first)."""
    first, mark, second, year = match.groups()
    day_first = calendar_date(int(year), int(second), int(first))
    month_first = calendar_date(int(year), int(first), int(second))
    if mark == ".":
        return day_first
    if day_first and month_first and day_first != month_first:
        return None
    return day_first or month_first


def _other_languages(value: str) -> date | None:
    import warnings

    import dateparser  # 60 ms to import, 160 ms at the first parse: only when nothing else reads it

    settings = {
        "STRICT_PARSING": True,
        "PARSERS": ["absolute-time"],  # the others read a clock or guess
        "RELATIVE_BASE": datetime(2000, 1, 1),
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # dateparser warns of its own internals
        try:
            found = dateparser.parse(value, settings=settings)
        except (ValueError, OverflowError, TypeError, AttributeError, RecursionError):
            return None  # dateparser stumbles over some values that are no dates
    return found.date() if found else None
