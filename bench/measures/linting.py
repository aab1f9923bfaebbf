"""Articles through newslint, in several processes, and what it says with offsets in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

from measures.articles import Article
from newslint.config import Config
from newslint.corpus.across import judge
from newslint.diagnostic import Diagnostic
from newslint.engine import Engine
from newslint.session import Session, SessionOptions

Selection = tuple[str, ...] | None
"""Codes, names or families; `None` for the default rules."""

CHUNK = 100
"""Articles handed to a process at once."""
AROUND = 150
"""Characters kept before and after a place."""
LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Flag:
    """A diagnostic as this bench sees it.

    Args:
        file: The file the article is from, ``articles/afp``.
        id: The article's id.
        code: The rule's code; ``rule`` its name.
        severity: As it came out.
        field: ``text``, ``headline``, ``date`` or another field of the record.
        start: Offset of the place in that field, in code points; ``end`` one past it.
        text: What stands there.
        message: What newslint says.
        before: What stands before it, up to `AROUND` characters; ``after`` what stands after it.
    """

    file: str
    id: str
    code: str
    rule: str
    severity: str
    field: str
    start: int
    end: int
    text: str
    message: str
    before: str
    after: str

    def covers(self, start: int, end: int) -> bool:
        """Tell whether it shares a character of the text with a place, or stands right at it."""
        return self.field == "text" and self.start <= end and start <= self.end


@cache
def _engine(select: Selection, extend: tuple[str, ...], learned: tuple[Path, ...]) -> Engine:
    config = Config(learned=learned)
    return Session(SessionOptions(config, select=select, extend_select=extend)).engine


def lint(
    articles: Sequence[Article],
    *,
    select: Selection,
    extend: tuple[str, ...] = (),
    learned: tuple[Path, ...] = (),
    jobs: int = 1,
) -> list[tuple[Flag, ...]]:
    """Return what newslint says of each article, in the order of the articles."""
    chunks = [
        (articles[at : at + CHUNK], select, extend, learned)
        for at in range(0, len(articles), CHUNK)
    ]
    if jobs == 1 or len(chunks) < 2:
        results = map(_lint_chunk, chunks)
        return [flags for chunk in results for flags in chunk]
    with ProcessPoolExecutor(jobs) as pool:
        return [flags for chunk in pool.map(_lint_chunk, chunks) for flags in chunk]


def _lint_chunk(
    chunk: tuple[Sequence[Article], Selection, tuple[str, ...], tuple[Path, ...]],
) -> list[tuple[Flag, ...]]:
    articles, *settings = chunk
    found: list[list[Flag]] = [[] for _ in articles]
    for one in _engine(*settings).lint_bytes("articles.jsonl", _records(articles)).diagnostics:
        record = one.location.record
        if record is None:
            raise RuntimeError(f"newslint could not read the articles: {one.message}")
        found[record.index].append(_flag(one, articles[record.index]))
    return [tuple(flags) for flags in found]


def lint_across(articles: Sequence[Article], code: str) -> list[Flag]:
    """Return what a rule across articles says of them all."""
    session = Session(SessionOptions(Config(), select=(code,), gather=True))
    facts = session.engine.lint_bytes("articles.jsonl", _records(articles)).facts
    found = judge(facts, session.selection.default.corpus)
    return [_flag(one, articles[one.location.record_number]) for one in found]


def _records(articles: Sequence[Article]) -> bytes:
    return "\n".join(article.record() for article in articles).encode()


def _flag(one: Diagnostic, article: Article) -> Flag:
    record = one.location.record
    assert record is not None
    name = record.field.lstrip("/") or "text"
    value = getattr(article, name, None) or ""
    ends = (match.end() for match in LINE_END.finditer(value))
    start = next(_from(ends, record.line - 2), 0) + record.column - 1
    end = start + len(one.text)
    return Flag(
        article.file, article.id, one.code, one.rule, one.severity, name, start, end, one.text,
        one.message, value[max(start - AROUND, 0) : start], value[end : end + AROUND],
    )  # fmt: skip


def _from(ends: Iterator[int], number: int) -> Iterator[int]:
    """Skip to the end of the line with that number, from 0; nothing before the first."""
    return islice(ends, number, None) if number >= 0 else iter(())
