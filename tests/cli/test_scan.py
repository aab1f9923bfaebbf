"""``newslint scan`` as users run it: inputs, exit statuses, what it says."""

from __future__ import annotations

import gzip
import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from crawl import files_of, json_lines, record, records, rows_of, write_crawl, write_settings

from newslint.cli import scan as scan_verb
from newslint.scan import plan

OUT = ("-o", "out", "--parts", "jsonl")


@pytest.fixture
def crawl(here: Path) -> Path:
    write_settings(here, config='rules = ["rules"]\nselect = ["local"]\n')
    (here / "in").mkdir()
    (here / "in" / "a.jsonl").write_bytes(json_lines(records(range(12))))
    (here / "in" / "b.jsonl").write_bytes(json_lines(records(range(12, 20))))
    return here


def manifest(folder: Path) -> dict[str, Any]:
    value: dict[str, Any] = json.loads((folder / "out" / "manifest.json").read_text())
    return value


def inputs(folder: Path) -> list[str]:
    return [one["path"] for one in manifest(folder)["inputs"]]


# --- which files


def test_a_glob_that_no_shell_expands_means_files(crawl: Path, run_newslint: Any) -> None:
    (crawl / "in" / "deep").mkdir()
    (crawl / "in" / "deep" / "c.jsonl").write_bytes(json_lines(records(range(2))))
    ran = run_newslint("scan", "in/**/*.jsonl", *OUT)
    assert ran.status == 0
    assert inputs(crawl) == ["in/a.jsonl", "in/b.jsonl", "in/deep/c.jsonl"]
    ran = run_newslint("scan", str(crawl / "in" / "[ab].jsonl"), *OUT, "--overwrite")
    assert inputs(crawl) == ["in/a.jsonl", "in/b.jsonl"]


def test_a_name_with_a_star_in_it_is_that_file(crawl: Path, run_newslint: Any) -> None:
    (crawl / "in" / "[ab].jsonl").write_bytes(json_lines(records(range(2))))
    assert run_newslint("scan", "in/[ab].jsonl", *OUT).status == 0
    assert inputs(crawl) == ["in/[ab].jsonl"]


@pytest.mark.parametrize("given", ["nowhere", "in/*.csv", "nowhere/**"])
def test_what_is_not_there_is_said_before_anything_is_done(
    crawl: Path, run_newslint: Any, given: str
) -> None:
    ran = run_newslint("scan", "in", given, *OUT)
    assert ran.status == 2
    assert ran.err == (
        f"newslint: {given}: no such file or folder, and no file has a name like that\n"
    )
    assert not (crawl / "out").exists()


def test_a_folder_without_articles(here: Path, run_newslint: Any) -> None:
    (here / "in").mkdir()
    ran = run_newslint("scan", "in", *OUT)
    assert (ran.status, ran.err) == (0, "newslint: no articles found\n")


def test_what_is_written_is_not_read(crawl: Path, run_newslint: Any) -> None:
    for _ in range(2):
        ran = run_newslint("scan", ".", "-o", "in/out", "--parts", "jsonl", "--overwrite")
        assert ran.status == 0
        names = [
            one["path"]
            for one in json.loads((crawl / "in" / "out" / "manifest.json").read_text())["inputs"]
        ]
        assert names == ["in/a.jsonl", "in/b.jsonl"]


def test_names_of_files_may_hold_anything(crawl: Path, run_newslint: Any) -> None:
    names = [b"li\nne.jsonl", b"quo'te\".jsonl", b"\xff.jsonl", "Zürich 🙂.jsonl".encode()]
    for name in names:
        (crawl / "in" / os.fsdecode(name)).write_bytes(json_lines(records(range(3))))
    checked = run_newslint("check", "in", "--no-cache", "--format", "jsonl")
    for jobs in ("1", "2"):
        ran = run_newslint("scan", "in", *OUT, "--jobs", jobs, "--overwrite")
        assert ran.status == 0, ran.err
        assert rows_of(crawl / "out") == [json.loads(line) for line in checked.out.splitlines()]


# --- exit statuses


@pytest.mark.parametrize(
    ("fail_on", "status"),
    [(None, 0), ("never", 0), ("error", 1), ("warning", 1), ("info", 1)],
)
def test_findings_fail_a_scan_only_when_asked_to(
    crawl: Path, run_newslint: Any, fail_on: str | None, status: int
) -> None:
    more = ("--fail-on", fail_on) if fail_on else ()
    assert run_newslint("scan", "in", *OUT, *more).status == status


def test_fail_on_what_is_not_there(crawl: Path, run_newslint: Any) -> None:
    more = ("--select", "CRA002", "--fail-on", "warning")
    assert run_newslint("scan", "in", *OUT, *more).status == 0


def test_a_finished_scan_has_the_same_status_again(crawl: Path, run_newslint: Any) -> None:
    (crawl / "in" / "c.jsonl.gz").write_bytes(b"\x1f\x8b broken")
    for _ in range(2):
        assert run_newslint("scan", "in", *OUT).status == 2
    (crawl / "in" / "c.jsonl.gz").unlink()
    for _ in range(2):
        assert run_newslint("scan", "in", "-o", "out2", "--fail-on", "error").status == 1


def test_a_corrupt_shard_is_reported_and_the_rest_done(crawl: Path, run_newslint: Any) -> None:
    packed = gzip.compress(json_lines(records(range(40))))
    (crawl / "in" / "c.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    ran = run_newslint("scan", "in", *OUT)
    assert ran.status == 2
    assert "1 files could not be read" in ran.err
    found = rows_of(crawl / "out")
    assert [one["path"] for one in found if one["code"] == "NLX002"] == ["in/c.jsonl.gz"]
    assert {one["path"] for one in found} == {"in/a.jsonl", "in/b.jsonl", "in/c.jsonl.gz"}
    assert json.loads((crawl / "out" / "summary.json").read_text())["unreadable_files"] == 1


def test_records_that_cannot_be_read_or_are_too_large(crawl: Path, run_newslint: Any) -> None:
    (crawl / "newslint.toml").write_text(
        'rules = ["rules"]\nselect = ["local"]\nmax-article-size = 400\n'
    )
    (crawl / "in" / "c.jsonl").write_bytes(
        json_lines([record(1)])
        + b'{"text": \n'
        + json_lines([record(2, text="A badword too many. " * 40), record(3)])
    )
    (crawl / "in" / "long.txt").write_text("A badword too many. " * 40)
    ran = run_newslint("scan", "in", *OUT)
    assert ran.status == 0
    assert "3 records could not be read or were too large" in ran.err
    found = rows_of(crawl / "out")
    assert [(one["path"], one["code"]) for one in found if one["code"] in {"NLX002", "NLX003"}] == [
        ("in/c.jsonl", "NLX002"),
        ("in/c.jsonl", "NLX003"),
        ("in/long.txt", "NLX003"),
    ]
    for most, status in (("3", 0), ("2", 2), ("0", 2)):
        ran = run_newslint("scan", "in", *OUT, "--max-bad-records", most, "--overwrite")
        assert ran.status == status


def test_eight_million_characters_are_the_limit_of_a_scan(crawl: Path, run_newslint: Any) -> None:
    (crawl / "in" / "long.txt").write_text("A badword too many.\n" * 430_000)
    run_newslint("scan", "in/long.txt", *OUT)
    (one,) = rows_of(crawl / "out")
    assert one["code"] == "NLX003"
    assert "8,388,608" in one["message"]


CRASHING = '''
from newslint import Doc, Fact, Findings, Group, rule


@rule("BAD001")
def crashing(doc: Doc) -> Findings:
    """Crashes.

    Good: One.
    """
    if "mill" in doc.text:
        raise ValueError("no mills")
    yield from ()


@rule("BAD002", gather=lambda doc: [Fact("key", doc.span(0, 1))], min_articles=2)
def crashing_judge(group: Group):
    """Crashes.

    Good: One.
    """
    raise ValueError("no keys")
'''


@pytest.mark.parametrize("select", ["BAD001", "BAD002"])
def test_a_rule_that_crashes_is_trouble(crawl: Path, run_newslint: Any, select: str) -> None:
    (crawl / "rules" / "bad.py").write_text(CRASHING)
    ran = run_newslint("scan", "in", *OUT, "--select", f"CRA001,{select}")
    assert ran.status == 2
    found = rows_of(crawl / "out")
    assert {"CRA001", "NLX001"} <= {one["code"] for one in found}
    assert "crashed" in ran.err


DYING = '''
import os
from newslint import Doc, Findings, rule


@rule("BAD003")
def dying(doc: Doc) -> Findings:
    """Ends its process.

    Good: One.
    """
    if "mill" in doc.text and os.environ.get("DIE"):
        os._exit(9)
    yield from ()
'''


def test_a_worker_that_dies_leaves_a_scan_that_can_go_on(
    crawl: Path, run_newslint: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    (crawl / "rules" / "bad.py").write_text(DYING)
    monkeypatch.setattr(plan, "SMALLEST", 400)
    monkeypatch.setattr(plan, "LARGEST", 400)
    monkeypatch.setenv("DIE", "1")
    ran = run_newslint("scan", "in", *OUT, "--jobs", "2")
    assert ran.status == 2
    assert "a worker process died" in ran.err
    monkeypatch.delenv("DIE")
    assert run_newslint("scan", "in", *OUT, "--jobs", "2").status == 0
    first = files_of(crawl / "out")
    run_newslint("scan", "in", *OUT, "--jobs", "1", "--overwrite")
    assert files_of(crawl / "out") == first


def test_ctrl_c_says_how_to_go_on(
    crawl: Path, run_newslint: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("newslint.engine.Engine.portions", interrupted)
        ran = run_newslint("scan", "in", *OUT, "--jobs", "1")
    assert ran.status == 130
    assert "stopped; the same command goes on from here" in ran.err
    assert run_newslint("scan", "in", *OUT, "--jobs", "1").status == 0


# --- real processes


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "newslint", "scan", *arguments]


@pytest.mark.slow
def test_killed_at_random_moments_a_scan_ends_with_the_same_bytes(here: Path) -> None:
    write_crawl(here)
    many = [record(number, id=f"n-{number}") for number in range(2_000)]
    (here / "in" / "many.jsonl").write_bytes(json_lines(many) * 3)
    arguments = ("in", *OUT, "--jobs", "2", "--quiet")
    code = (
        "import sys; from newslint.scan import plan; plan.SMALLEST = plan.LARGEST = 100_000\n"
        "from newslint.cli import main\n"
        f"if __name__ == '__main__': sys.exit(main(['scan', *{arguments!r}]))"
    )
    (here / "run.py").write_text(code)
    chance = random.Random(7)
    killed = 0
    while True:
        with subprocess.Popen([sys.executable, "run.py"], cwd=here, start_new_session=True) as scan:
            try:
                status = scan.wait(timeout=None if killed >= 6 else chance.uniform(0.5, 6))
                break
            except subprocess.TimeoutExpired:
                killed += 1
                os.killpg(scan.pid, signal.SIGKILL)
    assert status == 0
    assert killed
    first = files_of(here / "out")
    assert not any(".work" in name or "unfinished" in name for name in first)
    (here / "out").rename(here / "killed")
    assert subprocess.run([sys.executable, "run.py"], cwd=here, check=False).returncode == 0
    assert files_of(here / "out") == first


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_workers_end_with_a_scan_that_is_killed_alone(crawl: Path) -> None:
    (crawl / "rules" / "bad.py").write_text(
        DYING.replace("os._exit(9)", '__import__("time").sleep(600)')
    )
    environment = {**os.environ, "DIE": "1"}
    with subprocess.Popen(
        [sys.executable, "-c",
         ("from newslint.scan import plan; plan.SMALLEST = plan.LARGEST = 400\n"
          "from newslint.cli import main; main(['scan', 'in', '-o', 'out', '-j', '2'])")],
        cwd=crawl, env=environment, start_new_session=True,
    ) as scan:  # fmt: skip
        until = time.monotonic() + 60
        while len(workers := of_session(scan.pid)) < 3 and time.monotonic() < until:
            time.sleep(0.1)
        time.sleep(1.5)  # they are at work by now
        assert len(workers) >= 3
        scan.kill()
    until = time.monotonic() + 20
    while of_session(scan.pid) and time.monotonic() < until:
        time.sleep(0.1)
    assert of_session(scan.pid) == []


def of_session(leader: int) -> list[int]:
    """The processes of a session that are alive."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            if int(fields[3]) == leader and fields[0] != "Z":
                found.append(int(entry.name))
    return found


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_full_disk_is_said_and_the_scan_goes_on_later(crawl: Path, jobs: str) -> None:
    many = [record(number, id=f"n-{number}") for number in range(3_000)]
    (crawl / "in" / "many.jsonl").write_bytes(json_lines(many))

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, resource.RLIM_INFINITY))

    arguments = command("in", *OUT, "--jobs", jobs)
    ran = subprocess.run(
        arguments, cwd=crawl, preexec_fn=little_room, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 2
    assert "Traceback" not in ran.stderr
    assert "newslint: cannot go on: " in ran.stderr
    assert not (crawl / "out" / "manifest.json").exists()
    ran = subprocess.run(arguments, cwd=crawl, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written(crawl: Path, run_newslint: Any) -> None:
    (crawl / "locked").mkdir(mode=0o500)
    ran = run_newslint("scan", "in", "-o", "locked/out")
    assert ran.status == 2
    assert "Permission denied" in ran.err


def test_a_folder_below_a_file_cannot_be_made(crawl: Path, run_newslint: Any) -> None:
    ran = run_newslint("scan", "in", "-o", "newslint.toml/out")
    assert ran.status == 2
    assert "newslint.toml" in ran.err
    assert "Not a directory" in ran.err


# --- what it says


def test_what_it_says_at_the_end(crawl: Path, run_newslint: Any) -> None:
    ran = run_newslint("scan", "in", *OUT)
    first, *rest = ran.err.splitlines()
    assert first.startswith("newslint: 20 articles, findings: ")
    assert first.endswith("see out/summary.md")
    assert ran.out == ""
    assert all(line.startswith("newslint: ") for line in rest)
    assert "\r" not in ran.err
    assert run_newslint("scan", "in", *OUT, "--overwrite", "--quiet").err == ""


def test_a_terminal_sees_how_far_it_is(
    crawl: Path, run_newslint: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scan_verb, "progress_wanted", lambda _: True)
    monkeypatch.setattr("newslint.cli.progress.PATIENCE", 0)
    monkeypatch.setattr("newslint.cli.progress.PACE", 0)
    monkeypatch.setattr(plan, "SMALLEST", 400)
    monkeypatch.setattr(plan, "LARGEST", 400)
    ran = run_newslint("scan", "in", *OUT, "--jobs", "1")
    assert "MB/s" in ran.err
    assert " left" in ran.err
    assert "100%" in ran.err
    for step in ("planning", "judging across articles", "writing"):
        assert f"{step} …" in ran.err
    assert ran.err.splitlines()[-1].startswith(("newslint", "\r"))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "where to? name a folder with -o DIR"),
        (("-o", "out", "--memory", "much"), "--memory much: write a size such as 300MB or 2GB"),
        (("-o", "out", "--memory", "0"), "--memory 0: that is nothing at all"),
        (("-o", "out", "--memory", "60MB"), "--memory 60MB: 100MB is the least that will do"),
        (("-o", "out", "--max-bad-records", "-1"), "--max-bad-records -1: write a whole number"),
        (("-o", "out", "--master", "local"), "--master is for --engine spark"),
        (("-o", "out", "--select", "CRA999"), "CRA999"),
    ],
)
def test_a_command_line_that_cannot_be_done(
    crawl: Path, run_newslint: Any, arguments: tuple[str, ...], told: str
) -> None:
    ran = run_newslint("scan", "in", *arguments)
    assert ran.status == 2
    assert told in ran.err
    assert not (crawl / "out").exists()


def test_a_rule_that_lacks_a_library_is_named(here, run_newslint, monkeypatch):
    monkeypatch.setattr("newslint.rulebook.is_importable", lambda module: module != "rensa")
    (here / "in.jsonl").write_bytes(json_lines(records(range(3))))
    ran = run_newslint("scan", "in.jsonl", "-o", "out", "--parts", "jsonl", "--jobs", "1")
    assert "near-duplicate (DUP102) does not run: pip install 'newslint[corpus]'" in ran.err
    assert ran.status == 0


@pytest.mark.parametrize("missing", ["pyspark", "pandas", "pyarrow"])
def test_without_spark_the_engine_says_what_to_install(crawl: Path, missing: str) -> None:
    hidden = (
        "import sys, importlib.util as util\n"
        f"known, sys.modules[{missing!r}] = util.find_spec, None\n"
        f"util.find_spec = lambda name: None if name == {missing!r} else known(name)\n"
        "from newslint.cli import main\n"
        "sys.exit(main())"
    )
    command = [sys.executable, "-c", hidden, "scan", "in", *OUT, "--engine", "spark"]
    ran = subprocess.run(command, cwd=crawl, capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert f"Spark needs {missing}: pip install 'newslint[spark]'" in ran.stderr
    assert "Traceback" not in ran.stderr
