"""Build `rules/newslint_rules/titles/office_facts.tsv`: who held which office when.

The script downloads nothing. Its source is one table, a JSON object a line with ``person``,
``office``, ``country``, ``start``, ``end``, ``source`` and, where known, ``surname`` and ``nick``,
put together from

- unitedstates/congress-legislators: presidents, vice presidents, and the members of Congress who
  serve now, with the days of their terms; CC0;
- OEFDataScience/REIGN.github.io: leaders of the world to March 2021; MIT;
- globalgov/manystates (Archigos 4.1): leaders of the world 1875-2015; CC BY 4.0;
- election days for the time in which presidents and vice presidents are `-elect`.

Those lists of the world have the one who rules, not the title. `leader_offices.tsv` beside this
script says where and since when the two are one; other countries are left out. A leader's dates
are given by the month, which is as exact as they are for a title.

Usage: python scripts/build_office_facts.py officeholder_terms.jsonl [--out FILE]
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "rules" / "newslint_rules" / "titles" / "office_facts.tsv"
OFFICES = Path(__file__).parent / "leader_offices.tsv"
COLUMNS = ("person", "office", "start", "end", "country", "source")
HEAD = f"""\
# Who held which office when; built by scripts/build_office_facts.py, LICENSES.md names the sources.
{chr(9).join(COLUMNS)}
"""
AMERICAN = frozenset(
    {"President", "Vice President", "President-elect", "Vice President-elect"}
    | {"Senator", "Representative"}
)
LEADER = "Leader (effective head)"
CENSORED = "2015-12-31"
"""The day on which Archigos ends: who ruled then may have gone on."""
SOURCES = {
    "congress-legislators": "congress-legislators", "derived": "election days",
    "REIGN": "REIGN", "Archigos": "Archigos",
}  # fmt: skip
MERGED_GAP = 31
"""Days between two terms that are taken for one: a Congress ends days before the next opens."""


@dataclass(frozen=True, slots=True, order=True)
class Term:
    """One line of the table; dates are ISO, days or months; an empty end is unknown."""

    country: str
    office: str
    start: str
    person: str
    end: str
    source: str

    @property
    def holding(self) -> tuple[str, str, str]:
        """Who held what."""
        return self.country, self.office, self.person

    def line(self) -> str:
        """Return the line."""
        return "\t".join(getattr(self, column) for column in COLUMNS)


def main() -> None:
    """Read the terms, write the facts."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("terms", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args()
    rows = [json.loads(line) for line in given.terms.read_text(encoding="utf-8").splitlines()]
    found = sorted({*merged(american(rows)), *merged(leaders(rows))})
    given.out.write_text(HEAD + "".join(f"{term.line()}\n" for term in found), encoding="utf-8")
    print(f"{len(found)} terms in {given.out}")


def american(rows: Iterable[dict[str, Any]]) -> Iterator[Term]:
    """Give the terms of the United States, once under each name the person goes by."""
    rows = [row for row in rows if row["office"] in AMERICAN]
    nicks = {row["person"]: row["nick"] for row in rows if row.get("nick")}
    for row in rows:
        names = {row["person"]}
        if nick := nicks.get(row["person"]):
            names.add(f"{nick} {row['surname']}")
        for name in names:
            yield Term(
                "United States", row["office"].lower(), row["start"], name, row["end"] or "",
                source(row),
            )  # fmt: skip


def leaders(rows: Iterable[dict[str, Any]]) -> Iterator[Term]:
    """Give the terms of leaders in countries where their office is known, by the month."""
    offices: dict[str, list[list[str]]] = defaultdict(list)
    for line in OFFICES.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            code, *rest = line.split("\t")
            offices[code].append(rest)
    rows = [row for row in rows if row["office"] == LEADER and plausible(row["person"])]
    ends = {
        (row["country"], row["start"][:7]): row["end"] for row in rows if source(row) == "REIGN"
    }
    found: dict[tuple[str, str, str], list[Term]] = defaultdict(list)
    for row in rows:
        end = row["end"] or ""
        if end == CENSORED:
            end = ends.get((row["country"], row["start"][:7])) or ""
        own = offices.get(row["country"], ())
        for number, (country, office, since, until) in enumerate(own):
            # who ruled before, under another title, keeps the start: more than true does no harm
            start = max(row["start"][:7], since) if number else row["start"][:7]
            if end and end[:7] <= since:
                continue
            last = min(end[:7] or until, until) if until else end[:7]
            if not last or start <= last:
                name = row["person"].removeprefix("Premiership of ")
                term = Term(country, office, start, name, last, source(row))
                found[country, office, start].append(term)
    for terms in found.values():
        full = [term for term in terms if " " in term.person]
        yield from full or terms  # a surname alone says no more than the full name beside it


def plausible(name: str) -> bool:
    """Tell whether a name is one: the lists have notes and broken letters among them."""
    return not set(name) & set("()[]0123456789Ã¡š/") and " and " not in name


def source(row: dict[str, Any]) -> str:
    """Return the short name of a row's source."""
    return next(name for key, name in SOURCES.items() if row["source"].startswith(key))


def merged(terms: Iterable[Term]) -> Iterator[Term]:
    """Give terms of one person in one office as one where they follow on each other."""
    last: Term | None = None
    for term in sorted(terms, key=lambda one: (*one.holding, one.start)):
        if last and last.holding == term.holding and follows(last, term):
            ends = {last.end, term.end}
            end = "" if "" in ends and last.source == term.source else max(ends)
            names = sorted({*last.source.split(", "), term.source})
            last = Term(last.country, last.office, last.start, last.person, end, ", ".join(names))
            continue
        if last:
            yield last
        last = term
    if last:
        yield last


def follows(one: Term, other: Term) -> bool:
    """Tell whether a term begins before another has ended, or right after it."""
    if not one.end:
        return True
    return days(other.start) - days(one.end) <= MERGED_GAP


def days(date: str) -> int:
    """Return a number for a day or month that grows by about one a day."""
    year, month, day = (int(part) for part in f"{date}-01".split("-")[:3])
    return (year * 12 + month) * 30 + day


if __name__ == "__main__":
    main()
