"""Rows of Arrow batches as records, whoever brings them: a Parquet file, Spark, Ray.

Values are read as those of JSON records are: a list of authors, paragraphs, objects with a
``name``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any, TypeAlias

from newslint.errors import NotAnArticleFileError
from newslint.raw import RawArticle, RawProblem
from newslint.readers import json_values
from newslint.readers.fields import text_key
from newslint.readers.json_record import OWN, JsonRecord, Member, lacks_text, record_fields

Kept: TypeAlias = "bool | dict[str, Kept]"
_SHOWN = 20
"""Names of columns that a message shows."""
_LISTS_OF_RECORDS = frozenset({"bodies"})
"""Columns without a string of their own in which the text may stand: see `record_fields`."""


class _Row(JsonRecord):
    """A row as a record; what stands in a column has the column's name for a pointer."""

    __slots__ = ()

    def _member(self, key: str) -> Member:
        return self._values[key], None, key

    def _led_to(self, pointer: str) -> Member | None:
        value = json_values.led_to(self._values, pointer)
        return None if value is json_values.NOTHING else (value, None, pointer)


def record_of(
    values: Mapping[str, object], fields: Mapping[str, str], index: int
) -> RawArticle | RawProblem:
    """Return the article of a row, or why it has none.

    Args:
        values: Its values by their columns (`rows`).
        fields: The configuration's ``[fields]`` with the column that has the text (`row_fields`).
        index: Its number in the file, from 0.
    """
    if isinstance(damaged := values.get(fields.get("text", "")), bytes):
        message = f"the text of the record is not UTF-8: {_first_bad_byte(damaged)}"
        return RawProblem(message, 0, 0, index)
    known = {key: None if isinstance(one, bytes) else one for key, one in values.items()}
    if isinstance(own := known.get(OWN), list | dict):  # a table of suppressions is read as JSON
        known[OWN] = json.dumps(own, default=str)
    article = _Row("", known, 0, record_fields(known, fields)).article(index)
    return article or RawProblem(lacks_text(known), 0, 0, index)


def row_fields(schema: Any, configured: Mapping[str, str]) -> Mapping[str, str]:
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
    if _is_list(kind):
        return _may_be_text(kind.value_type)
    return any(
        is_one(kind)
        for is_one in (
            types.is_string, types.is_large_string, types.is_string_view, types.is_binary,
            types.is_large_binary, types.is_binary_view, types.is_null,
        )
    )  # fmt: skip


def _is_list(kind: Any) -> bool:
    from pyarrow import types

    return any(
        is_one(kind)
        for is_one in (
            types.is_list, types.is_large_list, types.is_fixed_size_list,
            types.is_list_view, types.is_large_list_view,
        )
    )  # fmt: skip


def rows(batch: Any) -> Iterator[dict[str, object]]:
    """Give the rows of a batch as values by their columns; of columns with one name the first's.

    Columns in which no metadata can be are left out, see `kept_of`.
    """
    columns: dict[str, list[object]] = {}
    for field, column in zip(batch.schema, batch.columns, strict=True):
        kept = kept_of(field.type)
        if field.name not in columns and kept:
            columns[field.name] = [_as_in_json(_only(one, kept)) for one in _values(column)]
    for row in zip(*columns.values(), strict=True):
        yield dict(zip(columns, row, strict=True))


def kept_of(kind: Any, *, listed: bool = False, nested: bool = False) -> Kept:
    """Return what of the values of an Arrow type can be the text or metadata.

    Lists of numbers cannot (an embedding), nor can bytes inside a record (an image); bytes that
    are a column of their own are text in files of old writers. `newslint.readers.parquet` asks the
    same of the columns of a file.

    Returns:
        Whether they can, for a record its fields that can.
    """
    from pyarrow import BaseExtensionType, types

    if isinstance(kind, BaseExtensionType):
        return kept_of(kind.storage_type, listed=listed, nested=nested)
    if types.is_dictionary(kind):
        return kept_of(kind.value_type, listed=listed, nested=nested)
    if types.is_map(kind):
        return kept_of(kind.key_type, listed=True) and kept_of(kind.item_type, listed=True) is True
    if types.is_struct(kind):
        fields = {one.name: kept_of(one.type, listed=listed, nested=True) for one in kind}
        return {name: kept for name, kept in fields.items() if kept}
    if _is_list(kind):
        return kept_of(kind.value_type, listed=True, nested=True)
    if types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind):
        return True
    is_binary = types.is_binary(kind) or types.is_large_binary(kind) or types.is_binary_view(kind)
    return not listed and not (nested and (is_binary or types.is_fixed_size_binary(kind)))


def _only(value: Any, kept: Kept) -> Any:
    """Return what is kept of a value."""
    if isinstance(kept, bool):
        return value
    if isinstance(value, dict):
        return {name: _only(value[name], inner) for name, inner in kept.items()}
    return [_only(one, kept) for one in value] if isinstance(value, list) else value


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
    written = written.replace(" ", "T", 1)
    if not zone and written[-5:-4] in {"+", "-"} and "T" in written:  # +0200, as Python has it
        written, zone = written[:-2], f":{written[-2:]}"
    return written + zone


def _as_in_json(value: Any) -> object:
    """Return a value as a JSON record would have it; bytes that are not UTF-8 stay bytes."""
    if value is None or isinstance(value, str | bool):
        return value
    if isinstance(value, int | float | Decimal):
        return None if value != value else json_values.Number(str(value))
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):  # Arrow gives those of pandas where it is installed
        return str(timedelta(value.days, value.seconds, value.microseconds))
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
