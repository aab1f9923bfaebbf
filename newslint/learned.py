"""What a corpus taught (`newslint learn`), as rules ask for it.

It comes from files that the configuration names under ``learned``; `newslint.learned_file` reads
them. Nothing is loaded, and every answer is 0, where none is named.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from newslint.structs import Struct


class WordUse(Struct):
    """How a corpus uses a word.

    Args:
        articles: How many articles have it, in whatever case; 0 for few or none.
        outlets: In how many outlets, up to 65,535. Like the next two it is counted only for words
            that the dictionary does not know, and is 0 for others.
        lines: In how many different lines: a word of a template stands in few of them, and so does
            one of an article that many outlets print.
        concentration: The share of its articles that are of the outlet with most of them, 0 to 1.
    """

    articles: int = 0
    outlets: int = 0
    lines: int = 0
    concentration: float = 0.0


UNUSED = WordUse()


class Source(Protocol):
    """What was learned from one corpus."""

    @property
    def articles(self) -> int:
        """How many articles it had."""

    @property
    def outlets(self) -> int:
        """Of how many outlets."""

    def word(self, normalised: str) -> WordUse:
        """Return how it uses a word."""

    def articles_of(self, outlet: str) -> int:
        """Return how many of its articles are of an outlet."""

    def found(self, code: str, scope: str, key: str) -> int:
        """Return in how many of its articles a rule found fault with a key."""


class Learned:
    """What was learned from other articles than the one that is looked at; false if nothing was.

    Args:
        sources: What each corpus taught. They are taken to have no articles in common.
    """

    __slots__ = ("_sources",)

    def __init__(self, sources: Sequence[Source] = ()) -> None:
        self._sources = tuple(sources)

    def __bool__(self) -> bool:
        return bool(self._sources)

    @property
    def articles(self) -> int:
        """From how many articles it was learned."""
        return sum(one.articles for one in self._sources)

    @property
    def outlets(self) -> int:
        """From how many outlets, if those of several files are the same."""
        return max((one.outlets for one in self._sources), default=0)

    def word(self, form: str) -> WordUse:
        """Return how a word is used: one run of letters, in whatever case."""
        if not self._sources:
            return UNUSED
        normalised = _normalised(form)
        uses = [use for one in self._sources if (use := one.word(normalised)).articles]
        if len(uses) < 2:
            return uses[0] if uses else UNUSED
        articles = sum(use.articles for use in uses)
        return WordUse(
            articles,
            max(use.outlets for use in uses),  # they may be the same ones
            sum(use.lines for use in uses),
            sum(use.concentration * use.articles for use in uses) / articles,
        )

    def articles_of(self, outlet: str) -> int:
        """Return from how many articles of an outlet (`doc.meta.outlet`) it was learned."""
        return sum(one.articles_of(outlet) for one in self._sources)

    def found(self, code: str, scope: str, key: str) -> int:
        """Return in how many articles a rule across articles found fault with a key; 0 for none.

        Args:
            code: The rule, one that ``teaches``: ``RES101``.
            scope: As its facts have it: the outlet.
            key: As its facts have it: what a line is compared by.
        """
        return sum(one.found(code, scope, key) for one in self._sources)


def _normalised(line: str) -> str:
    from newslint.normal_lines import normalised_line  # where nothing was learned nobody asks

    return normalised_line(line)


NOTHING = Learned()
"""What was learned where no corpus was."""
