"""Sentences of the body paragraphs.

A sentence never crosses a paragraph and never joins headline, dateline or button labels: only the
body of the `article` is split. Rules called on a hit ask for the sentence they need
(`sentence_at`), which splits one paragraph and not the article.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from newslint.patterns import regexp
from newslint.source import Text
from newslint.spans import Span
from newslint.text.article import article
from newslint.text.phrases import word_list

_OPENING = "\"'“‘«„(["
_STOPS = ".!?…"
# Stops, what may close after them, white space, and (looking ahead) what may open a sentence.
# `[^\W_a-z]` is a capital or a figure; small letters of other alphabets are sorted out later.
_BREAK = regexp(rf"[{_STOPS}]++([\"'”’»)\]]*+)\s++(?=([{re.escape(_OPENING)}]*+)([^\W_a-z]))")
_WORD = regexp(r"\w+")
# `"Why?" Ms Lind asked.`: the sentence goes on after the quoted question.
_SPEAKER = regexp(
    r"(?:[A-Z][\w.'’-]*\s+){1,4}(?:said|says|asked|asks|wrote|writes|told|added|cried|shouted|"
    r"replied|wondered|tweeted|joked|yelled|demanded|exclaimed)\b"
)
# Code points looked at before a stop; a longer "word" is no abbreviation.
_REACH = 20
# `U.S`, `p.m`, `Ph.D`: letters parted by stops, not more than three together.
_INITIALISM = regexp(r"[^\W\d_]{1,3}(?:\.[^\W\d_]{1,3})+")


def sentences(text: Text) -> tuple[Span, ...]:
    """Return the sentences of the body, in order, without the white space around them."""
    return tuple(
        sentence for paragraph in text.get(article).body for sentence in sentences_of(paragraph)
    )


def sentences_of(paragraph: Span) -> tuple[Span, ...]:
    """Return the sentences of one paragraph; a dateline at its start is left out.

    Args:
        paragraph: Any place that is to be split, usually a paragraph of the body.
    """
    source = paragraph.source
    if not isinstance(source, Text):
        return tuple(_split(paragraph, 0))
    split = source.get(_split_so_far)
    key = (paragraph.start, paragraph.end)
    if key not in split:
        dateline = source.get(article).dateline
        skip = 0
        if dateline is not None and paragraph.contains(dateline):
            skip = dateline.end - paragraph.start
        split[key] = tuple(_split(paragraph, skip))
    return split[key]


def paragraph_at(text: Text, offset: int) -> Span | None:
    """Return the body paragraph that holds the code point at ``offset``, or ``None``."""
    number = bisect_right(text.get(_paragraph_starts), offset) - 1
    if number < 0:
        return None
    paragraph = text.get(article).body[number]
    return paragraph if offset < paragraph.end else None


def sentence_at(text: Text, offset: int) -> Span | None:
    """Return the sentence that holds ``offset``; ``None`` outside the body and between two."""
    paragraph = paragraph_at(text, offset)
    if paragraph is None:
        return None
    found = sentences_of(paragraph)
    number = bisect_right(found, offset, key=lambda one: one.start) - 1
    return found[number] if number >= 0 and offset < found[number].end else None


def _paragraph_starts(text: Text) -> list[int]:
    return [paragraph.start for paragraph in text.get(article).body]


def _split_so_far(text: Text) -> dict[tuple[int, int], tuple[Span, ...]]:
    """The paragraphs of a text that were split so far: a cache, filled as rules ask."""
    del text
    return {}


def _split(paragraph: Span, skip: int) -> list[Span]:
    content = paragraph.text
    found: list[Span] = []
    start = skip
    for match in breaks(content, skip):
        if _ends_sentence(content, start, match):
            found.append(paragraph.slice(start, match.end(1)))
            start = match.end()
    found.append(paragraph.slice(start, len(content)))
    found[0] = found[0].strip()
    found[-1] = found[-1].strip()
    return [sentence for sentence in found if sentence.text]


def breaks(content: str, skip: int) -> Iterator[re.Match[str]]:
    """Give the places behind ``skip`` where a sentence may end; only the stops are looked at."""
    places: list[int] = []
    for stop in _STOPS:
        at = content.find(stop, skip)
        while at >= 0:
            places.append(at)
            at = content.find(stop, at + 1)
    places.sort()
    for at in places:
        if content[at + 1 : at + 2].isalnum() or (at and content[at - 1] in _STOPS):
            continue
        match = _BREAK.match(content, at)
        if match is not None:
            yield match


def _ends_sentence(content: str, start: int, match: re.Match[str]) -> bool:
    closing, opening, following = match.groups()
    if following.islower():  # é, ж …
        return False
    stop = match.start()
    if content[stop : match.start(1)] != "." or (closing and closing != ")"):
        asks = bool(closing) and content[match.start(1) - 1] in "?!"
        return not (asks and _named_speaker(content, match.end()))
    word = _word_before(content, start, stop)
    if word.isdigit():  # the number of an item: "1. Boil the water."
        return stop - len(word) > start
    if len(word) == 1 and word.isalpha():  # an initial
        return _opens_sentence(content, match.end())
    mark = "+" if _INITIALISM.fullmatch(word) else _abbreviations().get(word, "end")
    if mark == "#":
        return not following.isdigit()
    if mark == "+":
        return bool(opening) or _opens_sentence(content, match.end())
    return mark == "end"


def _word_before(content: str, start: int, stop: int) -> str:
    before = content[max(start, stop - _REACH) : stop]
    if not before or before[-1].isspace():
        return ""
    word = before.rsplit(None, 1)[-1].rpartition("-")[2]  # "R-Ala."
    return word.lstrip(_OPENING + "”")


def _named_speaker(content: str, place: int) -> bool:
    return _SPEAKER.match(content, place) is not None and not _opens_sentence(content, place)


def _opens_sentence(content: str, place: int) -> bool:
    word = _WORD.match(content, place)
    return word is not None and word.group() in _openers()


@cache
def _abbreviations() -> dict[str, str]:
    entries = (entry.partition(" ") for entry in word_list(__package__, "data/abbreviations.txt"))
    return {word: mark for word, _, mark in entries}


@cache
def _openers() -> frozenset[str]:
    return frozenset(word_list(__package__, "data/sentence_openers.txt"))
