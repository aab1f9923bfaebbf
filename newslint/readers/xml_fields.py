"""Elements and attributes as texts and metadata fields, each with its exact map."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import TypeAlias

from newslint.offsets import OffsetMap, Segment
from newslint.patterns import regexp
from newslint.raw import MapBuilder, RawComment, RawField
from newslint.readers.comments import NAME
from newslint.readers.fields import canonical
from newslint.readers.html_field import html_comments, html_text
from newslint.readers.markup_text import BLOCKS, HIDDEN, AttributeMap, MarkupMap, Prose
from newslint.readers.scalars import join
from newslint.readers.xml_events import Document, Element

_TAG = regexp(r"""<[^\s/>]+((?:[^"'>]|"[^"]*"|'[^']*')*)>""")
_ATTRIBUTE = regexp(r"""\s([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_REPLACED = regexp(r"&(#\d+|#x[0-9a-fA-F]+|amp|lt|gt|quot|apos);|\r\n|[\t\r\n]")

_CHARACTERS = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}

_LISTS = frozenset({
    "author", "author/name", "by", "byline", "category", "category@label", "category@term",
    "creator", "dc:creator", "dc:subject", "genre", "subject",
    "tobject.subject@tobject.subject.matter", "tobject.subject@tobject.subject.type",
})  # fmt: skip
"""What an article has several of; of anything else the first counts."""

Found: TypeAlias = tuple[str, RawField | None]
"""A key of the file's own, and the field it has."""


def flowing(document: Document, elements: Sequence[Element], pointer: str) -> RawField:
    """Return the running text of elements: blocks apart, inline elements joined."""
    prose = Prose(document.source, elements[0].start if elements else document.root.start)
    for element in elements:
        prose.part("p")
        _flow(element, prose)
    text, found = prose.finish()
    return RawField(text, MarkupMap(found.segments, prose.breaks, document.sections), pointer)


def _flow(element: Element, prose: Prose) -> None:
    for one in element.content:
        if not isinstance(one, Element):
            if one.text is None:
                prose.copy(one.start, one.end)
            else:
                prose.replace(one.start, one.end, one.text)
        elif (name := one.local.lower()) not in HIDDEN:
            prose.part(name)
            outside, prose.keeps_lines = prose.keeps_lines, prose.keeps_lines or name == "pre"
            _flow(one, prose)
            prose.keeps_lines = outside
            if name in BLOCKS:
                prose.part(name)


def content(document: Document, element: Element) -> RawField:
    """Return the decoded text of an element as it is, lines ended by line feeds."""
    return RawField(*_content(document, element), element.pointer)


def from_html(document: Document, element: Element) -> RawField:
    """Return the clean text of an element whose decoded text is HTML."""
    return RawField(*html_text(*_content(document, element)), element.pointer)


def comments_in_html(document: Document, element: Element) -> tuple[RawComment, ...]:
    """Return the comments for newslint in an element whose decoded text is HTML (`from_html`)."""
    end = max((one.end for one in element.content if not isinstance(one, Element)), default=0)
    if document.source.find(NAME, element.start, end) < 0:
        return ()
    return html_comments(*_content(document, element))


def _content(document: Document, element: Element) -> tuple[str, MarkupMap]:
    built = MapBuilder(document.source, element.start)
    for one in element.content:
        if isinstance(one, Element):
            continue
        if one.text is None:
            built.copy_lines(one.start, one.end)
        else:
            built.replace(one.start, one.end, one.text)
    text, found = built.finish()
    return text, MarkupMap(found.segments, (), document.sections)


def value(document: Document, element: Element | None) -> RawField | None:
    """Return the text of an element that is one value."""
    return None if element is None else flowing(document, (element,), element.pointer)


def attribute(document: Document, element: Element | None, name: str) -> RawField | None:
    """Return the value of an attribute that stands in the element's tag."""
    tag = _TAG.match(document.source, element.start) if element else None
    if element is None or tag is None or name not in element.attributes:
        return None
    for one in _ATTRIBUTE.finditer(document.source, *tag.span(1)):
        if one[1] == name:
            start, end = one.span(2 if one[2] is not None else 3)
            found = _attribute_map(document, start, end, element.attributes[name])
            return RawField(element.attributes[name], found, f"{element.pointer}/@{name}")
    return None  # a DTD's default


def _attribute_map(document: Document, start: int, end: int, text: str) -> OffsetMap:
    built = MapBuilder(document.source, start)
    position = start
    for one in _REPLACED.finditer(document.source, start, end):
        built.copy(position, one.start())
        built.replace(*one.span(), _plain(one[1]) if one[1] else " ")
        position = one.end()
    built.copy(position, end)
    decoded, found = built.finish()
    segments = found.segments
    if decoded != text:  # an entity of the file's own
        segments = (Segment(0, start, len(text), end - start, copied=False),)
    return AttributeMap(segments)


def _plain(reference: str) -> str:
    """Return the character that a reference stands for, by its name or number."""
    if reference.startswith("#x"):
        return chr(int("0" + reference[1:], 0))
    return chr(int(reference[1:])) if reference[0] == "#" else _CHARACTERS[reference]


def metadata(
    found: Iterable[Found], names: Mapping[str, Sequence[str]], configured: Mapping[str, str]
) -> dict[str, RawField]:
    """Return metadata by canonical name, the rest by the file's own keys.

    Args:
        found: Keys and their fields, in the order of the file; of `_LISTS` all are joined.
        names: For each canonical name the format's keys; the first that has a value wins.
        configured: ``[fields]`` of the configuration: canonical name to key.
    """
    rows: dict[str, list[RawField]] = {}
    for key, field in found:
        if field is not None and field.raw.strip() and (key in _LISTS or key not in rows):
            rows.setdefault(key, []).append(field)
    makers = {key: partial(joined, row) for key, row in rows.items()}
    chosen: dict[str, str] = {}
    for name, keys in names.items():
        if present := [key for key in keys if key in rows]:
            chosen[name] = present[0]
    return canonical(makers, {**chosen, **configured})


def joined(row: Sequence[RawField]) -> RawField:
    """Return one field of all values of a key; no fix is made in more than one of them.

    They are put into the order in which they stand in the file: a map leads forward only.
    """
    if len(row) == 1:
        return row[0]
    row = sorted(row, key=lambda one: one.map.start(0))
    field = join(row, row[0].pointer)
    assert field is not None
    return RawField(field.raw, MarkupMap(field.map.segments, range(len(field.raw))), field.pointer)
