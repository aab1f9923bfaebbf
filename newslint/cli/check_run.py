"""The run behind ``newslint check``: files found, linted or fixed, reported, an exit status."""

from __future__ import annotations

import os
import os.path
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO, cast

from newslint.cli.notes import Notes, language_note
from newslint.cli.outputs import choose_outputs
from newslint.diagnostic import Diagnostic, Severity, at_least
from newslint.discovery import Found, discover
from newslint.engine_rules import is_trouble
from newslint.errors import EXIT_CLEAN, EXIT_FINDINGS, EXIT_TROUBLE, SelectionError
from newslint.reporters.full import summary_text
from newslint.reporters.terminal import ColorChoice, encodable, neutral_line, use_color
from newslint.reporting import Summary, Tally
from newslint.results import FileResult, GatheredFact, Timing
from newslint.session import Session, SessionOptions
from newslint.structs import Struct, replace
from newslint.workers import lint_files

if TYPE_CHECKING:
    from newslint.cache import ResultCache
    from newslint.cli.fix_run import FixRun

STDIN = "-"
WORTH_CACHING = 100 * 1024
"""Bytes of input below which linting takes less time than opening the cache."""


class CheckRequest(Struct):
    """What the command line asks of ``check``; see ``newslint check --help``."""

    paths: tuple[str, ...]
    options: SessionOptions
    filtered: bool = False
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    format_: str = "full"
    output_format: tuple[str, ...] = ()
    color: ColorChoice = "auto"
    quiet: bool = False
    statistics: bool = False
    timings: bool = False
    show_files: bool = False
    force_exclude: bool = False
    stdin_filename: str | None = None
    jobs: int | None = None
    no_cache: bool = False
    cache_dir: str | None = None

    @property
    def stdin(self) -> bool:
        """Whether standard input is to be read."""
        return STDIN in self.paths

    @property
    def whole_folders(self) -> bool:
        """Whether whole folders are linted: only then do rules across articles see everything."""
        return self.all_given and not (self.fix or self.diff)

    @property
    def all_given(self) -> bool:
        """Whether the paths are folders, and nothing of them is left out for this run."""
        folders = all(path != STDIN and os.path.isdir(path) for path in self.paths)  # noqa: PTH112
        return folders and not self.filtered


class CheckRun:
    """One run of ``check``.

    Args:
        request: What is asked.
        stdin: Standard input, as bytes.
        stdout: Takes diagnostics.
        stderr: Takes everything else.
    """

    def __init__(
        self, request: CheckRequest, *, stdin: BinaryIO, stdout: TextIO, stderr: TextIO
    ) -> None:
        self._request = request
        self._config = request.options.config
        self._stdin = stdin
        self._stdout = stdout
        self._stderr = stderr
        self._notes = Notes(stderr, quiet=request.quiet)
        self._trouble = False
        self._failing = False
        self._articles = 0
        self._tally = Tally()
        self._languages: Counter[str] = Counter()
        self._timings: dict[str, Timing] = {}
        self._facts: list[GatheredFact] = []

    @cached_property
    def _session(self) -> Session:
        request = self._request
        return Session(
            replace(
                request.options,
                gather=request.whole_folders,
                digest_files=self._may_keep,
            )
        )

    @cached_property
    def _may_keep(self) -> bool:
        """Whether results may be worth keeping; what is timed must be run."""
        request = self._request
        if request.no_cache or request.timings:
            return False
        folders = any(os.path.isdir(path) for path in request.paths)  # noqa: PTH112 - never raises
        return bool(request.cache_dir) or folders or _is_much(request.paths)

    @cached_property
    def _fixing(self) -> FixRun:
        from newslint.cli.fix_run import FixRun

        return FixRun(
            self._session.engine,
            unsafe=self._request.unsafe_fixes,
            encoding=self._config.encoding,
            notes=self._notes,
        )

    def run(self) -> int:
        """Do it, and return the exit status."""
        request = self._request
        if request.fix and request.stdin:
            raise SelectionError("standard input cannot be fixed in place; use --diff")
        outputs = choose_outputs(
            request.format_,
            request.output_format,
            request.color,
            self._session.book,
            quiet=request.quiet,
        )
        found = self._discover()
        outputs.spare(found)
        if request.show_files:
            for path in found.files:
                self._stdout.write(encodable(neutral_line(path), self._stdout) + "\n")
            return self._status()
        if self._session.selection.is_empty:
            found.files.clear()
        if request.diff:
            return self._show_diffs(found)
        results = self._fixing.in_place(found) if request.fix else self._linted(found)
        counted = self._tally.count(self._diagnostics(results))

        def summary() -> Summary:
            return self._tally.summary(
                files=len(found.files) + request.stdin,
                articles=self._articles,
                fixed=self._fixing.fixed if request.fix else 0,
            )

        outputs.write(counted, summary, self._stdout)
        if request.format_ == "concise":  # its standard output is diagnostics only
            self._notes.note(summary_text(summary()).replace("\n", " "))
        self._say_the_rest(found)
        return self._status()

    def _status(self) -> int:
        if self._trouble or (self._request.fix and self._fixing.trouble):
            return EXIT_TROUBLE
        return EXIT_FINDINGS if self._failing else EXIT_CLEAN

    def _discover(self) -> Found:
        found = discover(
            [path for path in self._request.paths if path != STDIN],
            self._config,
            self._session.engine.suffixes,
            force_exclude=self._request.force_exclude,
        )
        for path in found.missing:
            self._notes.complain(f"{path}: no such file or folder")
            self._trouble = True
        return found

    def _linted(self, found: Found) -> Iterator[FileResult]:
        named, jobs = frozenset(found.named), self._request.jobs
        with self._cache(found) as cache:
            if not self._request.stdin:
                yield from lint_files(self._session, found.files, named, jobs, cache)
                return
            name = self._request.stdin_filename or STDIN
            place = bisect_left(found.files, name)  # standard input has its place in the order too
            yield from lint_files(self._session, found.files[:place], named, jobs, cache)
            yield self._session.engine.lint_bytes(name, self._stdin.read())
            yield from lint_files(self._session, found.files[place:], named, jobs, cache)

    @contextmanager
    def _cache(self, found: Found) -> Iterator[ResultCache | None]:
        """Open the cache for a run it pays for."""
        request = self._request
        given = Path(request.cache_dir) if request.cache_dir else None
        if not self._may_keep or not (given or _is_much(found.files)):
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

    def _show_diffs(self, found: Found) -> int:
        from newslint.reporters.diff import show_diff

        def sources() -> Iterator[tuple[str, bytes]]:
            if self._request.stdin:
                yield self._request.stdin_filename or STDIN, self._stdin.read()
            yield from self._fixing.sources(found)

        for diff in self._fixing.diffs(sources()):
            self._failing = True
            color = use_color(self._stdout, self._request.color)
            self._stdout.write(encodable(show_diff(diff, color=color), self._stdout))
        self._trouble = self._trouble or self._fixing.trouble
        return self._status()

    def _diagnostics(self, results: Iterator[FileResult]) -> Iterator[Diagnostic]:
        """Give every diagnostic, in order; those of rules across articles stand among them."""
        corpus = self._session.selection.default.corpus if self._request.whole_folders else ()
        own: Iterator[Diagnostic] = (one for result in results for one in self._take(result))
        if corpus:
            from newslint.corpus.memory import judge

            held = list(own)
            across = judge(self._facts, corpus, self._config.min_severity)
            self._trouble = self._trouble or any(map(is_trouble, across))
            held += across
            own = iter(sorted(held, key=Diagnostic.sort_key))
        fail_on = self._config.fail_on
        for one in own:
            if fail_on != "never" and at_least(one.severity, cast("Severity", fail_on)):
                self._failing = True
            yield one

    def _take(self, result: FileResult) -> list[Diagnostic]:
        self._articles += result.articles
        self._trouble = self._trouble or result.trouble
        self._languages.update(result.other_languages)
        self._facts.extend(result.facts)
        for code, timing in result.timings.items():
            self._timings.setdefault(code, Timing()).add(timing)
        if result.note:
            self._notes.note(result.note)
        return result.diagnostics

    def _say_the_rest(self, found: Found) -> None:
        request = self._request
        if request.statistics and self._tally.by_rule:
            from newslint.reporters.statistics import counts_table

            # Beside records for other programs there must be nothing else.
            readable = request.format_ in {"full", "concise"}
            stream = self._stdout if readable else self._stderr
            stream.write(counts_table(self._tally.by_rule) + "\n")
        if request.timings:
            from newslint.reporters.statistics import timings_table

            names = {one.code: f"{one.code} {one.name}" for one in self._session.book.rules}
            timings = {names[code]: timing for code, timing in self._timings.items()}
            self._stderr.write(timings_table(timings) + "\n")
        for path, reason in found.skipped:
            self._notes.note(f"{path} left out: {reason}")
        if self._languages:
            self._notes.note(language_note(self._languages))
        corpus = len(self._session.selection.default.corpus)
        if corpus and not request.whole_folders and not request.quiet:
            from newslint.cli.partial_view import partial_view_note

            given = None if request.all_given else len(found.files) + request.stdin
            self._notes.note(partial_view_note(corpus, given, self._session))
        if not found.files and not request.stdin and not self._trouble:
            off = self._session.selection.is_empty
            self._notes.note("no rule is on: nothing was read" if off else "no articles found")


def _is_much(files: Iterable[str]) -> bool:
    """Tell whether there is so much to lint that a cache pays."""
    total = 0
    for path in files:
        with suppress(OSError):
            total += os.stat(path).st_size  # noqa: PTH116 - thousands of files
        if total >= WORTH_CACHING:
            return True
    return False
