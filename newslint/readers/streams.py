"""Files and parts of files on the disk as streams, of which little is held at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import Any, BinaryIO

from newslint.errors import UndecodableError
from newslint.raw import Part, SourceFile

_STEP = 1024 * 1024
"""Bytes that are read at once."""


class FileStream:
    """The bytes of a file, unpacked, as its reader sees them.

    Args:
        disk: The file, as it is on the disk.
        file: What it is; of a part of it only its bytes come, where it is known which they are.
    """

    def __init__(self, disk: BinaryIO, file: SourceFile) -> None:
        self._disk = disk
        self._file = file
        self.bytes = disk
        if file.part is not None and not file.part.rows:
            disk.seek(file.part.start)
            self.bytes = BufferedReader(_Section(disk, file.part.end - file.part.start), _STEP)
        elif file.packing:
            from newslint.readers.packed import unpacked  # few files are

            self.bytes = unpacked(disk, file.packing)

    @property
    def reached(self) -> int:
        """How many bytes of the file on the disk were read."""
        return self._disk.tell()

    def placed(self, error: UndecodableError) -> UndecodableError:
        """Return what is wrong with a byte with its line and column, which it was found without."""
        from newslint.readers.sound_stream import place_of

        if error.offset and not error.binary and self._file.part is None:
            error.line, error.column = place_of(error.offset, self._file, self.bytes)
        return error

    def measure(self, most: int) -> int:
        """Return how many bytes come, up to ``most``."""
        size = 0
        while size < most and (passed := self.bytes.read(_STEP)):
            size += len(passed)
        return min(size, most)

    def next(self, part: Part) -> bytes:
        """Return the bytes of the part that comes next; none of one that is too large to hold."""
        size = part.end - part.start
        if not part.too_large:
            return self.bytes.read(size)
        while size and (passed := self.bytes.read(min(size, _STEP))):
            size -= len(passed)
        return b""


@contextmanager
def opened(file: SourceFile) -> Iterator[FileStream]:
    """Open a file, or the part of it.

    Raises:
        OSError: when it cannot be read.
        MissingExtraError: when what unpacks it is not installed.
    """
    with Path(file.path).open("rb") as disk:
        yield FileStream(disk, file)


class _Section(RawIOBase):
    """The next bytes of another stream, so many of them."""

    def __init__(self, stream: BinaryIO, size: int) -> None:
        super().__init__()
        self._stream = stream
        self._left = size

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        block = self._stream.read(min(len(buffer), self._left))
        buffer[: len(block)] = block
        self._left -= len(block)
        return len(block)
