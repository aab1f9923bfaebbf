"""Two amounts told as the new and the old one: whether they are of one kind, and their numbers."""

from __future__ import annotations

import re

from newslint import Number, Span, read_number

FEW = 20  # numbers below it may count something else (12 countries)
MANY = 5  # so many times as much counts something else

_NO_UNIT = frozenset({"year", "previously", "earlier", "previous", "during", "before", "ago", "a"})
"""What stands behind the old number and is no unit of it."""


def amount(place: Span) -> Number | None:
    """Return the number at a place, without its currency."""
    return read_number(_plain(place.text))


def alike(new: re.Match[str], old: re.Match[str]) -> bool:
    """Tell whether two numbers are of one kind: not mln marks and countries, not a year."""
    written = old["old"]
    if len(written) == 4 and written.isdigit() and written[:2] in {"19", "20"}:
        return False
    if len(new["new"]) == 4 and new["new"].isdigit() and new["new"][:2] in {"19", "20"}:
        return False
    one, other = new["new_unit"].lower().split(), old["old_unit"].lower().split()
    if {"percent", "pct", "per", "points", "point", "percentage", "basis"} & {*one, *other}:
        return False
    money = _currency(new["new"]) == _currency(written) != ""
    if other and one and not {*other} & {*one}:
        return money
    if not other or one or money or other[0] in _NO_UNIT:
        return True
    return _near(new["new"], written)  # to 790 from 2,100 cars, not to 120 from 12 countries


def _near(new: str, old: str) -> bool:
    """Tell whether two numbers can count the same things: neither few, none five times the other.

    Magnitudes are left out: `to 1.2 million from 900,000 cars` is rare.
    """
    one, other = (read_number(number) for number in (new, old))
    return bool(
        one
        and other
        and min(one.value, other.value) >= FEW
        and 1 / MANY <= one.value / other.value <= MANY
    )


def _currency(amount: str) -> str:
    """Return what stands before the digits, without the blank."""
    return amount[: next(at for at, one in enumerate(amount) if one.isdigit())].rstrip()


def _plain(amount: str) -> str:
    digits = amount[len(_currency(amount)) :].lstrip()
    return digits[:-1].rstrip() + " million" if digits.endswith(("m", "M")) else digits
