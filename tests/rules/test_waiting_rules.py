"""The rules on dates and numbers wait for forms without which they find nothing."""

from itertools import pairwise
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import Doc, phrases
from newslint_rules.dates import date_fields
from newslint_rules.dates.age_or_interval_mismatch import YEARS, _openings
from newslint_rules.dates.impossible_date import impossible_date
from newslint_rules.dates.weekday_mismatch import weekday_mismatch
from newslint_rules.numbers import changes, conversion_mismatch, magnitude_slip, quantities
from newslint_rules.numbers.changes import FRACTIONS, change_at
from newslint_rules.numbers.multiples import MULTIPLES
from newslint_rules.numbers.percentage_mismatch import NEAR, _marks, percentage_mismatch
from newslint_rules.numbers.units import METRIC_FORMS, units

MARKS = phrases("percent", "per cent", "pct", "%", *FRACTIONS, *MULTIPLES)


@pytest.mark.parametrize("mark", MARKS.literals)
def test_every_word_for_a_change_is_waited_for(mark: str) -> None:
    assert NEAR.may_occur(Doc(f"It fell by 40 {mark}, they said"))
    assert NEAR.may_occur(Doc(f"It fell by 40{mark.upper()}") if mark == "%" else Doc(mark.title()))


@pytest.mark.parametrize(
    "name", [name for name, found in units().items() if any(o.system == "metric" for o in found)]
)
def test_every_metric_unit_is_waited_for(name: str) -> None:
    for measure in (f"5 {name}", f"5{name}", f"a 5-{name.replace(' ', '-')} road", name.upper()):
        assert METRIC_FORMS.may_occur(Doc(f"The road ({measure}) is long"))


SLIPS = st.lists(
    st.sampled_from(
        ["$3", "5", "m", "bn", "billion", "Billion", "million", "mln", "lakh", "lakhs", "crore",
         "dollars", "three", "-", "x", "millions", "."]
    ),
    max_size=8,
).map(" ".join)  # fmt: skip


@given(SLIPS)
def test_every_pair_of_magnitudes_is_looked_at(text: str) -> None:
    found = {(one.span.start, one.span.end) for one in magnitude_slip.magnitude_slip(Doc(text))}
    for at in range(len(text)):
        match = magnitude_slip._SLIP.match(text, at)
        if match and magnitude_slip._is_slip(match):
            assert any(end == match.end("second") for _, end in found)


INTERVALS = st.lists(
    st.sampled_from(
        ["from", "From", "between", "xfrom", "2012", "1998", "2008", "to", "and", "(", "-"]
    ),
    max_size=8,
).map(" ".join)


@given(INTERVALS)
def test_every_interval_is_looked_at(text: str) -> None:
    words = text.split(" ")
    wanted = [
        one for one, year in pairwise(words)
        if one.lower() in {"from", "between"} and year.isdigit()
    ]  # fmt: skip
    if len({word for word in words if word.isdigit()}) > 1:
        assert YEARS.may_occur(Doc(text))
        assert sorted(hit.text for hit in _openings(Doc(text))) == sorted(wanted)


@given(
    st.lists(
        st.sampled_from(
            ["40 percent", "33%", "nearly 5 pct", "a third", "from", "from 60", "to 75", "75", "up",
             "a", "an increase of", "a fall of", "compared with 60 a year earlier", "against", ",",
             "(", ")", "or", "increase", "rose", "12%", "9%"]
        ),
        max_size=9,
    ).map(" ".join)
)  # fmt: skip
def test_a_change_is_found_as_without_the_tests_before_its_patterns(text: str) -> None:
    doc = Doc(text)
    told = [change_at(hit) for hit in doc.hits(MARKS)]
    with (
        patch.object(changes, "_tells_two", return_value=True),
        patch.object(changes, "_ends", return_value=True),
        patch.object(changes, "_LONGEST_PERCENT", len(text)),
    ):
        assert [change_at(hit) for hit in doc.hits(MARKS)] == told


@given(
    st.lists(
        st.sampled_from(
            ["40", "4", "%", "percent", "Pct", "PER", "per", "cent", "-", " ", "_", "a", "one",
             "Third", "half", "two", "thirds", "doubled", "quarter"]
        )
    ).map("".join)
)  # fmt: skip
def test_every_wording_for_a_change_is_looked_at(text: str) -> None:
    doc, percent = Doc(text), phrases("percent", "per cent", "pct", "%")
    wanted = [
        (hit.start, hit.end)
        for hit in doc.hits(MARKS)
        if hit.text not in percent
        or text[max(hit.start - 2, 0) : hit.start].rstrip(" -")[-1:].isdecimal()
    ]
    assert sorted((hit.start, hit.end) for hit in _marks(doc)) == wanted


def test_brackets_without_words_and_texts_without_metric_units_are_not_read() -> None:
    with patch.object(quantities, "quantity_after", side_effect=AssertionError):
        doc = Doc("In all (2012), [3] and (4, 5) of the meters were read. " * 20)
        assert not list(conversion_mismatch.conversion_mismatch(doc))
    assert not METRIC_FORMS.may_occur(Doc("The road (5 miles) is long, or 3 miles by bus"))


def test_a_percentage_alone_is_not_read() -> None:
    with patch.object(changes, "_amounts", side_effect=AssertionError):
        text = (
            "Of the farmers of the town 40 percent, or a third of all, hold 12% of the land. " * 9
        )
        assert not list(percentage_mismatch(Doc(text)))
        assert not list(percentage_mismatch(Doc(f"{text}{'x ' * 200}It is far from here.")))


def test_the_date_fields_of_an_article_are_not_read_again_with_its_headline() -> None:
    doc = Doc("The ferry sank.", meta={"date": "2024-02-30", "updatedAt": "x"}, language="en")
    headline = Doc("Ferry sinks", meta=doc.meta, language="en")
    assert [field.name for field in date_fields.date_fields(doc)] == ["date", "updatedAt"]
    assert date_fields.date_fields(headline) == []
    unsure = Doc("Ferry sinks", meta=doc.meta)
    assert [field.name for field in date_fields.date_fields(unsure)] == ["date", "updatedAt"]
    assert len(list(impossible_date(doc))) == 1


def test_a_date_field_in_figures_is_not_read_for_a_weekday() -> None:
    doc = Doc("The ferry sank.", meta={"date": "2024-03-12T10:00:00Z"}, language="en")
    with patch("newslint_rules.dates.weekday_mismatch.dates_in", side_effect=AssertionError):
        assert not list(weekday_mismatch(doc))
    assert list(weekday_mismatch(Doc("x", meta={"date": "Tue, 13 Mar 2024"}, language="en")))
