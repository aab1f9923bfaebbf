"""Whether a month and a number beside it are a date, and the year behind, by the words around."""

from __future__ import annotations

import re

from newslint.text.dates.patterns import (
    ADDRESS,
    AFTER_A_DATE,
    AFTER_SINCE,
    CLOCK_OR_COUNT,
    COUNTS_BEFORE,
    DATED_BEFORE,
    FOREIGN_TO_THE_DAY,
    NUMBERED_BEFORE,
    ROW_BEFORE,
    SCORE_BEFORE,
    YEAR,
)

_TURN_OF_THE_CENTURY = 40  # '39 is 2039, '40 is 1940: news speaks of the war more than of 2040
LEAD = 24  # code points before a date: "been scheduled for "


def is_dated(
    whole: str, start: int, stop: int, *, ordinal: str | None = None, day_first: bool = False
) -> bool:
    """Tell whether the words around say that month and number are a date, not a count.

    ``In June 31 people`` and ``from April to June 31 people`` count people; after ``on``, ``ended``
    or ``the`` there is no such doubt.
    """
    lead = whole[max(start - LEAD, 0) : start]
    if not lead[-2:-1].isalnum():
        pass  # no word that says so
    elif DATED_BEFORE.search(lead):
        return ADDRESS.match(whole, stop) is None
    elif counted := COUNTS_BEFORE.search(lead):
        inside = (counted["since"] or counted["for"] or " ").islower()
        return (not counted["never"] and AFTER_A_DATE.match(whole, stop) is not None) or (
            inside and AFTER_SINCE.match(whole, stop) is not None
        )
    if lead.endswith(", ") and SCORE_BEFORE.search(lead):
        return False
    if ordinal:
        return True
    if day_first and _another_number(whole, lead, stop):
        return False
    return CLOCK_OR_COUNT.match(whole, stop) is None


def _another_number(whole: str, lead: str, stop: int) -> bool:
    return bool(
        NUMBERED_BEFORE.search(lead)
        or ROW_BEFORE.search(lead)
        or FOREIGN_TO_THE_DAY.match(whole, stop)
    )


def year_behind(whole: str, end: int, start: int) -> re.Match[str] | None:
    """Return the year that follows a day and month, unless it is a time or a count.

    ``4 May 1900 GMT`` and ``On May 20, 2000 people marched`` name no year; ``the May 20, 2000
    attacks`` do.
    """
    year = YEAR.match(whole, end)
    if year is None or "the " in {
        whole[max(start - 4, 0) : start].lower(),
        whole[start : start + 4],
    }:
        return year
    return None if CLOCK_OR_COUNT.match(whole, year.end()) else year


def number_of(year: re.Match[str]) -> int:
    """Return the year that was matched, in four digits."""
    if written := year["year"]:
        return int(written)
    short = int(year["short"])
    return short + (2000 if short < _TURN_OF_THE_CENTURY else 1900)
