"""Two sample documents that lie beside the checkout: what must be found in them, and what must not.

They are no part of the project and none of their text stands here: places come from their gold
list, or are looked for in them by a few short words.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from newslint.config import Config
from newslint.diagnostic import Diagnostic, Location, at_least
from newslint.session import Session, SessionOptions

SAMPLES = Path(__file__).parents[2] / "shared" / "seeds"

pytestmark = pytest.mark.skipif(
    not (SAMPLES / "gold.jsonl").exists(),
    reason="the shared samples (../shared/seeds beside the checkout) are not here",
)

WEB, WIRE = "000_", "003_"
"""How the names of the two documents begin: a web page turned into text, and a wire story."""

LOUD_BUDGET = 4
"""So many diagnostics at warning or above may overlap no row of the gold list."""


def rows() -> list[dict[str, Any]]:
    if not SAMPLES.exists():
        return []
    lines = (SAMPLES / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def certain_errors() -> list[dict[str, Any]]:
    return [row for row in rows() if (row["certainty"], row["severity"]) == ("certain", "error")]


@cache
def file(name: str) -> Path:
    (found,) = SAMPLES.glob(f"{name}*.txt")
    return found


@cache
def diagnostics(name: str) -> tuple[Diagnostic, ...]:
    engine = Session(SessionOptions(Config())).engine
    return tuple(engine.lint_bytes(name, file(name).read_bytes()).diagnostics)


def places(name: str, words: str) -> list[tuple[int, int, int]]:
    """Line, column and end of every occurrence of a few words; there has to be one."""
    found = []
    for number, line in enumerate(file(name).read_text(encoding="utf-8").split("\n"), start=1):
        start = line.find(words)
        while start >= 0:
            found.append((number, start + 1, start + 1 + len(words)))
            start = line.find(words, start + 1)
    assert found, f"{words!r} is not in {name}"
    return found


def touches(place: Location, line: int, column: int, end: int) -> bool:
    """Whether a location shares a character with a run of one line."""
    if not place.line <= line <= place.end_line:
        return False
    first = place.column if place.line == line else 1
    last = place.end_column if place.end_line == line else end
    return first < end and column < last


def on(name: str, words: str, *families: str) -> list[str]:
    """The diagnostics (of some families) that stand on any occurrence of the words."""
    return [
        f"{one.code} {one.location.line}:{one.location.column} {one.message}"
        for one in diagnostics(name)
        if not families or one.family in families
        if any(touches(one.location, *place) for place in places(name, words))
    ]


def reported(name: str) -> Iterator[tuple[Diagnostic, Location]]:
    for one in diagnostics(name):
        yield one, one.location
        for other in one.related:
            yield one, other.location


def row_name(row: dict[str, Any]) -> str:
    return f"{row['file'][:3]}-{row['line']}:{row['column']}"


def test_there_are_nine_certain_errors() -> None:
    assert len(certain_errors()) == 9


@pytest.mark.parametrize("row", certain_errors(), ids=row_name)
def test_a_certain_error_is_reported_at_its_place(row: dict[str, Any]) -> None:
    name = row["file"][:4]
    # Repeated lines may come as one finding with the others as related places.
    in_groups = bool({"residue", "structure"} & set(row["families"]))
    hits = [
        one
        for one, place in reported(name)
        if one.family in row["families"]
        and (place.line, place.column) == (row["line"], row["column"])
        and (place.end_line, place.end_column) == (row["end_line"], row["end_column"])
        and (in_groups or place == one.location)
    ]
    assert hits


def test_little_is_loud_that_is_not_on_the_list() -> None:
    beside = []
    for name in (WEB, WIRE):
        known = [row for row in rows() if row["file"].startswith(name)]
        for one in diagnostics(name):
            overlaps = any(
                touches(one.location, row["line"], row["column"], row["end_column"])
                for row in known
            )
            if at_least(one.severity, "warning") and not overlaps:
                beside.append(f"{name} {one.location.line}:{one.location.column} {one.message}")
    assert len(beside) <= LOUD_BUDGET, "\n".join(beside)


def test_matters_of_taste_are_no_errors() -> None:
    for row in rows():
        if row["certainty"] != "judgement":
            continue
        place = (row["line"], row["column"], row["end_line"], row["end_column"])
        for one in diagnostics(row["file"][:4]):
            there = one.location
            if (there.line, there.column, there.end_line, there.end_column) == place:
                assert one.severity != "error", row["what"]


@pytest.mark.parametrize("words", ["/TASS/", "NEW YORK", "[", "]", "US-supplied", "—"])
def test_sound_forms_of_a_wire_story_are_left_alone(words: str) -> None:
    assert on(WIRE, words) == []


@pytest.mark.parametrize(
    ("name", "word"),
    [
        (name, word)
        for name in (WEB, WIRE)
        for word in (
            "ATACMS",
            "SCALP",
            "Storm Shadow",
            "Kluth",
            "Borrell",
            "Peskov",
            "Le Figaro",
            "EU",
        )
        if SAMPLES.exists() and word in file(name).read_text(encoding="utf-8")
    ],
)
def test_names_and_acronyms_are_no_misspellings(name: str, word: str) -> None:
    assert on(name, word, "garbled", "encoding") == []


def test_the_capital_of_a_title_before_a_name_is_right() -> None:
    assert on(WIRE, "Spokesman", "typography", "garbled", "encoding") == []


def test_the_verb_of_saying_is_right() -> None:
    assert [one for name in (WEB, WIRE) for one in diagnostics(name) if one.text == "said"] == []


@pytest.mark.parametrize("line", [12, 16, 20, 24])
def test_sub_heads_are_no_residue_and_no_sentences(line: int) -> None:
    assert [one for one in diagnostics(WEB) if one.location.line == line] == []


def test_presidents_of_two_countries_do_not_conflict() -> None:
    assert on(WIRE, "Putin", "titles") == []
    for one in diagnostics(WIRE):
        if one.family == "titles":
            for other in one.related:
                assert not any(touches(other.location, *place) for place in places(WIRE, "Putin"))


@pytest.mark.parametrize("line", [2, 5])
def test_a_title_without_a_name_is_no_conflict(line: int) -> None:
    assert [d for d in diagnostics(WIRE) if d.family == "titles" and d.location.line == line] == []


def test_the_right_form_of_a_title_is_a_related_place_at_most() -> None:
    right = [place for place in places(WIRE, "US President Joe Biden") if place[0] == 6]
    assert right
    for one in diagnostics(WIRE):
        assert not (one.family == "titles" and any(touches(one.location, *p) for p in right))
