from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import pytest

from newslint.book_stamp import BookStamp
from newslint.errors import PluginError
from newslint.session import Session, session_options
from newslint.spark.worker import Job, shipped


def counted(session: Session, batches: Iterator[str], factor: int) -> Iterator[Any]:
    yield from (factor * len(batch) for batch in batches)


def job(stamp: BookStamp | None = None) -> Job:
    options = session_options(select="fused-words")
    return Job(counted, options, stamp or BookStamp.of(Session(options).book), (3,))


def test_a_job_is_done_with_the_rules_that_are_here() -> None:
    assert list(shipped(job())(iter(["a", "bc"]))) == [3, 6]


def test_other_rules_than_those_of_the_driver_are_said() -> None:
    here = job().stamp
    there = BookStamp((*here.plugins, ("newslint-acme", "1.2")), (*here.rules, "ZZZ001"))
    run = shipped(job(there))
    with pytest.raises(PluginError) as raised:
        list(run(iter(["a"])))
    assert str(raised.value) == (
        "the rules on this worker are not those of the driver: missing: newslint-acme 1.2; "
        "ship the environment of the driver to the workers (spark.archives and PYSPARK_PYTHON: "
        "docs/spark.md of newslint)"
    )


def test_a_worker_without_newslint_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    run = shipped(job())
    monkeypatch.setitem(sys.modules, "newslint.spark.worker", None)
    with pytest.raises(RuntimeError, match=r"newslint cannot be imported by .*: ship the environ"):
        list(run(iter(["a"])))


def test_a_worker_with_another_newslint_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    run = shipped(job())
    monkeypatch.delattr(sys.modules[__name__], "counted")
    with pytest.raises(PluginError, match="newslint on this worker is not the one of the driver"):
        list(run(iter(["a"])))
