from __future__ import annotations

import pytest
from making import BAD_WORD, SHOUTING

from newslint.book import Book, Plugin
from newslint.book_stamp import BookStamp

OURS, ACME = ("newslint", "1.0"), ("newslint-acme", "2.0")


def test_a_stamp_has_plugins_and_codes() -> None:
    book = Book((BAD_WORD, SHOUTING), plugins=(Plugin(*ACME), Plugin(*OURS)))
    stamp = BookStamp.of(book)
    assert stamp == BookStamp((OURS, ACME), ("TST001", "TST002"))
    assert stamp.difference(stamp) == ""


@pytest.mark.parametrize(
    ("plugins", "rules", "said"),
    [
        ((OURS,), ("A1",), "missing: newslint-acme 2.0"),
        ((OURS, ACME, ("more", "")), ("A1", "A2", "B1"), "too many: more"),
        ((OURS, ("newslint-acme", "2.1")), ("A1", "A2"), "newslint-acme is 2.1, not 2.0"),
        ((OURS, ACME), ("A1", "A3"), "missing rules: A2; rules too many: A3"),
    ],
)
def test_what_differs_is_said(plugins: tuple, rules: tuple[str, ...], said: str) -> None:
    assert BookStamp((OURS, ACME), ("A1", "A2")).difference(BookStamp(plugins, rules)) == said
