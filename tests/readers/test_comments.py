"""Comments that name newslint: what readers say of them, and that they change no text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import check_map, read

from newslint.raw import RawArticle


def told(article: RawArticle) -> list[tuple[str, str, bool]]:
    """What each comment says, the text behind it on its line, and whether it stands alone."""
    behind = [article.text[one.clean :].split("\n")[0].strip() for one in article.comments]
    return [
        (one.text.strip(), text, one.alone)
        for one, text in zip(article.comments, behind, strict=True)
    ]


def check_comments(source: str, article: RawArticle) -> None:
    """Comments stand where they say, and what they say does."""
    for one in article.comments:
        assert source[slice(*one.map.span(0, len(one.text)))] == one.text
        whole = source[one.start : one.end]
        assert one.text in whole
        assert whole[0] in "<{"
        assert whole[-1] in ">}"
        assert 0 <= one.clean <= len(article.text)
    places = [one.start for one in article.comments]
    assert places == sorted(places)


MARKDOWN = {
    # in a paragraph, behind it, before it
    "One <!-- newslint 1 --> two.\n": [("newslint 1", "two.", False)],
    "One two. <!-- newslint 1 -->\n\nThree.\n": [("newslint 1", "", False)],
    "One\ntwo <!-- newslint 1 -->\nthree.\n": [("newslint 1", "three.", False)],
    "One.\n\n<!-- newslint 1 --> Two.\n": [("newslint 1", "Two.", True)],
    # alone
    "<!-- newslint 1 -->\n\nOne.\n": [("newslint 1", "One.", True)],
    "One.\n\n<!-- newslint 1 -->\n\nTwo.\n": [("newslint 1", "Two.", True)],
    "One.\n<!-- newslint 1 -->\nTwo.\n": [("newslint 1", "Two.", True)],
    "One.\n\n<!-- newslint 1 -->\n": [("newslint 1", "", True)],
    "One.\n\n<!-- newslint 1\n\nover lines\n-->\n\nTwo.\n": [
        ("newslint 1\n\nover lines", "Two.", True)
    ],
    "# Head\n<!-- newslint 1 -->\n<!-- newslint 2 --><!-- newslint 3 -->\nTwo.\n": [
        (f"newslint {number}", "Two.", True) for number in (1, 2, 3)
    ],
    # in other blocks
    "# Head <!-- newslint 1 -->\n\nOne.\n": [("newslint 1", "", False)],
    "> One <!-- newslint 1 --> two\n> three.\n": [("newslint 1", "two three.", False)],
    "- one\n- two <!-- newslint 1 --> three\n- four\n": [("newslint 1", "three", False)],
    "- one\n- <!-- newslint 1 -->two\n": [("newslint 1", "two", True)],
    "- one\n\n    <!-- newslint 1 -->\n    more\n": [("newslint 1", "more", True)],
    "| a | b |\n|---|---|\n| c <!-- newslint 1 --> | d |\n": [("newslint 1", "| d", False)],
    "A *bad <!-- newslint 1 --> one* here\n": [("newslint 1", "one here", False)],
    "A [bad <!-- newslint 1 -->one](x.md) here\n": [("newslint 1", "one here", False)],
    "<p>One</p><!-- newslint 1 --><p>Two</p>\n": [("newslint 1", "Two", True)],
    # other comments than those of HTML
    "One {/* newslint 1 */} two.\n": [("newslint 1", "two.", False)],
    "{% comment %}newslint 1{% endcomment %}\n\nOne.\n": [("newslint 1", "One.", True)],
    "{%- comment -%} newslint 1 {%- endcomment -%}\n\nOne.\n": [("newslint 1", "One.", True)],
    "One {{% comment %}}newslint 1{{% /comment %}} two.\n": [("newslint 1", "two.", False)],
    "{{< comment >}}\nnewslint 1\n{{< /comment >}}\n\nOne.\n": [("newslint 1", "One.", True)],
    # no comments
    "One <!-- lint --> two.\n": [],
    "```html\n<!-- newslint 1 -->\n```\n\nOne.\n": [],
    "~~~\n{/* newslint 1 */}\n~~~\n\nOne.\n": [],
    "One `<!-- newslint 1 -->` two.\n": [],
    "One.\n\n    <!-- newslint 1 -->\n    code <!-- newslint 2 -->\n\nTwo.\n": [],
    "<pre>\n<!-- newslint 1 -->\n</pre>\n\nOne.\n": [],
    "<script>\n// <!-- newslint 1 -->\n</script>\n\nOne.\n": [],
    "---\ntitle: <!-- newslint 1 -->\n---\nOne.\n": [],
    "One <!-- newslint never closed.\n": [],
}


@pytest.mark.parametrize("source", MARKDOWN)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_comments_of_markdown_are_told(source: str, line_end: str) -> None:
    content = source.replace("\n", line_end)
    article = read("a.mdx" if "{/*" in source else "a.md", content)
    said = [(text.replace("\r\n", "\n"), *others) for text, *others in told(article)]
    assert said == MARKDOWN[source]
    check_comments(content, article)
    check_map(content, article)


HTML = {
    "<p>One <!-- newslint 1 -->two.</p>": [("newslint 1", "two.", False)],
    "<p>One two.<!-- newslint 1 --></p><p>Three.": [("newslint 1", "", False)],
    "<p>One <b>two<!-- newslint 1 --></b> three</p>": [("newslint 1", "three", False)],
    "<p>One.</p><!-- newslint 1 --><p>Two.": [("newslint 1", "Two.", True)],
    "<p>One.</p><p><!-- newslint 1 -->Two.": [("newslint 1", "Two.", True)],
    "One<br><!-- newslint 1 -->two": [("newslint 1", "two", True)],
    "<p>One.</p>\n<!-- newslint 1 -->\n": [("newslint 1", "", True)],
    "<ul><li>one<li>two <!-- newslint 1 --></ul>": [("newslint 1", "", False)],
    "<table><td>one <!-- newslint 1 --><td>two</table>": [("newslint 1", "two", False)],
    "<pre>One <!-- newslint 1 -->two.</pre>": [("newslint 1", "two.", False)],
    "<!-- newslint 1 --><html><head><!-- newslint 2 --><title>T</title></head><body><p>One.": [
        ("newslint 1", "One.", True),
        ("newslint 2", "One.", True),
    ],
    "<nav><!-- newslint 1 --></nav><article>One.</article><!-- newslint 2 --><footer>x</footer>": [
        ("newslint 1", "One.", True),
        ("newslint 2", "", True),
    ],
    "<p>One.</p><div hidden>x<!-- newslint 1 --></div><p>Two.": [("newslint 1", "Two.", True)],
    "<p>One <!-- newslint 1 --!>two.": [("newslint 1", "two.", False)],
    # no comments
    "<p>One <!-- lint -->two.": [],
    "<p title='<!-- newslint 1 -->'>One.": [],
    "<p>One.</p><script>// <!-- newslint 1 -->\n</script>": [],
    "<title><!-- newslint 1 --></title><p>One.": [],
    "<p>One.</p><textarea><!-- newslint 1 --></textarea>": [],
    "<p>&lt;!-- newslint 1 --&gt;": [],
    "<!newslint 1><?newslint 2?><p>One.": [],
}


@pytest.mark.parametrize("source", HTML)
def test_comments_of_html_are_told(source: str) -> None:
    article = read("a.html", source)
    assert told(article) == HTML[source]
    check_comments(source, article)
    check_map(source, article)


def test_a_comment_that_nothing_closes_ends_with_the_page() -> None:
    (one,) = read("a.html", "<p>One.</p><!-- newslint 1").comments
    assert (one.text, one.alone) == (" newslint 1", True)


PARAGRAPHS = ["One *two*", "three.", "- item &amp; more", "> quoted", "# Head", "[a](b) c <b>d</b>"]


@given(
    st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=5),
    st.lists(st.booleans(), min_size=6, max_size=6),
)
def test_comments_between_and_behind_paragraphs_change_no_text(
    paragraphs: list[str], where: list[bool]
) -> None:
    plain = "\n\n".join(paragraphs) + "\n"
    blocks = []
    for block, before in zip(paragraphs, where, strict=False):
        blocks += ["<!-- newslint 1 -->"] * before
        blocks.append(f"{block}<!-- newslint 2 -->")
    source = "\n\n".join(blocks) + "\n"
    article = read("a.md", source)
    assert article.text == read("a.md", plain).text
    assert len(article.comments) == source.count("newslint")
    check_comments(source, article)


PIECES = st.sampled_from(
    ["word", " ", "\n", "\n\n", "<!-- newslint -->", "<!--newslint\n-->", "{/* newslint */}", "*",
     "<p>", "</p>", "<br>", "- ", "> ", "    ", "`", "```\n", "| ", "[", "](x)", "<!--", "-->",
     "<script>", "</script>", "\r\n", "é", "&amp;"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join), st.sampled_from(["a.md", "a.mdx", "a.html"]))
def test_whatever_stands_there_comments_stand_where_they_say(source: str, name: str) -> None:
    if name == "a.html":
        source = "<p>x</p>" + source
    article = read(name, source)
    for one in article.comments:
        assert "newslint" in source[one.start : one.end]
        assert source[slice(*one.map.span(0, len(one.text)))] == one.text
        assert 0 <= one.clean <= len(article.text)
        if one.alone:
            assert not one.clean or article.text[:one.clean].isspace() or one.clean == len(
                article.text
            ) or article.text[one.clean - 1] == "\n"  # fmt: skip
    check_map(source, article)


@pytest.mark.parametrize(
    "piece", ["<!-- newslint -->", "<!-- newslint -->x", "<!-- newslint -->\n"]
)
@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_many_comments_cost_no_more_than_their_length(piece: str, name: str) -> None:
    article = read(name, "word " + piece * 20_000)
    assert len(article.comments) == 20_000


FEED = "<rss><channel><item><title>T</title><description>{}</description></item></channel></rss>"
FEED_TEXTS = {
    "<![CDATA[<p>One &amp; <!-- newslint 1 -->two.</p>]]>": [("newslint 1", "two.", False)],
    "&lt;p&gt;One.&lt;/p&gt;&lt;!-- newslint &amp;#49; --&gt;&lt;p&gt;Two.&lt;/p&gt;": [
        ("newslint &#49;", "Two.", True)
    ],
    "<![CDATA[One.\n\n<!-- newslint 1 -->\n\nTwo.]]>": [("newslint 1", "Two.", True)],
    "<b>One</b> <!-- newslint 1 -->two.": [],  # a comment of the feed's, not of the article's
    "One two.": [],
}


@pytest.mark.parametrize("text", FEED_TEXTS)
def test_comments_in_the_html_of_a_feed_are_told(text: str) -> None:
    source = FEED.format(text)
    article = read("a.rss", source)
    assert told(article) == FEED_TEXTS[text]
    for one in article.comments:
        assert source[one.start : one.end].startswith(("<!--", "&lt;!--"))
        assert source[one.start : one.end].endswith(("-->", "--&gt;"))
        place = one.text.index("newslint")
        assert source[slice(*one.map.span(place, place + 8))] == "newslint"


def test_comments_in_the_html_of_atom_are_told() -> None:
    text = "One &lt;!-- newslint --&gt; two."
    entry = f"<entry><title>T</title><content type='{{}}'>{text}</content></entry>"
    assert len(read("a.atom", entry.format("html")).comments) == 1
    assert read("a.atom", entry.format("text")).comments == ()


NITF = "<nitf><head><title>T</title>{}</head><body><body.content>{}</body.content></body></nitf>"
NITF_TEXTS = {
    ("", "<p>One <!-- newslint 1 -->two.</p>"): [("newslint 1", "two.", False)],
    ("", "<p>One &amp; <em>two<!-- newslint 1 --></em>.</p>"): [("newslint 1", ".", False)],
    ("", "<p>One.</p>\n<!-- newslint 1 -->\n<p>Two.</p>"): [("newslint 1", "Two.", True)],
    ("<!-- newslint 1 -->", "<p>One.</p>"): [("newslint 1", "One.", True)],
    ("", "<p>One.</p><!-- newslint 1\n -->"): [("newslint 1", "", True)],
    ("", "<p>One <![CDATA[<!-- newslint 1 -->]]> two.</p><p>Three.</p>"): [],
    ("", "<p>One <!-- lint --> two.</p>"): [],
}


@pytest.mark.parametrize(("head", "body"), NITF_TEXTS)
def test_comments_of_nitf_are_told(head: str, body: str) -> None:
    source = NITF.format(head, body)
    article = read("a.nitf", source)
    assert told(article) == NITF_TEXTS[head, body]
    check_comments(source, article)
    check_map(source, article)
