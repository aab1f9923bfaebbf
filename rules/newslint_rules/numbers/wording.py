"""Measures as an editor would write them: `2 miles`, not `2.0 mile`."""

from __future__ import annotations

import re

from newslint import regexp
from newslint_rules.numbers.units import Unit, units

SHORT = 3  # letters of an abbreviated unit at most: ft, mi, kg, mph
_COMMON = frozenset(
    ("inches", "feet", "yards", "miles", "millimeters", "centimeters", "meters", "kilometers",
     "square feet", "acres", "square miles", "square meters", "hectares", "square kilometers",
     "ounces", "pounds", "tons", "grams", "kilograms", "tonnes", "gallons", "cubic feet",
     "liters", "cubic meters", "miles per hour", "kilometers per hour")
)  # fmt: skip
"""Units, by their first spelling, that a writer may have meant."""
_SHORT_FORMS = {
    "inches": "in", "feet": "ft", "yards": "yd", "miles": "mi", "millimeters": "mm",
    "centimeters": "cm", "meters": "m", "kilometers": "km", "ounces": "oz", "pounds": "lb",
    "grams": "g", "kilograms": "kg", "miles per hour": "mph", "kilometers per hour": "km/h",
}  # fmt: skip
_PLAIN = regexp(
    r"(?P<stem>mile|meter|metre|yard|acre|hectare|pound|ounce|gramme|gram|tonne|ton|liter|litre"
    r"|gallon|kilo|knot|pint|quart|inch)(?:s|es)?\Z",
    re.IGNORECASE,
)
_FOOT = regexp(r"(?:foot|feet)\Z", re.IGNORECASE)


def agreeing(unit: str, number: str) -> str:
    """Return a unit as it stands behind a number: `1 foot`, `13 feet`, `1.9 miles`."""
    one = number == "1"
    if foot := _FOOT.search(unit):
        return unit[: foot.start()] + ("foot" if one else "feet")
    if plain := _PLAIN.search(unit):
        ending = "" if one else "es" if plain["stem"].lower() == "inch" else "s"
        return unit[: plain.end("stem")] + ending
    return unit


def handy(value: float, places: int, step: float) -> str:
    """Write a number with few decimals: at most one more digit than it was written with.

    Args:
        value: The number.
        places: Decimals that it may have; negative ones round to tens.
        step: What one step in the last digit of the number was that it stands for.
    """
    if abs(value) >= 0.5:
        decimals = next((one for one in range(4) if 10.0**-one <= step * 1.001), 4)
        places = min(places, max(decimals, 1))
    written = f"{round(value, places):,.{max(places, 0)}f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def feet_and_inches(feet: float) -> str:
    """Write a length as people's heights are written, to the inch: `6ft 7in`."""
    inches = round(feet * 12)
    return f"{inches // 12}ft {inches % 12}in"


def renamed(written: str, meant: Unit) -> str:
    """Return the name of a unit in the style of the one that is written, or nothing."""
    names = [name for name, found in units().items() if found == (meant,)]
    name = next((one for one in names if one in _COMMON), "")
    if len(written) <= SHORT or written.lower() == "km/h":
        return _SHORT_FORMS.get(name, "")
    return name.replace("meter", "metre") if "metre" in written else name
