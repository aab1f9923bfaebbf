"""By what near-duplicates are found and verified: MinHash bands as keys, sketches as evidence."""

from __future__ import annotations

from array import array
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from functools import cached_property
from hashlib import blake2b
from struct import pack, unpack
from zlib import crc32

from newslint import (
    SKETCH_SCHEME,
    Doc,
    Group,
    Sketch,
    Struct,
    Use,
    openings,
    shingle_hashes,
    sketch,
)

BANDS, ROWS = 16, 3
"""Of pairs that share .5, .6, .7 of their shingles, .88, .98, .998 have a band in common.

Rows are few because a band only makes candidates: what has one by chance is told by the sketches.
"""
SEED = 1
MOST_COMPARED = 32
"""Different texts of a key with which the later ones are compared."""
HALF = 0.5
"""The shorter text has this share of the longer one, at least: else it is a part of it."""


def keys(doc: Doc) -> list[str]:
    """Return the keys that near-duplicates of a text have in common with it, often several."""
    return [*_bands(shingle_hashes(doc)), *openings(doc)]


def _bands(found: list[int]) -> Iterator[str]:
    """Give a key for each band of the MinHash signature; what made it is written in it."""
    from rensa import RMinHash  # of the extra `corpus`

    (digest,) = RMinHash.digest_matrix_from_flat_token_hashes(
        array("Q", found), array("Q", [0, len(found)]), BANDS * ROWS, SEED
    ).to_rows()
    scheme = f"{SKETCH_SCHEME}.r{RMinHash.ALGORITHM_VERSION}.{SEED}"
    for band in range(BANDS):
        rows = pack(f"<{ROWS}I", *digest[band * ROWS : (band + 1) * ROWS])
        yield f"{scheme}.{band:02}:{blake2b(rows, digest_size=8).hexdigest()}"


def evidence(doc: Doc, keys: Iterable[str]) -> str:
    """Return what verifies a pair: short hashes of the keys, and the sketch."""
    hashed = [crc32(key.encode()) for key in keys]
    return f"{b64encode(pack(f'<{len(hashed)}I', *hashed)).decode()}|{sketch(doc)}"


class Signed(Struct):
    """An article as its evidence tells it.

    Args:
        use: Its use of a key.
        before: Short hashes of the keys that it has before this one.
    """

    use: Use
    before: frozenset[int]

    @classmethod
    def read(cls, use: Use, key: int) -> Signed:
        """Return the article that a use of a key with this short hash stands for."""
        data = b64decode(use.evidence.partition("|")[0])
        keys = unpack(f"<{len(data) // 4}I", data)
        return cls(use, frozenset(keys[: keys.index(key)]))

    @cached_property
    def sketch(self) -> Sketch:
        """What is kept of its text."""
        return Sketch.read(self.use.evidence.partition("|")[2])


def pairs(group: Group) -> Iterator[tuple[Signed, Iterator[Signed]]]:
    """Give each article of a key, and the earlier ones it is to be compared with, in order.

    Two articles may have many keys in common, and are compared under the first of them. Those of
    the same text stand for each other, and of a key that very many share only the first different
    texts are compared with: the cost is linear in the articles.
    """
    key = crc32(group.key.encode())
    known: set[str] = set()
    compared: list[Signed] = []
    for use in group.uses:
        text = Signed.read(use, key)
        yield text, (one for one in compared if text.before.isdisjoint(one.before))
        if len(compared) < MOST_COMPARED and use.evidence not in known:
            known.add(use.evidence)
            compared.append(text)


def likeness(one: Sketch, other: Sketch, threshold: float, contained: float) -> str:
    """Say how a text is like another, or nothing if it is not: `near-duplicate` has the options."""
    sizes = sorted((one.shingles.size, other.shingles.size))
    if sizes[0] < HALF * sizes[1] or one.is_serial_of(other):
        return ""
    found = one.shared(other)
    if found.of_both >= threshold:
        return f"nearly the same text ({found.of_both:.0%}) as"
    is_shorter = one.shingles.size <= other.shingles.size
    if (found.of_first if is_shorter else found.of_second) < contained:
        return ""
    return "a shorter version of" if is_shorter else "a longer version of"
