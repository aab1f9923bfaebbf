"""Texts of records: articles or labels, plain or HTML, and where HTML within a field stands."""

from __future__ import annotations

import csv
import html
import io
import json
import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import lint, made
from reading import check_map, read

from newslint import Doc, Findings, phrases, rule
from newslint.diagnostic import Diagnostic
from newslint.errors import NotAnArticleFileError
from newslint.fixing import fix_bytes
from newslint.raw import RawArticle, SourceFile
from newslint.readers import read_articles

SHORT, LONG = "The bridge is shut.", "The harbour bridge will be shut until Friday morning."


def table(**record: str) -> str:
    return f"{','.join(record)}\n{','.join(record.values())}\n"


def quoted_table(**record: str) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows([record.keys(), record.values()])
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "write"), [("a.json", lambda **r: json.dumps([r])), ("a.csv", table)]
)
def test_short_texts_are_articles_with_their_heads_and_labels_without(name, write):
    assert read(name, write(id="1", text=LONG)).text == LONG
    assert read(name, write(title="Bridge", text=SHORT)).text == SHORT
    assert read(name, write(date="2024-03-12", text=SHORT)).text == SHORT
    markup = "<div class='menu-of-the-main-page'><a href='/about'>menu/about</a></div>"
    for labels in (
        {"id": "1", "text": SHORT},
        {"title": "Menu", "text": "menu/about"},
        {"title": "Menu", "text": markup},
    ):
        with pytest.raises(NotAnArticleFileError, match="taken for labels"):
            read(name, write(**labels))


WRITERS = pytest.mark.parametrize(
    ("name", "write"),
    [
        ("a.json", lambda **r: json.dumps(r)),
        ("a.jsonl", lambda **r: json.dumps(r)),
        ("a.csv", quoted_table),
    ],
)


@WRITERS
@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        ("text", f"<p>It rained.</p>\n<p>{LONG}</p>", f"It rained.\n\n{LONG}"),
        ("content", f"<div><h2>Port</h2><p>{LONG}<br>Caf&eacute;</div>", f"Port\n\n{LONG}\nCafé"),
        ("body", f"<!-- wp:p --><P>{LONG}</P><!-- /wp:p --><ul><li>One</ul>", f"{LONG}\n\nOne"),
        ("body_html", f"A <b>f</b>erry.\n\n{LONG}", f"A ferry.\n\n{LONG}"),
        ("body_xhtml", f"<p xml:lang='en'>{LONG}<br/>End</p>", f"{LONG}\nEnd"),
        ("contentHtml", f"R&amp;D.\n{LONG}", f"R&D.\n{LONG}"),
    ],
)
def test_html_is_told_by_its_blocks_or_the_name_of_its_field(name, write, key, text, expected):
    assert read(name, write(**{key: text})).text == expected


@WRITERS
@pytest.mark.parametrize(
    "text",
    [
        f"{LONG} 3 < 5 and a > b, said </i> he.",
        f"{LONG}<br>One more.",
        f"{LONG}&nbsp;R&amp;D",
        f"<p>{LONG}",
        f"<b>{LONG}</b> <a href='/a'>More</a>",
        f"{LONG}\n<p>One paragraph was left over.</p>\n{LONG}",
        f"Shares of Harlow Mills <HM> and <P> rose. {LONG}",
        f"&lt;p&gt;{LONG}&lt;/p&gt;",
    ],
)
def test_a_text_with_leftover_markup_stays_as_it_is(name, write, text):
    assert read(name, write(text=text)).text == text


@WRITERS
def test_metadata_is_html_where_its_name_or_its_blocks_say_so_and_a_headline_by_name(name, write):
    fields = read(
        name,
        write(
            text=LONG,
            title="Storm &amp; <b>flood</b>",
            description="<p>Heavy &amp; long.</p>",
            summary_html="Heavy &amp; <i>long</i>",
        ),
    ).fields
    assert fields["headline"].raw == "Storm &amp; <b>flood</b>"
    assert fields["description"].raw == "Heavy & long."
    assert fields["summary_html"].raw == "Heavy & long"
    assert read(name, write(text=LONG, title="<h1>Storm</h1>")).fields["headline"].raw[0] == "<"
    configured = read(name, write(text=LONG, title_html="A &amp; B"), headline="title_html")
    assert configured.fields["headline"].raw == "A & B"


def test_ninjs_says_in_another_member_that_a_body_is_html():
    bodies = [{"contenttype": "text/html", "value": f"R&amp;D <i>at sea</i>. {LONG}"}]
    assert read("a.json", json.dumps({"bodies": bodies})).text == f"R&D at sea. {LONG}"
    rendered = {"content": {"rendered": f"R&amp;D. {LONG}"}}  # WordPress's REST API
    assert read("a.json", json.dumps(rendered), text="/content/rendered").text == f"R&D. {LONG}"


def test_a_field_may_hold_a_whole_page():
    page = f"<html><body><nav>Home</nav><article><p>{LONG}</p></article><p>Terms</p></body></html>"
    source = json.dumps({"raw_html": page})
    article = read("a.jsonl", source, text="raw_html")
    assert article.text == LONG
    check_map(source, article)
    assert read("a.jsonl", json.dumps({"text": page})).text == LONG


def test_paragraphs_in_a_list_are_one_page():
    article = read("a.json", json.dumps({"text": [f"<p>{LONG}</p>", "<p>It <b>rai</b>ned.</p>"]}))
    assert article.text == f"{LONG}\n\nIt rained."


# HTML whose text is known without reading it: what is written, and what it says.
INLINE = st.sampled_from([
    ("port", "port"), ("é", "é"), ("😀", "😀"), ("&eacute;", "é"), ("&#128512;", "😀"),
    ("&amp;", "&"), ("&lt;b&gt;", "<b>"), ("<b>x</b>y", "xy"), ('<a href="/q">z</a>', "z"),
    ("<!-- n -->k", "k"), ("\u2028", "\u2028"), ('"', '"'), ("a/b\\c", "a/b\\c"),
])  # fmt: skip
BETWEEN = st.sampled_from([(" ", " "), ("\n", " "), ("\r\n ", " "), ("<br>\n", "\n"), ("", "")])
PARTS = st.lists(st.tuples(INLINE, BETWEEN), min_size=1, max_size=5)
PARAGRAPHS = st.lists(PARTS, min_size=1, max_size=3)
SEED = st.integers(0, 2**32)


def written(parts: Sequence[tuple[tuple[str, str], tuple[str, str]]], which: int) -> str:
    text = "".join(one[which] + gap[which] for one, gap in parts)
    return text.strip(" \n") if which else text


def page(paragraphs: Sequence[Sequence[tuple[tuple[str, str], tuple[str, str]]]]) -> str:
    return "\n".join(f"<p>{written(parts, 0)}</p>" for parts in paragraphs)


def json_literal(text: str, seed: int) -> str:
    """The inside of a JSON string, each character in one of the ways JSON has, or the shortest."""
    if seed < 0:
        return json.dumps(text, ensure_ascii=False)[1:-1]
    chance = random.Random(seed)
    found = []
    for one in text:
        units = one.encode("utf-16-be").hex()
        ways = ["".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))]
        ways.append(json.dumps(one, ensure_ascii=False)[1:-1])
        ways += ["\\/"] if one == "/" else []
        found.append(chance.choice(ways))
    return "".join(found)


def cell_literal(text: str, _seed: int) -> str:
    return text.replace('"', '""')


JSON_AROUND = '{"id": "1", "body_html": "', '", "n": "<p>badword \\/"}\n'
CSV_AROUND = 'id,body_html,n\r\n1,"', '","<p>""badword"'


def undone(name: str, piece: str) -> str:
    if name == "a.csv":
        return piece.replace('""', '"')
    value: str = json.loads(f'"{piece}"', strict=False)
    return value


FORMAT = st.sampled_from([
    ("a.jsonl", json_literal, JSON_AROUND), ("a.csv", cell_literal, CSV_AROUND),
])  # fmt: skip


@given(FORMAT, PARAGRAPHS, SEED)
def test_each_character_stands_where_the_map_says(form, paragraphs, seed):
    name, literal, (before, after) = form
    source = before + literal(page(paragraphs), seed) + after
    (article,) = read_articles(SourceFile(name, source.encode(), fields={"text": "body_html"}))
    assert isinstance(article, RawArticle)
    assert article.text == "\n\n".join(filter(None, (written(one, 1) for one in paragraphs)))
    check_map(source, article)
    for offset, character in enumerate(article.text):
        first, last = article.map.span(offset, offset + 1)
        there = html.unescape(undone(name, source[first:last]))
        if character == "\n":
            assert not article.map.contiguous(offset, offset + 1)
        elif character == " ":
            assert there.isspace()
        elif len(there) > 1:  # `&lt;b&gt;` beside each other
            raise AssertionError(there)
        else:
            assert there == character
            assert article.map.contiguous(offset, offset + 1)


def fixed(name: str, source: str, new: str) -> str:
    """The file with the bad word of its article replaced, and nothing more at a second time."""

    @rule("TST001", near=phrases("badword"))
    def bad(doc: Doc) -> Findings:
        """Words."""
        for hit in doc.hits(phrases("badword")):
            yield hit.flag("m", fix=new, safe=True)

    def look(data: bytes) -> Sequence[Diagnostic]:
        return lint(data, made(bad), name=name, fields={"text": "body_html"}).diagnostics

    once = fix_bytes(source.encode(), look, unsafe=False).after
    assert fix_bytes(once, look, unsafe=False).after == once
    return once.decode()


NEW = st.text(alphabet=st.sampled_from("ab,\";<>&'é😀\\/"), max_size=6)


@given(FORMAT, PARTS, PARTS, NEW, SEED)
def test_a_fix_is_written_as_html_and_then_as_the_field(form, left, right, new, seed):
    name, literal, (before, after) = form
    begin, end = f"<p>{written(left, 0)} ", f" {written(right, 0)}</p>\n<p>{LONG}</p>"
    middle = html.escape(new, quote=False)
    spelled = literal(middle, -1)
    written_out = literal(f"{begin}badword{end}", seed)
    first = len(literal(begin, seed))
    last = len(literal(f"{begin}badword", seed))
    found = fixed(name, before + written_out + after, new)
    assert found == before + written_out[:first] + spelled + written_out[last:] + after
    meant = f"{begin}{middle}{end}"
    if name == "a.csv":
        rows = list(csv.reader(io.StringIO(found, newline="")))
        assert rows == [["id", "body_html", "n"], ["1", meant, '<p>"badword']]
    else:
        assert json.loads(found) == {"id": "1", "body_html": meant, "n": "<p>badword /"}


@given(
    FORMAT, st.sampled_from(["<b>", "</i>", "<!-- x -->", '<a href="b">']), st.integers(1, 6), SEED
)
def test_markup_inside_a_word_refuses_the_fix(form, tag, cut, seed):
    name, literal, (before, after) = form
    word = "badword"
    inner = literal(f"<p>A {word[:cut]}{tag}{word[cut:]} here. {LONG}</p>", seed)
    source = before + inner + after
    assert fixed(name, source, "goodword") == source


def test_a_finding_in_html_names_the_place_in_the_file_and_in_the_text():
    source = json.dumps({"id": "7", "body_html": f"<p>{LONG}</p><p>Caf\u00e9 badword</p>"})
    result = lint(source, made(_bad), name="a.jsonl")
    (one,) = result.diagnostics
    place = one.location
    assert source[place.column - 1 : place.end_column - 1] == one.text == "badword"
    assert place.record is not None
    assert (place.record.field, place.record.line, place.record.column) == ("/body_html", 3, 6)


@rule("TST001", near=phrases("badword"))
def _bad(doc: Doc) -> Findings:
    """Words."""
    for hit in doc.hits(phrases("badword")):
        yield hit.flag("m", fix="goodword", safe=True)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl", '{"body_html": "<p>One.<\\/p>\\n<!-- newslint: ignore \\u0041 --><p>Two."}\n'),
        ("a.csv", 'body_html,title\n"<p>A b.</p>\n<!-- newslint: ignore ""A"" --><p>Two.",H\n'),
    ],
)
def test_comments_in_html_are_handed_over(name: str, content: str) -> None:
    article = read(name, content)
    (comment,) = article.comments
    assert comment.text.replace('"', "").strip() == "newslint: ignore A"
    assert content[comment.start : comment.end].startswith("<!-- newslint")
    assert content[comment.start : comment.end].endswith("-->")
    assert (article.text[comment.clean :], comment.alone) == ("Two.", True)
    assert read(name, content.replace("newslint", "elsewhere")).comments == ()
