"""A date named in a text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from newslint.spans import Span
from newslint.structs import Struct


class DateMention(Struct):
    """One date named in the text, as written.

    Args:
        span: The whole mention, weekday included.
        value: The date if year, month and day are known and possible, else ``None``.
        year: Year as written, or ``None``.
        month: 1-12 (as written, so possibly impossible, in an ISO date), or ``None``.
        day: Day as written (possibly impossible), or ``None``.
        weekday: 0 (Monday) to 6 as written, or ``None``.
        weekday_span: The weekday alone.
        bare: The date without its weekday.
        proof: Whether something says that this is a date, or what tells it.
    """

    span: Span
    value: date | None
    year: int | None
    month: int | None
    day: int | None
    weekday: int | None = None
    weekday_span: Span | None = None
    bare: Span | None = None
    proof: bool | Callable[[], bool] = True

    @property
    def sure(self) -> bool:
        """Whether something beside month and number says that this is a date.

        A year, a weekday, an ordinal, or the word before; ``In June 31 people`` is not sure. Looked
        for when it is asked, for it is of interest where there is no such day.
        """
        return self.proof if isinstance(self.proof, bool) else self.proof()
