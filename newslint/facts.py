"""Facts: what rules across articles gather from each article and judge together.

A *fact* is one row: under a key, an article says something at a place. The engine brings the rows
of a key together as *uses* in a *group*; the rule judges the group.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from newslint.diagnostic import Location, RelatedLocation, Severity
from newslint.structs import Struct


class Fact(Struct):
    """One row that an article contributes.

    Args:
        key: What articles are compared by (a name, the hash of a line).
        place: The span or metadata field it was read from; the `Doc` for the article as a whole.
        value: What the article says; the groups of few different values can be left out.
        scope: Groups are kept apart by it (a week, an outlet); ``""`` for the whole corpus.
        evidence: What the rule needs of the article when it judges (a signature). Said with any
            one of the article's facts, it comes back with each of them, and is kept only once.
    """

    key: str
    place: Any
    value: str = ""
    scope: str = ""
    evidence: str = ""


class Verdict(Struct):
    """What a corpus rule says of one use."""

    use: Use
    message: str
    severity: Severity | None
    related: tuple[RelatedLocation, ...]


class Use(Struct):
    """One fact, with its place resolved.

    Args:
        article: The article's own id, or else its path and record number.
        place: Where it stands.
        text: The characters there, the first 500 of them.
        value: The fact's value.
        date: The article's publication date, if known.
        evidence: What the rule said that it needs of the article.
    """

    article: str
    place: Location
    text: str = ""
    value: str = ""
    date: date | None = None
    evidence: str = ""

    def flag(
        self,
        message: str,
        *,
        severity: Severity | None = None,
        related: Iterable[Use | tuple[Use, str]] = (),
    ) -> Verdict:
        """Say that something is wrong here; ``severity`` may only lower the rule's own."""
        pairs = (one if isinstance(one, tuple) else (one, "") for one in related)
        others = tuple(RelatedLocation(use.place, note) for use, note in pairs)
        return Verdict(self, message, severity, others)


class Group(Struct):
    """All uses of one key within one scope, in the order of their places.

    A key may be shared by ten million articles: the uses are read once, as they come, and a rule
    that has to hold them says how many it looks at (``most_uses``).

    Args:
        key: The key the facts share.
        scope: The scope they share.
        uses: The uses, ordered by place; to be read once.
        articles: How many articles have the key in this scope.
        scope_articles: How many articles contributed to the scope under any key.
    """

    key: str
    scope: str
    uses: Iterable[Use]
    articles: int
    scope_articles: int

    @classmethod
    def of(
        cls,
        uses: Iterable[Use],
        *,
        key: str = "",
        scope: str = "",
        scope_articles: int | None = None,
    ) -> Group:
        """Make a group of uses; in a test the judging function is called with one made of a list.

        ``scope_articles`` is taken to be the number of articles that have the key, if not given.
        """
        ordered = tuple(sorted(uses, key=lambda use: use.place.sort_key()))
        articles = len({(use.place.path, use.place.record_number) for use in ordered})
        within = articles if scope_articles is None else scope_articles
        return cls(key, scope, iter(ordered), articles, within)
