"""Comments in which newslint is named, and where in the clean text they stand.

Only files that have its name somewhere pay for them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from typing import NamedTuple

from newslint.offsets import OffsetMap
from newslint.patterns import regexp
from newslint.raw import RawComment

NAME = "newslint"
"""Stands in every comment that is for newslint."""

_BLANKS = regexp(r"\s*")


class Run(NamedTuple):
    """A comment in a source.

    Args:
        start: Where it begins, with its marks; ``end`` one past it.
        first: Where what it says begins; ``last`` one past that.
    """

    start: int
    first: int
    last: int
    end: int


def placed(
    runs: Iterable[Run],
    source: str,
    text: str,
    found: OffsetMap,
    parts: Callable[[int, int], bool],
) -> tuple[RawComment, ...]:
    """Return those of the comments that name newslint, with their places in the clean text.

    Args:
        runs: The comments, in any order.
        source: What they stand in.
        text: The clean text.
        found: Its map to the source.
        parts: Tells whether a run of the source, which holds no text, parts paragraphs.
    """
    segments = found.segments
    ends = [segment.source_end for segment in segments]
    comments = []
    last, looked, parted = -1, 0, False
    for run in sorted(runs):
        said = source[run.first : run.last]
        if NAME not in said:
            continue
        before = bisect_right(ends, run.start)
        clean = segments[before - 1].end if before else 0
        while clean and text[clean - 1].isspace():
            clean -= 1
        if clean != last:  # else looked at up to the comment before this one
            last, looked, parted = clean, found.end(clean), not clean
        parted = parted or parts(looked, run.start)
        looked = run.start
        blanks = _BLANKS.match(text, clean)
        assert blanks is not None
        goes_on = blanks.end()
        alone = parted and (not clean or goes_on == len(text) or "\n" in blanks.group())
        comments.append(
            RawComment(
                said,
                OffsetMap.shifted(run.first, len(said)),
                run.start,
                run.end,
                goes_on if alone else clean,
                alone,
            )
        )
    return tuple(comments)
