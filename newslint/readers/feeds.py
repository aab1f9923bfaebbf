"""Feeds: RSS 2.0 (and the items of 1.0) and Atom (RFC 4287), one article an item or entry.

What a feed says of itself (its title, its language) is said of each of its articles.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newslint.raw import RawArticle, RawComment, RawField, RawProblem, SourceFile
from newslint.readers import xml_fields
from newslint.readers.xml_events import Document, Element
from newslint.readers.xml_fields import Found

_RSS_NAMES: Mapping[str, tuple[str, ...]] = {
    "headline": ("title", "dc:title"),
    "date": ("pubDate", "dc:date", "dcterms:created", "atom:published"),
    "modified": ("dcterms:modified", "atom:updated"),
    "url": ("link",),
    "source": ("source", "channel/title"),
    "author": ("dc:creator", "author", "itunes:author"),
    "language": ("dc:language", "xml:lang", "channel/language", "channel/dc:language"),
    "id": ("guid", "dc:identifier"),
    "description": ("description", "dc:description", "itunes:summary"),
    "section": ("category", "dc:subject"),
}
"""For each canonical name the elements that say it, the best first."""

_ATOM_NAMES: Mapping[str, tuple[str, ...]] = {
    "headline": ("title",),
    "date": ("published", "updated"),
    "modified": ("updated",),
    "url": ("link@href",),
    "source": ("source/title", "feed/title"),
    "author": ("author/name", "feed/author/name"),
    "language": ("xml:lang",),
    "id": ("id",),
    "description": ("summary",),
    "section": ("category@label", "category@term"),
}
"""For each canonical name the elements and attributes that say it, the best first."""

_RSS_TEXTS = ("content:encoded", "description")
_ATOM_TEXTS = ("content", "summary")
_HTML_FIELDS = frozenset({"title", "description"})


def rss(document: Document, file: SourceFile) -> Iterator[RawArticle | RawProblem]:
    """Give the items of an RSS feed."""
    channel = document.root.find("channel") or document.root
    parents = (channel,) if channel is document.root else (channel, document.root)
    items = [one for parent in parents for one in parent.named("item")]
    texts = _wanted(file, _RSS_TEXTS)
    shared = [
        (f"channel/{one.name}", xml_fields.value(document, one))
        for one in channel.named("title", "language", "dc:language")
    ]
    for index, item in enumerate(items):
        text = _first(document, item, texts)
        if text is None:
            yield _without(document, item, index, texts)
            continue
        found = [*_rss_metadata(document, item, text), *shared]
        fields = xml_fields.metadata(found, _RSS_NAMES, file.fields)
        said = xml_fields.comments_in_html(document, text) if _is_html_in_rss(text) else ()
        yield _article(item, index, _rss_text(document, text), fields, said)


def atom(document: Document, file: SourceFile) -> Iterator[RawArticle | RawProblem]:
    """Give the entries of an Atom feed, or the entry that a file is."""
    root = document.root
    texts = _wanted(file, _ATOM_TEXTS)
    entries = [root] if root.name == "entry" else list(root.named("entry"))
    for index, entry in enumerate(entries):
        text = _first(document, entry, texts)
        if text is None:
            yield _without(document, entry, index, texts)
            continue
        found = _atom_metadata(document, entry, text)
        fields = xml_fields.metadata(found, _ATOM_NAMES, file.fields)
        said = xml_fields.comments_in_html(document, text) if _is_html_in_atom(text) else ()
        yield _article(entry, index, _atom_text(document, text), fields, said)


def _wanted(file: SourceFile, usual: tuple[str, ...]) -> tuple[str, ...]:
    configured = file.fields.get("text")
    return usual if configured is None else (configured,)


def _first(document: Document, item: Element, names: tuple[str, ...]) -> Element | None:
    """Return the first of an item's elements that holds a text."""
    return next(
        (
            one
            for name in names
            for one in item.named(name)
            if _is_text(one) and not _is_blank(document, one)
        ),
        None,
    )


def _is_text(element: Element) -> bool:
    """Tell whether an element is not a picture or the like that Atom's ``content`` may be."""
    kind = element.attributes.get("type", "text")
    return "/" not in kind or kind.startswith("text/") or kind.endswith(("/xml", "+xml"))


def _is_blank(document: Document, element: Element) -> bool:
    return all(
        not isinstance(one, Element)
        and (document.source[one.start : one.end] if one.text is None else one.text).isspace()
        for one in element.content
    )


def _article(
    item: Element,
    index: int,
    text: RawField,
    fields: Mapping[str, RawField],
    said: tuple[RawComment, ...],
) -> RawArticle:
    return RawArticle(text.raw, text.map, fields, index, text.pointer, item.start, said)


def _without(document: Document, item: Element, index: int, texts: tuple[str, ...]) -> RawProblem:
    wanted = " or ".join(f"<{name}>" for name in texts)
    message = f"the {item.name} has no article text; looked for {wanted}"
    end = document.source.find(">", item.start) + 1
    return RawProblem(message, item.start, end, index)


def _is_html_in_rss(element: Element) -> bool:
    """Tell whether an element has HTML as its text; else there is markup in it, not escaped."""
    return not any(element.elements)


def _is_html_in_atom(element: Element) -> bool:
    kind = element.attributes.get("type", "text")
    return kind in {"html", "text/html"} and not any(element.elements)


def _rss_text(document: Document, element: Element) -> RawField:
    """Return an element's text: HTML, escaped or in CDATA; markup where it was not escaped."""
    if _is_html_in_rss(element):
        return xml_fields.from_html(document, element)
    return xml_fields.flowing(document, (element,), element.pointer)


def _atom_text(document: Document, element: Element) -> RawField:
    if _is_html_in_atom(element):
        return xml_fields.from_html(document, element)
    if any(element.elements):
        return xml_fields.flowing(document, (element,), element.pointer)
    return xml_fields.content(document, element)


def _rss_metadata(document: Document, item: Element, text: Element) -> Iterator[Found]:
    for element in item.elements:
        if element is text or any(element.elements):
            continue
        if element.name in _HTML_FIELDS:
            yield element.name, xml_fields.from_html(document, element)
        else:
            yield element.name, xml_fields.value(document, element)
    yield "xml:lang", xml_fields.attribute(document, item.inherited("xml:lang"), "xml:lang")


def _atom_metadata(document: Document, entry: Element, text: Element) -> Iterator[Found]:
    for element in entry.elements:
        if element is text:
            continue
        if element.name == "link":
            if element.attributes.get("rel", "alternate") == "alternate":
                yield "link@href", xml_fields.attribute(document, element, "href")
        elif element.name == "category":
            for name in ("label", "term"):
                yield f"category@{name}", xml_fields.attribute(document, element, name)
        elif element.name == "author":
            yield "author/name", xml_fields.value(document, element.find("name"))
        elif element.name == "source":
            yield "source/title", xml_fields.value(document, element.find("title"))
        elif element.name in {"title", "summary"} or not any(element.elements):
            yield element.name, _atom_text(document, element)
    if (feed := entry.parent) is not None:
        yield "feed/title", xml_fields.value(document, feed.find("title"))
        yield "feed/author/name", xml_fields.value(document, feed.find("author/name"))
    speaking = text.inherited("xml:lang")
    yield "xml:lang", xml_fields.attribute(document, speaking, "xml:lang")
