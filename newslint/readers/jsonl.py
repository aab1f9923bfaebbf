"""JSON Lines: one record a line."""

from __future__ import annotations

import json
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from functools import lru_cache, partial
from json.encoder import encode_basestring
from typing import BinaryIO, TypeAlias

from newslint.errors import InputError, NotAnArticleFileError
from newslint.offsets import OffsetMap
from newslint.raw import Part, RawArticle, RawField, RawProblem, SourceFile
from newslint.readers import json_values
from newslint.readers.fields import LazyFields, metadata_keys, text_key
from newslint.readers.json_values import Locate, Place
from newslint.structs import replace

_PATIENCE = 1000
"""After so many records without a text the file is taken to hold no articles."""


class JsonLinesReader:
    """Reads ``.jsonl`` and ``.ndjson``; a line that is wrong does not lose the others."""

    suffixes = (".jsonl", ".ndjson")

    def read(self, file: SourceFile) -> Iterator[RawArticle | RawProblem]:
        """Give the articles, and the lines that hold none."""
        waiting: list[RawProblem] = []
        records = articles = int(file.goes_on)
        for found in self._records(file):
            if isinstance(found, RawArticle):
                articles += 1
                yield from waiting
                waiting.clear()
                yield found
            elif articles:
                yield found
            else:
                waiting.append(found)
                records += isinstance(found, _NoText)
                if records >= _PATIENCE:
                    break
        if records and not articles:
            wanted = file.fields.get("text")
            raise NotAnArticleFileError(
                f"no record has the field {wanted!r} that [fields] names as text"
                if wanted
                else "no record has an article's text; name its field in [fields]: text = '...'"
            )
        yield from waiting

    def spell(self, text: str) -> str:
        """Return ``text`` as it stands inside a JSON string."""
        return encode_basestring(text)[1:-1]

    def parts(self, file: SourceFile, stream: BinaryIO, size: int) -> list[Part]:
        """Return runs of whole lines of at least ``size`` bytes; see `Reader`.

        There are none where reading all of the file might say something else: what is wrong with
        its bytes is wrong with the file, and that it holds no articles is told by its beginning.
        """
        if file.codec != "utf-8":
            return []
        found: list[Part] = []
        start = record = 0
        line = 1
        while block := stream.read(size):
            block += stream.readline()
            if not _is_sound(block) or not (found or self._has_article(file, block)):
                return []
            end = start + len(block)
            found.append(Part(start, end, record, line))
            lines = (block if start else block.removeprefix(BOM_UTF8)).split(b"\n")
            record += sum(1 for one in lines if one.strip(b" \t\r"))
            line += len(lines) - 1 + block.count(b"\r") - block.count(b"\r\n")
            start = end
        return found

    def _has_article(self, file: SourceFile, block: bytes) -> bool:
        try:
            records = self.read(replace(file, data=block))
            return any(isinstance(one, RawArticle) for one in records)
        except InputError:
            return False

    def _records(self, file: SourceFile) -> Iterator[RawArticle | RawProblem]:
        source = file.text
        file.forget_bytes()
        start, index = 0, file.part.record if file.part else 0
        while start < len(source):
            end = source.find("\n", start)
            end = len(source) if end < 0 else end
            if not _is_blank(source, start, end):
                yield _record(file, start, end, index)
                index += 1
            start = end + 1


def _is_sound(block: bytes) -> bool:
    """Tell whether bytes are UTF-8 without the zero byte of another encoding."""
    try:
        block.decode()
    except UnicodeDecodeError:
        return False
    return b"\0" not in block


class _NoText(RawProblem):
    """A sound record without an article's text."""

    __slots__ = ()


def _is_blank(source: str, start: int, end: int) -> bool:
    beginning = source[start : min(start + 100, end)]
    return not (beginning.strip(" \t\r") or source[start:end].strip(" \t\r"))


def _record(file: SourceFile, start: int, end: int, index: int) -> RawArticle | RawProblem:
    try:
        values, first = json_values.decode_line(file.text, start, end)
    except json.JSONDecodeError as error:
        place = start + error.pos
        return RawProblem(
            f"not JSON: {error.msg.lower()}", place, max(place, _stop(file, start, end)), index
        )
    except RecursionError:
        return RawProblem("not read: nested too deep", start, _stop(file, start, end), index)
    except ValueError:  # Python's limit for whole numbers
        message = "not read: a number has too many digits"
        return RawProblem(message, start, _stop(file, start, end), index)
    if not isinstance(values, dict):
        message = "the record is no JSON object"
        return _NoText(message, start, _stop(file, start, end), index)
    found = _Record(file, values, first).article(index)
    if found is None:
        message = f"the record has no article text; its fields: {', '.join(values) or 'none'}"
        return _NoText(message, start, _stop(file, start, end), index)
    return found


def _stop(file: SourceFile, start: int, end: int) -> int:
    """Return where the line from ``start`` to ``end`` ends without carriage returns."""
    return start + len(file.text[start:end].rstrip("\r"))


@lru_cache(maxsize=1024)
def _pointer(key: str) -> str:
    """Return the JSON pointer of a member."""
    return "/" + json_values.clean_string(key).replace("~", "~0").replace("/", "~1")


def _nowhere() -> Place:
    """Stand for the place of a value of which only the characters matter."""
    return 0, 0


_Found: TypeAlias = tuple[object, Locate, str]
"""A value, what tells where it stands, and its JSON pointer."""


class _Record:
    """A JSON object that is an article.

    Args:
        file: The file, for its text and its configured fields.
        values: The values of its members.
        start: Where it stands in the file's text.
    """

    __slots__ = ("_configured", "_places", "_pointed", "_source", "_start", "_values")

    def __init__(self, file: SourceFile, values: Mapping[str, object], start: int) -> None:
        self._source = file.text
        self._configured = file.fields
        self._values = values
        self._start = start
        self._places: Mapping[str, Place] | None = None
        self._pointed: dict[str, RawField] = {}

    def article(self, index: int) -> RawArticle | None:
        """Return the article, or ``None`` when the record has no text."""
        keys, wanted = tuple(self._values), self._configured.get("text")
        if wanted is not None and wanted.startswith("/"):
            key, found = None, self._led_to(wanted)
        else:
            key = text_key(keys, wanted)
            found = self._member(key) if key is not None else None
        text = self._text(*found) if found else None
        if text is None:
            return None
        filled = {one: self._filled(value) for one, value in self._values.items() if one != key}
        for name, pointer in self._configured.items():
            if name != "text" and pointer.startswith("/") and filled.get(pointer) is None:
                filled[pointer] = self._point(pointer)
        if None in filled.values():
            filled = {one: full for one, full in filled.items() if full is not None}
        configured = tuple(self._configured.items())
        names = metadata_keys(tuple(filled), tuple(filled.values()), configured)
        fields = LazyFields(names, self._metadata)
        return RawArticle(text.raw, text.map, fields, index, text.pointer, self._start)

    def _text(self, value: object, locate: Locate, pointer: str) -> RawField | None:
        """Return the article's text: a string, a list of paragraphs, or null for an empty one."""
        if value is None or value == []:
            return RawField("", OffsetMap.later(lambda: OffsetMap.shifted(locate()[0], 0)), pointer)
        if not isinstance(value, str | list):
            return None
        return json_values.as_field(self._source, value, locate, pointer, "\n\n")

    def _filled(self, value: object) -> bool | None:
        """Tell whether a member has more than blanks, or ``None`` when it gives no field."""
        if isinstance(value, str):
            return value != "" and not value.isspace()
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
        field = self._pointed.get(key) or json_values.as_field(self._source, *self._member(key))
        assert field is not None, key
        return field

    def _member(self, key: str) -> _Found:
        return self._values[key], partial(self._locate, key), _pointer(key)

    def _led_to(self, pointer: str) -> _Found | None:
        """Return what a JSON pointer leads to."""
        place = json_values.find(self._source, self._start, pointer)
        if place is None:
            return None
        return json_values.decode(self._source, place[0])[0], lambda: place, pointer

    def _locate(self, key: str) -> Place:
        if self._places is None:
            self._places = json_values.members(self._source, self._start)
        return self._places[key]
