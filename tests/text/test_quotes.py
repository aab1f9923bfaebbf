"""Quotations of every make, across paragraphs, and apostrophes that are none."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import Doc, Quote, Span, in_quotes, quote_at, quotes_in
from newslint.structs import values
from newslint.text.parts import Article
from newslint.text.quotes import marks_in, quotes


class AllBody(Doc):
    """A text all of whose lines are paragraphs, whatever the article model thinks of them."""

    __slots__ = ()

    def get(self, annotation):  # type: ignore[no-untyped-def]
        if annotation.__name__ != "article":
            return super().get(annotation)
        lines = re.finditer(r"[^\n]+", self.text)
        body = tuple(map(self.group, lines))
        return Article(None, (), None, None, (), body, frozenset(), lambda _: ())


def found(text: str) -> list[Quote]:
    return list(quotes(Doc(text)))


def outer(text: str) -> list[str]:
    return [quote.span.text for quote in found(text) if quote.depth == 0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"It is late," she said. "We go."', ['"It is late,"', '"We go."']),
        ("“It is late,” she said.", ["“It is late,”"]),
        ("‘It is late,’ she said. ‘We’re going.’", ["‘It is late,’", "‘We’re going.’"]),
        ("'I don't know,' said Lind. 'It's the boys' fault.'", None),
        ("«Bon» and »gut« and „sehr gut“ were said", ["«Bon»", "»gut«", "„sehr gut“"]),
        ("``Yes,'' he said", ["``Yes,''"]),
        ('It is 6\'2" tall and 12" wide', []),
        ("It's the boys' own '90s; rock 'n' roll, the dogs' dinner", []),
        ("News » Town » The bridge is shut", []),
        ("The ‘workers’ union’ met", ["‘workers’ union’"]),
    ],
)
def test_marks(text: str, expected: list[str] | None) -> None:
    if expected is None:
        expected = ["'I don't know,'", "'It's the boys' fault.'"]
    assert outer(text) == expected


def test_content_is_what_stands_between_the_marks() -> None:
    (quote,) = found("He said “it is late” again.")
    assert (quote.content.text, quote.closed, quote.continued) == ("it is late", True, False)


def test_a_quotation_inside_another() -> None:
    first, second = found("“I said ‘no’ to him,” she said.")
    assert (first.depth, second.depth, second.span.text) == (0, 1, "‘no’")


@pytest.mark.parametrize("marks", ["“”", '""', "‘’"])
def test_reopened_in_the_next_paragraph(marks: str) -> None:
    opening, closing = marks
    text = f"She said: {opening}It is late.\n\n{opening}We will go home now,{closing} and left."
    first, second = found(text)
    assert (first.closed, first.continued) == (False, False)
    assert (second.closed, second.continued) == (True, True)
    assert first.span.text == f"{opening}It is late."


def test_closed_in_the_next_paragraph_without_being_reopened() -> None:
    first, second = AllBody("He began “here is the start\n\nand there the end,” and left.").quotes
    assert not first.closed
    assert second.continued
    assert second.span.text == "and there the end,”"


def test_a_lost_closing_mark_does_not_run_into_the_next_quotation() -> None:
    assert outer("“It is late, he said. “We go,” she said.")[-1] == "“We go,”"


def test_places_in_quotations() -> None:
    text = "He said “it is late” and left."
    doc = Doc(text)
    assert in_quotes(doc, text.index("late"))
    assert not in_quotes(doc, text.index("left"))
    assert not in_quotes(doc, 0)
    assert in_quotes(doc, doc.span(10, 12))
    quote = quote_at(doc, text.index("late"))
    assert quote is not None
    assert quotes_in(doc.span(0, len(text))) == (quote,)
    assert quotes_in(doc.span(12, 14)) == (quote,)
    assert quotes_in(doc.span(0, 5)) == ()


@given(st.text(alphabet="ab .,“”\"'‘’«»„`\n", max_size=120))
def test_offsets_are_exact_and_outer_quotations_apart(text: str) -> None:
    end = 0
    for quote in AllBody(text).quotes:
        assert text[quote.span.start : quote.span.end] == quote.span.text
        assert quote.span.contains(quote.content)
        if quote.depth == 0:
            assert quote.span.start >= end
            end = quote.span.end


DOUBLE = re.compile("[\"“”„‟«»]|``|''|’’")
OPENING = re.compile(r"['‘](?=[\w“\"(\[£$€…])(?<![\w.,!?'’)\]].)")


@given(st.text(alphabet="ab .,\"“”„‟«»`'’‘\n", max_size=40))
def test_marks_looked_for_one_by_one_are_those_that_one_pattern_finds(content: str) -> None:
    patterns = (DOUBLE, OPENING)
    expected = sorted((one.start(), one[0]) for each in patterns for one in each.finditer(content))
    assert marks_in(Doc(content)) == expected


def test_a_paragraph_without_marks_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def doubles(paragraph: Span, *rest: object) -> list[Quote]:
        read.append(paragraph.text)
        return []

    monkeypatch.setattr("newslint.text.quotes._double_quotes", doubles)
    quotes(AllBody("The bridge is shut.\nIt’s late.\n“So it is, she said.\nThe dogs’ dinner."))
    assert read == ["“So it is, she said."]


@given(st.text(alphabet='ab .,"“”\n', max_size=30))
def test_marks_in_pairs_are_read_as_others(content: str) -> None:
    def read() -> list[tuple[object, ...]]:
        found = quotes(AllBody(content))
        return [(one.span.start, one.span.text, *values(one)[1:]) for one in found]

    told = read()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("newslint.text.quotes._PAIRS", frozenset())
        assert read() == told
