"""What a page of HTML says of its article: JSON-LD (schema.org), OpenGraph, other meta elements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newslint.raw import RawField
from newslint.readers import html_times
from newslint.readers.html_article import Choice
from newslint.readers.html_json_ld import is_json_ld, json_ld
from newslint.readers.html_tags import Page, Tag
from newslint.readers.html_text import running_text
from newslint.readers.markup_text import AttributeMap
from newslint.readers.xml_fields import Found

NAMES: Mapping[str, tuple[str, ...]] = {
    "headline": (
        "json-ld/headline", "og:title", "twitter:title", "dc.title", "parsely-title", "h1", "title",
    ),
    "date": (
        "json-ld/datePublished", "article:published_time", "og:published_time", "datepublished",
        "date", "dc.date", "dc.date.issued", "dcterms.created", "pubdate", "publish-date",
        "parsely-pub-date", "sailthru.date", html_times.PUBLISHED, html_times.PLACED,
    ),
    "modified": (
        "json-ld/dateModified", "article:modified_time", "og:updated_time", "datemodified",
        "dcterms.modified", "last-modified", html_times.MODIFIED,
    ),
    "url": ("json-ld/url", "og:url", "link@href"),
    "source": ("json-ld/publisher", "og:site_name"),
    "author": ("json-ld/author", "author", "byl", "dc.creator", "parsely-author", "article:author"),
    "language": ("json-ld/inLanguage", "html@lang", "og:locale", "content-language"),
    "id": ("json-ld/@id",),
    "description": ("json-ld/description", "og:description", "description", "dc.description"),
    "section": ("json-ld/articleSection", "article:section", "section"),
}  # fmt: skip
"""For each canonical name what says it, the best first: schema.org, then the Open Graph protocol,
then names in use (Dublin Core, Parse.ly, Sailthru, HTML's own), then elements."""

_NAMING = ("property", "name", "itemprop", "http-equiv")
"""Attributes by which a meta element says what its content is."""
_MEMBERS = tuple(key for keys in NAMES.values() for key in keys if key.startswith("json-ld/"))


def metadata(page: Page, choice: Choice) -> Iterator[Found]:
    """Give what a page says, by key.

    Args:
        page: The page.
        choice: Where its article stands.
    """
    titled: set[str] = set()  # the first counts; what nothing ends would be read to the end
    foreign = 0  # up to which tag something else is spoken of
    for index, tag in enumerate(page.tags):
        if tag.closes:
            continue
        if index >= foreign and html_times.is_foreign(page, choice, index):
            foreign = page.end(index)
        if tag.name == "script" and page.is_ended(index) and is_json_ld(page, tag):
            yield from json_ld(page, index, _MEMBERS)
        elif tag.name == "meta":
            yield from _meta(page, tag, foreign=index < foreign)
        elif tag.name in {"h1", "title"} - titled and page.is_ended(index):
            titled.add(tag.name)
            field = running_text(page, index)
            yield tag.name, RawField(field.raw, field.map, tag.name)
        elif tag.name == "html" and "lang" in tag.attributes:
            yield "html@lang", _attribute(page, tag, "lang", "html@lang")
        elif tag.name == "link" and page.value(tag, "rel").lower() == "canonical":
            yield "link@href", _attribute(page, tag, "href", "link@href")
    for key, tag in html_times.times(page, choice):
        yield key, _attribute(page, tag, "datetime", key)


def _meta(page: Page, tag: Tag, *, foreign: bool) -> Iterator[Found]:
    """Give what a meta element says; in a teaser it is a property of another article."""
    names = ("property", "name", "http-equiv") if foreign else _NAMING
    for name in names:
        if key := page.value(tag, name).strip().lower():
            yield key, _attribute(page, tag, "content", key)
            return


def _attribute(page: Page, tag: Tag, name: str, key: str) -> RawField:
    text, found = page.attribute(tag, name)
    return RawField(text, AttributeMap(found.segments), key)
