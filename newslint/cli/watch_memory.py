"""What one look of ``--watch`` leaves to the next: files as they were, and their results."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable

from newslint.results import FileResult
from newslint.structs import replace
from newslint.workers import KnownResults

Stamp = tuple[int, int, int, int]


class WatchMemory:
    """Results of files that have not changed since.

    A file is the same while its times, size and number are, and when they are not, while its bytes
    are: what was only touched, or written by ``--fix``, is not news.
    """

    def __init__(self) -> None:
        self._seen: dict[str, tuple[Stamp | None, bytes]] = {}
        self._results: dict[str, tuple[bool, FileResult]] = {}
        self._below: KnownResults | None = None

    def look_at(self, files: Iterable[str]) -> None:
        """Note how files are before they are read, and forget the results of those that changed."""
        files = set(files)
        for path in self._seen.keys() - files:
            del self._seen[path]
            self._results.pop(path, None)
        for path in files:
            if not self.is_unchanged(path):
                self._seen[path] = _stamp(path), b""
                self._results.pop(path, None)

    def is_unchanged(self, path: str) -> bool:
        """Tell whether a file is as it was when it was looked at."""
        if path not in self._seen:
            return False
        before, digest = self._seen[path]
        now = _stamp(path)
        if now == before:
            return True
        if not digest or _digest(path) != digest:
            return False
        self._seen[path] = now, digest
        return True

    def over(self, below: KnownResults | None) -> WatchMemory:
        """Ask a cache for what is not known here."""
        self._below = below
        return self

    def get(self, path: str, *, named: bool) -> FileResult | None:
        """Return the result of a file that has not changed, if it is known."""
        was_named, result = self._results.get(path, (named, None))
        if result is not None and was_named == named:
            return replace(result, diagnostics=[*result.diagnostics])
        result = self._below.get(path, named=named) if self._below else None
        if result is not None:
            self._keep(result, named=named)
        return result

    def put(self, result: FileResult, *, named: bool) -> None:
        """Take up a result."""
        self._keep(result, named=named)
        if self._below:
            self._below.put(result, named=named)

    def put_fixed(self, result: FileResult, data: bytes, *, named: bool) -> None:
        """Take up what is left of a file that has these bytes by now."""
        self._keep(result, named=named)
        self._seen[result.path] = None, hashlib.sha256(data).digest()

    def _keep(self, result: FileResult, *, named: bool) -> None:
        stamp, _ = self._seen.get(result.path, (None, b""))
        self._seen[result.path] = stamp, result.digest
        kept = replace(result, diagnostics=[*result.diagnostics])
        self._results[result.path] = named, kept


def _stamp(path: str) -> Stamp | None:
    try:
        status = os.stat(path)  # noqa: PTH116 - thousands of files
    except OSError:
        return None
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino


def _digest(path: str) -> bytes:
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - thousands of files
            return hashlib.file_digest(file, "sha256").digest()
    except OSError:
        return b""
