"""The map of a Markdown body."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence

from newslint.offsets import OffsetMap, Segment
from newslint.patterns import regexp
from newslint.readers.markdown_holes import HOLE

_MORE = regexp(rf"[<{{|`{HOLE}]|!\[|\[\^")
"""What may have been left out of a block, or is a table."""


class MarkdownMap(OffsetMap):
    """The map of a body, which knows the markers of its blocks and where no escape can be written.

    Args:
        source: The decoded text, with holes.
        text: The clean text.
        segments: Its runs.
        blocks: Clean offset of each block, and where its line and its own text begin.
        verbatim: Runs of the source, in order, in which a backslash is one.
    """

    __slots__ = ("_blocks", "_edges", "_source", "_text", "_verbatim")

    def __init__(
        self,
        source: str,
        text: str,
        segments: tuple[Segment, ...],
        blocks: Mapping[int, tuple[int, int]],
        verbatim: Sequence[tuple[int, int]],
    ) -> None:
        super().__init__(segments)
        self._source = source
        self._text = text
        self._blocks = blocks
        self._edges = tuple(blocks)
        self._verbatim = verbatim

    def contiguous(self, start: int, end: int) -> bool:
        """Tell whether an edit is one of one unbroken run of the source, within one block."""
        index = bisect_right(self._edges, start)
        within = index == len(self._edges) or self._edges[index] > end
        return within and super().contiguous(start, end)

    def removed(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the source run that goes when a clean run does, ``None`` where more would go.

        With whole lines go their markers. With a block goes its emphasis, and what its links lead
        to, but no picture, shortcode, tag or note that was left out, and no cell of a table.
        """
        if self._is_whole_lines(start, end):
            return self._lines(start, end)
        if self._is_whole_lines(start + 1, end) and self._text[start] == "\n":  # the last ones
            lines = self._lines(start + 1, end)
            if lines and self.end(start + 1) in self._blocks[start + 1]:
                return self.start(start), lines[1]
            return None
        return super().removed(start, end)

    def _lines(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the source run of whole lines, ``None`` where more would go with them."""
        line_start, own_start = self._blocks[start]
        last = self.end(end)
        if end in self._blocks:
            last = min(last, self._blocks[end][0])
        ended = self._text[end - 1] == "\n" or last == len(self._source)
        if ended and own_start == self.start(start) and super().contiguous(start, end):
            return line_start, last
        if any(start < one < end for one in self._blocks):
            return None
        text_end = start + len(self._text[start:end].rstrip("\n"))
        if text_end == end:  # and of the file
            last = text_stop = len(self._source)
        else:
            text_stop = self.start(text_end)
        closing = self._source[self.end(text_end) : text_stop]
        block = self._source[line_start:text_stop]
        alone = "\n" not in closing and super().contiguous(text_end, end)
        return (line_start, last) if alone and not _MORE.search(block) else None

    def spelled(self, text: str, start: int, spell: Callable[[str], str]) -> str | None:
        """Return how ``text`` is written there; ``None`` where it needs an escape and has none."""
        written = spell(text)
        return None if written != text and self._is_verbatim(self.start(start)) else written

    def _is_whole_lines(self, start: int, end: int) -> bool:
        """Tell whether a run begins with a block and ends with one or the line end behind it."""
        if start >= end or start not in self._blocks:
            return False
        behind = self._text[end : end + 1]
        return not behind or (
            self._text[end - 1] == "\n" and (end in self._blocks or behind == "\n")
        )

    def _is_verbatim(self, place: int) -> bool:
        index = bisect_right(self._verbatim, place, key=lambda run: run[0]) - 1
        return index >= 0 and place <= self._verbatim[index][1]
