"""Files read and written so that no crash and no second writer can lose anything."""

from __future__ import annotations

import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from newslint.errors import ChangedMeanwhileError, InputError, MissingInputError


def read_file(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        InputError: when there is none or it cannot be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise MissingInputError(f"{path}: no such file") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error


def write_atomically(path: Path, data: bytes, *, expected: bytes | None = None) -> None:
    """Write a file at one stroke: whoever looks sees the old bytes or the new ones, never a part.

    The new file is made beside the old one and takes its place; mode and owner are kept, and a
    symbolic link stays one (its target is written). A hard link becomes a file of its own.

    Args:
        path: The file; made anew if there is none.
        data: Its new bytes.
        expected: What it must hold now; not written when it holds anything else.

    Raises:
        ChangedMeanwhileError: when it does not hold ``expected``.
        InputError: when it cannot be written.
    """
    target = Path(os.path.realpath(path))
    try:
        status = _status(target, path)
        temporary = target.with_name(f".newslint-{secrets.token_hex(8)}.tmp")
        try:
            _write_through(temporary, data, status)
            if expected is not None:
                _check_unchanged(target, expected)
            os.replace(temporary, target)  # noqa: PTH105 - the name says that it is atomic
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        _sync_folder(target.parent)
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror}") from error


def _status(target: Path, path: Path) -> os.stat_result | None:
    """Return the permissions and owner of a file, or ``None`` if there is none yet.

    Args:
        target: The file.
        path: What it was called: perhaps a link to it.
    """
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(status.st_mode):
        raise InputError(f"{path}: cannot be written: not a regular file")
    if not os.access(target, os.W_OK):
        raise InputError(f"{path}: cannot be written: it is read-only")
    return status


def _write_through(path: Path, data: bytes, status: os.stat_result | None) -> None:
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
    mode = None if status is None else stat.S_IMODE(status.st_mode)
    with os.fdopen(os.open(path, flags, 0o666 if mode is None else mode), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if status is not None and mode is not None:
        _keep_owner(path, status)
        path.chmod(mode)


def _keep_owner(path: Path, status: os.stat_result) -> None:
    """Give a file the owner of the old one, which a superuser (in a container) has to do."""
    new = path.stat()
    if (new.st_uid, new.st_gid) != (status.st_uid, status.st_gid):
        with suppress(PermissionError):
            os.chown(path, status.st_uid, status.st_gid)


def _check_unchanged(path: Path, expected: bytes) -> None:
    try:
        unchanged = path.read_bytes() == expected
    except FileNotFoundError:
        unchanged = False
    if not unchanged:
        raise ChangedMeanwhileError(
            f"{path}: was changed by somebody else meanwhile; it was not written"
        )


def _sync_folder(folder: Path) -> None:
    """Make the new name durable, where the system lets folders be opened (not on Windows)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
