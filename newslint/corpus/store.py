"""What a place for the facts of a whole corpus offers, whoever it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from newslint.corpus.judging import Row
from newslint.diagnostic import Diagnostic
from newslint.rule_set import ActiveRule


class FactStore(Protocol):
    """Holds facts, on disk when they are many, and gives them back by key."""

    def load(self, facts: Sequence[Path], evidence: Sequence[Path]) -> None:
        """Take up the facts and the evidence of files: gzipped JSON lines, columns by name."""

    def rows(self, rules: Sequence[ActiveRule]) -> Iterator[Row]:
        """Give the rows that rules judge, in order."""

    def in_order(self, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Give diagnostics, of which there may be many, in the order of their places."""

    def close(self) -> None:
        """Give up what is held."""
