"""Places for who counts bytes of UTF-8 and ends lines at line feeds only, as git does.

Diagnostics count code points, and a carriage return alone ends a line, too.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from newslint.diagnostic import Diagnostic
from newslint.errors import InputError
from newslint.files import read_file
from newslint.patterns import regexp
from newslint.raw import LineIndex, SourceFile
from newslint.reporters.line_hash import LineHashes

_LONE_RETURN = regexp(r"\r(?!\n)")


class SourceText:
    """The lines of a file.

    Args:
        text: Its decoded text.
        bom: Bytes of the mark before it, which belong to the first line.
        utf_8: Whether the file is in UTF-8.
    """

    def __init__(self, text: str, bom: int = 0, *, utf_8: bool = True) -> None:
        self._index = LineIndex(text)
        self._fed = LineIndex(_LONE_RETURN.sub(" ", text)) if "\r" in text else self._index
        self._bom = bom
        self._utf_8 = utf_8

    def line(self, number: int) -> str:
        """Return a line, from 1, without its end; ``""`` where there is none."""
        try:
            offset = self._index.offset(number, 1)
        except IndexError:
            return ""
        start, end = self._index.line_bounds(offset)
        return self._index.source[start:end]

    def line_hash(self, line: int) -> str | None:
        """Return what `LineHashes` gives of a line; its readers take every file for UTF-8."""
        return self._hashes.of(line) if self._utf_8 else None

    @cached_property
    def _hashes(self) -> LineHashes:
        return LineHashes("\ufeff" * bool(self._bom) + self._index.source)

    def place(self, line: int, column: int) -> tuple[int, int] | None:
        """Return the 1-based line and byte of a place; ``None`` where its line is too short."""
        before = self.line(line)[: column - 1]
        if len(before) < column - 1:
            return None
        try:
            offset = self._index.offset(line, column)
        except IndexError:
            return None
        line, column = self._fed.position(offset)
        before = self._index.source[offset - column + 1 : offset]
        bom = self._bom if line == 1 else 0
        return line, bom + len(before.encode("utf-8", "surrogatepass")) + 1


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
    utf_8 = file.codec == "utf-8"
    return SourceText(text, len(file.bom) if utf_8 else 0, utf_8=utf_8)
