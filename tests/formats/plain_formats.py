"""Text, JSON and tables: how articles are written in them, and what other parsers read there."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from typing import Any

from html_writing import page, words
from stories import IN_DATE, IN_DECK, Pen, Story

Values = dict[tuple[int | None, str], str]
"""What a file says: for the number of a record and the name of a field its decoded text."""

LINE_ENDS = ("\n", "\r\n", "\r")
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16")

_NINJS = {
    "text": "body_text",
    "content_html": "body_html",
    "title": "headline",
    "date": "versioncreated",
}


class Text:
    name, many, line_ends, encodings = "a.txt", False, LINE_ENDS, ENCODINGS

    def write(self, stories: Sequence[Story], pen: Pen) -> str:
        (story,) = stories
        pen.unwritten |= {IN_DATE.wrong, IN_DECK.wrong}
        blank = pen.one_of("\n", "\n\n")
        return blank.join((story.headline, *story.paragraphs)) + pen.one_of("", "\n")

    def values(self, source: str) -> Values:
        return {(None, "text"): source}


class JsonLines:
    name, many, line_ends, encodings = "a.jsonl", True, ("\n", "\r\n"), ENCODINGS

    def write(self, stories: Sequence[Story], pen: Pen) -> str:
        return "".join(f"{_json(_record(story, pen), pen)}\n" for story in stories)

    def values(self, source: str) -> Values:
        lines = [json.loads(line) for line in source.split("\n") if line.strip()]
        return {(n, name): text for n, one in enumerate(lines) for name, text in _leaves(one)}


class Json:
    """A record, a list of records, or a search's answer with ninjs in it."""

    name, many, line_ends, encodings = "a.json", True, LINE_ENDS, ENCODINGS

    def write(self, stories: Sequence[Story], pen: Pen) -> str:
        records: Any = [_record(story, pen) for story in stories]
        if pen.chance(0.3):
            names = {
                "text": "body_text",
                "content_html": "body_html",
                "title": "headline",
                "date": "versioncreated",
            }
            ninjs = [{names.get(key, key): one for key, one in item.items()} for item in records]
            records = {"total": 1.50, "items": ninjs}
        elif len(records) == 1 and pen.chance(0.5):
            records = records[0]
        return _json(records, pen, indent=pen.chance(0.5))

    def values(self, source: str) -> Values:
        whole = json.loads(source)
        listed = whole if isinstance(whole, list) else whole.get("items") or [whole]
        prefix = "/items" if isinstance(whole, dict) and "items" in whole else ""
        alone = listed[0] is whole
        return {
            (None if alone else n, name if alone else f"{prefix}/{n}{name}"): text
            for n, one in enumerate(listed)
            for name, text in _leaves(one)
        }


def _record(story: Story, pen: Pen) -> dict[str, Any]:
    record = {
        "id": story.id,
        "title": story.headline,
        "n": [1.50, None, True],
        "date": story.date,
        **_body(story, pen),
        "tags": {"a/b": 'x "y" \\ z'},
        "deck": story.deck or None,
    }
    names = list(record)
    pen.random.shuffle(names)
    return {name: record[name] for name in names}


def _body(story: Story, pen: Pen) -> dict[str, str]:
    if pen.records_hold_html:
        return {"content_html": page(story, pen)}
    return {"text": pen.one_of("\n", "\n\n").join(story.paragraphs)}


def _said(name: str, text: str) -> str:
    """Return what a field says, whose name tells whether it is HTML."""
    return words(text) if name.endswith("html") else text


def _json(value: Any, pen: Pen, *, indent: bool = False) -> str:
    """Write JSON in which any character of a string may be an escape."""
    if isinstance(value, str):
        plain = json.dumps(value, ensure_ascii=pen.chance(0.3))
        return plain if "\\" in plain else pen.each(plain, _escape, pen.random.choice((0, 0.1)))
    space = pen.one_of("", " ", "\n\t" if indent else "  ")
    if isinstance(value, dict):
        inner = [f"{_json(key, pen)}:{space}{_json(one, pen)}" for key, one in value.items()]
        return f"{{{space}" + f",{space}".join(inner) + f"{space}}}"
    if isinstance(value, list):
        return f"[{space}" + f",{space}".join(_json(one, pen) for one in value) + f"{space}]"
    return json.dumps(value)


def _escape(character: str) -> str:
    if character == '"':
        return character  # the quotes around the string
    units = character.encode("utf-16-be").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def _leaves(value: Any, pointer: str = "") -> Iterator[tuple[str, str]]:
    """Give the strings of a JSON value and their pointers (RFC 6901); the rest as JSON."""
    if isinstance(value, dict | list):
        members = value.items() if isinstance(value, dict) else enumerate(value)
        for key, one in members:
            step = str(key).replace("~", "~0").replace("/", "~1")
            yield from _leaves(one, f"{pointer}/{step}")
    else:
        yield pointer, _said(pointer, value) if isinstance(value, str) else json.dumps(value)


class Table:
    """CSV in the ways of spreadsheets: quoted or bare cells, two delimiters."""

    many, line_ends, encodings = True, LINE_ENDS, ENCODINGS

    def __init__(self, name: str, delimiters: str) -> None:
        self.name = name
        self.delimiters = delimiters

    def write(self, stories: Sequence[Story], pen: Pen) -> str:
        text = "content_html" if pen.records_hold_html else "text"
        columns = ["id", "title", "date", text, "deck", "note"]
        pen.random.shuffle(columns)
        rows = [columns]
        for story in stories:
            cells = _record(story, pen) | {"note": 'a "b", c', "title": story.headline}
            rows.append([cells[name] for name in columns])
        out = io.StringIO(newline="")
        quoting = csv.QUOTE_ALL if pen.chance(0.3) else csv.QUOTE_MINIMAL
        delimiter = pen.one_of(*self.delimiters)
        csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator="\n").writerows(rows)
        return out.getvalue()

    def values(self, source: str) -> Values:
        header = source.splitlines()[0]
        delimiter = max(self.delimiters, key=header.count)
        columns, *rows = csv.reader(io.StringIO(source, newline=""), delimiter=delimiter)
        return {
            (n, name): _said(name, cell)
            for n, row in enumerate(rows)
            for name, cell in zip(columns, row, strict=True)
        }
