"""Diagnostics as Arrow: the columns are the keys of schema version 1 of the JSON formats."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pyarrow as pa

from newslint.diagnostic import Diagnostic
from newslint.encodable import encodable
from newslint.reporting import as_record

_RECORD = pa.struct({
    "index": pa.int64(), "id": pa.string(), "field": pa.string(),
    "line": pa.int64(), "column": pa.int64(),
})  # fmt: skip
_RUN = {
    "line": pa.int64(), "column": pa.int64(), "end_line": pa.int64(), "end_column": pa.int64(),
}  # fmt: skip
_PLACE = {"path": pa.string(), "record": _RECORD, **_RUN}
_EDIT = pa.struct({**_RUN, "text": pa.string()})

DIAGNOSTICS = pa.schema({
    **_PLACE,
    "code": pa.string(), "rule": pa.string(), "family": pa.string(), "severity": pa.string(),
    "message": pa.string(), "text": pa.string(),
    "fix": pa.struct({"safe": pa.bool_(), "edits": pa.list_(_EDIT)}),
    "related": pa.list_(pa.struct({**_PLACE, "message": pa.string()})),
    "fingerprint": pa.string(),
})  # fmt: skip
"""One diagnostic a row. ``record`` and ``fix`` can be null, and the ``id`` of a record; lines and
columns are 1-based, columns count code points."""

PARTS = pa.schema([
    *DIAGNOSTICS,
    pa.field("base", pa.string()), pa.field("nth", pa.int64()), pa.field("silent", pa.bool_()),
])  # fmt: skip
"""What is found in part of a file: equal findings are not numbered over the file yet.

``base`` is the fingerprint of the first of them, ``nth`` how many the article has before it. A row
that is ``silent`` says only that there is one more, which its article wants silent. See
`newslint.arrow.numbering`.
"""


def batch_of(diagnostics: Iterable[Diagnostic]) -> pa.RecordBatch:
    """Return diagnostics as a batch of `DIAGNOSTICS`."""
    return batch_of_records(map(as_record, diagnostics))


def batch_of_records(
    records: Iterable[Mapping[str, Any]], schema: pa.Schema = DIAGNOSTICS
) -> pa.RecordBatch:
    """Return records (`newslint.reporting.as_record`) as a batch.

    Arrow has UTF-8 only: half a surrogate pair becomes U+FFFD.
    """
    rows = list(records)
    try:
        return pa.RecordBatch.from_pylist(rows, schema)
    except UnicodeEncodeError:
        return pa.RecordBatch.from_pylist([_encodable(row) for row in rows], schema)


def _encodable(value: Any) -> Any:
    if isinstance(value, str):
        return encodable(value)
    if isinstance(value, Mapping):
        return {key: _encodable(one) for key, one in value.items()}
    return [_encodable(one) for one in value] if isinstance(value, list | tuple) else value
