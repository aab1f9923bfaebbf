"""What is kept of a corpus: records as they stand, in order, and those alone."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path
from typing import Any

import pytest
import zstandard
from crawl import (
    LINE,
    STORIES,
    files_of,
    json_lines,
    parts_of,
    record,
    records,
    rows_of,
    write_settings,
)

from newslint.scan import keeping, run

OUT = ("-o", "out", "--parts", "jsonl")


def kept_lines(file: Path) -> list[bytes]:
    data = file.read_bytes()
    if file.suffix == ".gz":
        data = gzip.decompress(data)
    if file.suffix == ".zst":
        data = zstandard.ZstdDecompressor().decompressobj().decompress(data)
    return data.splitlines(keepends=True)


def flagged(folder: Path) -> set[tuple[str, int]]:
    """The articles with a finding of a rule."""
    return {
        (one["path"], one["record"]["index"] if one["record"] else -1)
        for one in rows_of(folder / "out")
        if one["code"] != "NLX004"
    }


def test_lines_are_kept_as_they_stand_and_in_order(crawl: Path, run_newslint: Any) -> None:
    ran = run_newslint("scan", "in/a.jsonl", "in/b.jsonl.gz", "in/c.jsonl.zst", *OUT,
                       "--select", "CRA001,CRA003", "--keep", "clean.jsonl")  # fmt: skip
    assert ran.status == 0, ran.err
    bad = flagged(crawl)
    expected = []
    for name, numbers in (("a.jsonl", [*range(12), None, *range(12, 20)]),
                          ("b.jsonl.gz", range(15, 30)), ("c.jsonl.zst", range(5))):  # fmt: skip
        for index, number in enumerate(numbers):
            if number is not None and (f"in/{name}", index) not in bad:
                expected.append(json.dumps(record(number)).encode() + b"\n")
    assert 5 < len(expected) < 30
    assert kept_lines(crawl / "clean.jsonl") == expected
    assert f"clean.jsonl: {len(expected):,} articles kept, {40 - len(expected):,} not" in ran.err


def test_every_format_is_kept(crawl: Path, run_newslint: Any) -> None:
    ran = run_newslint("scan", "in", *OUT, "--keep", "clean.jsonl", "--keep-without", "CRA003")
    assert ran.status == 0, ran.err
    rows = [json.loads(line) for line in kept_lines(crawl / "clean.jsonl")]
    assert not any("A risky plan" in row["text"] for row in rows)
    by_format = {
        "csv": [row for row in rows if str(row.get("id")).startswith("c-")],
        "parquet": [row for row in rows if "_newslint" in row and "path" not in row],
        "files": [row for row in rows if "path" in row],
    }
    assert [*by_format["csv"][0]] == ["id", "title", "text"]
    assert by_format["csv"][0]["text"] == f"{STORIES[0]}\n\n{LINE}"
    assert {row["path"] for row in by_format["files"]} == {
        "in/g.xml", "in/posts/one.md", "in/posts/two.md", "in/posts/page.html",
        "in/posts/plain.txt",
    }  # fmt: skip
    post = next(row for row in by_format["files"] if row["path"] == "in/posts/one.md")
    assert post == {
        "path": "in/posts/one.md",
        "headline": "Bridge closed 2",
        "date": "2024-05-01",
        "text": post["text"],
    }
    assert post["text"].startswith("A badword stands")
    sums = json.loads((crawl / "out" / "summary.json").read_text())
    assert sums["kept"]["articles"] == len(rows)
    assert sums["kept"]["articles"] + sums["kept"]["dropped"] == sums["articles"]
    (rule,) = sums["kept"]["rules"]
    assert rule == {"code": "CRA003", "rule": "risky-word", "articles": sums["kept"]["dropped"]}
    page = (crawl / "out" / "summary.md").read_text()
    assert f"{len(rows)} articles were kept, {sums['kept']['dropped']} were not." in page
    assert json.loads((crawl / "out" / "manifest.json").read_text())["keep"] == {
        "file": "clean.jsonl",
        "without": ["CRA003"],
    }


@pytest.mark.usefixtures("small_jobs")
@pytest.mark.parametrize("ending", ["jsonl", "jsonl.gz", "jsonl.zst"])
def test_the_same_bytes_whatever_the_jobs_and_processes(
    crawl: Path, run_newslint: Any, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    names = [crawl / f"{n}.{ending}" for n in range(2)]
    without = ("--keep-without", "shared-line,CRA003")
    for jobs, name in zip(("1", "2"), names, strict=True):
        ran = run_newslint(
            "scan", "in", *OUT, "--keep", str(name), "--jobs", jobs, "--overwrite", *without
        )
        assert ran.status == 0, ran.err
    assert len(parts_of(crawl / "out")) > 8
    monkeypatch.undo()
    whole = crawl / f"whole.{ending}"
    monkeypatch.chdir(crawl)
    run_newslint("scan", "in", *OUT, "--keep", str(whole), "--jobs", "1", "--overwrite", *without)
    assert len({one.read_bytes() for one in (*names, whole)}) == 1
    assert len(kept_lines(whole)) > 10


def test_later_copies_are_dropped_and_the_first_is_kept(here: Path, run_newslint: Any) -> None:
    write_settings(here, config='rules = ["rules"]\nselect = ["shared-line"]\n')
    rows = [{"id": str(n), "text": f"{STORIES[7]} {LINE}"} for n in range(3)]
    (here / "in.jsonl").write_bytes(json_lines(rows))
    run_newslint("scan", "in.jsonl", *OUT, "--keep", "clean.jsonl")
    assert [json.loads(line)["id"] for line in kept_lines(here / "clean.jsonl")] == ["0"]


def test_what_cannot_be_read_is_not_kept(here: Path, run_newslint: Any) -> None:
    write_settings(here, config='rules = ["rules"]\nselect = ["CRA001"]\nmax-article-size = 400\n')
    (here / "in").mkdir()
    (here / "in" / "a.jsonl").write_bytes(
        b"\xef\xbb\xbf" + b'{"text":   "The mill is shut, said its owner."  }\r\n'
        b"no json\n\n \n"
        + json_lines([{"text": "A mill. " * 100}, {"title": "no text"}])
        + b'{"text": "The last one, without a line end, is here."}'
    )
    packed = gzip.compress(json_lines(records(range(40))))
    (here / "in" / "b.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    run_newslint("scan", "in", *OUT, "--keep", "clean.jsonl")
    assert kept_lines(here / "clean.jsonl") == [
        b'{"text":   "The mill is shut, said its owner."  }\n',
        b'{"text": "The last one, without a line end, is here."}\n',
    ]


def test_other_encodings_are_kept_in_utf_8(here: Path, run_newslint: Any) -> None:
    write_settings(here, config='rules = ["rules"]\nselect = ["CRA001"]\n')
    line = '{"text": "The café at the mill is shut, said its owner."}\n'
    (here / "in.jsonl").write_bytes(line.encode("utf-16"))
    run_newslint("scan", "in.jsonl", *OUT, "--keep", "clean.jsonl")
    assert (here / "clean.jsonl").read_text(encoding="utf-8") == line


CRASHING = '''
from newslint import Doc, Findings, rule


@rule("BAD001", severity="info")
def crashing(doc: Doc) -> Findings:
    """Crashes.

    Good: One.
    """
    if "mill" in doc.text:
        raise ValueError("no mills")
    yield from ()
'''


def test_what_a_rule_could_not_judge_is_not_kept(here: Path, run_newslint: Any) -> None:
    write_settings(here, rules=CRASHING, config='rules = ["rules"]\nselect = ["BAD001"]\n')
    (here / "in.jsonl").write_bytes(json_lines([{"text": "The mill."}, {"text": "The ferry."}]))
    ran = run_newslint("scan", "in.jsonl", *OUT, "--keep", "clean.jsonl")
    assert ran.status == 2
    assert kept_lines(here / "clean.jsonl") == [b'{"text": "The ferry."}\n']


@pytest.mark.usefixtures("small_jobs")
@pytest.mark.parametrize(
    ("owner", "name", "after"),
    [
        (keeping, "records_of", 0),
        (keeping, "records_of", 1),
        (run, "write_kept", 0),
        (keeping, "_packed", 0),
        (run, "write_json", 0),
        (run, "write_json", 1),
    ],
)
def test_stopped_while_it_keeps_it_ends_with_the_same_bytes(
    here: Path,
    run_newslint: Any,
    monkeypatch: pytest.MonkeyPatch,
    owner: Any,
    name: str,
    after: int,
) -> None:
    write_settings(here, config='rules = ["rules"]\nselect = ["local"]\n')
    (here / "in.jsonl").write_bytes(json_lines(records(range(20))))
    arguments = ("scan", "in.jsonl", *OUT, "--keep", "clean.jsonl.gz", "--jobs", "1")
    run_newslint(*arguments)
    expected = files_of(here / "out"), (here / "clean.jsonl.gz").read_bytes()
    run_newslint(*arguments, "--select", "CRA002", "--overwrite")
    real, calls = getattr(owner, name), 0

    def stopping(*given: Any, **named: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls > after:
            raise KeyboardInterrupt
        return real(*given, **named)

    with monkeypatch.context() as patch:
        patch.setattr(owner, name, stopping)
        assert run_newslint(*arguments, "--overwrite").status == 130
    assert run_newslint(*arguments).status == 0
    assert (files_of(here / "out"), (here / "clean.jsonl.gz").read_bytes()) == expected
    assert not list(here.glob("*.unfinished"))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--keep", "clean.csv"), "name a file that ends in .jsonl, .jsonl.gz, .jsonl.zst"),
        (("--keep", "nowhere/clean.jsonl"), "there is no folder nowhere"),
        (("--keep-without", "CRA001"), "name a file"),
        (("--keep", "c.jsonl", "--keep-without", "CRA999"), "no rule or family is called 'CRA999'"),
        (
            ("--keep", "c.jsonl", "--keep-without", "residue"),
            "--keep-without residue: no such rule runs; add --extend-select residue",
        ),
        (("--keep", "theirs.jsonl"), "theirs.jsonl: is there already; --overwrite replaces it"),
    ],
)
def test_what_cannot_be_kept(
    crawl: Path, run_newslint: Any, arguments: tuple[str, ...], told: str
) -> None:
    (crawl / "theirs.jsonl").write_text("theirs\n")
    ran = run_newslint("scan", "in", *OUT, *arguments)
    assert ran.status == 2
    assert told in ran.err
    assert (crawl / "theirs.jsonl").read_text() == "theirs\n"


def test_what_is_kept_is_not_read(crawl: Path, run_newslint: Any) -> None:
    arguments = ("scan", "in", *OUT, "--keep", "in/clean.jsonl")
    assert run_newslint(*arguments).status == 0
    first = (crawl / "in" / "clean.jsonl").read_bytes()
    assert "finished already" in run_newslint(*arguments).err
    assert run_newslint(*arguments, "--overwrite").status == 0
    assert (crawl / "in" / "clean.jsonl").read_bytes() == first
    (crawl / "in" / "clean.jsonl").unlink()
    assert "is gone; --overwrite does it anew" in run_newslint(*arguments).err


def test_a_file_that_is_gone_while_it_keeps(
    here: Path, run_newslint: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_settings(here, config='rules = ["rules"]\nselect = ["CRA001"]\n')
    (here / "in.jsonl").write_bytes(json_lines(records(range(20))))
    real = run.Scan._keep

    def keep(scan: Any, jobs: Any) -> None:
        (here / "in.jsonl").write_bytes(b'{"text": "Another day and another story of the mill."}\n')
        real(scan, jobs)

    monkeypatch.setattr(run.Scan, "_keep", keep)
    ran = run_newslint("scan", "in.jsonl", *OUT, "--keep", "clean.jsonl")
    assert ran.status == 2
    assert ran.err == "newslint: in.jsonl: changed while it was read; --overwrite begins anew\n"
    assert not (here / "clean.jsonl").exists()


def test_packed_files_are_one_member_that_every_tool_reads(here: Path, run_newslint: Any) -> None:
    write_settings(here, config='rules = ["rules"]\nselect = ["CRA001"]\n')
    (here / "in.jsonl").write_bytes(json_lines(records(range(20))))
    run_newslint("scan", "in.jsonl", *OUT, "--keep", "clean.jsonl.zst")
    stream = zstandard.ZstdDecompressor().stream_reader(
        io.BytesIO((here / "clean.jsonl.zst").read_bytes())
    )
    assert stream.read().count(b"\n") == len(kept_lines(here / "clean.jsonl.zst")) > 5
