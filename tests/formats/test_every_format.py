"""What is promised of every format: a diagnostic stands where its text is, and a fix is exact.

Articles with planted defects are written in each format in the ways it allows, go through the
whole engine with the bundled rules, and are read again by parsers that are not newslint's. No
decoder is needed: a place of a file stands for what is missing from a value when a mark is put
there instead.
"""

from __future__ import annotations

import gzip
import re
import shutil
import stat
import subprocess
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Protocol

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st
from making import engine_of, made
from markdown_format import Markdown
from markup_formats import Feed, Html, NewsMl, Nitf
from plain_formats import Json, JsonLines, Table, Text, Values
from stories import A_LINE, PLAIN, PLANTS, Pen, Plant, Story, stories

from newslint import Doc, Findings, phrases, rule
from newslint.config import Config
from newslint.diagnostic import Diagnostic, SourceEdit, SourceFix
from newslint.engine import Engine
from newslint.fixing import fix_bytes
from newslint.session import Session, SessionOptions

MARK = "\ue000"
Planted = tuple[tuple[int | None, str], Plant]
"""A record's number and the name of one of its fields, and what was planted there."""
_TAG = re.compile(r"<[/A-Za-z](?:\"[^\"]*\"|[^>\"])*>")


class Format(Protocol):
    name: str
    many: bool
    line_ends: tuple[str, ...]
    encodings: tuple[str, ...]

    def write(self, stories: Sequence[Story], pen: Pen) -> str:
        """Write articles, lines ended by line feeds."""

    def values(self, source: str) -> Values:
        """Return all that a file says, read by a parser that is not newslint's."""


FORMATS: tuple[Format, ...] = (
    Text(),
    Markdown("a.md"),
    Markdown("a.mdx"),
    JsonLines(),
    Json(),
    Table("a.csv", ",;"),
    Table("a.tsv", "\t"),
    Html(),
    Nitf(),
    NewsMl("item.xml", alone=True),
    NewsMl("message.xml", alone=False),
    Feed("a.rss"),
    Feed("a.atom"),
)


NEW_PIECES = (
    "a", "b", "é", "😀", "'", ",", ";", "\t", "\\", "<", ">", "&", "&lt;", "<b>", "]]>", "*",
    "_", "`", "~~", "[", "](x)", "{{", "{%", "}", "#", "- ", "1. ", "|", ":", "$", "<!--",
    " ", '"',
)  # fmt: skip
NEW = st.lists(st.sampled_from(NEW_PIECES), max_size=5).map("".join)
BEFORE = ("", "The ", "So & so, ", '"', "“", "<5 ")
AFTER = ("", " & so on", '"', "” ", ", so", ".")
SHOWN = tuple(
    Story(f"s-{number}", plants, "Harbour to be rebuilt", "2024-03-12",
          tuple(one if isinstance(one, str) else one.paragraph for one in (*plants, *PLAIN)))
    for number, plants in enumerate((PLANTS[:3], PLANTS[4:]))
)  # fmt: skip
"""Articles without hidden characters: in a difference those are escapes."""


@cache
def bundled() -> Engine:
    """The bundled rules, those that are off by default among them where they are planted."""
    config = Config(language="en", select=tuple({one.code for one in PLANTS}))
    return Session(SessionOptions(config)).engine


def writing(new: str) -> Engine:
    """A rule that would write ``new`` for two words."""

    @rule("TST001", near=phrases("badword", "wrongword"), fields=("headline",))
    def bad(doc: Doc) -> Findings:
        """Words."""
        for hit in doc.hits(phrases("badword", "wrongword")):
            yield hit.flag("m", fix=new)

    return engine_of(made(bad))


def offset(source: str, line: int, column: int) -> int:
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", source)
    assert column <= len(lines[line - 1].rstrip("\r\n")) + 1
    return sum(map(len, lines[: line - 1])) + column - 1


def run_of(source: str, place: Diagnostic | SourceEdit) -> tuple[int, int]:
    where = place.location if isinstance(place, Diagnostic) else place
    return (
        offset(source, where.line, where.column),
        offset(source, where.end_line, where.end_column),
    )


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def meant_by(kind: Format, source: str, start: int, end: int) -> tuple[tuple[int | None, str], str]:
    """Return the value in which a run of the file stands, and what the run says there."""
    marked = source[:start] + MARK + "".join(_TAG.findall(source[start:end])) + source[end:]
    before, after = kind.values(source), kind.values(marked)
    (key,) = [key for key, value in after.items() if MARK in value]
    assert {**after, key: ""} == {**before, key: ""}
    prefix, _, suffix = after[key].partition(MARK)
    assert before[key].startswith(prefix)
    assert before[key].endswith(suffix)
    return key, before[key][len(prefix) : len(before[key]) - len(suffix)]


def planted_at(kind: Format, source: str, one: Diagnostic, plants: Sequence[Plant]) -> Planted:
    """Return which plant a diagnostic is about, after a look at all that it says of its place."""
    start, end = run_of(source, one)
    key, said = meant_by(kind, source, start, end)
    place = one.location.record
    assert squeezed(one.text) == squeezed(said)
    if place is None:
        assert key[0] is None
    else:
        assert (place.index, place.field, place.id) == (*key, f"s-{key[0]}")
        plain = kind.name.endswith((".json", ".jsonl", ".csv", ".tsv"))
        if plain and not key[1].endswith("html"):  # read as it is
            value = re.sub(r"\r\n?", "\n", kind.values(source)[key])
            assert value.startswith(one.text, offset(value, place.line, place.column))
    found = {one.wrong: one for one in plants if squeezed(one.wrong) == squeezed(said)}
    (plant,) = found.values()
    assert one.code == plant.code
    return key, plant


def fixed_by_hand(source: str, found: Sequence[Diagnostic]) -> str:
    edits = [
        (*run_of(source, edit), edit.text) for one in found if one.fix for edit in one.fix.edits
    ]
    for start, end, text in sorted(edits, reverse=True):
        source = source[:start] + text + source[end:]
    return source


def can_be_written(fix: SourceFix, codec: str) -> bool:
    return all(edit.text == edit.text.encode(codec, "ignore").decode(codec) for edit in fix.edits)


def mended(values: Values, planted: Sequence[Planted]) -> Values:
    """Return what a file should say when these plants are mended."""
    after = {key: squeezed(value) for key, value in values.items()}
    for key, plant in planted:
        old = re.escape(squeezed(plant.paragraph))
        if plant == A_LINE:
            old = rf"(?:(?:[->]|1\.|##) )?{old}"  # with what marks it in Markdown
        new = f"{plant.before}{plant.right}{plant.after}"
        text, count = re.subn(old, lambda _, new=new: new, after[key])
        assert count == 1
        after[key] = squeezed(text)
    return after


def follow(kind: Format, stories: Sequence[Story], pen: Pen, engine: Engine) -> None:
    """Write articles, look at what is found, mend it, and read the file again."""

    def look(data: bytes) -> list[Diagnostic]:
        result = engine.lint_bytes(kind.name, data)
        assert not result.trouble, result.diagnostics
        return result.diagnostics

    plain = kind.write(stories, pen).replace("\n", pen.one_of(*kind.line_ends))
    before = plain.encode(pen.codec, "xmlcharrefreplace")
    source = before.decode(pen.codec)
    plants = [plant for story in stories for plant in story.plants
              if plant.wrong not in pen.unwritten]  # fmt: skip
    found = look(before)
    planted = [planted_at(kind, source, one, plants) for one in found]
    assert len(found) == len(plants), [(one.code, one.text) for one in found]
    for one, (_, plant) in zip(found, planted, strict=True):
        simple = plant.code != "TST001" or re.fullmatch(r"(?:[^\W_]+ ?)+", str(plant.right))
        can_be = plant.right is not None and plant.wrong not in pen.broken
        assert one.fix or not (can_be and simple), one

    once = fix_bytes(before, look, unsafe=True).after
    mends = [(one, where) for one, where in zip(found, planted, strict=True)
             if one.fix and can_be_written(one.fix, pen.codec)]  # fmt: skip
    assert once == fixed_by_hand(source, [one for one, _ in mends]).encode(pen.codec)
    after = kind.values(once.decode(pen.codec))
    assert {key: squeezed(value) for key, value in after.items()} == mended(
        kind.values(source), [where for _, where in mends]
    )
    assert fix_bytes(once, look, unsafe=True).after == once


@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.name)
@settings(max_examples=40)
@given(data=st.data(), seed=st.integers(0, 2**32))
def test_defects_are_found_in_their_place_and_mended_there(
    kind: Format, data: st.DataObject, seed: int
) -> None:
    random = Random(seed)
    pen = Pen(random, random.choice(kind.encodings), records_hold_html=random.random() < 0.3)
    follow(kind, data.draw(stories(kind.many)), pen, bundled())


@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.name)
@settings(max_examples=40)
@given(NEW, st.integers(0, 2**32))
def test_a_fix_reads_as_it_was_meant_whatever_it_writes(kind: Format, new: str, seed: int) -> None:
    random = Random(seed)
    body = Plant("TST001", random.choice(BEFORE), "badword", random.choice(AFTER), new)
    head = Plant("TST001", random.choice(("", "A ")), "wrongword", " at sea", new)
    story = Story("s-0", (body, head), head.paragraph, "2024-03-12", (*PLAIN, body.paragraph))
    pen = Pen(random, random.choice(kind.encodings), plants=(body, head))
    pen.records_hold_html = pen.chance(0.3)
    follow(kind, [story], pen, writing(new))


@pytest.mark.parametrize("packing", [".gz", ".zst"])
@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.name)
def test_in_a_packed_file_the_same_is_found_and_nothing_written(kind: Format, packing: str) -> None:
    text = kind.write(SHOWN if kind.many else SHOWN[:1], Pen(Random(packing))).encode()
    packed = gzip.compress(text) if packing == ".gz" else zstandard.compress(text)
    path = kind.name + packing

    def look(data: bytes) -> list[Diagnostic]:
        return bundled().lint_bytes(path, data).diagnostics

    found = look(packed)
    plain = bundled().lint_bytes(kind.name, text).diagnostics
    assert [(one.code, one.text) for one in found] == [(one.code, one.text) for one in plain]
    source = text.decode()
    assert [run_of(source, one) for one in found] == [run_of(source, one) for one in plain]
    assert {one.by_hand.reason for one in found if one.by_hand} == {
        f"nothing is written into a {packing} file"
    }
    assert fix_bytes(packed, look, unsafe=True).after == packed


@pytest.mark.skipif(shutil.which("patch") is None, reason="needs patch")
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig"])
def test_the_difference_shown_is_what_fix_writes(
    run_newslint: Callable[..., Any], tmp_path: Path, codec: str, ending: str
) -> None:
    """And what is no fault stays: names, modes, a file that is packed."""
    fixed, patched = tmp_path / "fixed", tmp_path / "patched"
    for folder in (fixed, patched):
        folder.mkdir()
        for number, kind in enumerate(FORMATS):
            pen = Pen(Random(f"{codec} {number}"), codec)
            data = kind.write(SHOWN if kind.many else SHOWN[:1], pen).replace("\n", ending)
            path = folder / f"{number}-{kind.name}"
            path.write_bytes(data.encode(codec))
            path.chmod(0o640)
        packed = folder / "a.jsonl.gz"
        packed.write_bytes(
            gzip.compress(JsonLines().write(SHOWN, Pen(Random(1))).encode(), mtime=0)
        )
        codes = ", ".join(f'"{one.code}"' for one in PLANTS)
        (folder / "newslint.toml").write_text(f'language = "en"\nselect = [{codes}]\n')

    before = {path.name: path.read_bytes() for path in fixed.iterdir()}
    diff = run_newslint("check", ".", "--unsafe-fixes", "--diff", cwd=patched)
    assert diff.status == 1
    with_patch = ["patch", "-p0", "--binary", "--fuzz=0", "--quiet"]
    subprocess.run(with_patch, input=diff.out.encode(), cwd=patched, check=True)
    run_newslint("check", ".", "--unsafe-fixes", "--fix", cwd=fixed)

    after = {path.name: path.read_bytes() for path in fixed.iterdir()}
    assert {path.name: path.read_bytes() for path in patched.iterdir()} == after
    changed = {name for name in before if before[name] != after[name]}
    assert len(changed) == len(FORMATS)
    assert {stat.S_IMODE((fixed / name).stat().st_mode) for name in changed} == {0o640}
    assert run_newslint("check", ".", "--unsafe-fixes", "--diff", cwd=fixed).out == ""
