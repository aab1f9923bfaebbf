"""``check --fix`` and ``check --diff``: fixes applied file by file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.cli.notes import Notes
from newslint.diagnostic import Diagnostic
from newslint.discovery import Found
from newslint.engine import Engine
from newslint.engine_rules import is_trouble
from newslint.errors import InputError
from newslint.files import read_file
from newslint.fixing import FixResult, fix_bytes, fix_file, unified_diff
from newslint.results import FileResult

if TYPE_CHECKING:
    from newslint.cli.acceptance import Sieve
    from newslint.cli.watch_memory import WatchMemory


class FixRun:
    """Applies fixes with an engine.

    Args:
        engine: Lints each round.
        unsafe: Whether unsafe fixes are wanted too.
        encoding: The configured encoding.
        notes: Where to complain.
        sieve: Says what is to be left as it is.
        memory: What an earlier look of ``--watch`` knows.
    """

    def __init__(
        self,
        engine: Engine,
        *,
        unsafe: bool,
        encoding: str | None,
        notes: Notes,
        sieve: Sieve | None = None,
        memory: WatchMemory | None = None,
    ) -> None:
        self._engine = engine
        self._unsafe = unsafe
        self._encoding = encoding
        self._notes = notes
        self._sieve = sieve
        self._memory = memory
        self.fixed = 0
        self.trouble = False

    def in_place(self, found: Found) -> Iterator[FileResult]:
        """Fix files and give what is left in each."""
        for path in found.files:
            named = path in found.named
            if self._memory and (known := self._memory.get(path, named=named)):
                yield known
                continue
            lint = _Lint(self._engine, path, named=named, sieve=self._sieve)
            try:
                result = fix_file(Path(path), lint, unsafe=self._unsafe, encoding=self._encoding)
            except InputError as error:
                self._notes.complain(_beginning_with(path, f"{error}"))
                self.trouble = True
                if lint.first is not None:  # it stays as it was, and so does what is wrong there
                    yield lint.first
                continue
            self.fixed += result.applied
            self._warn(path, result)
            left = lint.result_of(result)
            if self._memory:
                self._memory.put_fixed(left, result.after, named=named)
            yield left

    def diffs(self, sources: Iterator[tuple[str, bytes, bool]]) -> Iterator[str]:
        """Give the difference fixes would make in each source that has one.

        Args:
            sources: Paths, bytes, and whether each was named.
        """
        for path, data, named in sources:
            lint = _Lint(self._engine, path, named=named, sieve=self._sieve)
            result = fix_bytes(data, lint, unsafe=self._unsafe, encoding=self._encoding)
            self.trouble = self.trouble or lint.last.trouble
            for one in result.remaining:  # a diff cannot show what stopped it
                if is_trouble(one):
                    self._notes.complain(f"{_shown_place(one)}: {one.message}")
            if lint.last.note:
                self._notes.note(lint.last.note)
            self._warn(path, result)
            if result.changed:
                yield unified_diff(path, data, result.after, self._encoding)

    def sources(self, found: Found) -> Iterator[tuple[str, bytes, bool]]:
        """Give the bytes of the files that can be read, and whether they were named."""
        for path in found.files:
            try:
                yield path, read_file(Path(path)), path in found.named
            except InputError as error:
                self._notes.complain(_beginning_with(path, f"{error}"))
                self.trouble = True

    def _warn(self, path: str, result: FixResult) -> None:
        if result.unsettled:
            codes = ", ".join(result.unsettled)
            self._notes.complain(f"{path}: the fixes of {codes} undo each other; please report it")


def _shown_place(trouble: Diagnostic) -> str:
    """Return where something could not be read: a file, or a record's place in it."""
    place = trouble.location
    return f"{place.path}:{place.line}:{place.column}" if place.record else place.path


def _beginning_with(path: str, message: str) -> str:
    """Return what is wrong with a file; some messages name it already, others are of its bytes."""
    return message if message.startswith(f"{path}: ") else f"{path}: {message}"


class _Lint:
    """The linting function of a file, which remembers its first and its last result."""

    def __init__(self, engine: Engine, path: str, *, named: bool, sieve: Sieve | None) -> None:
        self._engine = engine
        self._path = path
        self._named = named
        self._sieve = sieve
        self._data = b""
        self.first: FileResult | None = None
        self.last = FileResult(path)

    def __call__(self, data: bytes) -> Sequence[Diagnostic]:
        self._data = data
        self.last = self._engine.lint_bytes(self._path, data, named=self._named)
        self.first = self.first or self.last
        return self.last.diagnostics if self._sieve is None else self._sieve.kept(self.last)

    def result_of(self, fixed: FixResult) -> FileResult:
        """Return the result of the file as fixing left it, with what is accepted in it too."""
        if fixed.after != self._data:  # fixes that undo each other end in an earlier state
            self(fixed.after)
        return self.last
