"""What a page of HTML says of its article in JSON-LD, in the terms of schema.org."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from json.encoder import encode_basestring
from typing import TypeAlias

from newslint.offsets import OffsetMap
from newslint.patterns import regexp
from newslint.raw import RawField
from newslint.readers import json_values
from newslint.readers.html_tags import Page, Tag
from newslint.readers.xml_fields import Found, joined

_TYPES = frozenset({
    "AnalysisNewsArticle", "Article", "AskPublicNewsArticle", "BackgroundNewsArticle",
    "BlogPosting", "LiveBlogPosting", "NewsArticle", "OpinionNewsArticle", "Report",
    "ReportageNewsArticle", "ReviewNewsArticle",
})  # fmt: skip
"""What schema.org calls an article."""
_KIND = regexp(r"(?:https?://(?:www\.)?schema\.org/|schema:)?(\w+)")
"""A type by its name, which may be spelled out."""
_DEPTH = 6
"""Objects and lists within each other among which objects are looked for; ``@graph`` is two."""

_NAMES = frozenset({"headline", "name"})
"""By what an object is named where it is described, and not where it is referred to."""

_OPENING = regexp(r"\s*(?://|/\*)?\s*(?:<!--|<!\[CDATA\[)\s*(?:\*/)?")
_CLOSING = regexp(r"\s*(?:;|(?://|/\*)?\s*(?:-->|\]\]>)\s*(?:\*/)?)\Z")
_CLOSED = 80
"""What hides a script from old browsers and from XML, and how far the end of that reaches."""

_Placed: TypeAlias = tuple[Mapping[str, object], str]
"""An object and its JSON pointer."""


def is_json_ld(page: Page, tag: Tag) -> bool:
    """Tell whether a script is JSON-LD."""
    return page.value(tag, "type").partition(";")[0].strip().lower() == "application/ld+json"


def json_ld(page: Page, index: int, keys: Iterable[str]) -> Iterator[Found]:
    """Give the members of the article that a script describes; what is damaged describes none.

    What stands elsewhere in the script (``{"@id": "#ana"}``, as ``@graph`` has it) is followed.

    Args:
        page: The page.
        index: The number of the script's tag.
        keys: The members that are wanted, as ``json-ld/headline``.
    """
    try:
        value, start = json_values.decode_run(page.source, *_described(page, index))
    except (ValueError, RecursionError):
        return
    objects = list(_objects(value, ""))
    known: dict[object, _Placed] = {}
    for one in objects:
        name = one[0].get("@id")
        if isinstance(name, str) and (name not in known or _says(one) > _says(known[name])):
            known[name] = one
    found = _article(objects, known)
    if found is None:
        return
    for key in keys:
        fields = []
        for member, pointer in _values(found, key.removeprefix("json-ld/"), known):
            locate = partial(_place, page.source, start, pointer)
            field = json_values.as_field(page.source, member, locate, key)
            if field is not None:
                fields.append(_in_script(field))
        if fields:
            yield key, joined(fields)


def _described(page: Page, index: int) -> tuple[int, int]:
    """Return where the JSON of a script begins and ends."""
    source, (start, end) = page.source, page.inside(index)
    if opening := _OPENING.match(source, start, end):
        start = opening.end()
    end = start + len(source[start:end].rstrip())
    closing = _CLOSING.search(source, max(start, end - _CLOSED), end)
    return start, closing.start() if closing else end


def _objects(value: object, pointer: str) -> Iterator[_Placed]:
    """Give the objects in a value, outer ones before those in them."""
    members: Iterable[tuple[str | int, object]] = ()
    if isinstance(value, dict):
        yield value, pointer
        members = value.items()
    elif isinstance(value, list):
        members = enumerate(value)
    if pointer.count("/") < _DEPTH:
        for key, one in members:
            if isinstance(one, dict | list):
                yield from _objects(one, pointer + json_values.step(key))


def _says(one: _Placed) -> tuple[bool, int]:
    """Return how much an object says, so that a reference to it says less than itself."""
    return not _NAMES.isdisjoint(one[0]), len(one[0])


def _article(objects: list[_Placed], known: Mapping[object, _Placed]) -> _Placed | None:
    """Return the article that the page is about, else the first that has a headline."""
    for one, pointer in objects:
        main = one.get("mainEntity")
        if isinstance(main, dict):
            found = _followed((main, pointer + "/mainEntity"), known)
            if _is_article(found):
                return found
    articles = [_followed(one, known) for one in objects if _is_article(one)]
    titled = (one for one in articles if "headline" in one[0])
    return next(titled, articles[0] if articles else None)


def _is_article(one: _Placed) -> bool:
    kinds = one[0].get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    named = (_KIND.fullmatch(kind) for kind in listed if isinstance(kind, str))
    return any(kind is not None and kind[1] in _TYPES for kind in named)


def _followed(one: _Placed, known: Mapping[object, _Placed]) -> _Placed:
    """Return the object that one refers to by its ``@id``, or itself."""
    name = one[0].get("@id")
    if not isinstance(name, str) or not _NAMES.isdisjoint(one[0]):
        return one
    return known.get(name, one)


def _values(
    found: _Placed, member: str, known: Mapping[object, _Placed]
) -> Iterator[tuple[object, str]]:
    """Give the values of a member and their pointers: one, or of a list with references each."""
    article, pointer = found
    if member not in article:
        return
    value, at = article[member], pointer + json_values.step(member)
    if isinstance(value, dict):
        yield _followed((value, at), known)
        return
    if isinstance(value, list):
        placed = [(one, at + json_values.step(number)) for number, one in enumerate(value)]
        every = [
            _followed((one, place), known) if isinstance(one, dict) else (one, place)
            for one, place in placed
        ]
        if not all(place.startswith(at) for _, place in every):
            yield from every
            return
    yield value, at


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
