"""Units of measure, their spellings, and how one is turned into another."""

from __future__ import annotations

import re
from functools import cache

from newslint import FormKind, Struct, regexp, word_list

_LETTERS = regexp(r"[a-z]+")


class Unit(Struct):
    """One reading of a unit's name.

    Args:
        dimension: ``length``, ``area``, ``volume``, ``mass``, ``speed`` or ``temperature``.
        system: ``metric`` or ``us`` (customary, the imperial ones among them).
        factor: How many SI units one is (metres, square metres, litres, kilograms, km/h);
            0 for temperatures.
        offset: Degrees at which water freezes; 0 but for Fahrenheit.
    """

    dimension: str
    system: str
    factor: float
    offset: float = 0.0

    def to_si(self, value: float) -> float:
        """Return ``value`` in the SI unit; temperatures in degrees Celsius."""
        return (value - self.offset) * self.factor

    def from_si(self, value: float) -> float:
        """Return an SI value in this unit."""
        return value / self.factor + self.offset


@cache
def units() -> dict[str, tuple[Unit, ...]]:
    """Return each spelling, lower-cased, with its readings."""
    readings: dict[str, list[Unit]] = {}
    for line in word_list(__package__, "units.txt"):
        dimension, system, factors, names = line.split(None, 3)
        for factor in factors.split(","):
            unit = _unit(dimension, system, factor)
            for name in names.split("|"):
                readings.setdefault(name, []).append(unit)
    return {name: tuple(found) for name, found in readings.items()}


@cache
def _metric_words() -> frozenset[str]:
    """Return the longest word, in plain letters, of each metric spelling."""
    names = (
        name for name, found in units().items() if any(one.system == "metric" for one in found)
    )
    return frozenset(max(_LETTERS.findall(name), key=len) for name in names)


def _may_be_metric(form: str) -> bool:
    if form.isascii() and form.replace("-", "").isalpha():
        return False  # where no digit stands beside letters, the words are found
    return not _metric_words().isdisjoint(_LETTERS.findall(form.lower()))


METRIC_FORMS = FormKind(_metric_words, judge=_may_be_metric, letters=False)
"""The forms (``km``, ``10km``, ``square``) one of which stands in every metric measure."""


def units_like(unit: Unit) -> tuple[Unit, ...]:
    """Return the other units of its dimension and system: of feet inches, yards, miles."""
    alike = (
        one
        for found in units().values()
        for one in found
        if (one.dimension, one.system) == (unit.dimension, unit.system) and one != unit
    )
    return tuple(dict.fromkeys(alike))


def _unit(dimension: str, system: str, factor: str) -> Unit:
    if factor == "C":
        return Unit(dimension, system, 1.0)
    if factor == "F":
        return Unit(dimension, system, 5 / 9, 32.0)
    return Unit(dimension, system, float(factor))


@cache
def unit_pattern() -> str:
    """Return a pattern (without groups) for any spelling of a unit, longest first."""
    names = sorted(units(), key=len, reverse=True)
    spaced = (r"[ -]".join(re.escape(part) for part in name.split(" ")) for name in names)
    return f"(?:{'|'.join(spaced)})(?![\\w²³])"


def readings(name: str) -> tuple[Unit, ...]:
    """Return what the name of a unit can mean."""
    known = units()
    lowered = name.lower()
    return known.get(lowered) or known.get(lowered.replace("-", " "), ())
