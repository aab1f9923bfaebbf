from __future__ import annotations

import json
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import BAD_WORD, codes, lint
from reading import in_source, read

from newslint.errors import NotAnArticleFileError
from newslint.fixing import fix_bytes
from newslint.raw import SourceFile
from newslint.readers.html import HtmlReader
from newslint.readers.html_tags import Page


def text(page: str) -> str:
    return read("a.html", page).text


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>One <b>t</b>wo</p><p>three", "One two\n\nthree"),
        ("a<br>b<br><br>c", "a\nb\n\nc"),
        ("  a\r\n  b\t c ", "a b c"),
        ("AT&amp;T &notit; &#8211; &#x1F600; &#150;", "AT&T ¬it; – 😀 –"),
        ("& &bogus; &lt;b&gt;", "& &bogus; <b>"),
        ("a<!-- <p> -->b<!doctype x>c<?x?>d<!-->e", "abcde"),
        ("a<script>if (a < b) '</p>'</script>b<style>p{}</style>c", "abc"),
        ("<title>T</title>a<textarea><p></textarea>b", "ab"),
        ("a<span hidden>x<b>y</b></span>b<button>Share</button>c", "abc"),
        ("a<svg/>b<embed>c<button>d", "abcd"),
        ("a < b and c<3", "a < b and c<3"),
        ("re&shy;built re&#xad;built re\u00adbuilt", "rebuilt rebuilt re\u00adbuilt"),
        ("a<figure><img><figcaption>The <i>mill</i></figcaption></figure>b", "a\n\nb"),
        ("<p>a<aside><h3>More</h3><p>c</aside><nav>d</nav><p>b", "a\n\nb"),
        ("<pre>a\nb</pre><pre><code class=x>c</code></pre><p><code>d</code>", "a\nb\n\nd"),
        ("<a title='>' href=\"x>y\">a</a>b", "ab"),
        ("<p class=a/b id=c>a</p>", "a"),
        ("<ul><li>a<li>b</ul><table><tr><td>c<td>d</table>", "a\n\nb\n\nc\td"),
        ("a<pre>\nb  c\r\n\n<b>d\re</b>f<br>g\n</pre>\nh\ni", "a\n\nb c\n\nd\nef\ng\n\nh i"),
        ("<pre>a\n<b>b</b>\n", "a\nb"),
        ("a\nb<pre>c</pre>", "a b\n\nc"),
        ("a<script>never ended <p>b", "anever ended\n\nb"),
        ("a<p title='never ended>b", "a\n\nb"),  # a browser would show nothing more
        ("a</p title=x>b</>c</ >d", "a\n\nb</>c</ >d"),
    ],
)  # fmt: skip
def test_the_text_is_what_a_browser_shows(page, expected):
    assert text(page) == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<body>x<main>y<article>z</article></main></body>", "z"),
        ("<article>short</article><article>the longer one</article>", "the longer one"),
        ("<article>x<div itemprop='articleBody'>y</div></article>", "y"),
        ("<body>x<div role=main>y</div></body>", "y"),
        ("<body><nav>x</nav>y<footer>z</footer></body>", "y"),
        ("<article><script>very long script text</script>a</article><article>bcd</article>", "bcd"),
        ("<body>x<article> </article></body>", "x"),
        ("no body at all", "no body at all"),
        ("<article>a<nav>b</nav>", "a"),
    ],
)  # fmt: skip
def test_the_article_is_found(page, expected):
    assert text(page) == expected


@pytest.mark.parametrize("page", ["", " \n", "<body></body>", "<script>x</script>", "<!-- x -->"])
def test_a_page_without_text_is_no_article(page):
    with pytest.raises(NotAnArticleFileError, match="no text"):
        text(page)


LD = {
    "@graph": [
        {"@type": "WebSite", "name": "Post", "url": "https://post.example/"},
        {
            "@type": ["NewsArticle"], "headline": "Bridge “shut”", "datePublished": "2024-02-30",
            "author": [{"name": "Ana Ruiz"}, {"name": "Karl Lind"}], "publisher": {"name": "Post"},
            "inLanguage": "en", "articleSection": "Harbour",
        },
    ]
}  # fmt: skip
HEAD = (
    "<html lang=de><head><title>Bridge | Post</title><meta property='og:title' content='Bridge'>"
    "<meta content='2024-03-12' property='article:published_time'>"
    "<link rel=canonical href='https://post.example/?a=1&copy=2&amp;b'></head><body>Text.</body>"
)


def test_json_ld_comes_before_other_metadata_and_each_stands_in_its_place():
    page = f"<script type='application/ld+json'>{json.dumps(LD)}</script>{HEAD}"
    fields = read("a.html", page).fields
    told = {name: fields[name].raw for name in ("headline", "date", "author", "source", "section")}
    assert told == {
        "headline": "Bridge “shut”", "date": "2024-02-30", "author": "Ana Ruiz, Karl Lind",
        "source": "Post", "section": "Harbour",
    }  # fmt: skip
    assert in_source(page, fields["headline"]) == r"Bridge \u201cshut\u201d"
    assert in_source(page, fields["date"]) == "2024-02-30"
    assert fields["url"].raw == "https://post.example/?a=1&copy=2&b"


@pytest.mark.parametrize("script", ["", "{", '{"@type": "Person"}', "[" * 3000])
def test_without_json_ld_the_page_says_it_itself(script):
    page = f"<script type='application/ld+json'>{script}</script>{HEAD}"
    fields = read("a.html", page).fields
    assert fields["headline"].raw == "Bridge"
    assert fields["date"].raw == "2024-03-12"
    assert fields["language"].raw == "de"
    assert fields["title"].raw == "Bridge | Post"


def test_a_property_in_a_teaser_is_another_articles():
    teaser = "<article><meta itemprop=datePublished content=2023-02-30><p>Gull.</p></article>"
    prose = "<p>The bridge stays shut until the summer, the harbour board said on Friday.</p>" * 3
    own = "<meta itemprop=datePublished content=2024-03-12>"
    page = f"<aside>{teaser}</aside>{teaser}<article>{own}{prose}{teaser}</article>"
    assert read("a.html", page).fields["date"].raw == "2024-03-12"
    assert "date" not in read("a.html", page.replace(own, "")).fields
    named = page.replace(own, "").replace("itemprop=datePublished", "name=date", 1)
    assert read("a.html", named).fields["date"].raw == "2023-02-30"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_end_in_an_attribute_is_a_line_feed(end):
    page = "<meta property=og:title content='Bridge &amp;\nharbour\nshut'><p>Text."
    page = page.replace("\n", end)
    field = read("a.html", page).fields["headline"]
    assert field.raw == "Bridge &\nharbour\nshut"
    assert in_source(page, field) == f"Bridge &amp;{end}harbour{end}shut"


def test_a_fix_is_spelled_as_its_place_demands():
    page = f"<script type='application/ld+json'>{json.dumps(LD)}</script>{HEAD}"
    fields, html = read("a.html", page).fields, HtmlReader()
    assert fields["headline"].map.spelled('</script>"', 0, html.spell) == r"\u003c/script>\""
    assert fields["title"].map.spelled('a < "b"', 0, html.spell) == 'a &lt; "b"'
    assert fields["og:title"].map.spelled("a < 'b'", 0, html.spell) == "a &lt; &apos;b&apos;"


def test_findings_point_into_the_page_and_fixes_leave_it_whole():
    page = "<p>\r\nA bad<b>word</b> &amp;\n a badword&nbsp;<i>is</i>\r\n</p>"
    result = lint(page, BAD_WORD, name="a.html")
    assert codes(result) == ["TST001", "TST001"]
    first, second = result.diagnostics
    assert (first.location.line, first.location.column, first.fix) == (2, 3, None)
    assert (second.location.line, second.location.column) == (3, 4)

    def again(data: bytes):
        return lint(data, BAD_WORD, name="a.html").diagnostics

    fixed = fix_bytes(page.encode(), again, unsafe=False)
    assert fixed.after.decode() == page.replace("a badword", "a goodword")


@pytest.mark.parametrize(
    ("head", "codec"),
    [
        ("<!doctype html><meta charset=windows-1252>", "cp1252"),
        ("<html><meta http-equiv=Content-Type content='text/html; charset=ISO-8859-1'>", "cp1252"),
        ("<html><meta charset='utf-8'>", "utf-8"),
        ("<html><meta charset=utf-16>", "utf-8"),
        ("\ufeff<html><meta charset=windows-1252>", "utf-8"),
    ],
)
def test_a_page_says_what_it_is_encoded_in(head, codec):
    assert read("a.html", f"{head}<p>Café".encode(codec)).text == "Café"


def test_only_a_page_names_an_encoding_that_way():
    assert SourceFile("a.txt", b"Of <meta charset=klingon> we speak").codec == "utf-8"


PIECES = st.sampled_from([
    "<", ">", "</", "/>", "<p>", "</p>", "<b", "<b>", "</b>", "<br>", "<!--", "-->", "<!",
    "<script>", "</script>", "<article>", "</article>", "<div hidden>", "</div>", "<a href=", '"',
    "'", "=", "&", "&amp;", "&lt", "&#65;", "&#x", " ", "\n", "\r\n", "word", "é", "😀", "\xa0",
])  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_page_is_read_and_every_character_stands_where_its_map_says(page):
    tags = Page(page).tags
    assert all(one.end <= other.start for one, other in pairwise(tags))
    try:
        article = next(iter(HtmlReader().read(SourceFile("a.html", page.encode()))))
    except NotAnArticleFileError:
        return
    place = 0
    for segment in article.map.segments:
        clean = article.text[segment.clean : segment.end]
        source = page[segment.source : segment.source_end]
        assert segment.source >= place
        assert source == clean if segment.copied else True
        place = segment.source_end
    assert sum(one.length for one in article.map.segments) == len(article.text)


WORDS = st.lists(
    st.sampled_from(
        ["port", "a&amp;b", "<b>x</b>y", "é", "1 &lt; 2", "<i>z</i>", "&", "R&D", "<", "</", "&lt"]
    ),
    min_size=1,
)
NEW = st.text("abamp;#<>& /\"'é", min_size=1, max_size=6).filter(
    lambda one: one == " ".join(one.split())
)


@given(WORDS.map(" ".join), st.data(), NEW)
def test_a_fix_reads_back_and_changes_nothing_else(inner, data, new):
    page = f"<html><body><p>{inner}</p><p>end</p>"
    article = read("a.html", page)
    start = data.draw(st.integers(0, len(article.text) - 1))
    end = data.draw(st.integers(start + 1, len(article.text)))
    spelled = article.map.spelled(new, start, HtmlReader().spell)
    if spelled is None or not article.map.contiguous(start, end):
        return
    first, last = article.map.span(start, end)
    fixed = text(page[:first] + spelled + page[last:])
    expected = article.text[:start] + new + article.text[end:]
    assert re.sub(r" +", " ", fixed).strip() == re.sub(r" +", " ", expected).strip()


@pytest.mark.parametrize(
    ("page", "start", "end", "new"),
    [
        ("<p>The R&D unit", 6, 7, "amp;"),
        ("<p>Only a < b", 8, 9, ""),
        ("<p>Only </ b", 7, 8, ""),
        ("<p>A &n bsp; b", 4, 5, ""),
        ("<p>A &not b", 3, 4, "in;"),
        ("<p>A &#65 b", 3, 4, "6"),
    ],
)
def test_no_fix_begins_where_it_would_make_markup(page, start, end, new):
    article = read("a.html", page)
    first, last = article.map.span(start, end)
    clean = article.text[:start] + new + article.text[end:]
    assert text(page[:first] + new + page[last:]) != clean
    assert not article.map.contiguous(start, end)
    assert article.map.contiguous(0, end)


@pytest.mark.parametrize(
    "piece",
    [
        "<",
        "<h1>",
        "<!--",
        "<p ",
        '<a b="',
        "<a b='x",
        "<script>",
        "<b",
        "</",
        "&#",
        "<button>",
        "<!",
    ],
)
def test_hostile_pages_cost_no_more_than_their_length(piece):
    """Nothing is counted here: what grows with the square of this would never end."""
    page = f"<p>text{piece * 100_000}"
    assert text(page).startswith("text")
