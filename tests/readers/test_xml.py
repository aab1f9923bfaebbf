from __future__ import annotations

import pytest
from making import engine_of, made
from reading import check_map, in_source

from newslint import Doc, Findings, phrases, rule
from newslint.edits import apply_fixes, open_source
from newslint.errors import InputError, NotAnArticleFileError, UndecodableError
from newslint.fixing import fix_bytes
from newslint.raw import RawArticle, RawProblem, SourceFile
from newslint.readers import read_articles


def records(content: str | bytes, name: str = "a.xml", **fields: str) -> list[object]:
    data = content.encode() if isinstance(content, str) else content
    return list(read_articles(SourceFile(name, data, fields=fields)))


def articles(content: str | bytes, **fields: str) -> list[RawArticle]:
    found = records(content, **fields)
    assert all(isinstance(one, RawArticle) for one in found)
    for one in found:
        assert isinstance(one, RawArticle)
        if isinstance(content, str):
            check_map(content, one)
            for field in one.fields.values():
                check_map(content, field)
    return [one for one in found if isinstance(one, RawArticle)]


def raw(article: RawArticle) -> dict[str, str]:
    return {name: field.raw for name, field in article.fields.items()}


NITF = """<?xml version="1.0" encoding="UTF-8"?>
<nitf xml:lang="en">
<head><title>Gulls, again</title>
<docdata><doc-id id-string="harbour-17"/><date.issue norm="20240312T100000-0700"/></docdata>
<pubdata name="The Harbour &quot;Gull&quot;" position.section="News"/></head>
<body>
<body.head>
<hedline><hl1>Gulls <em>return</em> to the quay</hl1><hl2>Third year in a row</hl2></hedline>
<byline>By <person>Ann Lee</person><byttl>Harbour Writer</byttl></byline>
<dateline><location>ELM</location>, <story.date norm="20240311">March 11</story.date></dateline>
</body.head>
<body.content>
<p>The <org>Harbour
   Board</org> said <q>&#8220;no&#8221;</q> &amp; left.</p>
<hl2>What next</hl2>
<media media-type="image"><media-reference source="a.jpg">a.jpg</media-reference>
<media-caption>A gull.</media-caption><media-producer>Bo Ray</media-producer></media>
<p>One<br/>two</p><script>var p = 1;</script>
<table><tr><td>Gulls</td><td>17</td></tr><tr><td>Terns</td><td>3</td></tr></table>
</body.content>
<body.end><tagline>Tips to the desk.</tagline></body.end>
</body>
</nitf>
"""


def test_nitf() -> None:
    (article,) = articles(NITF)
    assert article.text == (
        "The Harbour Board said “no” & left.\n\nWhat next\n\nA gull.\n\nBo Ray\n\n"
        "One\ntwo\n\nGulls\t17\n\nTerns\t3"
    )
    assert raw(article) == {
        "headline": "Gulls return to the quay",
        "date": "20240312T100000-0700",
        "author": "By Ann Lee Harbour Writer",
        "source": 'The Harbour "Gull"',
        "id": "harbour-17",
        "language": "en",
        "description": "Third year in a row",
        "section": "News",
        "title": "Gulls, again",
        "dateline": "ELM, March 11",
        "story.date": "March 11",
        "story.date@norm": "20240311",
    }
    assert article.index is None
    assert article.pointer == ""
    assert article.fields["headline"].pointer == "/nitf/body/body.head/hedline/hl1"
    assert article.fields["date"].pointer == "/nitf/head/docdata/date.issue/@norm"
    assert in_source(NITF, article.fields["source"]) == "The Harbour &quot;Gull&quot;"


def test_configured_fields_are_elements_and_attributes() -> None:
    (article,) = articles(NITF, date="story.date", headline="title")
    assert article.fields["date"].raw == "March 11"
    assert article.fields["headline"].raw == "Gulls, again"


NEWSML = """<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<packageItem guid="p"><groupSet root="r"><group id="r"/></groupSet></packageItem>
<newsItem guid="urn:x:1" xml:lang="en-GB"><itemMeta><provider><name>Elm Wire</name></provider>
<versionCreated>2024-03-12T10:00:00Z</versionCreated><firstCreated>2024-03-11T09:00:00Z</firstCreated>
</itemMeta><contentMeta><headline>Gulls return</headline><headline role="h:sub">And terns</headline>
<by>Ann Lee</by>
<language tag="en"/><subject><name>Birds</name></subject><subject literal="ports"/></contentMeta>
<contentSet><inlineXML contenttype="application/nitf+xml">
<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><head><docdata><doc-id id-string="n1"/></docdata>
</head><body><body.head><hedline><hl1>Inner</hl1></hedline></body.head>
<body.content><p>Gulls came.</p><p>They left.</p></body.content></body></nitf>
</inlineXML></contentSet></newsItem>
<newsItem guid="urn:x:2"><contentSet><remoteContent href="a.jpg"/></contentSet></newsItem>
<newsItem guid="urn:x:3"><contentSet><inlineXML contenttype="application/xhtml+xml">
<h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>T</h:title></h:head>
<h:body><h:h1>Terns</h:h1><h:p>Terns <h:a href="#">too</h:a>.</h:p></h:body></h:html>
</inlineXML></contentSet></newsItem>
<newsItem guid="urn:x:4"><contentSet><inlineData contenttype="text/plain">Plain &amp; short.

End.</inlineData></contentSet></newsItem>
<newsItem guid="urn:x:5"><contentSet><inlineData contenttype="text/html">&lt;p&gt;Fish &amp;amp;
chips.&lt;/p&gt;</inlineData></contentSet></newsItem>
</itemSet></newsMessage>
"""


def test_newsml() -> None:
    found = articles(NEWSML)
    assert [one.text for one in found] == [
        "Gulls came.\n\nThey left.",
        "Terns\n\nTerns too.",
        "Plain & short.\n\nEnd.",
        "Fish & chips.",
    ]
    assert [one.index for one in found] == [0, 2, 3, 4]
    assert found[1].pointer == (
        "/newsMessage/itemSet/newsItem[3]/contentSet/inlineXML/h:html/h:body"
    )
    assert NEWSML.startswith('<newsItem guid="urn:x:3">', found[1].start)
    assert raw(found[0]) == {
        "headline": "Gulls return",
        "date": "2024-03-11T09:00:00Z",
        "modified": "2024-03-12T10:00:00Z",
        "author": "Ann Lee",
        "source": "Elm Wire",
        "id": "urn:x:1",
        "language": "en",
        "section": "Birds, ports",
        "xml:lang": "en-GB",
        "doc-id@id-string": "n1",
        "hl1": "Inner",
    }


def test_a_news_item_alone_is_one_article() -> None:
    content = NEWSML[
        NEWSML.index('<newsItem guid="urn:x:4"') : NEWSML.index('<newsItem guid="urn:x:5')
    ]
    (article,) = articles(content)
    assert article.index is None
    assert article.fields["id"].raw == "urn:x:4"


RSS = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>Elm Herald</title><atom:link href="http://x.example/feed"/><language>en-gb</language>
<item><title>Gulls &amp;amp; terns</title><link>http://x.example/?a=1&amp;b=2</link>
<pubDate>Tue, 12 Mar 2024 10:00:00 GMT</pubDate><d:creator><![CDATA[Ann Lee]]></d:creator>
<category>Birds</category><category>Ports</category><guid>g1</guid>
<description>A teaser.</description>
<content:encoded><![CDATA[<p>He said &ldquo;no&rdquo; &amp; went.</p>
<p>One<br/>two <b>thr</b>ee.<br><br>Four.</p><style>p {}</style>]]></content:encoded></item>
<item><description>&lt;p&gt;It&amp;#8217;s&amp;nbsp;late.&lt;/p&gt; Go.</description></item>
<item><title>Nothing here</title><description> </description></item>
<item><description>Plain &amp;amp; short.

End.</description></item>
<item><description>Not <b>escaped</b>.</description></item>
</channel></rss>
"""


def test_rss() -> None:
    found = records(RSS)
    problem = found.pop(2)
    assert isinstance(problem, RawProblem)
    assert problem.index == 2
    assert RSS[problem.start : problem.end] == "<item>"
    texts = [one.text for one in found if isinstance(one, RawArticle)]
    assert texts == [
        "He said “no” & went.\n\nOne\ntwo three.\n\nFour.",
        "It’s\xa0late.\n\nGo.",
        "Plain & short.\n\nEnd.",
        "Not escaped.",
    ]
    first = found[0]
    assert isinstance(first, RawArticle)
    assert first.pointer == "/rss/channel/item[1]/content:encoded"
    assert raw(first) == {
        "headline": "Gulls & terns",
        "date": "Tue, 12 Mar 2024 10:00:00 GMT",
        "url": "http://x.example/?a=1&b=2",
        "source": "Elm Herald",
        "author": "Ann Lee",
        "language": "en-gb",
        "id": "g1",
        "description": "A teaser.",
        "section": "Birds, Ports",
    }
    assert in_source(RSS, first.fields["url"]) == "http://x.example/?a=1&amp;b=2"
    assert in_source(RSS, first.fields["author"]) == "Ann Lee"


def test_the_text_of_a_feed_can_be_configured() -> None:
    found = records(RSS, text="description")
    assert isinstance(found[0], RawArticle)
    assert found[0].text == "A teaser."
    with pytest.raises(NotAnArticleFileError):
        records(RSS, text="body")


def test_blank_lines_part_what_no_tag_parts() -> None:
    content = "<![CDATA[One <b>two</b>\nthree.\n \nFour.\n<hr>\nFive &rsquo;\n\n]]>"
    item = f"<item><description>{content}</description></item>"
    (article,) = articles(f"<rss><channel>{item}</channel></rss>")
    assert article.text == "One two three.\n\nFour.\n\nFive ’"


def test_a_prefix_that_nobody_declared_stands_for_itself() -> None:
    content = "<rss><channel><item><content:encoded>A.</content:encoded></item></channel></rss>"
    assert articles(content)[0].text == "A."


ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Elm Herald</title>
<author><name>The desk</name></author>
<entry><title type="html">Gulls &amp;lt; terns</title><id>e1</id>
<link rel="self" href="http://x.example/self"/><link href="http://x.example/&#38;1"/>
<updated>2024-03-12T10:00:00Z</updated><published>2024-03-11T10:00:00Z</published>
<author><name>Ann Lee</name></author><category term="birds"/><summary>Short.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One</p><p>Two</p></div></content>
</entry>
<entry><content type="html">&lt;p&gt;Fish &amp;amp; chips&lt;/p&gt;</content></entry>
<entry><content>A &lt;b&gt; &amp;amp; c</content></entry>
<entry><content type="image/png" src="a.png"/><summary>Only this.</summary></entry>
</feed>
"""


def test_atom() -> None:
    found = articles(ATOM)
    assert [one.text for one in found] == [
        "One\n\nTwo",
        "Fish & chips",
        "A <b> &amp; c",
        "Only this.",
    ]
    assert raw(found[0]) == {
        "headline": "Gulls < terns",
        "date": "2024-03-11T10:00:00Z",
        "modified": "2024-03-12T10:00:00Z",
        "url": "http://x.example/&1",
        "source": "Elm Herald",
        "author": "Ann Lee",
        "language": "en",
        "id": "e1",
        "description": "Short.",
        "section": "birds",
        "feed/author/name": "The desk",
    }
    assert found[1].fields["author"].raw == "The desk"
    assert found[3].pointer == "/feed/entry[4]/summary"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "empty"),
        (" \r\n", "empty"),
        ("<urlset><url/></urlset>", "<urlset>"),
        ("<rss><channel/></rss>", "<rss> holds no"),
        ("<nitf><head/></nitf>", "<nitf> holds no"),
    ],
)
def test_what_holds_no_article_is_told(content: str, message: str) -> None:
    with pytest.raises(NotAnArticleFileError, match=message):
        records(content)


BOMB = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("<nitf>\r\r\n<p>é</nitf>", "line 3, column 7: not well-formed XML: mismatched tag"),
        ("<nitf>&nbsp;</nitf>", "line 1, column 7: .*undefined entity .*&amp;"),
        ("<nitf/>\n<nitf/>", "line 2, column 1: .*junk"),
        ('<!DOCTYPE r [<!ENTITY x SYSTEM "file:///x">]><r>&x;</r>', "'file:///x' is never fetched"),
        ('<!DOCTYPE r [<!ENTITY x "<p>a</p>">]><r>&x;</r>', "column 41: an entity holds markup"),
        (f'<!DOCTYPE r [<!ENTITY a0 "lol">{BOMB}]><r>&a9;</r>', "100,000 characters"),
        (f'<!DOCTYPE r [<!ENTITY a0 "lol">{BOMB}]><r a="&a9;"/>', "amplification"),
        ('<!DOCTYPE r [<!ENTITY a "&a;">]><r>&a;</r>', "recursive entity"),
        ("<a>" * 300 + "</a>" * 300, "nested deeper than 200"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(content: str, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        records(content)
    assert caught.value.line


def test_entities_of_a_dtd_that_is_not_read_are_those_of_html() -> None:
    content = '<!DOCTYPE nitf SYSTEM "nitf.dtd"><nitf><body><p>a&mdash;b &odd; c</p></body></nitf>'
    assert articles(content)[0].text == "a—b &odd; c"


@pytest.mark.parametrize(
    "codec",
    ["utf-8", "utf-8-sig", "windows-1252", "iso-8859-1", "utf-16", "utf-16-le", "utf-16-be"],
)
def test_the_declaration_names_the_encoding(codec: str) -> None:
    name = {"utf-8-sig": "utf-8"}.get(codec, codec.removesuffix("-le").removesuffix("-be"))
    content = f"<?xml version='1.0' encoding = '{name}' ?><nitf><body><p>Café</p></body></nitf>"
    data = content.encode(codec)
    assert articles(data)[0].text == "Café"
    opened = open_source(data)
    assert opened is not None
    assert opened.text == content
    assert apply_fixes(data, (), unsafe=True) == (data, 0)


def test_the_declaration_is_not_believed_against_the_bytes() -> None:
    content = "<?xml version='1.0' encoding='utf-16'?><nitf><body><p>Café</p></body></nitf>"
    assert articles(content.encode())[0].text == "Café"
    with pytest.raises(UndecodableError, match="klingon"):
        records(content.replace("utf-16", "klingon"))
    latin = content.replace("utf-16", "latin-1").encode("cp1250")
    file = SourceFile("a.xml", latin, "cp1250")
    assert file.codec == "cp1250"


def test_a_text_that_is_no_xml_keeps_its_encoding() -> None:
    assert SourceFile("a.txt", b"a <?xml encoding='latin-1'?>").codec == "utf-8"


@rule("TST009", severity="error", near=phrases("badword"))
def ampersand(doc: Doc) -> Findings:
    """The word badword.

    Bad: A >>badword<< here.
    Good: A word here.
    """
    for hit in doc.hits(AMPERSAND.near):
        yield hit.flag("bad", fix="fish & <chips>", safe=True)


AMPERSAND = made(ampersand)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "windows-1252", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_fixes_are_written_as_each_place_spells_them(codec: str, end: str) -> None:
    name = codec.removesuffix("-sig")
    content = f"""<?xml version="1.0" encoding="{name}"?>
<rss><channel>
<item><description>Café &lt;p&gt;a badword here&lt;/p&gt;</description></item>
<item><description>Café<![CDATA[<p>a badword here</p>]]></description></item>
<item><description>Café <b>a badword</b> here</description></item>
<item><description>Café a bad<b>word</b> and b&#97;dword here</description></item>
</channel></rss>
"""
    data = content.replace("\n", end).encode(codec)
    engine = engine_of(AMPERSAND)

    def diagnose(now: bytes) -> list[object]:
        return engine.lint_bytes("a.rss", now).diagnostics  # type: ignore[return-value]

    assert len(diagnose(data)) == 5
    fixed = fix_bytes(data, diagnose, unsafe=False)  # type: ignore[arg-type]
    expected = (
        content.replace("a badword here&lt;", "a fish &amp;amp; &amp;lt;chips&amp;gt; here&lt;")
        .replace("a badword here</p>", "a fish &amp; &lt;chips&gt; here</p>")
        .replace("badword</b>", "fish &amp; &lt;chips&gt;</b>")
        .replace("b&#97;dword", "fish &amp; &lt;chips&gt;")
    )
    assert fixed.after == expected.replace("\n", end).encode(codec)
    assert len(fixed.remaining) == 1
    assert fix_bytes(fixed.after, diagnose, unsafe=False).after == fixed.after  # type: ignore[arg-type]


def test_line_ends_in_pre_are_lines() -> None:
    body = "<p>a\nb</p><pre>c\n  <b>d</b>\r\ne</pre><p>f\ng</p>"
    (article,) = articles(f"<nitf><body><body.content>{body}</body.content></body></nitf>")
    assert article.text == "a b\n\nc\nd\ne\n\nf g"
