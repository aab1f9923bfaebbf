from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.source import Text
from newslint.spans import Span
from newslint.text import form_register
from newslint.text import words as module
from newslint.text.forms import forms_in_order
from newslint.text.words import (
    hyphenated_words,
    is_stray,
    stray_letters_of,
    unknown_words,
    words,
    words_with_digits,
)


def stray_letters(text: Text) -> tuple[Span, ...]:
    runs = (form.decode(errors="replace") for part in forms_in_order(text) for form in part)
    return stray_letters_of(text, filter(is_stray, runs))


def unknown(content: str, **keywords: frozenset[str]) -> list[str]:
    return [span.text for span in unknown_words(Text(content, **keywords))]


def test_words_keep_apostrophes_and_hyphens() -> None:
    found = words(Text("The mayor's long-term plan: 3rd, don\u2019t."))
    assert [span.text for span in found] == [
        "The",
        "mayor's",
        "long-term",
        "plan",
        "3rd",
        "don\u2019t",
    ]


@pytest.mark.parametrize(
    "content",
    [
        "He emphasizedthat it works.",
        "(emphasizedthat)",
        "\u201cemphasizedthat\u201d",
        "\u2018emphasizedthat\u2019 is",
        "word\u2014emphasizedthat\u2014word",
        "emphasizedthat\u2026",
        "by\u00a0emphasizedthat\u00a0it",
        "emphasizedthat",
    ],
)
def test_an_unknown_word_is_found_beside_any_mark(content: str) -> None:
    assert unknown(content) == ["emphasizedthat"]


@pytest.mark.parametrize(
    "content",
    [
        "See https://example.com/emphasizedthat now.",
        "Write to emphasizedthat@example.org today.",
        "@emphasizedthat said so",
        "#emphasizedthat is trending",
        "the file emphasizedthat_v2 is",
        "emphasizedthat2 and 2emphasizedthat",
        "either/emphasizedthat or",
        "the half-emphasizedthat plan",
        "at emphasizedthat.com today",
        'author="emphasizedthat" here',
        "EMPHASIZEDTHAT",
        "The mayor's colour, the mayor\u2019s color, and NATO's views.",
        "Caf\u00e9 and na\u00efve and jalape\u00f1o",
    ],
)
def test_what_other_evidence_explains_is_left_out(content: str) -> None:
    assert unknown(content) == []


def test_the_whole_word_is_given_where_an_apostrophe_stands_inside() -> None:
    assert unknown("Now it'sso simple, it\u2019sso simple.") == ["it'sso", "it\u2019sso"]
    assert unknown("He gave the emphasizedthat's worth.") == ["emphasizedthat's"]


def test_every_place_is_found_in_order() -> None:
    text = Text("grebbling zzyzx grebbling")
    assert [span.start for span in unknown_words(text)] == [0, 10, 16]


def test_a_form_inside_a_longer_word_is_no_place() -> None:
    text = Text("regrebblings grebbling")
    assert [(span.start, span.text) for span in unknown_words(text)] == [
        (0, "regrebblings"),
        (13, "grebbling"),
    ]


def test_accepted_terms_are_respected() -> None:
    assert unknown("The Emphasizedthat band", terms=frozenset({"emphasizedthat"})) == []


def test_words_with_digits() -> None:
    found = words_with_digits(
        Text("It took 36hours in2015, on the 3rd, at 10am; covid-19, x2, $23million.")
    )
    assert [span.text for span in found] == ["36hours", "in2015", "23million"]
    assert words_with_digits(Text("see example.com/2015election and a12345hours")) == ()


def test_unknown_parts_of_words_with_a_hyphen() -> None:
    text = Text("Talks ofsix-party rule, a three-yearplan, pre-war, candidate-itis, a-grebbling@x.")
    assert [span.text for span in hyphenated_words(text)] == ["ofsix", "yearplan"]
    assert hyphenated_words(Text("an ofsix-party plan", terms=frozenset({"ofsix"}))) == ()


def test_verdicts_do_not_depend_on_what_came_before(monkeypatch: pytest.MonkeyPatch) -> None:
    content = "He emphasizedthat grebbling colour took 36hours."
    first = unknown(content)
    again = unknown(content)
    monkeypatch.setattr(form_register, "MOST_FORMS", 3)
    capped = [unknown(content) for _ in range(3)]
    assert first == again == ["emphasizedthat", "grebbling"]
    assert capped == [first] * 3


TEXTS = st.text(
    alphabet=st.sampled_from("abthe Tzq'\u2019.-,@/0 \n\u00e9\u2014\u201c\u00c0\ud800"), max_size=80
)


@given(TEXTS | st.text(max_size=60))
def test_spans_hold_the_text_at_their_place(content: str) -> None:
    text = Text(content)
    for annotation in (words, unknown_words, words_with_digits, hyphenated_words, stray_letters):
        spans = annotation(text)
        assert all(span.text == content[span.start : span.end] for span in spans)
        starts = [span.start for span in spans]
        assert starts == sorted(set(starts))
        ends = [span.end for span in spans]
        assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))


def test_stray_letters() -> None:
    text = Text("The firs t to c ontinue of a we; don't, it\u2019s plan-b x2.")
    assert [span.text for span in stray_letters(text)] == ["t", "c"]


def test_many_forms_are_found_where_a_few_are(monkeypatch: pytest.MonkeyPatch) -> None:
    names = " ".join(f"Zorv{letter}{other}q" for letter in "abcdefgh" for other in "uvwxyz")
    doc = Text(f"{names}. A Zorvauq's _Zorvauq_ Zorvauq2 xZorvauq. {names}")
    monkeypatch.setattr(module, "MANY_FORMS", 10_000)
    one_by_one = [(span.start, span.text) for span in unknown_words(doc)]
    monkeypatch.setattr(module, "MANY_FORMS", 0)
    assert [(span.start, span.text) for span in unknown_words(Text(doc.text))] == one_by_one
    assert len(one_by_one) > 90


def test_many_tied_forms_are_found_where_a_few_are(monkeypatch: pytest.MonkeyPatch) -> None:
    parts = [f"{left}grebbling" for left in "abcdefgh"]
    content = " ".join(f"{part}-party in20{at}5 q{at}" for at, part in enumerate(parts))
    content += " t s t s; bgrebbling-party-x agrebbling-party, xin2015 in2015."

    def found() -> list[list[tuple[int, str]]]:
        kinds = (hyphenated_words, words_with_digits, stray_letters)
        return [[(span.start, span.text) for span in kind(Text(content))] for kind in kinds]

    monkeypatch.setattr(module, "MANY_FORMS", 10_000)
    one_by_one = found()
    monkeypatch.setattr(module, "MANY_FORMS", 0)
    assert found() == one_by_one
    assert [len(kind) for kind in one_by_one] == [10, 10, 3]
