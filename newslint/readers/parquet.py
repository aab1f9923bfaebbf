"""Parquet: one record a row, its fields named by the columns.

A Parquet file has no lines: a place is told by its row, and inside the article's own text. Values
are read as those of JSON records are: a list of authors, paragraphs, objects with a ``name``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, time
from decimal import Decimal
from typing import Any

from newslint.errors import InputError, MissingExtraError, NotAnArticleFileError
from newslint.raw import RawArticle, RawProblem, SourceFile
from newslint.readers import json_values
from newslint.readers.fields import text_key
from newslint.readers.json_record import OWN, JsonRecord, Member, lacks_text, record_fields
from newslint.readers.prose import unless_labels

BATCH = 8 * 1024 * 1024
"""Bytes of decoded values that are held at once, on the average: some thousand articles."""
MOST = 1000
"""Rows that are held at once."""
_SHOWN = 20
"""Names of columns that a message shows."""
_LISTS_OF_RECORDS = frozenset({"bodies"})
"""Columns without a string of their own in which the text may stand: see `record_fields`."""
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


class _Row(JsonRecord):
    """A row as a record; what stands in a column has the column's name for a pointer."""

    __slots__ = ()

    def _member(self, key: str) -> Member:
        return self._values[key], None, key

    def _led_to(self, pointer: str) -> Member | None:
        value = json_values.led_to(self._values, pointer)
        return None if value is json_values.NOTHING else (value, None, pointer)


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
        fields = _fields(table.schema_arrow, file.fields)
        for batch in _batches(table):
            columns = _columns(batch)
            for row in zip(*columns.values(), strict=True):
                yield _record(dict(zip(columns, row, strict=True)), fields, index)
                index += 1
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        reason = _reason(error)
        if "crypt" in reason:
            raise InputError(f"is encrypted, and newslint has no keys: {reason}") from error
        where = f" from row {index + 1:,} on" if index else ""
        raise InputError(f"is no sound Parquet file{where}: {reason}") from error


def _record(
    values: Mapping[str, object], fields: Mapping[str, str], index: int
) -> RawArticle | RawProblem:
    if isinstance(damaged := values.get(fields.get("text", "")), bytes):
        message = f"the text of the record is not UTF-8: {_first_bad_byte(damaged)}"
        return RawProblem(message, 0, 0, index)
    known = {key: None if isinstance(one, bytes) else one for key, one in values.items()}
    if isinstance(own := known.get(OWN), list | dict):  # a table of suppressions is read as JSON
        known[OWN] = json.dumps(own, default=str)
    article = _Row("", known, 0, record_fields(known, fields)).article(index)
    return article or RawProblem(lacks_text(known), 0, 0, index)


def _fields(schema: Any, configured: Mapping[str, str]) -> Mapping[str, str]:
    """Return ``[fields]`` with the column that has the text.

    Raises:
        NotAnArticleFileError: when no column has.
    """
    wanted = configured.get("text")
    if wanted is not None and wanted.startswith("/"):
        step = wanted.split("/")[1].replace("~1", "/").replace("~0", "~")
        if step in schema.names:
            return configured
    found = text_key(tuple(one.name for one in schema if _may_be_text(one.type)), wanted)
    if found is not None:
        return {**configured, "text": found}
    if wanted is None and _LISTS_OF_RECORDS.intersection(schema.names):
        return configured
    shown = ", ".join(schema.names[:_SHOWN]) or "none"
    more = f" and {len(schema.names) - _SHOWN:,} more" if len(schema.names) > _SHOWN else ""
    meant = text_key(tuple(schema.names), wanted)
    if meant is not None:
        what = f"the column {meant!r} holds {schema.field(schema.names.index(meant)).type}, no text"
    elif wanted is not None:
        what = f"no column is called {wanted!r}, which [fields] names as text"
    else:
        what = "no column has an article's text"
    raise NotAnArticleFileError(
        f"{what}; name it in [fields]: text = '...'; the columns are {shown}{more}"
    )


def _may_be_text(kind: Any) -> bool:
    """Tell whether a column of a type can have the text: a string, bytes, a list of paragraphs."""
    from pyarrow import BaseExtensionType, types

    if types.is_dictionary(kind):
        return _may_be_text(kind.value_type)
    if isinstance(kind, BaseExtensionType):
        return _may_be_text(kind.storage_type)
    if types.is_list(kind) or types.is_large_list(kind) or types.is_fixed_size_list(kind):
        return _may_be_text(kind.value_type)
    return any(
        is_one(kind)
        for is_one in (
            types.is_string, types.is_large_string, types.is_string_view, types.is_binary,
            types.is_large_binary, types.is_binary_view, types.is_null,
        )
    )  # fmt: skip


def _batches(table: Any) -> Iterator[Any]:
    """Give the rows of a file in batches that are small in memory, whatever its row groups are."""
    described = [table.schema.column(number) for number in range(len(table.schema))]
    paths = [one.path for one in described if _is_decoded(one)]
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


def _columns(batch: Any) -> dict[str, list[object]]:
    """Return the values of a batch by their column; of columns with one name the first's."""
    columns: dict[str, list[object]] = {}
    for name, column in zip(batch.schema.names, batch.columns, strict=True):
        if name not in columns:
            columns[name] = [_as_in_json(value) for value in _values(column)]
    return columns


def _values(column: Any) -> list[Any]:
    try:
        values: list[Any] = column.to_pylist()
    except (ValueError, OverflowError, LookupError):  # not UTF-8, or no time Python has
        return [_value(cell) for cell in column]
    return values


def _value(cell: Any) -> object:
    """Return the value of a cell; as bytes or digits where Python has nothing for it."""
    try:
        value: object = cell.as_py()
    except UnicodeDecodeError:
        as_buffer = getattr(cell, "as_buffer", None)  # not in a list or a dictionary
        return as_buffer().to_pybytes() if as_buffer else None
    except (ValueError, OverflowError, LookupError):  # year 10000, nanoseconds, unknown zone
        return _written_by_arrow(cell)
    return value


def _written_by_arrow(cell: Any) -> str | None:
    """Return a time as ISO 8601, or the number it is where it is beyond Arrow's calendar too."""
    import pyarrow as pa

    kind, zone = cell.type, ""
    try:
        written: str = cell.cast(pa.string()).as_py()
    except (pa.ArrowException, ValueError):
        if getattr(kind, "tz", None) is None:
            return None
        written, zone = cell.cast(pa.timestamp(kind.unit)).cast(pa.string()).as_py(), "Z"
    if written.startswith("<"):  # <value out of range: 99999999999999999>
        return str(cell.value)
    return written.replace(" ", "T", 1) + zone


def _as_in_json(value: Any) -> object:
    """Return a value as a JSON record would have it; bytes that are not UTF-8 stay bytes."""
    if value is None or isinstance(value, str | bool):
        return value
    if isinstance(value, int | float | Decimal):
        return None if value != value else json_values.Number(str(value))
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, bytes):
        try:
            return value.decode()
        except UnicodeDecodeError:
            return value
    if isinstance(value, dict):
        return {key: _as_in_json(one) for key, one in value.items()}
    if isinstance(value, list):
        if value and isinstance(value[0], tuple):  # a map
            return {str(key): _as_in_json(one) for key, one in value}
        return [_as_in_json(one) for one in value]
    return str(value)


def _first_bad_byte(data: bytes) -> str:
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return f"byte {error.start} is 0x{data[error.start]:02x}"
    return ""


def _reason(error: Exception) -> str:
    """Return the first line of what Arrow says, in our manner."""
    line = (str(error).strip().splitlines() or [type(error).__name__])[0]
    return line.removeprefix("Could not open Parquet input source '<Buffer>': ").rstrip(".")
