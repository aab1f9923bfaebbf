"""The file of what a corpus taught: three tables of hashes and numbers, looked up where they lie.

After the header come, each sorted by its hash, the words (``hash articles outlets lines
concentration``), the outlets (``hash articles``) and the keys that rules across articles found
fault with (``hash articles``, of the rule's code, the scope and the key): no text of an article is
in it. Numbers are little-endian; a share is told in hundredths, in one byte.
"""

from __future__ import annotations

import mmap
import struct
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from newslint.errors import ConfigError
from newslint.learned import UNUSED, WordUse
from newslint.normal_lines import HASH_BYTES, digest

FORMAT = 1
"""The version of the format; a reader knows one."""

# Like that of PNG: a file that was sent as text is told by it.
_MAGIC = b"\x89newslint\r\n\x1a\n"
_PREFIX = struct.Struct(f"<{len(_MAGIC)}sHI")  # with the format and a checksum of what follows
_HEADER = struct.Struct("<24sQIIII")
_WORD = struct.Struct("<IHIB")
_COUNT = struct.Struct("<I")
_VERSION_BYTES = 24
_MOST_OUTLETS = 0xFFFF


class Header(NamedTuple):
    """What a file says of itself.

    Args:
        newslint: The version that learned it.
        articles: From how many articles.
        least_with_word: Words of fewer articles are not in it.
        words: How many words there are.
        outlets: How many outlets.
        findings: How many keys that rules across articles found fault with.
    """

    newslint: str
    articles: int
    least_with_word: int
    words: int
    outlets: int
    findings: int


class WordRow(NamedTuple):
    """A word as it is written: `most` articles are of the outlet with most of them."""

    hash: bytes
    articles: int
    outlets: int
    lines: int
    most: int


class CountRow(NamedTuple):
    """An outlet, or what a rule across articles found, and in how many articles."""

    hash: bytes
    articles: int


class LearnedFile:
    """A file mapped into memory; looking something up takes some microseconds.

    Args:
        header: What it says of itself.
        data: The bytes of the file.
        start: Where the tables begin.
    """

    def __init__(self, header: Header, data: mmap.mmap | bytes, start: int) -> None:
        self.header = header
        self._words = _Table(data, start, header.words, _WORD)
        self._outlets = _Table(data, self._words.end, header.outlets, _COUNT)
        self._findings = _Table(data, self._outlets.end, header.findings, _COUNT)

    @property
    def articles(self) -> int:
        """From how many articles it was learned."""
        return self.header.articles

    @property
    def outlets(self) -> int:
        """From how many outlets."""
        return self.header.outlets

    def word(self, normalised: str) -> WordUse:
        """Return how the corpus uses a word."""
        if (found := self._words.find(digest(normalised))) is None:
            return UNUSED
        articles, outlets, lines, concentration = found
        return WordUse(articles, outlets, lines, concentration / 100)

    def articles_of(self, outlet: str) -> int:
        """Return how many articles of an outlet the corpus has."""
        found = self._outlets.find(digest(outlet))
        return found[0] if found else 0

    def found(self, code: str, scope: str, key: str) -> int:
        """Return in how many articles a rule across articles found fault with a key."""
        found = self._findings.find(finding_hash(code, scope, key))
        return found[0] if found else 0


class _Table:
    """Rows of one size, sorted by the hash that they begin with."""

    def __init__(
        self, data: mmap.mmap | bytes, start: int, count: int, numbers: struct.Struct
    ) -> None:
        self._data = data
        self._start = start
        self._count = count
        self._numbers = numbers
        self._size = HASH_BYTES + numbers.size
        self.end = start + count * self._size

    def find(self, hash_: bytes) -> tuple[int, ...] | None:
        data, start, size = self._data, self._start, self._size
        low, high = 0, self._count
        while low < high:
            middle = (low + high) // 2
            at = start + middle * size
            if data[at : at + HASH_BYTES] < hash_:
                low = middle + 1
            else:
                high = middle
        at = start + low * size
        if low == self._count or data[at : at + HASH_BYTES] != hash_:
            return None
        return self._numbers.unpack_from(data, at + HASH_BYTES)


def finding_hash(code: str, scope: str, key: str) -> bytes:
    """Return by what it is known that a rule found fault with a key."""
    return digest(f"{code}\0{scope}\0{key}")


def open_learned(file: Path, where: str = "") -> LearnedFile:
    """Map a file that `newslint learn` wrote.

    Args:
        file: The file.
        where: What names it, for a message: ``newslint.toml: 'learned'``.

    Raises:
        ConfigError: when it cannot be read, is of another kind or version, or is damaged.
    """
    begins = f"{where}: {file}" if where else f"{file}"
    try:
        with file.open("rb") as stream:
            empty = stream.seek(0, 2) == 0
            data = b"" if empty else mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
    except OSError as error:
        raise ConfigError(f"{begins} cannot be read: {error.strerror or error}") from error
    if wrong := _what_is_wrong(data):
        raise ConfigError(f"{begins} {wrong}: newslint learn INPUT... -o FILE")
    return learned_of(data)


def learned_of(data: mmap.mmap | bytes) -> LearnedFile:
    """Return what the bytes of a sound file hold."""
    name, *numbers = _HEADER.unpack_from(data, _PREFIX.size)
    header = Header(name.rstrip(b"\0").decode("ascii", "replace"), *numbers)
    return LearnedFile(header, data, _PREFIX.size + _HEADER.size)


def is_learned_file(file: Path) -> bool:
    """Tell whether a file is one that `newslint learn` wrote, of whatever version."""
    with file.open("rb") as stream:
        return stream.read(len(_MAGIC)) == _MAGIC


def _what_is_wrong(data: mmap.mmap | bytes) -> str:
    """Return why bytes cannot be used, and what to do; ``""`` where they can."""
    if data[: len(_MAGIC)] != _MAGIC:
        if b"newslint" in data[: len(_MAGIC)]:
            return "was damaged, as when a program changes line ends; learn it anew"
        return "is no file that 'newslint learn' wrote; learn one"
    if len(data) >= _PREFIX.size:
        _, version, checksum = _PREFIX.unpack_from(data)
        known = f"({version}; this newslint reads {FORMAT})"
        if version > FORMAT:
            return f"is of a newer format {known}; update newslint, or learn it anew"
        if version < FORMAT:
            return f"is of an older format {known}; learn it anew"
        whole = len(data) >= _PREFIX.size + _HEADER.size
        if whole and zlib.crc32(memoryview(data)[_PREFIX.size :]) == checksum:
            return ""
    return "is damaged or cut short; learn it anew"


def learned_bytes(
    *,
    newslint: str,
    articles: int,
    least_with_word: int,
    words: Iterable[WordRow],
    outlets: Iterable[CountRow],
    findings: Iterable[CountRow],
) -> bytes:
    """Return the bytes of a file; rows come sorted by hash."""
    tables = [
        [row.hash + _WORD.pack(*_word_numbers(row)) for row in words],
        [row.hash + _COUNT.pack(row.articles) for row in outlets],
        [row.hash + _COUNT.pack(row.articles) for row in findings],
    ]
    for table in tables:
        assert table == sorted(table)
    name = newslint.encode("ascii", "replace")[:_VERSION_BYTES]
    sizes = map(len, tables)
    header = _HEADER.pack(name, articles, least_with_word, *sizes)
    rest = header + b"".join(b"".join(table) for table in tables)
    return _PREFIX.pack(_MAGIC, FORMAT, zlib.crc32(rest)) + rest


def _word_numbers(row: WordRow) -> Sequence[int]:
    concentration = -(-100 * row.most // row.articles)
    return row.articles, min(row.outlets, _MOST_OUTLETS), row.lines, concentration
