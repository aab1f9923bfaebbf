"""The parts of an article, as the article model names them."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from newslint.spans import Source, Span
from newslint.text.dates.datelines import Dateline


class Role(StrEnum):
    """What a line is to its article."""

    HEADLINE = "headline"
    HEADLINE_COPY = "headline-copy"
    DECK = "deck"
    BYLINE = "byline"
    DATE = "date"
    READING_TIME = "reading-time"
    SUBHEAD = "subhead"
    BODY = "body"
    CAPTION = "caption"
    RESIDUE = "residue"
    NOTE = "note"
    CONTACT = "contact"
    DIVIDER = "divider"
    BLANK = "blank"
    OTHER = "other"


class Line(Span):
    """One line of the clean text.

    Args:
        number: Its number, 1-based.
        role: What it is to the article.
        kind: What refines the role: for residue ``label``, ``newsletter``, ``copyright``, …
        certain: For residue, whether the evidence admits no doubt.
    """

    __slots__ = ("certain", "kind", "number", "role")

    def __init__(
        self,
        source: Source,
        start: int,
        end: int,
        text: str,
        number: int = 0,
        role: Role = Role.OTHER,
        kind: str = "",
        certain: bool = True,
    ) -> None:
        self.source = source
        self.start = start
        self.end = end
        self.text = text
        self.number = number
        self.role = role
        self.kind = kind
        self.certain = certain


_RESIDUE = frozenset({Role.RESIDUE})


class Article:
    """The parts of an article.

    Args:
        headline: The headline in the text, if there is one.
        deck: Lines between headline and body that sum the story up.
        byline: Who wrote it.
        dateline: ``NEW YORK, November 20. /TASS/.`` at the start of the first paragraph; its
            ``place``, ``date`` and ``agency`` are places of their own.
        subheads: Short lines that divide the body.
        body: The paragraphs of the story (a paragraph may run over several hard-wrapped lines);
            the first one begins with the dateline.
        roles: The roles that at least one line has (blank lines left out): a quick answer before
            `lines` is asked.
        make_lines: Returns the lines that have one of some roles, or all; called when asked for.
    """

    __slots__ = (
        "_lines", "_make_lines", "body", "byline", "dateline", "deck", "headline", "roles",
        "subheads",
    )  # fmt: skip

    def __init__(
        self,
        headline: Span | None,
        deck: tuple[Span, ...],
        byline: Span | None,
        dateline: Dateline | None,
        subheads: tuple[Span, ...],
        body: tuple[Span, ...],
        roles: frozenset[Role],
        make_lines: Callable[[frozenset[Role] | None], tuple[Line, ...]],
    ) -> None:
        self.headline = headline
        self.deck = deck
        self.byline = byline
        self.dateline = dateline
        self.subheads = subheads
        self.body = body
        self.roles = roles
        self._make_lines = make_lines
        self._lines: tuple[Line, ...] | None = None

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every line, in order, with its role."""
        if self._lines is None:
            self._lines = self._make_lines(None)
        return self._lines

    def lines_with(self, roles: frozenset[Role]) -> tuple[Line, ...]:
        """Return the lines that have one of the roles, in order; cheap when there are few."""
        return () if self.roles.isdisjoint(roles) else self._make_lines(roles)

    @property
    def leftovers(self) -> tuple[Line, ...]:
        """Lines that extraction left in."""
        return self.lines_with(_RESIDUE)

    @property
    def lead(self) -> Span | None:
        """The first paragraph of the body without its dateline."""
        if not self.body:
            return None
        first = self.body[0]
        skip = self.dateline.end - first.start if self.dateline else 0
        return first.slice(skip, len(first)).strip()
