"""Commands run as whole processes, and what they cost."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Cost:
    """What a process cost: seconds of the clock and of the processor, and its peak in bytes.

    The peak is that of the process itself, not of those it starts, but at least that of this one.
    """

    wall: float
    cpu: float
    peak: int


def run(command: Sequence[str], *, fine: Collection[int] = (0, 1)) -> Cost:
    """Run a command to its end, its output thrown away.

    Args:
        command: The program and its arguments.
        fine: How it ends when it has done its work.

    Raises:
        RuntimeError: when it ends otherwise.
    """
    started = time.perf_counter()
    process = subprocess.Popen(
        command, env=_environment(),
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stderr is not None
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    if process.returncode not in fine:
        raise RuntimeError(f"{' '.join(command[:4])} … ended with {process.returncode}: {errors!r}")
    # Linux says it in kibibytes, macOS in bytes.
    peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return Cost(wall, usage.ru_utime + usage.ru_stime, peak)


def _environment() -> dict[str, str]:
    """Return the environment of a user: one that keeps Python's own cache of what it compiled."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def middle(costs: Sequence[Cost]) -> Cost:
    """Return the median of each figure."""
    return Cost(
        median(one.wall for one in costs),
        median(one.cpu for one in costs),
        int(median(one.peak for one in costs)),
    )


def newslint(*arguments: str) -> list[str]:
    """Return the command for newslint as it is installed beside this Python."""
    beside = Path(sys.executable).with_name("newslint")
    program = [str(beside)] if beside.exists() else [sys.executable, "-m", "newslint"]
    return [*program, "check", *arguments, "--isolated", "--quiet", "--format", "jsonl"]


def output_of(command: Sequence[str]) -> str:
    """Return what a command writes to standard error."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stderr


def yardstick(files: Sequence[Path]) -> float:
    """Return the seconds of one pass of ``re.findall`` over the files, in a process of its own."""
    script = Path(__file__).with_name("yardstick.py")
    paths = "\n".join(map(str, files))
    done = subprocess.run(
        [sys.executable, str(script)], input=paths, capture_output=True, text=True, check=True
    )
    return float(done.stdout)
