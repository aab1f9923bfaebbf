"""Facts of invented articles, staged as a scan does it, and rules that judge them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from making import made

from newslint import Doc, Fact, Group, Use, rule
from newslint.corpus.fact_rows import EvidenceRow, rows_of
from newslint.diagnostic import Diagnostic, Location, Record
from newslint.results import GatheredFact
from newslint.rule_set import ActiveRule

NAMES = ("a", "bé\udcff")
"""Beginnings of file names, one of which is no text."""


def nothing(doc: Doc) -> Iterator[Fact]:
    """Gather nothing: the facts are made here."""
    yield from ()


@rule("COR001", gather=nothing, min_articles=3)
def shared(group: Group):
    """Words."""
    first, *others = group.uses
    for use in others:
        said = f"{use.value} {use.evidence} of {group.articles} of {group.scope_articles}"
        yield use.flag(said, related=[first])


@rule("COR002", gather=nothing, min_articles=2, min_values=2)
def differing(group: Group):
    """Words."""
    for use in group.uses:
        yield use.flag(f"{group.key} in {group.scope!r}: {use.value}")


RULES = tuple(ActiveRule(made(one, "corpus"), "warning", {}) for one in (shared, differing))


def facts(articles: int, *, width: int = 10, proof: int = 0) -> Iterator[GatheredFact]:
    """Three facts of each rule in each article; some keys are in all, some in few, some in one."""
    for number in range(articles):
        path = f"in/{NAMES[number % 2]}{number % 3}.jsonl"
        record = Record(number, f"id-{number}" if number % 5 else None, "/text", 1, 1)
        for line in range(3):
            place = Location(path, record, number + 1, 10 * line + 1, number + 1, 10 * line + 9)
            key = ("every", f"few-{number // 4}", f"one-{number}")[line]
            for code, value in (("COR001", f"v{number % 2}"), ("COR002", f"w{number % 7}")):
                evidence = f"e{number}" + "x" * proof if line == 1 else ""
                use = Use(f"{path}#{number}", place, "x" * width, value, None, evidence)
                yield GatheredFact(code, f"scope {number % 2}", key, use)


def staged(folder: Path, found: Iterator[GatheredFact], per_file: int = 5000) -> list[list[Path]]:
    """Write facts into files as jobs do, and return those of facts and those of evidence."""
    files: dict[str, list[Path]] = {"facts": [], "evidence": []}
    lines: dict[str, list[str]] = {"facts": [], "evidence": []}

    def write() -> None:
        for kind, held in lines.items():
            file = folder / f"it's {kind}-{len(files[kind])}.gz"
            file.write_bytes(gzip.compress("".join(held).encode(), 1))
            files[kind].append(file)
            held.clear()

    for row in rows_of(found):
        kind = "evidence" if isinstance(row, EvidenceRow) else "facts"
        lines[kind].append(json.dumps(row._asdict()) + "\n")
        if len(lines["facts"]) >= per_file:
            write()
    write()
    return list(files.values())


def sort_keys(found: list[Diagnostic]) -> list[tuple[object, ...]]:
    return [one.location.sort_key() for one in found]
