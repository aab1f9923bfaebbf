"""NewsML-G2: news items alone or in a message; the names are those of the IPTC's schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newslint.raw import RawArticle, RawField, SourceFile
from newslint.readers import nitf, xml_fields
from newslint.readers.xml_events import Document, Element
from newslint.readers.xml_fields import Found

_NAMES: Mapping[str, tuple[str, ...]] = {
    "headline": ("headline", "itemMeta/title", *nitf.NAMES["headline"]),
    "date": ("firstCreated", "contentCreated", "versionCreated", *nitf.NAMES["date"]),
    "modified": ("contentModified", "versionCreated"),
    "author": ("by", "creator", *nitf.NAMES["author"]),
    "source": ("provider", "infoSource", *nitf.NAMES["source"]),
    "id": ("newsItem@guid", *nitf.NAMES["id"]),
    "url": nitf.NAMES["url"],
    "language": ("language@tag", "xml:lang"),
    "description": ("description", *nitf.NAMES["description"]),
    "section": ("subject", "genre", *nitf.NAMES["section"]),
}
"""For each canonical name the elements and attributes that say it, the best first. What the item
says of itself comes before what the NITF inside it says."""

_NAMED = frozenset({"creator", "provider", "infoSource", "subject", "genre", "located"})
"""Properties that are a concept: a name inside, else a literal."""
_VALUES = frozenset({
    "headline", "by", "dateline", "slugline", "description", "firstCreated", "versionCreated",
    "contentCreated", "contentModified",
})  # fmt: skip
_XHTML = frozenset({"html", "body", "div", "section", "article", "p"})


def articles(document: Document, file: SourceFile) -> Iterator[RawArticle]:
    """Give the news items that hold text; pictures and packages hold none."""
    alone = document.root.name == "newsItem"
    items = [one for one in document.root.within(frozenset({"contentSet"})) if _is_item(one)]
    for index, item in enumerate(items):
        text, inside = _text(document, item)
        if text is None:
            continue
        found = [*_metadata(document, item)]
        if inside is not None:
            found += nitf.metadata(document, inside)
        fields = xml_fields.metadata(found, _NAMES, file.fields)
        yield RawArticle(
            text.raw,
            text.map,
            fields,
            None if alone else index,
            "" if alone else text.pointer,
            item.start,
        )


def _is_item(element: Element) -> bool:
    return element.name == "newsItem"


def _text(document: Document, item: Element) -> tuple[RawField | None, Element | None]:
    """Return the text of an item's first rendition that has one, and its NITF if it is that."""
    contents = item.find("contentSet")
    if contents is None:
        return None, None
    for inline in contents.named("inlineXML"):
        for root in inline.elements:
            if root.name == "nitf" and (text := nitf.body(document, root)) is not None:
                return text, root
            if root.name in _XHTML:
                body = root.find("body") or root
                return xml_fields.flowing(document, [body], body.pointer), None
    for inline in contents.named("inlineData"):
        kind = inline.attributes.get("contenttype", "text/plain").partition(";")[0].strip()
        if kind in {"text/plain", "text/html"}:
            as_text = xml_fields.from_html if kind == "text/html" else xml_fields.content
            return as_text(document, inline), None
    return None, None


def _metadata(document: Document, item: Element) -> Iterator[Found]:
    yield "newsItem@guid", xml_fields.attribute(document, item, "guid")
    for part in item.named("itemMeta", "contentMeta"):
        for element in part.elements:
            name = element.name
            if name == "title":
                yield "itemMeta/title", xml_fields.value(document, element)
            elif name in _VALUES:
                yield name, xml_fields.value(document, element)
            elif name in _NAMED:
                yield name, _concept(document, element)
            elif name == "language":
                yield "language@tag", xml_fields.attribute(document, element, "tag")
    speaking = item.inherited("xml:lang")
    yield "xml:lang", xml_fields.attribute(document, speaking, "xml:lang")


def _concept(document: Document, element: Element) -> RawField | None:
    named = element.find("name")
    if named is not None:
        return xml_fields.value(document, named)
    return xml_fields.attribute(document, element, "literal")
