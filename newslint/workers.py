"""The engine on many files: in this process, or in several when that pays; always in order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from newslint.raw import Part
from newslint.results import FileResult, put_together
from newslint.session import Session

if TYPE_CHECKING:
    from newslint.pool import Task

SMALL = 2 * 1024 * 1024
"""Bytes below which one process is faster than starting several."""

CHUNK = 512 * 1024
"""Bytes of small files handed to a worker at once, at most."""

PART = 1024 * 1024
"""Bytes of a large file of records handed to a worker at once, at least."""


class KnownResults(Protocol):
    """Results of earlier runs: those on disk (`newslint.cache`), those of a watch."""

    def get(self, path: str, *, named: bool) -> FileResult | None:
        """Return the result of a file that is as it was then, if it is known."""

    def put(self, result: FileResult, *, named: bool) -> None:
        """Take up a result."""


def lint_files(
    session: Session,
    files: Sequence[str],
    named: frozenset[str],
    jobs: int | None,
    cache: KnownResults | None = None,
    part_done: Callable[[FileResult], object] | None = None,
) -> Iterator[FileResult]:
    """Lint files and give their results in the order of the files.

    Args:
        session: The session of this process; workers make their own from its options.
        files: The files.
        named: Those the user named outright.
        jobs: Number of processes; ``None`` for as many as there are processors when it pays.
        cache: Results of earlier runs; takes up what is new.
        part_done: Is told of each part of a large file.
    """
    known: dict[str, FileResult] = {}
    for path in files if cache else ():
        if cache and (result := cache.get(path, named=path in named)):
            known[path] = result
    sizes = {path: _size(path) for path in files if path not in known}
    total = sum(sizes.values())
    count = jobs or (1 if total < SMALL else processors())
    if count > 1:
        tasks = list(_tasks(session, files, known, sizes, named, count))
        count = min(count, sum(not isinstance(task, FileResult) for task in tasks))
    if count > 1:
        from newslint.pool import run_in_pool  # what it needs takes 50 ms to import

        done = run_in_pool(session.options, tasks, count)
        results = put_together(_told(done, part_done) if part_done else done)
    else:
        results = (
            known.get(path) or session.engine.lint_file(path, named=path in named) for path in files
        )
    for result in results:
        if cache and result.path not in known:
            cache.put(result, named=result.path in named)
        yield result


def _tasks(
    session: Session,
    files: Iterable[str],
    known: dict[str, FileResult],
    sizes: dict[str, int],
    named: frozenset[str],
    count: int,
) -> Iterator[Task | FileResult]:
    """Give what is to be done, in order: files handed over together, parts of files, results."""
    chunk = min(CHUNK, sum(sizes.values()) // (4 * count))
    current: list[tuple[str, bool, Part | None]] = []
    weight = 0
    for path in files:
        size = sizes.get(path, 0)
        parts = session.engine.parts(path, PART) if size >= 2 * PART else []
        if current and (path in known or len(parts) > 1):
            yield tuple(current)
            current, weight = [], 0
        if path in known:
            yield known[path]
        elif len(parts) > 1:
            yield from (((path, path in named, part),) for part in parts)
        else:
            current.append((path, path in named, None))
            weight += size
        if weight >= chunk and current:
            yield tuple(current)
            current, weight = [], 0
    if current:
        yield tuple(current)


def _told(
    results: Iterable[FileResult], part_done: Callable[[FileResult], object]
) -> Iterator[FileResult]:
    for result in results:
        if result.part is not None:
            part_done(result)
        yield result


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except OSError:
        return 0


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
