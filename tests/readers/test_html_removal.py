"""Whole lines deleted from HTML, in a page and in a field of a record."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import lint, made
from reading import read

from newslint import Doc, Findings, Fix, phrases, rule
from newslint.fixing import fix_bytes

STORY = "<p>The harbour bridge will be shut until Friday morning, the council said.</p>"


@rule("TST001", near=phrases("subscribe"))
def notice(doc: Doc) -> Findings:
    """Lines that ask to subscribe."""
    for hit in doc.hits(phrases("subscribe")):
        yield hit.flag("m", fix=Fix.delete_line(hit))


def fixed(name: str, content: str, **fields: str) -> str:
    def look(data: bytes):
        return lint(data, made(notice), name=name, fields=fields).diagnostics

    once = fix_bytes(content.encode(), look, unsafe=False).after
    assert fix_bytes(once, look, unsafe=False).after == once
    return once.decode()


@pytest.mark.parametrize(
    ("inner", "left"),
    [
        ("<p>a</p>\n<p class=x>Now subscribe</p>\n<p>b</p>", "<p>a</p>\n\n<p>b</p>"),
        ("<p>a</p><p> <b>Now <i>subscribe</i></b>\n</p>", "<p>a</p>"),
        ("<p>Now subscribe</p><p>b</p>", "<p>b</p>"),
        ("<p>a<br>subscribe<br />b</p>", "<p>a<br>b</p>"),
        ("<p>a<br>subscribe</p><p>b</p>", "<p>a</p><p>b</p>"),
        ("<p>a<br><b>subscribe</b><br>b</p>", "<p>a<br>b</p>"),
        ("<p>a</p><ul><li>subscribe</li><li>b</li></ul>", "<p>a</p><ul><li>b</li></ul>"),
        ("<p>a</p><ul><li><a href=/>subscribe</a></li></ul>b", "<p>a</p>b"),
        ("a<div>subscribe<p>b</p></div>", "a<div><p>b</p></div>"),
        ("<p><img src=a.jpg>subscribe</p><p>b</p>", "<p><img src=a.jpg></p><p>b</p>"),
        ("<h2>a</h2><p>subscribe &amp; save</p><p>b</p>", "<h2>a</h2><p>b</p>"),
    ],
)
def test_a_line_goes_with_the_elements_that_hold_nothing_else(inner, left):
    page = f"<article>{STORY}{{}}</article>"
    assert fixed("a.html", page.format(inner)) == page.format(left)
    record = json.dumps({"id": "é", "body_html": STORY + inner})
    assert json.loads(fixed("a.jsonl", record)) == {"id": "é", "body_html": STORY + left}
    table = io.StringIO(newline="")
    csv.writer(table).writerows([["id", "body_html"], ["1", STORY + inner]])
    rows = list(csv.reader(io.StringIO(fixed("a.csv", table.getvalue()), newline="")))
    assert rows == [["id", "body_html"], ["1", STORY + left]]


@pytest.mark.parametrize(
    "inner",
    [
        "<p>a <img src=a.jpg> subscribe</p><p>b</p>",
        "<p>sub<!-- x -->scribe</p>",
        "<p>subscribe<script>track()</script> now</p><p>b</p>",
        "<p>now <b>subscribe</p></b><p>b</p>",
        "<pre>a\nsubscribe\nb</pre>",
        "<table><tr><td>subscribe<td>b</table>",
    ],
)
def test_more_than_the_line_is_never_taken(inner):
    page = f"<article>{STORY}{inner}</article>"
    assert fixed("a.html", page) in {page, page.replace("subscribe<td>", "<td>")}


def test_a_table_of_one_column_keeps_its_row():
    two = "<p>one</p><p>two</p>"
    alone = read("a.csv", f"body_html\n{two}\n", text="body_html")
    assert alone.map.removed(0, len(alone.text)) is None
    beside = read("a.csv", f"id,body_html\n1,{two}\n", text="body_html")
    assert beside.map.removed(0, len(beside.text)) == (15, 15 + len(two))


WORD = st.sampled_from(
    ["port", "a&amp;b", "<b>x</b>y", "<i>q</i>", "é &lt; f", "<b>z <i>k</i></b>"]
)
LINE = st.lists(WORD, min_size=1, max_size=3).map(" ".join)
LINES = st.lists(LINE, min_size=1, max_size=3).map("<br>".join)
BLOCK = st.one_of(
    LINES.map(lambda one: f"<p>{one}</p>"),
    LINES.map(lambda one: f"<div class=a>{one}</div>"),
    LINES.map(lambda one: f"<h2>{one}</h2>"),
    st.lists(LINE, min_size=1, max_size=3).map(
        lambda every: "<ul>{}</ul>".format("".join(f"<li>{one}</li>" for one in every))
    ),
    LINES.map(lambda one: f"<blockquote><p>{one}</p>\n<p>end</p></blockquote>"),
    LINES.map(lambda one: f"<div>{one}<p>{one}</p><img src=b></div>"),
)


@given(st.lists(BLOCK, min_size=1, max_size=4).map("\n".join), st.data())
def test_the_text_without_the_lines_is_what_the_page_then_says(inner, data):
    page = f"<article>{inner}</article>"
    article = read("a.html", page)
    doc = Doc(article.text)
    at = data.draw(st.integers(0, len(article.text) - 1))
    to = data.draw(st.integers(at + 1, len(article.text)))
    edited, new = Fix.delete_line(doc.span(at, to)).edits[0]
    assert new == ""
    run = article.map.removed(edited.start, edited.end)
    rest = article.text[: edited.start] + article.text[edited.end :]
    if run is None or not rest.strip():
        return
    after = page[: run[0]] + page[run[1] :]
    assert [line for line in read("a.html", after).text.split("\n") if line] == [
        line for line in rest.split("\n") if line
    ]
    for kind in ("p", "div", "ul", "li", "b", "i"):
        assert after.count(f"<{kind}>") + after.count(f"<{kind} ") == after.count(f"</{kind}>")
