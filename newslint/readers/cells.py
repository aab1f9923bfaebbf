"""The cells of a table of text (RFC 4180), and where they stand.

The cells are those of Python's ``csv`` module, whatever the input: a quote counts at the beginning
of a cell only, what follows a closing quote belongs to the cell as it is, a row ends at LF, CRLF or
CR outside quotes, lines without anything are no rows. That module tells no places, and it has a
limit for the size of a cell.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.offsets import EscapedMap, OffsetMap, Spell, unwritable
from newslint.patterns import regexp
from newslint.raw import MapBuilder

UNQUOTED = -1
NEVER_CLOSED = -2

DELIMITERS = {
    ",": regexp(r"[^,\r\n]*"),
    ";": regexp(r"[^;\r\n]*"),
    "\t": regexp(r"[^\t\r\n]*"),
    "|": regexp(r"[^|\r\n]*"),
}
"""What may stand between cells, and the run that is one cell where nothing is quoted."""
_RUN = regexp(r'""|\r\n?')
"""What stands for one character between quotes; a line end becomes a line feed."""


class Cell(NamedTuple):
    """A cell of a table.

    Args:
        start: Source offset at which it begins, with its quote if it has one.
        end: One past it.
        closing: Source offset of its closing quote, `UNQUOTED` or `NEVER_CLOSED`.
    """

    start: int
    end: int
    closing: int

    def value(self, source: str) -> str:
        """Return what the ``csv`` module would give."""
        if self.closing == UNQUOTED:
            return source[self.start : self.end]
        closing = self.end if self.closing == NEVER_CLOSED else self.closing
        quoted = source[self.start + 1 : closing]
        if '"' in quoted:
            quoted = quoted.replace('""', '"')
        return quoted + source[closing + 1 : self.end]

    def text(self, source: str) -> str:
        """Return the cell as rules see it: its lines end at line feeds."""
        value = self.value(source)
        if "\r" in value:
            value = value.replace("\r\n", "\n").replace("\r", "\n")
        return value

    def map(self, source: str) -> OffsetMap:
        """Return where the characters of `text` stand."""
        if self.closing == UNQUOTED:
            return OffsetMap.shifted(self.start, self.end - self.start)
        first, last = self.start + 1, self.end if self.closing == NEVER_CLOSED else self.closing
        runs = _RUN.finditer(source, first, last)
        if last >= self.end - 1:
            return EscapedMap(first, last, [one.span() for one in runs])
        built = MapBuilder(source, first)
        for one in runs:
            built.copy(built.reached, one.start())
            built.replace(*one.span(), '"' if one.group() == '""' else "\n")
        built.copy(built.reached, last)
        built.copy(last + 1, self.end)
        return built.finish()[1]

    def spell(self, source: str, delimiter: str, *, alone: bool) -> Spell:
        """Return how a fix is written in the cell: it stays one cell, and quoted or not as it was.

        Args:
            source: The decoded text.
            delimiter: What stands between the cells.
            alone: Whether the row has no other cell: without a character it would be no row.
        """
        if self.closing != UNQUOTED:
            if self.closing == self.end - 1:
                return lambda text, _: text.replace('"', '""')
            return unwritable  # half in quotes: whatever is written is a guess
        marks = (delimiter, '"', "\r", "\n")

        def spell(text: str, start: int) -> str | None:
            if any(mark in text for mark in marks):
                return None
            # Without its beginning it might begin with a quote, which then opens a quoted cell.
            loses_beginning = start == 0 and not text
            if loses_beginning and (alone or '"' in source[self.start : self.end]):
                return None
            return text

        return spell


class Row(NamedTuple):
    """A row of a table: its cells, and the source offset one past its line end."""

    cells: list[Cell]
    end: int


def rows(source: str, delimiter: str, start: int = 0) -> Iterator[Row]:
    """Give the rows from a source offset on, at which one begins.

    Args:
        source: The decoded text.
        delimiter: One of `DELIMITERS`.
        start: Where to begin.
    """
    run = DELIMITERS[delimiter].match
    position, size = start, len(source)
    while True:
        while position < size and source[position] in "\r\n":
            position += 1
        if position == size:
            return
        cells = []
        while True:
            first, closing = position, UNQUOTED
            if source.startswith('"', first):
                closing = _closing(source, first)
                position = size if closing == NEVER_CLOSED else closing + 1
            plain = run(source, position)
            assert plain is not None  # it may be empty
            position = plain.end()
            cells.append(Cell(first, position, closing))
            if not source.startswith(delimiter, position):
                break
            position += 1
        position += 2 if source.startswith("\r\n", position) else position < size
        yield Row(cells, position)


def _closing(source: str, opening: int) -> int:
    """Return where the quote stands that closes a cell."""
    found = source.find('"', opening + 1)
    while source.startswith('"', found + 1) and found >= 0:
        found = source.find('"', found + 2)
    return found if found >= 0 else NEVER_CLOSED
