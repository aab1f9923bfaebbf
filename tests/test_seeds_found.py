"""The linter on the articles of `seeds/`: what is planted is found at its place, and little else.

Rows of rules still to be built are strict expected failures: the day a rule finds its row, the test
says so and the row's `built` must be turned.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from newslint.config import Config
from newslint.corpus.across import judge, superseding, without_superseded
from newslint.diagnostic import Diagnostic
from newslint.session import Session, SessionOptions

TESTS = Path(__file__).parent
SEEDS = TESTS.parent / "seeds"
ROWS = [
    json.loads(line)
    for line in (TESTS / "seeds_gold.jsonl").read_text(encoding="utf-8").splitlines()
]
ARTICLES = sorted(path.name for path in SEEDS.iterdir())
Place = tuple[int, int, int, int]


@cache
def session(*, everything: bool) -> Session:
    select = ("all",) if everything else None
    return Session(SessionOptions(Config(root=SEEDS.parent), select=select, gather=True))


@cache
def found(name: str, *, everything: bool = False) -> list[Any]:
    """What is said of the articles of a file, each by itself and all together."""
    one = session(everything=everything)
    result = one.engine.lint_bytes(f"seeds/{name}", (SEEDS / name).read_bytes())
    rules = one.selection.default
    every = sorted(
        [*result.diagnostics, *judge(result.facts, rules.corpus)], key=Diagnostic.sort_key
    )
    return [*without_superseded(every, superseding(rules.document, rules.corpus))]


def place(one: Any) -> Place:
    return one.line, one.column, one.end_line, one.end_column


def places(diagnostic: Any) -> list[Place]:
    """The places a diagnostic points at: its own, and those of one finding over several lines."""
    return [place(diagnostic.location), *(place(other.location) for other in diagnostic.related)]


def row_place(row: dict[str, Any]) -> Place:
    return row["line"], row["column"], row["end_line"], row["end_column"]


def overlap(one: Place, other: Place) -> bool:
    return (one[:2] < other[2:] and other[:2] < one[2:]) or one == other


def cases() -> list[Any]:
    return [
        pytest.param(
            row,
            id=f"{row['file']}:{row['line']}:{row['column']}-{row['rule']}",
            marks=[]
            if row["built"]
            else pytest.mark.xfail(strict=True, reason=f"{row['rule']} is still to be built"),
        )
        for row in ROWS
    ]


@pytest.mark.parametrize("row", cases())
def test_what_is_planted_is_found_at_its_place(row: dict[str, Any]) -> None:
    of_rule = [one for one in found(row["file"], everything=True) if one.code == row["rule"]]
    assert row_place(row) in [one for diagnostic in of_rule for one in places(diagnostic)], [
        (place(one.location), one.message) for one in of_rule
    ]


@pytest.mark.parametrize("name", [name for name in ARTICLES if name.startswith("clean_")])
def test_a_clean_article_has_no_error_and_no_warning(name: str) -> None:
    loud = [one for one in found(name) if one.severity != "info"]
    assert [(one.code, place(one.location), one.message) for one in loud] == []


WHOLE = frozenset(row["file"] for row in ROWS if row_place(row) == (1, 1, 1, 1))
"""Articles that are a defect as a whole; what else is said of them is not counted."""


@pytest.mark.parametrize("name", [name for name in ARTICLES if not name.startswith("clean_")])
def test_nothing_is_said_at_warning_or_above_but_what_is_planted(name: str) -> None:
    if name in WHOLE:
        pytest.skip("the article is a defect as a whole")
    gold = [row_place(row) for row in ROWS if row["file"] == name]
    gold += [row_place(other) for row in ROWS if row["file"] == name for other in row["related"]]
    loud = [
        (one.code, place(one.location), one.message)
        for one in found(name)
        if one.severity != "info" and not any(overlap(place(one.location), row) for row in gold)
    ]
    assert loud == []
