"""What docs/suppressing.md shows is what happens."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from newslint.book import Book
from newslint.config import load_config
from newslint.directives import of_comment
from newslint.plugins import load_book
from newslint.selection import Selection

PAGE = (Path(__file__).parent.parent / "docs" / "suppressing.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
COMMENTS = re.findall(
    r"(?:<!--|\{/\*|\{% comment %\}\}?)(.*?newslint.*?)(?:-->|\*/\}|\{\{?% (?:end|/))", PAGE
)


@pytest.fixture(scope="module")
def book() -> Book:
    return load_book()


def test_every_comment_shown_can_be_read(book: Book) -> None:
    verbs = set()
    for text in COMMENTS:
        directive = of_comment(text)
        assert directive is not None
        verbs.add(directive.verb)
        for words in directive.names:
            assert all(book.meant(word.text) for word in words), text
    assert len(COMMENTS) >= 9
    assert verbs == {"ignore", "ignore-start", "ignore-end", "ignore-file"}


CONFIGURATIONS = [text for kind, text in BLOCKS if kind == "toml" and "[newslint]" not in text]


@pytest.mark.parametrize("content", CONFIGURATIONS)
def test_every_configuration_shown_is_valid(book: Book, tmp_path: Path, content: str) -> None:
    file = tmp_path / "newslint.toml"
    file.write_text(content)
    Selection(load_config(file), book)


def said(run_newslint, name: str, content: str) -> list[tuple[str, str]]:
    Path(name).write_text(content)
    ran = run_newslint("check", name, "--format", "jsonl", "--isolated", "--select", "GAR001")
    return [(one["code"], one["text"]) for one in map(json.loads, ran.out.splitlines())]


TEXT = "The mayor emphasizedthat the bridge over the river will be open by the end of the year.\n"


def test_every_key_shown_silences_the_article(run_newslint, here: Path) -> None:
    assert said(run_newslint, "a.md", TEXT) == [("GAR001", "emphasizedthat")]
    shown = {kind: text for kind, text in BLOCKS if kind in {"yaml", "html", "json"}}
    table = next(text for kind, text in BLOCKS if kind == "toml" and "[newslint]" in text)
    record = shown["json"].replace("…", TEXT.strip())
    for name, content in {
        "yaml.md": f"---\n{shown['yaml']}---\n{TEXT}",
        "line.md": f"---\nnewslint: ignore GAR001, residue\n---\n{TEXT}",
        "toml.md": f"+++\n{table}+++\n{TEXT}",
        "pelican.md": f"Title: A\nDate: 2024-11-20\nNewslint: ignore GAR001, residue\n\n{TEXT}",
        "a.html": f"{shown['html']}<p>{TEXT}",
        "a.jsonl": record,
        "list.jsonl": record.replace('{"ignore": ["GAR001"]}', '["GAR001"]'),
        "string.jsonl": record.replace('{"ignore": ["GAR001"]}', '"ignore GAR001"'),
        "a.csv": f'id,text,_newslint\n1,"{TEXT.strip()}",ignore GAR001\n',
    }.items():
        assert said(run_newslint, name, content) == [], name


def test_the_messages_shown_are_said(run_newslint, here: Path) -> None:
    quiet = "The mayor said that the bridge over the river will be open by the end of the year."
    for asked, message in {
        "ignore GAR001": "'GAR001' is ignored here, but finds nothing",
        "ignore GAR01": "no rule or family is called 'GAR01'; did you mean 'GAR001'?",
        "disable GAR001": "newslint cannot read this; write ",
        "ignore-end": "no 'ignore-start' stands before this",
    }.items():
        assert message.rstrip() in PAGE
        Path("a.md").write_text(f"{quiet} <!-- newslint: {asked} -->\n")
        ran = run_newslint("check", "a.md", "--isolated", "--format", "concise")
        assert message in ran.out
