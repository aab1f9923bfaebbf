"""The table of facts in SQLite: in memory while they are few, on disk when they are many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newslint.corpus.fact_rows import EvidenceRow, FactRow, rows_of
from newslint.corpus.grouping import EVIDENCE_TYPES, FACT_TYPES, ordered
from newslint.corpus.judging import Row
from newslint.results import GatheredFact
from newslint.rule_set import ActiveRule

_BATCH = 10_000


class FactTable:
    """Facts of a run, grouped by what comes with Python.

    SQLite keeps a database without a name in memory as long as it fits its cache, and then in a
    file that nobody sees.
    """

    def __init__(self) -> None:
        import sqlite3  # 5 ms to import: only where rules across articles run

        self._database = sqlite3.connect("", isolation_level=None)
        self._database.execute("PRAGMA journal_mode = OFF")
        self._database.execute("PRAGMA synchronous = OFF")
        self._database.execute("PRAGMA cache_size = -65536")  # 64 MB
        for name, types in (("facts", FACT_TYPES), ("evidence", EVIDENCE_TYPES)):
            columns = ", ".join(f"{column} {kind}" for column, kind in types.items())
            self._database.execute(f"CREATE TABLE {name} ({columns})")

    def add(self, facts: Iterable[GatheredFact]) -> None:
        """Take up facts; those of an article come together."""
        self.add_rows(rows_of(facts))

    def add_rows(self, rows: Iterable[FactRow | EvidenceRow]) -> None:
        """Take up rows."""
        held: dict[str, list[FactRow | EvidenceRow]] = {"facts": [], "evidence": []}
        self._database.execute("BEGIN")
        for row in rows:
            table = "evidence" if isinstance(row, EvidenceRow) else "facts"
            held[table].append(row)
            if len(held[table]) >= _BATCH:
                self._insert(table, held[table])
        for table, rest in held.items():
            self._insert(table, rest)
        self._database.execute("COMMIT")

    def _insert(self, table: str, rows: list[FactRow | EvidenceRow]) -> None:
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            self._database.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608
            rows.clear()

    def rows(self, rules: Sequence[ActiveRule]) -> Iterator[Row]:
        """Give the rows that rules judge, in order."""
        if rules:
            yield from self._database.execute(ordered(rules))
