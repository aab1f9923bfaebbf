"""The HTML that feeds carry as text: tags left out, entities decoded, in one pass.

Not an HTML reader: what stands in feeds are paragraphs with inline markup. A whole reader of HTML
can take the place of `html_text`, which is all that others use.
"""

from __future__ import annotations

import html
import re

from newslint.offsets import OffsetMap
from newslint.patterns import regexp
from newslint.raw import MapBuilder
from newslint.readers.markup_text import BLOCKS, HIDDEN, MarkupMap, Prose

_TOKEN = regexp(
    r"<!--|</?(?P<tag>[A-Za-z][A-Za-z0-9:-]*)(?:[\s/][^<>]*)?>|<[!?][^<>]*>"
    r"|(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
)
_PARTED = regexp(r"<(?:p|div|br|li|td|h[1-6])\b", re.IGNORECASE)
_BLANK_LINE = regexp(r"\n[ \t]*\n\s*")
_TAG = regexp(r"<!--|</?[A-Za-z][A-Za-z0-9:-]*(?:[\s/][^<>]*)?>")


def html_text(text: str, found: MarkupMap) -> tuple[str, OffsetMap]:
    """Return the clean text of HTML, and its map to the source.

    A text without any tag keeps its line ends: it is plain text, as older feeds have it. In one
    whose tags part no paragraphs blank lines do, as in what WordPress exports.

    Args:
        text: The decoded content of an element.
        found: Its map to the source.
    """
    if _TAG.search(text):
        prose = Prose(text)
        _Flow(text, prose).write()
        clean, inner = prose.finish()
        return clean, OffsetMap.later(lambda: found.through(inner, prose.breaks))
    built = MapBuilder(text)
    position, end = len(text) - len(text.lstrip()), len(text.rstrip())
    for token in _TOKEN.finditer(text, position, end):
        if token["entity"]:
            built.copy(position, token.start())
            built.replace(*token.span(), html.unescape(token.group()))
            position = token.end()
    built.copy(position, end)
    clean, inner = built.finish()
    return clean, OffsetMap.later(lambda: found.through(inner, ()))


class _Flow:
    """Reads HTML from left to right and writes its running text."""

    def __init__(self, text: str, prose: Prose) -> None:
        self._text = text
        self._prose = prose
        self._parted = _PARTED.search(text) is not None
        self._never_closed: set[str] = set()

    def write(self) -> None:
        position = 0
        while token := _TOKEN.search(self._text, position):
            self._copy(position, token.start())
            position = token.end()
            tag = (token["tag"] or "").lower()
            if token["entity"]:
                self._prose.replace(*token.span(), html.unescape(token.group()))
            elif token.group() == "<!--":
                position = self._after("-->", position)
            elif tag in HIDDEN and not token.group().startswith("</"):
                position = self._after(rf"</{tag}\s*>", position)
            elif tag in BLOCKS or not token.group().startswith("</"):
                self._prose.part(tag)
        self._copy(position, len(self._text))

    def _copy(self, start: int, end: int) -> None:
        if not self._parted:
            for blank in _BLANK_LINE.finditer(self._text, start, end):
                self._prose.copy(start, blank.start())
                self._prose.part("p")
                start = blank.end()
        self._prose.copy(start, end)

    def _after(self, closing: str, position: int) -> int:
        """Return where what is left out ends; never closed, it is only the tag itself."""
        if closing in self._never_closed:  # looked for once, so that hostile text costs no more
            return position
        found = re.compile(closing, re.IGNORECASE).search(self._text, position)
        if found is None:
            self._never_closed.add(closing)
        return found.end() if found else position
