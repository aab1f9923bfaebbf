"""The table of facts in DuckDB: grouped within a limit of memory, and on disk beyond it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from newslint.corpus.evidence import EvidenceFile
from newslint.corpus.grouping import FACT_TYPES, in_order, steps
from newslint.corpus.judging import Row
from newslint.corpus.places import PLACE, place_row
from newslint.diagnostic import Diagnostic
from newslint.errors import NewslintError
from newslint.reporting import as_record, of_record
from newslint.rule_set import ActiveRule

_FETCHED = 2_000
"""Rows that are held in Python at once."""
_OF_A_THREAD = 50_000_000
"""Bytes that a thread that sorts should have: with 40 million two of them failed, measured."""
_LONGEST = 4 * 1024 * 1024
"""Bytes of a line that is read, at most: DuckDB holds twice as many for every thread."""


class DuckDbStore:
    """Facts in a database file of their own.

    Args:
        folder: Where the database and what does not fit the memory are put.
        memory: Bytes that DuckDB may hold.
        threads: How many threads it may use; with little memory it uses fewer.
    """

    def __init__(self, folder: Path, memory: int, threads: int) -> None:
        import duckdb  # an extra

        self._folder = folder
        self._file = folder / "facts.duckdb"
        self.close_files()
        spill = folder / "spill"
        spill.mkdir(exist_ok=True)
        self._evidence = EvidenceFile(folder / "evidence.sqlite")
        self._duckdb = duckdb
        self._threads = max(min(threads, memory // _OF_A_THREAD), 1)
        self._database = duckdb.connect(
            str(self._file),
            config={
                "memory_limit": f"{memory}B",
                "temp_directory": str(spill),
                "threads": self._threads,
                "autoinstall_known_extensions": "false",
            },
        )

    def load(self, facts: Sequence[Path], evidence: Sequence[Path]) -> None:
        """Take up the facts and the evidence of files."""
        self._load("facts", facts, FACT_TYPES)
        self._evidence.load(evidence)

    def _load(self, table: str, files: Sequence[Path], types: Mapping[str, str]) -> None:
        columns = ", ".join(f"{name} {kind}" for name, kind in types.items())
        self._run(f"CREATE TABLE {table} ({columns})")
        self._run("SET threads = 1")  # each that reads holds 32 MB
        shape = "{" + ", ".join(f"{name}: '{kind}'" for name, kind in types.items()) + "}"
        for file in files:
            self._run(
                f"INSERT INTO {table} SELECT {', '.join(types)} FROM read_json("
                f"{_quoted(str(file))}, format = 'newline_delimited', compression = 'gzip', "
                f"columns = {shape}, maximum_object_size = {_LONGEST})"
            )
        self._run(f"SET threads = {self._threads}")

    def rows(self, rules: Sequence[ActiveRule]) -> Iterator[Row]:
        """Give the rows that rules judge, in order."""
        if not rules:
            return
        made, last = steps(rules, evidence=None)
        for name, query in made.items():  # each alone has all the memory there is
            self._run(f"CREATE TABLE {name} AS {query}")
        yield from self._evidence.beside(self._sorted("grouped", in_order(last)))
        for name in made:
            self._run(f"DROP TABLE {name}")

    def in_order(self, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Give diagnostics in the order of their places."""
        file = self._folder / "verdicts.jsonl"
        with file.open("w", encoding="utf-8", errors="surrogatepass") as stream:
            for one in diagnostics:
                key = dict(zip(PLACE, place_row(one), strict=True))
                stream.write(json.dumps({**key, "said": json.dumps(as_record(one))}) + "\n")
        types = {name: "VARCHAR" if kind is str else "BIGINT" for name, kind in PLACE.items()}
        types["said"] = "VARCHAR"
        shape = "{" + ", ".join(f"{name}: '{kind}'" for name, kind in types.items()) + "}"
        found = self._sorted(
            "verdicts",
            f"SELECT said FROM read_json({_quoted(str(file))}, format = 'newline_delimited', "
            f"columns = {shape}, maximum_object_size = {_LONGEST}) "
            f"ORDER BY {', '.join(types)}",
        )
        yield from (of_record(json.loads(said)) for (said,) in found)
        file.unlink()

    def close(self) -> None:
        """Close the database and delete it."""
        self._database.close()
        self._evidence.close()
        self.close_files()

    def close_files(self) -> None:
        """Delete the files of the database."""
        self._file.unlink(missing_ok=True)
        self._file.with_name(f"{self._file.name}.wal").unlink(missing_ok=True)

    def _run(self, query: str) -> Any:
        try:
            return self._database.execute(query)
        except self._duckdb.OutOfMemoryException as error:
            raise NewslintError(
                "the memory is too small for the rules across articles: give --memory more, or "
                f"leave them out with --extend-ignore corpus-rules ({_first_line(error)})"
            ) from error
        except self._duckdb.Error as error:
            raise NewslintError(f"DuckDB failed: {_first_line(error)}") from error

    def _sorted(self, table: str, query: str) -> Iterator[Row]:
        """Give the rows of a query that sorts, through a table that it is written to in order.

        A sorted result would be held in memory as a whole; a table is sorted on the disk.
        """
        self._run(f"CREATE TABLE {table} AS {query}")
        yield from self._rows(f"SELECT * FROM {table}")
        self._run(f"DROP TABLE {table}")

    def _rows(self, query: str) -> Iterator[Row]:
        result = self._run(query)
        while rows := result.fetchmany(_FETCHED):
            yield from rows


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0]
