"""The sums of a scan: by rule, by outlet, by month, and the articles with the most findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from heapq import nsmallest
from typing import Any

from newslint.diagnostic import SEVERITIES
from newslint.results import ArticleSeen
from newslint.structs import Struct, made

WORST = 20
"""Articles that are named as the worst."""
MOST_KEPT = 100_000
"""Outlets that are counted one by one; where names are no outlets, the rest is one sum."""
OTHERS = "(others)"


class Sums(Struct, frozen=False):
    """Articles, and their findings by severity.

    Args:
        articles: How many articles there are.
        flagged: How many of them have a finding.
        findings: How many findings, by severity.
    """

    articles: int = 0
    flagged: int = 0
    findings: Counter[str] = made(factory=Counter)

    def add(self, other: Sums) -> None:
        """Add what was counted elsewhere."""
        self.articles += other.articles
        self.flagged += other.flagged
        self.findings.update(other.findings)

    def as_plain(self) -> dict[str, Any]:
        """Return it as values that JSON has."""
        counts: dict[str, int] = {one: self.findings[one] for one in SEVERITIES}
        return {"articles": self.articles, "flagged": self.flagged, **counts}

    @classmethod
    def of_plain(cls, values: dict[str, Any]) -> Sums:
        """Return it from such values."""
        counts: Counter[str] = Counter({one: values[one] for one in SEVERITIES if values[one]})
        return cls(values["articles"], values["flagged"], counts)


class Tally:
    """What is counted, article by article; tallies of several parts can be added in their order."""

    def __init__(self) -> None:
        self.whole = Sums()
        self.outlets: dict[str, Sums] = {}
        self.months: dict[str, Sums] = {}
        self.rules: dict[str, tuple[str, Sums]] = {}
        self.worst: list[tuple[Any, ...]] = []

    def take(
        self, path: str, seen: ArticleSeen | None, findings: Sequence[tuple[str, str, str]]
    ) -> None:
        """Count an article, or what cannot be read as one.

        Args:
            path: The file.
            seen: The article.
            findings: Code, name and severity of each.
        """
        severities = Counter(severity for _, _, severity in findings)
        one = Sums(int(seen is not None), int(bool(findings and seen)), severities)
        self.whole.add(one)
        if seen is not None:
            self._sums(self.outlets, seen.outlet).add(one)
            self._sums(self.months, seen.month).add(one)
        for code, name in dict.fromkeys((code, name) for code, name, _ in findings):
            mine = Counter(severity for other, _, severity in findings if other == code)
            _, sums = self.rules.setdefault(code, (name, Sums()))
            sums.add(Sums(1, 1, mine))
        if findings and seen:
            counts = [severities[severity] for severity in SEVERITIES]
            weight = [-count for count in counts]
            record = None if seen.record < 0 else seen.record
            self.worst.append((weight, path, seen.record, record, seen.id, seen.headline, counts))
            if len(self.worst) > 50 * WORST:
                self._forget()

    def add(self, plain: dict[str, Any]) -> None:
        """Add a tally of the articles that follow, as `as_plain` gave it."""
        self.whole.add(Sums.of_plain(plain["whole"]))
        for name, values in plain["outlets"].items():
            self._sums(self.outlets, name).add(Sums.of_plain(values))
        for name, values in plain["months"].items():
            self._sums(self.months, name).add(Sums.of_plain(values))
        for code, (name, values) in plain["rules"].items():
            self.rules.setdefault(code, (name, Sums()))[1].add(Sums.of_plain(values))
        self.worst += map(tuple, plain["worst"])
        self._forget()

    def as_plain(self) -> dict[str, Any]:
        """Return it as values that JSON has."""
        self._forget()
        return {
            "whole": self.whole.as_plain(),
            "outlets": _plain(self.outlets),
            "months": _plain(self.months),
            "rules": {
                code: [name, sums.as_plain()] for code, (name, sums) in sorted(self.rules.items())
            },
            "worst": self.worst,
        }

    def _forget(self) -> None:
        self.worst = nsmallest(WORST, self.worst, key=lambda one: one[:3])

    @staticmethod
    def _sums(table: dict[str, Sums], name: str) -> Sums:
        if name not in table and len(table) >= MOST_KEPT:
            name = OTHERS
        return table.setdefault(name, Sums())


def _plain(table: dict[str, Sums]) -> dict[str, Any]:
    return {name: sums.as_plain() for name, sums in table.items()}


def largest(table: dict[str, Sums], most: int) -> Iterable[tuple[str, Sums]]:
    """Return the entries with the most articles, and the sum of the others if there are any."""
    ranked = sorted(table.items(), key=lambda one: (-one[1].articles, one[0]))
    rest = Sums()
    for _, sums in ranked[most:]:
        rest.add(sums)
    return [*ranked[:most], *([(OTHERS, rest)] if len(ranked) > most else [])]
