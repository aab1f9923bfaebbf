"""What stands in articles and is not to be reported, from the command line to the last byte.

The rules are those of the `newsroom` fixture, and one across articles.
"""

import json
from pathlib import Path

import pytest

ACROSS = '''

def lines(doc: Doc):
    for line in doc.lines:
        if line.text:
            yield Fact(line.text, line)


@rule("LOC009", gather=lines, min_articles=2)
def shared_line(group: Group):
    """A line that stands in several articles.

    Bad:
        === a.txt
        >>One line.<<
        === b.txt
        >>One line.<<
    """
    for use in group.uses:
        yield use.flag("stands in several articles")
'''
POST = """---
title: A post
newslint:
  ignore: [LOC002, LOC003]
---

A badword stands here. <!-- newslint: ignore LOC001 -- quoted from a letter -->

A badword stands there.

<!-- newslint: ignore-start LOC001 -->

A badword stands between.

<!-- newslint: ignore-end -->

<!-- newslint: ignore LOC001 -->

Nothing is here.
"""


@pytest.fixture
def room(newsroom: Path) -> Path:
    (newsroom / "bad.txt").unlink()
    (newsroom / "posts").mkdir()
    (newsroom / "posts" / "a.md").write_text(POST, newline="")
    return newsroom


@pytest.fixture
def records(run_newslint, room):
    """Run `check` and give its records."""

    def run(*arguments: str) -> list[dict]:
        ran = run_newslint("check", "--no-plugin", "bundled", *arguments, "--format", "jsonl")
        assert ran.status in {0, 1}, ran.err
        return [json.loads(line) for line in ran.out.splitlines()]

    return run


def places(found: list[dict]) -> list[tuple[str, int, str]]:
    return [(one["code"], one["line"], one["text"]) for one in found]


EXPECTED = [
    ("NLX004", 4, "LOC002"),
    ("LOC001", 9, "badword"),
    ("NLX004", 17, "LOC001"),
]


def test_what_is_left_is_told_with_what_is_asked_in_vain(records):
    found = records("posts")
    assert places(found) == EXPECTED
    assert found[2]["fix"] == {
        "safe": True,
        "edits": [{"line": 17, "column": 1, "end_line": 19, "end_column": 1, "text": ""}],
    }
    assert found[0]["rule"] == "unused-suppression"


def test_the_cache_gives_the_same_and_sees_an_edit(records, room):
    keep = ("--cache-dir", "kept")
    first = records("posts", *keep)
    assert records("posts", *keep) == first
    post = room / "posts" / "a.md"
    post.write_text(POST.replace("ignore LOC001 -- ", "ignore LOC002 -- "), newline="")
    assert [one["line"] for one in records("posts", *keep)] == [4, 7, 7, 9, 17]
    post.write_text(POST, newline="")
    assert records("posts", *keep) == first


def test_fixing_leaves_what_is_ignored_and_takes_out_what_is_in_vain(records, room):
    left = records("posts", "--fix")
    assert places(left) == EXPECTED[:1]
    wanted = POST.replace("A badword stands there", "A goodword stands there")
    wanted = wanted.replace("<!-- newslint: ignore LOC001 -->\n\n", "")
    assert (room / "posts" / "a.md").read_bytes() == wanted.encode()
    assert records("posts", "--fix") == left


def test_unused_suppressions_can_be_ignored_and_fail_or_not(run_newslint, records, room):
    assert places(records("posts", "--ignore", "NLX004")) == EXPECTED[1:2]
    assert places(records("posts", "--extend-ignore", "unused_suppression")) == EXPECTED[1:2]
    assert places(records("posts", "--min-severity", "error", "--ignore", "LOC001")) == []

    def status(*arguments: str) -> int:
        return run_newslint("check", "--no-plugin", "bundled", "posts", *arguments).status

    only = ("--ignore", "LOC001")
    assert status(*only) == 1
    assert status(*only, "--fail-on", "error") == 0
    (room / "newslint.toml").write_text(
        'rules = ["rules"]\nselect = ["local"]\n[severity]\nNLX004 = "info"\n'
    )
    assert status(*only) == 0
    refused = run_newslint("check", "posts", "--ignore", "NLX002")
    assert refused.status == 2
    assert "--ignore: 'NLX002' is always on" in refused.err


def test_rules_across_articles_are_silent_too_and_from_the_cache(records, room):
    rules = room / "rules" / "own.py"
    rules.write_text(
        rules.read_text().replace("from newslint import", "from newslint import Fact, Group,", 1)
        + ACROSS
    )
    for name, more in (("b", ""), ("c", " <!-- newslint: ignore LOC009 -->")):
        (room / "posts" / f"{name}.md").write_text(f"Nothing is here.{more}\n", newline="")
    select = ("--select", "LOC009", "posts", "--cache-dir", "kept")
    expected = [("posts/a.md", 19), ("posts/b.md", 1)]
    for _ in range(2):
        assert [(one["path"], one["line"]) for one in records(*select)] == expected


def test_records_are_meant_by_an_override(records, room):
    (room / "many.jsonl").write_text(
        "".join(
            json.dumps({"id": f"r-{n}", "text": "A badword stands in this record, as ever."}) + "\n"
            for n in range(4)
        )
    )
    (room / "newslint.toml").write_text(
        'rules = ["rules"]\nselect = ["local"]\n'
        '[[overrides]]\nrecords = ["r-1", 3]\nignore = ["LOC001"]\n'
        '[[overrides]]\npaths = ["other.jsonl"]\nrecords = [0]\nignore = ["LOC001"]\n'
    )
    assert [one["record"]["id"] for one in records("many.jsonl")] == ["r-0", "r-2"]


def test_any_number_of_processes_says_the_same(records, room):
    text = "A badword stands in this record. " + "It is a long one. " * 60
    keys: list[object] = [["LOC002"], "ignore LOC001", {"ignore": ["bad-word"]}]
    lines = [{"id": n, "text": text, "_newslint": keys[n % 3]} for n in range(2200)]
    (room / "many.jsonl").write_text("".join(json.dumps(one) + "\n" for one in lines))
    select = ("many.jsonl", "--no-cache", "--select", "LOC001,LOC002", "--jobs")
    one = records(*select, "1")
    assert records(*select, "2") == one
    assert {found["record"]["index"] % 3 for found in one} == {0}
    assert len({found["fingerprint"] for found in one}) == len(one)
