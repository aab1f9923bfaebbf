from __future__ import annotations

import codecs

import pytest

from newslint.errors import InputError, UndecodableError
from newslint.raw import OffsetMap, RawArticle, RawField, SourceFile


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_a_bom_names_the_encoding_and_is_no_text(mark: bytes, codec: str) -> None:
    data = mark + "Kōbe\n".encode(codec)
    file = SourceFile("a.txt", data)
    assert file.text == "Kōbe\n"
    assert file.encode(file.text) == data


def test_the_configured_encoding_is_used() -> None:
    file = SourceFile("a.txt", "Café".encode("cp1252"), encoding="cp1252")
    assert file.text == "Café"
    assert file.encode("Cafés") == "Cafés".encode("cp1252")


def test_a_bom_beats_the_configured_encoding() -> None:
    assert SourceFile("a.txt", codecs.BOM_UTF8 + b"x", encoding="cp1252").text == "x"


def test_undecodable_bytes_name_their_place() -> None:
    with pytest.raises(UndecodableError, match=r"byte 8 \(0xe9\) is not UTF-8") as caught:
        SourceFile("a.txt", codecs.BOM_UTF8 + b"a\ncaf\xe9 x").text  # noqa: B018
    assert caught.value.offset == 8
    assert caught.value.line == 2


def test_a_binary_file_is_said_to_be_one() -> None:
    with pytest.raises(UndecodableError, match="binary") as caught:
        SourceFile("a.txt", b"PK\x03\x04\0\0").text  # noqa: B018
    assert caught.value.offset == 4


def test_an_unknown_encoding_is_named() -> None:
    with pytest.raises(UndecodableError, match="klingon"):
        SourceFile("a.txt", b"x", encoding="klingon").text  # noqa: B018


def test_a_character_the_encoding_lacks_is_named() -> None:
    with pytest.raises(InputError, match="cp1252"):
        SourceFile("a.txt", b"x", encoding="cp1252").encode("ł")


@pytest.mark.parametrize(
    ("index", "pointer", "key"),
    [(None, "", "newslint"), (None, "/text", "_newslint"), (3, "/text", "_newslint")],
)
def test_an_article_speaks_to_newslint_in_a_key(index, pointer, key):
    nowhere = OffsetMap.shifted(0, 0)
    fields = {name: RawField(name, nowhere, name) for name in ("newslint", "_newslint")}
    own = RawArticle("", nowhere, fields, index, pointer).own_key
    assert own is not None
    assert own.raw == key
