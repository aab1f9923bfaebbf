import builtins
import gzip
import json

import pytest
import zstandard
from making import BAD_WORD, codes, engine_of, lint
from reading import read

from newslint.errors import InputError
from newslint.raw import SourceFile
from newslint.readers import reader_for
from newslint.readers.packed import unpack

RECORD = json.dumps({"title": "Bridge", "text": "A badword in the news of the harbour town."})
PACKERS = {".gz": gzip.compress, ".zst": zstandard.ZstdCompressor().compress}


@pytest.mark.parametrize("ending", PACKERS)
def test_a_packed_file_is_read_by_the_ending_before(ending):
    packed = PACKERS[ending](f"{RECORD}\n{RECORD}\n".encode())
    result = lint(packed, BAD_WORD, name=f"a.JSONL{ending.upper()}")
    assert codes(result) == ["TST001", "TST001"]
    assert [one.location.line for one in result.diagnostics] == [1, 2]
    assert all(one.fix is None for one in result.diagnostics)
    plain = lint(f"{RECORD}\n{RECORD}\n", BAD_WORD, name="a.jsonl")
    assert [one.location.column for one in plain.diagnostics] == [
        one.location.column for one in result.diagnostics
    ]
    assert f".jsonl{ending}" in engine_of(BAD_WORD).suffixes


@pytest.mark.parametrize("ending", PACKERS)
def test_files_packed_one_after_the_other_are_one(ending):
    pack = PACKERS[ending]
    article = read(f"a.tsv{ending}", pack(b"title\ttext\n") + pack(b"Bridge\tIt is shut.\n"))
    assert article.text == "It is shut."


@pytest.mark.parametrize("ending", PACKERS)
def test_damage_is_told(ending):
    whole = PACKERS[ending](RECORD.encode() * 50)
    kind = {".gz": "gzip", ".zst": "zstandard"}[ending]
    for damaged in (whole[:-4], b"no such thing", whole + b"rest that is none"):
        result = lint(damaged, BAD_WORD, name=f"a.jsonl{ending}")
        assert codes(result) == ["NLX002"]
        assert f"is no sound {kind} file: " in result.diagnostics[0].message
        assert result.trouble


def test_a_packed_file_is_read_as_a_whole(tmp_path):
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(f"{RECORD}\n".encode() * 100))
    assert engine_of(BAD_WORD).parts(str(path), 1000) == []


def test_without_its_extra_zst_says_what_installs_it(monkeypatch):
    real = builtins.__import__

    def without(name, *rest, **more):
        if name == "zstandard":
            raise ImportError
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(InputError, match=r"pip install 'newslint\[zst\]'"):
        unpack(SourceFile("a.jsonl.zst", PACKERS[".zst"](b"{}")))


def test_what_is_not_packed_stays_as_it_is():
    file = SourceFile("a.gz.txt", b"\x1f\x8b")
    unpack(file)
    assert (file.data, file.format_name) == (b"\x1f\x8b", "a.gz.txt")
    assert ".txt" in reader_for("notes.txt.gz").suffixes
