"""What the examples of the rule on titles across articles cannot say."""

import json
from collections.abc import Iterable

import pytest
from making import engine_of, made

from newslint.book import Book
from newslint.config import Config
from newslint.corpus.across import judge
from newslint.diagnostic import Diagnostic
from newslint.selection import Selection
from newslint_rules.titles.title_conflict_across_articles import title_conflict_across_articles

RULE = made(title_conflict_across_articles, "titles")
Article = tuple[str, str]
"""Date and text."""


def judged(articles: Iterable[Article]) -> list[Diagnostic]:
    rows = [
        json.dumps({"id": f"{number}", "date": day, "text": text})
        for number, (day, text) in enumerate(articles)
    ]
    config = {"language": "en"}
    engine = engine_of(RULE, gather=True, **config)
    result = engine.lint_bytes("a.jsonl", "\n".join(rows).encode())
    assert [one.message for one in result.diagnostics if one.code == "NLX001"] == []
    return judge(result.facts, Selection(Config(**config), Book((RULE,))).default.corpus)


def found(*articles: Article) -> list[tuple[int, str, str]]:
    """Record, text and severity of each finding."""
    return [(one.location.record_number, one.text, one.severity) for one in judged(articles)]


MONDAY, TUESDAY, FRIDAY, NEXT_WEEK = "2022-02-07", "2022-02-08", "2022-02-11", "2022-02-14"


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("acting Governor Ana Ruiz", "Governor Ana Ruiz"),
        ("President-elect Ana Ruiz", "President Ana Ruiz"),
        ("former Mayor Ola Berg", "Mayor Ola Berg"),
        ("Former Norrin Mayor Ola Berg", "Mayor Ola Berg"),
        ("acting Governor Ana Ruiz", "Gov. Ana Ruiz"),
    ],
)
def test_the_marked_form_is_flagged_and_the_plain_one_related(marked: str, plain: str) -> None:
    (one,) = judged(
        [(MONDAY, f"The bridge is safe, {marked} said on Monday."), (TUESDAY, f"{plain} said no.")]
    )
    assert (one.location.record_number, one.text, one.severity) == (0, marked, "warning")
    assert one.message == f"{marked!r} is {plain!r} in another article of the week"
    assert [(two.location.record_number, two.message) for two in one.related] == [
        (1, "the other title")
    ]


def test_one_plain_form_among_many_marked_ones_is_the_one_that_is_flagged() -> None:
    many = [(MONDAY, f"No, acting Governor Ana Ruiz said of plan {n}.") for n in range(5)]
    assert found(*many, (TUESDAY, "Governor Ana Ruiz said no.")) == [
        (5, "Governor Ana Ruiz", "warning")
    ]


def test_a_person_has_to_be_named_in_full() -> None:
    marked, plain = "No, acting Governor Ruiz said on Monday.", "Governor Ruiz said no."
    assert found((MONDAY, marked), (TUESDAY, plain)) == []
    assert found((MONDAY, marked.replace("Ruiz", "Ana Ruiz")), (TUESDAY, plain)) == []


def test_weeks_are_kept_apart_and_an_article_without_a_date_is_of_none() -> None:
    marked, plain = "No, acting Governor Ana Ruiz said.", "Governor Ana Ruiz said no."
    assert len(found((MONDAY, marked), (FRIDAY, plain))) == 1
    assert found((FRIDAY, marked), (NEXT_WEEK, plain)) == []
    assert found(("", marked), ("", plain)) == []


@pytest.mark.parametrize(
    "change",
    [
        "She was sworn in on Wednesday.",
        "Ruiz was confirmed by the senate on Wednesday.",
        "Her predecessor resigned in January.",
    ],
)
def test_a_change_of_office_in_any_article_of_the_week_explains_two_titles(change: str) -> None:
    marked, plain = "No, acting Governor Ana Ruiz said.", "Governor Ana Ruiz said no."
    assert len(found((MONDAY, marked), (TUESDAY, plain))) == 1
    assert found((MONDAY, marked), (TUESDAY, f"{plain} {change}")) == []
    third = (FRIDAY, f"Governor Ana Ruiz was in Norrin. {change}")
    assert found((MONDAY, marked), (TUESDAY, plain), third) == []


def test_no_change_explains_titles_in_the_wrong_order() -> None:
    former = "The bridge is safe, former Mayor Ola Berg said. He resigned in a letter."
    plain = "Mayor Ola Berg said that the bridge will stay."
    assert found((TUESDAY, former), (MONDAY, plain)) == []
    assert [one[:2] for one in found((MONDAY, former), (TUESDAY, plain))] == [
        (0, "former Mayor Ola Berg")
    ]


@pytest.mark.parametrize(
    "plain",
    [
        "The bridge was begun under Mayor Ola Berg.",
        "A judge who was named by Mayor Ola Berg is ill.",
        "In 2011, Mayor Ola Berg opened the bridge.",
        "“I met Mayor Ola Berg,” the ferryman said.",
        "Then-Mayor Ola Berg said no.",
        "The late Mayor Ola Berg is missed.",
        "A friend of Mayor Ola Berg said no.",
        "Former Mayor Ola Berg said no. Mayor Ola Berg has a boat.",
    ],
)
def test_plain_titles_of_another_time_or_voice_are_no_conflict(plain: str) -> None:
    assert found((MONDAY, "Former Mayor Ola Berg said yes."), (TUESDAY, plain)) == []


def test_two_countries_or_companies_have_two_presidents() -> None:
    def said(title: str) -> str:
        return f"It will rain, {title} said on Monday."

    for one, other in (
        ("Former French President Ana Ruiz", "Spanish President Ana Ruiz"),
        ("Acting Acme Chairman Ola Berg", "Zeta Chairman Ola Berg"),
        ("Former President Ana Ruiz of the Norrin Rowing Club", "President Ana Ruiz"),
    ):
        assert found((MONDAY, said(one)), (TUESDAY, said(other))) == []


def test_two_offices_of_one_person_are_a_conflict_unless_an_article_tells_of_both() -> None:
    one, other = "Rep. Ana Ruiz said no on Monday.", "Sen. Ana Ruiz said no on Monday."
    assert found((MONDAY, one), (TUESDAY, other)) == [(1, "Sen. Ana Ruiz", "warning")]
    assert found((MONDAY, one), (TUESDAY, f"{one} {other}")) == []
    lieutenant = "Lt. Governor Ana Ruiz said no on Monday."
    assert found((MONDAY, lieutenant), (TUESDAY, lieutenant.replace("Governor", "Gov."))) == []


def test_what_papers_do_by_courtesy_is_an_information() -> None:
    former, plain = "Former Gov. Ana Ruiz said yes.", "Gov. Ana Ruiz said no."
    assert {one[2] for one in found((MONDAY, former), (TUESDAY, plain))} == {"info"}
    interim, plain = "Interim Mayor Ola Berg said yes.", "Mayor Ola Berg said no."
    assert {one[2] for one in found((MONDAY, interim), (TUESDAY, plain))} == {"info"}


def test_dated_facts_tell_who_is_in_office_whatever_else_is_said() -> None:
    plain = "President Barack Obama said no. A minister stepped down, and a judge was sworn in."
    wrong = "The bill is of former President Barack Obama. A minister resigned, he said."
    assert [one[1] for one in found(("2015-05-05", wrong), ("2015-05-06", plain))] == [
        "former President Barack Obama"
    ]


def test_father_and_son_are_two() -> None:
    former, plain = "Former Mayor Ola Berg Jr. said yes.", "Mayor Ola Berg said no."
    assert found((MONDAY, former), (TUESDAY, plain)) == []
