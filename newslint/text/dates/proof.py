"""Whether a month and a number beside it are a date, by the words around them."""

from __future__ import annotations

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
)

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
