"""The map from clean text to its source.

Offsets count code points. *Clean* offsets count in the text that rules see; *source* offsets count
in the decoded text of the file (without a leading BOM).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from newslint.structs import Struct

Spell: TypeAlias = Callable[[str, int], str | None]
"""How a text is written that takes the place of a clean run which begins at an offset; ``None``
where it cannot be written there."""


def unwritable(_text: str, _start: int) -> str | None:
    """Spell nothing: the `Spell` of a place that no fix may change."""
    return None


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

    __slots__ = ("_segments", "_starts")

    def __init__(self, segments: tuple[Segment, ...] = ()) -> None:
        self._segments = segments
        self._starts: list[int] | None = None

    @classmethod
    def shifted(cls, start: int, length: int) -> OffsetMap:
        """Map a text that stands in the source unchanged, from source offset ``start``."""
        return cls((Segment(0, start, length, length, copied=True),))

    @classmethod
    def later(cls, make: Callable[[], OffsetMap], spell: Spell | None = None) -> OffsetMap:
        """Return a map that is only made when a place is asked for; most articles have none."""
        return _LaterMap(make, spell)

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The runs, left to right; together they are the whole clean text."""
        return self._segments

    def start(self, offset: int) -> int:
        """Return the source offset at which the character at ``offset`` begins."""
        segment = self.segment_at(offset)
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
        segment = self.segment_at(offset - 1)
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
        for segment in self.touching(start, end):
            edge_inside = segment.clean < start < segment.end or segment.clean < end < segment.end
            if not segment.copied and edge_inside:
                return False
            if start == end:
                continue
            if position is not None and segment.source != position:
                return False
            position = segment.source_end
        return True

    def removed(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the source run that goes when a clean run is deleted, ``None`` if none can."""
        return self.span(start, end) if self.contiguous(start, end) else None

    def spelled(self, text: str, start: int, spell: Callable[[str], str]) -> str | None:  # noqa: ARG002
        """Return how ``text`` is written at a place, ``None`` where it cannot be written.

        Args:
            text: What a fix puts there.
            start: Clean offset at which it begins.
            spell: The format's usual spelling; some places of a format have one of their own.
        """
        return spell(text)

    def segment_at(self, offset: int) -> Segment | None:
        """Return the run that holds a clean offset; the last for what lies beyond."""
        segments = self._segments
        if self._starts is None:
            self._starts = [segment.clean for segment in segments]
        index = bisect_right(self._starts, offset) - 1
        return segments[index] if index >= 0 else None

    def touching(self, start: int, end: int) -> Iterator[Segment]:
        """Give the segments that hold a character of the run, or an empty run inside them."""
        self.segment_at(start)
        segments = self.segments
        for index in range(max(bisect_right(self._starts or [], start) - 1, 0), len(segments)):
            segment = segments[index]
            if segment.clean >= max(end, start + 1):
                return
            if segment.end > start:
                yield segment


class EscapedMap(OffsetMap):
    """The map of a text that is copied but for runs that stand for one character each.

    Args:
        start: Where the text begins in the source.
        end: Where it ends.
        runs: Beginning and end of each such run in the source, from left to right.
    """

    __slots__ = ("_cleans", "_length", "_runs", "_start")

    def __init__(self, start: int, end: int, runs: Sequence[tuple[int, int]]) -> None:
        super().__init__()
        self._start = start
        self._runs = runs
        self._cleans: list[int] = []
        for first, last in runs:
            self._cleans.append(first - start)
            start += last - first - 1
        self._length = end - start

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The runs, left to right; together they are the whole clean text."""
        return tuple(self.touching(0, self._length))

    def start(self, offset: int) -> int:
        """Return the source offset at which the character at ``offset`` begins."""
        offset = min(offset, self._length)
        index = bisect_right(self._cleans, offset) - 1
        if index < 0:
            return self._start + offset
        first, last = self._runs[index]
        beyond = offset - self._cleans[index]
        return last + beyond - 1 if beyond else first

    def end(self, offset: int) -> int:
        """Return the source offset at which the character before ``offset`` ends."""
        offset = min(offset, self._length)
        index = bisect_right(self._cleans, offset - 1) - 1
        if index < 0:
            return self._start + offset
        return self._runs[index][1] + offset - self._cleans[index] - 1

    def contiguous(self, start: int, end: int) -> bool:
        """Tell that any edit is one of an unbroken run: nothing is left out, and no edge can fall
        into the middle of one character.
        """  # noqa: D205
        del start, end
        return True

    def segment_at(self, offset: int) -> Segment:
        """Return the run that holds a clean offset; the last for what lies beyond."""
        index = bisect_right(self._cleans, offset) - 1
        clean, source = 0, self._start
        if index >= 0:
            clean, (source, end) = self._cleans[index], self._runs[index]
            if offset == clean:
                return Segment(clean, source, 1, end - source, copied=False)
            clean, source = clean + 1, end
        beyond = index + 1 == len(self._cleans)
        length = (self._length if beyond else self._cleans[index + 1]) - clean
        return Segment(clean, source, length, length, copied=True)

    def touching(self, start: int, end: int) -> Iterator[Segment]:
        """Give the segments that hold a character of the run, or an empty run inside them."""
        position = start
        while position < min(max(end, start + 1), self._length):
            segment = self.segment_at(position)
            yield segment
            position = segment.end


class _LaterMap(OffsetMap):
    """Stands for a map that is made when it is first asked for a place."""

    __slots__ = ("_made", "_make", "_spell")

    def __init__(self, make: Callable[[], OffsetMap], spell: Spell | None) -> None:
        self._make = make  # and no segments: two are made for every article
        self._spell = spell
        self._made: OffsetMap | None = None

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The runs, left to right; together they are the whole clean text."""
        return self._map().segments

    def start(self, offset: int) -> int:
        """Return the source offset at which the character at ``offset`` begins."""
        return self._map().start(offset)

    def end(self, offset: int) -> int:
        """Return the source offset at which the character before ``offset`` ends."""
        return self._map().end(offset)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the source run of a clean run; an empty run stays empty."""
        return self._map().span(start, end)

    def contiguous(self, start: int, end: int) -> bool:
        """Tell whether an edit of a clean run is an edit of one unbroken run of the source."""
        return self._map().contiguous(start, end)

    def removed(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the source run that goes when a clean run is deleted, ``None`` if none can."""
        return self._map().removed(start, end)

    def spelled(self, text: str, start: int, spell: Callable[[str], str]) -> str | None:
        """Return how ``text`` is written at a place, ``None`` where it cannot be written."""
        if self._spell is not None:
            return self._spell(text, start)
        return self._map().spelled(text, start, spell)

    def segment_at(self, offset: int) -> Segment | None:
        """Return the run that holds a clean offset; the last for what lies beyond."""
        return self._map().segment_at(offset)

    def touching(self, start: int, end: int) -> Iterator[Segment]:
        """Give the segments that hold a character of the run, or an empty run inside them."""
        return self._map().touching(start, end)

    def _map(self) -> OffsetMap:
        if self._made is None:
            self._made = self._make()
        return self._made
