"""Markdown: posts with each kind of front matter, and what else reads them."""

from __future__ import annotations

import html
import json
import re
import tomllib
from collections.abc import Mapping, Sequence

import yaml
from plain_formats import LINE_ENDS, Values
from stories import A_LINE, IN_DATE, IN_DECK, Pen, Story

_MARKS = (
    ("*", "*"), ("**", "**"), ("***", "***"), ("[", "](https://example.org/a_(b))"), ("[", "][1]"),
    ("<b>", "</b>"), ('<span title="a > b">', "</span>"), ("<!-- no -->", ""),
    ("{{< mark >}}", "{{< /mark >}}"), ("", "[^1]"), ("`", "`"), ("", "![alt](a.png)"),
    ("{% raw %}", "{% endraw %}"),
)  # fmt: skip
_MDX_MARKS = (*_MARKS[:6], ("{name}", ""), ("{/* no */}", ""), ("<Note x={1}>", "</Note>"))
_MARKUP = re.compile(
    r"<!--.*?-->|!\[[^\]]*\]\([^)]*\)|\[\^1\]|\]\(https://example\.org/a_\(b\)\)|\]\[1\]|\["
    r"|</?(?:b|span|Note)\b(?:\"[^\"]*\"|[^>\"])*>|\{\{<.*?>\}\}|\{%.*?%\}|\{name\}|\{/.*?/\}|\*+|`"
    r"|(?<=[^\n]\n)(?:> |   (?=\S))"
)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_KEPT = 0xE100
_MODULES = "import Chart from './chart'\nexport const shown = {\n  name: 'the the',\n}\n\n"


class Markdown:
    many, line_ends = False, LINE_ENDS
    encodings = ("utf-8", "utf-8-sig", "utf-16")

    def __init__(self, name: str) -> None:
        self.name = name
        self.mdx = name.endswith(".mdx")

    def write(self, stories: Sequence[Story], pen: Pen) -> str:
        (story,) = stories
        front = self._front_matter(story, pen)
        blocks = [] if front else [pen.one_of(f"# {story.headline}", f"{story.headline}\n====")]
        if not front:
            pen.unwritten |= {IN_DATE.wrong, IN_DECK.wrong}
        for paragraph in story.paragraphs:
            blocks.append(self._block(paragraph, pen))
            if pen.chance(0.2):
                blocks.append(pen.one_of("```js\nlet x = 'the the'\n```", "* * *", "<!-- a -->"))
        blocks.append("[1]: https://example.org\n[^1]: A note of the editor.")
        modules = _MODULES if self.mdx else ""
        return front + modules + "\n\n".join(blocks) + pen.one_of("", "\n")

    def _block(self, paragraph: str, pen: Pen) -> str:
        pen.broken.add(A_LINE.wrong)  # beside what is left out no line is deleted
        pieces = pen.marked(paragraph, _MDX_MARKS if self.mdx else _MARKS)
        for index in range(0, len(pieces), 2):
            in_code = "`" in pieces[max(index - 1, 0)]
            pieces[index] = self._text(pieces[index], pen, in_code=in_code)
        text = "".join(pieces)
        if pen.chance(0.4):
            first, *others = text.split("\n")
            marker = pen.one_of("- ", "1. ", "> ", "## ")
            if marker == "## ":
                return marker + text.replace("\n", " ")
            rest = "> " if marker == "> " else "   "
            return "\n".join((marker + first, *(rest + line for line in others)))
        return text

    def _text(self, text: str, pen: Pen, *, in_code: bool) -> str:
        share = 0 if in_code else pen.random.choice((0, 0, 0.05))
        inner = pen.each(text[1:-1], _reference, share)
        spelled = text[:1] + inner + text[1:][-1:]  # beside emphasis a reference is a mark
        spelled = spelled.replace("<5", pen.one_of("<5", "\\<5", "&lt;5"))
        return re.sub(r"(?<=\w) (?=[a-z])", lambda _: "\n" if pen.chance(0.05) else " ", spelled)

    def _front_matter(self, story: Story, pen: Pen) -> str:
        values = {"title": story.headline, "date": story.date, "author": "Ana Ruiz"}
        if story.deck:
            values["deck"] = story.deck
        kind = pen.one_of("", "yaml", "toml", "json", "pelican")
        if kind == "yaml":
            lines = [f"{key}: {_yaml(value, pen)}\n" for key, value in values.items()]
            return "---\n" + "".join(lines) + "tags: [a, 'b: c']\n---\n"
        if kind == "toml":
            lines = [f"{key} = {_toml(value, pen)}\n" for key, value in values.items()]
            return "+++\n" + "".join(lines) + "draft = false\n+++\n"
        if kind == "json":
            return json.dumps(values, indent=pen.random.choice((None, 2))) + "\n\n"
        if kind == "pelican":
            return "".join(f"{key.title()}: {value}\n" for key, value in values.items()) + "\n"
        return ""

    def values(self, source: str) -> Values:
        front, body = _parted(source)
        if self.mdx:
            body = re.sub(r"\b(import|export) .*?\n\n", "", body, flags=re.DOTALL)
        kept = _ESCAPE.sub(lambda one: chr(_KEPT + ord(one[1])), body)
        text = html.unescape(_MARKUP.sub("", kept))
        text = re.sub("[\ue100-\ue17f]", lambda one: chr(ord(one[0]) - _KEPT), text)
        return {(None, "text"): text, **{(None, key): one for key, one in front.items()}}


def _reference(character: str) -> str:
    return f"&#{ord(character)};" if character not in "\n<" else character


def _yaml(value: str, pen: Pen) -> str:
    half = value.rfind(" ") + 1
    folded = f"{value[:half].rstrip()}\n  {value[half:]}" if half else value
    ways = (
        f"'{value}'", f'"{value}"', f'"{folded}"', f'"\\u{ord(value[0]):04x}{value[1:]}"',
        f">\n  {folded}", f">-\n    {folded.replace('  ', '    ')}", f"|\n  {value}",
    )  # fmt: skip
    bare = () if ": " in value else (value, folded, f"{value}  # as sent")
    return pen.one_of(*ways, *bare)


def _toml(value: str, pen: Pen) -> str:
    bare = value if value[0].isdigit() else f"'{value}'"
    return pen.one_of(f'"{value}"', bare, f'"""{value}"""', f"'''\n{value}'''",
                      f'"\\u{ord(value[0]):04x}{value[1:]}"')  # fmt: skip


def _parted(source: str) -> tuple[Mapping[str, str], str]:
    """Return front matter as its own parser reads it, and the body."""
    source = re.sub(r"\r\n?", "\n", source)
    if source.startswith("---\n"):
        front, body = source[4:].split("\n---\n", 1)
        values = yaml.load(front, Loader=yaml.BaseLoader)
        return {key: one for key, one in values.items() if isinstance(one, str)}, body
    if source.startswith("+++\n"):
        front, body = source[4:].split("\n+++\n", 1)
        front = re.sub(r"(?m)= ([\d\ue000].*)$", r"= '\1'", front)  # a date that is none
        return {key: str(one) for key, one in tomllib.loads(front).items()}, body
    if source.startswith("{"):
        values, end = json.JSONDecoder().raw_decode(source)
        return values, source[end:]
    if source.startswith("Title: "):
        front, body = source.split("\n\n", 1)
        return dict(re.findall(r"(?m)^(\w+): (.*)$", front)), body
    return {}, source
