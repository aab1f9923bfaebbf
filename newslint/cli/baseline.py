"""``newslint baseline``: what is found today is accepted, and only what is new is reported."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

import click

from newslint.baseline.accepted import Baseline, Linted, Recorded, linted_file
from newslint.baseline.file import DEFAULT_NAME, parse_baseline, read_day, write_baseline
from newslint.cli.acceptance import sees_all
from newslint.cli.check_run import CheckRun
from newslint.cli.checking import check_request
from newslint.cli.common import with_options
from newslint.cli.completion import files
from newslint.cli.notes import Notes
from newslint.cli.options import FILES, LOADING, RUNNING, SELECTING, Option
from newslint.config import Config
from newslint.diagnostic import Diagnostic
from newslint.discovery import STDIN, shown
from newslint.engine_rules import RULE_CRASHED, is_trouble
from newslint.errors import EXIT_CLEAN, ConfigError, InputError, SelectionError
from newslint.files import read_file
from newslint.reporters.terminal import neutral
from newslint.results import FileResult
from newslint.structs import replace


def _baseline(
    paths: tuple[str, ...],
    *,
    prune: bool,
    reason: str | None,
    until: str | None,
    baseline: str | None,
    **given: Any,
) -> int:
    """Record today's findings, so that `check` reports only new ones.

    Findings of other files and of rules that do not run now stay recorded.
    """
    if STDIN in paths:
        raise SelectionError("standard input has no name to be recorded under; name files")
    if prune and (reason or until):
        raise SelectionError("--prune adds nothing that --reason or --until could be for")
    request = check_request(paths, baseline=baseline or None, **given)
    config = request.options.config
    file = config.baseline or _default_file(config)
    configured = config.baseline is not None
    before = _content(file)
    old = Baseline(file.resolve().parent) if before is None else parse_baseline(before, file)
    today = date.today()
    last_day = None if until is None else read_day(until, "--until")
    if last_day is not None and last_day < today:
        raise SelectionError(f"--until {until}: that day is past, and nothing would be accepted")
    config = replace(config, baseline=file, fail_on="never")  # a baseline is never linted itself
    request = replace(request, options=replace(request.options, config=config))
    run = BaselineRun(request, stdin=BytesIO(), stdout=sys.stdout, stderr=sys.stderr)
    if status := run.run():
        click.echo(f"newslint: {neutral(shown(file))}: nothing was recorded", err=True)
        return status
    made = old.record(
        run.linted(across=request.whole_folders and sees_all(paths, old.root)),
        today,
        prune=prune,
        reason=reason,
        until=last_day,
    )
    write_baseline(file, made.baseline, before)
    click.echo(f"{neutral(shown(file))}: {_told(made)}")
    notes = Notes(sys.stderr, quiet=False)
    for note in _notes(made):
        notes.note(note)
    if not configured:
        notes.note(f'put baseline = "{file.name}" into the configuration, so that check knows it')
    return EXIT_CLEAN


BASELINE = (
    Option(("--prune",), "Add nothing; drop what is not there any more.", "flag"),
    Option(("--reason",), "Why the new findings are accepted.", metavar="TEXT"),
    Option(
        ("--until",),
        "The last day (2027-03-31) on which the new findings are accepted; renews past ones.",
        metavar="DATE",
    ),
    Option(("--baseline",), "Record them in this file.", metavar="FILE"),
)
"""The options of ``baseline`` alone."""

command = click.command("baseline", context_settings={"help_option_names": ["-h", "--help"]})(
    click.argument("paths", nargs=-1, required=True, metavar="PATH...", shell_complete=files)(
        with_options((*BASELINE, *SELECTING, *FILES, *RUNNING, *LOADING), _baseline)
    )
)


class Recorder:
    """Takes all findings of a run, and reports none."""

    def __init__(self) -> None:
        self.results: dict[str, FileResult] = {}

    def kept(self, result: FileResult) -> Sequence[Diagnostic]:
        """Return what may be fixed in a file."""
        return result.diagnostics

    def take(self, result: FileResult) -> Sequence[Diagnostic]:
        """Take the findings of a file."""
        self.results[result.path] = result
        return ()

    def take_all(self, diagnostics: Iterable[Diagnostic]) -> Sequence[Diagnostic]:
        """Take the findings of rules across articles."""
        for one in diagnostics:
            path = one.location.path
            self.results.setdefault(path, FileResult(path)).diagnostics.append(one)
        return ()

    def say(self, notes: Notes) -> None:
        """Say what could not be read, and which rules crashed: then nothing is recorded."""
        for path, result in self.results.items():
            for one in result.diagnostics:
                if one.code == RULE_CRASHED.code or (result.trouble and is_trouble(one)):
                    notes.complain(f"{path}: {one.message}")


class BaselineRun(CheckRun):
    """A run of ``check`` that reports nothing and keeps what it found."""

    @cached_property
    def _sieve(self) -> Recorder:
        return Recorder()

    def _run(self) -> int:
        found = self._discover()
        results = self._linting.results(found)
        if self._progress is not None:
            results = self._progress.follow(results, found.files)
        for _ in self._diagnostics(results):
            pass
        self._say_the_rest(found)
        return self._status()

    def linted(self, *, across: bool) -> dict[str, Linted]:
        """Return what was found in each file.

        Args:
            across: Whether rules across articles saw all there are.
        """
        rules = self._session.selection.for_path
        return {
            path: linted_file(result, rules(path), across=across)
            for path, result in self._sieve.results.items()
        }


def _default_file(config: Config) -> Path:
    """Return where a baseline lies that nobody named: beside the configuration."""
    return config.root / DEFAULT_NAME if config.file else Path(DEFAULT_NAME)


def _content(file: Path) -> bytes | None:
    """Return the bytes of a baseline, or ``None`` where there is none yet."""
    if not file.parent.is_dir():
        raise ConfigError(f"{file}: there is no folder {file.parent} to put the baseline in")
    try:
        return read_file(file) if file.exists() else None
    except InputError as error:
        raise ConfigError(str(error)) from error


def _told(made: Recorded) -> str:
    count = len(made.baseline.entries)
    parts = []
    if made.new:
        parts.append(f"{made.new} new")
    if made.gone:
        parts.append(f"{made.gone} no longer there")
    if made.lost:
        parts.append(f"{made.lost} of files that no longer exist")
    told = f"{count} {'finding' if count == 1 else 'findings'} recorded"
    return f"{told}: {', '.join(parts)}" if parts else told


def _notes(made: Recorded) -> Iterator[str]:
    if made.orphans:
        yield f"{made.orphans} of them are of files that no longer exist; --prune drops them"
    if made.expired:
        yield f"{made.expired} of them are accepted until a day that is past; --until renews them"
