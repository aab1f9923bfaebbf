"""Which ``*``, ``_`` and ``~~`` of a Markdown block are emphasis (CommonMark 0.31, section 6.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.structs import Struct

_LOOK_BACK = 100
"""How many open delimiters are tried for one that closes; nobody nests deeper."""


class Run(Struct, frozen=False):
    """A run of one delimiter character; ``start`` to ``end`` is what is not yet paired."""

    character: str
    start: int
    end: int
    length: int
    opens: bool
    closes: bool

    @classmethod
    def of(cls, content: str, token: re.Match[str]) -> Run:
        """Return the run a token is, judged by the characters beside it."""
        start, end = token.span()
        before = content[start - 1] if start else " "
        after = content[end] if end < len(content) else " "
        left = not _blank(after) and (not _mark(after) or _blank(before) or _mark(before))
        right = not _blank(before) and (not _mark(before) or _blank(after) or _mark(after))
        if content[start] == "_":
            left, right = (
                left and (not right or _mark(before)),
                right and (not left or _mark(after)),
            )
        return cls(content[start], start, end, end - start, left, right)


def paired(runs: Sequence[Run]) -> Iterator[tuple[int, int]]:
    """Give the places of the delimiters that are emphasis, so that they can be left out."""
    open_runs: list[Run] = []
    for run in runs:
        while run.closes and run.start < run.end:
            index = _opener(open_runs, run)
            if index is None:
                break
            opener = open_runs[index]
            both_strong = min(opener.end - opener.start, run.end - run.start) >= 2
            width = 2 if both_strong else 1
            yield opener.end - width, opener.end
            yield run.start, run.start + width
            opener.end -= width
            run.start += width
            del open_runs[index + (opener.start < opener.end) :]
        if run.opens and run.start < run.end:
            open_runs.append(run)


def _opener(open_runs: Sequence[Run], closer: Run) -> int | None:
    for index in range(len(open_runs) - 1, max(len(open_runs) - 1 - _LOOK_BACK, -1), -1):
        opener = open_runs[index]
        if opener.character != closer.character:
            continue
        both_ways = opener.closes or closer.opens
        multiple = opener.length % 3 == 0 and closer.length % 3 == 0
        if both_ways and (opener.length + closer.length) % 3 == 0 and not multiple:
            continue
        return index
    return None


def _blank(character: str) -> bool:
    return character.isspace() or character == "\0"


def _mark(character: str) -> bool:
    return not character.isalnum() and not _blank(character)
