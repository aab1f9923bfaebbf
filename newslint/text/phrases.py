"""Phrases: fixed wordings that a rule waits for.

Whether one can be there is told by the forms of the text (`forms`), for all sets of phrases at
once; where, is looked for when somebody asks.

A phrase matches without regard to case and only as whole words: where it begins or ends with a
letter or digit, no letter or digit may stand next to it. Overlapping phrases are all found, so
that "ago" is not hidden by "years ago".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from importlib import import_module
from typing import Protocol

from newslint.patterns import regexp
from newslint.source import Text
from newslint.spans import Span
from newslint.text.forms import FormKind
from newslint.text.lexicon import load

_RUN = regexp(r"[^\W_]+")
PREPARED_FROM = 200_000
"""Code points after which a pass for all wordings has paid for the making of its automaton."""


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
    """A set of fixed wordings; made by `phrases` or `phrase_file`, compared by identity.

    Make one for a whole module: what is known of a set (which forms it waits for) is known of the
    object.
    """

    __slots__ = ("__dict__", "literals")

    def __init__(self, literals: Iterable[str]) -> None:
        self.literals: tuple[str, ...] = tuple(sorted({one.lower() for one in literals if one}))

    def may_occur(self, text: Text) -> bool:
        """Tell quickly whether a phrase can be in a text; `False` is certain."""
        if self._kind.may_occur(text):
            return True
        if not self._marks:
            return False
        lowered = text.get(lowered_text)
        return any(mark in lowered for mark in self._marks)

    def words_in(self, text: Text) -> set[str]:
        """Return the rarest words of its phrases that are in a text."""
        return self._kind.found(text)

    def marks_in(self, text: Text) -> list[str]:
        """Return the phrases without a plain word that are in a text."""
        lowered = text.get(lowered_text)
        return [mark for mark in self._marks if mark in lowered]

    @cached_property
    def by_word(self) -> dict[str, list[str]]:
        """The phrases by their rarest word: where that is not, they are not."""
        found: dict[str, list[str]] = {}
        for literal in self.literals:
            if word := _rarest_word(literal):
                found.setdefault(word, []).append(literal)
        return found

    @cached_property
    def _kind(self) -> FormKind:
        _pool.add(self)
        return FormKind(self.by_word)

    @cached_property
    def _marks(self) -> tuple[str, ...]:
        """The phrases without a plain word (`%`, `“`), which have to be looked for."""
        return tuple(one for one in self.literals if not _rarest_word(one))

    def __contains__(self, phrase: object) -> bool:
        return isinstance(phrase, str) and phrase.lower() in self._set

    @cached_property
    def _set(self) -> frozenset[str]:
        return frozenset(self.literals)

    def __repr__(self) -> str:
        return f"phrases({', '.join(map(repr, self.literals[:3]))}…)"


def _rarest_word(literal: str) -> str:
    """Return the run of ASCII letters and digits that is met least, or ``""``."""
    runs = [run for run in _RUN.findall(literal) if run.isascii()]
    if len(runs) < 2:
        return runs[0] if runs else ""
    zipf = load().zipf
    return str(min(runs, key=lambda run: (zipf(run), -len(run))))


class _Pool:
    """The wordings of several words of all sets, looked for in one pass."""

    def __init__(self) -> None:
        self._owners: dict[str, list[Phrases]] = {}
        self._owners_in_order: tuple[list[Phrases], ...] = ()
        self._automaton: Automaton | None = None
        self._met = 0
        self._members = 0

    def add(self, member: Phrases) -> None:
        """Take the wordings of a set in."""
        for word, literals in member.by_word.items():
            for literal in literals:
                if literal != word:
                    self._owners.setdefault(literal, []).append(member)
        self._automaton = None
        self._members += 1

    def pays(self, text: Text) -> bool:
        """Tell whether so much text was met that the pass is worth its preparation (5 ms)."""
        self._met += len(text.text)
        return self._met > PREPARED_FROM

    def in_text(self, text: Text) -> Mapping[Phrases, list[tuple[int, int]]]:
        """Return the places of the wordings in a text by their sets, in no order."""
        members, found = text.get(_pooled)
        if members != self._members:  # a set was added since
            text.forget(_pooled)
            members, found = text.get(_pooled)
        return found

    def scan(self, text: Text) -> tuple[int, Mapping[Phrases, list[tuple[int, int]]]]:
        """Return the number of sets in the pool and the places of their wordings."""
        found: dict[Phrases, list[tuple[int, int]]] = {}
        if self._automaton is None:
            self._automaton = automaton(tuple(self._owners))
            self._owners_in_order = tuple(self._owners.values())
        lowered = text.get(lowered_text)
        for number, start, end in self._automaton.find_matches_as_indexes(
            lowered, overlapping=True
        ):
            if _is_whole(lowered, start, end):
                for owner in self._owners_in_order[number]:
                    found.setdefault(owner, []).append((start, end))
        return self._members, found


_pool = _Pool()


def _pooled(text: Text) -> tuple[int, Mapping[Phrases, list[tuple[int, int]]]]:
    return _pool.scan(text)


@lru_cache(maxsize=1000)
def phrases(*literals: str) -> Phrases:
    """Return the phrases a rule waits for: ``near=phrases("allegedly", "reportedly")``.

    The same phrases are the same object, so that a rule may also call it for each article.
    """
    return Phrases(literals)


def data_text(package: str, name: str) -> str:
    """Return the text of a data file that lies in a package, in UTF-8.

    Args:
        package: The package beside whose modules the file lies; usually ``__package__``.
        name: The file's name.
    """
    for folder in import_module(package).__path__:
        try:
            with open(f"{folder}/{name}", encoding="utf-8") as file:  # noqa: PTH123
                return file.read()
        except OSError:
            continue  # a part of a namespace package, or a zip file
    from importlib.resources import files  # 15 ms to import: brings along what reads zip files

    return files(package).joinpath(name).read_text(encoding="utf-8")


def word_list(package: str, name: str) -> tuple[str, ...]:
    """Return the entries of a word list that lies in a package: one a line, ``#`` comments.

    Args:
        package: The package beside whose modules the list lies; usually ``__package__``.
        name: The file's name.
    """
    lines = map(str.strip, data_text(package, name).splitlines())
    return tuple([line for line in lines if line and line[0] != "#"])


def phrase_file(package: str, name: str) -> Phrases:
    """Return the phrases of a word list that lies beside a rule (see `word_list`)."""
    return Phrases(word_list(package, name))


def hits(text: Text, near: Phrases) -> tuple[Span, ...]:
    """Return the places of the phrases ``near`` in the text, in order.

    A text without their words costs nothing. Single words are looked for one by one, as their forms
    tell that they are there; wordings of several words in one pass for all sets.
    """
    found = text.scanned.get(near)
    if found is None:
        found = text.scanned[near] = tuple(_find(text, near)) if near.may_occur(text) else ()
    return found


def _find(text: Text, near: Phrases) -> list[Span]:
    wanted = near.marks_in(text)
    several: list[str] = []
    for word in near.words_in(text):
        for literal in near.by_word[word]:
            (wanted if literal == word else several).append(literal)
    found: list[tuple[int, int]] = []
    if several and _pool.pays(text):
        found += _pool.in_text(text).get(near, ())
    else:
        wanted += several
    lowered, clean = text.get(lowered_text), text.text
    for literal in wanted:
        size = len(literal)
        at = lowered.find(literal)
        while at >= 0:
            if _is_whole(lowered, at, at + size):
                found.append((at, at + size))
            at = lowered.find(literal, at + 1)
    found.sort()
    return [Span(text, start, end, clean[start:end]) for start, end in found]


def _is_whole(lowered: str, start: int, end: int) -> bool:
    """Tell whether a wording stands by itself: no letter or digit goes on where it has one."""
    if start and _is_word(lowered[start]) and _is_word(lowered[start - 1]):
        return False
    return not (end < len(lowered) and _is_word(lowered[end - 1]) and _is_word(lowered[end]))


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
