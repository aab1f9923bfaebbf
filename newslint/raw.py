"""What a reader gets and what it hands over: a file's bytes, raw articles, problems.

A reader of another format needs only what stands here: it turns a `SourceFile` into `RawArticle`
records, each with a map from its clean text to the file's decoded text.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import BinaryIO, Protocol

from newslint.declared_encoding import declared_encoding
from newslint.errors import InputError, UndecodableError, looks_binary, undecodable
from newslint.line_index import LineIndex
from newslint.map_builder import MapBuilder
from newslint.offsets import OffsetMap, Segment
from newslint.structs import Struct, made

__all__ = [
    "LineIndex",
    "MapBuilder",
    "OffsetMap",
    "Part",
    "RawArticle",
    "RawComment",
    "RawField",
    "RawProblem",
    "Reader",
    "Segment",
    "SourceFile",
]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the same bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


WIDEST = 4
"""Bytes that a character has, at most."""
PACKED = (".gz", ".zst")
"""The endings of packed files, behind the ending of their format."""


class Part(Struct):
    """A run of whole records of a file that is read in parts.

    Args:
        start: First byte; ``end`` one past the last.
        record: Number of its first record, from 0.
        line: Number of its first line, from 1.
        header: The file's first row, where its records cannot be read without it.
        encoding: The encoding of the file.
        too_large: How many bytes the part's one record has, where it is too large to be read.
        rows: How many records it has, where the file is no text; its bytes are but an estimate.
    """

    start: int
    end: int
    record: int
    line: int
    header: str = ""
    encoding: str | None = None
    too_large: int = 0
    rows: int = 0


class SourceFile(Struct, frozen=False):
    """A file to be read.

    Args:
        path: Its name as it will be reported.
        data: Its bytes; those of a packed file (`PACKED`) unpacked.
        encoding: The encoding the configuration names for it; a BOM speaks louder.
        fields: The configuration's ``[fields]``: canonical name to the file's own key.
        part: Which part of the file the bytes are, when they are not all of it.
        largest: Bytes that a record among others may have, its metadata and escapes included.
        stream: The file on the disk, for a reader that reads it bit by bit; there are no ``data``.
    """

    path: str
    data: bytes
    encoding: str | None = None
    fields: Mapping[str, str] = made(factory=dict)
    part: Part | None = None
    largest: int = 1 << 62
    stream: BinaryIO | None = None

    @property
    def packing(self) -> str:
        """The ending that says how it is packed (`PACKED`), or ``""``: no fix is written there."""
        return next((one for one in PACKED if self.path.lower().endswith(one)), "")

    @property
    def format_name(self) -> str:
        """The path without the ending that says how it is packed: its ending is the format's."""
        return self.path[: len(self.path) - len(self.packing)]

    @property
    def goes_on(self) -> bool:
        """Whether it is a part with others before it."""
        return self.part is not None and self.part.start > 0

    @cached_property
    def bom(self) -> bytes:
        """The byte order mark the file begins with, or ``b""``."""
        if self.goes_on:
            return b""
        return next((mark for mark, _ in _BOMS if self.data.startswith(mark)), b"")

    @cached_property
    def codec(self) -> str:
        """The encoding in force: the BOM's, the configured, that a page or XML names, or UTF-8."""
        if self.part and self.part.encoding:
            return self.part.encoding
        declared = None if self.goes_on else declared_encoding(self.data)
        return dict(_BOMS).get(self.bom) or self.encoding or declared or "utf-8"

    @cached_property
    def text(self) -> str:
        """The decoded text, without a BOM.

        Raises:
            UndecodableError: with the byte ``offset``, when the bytes are not text.
        """
        if self.codec == "utf-8" and (nul := self.data.find(b"\0")) >= 0:
            raise looks_binary(nul)
        try:
            return self.data[len(self.bom) :].decode(self.codec)
        except UnicodeDecodeError as error:
            offset = error.start + len(self.bom)
            before = self.data[len(self.bom) : offset].decode(self.codec, "ignore")
            line, column = LineIndex(before).position(len(before))
            raise undecodable(self.codec, self.data[offset], offset, line, column) from error
        except LookupError as error:
            raise UndecodableError(f"no encoding is called {self.codec!r}", offset=0) from error

    def forget_bytes(self) -> None:
        """Let go of the bytes, for a reader that needs the text alone: a file may be large."""
        self.data = b""

    def encode(self, text: str) -> bytes:
        """Return ``text`` as the bytes of this file: its encoding, its BOM.

        Raises:
            InputError: when the file's encoding has no such character.
        """
        try:
            return self.bom + text.encode(self.codec)
        except UnicodeEncodeError as error:
            character = text[error.start]
            raise InputError(f"{character!r} cannot be written in {self.codec}") from error


class RawField(Struct):
    """One metadata value as the file has it.

    Args:
        raw: The value as text, unquoted and unescaped, never converted.
        map: Where its characters stand in the source.
        pointer: The field's own name in the file: a key, a JSON pointer, a column.
    """

    raw: str
    map: OffsetMap
    pointer: str


class RawComment(Struct):
    """A comment of the file in which newslint is named; what it asks for is read by the engine.

    Args:
        text: What stands between its marks.
        map: Where its characters stand in the source.
        start: Source offset at which it begins, with its marks.
        end: One past it.
        clean: Clean offset at which it stands; if it stands alone, at which the text goes on.
        alone: Whether it stands before or between paragraphs, not in one or behind its last word.
    """

    text: str
    map: OffsetMap
    start: int
    end: int
    clean: int
    alone: bool


class RawArticle(Struct):
    """One article as a reader found it.

    Args:
        text: The clean text, lines ended by line feeds.
        map: Where its characters stand in the source.
        fields: Metadata by canonical name (``headline``, ``date``, ``modified``, ``url``,
            ``source``, ``author``, ``language``, ``id``, ``description``, ``section``) or else
            by the file's own key.
        index: Number of the record in a file of many, from 0,
            ``None`` when the file is one article.
        pointer: Where the text stands in its record (``/text``), ``""`` where it has no name.
        start: Source offset at which the record begins.
        comments: The comments that name newslint, in their order; a format without comments has
            none. They are no part of the text.
    """

    text: str
    map: OffsetMap
    fields: Mapping[str, RawField] = made(factory=dict)
    index: int | None = None
    pointer: str = ""
    start: int = 0
    comments: tuple[RawComment, ...] = ()

    @property
    def own_key(self) -> RawField | None:
        """The key in which it speaks to newslint: ``_newslint`` of a record, else ``newslint``."""
        is_record = self.index is not None or self.pointer  # also one that is the whole file
        return self.fields.get("_newslint" if is_record else "newslint")


class RawProblem(Struct):
    """A record that cannot be read, among others that can.

    Args:
        message: What is wrong with it.
        start: Source offset of the place.
        end: One past it.
        index: Number of the record, from 0.
    """

    message: str
    start: int
    end: int
    index: int


class RawTooLarge(RawProblem):
    """A record that is not read, because nothing of its size can be an article that is allowed."""

    __slots__ = ()

    @classmethod
    def of(cls, size: int, largest: int, start: int, index: int) -> RawTooLarge:
        """Return what is said of a record that begins at ``start`` and has ``size`` bytes."""
        message = f"the record has {size:,} bytes; the limit is {largest:,}"
        return cls(message, start, start, index)


class BreaksOffError(InputError):
    """Said of a file of which only the records of a part at its beginning can be read."""

    def __init__(self, message: str, readable: Part) -> None:
        super().__init__(message)
        self.readable = readable


class Reader(Protocol):
    """Reads one format.

    A reader may also have ``spell(text: str) -> str``: how a fix's text is written in this format
    (escapes, entities); without it the text is written as it is. Where that depends on the place
    (a cell is quoted or not), their maps say it: see `OffsetMap.spelled`. With
    ``refer(character: str) -> str`` it writes a character that the file's encoding lacks
    (``&#8212;``), wherever ``spell`` is asked; else such a fix is refused. And a reader may have
    ``parts(file: SourceFile, stream: BinaryIO, size: int) -> list[Part]``: runs of whole records,
    each of at least so many bytes, for several processes and for files larger than memory; ``[]``
    where the file has to be read as one. ``file`` is without its bytes; ``stream`` gives them from
    first to last. ``file.part`` may be a part that is to be parted further. What `read` would say
    is wrong with the file as a whole is raised. With ``reads_streams = True`` it reads a file, or
    the rows of a part of it, from ``file.stream`` and holds few of them.

    With ``records(file: SourceFile) -> Iterator[tuple[int, str]]`` it gives the records of a file,
    or of the part of it, as they are, each as a line of JSON with its number (-1 where the file is
    one), for ``scan --keep``; else they are written as they were read.

    A reader of files that have no lines (a table in binary, a dump of a database) has
    ``has_lines = False``. Its articles and problems are numbered; a place stands at line
    ``index + 1``, column 1 of the file, is told by its line and column in the article's own text
    or field, and shown in that. Where it stands in the file is not asked: `OffsetMap` without
    runs will do. Nothing is written into such a file, so no fix is offered.

    What a reader of a plugin gives is looked at: what is no article, or a place beyond the end of
    the file, is said of the file as the reader's mistake (`ReaderError`).
    """

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The endings of file names it reads: ``(".jsonl", ".ndjson")``."""

    def read(self, file: SourceFile) -> Iterator[RawArticle | RawProblem]:
        """Give the articles of a file, in order.

        Raises:
            InputError: when the file as a whole cannot be read (`NotAnArticleFileError` when it is
                sound but holds no article, `MissingExtraError` when a library is missing).
        """
