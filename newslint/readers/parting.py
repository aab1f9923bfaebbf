"""Parts of files: runs of whole records, found without holding more than a few of them."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.raw import Part, SourceFile
from newslint.readers.sound_stream import UNIT, SoundStream
from newslint.structs import replace


class Parting:
    """The parts of a file, put together from runs of records.

    Args:
        file: The file, or the part of it that is to be parted further.
        codec: Its encoding.
        size: Bytes that a part has at least.
        header: Its first row, where its records cannot be read without it.
    """

    def __init__(self, file: SourceFile, codec: str, size: int, header: str = "") -> None:
        whole = file.part or Part(0, 0, 0, 1, header)
        self._file = file
        self._size = size
        self._next = replace(whole, end=whole.start, encoding=codec)
        self._records = self._lines = 0  # of the part that comes next
        self._found: list[Part] = []

    @property
    def begins(self) -> bool:
        """Whether the run that comes next is the beginning of the file."""
        return self._next.end == 0

    def add(self, run: bytes, records: int) -> None:
        """Add a run of whole records."""
        self._grow(len(run), records, line_ends(run))
        if self._next.end - self._next.start >= self._size:
            self._close()

    def add_too_large(self, record: TooLarge) -> None:
        """Add a record that is a part by itself."""
        self._close()
        self._grow(record.length, 1, record.lines)
        self._close(record.size)

    def as_file(self, run: bytes) -> SourceFile:
        """Return the run that comes next as a file."""
        end = self._next.end
        return replace(self._file, data=run, part=replace(self._next, start=end))

    def parts(self) -> list[Part]:
        """Return the parts."""
        self._close()
        return self._found

    def _grow(self, length: int, records: int, lines: int) -> None:
        self._next = replace(self._next, end=self._next.end + length)
        self._records += records
        self._lines += lines

    def _close(self, too_large: int = 0) -> None:
        done = self._next
        if done.end == done.start:
            return
        self._found.append(replace(done, too_large=too_large))
        self._next = replace(
            done,
            start=done.end,
            record=done.record + self._records,
            line=done.line + self._lines,
        )
        self._records = self._lines = 0


class TooLarge:
    """A record too large to be read, that is passed over piece by piece.

    Attributes:
        length: How many bytes it has.
        ending: How many of them are the line end behind it.
        lines: How many lines end in it.
    """

    def __init__(self) -> None:
        self.length = self.lines = self.ending = 0
        self._last = b""

    @property
    def size(self) -> int:
        """How many bytes it has without its line end."""
        return self.length - self.ending

    def take(self, piece: bytes) -> None:
        """Take up a piece."""
        self.length += len(piece)
        self.lines += line_ends(piece) - (self._last == b"\r" and piece.startswith(b"\n"))
        self._last = piece[-1:]


def lines_of(stream: SoundStream, size: int, largest: int) -> Iterator[bytes | TooLarge]:
    """Give the lines of a stream in runs; those of more bytes than the largest by themselves.

    Args:
        stream: The lines.
        size: Bytes that are read at once, at most: the end of a line is read besides.
        largest: Bytes that a line may have.
    """
    while block := stream.read(min(size, UNIT)):
        if not block.endswith(b"\n"):
            begun = len(block) - block.rfind(b"\n") - 1
            block += stream.readline(max(largest + 1 - begun, 1))
        start = at = 0
        while len(block) - at > largest:  # else no line in it can be too large
            end = block.find(b"\n", at) + 1 or len(block)
            if end - at - block.endswith(b"\n", at, end) > largest:
                if start < at:
                    yield block[start:at]
                yield _passed_over(block[at:end], stream)
                start = end
            at = end
        if start < len(block):
            yield block[start:]


def _passed_over(piece: bytes, stream: SoundStream) -> TooLarge:
    line = TooLarge()
    line.take(piece)
    while not (ends := piece.endswith(b"\n")) and (piece := stream.readline(UNIT)):
        line.take(piece)
    line.ending = int(ends)
    return line


def line_ends(block: bytes) -> int:
    """Return how many lines end in bytes that begin and end where lines do."""
    ends = block.count(b"\n")
    return ends + block.count(b"\r") - block.count(b"\r\n") if b"\r" in block else ends
