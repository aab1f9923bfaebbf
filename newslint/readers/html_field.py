"""The HTML that feeds and records carry as text, read as a page is."""

from __future__ import annotations

import html

from newslint.offsets import OffsetMap
from newslint.raw import MapBuilder, RawComment
from newslint.readers.html_article import article_text
from newslint.readers.html_tags import Page, references
from newslint.readers.html_text import comments, finished, flow
from newslint.readers.layered_map import layered
from newslint.readers.markup_text import BLOCKS, Prose

_PARTING = frozenset({"br", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "td"})
"""Tags by which paragraphs are parted; where there is none, blank lines do it (WordPress)."""
_MADE_OF_BLOCKS = 0.8
"""Share of a text's characters that block elements hold, each with both its tags, from which on it
is HTML. Of 14,300 articles that scrapers had taken for plain text 30 have an end tag left in them,
3 such a block; none holds more than half of its text (a page about HTML that shows some), while a
body of HTML has nearly all of its text in blocks. Pairs of inline tags are left over in plain text
(``<a>``, ``<span>``, ``<strong>``), so they tell nothing."""


def html_text(text: str, found: OffsetMap) -> tuple[str, OffsetMap]:
    """Return the clean text of HTML, and its map to the source.

    A text without any tag keeps its line ends: it is plain text, as older feeds have it. In one
    whose tags part no paragraphs blank lines do, as in what WordPress exports.

    Args:
        text: The decoded content of an element or a field.
        found: Its map to the source.
    """
    page = Page(text)
    if page.tags:
        prose = _flow(page)
        clean, marked = finished(page, prose)
        return clean, OffsetMap.later(lambda: layered(found, marked, prose.breaks))
    built = MapBuilder(text)
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    for one in references(text, start, end):
        built.copy(start, one.start())
        built.replace(*one.span(), html.unescape(one.group()))
        start = one.end()
    built.copy(start, end)
    clean, inner = built.finish()
    return clean, OffsetMap.later(lambda: layered(found, inner))


def html_comments(text: str, found: OffsetMap) -> tuple[RawComment, ...]:
    """Return the comments of HTML that name newslint, with their places in `html_text`.

    Args:
        text: The decoded content of an element or a field.
        found: Its map to the source.
    """
    page = Page(text)
    clean, inner = _flow(page).finish()
    return tuple(
        RawComment(
            one.text,
            layered(found, one.map, ()),
            *found.span(one.start, one.end),
            one.clean,
            one.alone,
        )
        for one in comments(page, clean, inner, blank_lines=_blank_lines(page))
    )


def _flow(page: Page) -> Prose:
    """Return the running text; of a whole page, as crawlers keep them, that of its article."""
    is_page = any(tag.name == "body" for tag in page.tags)
    chosen = article_text(page) if is_page else None
    element, without = chosen[1][:2] if chosen else (-1, frozenset[str]())
    return flow(page, element, without=without, blank_lines=_blank_lines(page))


def _blank_lines(page: Page) -> bool:
    """Tell whether blank lines part paragraphs, for no tag does."""
    return _PARTING.isdisjoint(tag.name for tag in page.tags)


def is_made_of_blocks(text: str) -> bool:
    """Tell whether a text is HTML by what it is made of, and no text in which markup is left."""
    if "</" not in text:
        return False
    page = Page(text)
    inside = outside = position = ends = 0
    blocks = False
    for index, tag in enumerate(page.tags):
        amount = len(text[position : tag.start].strip())
        if index <= ends and blocks:
            inside += amount
        else:
            outside += amount
        position = tag.end
        if tag.name in BLOCKS and not tag.closes and page.is_ended(index):
            blocks, ends = True, max(ends, page.end(index))
    outside += len(text[position:].strip())
    return blocks and inside >= _MADE_OF_BLOCKS * (inside + outside)
