"""From a place in the clean text to a place in the file: line, column, record, excerpt."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TypeAlias

from newslint.diagnostic import Excerpt, Location, Record
from newslint.errors import ReaderError
from newslint.fields import Field
from newslint.raw import LineIndex, OffsetMap, RawArticle, SourceFile
from newslint.spans import Span
from newslint.structs import Struct

Run: TypeAlias = tuple[int, int]
"""Where a run of the source begins, and one past its end."""

WINDOW = 160
"""Code points of the source line an excerpt keeps on either side; a paragraph is one long line."""


class PlacedFile(Struct, frozen=False):
    """A file whose offsets are asked for as lines and columns.

    Args:
        file: The file.
        reader: Who read it, for whether it has lines and how fixes are written there (`Reader`).
    """

    file: SourceFile
    reader: object = None

    @property
    def path(self) -> str:
        """Its name as it is reported."""
        return self.file.path

    @cached_property
    def has_lines(self) -> bool:
        """Whether places are told by its lines; else its records have numbers."""
        return bool(getattr(self.reader, "has_lines", True))

    def location(self, run: Run, record: Record | None) -> Location:
        """Return the place of a run of the source, or that of its record in a file without lines.

        Raises:
            ReaderError: when the file is not that long.
        """
        if record is not None and not self.has_lines:
            return Location(self.path, record, record.index + 1, 1, record.index + 1, 1)
        length = len(self.index.source)
        if not (0 <= run[0] <= length and 0 <= run[1] <= length):
            raise ReaderError(
                f"its reader is wrong: it gave the place {run[0]:,} to {run[1]:,}, and the file "
                f"has {length:,} characters"
            )
        return Location(
            self.path, record, *self.index.position(run[0]), *self.index.position(run[1])
        )

    @cached_property
    def index(self) -> LineIndex:
        """Lines of the decoded text, where there are any; made when the first finding needs it."""
        if not self.has_lines:
            return LineIndex("")
        part = self.file.part
        return LineIndex(self.file.text, part.line if part else 1)

    def spell(self, text: str) -> str:
        """Return how a fix's text is usually written in the file."""
        spell: Callable[[str], str] = getattr(self.reader, "spell", str)
        refer: Callable[[str], str] = getattr(self.reader, "refer", str)
        return "".join(one if self.has(one) else refer(one) for one in spell(text))

    def has(self, text: str) -> bool:
        """Tell whether the file's encoding has all characters of a text."""
        try:
            text.encode(self.file.codec)
        except UnicodeEncodeError:
            return False
        return True


class PlacedArticle:
    """One article in its file.

    Args:
        file: The file it stands in.
        raw: The article as its reader gave it.
        start: Where the text that places are in begins in the article's, in code points: 0 but in
            the later stretches of a very long one.
    """

    def __init__(self, file: PlacedFile, raw: RawArticle, start: int = 0) -> None:
        self.file = file
        self.raw = raw
        self._start = start
        self._runs: dict[tuple[int, int, int], tuple[int, int]] = {}
        self._field_lines = LineIndex("")

    def stretch(self, start: int) -> PlacedArticle:
        """Return the article for places in its text from ``start`` on."""
        later = PlacedArticle(self.file, self.raw, start)
        later._text_index = self._text_index
        return later

    @cached_property
    def _text_index(self) -> LineIndex:
        """Lines of the clean text; a single one where the file has those already."""
        return LineIndex(self.raw.text)

    @cached_property
    def id(self) -> str | None:
        """The record's own id, if it has one."""
        field = self.raw.fields.get("id")
        return field.raw if field else None

    def whole(self) -> Location:
        """Return the place of a finding about the article as a whole: 1:1, or its record's."""
        if self.raw.index is None:
            return Location(self.file.path, None, 1, 1, 1, 1)
        record = Record(self.raw.index, self.id, self.raw.pointer, 1, 1)
        return self.file.location((self.raw.start, self.raw.start), record)

    def location(self, span: Span) -> Location:
        """Return where a place of the text or of a metadata field stands in the file."""
        return self.location_of(self.run_of(span), self._record(span))

    def location_of(self, run: Run, record: Record | None) -> Location:
        """Return where a run of the source stands in the file."""
        return self.file.location(run, record)

    @property
    def source(self) -> str:
        """The decoded text of the file."""
        return self.file.index.source

    def excerpt(self, span: Span) -> Excerpt:
        """Return what stands around the place on its first line."""
        if self.file.has_lines:
            return _excerpt(self.file.index, *self.run_of(span))
        lines, shift = self._own_lines(span)
        return _excerpt(lines, span.start + shift, span.end + shift)

    def excerpt_of(self, run: Run) -> Excerpt | None:
        """Return what stands around a run of the source on its first line, if that has lines."""
        return _excerpt(self.file.index, *run) if self.file.has_lines else None

    def line_text(self, span: Span) -> str:
        """Return the line of the clean text (or the whole value) around the beginning of a place.

        Cut to a window: an article may be one long line with thousands of findings.
        """
        whole = span.source.content
        first, last = max(span.start - WINDOW, 0), min(span.start + WINDOW, len(whole))
        start = whole.rfind("\n", first, span.start) + 1
        end = whole.find("\n", span.start, last)
        return whole[max(start, first) : last if end < 0 else end]

    def run_of(self, span: Span) -> Run:
        """Return where a place of the text or of a metadata field stands in the source."""
        key = id(span.source), span.start, span.end
        run = self._runs.get(key)
        if run is None:
            offsets, shift = self.map_of(span)
            run = self._runs[key] = offsets.span(span.start + shift, span.end + shift)
        return run

    def map_of(self, span: Span) -> tuple[OffsetMap, int]:
        """Return the map of the text a place is in, and where in it that text begins."""
        if isinstance(span.source, Field) and span.source.map is not None:
            return span.source.map, 0
        return self.raw.map, self._start

    def _record(self, span: Span) -> Record | None:
        if isinstance(span.source, Field):
            return self.record_in(span.source.raw, span.start, span.source.pointer)
        return self.record_in_text(span.start + self._start)

    def _own_lines(self, span: Span) -> tuple[LineIndex, int]:
        """Return the lines of the text or field a place is in, and where its Doc begins there."""
        if isinstance(span.source, Field):
            return self._lines_of(span.source.raw), 0
        return self._text_index, self._start

    def _lines_of(self, value: str) -> LineIndex:
        """Return the lines of a field's value; those of the last are kept for its next finding."""
        if self._field_lines.source != value:
            self._field_lines = LineIndex(value)
        return self._field_lines

    def record_in_text(self, offset: int) -> Record | None:
        """Return which record the article is, with a place in its text; ``None`` if it is none."""
        if self.raw.index is None:
            return None
        line, column = self._text_index.position(offset)
        return Record(self.raw.index, self.id, self.raw.pointer, line, column)

    def record_in(self, value: str, offset: int, pointer: str) -> Record | None:
        """Return the same with a place in the value of one of its fields."""
        if self.raw.index is None:
            return None
        line, column = self._lines_of(value).position(offset)
        return Record(self.raw.index, self.id, pointer, line, column)


def _excerpt(lines: LineIndex, start: int, end: int) -> Excerpt:
    """Return what stands around a run of a text on its first line."""
    source = lines.source
    line_start, line_end = lines.line_bounds(start)
    end = min(max(end, start), line_end)
    before, after = max(start - WINDOW, line_start), min(end + WINDOW, line_end)
    shown_end = min(end, start + 2 * WINDOW)
    return Excerpt(
        before=source[before:start],
        text=source[start:shown_end],
        after=source[end:after] if shown_end == end else "",
        cut_before=before > line_start,
        cut_after=after < line_end or shown_end < end,
    )
