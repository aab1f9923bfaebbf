"""Phrases: fixed wordings that a rule waits for, found for all rules in one scan.

A phrase matches without regard to case and only as whole words: where it begins or ends with a
letter or digit, no letter or digit may stand next to it. Overlapping phrases are all found, so
that "ago" is not hidden by "years ago".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from importlib.resources import files
from typing import Protocol

from newslint.source import Text
from newslint.spans import Span


class Automaton(Protocol):
    """The part of ahocorasick_rs that is used here."""

    def find_matches_as_indexes(
        self, haystack: str, overlapping: bool = ...
    ) -> list[tuple[int, int, int]]:
        """Return ``(pattern, start, end)`` for each match."""


def automaton(literals: Sequence[str]) -> Automaton:
    """Return what finds all of the literals in one pass."""
    from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

    built: Automaton = AhoCorasick(
        literals, matchkind=MatchKind.Standard, implementation=Implementation.DFA
    )
    return built


class Phrases:
    """A set of fixed wordings; made by `phrases` or `phrase_file`, compared by identity."""

    __slots__ = ("__dict__", "literals")

    def __init__(self, literals: Iterable[str]) -> None:
        self.literals: tuple[str, ...] = tuple(sorted({one.lower() for one in literals if one}))

    @cached_property
    def pool(self) -> PhrasePool:
        """A scan for these phrases alone."""
        return PhrasePool((self,))

    def __contains__(self, phrase: object) -> bool:
        return isinstance(phrase, str) and phrase.lower() in self._set

    @cached_property
    def _set(self) -> frozenset[str]:
        return frozenset(self.literals)

    def __repr__(self) -> str:
        return f"phrases({', '.join(map(repr, self.literals[:3]))}…)"


def phrases(*literals: str) -> Phrases:
    """Return the phrases a rule waits for: ``near=phrases("allegedly", "reportedly")``."""
    return Phrases(literals)


def word_list(package: str, name: str) -> tuple[str, ...]:
    """Return the entries of a word list that lies in a package: one a line, ``#`` comments.

    Args:
        package: The package beside whose modules the list lies; usually ``__package__``.
        name: The file's name.
    """
    lines = files(package).joinpath(name).read_text(encoding="utf-8").splitlines()
    return tuple(entry for line in lines if (entry := line.strip()) and not entry.startswith("#"))


def phrase_file(package: str, name: str) -> Phrases:
    """Return the phrases of a word list that lies beside a rule (see `word_list`)."""
    return Phrases(word_list(package, name))


class PhrasePool:
    """The phrases of many rules, compiled into one automaton."""

    def __init__(self, members: Sequence[Phrases]) -> None:
        owners: dict[str, list[Phrases]] = {}
        for member in members:
            for literal in member.literals:
                owners.setdefault(literal, []).append(member)
        self._literals = tuple(owners)
        self._owners = tuple(tuple(owners[literal]) for literal in self._literals)
        self._edges = tuple(
            (_is_word(literal[0]), _is_word(literal[-1])) for literal in self._literals
        )

    @cached_property
    def _automaton(self) -> Automaton | None:
        return automaton(self._literals) if self._literals else None

    def scan(self, text: Text) -> dict[Phrases, list[Span]]:
        """Return, for each set of phrases that occurs, its places in order."""
        found: dict[Phrases, list[Span]] = {}
        if self._automaton is None:
            return found
        clean, lowered = text.text, text.get(lowered_text)
        length = len(lowered)
        for pattern, start, end in self._automaton.find_matches_as_indexes(
            lowered, overlapping=True
        ):
            opens, closes = self._edges[pattern]
            if opens and start and _is_word(lowered[start - 1]):
                continue
            if closes and end < length and _is_word(lowered[end]):
                continue
            span = Span(text, start, end, clean[start:end])
            for owner in self._owners[pattern]:
                found.setdefault(owner, []).append(span)
        for spans in found.values():
            spans.sort(key=lambda span: (span.start, span.end))
        return found


def hits(text: Text, near: Phrases) -> tuple[Span, ...]:
    """Return the places of the phrases ``near`` in the text, in order.

    Inside the engine they come from the one scan that all rules share; elsewhere they are found on
    the spot.
    """
    if near not in text.scanned:
        text.scanned[near] = tuple(near.pool.scan(text).get(near, ()))
    return text.scanned[near]


def lowered_text(text: Text) -> str:
    """Return the text in lower case, of the same length, so that offsets hold.

    A few letters grow when lower-cased (İ); they are left as they are.
    """
    lowered = text.text.lower()
    if len(lowered) == len(text.text):
        return lowered
    return "".join(low if len(low := one.lower()) == 1 else one for one in text.text)


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"
