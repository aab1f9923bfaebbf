"""The bytes of a file in turn, found to be text or not while they are read."""

from __future__ import annotations

import codecs
from functools import cache
from typing import Any, BinaryIO, NoReturn

from newslint.errors import UndecodableError, looks_binary, undecodable
from newslint.raw import SourceFile

UNIT = 64 * 1024
"""Bytes that are looked at together: few enough that the allocator keeps what held the last."""
_HEAD = 4096
"""Bytes by which a file is asked for its encoding."""
_ASCII = "".join(map(chr, range(128))) + "\x1b$B0! \\u0041.xn--bcher-kva"
"""All of ASCII, and what means something else in ISO 2022, Python's escapes and IDNA."""


class SoundStream:
    """The bytes of a file, or of a part of it, as a stream.

    What is wrong with them is what `SourceFile.text` says of the whole file, but for the line and
    column (`place_of`). It comes before all else that may be wrong with a file, so whoever finds
    something else reads on first (`drain`).

    Args:
        file: The file; is given its first bytes, by which it knows its encoding.
        stream: All its bytes.
    """

    def __init__(self, file: SourceFile, stream: BinaryIO) -> None:
        self._stream = stream
        file.data = self._head = stream.read(_HEAD)
        self.codec = file.codec
        self._mark = len(file.bom)  # bytes of it that are to be read yet
        self._reached = file.part.start if file.part else 0
        self._decoder: Any = None
        if is_cut_at_line_feeds(self.codec):
            self._decoder = codecs.getincrementaldecoder(self.codec)()

    @property
    def can_be_cut(self) -> bool:
        """Whether it can be cut at its line feeds; else it is not to be read."""
        return self._decoder is not None

    def read(self, size: int) -> bytes:
        """Return so many bytes, fewer at the end."""
        block = self._from_head(size)
        return self._checked(block + self._stream.read(size - len(block)))

    def readline(self, size: int) -> bytes:
        """Return the rest of a line, or so many bytes of it."""
        line = self._from_head(min(self._head.find(b"\n") + 1 or size, size))
        if not line.endswith(b"\n"):
            line += self._stream.readline(size - len(line))
        return self._checked(line)

    def drain(self) -> None:
        """Read what is left, for what is wrong with it."""
        while self.read(UNIT):
            pass

    def _from_head(self, size: int) -> bytes:
        block, self._head = self._head[:size], self._head[size:]
        return block

    def _checked(self, block: bytes) -> bytes:
        if self.codec == "utf-8" and (nul := block.find(b"\0")) >= 0:
            self._fail(looks_binary(self._reached + nul), block)
        mark = min(self._mark, len(block))
        self._mark -= mark
        pending = len(self._decoder.getstate()[0])
        try:
            self._decoder.decode(block[mark:] if mark else block, final=not block)
        except UnicodeDecodeError as error:
            offset = self._reached + mark - pending + error.start
            self._fail(undecodable(self.codec, error.object[error.start], offset), block)
        self._reached += len(block)
        return block

    def _fail(self, error: UndecodableError, block: bytes) -> NoReturn:
        """Say what is wrong, or that a byte further on shows that the file is no text at all."""
        start, is_text = self._reached + len(block), not error.binary
        # To the end: it may be packed, and damaged.
        while block := self._from_head(UNIT) or self._stream.read(UNIT):
            if is_text and self.codec == "utf-8" and (nul := block.find(b"\0")) >= 0:
                error, is_text = looks_binary(start + nul), False
            start += len(block)
        raise error


def place_of(offset: int, file: SourceFile, stream: BinaryIO) -> tuple[int, int]:
    """Return the line and column of a byte of a file: once something is wrong with it.

    Args:
        offset: The byte, before which all is text.
        file: The file.
        stream: All its bytes.
    """
    line, column, after_return = 1, 1, False
    sound = SoundStream(file, stream)
    decoder = codecs.getincrementaldecoder(sound.codec)()
    left, mark = offset, len(file.bom)
    while left and (block := sound.read(min(left, UNIT))):
        left -= len(block)
        text = decoder.decode(block[mark:])
        mark = 0
        if after_return and text.startswith("\n"):
            text = text[1:]  # the line has ended already
        ends = text.count("\n") + text.count("\r") - text.count("\r\n")
        last = max(text.rfind("\n"), text.rfind("\r")) + 1
        line, column = line + ends, len(text) - last + (1 if ends else column)
        after_return = text.endswith("\r")
    return line, column


@cache
def is_cut_at_line_feeds(codec: str) -> bool:
    """Tell whether a text in an encoding can be cut, as bytes, behind each ``0A``.

    So it is where ASCII means itself and no character of more bytes has one that is ``0A``: in
    UTF-8, in all encodings of one byte but EBCDIC, in those of East Asia that keep no state (Big5,
    EUC, GBK, Shift JIS).
    """
    try:
        plain = _ASCII.encode("ascii").decode(codec) == _ASCII
        plain = plain and codecs.lookup(codec).name != "utf-8-sig"  # takes a mark off each piece
    except (LookupError, UnicodeError):
        return False
    return plain and not any(_takes_line_feed(byte, codec) for byte in range(256))


def _takes_line_feed(byte: int, codec: str) -> bool:
    try:
        text = bytes([byte, 10]).decode(codec)
    except UnicodeError:
        return False
    return len(text) != 2 or text[1] != "\n"
