import gzip
import json

import pytest
import zstandard
from folders import STORY, fill

from newslint.readers import builtin_readers
from newslint.survey import sampling
from newslint.survey.sampling import by_format, pieces

READERS = builtin_readers()


def lines(number: int) -> bytes:
    return b"".join(
        json.dumps({"id": n, "text": f"é {STORY}"}).encode() + b"\n" for n in range(number)
    )


def table(number: int) -> bytes:
    return b"id,text\n" + b"".join(f'{n},"{STORY}\n{STORY}"\n'.encode() for n in range(number))


def test_files_are_told_apart_by_their_format():
    assert by_format(["b.md", "a.jsonl.gz", "c.JSONL", "a.md", "x"]) == {
        "": ["x"], ".jsonl": ["a.jsonl.gz", "c.JSONL"], ".md": ["b.md", "a.md"],
    }  # fmt: skip


def test_the_sample_is_spread_evenly_and_is_the_same_each_time(here, monkeypatch):
    monkeypatch.setattr(sampling, "SAMPLE", 10)
    files = [f"{n:03}.txt" for n in range(100)]
    fill(here, {**dict.fromkeys(files, STORY), "one.md": STORY})
    chosen = [one.path for one in pieces([*files, "one.md"], READERS)]
    assert chosen == ["one.md", "000.txt", "020.txt", "040.txt", "060.txt", "080.txt"]
    assert [one.path for one in pieces(["one.md", *files], READERS)] == chosen


def test_no_more_bytes_are_looked_into_than_a_few_seconds_allow(here, monkeypatch):
    monkeypatch.setattr(sampling, "SAMPLE_SIZE", 3 * len(STORY))
    files = [f"{n}.txt" for n in range(9)]
    fill(here, dict.fromkeys(files, STORY))
    assert len([*pieces(files, READERS)]) == 3


@pytest.mark.parametrize(("name", "content"), [("a.jsonl", lines(9000)), ("a.csv", table(6000))])
def test_of_a_large_file_whole_records_of_its_beginning_are_looked_into(here, name, content):
    fill(here, {name: content})
    (piece,) = pieces([name], READERS)
    assert content.startswith(piece.data)
    assert 100_000 < len(piece.data) <= sampling.HEAD
    assert piece.share == pytest.approx(len(piece.data) / len(content))
    assert piece.data.endswith(b'"\n' if name == "a.csv" else b"}\n")


@pytest.mark.parametrize("packed", [".gz", ".zst"])
def test_packed_files_are_looked_into(here, packed):
    pack = gzip.compress if packed == ".gz" else zstandard.compress
    fill(here, {f"a.jsonl{packed}": pack(lines(3)), f"b.jsonl{packed}": pack(lines(9000))})
    small, large = pieces([f"a.jsonl{packed}", f"b.jsonl{packed}"], READERS)
    assert (small.name, small.data, small.share) == ("a.jsonl", lines(3), 1.0)
    assert lines(9000).startswith(large.data)
    assert large.share == 0.0  # nobody knows how much there is


def test_what_cannot_be_looked_into_is_passed_over(here, monkeypatch):
    monkeypatch.setattr(sampling, "LARGEST", 1000)
    fill(here, {"large.txt": "x" * 1001, "a.csv.gz": "no gzip", "b.txt": STORY})
    files = ["gone.txt", "large.txt", "a.csv.gz", "b.txt", "a.pdf"]
    assert [one.path for one in pieces(files, READERS)] == ["b.txt"]
