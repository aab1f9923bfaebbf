"""The book: all rules, readers and reporters known to a run, and the plugins they came from."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from newslint.raw import Reader
from newslint.reporting import Reporter
from newslint.rulebook import Rule
from newslint.structs import Struct

EVERYTHING = "all"
"""Means every rule, those that are off by default too."""
DOCUMENT, CORPUS = "document-rules", "corpus-rules"
"""Mean the rules that judge an article by itself, and those that compare articles."""


class Plugin(Struct):
    """One place rules came from: a distribution or a rules folder.

    Args:
        name: Of the distribution, or the folder as it was given.
        version: Of the distribution.
        root: The folder, or that of the top-level package.
    """

    name: str
    version: str
    root: Path | None = None


class Book(Struct):
    """All rules, readers and reporters known to a run."""

    rules: tuple[Rule, ...]
    readers: tuple[Reader, ...] = ()
    reporters: tuple[Reporter, ...] = ()
    plugins: tuple[Plugin, ...] = ()
    partial: bool = False
    """Whether local rules were left out; a configuration may name them still."""
    left_out: bool = False
    """Whether rules were left out in any way: what an article names may be one of them."""
    wake: Callable[[], Book] | None = None
    """Loads the families too that are asleep: rules that are off, which hardly a run asks for."""

    @cached_property
    def awake(self) -> Book:
        """The book with every rule."""
        return self.wake() if self.wake else self

    @cached_property
    def by_code(self) -> dict[str, Rule]:
        """Rules by their code."""
        return {rule.code: rule for rule in self.rules}

    @cached_property
    def by_name(self) -> dict[str, Rule]:
        """Rules by their name."""
        return {rule.name: rule for rule in self.rules}

    @cached_property
    def families(self) -> frozenset[str]:
        """The names of all families."""
        return frozenset(rule.family for rule in self.rules)

    @cached_property
    def unavailable(self) -> frozenset[str]:
        """The codes of the rules that lack a module here; asking for one by name is an error."""
        return frozenset(rule.code for rule in self.rules if rule.lacks)

    @property
    def names(self) -> frozenset[str]:
        """Everything a user may write to mean one rule or a family."""
        if self.wake:
            return self.awake.names
        return frozenset(self.by_code) | frozenset(self.by_name) | self.families

    def find(self, reference: str) -> Rule | None:
        """Return the rule of a code or name; ``_`` is accepted for ``-``."""
        name = reference.strip()
        found = self.by_code.get(name.upper()) or self.by_name.get(name.replace("_", "-").lower())
        return found or (self.awake.find(reference) if self.wake else None)

    def meant(self, name: str) -> frozenset[str] | None:
        """Return the codes that a code, a name, a family or a set of rules means.

        ``None`` when nobody here knows it.
        """
        if rule := self.find(name):
            return frozenset({rule.code})
        family = name.strip().replace("_", "-").lower()
        if self.wake and family not in self.families:
            return self.awake.meant(name)
        if family == EVERYTHING:
            return frozenset(self.by_code)
        if family in {DOCUMENT, CORPUS}:
            across = family == CORPUS
            return frozenset(one.code for one in self.rules if (one.gather is not None) == across)
        return frozenset(one.code for one in self.rules if one.family == family) or None
