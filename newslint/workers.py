"""The engine in several processes: files in, results in the same order, whatever the number."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from newslint.engine import FileResult
from newslint.errors import NewslintError
from newslint.session import Session, SessionOptions

SMALL = 4 * 1024 * 1024
"""Bytes below which one process is faster than starting several (a worker takes 0.3 s to start)."""

CHUNK = 512 * 1024
"""Bytes of small files handed to a worker at once."""

Task = tuple[tuple[str, bool], ...]
"""Files for a worker: path, and whether it was named."""


def lint_files(
    session: Session, files: Sequence[str], named: frozenset[str], jobs: int | None
) -> Iterator[FileResult]:
    """Lint files and give their results in the order of the files.

    Args:
        session: The session of this process; workers make their own from its options.
        files: The files.
        named: Those the user named outright.
        jobs: Number of processes; ``None`` for as many as there are processors when it pays.
    """
    sizes = [_size(path) for path in files]
    count = jobs or (1 if sum(sizes) < SMALL else _processors())
    count = min(count, len(files))
    if count <= 1:
        for path in files:
            yield session.engine.lint_file(path, named=path in named)
        return
    yield from _in_processes(session.options, _tasks(files, sizes, named), count)


def _in_processes(options: SessionOptions, tasks: list[Task], count: int) -> Iterator[FileResult]:
    # Spawn everywhere: the same behaviour on every system, and no state shared by accident.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(count, context, initializer=_start, initargs=(options,))
    waiting: deque[Future[list[FileResult]]] = deque()
    remaining = iter(tasks)
    try:
        for task in remaining:
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


def _work(task: Task) -> list[FileResult]:
    assert _session is not None
    return [_session.engine.lint_file(path, named=named) for path, named in task]


def _tasks(files: Sequence[str], sizes: Sequence[int], named: frozenset[str]) -> list[Task]:
    tasks: list[Task] = []
    current: list[tuple[str, bool]] = []
    weight = 0
    for path, size in zip(files, sizes, strict=True):
        current.append((path, path in named))
        weight += size
        if weight >= CHUNK:
            tasks.append(tuple(current))
            current, weight = [], 0
    if current:
        tasks.append(tuple(current))
    return tasks


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except OSError:
        return 0


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
