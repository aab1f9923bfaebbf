import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import Doc, Fix, Text


def span_of(text: str, part: str):
    start = text.index(part)
    return Doc(text).span(start, start + len(part))


def test_an_annotation_is_computed_once():
    calls = []

    def count(text: Text) -> int:
        calls.append(text)
        return len(text.text)

    text = Text("abc")
    assert (text.get(count), text.get(count)) == (3, 3)
    assert calls == [text]


def test_an_annotation_may_give_none_and_is_still_computed_once():
    calls = []
    text = Text("abc")
    text.get(calls.append)
    text.get(calls.append)
    assert len(calls) == 1


def test_a_slice_counts_from_the_span():
    part = span_of("the mayor said so", "mayor said").slice(6, 10)
    assert (part.start, part.text) == (10, "said")


def test_a_group_of_a_match_in_a_span_is_placed_in_the_text():
    span = span_of("x: the mayor, 42, said", "the mayor, 42, said")
    match = re.search(r"(?P<age>\d+)", span.text)
    assert match
    assert (span.group(match, "age").start, span.group(match).text) == (14, "42")


@pytest.mark.parametrize(
    ("text", "place"), [("  a b ", (2, 5)), ("ab", (0, 2)), ("   ", (3, 3)), ("", (0, 0))]
)
def test_strip_leaves_white_space_out(text, place):
    stripped = Doc(text).span(0, len(text)).strip()
    assert (stripped.start, stripped.end) == place
    assert stripped.text == text.strip()


@given(st.text(alphabet="ab \n", max_size=12), st.data())
def test_a_window_is_the_text_around_and_stays_on_its_lines(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    before, after = data.draw(st.integers(0, 5)), data.draw(st.integers(0, 5))
    span = Doc(text).span(start, end)
    window = span.window(before, after)
    assert window.text == text[window.start : window.end]
    assert max(start - before, 0) <= window.start <= start
    assert end <= window.end <= end + after
    assert "\n" not in text[window.start : start] + text[end : window.end]


def test_spans_of_two_texts_never_overlap():
    assert not Doc("abc").span(0, 2).overlaps(Doc("abc").span(0, 2))


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ((0, 2), (2, 4), False),
        ((0, 3), (2, 4), True),
        ((1, 1), (0, 1), False),
        ((1, 3), (2, 2), True),
    ],
)
def test_spans_overlap_when_they_share_a_character(one, other, overlap):
    doc = Doc("abcdef")
    assert doc.span(*one).overlaps(doc.span(*other)) is overlap
    assert doc.span(*other).overlaps(doc.span(*one)) is overlap


def test_from_one_span_to_another():
    doc = Doc("one two three")
    assert doc.span(0, 3).to(doc.span(4, 7)).text == "one two"


def test_a_plain_fix_replaces_the_span_and_is_unsafe():
    finding = span_of("a bad day", "bad").flag("no", fix="good")
    assert finding.fix
    ((place, text),) = finding.fix.edits
    assert (place.text, text, finding.fix.safe) == ("bad", "good", False)


def test_related_places_may_be_spans_fields_and_pairs():
    doc = Doc("one two", meta={"headline": "Three"})
    finding = doc.span(0, 3).flag("no", related=[doc.meta.headline, (doc.span(4, 7), "why")])
    assert [(place.text, note) for place, note in finding.related] == [
        ("Three", ""),
        ("two", "why"),
    ]


@pytest.mark.parametrize(
    ("text", "part", "left"),
    [
        ("a\nclose\nb\n", "close", "a\nb\n"),
        ("a\n\nclose\n\nb\n", "close", "a\n\nb\n"),
        ("a\nclose\n\nb\n", "close", "a\n\nb\n"),
        ("close\n\na\n", "close", "a\n"),
        ("a\n\nclose", "close", "a\n"),
        ("a\nclose", "close", "a"),
        ("a\nclose\n", "close", "a\n"),
        ("close", "close", ""),
        ("a\none\ntwo\nb", "e\ntwo", "a\nb"),
        ("a\nclose\nb\n", "close\n", "a\nb\n"),
        ("a\n\nb\n", "\n\n", "b\n"),
        ("a\n\nb\n", "b", "a\n"),
        ("a\n\nb", "b", "a\n"),
    ],
)
def test_delete_line_takes_whole_lines_and_leaves_no_double_blank(text, part, left):
    span = span_of(text, part)
    ((place, new),) = Fix.delete_line(span).edits
    assert new == ""
    assert text[: place.start] + text[place.end :] == left


def test_a_missing_field_is_false_and_flags_the_article():
    doc = Doc("Text.", meta={})
    assert not doc.meta.headline
    assert doc.meta.headline.value is None
    assert doc.meta.headline.flag("no headline").whole


def test_a_finding_on_the_whole_article_can_show_the_places_that_cause_it():
    doc = Doc("One. Two.")
    finding = doc.flag("two sentences", related=[doc.span(0, 4), (doc.span(5, 9), "the other")])
    assert finding.whole
    assert [(place.text, note) for place, note in finding.related] == [
        ("One.", ""),
        ("Two.", "the other"),
    ]


def test_an_empty_field_is_there():
    doc = Doc("Text.", meta={"headline": ""})
    assert doc.meta.headline
    assert doc.meta.headline.value is None
    assert not doc.meta.headline.flag("empty").whole


def test_a_field_knows_its_value_and_its_raw_text():
    doc = Doc("Text.", meta={"date": "2024-03-12T08:00:00Z", "section": " World "})
    assert doc.meta.date.value == date(2024, 3, 12)
    assert doc.meta.date.raw == "2024-03-12T08:00:00Z"
    section = doc.meta.get("section")
    assert section is not None
    assert (section.value, section.raw) == ("World", " World ")
    assert doc.meta.get("desk") is None


@pytest.mark.parametrize("raw", ["2024-02-30", "soon", "", "2024-13-01"])
def test_an_impossible_date_has_no_value_and_keeps_its_text(raw):
    doc = Doc("Text.", meta={"date": raw})
    assert doc.meta.date.value is None
    assert doc.meta.date.raw == raw
    assert doc.date is None
    assert doc.meta.week == ""


def test_the_week_is_the_iso_week():
    assert Doc("x", meta={"date": "2024-12-30"}).meta.week == "2025-W01"


def test_the_headline_of_the_file_comes_before_the_one_in_the_text():
    doc = Doc("Text.", meta={"headline": "Ferry stays"})
    assert doc.headline is not None
    assert doc.headline.text == "Ferry stays"
