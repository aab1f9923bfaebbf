"""RES011: lines that a corpus taught, and how it gets on with RES101."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newslint.cli import main

STORIES = (
    "The ferry to Norrin will not run on Friday because its crew has the flu, the county said.",
    "A goat from Upper Tarn has won the county fair for the third year in a row, it was told.",
    "Nobody was hurt when a barn burned down in Lower Tarn on Tuesday night, firefighters said.",
    "The school in Norrin gets a new roof, and its pupils get a week without lessons in March.",
    "The mill was sold on Monday to six of its managers, its owner, the Corvane Group, said.",
)
PAPER = "The Harbour Post is printed on paper from managed forests in the Arn valley."
WRITER = "Ana Costa is a columnist for the Harbour Post and lives in the valley of the Arn."


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Five articles of an outlet, learned, and the configuration that says so."""
    monkeypatch.chdir(tmp_path)
    for number, story in enumerate(STORIES):
        write(tmp_path / f"archive/{number}.json", story)
    assert main(["learn", "archive", "-o", "corpus.newslint", "--quiet"]) == 0
    (tmp_path / "newslint.toml").write_text('learned = ["corpus.newslint"]\nlanguage = "en"\n')
    return tmp_path


def write(file: Path, story: str, *, source: str = "Harbour Post", paper: str = PAPER) -> None:
    file.parent.mkdir(exist_ok=True)
    text = f"{story}\n\n{paper}\n\n{WRITER}"
    file.write_text(json.dumps({"text": text, "source": source}))


def residue(capsys: pytest.CaptureFixture[str], *paths: str) -> list[tuple[str, str, str]]:
    main(["check", *paths, "--select", "residue", "--format", "jsonl"])
    found = map(json.loads, capsys.readouterr().out.splitlines())
    return [(one["code"], one["severity"], one["text"]) for one in found]


def test_one_new_article_is_told_what_it_shares_with_old_ones(archive: Path, capsys):
    write(
        archive / "new.json", "The council of Norrin voted to keep its last bakery open in winter."
    )
    assert residue(capsys, "new.json") == [
        ("RES011", "warning", PAPER),
        ("RES011", "info", WRITER),
    ]


def test_case_and_marks_may_differ_and_numbers_and_words_may_not(archive: Path, capsys):
    write(archive / "new.json", "The council voted.", paper=PAPER.upper().replace(" ON ", " on - "))
    assert len(residue(capsys, "new.json")) == 2
    write(archive / "new.json", "The council voted.", paper=PAPER.replace("paper", "wood"))
    assert len(residue(capsys, "new.json")) == 1


def test_another_outlet_may_print_the_line(archive: Path, capsys):
    write(archive / "new.json", "The council voted to keep its bakery.", source="Dale Courier")
    assert residue(capsys, "new.json") == []


def test_where_the_articles_are_compared_the_line_is_told_once(archive: Path, capsys):
    codes = [code for code, _, _ in residue(capsys, "archive")]
    assert codes == ["RES101"] * 10


def test_a_line_that_another_rule_names_is_told_by_it(archive: Path, capsys):
    for number, story in enumerate(STORIES):
        write(archive / f"archive/{number}.json", story, paper="Sign up for our newsletter")
    assert main(["learn", "archive", "-o", "corpus.newslint", "--quiet"]) == 0
    write(archive / "new.json", "The council voted.", paper="Sign up for our newsletter")
    assert [code for code, *_ in residue(capsys, "new.json")] == ["RES001", "RES011"]
