"""A pytest plugin: every example of every loaded rule is a test.

Run ``pytest -p newslint.testing`` in a folder with a configuration (or with plugins installed); the
items are called ``newslint::GAR001``. `assert_examples` does the same for one rule in a test of
one's own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from newslint.book import Book
from newslint.config import Config, find_config, load_config
from newslint.rulebook import Rule, read_rule
from newslint.session import Session, SessionOptions
from newslint.trial import try_rule


class RuleItem(pytest.Item):
    """The examples of one rule."""

    def __init__(self, *, rule: Rule, book: Book, **keywords: Any) -> None:
        super().__init__(**keywords)
        self._rule = rule
        self._book = book

    def runtest(self) -> None:
        """Run the examples.

        Raises:
            AssertionError: with what was expected and what was found.
        """
        if self._rule.lacks:
            pytest.skip(f"it needs more: pip install {self._rule.lacks}")
        _, failures = try_rule(self._rule, self._book)
        if failures:
            raise AssertionError("\n".join(map(str, failures)))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> str:
        """Show the failed examples without a traceback; it would only show newslint."""
        del style
        return str(excinfo.value)

    def reportinfo(self) -> tuple[Path | str, int | None, str]:
        """Name the rule's file."""
        return self._rule.file or self.path, None, f"{self._rule.code} {self._rule.name}"


class RuleBook(pytest.Collector):
    """All loaded rules."""

    def collect(self) -> Iterable[RuleItem]:
        """Give one item a rule."""
        book = _session().book
        for rule in book.awake.rules:
            yield RuleItem.from_parent(self, name=rule.code, rule=rule, book=book)


def pytest_collection_modifyitems(session: pytest.Session, items: list[pytest.Item]) -> None:
    """Add the rules' examples to what is collected."""
    if any(isinstance(item, RuleItem) for item in items):
        return
    collector = RuleBook.from_parent(session, name="newslint", nodeid="newslint")
    items.extend(collector.collect())


def assert_examples(function: Callable[..., Any], *, family: str = "local") -> None:
    """Run the examples of one rule function.

    Raises:
        AssertionError: with what was expected and what was found.
    """
    rule = read_rule(function, family=family, origin="test")
    _, failures = try_rule(rule, Book((rule,)))
    if failures:
        raise AssertionError("\n".join(map(str, failures)))


def _session() -> Session:
    file = find_config(Path.cwd())
    return Session(SessionOptions(load_config(file) if file else Config()))


def rules() -> Iterator[Rule]:
    """Give every rule loaded in the working directory."""
    yield from _session().book.awake.rules
