"""Readers' comments below a story: what stands between one ``Reply`` and the next.

What readers write are sentences like any other; what gives them away is the label that the page
puts under each of them, again and again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newslint.patterns import regexp
from newslint.text.interface.lines import normalise
from newslint.text.paragraphs import Unit
from newslint.text.parts import Role

FEWEST_TURNS = 4
"""Comments with such a label below them that make a thread."""
LONGEST_TURN = 16
"""Units of one comment: its writer, its date, its paragraphs."""
_LABELS = frozenset(
    {"reply", "reply to this", "reply to this comment", "report abuse", "report comment", "report"}
    | {"flag", "flag as inappropriate", "permalink", "flag comment", "quote", "like reply"}
    | {"report this comment", "report as inappropriate", "link to this comment"}
)
_DATED = regexp(
    r"(?:\S+ ){0,4}(?:about |less than |over )?(?:an?|\d{1,2}) (?:second|minute|min|hour|day|week"
    r"|month|year)s? ago(?: \(.{1,20}\))?$"
)
"""What stands above a comment: its writer, and how long ago."""
_BARS = regexp(r"\s*[|•·]\s*")
_LONGEST_LABEL = 60


def mark_comments(units: Sequence[Unit], last: int) -> None:
    """Make residue of the threads of comments below the body segment."""
    if len(units) - last < 2 * FEWEST_TURNS - 1:  # a label and what it stands under, each time
        return
    for turns in _threads(units, last):
        for index in range(_start(units, turns[0], last), min(turns[-1] + 2, len(units))):
            unit = units[index]
            if unit.role is Role.OTHER:
                unit.role, unit.certain = Role.RESIDUE, False


def _threads(units: Sequence[Unit], last: int) -> Iterator[list[int]]:
    """Give the places of the labels of each thread."""
    turns: list[int] = []
    for index in range(last, len(units)):
        if not _is_turn(units[index]):
            continue
        if turns and index - turns[-1] > LONGEST_TURN:
            if _comments(turns) >= FEWEST_TURNS:
                yield turns
            turns = []
        turns.append(index)
    if _comments(turns) >= FEWEST_TURNS:
        yield turns


def _comments(turns: Sequence[int]) -> int:
    """Return how many comments the labels stand under: several may follow each other."""
    return sum(now - before > 1 for before, now in pairwise(turns)) + bool(turns)


def _is_turn(unit: Unit) -> bool:
    if len(unit.text) > _LONGEST_LABEL:
        return False
    if unit.text.endswith(("ago", ")")) and _DATED.match(unit.text):
        return True
    return not _LABELS.isdisjoint(map(normalise, _BARS.split(unit.text)))


def _start(units: Sequence[Unit], turn: int, last: int) -> int:
    """Return where the first comment begins: below the label of the thread, if it has one."""
    for index in range(turn - 1, max(last, turn - LONGEST_TURN) - 1, -1):
        if "comment" in units[index].text.lower() and units[index].label.strength:
            return index
    return turn
