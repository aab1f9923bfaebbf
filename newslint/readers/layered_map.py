"""The map of a text taken out of HTML that is itself written in another format: JSON, CSV, XML."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from newslint.offsets import OffsetMap, Segment
from newslint.readers.markup_text import MarkupMap, escape, is_writable


class LayeredMap(MarkupMap):
    """Leads from the text through the HTML to the file.

    Args:
        segments: Its runs, as `layered` finds them.
        breaks: Clean offsets, in order, that no fix may touch.
        outer: Where the characters of the HTML stand in the file.
        inner: Where those of the text stand in the HTML.
    """

    __slots__ = ("_inner", "_outer")

    def __init__(
        self,
        segments: tuple[Segment, ...],
        breaks: Sequence[int],
        outer: OffsetMap,
        inner: OffsetMap,
    ) -> None:
        super().__init__(segments, breaks)
        self._outer = outer
        self._inner = inner

    def contiguous(self, start: int, end: int) -> bool:
        """Tell whether an edit is one of one unbroken run of the HTML and of the file."""
        return self._inner.contiguous(start, end) and super().contiguous(start, end)

    def removed(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the source run that goes when a clean run is deleted, ``None`` if none can."""
        run = self._inner.removed(start, end)
        if run is None or self._outer.spelled("", run[0], str) is None:
            return None
        return self._outer.removed(*run)

    def spelled(self, text: str, start: int, spell: Callable[[str], str]) -> str | None:
        """Return how ``text`` is written there: as HTML, which is written as the format does it."""
        if not is_writable(text):
            return None
        return self._outer.spelled(escape(text), self._inner.start(start), spell)


def layered(outer: OffsetMap, inner: OffsetMap, breaks: Iterable[int] = ()) -> LayeredMap:
    """Return the map of a text made of HTML, where the HTML has a map of its own.

    Args:
        outer: Where the characters of the HTML stand in the file.
        inner: Where the characters of the text stand in the HTML.
        breaks: Which of them stand for markup.
    """
    found: list[Segment] = []
    partial: list[int] = []
    reached = outer.start(0)
    for segment in inner.segments:
        if not segment.copied and not outer.contiguous(segment.source, segment.source_end):
            partial += range(segment.clean, segment.end)
        for clean, length, start, end, copied in _parts(segment, outer):
            start, end = max(start, reached), max(end, reached)
            if start == end and length and not copied:
                partial.append(clean)  # the rest of what one reference stands for
            found.append(Segment(clean, start, length, end - start, copied=copied))
            reached = end
    return LayeredMap(tuple(found), sorted({*breaks, *partial}), outer, inner)


def _parts(segment: Segment, outer: OffsetMap) -> Iterable[tuple[int, int, int, int, bool]]:
    """Give clean offset, length, source run and kind of what a run is made of one layer further."""
    start, end = segment.source, segment.source_end
    if not segment.copied or start == end:
        yield segment.clean, segment.length, *outer.span(start, end), False
        return
    for part in outer.touching(start, end):
        first, last = max(part.clean, start), min(part.end, end)
        clean = segment.clean + first - start
        if part.copied:
            place = part.source + first - part.clean
            yield clean, last - first, place, place + last - first, True
        else:
            yield clean, last - first, part.source, part.source_end, False
