"""``newslint learn``: a corpus in, a file out that check uses."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from newslint.cli import main
from newslint.learned_file import open_learned

RULE = '''
from newslint import Doc, Fact, Findings, rule


def lines(doc):
    for line in filter(len, doc.lines):
        yield Fact(line.text, line, scope=doc.meta.outlet)


@rule("LOC101", gather=lines, min_articles=3, teaches=True)
def shared_line(group):
    """A line that articles share.

    Bad:
        === a.txt
        >>Close<<
        === b.txt
        >>Close<<
        === c.txt
        >>Close<<
    """
    for use in group.uses:
        yield use.flag("it is shared")


@rule("LOC102")
def known_line(doc: Doc) -> Findings:
    """A line that was learned."""
    for line in doc.lines:
        if count := doc.learned.found("LOC101", doc.meta.outlet, line.text):
            yield line.flag(f"{count} articles had it")
'''

WORDS = ("harbour", "quay", "market", "bridge", "station")


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two outlets, one of which has a button; in a folder, as JSON lines and packed."""
    monkeypatch.chdir(tmp_path)
    records = [
        {
            "id": f"{outlet}-{number}",
            "source": outlet,
            "language": "en",
            "text": f"Zorvaq spoke by the {word}.\n\n" + "Close the box" * (outlet == "Dale Post"),
        }
        for outlet in ("Quay Herald", "Dale Post")
        for number, word in enumerate(WORDS)
    ]
    (tmp_path / "crawl").mkdir()
    lines = [json.dumps(one) + "\n" for one in records]
    (tmp_path / "crawl/a.jsonl").write_text("".join(lines[:4]))
    (tmp_path / "crawl/b.jsonl").write_text("".join(lines[4:7]))
    (tmp_path / "crawl/c.jsonl.gz").write_bytes(gzip.compress("".join(lines[7:]).encode()))
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules/shared.py").write_text(RULE)
    (tmp_path / "newslint.toml").write_text('rules = ["rules"]\nlearned = ["corpus.newslint"]\n')
    return tmp_path


def learn(*arguments: str) -> int:
    return main(["learn", *arguments])


def test_a_corpus_is_learned_and_check_uses_it(corpus: Path, capsys):
    assert learn("crawl", "-o", "corpus.newslint") == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        "newslint: corpus.newslint: 10 articles of 2 outlets taught 6 words and 1 shared line "
        "(0 kB)\n"
    )
    text = "It rained in the valley for the third day in a row.\n\nClose the box"
    new = {"source": "Dale Post", "text": text}
    (corpus / "new.json").write_text(json.dumps(new))
    assert main(["check", "new.json", "--select", "LOC102", "--format", "concise"]) == 1
    assert "LOC102 [warning] 5 articles had it" in capsys.readouterr().out
    (corpus / "new.json").write_text(json.dumps({**new, "source": "Quay Herald"}))
    assert main(["check", "new.json", "--select", "LOC102"]) == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["crawl", "--jobs", "2"],
        ["crawl/*.jsonl", "crawl/c.jsonl.gz", "--jobs", "3"],
        ["crawl/c.jsonl.gz", "crawl/b.jsonl", "crawl/a.jsonl", "crawl", "--quiet"],
    ],
)
def test_the_same_articles_teach_the_same_bytes(corpus: Path, arguments: list[str], capsys):
    assert learn("crawl", "-o", "one.newslint", "--jobs", "1") == 0
    assert learn(*arguments, "-o", "other.newslint") == 0
    assert (corpus / "other.newslint").read_bytes() == (corpus / "one.newslint").read_bytes()
    assert [one.name for one in corpus.iterdir() if one.name.startswith(".")] == []


def test_without_duckdb_it_is_the_same(corpus: Path, monkeypatch: pytest.MonkeyPatch):
    pytest.importorskip("duckdb")
    assert learn("crawl", "-o", "one.newslint") == 0
    monkeypatch.setattr("newslint.scan.local.find_spec", lambda _: None)
    assert learn("crawl", "-o", "other.newslint") == 0
    assert (corpus / "other.newslint").read_bytes() == (corpus / "one.newslint").read_bytes()


def test_a_run_that_is_stopped_leaves_nothing(corpus: Path, monkeypatch: pytest.MonkeyPatch):
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("newslint.scan.learning.corpus_bytes", stop)
    assert learn("crawl", "-o", "one.newslint") == 130
    assert sorted(one.name for one in corpus.iterdir()) == ["crawl", "newslint.toml", "rules"]


def test_what_was_learned_before_teaches_nothing(corpus: Path):
    """A file that is damaged, or not there yet, is learned anew, and no rule asks it meanwhile."""
    assert learn("crawl", "-o", "corpus.newslint") == 0
    first = (corpus / "corpus.newslint").read_bytes()
    (corpus / "corpus.newslint").write_bytes(first[:-5])
    assert main(["check", "crawl"]) == 2
    assert learn("crawl", "-o", "corpus.newslint") == 0
    assert (corpus / "corpus.newslint").read_bytes() == first


def test_an_ignored_rule_teaches_nothing(corpus: Path):
    (corpus / "newslint.toml").write_text('rules = ["rules"]\nignore = ["LOC101"]\n')
    assert learn("crawl", "-o", "corpus.newslint") == 0
    assert open_learned(corpus / "corpus.newslint").header.findings == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["crawl"], "where to? name a file with -o FILE"),
        (["crawl", "-o", "no/corpus.newslint"], "-o no/corpus.newslint: there is no folder no"),
        (["crawl", "-o", "rules"], "-o rules: is a folder; name a file in it"),
        (["crawl", "-o", "newslint.toml"], "is a file that 'newslint learn' did not write"),
        (["crawls", "-o", "a.newslint"], "crawls: no such file or folder"),
        (["crawl/*.csv", "-o", "a.newslint"], "crawl/*.csv: no such file or folder"),
        (["rules", "-o", "a.newslint"], "no articles found: a.newslint was not written"),
        (["crawl", "-o", "a.newslint", "--memory", "much"], "--memory much: write a size"),
        (["crawl", "-o", "a.newslint", "--max-bad-records", "-1"], "write a whole number"),
    ],
)
def test_what_cannot_be_done_is_said(corpus: Path, arguments: list[str], said: str, capsys):
    before = (corpus / "newslint.toml").read_bytes()
    assert learn(*arguments) == 2
    assert said in capsys.readouterr().err
    assert (corpus / "newslint.toml").read_bytes() == before
    assert not (corpus / "a.newslint").exists()


def test_a_shard_that_cannot_be_read_is_named_and_the_rest_is_learned(corpus: Path, capsys):
    shard = corpus / "crawl/c.jsonl.gz"
    shard.write_bytes(shard.read_bytes()[:-12])
    assert learn("crawl", "-o", "corpus.newslint", "--jobs", "2") == 2
    assert "newslint: crawl/c.jsonl.gz: " in capsys.readouterr().err
    assert open_learned(corpus / "corpus.newslint").articles >= 7


def test_records_that_cannot_be_read_are_counted(corpus: Path, capsys):
    with (corpus / "crawl/a.jsonl").open("a") as stream:
        stream.write('{"text": "cut off\n[3]\n')
    assert learn("crawl", "-o", "corpus.newslint") == 0
    assert "newslint: 2 records could not be read or were too large\n" in capsys.readouterr().err
    assert learn("crawl", "-o", "corpus.newslint", "--max-bad-records", "1") == 2
    assert learn("crawl", "-o", "corpus.newslint", "--max-bad-records", "2") == 0


def test_a_rule_that_crashes_while_judging_stops_it(corpus: Path, capsys):
    file = corpus / "rules/shared.py"
    file.write_text(RULE.replace('yield use.flag("it is shared")', "1 / 0"))
    assert learn("crawl", "-o", "a.newslint") == 2
    assert "rule shared-line (LOC101) crashed on the key" in capsys.readouterr().err
    assert not (corpus / "a.newslint").exists()
