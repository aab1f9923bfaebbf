"""Group and judge facts in memory: right for what one `check` reads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from newslint.diagnostic import SEVERITIES, Diagnostic, Location, at_least
from newslint.engine_rules import RULE_CRASHED, engine_diagnostic
from newslint.facts import Group, Use, Verdict
from newslint.fingerprints import Fingerprints
from newslint.results import Covered, GatheredFact
from newslint.rule_set import ActiveRule
from newslint.settle import settle_verdict


def judge(
    facts: Iterable[GatheredFact],
    rules: Iterable[ActiveRule],
    min_severity: str = "info",
    covered: Iterable[Covered] = (),
) -> list[Diagnostic]:
    """Return the diagnostics of the rules across articles, in order.

    Those at a place that its article wants silent are left out. A rule that crashes while judging
    is reported at the first use of the key.
    """
    by_rule: dict[str, list[GatheredFact]] = defaultdict(list)
    for fact in facts:
        by_rule[fact.code].append(fact)
    silent: dict[tuple[str, int | None], list[Covered]] = defaultdict(list)
    for one in covered:
        silent[_article(one.place)].append(one)
    diagnostics: list[Diagnostic] = []
    fingerprints: dict[str, Fingerprints] = defaultdict(Fingerprints)
    for active in rules:
        for group in _groups(by_rule[active.rule.code], active):
            for found in _judge_group(group, active, fingerprints):
                place = found.location
                if any(one.covers(found.code, place) for one in silent.get(_article(place), ())):
                    continue
                if at_least(found.severity, min_severity):  # type: ignore[arg-type]
                    diagnostics.append(found)
    return sorted(diagnostics, key=Diagnostic.sort_key)


def _article(place: Location) -> tuple[str, int | None]:
    """Return the file and the record that a place stands in."""
    return place.path, None if place.record is None else place.record.index


def _judge_group(
    group: Group, active: ActiveRule, fingerprints: dict[str, Fingerprints]
) -> Iterator[Diagnostic]:
    rule = active.rule
    options = {name: active.options[name] for name in rule.judge_options}
    try:
        verdicts = [_checked(one) for one in rule.function(group, **options) or ()]
    except (Exception, SystemExit) as error:
        place = group.uses[0].place
        message = (
            f"rule {rule.name} ({rule.code}) crashed on the key {group.key!r}: "
            f"{type(error).__name__}: {error}"
        )
        yield engine_diagnostic(RULE_CRASHED, message, place, fingerprints[place.path])
        return
    for verdict in verdicts:
        yield settle_verdict(verdict, active, fingerprints[verdict.use.place.path])


def _checked(verdict: object) -> Verdict:
    if not isinstance(verdict, Verdict):
        raise TypeError(f"it gave {verdict!r:.80}, which is no verdict (use use.flag)")
    if verdict.severity is not None and verdict.severity not in SEVERITIES:
        raise ValueError(f"its severity {verdict.severity!r:.80} is none of {SEVERITIES}")
    return verdict


def _groups(facts: list[GatheredFact], active: ActiveRule) -> Iterator[Group]:
    scopes: dict[str, dict[str, list[Use]]] = defaultdict(lambda: defaultdict(list))
    articles: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        scopes[fact.scope][fact.key].append(fact.use)
        articles[fact.scope].add(fact.use.article)
    for scope, keys in sorted(scopes.items()):
        for key, uses in sorted(keys.items()):
            group = Group.of(uses, key=key, scope=scope, scope_articles=len(articles[scope]))
            enough = group.articles >= active.rule.min_articles
            if enough and len(group.values) >= active.rule.min_values:
                yield group
