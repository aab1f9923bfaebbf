"""Forms in a row: wordings of everyday words, told by one pass over the split text for all sets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from newslint.source import Text
from newslint.structs import Struct
from newslint.text.forms import blanked


class FormRuns:
    """Forms in a row (`one the`), told by one pass for all such sets together.

    For wordings of which each word is in every text; what has a rarer word is told by that sooner.

    Args:
        wordings: Forms of ASCII letters and digits in lower case, with one blank byte between, as
            `blanked` has them; also before and behind them, where it matters. Matched in any case.
    """

    __slots__ = ("wordings",)

    def __init__(self, wordings: Iterable[str]) -> None:
        self.wordings = frozenset(wordings)
        _all_runs.wordings |= self.wordings
        _all_runs.automaton = None

    def may_occur(self, text: Text) -> bool:
        """Tell whether one of the wordings stands in a text."""
        return not self.wordings.isdisjoint(text.get(_runs_in))

    def found(self, text: Text) -> frozenset[str]:
        """Return the wordings that stand in a text."""
        return self.wordings & text.get(_runs_in)


class _Automaton(Protocol):
    """The part of ahocorasick_rs that is used here."""

    def find_matches_as_indexes(
        self, haystack: bytes, overlapping: bool = ...
    ) -> list[tuple[int, int, int]]:
        """Return ``(pattern, start, end)`` for each match."""


class _AllRuns(Struct, frozen=False):
    """The wordings of all sets, and what finds them."""

    wordings: frozenset[str] = frozenset()
    automaton: _Automaton | None = None

    def built(self) -> _Automaton:
        if self.automaton is None:
            from ahocorasick_rs import BytesAhoCorasick, Implementation

            literals = [one.encode() for one in self.wordings]
            self.automaton = BytesAhoCorasick(literals, implementation=Implementation.DFA)
        return self.automaton


_all_runs = _AllRuns()


def _runs_in(text: Text) -> frozenset[str]:
    lowered = blanked(text).lower()
    matches = _all_runs.built().find_matches_as_indexes(lowered, overlapping=True)
    return frozenset(
        lowered[start:end].decode()
        for _, start, end in matches
        if not (lowered[start : start + 1].isalnum() and lowered[start - 1 : start].isalnum())
        and not (lowered[end - 1 : end].isalnum() and lowered[end : end + 1].isalnum())
    )
