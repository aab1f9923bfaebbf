"""Which files a run reads: those its paths mean, of them the changed ones, never its own output."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from newslint.cli.check_request import CheckRequest
from newslint.cli.notes import Notes
from newslint.discovery import STDIN, Found, discover, reason_to_leave_out, shown
from newslint.errors import SelectionError


def find_inputs(
    request: CheckRequest, suffixes: Collection[str], *, stdout: TextIO, notes: Notes
) -> Found:
    """Return the files to read.

    Args:
        request: What is asked.
        suffixes: Endings of the formats that can be read.
        stdout: Where diagnostics go; the file, if it is one, is not read.
        notes: Where to say that git knows nothing of some.

    Raises:
        NewslintError: when git cannot say what has changed, or a file would be overwritten.
    """
    found = discover(
        [path for path in request.paths if path != STDIN],
        request.options.config,
        suffixes,
        force_exclude=request.force_exclude,
    )
    if request.stdin and request.force_exclude and request.stdin_filename:
        reason = reason_to_leave_out(request.stdin_name, request.options.config)
        if reason:
            found.skipped.append((request.stdin_name, reason))
    _leave_out_own_output(found, request.output_format, stdout)
    if request.changed_since is not None:
        from newslint.cli.changed import keep_changed

        if unknown := keep_changed(found, request.changed_since):
            noun = "file is" if unknown == 1 else "files are"
            notes.note(
                f"{unknown} {noun} not in this git repository: read, though nobody knows "
                f"whether they have changed since {request.changed_since}"
            )
    return found


def _leave_out_own_output(found: Found, output_formats: Collection[str], stdout: TextIO) -> None:
    """Take out what this run writes, reports of an earlier one: ``check . > report.txt``.

    Raises:
        SelectionError: when a file that was named to be read would be overwritten.
    """
    own = {shown(Path(value.partition("=")[2])) for value in output_formats}
    written = _regular_file(stdout)
    if not own and written is None:
        return
    for path in [*found.files]:
        if path in own and path in found.named:
            raise SelectionError(
                f"--output-format: {path} is to be linted and would be overwritten; "
                "name another file"
            )
        if path in own or (written is not None and _is_same(path, written)):
            found.files.remove(path)
            if path in found.named:
                found.named.discard(path)
                found.skipped.append((path, "this run writes it"))


def _regular_file(stream: TextIO) -> os.stat_result | None:
    """Return the status of the file that a stream writes, ``None`` if it is something else."""
    with suppress(OSError, ValueError):
        status = os.fstat(stream.fileno())
        return status if stat.S_ISREG(status.st_mode) else None
    return None


def _is_same(path: str, status: os.stat_result) -> bool:
    with suppress(OSError):
        return os.path.samestat(os.stat(path), status)  # noqa: PTH116 - thousands of files
    return False
