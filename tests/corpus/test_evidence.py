"""Evidence kept on disk, found by its article."""

from __future__ import annotations

from pathlib import Path

from facts_table import RULES, facts, staged

from newslint.corpus.evidence import EvidenceFile
from newslint.corpus.fact_rows import FactRow
from newslint.corpus.sqlite import SqliteStore


def test_rows_get_the_evidence_of_their_article_and_rule(tmp_path: Path) -> None:
    of_facts, of_evidence = staged(tmp_path, facts(60), per_file=50)
    store = SqliteStore()
    store.load(of_facts, of_evidence)
    expected = [tuple(row) for row in store.rows(RULES)]
    column = len(FactRow._fields)
    bare = [(*row[:column], None, *row[column + 1 :]) for row in expected]
    assert bare != expected
    evidence = EvidenceFile(tmp_path / "evidence.sqlite")
    evidence.load(of_evidence)
    assert list(evidence.beside(bare)) == expected
    evidence.close()
    assert not (tmp_path / "evidence.sqlite").exists()


def test_rules_that_have_none_are_not_looked_up(tmp_path: Path) -> None:
    evidence = EvidenceFile(tmp_path / "evidence.sqlite")
    row = ("COR001", *[""] * (len(FactRow._fields) - 1), None, 2, 2)
    assert list(evidence.beside([row])) == [row]
    evidence.close()
