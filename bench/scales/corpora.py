"""Articles written as a corpus of a given size, in the formats a corpus comes in."""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Callable, Iterable, Iterator
from io import TextIOWrapper
from itertools import islice
from pathlib import Path
from typing import Any, TextIO, cast

from measures.articles import read_rows
from newslint.structs import Struct
from scales.articles import articles

Record = dict[str, Any]
SHARD = 256 * 1024 * 1024
"""Bytes of text of one file: corpora come in shards."""
_GROUP = 5_000
"""Rows of a row group of Parquet."""
REAL = "articles"
"""The folder of real articles in the folder that ``--data`` names."""


class Corpus(Struct):
    """A corpus on disk.

    Args:
        folder: Where its files are, and nothing else.
        articles: How many articles it has.
        size: Bytes of its records as JSON lines, whatever they are written as.
    """

    folder: Path
    articles: int
    size: int


def records(data: Path | None) -> Iterator[Record]:
    """Give records without end: invented ones, or those of a folder again and again.

    Args:
        data: A folder with ``articles/*.jsonl``. What comes again has another id.
    """
    if data is None:
        yield from (article.record() for article in articles())
    rounds = 0
    while data is not None:
        for row in _rows(data):
            yield {**row, "id": f"{row['id']}/{rounds}"} if rounds else row
        rounds += 1


def _rows(data: Path) -> Iterator[Record]:
    files = sorted((data / REAL).glob("*.jsonl"))
    if not files:
        raise SystemExit(f"{data}: has no {REAL}/*.jsonl")
    for file in files:
        yield from read_rows(file)


def write(found: Iterable[Record], folder: Path, form: str, size: int) -> Corpus:
    """Write a corpus of about ``size`` bytes into a new folder, and return what it is.

    Args:
        found: At least so many records.
        folder: The folder.
        form: One of `FORMS`.
        size: Bytes of the records as JSON lines.
    """
    folder.mkdir(parents=True)
    rows = iter(found)
    count = written = number = 0
    while written < size:
        taken = _Taken(rows, min(SHARD, size - written))
        FORMS[form].write(taken, folder / f"part-{number:04}.{form}")
        count += taken.count
        written += taken.size
        number += 1
        if not taken.count:
            break
    return Corpus(folder, count, written)


class _Taken:
    """Some of the records, until they are enough, as lines of JSON or as records."""

    def __init__(self, rows: Iterator[Record], size: int) -> None:
        self._rows = rows
        self._wanted = size
        self.size = self.count = 0

    def lines(self) -> Iterator[tuple[str, Record]]:
        while self.size < self._wanted:
            row = next(self._rows, None)
            if row is None:
                return
            line = json.dumps(row, ensure_ascii=False) + "\n"
            self.size += len(line.encode())
            self.count += 1
            yield line, row


def _json_lines(taken: _Taken, file: Path) -> None:
    with file.open("w", encoding="utf-8") as stream:
        stream.writelines(line for line, _ in taken.lines())


def _gzip(taken: _Taken, file: Path) -> None:
    with gzip.open(file, "wt", compresslevel=4, encoding="utf-8") as stream:
        stream.writelines(line for line, _ in taken.lines())


def _zstd(taken: _Taken, file: Path) -> None:
    import zstandard

    with (
        file.open("wb") as raw,
        zstandard.ZstdCompressor(3).stream_writer(raw) as packed,
        TextIOWrapper(cast("Any", packed), encoding="utf-8") as stream,
    ):
        stream.writelines(line for line, _ in taken.lines())


def _csv(taken: _Taken, file: Path) -> None:
    with file.open("w", encoding="utf-8", newline="") as stream:
        _write_rows(taken, stream)


def _write_rows(taken: _Taken, stream: TextIO) -> None:
    writer = csv.writer(stream)
    names = _NAMES
    writer.writerow(names)
    writer.writerows([row.get(name) or "" for name in names] for _, row in taken.lines())


def _parquet(taken: _Taken, file: Path) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    schema = pa.schema([(name, pa.string()) for name in _NAMES])
    rows = (row for _, row in taken.lines())
    with parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        while group := list(islice(rows, _GROUP)):
            plain = [{name: row.get(name) for name in _NAMES} for row in group]
            writer.write_table(pa.Table.from_pylist(plain, schema))


_NAMES = ("id", "headline", "date", "url", "source", "text")
"""The columns of tables: what invented and real records both have."""


class Writer(Struct):
    """How a file of a corpus is written.

    Args:
        write: Writes it.
        module: What has to be installed, if anything.
    """

    write: Callable[[_Taken, Path], None]
    module: str = ""


FORMS = {
    "jsonl": Writer(_json_lines),
    "jsonl.gz": Writer(_gzip),
    "jsonl.zst": Writer(_zstd, "zstandard"),
    "csv": Writer(_csv),
    "parquet": Writer(_parquet, "pyarrow"),
}
"""How a corpus can be written, by the ending of its files."""
