"""Years of birth and ages in one sentence that cannot both hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint import Span, Struct, regexp

BEFORE, BEHIND = 50, 150
"""Code points read around ``born``: a name and an age before it, a sentence behind it."""
OLDEST = 116  # years; but for one or two persons nobody was older

_YEAR = r"(?:1[5-9]|20)\d\d"
_ON = rf"(?:[A-Z][a-z]+\.?[ ](?:\d{{1,2}},[ ])?|\d{{1,2}}[ ][A-Z][a-z]+[ ])?(?P<year>{_YEAR})\b"
_IN = regexp(r"[ ](?:in|on|,)?[ ]?(?:[A-Z][\w.]+,?[ ](?:[A-Z][\w.]+,?[ ])?)?(?:in|on)?[ ]?" + _ON)
_DIED = regexp(rf"\bdied\b[^.;\n]{{0,40}}?\b(?P<year>{_YEAR})\b")
_AGED = r"(?:at[ ])?(?:the[ ])?(?:aged?[ ](?:of[ ])?)"
_AGE_AT_DEATH = regexp(
    rf"[^;\n]{{0,25}}?\b(?:{_AGED}|at[ ](?!age))(?P<age>\d{{1,3}})\b(?![\w,-]?\d|[ :][ap]\.?m|%)"
)
_WAS_OLD = regexp(
    r"[^.;\n]{0,15}?\b(?:was|aged)[ ](?P<age>\d{1,3})(?:[ ]years[ ]old)?[ ]when[ ]s?he[ ]died\b"
)
_NOW = regexp(
    r"[^.;\n\d]{0,60}?\b(?:now|is|is[ ]now|is[ ]aged|now[ ]aged)[ ](?P<age>\d{1,3})"
    r"(?:[ ]years[ ]old\b|(?=[.,;]|[ ]and\b))"
)
_AGED_BEFORE = regexp(
    r"(?:,[ ](?:aged[ ])?(?P<age>\d{1,3}),|\b(?P<old>\d{1,3})-year-old(?:[ ][a-z]+)?,?)"
    r"[ ](?:who[ ])?was[ ]\Z"
    r"|\bhas[ ]died,?[ ](?:at[ ](?:the[ ]age[ ]of[ ])?|aged[ ])(?P<dead>\d{1,3}),[ ]was[ ]\Z"
)
_OLD = regexp(r"[^.;\n]{0,60}?\baged[ ](?P<age>\d{1,3})\b(?!-)")
_OTHERS = regexp(
    r"\b(?:to|father|mother|parents?|husband|wife|sons?|daughters?|brothers?|sisters?|grand\w+)\b"
)
_SPAN = regexp(rf"\((?P<born>{_YEAR})[ ]?[-–—][ ]?(?P<died>{_YEAR})\)")
_DEATH = regexp(r"[^.;\n]*\bdied\b[^.;\n]{0,40}")
_NUMBER = regexp(r"[ ](?P<age>\d{1,3})(?![\w-])")


class Misfit(Struct):
    """Years and an age that do not fit: the place, and what is wrong."""

    place: Span
    message: str


def misfits(born: Span, published: int | None) -> Iterator[Misfit]:
    """Give the ages around the word ``born`` that do not fit the year named with it."""
    line = born.window(BEFORE, BEHIND)
    at = born.start - line.start
    year = _IN.match(line.text, at + len(born.text))
    if not year:
        return
    if died := _DIED.search(line.text, year.end()):
        yield from _at_death(line, at, year, died)
    elif published is not None:
        yield from _living(line, at, year, published)


def _at_death(line: Span, start: int, born: re.Match[str], died: re.Match[str]) -> Iterator[Misfit]:
    text, end = line.text, died.end()
    age = _WAS_OLD.match(text, end) or _AGE_AT_DEATH.match(text, end)
    years = int(died["year"]) - int(born["year"])
    if age and 0 <= years <= OLDEST and int(age["age"]) not in {years, years - 1}:
        message = f"from {born['year']} to {died['year']} are {years - 1} or {years} years"
        yield Misfit(line.slice(start, age.end("age")), f"{message}, not {age['age']}")


def _living(line: Span, start: int, born: re.Match[str], published: int) -> Iterator[Misfit]:
    """Ages of the day of publication; one said of the past may be lower, never higher."""
    text, years = line.text, published - int(born["year"])
    before = _AGED_BEFORE.search(text[:start])
    age = before or _NOW.match(text, born.end())
    exact = age is not None
    age = age or _OLD.match(text, born.end())
    if age is None or not 0 <= years <= OLDEST or _OTHERS.search(text, born.end(), age.end()):
        return
    group = next(name for name in ("old", "dead", "age") if age.groupdict().get(name))
    number = int(age[group])
    if number > years + 1 or (exact and number < years - 2):
        place = line.slice(min(age.start(group), start), max(age.end(group), born.end()))
        said = f"who was born in {born['year']} was {years - 1} or {years} in {published}"
        yield Misfit(place, f"{said}, not {number}")


def span_of_life(aged: Span) -> Iterator[Misfit]:
    """Hold an age (``aged`` is the word before it) against a ``(1901-1973)`` in its sentence."""
    line = aged.window(BEHIND, 8)
    at = aged.start - line.start
    lives = list(_SPAN.finditer(line.text, 0, at))
    age = _NUMBER.match(line.text, at + len(aged.text))
    if not lives or not age or not _DEATH.fullmatch(line.text, lives[-1].end(), at):
        return
    years = int(lives[-1]["died"]) - int(lives[-1]["born"])
    if 0 <= years <= OLDEST and int(age["age"]) not in {years, years - 1}:
        message = f"{lives[-1][0]} are {years - 1} or {years} years, not {age['age']}"
        yield Misfit(line.slice(lives[-1].start(), age.end()), message)
