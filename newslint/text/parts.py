"""The parts of an article, as the article model names them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from newslint.spans import Span
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


@dataclass(slots=True, repr=False)
class Line(Span):
    """One line of the clean text.

    Args:
        number: Its number, 1-based.
        role: What it is to the article.
        kind: What refines the role: for residue ``label``, ``newsletter``, ``copyright``, …
        certain: For residue, whether the evidence admits no doubt.
    """

    number: int = 0
    role: Role = Role.OTHER
    kind: str = ""
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Article:
    """The parts of an article.

    Args:
        lines: Every line, in order, with its role.
        headline: The headline in the text, if there is one.
        deck: Lines between headline and body that sum the story up.
        byline: Who wrote it.
        dateline: ``NEW YORK, November 20. /TASS/.`` at the start of the first paragraph; its
            ``place``, ``date`` and ``agency`` are places of their own.
        subheads: Short lines that divide the body.
        body: The paragraphs of the story (a paragraph may run over several hard-wrapped lines);
            the first one begins with the dateline.
        leftovers: Lines that extraction left in.
        lead: The first paragraph of the body without its dateline.
    """

    lines: tuple[Line, ...]
    headline: Span | None
    deck: tuple[Span, ...]
    byline: Span | None
    dateline: Dateline | None
    subheads: tuple[Span, ...]
    body: tuple[Span, ...]
    leftovers: tuple[Line, ...]
    lead: Span | None = None
