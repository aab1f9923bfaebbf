"""A baseline at work in ``newslint check``: what it accepts is not reported."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from newslint.baseline.accepted import Linted, Sifted, linted_file, unused_entries
from newslint.baseline.file import read_baseline
from newslint.cli.notes import Notes
from newslint.diagnostic import Diagnostic, at_least
from newslint.engine_rules import RULE_CRASHED
from newslint.results import FileResult
from newslint.session import Session
from newslint.structs import replace


class Sieve(Protocol):
    """What a run hands its findings to before it reports them."""

    def kept(self, result: FileResult) -> Sequence[Diagnostic]:
        """Return what may be fixed in a file; called as often as it is looked at."""

    def take(self, result: FileResult) -> Sequence[Diagnostic]:
        """Return what is to be reported of a file; called once for every file."""

    def take_all(self, diagnostics: Iterable[Diagnostic]) -> Sequence[Diagnostic]:
        """Return what is to be reported of all files, where rules across articles ran.

        Called once, at the end, with what ``take`` returned and what those rules found.
        """

    def say(self, notes: Notes) -> None:
        """Say what was kept back."""


class Acceptance:
    """Keeps back what a baseline accepts, and reports entries that accept nothing any more.

    Args:
        file: The baseline.
        session: That of the run; its selection says which rules ran.
        across: The folders that rules across articles see, if such rules run.
        hides: Whether findings are hidden that the baseline may have an entry for.

    Raises:
        ConfigError: when the file is no baseline.
    """

    def __init__(
        self, file: Path, session: Session, *, across: Collection[str] = (), hides: bool = False
    ) -> None:
        self._baseline = read_baseline(file)
        self._session = session
        self._min_severity = session.options.config.min_severity
        self._together = bool(across)
        self._everything = sees_all(across, self._baseline.root)
        self._says_unused = not hides
        self._today = date.today()
        self._linted: dict[str, Linted] = {}
        self._accepted = self._expired = 0

    def kept(self, result: FileResult) -> Sequence[Diagnostic]:
        """Return what is not accepted in a file."""
        return self._sift(result.path, self._file(result)).kept

    def take(self, result: FileResult) -> Sequence[Diagnostic]:
        """Return what is to be reported of a file."""
        linted = self._file(result)
        if not self._together:
            return self._settle(result.path, linted)
        self._linted[result.path] = replace(linted, diagnostics=())
        return result.diagnostics

    def take_all(self, diagnostics: Iterable[Diagnostic]) -> Sequence[Diagnostic]:
        """Return what is to be reported of all files."""
        found: dict[str, list[Diagnostic]] = defaultdict(list)
        for one in diagnostics:
            found[one.location.path].append(one)
            self._says_unused = self._says_unused and one.code != RULE_CRASHED.code
        unknown = Linted((), ())
        return [
            one
            for path in {**self._linted, **found}
            for one in self._settle(
                path, replace(self._linted.get(path, unknown), diagnostics=found[path])
            )
        ]

    def say(self, notes: Notes) -> None:
        """Say how much was accepted, and how much is not any more."""
        if self._accepted:
            noun = "finding" if self._accepted == 1 else "findings"
            notes.note(f"{self._accepted} {noun} accepted by the baseline")
        if self._expired:
            were = "finding was" if self._expired == 1 else "findings were"
            notes.note(f"{self._expired} {were} accepted by the baseline until a day that is past")

    def _file(self, result: FileResult) -> Linted:
        rules = self._session.selection.for_path(result.path)
        return linted_file(result, rules, across=self._everything)

    def _sift(self, path: str, linted: Linted) -> Sifted:
        return self._baseline.sift(path, linted, self._today)

    def _settle(self, path: str, linted: Linted) -> Sequence[Diagnostic]:
        sifted = self._sift(path, linted)
        self._accepted += sifted.accepted
        self._expired += sifted.expired
        severity = linted.unused if self._says_unused else None
        unused = [one for one in sifted.unmatched if one.code in linted.judged]
        if not unused or not severity or not at_least(severity, self._min_severity):
            return sifted.kept
        said = unused_entries(path, unused, severity)
        return sorted([*sifted.kept, said], key=Diagnostic.sort_key)


def sees_all(folders: Collection[str], root: Path) -> bool:
    """Tell whether one of the folders holds everything that a baseline in ``root`` may know of."""
    return any(root.is_relative_to(os.path.realpath(folder)) for folder in folders)
