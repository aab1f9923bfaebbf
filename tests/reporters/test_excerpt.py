import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.diagnostic import Excerpt
from newslint.reporters.excerpt import columns, draw, shorten


def excerpt(before, text, after, *, cut_before=False, cut_after=False):
    return Excerpt(before, text, after, cut_before, cut_after)


def marked(line, carets):
    """What stands above the carets, counted in terminal columns."""
    start = len(carets) - len(carets.lstrip())
    shown, position = "", 0
    for character in line:
        if start <= position < len(carets):
            shown += character
        position += columns(character)
    return shown


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        ("The ", "cat", " sat."),
        ("東京の", "新聞", "は"),
        ("Zoe\u0308 ", "said", " so"),
        ("a\tb\t", "here", "\tc"),
        ("see \x1b[31m ", "red", "\x1b[0m"),
        ("🎉 ", "fête", ""),
        ("", "First", " word"),
    ],
)
def test_the_carets_stand_under_the_place(before, text, after):
    line, carets = draw(excerpt(before, text, after), 100)
    assert marked(line, carets) == text


def test_a_long_line_is_cut_to_a_window_around_the_place():
    line, carets = draw(excerpt("word " * 60, "HERE", " word" * 60), 80)
    assert line.startswith("…")
    assert line.endswith("…")
    assert columns(line) <= 82
    assert marked(line, carets) == "HERE"
    assert 30 < line.index("HERE") < 50


def test_room_not_needed_on_one_side_is_given_to_the_other():
    line, _ = draw(excerpt("Now ", "HERE", " word" * 60), 80)
    assert line.startswith("Now HERE")
    assert columns(line) > 75


def test_the_ellipses_say_that_the_line_goes_on():
    line, carets = draw(excerpt("b ", "x", " a", cut_before=True, cut_after=True), 80)
    assert line == "…b x a…"
    assert marked(line, carets) == "x"


def test_a_long_place_is_cut_too():
    line, carets = draw(excerpt("It ", "word " * 80, "end"), 80)
    assert line.endswith("…")
    assert columns(line) <= 82
    assert len(carets) < columns(line)


def test_an_empty_place_has_one_caret():
    line, carets = draw(excerpt("ab", "", "cd"), 80)
    assert (line, carets) == ("abcd", "  ^")


def test_a_command_across_the_seams_of_an_excerpt_is_broken():
    line, carets = draw(excerpt("x #", "#[", "error]"), 80)
    assert line == r"x \x23#[error]"
    assert marked(line, carets) == "#["


def test_marks_are_not_parted_from_their_letter_at_the_edge():
    line, _ = draw(excerpt("e\u0301" * 200, "HERE", ""), 20)
    assert line.startswith("…e\u0301")


@given(st.text(), st.text(), st.text(), st.integers(20, 120))
def test_carets_never_leave_the_window(before, text, after, width):
    line, carets = draw(excerpt(before, text, after), width)
    assert columns(line) <= width + 2
    assert len(carets) <= width + 2
    assert "\n" not in line


def test_shorten_cuts_at_the_end_and_neutralises():
    assert shorten("opened the", 20) == "opened the"
    assert shorten("a\nb", 20) == r"a\nb"
    assert shorten("word " * 20, 12) == "word word w…"
