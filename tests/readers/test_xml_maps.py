"""Every character of a clean text stands where its map says, and fixes through it read back."""

from __future__ import annotations

import html
import re
from contextlib import suppress
from html.parser import HTMLParser
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import check_map

from newslint.errors import InputError
from newslint.raw import RawArticle, RawField, SourceFile
from newslint.readers import read_articles
from newslint.readers.xml import XmlReader
from newslint.readers.xml_events import parse

WORDS = st.text(st.sampled_from("ab é😀\u2028\xa0.,' \n\t"), min_size=1, max_size=8)
REFERENCES = st.sampled_from(["&amp;", "&lt;", "&#8217;", "&#x1F600;", "&#10;", "&#32;", "&gull;"])
SECTIONS = st.sampled_from(["<![CDATA[a<b & ]]>", "<![CDATA[x\ny]]>", "<![CDATA[]]>"])
ASIDES = st.sampled_from(["<!-- a -->", "<?go on?>", "<br/>", "\n "])
INLINE = WORDS | REFERENCES | SECTIONS | ASIDES


def _tagged(names: str, inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    bodies = st.lists(inner, max_size=4).map("".join)
    return st.tuples(st.sampled_from(names.split()), bodies).map(
        lambda pair: f"<{pair[0]} id='x>y'>{pair[1]}</{pair[0]}>"
    )


FLOW = st.lists(
    _tagged("p hl2 li block td", INLINE | _tagged("em q person org", INLINE)) | INLINE, max_size=6
).map("".join)
ENDS = st.sampled_from(["\n", "\r\n", "\r"])
HEAD = '<?xml version="1.0"?>\n<!DOCTYPE nitf [<!ENTITY gull "gull\n&#38;lt; x">]>\n'


def nitf(flow: str, end: str = "\n") -> str:
    source = f"{HEAD}<nitf><body><body.content>{flow}</body.content></body></nitf>\n"
    return source.replace("\n", end)


def read_one(source: str, name: str = "a.xml") -> RawArticle:
    (found,) = read_articles(SourceFile(name, source.encode()))
    assert isinstance(found, RawArticle)
    return found


def squeezed(text: str) -> str:
    return re.sub(r"[ \t\r\n]+", "", text)


def decoded(source: str, start: int, end: int) -> str:
    """Decode a run with another parser; in a section it stands for itself."""
    before = source[:start]
    if before.rfind("<![CDATA[") > before.rfind("]]>"):
        return source[start:end]
    return "".join(ET.fromstring(f"{HEAD}<nitf>{source[start:end]}</nitf>").itertext())


@given(FLOW, ENDS)
def test_the_text_is_that_of_another_parser(flow: str, end: str) -> None:
    source = nitf(flow, end)
    article = read_one(source)
    tree = ET.fromstring(source.encode())
    assert squeezed(article.text) == squeezed("".join(tree.itertext()))
    assert article.text == article.text.strip(" \t\r\n")
    assert not re.search(r"  |\t[ \t]|\r|\n\n\n", article.text)


@given(FLOW, ENDS)
def test_every_character_stands_where_its_map_says(flow: str, end: str) -> None:
    source = nitf(flow, end)
    article = read_one(source)
    check_map(source, article)
    for segment in article.map.segments:
        text = article.text[segment.clean : segment.end]
        found = decoded(source, segment.source, segment.source_end)
        if segment.source_length:
            assert re.sub(r"[ \t\r\n]+", " ", found) in {text, f" {text}"}
        else:
            assert text in {"\n", "\n\n", "\t", " ", ""}


def apply(
    source: str, article: RawArticle | RawField, start: int, end: int, text: str
) -> str | None:
    found = article.map
    first, last = found.span(start, end)
    spelled = found.spelled(text, start, XmlReader().spell)
    if spelled is None or not found.contiguous(start, end):
        return None
    return source[:first] + spelled + source[last:]


FIXES = st.sampled_from(["Q", "Q&R", "Q<b>R</b>", "Q&amp;R", "Q]]>R", "\u201cQ\u201d", "Q\"'R"])


@given(FLOW, ENDS, st.data(), FIXES)
def test_a_fix_reads_back_as_it_was_meant(
    flow: str, end: str, data: st.DataObject, fix: str
) -> None:
    source = nitf(flow, end)
    article = read_one(source)
    start = data.draw(st.integers(0, len(article.text)))
    stop = data.draw(st.integers(start, min(start + 4, len(article.text))))
    if start == stop == len(article.text):
        return
    fixed = apply(source, article, start, stop, fix)
    if fixed is not None:
        assert read_one(fixed).text == article.text[:start] + fix + article.text[stop:]
    elif stop - start == 1 and article.text[start].isalpha() and "gull" not in flow:
        assert fix != "Q"


def test_a_fix_over_markup_is_refused() -> None:
    source = nitf("<p>one <em>two</em> three</p><p>four<br/>five</p>")
    article = read_one(source)
    for words in ("one two", "three\n\nfour", "four\nfive", "\n\n", "\n"):
        start = article.text.index(words)
        assert apply(source, article, start, start + len(words), "x") is None


def test_what_would_not_read_back_is_refused() -> None:
    source = nitf("<p>one <![CDATA[two]]> three</p>")
    article = read_one(source)
    assert apply(source, article, 0, 3, "a\nb") is None
    assert apply(source, article, 0, 3, "a\x01b") is None
    assert apply(source, article, 4, 7, "a]]>b") is None
    fixed = apply(source, article, 4, 7, "a & <b")
    assert fixed is not None
    assert "<![CDATA[a & <b]]>" in fixed


PLAIN = st.text(st.sampled_from("ab é😀.'\"&<> \n"), max_size=10)
TAGS = st.sampled_from(
    ["<p>", "</p>", "<br>", "<BR />", "<em class='x'>", "</em>", "<!-- a > b -->", "<hr/>", "<li>"]
)
HTML = st.lists(PLAIN.map(lambda text: html.escape(text)) | TAGS, max_size=8).map("".join)
NUMBERS = st.sampled_from(["&rsquo;", "&#8220;", "&nbsp;", "&#x201D;", "&amp;"])
MARKED = st.lists(HTML | NUMBERS, max_size=6).map("".join)
WAYS = st.sampled_from(["escaped", "section", "mixed"])


def written(text: str, way: str) -> str:
    if way == "escaped":
        return html.escape(text)
    if way == "section":
        return f"<![CDATA[{text}]]>"
    half = len(text) // 2
    return f"{html.escape(text[:half])}<![CDATA[{text[half:]}]]>"


def rss(content: str) -> str:
    return f"<rss><channel><item><description>{content}.</description></item></channel></rss>"


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@given(MARKED, WAYS, ENDS)
def test_html_in_a_feed_is_decoded_in_both_layers(content: str, way: str, end: str) -> None:
    source = rss(written(content, way)).replace("\n", end)
    article = read_one(source, "a.rss")
    words = _Words()
    words.feed(content + ".")
    words.close()
    assert squeezed(article.text) == squeezed("".join(words.words))
    check_map(source, article)
    for segment in article.map.segments:
        text = article.text[segment.clean : segment.end]
        place = source[segment.source : segment.source_end]
        if segment.copied or not place:
            continue
        in_section = decoded(source, segment.source, segment.source_end) if "<" not in place else ""
        assert text.strip() == html.unescape(in_section).strip() or "<" in place


@given(MARKED, WAYS, ENDS, st.data(), FIXES)
def test_a_fix_in_html_is_written_in_both_layers(
    content: str, way: str, end: str, data: st.DataObject, fix: str
) -> None:
    source = rss(written(content, way)).replace("\n", end)
    article = read_one(source, "a.rss")
    start = data.draw(st.integers(0, max(len(article.text) - 1, 0)))
    stop = data.draw(st.integers(start, min(start + 4, len(article.text))))
    fixed = apply(source, article, start, stop, fix)
    if fixed is not None:
        assert read_one(fixed, "a.rss").text == article.text[:start] + fix + article.text[stop:]


VALUES = st.text(st.sampled_from("ab é😀'\"&<>\n\t"), min_size=1, max_size=10)


@given(VALUES, st.sampled_from("'\""), ENDS)
def test_attributes_are_fields_with_a_map(value: str, quote: str, end: str) -> None:
    spelled = value.replace("&", "&amp;").replace("<", "&lt;").replace(quote, f"&#{ord(quote)};")
    source = (
        f"<nitf><head><a b='x>'/><docdata><doc-id x = 'y' id-string\n=\n{quote}{spelled}{quote} />"
        "</docdata></head><body><p>a</p></body></nitf>"
    ).replace("\n", end)
    article = read_one(source)
    if not value.strip():
        assert "id" not in article.fields
        return
    field = article.fields["id"]
    assert field.raw == re.sub(r"[\n\t]", " ", value)
    check_map(source, field)
    fixed = apply(source, field, 0, 1, "Q\"'&<")
    assert fixed is not None
    assert read_one(fixed).fields["id"].raw == "Q\"'&<" + field.raw[1:]


@given(st.binary(max_size=60) | st.text(st.sampled_from("<>/&;![]?- ar\"'=é"), max_size=30))
def test_damaged_files_give_clear_errors(damage: str | bytes) -> None:
    inside = damage if isinstance(damage, bytes) else damage.encode()
    for data in (inside, b"<nitf><body>" + inside + b"</body></nitf>"):
        with suppress(InputError):
            list(read_articles(SourceFile("a.xml", data)))


def test_runs_of_one_reference_are_one_piece() -> None:
    document = parse('<!DOCTYPE r [<!ENTITY x "a\nb<![CDATA[c]]>">]><r>&x;&x;</r>')
    assert [one[2] for one in document.root.content if isinstance(one, tuple)] == ["a\nbc"] * 2


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_beyond_the_limits_of_other_parsers(end: str) -> None:
    source = f"<nitf><body><p>a</p>{end * 70_000}<p>last</p></body></nitf>"
    article = read_one(source)
    start = article.map.start(article.text.index("last"))
    assert source.startswith("last", start)
    assert len(re.findall(r"\r\n|\r|\n", source[:start])) == 70_000


def test_places_come_in_order() -> None:
    source = nitf("<p>é&gull; <em>b</em></p>" * 3)
    segments = read_one(source).map.segments
    assert all(one.source_end <= other.source for one, other in pairwise(segments))
