"""The articles of `seeds/` and their gold list agree.

`seeds/` holds short invented news articles: those named `clean_*` are tricky and right, every
other one has defects planted in it and is named for them. `seeds_gold.jsonl` lists each planted
defect with its place; `seeds_gold.md` tells what its fields mean. Here only the list itself is
tested: that it points at what it says, and that every rule has at least one place to find.
"""

import json
from pathlib import Path
from typing import Any

import pytest

TESTS = Path(__file__).parent
SEEDS = TESTS.parent / "seeds"
GOLD = TESTS / "seeds_gold.jsonl"

FAMILIES = {
    "ENC": "encoding",
    "GAR": "garbled",
    "RES": "residue",
    "TTL": "titles",
    "HED": "headline",
    "DAT": "dates",
    "ATT": "attribution",
    "NUM": "numbers",
    "TYP": "typography",
    "DUP": "duplicates",
    "QUA": "quality",
}
NUMBERS = {
    "ENC": (1, 2, 3, 4),
    "GAR": (1, 2, 3, 4, 5, 6),
    "RES": (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 101),
    "TTL": (1, 2, 3, 4, 101),
    "HED": (1, 2, 3, 4),
    "DAT": (1, 2, 3, 4, 5, 6, 7, 101),
    "ATT": (1, 2, 3, 4, 5, 6),
    "NUM": (1, 2, 3, 4),
    "TYP": (1, 2, 3, 4),
    "DUP": (101, 102),
    "QUA": (5,),
}
CODES = {f"{family}{number:03}" for family, numbers in NUMBERS.items() for number in numbers}
KEYS = [
    "file", "line", "column", "end_line", "end_column", "families", "certainty", "severity",
    "text", "what", "rule", "built", "related",
]  # fmt: skip
PLACE = KEYS[:5]


def read_gold() -> list[dict[str, Any]]:
    return [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


def read_lines(name: str) -> list[str]:
    """The lines of an article as newslint counts them; `splitlines` would also part at U+0085."""
    return (SEEDS / name).read_bytes().decode("utf-8").split("\n")


def cut(lines: list[str], place: dict[str, Any]) -> str:
    first, last = place["line"] - 1, place["end_line"] - 1
    picked = lines[first : last + 1]
    assert len(picked) == last - first + 1, "the place is below the end of the file"
    assert place["column"] <= len(lines[first]) + 1
    assert place["end_column"] <= len(lines[last]) + 1
    picked[-1] = picked[-1][: place["end_column"] - 1]
    picked[0] = picked[0][place["column"] - 1 :]
    return "\n".join(picked)


def name_of(row: dict[str, Any]) -> str:
    return f"{row['file']}:{row['line']}:{row['column']}-{row['rule']}"


ROWS = read_gold()
ARTICLES = sorted(path.name for path in SEEDS.iterdir())


@pytest.mark.parametrize("row", ROWS, ids=name_of)
def test_a_row_points_at_its_text(row: dict[str, Any]) -> None:
    lines = read_lines(row["file"])
    for place in (row, *row["related"]):
        found = cut(lines, place)
        assert place["file"] == row["file"]
        if row["file"].endswith(".jsonl"):
            found = json.loads(f'"{found}"')
        assert found == place["text"]


@pytest.mark.parametrize("row", ROWS, ids=name_of)
def test_a_row_is_well_formed(row: dict[str, Any]) -> None:
    assert list(row) == KEYS
    assert row["rule"] in CODES
    assert FAMILIES[row["rule"][:3]] in row["families"]
    assert row["severity"] in {"error", "warning", "info"}
    assert row["certainty"] in {"certain", "strong", "judgement"}
    assert isinstance(row["built"], bool)
    assert row["what"]
    for related in row["related"]:
        assert list(related) == [*PLACE, "text"]


def test_rows_are_sorted_and_none_stands_twice() -> None:
    places = [tuple(row[key] for key in (*PLACE, "rule")) for row in ROWS]
    assert places == sorted(set(places))


def test_every_rule_has_a_row() -> None:
    assert {row["rule"] for row in ROWS} == CODES


def test_every_defect_article_has_a_row_and_there_are_enough() -> None:
    with_rows = {row["file"] for row in ROWS}
    defect = {name for name in ARTICLES if not name.startswith("clean_")}
    assert defect <= with_rows <= set(ARTICLES)
    assert len(defect) >= 24
    assert len(ARTICLES) - len(defect) >= 12


def test_clean_articles_have_no_row_above_info() -> None:
    loud = [row for row in ROWS if row["file"].startswith("clean_") and row["severity"] != "info"]
    assert loud == []


@pytest.mark.parametrize("name", ARTICLES)
def test_the_last_line_ends_unless_that_is_the_defect(name: str) -> None:
    unended = any(row["file"] == name and row["rule"] == "TYP004" for row in ROWS)
    assert (read_lines(name)[-1] == "") is not unended
