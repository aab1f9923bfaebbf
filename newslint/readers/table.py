"""CSV and TSV: one record a row, its fields named by the first row."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from functools import partial
from typing import BinaryIO

from newslint.errors import InputError, NotAnArticleFileError
from newslint.line_index import LineIndex
from newslint.patterns import regexp
from newslint.raw import OffsetMap, Part, RawArticle, RawField, RawProblem, SourceFile
from newslint.readers.body import as_body, as_metadata
from newslint.readers.cells import DELIMITERS, NEVER_CLOSED, Cell, Row, rows
from newslint.readers.fields import LazyFields, metadata_keys, text_key
from newslint.readers.parting import has_article, is_sound, line_ends
from newslint.readers.prose import unless_labels
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
        certain = file.goes_on or "text" in file.fields
        return unless_labels(self._records(file), certain=certain)

    def parts(self, file: SourceFile, stream: BinaryIO, size: int) -> list[Part]:
        """Return runs of whole rows; see `Reader`.

        Whether a line end is in quotes only the rows before it can tell, so all of them are looked
        at, one byte a character: whatever means something in a table is ASCII.
        """
        try:
            return self._parts(file, stream, size) if file.codec == "utf-8" else []
        except InputError:  # whoever reads the file says so
            return []

    def _records(self, file: SourceFile) -> Iterator[RawArticle | RawProblem]:
        source = file.text
        file.forget_bytes()
        if file.part and file.goes_on:
            columns, start = _columns(file, file.part.header), 0
        else:
            columns = _columns(file, source)
            start = columns.end
        index = file.part.record if file.part else 0
        for row in rows(source, columns.delimiter, start):
            found = columns.problem(source, row, index) or columns.article(source, row, index)
            if found is not None:
                yield found
            index += 1

    def _parts(self, file: SourceFile, stream: BinaryIO, size: int) -> list[Part]:
        found: list[Part] = []
        columns: _Columns | None = None
        header, block, start, record, line = "", b"", 0, 0, 1
        while more := stream.read(max(size, len(block))):
            block += more
            shown = block.decode("latin-1")
            begin = len(BOM_UTF8) if start == 0 and block.startswith(BOM_UTF8) else 0
            if columns is None:
                if _SEPARATOR.match(shown, begin):
                    return []
                columns = _columns(file, block[begin:].decode(errors="replace"))
                first = next(rows(shown, columns.delimiter, begin))
                header = block[begin : first.end].decode(errors="replace")
                if not _is_whole(shown, first) or columns.names != _columns(file, header).names:
                    return []
                record = -1  # the first row is none
            cut = count = 0
            for row in rows(shown, columns.delimiter, begin):
                if not _is_whole(shown, row):
                    break
                cut, count = row.end, count + 1
            if cut:
                if not is_sound(block[:cut]) or not (found or has_article(self, file, block[:cut])):
                    return []
                found.append(Part(start, start + cut, max(record, 0), line, header))
            record += count
            line += line_ends(block[:cut])
            start += cut
            block = block[cut:]
        if block and is_sound(block):
            found.append(Part(start, start + len(block), record, line, header))
            block = b""
        return [] if block else found


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


def _columns(file: SourceFile, source: str) -> _Columns:
    """Return the columns that the first row names; its delimiter is the one that shows a text.

    Raises:
        NotAnArticleFileError: where there is none, or no column has an article's text.
        InputError: when a quote in it is never closed.
    """
    wanted = file.fields.get("text")
    first = Row([], 0)
    said = _SEPARATOR.match(source)
    usual = "\t" if file.format_name.lower().endswith(".tsv") else DELIMITERS
    for delimiter in said[1] if said else usual:
        row = next(rows(source, delimiter, said.end() if said else 0), None)
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


def _is_blank(source: str, cells: list[Cell]) -> bool:
    return not any(cell.value(source).strip() for cell in cells)


def _is_whole(source: str, row: Row) -> bool:
    """Tell whether a row ends in what is there of a file, whatever follows."""
    if row.cells[-1].closing == NEVER_CLOSED or row.end == row.cells[-1].end:
        return False
    return row.end < len(source) or source.endswith("\n")
