"""What a page of HTML says of its article: JSON-LD (schema.org), OpenGraph, other meta elements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from json.encoder import encode_basestring

from newslint.offsets import OffsetMap
from newslint.raw import RawField
from newslint.readers import html_times, json_values
from newslint.readers.html_article import Choice
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

_TYPES = frozenset({
    "AnalysisNewsArticle", "Article", "AskPublicNewsArticle", "BackgroundNewsArticle",
    "BlogPosting", "LiveBlogPosting", "NewsArticle", "OpinionNewsArticle", "Report",
    "ReportageNewsArticle", "ReviewNewsArticle",
})  # fmt: skip
"""What schema.org calls an article."""
_MEMBERS = tuple(key for keys in NAMES.values() for key in keys if key.startswith("json-ld/"))
_DEPTH = 6
"""Objects and lists within each other among which an article is looked for; ``@graph`` is two."""


def metadata(page: Page, choice: Choice) -> Iterator[Found]:
    """Give what a page says, by key.

    Args:
        page: The page.
        choice: Where its article stands.
    """
    titled: set[str] = set()  # the first counts; what nothing ends would be read to the end
    for index, tag in enumerate(page.tags):
        if tag.closes:
            continue
        if tag.name == "script" and page.is_ended(index) and _is_json_ld(page, tag):
            yield from _json_ld(page, index)
        elif tag.name == "meta":
            yield from _meta(page, tag)
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


def _meta(page: Page, tag: Tag) -> Iterator[Found]:
    for name in ("property", "name", "itemprop", "http-equiv"):
        if key := page.value(tag, name).strip().lower():
            yield key, _attribute(page, tag, "content", key)
            return


def _attribute(page: Page, tag: Tag, name: str, key: str) -> RawField:
    text, found = page.attribute(tag, name)
    return RawField(text, AttributeMap(found.segments), key)


def _is_json_ld(page: Page, tag: Tag) -> bool:
    return page.value(tag, "type").partition(";")[0].strip().lower() == "application/ld+json"


def _json_ld(page: Page, index: int) -> Iterator[Found]:
    """Give the members of the article that a script describes; what is damaged describes none."""
    try:
        value, start = json_values.decode_run(page.source, *page.inside(index))
    except (ValueError, RecursionError):
        return
    found = _article(value, "")
    if found is None:
        return
    article, pointer = found
    for key in _MEMBERS:
        name = key.removeprefix("json-ld/")
        if name not in article:
            continue
        at = pointer + json_values.step(name)
        field = json_values.as_field(
            page.source, article[name], partial(_place, page.source, start, at), key
        )
        if field is not None:
            yield key, _in_script(field)


def _article(value: object, pointer: str) -> tuple[Mapping[str, object], str] | None:
    """Return the first object that is an article, and its JSON pointer."""
    if isinstance(value, dict):
        kinds = value.get("@type")
        if not _TYPES.isdisjoint(one for one in _listed(kinds) if isinstance(one, str)):
            return value, pointer
        members = [(key, one) for key, one in value.items() if isinstance(one, dict | list)]
    elif isinstance(value, list):
        members = list(enumerate(value))
    else:
        return None
    if pointer.count("/") < _DEPTH:
        for key, one in members:
            if found := _article(one, pointer + json_values.step(key)):
                return found
    return None


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _place(source: str, start: int, pointer: str) -> json_values.Place:
    place = json_values.find(source, start, pointer)
    assert place is not None, pointer
    return place


def _in_script(field: RawField) -> RawField:
    """Return a field whose fixes are written as JSON that no end of the script can stand in."""
    inner = field.map

    def spell(text: str, start: int) -> str | None:
        return inner.spelled(text, start, _json_in_script)

    return RawField(field.raw, OffsetMap.later(lambda: inner, spell), field.pointer)


def _json_in_script(text: str) -> str:
    return encode_basestring(text)[1:-1].replace("<", "\\u003c")
