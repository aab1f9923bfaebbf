"""A pool of processes, each with a session of its own; results in the order of the tasks."""

from __future__ import annotations

import multiprocessing
import multiprocessing.connection
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from threading import Thread
from typing import Any, TypeVar

from newslint.errors import NewslintError
from newslint.garbage import search_seldom
from newslint.raw import Part
from newslint.results import FileResult
from newslint.session import Session, SessionOptions
from newslint.structs import Struct

R = TypeVar("R")
PACE = 0.2
"""Seconds after which whoever waits is asked what else there is to do."""

Task = tuple[tuple[str, bool, Part | None], ...]
"""What a process is handed at once: files, whether each was named, and which part of it."""


class Known(Struct):
    """What would come out of a task that need not be done any more; it keeps its place."""

    value: Any


def run_in_pool(
    options: SessionOptions, tasks: Iterable[Task | FileResult], count: int
) -> Iterator[FileResult]:
    """Lint the files of the tasks in ``count`` processes.

    Args:
        options: What the session of each process is made from.
        tasks: Files to lint, or results that are known already; those keep their place.
        count: Number of processes.

    Raises:
        NewslintError: when a process dies.
    """
    waiting = (Known([one]) if isinstance(one, FileResult) else one for one in tasks)
    for results in run_in_processes(
        _work, waiting, count, start=start_session, settings=(options,)
    ):
        yield from results


def run_in_processes(
    work: Callable[[Any], R],
    tasks: Iterable[Any],
    count: int,
    *,
    start: Callable[..., object],
    settings: tuple[Any, ...],
    idle: Callable[[], object] | None = None,
) -> Iterator[R]:
    """Do tasks in ``count`` processes, and give what comes out in their order.

    Args:
        work: What is done with a task, in one of the processes.
        tasks: The tasks; a `Known` is handed on as it is.
        count: Number of processes.
        start: Called first in each process.
        settings: What it is called with.
        idle: Called again and again while this process waits.

    Raises:
        NewslintError: when a process dies; one that is killed cannot say which file it was at.
    """
    # Spawn everywhere: the same behaviour on every system, and no state shared by accident.
    context = multiprocessing.get_context("spawn")
    others = set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(count, context, initializer=start, initargs=settings)
    waiting: deque[Future[R] | Known] = deque()
    running = 0
    ended = False
    try:
        for task in tasks:
            if isinstance(task, Known):
                waiting.append(task)
            else:
                with _interrupts_held():
                    waiting.append(pool.submit(work, task))
                running += 1
            # Few in flight, so memory stays flat; what is known already costs nothing to hand on.
            while waiting and (running > 2 * count or isinstance(waiting[0], Known)):
                running -= isinstance(waiting[0], Future)
                yield _result(waiting.popleft(), idle)
        while waiting:
            yield _result(waiting.popleft(), idle)
        ended = True
    except BrokenProcessPool as error:
        raise NewslintError(
            "a worker process died (out of memory, or ended by a rule); --jobs 1 shows where"
        ) from error
    finally:
        if not ended:  # interrupted, or left early: nobody waits for what is under way
            for process in set(multiprocessing.active_children()) - others:
                process.terminate()
        pool.shutdown(wait=True, cancel_futures=True)


def _result(done: Future[R] | Known, idle: Callable[[], object] | None) -> R:
    if isinstance(done, Known):
        value: R = done.value
        return value
    while idle is not None and not wait((done,), timeout=PACE).done:
        idle()
    return done.result()


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back while a process is started: it inherits that, and the parent gets it after.

    Without it a process that is interrupted before it is ready prints a traceback. Where signals
    cannot be held (Windows), it ignores them as soon as it is ready.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)


_session: Session | None = None  # one a worker process, set by its initialiser


def start_session(options: SessionOptions) -> Session:
    """Begin a process: make its session from plain options."""
    global _session  # how a pool's initialiser hands over
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    end_with_parent()
    search_seldom()
    _session = Session(options)
    return _session


def end_with_parent() -> None:
    """See that this process ends when the one that started it is killed, which tells nobody."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        Thread(target=_wait_for, args=(parent.sentinel,), daemon=True).start()


def _wait_for(sentinel: int) -> None:
    multiprocessing.connection.wait([sentinel])
    os._exit(1)


def _work(task: Task) -> list[FileResult]:
    assert _session is not None
    engine = _session.engine
    return [engine.lint_file(path, named=named, part=part) for path, named, part in task]
