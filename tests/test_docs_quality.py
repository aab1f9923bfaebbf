"""What docs/quality.md says of the rules is what they are."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from newslint.book import Book
from newslint.plugins import load_book

PAGE = (Path(__file__).parent.parent / "docs" / "quality.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.partition("## Which filter")[2].partition("\n[G]")[0].splitlines()
    if line.startswith("| ") and not line.startswith("| filter")
]
NO_THRESHOLD = {
    ("many-bullet-lines", "bullets"), ("few-stop-words", "stop-words"),
    ("few-stop-words", "language"), ("many-leftover-lines", "max-capitals"),
    ("many-leftover-lines", "max-words"),
}  # fmt: skip
"""Options that are no threshold, or that repeat another rule's."""


@cache
def book() -> Book:
    return load_book(awake=True)


def test_every_rule_and_every_threshold_stands_in_the_table() -> None:
    shown = {(row[1], row[2].strip("`")) for row in ROWS}
    rules = [rule for rule in book().rules if rule.family == "quality"]
    assert {name for name, _ in shown} == {rule.name for rule in rules}
    options = {(rule.name, one.name.replace("_", "-")) for rule in rules for one in rule.options}
    assert {pair for pair in shown if pair[1]} == options - NO_THRESHOLD


def test_the_first_value_of_the_table_is_the_default() -> None:
    for _, name, option, value, _ in ROWS:
        if option:
            (default,) = (
                one.default
                for one in book().by_name[name].options
                if one.name == option.strip("`").replace("-", "_")
            )
            assert value.split(";")[0] == str(default), (name, option)


def test_every_source_of_the_table_is_named() -> None:
    used = {letter for row in ROWS for letter in re.findall(r"\[([A-Z])\]", row[4])}
    below = PAGE.partition("\n[G]")[2].partition("\n\n")[0]
    named = {"G", *re.findall(r"\[([A-Z])\]", below)}
    assert used == named


def test_the_rules_on_lines_that_are_left_out_silence_no_rule_on_articles() -> None:
    (names,) = re.findall(r"^ignore = \[(.*)\]$", PAGE, re.MULTILINE)
    on_lines = [book().by_name[name] for name in re.findall(r'"(.*?)"', names)]
    codes = {rule.code for rule in on_lines}
    assert len(codes) == 5
    for rule in on_lines:
        assert rule.family == "quality"
        assert set(rule.supersedes) <= codes


def test_no_rule_of_another_family_silences_them() -> None:
    codes = {rule.code for rule in book().rules if rule.family == "quality"}
    assert [
        rule.code
        for rule in book().rules
        if rule.family != "quality" and codes.intersection(rule.supersedes)
    ] == []
