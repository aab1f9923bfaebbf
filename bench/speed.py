r"""How fast newslint is, side by side with the yardstick and with other linters.

Usage::

    python bench/speed.py [--data DIR] [--size 8] [--largest 16] [--runs 3] [--jobs 2] [--no-peers]

One run measures everything on the same articles: those of ``DIR/articles/*.jsonl``, or a generated
corpus. Seconds say little on a shared machine; what counts are ratios of medians, of processes that
ran in turn. The yardstick is one pass of ``re.findall(r"\w+")`` over the texts. What a process
needs to start (a run on one short article) is subtracted where a table says so.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median

from speeds.peers import FINE, peers
from speeds.processes import Cost, middle, newslint, output_of, run, yardstick
from speeds.samples import Sample, as_one_line, samples, stretched
from speeds.scanned import scanned
from speeds.tables import table

MB = 1_000_000
ONE = (
    "Harbour works go on\n\nThe harbour of Lakeside stays closed until Friday, the port authority"
    ' said on Monday. "We need more time," Mayor Ana Ruiz told reporters.\n\nThe work costs $5'
    " million, up 10 percent from last year, and ends in June 2024.\n"
)


def main() -> None:
    """Measure, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--data", type=Path, help="folder with articles/*.jsonl")
    parser.add_argument("--size", type=float, default=8, help="MB of each sample")
    parser.add_argument("--largest", type=float, default=16, help="MB of the largest input")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--no-peers", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="newslint-speed-") as folder:
        bench = Bench(Path(folder), given.runs, given.jobs)
        for sample in samples(given.data, int(given.size * MB)):
            bench.throughput(sample, others=not given.no_peers)
        scraped = samples(given.data, int(given.size * MB))[0]
        bench.start(others=not given.no_peers)
        bench.processes(stretched(scraped, int(given.largest * MB)))
        bench.cached(scraped)
        bench.growth(scraped, int(given.largest * MB))
        bench.by_rule(scraped)


class Bench:
    """One run of the bench.

    Args:
        folder: Where samples are written.
        runs: How often each process runs.
        jobs: Processes of the run that is shared out.
    """

    def __init__(self, folder: Path, runs: int, jobs: int) -> None:
        self._folder = folder
        self._runs = runs
        self._jobs = jobs
        self._one = folder / "one.txt"
        self._one.write_text(ONE, encoding="utf-8")
        run(newslint(str(self._one)))  # the first run of all compiles Python's own cache

    def throughput(self, sample: Sample, *, others: bool) -> None:
        """Measure one process with all default rules against the yardstick and the peers."""
        place = self._new(sample.name)
        files = sorted(sample.write_files(place).rglob("*.txt"))
        records = sample.write_records(self._folder / "records.jsonl")
        rows: list[tuple[str, int, Callable[[], float]]] = [
            ("yardstick", sample.size, lambda: yardstick(files)),
            ("newslint, a file of records", sample.size, self._net(alone(str(records)))),
            ("newslint, text files", sample.size, self._net(alone(str(place)))),
        ]
        for peer in peers(self._folder) if others else ():
            part = files[: max(int(len(files) * peer.share), 1)]
            size = sum(file.stat().st_size for file in part)
            start = peer.command([self._one], self._folder)
            rows.append((peer.name, size, _less(peer.command(part, self._folder), start)))
        seconds = self._in_turn([measure for _, _, measure in rows])
        speeds = [size / MB / taken for (_, size, _), taken in zip(rows, seconds, strict=True)]
        print(f"\n### {sample.name}: {len(sample.texts)} articles, {sample.size / MB:.1f} MB\n")
        table(
            ("one process, start subtracted", "MB/s", "share of the yardstick", "newslint is"),
            [
                (name, f"{speed:.2f}", f"1/{speeds[0] / speed:.1f}", f"{speeds[1] / speed:.2f} x")
                for (name, _, _), speed in zip(rows, speeds, strict=True)
            ],
        )

    def start(self, *, others: bool) -> None:
        """Measure the start: one short article."""
        commands = {"Python alone": [sys.executable, "-c", "pass"]}
        commands["newslint"] = newslint(str(self._one))
        for peer in peers(self._folder) if others else ():
            commands[peer.name] = peer.command([self._one], self._folder)
        runs = 3 * self._runs
        costs: dict[str, list[Cost]] = {name: [] for name in commands}
        for _ in range(runs):
            for name, command in commands.items():
                costs[name].append(run(command, fine=FINE))
        print("\n### Start: one short article\n")
        table(
            ("program", "CPU, ms", "clock, ms", "peak, MB"),
            [
                (name, f"{1000 * cost.cpu:.0f}", f"{1000 * cost.wall:.0f}", f"{cost.peak / MB:.0f}")
                for name, cost in ((name, middle(found)) for name, found in costs.items())
            ],
        )

    def processes(self, sample: Sample) -> None:
        """Measure several processes on a file of records."""
        records = str(sample.write_records(self._folder / "shared.jsonl"))
        several = newslint(records, "--no-cache", "--jobs", str(self._jobs))
        one, more = self._in_turn([_clock(alone(records)), _clock(several)])
        print(f"\n### Several processes: {sample.size / MB:.0f} MB of records, by the clock\n")
        table(
            ("processes", "seconds", "times as fast"),
            [("1", f"{one:.2f}", "1.00"), (str(self._jobs), f"{more:.2f}", f"{one / more:.2f}")],
        )

    def cached(self, sample: Sample) -> None:
        """Measure a second run on files that have not changed."""
        place = sample.write_files(self._new("cached"))
        firsts, seconds = [], []
        for number in range(self._runs):
            command = newslint(
                str(place), "--jobs", "1", "--cache-dir", str(self._folder / f"cache{number}")
            )
            firsts.append(run(command).wall)
            seconds.append(run(command).wall)
        first, second = median(firsts), median(seconds)
        print(f"\n### A second run: {len(sample.texts)} files, by the clock\n")
        table(
            ("run", "seconds", "times as fast"),
            [("first", f"{first:.2f}", ""), ("second", f"{second:.2f}", f"{first / second:.1f}")],
        )

    def growth(self, sample: Sample, largest: int) -> None:
        """Measure how cost and memory grow with the text: many articles, and one on a line."""
        sizes = [MB]
        while sizes[-1] * 2 <= largest:
            sizes.append(sizes[-1] * 2)
        rows: list[tuple[str, ...]] = []
        before: tuple[float, float] | None = None
        for size in sizes:
            many = stretched(sample, size)
            records = str(many.write_records(self._folder / "growth.jsonl"))
            line = as_one_line(sample, size)
            file = self._folder / "line.txt"
            file.write_text(line.texts[0], encoding="utf-8")
            peak: list[int] = []

            def one_line(command: list[str], peak: list[int]) -> float:
                cost = run(command)
                peak.append(cost.peak)
                return cost.cpu

            measured = self._minus_start(partial(one_line, alone(str(file)), peak))
            taken, at_once = self._in_turn([self._net(alone(records)), measured])
            grown = (
                ("", "")
                if before is None
                else (f"{taken / before[0]:.2f}", f"{at_once / before[1]:.2f}")
            )
            memory = median(peak) / line.size
            rows.append(
                (f"{size / MB:.0f}", f"{taken:.2f}", grown[0], f"{at_once:.2f}", grown[1],
                 f"{memory:.1f}")
            )  # fmt: skip
            before = taken, at_once
        print("\n### Growth: twice the text\n")
        table(("MB", "many articles, s", "times", "one line, s", "times", "peak / size"), rows)

    def by_rule(self, sample: Sample) -> None:
        """Show what each rule costs, and how many characters its patterns scan."""
        records = str(sample.write_records(self._folder / "rules.jsonl"))
        print("\n### The dearest rules\n\n```")
        timings = output_of([*alone(records), "--timings"]).splitlines()
        print("\n".join(timings[:16]))
        print("```\n\n### Characters scanned by the patterns of a rule, for each of the text\n")
        counts, total = scanned(sample.texts[:500])
        table(
            ("rule", "share of the text"),
            [(code, f"{found / total:.2f}") for code, found in counts.most_common(12)],
        )

    def _new(self, name: str) -> Path:
        place = self._folder / name.replace(" ", "-")
        place.mkdir(exist_ok=True)
        return place

    def _net(self, command: list[str]) -> Callable[[], float]:
        return self._minus_start(lambda: run(command).cpu)

    def _minus_start(self, measure: Callable[[], float]) -> Callable[[], float]:
        return lambda: measure() - run(newslint(str(self._one), "--no-cache")).cpu

    def _in_turn(self, measures: Sequence[Callable[[], float]]) -> list[float]:
        """Return the median of each measure; all are taken in turn, so that all fare alike."""
        taken: list[list[float]] = [[] for _ in measures]
        for _ in range(self._runs):
            for found, measure in zip(taken, measures, strict=True):
                found.append(measure())
        return [median(found) for found in taken]


def alone(path: str) -> list[str]:
    """Return the command for one process that looks nothing up."""
    return newslint(path, "--no-cache", "--jobs", "1")


def _less(command: list[str], start: list[str]) -> Callable[[], float]:
    return lambda: run(command, fine=FINE).cpu - run(start, fine=FINE).cpu


def _clock(command: list[str]) -> Callable[[], float]:
    return lambda: run(command).wall


if __name__ == "__main__":
    main()
