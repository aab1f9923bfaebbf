"""The engine on many files: in this process, or in several when that pays; always in order."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from newslint.results import FileResult
from newslint.session import Session

SMALL = 2 * 1024 * 1024
"""Bytes below which one process is faster than starting several."""

CHUNK = 512 * 1024
"""Bytes of small files handed to a worker at once, at most."""

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
    total = sum(sizes)
    count = jobs or (1 if total < SMALL else _processors())
    tasks = _tasks(files, sizes, named, chunk=min(CHUNK, total // (4 * count)))
    count = min(count, len(tasks))
    if count > 1:
        from newslint.pool import run_in_pool  # what it needs takes 50 ms to import

        yield from run_in_pool(session.options, tasks, count)
        return
    for path in files:
        yield session.engine.lint_file(path, named=path in named)


def _tasks(
    files: Sequence[str], sizes: Sequence[int], named: frozenset[str], chunk: int = CHUNK
) -> list[Task]:
    tasks: list[Task] = []
    current: list[tuple[str, bool]] = []
    weight = 0
    for path, size in zip(files, sizes, strict=True):
        current.append((path, path in named))
        weight += size
        if weight >= chunk:
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
