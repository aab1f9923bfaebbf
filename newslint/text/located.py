"""Where words and wordings stand in a text: each looked for once, many in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Generic, Protocol, TypeVar

from newslint.source import Text

Owner = TypeVar("Owner")
_BLANKS = frozenset(b" \n\t.,;:!\"'()-/")
MOST_WORDS = 100
"""Words that are looked for in a text one by one; more of them in one pass over its words, which
takes as long as some hundred searches for a word."""
MOST_WORDINGS = 40
"""Wordings that are looked for in a text one by one; the pass for all takes as long as some eighty
searches."""
PREPARED_FROM = 200_000
"""Code points after which the pass for all wordings has paid for the making of its automaton."""


class Located:
    """Where plain words and wordings (in small ASCII letters) stand in a text by themselves."""

    def __init__(self, content: str) -> None:
        self.content = content
        # One byte a code point, so that searches are several times as fast as in the text itself.
        self.plain = content.encode("latin-1", "replace").lower()
        self.sought = 0
        self._starts: dict[str, list[int]] = {}

    def starts(self, literal: str) -> list[int]:
        """Return where a wording begins."""
        found = self._starts.get(literal)
        if found is None:
            found = self._starts[literal] = []
            content, plain, size, sought = self.content, self.plain, len(literal), literal.encode()
            at = plain.find(sought)
            length = len(plain)
            while at >= 0:
                end = at + size
                alone = not at or plain[at - 1] in _BLANKS
                if (alone and (end == length or plain[end] in _BLANKS)) or is_whole(
                    content, at, end
                ):
                    found.append(at)
                at = plain.find(sought, at + 1)
        return found

    def look_for(self, words: AbstractSet[str]) -> None:
        """Look for many words in one pass."""
        missing = {word.encode(): word for word in words - self._starts.keys()}
        if len(missing) < MOST_WORDS:
            return
        self._starts.update((word, []) for word in missing.values())
        for run in re.finditer(rb"[0-9a-z]+", self.plain):
            word = missing.get(run.group())
            if word is not None and is_whole(self.content, *run.span()):
                self._starts[word].append(run.start())


def located(text: Text) -> Located:
    """Return where words stand in a text."""
    return Located(text.text)


class Pool(Generic[Owner]):
    """Wordings with their owners, all looked for in one pass."""

    def __init__(self) -> None:
        self._owners: dict[str, list[Owner]] = {}
        self._in_order: tuple[list[Owner], ...] = ()
        self._automaton: _BytesAutomaton | None = None
        self._met = 0
        self._changes = 0

    def add(self, owner: Owner, literals: Sequence[str]) -> None:
        """Take the wordings of an owner in."""
        if literals:
            for literal in literals:
                self._owners.setdefault(literal, []).append(owner)
            self._automaton, self._met = None, 0
            self._changes += 1

    def pays(self, text: Text) -> bool:
        """Tell whether so much text was met that the pass is worth its preparation (8 ms)."""
        if self._automaton is None:
            self._met += len(text.text)
        return self._met > PREPARED_FROM

    def places(self, text: Text) -> Mapping[Owner, list[tuple[int, int]]]:
        """Return the places of the wordings in a text by their owners, in no order."""
        changes, found = text.get(self._scan)
        if changes != self._changes:
            text.forget(self._scan)
            changes, found = text.get(self._scan)
        return found

    def _scan(self, text: Text) -> tuple[int, Mapping[Owner, list[tuple[int, int]]]]:
        found: dict[Owner, list[tuple[int, int]]] = {}
        if self._automaton is None:
            self._automaton = _bytes_automaton(tuple(self._owners))
            self._in_order = tuple(self._owners.values())
        there = text.get(located)
        content = there.content
        for number, start, end in self._automaton.find_matches_as_indexes(
            there.plain, overlapping=True
        ):
            if is_whole(content, start, end):
                for owner in self._in_order[number]:
                    found.setdefault(owner, []).append((start, end))
        return self._changes, found


class Automaton(Protocol):
    """The part of ahocorasick_rs that is used here."""

    def find_matches_as_indexes(
        self, haystack: str, overlapping: bool = ...
    ) -> list[tuple[int, int, int]]:
        """Return ``(pattern, start, end)`` for each match."""


class _BytesAutomaton(Protocol):
    """The same for bytes, twice as fast."""

    def find_matches_as_indexes(
        self, haystack: bytes, overlapping: bool = ...
    ) -> list[tuple[int, int, int]]: ...


def automaton(literals: Sequence[str]) -> Automaton:
    """Return what finds all of the literals in one pass."""
    from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

    built: Automaton = AhoCorasick(
        literals, matchkind=MatchKind.Standard, implementation=Implementation.DFA
    )
    return built


def _bytes_automaton(literals: Sequence[str]) -> _BytesAutomaton:
    from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

    built: _BytesAutomaton = BytesAhoCorasick(
        [literal.encode() for literal in literals],
        matchkind=MatchKind.Standard,
        implementation=Implementation.DFA,
    )
    return built


def occurrences(text: str, literal: str) -> Iterator[int]:
    """Give where a literal stands by itself in a text of the same case."""
    size = len(literal)
    at = text.find(literal)
    while at >= 0:
        if is_whole(text, at, at + size):
            yield at
        at = text.find(literal, at + 1)


def is_whole(text: str, start: int, end: int) -> bool:
    """Tell whether a wording stands by itself: no letter or digit goes on where it has one."""
    if start and _is_word(text[start - 1]) and _is_word(text[start]):
        return False
    return not (end < len(text) and _is_word(text[end]) and _is_word(text[end - 1]))


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"
