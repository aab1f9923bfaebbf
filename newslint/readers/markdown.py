"""Markdown: front matter, and a body from which the markup is left out.

Not a CommonMark parser: what is read here are the constructs news is written in. Each block
(heading, paragraph, list item, table row) becomes one line; blocks are parted as the source parts
them. Code blocks, comments, images, shortcodes and tags are left out, entities decoded.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from newslint.line_index import LONE_RETURN
from newslint.patterns import regexp
from newslint.raw import MapBuilder, OffsetMap, RawArticle, RawComment, SourceFile
from newslint.readers import markdown_holes
from newslint.readers.comments import NAME, placed
from newslint.readers.fields import canonical
from newslint.readers.frontmatter import front_matter
from newslint.readers.markdown_holes import HOLE, masked
from newslint.readers.markdown_inline import Inline
from newslint.readers.markdown_map import MarkdownMap
from newslint.readers.markup_text import BLOCKS
from newslint.readers.mdx_holes import masked_code

_QUOTE = regexp(r"[ ]{0,3}>[ ]?")
_DEEP_QUOTE = regexp(r"[ \t]*>[ ]?")
"""One in an item of a list, whatever the indent of that is."""
_BULLET = regexp(r"[ \t]*(?:[-*+]|(\d{1,9})[.)])(?:[ \t]+(?:\[[ xX]\][ \t]+)?|$)")
_HEADING = regexp(r"[ ]{0,3}#{1,6}(?:[ \t]+|$)")
_UNDERLINE = regexp(r"[ ]{0,3}(?:=+|-+)[ \t]*$")
_BREAK = regexp(r"[ ]{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_DEFINITION = regexp(r"^[ ]{0,3}\[([^\]\n^][^\]\n]*)\]:[ \t]*\S", re.MULTILINE)
_FOOTNOTE = regexp(r"[ ]{0,3}\[\^[^\]\s]+\]:[ \t]*")
_TABLE_RULE = regexp(r"[ \t]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*(?::?-+:?[ \t]*)?)+$")
_ATTRIBUTES = regexp(r"[ ]{0,3}\{[:.#][^}]*\}[ \t]*$")
_CONTAINER = regexp(r"[ ]{0,3}:{3,}|\[(?:TOC|\[_TOC_\])\][ \t]*$")
"""The edge of a box (``::: warning``), or where a table of contents will be."""
_INDENTED = regexp(r" {4}|\t")
_PROSE = regexp(r"[^\W\d_]|[\"“‘'(]")
"""A line that begins so opens no block but a paragraph."""
_MARKERS = regexp(r"(?:[ \t>]*\r?\n)*[ \t>#*+\-\d.)|]*")
"""Blank lines and the markers of the next block; a thematic break is left out, not a marker."""
_PARTING = regexp(rf"\n|</?(?:br|{'|'.join(sorted(BLOCKS))})\b", re.IGNORECASE)
"""What stands between two paragraphs."""
_ESCAPED = regexp(
    r"[*`\\\[\]{|]|<(?=[A-Za-z/!?]|[^\s<>@]+@)|~(?=~)|(?<=~)~|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w{1,31};)"
    r"|^(?:>|:(?=::)|[#+-](?=[\s#+-]|$)|\d{1,9}[.)](?=\s|$))"
)
"""What would be markup, in or at the beginning of a text that a fix writes."""


class MarkdownReader:
    """Reads ``.md``, ``.markdown`` and ``.mdx``: one article a file."""

    suffixes = (".md", ".markdown", ".mdx")

    def read(self, file: SourceFile) -> Iterator[RawArticle]:
        """Give the one article."""
        source = LONE_RETURN.sub("\n", file.text)  # as long as it was, so places are the same
        file.forget_bytes()
        front = front_matter(source)
        fields = canonical(front.makers, file.fields)
        built = MapBuilder(source, front.end)
        body = _Body(built, front.end, mdx=file.path.lower().endswith(".mdx"))
        body.write()
        text, found = built.finish()
        said = body.comments(text, found) if NAME in file.text else ()
        yield RawArticle(text, body.map(text, found), fields, comments=said)

    def spell(self, text: str) -> str:
        """Return ``text`` as it is written in Markdown."""
        return _ESCAPED.sub(_escaped, text)


def _heading_end(content: str, start: int) -> int:
    """Return where the text of a heading ends, before attributes and ``#`` signs that close it."""
    text = content[start:].rstrip(" \t")
    before, _, attributes = text.rpartition("{")
    if attributes.startswith(("#", ".", ":")) and attributes.find("}") == len(attributes) - 1:
        text = before.rstrip(" \t")
    unclosed = text.rstrip("#")
    if unclosed.endswith((" ", "\t")):
        text = unclosed.rstrip(" \t")
    return start + len(text)


def _escaped(found: re.Match[str]) -> str:
    sign = found.group()
    return f"{sign[:-1]}\\{sign[-1]}" if sign[0].isdigit() else f"\\{sign}"


class _Body:
    """Reads the lines of a body and writes each block to the clean text.

    Args:
        built: The clean text so far.
        start: Source offset at which the body begins.
        mdx: Whether modules and expressions are code, and indented lines are not.
    """

    def __init__(self, built: MapBuilder, start: int, *, mdx: bool) -> None:
        self.built = built
        self.source = masked(built.source, start)
        if mdx:
            self.source = masked_code(self.source, start)
        self.start = start
        self.mdx = mdx
        labels = frozenset(one[1].casefold() for one in _DEFINITION.finditer(self.source, start))
        self.inline = Inline(built, self.source, labels)
        self.block: list[tuple[int, int]] = []
        self.blocks: dict[int, tuple[int, int]] = {}
        self.blank = True
        self.in_list = False
        self.apart = False
        self.in_table = False
        self.code: list[tuple[int, int]] = []

    def write(self) -> None:
        """Write all blocks, and the line end the body closes with."""
        start = self.start
        while start < len(self.source):
            line_feed = self.source.find("\n", start)
            end = len(self.source) if line_feed < 0 else line_feed
            self._line(start, end - (end > start and self.source[end - 1] == "\r"))
            start = end + 1
        self._close()
        self._last_line_end()

    def map(self, text: str, found: OffsetMap) -> MarkdownMap:
        """Return the map of the clean text that was written, from that of its runs."""
        segments, verbatim = found.segments, self.inline.verbatim
        return MarkdownMap(self.source, text, segments, self.blocks, verbatim)

    def comments(self, text: str, found: OffsetMap) -> tuple[RawComment, ...]:
        """Return the comments that name newslint; what looks like one in code is text."""
        every = markdown_holes.comments(self.built.source, self.start)
        runs = (one for one in every if not self._in_code(one.start))
        return placed(runs, self.built.source, text, found, self._parts)

    def _in_code(self, place: int) -> bool:
        before = bisect_right(self.code, (place, len(self.source)))
        return before > 0 and place < self.code[before - 1][1]

    def _parts(self, start: int, end: int) -> bool:
        return _PARTING.search(self.source, start, end) is not None

    def _line(self, start: int, end: int) -> None:
        quote = _DEEP_QUOTE if self.in_list else _QUOTE
        while quoted := quote.match(self.source, start, end):
            start = quoted.end()
        content = self.source[start:end]
        if content.startswith((" ", "\t")) and self._is_code(content):
            self._close()
            self.code.append((start, end))
            return  # what follows it may be more of it, as behind a blank line
        if not content.strip(HOLE + " \t"):
            self._close()
            self.blank = HOLE not in content  # what stands below a shortcode may be indented
            self.apart = True
            self.in_table = False
            return
        if not self._alone(content, start):
            if self.blank and not content[0].isspace():
                self.in_list = False
            self.block.append((end - len(content.lstrip()), end))
        self.blank = False

    def _is_code(self, content: str) -> bool:
        """Tell whether a line that begins with a blank is code for its indent."""
        may_be = self.blank and not self.in_list and not self.mdx
        indented = may_be and _INDENTED.match(content)
        return bool(indented and content.strip(" \t"))

    def _alone(self, content: str, start: int) -> bool:
        """Deal with a line that is a block of its own or none; tell whether it was one."""
        if _PROSE.match(content) and "|" not in content:
            return False
        if self.block and _UNDERLINE.match(content):
            self._close()
            self.apart = True
        elif heading := _HEADING.match(content):
            self._heading(content, start, heading.end())
        elif _BREAK.match(content):
            self._close()
            self.apart = True
        elif bullet := self._bullet(content):
            self._close()
            self.in_list = True
            text, end = bullet.end(), len(content)
            while marker := _DEEP_QUOTE.match(content, text) or _BULLET.match(content, text):
                text = marker.end()
            if inner := _HEADING.match(content, text):
                text, end = inner.end(), _heading_end(content, inner.end())
            self.block.append((start + text, start + end))
        elif content.lstrip().startswith("|") or (self.in_table and "|" in content):
            self._row(content, start)
        elif footnote := _FOOTNOTE.match(content):
            self._close()
            self.in_list = True  # it goes on in indented lines
            self.block.append((start + footnote.end(), start + len(content)))
        elif "|" in content and _TABLE_RULE.match(content):
            self._table()
        elif self._left_out(content):
            self._close()
        else:
            return False
        return True

    def _heading(self, content: str, start: int, marker: int) -> None:
        self._close()
        self.apart = True
        self.block.append((start + marker, start + _heading_end(content, marker)))
        self._close()
        self.apart = True

    def _bullet(self, content: str) -> re.Match[str] | None:
        bullet = _BULLET.match(content)
        if bullet is None or (not self.in_list and _INDENTED.match(content)):
            return None
        interrupts = bool(self.block) and not self.in_list
        return None if interrupts and bullet[1] not in {None, "1"} else bullet

    def _table(self) -> None:
        """Begin a table whose rows need no mark in front: the line above is its head."""
        if self.block:
            start, end = self.block.pop()
            self._row(self.source[start:end], start)
        self.in_table = True

    def _row(self, content: str, start: int) -> None:
        self._close()
        if _TABLE_RULE.match(content):
            return
        cells = content.strip().strip("|").strip()
        first = start + content.find(cells)
        self.block.append((first, first + len(cells)))
        self._close()

    def _left_out(self, content: str) -> bool:
        return bool(
            _DEFINITION.match(content) or _ATTRIBUTES.match(content) or _CONTAINER.match(content)
        )

    def _close(self) -> None:
        """Write the block, if it has any text, after what parts it from the one before."""
        pieces, self.block = self.block, []
        if pieces and self.inline.write(pieces, self._part):
            self.apart = False

    def _part(self, start: int) -> None:
        """Note the block whose text begins at ``start``, and part it from the one before."""
        line_start = self.source.rfind("\n", self.start, start) + 1 or self.start
        if line_start < self.built.reached:  # there is another one on its line
            line_start = start
        self._separate(start)
        self.blocks[self.built.length] = line_start, start

    def _separate(self, start: int) -> None:
        """Part the block whose text begins at ``start`` from the one before.

        The line feeds stand for the markers of the next line too (see `MarkdownMap`), never for
        something that was left out.
        """
        built = self.built
        if not built.length:
            return
        line_feed = self.source.find("\n", built.reached, start)
        if line_feed < 0:
            built.replace(start, start, "\n\n" if self.apart else "\n")
            return
        first = line_feed - (self.source[line_feed - 1] == "\r")
        only_markers = _MARKERS.fullmatch(self.source, line_feed + 1, start)
        if not self.apart and only_markers:
            built.replace(first, start, "\n")
            return
        built.copy_lines(first, line_feed + 1)
        if not self.apart:
            return
        last = self.source.rfind("\n", line_feed + 1, start)
        if only_markers or last < 0:
            built.replace(line_feed + 1 if only_markers else start, start, "\n")
        else:
            built.copy_lines(last - (self.source[last - 1] == "\r"), last + 1)

    def _last_line_end(self) -> None:
        tail = len(self.source.rstrip("\r\n"))
        if self.built.length and self.built.reached <= tail < len(self.source):
            line_end = 2 if self.source.startswith("\r\n", tail) else 1
            self.built.copy_lines(tail, tail + line_end)
