"""Parquet: one record a row, its fields named by the columns.

A Parquet file has no lines: a place is told by its row, and inside the article's own text. How a
row is read stands in `newslint.readers.rows`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newslint.errors import InputError, MissingExtraError, NotAnArticleFileError
from newslint.raw import RawArticle, RawProblem, SourceFile
from newslint.readers.json_lines import json_line
from newslint.readers.prose import unless_labels
from newslint.readers.rows import record_of, row_fields, rows

BATCH = 8 * 1024 * 1024
"""Bytes of decoded values that are held at once, on the average: some thousand articles."""
MOST = 1000
"""Rows that are held at once."""
_TEXTS = frozenset({"STRING", "ENUM", "JSON"})
"""Parquet's logical types that are text."""
_BYTES = frozenset({"BYTE_ARRAY", "FIXED_LEN_BYTE_ARRAY"})


class ParquetReader:
    """Reads ``.parquet``, a batch of rows at a time; a row that is wrong does not lose the others.

    Columns in which no metadata can be (lists of numbers, images in records) are not decoded.
    """

    suffixes = (".parquet",)
    has_lines = False

    def read(self, file: SourceFile) -> Iterator[RawArticle | RawProblem]:
        """Give the articles, and the rows that hold none."""
        return unless_labels(_records(file), certain="text" in file.fields)

    def records(self, file: SourceFile) -> Iterator[tuple[int, str]]:
        """Give the rows as objects of all their columns, with their numbers; see `Reader`."""
        import pyarrow as pa
        from pyarrow import parquet

        table = parquet.ParquetFile(pa.BufferReader(file.data))
        index = 0
        for batch in _batches(table, every=True):
            for row in batch.to_pylist():
                yield index, json_line(row)
                index += 1


def _records(file: SourceFile) -> Iterator[RawArticle | RawProblem]:
    try:
        import pyarrow as pa  # 150 ms
        from pyarrow import parquet
    except ImportError as error:
        raise MissingExtraError(".parquet", "parquet") from error
    if not file.data:
        raise NotAnArticleFileError("the file is empty")
    index = 0
    try:
        source = pa.BufferReader(file.data)
        file.forget_bytes()
        table = parquet.ParquetFile(source, page_checksum_verification=True)
        fields = row_fields(table.schema_arrow, file.fields)
        for batch in _batches(table):
            for row in rows(batch):
                yield record_of(row, fields, index)
                index += 1
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        reason = _reason(error)
        if "crypt" in reason:
            raise InputError(f"is encrypted, and newslint has no keys: {reason}") from error
        where = f" from row {index + 1:,} on" if index else ""
        raise InputError(f"is no sound Parquet file{where}: {reason}") from error


def _batches(table: Any, *, every: bool = False) -> Iterator[Any]:
    """Give the rows of a file in batches that are small in memory, whatever its row groups are."""
    described = [table.schema.column(number) for number in range(len(table.schema))]
    paths = [one.path for one in described if every or _is_decoded(one)]
    for number in range(table.num_row_groups):
        group = table.metadata.row_group(number)
        # All columns: Arrow ends the process where the description of a single one is damaged.
        rows = min(max(BATCH * group.num_rows // max(group.total_byte_size, 1), 1), MOST)
        # In this thread: whoever wants more has several processes.
        yield from table.iter_batches(rows, row_groups=[number], columns=paths, use_threads=False)


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
    return line.removeprefix("Could not open Parquet input source '<Buffer>': ").rstrip(".")
