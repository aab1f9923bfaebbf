"""HTML and XML: pages, wire items and feeds, and what Python's own parsers read there."""

from __future__ import annotations

import html
import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import replace

from html_writing import PageText, block, page, spelled, words
from plain_formats import ENCODINGS as UNICODE
from plain_formats import LINE_ENDS, Values
from stories import A_LINE, IN_DECK, Pen, Story

ENCODINGS = (*UNICODE, "cp1252")
_ATOM = "http://www.w3.org/2005/Atom"
_PREFIXES = {
    "{http://purl.org/dc/elements/1.1/": "dc:",
    "{http://purl.org/rss/1.0/modules/content/": "content:",
    "{http://search.yahoo.com/mrss/": "media:",
}
_BODIES = ("body", "body.content")
_PAGES = ("text/html", "html", "description", "content:encoded", "title")
"""Elements, by name or type, whose text is HTML of its own."""


_PAGES_OF_HTML = (
    "<html><head>{head}</head>\n<body><article>{body}</article></body></html>",
    "<head>{head}<body><nav>Home</nav>{body}</body>\n",
    """<!DOCTYPE html>
<html lang="en-GB" class=news>
<head>{head}
  <script>if (a < b && c) {{ document.write("<p>the the</p>") }}</script>
  <style>p > b {{ content: "the the" }}</style>
  <!-- <p>the the</p> -->
</head>
<body>
<header><nav><ul><li><a href="/?a=1&copy=2">Home</a><li>Sport</ul></nav></header>
<main>
  <div class='ad' hidden>the the</div>
  <article itemscope itemtype="https://schema.org/NewsArticle">
    <figure><img src=a.jpg alt="the the"></figure>
    {body}
    <iframe src=x>the the</iframe>
  </article>
</main>
<footer>&copy; The Post</footer>
</body>
</html>
""",
)


class Html:
    name, many, line_ends, encodings = "a.html", False, LINE_ENDS, ENCODINGS

    def write(self, stories: Sequence[Story], pen: Pen) -> str:
        (story,) = stories
        pen.unwritten.add(IN_DECK.wrong)
        head = [f"<title>{spelled(story.headline, pen)} - The Post</title>"]
        if pen.chance(0.5):
            told = {"@type": "NewsArticle", "headline": story.headline, "datePublished": story.date}
            head.append(f'<script type="application/ld+json">{json.dumps(told)}</script>')
        else:
            for name, one in (
                ("og:title", story.headline),
                ("article:published_time", story.date),
            ):
                quote = pen.one_of('"', "'")
                content = spelled(one, pen).replace(quote, f"&#{ord(quote)};")
                head.append(f"<meta property={name} content={quote}{content}{quote}>")
        body = "\n".join(block(one, pen) for one in story.paragraphs)
        charset = "<meta charset=windows-1252>" if pen.codec == "cp1252" else ""
        return pen.one_of(*_PAGES_OF_HTML).format(head=charset + "".join(head), body=body)

    def values(self, source: str) -> Values:
        page = PageText()
        page.feed(source)
        page.close()
        return {(None, name): "".join(parts) for name, parts in page.found.items()}


def _cdata(text: str, pen: Pen) -> str:
    cdata = pen.codec != "cp1252" and pen.chance(0.3)  # else references may be needed
    return f"<![CDATA[{text}]]>" if cdata else spelled(text, pen, flowing=False)


class Nitf:
    name, many, line_ends, encodings = "a.xml", False, LINE_ENDS, ENCODINGS

    def write(self, stories: Sequence[Story], pen: Pen) -> str:
        (story,) = stories
        return _declared(pen) + _nitf(story, pen)

    def values(self, source: str) -> Values:
        root = ET.fromstring(source)
        return {(None, name): text for name, text in _pieces(root, "body.content")}


class NewsMl:
    """NewsML-G2: an item alone or several in a message; text as NITF, XHTML or a string."""

    many, line_ends, encodings = True, LINE_ENDS, ENCODINGS

    def __init__(self, name: str, *, alone: bool) -> None:
        self.name = name
        self.many = not alone

    def write(self, stories: Sequence[Story], pen: Pen) -> str:
        items = "".join(_news_item(story, pen) for story in stories)
        if self.many:
            items = f"<newsMessage><itemSet>{items}</itemSet></newsMessage>"
        return _declared(pen) + items

    def values(self, source: str) -> Values:
        root = ET.fromstring(source)
        if not self.many:
            return {(None, name): text for name, text in _pieces(root, *_BODIES)}
        return _numbered(root.findall("itemSet/newsItem"), "/newsMessage/itemSet/newsItem", _BODIES)


class Feed:
    """RSS and Atom; the text is plain, or HTML that is escaped, in CDATA or XHTML."""

    many, line_ends, encodings = True, LINE_ENDS, ENCODINGS

    def __init__(self, name: str) -> None:
        self.name = name
        self.atom = name.endswith(".atom")

    def write(self, stories: Sequence[Story], pen: Pen) -> str:
        items = "\n".join((self._entry if self.atom else self._item)(one, pen) for one in stories)
        if self.atom:
            return f'{_declared(pen)}<feed xmlns="{_ATOM}"><title>The Post</title>{items}</feed>'
        channel = f"<channel><title>The Post</title>{items}</channel>"
        spaces = "".join(f' xmlns:{name[:-1]}="{one[1:]}"' for one, name in _PREFIXES.items())
        return f'{_declared(pen)}<rss version="2.0"{spaces}>{channel}</rss>'

    def _item(self, story: Story, pen: Pen) -> str:
        title = _cdata(html.escape(story.headline, quote=False), pen)
        text = _cdata(page(story, pen), pen)
        body = pen.one_of(
            f"<description>{text}</description>",
            f"<media:content url='a.jpg'/>\n<content:encoded>{text}</content:encoded>",
        )
        return (
            f"<item><guid isPermaLink='false'>{story.id}</guid><title>{title}</title>"
            f"<dc:date>{spelled(story.date, pen)}</dc:date>{body}</item>"
        )

    def _entry(self, story: Story, pen: Pen) -> str:
        kind = pen.one_of("text", "html", "xhtml")
        if kind == "xhtml":
            inner = f'<div xmlns="http://www.w3.org/1999/xhtml">{_elements(story, pen)}</div>'
        elif kind == "html":
            inner = _cdata(page(story, pen), pen)
        else:
            inner = _cdata("\n\n".join(story.paragraphs), pen)
        return (
            f"<entry><id>{story.id}</id><title>{_cdata(story.headline, pen)}</title>"
            f"<published>{spelled(story.date, pen)}</published>"
            f'<content type="{kind}">{inner}</content></entry>'
        )

    def values(self, source: str) -> Values:
        root = ET.fromstring(source)
        if self.atom:
            return _numbered(root.findall(f"{{{_ATOM}}}entry"), "/feed/entry", ("content",))
        return _numbered(root.findall("channel/item"), "/rss/channel/item")


def _elements(story: Story, pen: Pen) -> str:
    """Return an article in elements of XML, of which none is deleted with its line."""
    pen.broken.add(A_LINE.wrong)
    return page(story, pen)


def _declared(pen: Pen) -> str:
    pen.unwritten.add(IN_DECK.wrong)
    if pen.codec == "cp1252":
        return '<?xml version="1.0" encoding="windows-1252"?>\n'
    return pen.one_of("", '<?xml version="1.0"?>\n')


def _nitf(story: Story, pen: Pen) -> str:
    quote = pen.one_of('"', "'")
    return (
        "<nitf><head><docdata>"
        f"<date.issue norm={quote}{spelled(story.date, pen)}{quote}/></docdata></head>"
        f"<body><body.head><hedline><hl1>{_cdata(story.headline, pen)}</hl1></hedline>"
        f"</body.head><body.content>{_elements(story, pen)}</body.content></body></nitf>"
    )


def _news_item(story: Story, pen: Pen) -> str:
    kind = pen.one_of("nitf", "xhtml", "text", "html")
    if kind == "nitf":
        inside = replace(story, headline="Harbour to be rebuilt", date="20240312")
        content = f"<inlineXML>{_nitf(inside, pen)}</inlineXML>"
    elif kind == "xhtml":
        content = f"<inlineXML><html><body>{_elements(story, pen)}</body></html></inlineXML>"
    else:
        text = page(story, pen) if kind == "html" else "\n\n".join(story.paragraphs)
        inner = _cdata(text, pen)
        content = (
            f'<inlineData contenttype="text/{kind.replace("text", "plain")}">{inner}</inlineData>'
        )
    return (
        f'<newsItem guid="{story.id}"><itemMeta><firstCreated>{spelled(story.date, pen)}'
        "</firstCreated></itemMeta><contentMeta><headline>"
        f"{_cdata(story.headline, pen)}</headline></contentMeta><contentSet>{content}</contentSet>"
        "</newsItem>"
    )


def _numbered(items: Sequence[ET.Element], path: str, flowing: Sequence[str] = ()) -> Values:
    """Return what the records of a file say; elements of one name are numbered from 1."""
    return {
        (n, f"{path}{f'[{n + 1}]' if len(items) > 1 else ''}{name}"): text
        for n, item in enumerate(items)
        for name, text in _pieces(item, *flowing)
    }


def _pieces(element: ET.Element, *flowing: str, path: str = "") -> Iterator[tuple[str, str]]:
    """Give the texts of elements and attributes by path; all that is inside of ``flowing`` ones."""
    for name, value in element.attrib.items():
        yield f"{path}/@{name}", value
    kind = element.get("contenttype") or element.get("type")
    if kind is None and not element.tag.startswith(f"{{{_ATOM}}}"):
        kind = _local(element.tag)
    text = "".join(element.itertext())
    if not len(element):
        yield path, words(text) if kind in _PAGES else text
    elif _local(element.tag) in flowing and not any(one.tag == "body.content" for one in element):
        yield path, text
    else:
        for child in element:
            yield from _pieces(child, *flowing, path=f"{path}/{_local(child.tag)}")


def _local(tag: str) -> str:
    namespace, _, name = tag.rpartition("}")
    return _PREFIXES.get(namespace, "") + name
