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

    __slots__ = ("_blocks", "_source", "_text", "_verbatim")

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
        self._verbatim = verbatim

    def removed(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the source run that goes when a clean run does, ``None`` where more would go.

        With whole lines go their markers. With a block goes its emphasis, and what its links lead
        to, but no picture, shortcode, tag or note that was left out, and no cell of a table.
        """
        if not self._is_whole_lines(start, end):
            return super().removed(start, end)
        line_start, own_start = self._blocks[start]
        last = self.end(end)
        if end in self._blocks:
            last = min(last, self._blocks[end][0])
        plain = own_start == self.start(start) and self.contiguous(start, end)
        return (line_start, last) if plain or self._is_block(start, end, line_start) else None

    def _is_block(self, start: int, end: int, line_start: int) -> bool:
        """Tell whether whole lines are a single block in which nothing but markup was left out."""
        text_end = start + len(self._text[start:end].rstrip("\n"))
        closing = self._source[self.end(text_end) : self.start(text_end)]
        block = self._source[line_start : self.start(text_end)]
        return (
            not any(start < one < end for one in self._blocks)
            and "\n" not in closing
            and self.contiguous(text_end, end)
            and not _MORE.search(block)
        )

    def spelled(self, text: str, start: int, spell: Callable[[str], str]) -> str | None:
        """Return how ``text`` is written there; ``None`` where it needs an escape and has none."""
        written = spell(text)
        return None if written != text and self._is_verbatim(self.start(start)) else written

    def _is_whole_lines(self, start: int, end: int) -> bool:
        """Tell whether a run begins with a block and ends with the line end behind one."""
        return (
            start < end
            and start in self._blocks
            and self._text[end - 1] == "\n"
            and (end in self._blocks or self._text[end : end + 1] in {"", "\n"})
        )

    def _is_verbatim(self, place: int) -> bool:
        index = bisect_right(self._verbatim, place, key=lambda run: run[0]) - 1
        return index >= 0 and place <= self._verbatim[index][1]
