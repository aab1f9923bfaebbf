"""Evidence of articles, looked up by the article: too much of it to be sorted with the facts.

A sketch of a text is a thousand bytes, and an article that is like another is judged under a dozen
keys. Sorted with each of these rows it is more than the corpus itself, and DuckDB needs memory for
it that grows with the corpus (measured: 250 MB were too little for 150,000 articles). So rows are
sorted without, and what they need is read when they are judged, from a tree on the disk.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from newslint.corpus.fact_rows import FactRow
from newslint.corpus.judging import Row
from newslint.corpus.records import records_of

_HELD = 4_000
"""Articles whose evidence is held: those of a key often come together again under the next."""
_CACHE = 16_384
"""Kilobytes of the tree that SQLite holds."""


class EvidenceFile:
    """What rules need of articles, by article.

    Args:
        file: Where it is put.
    """

    def __init__(self, file: Path) -> None:
        import sqlite3

        self._file = file
        file.unlink(missing_ok=True)
        self._database = sqlite3.connect(file, isolation_level=None)
        for setting in ("journal_mode = OFF", "synchronous = OFF", f"cache_size = -{_CACHE}"):
            self._database.execute(f"PRAGMA {setting}")
        self._database.execute(
            "CREATE TABLE evidence (path, record, code, evidence, PRIMARY KEY (path, record, code))"
            " WITHOUT ROWID"
        )
        self._codes: set[str] = set()

    def load(self, files: Sequence[Path]) -> None:
        """Take up the evidence of files: gzipped JSON lines, columns by name."""
        for file in files:
            self._database.execute("BEGIN")
            self._database.executemany(
                "INSERT OR REPLACE INTO evidence VALUES (?, ?, ?, ?)", self._rows(file)
            )
            self._database.execute("COMMIT")

    def _rows(self, file: Path) -> Iterator[tuple[str, int, str, str]]:
        for one in records_of(file):
            self._codes.add(one["code"])
            yield one["path"], one["record"], one["code"], one["evidence"]

    def beside(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Give rows of `newslint.corpus.grouping.GROUP_COLUMNS` with the evidence in its column."""
        column = len(FactRow._fields)
        path, record = FactRow._fields.index("path"), FactRow._fields.index("record")
        find = lru_cache(_HELD)(self._find)
        for row in rows:
            if row[0] in self._codes:
                yield (*row[:column], find(row[path], row[record], row[0]), *row[column + 1 :])
            else:
                yield row

    def _find(self, path: str, record: int, code: str) -> str | None:
        found = self._database.execute(
            "SELECT evidence FROM evidence WHERE path = ? AND record = ? AND code = ?",
            (path, record, code),
        ).fetchone()
        return None if found is None else str(found[0])

    def close(self) -> None:
        """Give it up."""
        self._database.close()
        self._file.unlink(missing_ok=True)
