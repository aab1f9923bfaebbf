"""A plugin adds a format: the reader shown on the rule page, installed, run as users run it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import BAD_WORD, in_file
from making import engine_of as an_engine_of

from newslint.edits import apply_fixes

PAGE = Path(__file__).parent.parent / "rules" / "README.md"
SHOWN = re.search(
    r"^```python\n# newslint_wire/__init__\.py\n(.*?)^```",
    PAGE.read_text(encoding="utf-8"),
    re.MULTILINE | re.DOTALL,
)
assert SHOWN is not None
WIRE = SHOWN[1]

FIRST = (
    "ZCZC a-1\nFerry risky\nA badword@@harbour.example wrote.\n\n"
    "The 𝒮 bad@\nword is no badword.\nNNNN\n"
)
SECOND = "ZCZC a-2\nBridge open\nThe bridge is open.\nNNNN\n"
Run = Callable[..., CompletedProcess[bytes]]


@pytest.fixture
def wire(newsroom: Path, tmp_path: Path, newslint_process: Run) -> Run:
    """Run newslint in a newsroom with .wire files, with the plugin installed."""
    install(tmp_path / "site", WIRE)
    (newsroom / "feed").mkdir()
    (newsroom / "feed" / "one.wire").write_text(FIRST + SECOND, encoding="utf-8")
    (newsroom / "feed" / "two.WIRE").write_text(SECOND, encoding="utf-8")

    def run(*arguments: str, **keywords: Any) -> CompletedProcess[bytes]:
        return newslint_process(
            *arguments, cwd=newsroom, PYTHONPATH=str(tmp_path / "site"), **keywords
        )

    return run


def install(site: Path, source: str, version: str = "1.0") -> None:
    """Lay the plugin into a folder as pip does."""
    info = site / f"newslint_wire-{version}.dist-info"
    info.mkdir(parents=True, exist_ok=True)
    (info / "METADATA").write_text(f"Name: newslint-wire\nVersion: {version}\n")
    (info / "entry_points.txt").write_text("[newslint]\nwire = newslint_wire\n")
    (site / "newslint_wire").mkdir(exist_ok=True)
    (site / "newslint_wire" / "__init__.py").write_text(source, encoding="utf-8")


def check(wire: Run, *arguments: str) -> list[dict[str, Any]]:
    ran = wire("check", *arguments, "--no-plugin", "bundled", "--format", "jsonl")
    assert ran.stderr == b""
    return [json.loads(line) for line in ran.stdout.splitlines()]


def test_its_files_are_found_in_folders_and_its_places_are_right(wire: Run, newsroom: Path) -> None:
    listed = wire("check", "feed", "--show-files").stdout.decode().split()
    assert listed == ["feed/one.wire", "feed/two.WIRE"]
    found = check(wire, "feed", "--select", "bad-word")
    assert [(one["line"], one["column"], one["text"]) for one in found] == [
        (3, 3, "badword"),
        (6, 12, "badword"),
    ]
    records = [one["record"] for one in found]
    assert {(one["index"], one["id"], one["field"]) for one in records} == {(0, "a-1", "text")}
    assert [(one["line"], one["column"]) for one in records] == [(1, 3), (3, 22)]
    assert all(one["path"] == "feed/one.wire" for one in found)


def test_processes_give_the_same(wire: Run, newsroom: Path) -> None:
    for number in range(20):
        (newsroom / "feed" / f"{number:02}.wire").write_text(FIRST * 3, encoding="utf-8")
    one, two = (check(wire, "feed", "--jobs", jobs) for jobs in ("1", "2"))
    assert one == two
    assert len(one) > 100


def test_its_fixes_are_spelled_as_it_says(wire: Run, newsroom: Path) -> None:
    rules = newsroom / "rules" / "own.py"
    rules.write_text(rules.read_text().replace('"goodword"', '"good@word"'))
    ran = wire("check", "feed", "--no-plugin", "bundled", "--fix", "--select", "bad-word")
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert b"Fixed 2 problems." in ran.stdout
    fixed = (newsroom / "feed" / "one.wire").read_text(encoding="utf-8")
    assert fixed == FIRST.replace("badword", "good@@word") + SECOND
    again = wire("check", "feed", "--no-plugin", "bundled", "--diff", "--select", "bad-word")
    assert (again.returncode, again.stdout) == (0, b"")


def test_its_format_can_be_packed_cached_and_read_from_standard_input(
    wire: Run, newsroom: Path
) -> None:
    import gzip

    (newsroom / "old.wire.gz").write_bytes(gzip.compress(FIRST.encode()))
    (found, _) = check(wire, "old.wire.gz", "--select", "bad-word")
    assert (found["line"], found["column"], found["fix"]) == (3, 3, None)
    arguments = ("check", "--no-plugin", "bundled", "--select", "bad-word", "--format", "jsonl")
    cold, warm = (wire(*arguments, "feed", "--cache-dir", "kept").stdout for _ in range(2))
    assert cold == warm
    assert cold.count(b"\n") == 2
    piped = wire(*arguments, "-", "--stdin-filename", "feed/one.wire", stdin=FIRST.encode())
    assert piped.stdout == cold


@pytest.mark.parametrize("name", ["sarif", "gitlab", "rdjsonl", "github", "junit", "full"])
def test_every_format_shows_its_places(wire: Run, name: str) -> None:
    ran = wire("check", "feed", "--no-plugin", "bundled", "--format", name)
    assert ran.returncode == 1
    assert b"one.wire" in ran.stdout
    assert b"Traceback" not in ran.stderr


def test_without_the_plugin_its_files_are_left_out_of_folders(wire: Run) -> None:
    ran = wire("check", "feed", "--no-plugin", "bundled", "--no-plugin", "wire")
    assert (ran.returncode, ran.stderr) == (0, b"newslint: no articles found\n")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("yield RawArticle(", "1 / 0; (", "its reader crashed: ZeroDivisionError"),
        ("yield RawArticle(", "yield (", "which is no RawArticle or RawProblem"),
        (
            "return built.finish()",
            "from newslint import OffsetMap; return built.finish()[0], OffsetMap.shifted(900, 99)",
            "its reader is wrong: it gave the place 902 to 909, and the file has 1",
        ),
        ('return text.replace("@", "@@")', "return text.quoted", "its reader crashed: Attribute"),
    ],
)
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_reader_that_is_wrong_is_trouble_of_its_files_alone(
    wire: Run, newsroom: Path, tmp_path: Path, old: str, new: str, said: str, jobs: str
) -> None:
    assert old in WIRE
    install(tmp_path / "site", WIRE.replace(old, new))
    (newsroom / "feed" / "two.WIRE").unlink()
    ran = wire(
        "check", ".", "--no-plugin", "bundled", "--format", "concise", "--select", "bad-word",
        "--jobs", jobs,
    )  # fmt: skip
    lines = ran.stdout.decode().splitlines()
    assert ran.returncode == 2
    assert any(line.startswith("bad.txt:1:3") for line in lines)
    assert [said in line for line in lines if "NLX002" in line] == [True]
    assert b"Traceback" not in ran.stderr


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("[WireReader]", "a class: give an instance, WireReader()"),
        ("[3]", "gave 3, which has no method 'read'"),
        ("1 / 0", "does not load: newslint_add_readers: ZeroDivisionError"),
    ],
)
def test_what_is_no_reader_stops_the_run(wire: Run, tmp_path: Path, given: str, said: str) -> None:
    install(tmp_path / "site", WIRE.replace("[WireReader()]", given))
    ran = wire("check", "feed")
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert said in ran.stderr.decode()
    assert b"Traceback" not in ran.stderr


def reader() -> Any:
    names: dict[str, Any] = {}
    exec(WIRE, names)
    return names["WireReader"]()


TEXT = st.text(alphabet=st.sampled_from("ab @\n😀"), max_size=12)


@given(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=4))
def test_places_and_fixes_are_exact_whatever_the_messages(parts: list[tuple[str, str]]) -> None:
    def written(word: str) -> str:
        texts = (word.join(part.replace("@", "@@") for part in both) for both in parts)
        return "".join(f"ZCZC {number}\nHead\n{text}\nNNNN\n" for number, text in enumerate(texts))

    data = written(" badword ").encode()
    found = an_engine_of(BAD_WORD, readers=[reader()]).lint_bytes("a.wire", data).diagnostics
    assert [one.text for one in found] == ["badword"] * len(parts)
    assert [in_file(one, data) for one in found] == ["badword"] * len(parts)
    assert apply_fixes(data, found, unsafe=False) == (written(" goodword ").encode(), len(parts))
