import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newslint.errors import RuleDefinitionError
from newslint.examples import Place, parse_about


def only(about: str):
    (example,) = parse_about(about).examples
    return example


def article(about: str):
    (one,) = only(about).articles
    return one


def test_prose_and_examples_are_parted():
    about = parse_about("Summary.\n\nProse.\n\nBad: a >>b<< c\nGood: a\n\nMore prose.\n")
    assert about.prose == "Summary.\n\nProse.\n\nMore prose."
    assert [(one.kind, one.line) for one in about.examples] == [("bad", 5), ("good", 6)]


def test_places_count_in_the_text_without_marks():
    one = article("Bad: a >>b<< c >>de<<")
    assert one.content == "a b c de"
    assert one.places == (Place(2, 3), Place(6, 8))


def test_an_indented_example_keeps_its_lines_and_their_indent():
    one = article("Bad:\n    One.\n\n      >>two<<\n\nProse.")
    assert one.content == "One.\n\n  two"
    assert one.places == (Place(8, 11),)


def test_empty_marks_are_an_empty_place():
    assert article("Bad: >><<Text.").places == (Place(0, 0),)
    assert article("Bad: Text.>><<").places == (Place(5, 5),)


def test_escaped_marks_are_text():
    one = article(r"Bad: \>> a \<< >>b<<")
    assert one.content == ">> a << b"
    assert one.places == (Place(8, 9),)


def test_escapes_are_decoded_before_places_are_counted():
    one = article(r"Bad: \u200b\x80\U0001F600\n>>a\tb<<")
    assert one.content == "\u200b\x80\U0001f600\na\tb"
    assert one.places == (Place(4, 7),)


def test_front_matter_makes_it_markdown():
    assert article("Bad:\n    ---\n    date: >>soon<<\n    ---\n    Text.").name == "example.md"
    assert article("Bad: >>a<<").name == "example.txt"


def test_several_articles():
    one = only("Bad:\n    === a.md\n    >>One<<.\n    === b.jsonl\n    Two.\n")
    assert [(a.name, a.content, len(a.places)) for a in one.articles] == [
        ("a.md", "One.", 1),
        ("b.jsonl", "Two.", 0),
    ]


def test_options_are_toml_values():
    one = only('Bad with max-words=3, words=["a, b", "c"], strict=true: >>a<<')
    assert one.options == {"max_words": 3, "words": ["a, b", "c"], "strict": True}


def test_fixed_belongs_to_the_bad_before_it():
    first, second, third = parse_about(
        "Bad: >>a<<\nFixed: b\nBad: >>c<<\nFixed (unsafe): d\nGood: e\n"
    ).examples
    assert (first.fixed, first.unsafe) == ("b", False)
    assert (second.fixed, second.unsafe) == ("d", True)
    assert third.fixed is None


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ("Good: a\nFixed: b", "line 2: 'Fixed:' must follow a 'Bad:'"),
        ("Bad: >>a<<\nFixed: b\nFixed: c", "line 3: 'Fixed:' must follow"),
        ("Bad: a", "line 1: 'Bad:' marks no place"),
        ("Prose.\n\nBad: >>a", "line 3: '>>' is never closed"),
        ("Bad: a<<", "line 1: '<<' without '>>'"),
        ("Bad: >>a >>b<<<<", "'>>' inside a marked place"),
        ("Bad with words: >>a<<", "'words' is not name=value"),
        ("Bad with words=three: >>a<<", "'words=three' is not name=value"),
    ],
)
def test_a_wrong_example_is_refused_with_its_line(about, expected):
    with pytest.raises(RuleDefinitionError, match="my-rule: ") as caught:
        parse_about(about, "my-rule")
    assert expected in str(caught.value)


def test_good_texts_may_be_unmarked_and_prose_may_speak_of_bad_things():
    assert parse_about("Bad examples are bad.\n\n  Good: indented is prose").examples == ()


@given(st.lists(st.text(alphabet="ab.\n", min_size=1, max_size=5), min_size=1, max_size=6))
def test_marks_round_pieces_give_back_the_text_and_the_pieces(pieces):
    marked = "".join(
        f">>{piece}<<" if number % 2 else piece for number, piece in enumerate(["x", *pieces])
    )
    about = "Bad:\n" + "\n".join(f"    {line}" for line in marked.split("\n"))
    assume(not marked.endswith("\n"))
    one = article(about)
    assert one.content == marked.replace(">>", "").replace("<<", "")
    assert [one.content[p.start : p.end] for p in one.places] == pieces[::2]


@pytest.mark.parametrize("label", ["Godo", "Goods", "good", "Bda", "Fxied", "bad"])
def test_a_label_that_is_nearly_one_is_refused(label):
    about = f"Words.\n\nBad: >>x<<\n{label}: y\n"
    if label in ("good", "bad"):
        label = label.capitalize()
    with pytest.raises(RuleDefinitionError, match="begins no example; did you mean"):
        parse_about(about)


def test_other_words_before_a_colon_are_prose():
    about = parse_about("Words.\n\nNote: this.\nFood: that.\nBad: >>x<<\nSource: them.\n")
    assert "Food: that." in about.prose
    assert len(about.examples) == 1
