"""Lines that a page has and a story has not, as RefinedWeb tells them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint import Doc, Span, regexp
from newslint_rules.quality.counting import text_lines

MAX_CAPITALS, MAX_WORDS = 0.5, 10
"""What DCLM takes for `mainly uppercase`; the paper's longest line with a label."""

_COUNTER = regexp(
    r"\W*\d[\d,.]*[kmb]?\s+(?:likes?|shares?|comments?|retweets?|reposts?|quotes?|bookmarks?"
    r"|upvotes?|downvotes?|downloads?|views?|followers?)\W*",
    re.IGNORECASE,
)
_LABEL = regexp(
    r"(?:^sign[ -]in\b)|(?:\bread more(?:\.\.\.|…)?$)|(?:\bitems in cart\b)", re.IGNORECASE
)
_SMALL = b"abcdefghijklmnopqrstuvwxyz"


def leftover_lines(
    doc: Doc, max_capitals: float = MAX_CAPITALS, max_words: int = MAX_WORDS
) -> Iterator[tuple[Span, str]]:
    """Give the lines that are left over from the page, each with what it is."""
    for line in doc.get(text_lines):
        if kind := _kind(line.text, max_capitals, max_words):
            yield line, kind


def _kind(line: str, max_capitals: float, max_words: int) -> str:
    head = line.split(None, max(max_words, 1))
    if len(head) == 1 and any(map(str.isalnum, line)):
        return "a figure alone" if not any(map(str.isalpha, line)) else "one word"
    if len(head) <= max_words:
        if any(map(str.isdigit, line)) and not any(map(str.isalpha, line)):
            return "figures alone"
        if _COUNTER.fullmatch(line):
            return "a counter"
        if _LABEL.search(line):
            return "a label of the page"
    return "mostly capitals" if _in_capitals(line, max_capitals) else ""


def _in_capitals(line: str, most: float) -> bool:
    """Tell whether more than a share of the letters are capitals."""
    encoded = line.encode("utf-8", "replace")
    small = len(encoded) - len(encoded.translate(None, _SMALL))
    if len(line) - small <= most * len(line):
        return False  # as of any prose: not so many characters are no small letters
    letters = [one for one in line if one.isalpha()]
    return sum(map(str.isupper, letters)) > most * len(letters)
