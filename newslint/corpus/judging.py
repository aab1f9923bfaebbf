"""Rules across articles judge the rows of their keys, one key after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, islice
from typing import Any

from newslint.corpus.fact_rows import FactRow, order_of, use_of
from newslint.diagnostic import SEVERITIES, Diagnostic
from newslint.engine_rules import RULE_CRASHED, engine_diagnostic
from newslint.errors import NewslintError
from newslint.facts import Group, Use, Verdict
from newslint.fingerprints import Fingerprints
from newslint.rule_set import ActiveRule
from newslint.settle import settle_verdict

Row = Sequence[Any]
"""A row of `newslint.corpus.grouping.GROUP_COLUMNS`."""
_FACT = len(FactRow._fields)


class OutOfOrderError(NewslintError):
    """Rows came in another order than was asked for: the engine that gave them is at fault."""


def judge_rows(rows: Iterable[Row], rules: Iterable[ActiveRule]) -> Iterator[Diagnostic]:
    """Give what the rules say of their keys, in the order of the keys.

    Equal findings are not numbered yet. A rule that crashes is reported at the first use of the
    key; what it said before stands.

    Args:
        rows: Rows ordered by key and place, a key never split.
        rules: The rules of their codes.

    Raises:
        OutOfOrderError: when the rows are in another order.
    """
    active = {one.rule.code: one for one in rules}
    for (code, scope, key), group in groupby(_in_order(rows), key=lambda row: row[:3]):
        yield from _judge(active[code], scope, key, group)


def faulty_keys(
    rows: Iterable[Row], rules: Iterable[ActiveRule]
) -> Iterator[tuple[str, str, str, int]]:
    """Give the keys that rules find fault with: code, scope, key, and how many articles have it.

    Args:
        rows: Rows ordered by key and place, a key never split.
        rules: The rules of their codes.

    Raises:
        OutOfOrderError: when the rows are in another order.
        NewslintError: when a rule crashes.
    """
    active = {one.rule.code: one for one in rules}
    for (code, scope, key), group in groupby(_in_order(rows), key=lambda row: row[:3]):
        uses = iter(group)
        first = next(uses)
        found = next(_judge(active[code], scope, key, chain((first,), uses)), None)
        if found is not None and found.code == RULE_CRASHED.code:
            raise NewslintError(found.message)
        if found is not None:
            yield code, scope, key, int(first[-2])


def _judge(active: ActiveRule, scope: str, key: str, rows: Iterator[Row]) -> Iterator[Diagnostic]:
    first = next(rows)
    *_, articles, scope_articles = first
    uses: Iterator[Use] = map(_use, chain((first,), rows))
    if active.rule.most_uses is not None:
        uses = islice(uses, active.rule.most_uses)
    group = Group(key, scope, uses, int(articles), int(scope_articles))
    options = {name: active.options[name] for name in active.rule.judge_options}
    try:
        for verdict in active.rule.function(group, **options) or ():
            yield settle_verdict(_checked(verdict), active)
    except OutOfOrderError:
        raise
    except (Exception, SystemExit) as error:
        rule = active.rule
        message = (
            f"rule {rule.name} ({rule.code}) crashed on the key {key!r}: "
            f"{type(error).__name__}: {error}"
        )
        yield engine_diagnostic(RULE_CRASHED, message, _use(first).place, Fingerprints())


def _use(row: Row) -> Use:
    return use_of(FactRow(*row[:_FACT]), row[_FACT])


def _in_order(rows: Iterable[Row]) -> Iterator[Row]:
    """Hand rows on, and see that they come in order: an engine may be set to forget it."""
    before: tuple[Any, ...] = ()
    for row in rows:
        order = order_of(FactRow(*row[:_FACT]))
        if order < before:
            raise OutOfOrderError(f"facts came in no order: {order[:5]} after {before[:5]}")
        before = order
        yield row


def _checked(verdict: object) -> Verdict:
    if not isinstance(verdict, Verdict):
        raise TypeError(f"it gave {verdict!r:.80}, which is no verdict (use use.flag)")
    if verdict.severity is not None and verdict.severity not in SEVERITIES:
        raise ValueError(f"its severity {verdict.severity!r:.80} is none of {SEVERITIES}")
    return verdict
