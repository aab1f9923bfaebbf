"""A table of text cut between its rows, without holding more than a few of them.

Whether a line end is in quotes only what stands before it can tell, so all bytes are looked at;
whatever means something in a table is ASCII, in UTF-8 and in encodings of one byte a character.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from enum import Enum, auto
from typing import TypeAlias

from newslint.patterns import regexp
from newslint.readers.cells import NEVER_CLOSED, Row, rows
from newslint.readers.parting import TooLarge
from newslint.readers.sound_stream import UNIT, SoundStream

Run: TypeAlias = tuple[bytes, int]
"""Whole rows, and how many they are."""


def row_runs(
    stream: SoundStream, begun: bytes, delimiter: str, size: int, largest: int
) -> Iterator[Run | TooLarge]:
    """Give the rows of a table in runs; those of more bytes than the largest by themselves.

    Args:
        stream: The table.
        begun: What was read of it already, from where a row begins.
        delimiter: What stands between the cells.
        size: Bytes that are read at once, at most, but for a row that is longer.
        largest: Bytes that a row may have.
    """
    block, more = begun, b"-"
    while more:
        more = stream.read(max(min(size, UNIT), len(block)))
        block += more
        if len(block) > largest:
            block = yield from _by_length(stream, block, delimiter, largest, ends=not more)
        elif cut := _cut(block, delimiter, ends=not more):
            yield block[: cut[0]], cut[1]
            block = block[cut[0] :]


def _cut(block: bytes, delimiter: str, *, ends: bool) -> tuple[int, int] | None:
    """Return how many bytes at the beginning are whole rows, and how many rows; if any are."""
    found = None if ends else cut_by_quotes(block, delimiter)
    if found is None:
        found = 0, 0
        for row in rows(shown := block.decode("latin-1"), delimiter):
            if not (ends or is_whole(shown, row)):
                break
            found = row.end, found[1] + 1
        if ends:
            found = len(block), found[1]
    return found if found[0] else None


def cut_by_quotes(block: bytes, delimiter: str) -> tuple[int, int] | None:
    """Return the same by counting quotes, at ten times the speed.

    Args:
        block: Bytes from where a row begins.
        delimiter: What stands between the cells.

    Returns:
        Bytes and rows, or ``None`` where a quote stands inside a cell that is not quoted.
    """
    pieces = block.removesuffix(b"\r").split(b'"')  # what follows a return shows what it is
    outside = pieces[::2]
    opened = pieces[:-1:2]
    beginnings = {b"", delimiter.encode(), b"\n", b"\r"}  # what a quote that opens may stand behind
    if not beginnings.issuperset({piece[-1:] for piece in opened}):
        return None
    while outside:
        piece = outside.pop()
        if last := max(piece.rfind(b"\n"), piece.rfind(b"\r")) + 1:
            before = pieces[: 2 * len(outside)]
            outside.append(piece[:last])
            cut = sum(map(len, before)) + len(before) + last
            return cut, sum(map(bool, b'"'.join(outside).splitlines()))
    return 0, 0


def is_whole(source: str, row: Row) -> bool:
    """Tell whether a row ends in what is there of a file, whatever follows."""
    if row.cells[-1].closing == NEVER_CLOSED or row.end == row.cells[-1].end:
        return False
    return row.end < len(source) or source.endswith("\n")


def size_of(row: Row) -> int:
    """Return how many characters a row has, without its line end."""
    return row.cells[-1].end - row.cells[0].start


def _by_length(
    stream: SoundStream, block: bytes, delimiter: str, largest: int, *, ends: bool
) -> Generator[Run | TooLarge, None, bytes]:
    """Give the same of a block that may have a row that is too large; return what is left of it."""
    start = end = count = 0
    shown = block.decode("latin-1")
    for row in rows(shown, delimiter):
        whole = ends or is_whole(shown, row)
        if size_of(row) <= largest:
            if not whole:
                break
            end, count = row.end, count + 1
            continue
        first = row.cells[0].start
        if first > start:
            yield block[start:first], count
        count = 0
        if not whole:
            return (yield from _passed_over(stream, block[first:], delimiter))
        start = end = row.end
        passed = TooLarge()
        passed.take(block[first:end])
        passed.ending = end - row.cells[-1].end
        yield passed
    if ends:
        end = len(block)
    if end > start:
        yield block[start:end], count
    return block[end:]


def _passed_over(
    stream: SoundStream, block: bytes, delimiter: str
) -> Generator[TooLarge, None, bytes]:
    """Pass over a row that begins with a block; return what was read behind it."""
    row, ending = TooLarge(), _RowEnd(delimiter)
    while block and not ending.find(block):
        row.take(block)
        block = stream.read(UNIT)
    row.take(block[: ending.at])
    row.ending = ending.length
    yield row
    return block[ending.at :]


class _RowEnd:
    """Looks for the end of a row that comes in pieces.

    Attributes:
        at: Where the row ends in the piece in which it does.
        length: How many bytes its line end has.
    """

    def __init__(self, delimiter: str) -> None:
        self.at = self.length = 0
        self._delimiter = delimiter.encode()
        self._mark = regexp(rb"[\r\n%s]" % self._delimiter)
        self._place = _Place.CELL

    def find(self, piece: bytes) -> bool:
        """Tell whether the row ends in the piece that comes next."""
        at = 0
        while at < len(piece):
            one = piece[at : at + 1]
            if self._place is _Place.RETURN:
                self.at = at + (one == b"\n")
                self.length += one == b"\n"
                return True
            if self._place is _Place.QUOTED:
                quote = piece.find(b'"', at)
                if quote < 0:
                    return False
                at, self._place = quote + 1, _Place.QUOTE
            elif one == b'"' and self._place is not _Place.PLAIN:
                at, self._place = at + 1, _Place.QUOTED
            else:
                found = self._mark.search(piece, at)
                if found is None:
                    self._place = _Place.PLAIN
                    return False
                at = found.end()
                self._place = _Place.CELL
                if found[0] != self._delimiter:
                    self.at, self.length, self._place = at, 1, _Place.RETURN
                if found[0] == b"\n":
                    return True
        return False


class _Place(Enum):
    """What stands before a place in a row."""

    CELL = auto()
    """Nothing of its cell."""
    QUOTED = auto()
    """A quote that opens the cell, and no other."""
    QUOTE = auto()
    """A quote that closes it, unless it is doubled."""
    PLAIN = auto()
    """Something of the cell that is in no quotes."""
    RETURN = auto()
    """A carriage return that ends the row, unless a line feed follows."""
