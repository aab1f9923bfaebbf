"""NUM001 conversion-mismatch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from math import floor, log10
from typing import TYPE_CHECKING

from newslint import Doc, Finding, Findings, Number, Span, regexp, rule
from newslint_rules.numbers.units import METRIC_FORMS, Unit, units_like

if TYPE_CHECKING:
    from newslint_rules.numbers.quantities import Quantity

SLACK = 0.02  # of the right value, for conversions made by rule of thumb (8 km to 5 miles)
TRUST = 0.05  # of the first number: how far zeros at its end may come from rounding
FINE = 0.1  # of steps below it no fives are rounding: 5ft 5in, 1.65 m
ROUGH = 0.1  # the same of the second: 9 miles may be given as 15 km, 62 miles as 60, not as 50
DEGREES = 2.0  # the same of temperatures, which have no natural zero
SMALL = 10.0  # a temperature up to so many degrees Celsius is often a difference
FAR = 3.0  # an "or" names an alternative, not a conversion, when it is that many times off …
NEAR = 0.03  # … unless it is that near to the right digits, or to the right number of another unit

_OR = regexp(r",[ ]or\b", re.IGNORECASE)
_BARE = regexp(r"[\s\d.,:;%/–-]*[)\]]")
"""A bracket that holds no word and so no unit: ``(2012)``."""
_CLOSE = regexp(r"[ ]?[)\]]")
_FEET_AND_INCHES = regexp(r"(?:ft\.?|foot|feet|['’′])\W*\d", re.IGNORECASE)
_RELATIVE = regexp(
    r"warm|cool|hotter|colder|higher|lower|ris(?:e|ing)|rose|increas|decreas|drop|f[ae]ll|climb"
    r"|differ|chang|above|below|within|swing|limit|target|anomal|fluctuat|var[iy]|\bby\b|than"
    r"|average|normal|usual|margin|goal|threshold|beyond",
    re.IGNORECASE,
)
_END = regexp(r"[,.;)](?!\d)")


@rule("NUM001", severity="error", languages=("en",), near=METRIC_FORMS)
def conversion_mismatch(doc: Doc) -> Findings:
    r"""A measure and its conversion that do not fit together.

    Length, area, volume, weight, speed and temperature, from metric to customary units or back, in
    brackets or after `, or`. The tolerance comes from the numbers as they are written: half a step
    in the last digit of each that is not a zero, but at most 5 percent of the first and 10 percent
    of the second for zeros and fives at the end, and 2 percent for rules of thumb. So `300 km (200
    miles)` is let pass and `300 km (210 miles)` is not. After `, or` a number three times off names
    another thing, unless only its decimal point or its unit is wrong. Where the number is right in
    another unit (`31 km (19 feet)`) the fix is that unit.

    Left alone: currencies, differences of temperature (`2 C (3.6 F) warmer`), tons
    and gallons in any reading, pairs of different kinds, brackets that say more than a number and
    a unit. It misses what a one-digit rounding explains (`4 miles (7 km)`), lists of three or more,
    conversions in the next sentence, a gallon that fits only the other country's. It errs where
    a writer rounds to the next handy number, further than a tenth.

    Bad: The road is 200 kilometers (>>90 miles<<) long.
    Fixed (unsafe): The road is 200 kilometers (120 miles) long.
    Bad: The road is 31 km (>>19 feet<<) long.
    Fixed (unsafe): The road is 31 km (19 miles) long.
    Bad: The swimmer, 5ft 10in (>>1.87m<<), won the race, the club said.
    Bad: It is minus 40 C (>>40 F<<) on the plain.
    Bad: The hole is 10 to 20 feet (>>3 to 16 meters<<) deep, crews said.
    Bad: The pipe is 200 kilometers, or >>194 miles<<, long, the firm said.
    Bad: The camp is 100 kilometers (>>50 miles<<) from the town, aid workers said.
    Bad: The path is 20 feet (>>5 meters<<) wide.
    Bad: The pipe is 20 kilometers, or >>124 miles<<, long, the firm said.
    Good: The road is 200 kilometers (120 miles) long, or about 2 hours.
    Good: Run 5 kilometers, or 26 miles, on Sunday; it is 1.5 C (2.7 F) by treaty.
    Good: They ran two miles (three kilometres) and a 10-mile (16-kilometer) relay.
    Good: The swimmer, 5ft 10in (1.78m), weighs 12 stone 4 pounds (78 kg).
    Good: The plateau is 2 C (3.6 F) warmer than in 1950, and 40 C (104 F) by noon.
    Good: Keep 2m (6ft) apart, or six feet (two metres), in a pool of 10,000 litres (2,200 gallons).
    Good: The plateau is 5 to 8 C (9 to 14 F) over the seasonal average.
    Good: It burns 50 tons (45 tonnes) or 50 tons (51 metric tons) a day.
    Good: Each paid 200 pounds ($310) for 5 miles (track only).
    """
    text = doc.text
    from newslint_rules.numbers.quantities import quantity_after, quantity_before

    for at, behind in _openings(text):
        start = behind + text.startswith(" ", behind)
        after = quantity_after(text, start)
        if after is None:
            continue
        second, end = after
        bracket = behind == at + 1
        if not (_CLOSE if bracket else _END).match(text, end):
            continue
        first = quantity_before(text, at)
        if first is not None:
            place = doc.span(second.start, end)
            yield from _compare(place, first, second, bracket=bracket)


def _openings(text: str) -> Iterator[tuple[int, int]]:
    """Give each bracket with words in it, and each ``, or``: where it begins and ends."""
    for bracket in "([":
        at = text.find(bracket)
        while at >= 0:
            if not _BARE.match(text, at + 1):
                yield at, at + 1
            at = text.find(bracket, at + 1)
    yield from (alternative.span() for alternative in _OR.finditer(text))


def _compare(place: Span, first: Quantity, second: Quantity, *, bracket: bool) -> Iterator[Finding]:
    if len(first.numbers) != len(second.numbers):
        return
    pairs = [
        (one, other)
        for one, other in product(first.units, second.units)
        if one.dimension == other.dimension and one.system != other.system
    ]
    numbers = list(zip(first.numbers, second.numbers, strict=True))
    relative = _RELATIVE.search(place.window(100, 60).text) is not None
    if not pairs or any(_all_fit(numbers, *pair, relative=relative) for pair in pairs):
        return
    one, other = min(pairs, key=lambda pair: _distance(numbers[0], *pair))
    far = _distance(numbers[0], one, other) > log10(FAR)
    if far and not bracket and not _slipped(*numbers[0], one, other):
        return
    said = place.source.text if isinstance(place.source, Doc) else ""
    rest = place.text[second.number_end - second.start :]
    unit = rest.strip(" -")
    first_text = said[first.start : place.start].rstrip(" ([,").removesuffix(" or").rstrip(" ,")
    from newslint_rules.numbers.wording import agreeing, feet_and_inches, renamed

    if far and second.simple:
        for meant in units_like(other):
            name = renamed(unit, meant) if _all_fit(numbers, one, meant) else ""
            if name:
                name = agreeing(name, "1" if rest.startswith("-") else place.text.partition(" ")[0])
                better = place.text.removesuffix(unit) + name
                yield place.flag(
                    f"{first_text!r} is about {better}, not {place.text!r}", fix=better
                )
                return
    right = [_written(_convert(a.value, one, other), a, b, one) for a, b in numbers]
    fix = None
    if second.simple and len(pairs) == 1:  # of a gallon nobody knows whose it is
        fix = f"{right[0]}{rest if rest.startswith('-') else agreeing(rest, right[0])}"
    measure = f"{' to '.join(right)} {agreeing(unit, right[-1])}"
    if _FEET_AND_INCHES.match(unit):
        measure = feet_and_inches(_convert(numbers[0][0].value, one, other))
    yield place.flag(f"{first_text!r} is about {measure}, not {place.text!r}", fix=fix)


def _all_fit(
    numbers: list[tuple[Number, Number]], one: Unit, other: Unit, *, relative: bool = False
) -> bool:
    return all(_fits(a, b, one, other, relative=relative) for a, b in numbers)


def _fits(a: Number, b: Number, one: Unit, other: Unit, *, relative: bool) -> bool:
    """Tell whether ``b`` can be a rounding of ``a``, both as exact as they are written.

    Args:
        a: The first number.
        b: Its conversion.
        one: The unit of the first.
        other: The unit of the second.
        relative: Whether a temperature may be a difference, which has no freezing point.
    """
    right = _convert(a.value, one, other)
    ratio = one.factor / other.factor
    if abs(right - b.value) <= _tolerance(a, b, one, other, right):
        return True
    if one.dimension != "temperature":
        return False
    difference = a.value * ratio
    if not relative and abs(a.value) * one.factor > SMALL:
        return False
    return abs(difference - b.value) <= _tolerance(a, b, one, other, difference)


def _tolerance(a: Number, b: Number, one: Unit, other: Unit, right: float) -> float:
    degrees = DEGREES if one.dimension == "temperature" else 0.0
    first = _half(a, max(TRUST * abs(a.value), degrees)) * one.factor / other.factor
    return _half(b, max(ROUGH * abs(b.value), degrees)) + first + SLACK * abs(right) + 1e-9


def _half(number: Number, most: float) -> float:
    """Return half the step a number is rounded to: its last digit, or zeros and fives there."""
    steps = abs(number.value / number.rounded)
    least = 10 if number.rounded == number.place else 50  # 25 and 650 are rounded to fives, not 250
    in_fives = round(steps) % 10 == 5 and steps >= least and number.place >= FINE
    step = number.rounded * 5 if in_fives else number.rounded
    return step / 2 if step <= number.place else max(min(step / 2, most), number.place / 2)


def _convert(value: float, one: Unit, other: Unit) -> float:
    return other.from_si(one.to_si(value))


def _slipped(a: Number, b: Number, one: Unit, other: Unit) -> bool:
    """Tell whether a number is right but for its decimal point or its unit."""
    right = [_convert(a.value, one, unit) for unit in (*units_like(other), other)]
    right += [_convert(a.value, one, other) * factor for factor in (0.01, 0.1, 10, 100)]
    return any(abs(b.value - value) <= NEAR * abs(value) for value in right)


def _distance(numbers: tuple[Number, Number], one: Unit, other: Unit) -> float:
    """Return how far off the second number is, as a power of ten."""
    right, said = abs(_convert(numbers[0].value, one, other)), abs(numbers[1].value)
    return abs(log10(right / said)) if right and said else 9.0


def _written(value: float, a: Number, b: Number, unit: Unit) -> str:
    """Write a converted value with about as many digits as the two numbers have."""
    digits = max(2, min(_digits(a), 4), min(_digits(b), 4))
    size = floor(log10(abs(value))) if value else 0
    places = digits - 1 - size
    if unit.dimension == "temperature":
        places = max(places, 0)
    if b.place >= 1 and abs(value) >= 10:
        places = min(places, 0)
    from newslint_rules.numbers.wording import handy

    return handy(value, places, b.place)


def _digits(number: Number) -> int:
    """Return how many digits of a number count."""
    if not number.value:
        return 1
    return max(floor(log10(abs(number.value) / number.rounded) + 1e-9) + 1, 1)
