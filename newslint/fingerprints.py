"""Fingerprints of findings: the same when lines above move, another for each finding of a file."""

from __future__ import annotations

from collections import Counter
from typing import TypeAlias

Origin: TypeAlias = tuple[tuple[str, ...], int]
"""What a fingerprint is made of, and how many findings before it were made of the same."""


def fingerprint(parts: tuple[str, ...], occurrence: int) -> str:
    """Return the 16 hex digits for the finding of that number that is made of the same parts."""
    import hashlib  # 3 ms to import, and most articles have nothing wrong

    content = "\x1f".join((*parts, str(occurrence)))
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Fingerprints:
    """Numbers equal findings of one file, so that each has a fingerprint of its own."""

    def __init__(self) -> None:
        self._seen: Counter[tuple[str, ...]] = Counter()
        self.origins: dict[str, Origin] = {}
        """What each was made of, for whoever puts the parts of a file together."""

    def of(self, *parts: str) -> str:
        """Return 16 hex digits for a finding: its rule, text, line and its record's own id.

        No number of a record or a line, which changes with whatever is put above.
        """
        occurrence = self._seen[parts]
        self._seen[parts] += 1
        made = fingerprint(parts, occurrence)
        self.origins[made] = (parts, occurrence)
        return made
