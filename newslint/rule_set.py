"""The rules that run on a file, and what each waits for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, partial, reduce
from operator import or_
from typing import Any, NamedTuple

from newslint.diagnostic import Severity
from newslint.rulebook import Rule
from newslint.structs import Struct, made
from newslint.text.form_register import EVERY
from newslint.text.phrases import Phrases

MOST_KEPT = 10_000
"""Sets of kinds for which the open gates are kept: headlines have few kinds, and often the same."""


class ActiveRule(Struct):
    """A rule as it runs here."""

    rule: Rule
    severity: Severity
    options: Mapping[str, Any]

    @cached_property
    def function(self) -> Callable[..., Any]:
        """What gives its findings, with the options that it has here."""
        options = self.options
        return partial(self.rule.function, **options) if options else self.rule.function


class Gate(NamedTuple):
    """A rule and what a text must have for it to be called.

    Args:
        bits: Of the kinds of forms and signs, those of which the text must have one.
        sure: Those by which the phrases are there (see `sure_kinds`).
        phrases: What must stand in it, besides.
        languages: The languages of the rule; empty for any.
        active: The rule.
    """

    bits: int
    sure: int
    phrases: Phrases | None
    languages: tuple[str, ...]
    active: ActiveRule


class Gates:
    """The gates of rules that are tried together.

    Args:
        gates: In the order of the rules.
    """

    def __init__(self, gates: Iterable[Gate]) -> None:
        self._gates = tuple(gates)
        self._bits = reduce(or_, (gate.bits for gate in self._gates), 0)
        self._open: dict[int, tuple[Gate, ...]] = {}

    def open_to(self, kinds: int) -> tuple[Gate, ...]:
        """Return those that are open to a text of these kinds of forms and signs."""
        asked = kinds & self._bits
        found = self._open.get(asked)
        if found is None:
            if len(self._open) >= MOST_KEPT:
                self._open.clear()
            found = self._open[asked] = tuple(gate for gate in self._gates if gate.bits & asked)
        return found


class RuleSet(Struct):
    """The rules that run on a file."""

    document: tuple[ActiveRule, ...]
    corpus: tuple[ActiveRule, ...]
    of_fields: Mapping[str, tuple[ActiveRule, ...]] = made(factory=dict)
    """The document rules that read a metadata field as a text of its own, by its name."""
    unused: Severity | None = "warning"
    """How grave a suppression is that keeps nothing silent; ``None`` when nobody wants to know."""

    @cached_property
    def gates(self) -> Gates:
        """What the document rules wait for."""
        return Gates(map(_gate, self.document))

    @cached_property
    def field_gates(self) -> Mapping[str, Gates]:
        """What the rules of each metadata field wait for."""
        return {name: Gates(map(_gate, rules)) for name, rules in self.of_fields.items()}

    @cached_property
    def languages(self) -> frozenset[tuple[str, ...]]:
        """What languages the document rules know that do not know all."""
        return frozenset(one.rule.languages for one in self.document if one.rule.languages)

    @property
    def all(self) -> tuple[ActiveRule, ...]:
        """Document rules and corpus rules."""
        return (*self.document, *self.corpus)


def _gate(active: ActiveRule) -> Gate:
    near = active.rule.near
    bits = EVERY if near is None else near.bit
    phrases = near if isinstance(near, Phrases) else None
    sure = phrases.sure if phrases else 0
    return Gate(bits, sure, phrases, active.rule.languages, active)
