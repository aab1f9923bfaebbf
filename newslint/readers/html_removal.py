"""What goes from HTML when whole paragraphs of its text are deleted: their tags, too."""

from __future__ import annotations

from bisect import bisect_left

from newslint.readers.html_tags import Page, Tag

_BLOCKS = frozenset({
    "blockquote", "center", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p", "ul",
})  # fmt: skip
_INLINE = frozenset({
    "a", "abbr", "b", "big", "cite", "code", "em", "font", "i", "mark", "q", "s", "small", "span",
    "strong", "sub", "sup", "u",
})  # fmt: skip
"""Elements that are nothing without their text; a picture or a table is something."""

_MANY = 1000
"""Tags among some lines from which on they are more than a notice or a list of links; each is
looked at more than once."""


def removal(page: Page, start: int, end: int) -> tuple[int, int] | None:
    """Return the run that goes with whole lines of text, ``None`` where more would be lost.

    Elements that hold nothing else go as a whole, and so does one of the line breaks around.

    Args:
        page: The page.
        start: Source offset at which the first line begins.
        end: Source offset at which the last one ends.
    """
    tags, source = page.tags, page.source
    first = bisect_left(tags, start, key=lambda tag: tag.start)
    last = bisect_left(tags, end, key=lambda tag: tag.start)
    in_block = False
    while last - first <= _MANY:
        # Of elements that begin or end among the lines, the other tag; of those around, both.
        opens = first > 0 and not source[tags[first - 1].end : start].strip()
        closes = last < len(tags) and not source[end : tags[last].start].strip()
        if opens and first <= page.end(first - 1) < last:
            first, start = first - 1, tags[first - 1].start
        elif closes and any(page.end(one) == last for one in range(first, last)):
            last, end = last + 1, tags[last].end
        elif opens and closes and page.end(first - 1) == last and _is_plain(tags[first - 1]):
            in_block = in_block or tags[first - 1].name in _BLOCKS
            first, last = first - 1, last + 1
            start, end = tags[first].start, tags[last - 1].end
        else:
            break
    else:
        return None
    in_block = in_block or any(tag.name in _BLOCKS for tag in tags[first:last])
    if not _is_whole(page, first, last):
        return None
    if in_block:
        return start, end
    if not (opens or first == 0) or not (closes or last == len(tags)):
        return None
    if last < len(tags) and tags[last].name == "br":
        end = tags[last].end
    elif first > 0 and tags[first - 1].name == "br":
        start = tags[first - 1].start
    return start, end


def _is_plain(tag: Tag) -> bool:
    return tag.name in _BLOCKS or tag.name in _INLINE


def _is_whole(page: Page, first: int, last: int) -> bool:
    """Tell whether tags make whole elements, all of which are nothing without their text."""
    opened: list[int] = []
    for number in range(first, last):
        tag = page.tags[number]
        if tag.name == "br":
            continue
        if not _is_plain(tag):
            return False
        if not tag.closes:
            opened.append(page.end(number))
        elif not opened or opened.pop() != number:
            return False
    return not opened
