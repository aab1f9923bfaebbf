import subprocess
import sys
from datetime import date
from itertools import product

import pytest

from newslint import Doc, date_near, regexp
from newslint.text.dates import finder
from newslint.text.dates.finder import DateMention, dates
from newslint.text.dates.numeric import numeric_dates


def found(text: str) -> tuple[DateMention, ...]:
    return dates(Doc(text))


def only(text: str) -> DateMention:
    (mention,) = found(text)
    return mention


@pytest.mark.parametrize(
    ("text", "span", "year", "month", "day", "weekday"),
    [
        ("opened on November 20, 2024, at noon", "November 20, 2024", 2024, 11, 20, None),
        ("opened on 20 November 2024 at noon", "20 November 2024", 2024, 11, 20, None),
        ("opened on Nov. 20 at noon", "Nov. 20", None, 11, 20, None),
        ("opened the 20th of November", "the 20th of November", None, 11, 20, None),
        ("opened the 20th of November 2024", "the 20th of November 2024", 2024, 11, 20, None),
        ("opened on Wednesday, November 20, he", "Wednesday, November 20", None, 11, 20, 2),
        ("Wed 20 Nov 2024 10.30 GMT", "Wed 20 Nov 2024", 2024, 11, 20, 2),
        ("Wed. Nov. 20", "Wed. Nov. 20", None, 11, 20, 2),
        ("SUNDAY 1 DECEMBER 2024", "SUNDAY 1 DECEMBER 2024", 2024, 12, 1, 6),
        ("Wednesday the 20th of November", "Wednesday the 20th of November", None, 11, 20, 2),
        ("on Monday evening, May 20, 2019", "Monday evening, May 20, 2019", 2019, 5, 20, 0),
        ("on Monday (20 May) it rained", "Monday (20 May)", None, 5, 20, 0),
        ("on May 20 (Monday) it rained", "May 20 (Monday)", None, 5, 20, 0),
        ("on Monday at 8 p.m., May 20, 2019, it", "Monday at 8 p.m., May 20, 2019", 2019, 5, 20, 0),
        ("on May 20, 2019 (Mon) it rained", "May 20, 2019 (Mon)", 2019, 5, 20, 0),
        ("On Monday 20 May they met", "Monday 20 May", None, 5, 20, 0),
        ("today, Monday, May 20, in", "Monday, May 20", None, 5, 20, 0),
        ("on Monday, which was May 20, it", "Monday, which was May 20", None, 5, 20, 0),
        ("open 12-20 May 2019 in", "20 May 2019", 2019, 5, 20, None),
        ("lost 2-3 May 20, he", "May 20", None, 5, 20, None),
        ("on May 20, 2019, a Monday, it", "May 20, 2019, a Monday", 2019, 5, 20, 0),
        ("the year ended November 31 1986, down", "November 31 1986", 1986, 11, 31, None),
        ("due 2024-02-30 or so", "2024-02-30", 2024, 2, 30, None),
    ],
)
def test_usual_forms(text, span, year, month, day, weekday):
    mention = only(text)
    assert mention.span.text == span
    assert (mention.year, mention.month, mention.day) == (year, month, day)
    assert mention.weekday == weekday
    assert mention.sure


@pytest.mark.parametrize(
    "text",
    [
        "They may 20 times refuse",
        "on the march 20 men fell",
        "Sales March 36,000 tonnes",
        "In May 12 percent of them left",
        "a September 31-year-old colt",
        "The sun set, and Sat TV was on",
        "It was in November 2024",
        "May he who sat in the sun march",
    ],
)
def test_no_dates(text):
    assert found(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "In June 31 teachers were rescued",
        "from April to June 31 children were born",
        "In Feb 28 schools closed",
        "and in November 31 states voted",
    ],
)
def test_counts_are_not_sure(text):
    assert not only(text).sure


@pytest.mark.parametrize(
    "text",
    ["ended September 31", "the Sept. 31 raid", "As of Sept. 31 it", "LIMA, Feb 30 - The port"],
)
def test_dates_without_a_year_are_sure(text):
    assert only(text).sure


@pytest.mark.parametrize(
    "text",
    [
        "on Friday, Saturday and Sunday, May 18-20, it",
        "on Friday and Saturday, May 18, it",
        "said Monday May 20 would suit them",
        "told The Sun, May 20, 2015, that",
        "from Friday to Sunday, May 20, it",
        "Kick-off Monday\n20 May at the old ground",
    ],
)
def test_weekday_of_something_else(text):
    assert all(mention.weekday is None for mention in found(text))


def test_time_and_count_are_no_year():
    assert only("Sunday, 4 May\n1900 GMT at the old ground").year is None
    assert only("Sunday, 4 May 1900 GMT at the old ground").year is None
    assert only("On May 20, 2000 people marched").year is None
    assert only("On May 20, 2000, people marched").year == 2000


def test_hard_wrapped_lines_are_one_text():
    wrapped = "The council of the town will meet on Wednesday,\nNovember 20, to vote."
    assert only(wrapped).span.text == "Wednesday,\nNovember 20"
    assert only("Wednesday,\nNovember 20").weekday is None


def test_range_names_two_days():
    first, last = found("It runs May 29-31, 2015, in the park")
    assert (first.day, last.day, last.value) == (29, 31, date(2015, 5, 31))
    first, second = found("Sept. 30-Oct. 2")
    assert (first.month, second.month) == (9, 10)


def test_bare_is_the_date_without_its_weekday():
    mention = only("on Monday evening, May 20, 2019")
    assert mention.bare is not None
    assert mention.bare.text == "May 20, 2019"
    assert mention.weekday_span is not None
    assert mention.weekday_span.text == "Monday"


def test_plain_dates_are_read_as_others(monkeypatch):
    leads = ("LUND, ", "on ", "5 ", "Monday, ", "at 3 of ", "5-", "")
    days = ("March 2", "Mar. 12th", "May 31st", "March\n4", "Sept. 40")
    tails = (
        "", ".", ".5 pct", ". 5 men", " - It", " - 5 men", " - Monday it", " -- 4", " by 12 pct",
        ", the 4th", " for 2024", ", 2024", " to 5", " was a Friday", ", she said", ", on a Friday",
        " pct", "-5", " - Sunday", ".)", " it was 9", " and 10.", "; 1999", " '99", ", a Sunday",
    )  # fmt: skip
    texts = [f"{lead}{day}{tail}" for lead, day, tail in product(leads, days, tails)]
    texts += [f"{text}\nIt opened on Tuesday." for text in texts]

    def read() -> list[list[tuple[object, ...]]]:
        return [
            [(str(one.span), one.span.start, one.value, one.day, one.weekday, one.sure)
             for one in found(text)]
            for text in texts
        ]  # fmt: skip

    told = read()
    monkeypatch.setattr(finder, "PLAIN_DAY", regexp(r"(?!)"))
    assert read() == told


def test_date_near():
    assert date_near(12, 30, date(2024, 1, 2)) == date(2023, 12, 30)
    assert date_near(5, 18, date(1987, 3, 18)) == date(1987, 5, 18)
    assert date_near(2, 29, date(2024, 1, 2)) == date(2024, 2, 29)
    assert date_near(2, 29, date(2023, 1, 2)) is None
    assert date_near(2, 30, date(2024, 1, 2)) is None


def test_cost_is_linear():
    text = "Monday, May " * 20_000
    assert found(text) == ()


def test_numeric_dates():
    text = "2024-11-19 19-11-2024 03/04/2024 5.6.2024"
    iso, sure, open_, dotted = numeric_dates(Doc(text))
    assert iso.year_first
    assert iso.readings == (date(2024, 11, 19),)
    assert sure.readings == (date(2024, 11, 19),)
    assert open_.readings == (date(2024, 4, 3), date(2024, 3, 4))
    assert [one.span.text for one in (iso, sure, open_, dotted)] == text.split()


@pytest.mark.parametrize(
    "text",
    [
        "example.org/19/11/2024/story",
        "https://example.org/2024-11-19/",
        "call 0151-555-1234-19-11-2024",
        "version 4.11.2019 is out",
        "CVE-2024-11-19",
        "scan_2024-11-19.pdf",
        "9/11/01 and 12-11-10",
    ],
)
def test_no_numeric_dates(text):
    assert numeric_dates(Doc(text)) == ()


def test_dateparser_is_only_for_other_languages():
    program = (
        "import sys; from newslint import Doc; "
        "doc = Doc('They met on Monday, May 20, 2019, and 20 men marched.', language='en'); "
        "assert doc.dates; print('dateparser' in sys.modules); "
        "doc = Doc('Elle arriva le lundi 20 mai 2019.', language='fr'); "
        "assert doc.dates; print('dateparser' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == ["False", "True"]
