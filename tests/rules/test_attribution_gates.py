"""What the attribution rules look at first may only leave out what they would not report."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newslint_rules.attribution.no_source_at_all as rule_006
from newslint import Doc, paragraph_at, sentence_at, word_list
from newslint.text.forms import is_sign
from newslint_rules.attribution import claim_forms
from newslint_rules.attribution.unattributed_claim import GATE, _part_around

CLAIM_WORDS = (
    "could", "May", "might", "is likely to", "will likely", "well", "soon", "in turn", "Really",
    "really", "cause", "causes", "lead to", "be", "become", "a", "the", "yet another", "very",
    "deal", "marks", "raise", "a major", "serious", "shift", "doubts", "is", "was", "remains",
    "probably", "worried", "trying", "dramatic", "chaotic", "not", "so", "deeply", "week", "if",
    "the end", "whether", "How", "so that", "ıf", ",", ".", "“", "-", "’s", "\n",
)  # fmt: skip


@given(st.lists(st.tuples(st.sampled_from(CLAIM_WORDS), st.sampled_from((" ", ""))), max_size=12))
def test_what_is_looked_at_first_hides_no_claim(words: list[tuple[str, str]]) -> None:
    doc = Doc("".join(word + blank for word, blank in words))
    found = [claim_forms.claim_at(doc, hit) for hit in doc.hits(GATE)]
    with pytest.MonkeyPatch.context() as patch:
        for gate in ("_may_effect", "_may_judge", "_may_guess", "_after_copula"):
            patch.setattr(claim_forms, gate, lambda _: True)
        patch.setattr(claim_forms, "CONDITIONS", ("",))
        assert found == [claim_forms.claim_at(doc, hit) for hit in doc.hits(GATE)]


def test_words_for_persons_are_whole_words() -> None:
    assert all(entry.isalpha() for entry in word_list("newslint_rules.attribution", "agents.txt"))


def test_blanks_are_all_that_words_are_parted_at() -> None:
    blanks = "".join(one for one in map(chr, range(0x11000)) if one.isspace())
    assert {*rule_006._BLANKS, *rule_006._ODD_BLANKS} == set(blanks)
    assert all(map(is_sign, rule_006._ODD_BLANKS))


@given(st.lists(st.sampled_from(("bridge ", "is\n", "old\u2003", "and shut. "))), st.integers(1, 9))
def test_a_text_called_short_has_fewer_words(words: list[str], least: int) -> None:
    text = "".join(words)
    if rule_006._is_short(Doc(text), least):
        assert len(text.split()) < least


@given(
    st.lists(
        st.sampled_from(
            ("it could ", "Mr. ", "Lind left. ", "U.S. ", "3.5 ", "a " * 400, "“No!” ", "?\n")
        )
    ),
    st.sampled_from(("", "OSLO, May 3 (ABC) - ", "LISBON, May 3. /ABC/. ")),
)
def test_a_part_of_a_sentence_lies_in_it(words: list[str], dateline: str) -> None:
    doc = Doc(dateline + "".join(words))
    for hit in doc.hits(GATE):
        paragraph, sentence = paragraph_at(doc, hit.start), sentence_at(doc, hit.start)
        if paragraph is not None and sentence is not None:
            assert _part_around(doc, paragraph, hit).strip() in sentence.text
