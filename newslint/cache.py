"""Results of earlier runs: a file that has not changed, under rules that have not, is not linted.

A result is kept under all that it depends on (`cache_key`): what is not the same is not found. The
store is a SQLite database of JSON texts, so that two runs may use it at once and nothing in it is
ever executed. One that is damaged is made anew, one that cannot be read or written is done without:
a cache is no reason to fail, and never a reason to be wrong.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.result_records import from_record, to_record
from newslint.results import FileResult

if TYPE_CHECKING:
    import sqlite3

LARGEST = 512 * 1024 * 1024
"""Bytes of the store above which the half that was used longest ago is dropped."""
KEPT = 30 * 24 * 3600
"""Seconds after which a result that nobody asked for is dropped."""
TOUCHED = 24 * 3600
"""Seconds between two notes that a result was used."""
_WAIT = 5.0
"""Seconds to wait for another run that is writing."""
_VERSION = 1
"""Of the records; another one is another file."""
_TABLE = (
    "CREATE TABLE IF NOT EXISTS results"
    " (key BLOB PRIMARY KEY, used INTEGER NOT NULL, record TEXT NOT NULL) WITHOUT ROWID"
)


def default_folder() -> Path | None:
    """Return the user's folder for caches, or ``None`` where there is none."""
    with suppress(RuntimeError):
        if given := os.environ.get("XDG_CACHE_HOME"):
            return Path(given) / "newslint"
        if sys.platform == "win32":
            local = os.environ.get("LOCALAPPDATA")
            return Path(local) / "newslint" / "Cache" if local else None
        if sys.platform == "darwin":
            return Path.home() / "Library" / "Caches" / "newslint"
        return Path.home() / ".cache" / "newslint"
    return None


class ResultCache:
    """The results of earlier runs under the same rules and configuration.

    Args:
        folder: Where the store lies; made if there is none.
        key: All that a result depends on but the file itself.
    """

    def __init__(self, folder: Path, key: bytes) -> None:
        self._key = key
        self._digests: dict[str, tuple[bytes, os.stat_result]] = {}
        self._new: list[tuple[bytes, str]] = []
        self._used: list[bytes] = []
        self._damaged = False
        self._file = folder / f"results-{_VERSION}.sqlite"
        self._store = self._open()

    @property
    def usable(self) -> bool:
        """Whether the store could be opened."""
        return self._store is not None

    def get(self, path: str, *, named: bool) -> FileResult | None:
        """Return what linting the file gave when it was as it is now, if that is known."""
        if self._store is None:
            return None
        try:
            with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - thousands of files
                status = os.fstat(file.fileno())
                content = hashlib.file_digest(file, "sha256").digest()
        except OSError:
            return None
        self._digests[path] = content, status
        key = self._entry(path, content, named=named)
        try:
            row = self._store.execute(
                "SELECT record, used FROM results WHERE key = ?", (key,)
            ).fetchone()
            result = from_record(row[0], path) if row else None
        except self._failures as error:
            self._note_damage(error)
            return None
        if row and row[1] < time.time() - TOUCHED:
            self._used.append(key)
        return result

    def put(self, result: FileResult, *, named: bool) -> None:
        """Take up a result; one that is trouble is not, so that it is told again."""
        content = result.digest or self._unchanged(result.path)
        if content and not result.trouble and self._store is not None:
            self._new.append((self._entry(result.path, content, named=named), to_record(result)))
            if len(self._new) >= 5000:
                self._write()

    def close(self) -> None:
        """Write what is new."""
        if self._store is not None:
            self._write()
            self._store.close()
            self._store = None
        if self._damaged:
            self._remove()

    def _unchanged(self, path: str) -> bytes:
        """Return the digest of a file that was read in parts, if it is still the same file."""
        content, before = self._digests.get(path, (b"", None))
        with suppress(OSError):
            now = Path(path).stat()
            same = before and (before.st_size, before.st_mtime_ns, before.st_ino) == (
                now.st_size, now.st_mtime_ns, now.st_ino,
            )  # fmt: skip
            return content if same else b""
        return b""

    def _entry(self, path: str, content: bytes, *, named: bool) -> bytes:
        own = b"\x1f".join((self._key, path.encode("utf-8", "surrogatepass"), content))
        return hashlib.sha256(own + bytes([named])).digest()[:16]

    def _open(self) -> sqlite3.Connection | None:
        import sqlite3

        self._failures = (sqlite3.Error, ValueError, TypeError, LookupError)
        for _ in range(2):  # once more after a damaged one is gone
            store = None
            try:
                self._file.parent.mkdir(parents=True, exist_ok=True)
                store = sqlite3.connect(self._file, timeout=_WAIT, isolation_level=None)
                store.execute("PRAGMA synchronous = OFF")  # what is lost is linted again
                store.execute(_TABLE)
            except (OSError, sqlite3.Error) as error:
                if store is not None:
                    store.close()
                if not self._note_damage(error):
                    return None
                self._remove()
            else:
                return store
        return None

    def _note_damage(self, error: Exception) -> bool:
        import sqlite3

        # What is busy, read-only or full is told by a class of its own.
        self._damaged = self._damaged or type(error) is sqlite3.DatabaseError
        return self._damaged

    def _remove(self) -> None:
        with suppress(OSError):
            self._file.unlink()
        self._damaged = False

    def _write(self) -> None:
        store, now = self._store, int(time.time())
        if store is None or not (self._new or self._used):
            return
        try:
            store.execute("BEGIN IMMEDIATE")
            with store:
                store.executemany(
                    "INSERT OR REPLACE INTO results VALUES (?, ?, ?)",
                    ((key, now, record) for key, record in self._new),
                )
                store.executemany(
                    "UPDATE results SET used = ? WHERE key = ?", ((now, key) for key in self._used)
                )
                store.execute("DELETE FROM results WHERE used < ?", (now - KEPT,))
                self._drop_half_if_large(store)
        except self._failures as error:
            self._note_damage(error)
        self._new.clear()
        self._used.clear()

    @staticmethod
    def _drop_half_if_large(store: sqlite3.Connection) -> None:
        pages, free, size = (
            store.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("page_count", "freelist_count", "page_size")
        )
        if (pages - free) * size > LARGEST:
            store.execute(
                "DELETE FROM results WHERE key IN (SELECT key FROM results ORDER BY used LIMIT"
                " (SELECT count(*) / 2 FROM results))"
            )
