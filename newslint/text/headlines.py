"""The headline in the text, and its copies."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.text.interface import Strength
from newslint.text.paragraphs import Unit
from newslint.text.parts import Role

LONGEST = 160
"""Code points: longer lines are no headline."""
TITLE_CASE = 0.8
"""Share of the words of four letters or more that begin with a capital in a title-cased line."""
REACH = 3
"""A body line must be among so many units after a headline that no metadata name."""
CANDIDATES = 12
"""Units at the top of the text (and just above the body) among which the headline is looked for."""
MIN_PREFIX = 20
"""Code points two headlines must share for one to be the other with an outlet's name behind it."""

_BULLETS = "•*-–—‣▪●·"


def headline_key(text: str) -> str:
    """Return what two copies of a headline share: letters and digits, lower-cased."""
    return "".join(filter(str.isalnum, text.lower()))


def same_headline(one: str, other: str) -> bool:
    """Tell whether two keys are of one headline: equal, or one with a little behind it."""
    if one == other:
        return bool(one)
    short, long = sorted((one, other), key=len)
    return len(short) >= MIN_PREFIX and long.startswith(short) and len(long) <= 1.5 * len(short)


def find_headline(units: Sequence[Unit], first: int, known: str) -> int | None:
    """Return the index of the unit that is the headline.

    Args:
        units: All units.
        first: The first of the body segment.
        known: The headline from the metadata, or an empty string.
    """
    places = sorted({*range(min(CANDIDATES, len(units))), *range(max(0, first - CANDIDATES), first + 2)})
    places = [index for index in places if index < len(units)]
    if known:
        key = headline_key(known)
        for index in places:
            if len(units[index].text) <= 2 * LONGEST and same_headline(
                headline_key(units[index].text), key
            ):
                return index
    return _by_shape(units, first, places)


def _by_shape(units: Sequence[Unit], first: int, places: Sequence[int]) -> int | None:
    seen: dict[str, int] = {}
    candidates = []
    for index in places:
        unit = units[index]
        if index > first + 1 or not _may_be_headline(unit):
            if unit.dateline or (unit.sentence and len(unit.text) > LONGEST):
                break
            continue
        key = headline_key(unit.text)
        if key in seen and len(key) >= 12:
            return seen[key]
        seen.setdefault(key, index)
        candidates.append(index)
    if not candidates:
        return None
    top = candidates[0]
    following = [unit for unit in units[top + 1 :] if not unit.furniture and not unit.label.strength]
    if _is_shaped(units[top]) and any(_is_story(unit) for unit in following[:REACH]):
        return top
    return None


def _may_be_headline(unit: Unit) -> bool:
    return not (
        len(unit.text) > LONGEST
        or unit.label.strength >= Strength.COMPANY
        or unit.furniture
        or unit.dateline
        or unit.text[0] in _BULLETS
    )


def _is_story(unit: Unit) -> bool:
    return unit.sentence or unit.dateline is not None


def _is_shaped(unit: Unit) -> bool:
    """Tell whether a line looks like a headline: title case, capitals, or no end mark."""
    text = unit.text
    if not any(map(str.isalpha, text)) or text[-1] in ":,;":
        return False
    if not unit.ends or text.isupper():
        return True
    words = [word.strip("\"'“”‘’(),.:;!?") for word in text.split()]
    long = [word for word in words if len(word) >= 4 and word[0].isalpha()]
    return len(long) >= 2 and sum(word[0].isupper() for word in long) >= TITLE_CASE * len(long)


def mark_copies(units: Sequence[Unit], headline: int, first_body: int) -> None:
    """Mark the copies of the headline above the first paragraph or close below another copy.

    A copy further down heads an item of a digest; a bulleted line is an item of a list; a line full
    of digits is a row of a table.
    """
    key = headline_key(units[headline].text)
    if len(key) < 8 or sum(map(str.isdigit, key)) > len(key) / 4:
        return
    last = headline
    for index in range(headline + 1, len(units)):
        if index >= first_body and index > last + 2:
            break
        unit = units[index]
        if len(unit.text) > 2 * LONGEST or unit.text[0] in _BULLETS or unit.role is Role.HEADLINE:
            continue
        if same_headline(headline_key(unit.text), key):
            unit.role, last = Role.HEADLINE_COPY, index
