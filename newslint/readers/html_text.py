"""The running text of an element of HTML."""

from __future__ import annotations

import html
from bisect import bisect_left
from functools import partial

from newslint.offsets import OffsetMap
from newslint.patterns import regexp
from newslint.raw import RawComment, RawField
from newslint.readers.comments import placed
from newslint.readers.html_removal import removal
from newslint.readers.html_tags import Page, references
from newslint.readers.markup_text import BLOCKS, HIDDEN, SOFT_HYPHEN, MarkupMap, Prose

_BARE = regexp(r"&[#\w]*|<[/!?]?")
"""What is no markup, and becomes some if the right character comes behind it."""
_BESIDE_THE_STORY = frozenset({"aside", "figcaption", "nav"})
"""Elements of HTML in an article that are not its running text: captions, boxes, links around."""
_BLANK_LINE = regexp(r"\n[ \t]*\n\s*")


def running_text(page: Page, index: int, *, without: frozenset[str] = frozenset()) -> RawField:
    """Return the text of an element: blocks apart, inline elements joined, white space collapsed.

    Args:
        page: The page.
        index: The number of its start tag, -1 for the whole page.
        without: Elements that are left out, beside what no browser shows.
    """
    text, found = finished(page, flow(page, index, without=without))
    return RawField(text, found, "")


def finished(page: Page, prose: Prose) -> tuple[str, MarkupMap]:
    """Return running text of a page and its map, which knows the markup around it."""
    text, found = prose.finish()
    return text, MarkupMap(
        found.segments, prose.breaks, held=prose.held, removal=partial(removal, page)
    )


def comments(
    page: Page, text: str, found: OffsetMap, *, blank_lines: bool = False
) -> tuple[RawComment, ...]:
    """Return the comments of a page that name newslint, wherever they stand on it.

    Args:
        page: The page.
        text: Its clean text.
        found: The map of that to the page.
        blank_lines: Whether a blank line parts paragraphs.
    """
    starts = [tag.start for tag in page.tags if tag.name in BLOCKS or tag.name == "br"]

    def parts(start: int, end: int) -> bool:
        if bisect_left(starts, start) < bisect_left(starts, end):
            return True
        return blank_lines and _BLANK_LINE.search(page.source, start, end) is not None

    return placed(page.comments, page.source, text, found, parts)


def flow(
    page: Page, index: int, *, without: frozenset[str] = frozenset(), blank_lines: bool = False
) -> Prose:
    """Return the running text of an element before it is finished; see `running_text`.

    Args:
        page: The page.
        index: The number of its start tag, -1 for the whole page.
        without: Elements that are left out.
        blank_lines: Whether a blank line parts paragraphs, as it does where no tags do.
    """
    start, last = page.inside(index) if index >= 0 else (0, len(page.source))
    end = page.end(index) if index >= 0 else len(page.tags)
    prose = Prose(page.source, start)
    write = _write_paragraphs if blank_lines else _write
    position, number, lined = start, index + 1, -1
    while number < end:
        tag = page.tags[number]
        prose.keeps_lines = number <= lined
        write(page.source, position, tag.start, prose)
        if tag.name in BLOCKS or not tag.closes:
            prose.part(tag.name)
        if is_left_out(page, number, without):
            number = min(page.end(number), end)
            position = page.tags[number].start if number < len(page.tags) else last
            continue
        if tag.name == "pre" and not tag.closes:
            lined = max(lined, page.end(number))
        position, number = tag.end, number + 1
    prose.keeps_lines = number <= lined
    write(page.source, min(position, last), last, prose)
    return prose


def _write_paragraphs(source: str, start: int, end: int, prose: Prose) -> None:
    for blank in _BLANK_LINE.finditer(source, start, end):
        _write(source, start, blank.start(), prose)
        prose.part("p")
        start = blank.end()
    _write(source, start, end, prose)


def _write(source: str, start: int, end: int, prose: Prose) -> None:
    for one in references(source, start, end):
        _copy(source, start, one.start(), prose)
        if (character := html.unescape(one.group())) != SOFT_HYPHEN:
            prose.replace(*one.span(), character)
        if not one.group().endswith(";"):
            prose.hold(1)
        start = one.end()
    _copy(source, start, end, prose)


def _copy(source: str, start: int, end: int, prose: Prose) -> None:
    for bare in _BARE.finditer(source, start, end):
        prose.copy(start, bare.end())
        prose.hold(bare.end() - bare.start())
        start = bare.end()
    if start < end:
        prose.copy(start, end)


def is_left_out(page: Page, index: int, without: frozenset[str]) -> bool:
    """Tell whether an element is not shown, or no running text; one that nothing ends stays."""
    tag = page.tags[index]
    if tag.closes or not page.is_ended(index):
        return False
    if tag.name in without or tag.name in HIDDEN or tag.name in _BESIDE_THE_STORY:
        return True
    return "hidden" in tag.attributes or (tag.name == "pre" and _is_code(page, index))


def _is_code(page: Page, index: int) -> bool:
    """Tell whether preformatted text is a program's: ``code`` holds all of it."""
    tag, after = page.tags[index], page.tags[index + 1]
    return after.name == "code" and not page.source[tag.end : after.start].strip()
