from datetime import date

import pytest

from newslint.timestamps import parse_timestamp

DAY = date(2024, 3, 12)


@pytest.mark.parametrize(
    "raw",
    [
        "2024-03-12",
        " '2024-03-12' ",
        "2024/3/12",
        "2024-03-12T23:30:00-05:00",
        "20240312",
        "20240312T101500Z",
        "1710201600",
        "1710201600000",
        "Tue, 12 Mar 2024 10:00:00 GMT",
        "12-Mar-2024",
        "the 12th of March 2024",
        "March 12, 2024",
        "Mar. 12, 2024 at 5:00 PM EST",
        "Updated: Tuesday, March 12, 2024",
        "12.03.2024",
    ],
)
def test_forms(raw):
    assert parse_timestamp(raw) == DAY


@pytest.mark.parametrize("raw", ["19-11-2024", "19/11/2024", "11/19/2024", "19.11.2024"])
def test_digits_that_can_be_read_in_one_way(raw):
    assert parse_timestamp(raw) == date(2024, 11, 19)


@pytest.mark.parametrize("raw", ["12 mars 2024", "12 de marzo de 2024", "12. März 2024"])
def test_other_languages(raw):
    assert parse_timestamp(raw) == DAY


def test_a_foreign_month_that_begins_like_an_english_one():
    assert parse_timestamp("12 marraskuuta 2024") == date(2024, 11, 12)


@pytest.mark.parametrize(
    "raw",
    [
        "2024-02-30",
        "2024-13-01",
        "February 30, 2024",
        "31 avril 2024",
        "30.02.2024",
        "2024",
        "March 2024",
        "2 days ago",
        "yesterday at 10",
        "03/04/2024",
        "1",
        "99999999999999",
        "",
        "no date",
        "A long sentence that names March 12 somewhere in its midst, in 2024, and goes on.",
    ],
)
def test_never_repaired_never_guessed(raw):
    assert parse_timestamp(raw) is None
