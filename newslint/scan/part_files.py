"""The parts of a scan as files: JSON lines, or Parquet with the same columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any, Literal, Protocol

from newslint.errors import SelectionError
from newslint.scan.work_folder import whole_file

PartFormat = Literal["jsonl", "parquet"]
_GROUP = 20_000
"""Rows of a row group, which are held until they are written."""
_SURROGATE = re.compile(r"\\ud[89a-f][0-9a-f]{2}")


class PartFile(Protocol):
    """A part that is being written."""

    def write(self, record: str) -> None:
        """Write a diagnostic, its record as a line of JSON without the line feed."""


def part_name(number: int, form: PartFormat) -> str:
    """Return the name of a part: ``part-00017.parquet``."""
    return f"part-{number:05}.{form}"


@contextmanager
def part_file(file: Path, form: PartFormat) -> Iterator[PartFile]:
    """Open a part to be written whole or not at all."""
    with whole_file(file) as unfinished:
        if form == "jsonl":
            with unfinished.open("wb") as stream:
                yield _JsonLines(stream)
        else:
            part = _Parquet(unfinished)
            try:
                yield part
            finally:
                part.close()


class _JsonLines:
    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def write(self, record: str) -> None:
        self._stream.write(record.encode("utf-8") + b"\n")


class _Parquet:
    """Arrow reads the records itself, which is ten times as quick as making rows in Python."""

    def __init__(self, file: Path) -> None:
        from pyarrow import parquet

        from newslint.arrow import DIAGNOSTICS

        self._schema = DIAGNOSTICS
        self._writer = parquet.ParquetWriter(file, self._schema, compression="zstd")
        self._held: list[str] = []

    def write(self, record: str) -> None:
        self._held.append(record)
        if len(self._held) >= _GROUP:
            self._flush()

    def close(self) -> None:
        if self._held:
            self._flush()
        self._writer.close()

    def _flush(self) -> None:
        from pyarrow import json as arrow_json

        data = "\n".join(map(_encodable, self._held)).encode("utf-8")
        table = arrow_json.read_json(
            BytesIO(data),
            read_options=arrow_json.ReadOptions(use_threads=False, block_size=len(data) + 1),
            parse_options=arrow_json.ParseOptions(
                explicit_schema=self._schema, unexpected_field_behavior="error"
            ),
        )
        self._writer.write_table(table.select(self._schema.names).cast(self._schema))
        self._held.clear()


def _encodable(record: str) -> str:
    r"""Return a record that UTF-8 can hold: half a pair (``\ud800``) becomes U+FFFD."""
    if not _SURROGATE.search(record):
        return record
    import json

    value = json.loads(record)
    text = json.dumps(value, ensure_ascii=False)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def check_format(form: PartFormat) -> None:
    """See that a format can be written.

    Raises:
        SelectionError: when its library is not installed.
    """
    if form == "parquet":
        try:
            import pyarrow as pa  # noqa: F401 - whether it is there
        except ImportError as error:
            message = "--parts parquet needs more: pip install 'newslint[parquet]'"
            raise SelectionError(message) from error
