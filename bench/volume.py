"""How often each rule speaks on real articles, and samples of what it says, for reading.

Usage::

    python bench/volume.py --data DIR [--jobs 2] [--samples FILE --per-rule 20 --seed 1]

``DIR`` holds ``articles/*.jsonl`` (one article a line, with ``text``, ``headline``, ``date``,
``url``, ``source``). The table is Markdown: diagnostics per 1,000 articles, by rule and file, at
the severity they came out with. ``--samples`` writes up to ``--per-rule`` random diagnostics of
each rule and severity, spread over the files, each with the words around it.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from pathlib import Path

from newslint.config import Config
from newslint.diagnostic import SEVERITIES, Diagnostic
from newslint.session import Session, SessionOptions
from newslint.workers import lint_files

Key = tuple[str, str, str]
"""Code, name, severity."""


def main() -> None:
    """Lint the articles, print the table, write the samples."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--select", default="", help="comma-separated; default: the default rules")
    parser.add_argument("--samples", type=Path)
    parser.add_argument("--per-rule", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    files = sorted(str(path) for path in (given.data / "articles").glob("*.jsonl"))
    select = tuple(filter(None, given.select.split(","))) or None
    session = Session(SessionOptions(Config(), select=select))
    counts: dict[str, Counter[Key]] = defaultdict(Counter)
    articles: Counter[str] = Counter()
    found: dict[Key, list[Diagnostic]] = defaultdict(list)
    for result in lint_files(session, files, frozenset(files), given.jobs):
        name = Path(result.path).stem
        articles[name] += result.articles
        for one in result.diagnostics:
            key = (one.code, one.rule, one.severity)
            counts[name][key] += 1
            found[key].append(one)
    print(table(counts, articles))
    if given.samples:
        given.samples.write_text(
            samples(found, given.per_rule, random.Random(given.seed)), encoding="utf-8"
        )


def table(counts: dict[str, Counter[Key]], articles: Counter[str]) -> str:
    """Return the table: diagnostics per 1,000 articles."""
    names = sorted(articles)
    keys = sorted({key for counter in counts.values() for key in counter})
    rows = [
        "| rule | severity | "
        + " | ".join(f"{name} ({articles[name]:,})" for name in names)
        + " |",
        "|---|---|" + "---:|" * len(names),
    ]
    for code, rule, severity in keys:
        rates = [1000 * counts[name][code, rule, severity] / articles[name] for name in names]
        rows.append(f"| {code} {rule} | {severity} | " + " | ".join(map(_rate, rates)) + " |")
    for severity in SEVERITIES:
        sums = [
            1000 * sum(n for key, n in counts[name].items() if key[2] == severity) / articles[name]
            for name in names
        ]
        rows.append(f"| all rules | {severity} | " + " | ".join(map(_rate, sums)) + " |")
    return "\n".join(rows)


def samples(found: dict[Key, list[Diagnostic]], per_rule: int, chance: random.Random) -> str:
    """Return random diagnostics of each rule with the words around them."""
    blocks = []
    for (code, rule, severity), diagnostics in sorted(found.items()):
        blocks.append(f"\n## {code} {rule} [{severity}] ({len(diagnostics):,})\n")
        for one in _spread(diagnostics, per_rule, chance):
            record = one.location.record
            place = f"{Path(one.location.path).stem}#{record.index if record else 0}"
            around = ""
            if one.excerpt:
                before, after = one.excerpt.before[-100:], one.excerpt.after[:100]
                around = f"\n    …{before}⟦{one.excerpt.text}⟧{after}…"
            blocks.append(f"- {place} {one.message}{around}")
    return "\n".join(blocks) + "\n"


def _spread(diagnostics: list[Diagnostic], number: int, chance: random.Random) -> list[Diagnostic]:
    """Choose at random, at most one an article while there are articles left."""
    shuffled = chance.sample(diagnostics, len(diagnostics))
    first_of: dict[tuple[str, int], Diagnostic] = {}
    for one in shuffled:
        record = one.location.record
        first_of.setdefault((one.location.path, record.index if record else 0), one)
    return list(first_of.values())[:number]


def _rate(rate: float) -> str:
    if rate == 0:
        return "–"
    return f"{rate:.1f}" if rate < 10 else f"{rate:.0f}"


if __name__ == "__main__":
    main()
