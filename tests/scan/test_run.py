"""A scan says what a check says, whatever it is cut into and wherever it was stopped."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from crawl import (
    files_of,
    json_lines,
    parts_of,
    records,
    records_of,
    rows_of,
    write_settings,
)

from newslint.engine import Engine
from newslint.scan import finishing, local, numbering, plan, run, staging
from newslint.scan.output_folder import OutputFolder
from newslint.scan.work_folder import WorkFolder


def checked(run_newslint: Any, *arguments: str) -> list[dict[str, Any]]:
    ran = run_newslint("check", *arguments, "--no-cache", "--format", "jsonl")
    return records_of(ran.out)


def scanned(run_newslint: Any, *arguments: str) -> list[dict[str, Any]]:
    ran = run_newslint("scan", *arguments, "-o", "out")
    assert "Traceback" not in ran.err
    return rows_of(Path("out"))


def halves_as_arrow_has_them(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Diagnostics as a table can hold them: half a surrogate pair is no character there."""
    text = json.dumps(rows, ensure_ascii=False)
    whole: list[dict[str, Any]] = json.loads(
        text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    )
    return whole


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_a_scan_says_what_a_check_says(
    crawl: Path, run_newslint: Any, form: str, jobs: str
) -> None:
    expected = checked(run_newslint, "in")
    codes = {one["code"] for one in expected}
    assert codes >= {"CRA001", "CRA002", "CRA003", "CRA101", "CRA102", "NLX002", "GAR001"}
    found = scanned(run_newslint, "in", "--parts", form, "--jobs", jobs)
    assert found == (expected if form == "jsonl" else halves_as_arrow_has_them(expected))


@pytest.mark.parametrize(
    "arguments",
    [
        ("--min-severity", "warning"),
        ("--select", "CRA001"),
        ("--select", "shared-line"),
        ("--ignore", "CRA101"),
        ("--extend-exclude", "*.jsonl", "--select", "CRA001,garbled"),
        ("--no-local-rules", "--select", "garbled"),
    ],
)
def test_the_options_of_both_mean_the_same(
    crawl: Path, run_newslint: Any, arguments: tuple[str, ...]
) -> None:
    if "--no-local-rules" in arguments:
        (crawl / "newslint.toml").write_text("")
    expected = checked(run_newslint, "in", *arguments)
    assert expected
    found = scanned(run_newslint, "in", "--parts", "jsonl", "--jobs", "1", *arguments)
    assert found == expected


@pytest.mark.usefixtures("small_jobs")
def test_a_file_in_many_jobs_is_numbered_across_them(crawl: Path, run_newslint: Any) -> None:
    expected = checked(run_newslint, "in")
    found = scanned(run_newslint, "in", "--parts", "jsonl", "--jobs", "1")
    assert len(parts_of(crawl / "out")) > 8
    assert found == expected
    keys = [(one["path"], one["fingerprint"]) for one in found]
    assert len(set(keys)) == len(keys)


@pytest.mark.usefixtures("small_jobs")
def test_a_file_in_many_chunks_and_pieces_is_numbered_across_them(
    crawl: Path, run_newslint: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = checked(run_newslint, "in")
    monkeypatch.setattr(plan, "LARGEST", 4000)
    monkeypatch.setattr(plan, "SMALLEST", 4000)
    monkeypatch.setattr(staging, "LARGEST", 3)  # results, of which each counts at least one byte
    monkeypatch.setattr(Engine, "portions", in_pieces)
    monkeypatch.setattr(numbering, "_AT_ONCE", 2)
    assert scanned(run_newslint, "in", "--parts", "jsonl", "--jobs", "1") == expected


in_portions = Engine.portions


def in_pieces(engine: Engine, path: str, *, named: bool = True, part: Any = None) -> Any:
    """Lint a file in portions of a record or two, as one that is large would be."""
    return in_portions(engine, path, named=named, part=part, size=300)


# --- stopped and started again


class Stop(BaseException):
    """What ends a scan here as a signal would."""


def tiny(folder: Path) -> None:
    write_settings(folder, config='rules = ["rules"]\nselect = ["local"]\n')
    (folder / "in").mkdir()
    (folder / "in" / "a.jsonl").write_bytes(json_lines(records(range(14))))
    (folder / "in" / "b.jsonl").write_bytes(json_lines(records(range(5, 15))))


ARGUMENTS = ("scan", "in", "-o", "out", "--parts", "jsonl", "--jobs", "1")
STEPS = [
    (plan, "as_plain", 0),
    (WorkFolder, "write", 0),
    (WorkFolder, "write", 1),
    (staging, "rows_of", 3),
    (staging, "_article_line", 20),
    (WorkFolder, "write", 4),
    (numbering, "_write", 0),
    (numbering, "_write", 1),
    (local, "judge_corpus", 0),
    ("newslint.scan.across.reported", None, 0),
    (finishing, "part_name", 0),
    (finishing, "part_name", 3),
    (finishing, "_beside", 2),
    (run, "write_json", 0),
    (run, "summary_page", 0),
    (run, "write_json", 1),
]


@pytest.mark.usefixtures("small_jobs")
@pytest.mark.parametrize(("owner", "name", "after"), STEPS)
def test_stopped_anywhere_and_started_again_a_scan_ends_with_the_same_bytes(
    here: Path,
    run_newslint: Any,
    monkeypatch: pytest.MonkeyPatch,
    owner: Any,
    name: str | None,
    after: int,
) -> None:
    tiny(here)
    if name is None:
        from newslint.scan import across

        owner, name = across, owner.rsplit(".", 1)[1]
    calls = 0
    real = getattr(owner, name)

    def stopping(*arguments: Any, **named: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls > after:
            raise Stop
        return real(*arguments, **named)

    with monkeypatch.context() as patch:
        target = run if owner is plan else owner
        patch.setattr(target, name, stopping)
        with pytest.raises(Stop):
            run_newslint(*ARGUMENTS)
    assert not (here / "out" / "manifest.json").exists()
    ran = run_newslint(*ARGUMENTS)
    assert ran.status == 0
    stopped = files_of(here / "out")
    (here / "out").rename(here / "stopped")
    assert run_newslint(*ARGUMENTS).status == 0
    assert files_of(here / "out") == stopped
    assert len(stopped) > 8


def test_stopped_while_it_tidies_up_a_scan_is_finished(
    here: Path, run_newslint: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    tiny(here)
    with monkeypatch.context() as patch:

        def stop(folder: Path, **_: Any) -> None:
            next(Path(folder).glob("done-*")).unlink()
            raise Stop

        patch.setattr(run.shutil, "rmtree", stop)
        with pytest.raises(Stop):
            run_newslint(*ARGUMENTS)
    assert (here / "out" / ".work").exists()
    ran = run_newslint(*ARGUMENTS)
    assert (ran.status, ran.err) == (
        0,
        "newslint: out: finished already; --overwrite does it anew\n",
    )
    assert sorted(files_of(here / "out")) == [
        "manifest.json",
        "part-00000.jsonl",
        "summary.json",
        "summary.md",
    ]


@pytest.mark.usefixtures("small_jobs")
def test_what_was_done_is_not_done_again(
    here: Path, run_newslint: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    tiny(here)
    with monkeypatch.context() as patch:
        patch.setattr(run, "write_json", _stop)
        with pytest.raises(Stop):
            run_newslint(*ARGUMENTS)
        patch.undo()
        patch.setattr(Engine, "portions", _stop)
        patch.setattr(local, "judge_corpus", _stop)
        patch.setattr(local, "finish_job", _stop)
        patch.setattr(plan, "SMALLEST", 400)
        ran = run_newslint(*ARGUMENTS)
    assert ran.status == 0
    assert "jobs had been done before" in ran.err


def _stop(*_: Any, **__: Any) -> Any:
    raise Stop


@pytest.mark.usefixtures("small_jobs")
def test_thrown_away_in_part_nothing_of_the_old_scan_is_taken_for_the_new(
    here: Path, run_newslint: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    tiny(here)
    assert run_newslint(*ARGUMENTS).status == 0
    expected = files_of(here / "out")
    with monkeypatch.context() as patch:
        patch.setattr(run, "write_json", _stop)
        with pytest.raises(Stop):
            run_newslint(*ARGUMENTS, "--select", "CRA002", "--overwrite")
        patch.setattr(OutputFolder, "clear", _stop)
        with pytest.raises(Stop):
            run_newslint(*ARGUMENTS, "--overwrite")
    assert run_newslint(*ARGUMENTS).status == 0
    assert files_of(here / "out") == expected
