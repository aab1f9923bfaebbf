"""``check`` without fixing: files and standard input linted, results kept where that pays."""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from newslint.cli.check_request import CheckRequest
from newslint.cli.notes import Notes
from newslint.discovery import Found
from newslint.results import FileResult
from newslint.session import Session, SessionOptions
from newslint.structs import replace
from newslint.workers import lint_files

if TYPE_CHECKING:
    from newslint.cache import ResultCache
    from newslint.cli.progress import Progress
    from newslint.cli.watch_memory import WatchMemory

WORTH_CACHING = 100 * 1024
"""Bytes of input below which linting takes less time than opening the cache."""


def session_options(request: CheckRequest) -> SessionOptions:
    """Return what the session of a request is made from."""
    return replace(
        request.options,
        gather=request.whole_folders,
        digest_files=request.watch or may_keep(request),
    )


def may_keep(request: CheckRequest) -> bool:
    """Tell whether results may be worth keeping; what is timed must be run."""
    if request.no_cache or request.timings:
        return False
    folders = any(os.path.isdir(path) for path in request.paths)  # noqa: PTH112 - never raises
    return bool(request.cache_dir) or folders or is_much(request.paths)


def is_much(files: Iterable[str]) -> bool:
    """Tell whether there is so much to lint that a cache pays."""
    total = 0
    for path in files:
        with suppress(OSError):
            total += os.stat(path).st_size  # noqa: PTH116 - thousands of files
        if total >= WORTH_CACHING:
            return True
    return False


class LintRun:
    """Lints what a request asks for.

    Args:
        request: What is asked.
        session: Rules and engine.
        stdin: Standard input, as bytes.
        notes: Where to say that nothing can be kept.
        progress: What counts the parts of large files.
        memory: What an earlier look of ``--watch`` knows.
    """

    def __init__(
        self,
        request: CheckRequest,
        session: Session,
        *,
        stdin: BinaryIO,
        notes: Notes,
        progress: Progress | None = None,
        memory: WatchMemory | None = None,
    ) -> None:
        self._request = request
        self._session = session
        self._stdin = stdin
        self._notes = notes
        self._memory = memory
        self._part_done = progress.count_part if progress else None

    def results(self, found: Found) -> Iterator[FileResult]:
        """Give the result of each file, and that of standard input at its place among them."""
        named, jobs = frozenset(found.named), self._request.jobs
        with self._cache(found) as cache:
            known = self._memory.over(cache) if self._memory else cache

            def linted(files: list[str]) -> Iterator[FileResult]:
                return lint_files(self._session, files, named, jobs, known, self._part_done)

            if not self._request.stdin:
                yield from linted(found.files)
                return
            name = self._request.stdin_name
            place = bisect_left(found.files, name)
            yield from linted(found.files[:place])
            yield self._session.engine.lint_bytes(name, self._stdin.read())
            yield from linted(found.files[place:])

    @contextmanager
    def _cache(self, found: Found) -> Iterator[ResultCache | None]:
        """Open the cache for a run it pays for."""
        request = self._request
        given = Path(request.cache_dir) if request.cache_dir else None
        if not may_keep(request) or not (given or is_much(found.files)):
            yield None
            return
        from newslint.cache import ResultCache, default_folder
        from newslint.cache_key import cache_key

        folder = given or default_folder()
        if folder is None:
            yield None
            return

        cache = ResultCache(folder, cache_key(self._session.options, self._session.book))
        if given and not cache.usable:
            self._notes.note(f"--cache-dir {given}: cannot be used; nothing is kept")
        try:
            yield cache
        finally:
            cache.close()
