"""The counts of a corpus put together, on disk where they are many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from newslint.learned_file import CountRow, WordRow
from newslint.learning.counts import Batch
from newslint.line_keys import KEY_BYTES, digest

_CACHE = 64 * 1024
"""KiB that SQLite holds in memory."""


class CorpusCounts:
    """What all batches counted.

    The words of the dictionary are held in memory, which they fill with some 50 MB. The others and
    the lines are rows of a table, one for each article, in a file that SQLite makes when they are
    many and that nobody sees; it sorts them in memory that is bounded, too.
    """

    def __init__(self) -> None:
        import sqlite3

        self.articles = 0
        self.outlets: Counter[str] = Counter()
        self._known: Counter[str] = Counter()
        self._database = sqlite3.connect("", isolation_level=None)
        self._database.execute("PRAGMA journal_mode = OFF")
        self._database.execute("PRAGMA synchronous = OFF")
        self._database.execute(f"PRAGMA cache_size = -{_CACHE}")
        self._database.execute("CREATE TABLE unknown (row BLOB)")
        self._database.execute("CREATE TABLE lines (row BLOB)")

    def add(self, batch: Batch) -> None:
        """Take up what was counted elsewhere."""
        self.articles += batch.articles
        self.outlets.update(batch.outlets)
        self._known.update(batch.known)
        self._database.execute("BEGIN")
        unknown, lines = _rows(batch.unknown, 3 * KEY_BYTES), _rows(batch.lines, KEY_BYTES)
        self._database.executemany("INSERT INTO unknown VALUES (?)", unknown)
        self._database.executemany("INSERT INTO lines VALUES (?)", lines)
        self._database.execute("COMMIT")

    def word_rows(self, least: int) -> Iterator[WordRow]:
        """Give the words that so many articles have, by key."""
        known = [
            WordRow(digest(word), articles, 0, 0, 0)
            for word, articles in self._known.items()
            if articles >= least
        ]
        unknown = (row for row in self._unknown_rows() if row.articles >= least)
        return iter(sorted([*known, *unknown]))

    def _unknown_rows(self) -> Iterator[WordRow]:
        counted = self._database.execute(
            "SELECT row, COUNT(*) FROM unknown GROUP BY row ORDER BY row"
        )
        for word, uses in groupby(counted, lambda one: one[0][:KEY_BYTES]):
            outlets: Counter[bytes] = Counter()
            lines, last = 0, b""
            for row, articles in uses:
                line, outlet = row[KEY_BYTES : 2 * KEY_BYTES], row[2 * KEY_BYTES :]
                lines += line != last
                last = line
                outlets[outlet] += articles
            yield WordRow(word, outlets.total(), len(outlets), lines, max(outlets.values()))

    def outlet_rows(self) -> Iterator[CountRow]:
        """Give the outlets, by key."""
        rows = (CountRow(digest(outlet), count) for outlet, count in self.outlets.items())
        return iter(sorted(rows))

    def line_rows(self, least: int) -> Iterator[CountRow]:
        """Give the lines that so many articles of an outlet have, by key."""
        counted = self._database.execute(
            "SELECT row, COUNT(*) FROM lines GROUP BY row HAVING COUNT(*) >= ? ORDER BY row",
            (least,),
        )
        return (CountRow(*row) for row in counted)


def _rows(packed: bytes, size: int) -> Iterable[tuple[bytes]]:
    return ((packed[at : at + size],) for at in range(0, len(packed), size))
