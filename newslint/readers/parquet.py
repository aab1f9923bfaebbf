"""Parquet: one record a row, its fields named by the columns.

A Parquet file has no lines: a place is told by its row, and inside the article's own text. How a
row is read stands in `newslint.readers.rows`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from os import SEEK_END
from typing import Any, BinaryIO

from newslint.errors import InputError, MissingExtraError, NotAnArticleFileError
from newslint.patterns import regexp
from newslint.raw import BreaksOffError, Part, RawArticle, RawProblem, SourceFile
from newslint.readers.json_lines import json_line
from newslint.readers.prose import Labels, unless_labels
from newslint.readers.rows import record_of, row_fields, rows
from newslint.structs import replace

BATCH = 2 * 1024 * 1024
"""Bytes of decoded values that are held at once, on the average: some hundred articles."""
MOST = 1000
"""Rows that are held at once."""
_BUFFER = 64 * 1024
"""Bytes of a column that are read from the file at once."""
_SOURCE = regexp(r"^Could not open Parquet input source '[^']*': ")
"""What Arrow says in front of what is wrong."""
_TEXTS = frozenset({"STRING", "ENUM", "JSON"})
"""Parquet's logical types that are text."""
_BYTES = frozenset({"BYTE_ARRAY", "FIXED_LEN_BYTE_ARRAY"})


class ParquetReader:
    """Reads ``.parquet``, a batch of rows at a time; a row that is wrong does not lose the others.

    Columns in which no metadata can be (lists of numbers, images in records) are not decoded.
    """

    suffixes = (".parquet",)
    has_lines = False
    reads_streams = True

    def read(self, file: SourceFile) -> Iterator[RawArticle | RawProblem]:
        """Give the articles, and the rows that hold none."""
        return unless_labels(_records(file), certain=_is_certain(file))

    def parts(self, file: SourceFile, stream: BinaryIO, size: int) -> list[Part]:
        """Return runs of row groups; see `Reader`.

        Raises:
            BreaksOffError: where only what stands before some row can be read.
        """
        if file.part is not None:
            return [file.part]
        labels = Labels(certain=_is_certain(file))
        index = 0
        with _opened(replace(file, stream=stream)) as table:
            try:
                fields = row_fields(table.schema_arrow, file.fields)
                for batch in _batches(table):
                    if not labels.certain:
                        labels.look(record_of(row, fields, index) for row in rows(batch))
                    index += batch.num_rows
            except _failures() as error:
                wrong = _wrong(error, index)
                if not index or not labels.certain:
                    raise wrong from error
                readable = Part(0, stream.seek(0, SEEK_END), 0, 1, rows=index)
                raise BreaksOffError(str(wrong), readable) from error
            labels.end()
            groups = [table.metadata.row_group(n).num_rows for n in range(table.num_row_groups)]
        return _runs(groups, stream.seek(0, SEEK_END), size)

    def records(self, file: SourceFile) -> Iterator[tuple[int, str]]:
        """Give the rows as objects of all their columns, with their numbers; see `Reader`."""
        index, end = _rows_of(file)
        with _opened(file) as table:
            for batch in _batches(table, index, end, every=True):
                for row in batch.to_pylist():
                    yield index, json_line(row)
                    index += 1


def _is_certain(file: SourceFile) -> bool:
    return file.part is not None or "text" in file.fields


def _rows_of(file: SourceFile) -> tuple[int, int | None]:
    """Return the number of the first row, and of the one behind the last if that is not the end."""
    part = file.part
    return (part.record, part.record + part.rows) if part else (0, None)


def _records(file: SourceFile) -> Iterator[RawArticle | RawProblem]:
    index, end = _rows_of(file)
    with _opened(file) as table:
        try:
            fields = row_fields(table.schema_arrow, file.fields)
            for batch in _batches(table, index, end):
                for row in rows(batch):
                    yield record_of(row, fields, index)
                    index += 1
        except _failures() as error:
            raise _wrong(error, index) from error


def _opened(file: SourceFile) -> Any:
    """Open a Parquet file.

    Raises:
        MissingExtraError: when it takes more to read one.
        InputError: when it is none.
    """
    try:
        import pyarrow as pa  # 150 ms
        from pyarrow import parquet
    except ImportError as error:
        raise MissingExtraError(".parquet", "parquet") from error
    source = file.stream or pa.BufferReader(file.data)
    if not source.seek(0, SEEK_END):
        raise NotAnArticleFileError("the file is empty")
    source.seek(0)
    file.forget_bytes()
    try:
        # Buffered: else all the columns of a row group are held as they are in the file.
        return parquet.ParquetFile(
            source, page_checksum_verification=True, pre_buffer=False, buffer_size=_BUFFER
        )
    except _failures() as error:
        raise _wrong(error, 0) from error


def _failures() -> tuple[type[Exception], ...]:
    """Return what Arrow raises of a file that is not sound."""
    import pyarrow as pa

    return (pa.ArrowException, OSError, UnicodeDecodeError)


def _wrong(error: Exception, index: int) -> InputError:
    """Return what is wrong with a file, when the rows before one could be read."""
    reason = _reason(error)
    if "crypt" in reason:
        return InputError(f"is encrypted, and newslint has no keys: {reason}")
    where = f" from row {index + 1:,} on" if index else ""
    return InputError(f"is no sound Parquet file{where}: {reason}")


def _batches(
    table: Any, start: int = 0, end: int | None = None, *, every: bool = False
) -> Iterator[Any]:
    """Give the rows of a file in batches that are small in memory, whatever its row groups are.

    Args:
        table: The file.
        start: Number of the first row, at which a row group begins.
        end: One past the last; where none is given, that of the file.
        every: Whether all columns are wanted, whatever is in them.
    """
    described = [table.schema.column(number) for number in range(len(table.schema))]
    paths = [one.path for one in described if every or _is_decoded(one)]
    first = 0
    for number in range(table.num_row_groups):
        group = table.metadata.row_group(number)
        last, before = first + group.num_rows, first
        first = last
        if before < start or (end is not None and before >= end):
            continue
        # All columns: Arrow ends the process where the description of a single one is damaged.
        rows = min(max(BATCH * group.num_rows // max(group.total_byte_size, 1), 1), MOST)
        # In this thread: whoever wants more has several processes.
        for batch in table.iter_batches(
            rows, row_groups=[number], columns=paths, use_threads=False
        ):
            yield batch if end is None else batch.slice(0, end - before)
            before += batch.num_rows
            if before == end:
                return  # what follows may be damaged


def _runs(groups: Iterable[int], length: int, size: int) -> list[Part]:
    """Return runs of row groups as parts of a file.

    Args:
        groups: How many rows each has.
        length: Bytes of the file.
        size: Bytes that a part has at least, taking all rows for equally long.
    """
    found: list[Part] = []
    counts = list(groups)
    total = sum(counts)
    start = first = row = 0
    for number, count in enumerate(counts, 1):
        row += count
        end = length if number == len(counts) else length * row // max(total, 1)
        if row > first and (end - start >= size or number == len(counts)):
            found.append(Part(start, end, first, first + 1, rows=row - first))
            start, first = end, row
    return found


def _is_decoded(leaf: Any) -> bool:
    """Tell whether a leaf of the columns can be the text or metadata.

    A list of numbers is none (an embedding), nor are bytes inside a record (an image); bytes that
    are a column of their own are text in files of old writers.
    """
    if leaf.logical_type.type in _TEXTS or leaf.converted_type == "UTF8":
        return True
    if leaf.max_repetition_level:
        return False
    unnamed = leaf.physical_type in _BYTES and leaf.logical_type.type in {"NONE", "UNKNOWN"}
    return not unnamed or leaf.max_definition_level <= 1


def _reason(error: Exception) -> str:
    """Return the first line of what Arrow says, in our manner."""
    line = (str(error).strip().splitlines() or [type(error).__name__])[0]
    return _SOURCE.sub("", line).rstrip(".")
