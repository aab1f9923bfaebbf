"""Equal findings numbered over the chunks of a file.

A fingerprint differs between two findings of one file, and a file may be in a thousand chunks. Of
each chunk there is a sorted list of the bases in it and how often each is there; merged, they tell
which bases are in several. No list is ever held.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import groupby
from operator import itemgetter

from newslint.scan.work_folder import WorkFolder, lines_of

_HELD = 100_000
"""Numbers that are held before they are written."""

Place = tuple[int, int]
"""A job, and a chunk of it."""


def number_findings(
    divided: Iterable[tuple[str, list[tuple[Place, int]]]], work: WorkFolder
) -> None:
    """Write for each chunk which bases of its files have equals in earlier chunks, and how many.

    Args:
        divided: Files that are in several chunks, and of each in order its chunks, and the numbers
            under which their bases are kept.
        work: Where they are, and where the numbers are written to.
    """
    for path, chunks in divided:
        held: dict[Place, list[str]] = defaultdict(list)
        count = 0
        lists = [_bases(work, chunk, number, order) for order, (chunk, number) in enumerate(chunks)]
        for base, group in groupby(merge(*lists), key=itemgetter(0)):
            earlier = 0
            for _, order, here in group:
                if earlier:
                    held[chunks[order][0]].append(f"{base} {earlier} {path}\n")
                    count += 1
                earlier += here
            if count >= _HELD:
                _write(held, work)
                count = 0
        _write(held, work)


def earlier_findings(work: WorkFolder, job: int, chunk: int) -> dict[tuple[str, str], int]:
    """Return how many equals the findings of a chunk have in earlier ones, by path and base."""
    found: dict[tuple[str, str], int] = {}
    for line in lines_of(work.file("earlier", job, chunk)):
        base, earlier, path = line.rstrip("\n").split(" ", 2)
        found[path, base] = int(earlier)
    return found


def _bases(
    work: WorkFolder, place: Place, number: int, order: int
) -> Iterator[tuple[str, int, int]]:
    for line in lines_of(work.file("bases", place[0], number)):
        base, count = line.split()
        yield base, order, int(count)


def _write(held: dict[Place, list[str]], work: WorkFolder) -> None:
    for (job, chunk), lines in held.items():
        work.append(work.file("earlier", job, chunk), lines)
    held.clear()
