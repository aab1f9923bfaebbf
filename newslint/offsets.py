"""The map from clean text to its source, and lines and columns of a source.

Offsets count code points. *Clean* offsets count in the text that rules see; *source* offsets count
in the decoded text of the file (without a leading BOM).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator

from newslint.patterns import regexp
from newslint.structs import Struct

_LINE_END = regexp(r"\r\n|\n|\r")


class Segment(Struct):
    """A run of clean text and the run of the source it came from.

    A *copied* run has the same characters on both sides. A *replaced* run (an entity, an escape,
    a line end) stands for its source run as a whole.
    """

    clean: int
    source: int
    length: int
    source_length: int
    copied: bool

    @property
    def end(self) -> int:
        """Clean offset one past the run."""
        return self.clean + self.length

    @property
    def source_end(self) -> int:
        """Source offset one past the run."""
        return self.source + self.source_length


class OffsetMap:
    """Where each character of a clean text stands in the source.

    Made by copying and replacing runs from left to right (see `MapBuilder`), or for a text that
    stands in the source unchanged by `OffsetMap.shifted`.
    """

    __slots__ = ("_make", "_segments", "_starts")

    def __init__(self, segments: tuple[Segment, ...]) -> None:
        self._make: Callable[[], OffsetMap] | None = None
        self._segments = segments
        self._starts: list[int] | None = None

    @classmethod
    def shifted(cls, start: int, length: int) -> OffsetMap:
        """Map a text that stands in the source unchanged, from source offset ``start``."""
        return cls((Segment(0, start, length, length, copied=True),))

    @classmethod
    def later(cls, make: Callable[[], OffsetMap]) -> OffsetMap:
        """Return a map that is only made when a place is asked for; most articles have none."""
        lazy = cls(())
        lazy._make = make
        return lazy

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The runs, left to right; together they are the whole clean text."""
        if self._make is not None:
            self._segments = self._make().segments
            self._make = None
        return self._segments

    def start(self, offset: int) -> int:
        """Return the source offset at which the character at ``offset`` begins."""
        segment = self._segment(offset)
        if segment is None:
            return 0
        inside = offset - segment.clean
        if segment.copied:
            return segment.source + min(inside, segment.length)
        return segment.source if inside < segment.length else segment.source_end

    def end(self, offset: int) -> int:
        """Return the source offset at which the character before ``offset`` ends."""
        if offset == 0:
            return self.start(0)
        segment = self._segment(offset - 1)
        if segment is None:
            return 0
        if segment.copied:
            return segment.source + min(offset - segment.clean, segment.length)
        return segment.source_end

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the source run of a clean run; an empty run stays empty."""
        first = self.start(start)
        return (first, first) if start == end else (first, self.end(end))

    def contiguous(self, start: int, end: int) -> bool:
        """Tell whether an edit of a clean run is an edit of one unbroken run of the source.

        It is not when markup stands inside, or when an edge falls into the middle of a replaced
        run (half an entity cannot be edited).
        """
        position = None
        for segment in self._touching(start, end):
            edge_inside = segment.clean < start < segment.end or segment.clean < end < segment.end
            if not segment.copied and edge_inside:
                return False
            if start == end:
                continue
            if position is not None and segment.source != position:
                return False
            position = segment.source_end
        return True

    def _segment(self, offset: int) -> Segment | None:
        segments = self.segments
        if self._starts is None:
            self._starts = [segment.clean for segment in segments]
        index = bisect_right(self._starts, offset) - 1
        return segments[index] if index >= 0 else None

    def _touching(self, start: int, end: int) -> Iterator[Segment]:
        """Give the segments that hold a character of the run, or an empty run inside them."""
        self._segment(start)
        segments = self.segments
        for index in range(max(bisect_right(self._starts or [], start) - 1, 0), len(segments)):
            segment = segments[index]
            if segment.clean >= max(end, start + 1):
                return
            if segment.end > start:
                yield segment


class MapBuilder:
    """Builds a clean text and its map from runs of a source, left to right.

    As in::

        built = MapBuilder(source)
        built.copy(0, 5)
        built.replace(5, 10, "&")
        text, map = built.finish()

    Args:
        source: The decoded text of the file.
        start: Where an empty text stands.
    """

    __slots__ = ("_length", "_parts", "_segments", "_start", "source")

    def __init__(self, source: str, start: int = 0) -> None:
        self.source = source
        self._start = start
        self._parts: list[str] = []
        self._segments: list[Segment] = []
        self._length = 0

    @property
    def length(self) -> int:
        """How many code points of clean text there are so far."""
        return self._length

    @property
    def reached(self) -> int:
        """Source offset one past the last run that was taken over or replaced."""
        return self._segments[-1].source_end if self._segments else self._start

    def copy(self, start: int, end: int) -> None:
        """Take over a run of the source as it is."""
        if start >= end:
            return
        last = self._segments[-1] if self._segments else None
        if last is not None and last.copied and last.source_end == start:
            length = last.length + end - start
            self._segments[-1] = Segment(last.clean, last.source, length, length, copied=True)
            self._parts.append(self.source[start:end])
            self._length += end - start
        else:
            self._append(self.source[start:end], start, end - start, copied=True)

    def replace(self, start: int, end: int, text: str) -> None:
        """Let ``text`` stand for a run of the source; an empty ``text`` leaves the run out."""
        if text:
            self._append(text, start, end - start, copied=False)

    def copy_lines(self, start: int, end: int) -> None:
        """Take over a run in which every line end becomes a single line feed."""
        position = start
        if self.source.find("\r", start, end) >= 0:
            for match in _LINE_END.finditer(self.source, start, end):
                if match.group() == "\n":
                    continue
                self.copy(position, match.start())
                self.replace(match.start(), match.end(), "\n")
                position = match.end()
        self.copy(position, end)

    def finish(self) -> tuple[str, OffsetMap]:
        """Return the clean text and its map."""
        segments = self._segments or [Segment(0, self._start, 0, 0, copied=True)]
        return "".join(self._parts), OffsetMap(tuple(segments))

    def _append(self, text: str, source: int, source_length: int, *, copied: bool) -> None:
        self._parts.append(text)
        self._segments.append(Segment(self._length, source, len(text), source_length, copied))
        self._length += len(text)


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
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(source))]

    def position(self, offset: int) -> tuple[int, int]:
        """Return the 1-based line and column of an offset."""
        index = bisect_right(self._starts, offset) - 1
        return index + self._first, offset - self._starts[index] + 1

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
