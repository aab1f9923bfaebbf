"""How right newslint is: every figure of `bench/README.md`, measured again by one command.

Usage::

    python bench/accuracy.py --data DIR [--only titles,dates] [--flagged FILE] [--jobs 2] [--seed 1]

``DIR`` holds ``articles/*.jsonl`` and ``gold/*.jsonl`` (`measures/articles.py` says what is in
them). Errors are put into real text where natural ones are rare (*injected*), labels made by people
are used where there are any (*gold*), and what newslint says of the articles as they are is counted
and held against what a reader said of it (*organic*, `measures/verdicts.py`). ``--flagged`` writes
every place that was flagged with the words around it, for reading: tab-separated, the first seven
columns as a line of a verdict file wants them.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence
from pathlib import Path

from measures import organic
from measures.bench import Bench
from measures.linting import Flag
from measures.rows import Row, tables

FAMILIES = (
    "garbled", "titles", "headline", "dates", "attribution", "residue", "numbers", "encoding",
    "typography", "quality", "duplicates",
)  # fmt: skip
"""The families of rules, in the order of the table."""
MEASURES = {
    "garbled": ("garbled", "scanned", "learned"),
    "titles": ("titles", "titles_plain", "name_variants", "office"),
    "headline": ("headline_actors", "headline_plain", "headline", "headline_variants"),
    "dates": ("dates",),
    "attribution": ("attribution", "attribution_injected"),
    "residue": ("residue", "lines"),
    "numbers": ("numbers",),
    "encoding": ("encoding",),
    "typography": (),
    "quality": ("quality",),
    "duplicates": ("near_duplicates",),
}
"""The modules of `measures` that inject or use gold labels, by family."""


def main() -> None:
    """Measure, print the tables, write the flagged places."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument(
        "--only", default="", help="families; one measured alone is not silenced by the others"
    )
    parser.add_argument("--flagged", type=Path, help="file for the flagged places")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=int, help="articles of each file, for a quick look")
    parser.add_argument("--no-organic", action="store_true", help="only injected and gold figures")
    given = parser.parse_args()
    families = tuple(filter(None, given.only.split(",")))
    if unknown := set(families) - set(FAMILIES):
        parser.error(f"no family is called {', '.join(sorted(unknown))}: {', '.join(FAMILIES)}")
    bench = Bench(given.data, families, seed=given.seed, jobs=given.jobs, limit=given.limit)
    rows: list[Row] = []
    for family in families or FAMILIES:
        for name in MEASURES[family]:
            print(f"{name} …", file=sys.stderr)
            rows += importlib.import_module(f"measures.{name}").measure(bench)
    if not families:
        rows += importlib.import_module("measures.languages").measure(bench)
    if not given.no_organic:
        rows += organic.measure(bench)
        organic.show(bench)
    print(tables(rows))
    if not given.no_organic:
        print("\n" + organic.table(bench))
    if given.flagged:
        given.flagged.write_text(flagged(bench, bench.shown), encoding="utf-8")


def flagged(bench: Bench, shown: Sequence[tuple[str, Flag]]) -> str:
    """Return the flagged places, one a line."""
    return "".join(
        "\t".join(
            (
                one.file, one.id, one.code, one.field, str(one.start), str(one.end),
                bench.verdicts.of(one) or "unread", one.severity, heading, one.message,
                f"{one.before}⟦{one.text}⟧{one.after}".replace("\n", " ⏎ ").replace("\t", " "),
            )
        ) + "\n"
        for heading, one in shown
    )  # fmt: skip


if __name__ == "__main__":
    main()
