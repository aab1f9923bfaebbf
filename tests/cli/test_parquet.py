"""Parquet on the command line: what each format says of it, and that nothing is written into it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from newslint.reporters import BUILTIN

ROWS = [
    {"id": "x-1", "title": "Ferry", "text": "The ferry goes on as it did before, they said."},
    {"id": "x-2", "title": "A badword", "text": "risky it is.\n\nÉ 😀 a badword, the town said."},
]


@pytest.fixture
def check(run_newslint: Any, newsroom: Path) -> Callable[..., Any]:
    parquet.write_table(pa.Table.from_pylist(ROWS), newsroom / "export.parquet")

    def run(*arguments: str, **keywords: Any) -> Any:
        return run_newslint("check", "--no-plugin", "bundled", *arguments, **keywords)

    return run


@pytest.mark.parametrize("path", ["export.parquet", "."])
def test_the_record_says_where_and_the_line_is_the_row(
    check: Any, newsroom: Path, path: str
) -> None:
    (newsroom / "bad.txt").unlink()
    ran = check(path, "--format", "jsonl")
    assert ran.status == 1
    found = [json.loads(line) for line in ran.out.splitlines()]
    place = {"line": 2, "column": 1, "end_line": 2, "end_column": 1}
    assert [{key: one[key] for key in place} for one in found] == [place, place]
    assert [(one["text"], one["record"], one["fix"]) for one in found] == [
        ("risky", {"index": 1, "id": "x-2", "field": "text", "line": 1, "column": 1}, None),
        ("badword", {"index": 1, "id": "x-2", "field": "text", "line": 3, "column": 7}, None),
    ]


def test_people_see_the_text_around(check: Any) -> None:
    out = check("export.parquet").out
    assert "--> export.parquet:2:1 (record x-2, text 3:7)" in out
    assert "2 | É 😀 a badword, the town said." in out
    assert "2 | risky it is." in out  # at the beginning of the text, and not about all of it
    assert "nothing is written into a file of that format" in out
    assert "fixable" not in out


@pytest.mark.parametrize("name", BUILTIN)
def test_every_format_takes_it(check: Any, name: str) -> None:
    ran = check("export.parquet", "--format", name)
    assert (ran.status, "export.parquet" in ran.out) == (1, True)
    assert "\0" not in ran.out


def test_formats_for_ci_point_at_the_row(check: Any) -> None:
    sarif = json.loads(check("export.parquet", "--format", "sarif").out)
    regions = [
        one["locations"][0]["physicalLocation"]["region"] for one in sarif["runs"][0]["results"]
    ]
    assert {(one["startLine"], one["endLine"]) for one in regions} == {(2, 2)}
    assert not any("fixes" in one for one in sarif["runs"][0]["results"])
    gitlab = json.loads(check("export.parquet", "--format", "gitlab").out)
    assert {one["location"]["positions"]["begin"]["line"] for one in gitlab} == {2}
    assert len({one["fingerprint"] for one in gitlab}) == len(gitlab)
    for line in check("export.parquet", "--format", "rdjsonl").out.splitlines():
        assert json.loads(line)["location"]["range"] == {"start": {"line": 2}, "end": {"line": 2}}
    assert "line=2" in check("export.parquet", "--format", "github").out


@pytest.mark.parametrize("how", [("--fix",), ("--diff",), ("--fix", "--unsafe-fixes")])
def test_nothing_is_written_into_it(check: Any, newsroom: Path, how: tuple[str, ...]) -> None:
    before = (newsroom / "export.parquet").read_bytes()
    ran = check("export.parquet", *how)
    assert (newsroom / "export.parquet").read_bytes() == before
    assert "Fixed" not in ran.out
    if how == ("--diff",):
        assert (ran.status, ran.out, ran.err) == (0, "", "")
    else:
        assert ran.status == 1
        assert "Found 2 problems" in ran.out


def test_the_cache_gives_the_same(check: Any, newsroom: Path) -> None:
    arguments = ("export.parquet", "--cache-dir", str(newsroom / "kept"))
    cold, warm = check(*arguments), check(*arguments)
    assert cold == warm
    assert list((newsroom / "kept").iterdir())


def test_processes_give_the_same(newslint_process: Any, check: Any, newsroom: Path) -> None:
    for number in range(6):
        parquet.write_table(pa.Table.from_pylist(ROWS * 5), newsroom / f"{number}.parquet")
    one, two = (
        newslint_process("check", ".", "--no-plugin", "bundled", "--jobs", jobs, cwd=newsroom)
        for jobs in ("1", "2")
    )
    assert one.stdout == two.stdout
    assert one.stdout.count(b".parquet:") == 62


@pytest.mark.parametrize("how", [(), ("--fix",), ("--diff",)])
def test_without_pyarrow_it_is_passed_over_in_folders_and_trouble_when_named(
    check: Any, newsroom: Path, monkeypatch: pytest.MonkeyPatch, how: tuple[str, ...]
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (newsroom / "bad.txt").unlink()
    said = "export.parquet: reading .parquet needs more: pip install 'newslint[parquet]'"
    found = check(".", *how)
    assert (found.status, found.err) == (0, f"newslint: {said}\n")
    named = check("export.parquet", *how)
    assert named.status == 2
    assert "pip install 'newslint[parquet]'" in named.out + named.err


def test_settings_are_no_trouble_for_a_diff_of_a_folder(check: Any, newsroom: Path) -> None:
    (newsroom / "settings.json").write_text('{"a": 1}')
    (newsroom / "bad.txt").unlink()
    ran = check(".", "--diff")
    assert (ran.status, ran.out) == (0, "")
    assert "settings.json: no record has an article's text" in ran.err
    assert check("settings.json", "--diff").status == 2
