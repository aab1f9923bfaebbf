from __future__ import annotations

from typing import Any

import pytest
import worker_tasks
from worker_tasks import broken_task, failing_task, reversed_task

from newslint.errors import NewslintError
from newslint.session import Session, session_options
from newslint.spark import run_tasks


@pytest.fixture
def session() -> Session:
    return Session(session_options())


@pytest.fixture(autouse=True)
def _importable(spark: Any) -> None:
    """Have the workers find the functions."""
    spark.sparkContext.addPyFile(worker_tasks.__file__)


def test_tasks_are_done_in_order(spark: Any, session: Session) -> None:
    count = len(session.book.rules)
    tasks = [f"task-{number}" for number in range(11)]
    done = run_tasks(spark, session, reversed_task, tasks)
    assert done == [f"{task[::-1]} {count}" for task in tasks]
    assert run_tasks(spark, session, reversed_task, []) == []


def test_what_goes_wrong_is_one_line(spark: Any, session: Session) -> None:
    with pytest.raises(NewslintError) as raised:
        run_tasks(spark, session, failing_task, ["a", "b"])
    assert str(raised.value) == "a Spark worker failed: the disk is full"
    with pytest.raises(NewslintError) as raised:
        run_tasks(spark, session, broken_task, ["a"])
    assert str(raised.value) == "a Spark worker failed: KeyError: 'a'"
