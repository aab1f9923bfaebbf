"""Which files of a folder are looked into, and how much of each."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from io import BytesIO
from pathlib import PurePath
from typing import BinaryIO

from newslint.errors import InputError
from newslint.raw import Reader, SourceFile
from newslint.readers import reader_for
from newslint.structs import Struct

MOST_FILES = 100_000
"""Files that are listed; to list them takes a few seconds."""
SAMPLE = 200
"""Files that are looked into, spread evenly over those of each format."""
SAMPLE_SIZE = 3 * 1024 * 1024
"""Bytes that are looked into; to lint them takes a few seconds."""
HEAD = 256 * 1024
"""Bytes of a large file of records that are looked into."""
LARGEST = 4 * 1024 * 1024
"""Bytes of the largest file that is looked into if only all of it can be read."""


class Piece(Struct):
    """A file, or as much of it as is looked into.

    Args:
        path: The file.
        name: Its name without the ending that says how it is packed.
        data: The bytes, unpacked.
        share: Which part of the file they are, from 0 to 1.
    """

    path: str
    name: str
    data: bytes
    share: float = 1.0


def by_format(files: Sequence[str]) -> dict[str, list[str]]:
    """Return files by their ending (that of ``a.jsonl.gz`` is ``.jsonl``), in order."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in files:
        found[PurePath(SourceFile(path, b"").format_name).suffix.lower()].append(path)
    return dict(sorted(found.items()))


def pieces(files: Sequence[str], readers: Sequence[Reader]) -> Iterator[Piece]:
    """Give what is looked into of some files: the same for the same files."""
    formats = by_format(files)
    for paths in formats.values():
        left = SAMPLE_SIZE // len(formats)
        for path in _spread(paths, max(1, SAMPLE // len(formats))):
            piece = _piece(path, readers) if left > 0 else None
            if piece is not None:
                left -= len(piece.data)
                yield piece


def _spread(files: Sequence[str], number: int) -> list[str]:
    """Return at most so many files, evenly spread, the first of them among them."""
    if len(files) <= number:
        return list(files)
    return [files[place * len(files) // number] for place in range(number)]


def _piece(path: str, readers: Sequence[Reader]) -> Piece | None:
    file = SourceFile(path, b"")
    try:
        reader = reader_for(path, readers)
        parted = hasattr(reader, "parts")
        with _opened(path, file.packing) as stream:
            data = stream.read((HEAD if parted else LARGEST) + 1)
            whole = len(data) <= (HEAD if parted else LARGEST)
        size = os.stat(path).st_size  # noqa: PTH116 - one of many
    except (OSError, EOFError, InputError, ValueError):
        return None  # `check` says what is wrong with it
    if whole:
        return Piece(path, file.format_name, data)
    if not parted:
        return None
    head = _whole_records(reader, SourceFile(file.format_name, b""), data)
    share = len(head) / size if size > len(head) and not file.packing else 0.0
    return Piece(path, file.format_name, head, share)


def _whole_records(reader: Reader, file: SourceFile, data: bytes) -> bytes:
    """Return as much of the beginning of a file as is whole records."""
    with suppress(InputError):
        parts = reader.parts(file, BytesIO(data), HEAD // 2)  # type: ignore[attr-defined]
        if len(parts) > 1:
            return data[: parts[0].end]
    return data[: data.rfind(b"\n") + 1] or data


def _opened(path: str, packing: str) -> BinaryIO:
    if packing == ".gz":
        import gzip

        return gzip.open(path)  # type: ignore[return-value]
    if packing == ".zst":
        try:
            import zstandard
        except ImportError as error:
            raise InputError("reading .zst needs more") from error
        return zstandard.open(path)  # type: ignore[no-any-return]
    return open(path, "rb")  # noqa: PTH123 - closed by who asked
