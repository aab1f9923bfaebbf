"""The body segment: the run of lines that holds the story, and the page around it.

Weights and thresholds are those of a prototype that was measured on 186 labelled web pages and
on edited wire copy; they are round numbers, not fitted.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from newslint.patterns import regexp
from newslint.text.interface.lines import Strength
from newslint.text.paragraphs import Unit
from newslint.text.parts import Role

BULLETS = "•*+-–—‣▪●·"
LABEL_LENGTH = 40
"""Code points up to which a line without an end mark weighs against being the story."""

BLOCK_LINES, BLOCK_POINTS, BLOCK_SHARE = 3, 2.5, 0.16
"""A run of so many lines outside the segment, with so many points of distinct interface lines and
such a share of points a line, is a block of links; its lines up to `BLOCK_LENGTH` are residue."""
BLOCK_LENGTH = 80
SIDE_LINES, SIDE_POINTS, SIDE_SHARE = 15, 5.0, 0.06
"""The same for everything above or below the segment; only lines of sentence length stay."""
CONTACTS = 3
"""Units within which a label for contacts, an address or a number makes a name one of them."""
WINDOW, WINDOW_POINTS = 20, 3.0
"""… and of a side only lines that have so many points within so many units around them: the tables
of an encyclopedia's page stand on the side too, far from any label."""
SIDE_SENTENCE = 60
NEAR = 5
"""Units from the body within which furniture is the article's own."""

_NUMBERED = regexp(r"\d{1,3}[.)] \w")
_is_plain = attrgetter("plain")
_POINTS = {Strength.HARD: 1.0, Strength.COMPANY: 1.0, Strength.SECTION: 0.5, Strength.NONE: 0.0}


def body_segment(units: Sequence[Unit]) -> tuple[int, int]:
    """Return the run of units with the greatest sum of weights, as ``(first, one past last)``.

    It is empty (both the same) when no run weighs more than nothing.
    """
    if all(map(_is_plain, units)):  # each of them weighs more than nothing
        return 0, len(units)
    best, best_run = 0.0, (0, 0)
    total, start = 0.0, 0
    for index, unit in enumerate(units):
        if total <= 0:
            total, start = 0.0, index
        if unit.plain and unit.dateline is None:  # as `weight` says, and nearly all units are
            total += min(len(unit.text) / 80, 4.0)
        else:
            total += weight(unit)
        if total > best:
            best, best_run = total, (start, index + 1)
    return best_run


def weight(unit: Unit) -> float:
    """Return how much a unit speaks for being part of the story."""
    strength = unit.label.strength
    if strength is Strength.HARD:
        return -4.0
    if strength is Strength.COMPANY:
        return -1.0
    length = len(unit.text)
    if unit.dateline:
        return max(1.0, min(length / 80, 4.0))
    if unit.furniture:
        return -0.5
    if unit.sentence:
        return min(length / 80, 4.0)
    if unit.ends or (unit.text.endswith(":") and unit.text.count(" ") >= 4):
        return 0.3
    if unit.text[0] in BULLETS:
        return -0.3
    return -1.0 if length <= LABEL_LENGTH else -0.6


def mark_page(units: Sequence[Unit], first: int, last: int) -> None:
    """Make residue of the blocks of links and of the whole sides around the body segment."""
    for side, near in ((range(first), first), (range(last, len(units)), last - 1)):
        _mark_blocks(units, side)
        members = [units[index] for index in side]
        if len(side) < SIDE_LINES or not _is_page(members, SIDE_POINTS, SIDE_SHARE):
            continue
        sums = _running_points(members)
        for place, index in enumerate(side):
            around = max(0, place - WINDOW), min(len(members), place + WINDOW + 1)
            if sums[around[1]] - sums[around[0]] >= WINDOW_POINTS:
                _mark_side(units[index], abs(index - near))


def _running_points(members: Sequence[Unit]) -> list[float]:
    """Return the sums of points up to each unit; a line counts once in a window.

    A list of videos says ``Now playing`` at each of them, all down the page.
    """
    counted: dict[str, int] = {}
    sums = [0.0]
    for place, unit in enumerate(members):
        key = unit.text.lower()
        again = place - counted.get(key, -WINDOW - 1) <= WINDOW
        sums.append(sums[-1] + (0.0 if again else _POINTS[unit.label.strength]))
        if not again:
            counted[key] = place
    return sums


def _mark_side(unit: Unit, distance: int) -> None:
    if unit.role is not Role.OTHER or unit.dateline:
        return
    if unit.furniture is Role.DIVIDER or (unit.furniture and distance <= NEAR):
        return
    if len(unit.text) <= SIDE_SENTENCE or not (unit.ends or unit.sentence):
        _make_residue(unit)


def _mark_blocks(units: Sequence[Unit], side: range) -> None:
    run: list[Unit] = []
    for index in side:
        unit = units[index]
        if (unit.sentence and not unit.label.strength) or unit.dateline:
            _mark_block(run)
            run = []
        else:
            run.append(unit)
    _mark_block(run)


def _mark_block(run: list[Unit]) -> None:
    if len(run) < BLOCK_LINES or not _is_page(run, BLOCK_POINTS, BLOCK_SHARE):
        return
    for index, unit in enumerate(run):
        if unit.role is not Role.OTHER or unit.furniture or len(unit.text) > BLOCK_LENGTH:
            continue
        if not (_NUMBERED.match(unit.text) or _is_among_contacts(run, index)):
            _make_residue(unit)


def _make_residue(unit: Unit) -> None:
    """Mark a line for the company it keeps: by itself it may be anything."""
    unit.role = Role.RESIDUE
    unit.certain = False


def _is_among_contacts(run: Sequence[Unit], index: int) -> bool:
    """Tell whether a line stands between a label for contacts and their numbers."""
    around = run[max(0, index - CONTACTS) : index + CONTACTS + 1]
    return any(Role.CONTACT in (unit.role, unit.furniture) for unit in around)


def _is_page(run: Sequence[Unit], points: float, share: float) -> bool:
    """Tell whether lines are a page's: distinct lines count, four times one word is one point."""
    labels = {unit.text.lower(): unit.label.strength for unit in run if unit.label.strength}
    found = sum(_POINTS[strength] for strength in labels.values())
    return found >= points and found >= share * len(run)
