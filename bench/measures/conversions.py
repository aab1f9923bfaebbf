"""Measures and their conversions: found in real text, invented in every form, and made wrong.

The units and the pattern here are the bench's own, not those of the rule that is measured.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import reduce
from math import floor, log10

from measures.articles import Article


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its names in one and in many, a short one, and how it becomes the SI unit."""

    one: str
    many: str
    short: str
    kind: str
    factor: float
    zero: float = 0.0

    def to(self, other: Unit, value: float) -> float:
        """Return ``value`` in another unit."""
        return (value - self.zero) * self.factor / other.factor + other.zero


KM = Unit("kilometer", "kilometers", "km", "length", 1000)
METRE = Unit("meter", "meters", "m", "length", 1)
CM = Unit("centimeter", "centimeters", "cm", "length", 0.01)
MM = Unit("millimeter", "millimeters", "mm", "length", 0.001)
MILE = Unit("mile", "miles", "mi", "length", 1609.344)
YARD = Unit("yard", "yards", "yd", "length", 0.9144)
FOOT = Unit("foot", "feet", "ft", "length", 0.3048)
INCH = Unit("inch", "inches", "in", "length", 0.0254)
SQ_KM = Unit("square kilometer", "square kilometers", "sq km", "area", 1e6)
SQ_M = Unit("square meter", "square meters", "sq m", "area", 1)
HECTARE = Unit("hectare", "hectares", "ha", "area", 1e4)
ACRE = Unit("acre", "acres", "acres", "area", 4046.8564224)
SQ_MILE = Unit("square mile", "square miles", "sq mi", "area", 2589988.11)
SQ_FOOT = Unit("square foot", "square feet", "sq ft", "area", 0.09290304)
KG = Unit("kilogram", "kilograms", "kg", "mass", 1)
GRAM = Unit("gram", "grams", "g", "mass", 0.001)
TONNE = Unit("tonne", "tonnes", "tonnes", "mass", 1000)
POUND = Unit("pound", "pounds", "lb", "mass", 0.45359237)
OUNCE = Unit("ounce", "ounces", "oz", "mass", 0.028349523)
STONE = Unit("stone", "stone", "st", "mass", 6.35029318)
LITRE = Unit("liter", "liters", "liters", "volume", 1)
GALLON = Unit("gallon", "gallons", "gallons", "volume", 3.785411784)
CUBIC_M = Unit("cubic meter", "cubic meters", "m3", "volume", 1000)
CUBIC_FT = Unit("cubic foot", "cubic feet", "cubic feet", "volume", 28.316846592)
KPH = Unit("kilometer per hour", "kilometers per hour", "km/h", "speed", 1)
MPH = Unit("mile per hour", "miles per hour", "mph", "speed", 1.609344)
CELSIUS = Unit("degree Celsius", "degrees Celsius", "C", "temperature", 1)
FAHRENHEIT = Unit("degree Fahrenheit", "degrees Fahrenheit", "F", "temperature", 5 / 9, 32)

METRIC = (
    KM, METRE, CM, MM, SQ_KM, SQ_M, HECTARE, KG, GRAM, TONNE, LITRE, CUBIC_M, KPH, CELSIUS,
)  # fmt: skip
CUSTOMARY = (
    MILE, YARD, FOOT, INCH, ACRE, SQ_MILE, SQ_FOOT, POUND, OUNCE, STONE, GALLON, CUBIC_FT, MPH,
    FAHRENHEIT,
)  # fmt: skip
UNITS = (*METRIC, *CUSTOMARY)
PAIRS = (
    (KM, MILE), (METRE, FOOT), (METRE, YARD), (CM, INCH), (MM, INCH), (SQ_KM, SQ_MILE),
    (HECTARE, ACRE), (SQ_M, SQ_FOOT), (KG, POUND), (GRAM, OUNCE), (TONNE, POUND), (KG, STONE),
    (LITRE, GALLON), (CUBIC_M, CUBIC_FT), (KPH, MPH), (CELSIUS, FAHRENHEIT),
)  # fmt: skip
"""Units that news texts convert into each other."""

_WORDS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10,
}  # fmt: skip
_BRITISH = (("meter", "metre"), ("liter", "litre"))
_SPELLINGS = {
    reduce(lambda text, pair: text.replace(*pair), _BRITISH[:spelling], name).lower(): unit
    for spelling in (0, 2)
    for unit in UNITS
    for name in (unit.one, unit.many, unit.short)
} | {
    "kilo": KG, "kilos": KG, "kgs": KG, "lbs": POUND, "kms": KM, "kph": KPH, "celsius": CELSIUS,
    "fahrenheit": FAHRENHEIT,
}  # fmt: skip
_UNIT = "|".join(sorted(map(re.escape, _SPELLINGS), key=len, reverse=True))
_NUMBER = rf"\d[\d,]*(?:\.\d+)?|{'|'.join(_WORDS)}"
_REAL = re.compile(
    rf"(?<![\w.,$£€/-])(?P<a>{_NUMBER})[ -]?(?P<unit_a>{_UNIT}) ?[(\[]"
    rf"(?:(?:about|around|some|nearly) )?(?P<b>{_NUMBER})[ -]?(?P<unit_b>{_UNIT})[)\]]",
    re.IGNORECASE,
)
MORE = " The council of the town said that it will look at what was done in the spring.\n"
"""A second sentence, without which an invented text is too short for its language to be told."""
ROUGH = 0.1
"""A slip is more than that share off; what is nearer may be a writer's rounding."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A measure and its conversion in an article: both as written, and where the second stands."""

    article: Article
    a: str
    unit_a: Unit
    b: str
    unit_b: Unit
    start: int
    form: str = "real"

    @property
    def end(self) -> int:
        """Where the second number ends."""
        return self.start + len(self.b)

    @property
    def right(self) -> float:
        """The second number as it should be, unrounded."""
        return self.unit_a.to(self.unit_b, value(self.a))

    def fits(self) -> bool:
        """Tell whether both can be roundings of one measure, or nearly."""
        room = 0.02 * abs(self.right)
        return self._apart() <= room

    def with_second(self, written: str) -> Pair:
        """Return the pair with another second number."""
        article = self.article.edited(self.start, self.end, written)
        return replace(self, article=article, b=written)

    def with_unit(self, unit: Unit) -> Pair:
        """Return the pair with another second unit; the first one's name that follows is it."""
        rest = self.article.text[self.end :]
        name = re.match(rf"(?: million)?[ -]?({_UNIT})(?!\w)", rest, re.IGNORECASE)
        assert name is not None
        written = unit.many if name[1].lower() == self.unit_b.many.lower() else unit.one
        place = self.end + name.start(1), self.end + name.end(1)
        return replace(self, article=self.article.edited(*place, written), unit_b=unit)

    def beyond_rounding(self) -> bool:
        """Tell whether the two cannot be one measure, each rounded as it is written."""
        room = max(abs(self.right), 20 if self.unit_b.kind == "temperature" else 0)
        return self._apart() > 0 and abs(value(self.b) - self.right) > ROUGH * room

    def _apart(self) -> float:
        """Return how far apart the two are at least, each rounded as it is written."""
        a, b = value(self.a), value(self.b)
        ends = (a - _half(self.a), a + _half(self.a))
        low, high = sorted(self.unit_a.to(self.unit_b, end) for end in ends)
        return max(b - _half(self.b) - high, low - b - _half(self.b))


def value(written: str) -> float:
    """Return the number that is written there."""
    word = _WORDS.get(written.lower())
    return float(word if word is not None else written.replace(",", ""))


def _half(written: str) -> float:
    """Return half a step of the last digit that is no zero, at most 5 percent past the units."""
    digits = written.replace(",", "")
    if "." in digits:
        return 0.5 * 10.0 ** -len(digits.partition(".")[2])
    zeros = len(digits) - len(digits.rstrip("0")) if digits.isdigit() else 0
    return min(0.5 * 10.0**zeros, 0.05 * value(written)) if zeros else 0.5


def written(number: float, digits: int = 2) -> str:
    """Write a number with so many digits that count."""
    if not number:
        return "0"
    places = digits - 1 - floor(log10(abs(number)))
    return f"{round(number, places):,.{max(places, 0)}f}"


def real_pairs(articles: list[Article]) -> list[Pair]:
    """Return the conversions that stand in the articles and are right."""
    found = []
    for article in articles:
        for match in _REAL.finditer(article.text):
            one, other = (_SPELLINGS[match[name].lower()] for name in ("unit_a", "unit_b"))
            pair = Pair(article, match["a"], one, match["b"], other, match.start("b"))
            if one.kind == other.kind and (one in METRIC) != (other in METRIC) and pair.fits():
                found.append(pair)
    return found


def _more(pair: Pair, by: float) -> Pair:
    digits = re.sub(r"\D", "", pair.b).strip("0")
    return pair.with_second(written(value(pair.b) * by, max(len(digits), 2)))


def _swapped(pair: Pair, chance: random.Random) -> Pair | None:
    """Return the pair with two neighbouring digits of the second number changed about."""
    places = [
        at for at in range(len(pair.b) - 1)
        if pair.b[at : at + 2].isdigit() and pair.b[at] != pair.b[at + 1]
    ]  # fmt: skip
    if not places:
        return None
    at = chance.choice(places)
    return pair.with_second(pair.b[:at] + pair.b[at + 1] + pair.b[at] + pair.b[at + 2 :])


def _other_unit(pair: Pair, chance: random.Random) -> Pair | None:
    """Return the pair with another unit of the same kind and system after the second number."""
    system = METRIC if pair.unit_b in METRIC else CUSTOMARY
    others = [one for one in system if one.kind == pair.unit_b.kind and one != pair.unit_b]
    return pair.with_unit(chance.choice(others)) if others else None


SLIPS: dict[str, Callable[[Pair, random.Random], Pair | None]] = {
    "20 % more": lambda pair, _: _more(pair, 1.2),
    "20 % less": lambda pair, _: _more(pair, 0.8),
    "twice as much": lambda pair, _: _more(pair, 2),
    "ten times as much": lambda pair, _: _more(pair, 10),
    "two digits swapped": _swapped,
    "another unit": _other_unit,
}
"""What happens to conversions, by name."""


def slips(pairs: list[Pair], chance: random.Random) -> Iterator[tuple[str, Pair]]:
    """Give each pair with each slip that is beyond rounding."""
    for pair in pairs:
        for name, slip in SLIPS.items():
            wrong = slip(pair, chance)
            if wrong and wrong.beyond_rounding():
                yield name, wrong


def invented(chance: random.Random, each: int) -> Iterator[Pair]:
    """Give sentences for every pair of units, both ways round, in every form, all right."""
    for metric, customary in PAIRS:
        for one, other in ((metric, customary), (customary, metric)):
            for form, (shape, digits) in FORMS.items():
                for _ in range(each):
                    if pair := _sentence(form, shape, one, other, digits, chance):
                        yield pair


FORMS = {
    "plain": ("The load was {a} {as} ({b} {bs}), the council said.", 3),
    "hyphens": ("The plan is for a {a}-{ao} ({b}-{bo}) stretch by the lake.", 2),
    "short": ("At the depot it was {a}{at} ({b}{bt}) by noon on Monday.", 3),
    "short, spaced": ("At the depot it was {a} {at} ({b} {bt}) by noon on Monday.", 2),
    "about": ("It was about {a} {as} (nearly {b} {bs}) in all, Ana Ruiz said.", 2),
    "or": ("The load was {a} {as}, or {b} {bs}, the council said.", 3),
    "square brackets": ('"It was {a} {as} [{b} {bs}]," Karl Lund said.', 2),
    "range": ("It was {low} to {a} {as} ({low_b} to {b} {bs}) in all, she said.", 2),
    "dash": ("It was {low}-{a} {as} ({low_b}-{b} {bs}) in all, she said.", 2),
    "million": ("In all {a} million {as} ({b} million {bs}) were counted.", 2),
    "in words": ("It was {a} {as} ({b} {bs}) away from the depot, she said.", 2),
    "fraction": ("It was {a} 1/2 {as} ({b} {bs}) in all, she said.", 2),
}
"""The forms of a conversion, with the digits that count in its second number."""
_IN_WORDS = {number: word for word, number in _WORDS.items() if word != "a"}


def _sentence(
    form: str, shape: str, one: Unit, other: Unit, digits: int, chance: random.Random
) -> Pair | None:
    heat = one.kind == "temperature"
    if heat and form in {"million", "in words", "fraction", "hyphens"}:
        return None
    top = 10 if form in {"in words", "fraction"} else 100 if heat else 900
    first = chance.randint(3, top)
    low = max(first - chance.randint(1, 40), 1)
    exact = first + 0.5 if form == "fraction" else first
    second = one.to(other, exact)
    a, b = f"{first:,}", written(second, max(digits, 2 if heat else 1))
    if form == "in words":
        a, b = _IN_WORDS[first], _IN_WORDS.get(round(second), b)
    head, tail = shape.split("{b}")
    names = {
        "a": a, "low": low, "as": one.many, "ao": one.one, "at": one.short, "bs": other.many,
        "bo": other.one, "bt": other.short, "low_b": written(one.to(other, low), digits),
    }  # fmt: skip
    before = head.format(**names)
    article = Article("invented", form, before + b + tail.format(**names) + MORE)
    return Pair(article, str(exact) if form == "fraction" else a, one, b, other, len(before), form)
