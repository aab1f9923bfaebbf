"""What is told of titles without reading all mentions must never miss what the mentions tell."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import Doc, may_be_marked_and_not, may_bear_two_titles, name_parts, plain_name
from newslint.text import people as people_module
from newslint.text import titled, titles
from newslint.text.people import people

PAIRS = (("senator", "governor"), ("vice president", "president"))
PIECES = st.sampled_from(
    [
        *("former", "Former", "acting", "ex-", "-elect", " elect", "nominee", "French", "longtime"),
        *("president", "President", "Vice President", "Sen.", "senator", "Governor", "prime"),
        *("minister", "defence", "Defence", "director of", "the", "a", "its", "Lyon's", "who is"),
        *("Ana", "Ruiz", "Ana Ruiz", "Ola", "Berg", "José", "Jose", "Mr.", "Dame", "de la", "of"),
        *(
            "Peru",
            "for",
            "and",
            "said",
            "is",
            "then",
            "“",
            "”",
            "(",
            ")",
            "–",
            ",",
            ".",
            "\n",
            "King",
        ),
        *("Jr.", "O’Hara", "O'Hara", "J.", "al-Lund", "Monday", "party’s"),
    ]
)
SOUP = st.lists(st.tuples(PIECES, st.sampled_from([" ", " ", " ", ", ", "", "\u00a0"]))).map(
    lambda pairs: "".join(piece + space for piece, space in pairs)
)
FORMS = [
    *("{mark} {title} {name} said no", "{title}-elect {name} left", "{title}, {name}, left"),
    *("The {mark} {title}, {name}, left", "{name}, the {mark} {title}, left"),
    *("{name} ({mark} {title}) left", "{name}, {mark} {place} {title}, left", "{name} said so"),
    *("{mark} {place} {title} {name} left", "{title} of {place} {name} left"),
    *("the {title} nominee {name} left", "{title} Dr. {name} – {mark} {title} – left"),
    *("{name}, Lyon's {mark} {title}, left", "deputy {title} {name} left"),
]
MARKS = ["former", "Former", "then acting", "longtime", "ex", "French former"]
TITLES = ["president", "President", "Vice President", "Sen.", "senator", "Governor", "minister"]
NAMES = [
    *("Ana Ruiz", "Ruiz", "Ola Ruiz", "José Berg", "Jose Berg", "Berg", "Ana O’Hara", "Hara"),
    *("Ana de la Ruiz Jr.", "J. Ana Berg", "Ana-Li Berg", "ANA RUIZ", "Ruiz Monday"),
]
FULL_NAMES = ["Ana Ruiz", "José Berg", "Jose Berg", "Ana de la Ruiz Jr."]


def stories(marks: list[str], names: list[str] = NAMES) -> st.SearchStrategy[str]:
    """Sentences with titles, some of them with these marks; and words in any order."""
    mention = st.builds(
        str.format,
        st.sampled_from(FORMS),
        mark=st.sampled_from(marks),
        title=st.sampled_from(TITLES),
        name=st.sampled_from(names),
        place=st.sampled_from(["Peru", "the Peru", "Defence", "New Lund"]),
    )
    return SOUP | st.lists(mention, max_size=6).map(". ".join)


def names(mention) -> set[str]:
    parts = name_parts(mention.name)
    return {plain_name(parts[0]), plain_name(parts[-1])}


@given(stories(MARKS))
def test_one_title_with_and_without_a_mark_is_never_missed(text: str) -> None:
    doc = Doc(text, language="en")
    marked = [one for one in doc.people if one.state in ("former", "acting", "elect", "nominee")]
    plain = [one for one in doc.people if one.state == "current"]
    if any(
        one.title_kind == other.title_kind and names(one) & names(other)
        for one, other in product(marked, plain)
    ):
        assert may_be_marked_and_not(doc)


@given(stories(["", "French"], FULL_NAMES))
def test_two_titles_of_one_full_name_are_never_missed(text: str) -> None:
    doc = Doc(text, language="en")
    found: dict[tuple[str, str], set[str]] = {}
    for one in doc.people:
        parts = [plain_name(part) for part in name_parts(one.name)]
        if len(parts) > 1 and one.state == "current" and not one.after:
            found.setdefault((parts[0], parts[-1]), set()).add(one.title_kind)
    if any(kinds >= set(pair) for kinds in found.values() for pair in PAIRS):
        assert may_bear_two_titles(doc, PAIRS)


@given(stories(MARKS))
def test_mentions_are_the_same_without_the_quick_look(text: str) -> None:
    doc = Doc(text, language="en")
    quick = people(doc)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(people_module, "may_be_set_off", lambda *_: True)
        patch.setattr(people_module, "SETS_OFF", ("",))
        patch.setattr(titles, "_DETERMINER_ENDS", ("",))
        assert people(doc) == quick


@pytest.mark.parametrize(
    "text",
    [
        "Former President Ana Ruiz left. The president said no. President Ola Berg stayed.",
        "Former President Ana Ruiz left. Ruiz said so. Senator Ruiz stayed.",
        "He is a former president. President Ana Ruiz stayed.",
        "President-elect Ana Ruiz left. Mr Ruiz won.",
    ],
)
def test_a_mark_alone_is_not_enough(text: str) -> None:
    assert not may_be_marked_and_not(Doc(text))


@pytest.mark.parametrize(
    "text",
    [
        "Senator Ana Ruiz met Governor Ola Berg.",
        "Senator Ana Ruiz left. Ana Ruiz said so. Governor Ruiz stayed.",
        "Senator Ruiz left. Governor Ruiz stayed.",
    ],
)
def test_two_titles_need_one_full_name(text: str) -> None:
    assert not may_bear_two_titles(Doc(text), PAIRS)


def test_many_marked_titles_are_not_looked_at_one_by_one(monkeypatch) -> None:
    asked = []
    monkeypatch.setattr(titled, "_is_titled_again", lambda *args: asked.append(args))
    text = "".join(f"Former Mayor Ola Berg{chr(97 + i)} left. " for i in range(25))
    assert may_be_marked_and_not(Doc(text))
    assert not asked


def test_what_stands_between_two_marks_is_looked_at_once(monkeypatch) -> None:
    looked = []
    words = titled.words_before_titles()
    monkeypatch.setattr(titled, "words_before_titles", lambda: looked.append(1) or words)
    assert not may_be_marked_and_not(Doc("The president is a former " * 9 + "former French " * 300))
    assert len(looked) < 1000
