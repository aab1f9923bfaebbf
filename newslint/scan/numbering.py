"""Equal findings numbered over the chunks of a file.

A fingerprint differs between two findings of one file, and a file may be in a thousand chunks. Of
each chunk there is a sorted list of the bases in it and how often each is there; merged, they tell
which bases are in several. No list is ever held.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from newslint.scan.work_folder import WorkFolder, lines_of

_HELD = 100_000
"""Numbers that are held before they are written."""

_AT_ONCE = 100
"""Lists that are open at once: systems let a process open some hundred files."""

Place = tuple[int, int]
"""A job, and a chunk of it."""
Entry = tuple[str, int, int]
"""A base, the number of a chunk in its file, and how often the base is there."""


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
        for base, group in groupby(_merged(lists, work), key=itemgetter(0)):
            earlier = 0
            for _, order, here in group:
                if earlier:
                    held[chunks[order][0]].append(json.dumps([path, base, earlier]) + "\n")
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
        path, base, earlier = json.loads(line)
        found[path, base] = earlier
    return found


def _merged(lists: list[Iterator[Entry]], work: WorkFolder) -> Iterator[Entry]:
    """Merge sorted lists, in rounds where they are many."""
    rounds = 0
    while len(lists) > _AT_ONCE:
        files = [work.file("merged", rounds, n) for n in range(0, len(lists), _AT_ONCE)]
        for number, file in enumerate(files):
            few = lists[number * _AT_ONCE : (number + 1) * _AT_ONCE]
            with work.writing(file) as stream:
                stream.writelines(f"{base} {order} {count}\n" for base, order, count in merge(*few))
        lists = [_entries(file) for file in files]
        rounds += 1
    return merge(*lists)


def _entries(file: Path) -> Iterator[Entry]:
    for line in lines_of(file):
        base, order, count = line.split()
        yield base, int(order), int(count)


def _bases(work: WorkFolder, place: Place, number: int, order: int) -> Iterator[Entry]:
    for line in lines_of(work.file("bases", place[0], number)):
        base, count = line.split()
        yield base, order, int(count)


def _write(held: dict[Place, list[str]], work: WorkFolder) -> None:
    for (job, chunk), lines in held.items():
        work.append(work.file("earlier", job, chunk), lines)
    held.clear()
