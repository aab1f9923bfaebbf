r"""What a scan of any size costs: time, memory, work in progress, and what growth adds.

Usage::

    python bench/scale.py [--data DIR] [--size 100] [--growth 10] [--only PART ...] [--folder DIR]

A corpus of ``--size`` megabytes of JSON lines is made of invented articles (or of those of
``DIR/articles/*.jsonl``, again and again), and scanned as a whole program in every way there is.
Seconds of the clock say little on a shared machine: processor seconds and ratios do. Parts are

* ``ways``: one process and two, with rules across articles and without, with little memory, with
  SQLite, on Spark; and what 300 million articles would take at these rates;
* ``forms``: the same articles packed, as a table, as Parquet;
* ``overhead``: processor seconds of ``scan`` against those of ``check``;
* ``growth``: ``--growth`` times the input;
* ``facts``: what rules across articles gather in an article;
* ``recipes``: what ``examples/engines`` has for Ray Data and datatrove.

What is not installed is left out with a note. A corpus is deleted when it was measured.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from scales.corpora import FORMS, Corpus, records, write
from scales.gathered import gathered
from scales.projection import ARTICLES, HEAD, SIZE, projection
from scales.recipes import RECIPES
from scales.scans import MB, STEPS, Scanned, Way, check, scan
from speeds.tables import table

PARTS = ("ways", "forms", "overhead", "growth", "facts", "recipes")


def ways(jobs: int, memory: str) -> list[Way]:
    """Return the ways there are, those first that need least."""
    several = ("--jobs", str(jobs))
    found = [Way("1 process", ("--jobs", "1")), Way(f"{jobs} processes", several)]
    across = f"{jobs} processes, across articles"
    found += [
        Way(across, several, across=True),
        Way(f"{across}, {memory}", (*several, "--memory", memory), across=True),
        Way(f"{across}, SQLite", several, across=True, sqlite=True),
    ]
    if find_spec("duckdb") is None:
        print("\nDuckDB is left out: pip install 'newslint[corpus]'.")
        found = [way for way in found if way.sqlite or not way.across]
    if find_spec("pyspark") is None or not _has_java():
        print("\nSpark is left out: it needs Java, and pip install 'newslint[spark]'.")
        return found
    spark = ("--engine", "spark", "--master", f"local[{jobs}]")
    return [
        *found,
        Way(f"Spark local[{jobs}]", spark),
        Way(f"Spark local[{jobs}], across articles", spark, across=True),
    ]


def _is_meant(name: str, asked: Sequence[str] | None, there: Sequence[Way]) -> bool:
    """Tell whether a way is asked for: by its name, or by a part of it that is no other's name."""
    names = {way.name for way in there}
    return not asked or any(one == name if one in names else one in name for one in asked)


def _has_java() -> bool:
    return bool(shutil.which("java") or os.environ.get("JAVA_HOME"))


class Bench:
    """One run of the bench.

    Args:
        given: What the command line says.
        folder: Where corpora and scans are written.
    """

    def __init__(self, given: argparse.Namespace, folder: Path) -> None:
        self._data: Path | None = given.data
        self._size = int(given.size * MB)
        self._growth: int = given.growth
        self._runs: int = given.runs
        self._jobs: int = given.jobs
        self._memory: str = given.memory
        self._folder = folder
        rules = ["--select", given.select] if given.select else []
        self._select = tuple(given.select.split(",")) if given.select else None
        self._settings = [*(["--config", given.config] if given.config else ["--isolated"]), *rules]
        there = ways(self._jobs, self._memory)
        self._ways = [way for way in there if _is_meant(way.name, given.way, there)]
        self._growing = self._ways if given.way else there[1:3]

    def ways(self) -> None:
        """Measure every way to scan."""
        corpus = self._corpus("jsonl", self._size)
        found = []
        for way in self._ways:
            try:
                found.append((way.name, self._scan(corpus, way)))
            except RuntimeError as error:  # too little memory is told, and the others go on
                print(f"\n{way.name}: {error}")
        print(f"\n### Ways to scan {_told(corpus)}\n")
        _print_costs(found)
        print("\n### Memory and disk, MB\n")
        _print_peaks(found)
        print(f"\n### {ARTICLES:,} articles, {SIZE / 1e12:.0f} TB, at these rates\n")
        table(HEAD, projection(found))
        shutil.rmtree(corpus.folder)

    def forms(self) -> None:
        """Measure formats."""
        found = []
        for form, writer in FORMS.items():
            if writer.module and find_spec(writer.module) is None:
                print(f"\n{form} is left out: {writer.module} is not installed.")
                continue
            corpus = self._corpus(form, self._size)
            found.append((form, self._scan(corpus, self._several())))
            shutil.rmtree(corpus.folder)
        print(f"\n### Formats of a corpus, {self._jobs} processes\n")
        _print_costs(found)
        print("\n### Memory and disk, MB\n")
        _print_peaks(found)

    def overhead(self) -> None:
        """Measure what a scan costs beside linting: its parts, sums and places to go on from."""
        corpus = self._corpus("jsonl", self._size)
        alone = Way("1 process", ("--jobs", "1"))
        pairs = [
            (check(corpus, self._settings).cpu, self._scan(corpus, alone).cost.cpu)
            for _ in range(self._runs)
        ]
        checks, scans = (median(column) for column in zip(*pairs, strict=True))
        ratio = median(scanned / checked for checked, scanned in pairs)
        print(f"\n### A scan beside a check of {_told(corpus)}, one process, processor seconds\n")
        table(
            ("check", "scan", "scan / check"),
            [(f"{checks:.1f}", f"{scans:.1f}", f"{ratio:.2f}")],
        )
        shutil.rmtree(corpus.folder)

    def growth(self) -> None:
        """Measure how everything grows with the input."""
        rows = []
        for way in self._growing:
            costs = []
            for size in (self._size, self._growth * self._size):
                corpus = self._corpus("jsonl", size)
                costs.append(self._scan(corpus, way))
                shutil.rmtree(corpus.folder)
            small, large = costs
            before, after = small.cost.peaks, large.cost.peaks
            rows.append(
                (
                    way.name,
                    f"{large.corpus.size / small.corpus.size:.1f}",
                    f"{large.cost.cpu / small.cost.cpu:.1f}",
                    f"{large.cost.wall / small.cost.wall:.1f}",
                    _ratio(after.resident, before.resident),
                    _ratio(after.files["work"], before.files["work"]),
                    _ratio(large.output, small.output),
                )
            )
        print(f"\n### Growth, from {self._size / MB:.0f} MB\n")
        table(("way", "input", "processor", "clock", "memory", "work", "output"), rows)

    def facts(self) -> None:
        """Show what rules across articles gather, in at most so many articles as the corpus has."""
        found = gathered(records(self._data), max(self._size // 4_000, 1), self._select)
        print(f"\n### Facts of {found.articles:,} articles, of each article\n")
        each = found.articles
        rows = [
            (
                code,
                f"{found.facts[code] / each:.1f}",
                f"{found.evidence[code] / each:.1f}",
                f"{found.size[code] / each:,.0f}",
                f"{1000 * seconds / each:.2f}",
            )
            for code, seconds in sorted(found.seconds.items())
        ]
        table(("rule", "facts", "evidence", "bytes, not packed", "processor, ms"), rows)
        print(f"\nAll of an article: {1000 * found.lint / each:.2f} ms.")

    def recipes(self) -> None:
        """Measure what other engines do with the same articles."""
        rows = []
        corpus = self._corpus("parquet", self._size)
        for recipe in RECIPES:
            if lacks := recipe.lacks():
                print(f"\n{recipe.name} is left out: {lacks}.")
                continue
            cost = recipe.run(corpus, self._folder / "recipe")
            rows.append(
                (recipe.name, f"{corpus.size / MB / cost.wall:.2f}", f"{cost.wall:.1f}",
                 f"{cost.peaks.resident / MB:.0f}")
            )  # fmt: skip
        shutil.rmtree(corpus.folder)
        if rows:
            print(f"\n### Other engines, {_told(corpus)} as Parquet\n")
            table(("engine", "MB/s", "clock, s", "all processes, MB"), rows)

    def _several(self) -> Way:
        return Way(f"{self._jobs} processes", ("--jobs", str(self._jobs)))

    def _corpus(self, form: str, size: int) -> Corpus:
        return write(records(self._data), self._folder / "corpus", form, size)

    def _scan(self, corpus: Corpus, way: Way) -> Scanned:
        found = scan(corpus, way, self._folder / "scan", self._settings)
        said = f"{way.name}, {_told(corpus)}: {found.speed:.2f} MB/s"
        print(said, file=sys.stderr, flush=True)  # it may take hours to the table
        return found


def _told(corpus: Corpus) -> str:
    return f"{corpus.size / MB:,.0f} MB, {corpus.articles:,} articles"


def _ratio(after: float, before: float) -> str:
    return f"{after / before:.1f}" if before else "–"


def _print_costs(found: Sequence[tuple[str, Scanned]]) -> None:
    table(
        ("", "MB/s", "articles/s", "processor, s", "MB / processor s", "findings",
         *(f"{step}, s" for step in STEPS)),
        [
            (
                name,
                f"{one.speed:.2f}",
                f"{one.corpus.articles / one.cost.wall:.0f}",
                f"{one.cost.cpu:.1f}",
                f"{one.cpu_speed:.2f}",
                f"{sum(one.summary['findings'].values()):,}",
                *(f"{one.cost.steps.get(step, 0):.1f}" for step in STEPS),
            )
            for name, one in found
        ],
    )  # fmt: skip


def _print_peaks(found: Sequence[tuple[str, Scanned]]) -> None:
    """Print the peaks of memory by the step they came at, and of what is on disk."""
    table(
        ("", "all processes", "shared memory shared out", "first process", *STEPS,
         "work in progress", "spill", "output"),
        [
            (
                name,
                *(
                    f"{size / MB:.0f}"
                    for size in (
                        one.cost.peaks.resident,
                        one.cost.peaks.proportional,
                        one.cost.peaks.own,
                        *(one.cost.peaks.by_step.get(step, 0) for step in STEPS),
                    )
                ),
                *(
                    f"{size / MB:.1f}"
                    for size in (
                        one.cost.peaks.files["work"],
                        one.cost.peaks.files["spill"],
                        one.output,
                    )
                ),
            )
            for name, one in found
        ],
    )  # fmt: skip


def main() -> None:
    """Measure, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--data", type=Path, help="folder with articles/*.jsonl")
    parser.add_argument("--size", type=float, default=100, help="MB of a corpus as JSON lines")
    parser.add_argument("--growth", type=int, default=10, help="how many times as much")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--memory", default="256MB", help="little memory for rules across articles")
    parser.add_argument("--runs", type=int, default=3, help="pairs of a scan and a check")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument(
        "--way", action="append", help="only the way of this name, or those with it in theirs"
    )
    parser.add_argument("--select", help="rules that run (default: all that are on)")
    parser.add_argument("--config", help="newslint.toml, for rules of one's own")
    parser.add_argument("--folder", type=Path, help="where there is room (default: temporary)")
    given = parser.parse_args()
    if given.folder:
        given.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="newslint-scale-", dir=given.folder) as folder:
        bench = Bench(given, Path(folder))
        for part in PARTS:
            if part in given.only:
                getattr(bench, part)()


if __name__ == "__main__":
    main()
