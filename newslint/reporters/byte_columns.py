"""Columns in bytes of UTF-8, for who counts so; diagnostics count code points."""

from __future__ import annotations

from pathlib import Path

from newslint.diagnostic import Diagnostic
from newslint.errors import InputError
from newslint.files import read_file
from newslint.raw import LineIndex, SourceFile


class SourceText:
    """The lines of a file.

    Args:
        text: Its decoded text.
        bom: Bytes of the mark before it, which belong to the first line.
    """

    def __init__(self, text: str, bom: int = 0) -> None:
        self._index = LineIndex(text)
        self._bom = bom

    def line(self, number: int) -> str:
        """Return a line, from 1, without its end; ``""`` where there is none."""
        try:
            offset = self._index.offset(number, 1)
        except IndexError:
            return ""
        start, end = self._index.line_bounds(offset)
        return self._index.source[start:end]

    def byte_column(self, line: int, column: int) -> int | None:
        """Return the 1-based byte of a column; ``None`` where the line does not reach so far."""
        before = self.line(line)[: column - 1]
        if len(before) < column - 1:
            return None
        bom = self._bom if line == 1 else 0
        return bom + len(before.encode("utf-8", "surrogatepass")) + 1


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
        line, start = source.line(place.line), place.column - 1
        seen = line.startswith(excerpt.text, start) and line[:start].endswith(excerpt.before)
        return source if seen else None


def _read(path: str) -> SourceText | None:
    try:
        file = SourceFile(path, read_file(Path(path)))
        text = file.text
    except (InputError, ValueError):  # ValueError: no file can be called so
        return None
    return SourceText(text, len(file.bom) if file.codec == "utf-8" else 0)
