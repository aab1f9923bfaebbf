"""CSV and TSV: one record a row, its fields named by the first row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import BinaryIO

from newslint.errors import InputError, NotAnArticleFileError, UndecodableError
from newslint.line_index import LineIndex
from newslint.patterns import regexp
from newslint.raw import (
    WIDEST,
    OffsetMap,
    Part,
    RawArticle,
    RawField,
    RawProblem,
    RawTooLarge,
    SourceFile,
)
from newslint.readers.body import as_body, as_metadata
from newslint.readers.cells import DELIMITERS, NEVER_CLOSED, Cell, Row, rows
from newslint.readers.fields import LazyFields, metadata_keys, text_key
from newslint.readers.json_lines import json_line
from newslint.readers.parting import Parting, TooLarge
from newslint.readers.prose import Labels, unless_labels
from newslint.readers.sound_stream import UNIT, SoundStream
from newslint.readers.table_runs import is_whole, row_runs, size_of
from newslint.structs import Struct

_SEPARATOR = regexp(rf"sep=([{''.join(DELIMITERS)}])\r?\n")
"""The line above the names by which a table tells Excel its delimiter."""
_SHOWN = 200
"""Characters of the first row that a message shows; a row without names may be an article."""


class TableReader:
    """Reads ``.csv`` and ``.tsv``; a row that is wrong does not lose the others.

    Records are numbered by rows, from 0 after the row of names; lines without anything are no
    rows. A row in which nothing stands, as spreadsheets leave them at the end, is no article.
    """

    suffixes = (".csv", ".tsv")

    def read(self, file: SourceFile) -> Iterator[RawArticle | RawProblem]:
        """Give the articles, and the rows that cannot be read."""
        certain = file.part is not None or "text" in file.fields
        return unless_labels(self._records(file), certain=certain)

    def parts(self, file: SourceFile, stream: BinaryIO, size: int) -> list[Part]:
        """Return runs of whole rows; see `Reader`."""
        sound = SoundStream(file, stream)
        if not (sound.can_be_cut and (sound.codec == "utf-8" or _has_one_byte(sound.codec))):
            return []
        try:
            return self._parts(file, sound, size)
        except UndecodableError:
            raise
        except InputError:
            sound.drain()
            raise

    def _parts(self, file: SourceFile, sound: SoundStream, size: int) -> list[Part]:
        if file.part and file.goes_on:
            columns, begun = _columns(file, file.part.header), b""
            parting = Parting(file, sound.codec, size)
        else:
            found = _opening(file, sound, size)
            if found is None:
                return []
            begun, mark = found, len(file.bom)
            columns = _columns(file, begun[mark:].decode(sound.codec, "replace"))
            end = mark + _columns(file, begun[mark:].decode("latin-1")).end
            header = begun[mark:end].decode(sound.codec)
            if _columns(file, header).names != columns.names:
                return []
            parting = Parting(file, sound.codec, size, header)
            parting.add(begun[:end], 0)
            begun = begun[end:]
        labels = Labels(certain=file.part is not None or "text" in file.fields)
        for run in row_runs(sound, begun, columns.delimiter, size, file.largest):
            if isinstance(run, TooLarge):
                parting.add_too_large(run)
                continue
            block, records = run
            if not labels.certain:
                labels.look(self._records(parting.as_file(block)))
            parting.add(block, records)
        labels.end()
        return parting.parts()

    def records(self, file: SourceFile) -> Iterator[tuple[int, str]]:
        """Give the rows as objects of their columns, with their numbers; see `Reader`."""
        source = file.text
        for columns, row, index in _rows(file):
            cells = zip(columns.names, row.cells, strict=False)
            yield index, json_line({name: cell.text(source) for name, cell in cells if name})

    def _records(self, file: SourceFile) -> Iterator[RawArticle | RawProblem]:
        source = file.text
        file.forget_bytes()
        for columns, row, index in _rows(file):
            found: RawArticle | RawProblem | None
            if (size := _bytes_of(row, file)) > file.largest:
                found = RawTooLarge.of(size, file.largest, row.cells[0].start, index)
            else:
                found = columns.problem(source, row, index) or columns.article(source, row, index)
            if found is not None:
                yield found


class _Columns(Struct):
    """The columns of a table.

    Args:
        delimiter: What stands between the cells.
        names: What each is called, in order.
        text: The name of the one that has the article's text.
        configured: ``[fields]`` of the configuration.
        end: Source offset at which the first row ends.
    """

    delimiter: str
    names: tuple[str, ...]
    text: str
    configured: tuple[tuple[str, str], ...]
    end: int

    def problem(self, source: str, row: Row, index: int) -> RawProblem | None:
        """Tell what is wrong with a row."""
        cells, width = row.cells, len(self.names)
        last = cells[-1]
        if last.closing == NEVER_CLOSED:
            message = "the quote that begins this cell is never closed"
            return RawProblem(message, last.start, last.start + 1, index)
        if len(cells) == width or _is_blank(source, cells[width:] or cells):
            return None
        number = f"{len(cells)} cell{'s' * (len(cells) > 1)}"
        message = f"the row has {number}, the first row names {width}"
        begins = cells[width] if len(cells) > width else cells[0]
        return RawProblem(message, begins.start, last.end, index)

    def article(self, source: str, row: Row, index: int) -> RawArticle | None:
        """Return the article of a row, or ``None`` where nothing stands in it."""
        if _is_blank(source, row.cells):
            return None
        cells = {name: cell for name, cell in zip(self.names, row.cells, strict=False) if name}
        text = self._field(source, cells.pop(self.text), self.text)
        values = {name: cell.value(source) for name, cell in cells.items()}
        filled = {name: not value.isspace() for name, value in values.items() if value}
        names = metadata_keys(tuple(filled), tuple(filled.values()), self.configured)
        fields = LazyFields(names, partial(self._named, source, cells))
        body = as_body(text)
        return RawArticle(
            body.raw, body.map, fields, index, body.pointer, row.cells[0].start, body.comments
        )

    def _named(self, source: str, cells: Mapping[str, Cell], name: str) -> RawField:
        return as_metadata(self._field(source, cells[name], name))

    def _field(self, source: str, cell: Cell, name: str) -> RawField:
        spell = cell.spell(source, self.delimiter, alone=len(self.names) == 1)
        placed = OffsetMap.later(partial(cell.map, source), spell)
        return RawField(cell.text(source), placed, name)


def _rows(file: SourceFile) -> Iterator[tuple[_Columns, Row, int]]:
    """Give the rows of a table, or of the part of it, with its columns and their numbers."""
    source = file.text
    if file.part and file.goes_on:
        columns, start = _columns(file, file.part.header), 0
    else:
        columns = _columns(file, source)
        start = columns.end
    first = file.part.record if file.part else 0
    for index, row in enumerate(rows(source, columns.delimiter, start), first):
        yield columns, row, index


def _columns(file: SourceFile, source: str) -> _Columns:
    """Return the columns that the first row names; its delimiter is the one that shows a text.

    Raises:
        NotAnArticleFileError: where there is none, or no column has an article's text.
        InputError: when a quote in it is never closed.
    """
    wanted = file.fields.get("text")
    first = Row([], 0)
    start, delimiters = _delimiters(file, source)
    for delimiter in delimiters:
        row = next(rows(source, delimiter, start), None)
        if row is None:
            raise NotAnArticleFileError("the file is empty")
        names = tuple(cell.text(source).strip() for cell in row.cells)
        text = text_key(names, wanted)
        if text is not None and row.cells[-1].closing != NEVER_CLOSED:
            return _Columns(delimiter, names, text, tuple(file.fields.items()), row.end)
        first = max(first, row, key=lambda one: len(one.cells))
    last = first.cells[-1]
    if last.closing == NEVER_CLOSED:
        line, column = LineIndex(source).position(last.start)
        message = f"the quote at line {line}, column {column} is never closed"
        raise InputError(message, line=line, column=column)
    shown = source[first.cells[0].start : min(last.end, first.cells[0].start + _SHOWN)]
    raise NotAnArticleFileError(
        f"no column is called {wanted!r}, which [fields] names as text; the first row is {shown!r}"
        if wanted
        else "no column has an article's text; name it in [fields]: text = '...'; "
        f"the first row is {shown!r}"
    )


def _opening(file: SourceFile, sound: SoundStream, size: int) -> bytes | None:
    """Return the beginning of a table up to where its first row ends, whatever its delimiter is.

    Where none is so long that it may be read, it is ``None``.
    """
    block, more = b"", b"-"
    while more and len(block) <= file.largest:
        more = sound.read(max(min(size, UNIT), len(block)))
        block += more
        shown = block[len(file.bom) :].decode("latin-1")
        said, delimiters = _delimiters(file, shown)
        first = [next(rows(shown, one, said), None) for one in delimiters]
        if not more or all(row and is_whole(shown, row) for row in first):
            return block
    return None


def _delimiters(file: SourceFile, source: str) -> tuple[int, str]:
    """Return where the first row begins, and what may stand between its cells."""
    if said := _SEPARATOR.match(source):
        return said.end(), said[1]
    return 0, "\t" if file.format_name.lower().endswith(".tsv") else "".join(DELIMITERS)


def _has_one_byte(codec: str) -> bool:
    """Tell whether each character of an encoding is one byte."""
    return len(bytes(range(256)).decode(codec, "replace")) == 256


def _bytes_of(row: Row, file: SourceFile) -> int:
    """Return how many bytes a row has; how many at most, where any may have so many."""
    most = size_of(row) * WIDEST
    if most <= file.largest:
        return most
    return len(file.text[row.cells[0].start : row.cells[-1].end].encode(file.codec, "replace"))


def _is_blank(source: str, cells: list[Cell]) -> bool:
    return not any(cell.value(source).strip() for cell in cells)
