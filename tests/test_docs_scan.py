"""What docs/scan.md shows can be run, and says what is so."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from crawl import json_lines, records, rows_of, write_settings
from needs import need_module, need_spark

from newslint.scan.keeping import ENDINGS

PAGE = (Path(__file__).parent.parent / "docs" / "scan.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
SNIPPETS = dict(zip(("duckdb", "pandas", "spark"), BLOCKS, strict=True))


@pytest.fixture
def scanned(here: Path, run_newslint: Any) -> list[dict[str, Any]]:
    write_settings(here, config='rules = ["rules"]\nselect = ["local"]\n')
    (here / "in.jsonl").write_bytes(json_lines(records(range(20))))
    assert run_newslint("scan", "in.jsonl", "-o", "out").status == 0
    return rows_of(here / "out")


def test_duckdb_reads_the_parts(scanned: list[dict[str, Any]]) -> None:
    pytest.importorskip("duckdb")
    names: dict[str, Any] = {}
    exec(SNIPPETS["duckdb"], names)
    counts = {code: (findings, articles) for code, _, findings, articles in names["worst"]}
    assert counts["CRA001"] == (
        sum(one["code"] == "CRA001" for one in scanned),
        len({one["record"]["index"] for one in scanned if one["code"] == "CRA001"}),
    )


def test_pandas_reads_the_parts(scanned: list[dict[str, Any]]) -> None:
    need_module("pandas")
    names: dict[str, Any] = {}
    exec(SNIPPETS["pandas"], names)
    assert len(names["found"]) == len(scanned)
    expected = sum(one["severity"] == "error" for one in scanned)
    assert names["errors"].to_dict() == {"in.jsonl": expected}


@pytest.mark.spark
def test_spark_reads_the_parts(scanned: list[dict[str, Any]]) -> None:
    need_spark()
    from newslint.spark.session import spark_session

    names: dict[str, Any] = {"spark": spark_session("local[1]")}
    here = Path("out").resolve().as_uri()  # the JVM may have been started in another folder
    exec(SNIPPETS["spark"].replace("out/", f"{here}/"), names)
    expected = {one["record"]["index"] for one in scanned}
    assert {row["index"] for row in names["articles"].collect()} == expected


def test_the_columns_are_those_of_a_diagnostic(scanned: list[dict[str, Any]]) -> None:
    told = PAGE.partition("The columns: ")[2].partition("\n\n")[0]
    named = set(re.findall(r"`([a-z_]+)`", told))
    assert {*scanned[0], *scanned[0]["record"]} <= named


def test_the_endings_of_what_is_kept_are_told() -> None:
    for ending in ENDINGS:
        assert f"`{ending}`" in PAGE


def test_what_is_said_of_the_files_is_so(scanned: list[dict[str, Any]]) -> None:
    for name in ("manifest.json", "summary.json", "summary.md"):
        assert f"`{name}`" in PAGE
        assert Path("out", name).is_file()
    assert {"inputs", "parts", "configuration", "versions"} <= {
        *json.loads(Path("out/manifest.json").read_text())
    }
