"""Front matter of Markdown files: YAML ``---``, TOML ``+++``, JSON ``{``, Pelican headers.

Values are never converted: an impossible date must reach the rules as the file has it (a YAML
loader would raise on it, or turn other dates into something else).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from newslint.errors import InputError
from newslint.patterns import regexp
from newslint.raw import MapBuilder, OffsetMap, RawField
from newslint.readers import json_values
from newslint.readers.comments import NAME
from newslint.readers.fields import FieldMaker
from newslint.readers.scalars import join, scalar, toml_string

if TYPE_CHECKING:
    from yaml import Node  # imported when there is front matter to read

_FENCED = regexp(r"(---|\+\+\+)[ \t]*\r?\n")
_YAML_KEY = regexp(r"(?:\s*#[^\n]*\n|\s*\n)*[\"']?[^\s:#>*-][^\n:]*:(?:\s|$)")
_TOML_DATE = regexp(r"\b\d{4}-\d\d-\d\d(?:[Tt ]\d\d:[\d:.]+)?(?:[Zz]|[+-]\d\d:\d\d)?")
_TOML_ITEM = regexp(
    r"""[ \t]*(?P<key>[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*=[ \t]*
    (?:(?P<text>\"{3}.*?\"{3,5}|'{3}.*?'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')
    |(?P<list>\[[^\]]*\])|(?P<plain>[^\s#][^\n#]*))?[^\n]*\n?
    |(?P<table>[ \t]*\[)|[^\n]*\n?""",
    re.VERBOSE | re.DOTALL,
)
_TOML_TABLE = regexp(
    r"^[ \t]*\[[ \t]*newslint[ \t]*\][ \t]*(?:#[^\n]*|\r)?\n(?P<items>(?:(?![ \t]*\[)[^\n]*\n)*)",
    re.MULTILINE,
)
"""The table in which newslint is spoken to, up to the next one."""
_TOML_STRING = regexp(r'"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'')
_HEADER = regexp(r"([A-Za-z][\w-]*):[ \t]*(\S.*)?$")
_SAME_IN_ANY_QUOTES = regexp(r"[\w ,.;()!?/-]*")
_PELICAN = frozenset({"title", "date"})


class FrontMatter(NamedTuple):
    """What makes the fields of a front matter, by key, and where the body begins."""

    makers: Mapping[str, FieldMaker]
    end: int


def front_matter(source: str) -> FrontMatter:
    """Return the front matter a file begins with; without one the body begins at 0.

    How its values are quoted is not known any more when a fix is written, so only text that means
    the same within any quotes, and without them, is written there.

    Raises:
        InputError: with the ``line``, when there is one that is broken.
    """
    makers, end = _front_matter(source)
    plainly = {key: partial(_plainly, source, make) for key, make in makers.items()}
    return FrontMatter(plainly, end)


def _plainly(source: str, make: FieldMaker) -> RawField | None:
    field = make()
    if field is None:
        return None

    def spell(text: str, start: int) -> str | None:
        """Write what is no sign of YAML, also where a value or a line of it begins."""
        place = field.map.start(start)
        first = start == 0 or not source[_line_start(source, place) : place].strip()
        if first and not text[:1].isalnum():
            return None
        return text if _SAME_IN_ANY_QUOTES.fullmatch(text) else None

    return RawField(field.raw, OffsetMap.later(lambda: field.map, spell), field.pointer)


def _line_start(source: str, place: int) -> int:
    return max(source.rfind("\n", 0, place), source.rfind("\r", 0, place)) + 1


def _front_matter(source: str) -> FrontMatter:
    if source.startswith("{"):
        return _json(source) or FrontMatter({}, 0)
    opening = _FENCED.match(source)
    if opening is None:
        return _pelican(source) or FrontMatter({}, 0)
    mark = opening.group(1)
    closed = re.compile(rf"^(?:{re.escape(mark)}|\.\.\.)[ \t]*\r?$\n?", re.MULTILINE)
    closing = closed.search(source, opening.end())
    if closing is None:
        return FrontMatter({}, 0)
    start, end = opening.end(), closing.start()
    if mark == "+++":
        return FrontMatter(dict(_toml(source, start, end)), closing.end())
    if source[start:end].strip() and not _YAML_KEY.match(source, start, end):
        return FrontMatter({}, 0)  # two thematic breaks with prose between them
    return FrontMatter(dict(_yaml(source, start, end)), closing.end())


def _yaml(source: str, start: int, end: int) -> Iterator[tuple[str, FieldMaker]]:
    import yaml  # only files with front matter pay for it

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        node = yaml.compose(source[start:end], Loader=loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "broken"
        place = min(mark.line, source.count("\n", start, end) - 1) if mark else 0
        line = source.count("\n", 0, start) + 1 + place
        raise InputError(f"line {line}: front matter is not YAML: {problem}", line=line) from error
    if not isinstance(node, yaml.MappingNode):
        return
    for key, value in node.value:
        if isinstance(key, yaml.ScalarNode):
            yield key.value, partial(_yaml_field, source, start, key.value, value)


def _yaml_field(source: str, offset: int, key: str, node: Node) -> RawField | None:
    import yaml

    if key == NAME and not isinstance(node, yaml.ScalarNode):
        return _as_written(source, offset + node.start_mark.index, offset + node.end_mark.index)
    if isinstance(node, yaml.SequenceNode):  # its elements only: an alias may unfold without end
        parts = (_yaml_scalar(source, offset, key, one) for one in node.value)
        return join([part for part in parts if part], key)
    return _yaml_scalar(source, offset, key, node)


def _as_written(source: str, start: int, end: int) -> RawField:
    """Return a list or table in which newslint is spoken to, as it is written."""
    raw = source[start:end].rstrip()
    return RawField(raw, OffsetMap.shifted(start, len(raw)), NAME)


def _yaml_scalar(source: str, offset: int, key: str, node: Node) -> RawField | None:
    import yaml

    if isinstance(node, yaml.MappingNode):
        node = next((value for name, value in node.value if name.value == "name"), node)
    if not isinstance(node, yaml.ScalarNode):
        return None
    if not node.value or (not node.style and node.value in {"~", "null", "Null", "NULL"}):
        return None
    start, end = node.start_mark.index + offset, node.end_mark.index + offset
    return RawField(node.value, scalar(source, start, end, node.value), key)


def _toml(source: str, start: int, end: int) -> Iterator[tuple[str, FieldMaker]]:
    block = source[start:end].replace("\r\n", "\n")
    try:
        tomllib.loads(_TOML_DATE.sub("0", block))  # an impossible date is for the rules to report
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = source.count("\n", 0, start) + (int(found.group(1)) if found else 1)
        raise InputError(f"line {line}: front matter is not TOML: {error}", line=line) from error
    position = start
    while position < end and (item := _TOML_ITEM.match(source, position, end)):
        if item["table"] or item.end() == position:
            if table := _TOML_TABLE.search(source, position, end):
                yield NAME, partial(_as_written, source, *table.span("items"))
            return
        position = item.end()
        if item["key"]:
            yield item["key"].strip("\"'"), partial(_toml_field, source, item)


def _toml_field(source: str, item: re.Match[str]) -> RawField | None:
    key = item["key"].strip("\"'")
    if item["text"]:
        return _toml_string(source, *item.span("text"), key)
    if item["list"]:
        strings = _TOML_STRING.finditer(source, *item.span("list"))
        return join([_toml_string(source, *one.span(), key) for one in strings], key)
    raw = (item["plain"] or "").rstrip()
    start = item.start("plain")
    return RawField(raw, OffsetMap.shifted(start, len(raw)), key) if raw else None


def _toml_string(source: str, start: int, end: int, key: str) -> RawField:
    token = source[start:end]
    value: str = tomllib.loads("v = " + token.replace("\r\n", "\n"))["v"]
    return RawField(value, toml_string(source, start, end, value), key)


def _json(source: str) -> FrontMatter | None:
    try:
        top, start, end = json_values.decode(source)
    except (ValueError, RecursionError):  # no JSON, or what Python will not read
        return None
    if not isinstance(top, dict) or source[end : end + 1] not in {"", "\n", "\r"}:
        return None
    places = json_values.members(source, start)
    makers: dict[str, FieldMaker] = {
        key: partial(json_values.as_field, source, value, partial(places.__getitem__, key), key)
        for key, value in top.items()
    }
    if isinstance(top.get(NAME), dict | list):
        makers[NAME] = partial(_as_written, source, *places[NAME])
    return FrontMatter(makers, end)


def _pelican(source: str) -> FrontMatter | None:
    """Read ``Key: value`` lines up to the first blank line; title or date must be among them."""
    makers: dict[str, FieldMaker] = {}
    key, position = "", 0
    for line in _lines(source):
        content = line.rstrip("\r\n")
        if not content.strip():
            break
        header = _HEADER.match(content)
        if header:
            key = NAME if header[1].lower() == NAME else header[1]
            start = position + (header.start(2) if header[2] else len(content))
            makers[key] = partial(_plain, source, start, position + len(content), key)
        elif not key or not content[0].isspace():
            return None
        position += len(line)
    found = {name.lower() for name in makers}
    return FrontMatter(makers, position) if found & _PELICAN and len(found) > 1 else None


def _plain(source: str, start: int, end: int, key: str) -> RawField | None:
    built = MapBuilder(source, start)
    built.copy(start, start + len(source[start:end].rstrip()))
    return RawField(*built.finish(), key) if built.length else None


def _lines(source: str) -> Iterable[str]:
    position = 0
    while position < len(source):
        end = source.find("\n", position) + 1 or len(source)
        yield source[position:end]
        position = end
