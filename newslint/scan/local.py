"""The jobs of a scan in processes of this machine."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from ctypes import c_longlong
from importlib.util import find_spec
from typing import Any

from newslint.corpus.duckdb import DuckDbStore
from newslint.corpus.sqlite import SqliteStore
from newslint.corpus.store import FactStore
from newslint.pool import end_with_parent, run_in_processes, start_session
from newslint.rule_set import ActiveRule
from newslint.scan.across import judge_corpus
from newslint.scan.finishing import Finishing, finish_job
from newslint.scan.plan import Job
from newslint.scan.staging import Done, do_job
from newslint.scan.work_folder import WorkFolder
from newslint.session import Session, SessionOptions

DoJob = Callable[[Session, Job, WorkFolder, Callable[[int], object]], Done]


class LocalEngine:
    """Does the work of a scan in processes here; facts are grouped by DuckDB, or else by SQLite.

    Args:
        options: Of the session of each process.
        processes: How many work at once; with one it is this process.
        memory: Bytes that grouping facts may hold.
        told: Is told how many more bytes of input were read.
        do_job: What is done with a job: a function of a module, that goes to other processes.
    """

    def __init__(
        self,
        options: SessionOptions,
        processes: int,
        memory: int,
        told: Callable[[int], object] = lambda _: None,
        do_job: DoJob = do_job,
    ) -> None:
        self._do_job = do_job
        self._options = options
        self._processes = processes
        self._memory = memory
        self._told = told

    def do(self, jobs: Sequence[Job], work: WorkFolder) -> Iterator[Done]:
        """Lint jobs, and give what became of each."""
        count = min(self._processes, len(jobs))
        if count <= 1:
            session = Session(self._options)
            yield from (self._do_job(session, job, work, self._told) for job in jobs)
            return
        read = multiprocessing.get_context("spawn").Value(c_longlong, 0)
        before = 0

        def idle() -> None:
            nonlocal before
            now = read.value
            self._told(now - before)
            before = now

        settings = self._options, work, read, self._do_job
        for done in run_in_processes(
            _lint, jobs, count, start=_start, settings=settings, idle=idle
        ):
            idle()
            yield done

    def judge(
        self,
        rules: Sequence[ActiveRule],
        jobs: Sequence[Job],
        done: Sequence[Done],
        work: WorkFolder,
    ) -> None:
        """Judge what the jobs gathered, and write what is found for each job."""
        store = self.store(work)
        try:
            judge_corpus(store, rules, jobs, done, work, self._options.config.min_severity)
        finally:
            store.close()

    def store(self, work: WorkFolder) -> FactStore:
        """Return a place for the facts of all jobs."""
        if find_spec("duckdb") is None:
            return SqliteStore(work.folder / "facts.sqlite")
        return DuckDbStore(work.folder, self._memory, self._processes)

    def finish(
        self, jobs: Sequence[tuple[Job, Done]], work: WorkFolder, how: Finishing
    ) -> Iterator[dict[str, Any]]:
        """Write the parts of jobs, and give what is counted in each."""
        count = min(self._processes, len(jobs))
        if count <= 1:
            yield from (finish_job(job, done, work, how) for job, done in jobs)
            return
        tasks = ((job, done, work, how) for job, done in jobs)
        yield from run_in_processes(_finish, tasks, count, start=_start_finishing, settings=())


class _Working:
    """What a process that lints holds, set by `_start`."""

    session: Session
    work: WorkFolder
    read: Any
    do_job: DoJob


def _start(options: SessionOptions, work: WorkFolder, read: Any, do_job: DoJob) -> None:
    _Working.session = start_session(options)
    _Working.work = work
    _Working.read = read
    _Working.do_job = staticmethod(do_job)


def _lint(job: Job) -> Done:
    def told(size: int) -> None:
        with _Working.read.get_lock():
            _Working.read.value += size

    return _Working.do_job(_Working.session, job, _Working.work, told)


def _start_finishing() -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    end_with_parent()


def _finish(task: tuple[Job, Done, WorkFolder, Finishing]) -> dict[str, Any]:
    return finish_job(*task)
