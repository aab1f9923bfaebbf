"""``newslint scan`` run as a whole program on a corpus, and what it cost by step."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from newslint.structs import Struct
from scales.corpora import Corpus
from scales.watching import Cost, bytes_in, watch

STEPS = ("planning", "linting", "judging", "writing")
MB = 1_000_000
_NO_DUCKDB = "import sys; sys.modules['duckdb'] = None; "
_RUN = "import sys; from newslint.cli import main; sys.exit(main())"


class Way(Struct):
    """A way to scan.

    Args:
        name: What it is called in tables.
        arguments: What the command line says of it.
        across: Whether rules across articles run.
        sqlite: Whether facts are grouped as if DuckDB were not installed.
    """

    name: str
    arguments: tuple[str, ...] = ()
    across: bool = False
    sqlite: bool = False


class Scanned(Struct):
    """What a scan cost and gave.

    Args:
        corpus: Of what.
        cost: What it cost.
        summary: Its ``summary.json``.
        output: Bytes of its parts.
    """

    corpus: Corpus
    cost: Cost
    summary: dict[str, Any]
    output: int

    @property
    def speed(self) -> float:
        """Megabytes of JSON lines a second of the clock."""
        return self.corpus.size / MB / self.cost.wall

    @property
    def cpu_speed(self) -> float:
        """Megabytes of JSON lines a second of a processor."""
        return self.corpus.size / MB / self.cost.cpu


def check(corpus: Corpus, settings: Sequence[str]) -> Cost:
    """Check a corpus with one process, which looks nothing up, and return what that cost."""
    arguments = ["check", str(corpus.folder), "--jobs", "1", "--no-cache", "--format", "jsonl"]
    # As a scan of one process: rules across articles, if there are any, are not judged.
    arguments += ["--quiet", "--extend-ignore", "corpus-rules", *settings]
    return watch([sys.executable, "-c", _RUN, *arguments])


def scan(corpus: Corpus, way: Way, output: Path, settings: Sequence[str]) -> Scanned:
    """Scan a corpus into a folder that is new, and deleted afterwards.

    Args:
        corpus: The corpus.
        way: How it is scanned.
        output: The folder.
        settings: What else the command line says: a configuration, rules.
    """
    shutil.rmtree(output, ignore_errors=True)
    alone = () if way.across else ("--extend-ignore", "corpus-rules")
    arguments = ["scan", str(corpus.folder), "-o", str(output), *way.arguments, *alone, *settings]
    program = (_NO_DUCKDB if way.sqlite else "") + _RUN
    work = output / ".work"

    def step() -> str:
        if (work / "judged.gz").exists() or (work / "finished-00000.gz").exists():
            return "writing"
        if not (work / "plan.gz").exists():
            return "writing" if (output / "summary.json").exists() else "planning"
        if not (work / "numbered.gz").exists():
            return "linting"
        return "judging" if way.across else "writing"

    cost = watch(
        [sys.executable, "-c", program, *arguments],
        step=step,
        folders={"work": work, "spill": work / "spill", "database": work / "facts.duckdb"},
    )
    summary = json.loads((output / "summary.json").read_text(encoding="utf-8"))
    size = bytes_in(output)
    shutil.rmtree(output)
    return Scanned(corpus, cost, summary, size)
