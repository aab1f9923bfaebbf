"""The English names of months and weekdays, and how they are read."""

from __future__ import annotations

from datetime import date, timedelta

from newslint.text.phrases import phrases
from newslint.timestamps import MONTHS, WEEKDAY_NAMES, calendar_date

__all__ = ["HALF_A_YEAR", "MONTH_WORDS", "WEEKDAYS", "WEEKDAY_NAMES", "date_near", "weekday_number"]

_SHORT_WEEKDAYS = (
    "mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun",
)  # fmt: skip

WEEKDAYS = {name.lower(): number for number, name in enumerate(WEEKDAY_NAMES)}
WEEKDAYS |= {
    short: next(n for name, n in WEEKDAYS.items() if name.startswith(short[:3]))
    for short in _SHORT_WEEKDAYS
}
"""Weekday names and abbreviations, lower-cased and without their full stop, to 0 (Monday)-6."""


def weekday_number(word: str) -> int:
    """Return 0 (Monday) to 6 for a weekday's name or short form."""
    return WEEKDAYS[word.rstrip(".").lower()]


MONTH_WORDS = phrases(*MONTHS)
"""The words without which no date is written in words."""

HALF_A_YEAR = 183
"""Days: of the dates named in an article without a year, the one meant is nearer than this."""


def date_near(month: int, day: int, near: date) -> date | None:
    """Return the day of that name nearest to ``near``, or ``None`` when there is none.

    Args:
        month: 1-12.
        day: 1-31.
        near: Usually the publication date; the day given lies within `HALF_A_YEAR` of it.
    """
    candidates = (
        calendar_date(year, month, day) for year in (near.year, near.year - 1, near.year + 1)
    )
    reach = timedelta(days=HALF_A_YEAR)
    return next((one for one in candidates if one and abs(one - near) <= reach), None)
