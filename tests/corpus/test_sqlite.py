"""Facts in SQLite, from memory and from files."""

from __future__ import annotations

from pathlib import Path

from facts_table import RULES, facts, sort_keys, staged

from newslint.corpus.judging import judge_rows
from newslint.corpus.sqlite import SqliteStore


def test_files_give_what_memory_gives(tmp_path: Path) -> None:
    store = SqliteStore()
    store.add(facts(60))
    rows = list(store.rows(RULES))
    found = list(judge_rows(rows, RULES))
    assert {one.code for one in found} == {"COR001", "COR002"}
    assert any(one.message == "v0 e6 of 30 of 30" for one in found)
    on_disk = SqliteStore(tmp_path / "facts.sqlite")
    on_disk.load(*staged(tmp_path, facts(60), per_file=100))
    assert list(on_disk.rows(RULES)) == rows
    on_disk.close()
    assert not (tmp_path / "facts.sqlite").exists()


def test_diagnostics_come_in_order_of_their_places(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "facts.sqlite")
    store.add(facts(60))
    found = list(judge_rows(store.rows(RULES), RULES))
    ordered = list(store.in_order(found))
    assert sort_keys(ordered) == sorted(sort_keys(found)) != sort_keys(found)
    assert any("\udcff" in one.location.path for one in ordered)
    assert sorted(map(repr, ordered)) == sorted(map(repr, found))


def test_no_rules_no_rows() -> None:
    store = SqliteStore()
    store.add(facts(3))
    assert list(store.rows(())) == []


def test_what_an_earlier_run_left_is_gone(tmp_path: Path) -> None:
    for _ in range(2):
        store = SqliteStore(tmp_path / "facts.sqlite")
        store.add(facts(10))
    assert len(list(store.rows(RULES))) < 60
