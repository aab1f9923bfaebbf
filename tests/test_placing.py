import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import lint, made, place

from newslint import Doc, Findings, RawArticle, SourceFile, placing, rule
from newslint.fields import Meta
from newslint.line_index import LineIndex
from newslint.placing import WINDOW, PlacedArticle, PlacedFile
from newslint.readers import read_articles


def where(location) -> tuple[int, int, int, int]:
    return location.line, location.column, location.end_line, location.end_column


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_and_columns_are_those_of_the_file(end):
    placed, span = place("a.txt", f"One.{end}{end}𝒮o two.{end}", "two")
    assert where(placed.location(span)) == (3, 4, 3, 7)


def test_a_byte_order_mark_takes_no_column():
    placed, span = place("a.txt", "\ufeffOne.", "One")
    assert where(placed.location(span)) == (1, 1, 1, 4)


@pytest.mark.parametrize("odd", ["\u2028", "\u0085", "\f", "\v", "\x1c"])
def test_nothing_else_ends_a_line(odd):
    placed, span = place("a.txt", f"One{odd}two", "two")
    assert where(placed.location(span)) == (1, 5, 1, 8)


def test_a_place_over_a_line_end_ends_on_the_next_line():
    placed, span = place("a.txt", "One\r\ntwo", "e\nt")
    assert where(placed.location(span)) == (1, 3, 2, 2)


def test_the_end_of_the_text_is_a_place():
    placed, doc = place("a.txt", "One.\n")
    assert where(placed.location(doc.span(5, 5))) == (2, 1, 2, 1)


def test_a_record_has_two_places_one_in_the_file_and_one_in_its_text():
    content = '{"text": "x"}\n'
    placed, _ = place("a.jsonl", content)
    assert placed.whole().record is not None

    rows = '{"id": "first", "text": "A"}\n{"text": "One.\\n\\nTwo \\"three\\".", "id": "b-2"}\n'
    file = SourceFile("a.jsonl", rows.encode())
    raw = [one for one in read_articles(file) if isinstance(one, RawArticle)][1]
    doc = Doc(raw.text, raw=raw)
    start = doc.text.index('"three"')
    article = PlacedArticle(PlacedFile(file), raw)
    location = article.location(doc.span(start, start + 7))
    assert where(location) == (2, 23, 2, 32)
    record = location.record
    assert record is not None
    assert (record.index, record.id, record.field) == (1, "b-2", "/text")
    assert (record.line, record.column) == (3, 5)
    whole = article.whole()
    assert where(whole) == (2, 1, 2, 1)


def test_a_whole_article_stands_at_the_start_of_its_file():
    placed, _ = place("a.md", "---\ntitle: T\n---\n\nText.\n")
    assert where(placed.whole()) == (1, 1, 1, 1)
    assert placed.whole().record is None


def test_what_is_said_of_a_place_is_its_decoded_text():
    @rule("TST001")
    def ampersand(doc: Doc) -> Findings:
        """Ampersands."""
        start = doc.text.index("&")
        yield doc.span(start - 2, start + 3).flag("m", fix="and")

    page = "<article><p>Smith &amp; Sons of <b>Lowbridge</b> closed its mill.</p></article>"
    (one,) = lint(page, made(ampersand), name="a.html").diagnostics
    assert (one.text, one.location.column, one.location.end_column) == ("h & S", 17, 26)
    record = '{"text": "Ports \\u0026 harbours of the coast had to stay shut on Monday."}'
    (one,) = lint(record, made(ampersand), name="a.json").diagnostics
    assert (one.text, one.location.record) == ("s & h", None)
    assert record[one.location.column - 1 : one.location.end_column - 1] == "s \\u0026 h"


def test_the_lines_of_a_field_are_counted_once_for_all_its_findings(monkeypatch):
    placed, doc = place(
        "a.jsonl", '{"title": "one\\ntwo", "text": "A text that is long enough, as any."}'
    )
    headline = Meta(placed.raw.fields, doc).headline
    read = []
    monkeypatch.setattr(
        placing, "LineIndex", lambda text, *first: read.append(text) or LineIndex(text, *first)
    )
    for start in range(7):
        record = placed.location(headline.span.slice(start, start + 1)).record
        assert record is not None
        assert (record.line, record.column) == LineIndex(headline.raw).position(start)
    assert read.count(headline.raw) == 1


def test_an_excerpt_is_a_window_of_one_line():
    line = "x" * (WINDOW + 5) + "HIT" + "y" * (WINDOW + 5)
    placed, span = place("a.txt", f"before\n{line}\nafter", "HIT")
    excerpt = placed.excerpt(span)
    assert (excerpt.text, len(excerpt.before), len(excerpt.after)) == ("HIT", WINDOW, WINDOW)
    assert (excerpt.cut_before, excerpt.cut_after) == (True, True)


@given(st.text(alphabet="ab \n\r", max_size=30), st.data())
def test_an_excerpt_is_part_of_the_line_of_the_place(content, data):
    placed, doc = place("a.txt", content)
    start = data.draw(st.integers(0, len(doc.text)))
    end = data.draw(st.integers(start, len(doc.text)))
    excerpt = placed.excerpt(doc.span(start, end))
    lines = content.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    location = placed.location(doc.span(start, end))
    assert excerpt.before + excerpt.text + excerpt.after == lines[location.line - 1]
    assert len(excerpt.before) == location.column - 1
    assert (excerpt.cut_before, excerpt.cut_after) == (False, False)


def test_the_line_of_a_place_in_the_metadata_is_its_value():
    doc = Doc("Text.", meta={"headline": "Ferry stays"})
    placed, _ = place("a.txt", "Text.")
    assert placed.line_text(doc.meta.headline.span.slice(6, 11)) == "Ferry stays"
