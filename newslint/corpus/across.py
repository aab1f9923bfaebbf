"""What rules across articles found, made ready to be reported beside the rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from newslint.corpus.judging import judge_rows
from newslint.corpus.sqlite import SqliteStore
from newslint.diagnostic import Diagnostic, Location, Severity, at_least
from newslint.engine_rules import is_trouble
from newslint.fingerprints import Fingerprints
from newslint.results import Covered, GatheredFact
from newslint.rule_set import ActiveRule
from newslint.structs import replace


def judge(
    facts: Iterable[GatheredFact],
    rules: Sequence[ActiveRule],
    min_severity: Severity = "info",
    covered: Iterable[Covered] = (),
) -> list[Diagnostic]:
    """Return the diagnostics of the rules across articles, in order.

    Args:
        facts: What the articles say; those of an article come together.
        rules: The rules.
        min_severity: What is milder is left out.
        covered: Where articles keep rules silent.
    """
    store = SqliteStore()
    store.add(facts)
    return judge_store(store, rules, min_severity, covered)


def judge_store(
    store: SqliteStore,
    rules: Sequence[ActiveRule],
    min_severity: Severity,
    covered: Iterable[Covered],
) -> list[Diagnostic]:
    """Return what `judge` does, of facts that were taken up as they came."""
    found = sorted(judge_rows(store.rows(rules), rules), key=Diagnostic.sort_key)
    return [*reported(found, min_severity, covered)]


def reported(
    found: Iterable[Diagnostic], min_severity: Severity, covered: Iterable[Covered] = ()
) -> Iterator[Diagnostic]:
    """Give what is to be reported of all that rules across articles said, in order.

    Of what a rule says of one place the first stays, which is related to the first place: in keys
    of their own, an article may be like many others. Equal ones are numbered as if all were said.

    Args:
        found: In order.
        min_severity: What is milder is left out.
        covered: Where articles keep rules silent.
    """
    silent: dict[tuple[str, int], list[Covered]] = defaultdict(list)
    for one in covered:
        silent[one.place.path, one.place.record_number].append(one)
    for _, of_file in groupby(found, key=lambda one: one.location.path):
        numbers = Fingerprints()
        for diagnostic in one_a_place(of_file):
            made = replace(diagnostic, fingerprint=numbers.next(diagnostic.fingerprint))
            numbers.origins.clear()
            place = made.location
            quiet = silent.get((place.path, place.record_number), ())
            if at_least(made.severity, min_severity) and not any(
                one.covers(made.code, place) for one in quiet
            ):
                yield made


def one_a_place(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Give one diagnostic of a rule at a place; those of a place come together."""
    for _, there in groupby(found, key=lambda one: one.location.sort_key()):
        said: set[str] = set()
        for one in sorted(there, key=_nearest_first):
            what = one.message if is_trouble(one) else one.code
            if what not in said:
                said.add(what)
                yield one


def _nearest_first(one: Diagnostic) -> tuple[object, ...]:
    return one.code, [other.location.sort_key() for other in one.related], one.message


def without_superseded(
    found: Iterable[Diagnostic], supersedes: Mapping[str, frozenset[str]]
) -> Iterator[Diagnostic]:
    """Give diagnostics without those that another supersedes where it speaks of the same place.

    One that speaks of an article as a whole silences them in all of it.

    Args:
        found: In order: those of an article come together.
        supersedes: For pairs of which at least one is a rule across articles.
    """
    silenced = frozenset[str]().union(*supersedes.values())
    for _, group in groupby(found, key=lambda one: (one.location.path, one.location.record_number)):
        article = list(group)
        strong = [one for one in article if one.code in supersedes]
        for one in article:
            if one.code not in silenced or not any(_silences(by, one, supersedes) for by in strong):
                yield one


def _silences(by: Diagnostic, one: Diagnostic, supersedes: Mapping[str, frozenset[str]]) -> bool:
    if one.code not in supersedes[by.code]:
        return False
    mine, other = by.location, one.location
    if (mine.line, mine.column) == (mine.end_line, mine.end_column) and not by.text:
        return True
    told = [mine, *(related.location for related in by.related)]
    return any(_overlap(place, other) for place in told)


def _overlap(mine: Location, other: Location) -> bool:
    """Tell whether two places of one field of one article have a character in common."""
    if (mine.path, mine.record_number) != (other.path, other.record_number):
        return False
    if (mine.record and mine.record.field) != (other.record and other.record.field):
        return False
    return (_begin(mine) < _end(other) and _begin(other) < _end(mine)) or mine == other


def _begin(place: Location) -> tuple[int, int]:
    return place.line, place.column


def _end(place: Location) -> tuple[int, int]:
    return place.end_line, place.end_column


def superseding(
    rules: Iterable[ActiveRule], corpus: Iterable[ActiveRule]
) -> dict[str, frozenset[str]]:
    """Return which codes a rule supersedes, for pairs with a rule across articles.

    Args:
        rules: Those that judge an article by itself; among each other they are settled there.
        corpus: Those across articles.
    """
    across = {one.rule.code: one.rule for one in corpus}
    alone = {one.rule.code: one.rule for one in rules}
    found = {code: frozenset(rule.supersedes) for code, rule in across.items()}
    found |= {code: frozenset(rule.supersedes) & across.keys() for code, rule in alone.items()}
    return {code: codes for code, codes in found.items() if codes}
