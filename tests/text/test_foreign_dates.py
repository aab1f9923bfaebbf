"""Dates in other languages than English."""

from datetime import date

import pytest

from newslint import Doc
from newslint.text.dates.foreign import calendar_words

DAY = date(2024, 11, 20)  # a Wednesday


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ca", "dimecres 20 de novembre de 2024"),
        ("cs", "ve středu 20. listopadu 2024"),
        ("da", "onsdag den 20. november 2024"),
        ("de", "Mittwoch, den 20. November 2024"),
        ("es", "miércoles, 20 de noviembre de 2024"),
        ("fi", "keskiviikkona 20. marraskuuta 2024"),
        ("fr", "mercredi 20 novembre 2024"),
        ("it", "mercoledì 20 novembre 2024"),
        ("nl", "woensdag 20 november 2024"),
        ("no", "onsdag 20. november 2024"),
        ("pl", "w środę, 20 listopada 2024 r."),
        ("pt", "quarta-feira (20 de novembro de 2024)"),
        ("ru", "в среду, 20 ноября 2024 года"),
        ("sv", "onsdagen den 20 november 2024"),
        ("uk", "у середу, 20 листопада 2024 року"),
    ],
)
def test_a_weekday_and_a_full_date(language: str, text: str) -> None:
    (mention,) = Doc(text, language=language).dates
    assert (mention.value, mention.weekday) == (DAY, 2)


def test_short_forms_need_a_year() -> None:
    months = [one.sure for one in Doc("31 lis i 31 listopada", language="pl").dates]
    assert months == [False, True]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "de samedi à mercredi 20 novembre 2024"),
        ("fr", "la nuit du mercredi 20 novembre 2024"),
        ("de", "Montag und Mittwoch, 20. November 2024"),
        ("de", "am 20. November 2024"),
    ],
)
def test_a_weekday_that_may_be_of_another_day(language: str, text: str) -> None:
    (mention,) = Doc(text, language=language).dates
    assert (mention.value, mention.weekday) == (DAY, None)


def test_a_language_without_tables() -> None:
    assert calendar_words("xx") is None
    assert Doc("20 novembre 2024", language="xx").dates == ()


def test_a_word_that_is_month_and_weekday_is_a_month() -> None:
    words = calendar_words("es")
    assert words is not None
    assert "mar" in words.months
    assert "mar" not in words.weekdays
