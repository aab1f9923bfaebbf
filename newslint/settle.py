"""From findings to diagnostics: one place one alarm, severities, fingerprints, order."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import TypeAlias

from newslint.diagnostic import (
    SEVERITIES,
    Diagnostic,
    Location,
    RelatedLocation,
    Severity,
    at_least,
)
from newslint.facts import Verdict
from newslint.fields import Field
from newslint.placing import PlacedArticle
from newslint.rule_set import ActiveRule
from newslint.rulebook import Rule
from newslint.spans import Finding, Span
from newslint.structs import Struct

ENGINE_FAMILY = "engine"


def _engine_rule(code: str, name: str, about: str) -> Rule:
    return Rule(
        code=code,
        name=name,
        family=ENGINE_FAMILY,
        severity="error",
        about=about,
        function=lambda _: (),
        origin="newslint",
    )


RULE_CRASHED = _engine_rule(
    "NLX001",
    "rule-crashed",
    "A rule raised an error on this article.\n\nThe findings of all other rules are kept; the run "
    "ends with exit status 2. Tell the author of the rule.",
)
UNREADABLE = _engine_rule(
    "NLX002",
    "unreadable-input",
    "A file or record that cannot be read.\n\nThe message says where reading stopped: the byte for "
    "text in another encoding (set `encoding`), the place for a record that is not valid. A named "
    "file that cannot be read at all ends the run with exit status 2; a record among others is a "
    "finding.",
)
TOO_LARGE = _engine_rule(
    "NLX003",
    "article-too-large",
    "An article longer than `max-article-size`.\n\nUsually many articles in one file, or no "
    "article at all.",
)
ENGINE_RULES = (RULE_CRASHED, UNREADABLE, TOO_LARGE)
"""What the engine itself reports; always on."""


class RuleFinding(Struct):
    """A finding and the rule as it ran."""

    active: ActiveRule
    finding: Finding


Origin: TypeAlias = tuple[tuple[str, ...], int]
"""What a fingerprint is made of, and how many findings before it were made of the same."""


def fingerprint(parts: tuple[str, ...], occurrence: int) -> str:
    """Return the 16 hex digits for the finding of that number that is made of the same parts."""
    import hashlib  # 3 ms to import, and most articles have nothing wrong

    content = "\x1f".join((*parts, str(occurrence)))
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Fingerprints:
    """Numbers equal findings of one file, so that each has a fingerprint of its own."""

    def __init__(self) -> None:
        self._seen: Counter[tuple[str, ...]] = Counter()
        self.origins: dict[str, Origin] = {}
        """What each was made of, for whoever puts the parts of a file together."""

    def of(self, *parts: str) -> str:
        """Return 16 hex digits for a finding: its rule, record, text and line, not its number."""
        occurrence = self._seen[parts]
        self._seen[parts] += 1
        made = fingerprint(parts, occurrence)
        self.origins[made] = (parts, occurrence)
        return made


def settle(
    found: Iterable[RuleFinding],
    article: PlacedArticle,
    fingerprints: Fingerprints,
    min_severity: Severity = "info",
) -> list[Diagnostic]:
    """Make the diagnostics of one article, in order."""
    kept = _one_alarm_a_place(list(found))
    diagnostics: list[Diagnostic] = []
    for one in sorted(kept, key=_text_order):
        severity = _milder(one.active.severity, one.finding.severity)
        if at_least(severity, min_severity):
            diagnostics.append(_diagnostic(one, severity, article, fingerprints))
    return sorted(diagnostics, key=Diagnostic.sort_key)


def settle_verdict(verdict: Verdict, active: ActiveRule, fingerprints: Fingerprints) -> Diagnostic:
    """Make the diagnostic of a rule across articles."""
    use = verdict.use
    record = use.place.record
    article = "" if record is None else record.id or str(record.index)
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
        fingerprint=fingerprints.of(active.rule.code, article, use.text, verdict.message),
    )


def engine_diagnostic(
    rule: Rule,
    message: str,
    location: Location,
    fingerprints: Fingerprints,
    severity: Severity = "error",
) -> Diagnostic:
    """Make a diagnostic of the engine's own."""
    record = "" if location.record is None else str(location.record.index)
    return Diagnostic(
        location=location,
        code=rule.code,
        rule=rule.name,
        family=rule.family,
        severity=severity,
        message=message,
        text="",
        fix=None,
        related=(),
        fingerprint=fingerprints.of(rule.code, record, message),
    )


def _diagnostic(
    one: RuleFinding, severity: Severity, article: PlacedArticle, fingerprints: Fingerprints
) -> Diagnostic:
    rule, finding = one.active.rule, one.finding
    span = finding.span
    whole = finding.whole
    line = "" if whole else article.line_text(span)
    return Diagnostic(
        location=article.whole() if whole else article.location(span),
        code=rule.code,
        rule=rule.name,
        family=rule.family,
        severity=severity,
        message=finding.message,
        text="" if whole else article.text(span),
        fix=article.fix(finding.fix) if finding.fix else None,
        related=tuple(
            RelatedLocation(article.location(place), note or place.text)
            for place, note in finding.related
        ),
        fingerprint=fingerprints.of(
            rule.code, article.id or str(article.raw.index or ""), span.text, line.strip()
        ),
        excerpt=None if whole else article.excerpt(span),
    )


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
