"""The words that may be names, and which of them are nearly one."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from newslint import Doc, plain_name, regexp
from newslint_rules.titles import alike, name_words
from newslint_rules.titles.alike import Neighbours, Slip, slip_between

NAME = regexp(r"(?<![\w@#./’'-])[^\W\d_a-z][^\W\d_]{2,}(?![\w@])")
WORDS = st.text(alphabet="abcé", min_size=1, max_size=6).map(str.capitalize)


@given(st.text(alphabet="ABcdÀàÜřØœ²•«»“”’'-–/&@#_. \u00a0\u0301", max_size=40))
def test_no_name_is_missed(text: str) -> None:
    wanted = {word for word in NAME.findall(text) if name_words._is_name_like(word)}
    assert wanted <= set(name_words.name_words(Doc(text)))


@given(st.lists(WORDS, max_size=12), st.integers(0, 3))
def test_neighbours_are_those_of_all_pairs_whatever_was_met_before(words, most) -> None:
    known = Neighbours(lambda *_: True)
    old, alike._MOST_FORMS = alike._MOST_FORMS, most
    try:
        for start in range(len(words)):
            here = words[start:]
            near = {
                tuple(sorted(pair))
                for pair in combinations(set(here), 2)
                if slip_between(*map(plain_name, pair))
            }
            assert known.pairs(here) == sorted(near)
    finally:
        alike._MOST_FORMS = old


def test_a_pair_that_does_not_matter_is_none() -> None:
    accents = Neighbours(lambda one, other, slip: slip is Slip.ACCENTS)
    assert accents.pairs(["Zoé", "Zoe", "Zoes"]) == [("Zoe", "Zoé")]


def test_a_form_is_learnt_once(monkeypatch) -> None:
    learnt = []
    monkeypatch.setattr(alike, "plain_name", lambda form: learnt.append(form) or form.lower())
    known = Neighbours(lambda *_: True)
    for _ in range(3):
        known.pairs(["Ruiz", "Berg", "Lund"])
    assert sorted(learnt) == ["Berg", "Lund", "Ruiz"]


PLACES = st.sampled_from(["Lund", "Lunds", "Lund's", "x-Lund", "Lund-x", "_Lund", "Lund@", "\n\n"])


@given(st.lists(PLACES), st.sampled_from([" ", ", ", "/", "“"]))
def test_places_are_the_same_one_by_one_and_in_one_pass(pieces, space) -> None:
    text = "Ana met a man at the gate of the town. " + space.join(pieces) + space + "He left."
    doc, words = Doc(text, language="en"), ["Lund", "Lunds", "Ana"]
    one_by_one = name_words.places_of(doc, words)
    old, name_words._ONE_BY_ONE = name_words._ONE_BY_ONE, 0
    try:
        assert name_words.places_of(doc, words) == one_by_one
    finally:
        name_words._ONE_BY_ONE = old
