"""A pool of processes, each with a session of its own; results in the order of the tasks."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from newslint.errors import NewslintError
from newslint.garbage import search_seldom
from newslint.raw import Part
from newslint.results import FileResult
from newslint.session import Session, SessionOptions

Task = tuple[tuple[str, bool, Part | None], ...]
"""What a process is handed at once: files, whether each was named, and which part of it."""


def run_in_pool(
    options: SessionOptions, tasks: Iterable[Task | FileResult], count: int
) -> Iterator[FileResult]:
    """Lint the files of the tasks in ``count`` processes.

    Args:
        options: What the session of each process is made from.
        tasks: Files to lint, or results that are known already; those keep their place.
        count: Number of processes.

    Raises:
        NewslintError: when a process dies; one that is killed cannot say which file it was at.
    """
    # Spawn everywhere: the same behaviour on every system, and no state shared by accident.
    context = multiprocessing.get_context("spawn")
    others = set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(count, context, initializer=_start, initargs=(options,))
    waiting: deque[Future[list[FileResult]] | FileResult] = deque()
    running = 0
    ended = False
    try:
        for task in tasks:
            if isinstance(task, FileResult):
                waiting.append(task)
            else:
                with _interrupts_held():
                    waiting.append(pool.submit(_work, task))
                running += 1
            # Few in flight, so memory stays flat; what is known already costs nothing to hand on.
            while waiting and (running > 2 * count or isinstance(waiting[0], FileResult)):
                running -= isinstance(waiting[0], Future)
                yield from _results(waiting.popleft())
        while waiting:
            yield from _results(waiting.popleft())
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


def _results(done: Future[list[FileResult]] | FileResult) -> list[FileResult]:
    return [done] if isinstance(done, FileResult) else done.result()


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


def _start(options: SessionOptions) -> None:
    global _session  # how a pool's initialiser hands over
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    search_seldom()
    _session = Session(options)


def _work(task: Task) -> list[FileResult]:
    assert _session is not None
    engine = _session.engine
    return [engine.lint_file(path, named=named, part=part) for path, named, part in task]
