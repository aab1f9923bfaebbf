"""How a scan is divided: jobs that any process of any engine can do, by the input alone."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any

from newslint.engine import Engine
from newslint.raw import Part
from newslint.structs import Struct

SMALLEST = 4 * 1024 * 1024
"""Bytes of input of a job, at least: starting on one costs nothing beside them."""
LARGEST = 64 * 1024 * 1024
"""Bytes of input of a job, at most, where it can be divided: half a minute of work to lose."""
OPENING = 4 * 1024
"""Bytes that are linted in the time that it takes to open one more file."""
SHARE = 64
"""A scan has about so many jobs, between the two: enough for its last ones to end together."""


class Unit(Struct):
    """A file, or the part of one, that is linted in one go.

    Args:
        path: The file, as it is reported.
        named: Whether the user named it.
        size: Bytes of the file that are read for it.
        part: Which part of the file, if not all.
    """

    path: str
    named: bool
    size: int
    part: Part | None = None


class Job(Struct):
    """Units that follow each other in the order of the input; their findings are one part."""

    number: int
    units: tuple[Unit, ...]

    @property
    def size(self) -> int:
        """Bytes of input."""
        return sum(unit.size for unit in self.units)

    @property
    def begins(self) -> tuple[str, int]:
        """The path and the number of the record from which on articles are of this job."""
        first = self.units[0]
        return first.path, first.part.record if first.part and first.part.record else -1


def plan_jobs(engine: Engine, files: Mapping[str, bool]) -> Iterator[Job]:
    """Give the jobs of a scan, in the order of the input.

    Args:
        engine: Knows into which parts a file can be divided.
        files: The files in sorted order, and whether the user named each.
    """
    sizes = {path: _size(path) for path in files}
    weight = sum(sizes.values()) + OPENING * len(sizes)
    wanted = max(SMALLEST, min(LARGEST, weight // SHARE))
    units = _units(engine, files, sizes, wanted)
    yield from (Job(number, held) for number, held in enumerate(_gathered(units, wanted)))


def _units(
    engine: Engine, files: Mapping[str, bool], sizes: Mapping[str, int], wanted: int
) -> Iterator[Unit]:
    for path, named in files.items():
        parts = engine.parts(path, wanted) if sizes[path] >= 2 * wanted else []
        if len(parts) > 1:
            yield from (Unit(path, named, part.end - part.start, part) for part in parts)
        else:
            yield Unit(path, named, sizes[path])


def _gathered(units: Iterable[Unit], wanted: int) -> Iterator[tuple[Unit, ...]]:
    held: list[Unit] = []
    weight = 0
    for unit in units:
        held.append(unit)
        weight += unit.size + OPENING
        if weight >= wanted:
            yield tuple(held)
            held, weight = [], 0
    if held:
        yield tuple(held)


def _size(path: str) -> int:
    with suppress(OSError):
        return os.stat(path).st_size  # noqa: PTH116 - may be millions of files
    return 0


def as_plain(job: Job) -> list[list[Any]]:
    """Return the units of a job as values that JSON has."""
    return [
        [unit.path, unit.named, unit.size, unit.part and _values(unit.part)] for unit in job.units
    ]


def of_plain(number: int, units: Iterable[list[Any]]) -> Job:
    """Return the job of such values."""
    return Job(
        number,
        tuple(Unit(path, named, size, part and Part(*part)) for path, named, size, part in units),
    )


def _values(part: Part) -> list[Any]:
    return [getattr(part, name) for name in Part.__fields__]
