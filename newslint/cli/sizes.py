"""Numbers and sizes as they are written on a command line."""

from __future__ import annotations

import re

from newslint.errors import SelectionError

_UNITS = {"": 1, "k": 1000, "m": 1000**2, "g": 1000**3, "t": 1000**4}
_SIZE = re.compile(r"(?i)\s*(\d+(?:\.\d+)?)\s*([kmgt]?)(i?)b?\s*")


def size_of(text: str, option: str) -> int:
    """Return the bytes that a size means: ``300MB``, ``1.5 GiB``, ``1000000``.

    Raises:
        SelectionError: when it is none.
    """
    found = _SIZE.fullmatch(text)
    if found is None:
        raise SelectionError(f"{option} {text}: write a size such as 300MB or 2GB")
    number, unit, binary = found.groups()
    factor = _UNITS[unit.lower()]
    if binary and unit:
        factor = 1024 ** ["", "k", "m", "g", "t"].index(unit.lower())
    size = int(float(number) * factor)
    if not size:
        raise SelectionError(f"{option} {text}: that is nothing at all")
    return size


def whole_number(text: str, option: str) -> int:
    """Return a number from 0 on.

    Raises:
        SelectionError: when it is none.
    """
    if not text.isascii() or not text.isdigit():
        raise SelectionError(f"{option} {text}: write a whole number")
    return int(text)
