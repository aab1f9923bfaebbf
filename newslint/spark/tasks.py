"""Tasks in words on the workers, one a partition: what `scan --engine spark` runs its jobs with."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pyarrow as pa

from newslint.book_stamp import BookStamp
from newslint.errors import NewslintError
from newslint.patterns import regexp
from newslint.session import Session
from newslint.spark.session import use_this_python
from newslint.spark.tables import mapped
from newslint.spark.worker import Job, shipped

TASKS = pa.schema([pa.field("number", pa.int64()), pa.field("task", pa.string())])
_SAID = regexp(r"(?m)^(?:newslint\.errors\.\w+|RuntimeError): (.+)")
_LOST = regexp(r"\(TID \d+\) \([^)]*\): (?:[\w.$]+(?:Exception|Error): )?(.+)")
_RAISED = regexp(r"(?m)^[\w.]+(?:Error|Exception|Interrupt)\b.*")


def run_tasks(
    spark: Any, session: Session, work: Callable[[Session, str], str], tasks: Sequence[str]
) -> list[str]:
    """Run a function on each task, on any worker; return what it returns, in order.

    Args:
        spark: The Spark session.
        session: The session of this process; each worker makes its own from the same options, and
            the run stops where its rules are others.
        work: A function of a module, called with the worker's session and the task.
        tasks: What is to be done.

    Raises:
        NewslintError: when a worker could not do its work; says why in one line.
    """
    if not tasks:
        return []
    use_this_python(spark)
    numbered = spark.sparkContext.parallelize(list(enumerate(tasks)), len(tasks))
    table = spark.createDataFrame(numbered, "number bigint, task string")
    job = Job(_each, session.options, BookStamp.of(session.book), (work,))
    try:
        done = mapped(table, shipped(job), TASKS).collect()
    except Exception as error:  # of Java, in hundreds of lines
        raise NewslintError(f"a Spark worker failed: {reason(error)}") from error
    return [row["task"] for row in sorted(done, key=lambda row: row["number"])]


def _each(
    session: Session, batches: Iterator[pa.RecordBatch], work: Callable[[Session, str], str]
) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        done = [work(session, task) for task in batch.column("task").to_pylist()]
        columns = [batch.column("number"), pa.array(done, pa.string())]
        yield pa.RecordBatch.from_arrays(columns, schema=TASKS)


def reason(error: Exception) -> str:
    """Return what a worker said, out of what Java made of it."""
    text = str(error)
    if said := _SAID.search(text):
        return said[1]
    if (lost := _LOST.search(text)) and "Traceback" not in text:
        return lost[1]
    if raised := _RAISED.findall(text):
        return str(raised[-1])
    return (text.strip().splitlines() or [type(error).__name__])[0]
