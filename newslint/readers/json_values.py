"""JSON values, and where they stand: looked for only when somebody asks, which is seldom."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import Any, TypeAlias

from newslint.offsets import EscapedMap, unwritable
from newslint.patterns import regexp
from newslint.raw import MapBuilder, OffsetMap, RawField

Place: TypeAlias = tuple[int, int]
"""Where a value begins and ends: offsets in the source."""
Locate: TypeAlias = Callable[[], Place]


NOTHING = object()
"""What is not there; ``None`` is the null of JSON."""
LONG = 1_000_000
"""Code points from which a run is read where it stands; a copy of it is not worth its memory."""
SOME_DIGITS = 640
"""Python's limit for whole numbers cannot be set lower."""


class Number:
    """A number as it is written."""

    __slots__ = ("written",)

    def __init__(self, written: str) -> None:
        self.written = written


def _whole_number(digits: str) -> Number:
    if len(digits) > SOME_DIGITS:
        int(digits)  # raises where there are more than Python reads
    return Number(digits)


_DECODER = json.JSONDecoder(
    strict=False, parse_int=_whole_number, parse_float=Number, parse_constant=Number
)
"""Lenient about raw control characters in strings: a rule reports them, the record is not lost."""
_SPACE = regexp(r"[ \t\r\n]*")
_BRACKET = regexp(r"[\"{}\[\]]")
_SCALAR = regexp(r"[^\s,}\]]*")
_ESCAPE = regexp(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|(?:r|u000[dD])(?:\\n|\\u000[aA]|\n)|u[0-9a-fA-F]{4}|.)"
)
"""An escape, or a pair of them that is one character; the literal it begins with makes it fast."""
_SPECIAL = regexp(rf"{_ESCAPE.pattern}|\r(?:\n|\\n|\\u000[aA])?|[\ud800-\udfff]")
_SURROGATE = regexp(r"[\ud800-\udfff]")


def decode(text: str, position: int = 0) -> tuple[Any, int, int]:
    """Return the value that begins at or after ``position``, and its place.

    Raises:
        ValueError: where there is none (`json.JSONDecodeError`), or a number is too long.
    """
    start = _skip(text, position)
    value, end = _DECODER.raw_decode(text, start)
    return value, start, end


def decode_run(source: str, start: int, end: int) -> tuple[Any, int]:
    """Return the value that a run of the source consists of, and where it begins.

    Raises:
        ValueError: when it is no JSON (`json.JSONDecodeError`, places counted in the run),
            something follows the value, or a number is too long.
    """
    if end - start > LONG:
        with suppress(ValueError, RecursionError):  # said of the run alone, below
            value, first, last = decode(source, start)
            if last <= end <= _skip(source, last):
                return value, first
    value, first = _decode_only(source[start:end])
    return value, start + first


def _decode_only(text: str) -> tuple[Any, int]:
    start = _skip(text, 0)
    try:
        value, end = _DECODER.raw_decode(text, start)
    except json.JSONDecodeError:
        if text.startswith("{", start):  # say it in our words, whatever the version of Python
            for _ in _members(text, start, lambda position: decode(text, position)[2]):
                pass
        raise
    end = _skip(text, end)
    if end < len(text):
        raise json.JSONDecodeError("Extra data", text, end)
    return value, start


def members(text: str, position: int) -> dict[str, Place]:
    """Return where the members of the sound object at ``position`` stand; of equal keys the last.

    What stands in a value is passed over and not read, however deep it is nested.
    """
    found = _members(text, position, partial(_end, text))
    return {key: (start, end) for key, start, end in found}


def _members(
    text: str, position: int, end_of: Callable[[int], int]
) -> Iterator[tuple[str, int, int]]:
    position = _skip(text, position + 1)
    while text[position : position + 1] != "}":
        if text[position : position + 1] != '"':
            raise json.JSONDecodeError("Expecting a property name in quotes", text, position)
        key, position = _DECODER.raw_decode(text, position)
        start = _skip(text, _expect(text, _skip(text, position), ":"))
        end = end_of(start)
        yield key, start, end
        position = _skip(text, end)
        if text[position : position + 1] != "}":
            position = _skip(text, _expect(text, position, ","))
            _expect(text, position, '"')


def elements(text: str, position: int) -> Iterator[Place]:
    """Give where the elements of the sound array at ``position`` stand."""
    position = _skip(text, position + 1)
    while text[position] != "]":
        end = _end(text, position)
        yield position, end
        position = _skip(text, end)
        if text[position] == ",":
            position = _skip(text, position + 1)


def find(text: str, position: int, pointer: str) -> Place | None:
    """Return where a JSON pointer (RFC 6901) leads to, from the value at ``position``."""
    found: Place | None = (position, _end(text, position))
    for part in pointer.split("/")[1:]:
        if found is None:
            return None
        key = part.replace("~1", "/").replace("~0", "~")
        start = found[0]
        if text[start] == "{":
            found = members(text, start).get(key)
        elif text[start] == "[" and key.isdecimal():
            found = dict(enumerate(elements(text, start))).get(int(key))
        else:
            return None
    return found


def led_to(value: object, pointer: str) -> object:
    """Return the value that a JSON pointer leads to from a decoded one, or `NOTHING`."""
    for part in pointer.split("/")[1:]:
        key = part.replace("~1", "/").replace("~0", "~")
        if isinstance(value, dict) and key in value:
            value = value[key]
        elif isinstance(value, list) and key.isdecimal() and int(key) < len(value):
            value = value[int(key)]
        else:
            return NOTHING
    return value


def step(key: str | int) -> str:
    """Return a key or an index as a part of a JSON pointer."""
    return "/" + str(key).replace("~", "~0").replace("/", "~1")


def clean_string(raw: str) -> str:
    """Return a decoded string as rules see it: LF line ends, U+FFFD for half a surrogate pair."""
    if "\r" in raw:
        raw = raw.replace("\r\n", "\n").replace("\r", "\n")
    return raw if _is_sound(raw) else _SURROGATE.sub("\ufffd", raw)


def _is_sound(text: str) -> bool:
    """Tell whether a text is without half a surrogate pair."""
    if text.isascii():
        return True
    try:
        text.encode()  # an order of magnitude faster than a search
    except UnicodeEncodeError:
        return False
    return True


def _specials(source: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Give the runs of a string literal that stand for one character, its quotes left out."""
    plain = source.find("\r", start, end) < 0 and _is_sound(source[start:end])
    return (_ESCAPE if plain else _SPECIAL).finditer(source, start + 1, end - 1)


def _add_string(built: MapBuilder, start: int, end: int) -> None:
    """Add the characters of the string literal from ``start`` to ``end`` (with its quotes)."""
    source, position = built.source, start + 1
    for match in _specials(source, start, end):
        built.copy(position, match.start())
        token = match.group()
        plain = json.loads(f'"{token}"', strict=False) if "\\" in token else token
        built.replace(match.start(), match.end(), clean_string(plain))
        position = match.end()
    built.copy(position, end - 1)


def as_field(
    source: str, value: object, locate: Locate | None, pointer: str, separator: str = ", "
) -> RawField | None:
    """Return a JSON value as a metadata field, or ``None`` when it has no text.

    A number gives its digits; a list of strings (authors) its elements joined by ``separator``; an
    object its ``name``.

    Args:
        source: The decoded text of the file.
        value: The value as `decode` gives it.
        locate: Tells where it stands in ``source``; ``None`` where it stands in no text, as in a
            file without lines.
        pointer: What the field is called in the file.
        separator: What stands between the elements of a list.
    """
    depth = 0
    while isinstance(value, dict):
        if "name" not in value:
            return None
        value, depth = value["name"], depth + 1
    if isinstance(value, str):
        raw = clean_string(value)
    elif isinstance(value, list):
        strings = [one for one in map(_named, value) if isinstance(one, str)]
        raw = separator.join(map(clean_string, strings))
        if not raw:
            return None
    elif isinstance(value, Number):
        raw = value.written
    elif isinstance(value, bool):
        raw = str(value).lower()
    else:
        return None

    if locate is None:
        placed = OffsetMap.shifted(0, len(raw))
    else:
        mapped = partial(_value_map, source, value, depth, locate, separator)
        in_quotes = isinstance(value, str | list)
        placed = OffsetMap.later(mapped, None if in_quotes else unwritable)
    return RawField(raw, placed, pointer)


def _value_map(source: str, value: object, depth: int, locate: Locate, separator: str) -> OffsetMap:
    """Return the map of a value that stands in the ``name`` of so many objects."""
    start, end = locate()
    for _ in range(depth):
        start, end = members(source, start)["name"]
    if isinstance(value, str):
        return _string_map(source, start, end)
    if isinstance(value, list):
        return _list_map(source, start, separator)
    return OffsetMap.shifted(start, end - start)


def has_strings(value: list[object]) -> bool:
    """Tell whether a list has strings that `as_field` would join."""
    return any(isinstance(one, str) and one for one in map(_named, value))


def _named(element: object) -> object:
    return element.get("name") if isinstance(element, dict) else element


def _string_map(source: str, start: int, end: int) -> OffsetMap:
    runs = [match.span() for match in _specials(source, start, end)]
    if not runs:
        return OffsetMap.shifted(start + 1, end - start - 2)
    return EscapedMap(start + 1, end - 1, runs)


def _list_map(source: str, start: int, separator: str) -> OffsetMap:
    built = MapBuilder(source, start)
    previous = None
    for first, last in elements(source, start):
        if source[first] == "{":
            place = members(source, first).get("name")
            if place is None:
                continue
            first, last = place
        if source[first] != '"':
            continue
        if previous is not None:
            built.replace(previous, first, separator)
        _add_string(built, first, last)
        previous = last
    return built.finish()[1]


def _end(text: str, start: int) -> int:
    """Return where the sound value at ``start`` ends."""
    if text[start] == '"':
        return _string_end(text, start)
    if text[start] not in "{[":
        scalar = _SCALAR.match(text, start)
        return scalar.end() if scalar else start
    depth, position = 1, start + 1
    while depth and (mark := _BRACKET.search(text, position)):
        position = mark.end()
        if mark.group() == '"':
            position = _string_end(text, mark.start())
        else:
            depth += 1 if mark.group() in "{[" else -1
    return position


def _string_end(text: str, start: int) -> int:
    end = text.index('"', start + 1)
    while text[end - 1] == "\\" and _escaped(text, end):
        end = text.index('"', end + 1)
    return end + 1


def _escaped(text: str, position: int) -> bool:
    first = position
    while text[first - 1] == "\\":
        first -= 1
    return (position - first) % 2 == 1


def _skip(text: str, position: int) -> int:
    if text[position : position + 1] > " ":
        return position
    match = _SPACE.match(text, position)
    return match.end() if match else position


def _expect(text: str, position: int, character: str) -> int:
    if text[position : position + 1] != character:
        raise json.JSONDecodeError(f"Expecting {character!r}", text, position)
    return position + 1
