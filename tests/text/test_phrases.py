import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import Doc, phrases
from newslint.text import located as located_words
from newslint.text import phrases as phrases_module
from newslint.text.phrases import Phrases, hits, in_lower_case, occurs, phrase_file, word_list


def found(text: str, *literals: str) -> list[tuple[int, str]]:
    return [(span.start, span.text) for span in Doc(text).hits(phrases(*literals))]


def test_case_does_not_matter_and_the_text_is_as_it_stands():
    assert found("Allegedly, he ALLEGEDLY left.", "allegedly") == [
        (0, "Allegedly"),
        (14, "ALLEGEDLY"),
    ]


@pytest.mark.parametrize("text", ["cats", "bobcat", "cat9", "9cat", "cat_", "écat", "catß"])
def test_only_whole_words_match(text):
    assert found(text, "cat") == []


@pytest.mark.parametrize("text", ["cat", "(cat)", "cat's", "cat-flap", "“cat”", "a\ncat\nb"])
def test_what_is_no_letter_or_digit_ends_a_word(text):
    assert [one for _, one in found(text, "cat")] == ["cat"]


def test_a_phrase_edge_that_is_no_word_matches_inside_words():
    assert found("x@y.org", "@") == [(1, "@")]
    assert found("5%-rise", "%-") == [(1, "%-")]


def test_overlapping_phrases_are_all_found_in_order():
    assert found("two years ago", "years ago", "ago", "two years") == [
        (0, "two years"),
        (4, "years ago"),
        (10, "ago"),
    ]


def test_letters_that_grow_in_lower_case_do_not_shift_places():
    assert found("İİİ said 𝒮 said", "said") == [(4, "said"), (11, "said")]


def test_no_phrases_and_empty_phrases_are_harmless():
    assert found("text") == []
    assert phrases("", "a").literals == ("a",)


def test_the_same_phrases_are_the_same_object():
    assert phrases("a", "b") is phrases("a", "b")


def test_a_phrase_without_its_rarest_word_cannot_occur():
    near = phrases("according to sources")
    assert not near.may_occur(Doc("According to the report, it is so."))
    assert near.may_occur(Doc("SOURCES say so."))
    assert found("According to sources, so.", "according to sources") == [
        (0, "According to sources")
    ]


def test_phrases_without_a_word_may_occur_where_they_stand():
    assert phrases("%", "“").may_occur(Doc("5% more"))
    assert not phrases("%", "“").may_occur(Doc("5 more"))


@pytest.mark.parametrize("most", [0, 100])
def test_wordings_are_found_alike_one_by_one_and_in_one_pass(most, monkeypatch):
    monkeypatch.setattr(located_words, "PREPARED_FROM", 0)
    monkeypatch.setattr(located_words, "MOST_WORDS", most)
    monkeypatch.setattr("newslint.text.phrases.MOST_WORDS", most)
    monkeypatch.setattr("newslint.text.phrases.MOST_WORDINGS", most)
    near = phrases("years ago", "ago", "two years", "a.b", "%-", "snake_case", "é.b", "who? me")
    doc = Doc(
        "Two years ago, a.b was 5%-ish; xa.b and a.bx, my two years agone — ago. "
        "SNAKE_CASE, É.B: Who? Me. Who’ me."
    )
    assert [span.text for span in doc.hits(near)] == [
        "Two years", "years ago", "ago", "a.b", "%-", "two years", "ago", "SNAKE_CASE", "É.B",
        "Who? Me",
    ]  # fmt: skip
    assert occurs(doc, near)


def test_a_set_that_is_made_later_is_found_in_a_text_that_was_looked_at(monkeypatch):
    monkeypatch.setattr(located_words, "PREPARED_FROM", 0)
    doc = Doc("It was two years ago, they said then.")
    assert doc.hits(Phrases(["two years"]))
    assert [span.text for span in doc.hits(Phrases(["said then"]))] == ["said then"]


def test_a_word_is_looked_for_once_for_all_sets():
    doc = Doc("Sources say so, according to sources.")
    there = doc.get(located_words.located)
    for near in (
        phrases("sources say"),
        phrases("sources", "to"),
        phrases("sources"),
        phrases("x"),
    ):
        assert bool(doc.hits(near)) == occurs(doc, near) == ("x" not in near)
    there.plain = b""
    assert len(Doc.hits(doc, phrases("sources", "say"))) == 2
    assert there.starts("sources") == [0, 29]


def test_after_enough_text_wordings_are_looked_for_in_one_pass(monkeypatch):
    looked: list[str] = []
    starts = located_words.Located.starts
    monkeypatch.setattr(
        located_words.Located,
        "starts",
        lambda self, literal: looked.append(literal) or starts(self, literal),
    )
    monkeypatch.setattr(located_words, "PREPARED_FROM", 50)
    monkeypatch.setattr("newslint.text.phrases.MOST_WORDINGS", 2)
    near = phrases("two years", "years ago", "ago by")
    for _ in range(4):
        doc = Doc("It was two years ago.")
        assert [span.text for span in doc.hits(near)] == ["two years", "years ago"]
    assert set(looked[:3]) == {"two years", "years ago", "ago by"}
    assert len(looked) == 6


def test_only_wordings_whose_two_rarest_words_are_there_are_looked_for(monkeypatch):
    looked: list[str] = []
    starts = located_words.Located.starts
    monkeypatch.setattr(
        located_words.Located,
        "starts",
        lambda self, literal: looked.append(literal) or starts(self, literal),
    )
    near = phrases("ferry harbour", "ferry of the harbour", "the ferry", "ferry-gate", "to ferry")
    doc = Doc("The FERRY left by the gate.")
    assert [span.text for span in doc.hits(near)] == ["The FERRY"]
    assert sorted(looked) == ["ferry-gate", "the ferry", "to ferry"]


def test_what_the_engine_scanned_is_not_scanned_again():
    near = phrases("a")
    doc = Doc("a b")
    doc.scanned[near] = (doc.span(2, 3),)
    assert [span.text for span in hits(doc, near)] == ["b"]


def test_membership_ignores_case():
    assert "Said" in phrases("SAID")
    assert "saith" not in phrases("said")


ALPHABET = "abKC İß\n.-_?’É𝒮ſΣ"


@given(
    st.text(alphabet=ALPHABET, max_size=20),
    st.lists(st.text(alphabet="abk .-_?éσς’", min_size=1, max_size=3), max_size=4),
    st.booleans(),
)
def test_the_scan_finds_what_a_plain_search_finds(text, literals, prepared):
    doc = Doc(text)
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := c.lower()) == 1 else c for c in text)

    def is_word(character: str) -> bool:
        return character.isalnum() or character == "_"

    def word(index: int) -> bool:
        return 0 <= index < len(lowered) and is_word(lowered[index])

    expected = {
        (start, start + len(literal))
        for literal in {one.lower() for one in literals}
        for start in range(len(lowered))
        if lowered.startswith(literal, start)
        and not (is_word(literal[0]) and word(start - 1))
        and not (is_word(literal[-1]) and word(start + len(literal)))
    }
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("newslint.text.phrases._pool", located_words.Pool())
        patched.setattr("newslint.text.phrases.MOST_WORDINGS", 0)
        patched.setattr(located_words, "PREPARED_FROM", 0 if prepared else 200_000)
        near = Phrases(literals)
        assert occurs(Doc(text), near) == bool(expected)
        spans = doc.hits(near)
    assert [(span.start, span.end) for span in spans] == sorted(expected)
    assert all(span.text == text[span.start : span.end] for span in spans)


def test_a_word_list_is_read_without_comments_and_blank_lines(tmp_path, monkeypatch):
    package = tmp_path / "listpackage"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "list.txt").write_text("# where it is from\n\n  said \nTold\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert word_list("listpackage", "list.txt") == ("said", "Told")
    assert phrase_file("listpackage", "list.txt").literals == ("said", "told")


@given(st.text(alphabet="abΣσ İſ.", max_size=30), st.integers(1, 4))
def test_a_long_text_is_put_in_lower_case_in_pieces(text, at_once):
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(phrases_module, "AT_ONCE", at_once)
        assert in_lower_case(text) == text.lower()
