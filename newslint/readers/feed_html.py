"""The HTML that feeds carry as text, read as a page is."""

from __future__ import annotations

import html

from newslint.offsets import OffsetMap
from newslint.raw import MapBuilder
from newslint.readers.html_tags import Page, references
from newslint.readers.html_text import flow
from newslint.readers.markup_text import MarkupMap

_PARTING = frozenset({"br", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "td"})
"""Tags by which paragraphs are parted; where there is none, blank lines do it (WordPress)."""


def html_text(text: str, found: MarkupMap) -> tuple[str, OffsetMap]:
    """Return the clean text of HTML, and its map to the source.

    A text without any tag keeps its line ends: it is plain text, as older feeds have it. In one
    whose tags part no paragraphs blank lines do, as in what WordPress exports.

    Args:
        text: The decoded content of an element.
        found: Its map to the source.
    """
    page = Page(text)
    if page.tags:
        prose = flow(page, -1, blank_lines=_PARTING.isdisjoint(tag.name for tag in page.tags))
        clean, inner = prose.finish()
        return clean, OffsetMap.later(lambda: found.through(inner, prose.breaks))
    built = MapBuilder(text)
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    for one in references(text, start, end):
        built.copy(start, one.start())
        built.replace(*one.span(), html.unescape(one.group()))
        start = one.end()
    built.copy(start, end)
    clean, inner = built.finish()
    return clean, OffsetMap.later(lambda: found.through(inner, ()))
