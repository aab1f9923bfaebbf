"""What the examples in the rules' documentation cannot say."""

from __future__ import annotations

import pytest

from newslint import Doc
from newslint_rules.typography.mixed_quotation_marks import mixed_quotation_marks
from newslint_rules.typography.no_final_newline import no_final_newline
from newslint_rules.typography.stray_spaces import stray_spaces
from newslint_rules.typography.unbalanced_quotation import unbalanced_quotation


def test_the_rarer_kind_is_flagged_where_it_first_stands() -> None:
    text = 'He said "no" and "yes" and it isn’t done. It’s "fine".'
    (finding,) = mixed_quotation_marks(Doc(text))
    assert finding.span.text == "’"
    assert finding.span.start == text.index("’")
    assert [place.text for place, _ in finding.related] == ['"']
    assert finding.message.endswith("2 of 8 quotation marks and apostrophes are curly")


def test_turning_curly_marks_straight_is_safe() -> None:
    (finding,) = mixed_quotation_marks(Doc("It isn't, it wasn't, it won’t."))
    assert finding.fix is not None
    assert finding.fix.safe
    assert [new for _, new in finding.fix.edits] == ["'"]


@pytest.mark.parametrize(
    ("text", "edits", "safe"),
    [
        ('“A,” “b.” "C" it is.', ["“", "”"], True),
        ("“It’s” ours since '90.", ["’"], True),
        ("“It’s” 'em that did.", ["‘"], False),
        ("“It’s” the voters' choice.", ["’"], True),
        ('“It’s,” he said." Go.', ["”"], True),
        ('“It’s” a " mark.', ["”"], False),
    ],
)
def test_turning_straight_marks_curly_is_safe_where_the_direction_is_certain(
    text: str, edits: list[str], safe: bool
) -> None:
    (finding,) = mixed_quotation_marks(Doc(text))
    assert finding.fix is not None
    assert [new for _, new in finding.fix.edits] == edits
    assert finding.fix.safe is safe


@pytest.mark.parametrize(
    "text",
    [
        "“It’s” 6'2\" tall and 5' 10\" wide.",
        '“It’s” a 12" x 14" wide board.',
        '“It’s” <a href="https://example.org/o\'b">here</a>.',
        "“It’s” run as `echo 'a'`.",
        "It’s “all” curly.",
        'It\'s "all" straight – and naïve.',
    ],
)
def test_marks_of_one_kind(text: str) -> None:
    assert not list(mixed_quotation_marks(Doc(text)))


def test_a_quotation_over_paragraphs_is_balanced() -> None:
    text = "“One,” he said. “Two.\n\n“Three.\n\n“Four,” he said.\n"
    assert not list(unbalanced_quotation(Doc(text)))


def test_two_single_marks_are_a_double_one() -> None:
    assert not list(unbalanced_quotation(Doc("“It is new,’’ he said. ‘‘It is open.”\n")))


def test_the_mark_without_a_partner_is_flagged() -> None:
    text = 'He said "one" and "two and left.\n'
    (finding,) = unbalanced_quotation(Doc(text))
    assert finding.span.start == text.index('"two')


@pytest.mark.parametrize(
    "text",
    [
        "Wait . . . what",
        "One.  Two.",
        "A   b   c",
        "It is new ? at least to him.",
        "In 1995, 377 people left, and 5, 377 of us stayed.",
        "On May 12, 450 people came, 27, 500 and 600 others, and 200, 300, 500 years on.",
        "Qu'il est beau !",
    ],
)
def test_spaces_that_are_meant(text: str) -> None:
    language = "fr" if text.startswith("Qu") else "en"
    assert not list(stray_spaces(Doc(text, language=language)))


@pytest.mark.parametrize("number", ["around 10, 000 of them", "12, 450 panes", "$512, 300 in all"])
def test_a_space_inside_a_number(number: str) -> None:
    (finding,) = stray_spaces(Doc(f"They had {number}.", language="en"))
    assert finding.fix is not None
    assert finding.fix.edits[0][1] == finding.span.text.replace(", ", ",")


def test_only_a_text_file_has_a_last_line() -> None:
    assert list(no_final_newline(Doc("x", path="a.txt")))
    assert not list(no_final_newline(Doc("x\n", path="a.txt")))
    assert not list(no_final_newline(Doc("x", path="a.jsonl")))
    assert not list(no_final_newline(Doc("", path="a.txt")))


def test_marks_in_much_code_are_skipped_in_one_pass() -> None:
    text = "`it’s` <b title='x'>`’`</b> " * 20_000 + "It's late, and it's dark: so it’s said."
    (finding,) = mixed_quotation_marks(Doc(text))
    assert finding.message.startswith("curly ’ among straight marks: 1 of 3 ")
