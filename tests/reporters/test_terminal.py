import io
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.reporters.diff import show_diff
from newslint.reporters.terminal import (
    encodable,
    neutral,
    neutral_line,
    shown_characters,
    use_color,
)

VISIBLE_FORMATS = {
    *range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD,
    *range(0x13430, 0x13440),
}  # fmt: skip
JOINERS = {0x200C, 0x200D}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J", r"\x1b[2J"),
        ("a\nb\r\tc", r"a\nb\r\tc"),
        ("\x9b31m", r"\x9b31m"),
        ("abc\u202etxt.exe", r"abc\u202etxt.exe"),
        ("zero\u200bwidth\ufeff", r"zero\u200bwidth\ufeff"),
        ("\ud83d", r"\ud83d"),
        ("\U000e0041", r"\U000e0041"),
        ("##vso[task.complete]", r"\x23#vso[task.complete]"),
        ("##[group]x", r"\x23#[group]x"),
        ("## A sub-head [1]", "## A sub-head [1]"),
        ("Jean-Noël “said” 東京 👍🏽", "Jean-Noël “said” 東京 👍🏽"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_what_could_harm_is_shown_as_an_escape(text, shown):
    assert neutral(text) == shown
    assert "".join(shown_characters(text)) == shown


def test_every_control_and_format_character_is_escaped():
    for number in range(sys.maxunicode + 1):
        character = chr(number)
        hidden = unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
        if hidden and number not in VISIBLE_FORMATS | JOINERS:
            assert neutral(character).isascii(), hex(number)
            assert neutral(character).isprintable(), hex(number)


@given(st.text(alphabet=st.characters(codec=None)))
def test_neutral_text_is_one_encodable_line_and_stays_as_it_is(text):
    shown = neutral(text)
    assert len(shown.splitlines()) <= 1
    shown.encode("utf-8")
    assert neutral(shown) == shown


@pytest.mark.parametrize("line", ["::error::gone", "  ::set-output name=x::y", "\u3000::debug::z"])
def test_a_line_of_output_is_never_a_command_of_github(line):
    assert not neutral_line(line).lstrip().startswith("::")


def test_a_path_with_colons_inside_stays_readable():
    assert neutral_line("std::vector.txt") == "std::vector.txt"


def test_a_box_of_markdown_is_no_command():
    diff = "--- a\n+++ a\n@@ -1,3 +1,3 @@\n :::tip\n-x\n+y\n :::\n"
    assert show_diff(diff, color=False) == diff


def test_a_diff_is_harmless_and_keeps_carriage_returns_before_line_feeds():
    diff = "--- a\n+++ a\n@@ -1,2 +1,2 @@\n ::error::x\r\n-\x1b[1mold\r\n+new\r\n"
    shown = show_diff(diff, color=False)
    assert shown.splitlines(keepends=True)[3:] == [
        " \\x3a:error::x\r\n", "-\\x1b[1mold\r\n", "+new\r\n",
    ]  # fmt: skip
    assert "\x1b[32m+new" in show_diff(diff, color=True)


def test_a_diff_keeps_tabs_and_the_byte_order_mark_that_patch_needs():
    diff = "--- a\n+++ a\n@@ -1,2 +1,2 @@\n-\ufeffx\t\x1b\n+\ufeffy\t::z\n \ufeffb\n"
    assert show_diff(diff, color=False).split("\n")[3:] == [
        "-\ufeffx\t\\x1b", "+\ufeffy\t\\x3a:z", r" \ufeffb", "",
    ]  # fmt: skip
    later = diff.replace("@@ -1,2", "@@ -7,2")
    assert "\ufeff" not in show_diff(later, color=False)


def test_characters_the_stream_does_not_know_are_escaped():
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    assert encodable("façade …", stream) == r"fa\xe7ade \u2026"
    assert encodable("façade …", io.StringIO()) == "façade …"


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("choice", "terminal", "environ", "wanted"),
    [
        ("auto", True, {}, True),
        ("auto", False, {}, False),
        ("auto", True, {"NO_COLOR": "1"}, False),
        ("auto", True, {"NO_COLOR": ""}, True),
        ("auto", True, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ("auto", True, {"CI": "true"}, False),
        ("auto", True, {"PRE_COMMIT": "1"}, False),
        ("auto", True, {"TERM": "dumb"}, False),
        ("auto", False, {"FORCE_COLOR": "1", "CI": "true"}, True),
        ("auto", True, {"FORCE_COLOR": "0"}, False),
        ("always", False, {"NO_COLOR": "1"}, True),
        ("never", True, {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_is_for_terminals_and_those_who_ask(choice, terminal, environ, wanted):
    stream = Terminal() if terminal else io.StringIO()
    assert use_color(stream, choice, environ) is wanted
