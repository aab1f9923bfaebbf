"""Quotations in the body.

Double marks of any make (straight, curly, „German“, «French», ``TeX''), and single ones used as
outer marks (British) told from apostrophes. A quotation that runs over paragraphs is reopened, or
at least closed, in the next one; each paragraph gets a `Quote` of its own.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from newslint.source import Text
from newslint.spans import Span
from newslint.structs import Struct
from newslint.text.article import article
from newslint.text.forms import signs
from newslint.text.single_quotes import single_openings, single_quotes


class Quote(Struct):
    """A quotation.

    Args:
        span: The quotation with its marks.
        opening: Code points of the mark that opens it; 0 where the paragraph before has it.
        closing: Code points of the mark that closes it.
        closed: False when it runs on into the next paragraph (or its end was lost).
        continued: True when it goes on from the paragraph before.
        depth: 0 for a quotation of the article, 1 for one inside another.
    """

    span: Span
    opening: int
    closing: int
    closed: bool = True
    continued: bool = False
    depth: int = 0

    @property
    def content(self) -> Span:
        """What stands between the marks."""
        return self.span.slice(self.opening, self.opening + self.size)

    @property
    def size(self) -> int:
        """Code points between the marks."""
        return max(self.span.end - self.span.start - self.opening - self.closing, 0)


_DOUBLE = ('"', "“", "”", "„", "‟", "«", "»", "``", "''", "’’")
_SINGLE = frozenset("'‘")
_ONLY_OPEN = frozenset({"„", "‟", "``"})
_CLOSES = {"„": '“”"‟', "«": "»", "»": "«"}
_BEFORE_OPENING = frozenset(" \t\r\n\xa0\u2009\u202f([{—–-/:'‘…")
_AFTER_CLOSING = frozenset(" \t\r\n\xa0\u2009\u202f.,;:!?)]}—–-/'’…")

# The marks of paragraphs in which all open and close in turn.
_PAIRS = frozenset(pair * number for pair in ("“”", '""') for number in range(1, 5))

# Where a mark stands, and which it is.
_Mark = tuple[int, str]


def quotes(text: Text) -> tuple[Quote, ...]:
    """Return the quotations of the body, in order; those inside others follow them.

    Only the marks that are in the text are looked for, and only paragraphs that have one are read.
    """
    marks = marks_in(text)
    if not marks:
        return ()
    found: list[Quote] = []
    body = text.get(article).body
    running, last = "", -1  # the mark that a paragraph left open, and which paragraph that was
    for number, here in _by_paragraph(body, marks):
        paragraph = body[number]
        if number > last + 1:
            running = ""
        if not running and (pairs := _in_pairs(paragraph, here)):
            found += pairs
            last = number
            continue
        single = any(mark in _SINGLE for _, mark in here)
        outer = [one for one in here if one[1] not in _SINGLE] if single else here
        quoted = list(_double_quotes(paragraph, outer, "" if running in _SINGLE else running))
        if single:
            following = body[number + 1].text[:4].lstrip() if number + 1 < len(body) else ""
            reopened = following[:1] in ("'", "‘")
            continued = running in _SINGLE
            inner = [
                Quote(span, 1, int(closed), closed, continued and span.start == paragraph.start)
                for span, closed in single_quotes(paragraph, reopened=reopened)
            ]
            quoted = _nest(quoted, inner)
        last = number
        running = next((one.span.text[:1] for one in reversed(quoted) if not one.closed), "")
        found += quoted
    return tuple(found)


def marks_in(text: Text) -> list[_Mark]:
    """Return the double marks of a text and the single ones that may open, in order."""
    content, there = text.text, signs(text)
    marks: list[_Mark] = []
    for mark in _DOUBLE:
        if mark[0] in there or mark == "''":
            size = len(mark)
            at = content.find(mark)
            while at >= 0:
                marks.append((at, mark))
                at = content.find(mark, at + size)
    marks += single_openings(content)
    marks.sort()
    return marks


def _by_paragraph(body: Sequence[Span], marks: list[_Mark]) -> Iterator[tuple[int, list[_Mark]]]:
    """Give the paragraphs that have marks, by number, with places that count from their start."""
    number = 0
    here: list[_Mark] = []
    for at, mark in marks:
        if number < len(body) and at >= body[number].end:
            if here:
                yield number, here
                here = []
            while number < len(body) and at >= body[number].end:
                number += 1
        if number < len(body) and at >= body[number].start:
            here.append((at - body[number].start, mark))
    if here:
        yield number, here


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


def _in_pairs(paragraph: Span, marks: Sequence[_Mark]) -> list[Quote]:
    """Return the quotations of a paragraph whose marks are pairs and nothing else, as in most."""
    shape = "".join([mark for _, mark in marks])
    straight = shape.startswith('"')
    if shape not in _PAIRS:
        return []
    content, source, base = paragraph.text, paragraph.source, paragraph.start
    size = len(content)
    found = []
    for index in range(0, len(marks), 2):
        start, end = marks[index][0], marks[index + 1][0] + 1
        if content[start + 1].isspace() or (
            straight
            and not (
                (not start or content[start - 1] in _BEFORE_OPENING)
                and (end == size or content[end] in _AFTER_CLOSING)
            )
        ):
            return []
        found.append(Quote(Span(source, base + start, base + end, content[start:end]), 1, 1))
    return found


def _double_quotes(paragraph: Span, marks: Sequence[_Mark], running: str) -> Iterator[Quote]:
    content = paragraph.text
    start, mark, continued = -1, "", False  # of the quotation that is open
    fresh = True  # nothing was opened or closed in this paragraph yet
    last_guillemet = content.rfind("«")
    for place, here in marks:
        behind = place + len(here)
        if start < 0:
            if _opens(content, place, here, last_guillemet):
                start, mark = place, here
                continued = bool(running) and fresh and not content[:place].strip()
            elif running and fresh and _closes(content, place, here, '"'):
                yield _quote(paragraph, 0, behind, 0, len(here), continued=True)
            fresh = False
        elif _closes(content, place, here, mark):
            yield _quote(paragraph, start, behind, len(mark), len(here), continued=continued)
            start, continued = -1, False
        elif _reopens(content, place, here, mark):
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
    at = paragraph.start
    span = Span(paragraph.source, at + start, at + end, paragraph.text[start:end])
    return Quote(span, opening, closing, closed, continued)


def _opens(content: str, start: int, mark: str, last_guillemet: int) -> bool:
    end = start + len(mark)
    if end >= len(content) or (content[end].isspace() and mark not in "«»"):
        return False
    if mark == "’’":
        return False
    if mark == "»":  # »German« marks; alone it parts the steps of a path
        return last_guillemet >= end
    if mark in _ONLY_OPEN or mark in "“«":
        return True
    return start == 0 or content[start - 1] in _BEFORE_OPENING


def _closes(content: str, start: int, mark: str, opened: str) -> bool:
    end = start + len(mark)
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


def _reopens(content: str, start: int, mark: str, opened: str) -> bool:
    """Tell whether a second opening mark shows that the end of the first quotation was lost."""
    if mark in "“„«``" and opened == mark:
        end = _end_before(content, start)
        return content[max(end - 1, 0) : end] in (".", ",", "?", "!")
    return mark == '"' == opened


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
            inside = (quote.opening, quote.closing, quote.closed, quote.continued)
            nested.append(Quote(quote.span, *inside, depth=1))
    return nested
