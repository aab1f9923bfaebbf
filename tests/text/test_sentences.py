"""Sentences: where they end, where they do not, and exact offsets."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import Doc, paragraph_at, sentence_at, sentences_of
from newslint.text.sentences import breaks, sentences


def split(text: str) -> list[str]:
    doc = Doc(text)
    return [sentence.text for sentence in sentences_of(doc.span(0, len(text)))]


@pytest.mark.parametrize(
    "parts",
    [
        ["The ferry left at noon.", "It was full."],
        ["Is it late?", "Nobody knows!", "So be it…", "Then they left."],
        ['"The bridge is shut."', "He went home."],
        ["“The bridge is shut.”", "“It stays shut,” he said."],
        ["(The bridge is shut.)", "He went home."],
        ["It rose by 3.5 percent in May.", "It fell in June."],
        ["They met in 2010.", "15 people came."],
        ["She works for Orlo Inc.", "The firm is old."],
        ["They moved to the U.S.", "But they came back."],
        ["It opens at 5 p.m.", "The fair ends on Friday."],
        ["The answer was no.", "He left."],
        ["Élan is back.", "Über-fans came."],
    ],
)
def test_ends(parts: list[str]) -> None:
    assert split(" ".join(parts)) == parts


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. Lind met Dr. Okoro and Sen. Vance on Main St. Monday.",
        "J. P. Okoro and Mona A. Lind met the U.S. Treasury at 5 p.m. Tuesday.",
        "Orlo Corp. Chairman Lind sold 2.5 million shares, i.e. Half of them.",
        "The No. 1 seed beat the others vs. Expectations.",
        '"Why now?" Mona Lind asked the council.',
        "Rep. Ada Lind (R-Ala.) Thursday moved the bill.",
        "He said … nothing at all.",
        "Robert C. “Bobby” Lind came second.",
        "1. Boil the water.",
    ],
)
def test_does_not_end(sentence: str) -> None:
    assert split(sentence) == [sentence]


def test_a_small_letter_of_another_alphabet_opens_no_sentence() -> None:
    assert len(split("They met at 5 Pct. été was over.")) == 1


def test_never_across_paragraphs_nor_into_the_dateline() -> None:
    text = (
        "LISBON, May 3 (Reuters) - The port will close on Friday after a long dispute\n\n"
        "Its director left. The port had been open for ninety years until then."
    )
    doc = Doc(text)
    found = [sentence.text for sentence in doc.sentences]
    assert found[-2:] == [
        "Its director left.",
        "The port had been open for ninety years until then.",
    ]
    assert not any("\n" in sentence for sentence in found)
    if doc.article.dateline is not None:
        assert found[0].startswith("The port will close")


def test_sentence_and_paragraph_at_an_offset() -> None:
    text = "The port will close on Friday. Its director left.\n\nThe town is sad about it today."
    doc = Doc(text)
    sentence = sentence_at(doc, text.index("director"))
    assert sentence is not None
    assert sentence.text == "Its director left."
    paragraph = paragraph_at(doc, text.index("sad"))
    assert paragraph is not None
    assert paragraph.text.startswith("The town")
    assert sentence_at(doc, text.index("\n")) is None


@given(st.text(alphabet="Ab .!?\"“”…\n'’()1éU.S", max_size=200))
def test_offsets_are_exact_and_nothing_but_white_space_is_lost(text: str) -> None:
    doc = Doc(text)
    found = sentences_of(doc.span(0, len(text)))
    end = 0
    for sentence in found:
        assert sentence.start >= end
        assert text[sentence.start : sentence.end] == sentence.text == sentence.text.strip()
        assert not text[end : sentence.start].strip()
        end = sentence.end
    assert not text[end:].strip()


@given(st.text(max_size=300))
def test_any_text_at_all(text: str) -> None:
    for sentence in sentences(Doc(text)):
        assert text[sentence.start : sentence.end] == sentence.text


BREAK = re.compile(r"(?<![.!?…])[.!?…]++([\"'”’»)\]]*+)\s++(?=([\"'“‘«„(\[]*+)([^\W_a-z]))")


@given(st.text(alphabet="aB.!?… \"'”’(\n1é", max_size=30), st.integers(0, 5))
def test_breaks_are_those_that_one_pattern_finds(content: str, skip: int) -> None:
    expected = [(one.span(), one.groups()) for one in BREAK.finditer(content, skip)]
    assert [(one.span(), one.groups()) for one in breaks(content, skip)] == expected
