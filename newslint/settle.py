"""From findings to diagnostics: one place one alarm, severities, fingerprints, order."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from newslint.diagnostic import (
    SEVERITIES,
    ByHand,
    Diagnostic,
    RelatedLocation,
    Severity,
    SourceFix,
    at_least,
)
from newslint.facts import Verdict
from newslint.fields import Field
from newslint.fingerprints import Fingerprints
from newslint.placing import PlacedArticle
from newslint.rule_set import ActiveRule
from newslint.spans import Finding, Span
from newslint.structs import Struct

if TYPE_CHECKING:
    from newslint.silencer import Silencer


class RuleFinding(Struct):
    """A finding and the rule as it ran."""

    active: ActiveRule
    finding: Finding


def settle(
    found: Iterable[RuleFinding],
    article: PlacedArticle,
    fingerprints: Fingerprints,
    min_severity: Severity = "info",
    silencer: Silencer | None = None,
) -> list[Diagnostic]:
    """Make the diagnostics of one article, in order.

    Those that the article wants silent are left out at last: they silence what they supersede, and
    have their number among equal ones, as if they were said.
    """
    found = list(found)
    kept = _one_alarm_a_place(found)
    silent = {id(one) for one in found if _is_silent(one, article, silencer)} if silencer else ()
    diagnostics: list[Diagnostic] = []
    for one in sorted(kept, key=_text_order):
        severity = _milder(one.active.severity, one.finding.severity)
        if at_least(severity, min_severity):
            diagnostic = _diagnostic(one, severity, article, fingerprints)
            if id(one) not in silent:
                diagnostics.append(diagnostic)
    return sorted(diagnostics, key=Diagnostic.sort_key)


def settle_verdict(verdict: Verdict, active: ActiveRule) -> Diagnostic:
    """Make the diagnostic of a rule across articles; equal ones are numbered later."""
    use = verdict.use
    record = use.place.record
    article = (record and record.id) or ""
    return Diagnostic(
        location=use.place,
        code=active.rule.code,
        rule=active.rule.name,
        family=active.rule.family,
        severity=_milder(active.severity, verdict.severity),
        message=verdict.message,
        text=use.text,
        fix=None,
        related=verdict.related,
        fingerprint=Fingerprints().of(active.rule.code, article, use.text, verdict.message),
    )


def _diagnostic(
    one: RuleFinding, severity: Severity, article: PlacedArticle, fingerprints: Fingerprints
) -> Diagnostic:
    rule, finding = one.active.rule, one.finding
    span = finding.span
    whole = finding.whole
    line = "" if whole else article.line_text(span)
    fix, mend = _mended(finding, article)
    return Diagnostic(
        location=article.whole() if whole else article.location(span),
        code=rule.code,
        rule=rule.name,
        family=rule.family,
        severity=severity,
        message=finding.message,
        text="" if whole else span.text,
        fix=fix,
        related=tuple(
            RelatedLocation(article.location(place), note or place.text)
            for place, note in finding.related
        ),
        fingerprint=fingerprints.of(rule.code, article.id or "", span.text, line.strip()),
        excerpt=None if whole else article.excerpt(span),
        by_hand=mend,
    )


def _is_silent(one: RuleFinding, article: PlacedArticle, silencer: Silencer) -> bool:
    """Tell whether an article wants a finding silent; one that is superseded counts as well."""
    span, whole = one.finding.span, one.finding.whole
    start = 0 if whole else article.run_of(span)[0]
    return silencer.covers(one.active.rule.code, start, empty=not len(span), whole=whole)


def _mended(finding: Finding, article: PlacedArticle) -> tuple[SourceFix | None, ByHand | None]:
    """Return the fix of a finding as the file spells it, or else what a person can do."""
    if finding.fix is None:
        return None, None
    from newslint.written_fixes import by_hand, written  # most articles have nothing to mend

    fix = written(finding.fix, article)
    return fix, None if fix else by_hand(finding.fix, finding.span, article)


def _milder(severity: Severity, other: Severity | None) -> Severity:
    if other is None:
        return severity
    return max(severity, other, key=SEVERITIES.index)


def _text_order(one: RuleFinding) -> tuple[int, int, str]:
    return one.finding.span.start, one.finding.span.end, one.active.rule.code


def _one_alarm_a_place(found: Sequence[RuleFinding]) -> list[RuleFinding]:
    """Drop findings of rules that another rule supersedes at the same place, and exact repeats."""
    if len(found) < 2:
        return list(found)
    strong = _strong_places(found)
    silenced = {code for one in found if one.finding.whole for code in one.active.rule.supersedes}
    kept, seen = [], set()
    for one in found:
        span = one.finding.span
        owner = span.source.name if isinstance(span.source, Field) else ""
        key = (one.active.rule.code, owner, span.start, span.end, one.finding.message)
        places = strong.get((one.active.rule.code, id(span.source)))
        if one.active.rule.code in silenced or key in seen or (places and places.overlap(span)):
            continue
        seen.add(key)
        kept.append(one)
    return kept


class _Places:
    """Places of one text, asked whether any overlaps another; there may be thousands."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted((span.start, span.end) for span in spans)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))

    def overlap(self, span: Span) -> bool:
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._reach[before - 1] > span.start


def _strong_places(found: Iterable[RuleFinding]) -> dict[tuple[str, int], _Places]:
    """Return where each superseded rule has to be silent, by its code and the text."""
    spans: dict[tuple[str, int], list[Span]] = defaultdict(list)
    for one in found:
        for code in one.active.rule.supersedes:
            for place in (one.finding.span, *(span for span, _ in one.finding.related)):
                spans[code, id(place.source)].append(place)
    return {key: _Places(places) for key, places in spans.items()}
