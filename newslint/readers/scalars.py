"""Quoted, escaped and folded values of front matter, matched with the source they came from."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.patterns import regexp
from newslint.raw import MapBuilder, OffsetMap, RawField, Segment
from newslint.structs import replace

_TOKEN = {
    "'": regexp(r"''|[ \t]*\r?\n\s*"),
    '"': regexp(
        r"\\x[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\\r?\n[ \t]*|\\."
        r"|[ \t]*\r?\n\s*"
    ),
    "": regexp(r"[ \t]*\r?\n\s*"),
}
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "_": "\xa0", "N": "\x85", "e": "\x1b", "0": "\0"}


def scalar(source: str, start: int, end: int, value: str) -> OffsetMap:
    """Return the map of ``value``, which the parser read from ``source[start:end]``.

    Where the two cannot be matched (block scalars), the value stands for the whole of it.
    """
    if source.startswith(value, start) and end - start == len(value):
        return OffsetMap.shifted(start, len(value))
    quote = source[start] if source[start : start + 1] in {"'", '"'} else ""
    inner, limit = start + len(quote), end - len(quote)
    built = MapBuilder(source, inner)
    position = inner
    for token in _TOKEN[quote].finditer(source, inner, limit):
        built.copy(position, token.start())
        built.replace(token.start(), token.end(), _plain(token.group()))
        position = token.end()
    built.copy(position, limit)
    text, found = built.finish()
    if text == value:
        return found
    return OffsetMap((Segment(0, start, len(value), end - start, copied=False),))


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


def _plain(escape: str) -> str:
    """Return what an escape or a line break in a value stands for."""
    if escape == "''":
        return "'"
    if "\n" in escape:
        return "" if escape[0] == "\\" else "\n" * (escape.count("\n") - 1) or " "
    if escape[1] in "xuU":
        return chr(int(escape.lstrip("\\xuU"), 16))
    return _ESCAPES.get(escape[1], escape[1])
