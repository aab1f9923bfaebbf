"""What is code in MDX 3 (mdxjs.com): modules and expressions."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.patterns import regexp
from newslint.readers.markdown_holes import HOLE, INLINE_CODE, with_holes

_OPENING = regexp(
    r"(?m)^(?P<module>import\s*[{*\"']|import\s+[\w$]+\s*(?:,\s*[{*]|from\s*[\"'])"
    r"|export\s+(?:default|const|let|var|function|class|async|type|interface)\b|export\s*[{*])"
    rf"|{INLINE_CODE}|\\."  # it may speak of it
    r"|(?P<expression>\{)"
)
_TOKEN = regexp(
    r"(?P<opens>[{(\[])|(?P<closes>[})\]])|(?P<blank>\n[ \t]*(?=\r?(?:\n|\Z)))"
    r"|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`"
)


def masked_code(source: str, start: int) -> str:
    """Return the source with ``HOLE`` characters for the code in it, from ``start`` on."""
    return with_holes(source, _holes(source, start))


def _holes(source: str, start: int) -> Iterator[tuple[int, int]]:
    first = start
    while opening := _OPENING.search(source, start):
        start = opening.end()
        if opening["module"]:
            above = max(source.rfind("\n", first, opening.start() - 1) + 1, first)
            if source[above : opening.start()].strip(HOLE + " \t\r\n"):
                continue  # a line of a paragraph
            end = _end(source, opening.start(), at_blank_line=True)
            start = len(source) if end is None else end
        elif opening["expression"]:
            end = _end(source, opening.start(), at_blank_line=False)
            if end is None:  # nothing after it is MDX
                return
            start = end
        else:
            continue
        yield opening.start(), start


def _end(source: str, start: int, *, at_blank_line: bool) -> int | None:
    """Return where all brackets are closed: at once, or at the blank line that ends a module."""
    depth = 0
    for token in _TOKEN.finditer(source, start):
        if token["opens"]:
            depth += 1
        elif token["closes"]:
            depth -= 1
            if depth == 0 and not at_blank_line:
                return token.end()
        elif token["blank"] and depth <= 0 and at_blank_line:
            return token.start()
    return None
