"""A pool of processes, each with a session of its own; results in the order of the tasks."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from newslint.errors import NewslintError
from newslint.results import FileResult
from newslint.session import Session, SessionOptions


def run_in_pool(
    options: SessionOptions, tasks: Iterable[tuple[tuple[str, bool], ...]], count: int
) -> Iterator[FileResult]:
    """Lint the files of the tasks in ``count`` processes.

    Raises:
        NewslintError: when a process dies; one that is killed cannot say which file it was at.
    """
    # Spawn everywhere: the same behaviour on every system, and no state shared by accident.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(count, context, initializer=_start, initargs=(options,))
    waiting: deque[Future[list[FileResult]]] = deque()
    try:
        for task in tasks:
            waiting.append(pool.submit(_work, task))
            if len(waiting) >= 2 * count:  # few in flight, so memory stays flat
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise NewslintError(
            "a worker process died (out of memory, or ended by a rule); --jobs 1 shows where"
        ) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


_session: Session | None = None  # one a worker process, set by its initialiser


def _start(options: SessionOptions) -> None:
    import signal

    global _session  # how a pool's initialiser hands over
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    _session = Session(options)


def _work(task: tuple[tuple[str, bool], ...]) -> list[FileResult]:
    assert _session is not None
    return [_session.engine.lint_file(path, named=named) for path, named in task]
