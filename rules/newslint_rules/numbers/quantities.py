"""Quantities: numbers with their unit, as `5ft 10in`, `10 to 20 miles`, `minus 40 C`."""

from __future__ import annotations

import re
from functools import cache

from newslint import NUMBER, Number, Struct, read_number, regexp
from newslint_rules.numbers.units import Unit, readings, unit_pattern

_REACH = 96  # code points before a bracket: a range of quantities in words is under 80
_HEDGE = (
    r"(?:(?:or|about|around|roughly|approximately|approx\.?|some|nearly|almost|over|under|just over"
    r"|just under|more than|less than|up to|at least|an estimated|equivalent to|equal to|i\.e\.,?"
    r"|=|~|≈|c\.)[ ]?)*"
)
_SHAPE = r"(?:[ -](?:tall|long|high|wide|deep|thick|away|square))?"
_JOINT = r"(?:[ ]?[-–—x×/][ ]?|[ -](?:to|by|x)[ -]|[ ](?:and|or)[ ])"

_FEW = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven)"
_PART_OF_MORE = regexp(
    rf"(?:\d|\b{_FEW})[ -]?(?:st|stones?|lbs?|pounds?|feet|foot|ft|yards?|yds?|miles?)\.?,?[ ]"
    r"(?:and[ ])?\Z"
    r"|\b(?:hal(?:f|ves)|(?:quarter|third|fifth|eighth|tenth|fraction|part)s?)[ ](?:of[ ])?\Z",
    re.IGNORECASE,
)


class Quantity(Struct):
    """One number, or two in a range or as two sides, with their unit.

    Args:
        numbers: One or two numbers.
        units: What the unit's name can mean.
        start: Where the first number begins.
        number_end: Where the last number ends.
        simple: Whether it is a single number in digits.
    """

    numbers: tuple[Number, ...]
    units: tuple[Unit, ...]
    start: int
    number_end: int
    simple: bool


def quantity_before(text: str, end: int) -> Quantity | None:
    """Return the quantity that ends at ``end``."""
    start = max(end - _REACH, 0)
    match = _before().search(text, start, end)
    if (
        not match
        or (match.start() == start > 0)
        or _PART_OF_MORE.search(text, start, match.start())
    ):
        return None
    return _read(match)


def quantity_after(text: str, start: int) -> tuple[Quantity, int] | None:
    """Return the quantity that begins at ``start`` (after ``about`` or so), and where it ends."""
    match = _after().match(text, start)
    quantity = _read(match) if match else None
    return (quantity, match.end()) if match and quantity else None


@cache
def _quantity() -> str:
    unit = unit_pattern()
    return (
        rf"(?:(?<![\w.,/$£€¥#:])(?P<one>{NUMBER})(?:(?:[ -]?{unit})?{_JOINT}(?P<two>{NUMBER}))?"
        rf"[ \u00a0-]?(?P<unit>{unit})"
        rf"(?:(?:,?[ -]|,?[ ]and[ ])?(?P<rest>\d{{1,2}}(?:\.\d+|[ -]\d/\d|[ -]?[½¼¾])?|{_FEW}\b)"
        rf"(?:[ -]?(?P<part>inch(?:es)?|in\.?|ounces?|oz\.?|pounds?|lbs?\.?)(?!\w)|(?=[ )])))?"
        rf"|(?<![\w.,/$])(?P<feet>\d)['’′][ ]?(?P<inches>\d{{1,2}}(?:\.\d+)?)(?:[\"”″]|['’′]{{2}}))"
    )


@cache
def _before() -> re.Pattern[str]:
    return re.compile(_quantity() + _SHAPE + r"[ \u00a0]?\Z", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    return re.compile(_HEDGE + _quantity() + _SHAPE, re.IGNORECASE)


def _read(match: re.Match[str]) -> Quantity | None:
    if match["feet"]:
        total = int(match["feet"]) + float(match["inches"]) / 12
        numbers: tuple[Number, ...] = (Number(total, 1 / 12, 1 / 12),)
        return Quantity(numbers, readings("feet"), match.start("feet"), match.end("inches"), False)
    read = [read_number(match[name]) for name in ("one", "two") if match[name]]
    found = tuple(number for number in read if number)
    if len(found) < len(read) or not found:
        return None
    kinds = readings(match["unit"])
    if match["rest"]:
        compound = _compound(found, match, kinds)
        if compound is None:
            return None
        found = (compound,)
    last = "two" if match["two"] else "one"
    simple = len(found) == 1 and not match["rest"] and match["one"][-1].isdigit()
    return Quantity(found, kinds, match.start("one"), match.end(last), simple)


def _compound(
    found: tuple[Number, ...], match: re.Match[str], kinds: tuple[Unit, ...]
) -> Number | None:
    """Add the inches to the feet, the ounces to the pounds; ``6-foot-2`` means inches."""
    rest, whole = read_number(match["rest"]), kinds[0]
    name = (match["part"] or "").rstrip(".").lower()
    if not name:
        name = "inch" if match["unit"].lower() in {"foot", "feet"} else ""
    part = next((one for one in readings(name) if one.dimension == whole.dimension), None)
    if rest is None or part is None or part.factor >= whole.factor or len(found) > 1:
        return None
    ratio = part.factor / whole.factor
    return Number(found[0].value + rest.value * ratio, rest.place * ratio, rest.place * ratio)
