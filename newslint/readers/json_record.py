"""JSON objects that are articles, whether in a file of lines or in one document."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache, partial
from json.encoder import encode_basestring, encode_basestring_ascii
from typing import TypeAlias

from newslint.offsets import OffsetMap, unwritable
from newslint.raw import RawArticle, RawField
from newslint.readers import json_values
from newslint.readers.body import Body, as_body, as_metadata
from newslint.readers.fields import LazyFields, metadata_keys, text_key
from newslint.readers.json_values import Locate, Place

Member: TypeAlias = tuple[object, Locate | None, str]
"""A value, what tells where it stands (see `json_values.as_field`), and its JSON pointer."""

OWN = "_newslint"
"""The member in which a record speaks to newslint: a string, a list, or a table with `ignore`."""
_BODIES = ("bodies", "headlines", "descriptions")
"""What ninjs 2 and 3 (IPTC) have lists of, an object with ``value`` for each kind of reader."""
_OTHER_MEDIA = frozenset({"audio", "video", "picture", "graphic", "composite", "component"})
"""What an item of ninjs may say it is (``type``) that is no text."""


def lacks_text(values: object) -> str:
    """Return what is wrong with a record that has no article's text."""
    if not isinstance(values, dict):
        return "the record is no JSON object"
    return f"the record has no article text; its fields: {', '.join(values) or 'none'}"


def is_other_media(values: object) -> bool:
    """Tell whether a record says that it is a picture or the like (ninjs): it may lack a text."""
    if not isinstance(values, dict) or "uri" not in values:
        return False
    kind = values.get("type")
    return isinstance(kind, str) and kind in _OTHER_MEDIA


def record_fields(values: Mapping[str, object], configured: Mapping[str, str]) -> dict[str, str]:
    """Return the configured fields, and those that ninjs 2 and 3 keep in lists.

    There the text is ``/bodies/0/value``, or rather that of the first body in plain text.
    """
    found: dict[str, str] = {}
    for name, key in zip(("text", "headline", "description"), _BODIES, strict=True):
        listed = values.get(key)
        if not isinstance(listed, list):
            continue
        kinds = {
            _kind(one): number
            for number, one in reversed(list(enumerate(listed)))
            if isinstance(one, dict) and isinstance(one.get("value"), str)
        }
        if kinds:
            found[name] = f"/{key}/{kinds.get('text/plain', min(kinds.values()))}/value"
    return {**found, **configured}


def _kind(holder: Mapping[str, object]) -> str:
    """Return the type that an object says its ``value`` is of (ninjs 2 and 3)."""
    return str(holder.get("contenttype", holder.get("contentType", "")))


def text_of(values: Mapping[str, object], fields: Mapping[str, str]) -> object:
    """Return the value that is a record's text, ``json_values.NOTHING`` when it has none."""
    wanted = fields.get("text")
    if wanted is not None and wanted.startswith("/"):
        value = json_values.led_to(values, wanted)
    else:
        key = _text_key(values, wanted)
        value = values[key] if key is not None else json_values.NOTHING
    if value is None or isinstance(value, str):
        return value
    strings = isinstance(value, list) and (not value or json_values.has_strings(value))
    return value if strings else json_values.NOTHING


def _text_key(values: Mapping[str, object], wanted: str | None) -> str | None:
    """Return the member that is a record's text: of those with a usual name the first with any."""
    key = text_key(tuple(values), wanted)
    if key is None or wanted is not None or _has_words(values[key]):
        return key
    return text_key(tuple(one for one, value in values.items() if _has_words(value))) or key


def _has_words(value: object) -> bool:
    if isinstance(value, str):
        return value != "" and not value.isspace()
    return isinstance(value, list) and json_values.has_strings(value)


@lru_cache(maxsize=1024)
def _step(key: str) -> str:
    """Return what a member adds to the JSON pointer of its object."""
    return json_values.step(json_values.clean_string(key))


def _nowhere() -> Place:
    """Stand for the place of a value of which only the characters matter."""
    return 0, 0


class JsonSpelling:
    """What readers of JSON share: how a fix is written."""

    def spell(self, text: str) -> str:
        """Return ``text`` as it stands inside a JSON string."""
        return encode_basestring(text)[1:-1]

    def refer(self, character: str) -> str:
        """Return a character that the file's encoding lacks as an escape; no half of a pair."""
        alone = "\ud800" <= character <= "\udfff"
        return character if alone else encode_basestring_ascii(character)[1:-1]


class JsonRecord:
    """A JSON object that is an article.

    Args:
        source: The text of the file.
        values: The values of its members.
        start: Where it stands in the file's text.
        fields: Canonical names and the keys or JSON pointers they have in it (`record_fields`).
        pointer: Where it stands in its document, a JSON pointer.
    """

    __slots__ = ("_configured", "_places", "_pointed", "_pointer", "_source", "_start", "_values")

    def __init__(
        self,
        source: str,
        values: Mapping[str, object],
        start: int,
        fields: Mapping[str, str],
        pointer: str = "",
    ) -> None:
        self._source = source
        self._configured = fields
        self._values = values
        self._start = start
        self._pointer = pointer
        self._places: Mapping[str, Place] | None = None
        self._pointed: dict[str, RawField] = {}

    def article(self, index: int | None) -> RawArticle | None:
        """Return the article of that number, or ``None`` when the record has no text."""
        wanted = self._configured.get("text")
        if wanted is not None and wanted.startswith("/"):
            key, found = None, self._led_to(wanted)
        else:
            key = _text_key(self._values, wanted)
            found = self._member(key) if key is not None else None
        text = self._text(*found) if found else None
        if text is None:
            return None
        filled = {one: self._filled(value) for one, value in self._values.items() if one != key}
        if OWN in filled and self._values[OWN] is not None:
            filled[OWN] = True  # a table counts, too
        for name, pointer in self._configured.items():
            if name != "text" and pointer.startswith("/") and filled.get(pointer) is None:
                filled[pointer] = self._point(pointer)
        if None in filled.values():
            filled = {one: full for one, full in filled.items() if full is not None}
        configured = tuple(self._configured.items())
        names = metadata_keys(tuple(filled), tuple(filled.values()), configured)
        fields = LazyFields(names, self._metadata)
        return RawArticle(
            text.raw, text.map, fields, index, text.pointer, self._start, text.comments
        )

    def _text(self, value: object, locate: Locate | None, pointer: str) -> Body | None:
        """Return the article's text: a string, a list of paragraphs, or null for an empty one."""
        if value is None or value == []:
            empty = OffsetMap.later(
                lambda: OffsetMap.shifted(locate()[0] if locate else 0, 0), unwritable
            )
            return Body("", empty, pointer)
        if not isinstance(value, str | list):
            return None
        field = json_values.as_field(self._source, value, locate, pointer, "\n\n")
        return as_body(field, is_html=self._says_html()) if field else None

    def _says_html(self) -> bool:
        """Tell whether the object that has the text says that it is HTML (ninjs 2 and 3)."""
        above, _, last = self._configured.get("text", "").rpartition("/")
        holder = json_values.led_to(self._values, above) if above and last else None
        return isinstance(holder, dict) and "html" in _kind(holder)

    def _filled(self, value: object) -> bool | None:
        """Tell whether a member has more than blanks, or ``None`` when it gives no field."""
        if isinstance(value, str):
            return _has_words(value)
        if isinstance(value, dict | list):
            field = json_values.as_field(self._source, value, _nowhere, "")
            return bool(field.raw.strip()) if field else None
        return None if value is None else True

    def _point(self, pointer: str) -> bool | None:
        """Find a field by its JSON pointer, and tell of it what `_filled` tells."""
        found = self._led_to(pointer)
        field = json_values.as_field(self._source, *found) if found else None
        if field is None:
            return None
        self._pointed[pointer] = field
        return bool(field.raw.strip())

    def _metadata(self, key: str) -> RawField:
        if key == OWN and isinstance(self._values[key], dict | list):
            start, end = self._locate(key)
            raw = self._source[start:end]
            return RawField(raw, OffsetMap.shifted(start, len(raw)), self._pointer + _step(key))
        field = self._pointed.get(key) or json_values.as_field(self._source, *self._member(key))
        assert field is not None, key
        return as_metadata(field)

    def _member(self, key: str) -> Member:
        pointer = self._pointer + _step(key)
        return self._values[key], partial(self._locate, key), pointer

    def _led_to(self, pointer: str) -> Member | None:
        """Return what a JSON pointer leads to."""
        value = json_values.led_to(self._values, pointer)
        if value is json_values.NOTHING:
            return None
        return value, partial(self._pointed_at, pointer), self._pointer + pointer

    def _pointed_at(self, pointer: str) -> Place:
        place = json_values.find(self._source, self._start, pointer)
        assert place is not None, pointer
        return place

    def _locate(self, key: str) -> Place:
        if self._places is None:
            self._places = json_values.members(self._source, self._start)
        return self._places[key]
