"""The run behind ``newslint check``: files found, linted or fixed, reported, an exit status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, BinaryIO, TextIO, cast

from newslint.cli.check_request import CheckRequest
from newslint.cli.inputs import find_inputs
from newslint.cli.lint_run import LintRun, session_options
from newslint.cli.notes import Notes, language_note, left_out_notes
from newslint.cli.outputs import choose_outputs
from newslint.diagnostic import Diagnostic, Severity, at_least
from newslint.discovery import STDIN, Found
from newslint.engine_rules import is_trouble
from newslint.errors import EXIT_CLEAN, EXIT_FINDINGS, EXIT_TROUBLE, SelectionError
from newslint.reporters.full import summary_text
from newslint.reporters.terminal import encodable, neutral_line, use_color
from newslint.reporting import Summary, Tally
from newslint.results import Covered, FileResult, GatheredFact, Timing
from newslint.session import Session
from newslint.structs import replace

if TYPE_CHECKING:
    from newslint.cli.acceptance import Sieve
    from newslint.cli.fix_run import FixRun
    from newslint.cli.progress import Progress
    from newslint.cli.watch_memory import WatchMemory
    from newslint.corpus.sqlite import SqliteStore
    from newslint.rule_set import ActiveRule

_OURS = "newslint"
"""The distribution that the bundled rules come with."""


class CheckRun:
    """One run of ``check``.

    Args:
        request: What is asked.
        stdin: Standard input, as bytes.
        stdout: Takes diagnostics.
        stderr: Takes everything else.
        session: Rules and engine, if they are loaded already.
        memory: What an earlier look of ``--watch`` knows.
    """

    def __init__(
        self,
        request: CheckRequest,
        *,
        stdin: BinaryIO,
        stdout: TextIO,
        stderr: TextIO,
        session: Session | None = None,
        memory: WatchMemory | None = None,
    ) -> None:
        self._request = request
        self._config = request.options.config
        self._session = session or Session(session_options(request))
        self._memory = memory
        self.found = Found()
        self._progress = _progress(stderr, quiet=request.quiet)
        if self._progress is not None:
            stdout, stderr = self._progress.beside(stdout), self._progress.beside(stderr)
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
        self._facts: SqliteStore | None = None
        self._covered: list[Covered] = []

    @cached_property
    def _linting(self) -> LintRun:
        return LintRun(
            self._request,
            self._session,
            stdin=self._stdin,
            notes=self._notes,
            progress=self._progress,
            memory=self._memory,
        )

    @cached_property
    def _sieve(self) -> Sieve | None:
        """What findings are handed to before they are reported, if there is a baseline."""
        if self._config.baseline is None:
            return None
        from newslint.cli.acceptance import Acceptance

        across = self._request.paths if self._corpus else ()
        hides = self._request.hides
        return Acceptance(self._config.baseline, self._session, across=across, hides=hides)

    @property
    def _corpus(self) -> tuple[ActiveRule, ...]:
        """The rules across articles that run."""
        return self._session.selection.default.corpus if self._request.whole_folders else ()

    @cached_property
    def _fixing(self) -> FixRun:
        from newslint.cli.fix_run import FixRun

        return FixRun(
            self._session.engine,
            unsafe=self._request.unsafe_fixes,
            encoding=self._config.encoding,
            notes=self._notes,
            sieve=self._sieve,
            memory=self._memory,
        )

    def run(self) -> int:
        """Do it, and return the exit status."""
        try:
            return self._run()
        finally:
            if self._progress is not None:
                self._progress.wipe()

    def _run(self) -> int:
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
        self._sieve  # noqa: B018 - a baseline that cannot be read stops the run here
        found = self.found = self._discover()
        if self._memory is not None:
            self._memory.look_at(found.files)
        if request.show_files:
            for path in found.files:
                self._stdout.write(encodable(neutral_line(path), self._stdout) + "\n")
            return self._status()
        if self._session.selection.is_empty:
            found = replace(found, files=[])
        if request.diff:
            return self._show_diffs(found)
        results = self._fixing.in_place(found) if request.fix else self._linting.results(found)
        if self._progress is not None:
            results = self._progress.follow(results, found.files)
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
        suffixes = self._session.engine.suffixes
        found = find_inputs(self._request, suffixes, stdout=self._stdout, notes=self._notes)
        if any(path == self._request.stdin_name for path, _ in found.skipped):
            paths = tuple(path for path in self._request.paths if path != STDIN)
            self._request = replace(self._request, paths=paths)
        for path in found.missing:
            self._notes.complain(f"{path}: no such file or folder")
        for path, reason in found.unreadable:
            self._notes.complain(f"{path}: cannot be read: {reason}")
        self._trouble = self._trouble or bool(found.missing or found.unreadable)
        return found

    def _show_diffs(self, found: Found) -> int:
        from newslint.reporters.diff import show_diff

        def sources() -> Iterator[tuple[str, bytes, bool]]:
            if self._request.stdin:
                yield self._request.stdin_name, self._stdin.read(), True
            yield from self._fixing.sources(found)

        for diff in self._fixing.diffs(sources()):
            self._failing = True
            color = use_color(self._stdout, self._request.color)
            self._stdout.write(encodable(show_diff(diff, color=color), self._stdout))
        self._trouble = self._trouble or self._fixing.trouble
        return self._status()

    def _diagnostics(self, results: Iterator[FileResult]) -> Iterator[Diagnostic]:
        """Give every diagnostic, in order; those of rules across articles stand among them."""
        own: Iterator[Diagnostic] = (one for result in results for one in self._take(result))
        if corpus := self._corpus:
            from newslint.corpus.across import judge_store, superseding, without_superseded

            held = list(own)
            across = (
                judge_store(self._facts, corpus, self._config.min_severity, self._covered)
                if self._facts
                else []
            )
            self._trouble = self._trouble or any(map(is_trouble, across))
            alone = self._session.selection.default.document
            together = sorted([*held, *across], key=Diagnostic.sort_key)
            held = [*without_superseded(together, superseding(alone, corpus))]
            if self._sieve is not None:
                held = list(self._sieve.take_all(held))
            own = iter(sorted(held, key=Diagnostic.sort_key))
        fail_on = self._config.fail_on
        for one in own:
            if fail_on != "never" and at_least(one.severity, cast("Severity", fail_on)):
                self._failing = True
            yield one

    def _take(self, result: FileResult) -> Sequence[Diagnostic]:
        self._articles += result.articles
        self._trouble = self._trouble or result.trouble
        self._languages.update(result.other_languages)
        if result.facts:
            self._take_facts(result.facts)
        self._covered.extend(result.covered)
        for code, timing in result.timings.items():
            self._timings.setdefault(code, Timing()).add(timing)
        if result.note:
            self._notes.note(result.note)
        return result.diagnostics if self._sieve is None else self._sieve.take(result)

    def _take_facts(self, facts: Iterable[GatheredFact]) -> None:
        if self._facts is None:
            from newslint.corpus.sqlite import SqliteStore

            self._facts = SqliteStore()
        self._facts.add(facts)

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

            names = {one.code: f"{one.code} {one.name}" for one in self._session.book.awake.rules}
            timings = {names[code]: timing for code, timing in self._timings.items()}
            self._stderr.write(timings_table(timings) + "\n")
        if self._sieve is not None:
            self._sieve.say(self._notes)
        for note in left_out_notes(found.skipped):
            self._notes.note(note)
        if self._languages:
            self._notes.note(language_note(self._languages))
        if not (request.whole_folders or request.quiet) and (missed := self._missed()):
            from newslint.cli.partial_view import partial_view_note

            given = None if request.all_given else len(found.files) + request.stdin
            self._notes.note(partial_view_note(missed, given, self._session))
        if not found.files and not request.stdin and not self._trouble:
            self._notes.note(self._why_nothing())

    def _missed(self) -> int:
        """Return how many rules across articles somebody chose that see a part of them only.

        Those that come with newslint and are on anyway would be missed by every run on a file.
        """
        chosen = (self._session.options.select, self._config.select) != (None, None)
        rules = [one.rule for one in self._session.selection.default.corpus]
        return sum(chosen or not rule.default or rule.origin != _OURS for rule in rules)

    def _why_nothing(self) -> str:
        """Say why no file was read."""
        if self._session.selection.is_empty:
            return "no rule is on: nothing was read"
        since = self._request.changed_since
        return f"no article has changed since {since}" if since else "no articles found"


def _progress(stderr: TextIO, *, quiet: bool) -> Progress | None:
    if quiet or not stderr.isatty():
        return None
    from newslint.cli.progress import Progress, progress_wanted

    return Progress(stderr) if progress_wanted(stderr) else None
