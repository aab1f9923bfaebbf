"""Changes told with their percentage: `rose 25 percent to 75 from 60`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint import Number, Span, read_number

_REACH = 150  # code points on either side of "percent" in which the other two numbers stand

_AMOUNT = (
    r"(?<![\w.,$£€¥/-])(?:(?:US|A|C|HK|NZ|S)?[$£€¥][ ]?)?\d[\d,]*(?:\.\d+)?"
    r"(?:[ -]?(?:thousand|million|mln|billion|bln|bn|trillion|trln|m)\b)?"
    r"(?![-/]\d|[.,]?\d|\w|[ ]?%)"
)
_LITTLE = r"to|from|in|at|on|or|and|an?|the|last|by|for|up|down|of|with|while|when|after|as"
_UNIT = rf"(?:[ ](?!(?:{_LITTLE})\b)[A-Za-z]+){{0,3}}"  # as long as may be: it is compared
_WORDS = f"{_UNIT}?"
_ASIDE = r"(?:,?[ ]or[ ][^,;\n]{1,40},|[ ]an?[ ](?:share|barrel|ton|tonne|day|month))?"
_ABOUT = (
    r"(?:(?:about|around|roughly|nearly|almost|some|over|more[ ]than|just|only|a[ ]record"
    r"|a[ ]total[ ]of|a[ ]revised)[ ])?"
)
_LATER = r"(?:[ ](?:in|for|during|at)(?:[ ][A-Za-z0-9]+){1,4}?|[ ](?:last|this)[ ][a-z]+)?"
_NEW = rf"{_ABOUT}(?P<new>{_AMOUNT})(?P<new_unit>{_UNIT}){_ASIDE}{_LATER}"
_OLD = rf"{_ABOUT}(?P<old>{_AMOUNT})(?P<old_unit>(?:[ ](?!(?:{_LITTLE})\b)[a-z]+)?)"
_OLD_TO_NEW = rf"from[ ]{_OLD}{_WORDS}{_ASIDE}{_LATER},?[ ]to[ ]{_NEW}"
_NEW_FROM_OLD = rf"to[ ]{_NEW},?[ ]from[ ]{_OLD}"
_CHANGE = (
    r"(?:(?:an?[ ])?(?:rise|fall|increase|decrease|decline|drop|gain|jump|growth|loss|reduction)"
    r"[ ]of|up|down|representing|an?)"
)

_PERCENT = re.compile(
    r"(?P<hedge>\b[A-Za-z]+[ ])?(?<![\w.,$£€/-])(?P<percent>\d[\d,]*(?:\.\d+)?)[ -]?\Z"
)
_AFTER = tuple(re.compile(rf"{_WORDS},?[ ]{told}") for told in (_NEW_FROM_OLD, _OLD_TO_NEW))
_BEFORE = tuple(
    re.compile(rf"\b{told}{_WORDS}{_LATER}(?:,[ ]|[ ]\(|[ ])(?:or[ ])?{_CHANGE}[ ]{_ABOUT}\Z")
    for told in (_OLD_TO_NEW, _NEW_FROM_OLD)
)
_NEW_BEFORE = re.compile(rf"{_NEW}(?:,[ ]|[ ]\(|[ ])(?:up|down)[ ]{_ABOUT}\Z")
_OLD_AFTER = re.compile(rf"(?:[ ](?:higher|lower))?[ ]from[ ]{_OLD}")
# Before a percentage: words that make it less exact, and words that make it a level, not a change.
_VAGUE = frozenset(
    (
        "about",
        "almost",
        "approximately",
        "around",
        "least",
        "nearly",
        "over",
        "roughly",
        "some",
        "than",
    )
)
_LEVEL = frozenset(("and", "at", "between", "from", "or", "to"))
# After the old number: what is no unit of it.
_NO_UNIT = frozenset({"year", "previously", "earlier", "previous", "during", "before", "ago", "a"})


@dataclass(frozen=True, slots=True)
class Change:
    """A percentage and the two numbers it goes with.

    Args:
        place: The percentage.
        percent: What it says.
        vague: Whether a word before it (``nearly``) makes it less exact.
        new: The number after the change.
        old: The number before it.
        new_place: Where the new number stands.
        old_place: Where the old one stands.
    """

    place: Span
    percent: Number
    vague: bool
    new: Number
    old: Number
    new_place: Span
    old_place: Span


def change_at(hit: Span) -> Change | None:
    """Return the change told around a word for percent, if both its numbers stand there."""
    line = hit.window(_REACH, _REACH)
    at = hit.start - line.start
    before, after = line.text[:at], line.text[at + len(hit.text) :]
    said = _PERCENT.search(before)
    hedge = (said["hedge"] or "").strip().lower() if said else "to"
    if not said or hedge in _LEVEL:
        return None
    place = line.slice(said.start("percent"), at + len(hit.text))
    for new, old in _amounts(line, at + len(hit.text), before[: said.start("percent")], after):
        change = _change(place, said["percent"], new, old, vague=hedge in _VAGUE)
        if change:
            return change
    return None


def _amounts(line: Span, end: int, lead: str, after: str) -> Iterator[tuple[Span, Span]]:
    """Give the places of the new and the old number."""
    rest = line.slice(end, len(line.text))
    for pattern in _AFTER:
        if (match := pattern.match(after)) and _alike(match, match):
            yield rest.group(match, "new"), rest.group(match, "old")
    for pattern in _BEFORE:
        if (match := pattern.search(lead)) and _alike(match, match):
            yield line.group(match, "new"), line.group(match, "old")
    old = _OLD_AFTER.match(after)
    if old and (new := _NEW_BEFORE.search(lead)) and _alike(new, old):
        yield line.group(new, "new"), rest.group(old, "old")


def _alike(new: re.Match[str], old: re.Match[str]) -> bool:
    """Tell whether two numbers are of one kind: not mln marks and countries, not a year."""
    written = old["old"]
    if len(written) == 4 and written.isdigit() and written[:2] in {"19", "20"}:
        return False
    if len(new["new"]) == 4 and new["new"].isdigit() and new["new"][:2] in {"19", "20"}:
        return False
    one, other = new["new_unit"].lower().split(), old["old_unit"].lower().split()
    if {"percent", "pct", "per", "points", "point", "percentage", "basis"} & {*one, *other}:
        return False
    money = any(sign in new["new"] and sign in written for sign in "$£€¥")
    if other and one and not {*other} & {*one}:
        return money
    if not other or one or money or other[0] in _NO_UNIT:
        return True
    return "," in new["new"] and "," in written  # to 6,400 from 16,000 cars


def _change(place: Span, percent: str, new: Span, old: Span, *, vague: bool) -> Change | None:
    numbers = [read_number(_plain(one)) for one in (percent, new.text, old.text)]
    said, after, before = numbers
    if said is None or after is None or before is None or before.value <= 0:
        return None
    return Change(place, said, vague, after, before, new, old)


def _plain(amount: str) -> str:
    digits = amount.lstrip("USACHKNZ$£€¥ ")
    return digits[:-1].rstrip() + " million" if digits.endswith(("m", "M")) else digits
