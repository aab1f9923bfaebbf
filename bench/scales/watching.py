"""A process and all it starts, watched from outside while they work: memory, and bytes on disk."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from newslint.structs import Struct, made

PACE = 0.1
"""Seconds between two looks at the memory."""
_SELDOM = 10
"""Every so many looks the shared memory is shared out, and files are added up: that costs more."""
_PROC = Path("/proc")
_PAGE = os.sysconf("SC_PAGE_SIZE")
_TICKS = os.sysconf("SC_CLK_TCK")


class Peaks(Struct, frozen=False):
    """The most that was seen at one time, in bytes; 0 where this system does not tell.

    Args:
        resident: Of all processes together; what they share is counted in each.
        proportional: The same, what they share shared out among them (PSS).
        own: Of the first process alone, resident.
        processes: How many processes.
        by_step: The first figure, by step.
        files: By name, of folders that were watched.
    """

    resident: int = 0
    proportional: int = 0
    own: int = 0
    processes: int = 0
    by_step: dict[str, int] = made(factory=dict)
    files: dict[str, int] = made(factory=dict)


class Cost(Struct):
    """What a command cost.

    Args:
        wall: Seconds of the clock.
        cpu: Seconds of all processors, of it and all it started: what it waited for, or what was
            seen, where it leaves processes to themselves (Spark).
        peaks: Memory and files.
        steps: Seconds of the clock by step, in order.
        said: What it wrote to standard error.
    """

    wall: float
    cpu: float
    peaks: Peaks
    steps: Mapping[str, float]
    said: str


def watch(
    command: Sequence[str],
    *,
    step: Callable[[], str] = lambda: "",
    folders: Mapping[str, Path] | None = None,
    environment: Mapping[str, str] | None = None,
) -> Cost:
    """Run a command to its end and watch it.

    Args:
        command: The program and its arguments; its output is thrown away.
        step: Tells at which step it is.
        folders: Folders whose files are added up, by name.
        environment: What is set beside this process's own.

    Raises:
        RuntimeError: when it fails.
    """
    peaks, seen = Peaks(), dict[int, float]()
    peaks.files = dict.fromkeys(folders or (), 0)
    steps: dict[str, float] = {}
    started = before = time.perf_counter()
    process = subprocess.Popen(
        command, env={**os.environ, **(environment or {})},
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    looks = 0
    while True:
        done, status, usage = os.wait4(process.pid, os.WNOHANG)
        now = time.perf_counter()
        current = step()
        steps[current] = steps.get(current, 0.0) + now - before
        before = now
        if done:
            break
        resident = _look(
            process.pid, peaks, seen, closely=looks % _SELDOM == 0, folders=folders or {}
        )
        peaks.by_step[current] = max(peaks.by_step.get(current, 0), resident)
        looks += 1
        time.sleep(PACE if looks > _SELDOM else PACE / 10)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.stderr is not None
    said = process.stderr.read()
    process.stderr.close()
    if process.returncode not in {0, 1}:
        raise RuntimeError(f"{' '.join(command[:6])} … ended with {process.returncode}: {said}")
    cpu = max(usage.ru_utime + usage.ru_stime, sum(seen.values()))
    return Cost(now - started, cpu, peaks, steps, said)


def _look(
    pid: int, peaks: Peaks, seen: dict[int, float], *, closely: bool, folders: Mapping[str, Path]
) -> int:
    """Look at a process and all below it, and return the bytes that are resident."""
    tree = list(_tree(pid))
    seen.update((one, spent) for one in tree if (spent := _spent(one)))
    peaks.processes = max(peaks.processes, len(tree))
    resident = [_resident(one) for one in tree]
    peaks.own = max(peaks.own, resident[0])
    peaks.resident = max(peaks.resident, sum(resident))
    if closely:
        peaks.proportional = max(peaks.proportional, sum(map(_proportional, tree)))
        for name, folder in folders.items():
            peaks.files[name] = max(peaks.files[name], bytes_in(folder))
    return sum(resident)


def _tree(pid: int) -> Iterator[int]:
    """Give a process and all that it and its children have started and that live."""
    yield pid
    with suppress(OSError):
        for task in (_PROC / str(pid) / "task").iterdir():
            for child in (task / "children").read_text().split():
                yield from _tree(int(child))


def _resident(pid: int) -> int:
    with suppress(OSError, LookupError):
        return int((_PROC / str(pid) / "statm").read_text().split()[1]) * _PAGE
    return 0


def _spent(pid: int) -> float:
    """Return the processor seconds of a process so far."""
    with suppress(OSError, LookupError):
        fields = (_PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS
    return 0.0


def _proportional(pid: int) -> int:
    with suppress(OSError, StopIteration):
        lines = (_PROC / str(pid) / "smaps_rollup").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) * 1024
    return 0


def bytes_in(folder: Path) -> int:
    """Return the bytes of the files in a folder and below it."""
    found = 0
    with suppress(OSError):
        for entry in os.scandir(folder):
            with suppress(OSError):  # it is gone
                is_folder = entry.is_dir(follow_symlinks=False)
                found += bytes_in(Path(entry)) if is_folder else entry.stat().st_size
    return found
