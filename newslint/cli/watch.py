"""``check --watch``: look once, and again whenever something has changed that matters.

The system's events only wake it; whether there is news is told by the files themselves. So what is
saved while it works is not missed, and what it writes itself (fixes, reports, its cache) is none.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import TextIO

from newslint.book import Book
from newslint.cache_key import cache_key, files_rested_on
from newslint.cli.check_request import CheckRequest
from newslint.cli.check_run import CheckRun
from newslint.cli.inputs import find_inputs
from newslint.cli.lint_run import session_options
from newslint.cli.notes import Notes
from newslint.cli.watch_memory import WatchMemory
from newslint.config import Config
from newslint.discovery import Found
from newslint.errors import EXIT_TROUBLE, NewslintError, SelectionError
from newslint.repositories import is_repository
from newslint.rule_files import forget_local_rules
from newslint.session import Session, SessionOptions
from newslint.structs import replace

QUIET = 100
"""Milliseconds without another event after which files are looked at: editors write in steps."""
FIRST = 300
"""Milliseconds after which it is looked whether something changed before events were waited for."""
SETTINGS = "the rules, the configuration or the baseline"
NAMED = 3
"""Files that are named when they have changed."""


def watch(make_request: Callable[[], CheckRequest], *, stdout: TextIO, stderr: TextIO) -> int:
    """Lint until the user stops it, and return the exit status of the last look.

    Args:
        make_request: Gives what is asked, with the configuration as it is by then.
        stdout: Takes diagnostics.
        stderr: Takes everything else.

    Raises:
        NewslintError: when the first look cannot be done at all, or nothing can be watched.
    """
    try:
        import watchfiles  # noqa: F401 - told now, not after the first look
    except ImportError as error:
        raise NewslintError("--watch needs more: pip install 'newslint[watch]'") from error
    if make_request().stdin:
        raise SelectionError("standard input cannot be watched; name files or folders")
    sys.dont_write_bytecode = True  # it tells rules apart by the second in which they were saved
    return _Watch(make_request, stdout, stderr).run()


class _Watch:
    def __init__(
        self, make_request: Callable[[], CheckRequest], stdout: TextIO, stderr: TextIO
    ) -> None:
        self._make_request = make_request
        self._stdout = stdout
        self._stderr = stderr
        self._request = make_request()
        self._notes = Notes(stderr, quiet=self._request.quiet)
        self._session: Session | None = None  # none while there is something wrong
        self._settings: tuple[bytes, bytes] = b"", b""
        self._memory = WatchMemory()
        self._found = Found()
        self._stamps: set[object] = set()

    def run(self) -> int:
        status = self._look()
        while True:
            self._stdout.flush()
            what = ", ".join(self._request.paths)
            self._notes.note(f"waiting for changes in {what}; Ctrl-C ends it")
            self._stderr.flush()
            try:
                news = self._wait()
            except KeyboardInterrupt:
                self._stderr.write("\n")
                return status
            self._clear()
            self._notes.note(f"changed: {news}")
            try:
                status = self._look()
            except NewslintError as error:
                self._notes.complain(str(error))
                self._session = None
                status = EXIT_TROUBLE

    def _look(self) -> int:
        self._stamps = _stamps(self._folders())
        self._request = self._make_request()
        options = session_options(self._request)
        session = self._session
        if session is None or _settings(options, session.book) != self._settings:
            self._session = None
            forget_local_rules()
            session = Session(options)
            self._settings = _settings(options, session.book)
            self._memory = WatchMemory()
        run = CheckRun(
            self._request,
            stdin=io.BytesIO(),
            stdout=self._stdout,
            stderr=self._stderr,
            session=session,
            memory=self._memory,
        )
        status = run.run()
        self._found = run.found
        self._session = session
        return status

    def _wait(self) -> str:
        """Wait for news, and return what it is."""
        from watchfiles import watch as events_in

        while True:
            folders = self._folders()
            events = events_in(
                *folders, watch_filter=None, step=QUIET, rust_timeout=FIRST, yield_on_timeout=True,
                recursive=False, ignore_permission_denied=True,
            )  # fmt: skip
            try:
                with closing(events):
                    first = True
                    for some in events:
                        if first or some:
                            first = False
                            if news := self._news():
                                return news
                            if self._folders() != folders:
                                break
            except FileNotFoundError:  # a folder that has gone meanwhile
                continue
            except (OSError, RuntimeError) as error:  # the latter is watchfiles' own
                raise NewslintError(
                    f"--watch: {error}; with WATCHFILES_FORCE_POLLING=1 it does without the system"
                ) from error

    def _news(self) -> str:
        """Return what has changed since the last look, ``""`` for nothing."""
        if self._session is None:
            return "something" if _stamps(self._folders()) != self._stamps else ""
        try:
            request = self._make_request()
            # A folder that came or went decides whether facts are gathered; that is no setting.
            gather = self._session.options.gather
            options = replace(session_options(request), gather=gather)
            if _settings(options, self._session.book) != self._settings:
                return SETTINGS
            suffixes = self._session.engine.suffixes
            silent = Notes(self._stderr, quiet=True)
            found = find_inputs(request, suffixes, stdout=self._stdout, notes=silent)
        except NewslintError:
            return SETTINGS  # what is wrong is said by the next look
        before = {*self._found.files, *self._found.missing}
        now = {*found.files, *found.missing}
        changed = {path for path in found.files if not self._memory.is_unchanged(path)}
        self._found = found
        return _names(sorted(changed | (before ^ now)))

    def _folders(self) -> list[str]:
        """Return the folders in which something may change that matters."""
        folders = {*self._found.folders}
        folders.update(os.path.dirname(path) or "." for path in self._request.paths)  # noqa: PTH120
        folders.update(str(one) for one in _settings_folders(self._request.options.config))
        return sorted({os.path.abspath(one) for one in folders if os.path.isdir(one)})  # noqa: PTH100, PTH112

    def _clear(self) -> None:
        if self._stdout.isatty():
            import click

            click.clear()


def _settings(options: SessionOptions, book: Book) -> tuple[bytes, bytes]:
    """Return something that is equal while nothing has changed but the files to be linted."""
    accepted = b""
    if options.config.baseline is not None:
        with suppress(OSError):
            accepted = options.config.baseline.read_bytes()
    return cache_key(options, book), accepted


def _settings_folders(config: Config) -> Iterator[Path]:
    """Give the folders of what decides how articles are read, and of what may come to do so."""
    yield from config.rules
    if config.baseline is not None:
        yield config.baseline.parent
    yield from (file.parent for file in (*config.files, *files_rested_on(config)))
    governed = {file.parent for file in config.files}
    ways = [Path.cwd(), *Path.cwd().parents]
    tops = (n for n, one in enumerate(ways) if one in governed or is_repository(one))
    yield from ways[: max(tops, default=0) + 1]


def _stamps(folders: Iterable[str]) -> set[object]:
    """Return something that is equal while no file of the folders has changed."""
    stamps: set[object] = set()
    for folder in folders:
        with suppress(OSError):
            for entry in os.scandir(folder):
                if entry.is_file():
                    status = entry.stat()
                    stamps.add((entry.path, status.st_mtime_ns, status.st_size))
    return stamps


def _names(paths: list[str]) -> str:
    more = len(paths) - NAMED
    return ", ".join(paths[:NAMED]) + (f" and {more:,} more" if more > 0 else "")
