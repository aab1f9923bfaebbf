"""Running text out of markup: white space collapsed, blocks apart, and a map that knows the markup.

Shared by what is XML and by the HTML that feeds carry inside it.
"""

from __future__ import annotations

import html
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container, Sequence
from typing import TypeAlias

from newslint.line_index import LINE_END
from newslint.offsets import OffsetMap, Segment
from newslint.patterns import regexp
from newslint.raw import MapBuilder

BLOCKS = frozenset({
    "abstract", "address", "article", "aside", "block", "blockquote", "body", "bq", "byline",
    "caption", "center", "copyrite", "credit", "datasource", "dateline", "dd", "details", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "fn", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hl1", "hl2", "hr", "li", "main", "media", "media-caption",
    "media-producer", "nav", "note", "ol", "p", "pre", "section", "summary", "table", "tagline",
    "tbody", "tfoot", "thead", "tr", "ul",
})  # fmt: skip
"""Elements that are paragraphs of their own: block elements of HTML and NITF 3.6."""
CELLS = {"bytag": " ", "byttl": " ", "td": "\t", "th": "\t"}
"""Elements that stand beside each other on a line, of HTML and NITF 3.6, and what parts them: cells
of a table are no words in a row, so that a tab does, as in what browsers give for a selection."""
HIDDEN = frozenset({
    "audio", "button", "canvas", "embed", "iframe", "math", "media-metadata", "media-object",
    "media-reference", "noscript", "object", "script", "select", "style", "svg", "template",
    "textarea", "title", "video",
})  # fmt: skip
"""Elements whose content is no text of an article, of HTML and NITF 3.6."""

Removal: TypeAlias = Callable[[int, int], tuple[int, int] | None]
"""Tells which run goes with whole lines of text from one offset to another, if any can."""

SOFT_HYPHEN = "\u00ad"
"""As a reference (``&shy;``) it is markup that somebody meant: a word may be parted there. As a
character it is one, left in the text by whatever wrote it."""

_BLANKS = " \t\r\n"
_UNEVEN = regexp(r"[ \t\r\n]{2,}|[\t\r\n]")
_BLANK_RUN = regexp(r"[ \t\r\n]+")
_UNWRITABLE = regexp(r"[^ -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 forbids, and line ends and tabs, which read back as something else."""


class MarkupMap(OffsetMap):
    """The map of a text that stands among markup.

    Args:
        segments: Its runs.
        breaks: Clean offsets, in order, of characters that stand for markup; no fix may touch one.
        sections: Where the CDATA sections of the file are, in order.
        held: Clean offsets at which no fix may begin (`Prose.hold`).
        removal: Tells which run goes with whole lines, from where in the markup to where.
    """

    __slots__ = ("_breaks", "_held", "_removal", "_sections")

    def __init__(
        self,
        segments: tuple[Segment, ...],
        breaks: Sequence[int] = (),
        sections: Sequence[tuple[int, int]] = (),
        held: Container[int] = (),
        removal: Removal | None = None,
    ) -> None:
        super().__init__(segments)
        self._removal = removal
        self._breaks = breaks
        self._held = held
        self._sections = sections

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the source run of a clean run; an empty one before markup stands before it."""
        if start == end and start and self._breaks:
            index = bisect_left(self._breaks, start)
            if index < len(self._breaks) and self._breaks[index] == start:
                place = self.end(start)
                return place, place
        return super().span(start, end)

    def contiguous(self, start: int, end: int) -> bool:
        """Tell whether an edit is one of one unbroken run of the source, without markup."""
        index = bisect_left(self._breaks, start)
        if (index < len(self._breaks) and self._breaks[index] < end) or start in self._held:
            return False
        return super().contiguous(start, end)

    def removed(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the source run that goes when a clean run is deleted, ``None`` if none can."""
        if self._removal is None or self.contiguous(start, end):
            return super().removed(start, end)
        breaks = self._breaks
        while start < end and _holds(breaks, start):
            start += 1
        while start < end and _holds(breaks, end - 1):
            end -= 1
        begins = start == 0 or _holds(breaks, start - 1)
        ends = end == self.segments[-1].end or _holds(breaks, end)
        return self._removal(*self.span(start, end)) if begins and ends and start < end else None

    def spelled(self, text: str, start: int, spell: Callable[[str], str]) -> str | None:
        """Return how ``text`` is written there; ``None`` where it would not read back."""
        if not is_writable(text):
            return None
        if not self._in_section(self.start(start)):
            return spell(text)
        return None if "]" in text or ">" in text else text

    def _in_section(self, place: int) -> bool:
        index = bisect_right(self._sections, (place, -1)) - 1
        near = self._sections[max(index, 0) : index + 2]
        return any(start <= place <= end for start, end in near)


class AttributeMap(MarkupMap):
    """The map of an attribute's value, in which quotes are escaped too."""

    __slots__ = ()

    def spelled(self, text: str, start: int, spell: Callable[[str], str]) -> str | None:
        """Return how ``text`` is written there; ``None`` where it would not read back."""
        found = super().spelled(text, start, spell)
        return found and found.replace('"', "&quot;").replace("'", "&apos;")


def escape(text: str) -> str:
    """Return ``text`` as the content of an element, of XML and of HTML."""
    return html.escape(text, quote=False)


def refer(character: str) -> str:
    """Return a character as a reference to its number, which stands in any encoding.

    HTML takes some numbers for other characters (``&#150;`` is a dash); those stay as they are.
    """
    reference = f"&#{ord(character)};"
    return reference if html.unescape(reference) == character else character


def is_writable(text: str) -> bool:
    """Tell whether a text can be written among markup so that it reads back."""
    return _UNWRITABLE.search(text) is None


def _holds(ordered: Sequence[int], one: int) -> bool:
    index = bisect_left(ordered, one)
    return index < len(ordered) and ordered[index] == one


class Prose:
    """Writes running text: runs of white space are one space, and none at the edge of a block.

    Args:
        source: What the runs are runs of.
        start: Where an empty text stands.

    Attributes:
        keeps_lines: Whether line ends are ends of lines, as they are in ``pre``.
        breaks: Clean offsets of the characters that stand for markup.
        held: Clean offsets at which no fix may begin.
    """

    def __init__(self, source: str, start: int = 0) -> None:
        self.keeps_lines = False
        self.breaks: list[int] = []
        self.held: set[int] = set()
        self._source = source
        self._built = MapBuilder(source, start)
        self._waiting: tuple[int, int] | str | None = None
        self._twice = False

    def copy(self, start: int, end: int) -> None:
        """Take over a run of the source; line ends are white space, or else ``br``."""
        if self.keeps_lines:
            for line in LINE_END.finditer(self._source, start, end):
                self._copy(start, line.start())
                self.part("br")
                start = line.end()
        self._copy(start, end)

    def _copy(self, start: int, end: int) -> None:
        text = self._source[start:end]
        inner = text.strip(_BLANKS)
        if not inner:
            self._wait(start, end)
            return
        first = start + text.index(inner[0])
        last = first + len(inner)
        self._wait(start, first)
        self._begin(first)
        for uneven in _UNEVEN.finditer(self._source, first, last):
            self._built.copy(first, uneven.start())
            self._built.replace(*uneven.span(), " ")
            first = uneven.end()
        self._built.copy(first, last)
        self._wait(last, end)

    def replace(self, start: int, end: int, text: str) -> None:
        """Let ``text`` stand for a run of the source."""
        text = _BLANK_RUN.sub(" ", text)
        if text == " ":
            self._wait(start, end)
            return
        if self._waiting is not None or not self._built.length:
            text = text.lstrip(" ")
        self._begin(start)
        self._built.replace(start, end, text)

    def hold(self, count: int) -> None:
        """Let no fix begin behind any of the last characters: it might make markup of them.

        Behind the bare ``&`` of ``R&D`` an ``amp;`` would make a reference, behind ``<`` a ``b``
        a tag.
        """
        self.held.update(range(self._built.length - count + 1, self._built.length + 1))

    def part(self, name: str) -> None:
        """Note the beginning or the end of an element: a block, a line break, a cell."""
        if name in BLOCKS:
            self._break("\n\n")
        elif name == "br":
            self._break("\n")
        elif name in CELLS:
            self._break(CELLS[name])

    def finish(self) -> tuple[str, OffsetMap]:
        """Return the clean text and its map; see also ``breaks``."""
        return self._built.finish()

    def _break(self, text: str) -> None:
        self._waiting = stronger(self._waiting if isinstance(self._waiting, str) else "", text)

    def _wait(self, start: int, end: int) -> None:
        if start == end or not self._built.length:
            return
        if self._waiting is None:
            self._waiting = (start, end)
        self._twice = self._waiting != (start, end)

    def _begin(self, start: int) -> None:
        """Write what waited for the text that begins at ``start`` of the source."""
        waiting, self._waiting = self._waiting, None
        if waiting is None or not self._built.length:
            return
        if isinstance(waiting, str):
            self.breaks += range(self._built.length, self._built.length + len(waiting))
            self._built.replace(start, start, waiting)
            return
        if self._twice:  # without this space, another one beyond the markup would show
            self.breaks.append(self._built.length)
        if self._source[slice(*waiting)] == " ":
            self._built.copy(*waiting)
        else:
            self._built.replace(*waiting, " ")


_STRENGTH = {"": 0, " ": 1, "\t": 2, "\n": 3, "\n\n": 4}


def stronger(waiting: str, text: str) -> str:
    """Return what parts two texts between which two elements begin or end."""
    if waiting == text == "\n":
        return "\n\n"  # two line breaks are how a paragraph ends, too
    return max(waiting, text, key=_STRENGTH.__getitem__)
