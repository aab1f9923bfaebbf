"""What the examples in the documentation of the rules on quality cannot say."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import Doc, Rule
from newslint.config import Config, load_config
from newslint.errors import ConfigError
from newslint.plugins import load_book
from newslint.session import Session, SessionOptions
from newslint_rules.quality import frequent_phrase as frequent
from newslint_rules.quality import repeated_phrases as phrases
from newslint_rules.quality.counting import MOST, SHOWN, has_words, paragraphs, text_lines, words
from newslint_rules.quality.ends import ends
from newslint_rules.quality.few_stop_words import few_stop_words
from newslint_rules.quality.leftovers import leftover_lines
from newslint_rules.quality.line_without_end_mark import line_without_end_mark
from newslint_rules.quality.many_bullet_lines import many_bullet_lines
from newslint_rules.quality.many_ellipsis_lines import many_ellipsis_lines
from newslint_rules.quality.many_line_ends import many_line_ends
from newslint_rules.quality.many_repeated_lines import many_repeated_lines
from newslint_rules.quality.many_repeated_paragraphs import many_repeated_paragraphs
from newslint_rules.quality.many_symbols import many_symbols
from newslint_rules.quality.notice_line import notice_line
from newslint_rules.quality.odd_word_length import odd_word_length
from newslint_rules.quality.repeated_line import repeated_line
from newslint_rules.quality.too_few_sentences import too_few_sentences
from newslint_rules.quality.too_few_words import too_few_words
from newslint_rules.quality.too_many_words import too_many_words

SOUND = """The ferry to the islands will sail again on Monday, the port of Elsa said.

It had been in the dock since March, when a crew member found cracks in two of its pumps. "We \
have waited long enough," said Ana Ruiz, who runs the bakery by the quay.

The repair cost 40,000 pounds more than planned. Nobody at the port could say why that is so, and \
the council will ask for an account of it at its meeting in June.
"""
"""An invented article that every filter lets pass."""
SENTENCE = "The boat left the quay at noon and came back late.\n"


@cache
def quality() -> Session:
    return Session(SessionOptions(Config(), select=("quality",)))


@cache
def rules() -> list[Rule]:
    return [one for one in load_book(awake=True).rules if one.family == "quality"]


def said(text: str) -> list[str]:
    found = quality().engine.lint_bytes("a.txt", text.encode()).diagnostics
    return [one.code for one in found]


def test_a_sound_article_passes_all_of_them() -> None:
    assert said(SOUND) == []


def test_the_family_is_off_until_it_is_selected(tmp_path) -> None:
    assert not any(rule.default for rule in rules())
    (tmp_path / "newslint.toml").write_text('extend-select = ["quality"]', encoding="utf-8")
    running = Session(SessionOptions(load_config(tmp_path / "newslint.toml"))).selection.default.all
    on = {one.rule.code for one in running}
    assert {rule.code for rule in rules()} <= on
    assert "GAR001" in on


@pytest.mark.parametrize("rule", rules(), ids=[rule.code for rule in rules()])
def test_a_rule_called_by_hand_on_nothing_says_nothing_that_cannot_be(rule: Rule) -> None:
    for text in ("", "\n", " \n \n", "."):
        found = list(rule.function(Doc(text)))
        assert all(one.whole or one.span.text for one in found)


def test_a_share_that_is_none_is_an_error_that_says_what_would_be_right(tmp_path) -> None:
    file = tmp_path / "newslint.toml"
    file.write_text("[options.many-bullet-lines]\nmax-share = 90\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"'max-share' must be a share from 0 to 1.*not 90"):
        _ = Session(SessionOptions(load_config(tmp_path / "newslint.toml"))).selection


def test_lines_are_those_of_newslint_and_blank_ones_are_none() -> None:
    doc = Doc("  One\u2028line \n\n \t\n\x0cTwo\n")
    assert [(one.start, one.text) for one in text_lines(doc)] == [(2, "One\u2028line"), (17, "Two")]


def test_lines_of_spaces_part_paragraphs() -> None:
    doc = Doc("a\nb\n \nc\n\n\nd")
    assert [one.text for one in paragraphs(doc)] == ["a\nb", "c", "d"]


@given(st.text(alphabet="ab \n\t", max_size=40))
def test_lines_and_paragraphs_hold_all_that_is_no_white_space(text: str) -> None:
    doc = Doc(text)
    for places in (text_lines(doc), paragraphs(doc)):
        assert "".join("".join(one.text.split()) for one in places) == "".join(text.split())
        assert all(doc.text[one.start : one.end] == one.text for one in places)
        assert all(first.end <= second.start for first, second in pairwise(places))


def test_words_are_counted_without_the_marks_around_them() -> None:
    counted = words(Doc('"Well-known" — it isn\'t 5,000 (or £3) …'))
    assert (counted.total, counted.words, counted.lettered) == (8, 6, 4)
    assert counted.length == len("Well-known" + "it" + "isn't" + "5,000" + "or" + "£3")


@pytest.mark.parametrize(
    ("line", "is_end"),
    [
        ("It left.", True), ("It left!", True), ("Did it?", True), ('"It left"', True),
        ("“It left.”", True), ("“It left”", True), ("(It left.)", True), ("渡船停航。", True),
        ("नाव चली गई।", True), ("It left (late)", False), ("It left...", False),
        ("It left…", False), ("It left:", False), ("More", False), ("", False),
    ],
)  # fmt: skip
def test_what_ends_a_line(line: str, is_end: bool) -> None:
    assert ends(line) is is_end


def test_blank_lines_are_no_lines_and_repeat_nothing() -> None:
    """In datatrove up to 0.2 they did, and lines of spaces still do (huggingface/datatrove#273)."""
    text = "\n \n".join(f"The boat number {number} left the quay." for number in range(9))
    assert not list(many_repeated_lines(Doc(text)))
    assert not list(many_repeated_paragraphs(Doc(text)))
    assert not list(repeated_line(Doc(text)))
    assert not list(many_line_ends(Doc(text)))


def test_blank_lines_do_not_thin_out_a_list() -> None:
    items = [f"- item {number} of the list" for number in range(8)]
    assert [one.whole for one in many_bullet_lines(Doc("\n\n".join(items)))] == [True]
    cut = ["It broke off...", SENTENCE, SENTENCE]
    assert list(many_ellipsis_lines(Doc("\n\n".join(cut))))


def test_few_of_the_places_are_shown_and_the_last_says_how_many_more() -> None:
    (finding,) = many_bullet_lines(Doc("- item\n" * 30))
    assert finding.message == "30 of 30 lines begin with a bullet (100%, more than 90%)"
    assert len(finding.related) == SHOWN
    assert finding.related[-1][1] == "begins with a bullet, and 25 more"


def test_of_many_lines_the_first_are_told_and_the_last_says_how_many_more() -> None:
    found = list(line_without_end_mark(Doc("A line of a list\n" * 33)))
    assert len(found) == MOST
    assert found[-1].message == (
        "the line has no end mark; 13 more lines of the article are like it"
    )
    assert len(list(line_without_end_mark(Doc("A line of a list\n" * MOST)))) == MOST
    assert ";" not in list(line_without_end_mark(Doc("A line\n" * MOST)))[-1].message


def test_one_line_is_one_alarm() -> None:
    """`Share` has no end mark, too few words, and is one word."""
    assert said(SOUND + "\nShare\n") == ["QUA024"]
    assert said(SOUND + "\nMore on this\n") == ["QUA014"]
    assert said(SOUND + "\nMore on this story by others\n") == ["QUA013"]


def test_a_page_of_one_line_is_one_alarm_of_repetition() -> None:
    found = said(SOUND + "\nShare this story with all of your good friends.\n" * 12)
    assert [code for code in found if "QUA009" <= code <= "QUA012" or code == "QUA023"] == [
        "QUA009"
    ]


def test_repeated_paragraphs_of_several_lines_are_told_as_such() -> None:
    piece = "The boat left the quay at noon\nand came back late.\n\n"
    (finding,) = many_repeated_paragraphs(Doc(piece + SENTENCE + "\n" + piece))
    assert finding.message == "1 of 3 paragraphs repeat an earlier one (33.3%, more than 30%)"


def test_a_repeated_line_points_at_the_first() -> None:
    text = SENTENCE + "It rained all day and all night over the port and the islands.\n" + SENTENCE
    (finding,) = repeated_line(Doc(text))
    assert finding.span.start == text.rindex(SENTENCE)
    assert [(place.start, note) for place, note in finding.related] == [(0, "the first time")]


def test_symbols_of_the_other_kind_are_told_apart() -> None:
    hashes, ellipses = many_symbols(Doc("#a #b … and ... so"))
    assert hashes.message == "2 hash signs for 6 words (33.3%, more than 10%)"
    assert [place.text for place, _ in ellipses.related] == ["…", "..."]


def test_stop_words_of_an_article_in_another_language_are_not_asked_for() -> None:
    german = Doc("Fähre Fahrplan Inseln Preise Karten Hafen Wetter Boote", language="de")
    assert not list(few_stop_words(german))
    own = {"stop_words": ("die", "und"), "language": "de"}
    (finding,) = few_stop_words(german, **own)
    assert finding.message == "the article has 0 of 2 stop words, fewer than 2"
    assert not list(few_stop_words(Doc("Die Fähre und das Boot", language="de"), **own))


@pytest.mark.parametrize(
    "rule", [too_few_words, odd_word_length, many_line_ends, too_few_sentences]
)
def test_scripts_without_blanks_are_left_alone(rule) -> None:
    assert not list(rule(Doc("港口周一说\n渡船停航三天\n乘客等候")))
    assert not list(rule(Doc("เรือเฟอร์รี่\nหยุดเดินเรือ\nผู้โดยสารรอ")))


@given(
    st.text(alphabet="a “”—–éя\u0e01\u0e81\u1000\u1780\u3042\u6e2f\U00020000\u0905", max_size=30)
)
def test_a_text_has_words_unless_a_third_of_it_is_in_scripts_without_blanks(text: str) -> None:
    unspaced = sum(text.count(one) for one in "\u0e01\u0e81\u1000\u1780\u3042\u6e2f\U00020000")
    assert has_words(Doc(text)) is (unspaced <= 0.3 * len(text))


def test_a_name_in_another_script_does_not_make_a_text_one_without_words() -> None:
    assert list(too_few_words(Doc("The port of 港口 is closed.")))


def test_a_notice_is_told_once_a_line() -> None:
    text = "Enable JavaScript: our privacy policy asks for JavaScript.\nWe use cookies.\n"
    assert [one.span.text for one in notice_line(Doc(text))] == ["JavaScript", "use cookies"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("HARBOUR NEWS", "mostly capitals"), ("ПОРТ И МОРЕ", "mostly capitals"),
        ("1,204", "a figure alone"), ("12 / 03 / 2024", "figures alone"),
        ("3 likes", "a counter"), ("1.2K Shares", "a counter"), ("(14 comments)", "a counter"),
        ("Advertisement", "one word"), ("Sign in to comment", "a label of the page"),
        ("Sign-in here", "a label of the page"), ("Read more...", "a label of the page"),
        ("2 items in cart", "a label of the page"),
        ("The UN met in Oslo", ""), ("* * *", ""), ("—", ""), ("He likes 3 views of it", ""),
        ("The signs in the hall were new", ""), ("Fans read more than others do", ""),
        ("2 dogs", ""), ("$1,204.50 (2)", "figures alone"),
    ],
)  # fmt: skip
def test_what_is_left_over_from_a_page(line: str, kind: str) -> None:
    assert [told for _, told in leftover_lines(Doc(line))] == ([kind] if kind else [])


def test_labels_are_looked_for_on_lines_of_so_many_words_only() -> None:
    line = Doc("Fans of the boat and of the port can read more...")
    assert not list(leftover_lines(line))
    assert [kind for _, kind in leftover_lines(line, max_words=11)] == ["a label of the page"]
    assert not list(leftover_lines(Doc("Read more..."), max_words=0))


def test_the_words_of_all_stretches_count() -> None:
    text = SENTENCE * 12_000
    assert len(text) > 600_000
    (found,) = (
        one
        for one in quality().engine.lint_bytes("a.txt", text.encode()).diagnostics
        if one.code == "QUA002"
    )
    assert found.message == "the article has more than 100,000 words"
    assert not list(too_many_words(Doc(SENTENCE * 9_000)))
    assert "QUA001" not in said("a" * 600_000)


RUNS = st.lists(st.sampled_from(["a", "b", "the", "boat", "a,"]), max_size=60)
LIMITS = st.tuples(*[st.sampled_from([0.0, 0.05, 0.16, 0.3, 0.6])] * 3)


@given(RUNS, LIMITS)
def test_no_phrase_is_missed_for_its_words_are_too_few(found: list[str], limits) -> None:
    doc = Doc(" ".join(found))
    by_number = dict(zip((2, 3, 4), limits, strict=True))
    if frequent._may_be(doc, by_number):
        return
    for number, limit in by_number.items():
        top = frequent._top(found, number)
        if top is not None:
            assert top[1] * (sum(map(len, top[0])) + number - 1) <= limit * len(doc.text)


@given(RUNS)
def test_every_run_that_stands_before_is_seen(found: list[str]) -> None:
    windows = [tuple(found[at : at + 5]) for at in range(len(found) - 4)]
    again = [at for at, window in enumerate(windows) if window in windows[:at]]
    assert phrases._starts_again(Doc(" ".join(found))) == again


@given(RUNS)
def test_passages_cover_whatever_longer_runs_cover(found: list[str]) -> None:
    passages = phrases._passages(phrases._starts_again(Doc(" ".join(found))))
    covered = sum(sum(map(len, found[start:end])) for start, end in passages)
    for number in range(5, 11):
        assert phrases._repeated_characters(found, number) <= covered


def test_passages_that_come_again_are_shown_where_they_do() -> None:
    text = "One two three four five six seven. " + SENTENCE + "One two three four five six seven."
    (finding,) = phrases.repeated_phrases(Doc(text))
    assert [place.start for place, _ in finding.related] == [text.rindex("One")]
    assert finding.related[0][0].text == "One two three four five six seven."
