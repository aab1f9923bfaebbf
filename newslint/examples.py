r"""The examples in a rule's documentation: documentation and test at once.

After ``Bad:``, ``Fixed:``, ``Fixed (unsafe):`` or ``Good:`` the text stands on the same line or
indented below. ``>>…<<`` marks the exact place of each finding (``>><<`` at the very start: the
article as a whole), ``\>>`` and ``\<<`` are literals, ``\u200b`` and ``\x80`` are decoded. The text
may open with front matter; lines ``=== name.txt`` part several articles (for rules across
articles); those called ``learned/…`` are learned from and not linted. ``Good with max-words=3:``
sets options.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any, Literal

from newslint.errors import RuleDefinitionError
from newslint.patterns import regexp
from newslint.structs import Struct

Kind = Literal["bad", "good"]


def _transposed(word: str) -> list[str]:
    """Return a word with two neighbouring letters changed round, or one left out."""
    swapped = [word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)]
    return swapped + [word[:i] + word[i + 1 :] for i in range(1, len(word))]


_HEAD = regexp(
    r"^(?P<kind>Bad|Good|Fixed)(?P<unsafe> \(unsafe\))?(?: with (?P<options>[^:]+))?:(?P<text>.*)$"
)
_LABEL = regexp(r"^(\w+)(?: \(unsafe\))?(?: with [^:]+)?:")
_KINDS = ("Bad", "Good", "Fixed")
_SLIPS = {
    slip.capitalize(): kind for kind in _KINDS for slip in (kind, *_transposed(kind), f"{kind}s")
}
_PART = regexp(r"^=== (?P<name>\S.*?)\s*$", re.MULTILINE)
_ESCAPE = regexp(r"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|([nt]))")
_MARK = regexp(r"\\(>>|<<)|(>>)|(<<)")


class Place(Struct):
    """A marked place: code points in the example article's file as it would be read."""

    start: int
    end: int


class ExampleArticle(Struct):
    """One article of an example: a file name, its whole content, and the marked places."""

    name: str
    content: str
    places: tuple[Place, ...]


class Example(Struct):
    """One example.

    Args:
        kind: Whether the rule must speak (``bad``) or be silent (``good``).
        articles: The articles; nearly always one.
        fixed: The first article after fixing, if the example says so.
        unsafe: Whether the fix is one that ``--fix`` alone does not apply.
        options: Options set for this example.
        line: Line in the documentation, from 1, where it begins.
    """

    kind: Kind
    articles: tuple[ExampleArticle, ...]
    fixed: str | None
    unsafe: bool
    options: Mapping[str, Any]
    line: int


class About(Struct):
    """A rule's documentation: prose and examples."""

    prose: str
    examples: tuple[Example, ...]


class _Block(Struct):
    kind: str
    unsafe: bool
    options: str | None
    text: str
    line: int


def parse_about(about: str, rule: str = "rule") -> About:
    """Part a rule's documentation into prose and examples.

    Args:
        about: The docstring, or the ``about`` of a TOML rule.
        rule: The rule's name, for messages.

    Raises:
        RuleDefinitionError: when a mark is not closed or ``Fixed:`` follows no ``Bad:``.
    """
    prose: list[str] = []
    try:
        blocks = list(_blocks(about, prose))
    except RuleDefinitionError as error:
        raise RuleDefinitionError(f"{rule}: {error}") from error
    examples: list[Example] = []
    for block in blocks:
        if block.kind != "Fixed":
            examples.append(_example(block, rule))
            continue
        if not examples or examples[-1].kind != "bad" or examples[-1].fixed is not None:
            raise RuleDefinitionError(f"{rule}: line {block.line}: 'Fixed:' must follow a 'Bad:'")
        last = examples[-1]
        examples[-1] = Example(
            last.kind, last.articles, _literal(block.text), block.unsafe, last.options, last.line
        )
    return About("\n".join(prose).strip(), tuple(examples))


def _blocks(about: str, prose: list[str]) -> Iterator[_Block]:
    head: re.Match[str] | None = None
    start = 0
    below: list[str] = []
    for number, line in enumerate(about.splitlines(), start=1):
        match = _HEAD.match(line)
        if match is None:
            _refuse_slip(line, number)
        if match or (head and line.strip() and not line.startswith((" ", "\t"))):
            if head:
                yield _close(head, below, start)
            head, below, start = match, [], number
            if match is None:
                prose.append(line)
        elif head:
            below.append(line)
        else:
            prose.append(line)
    if head:
        yield _close(head, below, start)


def _refuse_slip(line: str, number: int) -> None:
    """Refuse a label that is nearly one: its example would silently become prose."""
    label = _LABEL.match(line)
    if label and label[1] not in _KINDS and label[1].capitalize() in _SLIPS:
        raise RuleDefinitionError(
            f"line {number}: {label[1] + ':'!r} begins no example; "
            f"did you mean {_SLIPS[label[1].capitalize()] + ':'!r}?"
        )


def _close(head: re.Match[str], below: list[str], line: int) -> _Block:
    import textwrap

    text = head["text"].removeprefix(" ")
    if not text.strip():
        text = textwrap.dedent("\n".join(below)).strip("\n")
    return _Block(head["kind"], bool(head["unsafe"]), head["options"], text, line)


def _example(block: _Block, rule: str) -> Example:
    articles = tuple(
        _article(name, content, f"{rule}: line {block.line}")
        for name, content in _parts(block.text)
    )
    kind: Kind = "bad" if block.kind == "Bad" else "good"
    if kind == "bad" and not any(article.places for article in articles):
        raise RuleDefinitionError(
            f"{rule}: line {block.line}: 'Bad:' marks no place; put >> and << around what is wrong"
        )
    return Example(
        kind, articles, None, unsafe=False, options=_options(block, rule), line=block.line
    )


def _parts(text: str) -> Iterator[tuple[str, str]]:
    heads = list(_PART.finditer(text))
    if not heads:
        yield ("example.md" if _has_front_matter(text) else "example.txt"), text
        return
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        end = following.start() if following else len(text)
        yield head["name"], text[head.end() + 1 : end].rstrip("\n")


def _has_front_matter(text: str) -> bool:
    return text.startswith(("---\n", "+++\n"))


def _article(name: str, content: str, where: str) -> ExampleArticle:
    out: list[str] = []
    length = 0
    position = 0
    opened: int | None = None
    places: list[Place] = []
    for mark in _MARK.finditer(content):
        piece = _unescape(content[position : mark.start()])
        out.append(piece)
        length += len(piece)
        position = mark.end()
        if mark[1]:
            out.append(mark[1])
            length += 2
        elif mark[2]:
            if opened is not None:
                raise RuleDefinitionError(f"{where}: '>>' inside a marked place")
            opened = length
        elif opened is None:
            raise RuleDefinitionError(
                f"{where}: '<<' without '>>' before it (write \\<< for the text)"
            )
        else:
            places.append(Place(opened, length))
            opened = None
    if opened is not None:
        raise RuleDefinitionError(f"{where}: '>>' is never closed (write \\>> for the text)")
    out.append(_unescape(content[position:]))
    return ExampleArticle(name, "".join(out), tuple(places))


def _literal(text: str) -> str:
    """Return a text without marked places, its escapes decoded."""
    return _unescape(text.replace("\\>>", ">>").replace("\\<<", "<<"))


def _unescape(text: str) -> str:
    def decode(match: re.Match[str]) -> str:
        if match[4]:
            return {"n": "\n", "t": "\t"}[match[4]]
        return chr(int(match[1] or match[2] or match[3], 16))

    return _ESCAPE.sub(decode, text)


def _options(block: _Block, rule: str) -> Mapping[str, Any]:
    if not block.options:
        return {}
    found: dict[str, Any] = {}
    for pair in re.split(r",\s*(?=[\w-]+\s*=)", block.options):
        name, _, value = pair.partition("=")
        try:
            found[name.strip().replace("-", "_")] = tomllib.loads(f"value = {value.strip()}")[
                "value"
            ]
        except tomllib.TOMLDecodeError as error:
            raise RuleDefinitionError(
                f"{rule}: line {block.line}: option {pair.strip()!r} is not name=value "
                "with a value as in TOML"
            ) from error
    return found
