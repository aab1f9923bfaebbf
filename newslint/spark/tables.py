"""DataFrames of articles and of Arrow's types: what goes to the workers, what comes back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa

from newslint.errors import InputError
from newslint.readers.rows import kept_of
from newslint.spark.session import ROWS, quiet

PATH, INDEX = "newslint_path", "newslint_index"
"""The columns that `read_articles` adds."""


def read_articles(spark: Any, *paths: str) -> Any:
    """Read Parquet files with the name of its file and its number in it beside each article.

    Linted with ``path="newslint_path", index="newslint_index"``, the diagnostics are those of
    ``newslint check`` on the files. Needs Spark 3.5.

    Args:
        spark: The session.
        paths: Files and folders. Names below the working directory are said as `check` says them.
    """
    from pyspark.sql import functions as F  # noqa: N812 - as all the world calls it

    here = Path.cwd().as_uri().rstrip("/") + "/"
    uri = F.regexp_replace(F.col("_metadata.file_path"), "^file:/+", "file:///")
    below = F.regexp_replace(uri, F.lit("^\\Q" + here + "\\E"), F.lit(""))
    local = F.regexp_replace(below, "^file://", "")
    decoded = F.url_decode(F.regexp_replace(local, "\\+", "%2B"))
    table = spark.read.parquet(*paths)
    return table.select("*", decoded.alias(PATH), F.col("_metadata.row_index").alias(INDEX))


def own_columns(table: Any, *needed: str | None) -> Any:
    """Return a DataFrame with the columns that can be text or metadata, and those needed beside.

    What cannot (embeddings, images) is not sent to the workers.
    """
    schema = arrow_schema(table)
    kept = [one.name for one in schema if one.name in needed or kept_of(one.type)]
    return table.select(*map(quoted, kept))


def arrow_schema(table: Any) -> pa.Schema:
    """Return the columns of a DataFrame as Arrow has them, without those it has no type for."""
    from pyspark.sql.pandas.types import to_arrow_type

    fields = []
    for field in table.schema.fields:
        try:
            fields.append(pa.field(field.name, to_arrow_type(field.dataType)))
        except Exception:  # noqa: S112 - a type of another version; no text
            continue
    return pa.schema(fields)


def mapped(
    table: Any, function: Callable[[Iterator[Any]], Iterator[Any]], schema: pa.Schema
) -> Any:
    """Run a function on the batches of a DataFrame; its batches have the columns of a schema."""
    from pyspark.sql.pandas.types import from_arrow_schema

    with quiet():
        return table.mapInArrow(function, from_arrow_schema(schema))


def few_rows(batches: Iterator[pa.RecordBatch], names: list[str]) -> Iterator[pa.RecordBatch]:
    """Give batches again: smaller ones, the columns under their own names, times in UTC."""
    for batch in batches:
        for start in range(0, batch.num_rows, ROWS):
            yield in_utc(batch.slice(start, ROWS).rename_columns(names))


def values_of(batches: Iterator[pa.RecordBatch]) -> Iterator[tuple[Any, ...]]:
    """Give the rows of batches, values in the order of the columns."""
    return (row for batch in batches for row in zip(*batch.to_pydict().values(), strict=True))


def in_utc(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Return a batch whose times are told in UTC, as a file has them, not in the session's zone."""
    for number, field in enumerate(batch.schema):
        if pa.types.is_timestamp(field.type) and field.type.tz not in {None, "UTC"}:
            column = batch.column(number).cast(pa.timestamp(field.type.unit, "UTC"))
            batch = batch.set_column(number, field.name, column)
    return batch


def quoted(column: str) -> str:
    """Return the name of a column as SQL has it: a dot in it is no field of a record."""
    return "`" + column.replace("`", "``") + "`"


def need_dataframe(table: Any) -> None:
    """See that something is a DataFrame of Spark.

    Raises:
        InputError: when it is none.
    """
    if not callable(getattr(table, "mapInArrow", None)):
        raise InputError(f"lint wants a Spark DataFrame of articles, not {type(table).__name__}")
