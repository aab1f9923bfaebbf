"""What may be a name by a few words: more than what is one, and never less."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from newslint import NAME_BEGINNINGS, Doc, full_names, may_be_surname, surname_of

PIECES = [
    "Ana", "Karl", "Jean-Marie", "J.", "Xi", "Kim", "Ruiz", "Lund", "Okafor", "Goitavo", "Court",
    "Lyon", "van", "der", "de", "la", "al-Lund", "Jr.", "Jr", "II", "Monday", "May", "Port",
    "President", "former", "president", "Gov.", "president-elect", "prime", "minister", "Mr.",
    "Dr.", "of", "France", "the", "mayor", "judge", "nominee", "said", "and", "went", "who", "62",
    ",", ", the mayor,", ".", "\n", "\u00a0", "“", "”", "(", ")", "’s", "-", "—", "&", "/",
]  # fmt: skip

texts = st.lists(
    st.tuples(st.sampled_from(PIECES), st.sampled_from([" ", " ", " ", "", "  "])), max_size=14
).map(lambda pairs: "".join(piece + gap for piece, gap in pairs))


def may_be_named(text: str, name: str) -> bool:
    places = [at for at in range(len(text)) if text.startswith(name, at)]
    return any(may_be_surname(text, at, at + len(name)) for at in places)


@settings(max_examples=1500, deadline=None)
@given(texts)
@example("Ana Jr II ")
def test_every_surname_of_a_text_may_be_one(text: str) -> None:
    doc = Doc(text, language="en")
    for name in doc.get(full_names):
        assert NAME_BEGINNINGS.may_occur(doc)
        assert may_be_named(text, surname_of(name.text))
    for mention in doc.people:
        assert may_be_named(text, mention.surname)


def test_what_is_no_surname() -> None:
    assert may_be_named("They saw Ana Ruiz leave.", "Ruiz")
    assert may_be_named("The mayor Ruiz left.", "Ruiz")
    assert not may_be_named("They saw Ana Ruiz leave.", "Ana")
    assert not may_be_named("The port of Ruiz is closed. Ruiz waits.", "Ruiz")
    assert not may_be_named("The Supreme Court waits, Ana, Ruiz and Lund do.", "Ruiz")


def test_a_name_of_which_much_is_one_word_may_be_anything() -> None:
    assert may_be_named(f"Ana {'Goitavo' * 30} Ruiz left.", "Ruiz")
    assert may_be_named(f"Ana {'Goitavo ' * 30} Ruiz left.", "Ruiz")
