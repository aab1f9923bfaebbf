"""A small crawl with files of every format, and what a scan of it gives."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import parquet

RULES = '''
from newslint import Doc, Fact, Findings, Group, phrases, rule


@rule("CRA001", severity="error", near=phrases("badword"))
def bad_word(doc: Doc) -> Findings:
    """The word badword.

    Bad: A >>badword<< here.
    Good: A goodword here.
    """
    for hit in doc.hits(phrases("badword")):
        yield hit.flag(f"'{hit.text}' is bad", fix="goodword", safe=True, related=[doc.span(0, 3)])


@rule("CRA002", severity="info")
def long_article(doc: Doc) -> Findings:
    """An article of many lines.

    Good: One.
    """
    if doc.text.count("\\n") > 5:
        yield doc.flag("the article is long")


@rule("CRA003", languages=("en",))
def risky_word(doc: Doc, *, word: str = "risky") -> Findings:
    """A word that an option names.

    Bad: A >>risky<< step on the way to the town hall, said the mayor of the town.
    Good: A bold step.
    """
    start = doc.text.find(word)
    if start >= 0:
        yield doc.span(start, start + len(word)).flag(f"'{word}' is risky")


def lines(doc: Doc, *, shortest: int = 25):
    for line in doc.lines:
        if len(line.text) >= shortest:
            yield Fact(line.text, line, evidence=doc.text[:10])


@rule("CRA101", gather=lines, min_articles=2, supersedes=("CRA001",))
def shared_line(group: Group):
    """A line that stands in other articles.

    Good: One.
    """
    first, *others = group.uses
    for use in others:
        note = (first, f"first here, beginning {first.evidence!r}")
        yield use.flag(f"stands in {group.articles} articles", related=[note])


def headlines(doc: Doc):
    if doc.headline:
        yield Fact(str(doc.headline.text), doc.span(0, 0), value=doc.text[:30])


@rule("CRA102", severity="info", gather=headlines, min_articles=2, min_values=2)
def one_headline(group: Group):
    """A headline of two stories.

    Good: One.
    """
    first, *others = group.uses
    for use in others:
        yield use.flag("another story has this headline", related=[first])
'''

CONFIG = """
rules = ["rules"]
select = ["local", "garbled"]

[options.shared-line]
shortest = 30

[[overrides]]
paths = ["**/quiet*"]
ignore = ["CRA001"]

[[overrides]]
records = ["k-3", 5]
ignore = ["shared-line"]
"""

LINE = "Follow the Arle Post for more of what the valley says."
STORIES = (
    "The council met on Tuesday and put off its vote on the badword bridge once more.",
    "The harbour bridge is a badword, said the town.\n\nIt is a badword and a badword still.",
    "The badword stands in this sentence, which is in every other paper of the valley.",
    "Der Stadtrat hat am Dienstag über die neue Brücke beraten und nichts beschlossen, sagte er.",
    "The ferry goes on until the the end of June, said Ellen Marsh, who runs it with her sister.",
    "A risky plan for the mill was dropped on Monday after the owner of the mill had left town.",
    "He said emphasizedthat the plan works, and that the town would have to wait for another year.",
    "The orchard is in bloom, and that is all there is to say of it this week.",
    "One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.",
    "Half a pair \ud83d stands here beside the badword, and nobody knows where the other half is.",
)


def record(number: int, **more: Any) -> dict[str, Any]:
    """One record; every third ends with the same line."""
    text = STORIES[number * 7 % len(STORIES)]
    if number % 3 == 0:
        text += f"\n\n{LINE}"
    made = {
        "id": f"k-{number}" if number % 4 else None,
        "title": f"Bridge closed {number % 6}",
        "text": text,
        "date": f"2024-0{number % 9 + 1}-01",
        "url": f"https://www.arle-{number % 3}.example/{number}",
        **more,
    }
    if number % 8 == 6:
        made["_newslint"] = {"ignore": ["CRA001", "shared-line"]}
    return made


def records(numbers: Iterable[int]) -> list[dict[str, Any]]:
    return [record(number) for number in numbers]


def json_lines(rows: Iterable[dict[str, Any]]) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def write_settings(folder: Path, rules: str = RULES, config: str = CONFIG) -> None:
    (folder / "rules").mkdir(parents=True, exist_ok=True)
    (folder / "rules" / "own.py").write_text(rules)
    (folder / "newslint.toml").write_text(config)


def write_crawl(folder: Path) -> None:
    """Write a repository whose folder ``in`` holds files of every format."""
    import zstandard

    write_settings(folder)
    into = folder / "in"
    (into / "posts").mkdir(parents=True)
    (into / "a.jsonl").write_bytes(
        json_lines(records(range(12))) + b"no json\n" + json_lines(records(range(12, 20)))
    )
    (into / "b.jsonl.gz").write_bytes(gzip.compress(json_lines(records(range(15, 30))), mtime=0))
    packed = zstandard.ZstdCompressor().compress(json_lines(records(range(5))))
    (into / "c.jsonl.zst").write_bytes(packed)
    (into / "quiet.jsonl").write_bytes(json_lines(records(range(10))))
    (into / "d.json").write_text(json.dumps(records(range(20, 26))))
    rows = io.StringIO()
    rows.write("id,title,text\n")
    for number in range(8):
        text = record(number)["text"].replace("\ud83d", "?").replace('"', '""')
        rows.write(f'c-{number},Bridge closed {number},"{text}"\n')
    (into / "e.csv").write_text(rows.getvalue(), encoding="utf-8")
    table = [
        {**row, "text": row["text"].replace("\ud83d", "?"), "_newslint": row.get("_newslint")}
        for row in records(range(30, 45))
    ]
    parquet.write_table(pa.Table.from_pylist(table), into / "f.parquet", row_group_size=4)
    (into / "g.xml").write_text(
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Arle</title>'
        "<item><title>Bridge closed 1</title><description>The badword bridge was closed on Monday, "
        f"said the mayor of the town.</description></item><item><title>Mill</title><description>"
        f"{LINE}</description></item></channel></rss>"
    )
    (into / "posts" / "one.md").write_text(
        "---\ntitle: Bridge closed 2\ndate: 2024-05-01\n---\n"
        f"A badword stands in the first of the posts.\n\n{LINE}\n"
    )
    (into / "posts" / "two.md").write_text(
        "---\ntitle: Bridge closed 2\n---\n<!-- newslint: ignore CRA001, CRA101 -->\n\n"
        f"A badword that may stand, says the comment above it.\n\n{LINE}\n\n"
        f"<!-- newslint: ignore shared-line -->\n\n{LINE}\n"
    )
    (into / "posts" / "page.html").write_text(
        "<html lang=en><head><title>Bridge closed 2</title></head><body><article>"
        f"<p>The badword is in a page, too, for once.</p><p>{LINE}</p></article></body></html>"
    )
    (into / "posts" / "plain.txt").write_text(f"Bridge closed 1\n\n{STORIES[2]}\n\n{LINE}\n")
    (into / "settings.json").write_text('{"colour": "red"}')


def parts_of(output: Path) -> list[str]:
    """The names of the parts of a scan, in order."""
    return sorted(one.name for one in output.iterdir() if one.name.startswith("part-"))


def rows_of(output: Path) -> list[dict[str, Any]]:
    """All diagnostics of a scan, in the order of its parts."""
    return list(_rows(output))


def _rows(output: Path) -> Iterator[dict[str, Any]]:
    for name in parts_of(output):
        if name.endswith(".jsonl"):
            with (output / name).open(encoding="utf-8") as stream:
                yield from map(json.loads, stream)
        else:
            yield from parquet.read_table(output / name).to_pylist()


def files_of(output: Path) -> dict[str, bytes]:
    """All files of a scan that is done, with their bytes."""
    return {str(one.relative_to(output)): one.read_bytes() for one in sorted(output.rglob("*"))}


def records_of(text: str) -> list[dict[str, Any]]:
    """The diagnostics that a ``check --format jsonl`` printed."""
    return [json.loads(line) for line in text.splitlines()]
