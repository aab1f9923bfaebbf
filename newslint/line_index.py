"""Lines and columns of a source. Offsets and columns count code points."""

from __future__ import annotations

from bisect import bisect_right

from newslint.patterns import regexp

LINE_END = regexp(r"\r\n|\n|\r")
"""What ends a line; nothing else does."""
LONE_RETURN = regexp(r"\r(?!\n)")
"""The one of them that programs of today take for no end of a line."""


class LineIndex:
    """Line and column of every offset of a source.

    A line ends at LF, CRLF or CR, and at nothing else.

    Args:
        source: The text.
        first: Number of its first line, when it is a part of a file.
    """

    __slots__ = ("_first", "_starts", "source")

    def __init__(self, source: str, first: int = 1) -> None:
        self.source = source
        self._first = first
        self._starts = [0]
        if "\r" in source:
            self._starts += [match.end() for match in LINE_END.finditer(source)]
            return
        end = source.find("\n")
        while end >= 0:
            self._starts.append(end + 1)
            end = source.find("\n", end + 1)

    def position(self, offset: int) -> tuple[int, int]:
        """Return the 1-based line and column of an offset."""
        index = bisect_right(self._starts, offset) - 1
        return index + self._first, offset - self._starts[index] + 1

    def has(self, line: int) -> bool:
        """Tell whether there is a line of that number."""
        return self._first <= line < self._first + len(self._starts)

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a 1-based line and column."""
        return self._starts[line - self._first] + column - 1

    def line_bounds(self, offset: int) -> tuple[int, int]:
        """Return where the line of an offset begins and ends, without its line end."""
        index = bisect_right(self._starts, offset) - 1
        start = self._starts[index]
        if index + 1 == len(self._starts):
            return start, len(self.source)
        end = self._starts[index + 1]
        return start, end - (2 if self.source.startswith("\r\n", end - 2) else 1)
