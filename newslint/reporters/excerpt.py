"""The line of source under a diagnostic, cut to a window, with carets under the place.

Article lines are long (a paragraph is a line), so the window goes around the place. Carets stand
in terminal columns: wide East Asian characters take two, combining marks none, an escaped
character as many as its escape has, a tab is shown as one space.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from newslint.diagnostic import Excerpt
from newslint.reporters.terminal import shown_characters
from newslint.structs import Struct

ELLIPSIS = "…"


class Cell(Struct):
    """One character as it is shown, and how many terminal columns that takes."""

    shown: str
    columns: int


def columns(text: str) -> int:
    """Return how many terminal columns ``text`` takes."""
    return sum(_columns(character) for character in text)


def shorten(text: str, width: int) -> str:
    """Return ``text`` neutralised and, if it takes more than ``width`` columns, cut at its end."""
    cells = _cells(text[: width * 2 + 1])
    kept = _from_left(cells, width)
    if len(kept) == len(text):
        return _join(kept)
    return _join(_from_left(cells, width - 1)) + ELLIPSIS


def draw(excerpt: Excerpt, width: int) -> tuple[str, str]:
    """Return the source line and the line of carets under it.

    Args:
        excerpt: What stands around the place.
        width: Terminal columns for the line.
    """
    before, text = excerpt.before[-2 * width :], excerpt.text[: 2 * width]
    after = excerpt.after[: 2 * width]
    cells = _cells(before + text + after)  # together: a command may stand across the seams
    left, rest = cells[: len(before)], cells[len(before) :]
    marked, right = rest[: len(text)], rest[len(text) :]

    shown = _from_left(marked, width * 3 // 5)
    if len(shown) < len(excerpt.text):
        right = []
    room = width - _sum(shown)
    tail = _from_left(right, max(room // 2, room - _sum(left)))
    head = _from_right(left, room - _sum(tail))

    opening = ELLIPSIS if excerpt.cut_before or len(head) < len(excerpt.before) else ""
    cut = len(shown) < len(excerpt.text) or len(tail) < len(excerpt.after)
    closing = ELLIPSIS if excerpt.cut_after or cut else ""
    line = f"{opening}{_join(head)}{_join(shown)}{_join(tail)}{closing}"
    carets = " " * (len(opening) + _sum(head)) + "^" * max(_sum(shown), 1)
    return line.rstrip(), carets


def _cells(text: str) -> list[Cell]:
    return [Cell(shown, columns(shown)) for shown in shown_characters(text.replace("\t", " "))]


def _from_left(cells: list[Cell], room: int) -> list[Cell]:
    """Return the cells that fit, from the left; marks stay with the letter they sit on."""
    taken = 0
    for index, cell in enumerate(cells):
        taken += cell.columns
        if taken > room:
            return cells[:index]
    return cells


def _from_right(cells: list[Cell], room: int) -> list[Cell]:
    """Return the cells that fit, from the right; it never begins with a mark without its letter."""
    taken = 0
    start = len(cells)
    for index in range(len(cells) - 1, -1, -1):
        taken += cells[index].columns
        if taken > room:
            break
        if cells[index].columns:
            start = index
    return cells[start:]


def _join(cells: Iterable[Cell]) -> str:
    return "".join(cell.shown for cell in cells)


def _sum(cells: Iterable[Cell]) -> int:
    return sum(cell.columns for cell in cells)


def _columns(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.category(character) in {"Mn", "Me"} or character in _JOINING:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


_JOINING = frozenset("\u200c\u200d") | {chr(one) for one in range(0x1160, 0x1200)}
"""Joiners, and the Hangul vowels and finals that become part of the syllable before."""
