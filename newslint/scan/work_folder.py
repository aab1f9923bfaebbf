"""The folder of work in progress, ``DIR/.work``: what is there is whole and need not be redone.

Everything is written under another name first and then given its own, so a scan that is killed
leaves nothing half.
"""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import Any, TextIO, cast

NAME = ".work"
UNFINISHED = ".unfinished"
"""The ending of what is being written."""


class WorkFolder:
    """Files of a scan that is under way, by what they hold and the number of their job.

    Args:
        output: The folder of the scan.
    """

    def __init__(self, output: Path) -> None:
        self.folder = output / NAME

    def file(self, kind: str, number: int | None = None, chunk: int | None = None) -> Path:
        """Return where something is kept: ``facts-00017-000.gz``."""
        name = kind
        if number is not None:
            name += f"-{number:05}"
        if chunk is not None:
            name += f"-{chunk:03}"
        return self.folder / f"{name}.gz"

    def has(self, kind: str, number: int | None = None) -> bool:
        """Tell whether something is there, and so is whole."""
        return self.file(kind, number).exists()

    def write(self, kind: str, value: Any, number: int | None = None) -> None:
        """Write a value that JSON has."""
        with self.writing(self.file(kind, number)) as stream:
            json.dump(value, stream)

    def read(self, kind: str, number: int | None = None) -> Any:
        """Return a value."""
        with gzip.open(self.file(kind, number), "rt", encoding="utf-8") as stream:
            return json.load(stream)

    @staticmethod
    @contextmanager
    def writing(file: Path) -> Iterator[TextIO]:
        """Open a file to be written whole or not at all."""
        with (
            whole_file(file) as unfinished,
            unfinished.open("wb") as raw,
            # Quick rather than small: it is read once. No time and no name in its head.
            gzip.GzipFile("", "wb", compresslevel=1, fileobj=raw, mtime=0) as packed,
            TextIOWrapper(
                cast("Any", packed), encoding="utf-8", errors="surrogatepass", newline="\n"
            ) as stream,
        ):
            yield stream

    def append(self, file: Path, lines: Iterable[str]) -> None:
        """Write lines at the end of a file."""
        with gzip.open(file, "at", compresslevel=1, encoding="utf-8", newline="\n") as stream:
            stream.writelines(lines)


def lines_of(file: Path) -> Iterator[str]:
    """Give the lines of a file, none where there is no such file."""
    if not file.exists():
        return
    with gzip.open(file, "rt", encoding="utf-8", errors="surrogatepass", newline="\n") as stream:
        yield from stream


@contextmanager
def whole_file(file: Path) -> Iterator[Path]:
    """Give the name of a file to write; it becomes ``file`` when all went well."""
    unfinished = file.with_name(file.name + UNFINISHED)
    try:
        yield unfinished
        os.replace(unfinished, file)  # noqa: PTH105 - over what is there
    finally:
        unfinished.unlink(missing_ok=True)
