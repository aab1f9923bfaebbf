"""Phrases: fixed wordings that a rule waits for.

Whether one can be there is told by the forms of the text (`forms`), for all sets of phrases at
once; where, is looked for when somebody asks.

A phrase matches without regard to case and only as whole words: where it begins or ends with a
letter or digit, no letter or digit may stand next to it. Overlapping phrases are all found, so
that "ago" is not hidden by "years ago".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property, lru_cache
from importlib import import_module
from typing import Protocol

from newslint.patterns import regexp
from newslint.source import Text
from newslint.spans import Span
from newslint.text.forms import EVERY, FormKind, is_sign, kinds
from newslint.text.lexicon import load

_RUN = regexp(r"[^\W_]+")
MOST_WORDS = 100
"""Words of a set that are looked for in a text one by one; more of them in one pass over its words,
which takes as long as some hundred searches for a word."""


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
        return bool(self.bit & kinds(text))  # in this order: the first use makes the kind

    @cached_property
    def bit(self) -> int:
        """The bits of the kinds of forms and signs that a text with one of them has."""
        plain = not all(any(is_sign(one) for one in mark) for mark in self.marks)
        return self._kind.bit | (EVERY if plain else 0)

    def words_in(self, text: Text) -> set[str]:
        """Return the rarest words of its phrases that are in a text."""
        return self._kind.found(text)

    @cached_property
    def by_word(self) -> dict[str, list[_Wording]]:
        """The phrases by their rarest word: where that is not, they are not."""
        found: dict[str, list[_Wording]] = {}
        for literal in self.literals:
            if run := _rarest_word(literal):
                found.setdefault(run[0], []).append(_Wording(literal, *run))
        return found

    @cached_property
    def _kind(self) -> FormKind:
        wanted = {one for mark in self.marks for one in mark if is_sign(one)}
        if "ς" in wanted:  # of Σ, the lower case depends on what follows
            wanted.add("σ")
        return FormKind(self.by_word, sign=lambda one: one.lower() in wanted or one in wanted)

    @cached_property
    def marks(self) -> tuple[str, ...]:
        """The phrases without a plain word (`%`, `“`), which have to be looked for."""
        return tuple(one for one in self.literals if not _rarest_word(one))

    def __contains__(self, phrase: object) -> bool:
        return isinstance(phrase, str) and phrase.lower() in self._set

    @cached_property
    def _set(self) -> frozenset[str]:
        return frozenset(self.literals)

    def __repr__(self) -> str:
        return f"phrases({', '.join(map(repr, self.literals[:3]))}…)"


class _Wording:
    """A phrase and what it is looked for by.

    Args:
        literal: The phrase, in lower case.
        word: Its rarest word.
        before: What stands before the word in the phrase, in code points.
    """

    __slots__ = ("before", "literal", "plain", "single", "size")

    def __init__(self, literal: str, word: str, before: int) -> None:
        self.literal = literal
        self.before = before
        self.size = len(literal)
        self.single = literal == word
        self.plain = literal.isascii() and "?" not in literal


def _rarest_word(literal: str) -> tuple[str, int] | None:
    """Return the run of ASCII letters and digits that is met least, and where it begins."""
    if "_" in literal:  # it is no mark, and yet no part of a word
        return None
    runs = [(run.group(), run.start()) for run in _RUN.finditer(literal) if run.group().isascii()]
    if len(runs) < 2:
        return runs[0] if runs else None
    zipf = load().zipf
    return min(runs, key=lambda run: (zipf(run[0]), -len(run[0])))


class _Located:
    """Where words stand in a text, each looked for once for all sets of phrases."""

    def __init__(self, content: str) -> None:
        self._content = content
        self._starts: dict[str, list[int]] = {}
        # One byte a code point, so that searches are several times as fast as in the text itself.
        self.plain = content.encode("latin-1", "replace").lower().decode("latin-1")

    def starts(self, word: str) -> list[int]:
        """Return where a word of ASCII letters and digits stands by itself."""
        found = self._starts.get(word)
        if found is None:
            found = self._starts[word] = []
            content, plain, size = self._content, self.plain, len(word)
            at = plain.find(word)
            while at >= 0:
                if _is_whole(content, at, at + size):
                    found.append(at)
                at = plain.find(word, at + size)
        return found

    def locate(self, words: AbstractSet[str]) -> None:
        """Look for many words in one pass."""
        missing = words - self._starts.keys()
        if len(missing) < MOST_WORDS:
            return
        starts: dict[str, list[int]] = {word: [] for word in missing}
        for run in _RUN.finditer(self.plain):
            found = starts.get(run.group())
            if found is not None and _is_whole(self._content, *run.span()):
                found.append(run.start())
        self._starts.update(starts)


def _located(text: Text) -> _Located:
    return _Located(text.text)


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

    A text without their words costs nothing.
    """
    found = text.scanned.get(near)
    if found is None:
        content = text.text
        found = text.scanned[near] = tuple(
            Span(text, start, end, content[start:end]) for start, end in sorted(_find(text, near))
        )
    return found


def occurs(text: Text, near: Phrases) -> bool:
    """Tell whether `hits` gives any, without looking for more than the first."""
    found = text.scanned.get(near)
    return next(_find(text, near), None) is not None if found is None else bool(found)


def _find(text: Text, near: Phrases) -> Iterator[tuple[int, int]]:
    """Give the places in no order."""
    if not near.may_occur(text):
        return
    words = near.words_in(text)
    if words:
        located = text.get(_located)
        if len(words) >= MOST_WORDS:
            located.locate(words)
        for word in words:
            if starts := located.starts(word):
                for wording in near.by_word[word]:
                    yield from _of_word(text, located.plain, wording, starts)
    for mark in near.marks:
        yield from _of_mark(text, mark)


def _of_word(
    text: Text, plain: str, wording: _Wording, starts: list[int]
) -> Iterator[tuple[int, int]]:
    size = wording.size
    if wording.single:
        for start in starts:
            yield start, start + size
        return
    lowered = plain if wording.plain else text.get(lowered_text)
    literal, before = wording.literal, wording.before
    for at in starts:
        start = at - before
        if (
            start >= 0
            and lowered.startswith(literal, start)
            and _is_whole(text.text, start, start + size)
        ):
            yield start, start + size


def _of_mark(text: Text, mark: str) -> Iterator[tuple[int, int]]:
    lowered = text.text if mark.upper() == mark else text.get(lowered_text)
    size = len(mark)
    at = lowered.find(mark)
    while at >= 0:
        if _is_whole(lowered, at, at + size):
            yield at, at + size
        at = lowered.find(mark, at + 1)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Tell whether a wording stands by itself: no letter or digit goes on where it has one."""
    if start and _is_word(text[start - 1]) and _is_word(text[start]):
        return False
    return not (end < len(text) and _is_word(text[end]) and _is_word(text[end - 1]))


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
