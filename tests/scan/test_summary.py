"""The sums of a scan, for programs and for people."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from crawl import json_lines, record, records, rows_of, write_settings

from newslint.scan import plan, staging, tally
from newslint.scan.staging import Done
from newslint.scan.summary import Totals
from newslint.scan.tally import Sums, Tally, largest

OUT = ("-o", "out", "--parts", "jsonl", "--jobs", "1")


@pytest.fixture
def crawl(here: Path) -> Path:
    write_settings(here, config='rules = ["rules"]\nselect = ["local"]\n')
    (here / "in").mkdir()
    (here / "in" / "a.jsonl").write_bytes(json_lines(records(range(12))) + b"no json\n")
    (here / "in" / "b.jsonl").write_bytes(json_lines(records(range(12, 20))))
    (here / "in" / "settings.json").write_text('{"colour": "red"}')
    return here


def summary(folder: Path) -> dict[str, Any]:
    value: dict[str, Any] = json.loads((folder / "out" / "summary.json").read_text())
    return value


@pytest.mark.parametrize("size", [400, 10**7])
def test_the_sums_are_those_of_the_parts(
    crawl: Path, run_newslint: Any, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr(plan, "SMALLEST", size)
    monkeypatch.setattr(plan, "LARGEST", size)
    run_newslint("scan", "in", *OUT)
    found, sums = rows_of(crawl / "out"), summary(crawl)
    articles = {(one["path"], one["record"]["index"]) for one in found if one["code"] != "NLX002"}
    assert sums["articles"] == 20
    assert sums["bytes"] == sum(one.stat().st_size for one in (crawl / "in").iterdir())
    assert sums["unreadable_records"] == 1
    assert sums["unreadable_files"] == sums["rule_crashes"] == 0
    assert sums["flagged_articles"] == len(articles)
    assert sums["findings"] == {
        severity: sum(one["severity"] == severity for one in found)
        for severity in ("error", "warning", "info")
    }
    assert sums["passed_over"]["files"] == 1
    assert sums["passed_over"]["first"][0].startswith("in/settings.json: ")
    for rule in sums["rules"]:
        own = [one for one in found if one["code"] == rule["code"]]
        assert rule["rule"] == own[0]["rule"]
        assert rule["error"] + rule["warning"] + rule["info"] == len(own)
        assert rule["articles"] == len({(one["path"], one["record"]["index"]) for one in own})
    assert [one["code"] for one in sums["rules"]] == sorted({one["code"] for one in found})
    outlets = Counter(f"arle-{number % 3}.example" for number in range(20))
    assert {one["outlet"]: one["articles"] for one in sums["outlets"]} == outlets
    months = Counter(f"2024-0{number % 9 + 1}" for number in range(20))
    assert {one["month"]: one["articles"] for one in sums["months"]} == months
    worst = sums["worst_articles"][0]
    mine = [one for one in found if one["path"] == worst["path"]
            and one["record"]["index"] == worst["record"]]  # fmt: skip
    assert worst["error"] == sum(one["severity"] == "error" for one in mine) == 3
    assert worst["headline"].startswith("Bridge closed")


def test_the_text_of_a_corpus_does_nothing_in_the_page(here: Path, run_newslint: Any) -> None:
    write_settings(here, config='rules = ["rules"]\nselect = ["CRA001"]\n')
    bad = "A badword | `x` <script>alert(1)</script> [a](b) \x1b[31m\n# Head"
    (here / "in.jsonl").write_bytes(
        json_lines([record(0, title=bad, id="i`d|", source="O|<b>`utlet")])
    )
    run_newslint("scan", "in.jsonl", *OUT)
    page = (here / "out" / "summary.md").read_text()
    assert "\x1b" not in page
    assert "\n# Head" not in page
    rows = [line for line in page.splitlines() if "script" in line or "<b>" in line]
    assert len(rows) == 2
    for row in rows:
        cells = row.strip("|").split(" | ")
        assert row.count("|") == len(cells) + 1
        for cell in cells:
            if "script" in cell or "<b>" in cell:
                assert cell.strip().startswith("`")
                assert cell.strip().endswith("`")


def test_only_some_notes_are_held(
    here: Path, run_newslint: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staging, "NOTES", 3)
    monkeypatch.setattr("newslint.scan.summary.NOTES", 3)
    monkeypatch.setattr(plan, "SMALLEST", 40)
    monkeypatch.setattr(plan, "LARGEST", 40)
    (here / "in").mkdir()
    for number in range(20):
        (here / "in" / f"{number:02}.json").write_text('{"colour": "red"}')
    ran = run_newslint("scan", "in", *OUT)
    assert "20 files were passed over" in ran.err
    told = summary(here)["passed_over"]
    assert told["files"] == 20
    assert [one[:10] for one in told["first"]] == ["in/00.json", "in/01.json", "in/02.json"]


def test_tallies_of_parts_add_up_to_that_of_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    from newslint.results import ArticleSeen

    def take(into: Tally, numbers: range) -> None:
        for number in numbers:
            found = [("A1", "a", ("error", "info")[number % 2])] * (number % 4)
            seen = ArticleSeen(number, None, f"o{number % 7}", f"m{number % 3}", "h")
            into.take(f"p{number % 5}", seen, found)

    whole, sums = Tally(), Tally()
    take(whole, range(200))
    for start in range(0, 200, 30):
        part = Tally()
        take(part, range(start, min(start + 30, 200)))
        sums.add(json.loads(json.dumps(part.as_plain())))
    assert json.dumps(sums.as_plain()) == json.dumps(whole.as_plain())
    assert len(sums.worst) == tally.WORST


def test_many_outlets_are_one_sum(monkeypatch: pytest.MonkeyPatch) -> None:
    table = {f"o{number}": Sums(number) for number in range(10)}
    assert [(name, one.articles) for name, one in largest(table, 2)] == [
        ("o9", 9), ("o8", 8), ("(others)", 28),
    ]  # fmt: skip
    assert Totals.of(Tally(), [Done(articles=2), Done(articles=3)]).done.articles == 5
