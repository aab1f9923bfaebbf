"""The tags of a page of HTML, and where they stand, as the HTML standard's tokenizer sees them.

Python's parser is exact, too, but nine times slower, and others know no columns. What is needed
here are tags, their attributes, comments and elements of raw text; whatever is damaged ends
somewhere, and cost is linear.
"""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from html.entities import html5
from typing import NamedTuple

from newslint.patterns import regexp
from newslint.raw import MapBuilder, OffsetMap
from newslint.readers.comments import Run

RAW = frozenset({"iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp"})
"""Elements whose content is text without tags, up to their own end tag (HTML standard, 13.1.2)."""
VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
})  # fmt: skip
"""Elements that have no content and no end tag (HTML standard, 13.1.2)."""

COMMENT = "!"
"""The name that stands for comments, declarations and instructions."""

_MARKUP = regexp(r"<(?:!--|[!?]|/?(?P<name>[A-Za-z][^\s/>]*))")
_RAW_ENDS = {name: regexp(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in RAW}
_COMMENT_END = regexp(r"--!?>")
_BETWEEN = regexp(r"[\s/]*")
_ATTRIBUTE = regexp(
    r"(?P<name>=?[^\s/>=]+|=)"
    r"(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s>]*)))?"
)
_REFERENCE = regexp(r"&(?:\#\d+;?|\#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]*;?)")


class Tag(NamedTuple):
    """A tag.

    Args:
        name: In lower case, or `COMMENT`.
        start: Source offset of its ``<``; ``end`` one past its ``>``.
        closes: Whether it is an end tag, or no tag at all.
        attributes: For each name in lower case where its value begins and ends.
    """

    name: str
    start: int
    end: int
    closes: bool
    attributes: Mapping[str, tuple[int, int]]


class Page:
    """The tags of a page and the elements they make.

    Attributes:
        source: The decoded text of the file.
        tags: Its tags, in order.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.tags = list(_tags(source))
        self._ends: dict[int, int] = {}
        opened: dict[str, list[int]] = defaultdict(list)
        for index, tag in enumerate(self.tags):
            if not tag.closes:
                if tag.name not in VOID:
                    opened[tag.name].append(index)
            elif opened[tag.name]:
                self._ends[opened[tag.name].pop()] = index

    def end(self, index: int) -> int:
        """Return the number of the tag that ends an element; one past all if none does.

        End tags may be left out: of two elements of a name the inner one is ended first.
        """
        return self._ends.get(index, len(self.tags))

    def is_ended(self, index: int) -> bool:
        """Tell whether an end tag ends an element."""
        return index in self._ends

    def inside(self, index: int) -> tuple[int, int]:
        """Return where the content of an element begins and ends."""
        end = self.end(index)
        last = self.tags[end].start if end < len(self.tags) else len(self.source)
        return self.tags[index].end, last

    def value(self, tag: Tag, name: str) -> str:
        """Return the value of an attribute, ``""`` where there is none."""
        return self.attribute(tag, name)[0] if name in tag.attributes else ""

    @property
    def comments(self) -> Iterator[Run]:
        """The comments, without declarations and instructions."""
        for tag in self.tags:
            if tag.name == COMMENT and self.source.startswith("<!--", tag.start):
                said = tag.start + len("<!--")
                closing = _COMMENT_END.search(self.source, max(tag.end - len("--!>"), said))
                yield Run(tag.start, said, closing.start() if closing else tag.end, tag.end)

    def attribute(self, tag: Tag, name: str) -> tuple[str, OffsetMap]:
        """Return the value of an attribute and its map."""
        start, end = tag.attributes.get(name, (tag.start, tag.start))
        built = MapBuilder(self.source, start)
        for one in references(self.source, start, end):
            if _is_reference_in_attribute(self.source, one):
                built.copy_lines(built.reached, one.start())
                built.replace(*one.span(), html.unescape(one.group()))
        built.copy_lines(built.reached, end)
        return built.finish()


def references(source: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Give the character references between two source offsets."""
    for one in _REFERENCE.finditer(source, start, end):
        if html.unescape(one.group()) != one.group():
            yield one


def _is_reference_in_attribute(source: str, one: re.Match[str]) -> bool:
    """Tell whether it is one in an attribute, too: ``?a=1&copy=2`` has none."""
    text = one.group()
    if text[1] == "#" or text.endswith(";"):
        return True
    return text[1:] in html5 and not source.startswith("=", one.end())


def _tags(source: str) -> Iterator[Tag]:
    position, never_closed = 0, set[str]()
    while found := _MARKUP.search(source, position):
        name = (found["name"] or "").lower()
        if not name:
            position = _after_comment(source, found)
            yield Tag(COMMENT, found.start(), position, closes=True, attributes={})
            continue
        position, attributes = _attributes(source, found.end())
        tag = Tag(name, found.start(), position, source[found.start() + 1] == "/", attributes)
        yield tag
        if name in RAW and not tag.closes and name not in never_closed:
            ending = _RAW_ENDS[name].search(source, position)
            if ending is None:
                never_closed.add(name)  # looked for once, so that hostile text costs no more
            else:
                position = ending.start()


def _after_comment(source: str, found: re.Match[str]) -> int:
    start, end = found.span()
    if end - start < len("<!--"):
        after = source.find(">", end)
        return len(source) if after < 0 else after + 1
    if source.startswith((">", "->"), end):  # `<!-->` and `<!--->` are comments
        return source.index(">", end) + 1
    closing = _COMMENT_END.search(source, end)
    return closing.end() if closing else len(source)


def _attributes(source: str, position: int) -> tuple[int, dict[str, tuple[int, int]]]:
    """Return where a tag ends and its attributes; of two of a name the first counts."""
    found: dict[str, tuple[int, int]] = {}
    while True:
        between = _BETWEEN.match(source, position)
        position = between.end() if between else position
        if position >= len(source):
            return position, found
        if source[position] == ">":
            return position + 1, found
        one = _ATTRIBUTE.match(source, position)
        assert one is not None
        kind = next((kind for kind in ("double", "single", "bare") if one[kind] is not None), None)
        found.setdefault(one["name"].lower(), one.span(kind) if kind else (one.end(), one.end()))
        position = one.end()
