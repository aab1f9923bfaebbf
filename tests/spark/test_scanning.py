from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import worker_tasks
from newsroom_table import digest, of_lines, write_newsroom
from pyarrow import parquet

from newslint.errors import NewslintError
from newslint.scan.plan import plan_jobs
from newslint.scan.work_folder import WorkFolder
from newslint.session import Session, session_options
from newslint.spark.scanning import SparkEngine

STORY = "The council met on Tuesday and put off its vote on the the bridge once more."


def files_of(folder: Path) -> dict[str, bytes]:
    """What a scan wrote: parts and sums."""
    return {
        file.name: file.read_bytes()
        for file in folder.iterdir()
        if file.name.startswith(("part-", "summary"))
    }


@pytest.mark.parametrize("parts", ["jsonl", "parquet"])
def test_a_scan_on_spark_writes_the_bytes_of_one_here(
    spark: Any, here: Path, run_newslint: Any, parts: str
) -> None:
    write_newsroom(here)
    expected = of_lines(run_newslint("check", "in", "--no-cache", "--format", "jsonl").out)
    scan = ("scan", "in", "--parts", parts, "-o")
    local = run_newslint(*scan, "local", "--jobs", "1")
    two = run_newslint(*scan, "two", "--jobs", "2")
    spread = run_newslint(*scan, "spread", "--engine", "spark")
    assert spread.err == local.err.replace("local", "spread")
    assert (local.status, two.status, spread.status) == (2, 2, 2)  # a rule crashed
    assert files_of(here / "spread") == files_of(here / "local") == files_of(here / "two")
    if parts == "jsonl":
        files = sorted((here / "spread").glob("part-*.jsonl"))
        found = [one for file in files for one in of_lines(file.read_text())]
    else:
        found = parquet.read_table(sorted((here / "spread").glob("part-*.parquet"))).to_pylist()
    assert digest(found) == digest(expected)


def test_a_worker_that_fails_ends_the_scan_in_words(
    spark: Any, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spark.sparkContext.addPyFile(worker_tasks.__file__)
    (here / "a.jsonl").write_text(f'{{"text": "{STORY}"}}\n')
    session = Session(session_options())
    monkeypatch.setattr("newslint.spark.scanning._lint", worker_tasks.broken_task)
    jobs = list(plan_jobs(session.engine, {"a.jsonl": True}))
    work = WorkFolder(here / "out")
    work.folder.mkdir(parents=True)
    with pytest.raises(NewslintError, match="a Spark worker failed: KeyError"):
        list(SparkEngine(spark, session).do(jobs, work))
