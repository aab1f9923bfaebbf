"""What is kept of a text to tell copies of it: the hashes of its shingles, or a sample of them.

A *shingle* is five words in a row. Two texts are compared by those they share: exactly where each
has at most `MOST` of them, else by the lowest hashes, which are the same sample of both (a bottom-k
sketch, Broder 1997, with k = 256: a share of .7 is told to about .03).

A text also has *numbers*, and by these a serial is told: the reports on two auctions are written
with the same words, and nearly all their figures differ.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from bisect import bisect_left
from collections.abc import Iterable
from itertools import filterfalse
from struct import pack, unpack
from zlib import crc32

from newslint.source import Text
from newslint.structs import Struct
from newslint.text.forms import blanked

SKETCH_SCHEME = "5w"
"""What makes the hashes; other ones need another name, so that the two are never compared."""
WORDS = 5
"""Words of a shingle, as in the web-scale studies since Broder 1997."""
MOST = 256
"""Shingles that are kept of a text."""
MOST_NUMBERS = 32
"""Numbers that are kept of a text."""
OPENING = 60
"""Words in which the opening of a text is looked for."""
FEW_NUMBERS = 3
"""Numbers below which nothing is told by them."""
SAME_NUMBERS = 0.5
"""Copies have more than this share of the numbers of the text with fewer in common."""
_DIGITS = frozenset(b"0123456789")
_ALL = 1 << 32


class Sample(Struct):
    """The lowest of a text's distinct 32-bit hashes, and how many there are of them all."""

    size: int
    lowest: tuple[int, ...]

    @classmethod
    def of(cls, hashes: Iterable[int], most: int) -> Sample:
        """Return the sample of at most so many."""
        distinct = sorted(set(hashes))
        return cls(len(distinct), tuple(distinct[:most]))

    @classmethod
    def read(cls, written: str) -> Sample:
        """Return the sample that was written."""
        size, _, packed = written.partition(".")
        data = b64decode(packed)
        return cls(int(size), unpack(f"<{len(data) // 4}I", data))

    def __str__(self) -> str:
        packed = pack(f"<{len(self.lowest)}I", *self.lowest)
        return f"{self.size}.{b64encode(packed).decode()}"

    @property
    def limit(self) -> int:
        """The hash below which all of the text's are in the sample."""
        return _ALL if len(self.lowest) == self.size else self.lowest[-1]

    def below(self, limit: int) -> frozenset[int]:
        """Return the hashes below a limit."""
        return frozenset(self.lowest[: bisect_left(self.lowest, limit)])


class Shared(Struct):
    """What two texts share: of all that either has, of what the first has, of what the second."""

    of_both: float
    of_first: float
    of_second: float


def shared(first: Sample, second: Sample) -> Shared:
    """Return the shares that two texts have in common; of a text with nothing in it, none."""
    limit = min(first.limit, second.limit)
    mine, theirs = first.below(limit), second.below(limit)
    common = len(mine & theirs)
    return Shared(
        common / max(len(mine | theirs), 1),
        common / max(len(mine), 1),
        common / max(len(theirs), 1),
    )


class Sketch(Struct):
    """What is kept of a text: its shingles and its numbers."""

    shingles: Sample
    numbers: Sample

    @classmethod
    def read(cls, written: str) -> Sketch:
        """Return the sketch that was written.

        Raises:
            ValueError: when it was made in another way.
        """
        scheme, *samples = written.split(":")
        if scheme != SKETCH_SCHEME or len(samples) != 2:
            raise ValueError(f"the sketch was made by {scheme!r}, not by {SKETCH_SCHEME!r}")
        return cls(*map(Sample.read, samples))

    def __str__(self) -> str:
        return f"{SKETCH_SCHEME}:{self.shingles}:{self.numbers}"

    def shared(self, other: Sketch) -> Shared:
        """Return the shares of their shingles that two texts have in common."""
        return shared(self.shingles, other.shingles)

    def is_serial_of(self, other: Sketch) -> bool:
        """Tell whether most numbers of each are not in the other, as in serials and tables."""
        if min(self.numbers.size, other.numbers.size) < FEW_NUMBERS:
            return False
        found = shared(self.numbers, other.numbers)
        return max(found.of_first, found.of_second) <= SAME_NUMBERS


def plain_words(text: Text) -> list[bytes]:
    """Return the words of a text in UTF-8, without marks and hyphens, A to Z in small letters.

    An article that is read in stretches has none: it is no copy of anything.
    """
    return text.get(_words)


def _words(text: Text) -> list[bytes]:
    if not (text.begins and text.ends):
        return []
    return blanked(text).lower().replace(b"-", b" ").split()


def shingle_hashes(text: Text) -> list[int]:
    """Return the 32-bit hashes of a text's shingles, in order."""
    return text.get(_hashes)


def _hashes(text: Text) -> list[int]:
    found = plain_words(text)
    rows = zip(*(found[start:] for start in range(WORDS)), strict=False)
    return [*map(crc32, map(b" ".join, rows))]


def sketch(text: Text) -> str:
    """Return the sketch of a text, written."""
    return text.get(_sketch)


def _sketch(text: Text) -> str:
    others = filterfalse(bytes.isalpha, set(plain_words(text)))
    numbers = [crc32(one) for one in others if not _DIGITS.isdisjoint(one)]
    return str(Sketch(Sample.of(shingle_hashes(text), MOST), Sample.of(numbers, MOST_NUMBERS)))


def openings(text: Text) -> list[str]:
    """Return two keys of a text's opening, of which its copies have one: cut short or not.

    They are the lowest hashes of the shingles in its first words, so that they stay the same where
    a place name is put before them.
    """
    lowest = Sample.of(shingle_hashes(text)[: OPENING - WORDS + 1], 2).lowest
    return [f"{SKETCH_SCHEME}:{one:08x}" for one in lowest]
