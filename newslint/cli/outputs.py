"""Where diagnostics go: standard output in one format, files in others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TextIO, cast

from newslint.book import Book
from newslint.diagnostic import Diagnostic
from newslint.discovery import shown
from newslint.engine_rules import ENGINE_RULES
from newslint.errors import InputError, SelectionError, nearest
from newslint.reporters import BUILTIN, builtin_reporter
from newslint.reporters.terminal import ColorChoice, use_color
from newslint.reporting import Reporter, Summary
from newslint.structs import Struct

WITH_SUMS = frozenset({"full", "github"})
"""Formats that end with the sums, for people to read."""


class Outputs(Struct):
    """The reporter for standard output and those for files."""

    screen: Reporter
    files: tuple[tuple[Reporter, Path], ...]
    color: ColorChoice

    def write(
        self, diagnostics: Iterable[Diagnostic], summary: Callable[[], Summary], stdout: TextIO
    ) -> None:
        """Write diagnostics everywhere.

        Raises:
            InputError: when a file cannot be written; nothing was read, written or emptied then.
        """
        with ExitStack() as stack:
            streams = [stack.enter_context(_open(path)) for _, path in self.files]
            for (_, path), stream in zip(self.files, streams, strict=True):
                if path.is_file():  # not a device
                    stream.truncate(0)
            if streams:  # each reporter goes through them once
                diagnostics = list(diagnostics)
            color = use_color(stdout, self.color)
            try:
                self.screen.write(diagnostics, summary, stdout, color=color)
            finally:  # who closes standard output early (``| head``) wants the files all the same
                for (reporter, path), stream in zip(self.files, streams, strict=True):
                    with _named(path), stream:  # a full disk may show at the end only
                        reporter.write(diagnostics, summary, stream, color=False)


def choose_outputs(
    format_: str,
    output_formats: Iterable[str],
    color: ColorChoice,
    book: Book,
    *,
    quiet: bool = False,
) -> Outputs:
    """Return the outputs that ``--format`` and ``--output-format`` ask for.

    Under ``--quiet`` those for people go without their sums.

    Raises:
        SelectionError: for a format nobody here knows, and for a file given twice.
    """
    brought = {one.name: one for one in book.reporters}
    known = {*BUILTIN, *brought}

    def find(name: str, option: str) -> Reporter:
        if name not in known:
            names = ", ".join(sorted(known))
            raise SelectionError(
                f"{option}: no format is called {name!r}{nearest(name, known)}; known are {names}"
            )
        quietly = {"sums": False} if quiet and name in WITH_SUMS else {}
        reporter = brought.get(name) or builtin_reporter(name, **quietly)
        with_rules = getattr(reporter, "with_rules", None)
        if with_rules is None:
            return reporter
        return cast("Reporter", with_rules((*book.awake.rules, *ENGINE_RULES)))

    files: dict[str, tuple[Reporter, Path]] = {}
    for value in output_formats:
        name, equals, file = value.partition("=")
        if not equals or not file:
            raise SelectionError(f"--output-format {value}: must be FORMAT=FILE")
        if shown(Path(file)) in files:
            raise SelectionError(
                f"--output-format: {file} is given twice; each format needs a file of its own"
            )
        files[shown(Path(file))] = (find(name, "--output-format"), Path(file))
    return Outputs(find(format_, "--format"), tuple(files.values()), color)


def _open(path: Path) -> TextIO:
    with _named(path):
        return path.open("a", encoding="utf-8", newline="\n")


@contextmanager
def _named(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror}") from error
