"""The counts of a corpus put together, on disk where they are many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from newslint.learned_file import CountRow, WordRow
from newslint.learning.counts import Batch
from newslint.normal_lines import HASH_BYTES, digest

_CACHE = 64 * 1024
"""KiB that SQLite holds in memory."""
_ROW = 3 * HASH_BYTES


class CorpusCounts:
    """What all batches counted.

    The words of the dictionary and the outlets are held in memory, which they fill with some 50 MB.
    The other words are rows of a table, one for each article that has one.

    Args:
        file: Where the table is; without one SQLite keeps it in memory as long as it fits its
            cache, and then in a file that nobody sees.
    """

    def __init__(self, file: Path | None = None) -> None:
        import sqlite3

        self.articles = 0
        self.outlets: Counter[str] = Counter()
        self._known: Counter[str] = Counter()
        self._database = sqlite3.connect(file or "", isolation_level=None)
        self._database.execute("PRAGMA journal_mode = OFF")
        self._database.execute("PRAGMA synchronous = OFF")
        self._database.execute(f"PRAGMA cache_size = -{_CACHE}")
        self._database.execute("CREATE TABLE unknown (row BLOB)")

    def add(self, batch: Batch) -> None:
        """Take up what was counted elsewhere."""
        self.articles += batch.articles
        self.outlets.update(batch.outlets)
        self._known.update(batch.known)
        rows = ((batch.unknown[at : at + _ROW],) for at in range(0, len(batch.unknown), _ROW))
        self._database.execute("BEGIN")
        self._database.executemany("INSERT INTO unknown VALUES (?)", rows)
        self._database.execute("COMMIT")

    def word_rows(self, least: int) -> list[WordRow]:
        """Return the words that so many articles have, by hash."""
        known = (WordRow(digest(word), articles, 0, 0, 0) for word, articles in self._known.items())
        return sorted(
            row for rows in (known, self._unknown()) for row in rows if row.articles >= least
        )

    def _unknown(self) -> Iterator[WordRow]:
        counted = self._database.execute(
            "SELECT row, COUNT(*) FROM unknown GROUP BY row ORDER BY row"
        )
        for word, uses in groupby(counted, lambda one: one[0][:HASH_BYTES]):
            outlets: Counter[bytes] = Counter()
            lines, last = 0, b""
            for row, articles in uses:
                line, outlet = row[HASH_BYTES:-HASH_BYTES], row[-HASH_BYTES:]
                lines += line != last
                last = line
                outlets[outlet] += articles
            yield WordRow(word, outlets.total(), len(outlets), lines, max(outlets.values()))

    def outlet_rows(self) -> list[CountRow]:
        """Return the outlets, by hash."""
        return sorted(CountRow(digest(outlet), count) for outlet, count in self.outlets.items())

    def close(self) -> None:
        """Give up what is held."""
        self._database.close()
