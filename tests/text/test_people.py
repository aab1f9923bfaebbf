import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import Doc
from newslint.text.names import (
    NAME_PATTERN,
    full_names,
    has_given_name,
    name_parts,
    same_person,
    surname_of,
)
from newslint.text.phrases import word_list
from newslint.text.titles import exclusive_titles, is_title_word, titles


def told(text: str) -> list[tuple[str, str, str, str]]:
    people = Doc(text, language="en").people
    return [(one.span.text, one.surname, one.title_kind, one.state) for one in people]


@pytest.mark.parametrize(
    ("text", "span", "surname", "title", "state"),
    [
        (
            "US President-elect Ana Ruiz spoke.",
            "President-elect Ana Ruiz",
            "Ruiz",
            "president",
            "elect",
        ),
        ("Gov. Karl Lund spoke.", "Gov. Karl Lund", "Lund", "governor", "current"),
        ("Congresswoman Lund spoke.", "Congresswoman Lund", "Lund", "representative", "current"),
        ("Then-President Ana Ruiz.", "Then-President Ana Ruiz", "Ruiz", "president", "then"),
        (
            "the ex-prime minister Ion Pop",
            "ex-prime minister Ion Pop",
            "Pop",
            "prime minister",
            "former",
        ),
        ("the late Senator Lund", "late Senator Lund", "Lund", "senator", "late"),
        ("acting Mayor Ola Berg", "acting Mayor Ola Berg", "Berg", "mayor", "acting"),
        ("former Ohio Senator Lund", "former Ohio Senator Lund", "Lund", "senator", "former"),
        ("Ex-Ohio Senator Lund", "Ex-Ohio Senator Lund", "Lund", "senator", "former"),
        (
            "the year when Former Ohio Senator Lund left",
            "Former Ohio Senator Lund",
            "Lund",
            "senator",
            "former",
        ),
        (
            "the then-acting Mayor Ola Berg",
            "then-acting Mayor Ola Berg",
            "Berg",
            "mayor",
            "then",
        ),
        (
            "Lt. Governor Ana Ruiz spoke.",
            "Lt. Governor Ana Ruiz",
            "Ruiz",
            "lieutenant governor",
            "current",
        ),
        (
            "Defence Minister Ali Reza",
            "Defence Minister Ali Reza",
            "Reza",
            "defense minister",
            "current",
        ),
        (
            "Minister of Defence Ali Reza",
            "Minister of Defence Ali Reza",
            "Reza",
            "defense minister",
            "current",
        ),
        (
            "deputy minister Ali Reza",
            "deputy minister Ali Reza",
            "Reza",
            "deputy minister",
            "current",
        ),
        ("a second President Lund", "President Lund", "Lund", "president", "next"),
        ("President Moon Jae-in", "President Moon Jae-in", "Moon", "president", "current"),
        ("Mayor Bill de Blasio", "Mayor Bill de Blasio", "Blasio", "mayor", "current"),
        (
            "President of Peru Ana Ruiz",
            "President of Peru Ana Ruiz",
            "Ruiz",
            "president",
            "current",
        ),
        (
            "Ana Ruiz, the president-elect, left.",
            "Ana Ruiz, the president-elect",
            "Ruiz",
            "president",
            "elect",
        ),
        (
            "But Karl Lund, former mayor of Oslo, left.",
            "Karl Lund, former mayor",
            "Lund",
            "mayor",
            "former",
        ),
    ],
)
def test_a_title_and_a_name_make_a_mention(text, span, surname, title, state):
    assert told(text) == [(span, surname, title, state)]


@pytest.mark.parametrize(
    "text",
    [
        "The president spoke on Monday.",
        "According to Ana Ruiz, the president-elect should wait.",
        "It is a major Republican victory.",
        "Justice Department lawyers left.",
        "The general Friday meeting was short.",
        "President\nRuiz",
    ],
)
def test_a_title_alone_is_no_mention(text):
    assert told(text) == []


def test_a_surname_that_is_a_title_too():
    assert told("Rep. King left.") == [("Rep. King", "King", "representative", "current")]


def test_a_government_under_somebody_makes_no_deputy():
    found = told("It grew under President Ana Ruiz.")
    assert found == [("President Ana Ruiz", "Ruiz", "president", "current")]


def test_a_contraction_owns_no_title():
    assert Doc("They say it's President Ana Ruiz.").people[0].domain == ""
    assert Doc("They met the party's President Ana Ruiz.").people[0].domain == "party's"


def test_what_a_title_is_of_is_kept():
    acme, lyon = Doc("On Monday Acme President Ana Ruiz met Karl Lund, the mayor of Lyon.").people
    assert (acme.domain, acme.nationality, acme.after) == ("Acme", "", False)
    assert (lyon.domain, lyon.after) == ("Lyon", True)
    french = Doc("The outgoing French President Ana Ruiz left.").people[0]
    assert (french.nationality, french.outgoing, french.state) == ("French", True, "current")


def test_a_mention_in_quotation_marks_is_the_speakers():
    text = 'Mayor Karl Lund left. "I never met Senator Ana Ruiz before," he said on Monday.'
    assert [one.quoted for one in Doc(text).people] == [False, True]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ana Ruiz", "Ruiz", True),
        ("Xi Jinping", "Xi", True),
        ("Bill Lund", "William Lund", True),
        ("J. Lund", "Jens Lund", True),
        ("José Peña", "Jose Pena", True),
        ("Ana Ruiz", "Karl Ruiz", False),
        ("George W. Lund", "George H. Lund", False),
        ("Ana Ruiz", "Lund", False),
    ],
)
def test_same_person(one, other, same):
    assert same_person(one, other) is same
    assert same_person(other, one) is same


def test_parts_of_names():
    assert name_parts("Maria de la Cruz, Jr.") == ("Maria", "Cruz")
    assert surname_of("Pope Leo XIII") == "Leo"
    assert surname_of("Xi Jinping") == "Xi"
    assert surname_of("Kim Jong-un") == "Kim"
    assert surname_of("Kim Lundberg") == "Lundberg"


@pytest.mark.parametrize("name", ["Ana Ruiz", "J. Karl Lund", "Xi Jinping", "Jean-Luc Picot"])
def test_persons(name):
    assert has_given_name(name)


@pytest.mark.parametrize(
    "name", ["Ruiz", "Acme Bank", "Morgan Bank", "Park Service", "Karl Monday"]
)
def test_no_persons(name):
    assert not has_given_name(name)


def test_full_names_leave_out_the_word_that_opens_the_sentence():
    names = full_names(Doc("But Karl Lund’s aide met Ana de la Cruz and Acme Bank."))
    assert [one.text for one in names] == ["Karl Lund", "Ana de la Cruz"]


def test_title_words():
    assert is_title_word("Senator")
    assert is_title_word("former")
    assert is_title_word("French")
    assert not is_title_word("Ruiz")
    assert exclusive_titles() <= set(titles().values())


LISTS = ("family_names_first", "given_names", "institution_words", "nationalities", "portfolios")


@pytest.mark.parametrize("name", [*LISTS, "titles"])
def test_word_lists_are_sorted_and_without_doubles(name):
    entries = [one.replace("!", "") for one in word_list("newslint.text.data", f"{name}.txt")]
    assert entries == sorted(set(entries))


@given(st.text(alphabet="aB. ,'’-\n\u00a0éÖ", max_size=200))
def test_any_text_is_read(text):
    doc = Doc(text + " President " + text)
    for one in doc.people:
        assert doc.text[one.span.start : one.span.end] == one.span.text
        assert one.span.start <= one.name_span.start
        assert "\n" not in one.name
    assert NAME_PATTERN


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("John Paul II", "John Paul", True),
        ("John Paul II", "John Paul I", False),
        ("Pius XII", "Pius", True),
    ],
)
def test_the_number_of_a_pope(one, other, same):
    assert same_person(one, other) is same


@pytest.mark.parametrize(
    ("text", "span", "state"),
    [
        ("Ana Ruiz, the former mayor said no.", "Ana Ruiz, the former mayor", "former"),
        ("The former president, Ana Ruiz, left.", "former president, Ana Ruiz", "former"),
        ("Chile's president-elect, Ana Ruiz, left.", "president-elect, Ana Ruiz", "elect"),
        ("Ana Ruiz (the former president) left.", "Ana Ruiz (the former president", "former"),
        ("Ana Ruiz – the acting mayor – left.", "Ana Ruiz – the acting mayor", "acting"),
        ("President elect Ana Ruiz left.", "President elect Ana Ruiz", "elect"),
        ("President-elect Ms. Ruiz left.", "President-elect Ms. Ruiz", "elect"),
        ("The mayor, Ana Ruiz, says no.", "mayor, Ana Ruiz", "current"),
        ('"No," said the mayor, Ana Ruiz.', "mayor, Ana Ruiz", "current"),
        ("Party leader Dame Ana Ruiz left.", "Party leader Dame Ana Ruiz", "current"),
        ("Chief nurse Ana Ruiz left.", "Chief nurse Ana Ruiz", "current"),
    ],
)
def test_titles_set_off_from_the_name(text, span, state):
    (mention,) = Doc(text, language="en").people
    assert (mention.span.text, mention.surname, mention.state) == (span, "Ruiz", state)


@pytest.mark.parametrize(
    "text",
    [
        "They met the former president, Ana Ruiz, Ola Berg and the rest.",
        "A former president, Ana Ruiz, left.",
        "They met the mayor, Ana Ruiz and Ola Berg.",
        "They met the mayor, Ana Ruiz, and the rest.",
        "They met the mayor, Ana Ruiz, Ola Berg and the rest.",
        "A mayor, Ana Ruiz, left.",
        "She wrote to the former president, Monday's guest.",
        "He becomes Governor Jan. 1.",
        "They met Ana Ruiz, the mayor said on Monday.",
        "They met Ana Ruiz, a former mayor candidate.",
    ],
)
def test_a_name_after_a_comma_may_be_another_person(text):
    assert not Doc(text, language="en").people


@pytest.mark.parametrize(
    ("text", "domain"),
    [
        ("Lundco CEO Ana Ruiz left.", "Lundco"),
        ("Beleaguered CEO Ana Ruiz left.", ""),
        ("He left As President Ana Ruiz came.", ""),
    ],
)
def test_what_opens_a_sentence_is_a_place_unless_it_is_a_common_word(text, domain):
    assert Doc(text, language="en").people[0].domain == domain
