"""How lines are compared: what makes no difference, what does, and that it never changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.normal_lines import HASH_BYTES, digest, normalised_line


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Share this story", "  SHARE\u00a0this   story… "),
        ("16,738 Retweets", "9 retweets"),
        ("Posted at 5:30 pm", "Posted at 11.05 pm"),
        ("– Read more: “Harbour news”", "* Read more - 'Harbour News'"),
        ("© 2016 The Quay Herald", "(c) 1999 the Quay Herald".replace("(c)", "©")),
        ("STRASSE", "straße"),
    ],
)
def test_lines_of_one_template_are_the_same(one: str, other: str) -> None:
    assert normalised_line(one) == normalised_line(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Share this story", "Share his story"),
        ("Résumé", "Resume"),
        ("no table", "notable"),
        ("Sign up", "Sign up now"),
    ],
)
def test_other_words_are_another_line(one: str, other: str) -> None:
    assert normalised_line(one) != normalised_line(other)


@pytest.mark.parametrize("line", ["", "   ", "* * *", "12 - 0", "\u2014", "1.204,5 \u2022 3"])
def test_a_line_without_a_letter_is_none(line: str) -> None:
    assert normalised_line(line) == ""


def test_a_hash_is_the_same_in_every_version():
    assert digest("share 0").hex() == "3f069547cf9d066f"
    assert len(digest("\ud800")) == HASH_BYTES


@given(st.text())
def test_a_normalised_line_is_normal(line: str):
    once = normalised_line(line)
    assert normalised_line(once) == once
    assert normalised_line(f"\t{line.strip()}.") == once
