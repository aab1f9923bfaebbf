import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.directives import VERBS, of_comment, of_key


def read(directive) -> tuple[str, list[list[str]]]:
    return directive.verb, [[word.text for word in words] for words in directive.names]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" newslint: ignore GAR001 ", ("ignore", [["GAR001"]])),
        ("newslint:ignore GAR001, doubled-word", ("ignore", [["GAR001"], ["doubled-word"]])),
        ("newslint : ignore GAR001 residue", ("ignore", [["GAR001", "residue"]])),
        ("\nnewslint: ignore-end\n  GAR001,\n  all\n", ("ignore-end", [["GAR001"], ["all"]])),
        ("newslint: ignore-end", ("ignore-end", [])),
        ("newslint: ignore-file all", ("ignore-file", [["all"]])),
        ("newslint: ignore GAR001 -- a local name, really", ("ignore", [["GAR001"]])),
        ("newslint: ignore GAR001 — a local name", ("ignore", [["GAR001"]])),
        ("newslint: ignore GAR001–a local name", ("ignore", [["GAR001"]])),
        ("newslint: ignore -- all", ("ignore", [])),
        ("newslint: ignore doubled--word", ("ignore", [["doubled--word"]])),
        # cannot be read
        ("newslint: disable GAR001", ("", [])),
        ("newslint: ignored GAR001", ("", [])),
        ("newslint: ignore-line GAR001", ("", [])),
        ("newslint: GAR001", ("", [])),
        ("newslint:", ("", [])),
        ("newslint ignore GAR001", ("", [])),
        ("newslint-disable GAR001", ("", [])),
    ],
)  # fmt: skip
def test_a_comment_is_a_verb_and_names(text, expected):
    assert read(of_comment(text)) == expected


@pytest.mark.parametrize(
    "text",
    ["", "see newslint: ignore", "newslint", "run newslint", "newslinter: ignore", "newslint ran"],
)  # fmt: skip
def test_a_comment_that_only_speaks_of_newslint_asks_nothing(text):
    assert of_comment(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ignore GAR001, residue", [["GAR001"], ["residue"]]),
        ("GAR001", [["GAR001"]]),
        ("ignore: GAR001", [["GAR001"]]),
        ("ignore-file GAR001 -- why, oh why", [["GAR001"]]),
        ("[GAR001, residue]", [["GAR001"], ["residue"]]),
        ("{ignore: [GAR001, 'residue']}", [["GAR001"], ["residue"]]),
        ("ignore:\r\n  - GAR001  # a name\r\n  - residue -- why\r\n", [["GAR001"], ["residue"]]),
        ("ignore:\n  # all, of it\n  - GAR001", [["GAR001"]]),
        ("- GAR001\n- residue", [["GAR001"], ["residue"]]),
        ('ignore = ["GAR001"] # why', [["GAR001"]]),
        ('{ "ignore" : [ "GAR001", "doubled-word" ] }', [["GAR001"], ["doubled-word"]]),
        ("ignored", [["ignored"]]),
        ("{disable: [GAR001]}", [["disable:"], ["GAR001"]]),
        ('{"disable": ["GAR001"]}', [["disable"], ["GAR001"]]),
        ('disable = ["GAR001"]', [["disable"], ["GAR001"]]),
        ("", []),
        ("[]", []),
        ("ignore", []),
        ("{ignore: []}", []),
    ],
)
def test_a_key_is_names_in_any_form(text, expected):
    assert read(of_key(text)) == ("ignore-file", expected)


TEXTS = st.lists(
    st.sampled_from(
        ["newslint", ":", " ", "ignore", "-start", "-end", "GAR001", ",", "--", "—", "#", "[", "]",
         "{", "}", '"', "\n", "\r\n", "\u2028", "- ", "é", "=", "all"]
    ),
    max_size=14,
).map("".join)  # fmt: skip


@given(TEXTS)
def test_words_stand_where_they_say(text):
    comment = "newslint:" + text
    for directive, whole in ((of_comment(comment), comment), (of_key(text), text)):
        assert directive is not None
        assert directive.verb in {*VERBS, ""}
        start, end = directive.said
        assert 0 <= start <= end <= len(whole)
        for word in (word for words in directive.names for word in words):
            assert word.text
            assert whole[word.start : word.end] == word.text
            assert not set(word.text) & set(' ,[]{}"\n\r')
