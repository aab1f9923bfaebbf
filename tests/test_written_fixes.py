import gzip

import pytest
from making import lint, made, place

from newslint import Doc, Findings, Fix, MapBuilder, OffsetMap, RawArticle, SourceFile, rule
from newslint.diagnostic import ByHand
from newslint.fields import Meta
from newslint.placing import PlacedArticle, PlacedFile
from newslint.readers import read_articles, reader_for
from newslint.written_fixes import by_hand, without_lines, written


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
    assert written(Fix(((doc.span(0, 4), "x"),)), placed) is None
    assert written(Fix(((doc.span(2, 6), "x"), (doc.span(0, 4), "y"))), placed) is None


def test_a_fix_beside_markup_is_placed():
    placed, doc = holes()
    fix = written(Fix(((doc.span(2, 6), "bad"),), safe=True), placed)
    assert fix is not None
    (edit,) = fix.edits
    assert (fix.safe, edit.column, edit.end_column, edit.text) == (True, 6, 10, "bad")


def test_a_fix_is_refused_where_the_file_has_other_characters_than_the_map_says():
    source = "the mayor"
    raw = RawArticle("the major", OffsetMap.shifted(0, 9))
    doc = Doc(raw.text, raw=raw)
    placed = PlacedArticle(PlacedFile(SourceFile("a.txt", source.encode())), raw)
    assert written(Fix(((doc.span(4, 9), "Major"),)), placed) is None
    assert written(Fix(((doc.span(0, 3), "The"),)), placed) is not None


def test_a_fix_without_edits_is_none():
    placed, _ = holes()
    assert written(Fix(()), placed) is None


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
    fix = written(Fix(((span, 'a "b"'),)), placed)
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
    fix = written(Fix(((headline.span.slice(start, start + 4), new),)), placed)
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
    refused = by_hand(fix, span("one two"), placed)
    assert refused == (reason and ByHand(text, reason))
    assert (written(fix, placed) is None) == (refused is not None)


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
    fix = without_lines((start, start + 3), placed)
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
    assert without_lines((0, 13), placed) is None
    file = SourceFile("a.txt.gz", b"<x>\n")
    packed = PlacedArticle(PlacedFile(file), RawArticle("<x>\n", MapBuilder("").finish()[1]))
    assert without_lines((0, 3), packed) is None


def test_a_line_of_many_comments_is_read_once():
    """Nothing is counted here: a copy of the line for each would take minutes."""
    placed, _ = place("a.txt", "<x>" * 1_000_000)
    for start in range(0, 3_000_000, 60):
        assert without_lines((start, start + 3), placed) is None


@pytest.mark.parametrize(
    ("name", "content", "spelled"),
    [
        ("a.txt", "So one two.", None),
        ("a.csv", "title,text\nHead,So one two.\n", None),
        ("a.json", '{"title": "Head", "text": "So one two."}', r"\u20ac"),
        ("a.atom", "<entry><content>So one two.</content></entry>", "&#8364;"),
        ("a.atom", "<entry><content><![CDATA[So one two.]]></content></entry>", None),
    ],
)
def test_a_fix_is_refused_where_the_encoding_lacks_a_character_and_nothing_refers_to_it(
    name, content, spelled
):
    file = SourceFile(name, content.encode(), "iso-8859-1")
    (raw,) = read_articles(file)
    assert isinstance(raw, RawArticle)
    doc = Doc(raw.text, path=name, raw=raw)
    placed = PlacedArticle(PlacedFile(file, reader_for(name)), raw)
    span = doc.span(doc.text.index("one"), doc.text.index("one") + 3)
    fix = Fix(((span, "€"),))
    made_there = written(fix, placed)
    assert (made_there and made_there.edits[0].text) == spelled
    refused = ByHand("€", "the file's encoding lacks a character of it")
    assert by_hand(fix, span, placed) == (None if spelled else refused)
