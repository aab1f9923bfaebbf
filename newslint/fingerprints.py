"""Fingerprints of findings: the same when lines above move, another for each finding of a file."""

from __future__ import annotations

from collections import Counter
from typing import TypeAlias

Origin: TypeAlias = tuple[str, int]
"""The fingerprint of the first finding made of the same parts, and how many came before."""


def numbered(base: str, occurrence: int) -> str:
    """Return the fingerprint of a finding that has equals before it in its file.

    Args:
        base: That of the first of them.
        occurrence: How many there are before it.
    """
    return base if not occurrence else _digest(f"{base}\x1f{occurrence}")


class Fingerprints:
    """Numbers equal findings of one file, so that each has a fingerprint of its own."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()
        self.origins: dict[str, Origin] = {}
        """What each was made of, for whoever puts the parts of a file together."""

    def of(self, *parts: str) -> str:
        """Return 16 hex digits for a finding: its rule, text, line and its record's own id.

        No number of a record or a line, which changes with whatever is put above.
        """
        return self.next(_digest("\x1f".join(parts)))

    def next(self, base: str) -> str:
        """Return the fingerprint of the next finding with that base."""
        occurrence = self._seen[base]
        self._seen[base] += 1
        made = numbered(base, occurrence)
        self.origins[made] = (base, occurrence)
        return made


def _digest(content: str) -> str:
    import hashlib  # 3 ms to import, and most articles have nothing wrong

    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]
