"""A scan whose jobs are done by a Spark cluster, and whose facts are grouped by it.

The workers read the input and write what they find themselves, so they have to see the files under
the same names as the driver: on a disk that all share, as HDFS or a bucket can be mounted. What
lies elsewhere is linted as a DataFrame (`newslint.spark.lint`).
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Self

import pyarrow as pa

from newslint.book_stamp import BookStamp
from newslint.corpus.grouping import EVIDENCE_TYPES, FACT_TYPES, GROUP_COLUMNS, ORDER, grouped
from newslint.corpus.judging import judge_rows
from newslint.corpus.places import PLACE, place_row
from newslint.errors import NewslintError
from newslint.reporting import as_record, of_record
from newslint.rule_set import ActiveRule
from newslint.scan.across import fact_files, hand_out
from newslint.scan.finishing import Finishing, finish_job
from newslint.scan.plan import Job, as_plain, of_plain
from newslint.scan.staging import Done, do_job
from newslint.scan.work_folder import WorkFolder
from newslint.session import Session
from newslint.spark.session import use_this_python
from newslint.spark.tables import mapped, values_of
from newslint.spark.tasks import reason, run_tasks
from newslint.spark.worker import Job as SparkJob
from newslint.spark.worker import shipped

PACE = 0.5
"""Seconds between two looks at what the workers have done."""
_VERDICTS = pa.schema(
    [
        *(
            pa.field(name, pa.string() if kind is str else pa.int64())
            for name, kind in PLACE.items()
        ),
        pa.field("said", pa.string()),
    ]
)


class SparkEngine:
    """Does the work of a scan on Spark.

    Args:
        spark: The Spark session.
        session: Of this process; each worker makes its own from the same options.
        told: Is told how many more bytes of input were read.
    """

    def __init__(
        self, spark: Any, session: Session, told: Callable[[int], object] = lambda _: None
    ) -> None:
        self._spark = spark
        self._session = session
        self._told = told

    def do(self, jobs: Sequence[Job], work: WorkFolder) -> Iterator[Done]:
        """Lint jobs, and give what became of each, as soon as it is there."""
        tasks = [_task(work, job.number, units=as_plain(job)) for job in jobs]
        with _Running(self._spark, self._session, _lint, tasks) as running:
            waiting = {job.number: job for job in jobs}
            while waiting:
                ended = running.ended(PACE)
                ready = [number for number in waiting if work.has("done", number)]
                for number in ready:
                    done = Done.of_plain(work.read("done", number))
                    self._told(waiting.pop(number).size)
                    yield done
                if ended and waiting and not ready:
                    raise NewslintError(
                        f"a Spark worker has done its job, and {work.folder} has nothing of it: "
                        "driver and workers have to see the same folder"
                    )

    def judge(
        self,
        rules: Sequence[ActiveRule],
        jobs: Sequence[Job],
        done: Sequence[Done],
        work: WorkFolder,
    ) -> None:
        """Judge what the jobs gathered, and write what is found for each job."""
        use_this_python(self._spark)
        facts, evidence = fact_files(jobs, done, work)
        self._view("facts", facts, FACT_TYPES)
        self._view("evidence", evidence, EVIDENCE_TYPES)
        rows = self._spark.sql(grouped(rules)).select(*GROUP_COLUMNS)
        # A key is never split, and no worker holds one: it reads its rows as they come.
        ordered = rows.repartition(*ORDER[:3]).sortWithinPartitions(*ORDER)
        job = SparkJob(_judge, self._session.options, BookStamp.of(self._session.book))
        verdicts = mapped(ordered, shipped(job), _VERDICTS).orderBy(*_VERDICTS.names)
        try:
            found = (of_record(json.loads(row["said"])) for row in verdicts.toLocalIterator())
            hand_out(found, jobs, work, self._session.options.config.min_severity)
        except NewslintError:
            raise
        except Exception as error:  # of Java, in hundreds of lines
            raise NewslintError(f"a Spark worker failed: {reason(error)}") from error

    def _view(self, name: str, files: Sequence[Path], types: dict[str, str]) -> None:
        columns = ", ".join(
            f"`{column}` {'STRING' if kind == 'VARCHAR' else kind}"
            for column, kind in types.items()
        )
        paths = [file.resolve().as_uri() for file in files]
        table = self._spark.read.json(paths, schema=columns, mode="FAILFAST")
        table.createOrReplaceTempView(name)

    def finish(
        self, jobs: Sequence[tuple[Job, Done]], work: WorkFolder, how: Finishing
    ) -> Iterator[dict[str, Any]]:
        """Write the parts of jobs, and give what is counted in each."""
        manner = {
            "output": str(how.output.resolve()),
            "form": how.form,
            "supersedes": {code: sorted(codes) for code, codes in how.supersedes.items()},
            "keep": None if how.keep is None else sorted(how.keep),
        }
        tasks = [
            _task(work, job.number, units=as_plain(job), done=done.as_plain(), how=manner)
            for job, done in jobs
        ]
        yield from map(json.loads, run_tasks(self._spark, self._session, _finish, tasks))


def _task(work: WorkFolder, number: int, **rest: Any) -> str:
    return json.dumps(
        {"here": os.getcwd(), "work": str(work.folder.resolve()), "number": number, **rest}  # noqa: PTH109
    )


def _read(task: str) -> tuple[dict[str, Any], Job, WorkFolder]:
    """Read a task on a worker, and go to where the paths count from.

    Raises:
        NewslintError: when the worker does not see the folders of the driver.
    """
    values = json.loads(task)
    try:
        os.chdir(values["here"])
        os.scandir(values["work"]).close()
    except OSError as error:
        raise NewslintError(
            f"a worker does not see the files of the driver ({error.strerror}: {error.filename}); "
            "they have to lie on a disk that all share"
        ) from error
    return (
        values,
        of_plain(values["number"], values["units"]),
        WorkFolder(Path(values["work"]).parent),
    )


def _lint(session: Session, task: str) -> str:
    _, job, work = _read(task)
    do_job(session, job, work)
    return ""


def _finish(session: Session, task: str) -> str:
    del session
    values, job, work = _read(task)
    how = values["how"]
    supersedes = {code: frozenset(codes) for code, codes in how["supersedes"].items()}
    keep = None if how["keep"] is None else frozenset(how["keep"])
    finishing = Finishing(Path(how["output"]), how["form"], supersedes, keep)
    return json.dumps(finish_job(job, Done.of_plain(values["done"]), work, finishing))


def _judge(session: Session, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Judge rows on a worker."""
    held: list[tuple[Any, ...]] = []
    for one in judge_rows(values_of(batches), session.selection.default.corpus):
        held.append((*place_row(one), json.dumps(as_record(one))))
        if len(held) >= 1000:
            yield _verdicts(held)
            held = []
    yield _verdicts(held)


def _verdicts(rows: list[tuple[Any, ...]]) -> pa.RecordBatch:
    named = [dict(zip(_VERDICTS.names, row, strict=True)) for row in rows]
    return pa.RecordBatch.from_pylist(named, _VERDICTS)


class _Running:
    """Tasks that are under way while this process looks on."""

    def __init__(
        self, spark: Any, session: Session, work: Callable[[Session, str], str], tasks: list[str]
    ) -> None:
        self._error: Exception | None = None
        self._thread = threading.Thread(
            target=self._run, args=(spark, session, work, tasks), daemon=True
        )

    def _run(self, *arguments: Any) -> None:
        try:
            run_tasks(*arguments)
        except Exception as error:  # raised again by whoever waits
            self._error = error

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._error is None:
            self._thread.join(timeout=0 if _[0] else None)

    def ended(self, patience: float) -> bool:
        """Wait a little, and tell whether all is done.

        Raises:
            NewslintError: when a worker failed.
        """
        self._thread.join(timeout=patience)
        if self._error is not None:
            raise self._error
        return not self._thread.is_alive()
