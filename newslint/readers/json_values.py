"""JSON values with their places: an object's members, a string's characters, pointers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from newslint.patterns import regexp
from newslint.raw import MapBuilder, OffsetMap, RawField

_DECODER = json.JSONDecoder(strict=False)
"""Lenient about raw control characters in strings: a rule reports them, the record is not lost."""
_SPACE = regexp(r"[ \t\r\n]*")
_SPECIAL = regexp(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|\\r\\n|\\u[0-9a-fA-F]{4}|\\.|\r\n?|[\ud800-\udfff]"
)
_SURROGATE = regexp(r"[\ud800-\udfff]")


class Value(NamedTuple):
    """A JSON value and where it stands: offsets in the text it was decoded from."""

    value: Any
    start: int
    end: int


def decode(text: str, position: int = 0) -> Value:
    """Return the value that begins at or after ``position``.

    Raises:
        json.JSONDecodeError: where there is none.
    """
    start = _skip(text, position)
    value, end = _DECODER.raw_decode(text, start)
    return Value(value, start, end)


def decode_object(text: str) -> Value | None:
    """Return the object that ``text`` consists of, its members as from `members`.

    ``None`` when it consists of another value.

    Raises:
        json.JSONDecodeError: when it is no JSON, or something follows the value.
    """
    start = _skip(text, 0)
    if text[start : start + 1] == "{":
        value, end = _members(text, start)
    else:
        value, end = None, decode(text, start).end
    if _skip(text, end) < len(text):
        raise json.JSONDecodeError("Extra data", text, end)
    return None if value is None else Value(value, start, end)


def members(text: str, position: int) -> dict[str, Value]:
    """Return the members of the object that begins at ``position``; of equal keys the last."""
    return _members(text, position)[0]


def _members(text: str, position: int) -> tuple[dict[str, Value], int]:
    found: dict[str, Value] = {}
    position = _skip(text, position + 1)
    while text[position : position + 1] != "}":
        if text[position : position + 1] != '"':
            raise json.JSONDecodeError("Expecting a property name in quotes", text, position)
        key, position = _DECODER.raw_decode(text, position)
        position = _expect(text, _skip(text, position), ":")
        found[key] = value = decode(text, position)
        position = _skip(text, value.end)
        if text[position : position + 1] != "}":
            position = _skip(text, _expect(text, position, ","))
            _expect(text, position, '"')
    return found, position + 1


def elements(text: str, position: int) -> Iterator[Value]:
    """Give the elements of the array that begins at ``position``, which must be sound."""
    position = _skip(text, position + 1)
    while text[position] != "]":
        value = decode(text, position)
        yield value
        position = _skip(text, value.end)
        if text[position] == ",":
            position = _skip(text, position + 1)


def find(text: str, position: int, pointer: str) -> Value | None:
    """Return the value a JSON pointer (RFC 6901) leads to, from the value at ``position``."""
    found: Value | None = decode(text, position)
    for part in pointer.split("/")[1:]:
        if found is None:
            return None
        key = part.replace("~1", "/").replace("~0", "~")
        if isinstance(found.value, dict):
            found = members(text, found.start).get(key)
        elif isinstance(found.value, list) and key.isdecimal():
            found = dict(enumerate(elements(text, found.start))).get(int(key))
        else:
            return None
    return found


def clean_string(raw: str) -> str:
    """Return a decoded string as rules see it: LF line ends, U+FFFD for half a surrogate pair."""
    if "\r" in raw:
        raw = raw.replace("\r\n", "\n").replace("\r", "\n")
    try:
        raw.encode()  # an order of magnitude faster than a search for half a pair
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", raw)
    return raw


def add_string(built: MapBuilder, start: int, end: int) -> None:
    """Add the characters of the string literal from ``start`` to ``end`` (with its quotes)."""
    source, position, end = built.source, start + 1, end - 1
    for match in _SPECIAL.finditer(source, position, end):
        built.copy(position, match.start())
        token = match.group()
        plain = json.loads(f'"{token}"') if token[0] == "\\" else token
        built.replace(match.start(), match.end(), clean_string(plain))
        position = match.end()
    built.copy(position, end)


def string_map(source: str, start: int, end: int, clean: str) -> OffsetMap:
    """Return the map of the string literal from ``start`` to ``end``, whose text is ``clean``."""
    if end - start - 2 == len(clean) and source.startswith(clean, start + 1):
        return OffsetMap.shifted(start + 1, len(clean))

    def make() -> OffsetMap:
        built = MapBuilder(source, start + 1)
        add_string(built, start, end)
        return built.finish()[1]

    return OffsetMap.later(make)


def as_field(
    source: str, text: str, offset: int, value: Value, pointer: str, separator: str = ", "
) -> RawField | None:
    """Return a JSON value as a metadata field, or ``None`` when it has no text.

    A number gives its digits; a list of strings (authors) its elements joined by ``separator``; an
    object its ``name``.

    Args:
        source: The decoded text of the file.
        text: The part of it that was parsed, which begins at ``offset``.
        offset: Where ``text`` stands in ``source``.
        value: The value, placed in ``text``.
        pointer: What the field is called in the file.
        separator: What stands between the elements of a list.
    """
    content, start, end = value.value, value.start + offset, value.end + offset
    if isinstance(content, str):
        clean = clean_string(content)
        return RawField(clean, string_map(source, start, end, clean), pointer)
    if isinstance(content, int | float):
        return RawField(source[start:end], OffsetMap.shifted(start, end - start), pointer)
    if isinstance(content, dict):
        name = members(text, value.start).get("name") if "name" in content else None
        return as_field(source, text, offset, name, pointer) if name else None
    if not isinstance(content, list):
        return None
    built = MapBuilder(source, start)
    previous = None
    for element in elements(text, value.start):
        if isinstance(element.value, dict) and "name" in element.value:
            element = members(text, element.start)["name"]
        if not isinstance(element.value, str):
            continue
        if previous is not None:
            built.replace(previous, element.start + offset, separator)
        add_string(built, element.start + offset, element.end + offset)
        previous = element.end + offset
    return RawField(*built.finish(), pointer) if built.length else None


def _skip(text: str, position: int) -> int:
    if text[position : position + 1] > " ":
        return position
    match = _SPACE.match(text, position)
    return match.end() if match else position


def _expect(text: str, position: int, character: str) -> int:
    if text[position : position + 1] != character:
        raise json.JSONDecodeError(f"Expecting {character!r}", text, position)
    return position + 1
