"""Places for who counts bytes of UTF-8 and ends lines at line feeds only, as git does.

Diagnostics count code points, and a carriage return alone ends a line, too.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from newslint.diagnostic import Diagnostic, Excerpt
from newslint.errors import InputError
from newslint.files import read_file
from newslint.line_index import LONE_RETURN
from newslint.raw import LineIndex, SourceFile
from newslint.reporters.line_hash import LineHashes


class SourceText:
    """The lines of a file, any of which may be all of it (JSON): none is copied for one place.

    Args:
        text: Its decoded text.
        bom: Bytes of the mark before it, which belong to the first line.
        utf_8: Whether the file is in UTF-8.
    """

    def __init__(self, text: str, bom: int = 0, *, utf_8: bool = True) -> None:
        self._index = LineIndex(text)
        self._fed = LineIndex(LONE_RETURN.sub(" ", text)) if "\r" in text else self._index
        self._bom = bom
        self._utf_8 = utf_8
        self._counted = (0, 0, 0)

    def _bounds(self, line: int) -> tuple[int, int] | None:
        """Return where a line, from 1, begins and ends, if there is one."""
        try:
            return self._index.line_bounds(self._index.offset(line, 1))
        except IndexError:
            return None

    def part(self, line: int, column: int, end_column: int) -> str:
        """Return what stands in a line between two columns."""
        bounds = self._bounds(line)
        if bounds is None:
            return ""
        return self._index.source[bounds[0] + column - 1 : bounds[0] + end_column - 1]

    def has(self, excerpt: Excerpt, line: int, column: int) -> bool:
        """Tell whether what an excerpt shows stands at a place, and what it shows before it."""
        bounds = self._bounds(line)
        if bounds is None:
            return False
        first = bounds[0] + column - 1 - len(excerpt.before)
        shown = excerpt.before + excerpt.text
        return first >= bounds[0] and self._index.source.startswith(shown, first, bounds[1])

    def line_hash(self, line: int) -> str | None:
        """Return what `LineHashes` gives of a line; its readers take every file for UTF-8."""
        return self._hashes.of(line) if self._utf_8 else None

    @cached_property
    def _hashes(self) -> LineHashes:
        return LineHashes("\ufeff" * bool(self._bom) + self._index.source)

    def place(self, line: int, column: int) -> tuple[int, int] | None:
        """Return the 1-based line and byte of a place; ``None`` where its line is too short."""
        bounds = self._bounds(line)
        if bounds is None or bounds[0] + column - 1 > bounds[1]:
            return None
        offset = bounds[0] + column - 1
        line, column = self._fed.position(offset)
        bom = self._bom if line == 1 else 0
        return line, bom + self._bytes(offset - column + 1, offset) + 1

    def _bytes(self, start: int, end: int) -> int:
        """Return how many bytes stand between the beginning of a line and an offset in it.

        Places are asked for in order or nearly so: it is counted on, or back, from the last one.
        """
        begun, reached, count = self._counted
        if begun != start:
            reached, count = start, 0
        between = self._index.source[min(reached, end) : max(reached, end)]
        more = len(between.encode("utf-8", "surrogatepass"))
        count += more if end > reached else -more
        self._counted = start, end, count
        return count


class Sources:
    """The files that diagnostics stand in, read again: a diagnostic holds a part of its line.

    Diagnostics come file by file; the text of one is held.
    """

    def __init__(self) -> None:
        self._path: str | None = None
        self._text: SourceText | None = None

    def of(self, one: Diagnostic) -> SourceText | None:
        """Return the text of a diagnostic's file.

        ``None`` where it is not what was linted: standard input, an encoding that only the
        configuration names, a file that somebody changed meanwhile.
        """
        if self._path != one.location.path:
            self._path = one.location.path
            self._text = _read(self._path)
        source, excerpt, place = self._text, one.excerpt, one.location
        if source is None or excerpt is None:
            return source
        return source if source.has(excerpt, place.line, place.column) else None


def _read(path: str) -> SourceText | None:
    try:
        file = SourceFile(path, read_file(Path(path)))
        text = file.text
    except (InputError, ValueError):  # ValueError: no file can be called so
        return None
    utf_8 = file.codec == "utf-8"
    return SourceText(text, len(file.bom) if utf_8 else 0, utf_8=utf_8)
