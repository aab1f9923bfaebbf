"""Files that are packed: ``export.jsonl.gz``, ``export.csv.zst``."""

from __future__ import annotations

from newslint.errors import InputError, MissingExtraError
from newslint.raw import SourceFile


def unpack(file: SourceFile) -> None:
    """Replace the bytes of a packed file by those that are packed in it; leave others alone.

    Raises:
        InputError: when they are damaged.
        MissingExtraError: when what unpacks them is not installed.
    """
    if not file.packing:
        return
    kind, unpacked = {".gz": ("gzip", _gzip), ".zst": ("zstandard", _zstandard)}[file.packing]
    try:
        file.data = unpacked(file.data)
    except _DamagedError as error:
        raise InputError(f"is no sound {kind} file: {error}") from error


class _DamagedError(Exception):
    """Says what is wrong with packed bytes."""


def _gzip(data: bytes) -> bytes:
    import gzip
    import zlib

    try:
        return gzip.decompress(data)
    except (OSError, EOFError, zlib.error) as error:
        raise _DamagedError(str(error).lower()) from error


def _zstandard(data: bytes) -> bytes:
    try:
        import zstandard
    except ImportError as error:
        raise MissingExtraError(".zst", "zst") from error
    frames: list[bytes] = []
    try:
        while data:
            frame = zstandard.ZstdDecompressor().decompressobj()
            frames.append(frame.decompress(data))
            if not frame.eof:
                raise _DamagedError("it breaks off")
            data = frame.unused_data
    except zstandard.ZstdError as error:
        raise _DamagedError(str(error).lower()) from error
    return b"".join(frames)
