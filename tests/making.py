"""Small things tests are made of: rules, engines, places."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from newslint import Doc, Findings, Rule, phrases, rule
from newslint.book import Book
from newslint.config import Config
from newslint.diagnostic import Diagnostic
from newslint.engine import Engine
from newslint.placing import PlacedArticle, PlacedFile
from newslint.raw import LineIndex, RawArticle, SourceFile
from newslint.readers import read_articles, reader_for
from newslint.results import FileResult
from newslint.rulebook import read_rule
from newslint.selection import Selection


def made(function: Callable[..., Any], family: str = "local") -> Rule:
    """The rule of a marked function."""
    return read_rule(function, family=family, origin="test")


def engine_of(
    *rules: Rule, readers: Iterable[Any] = (), gather: bool = False, **config: Any
) -> Engine:
    """An engine that knows these rules and no others."""
    settled = Config(**config)
    book = Book(rules, tuple(readers))
    return Engine(settled, book, Selection(settled, book), gather=gather)


def lint(content: str | bytes, *rules: Rule, name: str = "a.txt", **config: Any) -> FileResult:
    """What rules say of a file with this content."""
    data = content.encode() if isinstance(content, str) else content
    return engine_of(*rules, **config).lint_bytes(name, data)


def codes(result: FileResult) -> list[str]:
    return [one.code for one in result.diagnostics]


def places(result: FileResult) -> list[tuple[int, int, str]]:
    """Line, column and text of each diagnostic."""
    return [(one.location.line, one.location.column, one.text) for one in result.diagnostics]


def in_file(one: Diagnostic, data: bytes, encoding: str | None = None) -> str:
    """The characters that stand in the file at the place of a diagnostic; fails if it has none."""
    source = SourceFile(one.location.path, data, encoding).text
    index = LineIndex(source)
    place = one.location
    start = index.offset(place.line, place.column)
    end = index.offset(place.end_line, place.end_column)
    assert 0 <= start <= end <= len(source)
    assert index.position(start) == (place.line, place.column)
    assert index.position(end) == (place.end_line, place.end_column)
    return source[start:end]


def decoded(one: Diagnostic, data: bytes) -> str:
    """`in_file`; of a record with its escapes decoded and its line ends as rules see them."""
    found = in_file(one, data)
    if one.location.record is None:
        return found
    value: str = json.loads(f'"{found}"', strict=False)
    return value.replace("\r\n", "\n").replace("\r", "\n")


@rule("TST001", severity="error", near=phrases("badword"))
def bad_word(doc: Doc) -> Findings:
    """The word badword.

    Bad: A >>badword<< here.
    Fixed: A goodword here.
    Good: A goodword here.
    """
    for hit in doc.hits(BAD_WORD.near):
        yield hit.flag(f"'{hit.text}' is bad", fix="goodword", safe=True)


BAD_WORD = made(bad_word)


@rule("TST002", severity="warning")
def shouting(doc: Doc) -> Findings:
    """A word in capitals.

    Bad: A >>LOUD<< word.
    Good: A quiet word.
    """
    for word in doc.words:
        if word.text.isupper() and len(word.text) > 2:
            yield word.flag(f"'{word.text}' is loud", fix=word.text.lower())


SHOUTING = made(shouting)


def place(name: str, content: str, part: str | None = None) -> tuple[PlacedArticle, Any]:
    """The placed article, its Doc and the span of `part` in its clean text."""
    file = SourceFile(name, content.encode())
    (raw,) = read_articles(file)
    assert isinstance(raw, RawArticle)
    doc = Doc(raw.text, path=name, raw=raw)
    placed = PlacedArticle(PlacedFile(file, reader_for(name)), raw)
    if part is None:
        return placed, doc
    start = doc.text.index(part)
    return placed, doc.span(start, start + len(part))


@rule("TST009", severity="warning", needs={"no_such_module_": "newslint-acme[spell]"})
def spelling(doc: Doc) -> Findings:
    """A rule whose library is not installed.

    Bad: A >>badword<< here.
    """
    import no_such_module_  # noqa: F401 - it is called where it can

    yield doc.flag("never said")


SPELLING = made(spelling)
