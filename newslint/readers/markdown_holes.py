"""What Markdown leaves out as a whole: fenced code, comments, scripts, shortcodes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newslint.patterns import regexp
from newslint.readers.comments import Run

HOLE = "\0"
"""Stands, in a source of the same length, for each character of what is left out as a whole."""

INLINE_CODE = r"(?<!`)(?P<ticks>`+)(?!`)[^\n]+?(?<!`)(?P=ticks)(?!`)"
"""Within a line."""

_OPENING = regexp(
    r"^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})"
    r"|(?P<comment><!--)"
    r"|<(?P<tag>script|style|pre|svg|iframe)\b[^<>]*>"
    r"|(?P<expression>\{/\*)"
    r"|(?P<hugo>\{\{[<%][ \t]*comment[ \t]*[>%]\}\})"
    r"|(?P<liquid>\{%-?[ \t]*comment[ \t]*-?%\})"
    r"|\{%-?[ ]*(?P<jekyll>highlight)\b[^%]{0,500}%\}"
    r"|\{\{[<%][ ]*(?P<shortcode>highlight|mermaid)\b[^{}]{0,500}\}\}"
    r"|(?P<call>\{\{[<%]|\{%)"
    rf"|{INLINE_CODE}",  # it may speak of all of these
    re.MULTILINE | re.IGNORECASE,
)
_SIGNS = ("```", "~~~", "<", "{/*", "{%", "{{")


def masked(source: str, start: int) -> str:
    """Return the source with ``HOLE`` characters for what is left out from ``start`` on."""
    if not any(sign in source for sign in _SIGNS):
        return source
    holes = ((opening.start(), closing[1]) for opening, closing in _holes(source, start))
    return with_holes(source, holes)


def with_holes(source: str, holes: Iterable[tuple[int, int]]) -> str:
    """Return the source with ``HOLE`` characters for runs of it, given in order."""
    parts: list[str] = []
    position = 0
    for hole_start, hole_end in holes:
        parts += (source[position:hole_start], HOLE * (hole_end - hole_start))
        position = hole_end
    return "".join(parts) + source[position:]


def comments(source: str, start: int) -> Iterator[Run]:
    """Give the comments from ``start`` on."""
    for opening, (last, end) in _holes(source, start):
        if opening.lastgroup in _COMMENTS:
            yield Run(opening.start(), opening.end(), last, end)


def _holes(source: str, start: int) -> Iterator[tuple[re.Match[str], tuple[int, int]]]:
    """Give what opens each hole, and where what closes it begins and ends."""
    unclosed: dict[str, int] = {}  # up to where; looked for once, so hostile text costs no more
    while opening := _OPENING.search(source, start):
        start = opening.end()
        closing = _closing(opening)
        if not closing:
            continue
        end = None
        if start >= unclosed.get(closing, 0):
            end = re.compile(closing, re.MULTILINE | re.IGNORECASE).search(source, start)
            if end is None or end[0] == "\n":
                unclosed[closing] = end.start() if end else len(source)
                end = None
        if end is not None:
            start = end.end()
        elif opening["fence"]:
            start = len(source)
        elif not opening[0].endswith("}"):
            continue  # else a tag by itself
        yield opening, end.span() if end else (start, start)


def _closing(opening: re.Match[str]) -> str:
    if fence := opening["fence"]:
        return rf"^[ \t>]*{fence}{fence[0]}*[ \t]*\r?$"
    if tag := opening["tag"]:
        return rf"</{tag.lower()}[ \t]*>"
    if jekyll := opening["jekyll"]:
        return rf"\{{%-?[ ]*end{jekyll}[ ]*-?%\}}"
    if shortcode := opening["shortcode"]:
        return rf"\{{\{{[<%][ ]*/[ ]*{shortcode}[ ]*[>%]\}}\}}"
    if call := opening["call"]:
        return _CALLS[call]
    return _COMMENTS.get(opening.lastgroup or "", "")


_PARAGRAPH_END = r"\n(?=[ \t]*\r?(?:\n|\Z))"
_CALLS = {
    mark: rf"{closing}|{_PARAGRAPH_END}"
    for mark, closing in (("{{<", r">\}\}"), ("{{%", r"%\}\}"), ("{%", r"%\}"))
}
"""What closes a shortcode of Hugo or a tag of Liquid, whatever its arguments hold; none reaches
beyond its paragraph."""


_COMMENTS = {
    "comment": r"-->",
    "expression": r"\*/\}",
    "hugo": r"\{\{[<%][ \t]*/comment[ \t]*[>%]\}\}",
    "liquid": r"\{%-?[ \t]*endcomment[ \t]*-?%\}",
}
"""What closes comments: those of HTML, of MDX, of Hugo, of Liquid (Jekyll)."""
