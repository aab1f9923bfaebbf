"""Numbers as newspapers write them, and how exactly they are meant.

``1,500``, ``2.5 million``, ``1 1/2``, ``half a``, ``twenty-five``, ``two and a half``: read from a
place that a rule has found, never searched for in the whole text.
"""

from __future__ import annotations

import re

from newslint.patterns import regexp
from newslint.structs import Struct

SMALL_NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
"""Words for the numbers from 0 to 19, each at its place."""
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = {word: value for value, word in enumerate(SMALL_NUMBERS)}
_WORDS |= {word: 10 * value for value, word in enumerate(TENS, start=2)}

MAGNITUDES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "mln": 1e6, "mn": 1e6,
    "billion": 1e9, "bln": 1e9, "bn": 1e9, "trillion": 1e12, "trln": 1e12, "tn": 1e12,
}  # fmt: skip
"""Words that multiply the number before them, English short scale."""

_FRACTIONS = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 1 / 8}
_PARTS = {"half": 1 / 2, "quarter": 1 / 4, "third": 1 / 3}

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
_FRACTION = r"(?:[ -]?[½¼¾⅓⅔⅛]|[ -]\d/\d{1,2})"
_TENS_WORD = rf"(?:{'|'.join(TENS)})(?:-(?:{'|'.join(SMALL_NUMBERS[1:10])}))?"
_WORD = rf"(?:{_TENS_WORD}|{'|'.join(sorted(SMALL_NUMBERS, key=len, reverse=True))})"
_PART = r"(?:(?:a|one)[ -](?:half|quarter|third)|half|(?:three|two)[ -](?:quarters|thirds))"
_MAGNITUDE = rf"(?:[ -](?:{'|'.join(MAGNITUDES)}))"

NUMBER = (
    rf"(?:(?:(?<![\w.,])[-−–]|\bminus[ ])?(?:{_DIGITS}){_FRACTION}?{_MAGNITUDE}?"
    rf"|(?<![\d.,])[½¼¾⅓⅔⅛]"
    rf"|\b(?:minus[ ])?{_WORD}\b(?:{_MAGNITUDE}\b)?(?:[ ]and[ ]{_PART})?"
    rf"|\b{_PART}(?:[ -]of)?(?:[ -]an?)?\b|\ban?\b(?:{_MAGNITUDE}\b)?)"
)
"""A pattern (without groups) for one number, to be built into the pattern of a rule."""

_READ = regexp(
    rf"(?P<sign>[-−–]|minus[ ])?(?:(?P<digits>{_DIGITS})(?P<fraction>{_FRACTION})?"
    rf"|(?P<lone>[½¼¾⅓⅔⅛])|(?P<word>{_WORD}|an?(?=\s|-|$)(?![ -](?:half|quarter|third))))?"
    rf"(?P<magnitude>{_MAGNITUDE})?(?:(?:[ ]and[ ])?(?P<part>{_PART})(?:[ -]of)?(?:[ -]an?)?)?",
    re.IGNORECASE,
)


class Number(Struct):
    """A number and how exactly it is written.

    Args:
        value: What it says.
        place: The value of one step in its last written digit: 1 in ``1,500``, 0.01 in ``1.78``,
            100,000 in ``2.5 million``.
        rounded: The same for the last digit that is not a zero, 100 in ``1,500``: how exactly it
            may be meant.
    """

    value: float
    place: float
    rounded: float


def read_number(written: str) -> Number | None:
    """Return the number written there, or ``None`` when the text is not wholly one number."""
    match = _READ.fullmatch(written.strip())
    if not match or not any(match[name] for name in ("digits", "lone", "word", "part")):
        return None
    value, place, rounded = _base(match)
    if match["magnitude"]:
        factor = MAGNITUDES[match["magnitude"].strip(" -").lower()]
        value, place, rounded = value * factor, place * factor, rounded * factor
    if match["part"]:
        part = _part(match["part"].lower())
        value, place, rounded = value + part, 0.25, 0.25
    return Number(-value if match["sign"] else value, place, rounded)


def _base(match: re.Match[str]) -> tuple[float, float, float]:
    if match["digits"]:
        return _from_digits(match["digits"], match["fraction"])
    if match["lone"]:
        return _FRACTIONS[match["lone"]], 0.25, 0.25
    if not match["word"]:
        return 0.0, 1.0, 1.0
    tens, _, ones = match["word"].lower().partition("-")
    value = float(_WORDS.get(tens, 1) + _WORDS.get(ones, 0))
    return value, 1.0, 10.0 if value >= 20 and value % 10 == 0 else 1.0


def _from_digits(digits: str, fraction: str | None) -> tuple[float, float, float]:
    plain = digits.replace(",", "")
    value = float(plain)
    whole, _, decimals = plain.partition(".")
    if fraction:
        return value + _fraction(fraction.strip(" -")), 0.25, 0.25
    if decimals:
        place = 10.0 ** -len(decimals)
        return value, place, place
    zeros = len(whole) - len(whole.rstrip("0")) if value else 0
    return value, 1.0, 10.0**zeros


def _fraction(written: str) -> float:
    if written in _FRACTIONS:
        return _FRACTIONS[written]
    above, _, below = written.partition("/")
    return int(above) / int(below) if int(below) else 0.0


def _part(written: str) -> float:
    count, _, name = written.replace(" ", "-").rpartition("-")
    return {"two": 2, "three": 3}.get(count, 1) * _PARTS[name.removesuffix("s")]
