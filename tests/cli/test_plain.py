"""A plain line is read as click reads it, and anything else is left to click."""

import pytest

from newslint.cli.check import command
from newslint.cli.plain import read_check

PLAIN = [
    ["a.txt"],
    ["a.txt", "b.txt", "-"],
    ["-q", "a.txt", "--no-cache"],
    ["--quiet", "--fix", "--unsafe-fixes", "--diff", "--statistics", "--timings", "a.txt"],
    ["a.txt", "--select", "GAR001,dates", "--select=residue", "--ignore", "x"],
    ["--format", "jsonl", "a.txt", "--output-format", "full=out.txt", "--output-format=jsonl=x"],
    ["--jobs", "4", "a.txt"],
    ["-j", "2", "a.txt", "--fail-on", "never", "--min-severity=info", "--color", "always"],
    ["--config=newslint.toml", "--no-plugin", "acme", "--no-local-rules", "a"],
    ["--isolated", "--include", "*.txt", "--exclude=x/**", "--extend-exclude", "y", "folder"],
    [".", "--watch"],
    ["--fix", "--", "-a.txt", "--diff", "-", "--"],
    ["--changed-since", "HEAD~1", ".", "--changed-since=origin/main"],
    ["--stdin-filename", "a b.txt", "-", "--cache-dir", "c", "--show-files", "--force-exclude"],
]

CLICKS = [
    [],
    ["check"],
    ["rules"],
    ["--version"],
    ["check", "--help"],
    ["check", "a.txt", "--version"],
    ["check", "a.txt", "-h"],
    ["check", "a.txt", "--nonsense"],
    ["check", "a.txt", "--fail-on", "sometimes"],
    ["check", "a.txt", "--jobs", "0"],
    ["check", "a.txt", "--jobs", "many"],
    ["check", "a.txt", "--select"],
    ["check", "a.txt", "--select", "-q"],
    ["check", "a.txt", "--quiet=yes"],
    ["check", "a.txt", "-j4"],
    ["check", "a.txt", "-j=4"],
    ["check", "a.txt", "-qj", "4"],
    ["check", "--"],
    ["check", "--quiet"],
]


@pytest.mark.parametrize("line", PLAIN, ids=" ".join)
def test_a_plain_line_is_read_as_click_reads_it(line):
    given = read_check(["check", *line])
    assert given is not None
    assert given == command.make_context("check", [*line]).params


@pytest.mark.parametrize("line", CLICKS, ids=" ".join)
def test_what_is_not_plain_is_left_to_click(line):
    assert read_check(line) is None
