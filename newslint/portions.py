"""What is held of a file at once: all of it, one part after the other, or a few records."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from newslint.errors import InputError, UndecodableError, too_large_a_whole
from newslint.raw import BreaksOffError, Part, RawArticle, RawProblem, Reader, SourceFile
from newslint.reader_checks import at_its_expense
from newslint.readers import builtin_readers
from newslint.structs import replace

PORTION = 1024 * 1024
"""Bytes of a file of records that are linted at once, at least, where it is not held as a whole."""
_EVERYTHING = 1 << 62
"""Bytes that no file has."""
LARGE = 64 * 1024 * 1024
"""Bytes of a file of records beyond which it is never held as a whole."""
LARGEST_WHOLE = 256 * 1024 * 1024
"""Bytes that a file may have that has to be read as a whole."""


def is_large(file: SourceFile) -> bool:
    """Tell whether a file has so many bytes, unpacked, that they are not held at once."""
    try:
        size = Path(file.path).stat().st_size
        if size <= LARGE and file.packing:
            from newslint.readers.streams import opened

            with opened(file) as stream:
                size = stream.measure(LARGE + 1)
    except (OSError, InputError):
        return False  # whoever reads it says so
    return size > LARGE


def read(file: SourceFile) -> bytes:
    """Return the bytes of a file as they are on the disk, or of the part that it is of one.

    Raises:
        OSError: when they cannot be read.
        InputError: when they are too many.
    """
    part, path = file.part, Path(file.path)
    if part is None:
        if path.stat().st_size > LARGEST_WHOLE:
            raise too_large_a_whole(LARGEST_WHOLE)
        return path.read_bytes()
    with path.open("rb") as stream:
        stream.seek(part.start)
        return b"" if part.too_large else stream.read(part.end - part.start)


def parts_of(file: SourceFile, reader: Reader, size: int) -> list[Part]:
    """Return the parts of a file on the disk, or of a part of it; ``[]`` where it has none.

    Raises:
        OSError: when it cannot be read.
        InputError: what is wrong with it as a whole.
    """
    split = getattr(reader, "parts", None)
    if split is None or (file.packing and reads_streams(reader)):
        return []
    is_ours = reader in builtin_readers()
    if file.part and (file.part.too_large or not is_ours):
        return [file.part]
    from newslint.readers.streams import opened  # large files are few

    with opened(file) as stream:
        if not is_ours:
            with at_its_expense():
                return list(split(file, stream.bytes, size))
        try:
            return list(split(file, stream.bytes, size))
        except UndecodableError as error:
            wrong = error
    with opened(file) as stream:
        raise stream.placed(wrong)


def cut(file: SourceFile, reader: Reader, size: int) -> tuple[list[Part], InputError | None]:
    """Return the parts in which a file is read by one process, and what is wrong behind them.

    Raises:
        OSError: when it cannot be read.
        InputError: what is wrong with it as a whole.
    """
    try:
        # What is read bit by bit is opened once.
        return parts_of(file, reader, _EVERYTHING if reads_streams(reader) else size), None
    except BreaksOffError as error:
        return [error.readable], error


def pieces_of(
    file: SourceFile, reader: Reader, parts: list[Part]
) -> Iterator[tuple[SourceFile, int]]:
    """Give parts that follow each other as files, and how far that reached in the file on the disk.

    Args:
        file: The file, or the part of it that has these parts.
        reader: Its reader, for whether it reads streams.
        parts: They.
    """
    from newslint.readers.streams import opened

    with opened(file) as stream:
        for part in parts:
            if reads_streams(reader):
                piece = replace(file, data=b"", part=part, stream=stream.bytes)
            else:
                piece = replace(file, data=stream.next(part), part=part)
            yield piece, stream.reached


def reads_streams(reader: Reader) -> bool:
    """Tell whether a reader reads a file bit by bit; see `Reader`."""
    return bool(getattr(reader, "reads_streams", False))


Records = list[RawArticle | RawProblem]


def bits(
    records: Iterator[RawArticle | RawProblem], part: Part, size: int
) -> Iterator[tuple[Records, Part, InputError | None]]:
    """Give the records of a part a few at a time, and at the last what ends them before its end.

    Args:
        records: The records, with their numbers.
        part: The part they are from.
        size: Characters of text that are given at once, at least.
    """
    held: Records = []
    weight = 0
    error: InputError | None = None
    at = part
    try:
        for one in records:
            held.append(one)
            weight += len(one.text) if isinstance(one, RawArticle) else len(one.message)
            if weight >= size:
                at = _bit(part, at, (one.index or 0) + 1)
                yield held, at, None
                held, weight = [], 0
    except InputError as wrong:
        error = wrong
    if held or error or at is part:
        end = part.record + part.rows
        yield held, _bit(part, at, end), error


def _bit(part: Part, before: Part, end: int) -> Part:
    """Return the bit of a part that comes next and ends with the row before ``end``."""
    first = part.record if before is part else before.record + before.rows
    start = part.start if before is part else before.end
    share = (end - part.record) / max(part.rows, 1)
    stop = max(part.start + int((part.end - part.start) * share), start + 1)
    return replace(part, start=start, end=stop, record=first, line=first + 1, rows=end - first)
