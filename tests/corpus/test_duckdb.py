"""Facts in DuckDB: what SQLite gives, in little memory."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from crawl import json_lines, records, rows_of, write_crawl, write_settings
from facts_table import RULES, facts, sort_keys, staged

from newslint.cli import scan
from newslint.corpus.fact_rows import FactRow
from newslint.corpus.judging import judge_rows
from newslint.corpus.sqlite import SqliteStore
from newslint.errors import NewslintError

pytest.importorskip("duckdb")
from newslint.corpus.duckdb import DuckDbStore

MB = 1_000_000


def test_the_rows_of_sqlite(tmp_path: Path) -> None:
    files = staged(tmp_path, facts(300), per_file=400)
    small, large = SqliteStore(), DuckDbStore(tmp_path, 200 * MB, 2)
    small.load(*files)
    large.load(*files)
    rows = list(large.rows(RULES))
    assert [tuple(row) for row in rows] == [tuple(row) for row in small.rows(RULES)]
    found = list(judge_rows(rows, RULES))
    ordered = list(large.in_order(iter(found)))
    assert sort_keys(ordered) == sort_keys(list(small.in_order(found)))
    assert sort_keys(ordered) == sorted(sort_keys(found))
    large.close()
    left = {one.name for one in tmp_path.iterdir() if not one.name.startswith("it's")}
    assert left <= {"spill"}


def test_more_facts_than_memory(tmp_path: Path) -> None:
    """300,000 facts of 400 bytes are 120 MB; the memory is 100."""
    files = staged(tmp_path, facts(50_000, width=300), per_file=50_000)
    store = DuckDbStore(tmp_path, 100 * MB, 2)
    store.load(*files)
    last = ("",) * 3
    count = 0
    for row in store.rows(RULES):
        assert last <= tuple(row[:3])
        last = tuple(row[:3])
        count += 1
    assert count == 3 * 50_000
    store.close()


def test_more_evidence_than_memory(tmp_path: Path) -> None:
    """Beside the keys of 30,000 articles their evidence is 150 MB; the memory is 100."""
    files = staged(tmp_path, facts(30_000, proof=1_700), per_file=50_000)
    store = DuckDbStore(tmp_path, 100 * MB, 2)
    store.load(*files)
    proof = len(FactRow._fields)
    proved = [len(row[proof]) for row in store.rows(RULES)]
    assert min(proved) > 1_700
    assert sum(proved) > 150 * MB
    store.close()


def test_too_little_memory_is_said(tmp_path: Path) -> None:
    files = staged(tmp_path, facts(20_000, width=500))
    store = DuckDbStore(tmp_path, 3 * MB, 2)

    def judge() -> None:
        store.load(*files)
        list(store.rows(RULES))

    with pytest.raises(NewslintError, match="give --memory more"):
        judge()
    store.close()


def test_a_scan_with_too_little_memory_can_go_on(
    here: Path, run_newslint: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_settings(here, config='rules = ["rules"]\nselect = ["shared-line"]\n')
    (here / "in.jsonl").write_bytes(json_lines(records(range(200))) * 20)
    arguments = ("scan", "in.jsonl", "-o", "out", "--parts", "jsonl", "--jobs", "1")
    with monkeypatch.context() as patch:
        patch.setattr(scan, "LEAST_MEMORY", 1)
        ran = run_newslint(*arguments, "--memory", "1MB")
    assert ran.status == 2
    assert "the memory is too small for the rules across articles: give --memory more" in ran.err
    ran = run_newslint(*arguments, "--memory", "200MB")
    assert ran.status == 0
    assert "1 of 1 jobs had been done before" in ran.err
    assert len(rows_of(here / "out")) > 1000


def test_without_duckdb_a_scan_says_the_same(
    here: Path, run_newslint: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from newslint.scan import local

    write_crawl(here)
    for name, found in (("with", True), ("without", None)):
        monkeypatch.setattr(local, "find_spec", lambda _, found=found: found)
        ran = run_newslint("scan", "in", "-o", name, "--parts", "jsonl", "--jobs", "1")
        assert ran.status == 0
    assert rows_of(here / "with") == rows_of(here / "without")
    assert any(one["code"] == "CRA101" for one in rows_of(here / "with"))
