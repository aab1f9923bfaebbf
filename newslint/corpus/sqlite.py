"""The table of facts in SQLite: in memory while they are few, on disk when they are many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from newslint.corpus.fact_rows import EvidenceRow, FactRow, rows_of
from newslint.corpus.grouping import EVIDENCE_TYPES, FACT_TYPES, grouped, in_order
from newslint.corpus.judging import Row
from newslint.corpus.places import PLACE, place_row
from newslint.corpus.records import records_of
from newslint.diagnostic import Diagnostic
from newslint.reporting import as_record, of_record
from newslint.results import GatheredFact
from newslint.rule_set import ActiveRule

_BATCH = 10_000


class SqliteStore:
    """Facts of a run, grouped by what comes with Python.

    Args:
        file: Where the database is; without one SQLite keeps it in memory as long as it fits its
            cache, and then in a file that nobody sees.
    """

    def __init__(self, file: Path | None = None) -> None:
        import sqlite3  # 5 ms to import: only where rules across articles run

        self._file = file
        if file is not None:
            file.unlink(missing_ok=True)
        self._database = sqlite3.connect(file or "", isolation_level=None)
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
            self._database.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
            rows.clear()

    def load(self, facts: Sequence[Path], evidence: Sequence[Path]) -> None:
        """Take up the facts and the evidence of files."""
        for file in facts:
            self.add_rows(FactRow(**row) for row in records_of(file))
        for file in evidence:
            self.add_rows(EvidenceRow(**row) for row in records_of(file))

    def rows(self, rules: Sequence[ActiveRule]) -> Iterator[Row]:
        """Give the rows that rules judge, in order."""
        if rules:
            yield from self._database.execute(in_order(grouped(rules)))

    def in_order(self, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Give diagnostics in the order of their places."""
        import json

        self._database.execute(f"CREATE TABLE verdicts ({', '.join(PLACE)}, said)")
        self._database.execute("BEGIN")
        self._database.executemany(
            "INSERT INTO verdicts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            ((*place_row(one), json.dumps(as_record(one))) for one in diagnostics),
        )
        self._database.execute("COMMIT")
        order = ", ".join(map(str, range(1, 11)))
        found = self._database.execute(f"SELECT * FROM verdicts ORDER BY {order}")
        yield from (of_record(json.loads(row[-1])) for row in found)

    def close(self) -> None:
        """Give up what is held."""
        self._database.close()
        if self._file is not None:
            self._file.unlink(missing_ok=True)
