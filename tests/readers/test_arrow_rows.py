from __future__ import annotations

from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from newslint.raw import RawArticle, SourceFile
from newslint.readers import read_articles
from newslint.readers.rows import record_of, row_fields, rows

STORY = "The council met on Tuesday and put off its vote once more."
TABLE = pa.table(
    {
        "text": [STORY, None, "The ferry goes on."],
        "title": ["Bridge", None, ""],
        "embedding": [[0.5] * 8, None, []],
        "image": [{"bytes": b"png", "path": "a.png"}, None, {"bytes": None, "path": None}],
        "authors": [[{"name": "A. Lowe", "age": 3}], None, []],
        "pages": pa.array([{"first": 1, "fonts": ["serif"], "scores": [1.5]}, None, None]),
        "raw": [b"old", b"\xff", None],
        "facets": pa.array([[("a", "b")], None, []], pa.map_(pa.string(), pa.string())),
        "counts": pa.array([[("a", 1)], None, []], pa.map_(pa.string(), pa.int64())),
    }
)


def of_batches(table: pa.Table, **fields: str) -> list[Any]:
    found = row_fields(table.schema, fields)
    given = [row for batch in table.to_batches() for row in rows(batch)]
    return [record_of(row, found, number) for number, row in enumerate(given)]


def of_file(table: pa.Table, **fields: str) -> list[Any]:
    stream = pa.BufferOutputStream()
    parquet.write_table(table, stream)
    data = stream.getvalue().to_pybytes()
    return list(read_articles(SourceFile("a.parquet", data, fields=fields)))


def shown(record: Any) -> object:
    if not isinstance(record, RawArticle):
        return record
    fields = {name: (one.raw, one.pointer) for name, one in record.fields.items()}
    return record.text, record.index, record.pointer, fields


@pytest.mark.parametrize("fields", [{"text": "text"}, {"text": "text", "author": "/pages/fonts/0"}])
@pytest.mark.parametrize("left_out", [None, "facets", "title", "pages"])
def test_rows_of_a_batch_are_those_of_a_file(fields: dict[str, str], left_out: str | None) -> None:
    table = TABLE.drop_columns([left_out] if left_out else []).drop_columns("counts")
    ours, theirs = of_batches(table, **fields), of_file(table, **fields)
    assert list(map(shown, ours)) == list(map(shown, theirs))


def test_what_can_be_no_metadata_is_not_made_python() -> None:
    first, *_ = rows(TABLE.to_batches()[0])
    assert first.keys() == {"text", "title", "image", "authors", "pages", "raw", "facets"}
    assert first["image"] == {"path": "a.png"}
    assert first["authors"] == [{"name": "A. Lowe"}]


def test_durations_are_the_same_with_and_without_pandas() -> None:
    table = pa.table({"text": [STORY], "took": pa.array([90_000_000_000], pa.duration("ns"))})
    (article,) = of_batches(table)
    assert article.fields["took"].raw == "0:01:30"
