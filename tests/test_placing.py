import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import lint, made

from newslint import Doc, Findings, Fix, MapBuilder, OffsetMap, RawArticle, SourceFile, rule
from newslint.diagnostic import ByHand
from newslint.fields import Meta
from newslint.placing import WINDOW, PlacedArticle, PlacedFile
from newslint.readers import read_articles, reader_for


def place(name: str, content: str, part: str | None = None):
    """The placed article, its Doc and the span of `part` in its clean text."""
    file = SourceFile(name, content.encode())
    (raw,) = read_articles(file)
    assert isinstance(raw, RawArticle)
    doc = Doc(raw.text, path=name, raw=raw)
    placed = PlacedArticle(PlacedFile(file, reader_for(name)), raw)
    if part is None:
        return placed, doc
    start = doc.text.index(part)
    return placed, doc.span(start, start + len(part))


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


def holes():
    """An article whose text was taken out of markup: `a [fine] day` for `a <b>fine</b> day`."""
    source = "a <b>fine</b> day"
    built = MapBuilder(source)
    built.copy(0, 2)
    built.copy(5, 9)
    built.copy(13, 17)
    text, offsets = built.finish()
    raw = RawArticle(text, offsets)
    doc = Doc(text, raw=raw)
    return PlacedArticle(PlacedFile(SourceFile("a.txt", source.encode())), raw), doc


def test_a_fix_over_markup_is_refused_as_a_whole():
    placed, doc = holes()
    assert placed.fix(Fix(((doc.span(0, 4), "x"),))) is None
    assert placed.fix(Fix(((doc.span(2, 6), "x"), (doc.span(0, 4), "y")))) is None


def test_a_fix_beside_markup_is_placed():
    placed, doc = holes()
    fix = placed.fix(Fix(((doc.span(2, 6), "bad"),), safe=True))
    assert fix is not None
    (edit,) = fix.edits
    assert (fix.safe, edit.column, edit.end_column, edit.text) == (True, 6, 10, "bad")


def test_a_fix_is_refused_where_the_file_has_other_characters_than_the_map_says():
    source = "the mayor"
    raw = RawArticle("the major", OffsetMap.shifted(0, 9))
    doc = Doc(raw.text, raw=raw)
    placed = PlacedArticle(PlacedFile(SourceFile("a.txt", source.encode())), raw)
    assert placed.fix(Fix(((doc.span(4, 9), "Major"),))) is None
    assert placed.fix(Fix(((doc.span(0, 3), "The"),))) is not None


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


def test_a_fix_without_edits_is_none():
    placed, _ = holes()
    assert placed.fix(Fix(())) is None


def test_a_fix_is_spelled_as_the_format_spells_it():
    @rule("TST001")
    def quoted(doc: Doc) -> Findings:
        """Words."""
        yield doc.span(0, 3).flag("m", fix='a "b"\n')

    (one,) = lint('{"text": "One two"}', made(quoted), name="a.jsonl").diagnostics
    assert one.fix is not None
    assert one.fix.edits[0].text == r"a \"b\"\n"


@pytest.mark.parametrize(("cell", "spelled"), [('"{}"', 'a ""b""'), ("{}", None)])
def test_a_fix_is_spelled_as_its_place_demands(cell, spelled):
    story = "The council met on Tuesday and put off its xyz."
    placed, span = place("a.csv", f"title,text\nHead,{cell.format(story)}\n", "xyz")
    fix = placed.fix(Fix(((span, 'a "b"'),)))
    assert (fix.edits[0].text if fix else None) == spelled


@pytest.mark.parametrize(
    ("name", "content", "new", "spelled"),
    [
        ("a.md", "---\ntitle: A word\n---\nText.", "two (2) words", "two (2) words"),
        ("a.md", "---\ntitle: A word\n---\nText.", "- one", "- one"),
        ("a.md", "---\ntitle: word\n---\nText.", "- one", None),
        ("a.md", "---\ntitle: word\n---\nText.", "1. one", "1. one"),
        ("a.md", "---\ntitle: word\n---\nText.", "", None),
        ("a.md", "---\ntitle: A word\n---\nText.", "", ""),
        ("a.md", "---\ntitle: >\n  word goes on\n---\nText.", "", None),
        ("a.md", "---\ntitle: >\n  A\n  word goes on\n---\nText.", "", None),
        ("a.md", "---\ntitle: word\n---\nText.", "one: two", None),
        ("a.html", "<meta property=og:title content='A word'>Text.", "'&'", "&apos;&amp;&apos;"),
        ("a.html", "<h1>A word</h1>Text.", "“<”", "“&lt;”"),
    ],
)
def test_a_fix_in_the_metadata_is_one_that_its_quoting_allows(name, content, new, spelled):
    placed, doc = place(name, content)
    headline = Meta(placed.raw.fields, doc).headline
    start = headline.raw.index("word")
    fix = placed.fix(Fix(((headline.span.slice(start, start + 4), new),)))
    assert (fix and fix.edits[0].text) == spelled


@pytest.mark.parametrize(
    ("name", "content", "edits", "text", "reason"),
    [
        ("a.md", "So *one* two.", {"one two": "three"}, "three", "markup stands inside"),
        ("a.md", "So *one* two.", {"e t": "et"}, "onetwo", "markup stands inside"),
        ("a.md", "So `one two`.", {"one two": "*"}, "*", "it cannot be written there as it is"),
        ("a.md", "a\n\none two\n\n---\n\nb", {"one two\n\n": ""}, "", "markup stands inside"),
        ("a.md", "So *one* two three.", {"one two three": "x"}, None, "markup stands inside"),
        ("a.txt.gz", "So one two.", {"one": "1"}, "1 two", "nothing is written into a .gz file"),
        ("a.txt", "So one two.", {"one": "1"}, None, None),
    ],
)  # fmt: skip
def test_a_fix_that_is_refused_says_what_and_why(name, content, edits, text, reason):
    packed = gzip.compress(content.encode()) if name.endswith(".gz") else content.encode()
    file = SourceFile(name, packed)
    (raw,) = read_articles(file)
    assert isinstance(raw, RawArticle)
    doc = Doc(raw.text, path=name, raw=raw)
    placed = PlacedArticle(PlacedFile(file, reader_for(name)), raw)

    def span(part: str):
        return doc.span(doc.text.index(part), doc.text.index(part) + len(part))

    fix = Fix(tuple((span(old), new) for old, new in edits.items()))
    by_hand = placed.by_hand(fix, span("one two"))
    assert by_hand == (reason and ByHand(text, reason))
    assert (placed.fix(fix) is None) == (by_hand is not None)


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


@pytest.mark.parametrize(
    ("content", "edit"),
    [
        ("One.\n\n<x>\n\nTwo.", (3, 1, 5, 1)),
        ("One.\n\n  <x>\t\nTwo.", (3, 1, 4, 1)),
        ("One.\n<x>\n \nTwo.", (2, 1, 3, 1)),
        ("<x>\nTwo.", (1, 1, 2, 1)),
        ("One.\n\n<x>", (3, 1, 3, 4)),
        ("One.\n\n<x>\n", (3, 1, 4, 1)),
        ("<x>", (1, 1, 1, 4)),
        ("One.\r\n\r\n<x>\r\n\r\nTwo.", (3, 1, 5, 1)),
        ("One.\n<x>\nTwo.", None),
        ("One. <x>\n\nTwo.", None),
        ("<x> One.\n\nTwo.", None),
    ],
)
def test_the_lines_of_what_stands_alone_can_be_taken_out(content, edit):
    placed, _ = place("a.txt", content)
    start = content.index("<x>")
    fix = placed.without_lines((start, start + 3))
    if edit is None:
        assert fix is None
        return
    assert fix is not None
    assert fix.safe
    assert [
        (one.line, one.column, one.end_line, one.end_column, one.text) for one in fix.edits
    ] == [(*edit, "")]


def test_nothing_is_taken_out_of_a_record_or_a_packed_file():
    placed, _ = place("a.jsonl", '{"text": "x"}\n')
    assert placed.without_lines((0, 13)) is None
    file = SourceFile("a.txt.gz", b"<x>\n")
    packed = PlacedArticle(PlacedFile(file), RawArticle("<x>\n", MapBuilder("").finish()[1]))
    assert packed.without_lines((0, 3)) is None
