"""The map of a Markdown body."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence

from newslint.offsets import OffsetMap, Segment


class MarkdownMap(OffsetMap):
    """The map of a body, which knows the markers of its blocks and where no escape can be written.

    Whoever deletes whole lines deletes their markers, too, and not those of the line after them.

    Args:
        text: The clean text.
        segments: Its runs.
        blocks: Clean offset of each block, and where its line and its own text begin.
        verbatim: Runs of the source, in order, in which a backslash is one.
    """

    __slots__ = ("_blocks", "_text", "_verbatim")

    def __init__(
        self,
        text: str,
        segments: tuple[Segment, ...],
        blocks: Mapping[int, tuple[int, int]],
        verbatim: Sequence[tuple[int, int]],
    ) -> None:
        super().__init__(segments)
        self._text = text
        self._blocks = blocks
        self._verbatim = verbatim

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the source run of a clean run; an empty run stays empty."""
        first, last = super().span(start, end)
        if self._is_whole_lines(start, end):
            first = self._blocks[start][0]
            if end in self._blocks:
                last = min(last, self._blocks[end][0])
        return first, last

    def contiguous(self, start: int, end: int) -> bool:
        """Tell whether an edit of a clean run is an edit of one unbroken run of the source."""
        if self._is_whole_lines(start, end) and self._blocks[start][1] != self.start(start):
            return False  # something before it on its line was left out
        return super().contiguous(start, end)

    def spelled(self, text: str, start: int, spell: Callable[[str], str]) -> str | None:
        """Return how ``text`` is written there; ``None`` where it needs an escape and has none."""
        written = spell(text)
        return None if written != text and self._is_verbatim(self.start(start)) else written

    def _is_whole_lines(self, start: int, end: int) -> bool:
        return start < end and start in self._blocks and self._text[end - 1] == "\n"

    def _is_verbatim(self, place: int) -> bool:
        index = bisect_right(self._verbatim, place, key=lambda run: run[0]) - 1
        return index >= 0 and place <= self._verbatim[index][1]
