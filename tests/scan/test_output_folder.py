"""One scan at a time, and nothing of anybody else's thrown away."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from crawl import files_of, json_lines, records, write_settings

from newslint.engine import Engine
from newslint.errors import NewslintError
from newslint.scan.output_folder import OutputFolder
from newslint.scan.work_folder import WorkFolder

ARGUMENTS = ("scan", "in", "-o", "out", "--parts", "jsonl", "--jobs", "1")


@pytest.fixture
def crawl(here: Path) -> Path:
    write_settings(here, config='rules = ["rules"]\nselect = ["CRA001", "CRA101"]\n')
    (here / "in").mkdir()
    (here / "in" / "a.jsonl").write_bytes(json_lines(records(range(5))))
    return here


def test_a_folder_with_other_files_is_left_alone(crawl: Path, run_newslint: Any) -> None:
    out = crawl / "out"
    out.mkdir()
    for name in ("part-00000.parquet", "manifest.json", "summary.md"):
        (out / name).write_text('{"name": "not ours"}')
    before = files_of(out)
    for more in ((), ("--overwrite",)):
        ran = run_newslint(*ARGUMENTS, *more)
        assert ran.status == 2
        assert ran.err == "newslint: -o out: holds other files; name a folder of its own\n"
        assert files_of(out) == before


def test_a_file_is_no_folder(crawl: Path, run_newslint: Any) -> None:
    (crawl / "out").write_text("x")
    ran = run_newslint(*ARGUMENTS)
    assert (ran.status, ran.err) == (2, "newslint: -o out: is a file; name a folder\n")


@pytest.mark.parametrize("inside", ["", ".work"])
def test_an_empty_folder_will_do(crawl: Path, run_newslint: Any, inside: str) -> None:
    (crawl / "out" / inside).mkdir(parents=True)
    assert run_newslint(*ARGUMENTS).status == 0
    assert len(files_of(crawl / "out")) == 4


def test_a_scan_that_is_done_is_not_done_again(crawl: Path, run_newslint: Any) -> None:
    assert run_newslint(*ARGUMENTS).status == 0
    before = files_of(crawl / "out")
    ran = run_newslint(*ARGUMENTS)
    assert ran.status == 0
    assert ran.err == "newslint: out: finished already; --overwrite does it anew\n"
    assert files_of(crawl / "out") == before


@pytest.mark.parametrize(
    "more",
    [
        ("--select", "CRA001"),
        ("--parts", "parquet"),
        ("--min-severity", "error"),
        ("rules",),
    ],
)
def test_another_scan_is_refused_until_it_may_be_thrown_away(
    crawl: Path, run_newslint: Any, more: tuple[str, ...]
) -> None:
    (crawl / "rules" / "b.txt").write_text("A story of a badword that stands here.\n")
    assert run_newslint(*ARGUMENTS).status == 0
    before = files_of(crawl / "out")
    ran = run_newslint(*ARGUMENTS, *more)
    assert ran.status == 2
    assert ran.err == (
        "newslint: -o out: holds a scan of other files, of files that have changed since, or with "
        "other settings; --overwrite throws it away\n"
    )
    assert files_of(crawl / "out") == before
    assert run_newslint(*ARGUMENTS, *more, "--overwrite").status == 0
    after = files_of(crawl / "out")
    assert len(after) == 4
    assert after["manifest.json"] != before["manifest.json"]


def test_a_file_that_has_changed_at_the_same_size_is_seen(crawl: Path, run_newslint: Any) -> None:
    assert run_newslint(*ARGUMENTS).status == 0
    file = crawl / "in" / "a.jsonl"
    file.write_bytes(file.read_bytes().replace(b"badword", b"goodwrd"))
    at = (crawl / "out" / "manifest.json").stat().st_mtime_ns + 10**9
    os.utime(file, ns=(at, at))
    assert "have changed since" in run_newslint(*ARGUMENTS).err


def test_an_unfinished_scan_goes_on_with_the_same_settings_only(
    crawl: Path, run_newslint: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from newslint.scan import run

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device", "out/summary.json")

    with monkeypatch.context() as patch:
        patch.setattr(run, "write_json", full)
        ran = run_newslint(*ARGUMENTS)
        assert ran.status == 2
        assert ran.err == ("newslint: cannot go on: out/summary.json: No space left on device\n")
    for more in (("--select", "CRA001"), ("--parts", "parquet"), ("--min-severity", "error")):
        ran = run_newslint(*ARGUMENTS, *more)
        assert ran.status == 2
        assert "holds an unfinished scan of other files" in ran.err
    assert run_newslint(*ARGUMENTS, "--parts", "parquet", "--overwrite").status == 0
    assert sorted(files_of(crawl / "out")) == [
        "manifest.json", "part-00000.parquet", "summary.json", "summary.md",
    ]  # fmt: skip


def test_two_scans_do_not_write_to_one_folder(crawl: Path, run_newslint: Any) -> None:
    work = WorkFolder(crawl / "out")
    with OutputFolder(crawl / "out", work).locked():
        ran = run_newslint(*ARGUMENTS)
    assert ran.status == 2
    assert ran.err == (
        "newslint: -o out: another scan is writing there; wait for it, or name another folder\n"
    )
    assert run_newslint(*ARGUMENTS).status == 0


def test_who_dies_lets_go_of_the_folder(here: Path) -> None:
    code = f"""
import os, sys
from pathlib import Path
from newslint.scan.output_folder import OutputFolder
from newslint.scan.work_folder import WorkFolder
folder = Path({str(here)!r}) / "out"
with OutputFolder(folder, WorkFolder(folder)).locked():
    print("locked", flush=True)
    sys.stdin.read()
"""
    out = here / "out"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"locked\n"
        with pytest.raises(NewslintError), OutputFolder(out, WorkFolder(out)).locked():
            pass
        other.kill()
        other.wait()
    with OutputFolder(out, WorkFolder(out)).locked():
        pass


@pytest.mark.parametrize("change", ["changed", "gone"])
def test_an_input_that_changes_meanwhile_is_told(
    crawl: Path, run_newslint: Any, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    real = Engine.portions

    def portions(*arguments: Any, **named: Any) -> Any:
        yield from real(*arguments, **named)
        if change == "gone":
            (crawl / "in" / "a.jsonl").unlink()
        else:
            (crawl / "in" / "a.jsonl").write_bytes(b'{"text": "An article of another day."}\n')

    with monkeypatch.context() as patch:
        patch.setattr(Engine, "portions", portions)
        ran = run_newslint(*ARGUMENTS)
    assert ran.status == 2
    assert ran.err == ("newslint: in/a.jsonl: changed while it was read; --overwrite begins anew\n")
    assert not (crawl / "out" / "manifest.json").exists()
    if change == "changed":
        assert "--overwrite throws it away" in run_newslint(*ARGUMENTS).err
        assert run_newslint(*ARGUMENTS, "--overwrite").status == 0
