"""The ways in which a day is written: right ones are left alone, wrong ones found as a whole."""

from calendar import day_abbr, day_name, month_abbr, month_name
from datetime import date, timedelta

import pytest

from newslint import Doc
from newslint_rules.dates.impossible_date import impossible_date
from newslint_rules.dates.weekday_mismatch import weekday_mismatch

DAYS = [date(2015, 1, 5) + timedelta(37 * step) for step in range(7)]
SENTENCES = ("The hearing on {} was put off.", "It is set for {}.", "They met {} and went home.")

# W, w: weekday, its short form; M, m, n: month, its short form, its number; d, th: day, as an
# ordinal; y: year.
FORMS = (
    "{W}, {M} {d}, {y}", "{W}, {m}. {d}, {y}", "{W}, {M} {d} {y}", "{W} {M} {d}, {y}",
    "{W}, {M} {th}, {y}", "{W}, {M} the {th}, {y}", "{W} {d} {M} {y}", "{W}, {d} {M} {y}",
    "{W} {th} of {M} {y}", "{W} the {th} of {M}, {y}", "{W}, the {th} day of {M}, {y}",
    "{W} (the {th} of {M} {y})", "{w}. {M} {d}, {y}", "{w}., {m}. {d}, {y}", "{w}. {d} {m}. {y}",
    "{w} {d} {m} {y}", "{w}, {d} {m} {y}", "{W} ({M} {d}, {y})", "{W} [{d} {M} {y}]",
    "{M} {d}, {y} ({W})", "{d} {M} {y} ({w})", "{M} {d}, {y}, a {W}", "{d} {M} {y}, a {W}",
    "{W} - {M} {d}, {y}", "{W} – {d} {M} {y}", "{W} | {d} {M} {y}", "{W}: {M} {d}, {y}",
    "{W}\u00a0{d}\u00a0{M}\u00a0{y}", "{W}\u202f{d}\u202f{M} {y}", "{W},{M} {d}, {y}",
    "{W}, {M} {d},{y}", "{W} morning, {M} {d}, {y}", "{W} early evening, {M} {d}, {y}",
    "{W} lunchtime, {d} {M} {y}", "{W} evening of {M} {d}, {y}", "{W} at 8pm, {M} {d}, {y}",
    "{W} at 8:30 p.m. on {M} {d}, {y}", "{W}, 8 p.m., {M} {d}, {y}", "{W} from 7pm, {d} {M} {y}",
    "{W}, 7pm to 9pm, {d} {M} {y}", "{W} (7pm), {d} {M} {y}", "{W} at noon, {d} {M} {y}",
    "{W} last week, {M} {d}, {y}", "{W} of this week, {M} {d}, {y}", "{W}, that is {M} {d}, {y}",
    "{W}, i.e. {M} {d}, {y}", "{W}, on {M} {d}, {y}", "{W} on the {th} of {M} {y}",
    "{W}, dated {M} {d}, {y}", "{W}, which falls on {d} {M} {y}", "{W}, falling on {d} {M} {y}",
    "{M} {d}, {y}, which was a {W}", "{M} {d}, {y} is a {W}", "{d} {M} {y} fell on a {W}",
    "{W} {y}-{n:02}-{d:02}", "{W}, {y}/{n:02}/{d:02}", "{y}-{n:02}-{d:02} ({W})",
    "{W}, {d}.{n}.{y}", "{W} {d}-{m}-{y}", "{W}, {M} {d} in {y}", "{W}, {M} {d} at 7 p.m., {y}",
    "{W}, {d} {M} '{s:02}",
)  # fmt: skip


def written(form: str, day: date, weekday: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10 * (day.day // 10 != 1), "th")
    return form.format(
        W=day_name[weekday], w=day_abbr[weekday], M=month_name[day.month],
        m=month_abbr[day.month], n=day.month, d=day.day, th=f"{day.day}{ending}", y=day.year,
        s=day.year % 100,
    )  # fmt: skip


@pytest.mark.parametrize("capitals", [False, True])
@pytest.mark.parametrize("form", FORMS)
def test_weekdays_with_a_year(form, capitals):
    for number, day in enumerate(DAYS):
        sentence = SENTENCES[number % len(SENTENCES)]
        for slip in (0, 1, 3, 6):
            phrase = written(form, day, (day.weekday() + slip) % 7)
            if capitals and {"W", "M"} & {*form}:
                phrase = phrase.replace(month_name[day.month], month_name[day.month].upper())
            found = list(weekday_mismatch(Doc(sentence.format(phrase), language="en")))
            assert [one.span.text for one in found] == ([phrase] if slip else [])


# What only a written year makes sure is left out: weekdays after a dash or a verb, digits.
ONLY_WITH_YEAR = ("{n", "{s", "-", "–", "|", "{W}:", " in {y}", " a {W}", "{d},{y}")
WITHOUT_YEAR = [
    form.replace(", {y}", "").replace(" {y}", "")
    for form in FORMS
    if not any(part in form for part in ONLY_WITH_YEAR) or form.endswith("{y}, a {W}")
]


@pytest.mark.parametrize("form", WITHOUT_YEAR)
def test_weekdays_without_a_year(form):
    for number, day in enumerate(DAYS):
        sentence = SENTENCES[number % len(SENTENCES)]
        published = (day + timedelta(2 * number - 6)).isoformat()
        for slip in (0, 1, 3, 6):
            text = sentence.format(written(form, day, (day.weekday() + slip) % 7))
            found = list(weekday_mismatch(Doc(text, meta={"date": published}, language="en")))
            assert len(found) == bool(slip), text


def marked(sample: str) -> tuple[str, list[str]]:
    """Take the marks out of a sentence and give what stood between them."""
    parts = sample.split(">>")
    inside = [part.partition("<<")[0] for part in parts[1:]]
    return sample.replace(">>", "").replace("<<", ""), inside


@pytest.mark.parametrize(
    "sample",
    [
        "It opened on >>February 30<<.",
        "It opened on >>Feb 31<<, he said.",
        "It opened on >>30 Feb. 2015<<, he said.",
        "It opened on >>31st of June 2019<<.",
        "It opened >>Sept. 31<< in the north.",
        "The council of the town meets >>Nov. 31<< at noon.",
        ">>Nov. 31<< is the last day.",
        "By >>June 31<< it will be done.",
        "It runs from June 20 to >>June 31<<.",
        "The fair runs >>Feb. 28-30<<.",
        "The fair runs >>Feb. 28-30, 2015<<.",
        "The fair runs >>Feb. 28 to 30<< this year.",
        "The fair runs from >>Feb. 28 to 30, 2015<<.",
        "It was between 30 and >>31 June<<.",
        "They met on >>June 29 and 31<<, he said.",
        "They met on >>June 1, 2 and 31<<, he said.",
        "They met on >>June 1, 2, and 31, 2019<<.",
        "They met on 1, 2 and >>31 June<<.",
        "It opened on >>June 32<<, he said.",
        "It opened on >>Jan. 32<<, he said.",
        "It opened on >>32 January<<, he said.",
        "It is open until >>March 35<<.",
        "They met on >>Monday, Jan. 32<<.",
        "They met on >>Monday 32 January<<.",
        "It opened on >>the 32nd of January<<.",
        "They arrived >>June 32<<.",
        "It opened on >>January 45, 2012<<, he said.",
        "It opened on >>January 0<<, he said.",
        "It was >>Wednesday (April 31)<<.",
        "The halt began on >>February 31<<, and they said that they would not be back.",
        "It was after >>the 32 September 2001<< attacks.",
        "It comes into force on >>March 33<< with the rest.",
        "They met >>Nov. 32<< in the old hall.",
        "They came at 5 a.m. >>Sept. 32<< and left.",
        "It has been open since >>May 32<< to all.",
        "In the week to >>June 31<<, it fell.",
        "On the night of >>June 31<<, it fell.",
        "He spoke of the >>June 31<< attack.",
        "It was dated >>30-Feb-2024<< and signed.",
        "It is due on >>2024/02/30<<.",
        "It is due on >>2024-13-01<<.",
        "It is due on >>02/31/2024<<.",
        "It is due on >>31.04.2024<<.",
        "It opened on >>June\u00a031<<, he said.",
        "It opened on >>31\u202fJune\u00a02015<<, he said.",
        "It opened on >>the 31st day of June<<.",
        ">>Feb. 29, '23<< was cold.",
        ">>Feb. 29, 1902<< was cold.",
        "The event (>>Sunday, June 31<<) is free.",
        "She was born >>Nov. 31, 1950<<, in the north.",
        "He was held from May until >>April 31<<, he said.",
        "Crews held since >>April 31<< were freed.",
        "They have spent it since >>June 31<< attacking her.",
        "His plan for >>June 31<< met doubts.",
        "A meeting for >>April 31<< seeking consent is called.",
        ">>April 31<< – The council met.",
        "On >>April 31<< 1,200 people met.",
        'The page has date="2016" and day=">>May 32, 2016<<" in it.',
        "They dubbed >>Tuesday, April 31<< a day of rest.",
    ],
)
def test_impossible_days(sample):
    text, inside = marked(sample)
    assert [one.span.text for one in impossible_date(Doc(text, language="en"))] == inside


@pytest.mark.parametrize(
    "text",
    [
        "In June 31 people were rescued.",
        "In September 31 of them left.",
        "In June 31st place went to him.",
        "From April to June 31 people died.",
        "The score was May 32, 20-15.",
        "Lund 20, June 31, at the end.",
        "Sales 36, Oct 56 children.",
        "He bought the March 32 phone.",
        'The film "September 31" opened.',
        '"September 31," his second novel, is out.',
        '"February 30" is no more than a joke.',
        "The novel June 31 is out.",
        "February 30 is not a date, he said.",
        "In the year to Feb 87 it rose.",
        "On Feb. 29, '24, it snowed.",
        "On February 29, 1900, by the old calendar, it snowed.",
        "Sweden had a February 30, 1712, once.",
        "The April 30-May 31 and June 30-July 31 fairs.",
        "It was between 30 June and 31 July.",
        "On July 30 and 31 it rained.",
        "On June 30, 31 people died.",
        "On June 3 and 31 people died.",
        "It rose from 12 on June 3 to 31 on June 5.",
        "No. 31 June Lund beat No. 4 May Ruiz.",
        "They met at 31 June Street and 31 April Road.",
        "It was 31 June through August, he said.",
        "A rate of 31 February to April.",
        "The race of 31 April Ruiz won.",
        "It was 31% June to May, and $31 June.",
        "Fell to 32 June 3.",
        "Since June 31 missing people were found.",
        "For June 31 to 40 are planned.",
        "They march 32 miles; you may 32 times.",
        "Oct. 40 crude and the March 45 calls traded.",
        "Jan 30 Feb 31 Mar 40 Apr 31",
        "In April 31 more were added, and in June 31 others.",
        "On June 40 it is, he said.",
        "A Sept. 35 call and the Nov. 33 contract rose.",
        "On June 33 boats it is heard, and after Oct. 34 people.",
        "It was Jan. 33, Feb. 35, March 40 in the end.",
        "They came to the 41st March for Bread.",
        "It was in the September 31 BCE that they fought, or on June 31 BC.",
    ],
)
def test_what_is_no_impossible_day(text):
    assert list(impossible_date(Doc(text, language="en"))) == []
