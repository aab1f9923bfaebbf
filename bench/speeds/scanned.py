"""How many characters the patterns of each rule scan: a figure without a clock."""

from __future__ import annotations

import gc
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from newslint import Doc
from newslint.article_run import ArticleRun
from newslint.config import Config
from newslint.patterns import LazyPattern
from newslint.rule_set import ActiveRule
from newslint.session import Session, SessionOptions

OUTSIDE = "the engine"
"""Whose patterns those are that run before any rule."""


class _Counting:
    """A compiled pattern that counts what it is given to read.

    A search reads to the end of its match, or to the end when there is none; a match at one place
    reads what it matches, and one character when it fails. What is read twice by going back is not
    counted: no pattern may go back far.
    """

    def __init__(self, compiled: re.Pattern[str], count: Callable[[int], None]) -> None:
        self._compiled = compiled
        self._count = count

    def __getattr__(self, name: str) -> Any:
        return getattr(self._compiled, name)

    def _searched(self, match: re.Match[str] | None, text: str, pos: int, end: int | None) -> None:
        last = len(text) if end is None else min(end, len(text))
        self._count(max((match.end() if match else last) - min(pos, last), 0))

    def search(self, text: str, pos: int = 0, end: int | None = None) -> re.Match[str] | None:
        match = self._compiled.search(text, pos, len(text) if end is None else end)
        self._searched(match, text, pos, end)
        return match

    def match(self, text: str, pos: int = 0, end: int | None = None) -> re.Match[str] | None:
        match = self._compiled.match(text, pos, len(text) if end is None else end)
        self._count(match.end() - match.start() if match else 1)
        return match

    def fullmatch(self, text: str, pos: int = 0, end: int | None = None) -> re.Match[str] | None:
        match = self._compiled.fullmatch(text, pos, len(text) if end is None else end)
        self._count(match.end() - match.start() if match else 1)
        return match

    def finditer(self, text: str, pos: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        at = pos
        for match in self._compiled.finditer(text, pos, len(text) if end is None else end):
            self._count(max(match.end() - at, 0))
            at = match.end()
            yield match
        self._searched(None, text, at, end)

    def findall(self, text: str, *bounds: int) -> list[Any]:
        self._searched(None, text, *(bounds or (0,)), *((None,) if len(bounds) < 2 else ()))
        return self._compiled.findall(text, *bounds)

    def sub(self, new: Any, text: str, count: int = 0) -> str:
        self._count(len(text))
        return self._compiled.sub(new, text, count)

    def subn(self, new: Any, text: str, count: int = 0) -> tuple[str, int]:
        self._count(len(text))
        return self._compiled.subn(new, text, count)

    def split(self, text: str, maxsplit: int = 0) -> list[Any]:
        self._count(len(text))
        return self._compiled.split(text, maxsplit)


def scanned(texts: Iterable[str]) -> tuple[Counter[str], int]:
    """Return how many characters the patterns of each rule scan, and how many there are.

    What an annotation scans is counted for the rule that first asks for it.
    """
    engine = Session(SessionOptions(Config())).engine
    total = 0
    with _counting() as counts:
        for number, text in enumerate(texts):
            total += len(text)
            engine.lint_bytes(f"{number}.txt", text.encode())
    return counts, total


@contextmanager
def _counting() -> Iterator[Counter[str]]:
    """Have every pattern count for the rule that runs, until the end of the block."""
    counts: Counter[str] = Counter()
    running = [OUTSIDE]

    def count(characters: int) -> None:
        counts[running[-1]] += characters

    call = ArticleRun.call

    def counted(run: ArticleRun, active: ActiveRule, doc: Doc) -> Any:
        running.append(active.rule.code)
        try:
            return call(run, active, doc)
        finally:
            running.pop()

    compile_ = re.compile

    def counting(source: str, flags: int = 0) -> Any:
        return _Counting(compile_(source, flags), count)

    _forget_compiled()
    ArticleRun.call = counted  # type: ignore[method-assign, assignment]
    re.compile = counting  # type: ignore[assignment]
    try:
        yield counts
    finally:
        re.compile = compile_
        ArticleRun.call = call  # type: ignore[method-assign]
        _forget_compiled()


def _forget_compiled() -> None:
    """Have all patterns compiled again when they are next used."""
    for one in gc.get_objects():
        if isinstance(one, LazyPattern):
            one.forget()
