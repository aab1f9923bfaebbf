"""Title conflicts put into real articles the plain way: whoever has a title twice gets another.

The first mention is made `former`, `-elect`, or put after the name, whatever its sentence speaks
of: a look back, a caption or a person long dead is no reason to leave a case out. Anybody who
measures a rule with a short script of their own will do about this. What is left out is only what
makes the injection itself doubtful: quotation marks, a title that is marked already, `then-`, and a
surname that stands with two full names.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from measures.articles import Article
from measures.bench import Bench
from measures.rows import Row
from measures.titled import (
    SETS,
    TITLES,
    Case,
    Titled,
    chosen,
    is_marked,
    missed,
    put_after,
    put_before,
    severities,
    titled,
)  # fmt: skip

RULE, CODE = "TTL001 title-conflict", "TTL001"
FOR_LIFE = (
    "General", "Gen.", "Colonel", "Col.", "Admiral", "Adm.", "Judge", "Justice", "Bishop",
    "Archbishop", "Cardinal", "King", "Queen", "Prince",
)  # fmt: skip
"""Titles that are left to those who had them: `former` beside the plain form is usual."""
KEPT = "a title kept for life"
TARGET = 0.98
_SAME = {
    "Gov.": "Governor", "Sen.": "Senator", "Rep.": "Representative",
    "Congressman": "Representative", "Congresswoman": "Representative",
    "Lt. Gov.": "Lieutenant Governor", "Defence Minister": "Defense Minister",
    "Spokeswoman": "Spokesman", "Chairwoman": "Chairman", "Chief Executive": "CEO",
    "Secretary General": "Secretary-General", "House Speaker": "Speaker", "Gen.": "General",
    "Col.": "Colonel", "Adm.": "Admiral",
}  # fmt: skip
_NO_PERSONS = re.compile(
    r"\b(?:Assembly|Bank|Co|Command|Corp|Department|Dynamics|Electric|Foods|Group|Inc|Mills|Motors"
    r"|Partners|Technologies|Union)\b"
)
_PART = re.compile(
    r"(?:Assembly|Associate|Attorney|Auditor|Chief|Consul|Crown|Director|Inspector|Lieutenant|Lt\."
    r"|Maj\.|Major|Brig\.|Secretary|Solicitor|Surgeon|Vice) $"
)
"""What makes a title the end of a longer one."""


def measure(bench: Bench) -> Iterator[Row]:
    """Give recall for each state, edited and scraped text apart."""
    for name, files in SETS:
        kinds: dict[str, list[Case]] = defaultdict(list)
        for article in bench.articles(*files):
            for first in _firsts(article.text, TITLES):
                for case in _cases(article, first):
                    kinds[case.what].append(case)
            for first in _firsts(article.text, FOR_LIFE):
                case = put_before(article, first, "former", f"former on {KEPT}")
                kinds[case.what].append(case)
        for what, cases in sorted(kinds.items()):
            yield _row(bench, name, what, chosen(bench, f"plain {name} {what}", cases))


def _firsts(text: str, titles: tuple[str, ...]) -> Iterator[Titled]:
    """Give the first mention of each person with one title twice or more."""
    groups: dict[tuple[str, str], list[Titled]] = defaultdict(list)
    full: dict[str, set[str]] = defaultdict(set)
    for one in titled(text, titles):
        if _NO_PERSONS.search(one.name) or _PART.search(text, max(0, one.start - 12), one.start):
            continue
        groups[_SAME.get(one.title, one.title), one.surname].append(one)
        full[one.surname].add(one.name)
    for (_, surname), group in groups.items():
        marked = any(is_marked(text, one) for one in group)
        if len(group) > 1 and len(full[surname] - {surname}) < 2 and not marked:
            yield group[0]


def _cases(article: Article, first: Titled) -> Iterator[Case]:
    for state in ("former", "-elect"):
        yield put_before(article, first, state, f"{state} on the first mention")
        if case := put_after(article, first, state, f"{state} after the first name"):
            yield case


def _row(bench: Bench, name: str, what: str, cases: list[Case]) -> Row:
    hits = severities(bench, cases, CODE)
    overlooked = [missed(case, CODE) for hit, case in zip(hits, cases, strict=True) if not hit]
    bench.show(f"missed: plain, {name}, {what}", overlooked)
    recall = 1 - len(overlooked) / max(len(cases), 1)
    aimed = not what.endswith(KEPT)
    return Row(
        "injected", RULE, f"{name}, the plain way: {what}", len(cases), recall,
        target="≥ .98" if aimed else "",
        met=recall >= TARGET if aimed else None,
    )  # fmt: skip
