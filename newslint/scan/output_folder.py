"""The folder of a scan: whose it is, and that one scan at a time writes there."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from newslint.errors import NewslintError, SelectionError
from newslint.scan.work_folder import UNFINISHED, WorkFolder

MANIFEST = "manifest.json"
SUMMARY = "summary.json"
PAGE = "summary.md"
_RESULTS = ("part-*.jsonl", "part-*.parquet", MANIFEST, SUMMARY, PAGE)


class OutputFolder:
    """The folder that a scan writes to.

    Args:
        folder: The folder; it need not be there.
        work: Its folder of work in progress.
    """

    def __init__(self, folder: Path, work: WorkFolder) -> None:
        self.folder = folder
        self._work = work
        self._lock = work.folder / "lock"

    def check(self) -> None:
        """See that it is there for nothing else: what is not a scan's is never thrown away.

        Raises:
            SelectionError: when it holds something else.
        """
        folder = self.folder
        if not folder.exists():
            return
        if not folder.is_dir():
            raise SelectionError(f"-o {folder}: is a file; name a folder")
        work = self._work.folder
        begun = self._lock.exists() or (work.is_dir() and not any(work.iterdir()))
        if not begun and self.manifest() is None and any(folder.iterdir()):
            raise SelectionError(f"-o {folder}: holds other files; name a folder of its own")

    def manifest(self) -> dict[str, Any] | None:
        """Return the manifest, if a scan is done here."""
        try:
            found = json.loads((self.folder / MANIFEST).read_text(encoding="utf-8"))
        except (ValueError, OSError):
            return None
        ours = isinstance(found, dict) and "newslint" in (found.get("versions") or {})
        return found if ours else None

    def is_older_than(self, changed: int) -> bool:
        """Tell whether the scan was done before a time, in nanoseconds."""
        return (self.folder / MANIFEST).stat().st_mtime_ns < changed

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other scans out; a process that dies lets go of it.

        SQLite's locks, because they are the same on every system.

        Raises:
            NewslintError: when another scan is at work here.
        """
        self._work.folder.mkdir(parents=True, exist_ok=True)
        lock = sqlite3.connect(self._lock, timeout=0, isolation_level=None)
        try:
            self._lock.touch()
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if "locked" in str(error):  # anything else: a file system that knows no locks
                lock.close()
                raise NewslintError(
                    f"-o {self.folder}: another scan is writing there; wait for it, or name "
                    "another folder"
                ) from error
        try:
            yield
        finally:
            lock.close()

    def begin_anew(self) -> None:
        """Throw away what an earlier scan did. Stopped anywhere, it leaves nothing to go on from.

        That a scan is done is forgotten first, then what was planned, without which the rest counts
        for nothing.
        """
        (self.folder / MANIFEST).unlink(missing_ok=True)
        self._work.file("plan").unlink(missing_ok=True)
        self.clear()

    def clear(self) -> None:
        """Delete all results and all work in progress."""
        for pattern in _RESULTS:
            for name in (pattern, pattern + UNFINISHED):
                for file in self.folder.glob(name):
                    file.unlink()
        for file in self._work.folder.iterdir():
            if file.is_dir():
                shutil.rmtree(file)
            elif file.name != self._lock.name:
                file.unlink()
