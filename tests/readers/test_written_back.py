"""What a fix writes where the encoding of the file lacks a character of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from making import lint, made

from newslint import Doc, Findings, phrases, rule
from newslint.diagnostic import Diagnostic
from newslint.fixing import fix_bytes


def fixed(name: str, data: bytes, new: str, **config: Any) -> bytes:
    """The file with the bad word of each record replaced, as far as it can be written there."""

    @rule("TST001", near=phrases("badword"))
    def bad(doc: Doc) -> Findings:
        """Words."""
        for hit in doc.hits(phrases("badword")):
            yield hit.flag("m", fix=new, safe=True)

    def look(data: bytes) -> Sequence[Diagnostic]:
        config.setdefault("fields", {"text": "text"})
        return lint(data, made(bad), name=name, **config).diagnostics

    encoding = config.get("encoding")
    once = fix_bytes(data, look, unsafe=False, encoding=encoding).after
    assert fix_bytes(once, look, unsafe=False, encoding=encoding).after == once
    return once


RSS = (
    '<?xml version="1.0" encoding="ISO-8859-1"?>\n<rss><channel><item><title>{0}</title>'
    "<description>{1}</description></item></channel></rss>"
)


@pytest.mark.parametrize(
    ("name", "text", "spelled"),
    [
        (
            "a.html",
            "<html><meta charset=windows-1252><p>Caf\xe9 badword",
            "Ji&#345;\xed&#128512;&amp;",
        ),
        ("a.xml", RSS.format("\xe9", "A badword here"), "Ji&#345;\xed&#128512;&amp;amp;"),
        (
            "a.json",
            '{"text": "Caf\xe9 badword and more", "title": "x"}',
            "Ji\\u0159\xed\\ud83d\\ude00&",
        ),
    ],
)
def test_what_the_encoding_lacks_is_referred_to(name: str, text: str, spelled: str) -> None:
    fields = {} if name == "a.xml" else {"text": "text"}
    after = fixed(
        name, text.encode("cp1252"), "Ji\u0159\xed\U0001f600&", encoding="cp1252", fields=fields
    )
    assert after.decode("cp1252") == text.replace("badword", spelled)


@pytest.mark.parametrize(
    ("name", "text", "new"),
    [
        ("a.txt", "A badword here", "\u0159"),
        ("a.csv", "title,text\nx,A badword here", "\u0159"),
        ("a.xml", RSS.format("x", "<![CDATA[A badword here]]>"), "\u0159"),
        ("a.html", "<html><meta charset=windows-1252><p>A badword", "\x96"),  # `&#150;` is a dash
        ("a.json", '{"title": "x", "text": "A badword here"}', "\ud800"),
    ],
)
def test_what_cannot_be_written_is_left(name: str, text: str, new: str) -> None:
    fields = {} if name == "a.xml" else {"text": "text"}
    data = text.encode("cp1252")
    assert fixed(name, data, new, encoding="cp1252", fields=fields) == data
