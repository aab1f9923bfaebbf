"""Articles in tables as corpora have them, and one digest of all that is found in them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import parquet

RULES = '''
from newslint import Doc, Fact, Findings, Group, phrases, rule


@rule("TAB001", severity="error", near=phrases("badword"))
def bad_word(doc: Doc) -> Findings:
    """The word badword.

    Bad: A >>badword<< here.
    Fixed: A goodword here.
    Good: A goodword here.
    """
    for hit in doc.hits(phrases("badword")):
        yield hit.flag(f"'{hit.text}' is bad", fix="goodword", safe=True, related=[doc.span(0, 3)])


@rule("TAB002")
def crashing(doc: Doc) -> Findings:
    """What makes a rule crash.

    Good: A goodword here.
    """
    if "crashword" in doc.text:
        raise ValueError("no rule is perfect")
    yield from ()


def lines(doc: Doc):
    for line in doc.lines:
        if len(line.text) > 20:
            yield Fact(line.text, line, scope=doc.meta.outlet)


@rule("TAB101", gather=lines, min_articles=3)
def shared_line(group: Group):
    """A line that an outlet repeats."""
    first, *others = group.uses
    for use in others:
        yield use.flag(f"stands in {group.articles} articles", related=[(first, "first here")])
'''

CONFIG = """
rules = ["rules"]

[[overrides]]
paths = ["**/quiet*"]
ignore = ["TAB001"]
"""

STORIES = (
    "The council met on Tuesday and put off its vote on the badword bridge once more.",
    "The harbour bridge is a badword, said the town.\n\nIt is a badword and a badword still.",
    "A crashword stands here, and a badword beside it, in the second week of a long autumn.",
    "Der Stadtrat hat am Dienstag über die neue Brücke beraten und nichts beschlossen, sagte er.",
    "The ferry goes on until the the end of June, said Ellen Marsh, who runs it with her sister.",
    "<p>The mill is shut &amp; sold.</p><p>Nobody knows to whom, and the badword remains.</p>",
    "He said emphasizedthat the plan works, and that the town would have to wait for another year.",
    "Short.",
)


def newsroom_table(articles: int) -> pa.Table:
    """A table of invented articles: repeats, other languages, rows that hold no article.

    The text is in bytes, as old writers have it.
    """
    rows: list[dict[str, Any]] = []
    for number in range(articles):
        story = STORIES[number * 7 % len(STORIES)]
        text = f"{story}\n\nFollow the Arle Post for more.".encode()
        if number % 41 > 38:  # one that is no text, one that has none
            text = b"\xff\xfe" if number % 2 else None
        rows.append(
            {
                "id": f"a-{number}" if number % 3 else None if number % 2 else "same",
                "title": f"Bridge closed {number}" if number % 5 else None,
                "text": text,
                "date": "2024-05-01" if number % 4 else "31 June 2024",
                "url": f"https://www.arle-post.example/{number}",
                "source": ("The Arle Post", "Hartley News")[number % 2],
                "authors": ["Ellen Marsh", "Peter Lowe"] if number % 2 else [],
                "_newslint": {"ignore": ["TAB001"] if number % 10 == 7 else []},
                "embedding": [0.25] * 4,
            }
        )
    return pa.Table.from_pylist(rows)


def write_newsroom(folder: Path, articles: int = 200) -> list[str]:
    """Write a content repository whose articles are Parquet files; return their names."""
    (folder / "rules").mkdir(parents=True)
    (folder / "rules" / "own.py").write_text(RULES)
    (folder / "newslint.toml").write_text(CONFIG)
    (folder / "in").mkdir()
    table = newsroom_table(articles)
    names = ["in/arle.parquet", "in/quiet.parquet"]
    for name, part in zip(names, (table.slice(0, 150), table.slice(150)), strict=True):
        parquet.write_table(part, folder / name, row_group_size=64)
    return names


def numbered_rows(folder: Path, names: Iterable[str]) -> pa.Table:
    """The articles of files in one table, with the columns `file` and `row`."""
    tables = []
    for name in names:
        table = parquet.read_table(folder / name)
        count = table.num_rows
        table = table.append_column("file", pa.array([name] * count))
        tables.append(table.append_column("row", pa.array(range(count), pa.int64())))
    return pa.concat_tables(tables)


def digest(records: Iterable[Mapping[str, Any]]) -> str:
    """One digest of every column of all records, whatever order they are in."""
    lines = sorted(json.dumps(one, ensure_ascii=True) for one in records)
    return f"{len(lines)} {hashlib.sha256(chr(10).join(lines).encode()).hexdigest()}"


def of_lines(text: str) -> list[dict[str, Any]]:
    """The records of JSON lines."""
    return [json.loads(line) for line in text.splitlines()]
