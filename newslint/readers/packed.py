"""Files that are packed: ``export.jsonl.gz``, ``export.csv.zst``."""

from __future__ import annotations

from collections.abc import Callable
from io import BufferedReader, BytesIO, RawIOBase
from typing import Any, BinaryIO, NamedTuple

from newslint.errors import InputError, MissingExtraError, too_large_a_whole
from newslint.raw import SourceFile

_STEP = 2048
"""Packed bytes that are unpacked at once: zstandard may make 64 MB of them, at the worst."""
_AT_ONCE = 128 * 1024
"""Bytes that are read from the disk, and unpacked ahead, at once."""


def unpack(file: SourceFile, most: int | None = None) -> None:
    """Replace the bytes of a packed file by those that are packed in it; leave others alone.

    Raises:
        InputError: when they are damaged, or more than ``most``.
        MissingExtraError: when what unpacks them is not installed.
    """
    if not file.packing:
        return
    stream = unpacked(BytesIO(file.data), file.packing)
    blocks: list[bytes] = []
    left = most
    while block := stream.read(_AT_ONCE):
        blocks.append(block)
        if left is not None and (left := left - len(block)) < 0:
            raise too_large_a_whole(most or 0)
    file.data = b"".join(blocks)


def unpacked(stream: BinaryIO, packing: str) -> BinaryIO:
    """Return what is packed in a stream as a stream, of which little is held at a time.

    Args:
        stream: The packed bytes.
        packing: One of `newslint.raw.PACKED`.

    Raises:
        InputError: when bytes are read that are damaged.
        MissingExtraError: when what unpacks them is not installed.
    """
    kind = _gzip() if packing == ".gz" else _zstandard()
    return BufferedReader(_Unpacking(stream, kind), _AT_ONCE)


class _Kind(NamedTuple):
    """How files are packed.

    Args:
        name: What it is called.
        member: Makes what unpacks one member (frame) of a file; a file may have several.
        error: What that raises.
        filling: Bytes that may stand between members.
    """

    name: str
    member: Callable[[], Any]
    error: type[Exception]
    filling: bytes = b""


def _gzip() -> _Kind:
    import zlib

    # Tapes and disks fill files up with zeros.
    return _Kind("gzip", lambda: zlib.decompressobj(wbits=31), zlib.error, b"\0")


def _zstandard() -> _Kind:
    try:
        import zstandard
    except ImportError as error:
        raise MissingExtraError(".zst", "zst") from error
    unpacker = zstandard.ZstdDecompressor()
    return _Kind("zstandard", unpacker.decompressobj, zstandard.ZstdError)


class _Unpacking(RawIOBase):
    """A stream of what is packed in another."""

    def __init__(self, packed: BinaryIO, kind: _Kind) -> None:
        super().__init__()
        self._packed = packed
        self._kind = kind
        self._given = b""
        self._at = 0  # how much of it is unpacked
        self._made = memoryview(b"")  # what that gave and nobody has read yet
        self._member: Any = None  # None between two

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._made:
            if self._at == len(self._given):
                self._given, self._at = self._packed.read(_AT_ONCE), 0
                if not self._given and self._member is not None:
                    raise self._damaged("it breaks off")
                if not self._given:
                    return 0
            try:
                self._made = memoryview(self._next())
            except self._kind.error as error:
                raise self._damaged(str(error).lower()) from error
        size = min(len(buffer), len(self._made))
        buffer[:size] = self._made[:size]
        self._made = self._made[size:]
        return size

    def _next(self) -> bytes:
        """Return what the next bytes give, if that is something already."""
        step = self._given[self._at : self._at + _STEP]
        self._at += len(step)
        if self._member is None:
            step = step.lstrip(self._kind.filling) if self._kind.filling else step
            if not step:
                return b""
            self._member = self._kind.member()
        made: bytes = self._member.decompress(step)
        if self._member.eof:
            self._at -= len(self._member.unused_data)
            self._member = None
        return made

    def _damaged(self, reason: str) -> InputError:
        return InputError(f"is no sound {self._kind.name} file: {reason}")
