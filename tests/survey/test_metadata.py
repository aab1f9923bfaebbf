from folders import STORY

from newslint.survey.metadata import Sample, guess_fields

PLACES = ("Hartley", "Melford", "Ashby", "Corston", "Dunmere", "Elford")


def articles(**fields) -> list[Sample]:
    return [
        Sample(
            STORY.replace("Hartley", place),
            frozenset(fields) & {"headline", "date"},
            {key: value(number, place) for key, value in fields.items()},
        )
        for number, place in enumerate(PLACES)
    ]


def headline(number: int, place: str) -> str:
    return f"{place} council approves plan for a bridge"


def day(number: int, place: str) -> str:
    return f"2024-03-{number + 10}T08:30:00Z"


def test_a_headline_and_a_date_are_told_by_their_values():
    found = guess_fields(articles(rubrik=headline, datum=day, nr=lambda n, _: f"2024031{n}"))
    assert found == {"headline": ("rubrik",), "date": ("datum",)}


def test_a_known_name_settles_it():
    assert guess_fields(articles(headline=headline, rubrik=headline, date=day, datum=day)) == {}


def test_rivals_are_all_named():
    found = guess_fields(articles(rubrik=headline, seo=headline))
    assert found == {"headline": ("rubrik", "seo")}


def test_what_is_no_headline():
    assert guess_fields(
        articles(
            same=lambda *_: "The council approves a bridge",
            sentence=lambda n, place: f"The council of {place} approved a bridge on Tuesday.",
            other=lambda n, place: f"{place} cricket eleven beaten again, innings {n}",
            link=lambda n, place: f"https://example.org/ council approves bridge {n}",
            kicker=lambda n, place: place,
            blank=lambda n, place: headline(n, place) if n < 3 else "",
        )
    ) == {}  # fmt: skip


def test_what_is_no_date_of_publication():
    assert guess_fields(
        articles(
            number=lambda n, _: f"1710{n}00000",
            fetched_on=day,
            last_changed=day,
            event_day=day,
            ambiguous=lambda *_: "03/04/2024",
        )
    ) == {}  # fmt: skip


def test_few_articles_tell_nothing():
    assert guess_fields(articles(rubrik=headline)[:4]) == {}
    assert guess_fields([]) == {}
