"""NITF: one article a file; the names are those of the NITF 3.6 DTD of the IPTC."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newslint.raw import RawArticle, RawField, SourceFile
from newslint.readers import xml_fields
from newslint.readers.xml_events import Document, Element
from newslint.readers.xml_fields import Found

NAMES: Mapping[str, tuple[str, ...]] = {
    "headline": ("hl1", "headline", "title"),
    "date": (
        "date.issue@norm", "pubdata@date.publication", "story.date@norm", "story.date",
        "date.release@norm",
    ),
    "author": ("byline", "bytag"),
    "source": ("pubdata@name", "distributor", "doc.copyright@holder"),
    "id": ("doc-id@id-string",),
    "url": ("pubdata@ex-ref",),
    "language": ("body@xml:lang", "nitf@xml:lang", "nitf@baselang"),
    "description": ("abstract", "hl2"),
    "section": (
        "pubdata@position.section", "tobject.subject@tobject.subject.type",
        "tobject.subject@tobject.subject.matter", "fixture@fix-id",
    ),
}  # fmt: skip
"""For each canonical name the elements and attributes that say it, the best first."""

_TEXTS = frozenset({
    "title", "hl1", "hl2", "headline", "byline", "bytag", "dateline", "story.date", "abstract",
    "distributor",
})  # fmt: skip
_ATTRIBUTES = tuple(key.split("@") for keys in NAMES.values() for key in keys if "@" in key)
_NO_HEAD = frozenset({"body.content", "body.end", "block", "p"})


def articles(document: Document, file: SourceFile) -> Iterator[RawArticle]:
    """Give the one article of a file, if it has a body."""
    text = body(document, document.root)
    if text is not None:
        fields = xml_fields.metadata(metadata(document, document.root), NAMES, file.fields)
        yield RawArticle(text.raw, text.map, fields)


def body(document: Document, nitf: Element) -> RawField | None:
    """Return the running text of an article: its ``body.content``, or the body without its head."""
    whole = nitf.find("body")
    if whole is None:
        return None
    parts = list(whole.named("body.content"))
    parts = parts or [one for one in whole.elements if one.name not in {"body.head", "body.end"}]
    return xml_fields.flowing(document, parts, (parts or [whole])[0].pointer)


def metadata(document: Document, nitf: Element) -> Iterator[Found]:
    """Give what stands outside the text: elements by name, attributes as ``name@attribute``."""
    for element in nitf.within(_NO_HEAD):
        yield from _of_one(document, element)


def _of_one(document: Document, element: Element) -> Iterator[Found]:
    if element.name in _TEXTS:
        yield element.name, xml_fields.value(document, element)
    for name, key in _ATTRIBUTES:
        if name == element.name:
            yield f"{name}@{key}", xml_fields.attribute(document, element, key)
