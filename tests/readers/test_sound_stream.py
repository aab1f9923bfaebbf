"""The bytes of a file, looked at while they are read."""

import io
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.errors import UndecodableError
from newslint.raw import SourceFile
from newslint.readers.sound_stream import SoundStream, is_cut_at_line_feeds, place_of


def test_encodings_in_which_a_line_feed_is_one_byte_and_nothing_else_is():
    cut = ["utf-8", "cp1252", "latin-1", "iso8859-15", "koi8-r", "big5", "gb18030", "shift_jis"]
    whole = ["utf-16", "utf-16-le", "utf-32", "utf-7", "utf-8-sig", "cp037", "hz", "iso2022_jp"]
    assert [one for one in cut if not is_cut_at_line_feeds(one)] == []
    assert [one for one in (*whole, "no such", "idna") if is_cut_at_line_feeds(one)] == []


def said(read: Callable[[SourceFile], object], data: bytes, encoding: str | None) -> object:
    try:
        read(SourceFile("a.jsonl", data, encoding))
    except UndecodableError as error:
        return str(error), error.offset, error.line, error.column
    return None


@given(
    st.lists(
        st.sampled_from(["a", "é", "\r", "\n", "\r\n", "😀", "\0", "\udcff", "\udcc3", "字"]),
        max_size=30,
    ),
    st.sampled_from([b"", b"\xef\xbb\xbf"]),
    st.sampled_from([None, "cp1252", "shift_jis", "gb18030"]),
    st.integers(1, 9),
)
def test_it_says_what_reading_the_whole_says(parts, mark, encoding, size):
    data = mark + "".join(parts).encode("utf-8", "surrogateescape")

    def in_turn(file: SourceFile) -> None:
        file.data = b""
        sound = SoundStream(file, io.BytesIO(data))
        assert sound.can_be_cut
        got = b""
        try:
            while block := sound.read(size):
                got += block
                got += sound.readline(size)
        except UndecodableError as error:
            if error.offset and not error.binary:
                place = place_of(error.offset, SourceFile("a", b"", encoding), io.BytesIO(data))
                error.line, error.column = place
            raise
        assert got == data

    assert said(in_turn, data, encoding) == said(lambda file: file.text, data, encoding)


def test_all_is_read_before_anything_is_said():
    data = io.BytesIO(b"\xff" + b"a" * 500_000)
    with pytest.raises(UndecodableError, match="byte 0 "):
        SoundStream(SourceFile("a", b""), data).read(10)
    assert data.read() == b""
