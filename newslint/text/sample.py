"""The part of a text by which its language is told."""

from __future__ import annotations

_HEAD, _TAIL = 1600, 800
"""Code points read at the beginning of a text, and in its last third (for mixed texts)."""


def sample_cuts(length: int) -> tuple[int, int, int] | None:
    """Return where the head of a text ends and where the other part begins and ends.

    ``None`` when a text of that length is read as a whole.
    """
    if length <= _HEAD + _TAIL:
        return None
    start = max(_HEAD, length * 2 // 3)
    return _HEAD, start, start + _TAIL


def sample_size(length: int) -> int:
    """Return how many code points of a text of that length are read."""
    return min(length, _HEAD + _TAIL)


def sample(text: str) -> str:
    """Return the part of a text by which its language is told."""
    cuts = sample_cuts(len(text))
    if cuts is None:
        return text
    head, start, end = cuts
    return f"{text[:head]} {text[start:end]}"
