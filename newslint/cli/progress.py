"""How far long work has come: one line on a terminal, gone before anything else is written.

Forty lines of our own: click's bar is drawn at once, tqdm and rich are no dependencies, and none of
them knows of the diagnostics that are written to the same terminal while it stands there.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from typing import Any, TextIO, cast

from newslint.results import FileResult

PATIENCE = 1.5
"""Seconds of work before which there is nothing to see."""
PACE = 0.1
"""Seconds between two pictures."""
BAR = 20
"""Terminal columns of the bar."""


def progress_wanted(stream: TextIO, environ: Mapping[str, str] = os.environ) -> bool:
    """Tell whether a stream is a terminal that somebody looks at."""
    calm = any(environ.get(name) for name in ("CI", "PRE_COMMIT", "NO_COLOR"))
    return not calm and environ.get("TERM") != "dumb" and stream.isatty()


class Progress:
    """The line that tells how far it is.

    Args:
        stream: The terminal.
        clock: Gives seconds.
    """

    def __init__(self, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream = stream
        self._clock = clock
        self._started = self._drawn = 0.0
        self._files = self._files_done = self._bytes = self._bytes_done = 0
        self._sizes: Mapping[str, int] = {}
        self._parts: dict[str, int] = {}
        self._width = 0
        self._step = ""
        self.at_line_start = True

    def beside(self, stream: TextIO) -> TextIO:
        """Return a stream that wipes the line before it writes."""
        return cast("TextIO", _Beside(stream, self)) if stream.isatty() else stream

    def begin(self, step: str, size: int) -> None:
        """Begin a step of work on so many bytes, told by `count`; 0 where nobody knows."""
        self._step = step
        self._files = self._files_done = self._bytes_done = 0
        self._bytes = size
        self._started = self._clock()
        self.wipe()
        if not size:  # nobody will call again before it is done
            self._stream.write(f"{step} …")
            self._stream.flush()
            self._width = len(step) + 2

    def count(self, size: int) -> None:
        """Count so many bytes."""
        self._bytes_done += size
        self.draw()

    def follow(self, results: Iterator[FileResult], files: Collection[str]) -> Iterator[FileResult]:
        """Give results on, and count them; the line is drawn when the next is waited for."""
        self._sizes = {path: _size(path) for path in files}
        self._files, self._bytes = len(files), sum(self._sizes.values())
        self._started = self._clock()
        for result in results:
            self._files_done += 1
            counted = self._parts.pop(result.path, 0)
            self._bytes_done += self._sizes.get(result.path, 0) - counted
            yield result
            self.draw()
        self.wipe()

    def count_part(self, result: FileResult) -> None:
        """Count a part of a file."""
        if result.part is not None:
            size = result.part.end - result.part.start
            self._parts[result.path] = self._parts.get(result.path, 0) + size
            self._bytes_done += size
            self.draw()

    def draw(self) -> None:
        """Draw the line, if there is something to tell by now."""
        now = self._clock()
        wait = PACE if self._width else 0  # where it was wiped it may come back at once
        if now - self._started < PATIENCE or now - self._drawn < wait or not self.at_line_start:
            return
        line = self._line(now - self._started)[: _columns(self._stream) - 1]
        before, self._drawn = self._width, now
        self._width = max(before, len(line))  # first: Ctrl-C may come while it is written
        self._stream.write("\r" + line.ljust(before))
        self._stream.flush()
        self._width = len(line)

    def wipe(self) -> None:
        """Take the line away."""
        if self._width:
            self._stream.write("\r" + " " * self._width + "\r")
            self._stream.flush()
            self._width = 0

    def _line(self, seconds: float) -> str:
        share = min(self._bytes_done / self._bytes, 1.0) if self._bytes else 0.0
        bar = ("#" * int(share * BAR)).ljust(BAR, "-")
        noun = "file" if self._files == 1 else "files"
        count = f" {self._files_done:,} of {self._files:,} {noun}," if self._files else ""
        line = f"[{bar}] {share:4.0%}{count} {self._bytes_done / seconds / 1e6:.1f} MB/s"
        return f"{line}, {_duration(seconds / share - seconds)} left" if share else line


class _Beside:
    def __init__(self, stream: TextIO, progress: Progress) -> None:
        self._stream = stream
        self._progress = progress

    def write(self, text: str) -> int:
        self._progress.wipe()
        if text:  # in the middle of a line of others there is no room for ours
            self._progress.at_line_start = text.endswith("\n")
        return self._stream.write(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _columns(stream: TextIO) -> int:
    with suppress(OSError, ValueError):
        return os.get_terminal_size(stream.fileno()).columns or 80
    return 80


def _size(path: str) -> int:
    with suppress(OSError):
        return os.stat(path).st_size  # noqa: PTH116 - thousands of files
    return 0
