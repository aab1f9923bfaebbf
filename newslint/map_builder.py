"""Clean texts built from runs of a source, with their maps."""

from __future__ import annotations

from newslint.line_index import LINE_END
from newslint.offsets import OffsetMap, Segment


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
            for match in LINE_END.finditer(self.source, start, end):
                if match.group() == "\n":
                    continue
                self.copy(position, match.start())
                self.replace(match.start(), match.end(), "\n")
                position = match.end()
        self.copy(position, end)

    def finish(self) -> tuple[str, OffsetMap]:
        """Return the clean text and its map."""
        segments = self._segments or [Segment(0, self._start, 0, 0, copied=True)]
        text = "".join(self._parts)
        self._parts = [text]  # the reader may hold on to its builder
        return text, OffsetMap(tuple(segments))

    def _append(self, text: str, source: int, source_length: int, *, copied: bool) -> None:
        self._parts.append(text)
        self._segments.append(Segment(self._length, source, len(text), source_length, copied))
        self._length += len(text)
