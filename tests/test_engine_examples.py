"""The recipes of `examples/engines` give what `check` gives, every column."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from needs import need_module, need_spark
from newsroom_table import digest, of_lines, write_newsroom
from pyarrow import parquet

EXAMPLES = Path(__file__).parent.parent / "examples" / "engines"


@pytest.fixture
def checked(here: Path, run_newslint: Any) -> str:
    """The digest of what `check` says of the newsroom's Parquet files."""
    names = write_newsroom(here)
    return digest(of_lines(run_newslint("check", *names, "--no-cache", "--format", "jsonl").out))


def run_example(name: str, *arguments: str) -> None:
    command = [sys.executable, str(EXAMPLES / name), *arguments, "--config", "newslint.toml"]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert ran.returncode == 0, ran.stderr[-3000:]


@pytest.mark.slow
def test_ray(checked: str, here: Path) -> None:
    need_module("ray")
    run_example("ray_data.py", "in/arle.parquet", "in/quiet.parquet", "-o", "found.jsonl")
    assert digest(of_lines((here / "found.jsonl").read_text())) == checked


@pytest.mark.slow
def test_datatrove(checked: str, here: Path) -> None:
    need_module("datatrove")
    run_example("datatrove_step.py", "in", "-o", "found")
    documents = [
        one for file in (here / "found").glob("*.jsonl") for one in of_lines(file.read_text())
    ]
    assert len(documents) == 200
    assert digest(row for one in documents for row in one["metadata"]["newslint"]) == checked


@pytest.mark.slow
@pytest.mark.spark
def test_spark(checked: str, here: Path) -> None:
    need_spark()
    run_example("spark_notebook.py", "in", "-o", "found")
    assert digest(parquet.read_table(here / "found").to_pylist()) == checked
