import pytest

from newslint import Doc
from newslint_rules.headline.headline_actor_conflict import headline_actor_conflict
from newslint_rules.headline.headline_is_metadata import headline_is_metadata
from newslint_rules.headline.headline_source_conflict import headline_source_conflict
from newslint_rules.headline.predicate import stem, words_of


def actors(headline: str, text: str) -> list[tuple[str, str | None]]:
    doc = Doc(text, meta={"headline": headline}, language="en")
    return [(one.span.text, one.severity) for one in headline_actor_conflict(doc)]


REST = "\n\nMr Lund and Ms Ruiz did not comment, their offices said."


@pytest.mark.parametrize(
    ("headline", "lead", "clause"),
    [
        (
            "Lund wins harbour vote",
            "Ana Ruiz won the harbour vote.",
            "Ana Ruiz won the harbour vote",
        ),
        ("Lund Wins Harbour Vote", "Mayor Ana Ruiz has won the vote.", "Ana Ruiz has won the vote"),
        (
            "Karl Lund to open port",
            "Ana Ruiz, 62, the mayor, will open a port.",
            "Ana Ruiz, 62, the mayor, will open a port",
        ),
        ("Lund sells two ships to city", "On Friday Ruiz sold two ships.", "Ruiz sold two ships"),
    ],
)
def test_the_same_deed_of_two_persons(headline, lead, clause):
    assert actors(headline, lead + REST) == [(clause, None)]


@pytest.mark.parametrize(
    ("headline", "lead"),
    [
        ("Lund wins harbour vote", "Karl Lund won the harbour vote."),
        ("Lund wins harbour vote", "Ana Ruiz won the harbour vote against Karl Lund."),
        ("Acme wins harbour vote", "Ana Ruiz won the harbour vote."),
        ("Lund wins harbour vote", "The opposition won the harbour vote."),
        ("Lund wins harbour vote", "Ana Ruiz lost her glasses in the old theatre."),
        ("Lund, Ruiz win harbour vote", "Ana Ruiz won the harbour vote."),
        ("Ana wins harbour vote", "Ana Ruiz won the harbour vote."),
        ("Lund campaign wins harbour vote", "Ana Ruiz won the harbour vote."),
        ("Talks with Lund open port", "Ana Ruiz opened the port."),
        ("Lund reveals harbour plan", "AcmeX revealed the harbour plan. AcmeX says he is glad."),
    ],
)
def test_no_conflict(headline, lead):
    assert actors(headline, lead + REST) == []


def test_another_verb_is_a_warning():
    found = actors(
        "Lund praises harbour workers union", "Ana Ruiz lauded the harbour workers." + REST
    )
    assert found == [("Ana Ruiz", "warning")]


def test_the_headline_in_the_text_is_the_related_place():
    doc = Doc("Lund may open port\n\nAna Ruiz may open a port." + REST, language="en")
    (found,) = headline_actor_conflict(doc)
    assert [place.text for place, _ in found.related] == ["Lund may open port"]


def test_stems():
    for forms in (
        ("win", "wins", "winning", "won"),
        ("stop", "stops", "stopped"),
        ("make", "making"),
    ):
        assert len({stem(form) for form in forms}) == 1
    assert stem("the") == stem("on") == ""


def test_words_have_their_places():
    doc = Doc("Ruiz’s aides — of Lyon: left")
    words = words_of(doc.span(0, len(doc.text)))
    assert [one.span.text for one in words] == ["Ruiz’s", "aides", "of", "Lyon", "left"]
    assert [one.owner for one in words] == [True, False, False, False, False]
    assert [one.breaks for one in words] == [False, False, True, False, True]


def sources(headline: str, text: str) -> list[str]:
    doc = Doc(text, meta={"headline": headline}, language="en")
    return [one.span.text for one in headline_source_conflict(doc)]


COLUMN = "The ports will close, columnist Ana Ruiz wrote on Monday.\n\nNobody else was asked."


@pytest.mark.parametrize(
    ("tag", "source"),
    [
        (" — news agency", "news agency"),
        (": police", "police"),
        (", police say", "police"),
        (", says analyst", "analyst"),
        (" - US officials", "US officials"),
    ],
)
def test_a_source_that_the_text_does_not_have(tag, source):
    assert sources("Ports to close" + tag, COLUMN) == [source]


@pytest.mark.parametrize(
    "tag", [": report", ": sources", ": Lund", " | The Lyon Gazette", ": columnist", ""]
)
def test_a_source_that_may_be_right(tag):
    assert sources("Ports to close" + tag, COLUMN) == []


def test_the_agency_of_the_dateline_is_no_source():
    dated = "LYON, March 4. /TASS/. " + COLUMN
    assert sources("Ports to close — news agency", dated) == ["news agency"]
    credited = COLUMN.replace("wrote", "told Reuters")
    assert sources("Ports to close — news agency", credited) == []


def bad(headline: str) -> bool:
    return bool(list(headline_is_metadata(Doc("A text.", meta={"headline": headline}))))


@pytest.mark.parametrize(
    "headline",
    [
        "ATTENTION - ADDS quotes ///",
        "RECASTS, ADDS details from minister",
        "///",
        "By Ana Ruiz",
        "by US",
        "Untitled",
        "Home | The Lyon Gazette",
        "Page not found",
        "404",
        "Are you a robot?",
        "2024-03-12",
        "Monday, March 4, 2019",
        "4 March 2019 10:30",
        "port-story-final.docx",
        "BC-US--Harbour Strike",
        "harbour-strike-1st-ld",
        "https://example.com/a",
        "{{ title }}",
        "Eds: corrects name",
        "EMBARGOED until noon",
        "Here is a corrected version",
        "Just a moment...",
    ],
)
def test_metadata(headline):
    assert bad(headline)


@pytest.mark.parametrize(
    "headline",
    [
        "BREAKING: Port closes",
        "UPDATE 2-Port closes",
        "Correction: Port story",
        "PORT CLOSES",
        "By air and sea: how the aid comes",
        "By George, he has it",
        "404 ships wait",
        "Home at last",
        "FED ADDS RESERVES",
        "Error in the budget",
        "March 4, a day to remember",
        "Port - the book",
    ],
)
def test_headlines(headline):
    assert not bad(headline)
