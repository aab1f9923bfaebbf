"""The file of what was learned: all of it comes back, and whatever is wrong with it is said."""

import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.errors import ConfigError
from newslint.learned import WordUse
from newslint.learned_file import (
    FORMAT,
    CountRow,
    WordRow,
    finding_hash,
    is_learned_file,
    learned_bytes,
    open_learned,
)
from newslint.normal_lines import digest

WORDS = st.dictionaries(
    st.text(st.characters(categories=["L"]), min_size=1),
    st.tuples(st.integers(1, 2**32 - 1), st.integers(0, 100_000), st.integers(0, 2**32 - 1)),
)
COUNTS = st.dictionaries(
    st.text(st.characters(exclude_categories=["Cs"])), st.integers(1, 2**32 - 1)
)


def written(words=(), outlets=(), findings=()) -> bytes:
    return learned_bytes(
        newslint="1.2.3",
        articles=12,
        least_with_word=3,
        words=sorted(words),
        outlets=sorted(outlets),
        findings=sorted(findings),
    )


@given(WORDS, COUNTS, COUNTS)
def test_what_was_written_is_found_and_nothing_else(tmp_path_factory, words, outlets, findings):
    file = tmp_path_factory.mktemp("learned") / "corpus.newslint"
    file.write_bytes(
        written(
            [WordRow(digest(one), *numbers, numbers[0]) for one, numbers in words.items()],
            [CountRow(digest(one), count) for one, count in outlets.items()],
            [CountRow(finding_hash("HOU1", "", one), count) for one, count in findings.items()],
        )
    )
    known = open_learned(file)
    assert known.header == ("1.2.3", 12, 3, len(words), len(outlets), len(findings))
    for word, (articles, number, different) in words.items():
        assert known.word(word) == WordUse(articles, min(number, 65_535), different, 1.0)
    for name, count in outlets.items():
        assert known.articles_of(name) == count
    for key, count in findings.items():
        assert known.found("HOU1", "", key) == count
        assert known.found("HOU2", "", key) == 0
    assert known.word("no word at all") == WordUse()


def test_a_file_is_told_by_its_first_bytes(tmp_path: Path):
    file = tmp_path / "corpus.newslint"
    file.write_bytes(SOME[:40])
    assert is_learned_file(file)
    file.write_bytes(b"harbour")
    assert not is_learned_file(file)


def test_a_share_is_rounded_up_to_hundredths(tmp_path: Path):
    file = tmp_path / "corpus.newslint"
    file.write_bytes(written([WordRow(digest("quay"), 1000, 3, 1000, 901)]))
    assert open_learned(file).word("quay").concentration == 0.91


SOME = written([WordRow(digest("quay"), 5, 2, 5, 3)], [CountRow(digest("Herald"), 12)])


@given(st.integers(0, len(SOME) - 1), st.integers(1, 255))
def test_a_changed_byte_is_told(tmp_path_factory, at, change):
    damaged = bytearray(SOME)
    damaged[at] ^= change
    file = tmp_path_factory.mktemp("learned") / "corpus.newslint"
    file.write_bytes(damaged)
    with pytest.raises(ConfigError, match=r"learned': .*corpus\.newslint .*newslint learn INPUT"):
        open_learned(file, "newslint.toml: 'learned'")


@pytest.mark.parametrize("size", range(len(SOME)))
def test_a_file_cut_short_is_told(tmp_path: Path, size):
    file = tmp_path / "corpus.newslint"
    file.write_bytes(SOME[:size])
    with pytest.raises(ConfigError, match="newslint learn INPUT"):
        open_learned(file)


def _of_format(number: int) -> bytes:
    magic = SOME[: SOME.index(b"\x1a\n") + 2]
    return magic + struct.pack("<HI", number, 0) + b"what nobody can read yet"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is no file that 'newslint learn' wrote"),
        (b"harbour\nferry\n", "is no file that 'newslint learn' wrote"),
        (SOME.replace(b"\r\n", b"\n"), "was damaged, as when a program changes line ends"),
        (SOME + b"\0", "is damaged or cut short"),
        (_of_format(FORMAT + 1), f"is of a newer format .2; this newslint reads {FORMAT}.; update"),
        (_of_format(0), "is of an older format .0; .*; learn it anew"),
    ],
)
def test_another_file_is_told(tmp_path: Path, content, said):
    file = tmp_path / "corpus.newslint"
    file.write_bytes(content)
    with pytest.raises(ConfigError, match=said):
        open_learned(file)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path):
    with pytest.raises(ConfigError, match=r"'learned': .*nowhere cannot be read: No such file"):
        open_learned(tmp_path / "nowhere", "newslint.toml: 'learned'")
    with pytest.raises(ConfigError, match="cannot be read: Is a directory"):
        open_learned(tmp_path)


def test_the_checksum_is_of_all_that_follows_it():
    at = SOME.index(b"\x1a\n") + 4
    assert zlib.crc32(SOME[at + 4 :]) == struct.unpack_from("<I", SOME, at)[0]
