"""Quotations in the body.

Double marks of any make (straight, curly, „German“, «French», ``TeX''), and single ones used as
outer marks (British) told from apostrophes. A quotation that runs over paragraphs is reopened, or
at least closed, in the next one; each paragraph gets a `Quote` of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import zip_longest

from newslint.patterns import regexp
from newslint.source import Text
from newslint.spans import Span
from newslint.structs import Struct
from newslint.text.article import article
from newslint.text.single_quotes import single_quotes


class Quote(Struct):
    """A quotation.

    Args:
        span: The quotation with its marks.
        content: What stands between the marks.
        closed: False when it runs on into the next paragraph (or its end was lost).
        continued: True when it goes on from the paragraph before.
        depth: 0 for a quotation of the article, 1 for one inside another.
    """

    span: Span
    content: Span
    closed: bool = True
    continued: bool = False
    depth: int = 0


_DOUBLE = regexp(r"[\"“”„‟«»]|``|''|’’")
_SINGLE = frozenset("'‘")
_ONLY_OPEN = frozenset({"„", "‟", "``"})
_CLOSES = {"„": '“”"‟', "«": "»", "»": "«"}
_BEFORE_OPENING = frozenset(" \t\r\n\xa0\u2009\u202f([{—–-/:'‘…")
_AFTER_CLOSING = frozenset(" \t\r\n\xa0\u2009\u202f.,;:!?)]}—–-/'’…")


def quotes(text: Text) -> tuple[Quote, ...]:
    """Return the quotations of the body, in order; those inside others follow them."""
    found: list[Quote] = []
    body = text.get(article).body
    running = ""  # the mark that the paragraph before left open
    for paragraph, following in zip_longest(body, body[1:]):
        reopened = following is not None and following.text[:4].lstrip()[:1] in ("'", "‘")
        outer = list(_double_quotes(paragraph, running if running not in _SINGLE else ""))
        inner = [
            Quote(span, content, closed, running in _SINGLE and span.start == paragraph.start)
            for span, content, closed in single_quotes(paragraph, reopened=reopened)
        ]
        here = _nest(outer, inner)
        running = next((one.span.text[:1] for one in reversed(here) if not one.closed), "")
        found += here
    return tuple(found)


def quote_at(text: Text, offset: int) -> Quote | None:
    """Return the outermost quotation that holds the code point at ``offset``, or ``None``."""
    outer = text.get(_outermost)
    number = bisect_right(outer[0], offset) - 1
    if number < 0:
        return None
    quote = outer[1][number]
    return quote if offset < quote.span.end else None


def in_quotes(text: Text, place: Span | int) -> bool:
    """Tell whether a place (or offset) begins inside a quotation: there the speaker speaks."""
    return quote_at(text, place.start if isinstance(place, Span) else place) is not None


def quotes_in(place: Span) -> tuple[Quote, ...]:
    """Return the outermost quotations that share a character with a place, in order."""
    text = place.source
    if not isinstance(text, Text):
        return ()
    starts, outer = text.get(_outermost)
    first, last = bisect_right(starts, place.start), bisect_left(starts, place.end)
    if first and outer[first - 1].span.end > place.start:
        first -= 1
    return tuple(outer[first:last])


def _outermost(text: Text) -> tuple[list[int], list[Quote]]:
    outer = [quote for quote in text.get(quotes) if quote.depth == 0]
    return [quote.span.start for quote in outer], outer


def _double_quotes(paragraph: Span, running: str) -> Iterator[Quote]:
    content = paragraph.text
    start, mark, continued = -1, "", False  # of the quotation that is open
    fresh = True  # nothing was opened or closed in this paragraph yet
    last_guillemet = content.rfind("«")
    for match in _DOUBLE.finditer(content):
        place, here = match.start(), match.group()
        if start < 0:
            if _opens(content, match, last_guillemet):
                start, mark = place, here
                continued = bool(running) and fresh and not content[:place].strip()
            elif running and fresh and _closes(content, match, '"'):
                yield _quote(paragraph, 0, match.end(), 0, len(here), continued=True)
            fresh = False
        elif _closes(content, match, mark):
            yield _quote(paragraph, start, match.end(), len(mark), len(here), continued=continued)
            start, continued = -1, False
        elif _reopens(content, match, mark):
            end = _end_before(content, place)
            yield _quote(paragraph, start, end, len(mark), 0, closed=False, continued=continued)
            start, mark, continued = place, here, False
    if start >= 0:
        end = len(content.rstrip())
        yield _quote(paragraph, start, end, len(mark), 0, closed=False, continued=continued)


def _quote(
    paragraph: Span,
    start: int,
    end: int,
    opening: int,
    closing: int,
    *,
    closed: bool = True,
    continued: bool = False,
) -> Quote:
    inside = paragraph.slice(start + opening, max(end - closing, start + opening))
    return Quote(paragraph.slice(start, end), inside, closed, continued)


def _opens(content: str, match: re.Match[str], last_guillemet: int) -> bool:
    start, end = match.span()
    mark = match.group()
    if end >= len(content) or (content[end].isspace() and mark not in "«»"):
        return False
    if mark == "’’":
        return False
    if mark == "»":  # »German« marks; alone it parts the steps of a path
        return last_guillemet >= end
    if mark in _ONLY_OPEN or mark in "“«":
        return True
    return start == 0 or content[start - 1] in _BEFORE_OPENING


def _closes(content: str, match: re.Match[str], opened: str) -> bool:
    start, end = match.span()
    mark = match.group()
    if opened in _CLOSES:
        return mark in _CLOSES[opened]
    if mark in ("”", "''", "’’"):
        return True
    if mark != '"' or opened == "``":
        # “ that closes what “ opened is a slip of the hand, but only where no word follows.
        return mark == "“" and not content[end : end + 1].isalnum()
    if end == len(content) or content[end] in _AFTER_CLOSING:
        return True
    return start > 0 and content[start - 1] not in _BEFORE_OPENING


def _reopens(content: str, match: re.Match[str], opened: str) -> bool:
    """Tell whether a second opening mark shows that the end of the first quotation was lost."""
    if match.group() in "“„«``" and opened == match.group():
        end = _end_before(content, match.start())
        return content[max(end - 1, 0) : end] in (".", ",", "?", "!")
    return match.group() == '"' == opened


def _end_before(content: str, place: int) -> int:
    """Return the end of what stands before ``place``, without the white space between."""
    while place and content[place - 1].isspace():
        place -= 1
    return place


def _nest(doubles: list[Quote], singles: list[Quote]) -> list[Quote]:
    """Put both in order and tell which stand inside which; crossing singles are no quotations."""
    if not singles:
        return doubles
    nested: list[Quote] = []
    open_until = -1
    for quote in sorted(doubles + singles, key=lambda one: (one.span.start, -one.span.end)):
        if quote.span.start >= open_until:
            nested.append(quote)
            open_until = quote.span.end
        elif quote.span.end <= open_until:
            nested.append(Quote(quote.span, quote.content, quote.closed, quote.continued, depth=1))
    return nested
