"""What a comment or a key asks of newslint: the words of it, and where they stand.

Rules are not known here: what the names mean is told by who reads them (`newslint.suppressions`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.patterns import regexp

VERBS = ("ignore", "ignore-start", "ignore-end", "ignore-file")
"""One paragraph, from here on, up to here, the whole article."""

_OURS = regexp(r"\s*newslint(?:\s*:|[-\s]+(?=(?:ignore|disable|enable|on|off)\b))\s*")
"""Speaks to newslint: by name and colon, or so much like it that to pass over it would be wrong."""
_VERB = regexp(r"(?:ignore(?:-start|-end|-file)?)(?![\w-])")
_KEY_VERB = regexp(r"[\s{]*[\"']?ignore(?:-file)?[\"']?(?![\w-])\s*[:=]?")
_REASON = regexp(r"(?<=[\s,])--|[—–]")
_KEY_REASON = regexp(r"(?:^|(?<=\s))(?:#|--)[^\r\n]*|[—–][^\r\n]*")
"""The reason in a key, and what is a comment in YAML and TOML: to the end of the line."""
_GROUP = regexp(r"[^,\[\]{}\"'\r\n]+")
_WORD = regexp(r"\S+")
_SIGNS = frozenset("-*:=")
"""Of lists and tables; no names."""


class Word(NamedTuple):
    """A word and where it stands in what it is a word of."""

    text: str
    start: int
    end: int


class Directive(NamedTuple):
    """What a comment or a key asks.

    Args:
        verb: One of `VERBS`; ``""`` where it cannot be read.
        names: What is named, each in as many words as stand between two commas.
        said: Where its first line begins and ends.
    """

    verb: str
    names: tuple[tuple[Word, ...], ...]
    said: tuple[int, int]


def of_comment(text: str) -> Directive | None:
    """Return what a comment asks of newslint, ``None`` if it only speaks of it."""
    ours = _OURS.match(text)
    if ours is None:
        return None
    said = _said(text)
    verb = _VERB.match(text, ours.end())
    if verb is None or ":" not in ours.group():
        return Directive("", (), said)
    reason = _REASON.search(text, verb.end())
    end = reason.start() if reason else len(text)
    return Directive(verb.group(), tuple(_names(text, verb.end(), end)), said)


def of_key(text: str) -> Directive:
    """Return what the value of a key asks: names, a list of them, or ``ignore`` before them.

    Lists and tables may stand there as they are written in YAML, TOML or JSON.
    """
    plain = _KEY_REASON.sub(_blank, text)
    verb = _KEY_VERB.match(plain)
    return Directive("ignore-file", tuple(_names(plain, verb.end() if verb else 0)), _said(text))


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _said(text: str) -> tuple[int, int]:
    """Return where the first line of what is said begins and ends."""
    start = len(text) - len(text.lstrip())
    line = (text[start:].splitlines() or [""])[0].rstrip()
    return start, start + len(line)


def _names(text: str, start: int, end: int | None = None) -> Iterator[tuple[Word, ...]]:
    for group in _GROUP.finditer(text, start, len(text) if end is None else end):
        words = tuple(
            Word(one.group(), *one.span())
            for one in _WORD.finditer(text, *group.span())
            if one.group() not in _SIGNS
        )
        if words:
            yield words
