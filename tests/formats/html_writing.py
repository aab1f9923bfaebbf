"""HTML, on pages and inside of other formats: how articles are written in it, and read again."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

from stories import Pen, Story

_INLINE = (("<em>", "</em>"), ("<a href='x?a=1&amp;b=2'>", "</a>"), ("<!-- no -->", ""))


class PageText(HTMLParser):
    """Collects text by where it stands: title, script, the rest; and what meta elements say."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, list[str]] = {"text": []}
        self.inside = "text"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"title", "style", "iframe", "script"}:
            self.inside = "json-ld" if ("type", "application/ld+json") in attrs else tag
        elif tag == "meta" and (told := dict(attrs)).get("property"):
            self.found[str(told["property"])] = [told["content"] or ""]

    def handle_endtag(self, tag: str) -> None:
        if tag in {"title", "style", "iframe", "script"}:
            self.inside = "text"

    def handle_data(self, data: str) -> None:
        if self.inside == "json-ld":
            for name, value in json.loads(data).items():
                self.found[f"json-ld/{name}"] = [value]
        else:
            self.found.setdefault(self.inside, []).append(data)


def words(page: str) -> str:
    parser = PageText()
    parser.feed(page)
    parser.close()
    return "".join(parser.found["text"])


def spelled(text: str, pen: Pen, *, flowing: bool = True) -> str:
    """Write text with references for what must be one and for some of the rest.

    Where it is ``flowing`` a line may be broken at any space.
    """
    share = pen.random.choice((0, 0, 0.1))
    written = "".join(
        _reference(one, pen) if one in "&<" or (pen.chance(share) and one not in " \n") else one
        for one in text
    )
    if not flowing:
        return written
    return re.sub(r"(?<=\w) (?=[a-z])", lambda _: "\n" if pen.chance(0.05) else " ", written)


def _reference(character: str, pen: Pen) -> str:
    numbers = (f"&#{ord(character)};", f"&#x{ord(character):X};")
    named = {"&": "&amp;", "<": "&lt;", '"': "&quot;"}.get(character)
    return pen.one_of(*numbers, *([named] if named else []))


def block(paragraph: str, pen: Pen) -> str:
    pieces = pen.marked(paragraph, _INLINE)
    pieces[::2] = [spelled(text, pen) for text in pieces[::2]]
    return f"<p>{''.join(pieces)}</p>"


def page(story: Story, pen: Pen) -> str:
    return "".join(block(one, pen) for one in story.paragraphs)
