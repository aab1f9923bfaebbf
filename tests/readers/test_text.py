from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import check_map, read

from newslint.errors import InputError
from newslint.raw import SourceFile
from newslint.readers import builtin_readers, read_articles, reader_for


@given(st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_the_text_is_the_file_with_line_feeds(content: str) -> None:
    article = read("a.txt", content.encode())
    source = content.removeprefix("\ufeff")
    assert article.text == source.replace("\r\n", "\n").replace("\r", "\n")
    check_map(source, article)


def test_places_after_crlf_are_exact() -> None:
    article = read("a.txt", b"One.\r\n\r\nTwo three.\r\n")
    start = article.text.index("three")
    assert article.map.span(start, start + 5) == (12, 17)


def test_a_bom_takes_no_place() -> None:
    article = read("a.txt", codecs.BOM_UTF8 + b"Lead")
    assert article.text == "Lead"
    assert article.map.start(0) == 0


def test_headers_in_plain_text_are_text() -> None:
    article = read("a.txt", "Title: A day\nDate: 2024-03-12\n\nBody.\n")
    assert article.text.startswith("Title: A day")
    assert not article.fields


def test_readers_are_chosen_by_ending() -> None:
    assert ".txt" in reader_for("News/A.TXT").suffixes
    assert ".txt" in reader_for("story.asc").suffixes
    endings = {suffix for reader in builtin_readers() for suffix in reader.suffixes}
    assert {".txt", ".md", ".jsonl"} <= endings
    with pytest.raises(InputError, match=r"no reader for \.docx files; known are .*\.md"):
        list(read_articles(SourceFile("a.docx", b"")))
