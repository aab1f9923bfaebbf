"""The English names of months and weekdays, and how they are read."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from newslint.patterns import regexp
from newslint.source import Text
from newslint.text.forms import FormKind
from newslint.timestamps import MONTHS, WEEKDAY_NAMES, calendar_date

__all__ = [
    "HALF_A_YEAR", "MONTH_WORDS", "WEEKDAYS", "WEEKDAY_NAMES", "WEEKDAY_WORDS", "date_near",
    "month_names_in", "weekday_number",
]  # fmt: skip

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


_RUN = regexp(r"[^\W_]+")
_WEEKDAY = regexp(
    r"(?<![^\W_])(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|MON|TUE|WED|THU|FRI|SAT|SUN"
    r"|(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)(?![^\W_]))"
)


def _is_month(word: str) -> bool:
    """Tell whether a word names a month: `May`, `MAY` and `december`, not `may` and `march`."""
    if not word[0].isupper() and (len(word) <= 5 or word in {"march", "august"}):
        return False
    return word.lower() in MONTHS


@lru_cache(maxsize=4096)
def _months_of(form: str) -> list[str]:
    return [run for run in _RUN.findall(form) if _is_month(run)]


MONTH_WORDS = FormKind(MONTHS)
"""The words without which no English date is written in words."""

WEEKDAY_WORDS = FormKind(judge=lambda form: _WEEKDAY.search(form) is not None, small=False)
"""Weekdays as dates name them, short forms and all."""


def month_names_in(text: Text) -> set[str]:
    """Return the names of months that are in a text, each as it is written there."""
    return {name for form in MONTH_WORDS.forms(text) for name in _months_of(form)}


HALF_A_YEAR = 183
"""Days: of the dates named in an article without a year, the one meant is nearer than this."""


_REACH = timedelta(days=HALF_A_YEAR)


def date_near(month: int, day: int, near: date) -> date | None:
    """Return the day of that name nearest to ``near``, or ``None`` when there is none.

    Args:
        month: 1-12.
        day: 1-31.
        near: Usually the publication date; the day given lies within `HALF_A_YEAR` of it.
    """
    for year in (near.year, near.year - 1, near.year + 1):
        one = calendar_date(year, month, day)
        if one and abs(one - near) <= _REACH:
            return one
    return None
