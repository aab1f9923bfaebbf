"""Dates, languages and places are looked for where forms tell of them: nothing may be missed."""

from itertools import product
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import Doc, Text, phrases
from newslint.text import forms, language
from newslint.text.dates import finder, numeric
from newslint.text.dates.calendar_words import MONTH_WORDS, WEEKDAY_WORDS, month_names_in
from newslint.text.dates.patterns import BEFORE, WEEKDAY_AFTER, WEEKDAY_BEGINS
from newslint.text.language import tell
from newslint.text.places import MOST_SEARCHES, places
from newslint.text.sample import sample, sample_cuts
from newslint.timestamps import MONTHS

DATES = st.lists(
    st.sampled_from(
        ["Monday", "Mon.", "SUN", "Thurs", "Money", "May", "may", "MARCH", "march", "Sept.", "dec",
         "aUGUST", "December", "1", "20th", "31", "0", "2-3", "2024", "87", "the", "of", "day",
         "on", "at", "8 p.m.", "and", "to", "12/31/2024", "31-12-2024", "2024-02-30", "4.5.2024",
         "-", "–", ",", "(", ")", " ", "  ", "\n", "’", "à", "_", "x", "version"]
    ),
    max_size=12,
).flatmap(lambda words: st.sampled_from(["", " "]).map(lambda by: by.join(words)))  # fmt: skip


@given(DATES)
def test_every_month_is_told_by_its_form(text: str) -> None:
    hits = Doc(text).hits(phrases(*MONTHS))
    named = {hit.text for hit in hits if hit.text[0].isupper() or len(hit.text) > 6}
    assert named <= month_names_in(Text(text))
    assert not hits or MONTH_WORDS.may_occur(Text(text))


@given(DATES)
def test_what_stands_before_a_month_is_read_as_by_its_whole_pattern(text: str) -> None:
    lead = text[-60:]
    whole = BEFORE.search(lead)
    assert whole is not None
    if whole["weekday"]:
        assert WEEKDAY_BEGINS.search(lead)
        return
    near = BEFORE.search(lead, max(len(lead) - finder._DAYS_REACH, 0))
    assert near is not None
    assert near.groupdict() == whole.groupdict()
    assert not whole["day"] or finder._may_end_in_a_day(lead[-finder._DAY_REACH :])


@given(DATES)
def test_every_weekday_of_a_date_is_told_by_its_form(text: str) -> None:
    around = [BEFORE.search(text), *(WEEKDAY_AFTER.match(text, at) for at in range(len(text)))]
    if any(match and match["weekday"] for match in around):
        assert WEEKDAY_WORDS.may_occur(Text(text))


@given(DATES)
def test_every_date_in_digits_is_told_by_its_form(text: str) -> None:
    found = {date.span.start for date in numeric.numeric_dates(Text(text))}
    matches = [*numeric._YEAR_FIRST.finditer(text), *numeric._YEAR_LAST.finditer(text)]
    for match in matches:
        lead = text[max(match.start() - 12, 0) : match.start()]
        assert (match.start() in found) is (numeric._NO_DATE_BEFORE.search(lead) is None)


def test_many_dates_in_digits_are_found_in_one_pass() -> None:
    days = [f"{year}-{month:02}-07" for year, month in product(range(2001, 2061), range(1, 13))]
    assert len(numeric.numeric_dates(Text(", ".join(days)))) == len(days)


@given(st.lists(st.sampled_from(["One", "two", "onetwo", "x_One", " ", "-"])).map("".join))
def test_places_of_few_and_of_many_words_are_the_same(text: str) -> None:
    words = {"One", "two", *(f"w{number}" for number in range(MOST_SEARCHES))}
    few = {
        (at, word)
        for at, word in places(text, {"One", "two"})
        if not text[at - 1 : at].isalnum()
        and not text[at + len(word) : at + len(word) + 1].isalnum()
    }
    assert set(places(text, words)) == few


def test_months_without_a_number_beside_them_are_not_read() -> None:
    with patch.object(finder, "_read", side_effect=AssertionError):
        assert Doc("In May they may go, in March they march, " * 50, language="en").dates == ()


WORDS = st.lists(
    st.sampled_from(
        ["the", "The", "of", "said", "to", "bridge", "closed", "que", "los", "De", "la", "nicht",
         "und", "été", "voilà", "«la", "£5", "de-la", "2de", "мост", "Ⓚ", "don’t", "x", "1987"]
    ),
    min_size=1,
    max_size=40,
)  # fmt: skip


@given(WORDS, st.integers(1, 40), st.sampled_from([" ", " ", ", ", "-", ""]))
def test_the_language_told_by_forms_is_that_of_the_full_count(
    words: list[str], times: int, between: str
) -> None:
    text = between.join(words * times)
    assert language.language(Doc(text)) == tell(text)


def test_english_is_not_counted_in_full() -> None:
    story = "The mayor said that the bridge would be closed for two years, the council added. " * 40
    with patch.object(language, "tell", side_effect=AssertionError):
        assert Doc(story).language == "en"
        assert Doc(f"“{story}” – voi\u0107").language == "en"


@given(
    st.lists(st.sampled_from(["a", "bb", "é", "’", "à", " ", "\n", "c-d"]), max_size=6).map(
        "".join
    ),
    st.sampled_from([0, 500, 1200, 1590, 2401, 4000]),
)
def test_forms_that_the_sample_cuts_are_found_whole(cell: str, length: int) -> None:
    text = (cell * length)[: length * 2]
    encoded = text.encode()
    blanked = encoded.translate(forms._TO_BLANK)
    runs, sampled, pieces = forms._split(text, blanked)
    assert runs == blanked.split()
    wanted = sample(text).encode().translate(forms._TO_BLANK).split()
    assert sorted([*sampled, *(run for piece in pieces for run in piece.split())]) == sorted(wanted)


@pytest.mark.parametrize("length", [0, 2400, 2401, 5000])
def test_the_cuts_are_those_of_the_sample(length: int) -> None:
    text = "".join(chr(ord("a") + at % 26) for at in range(length))
    cuts = sample_cuts(length)
    assert sample(text) == (
        text if cuts is None else f"{text[: cuts[0]]} {text[cuts[1] : cuts[2]]}"
    )
