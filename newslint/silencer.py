"""The silencer of an article: which findings it wants silent, and what it asks for in vain.

Imported only for an article that has a comment or a key of that kind.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import accumulate

from newslint.book import Book
from newslint.diagnostic import Diagnostic, Severity, SourceFix, at_least
from newslint.engine_rules import UNUSED_SUPPRESSION, engine_diagnostic
from newslint.fingerprints import Fingerprints
from newslint.placing import PlacedArticle
from newslint.results import Covered
from newslint.rule_set import RuleSet
from newslint.structs import replace
from newslint.suppressions import Said, Suppression, read_suppressions
from newslint.written_fixes import without_lines

MOST = 1000
"""Suppressions of the same rules that are looked at for one finding; no article has so many."""


class Silencer:
    """Tells which findings of one article are to be silent, and remembers what kept them so.

    Args:
        article: The article.
        book: The rules that are known.

    Attributes:
        ran: Codes of the rules that ran on all of the article; of no other is it said that it
            finds nothing.
    """

    def __init__(self, article: PlacedArticle, book: Book) -> None:
        self.ran: set[str] = set()
        self._article = article
        self._said = read_suppressions(article, book)
        by_codes: dict[frozenset[str], list[Suppression]] = defaultdict(list)
        for one in self._said.asked:
            by_codes[one.codes].append(one)
        self._by_codes = {codes: _Ranges(ones) for codes, ones in by_codes.items()}

    def covers(self, code: str, start: int, *, empty: bool = False, whole: bool = False) -> bool:
        """Tell whether a finding is to be silent.

        Args:
            code: The rule.
            start: Source offset at which its place begins.
            empty: Whether the place has no characters.
            whole: Whether it is about the article as a whole.
        """
        covered = False
        for codes, ranges in self._by_codes.items():
            if code in codes:
                covered = ranges.hold(start, empty=empty, whole=whole) or covered
        return covered

    def covered(self, codes: Collection[str]) -> Iterator[Covered]:
        """Give where rules across articles are to be silent.

        Args:
            codes: Those rules.
        """
        article = self._article
        for one in self._said.asked:
            if meant := one.codes.intersection(codes):
                end = len(article.source) if one.end is None else one.end
                place = article.location_of((one.start, end), article.record_in_text(0))
                yield Covered(tuple(sorted(meant)), place, one.whole)

    def unused(
        self, rules: RuleSet, fingerprints: Fingerprints, min_severity: Severity
    ) -> list[Diagnostic]:
        """Return what is to be said of suppressions that keep nothing silent, and of bad ones.

        Args:
            rules: Those of the article.
            fingerprints: Those of the file.
            min_severity: What is milder is not said.
        """
        severity = rules.unused
        if severity is None or not at_least(severity, min_severity):
            return []
        found: list[tuple[Said, str, SourceFix | None]] = [
            (one.said, one.message, None) for one in self._said.problems
        ]
        across = {active.rule.code for active in rules.corpus}
        idle = {id(one): one for one in self._said.asked if self._is_idle(one, across)}
        needed = {one.comment for one in self._said.asked if id(one) not in idle}
        for one in idle.values():
            message = f"{one.name.text!r} is ignored here, but finds nothing"
            whole = one.comment and one.comment not in needed
            fix = without_lines(one.comment, self._article) if one.comment and whole else None
            found.append((one.name, message, fix))
        return [
            self._diagnostic(said, message, fix, severity, fingerprints)
            for said, message, fix in found
            if not self.covers(UNUSED_SUPPRESSION.code, said.run[0])
        ]

    def _is_idle(self, one: Suppression, across: Collection[str]) -> bool:
        """Tell whether all that ran of what is named found nothing here."""
        ran = not one.codes.isdisjoint(self.ran)
        return ran and not one.used and one.codes.isdisjoint(across)

    def _diagnostic(
        self,
        said: Said,
        message: str,
        fix: SourceFix | None,
        severity: Severity,
        fingerprints: Fingerprints,
    ) -> Diagnostic:
        article = self._article
        text = article.source[slice(*said.run)] if said.record is None else said.text
        location = article.location_of(said.run, said.record)
        one = engine_diagnostic(UNUSED_SUPPRESSION, message, location, fingerprints, text, severity)
        return replace(one, fix=fix, excerpt=article.excerpt_of(said.run))


class _Ranges:
    """Suppressions of the same rules, asked which of them hold at a place."""

    def __init__(self, suppressions: Iterable[Suppression]) -> None:
        ones = list(suppressions)
        self._whole = [one for one in ones if one.whole]
        self._ranged = sorted((one for one in ones if not one.whole), key=lambda one: one.start)
        self._starts = [one.start for one in self._ranged]
        self._reach = list(accumulate(map(_end, self._ranged), max))
        self._passed = 0

    def hold(self, start: int, *, empty: bool, whole: bool) -> bool:
        """Tell whether any holds there; those that do are used from then on."""
        if self._whole and not self._whole[0].used:
            for one in self._whole:
                one.used = True
        held = bool(self._whole)
        last = 0 if whole else bisect_right(self._starts, start)
        if not last or not _reaches(self._reach[last - 1], start, empty=empty):
            return held
        for one in self._ranged[max(last - MOST, 0) : last]:
            if _reaches(_end(one), start, empty=empty):
                one.used = True
        while self._passed < last - MOST:  # never said to be in vain: so many are not looked at
            self._ranged[self._passed].used = True
            self._passed += 1
        return True


def _reaches(end: float, start: int, *, empty: bool) -> bool:
    return start < end or (empty and start == end)


def _end(one: Suppression) -> float:
    return float("inf") if one.end is None else one.end
