"""Quoted, escaped and folded values of front matter, matched with the source they came from."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from newslint.patterns import regexp
from newslint.raw import MapBuilder, OffsetMap, RawField, Segment
from newslint.structs import replace

_ESCAPE = r"\\x[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}"
_FOLD = r"[ \t]*\r?\n\s*"
_TOKEN = {
    "'": regexp(rf"''|{_FOLD}"),
    '"': regexp(rf"{_ESCAPE}|\\\r?\n[ \t]*|\\.|{_FOLD}"),
    "": regexp(_FOLD),
}
_TOML_TOKEN = {
    "'": regexp(r"\r\n"),
    '"': regexp(rf"{_ESCAPE}|\\[ \t]*\r?\n\s*|\\.|\r\n"),
}
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "_": "\xa0", "N": "\x85", "e": "\x1b", "0": "\0"}
_PROPERTIES = regexp(r"(?:[&!]\S*\s+)+")
"""The anchor and the tag of a value, which stand before it."""
_LINE_END = regexp(r"\r?\n")
_HEADER = regexp(r"[^\n]*\n")
_BLANKS = regexp(r"\s+")
_PIECE = regexp(r"\s+|\S+")


def scalar(source: str, start: int, end: int, value: str) -> OffsetMap:
    """Return the map of ``value``, which the parser of YAML read from ``source[start:end]``.

    Where the two cannot be matched, the value stands for the whole of it.
    """
    if properties := _PROPERTIES.match(source, start, end):
        start = properties.end()
    if source.startswith(value, start) and end - start == len(value):
        return OffsetMap.shifted(start, len(value))
    if source[start] in "|>":
        return _block(source, start, end, value) or _whole(start, end, value)
    quote = source[start] if source[start] in "'\"" else ""
    inner = start + len(quote), end - len(quote)
    return _matched(source, *inner, value, _TOKEN[quote], _plain) or _whole(start, end, value)


def toml_string(source: str, start: int, end: int, value: str) -> OffsetMap:
    """Return the map of ``value``, which a string of TOML with its quotes stands for."""
    quotes = 3 if source.startswith(('"""', "'''"), start) else 1
    first, last = start + quotes, end - quotes
    if quotes == 3 and (line_end := _LINE_END.match(source, first)):
        first = line_end.end()  # it is no part of the string
    token = _TOML_TOKEN[source[start]]
    return _matched(source, first, last, value, token, _plain_toml) or _whole(start, end, value)


def _whole(start: int, end: int, value: str) -> OffsetMap:
    return OffsetMap((Segment(0, start, len(value), end - start, copied=False),))


def _matched(
    source: str,
    start: int,
    end: int,
    value: str,
    token: re.Pattern[str],
    plain: Callable[[str], str],
) -> OffsetMap | None:
    """Return the map of a run in which tokens stand for something else, if it is the value's."""
    built = MapBuilder(source, start)
    position = start
    for one in token.finditer(source, start, end):
        built.copy(position, one.start())
        built.replace(one.start(), one.end(), plain(one.group()))
        position = one.end()
    built.copy(position, end)
    text, found = built.finish()
    return found if text == value else None


def _block(source: str, start: int, end: int, value: str) -> OffsetMap | None:
    """Return the map of a block scalar (``|``, ``>``): blanks in it may be spelled differently."""
    header = _HEADER.match(source, start, end)
    position = header.end() if header else end
    built = MapBuilder(source, position)
    for piece in _PIECE.finditer(value):
        blanks = _BLANKS.match(source, position, end)
        if not piece.group().isspace():
            if blanks and not built.length:
                position = blanks.end()  # the indentation
            if not source.startswith(piece.group(), position):
                return None
            built.copy(position, position + len(piece.group()))
            position += len(piece.group())
        elif blanks is None:
            return None
        elif blanks.group() == piece.group():
            built.copy(*blanks.span())
            position = blanks.end()
        else:
            built.replace(*blanks.span(), piece.group())
            position = blanks.end()
    return built.finish()[1]


def join(parts: Sequence[RawField], pointer: str) -> RawField | None:
    """Return one field of the elements of a list, joined by ``", "``, or ``None`` for no element.

    What stands between two elements in the source stands for the comma.
    """
    if not parts:
        return None
    segments: list[Segment] = []
    clean = 0
    for part in parts:
        if segments:
            gap = max(part.map.start(0) - segments[-1].source_end, 0)
            segments.append(Segment(clean, segments[-1].source_end, 2, gap, copied=False))
            clean += 2
        segments.extend(replace(one, clean=clean + one.clean) for one in part.map.segments)
        clean += len(part.raw)
    text = ", ".join(part.raw for part in parts)
    return RawField(text, OffsetMap(tuple(segments)), pointer)


def _plain_toml(escape: str) -> str:
    """Return what an escape or a line end in a string of TOML stands for."""
    return "\n" if escape == "\r\n" else _plain(escape)


def _plain(escape: str) -> str:
    """Return what an escape or a line break in a value stands for."""
    if escape == "''":
        return "'"
    if "\n" in escape:
        return "" if escape[0] == "\\" else "\n" * (escape.count("\n") - 1) or " "
    if escape[1] in "xuU":
        return chr(int(escape.lstrip("\\xuU"), 16))
    return _ESCAPES.get(escape[1], escape[1])
