"""Results of earlier runs: found again when all is as it was, and only then."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from teaching import learned_file

from newslint import cache as module
from newslint import workers
from newslint.cache import ResultCache, default_folder
from newslint.cache_key import cache_key
from newslint.config import Config
from newslint.diagnostic import ByHand
from newslint.engine import Engine
from newslint.result_records import from_record, to_record
from newslint.session import Session, SessionOptions
from newslint.structs import replace
from newslint.workers import lint_files

ALONE = ("bundled",)
ARTICLES = (
    '{"id": "a", "date": "2024-02-30", "text": "He saidthat emphasizedthat. \\ud800 it."}\n'
    '{"text": "badword ' + "x" * 400 + ' badword"}\n'
)


@pytest.fixture
def linted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were linted, and not looked up."""
    files: list[str] = []
    lint_file = Engine.lint_file
    monkeypatch.setattr(
        Engine,
        "lint_file",
        lambda self, path, *a, **k: files.append(path) or lint_file(self, path, *a, **k),
    )
    return files


def run(
    newsroom: Path,
    files: list[str],
    folder: Path | None = None,
    jobs: int = 1,
    **config: object,
) -> list[object]:
    options = SessionOptions(
        Config(root=newsroom, rules=(newsroom / "rules",), select=("local",)).with_values(**config),
        without_plugins=ALONE,
        gather=True,
        digest_files=True,
    )
    session = Session(options)
    cache = ResultCache(folder or newsroom / "cache", cache_key(options, session.book))
    try:
        results = list(lint_files(session, files, frozenset(), jobs, cache))
    finally:
        cache.close()
    return [
        one for result in results for one in (result.diagnostics, result.facts, result.articles)
    ]


def test_what_has_not_changed_is_not_linted_again(newsroom, linted):
    first = run(newsroom, ["bad.txt", "good.txt"])
    assert linted == ["bad.txt", "good.txt"]
    linted.clear()
    assert run(newsroom, ["bad.txt", "good.txt"]) == first
    assert linted == []


def test_a_file_that_has_changed_is_linted_again(newsroom, linted):
    run(newsroom, ["bad.txt", "good.txt"])
    linted.clear()
    (newsroom / "good.txt").write_text("A badword now.\n")
    assert run(newsroom, ["bad.txt", "good.txt"]) != []
    assert linted == ["good.txt"]


def test_a_file_that_was_linted_in_parts_is_found_again_and_its_first_part_is_another_file(
    newsroom, linted, monkeypatch
):
    monkeypatch.setattr(workers, "PART", 200)
    many = newsroom / "many.jsonl"
    record = json.dumps({"text": "A badword stands in each of these lines of the file."}) + "\n"
    many.write_text(20 * record)
    first = run(newsroom, ["many.jsonl"], jobs=2)
    assert run(newsroom, ["many.jsonl"], jobs=1) == first
    assert linted == []
    for kept in range(1, 20):
        many.write_text(kept * record)
        assert len(run(newsroom, ["many.jsonl"])[0]) == kept


def change_rule(newsroom: Path) -> None:
    file = next((newsroom / "rules").glob("*.py"))
    status = file.stat()
    file.write_text(file.read_text().replace("badword", "bedword"))
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))  # the bytes tell, not the clock


def change_helper(newsroom: Path) -> None:
    (newsroom / "rules" / "words.txt").write_text("other\n")


def change_terms(newsroom: Path) -> None:
    (newsroom / "terms.txt").write_text("badword\n")


def change_learned(newsroom: Path) -> None:
    learned_file(newsroom, [("Dale Post", "It rained.")])


@pytest.mark.parametrize("change", [change_rule, change_helper, change_terms, change_learned])
def test_what_a_result_rests_on_is_part_of_its_key(newsroom, linted, change):
    (newsroom / "terms.txt").write_text("none\n")
    learned_file(newsroom, [("Quay Herald", "It rained.")])
    named = {
        "terms": (newsroom / "terms.txt",),
        "learned": (newsroom / "corpus.newslint",),
    }
    run(newsroom, ["bad.txt"], **named)
    linted.clear()
    change(newsroom)
    sys.modules.pop("_newslint_local_rules", None)
    run(newsroom, ["bad.txt"], **named)
    assert linted == ["bad.txt"]


@pytest.mark.parametrize(
    "config",
    [
        {"severity": {"LOC001": "info"}},
        {"language": "en"},
        {"min_severity": "error"},
        {"extend_ignore": ("LOC001",)},
        {"max_article_size": 3},
    ],
)
def test_the_configuration_is_part_of_the_key(newsroom, linted, config):
    run(newsroom, ["bad.txt"])
    linted.clear()
    run(newsroom, ["bad.txt"], **config)
    assert linted == ["bad.txt"]


def test_a_file_that_an_option_names_is_part_of_the_key(newsroom):
    facts = newsroom / "facts.jsonl"
    facts.write_text("{}\n")
    config = Config(root=newsroom, options={"any": {"facts": "facts.jsonl"}})
    options = SessionOptions(config, without_plugins=ALONE)
    book = Session(SessionOptions(Config(root=newsroom), without_plugins=ALONE)).book
    before = cache_key(options, book)
    facts.write_text("[]\n")
    assert cache_key(options, book) != before


def test_a_plugin_under_development_is_part_of_the_key(newsroom, tmp_path):
    from dataclasses import replace

    from newslint.book import Plugin

    root = tmp_path / "acme"
    (root / "deep").mkdir(parents=True)
    (root / "deep" / "list.txt").write_text("one\n")
    options = SessionOptions(Config(root=newsroom), without_plugins=ALONE)
    book = replace(Session(options).book, plugins=(Plugin("acme", "1", root),))
    before = cache_key(options, book)
    (root / "deep" / "list.txt").write_text("other\n")
    assert cache_key(options, book) != before


def test_a_result_that_is_trouble_is_told_again(newsroom, linted):
    (newsroom / "rules" / "crash.py").write_text(
        "from newslint import rule\n\n"
        '@rule("LOC011")\ndef crash(doc):\n    """Words."""\n    1 / 0\n'
    )
    run(newsroom, ["bad.txt"])
    run(newsroom, ["bad.txt"])
    assert linted == ["bad.txt", "bad.txt"]


def test_a_missing_file_is_no_result(newsroom, linted):
    run(newsroom, ["missing.txt"])
    assert run(newsroom, ["missing.txt"])[0][0].code == "NLX002"


@pytest.mark.parametrize("damage", [b"no database at all" * 100, b""])
def test_a_damaged_store_is_made_anew(newsroom, linted, damage):
    run(newsroom, ["bad.txt"])
    (file,) = (newsroom / "cache").iterdir()
    file.write_bytes(damage)
    run(newsroom, ["bad.txt"])
    linted.clear()
    run(newsroom, ["bad.txt"])
    assert linted == []


def test_a_store_whose_pages_are_damaged_is_done_without_and_made_anew(newsroom, linted):
    first = run(newsroom, ["bad.txt"])
    (file,) = (newsroom / "cache").iterdir()
    file.write_bytes(file.read_bytes()[:4096] + b"\xff" * 8192)
    assert run(newsroom, ["bad.txt"]) == first
    run(newsroom, ["bad.txt"])
    linted.clear()
    assert run(newsroom, ["bad.txt"]) == first
    assert linted == []


def test_a_record_that_makes_no_sense_is_not_used(newsroom):
    first = run(newsroom, ["bad.txt"])
    (file,) = (newsroom / "cache").iterdir()
    with sqlite3.connect(file) as store:
        store.execute("UPDATE results SET record = '[1, 2]'")
    assert run(newsroom, ["bad.txt"]) == first


def test_a_store_that_cannot_be_is_done_without(newsroom, linted):
    (newsroom / "taken").write_text("a file")
    first = run(newsroom, ["bad.txt"], newsroom / "taken")
    assert run(newsroom, ["bad.txt"], newsroom / "taken") == first
    assert linted == ["bad.txt", "bad.txt"]


def test_two_runs_at_once_both_end_well(newsroom, monkeypatch):
    monkeypatch.setattr(module, "_WAIT", 0.01)
    run(newsroom, ["good.txt"])
    (file,) = (newsroom / "cache").iterdir()
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")  # another run is writing, and does not end
    first = run(newsroom, ["bad.txt"])
    other.execute("COMMIT")
    other.close()
    assert run(newsroom, ["bad.txt"]) == first


def test_old_results_and_half_of_too_many_are_dropped(newsroom, monkeypatch):
    run(newsroom, ["bad.txt"])
    (file,) = (newsroom / "cache").iterdir()

    def count() -> int:
        with sqlite3.connect(file) as store:
            return store.execute("SELECT count(*) FROM results").fetchone()[0]

    with sqlite3.connect(file) as store:
        store.execute("UPDATE results SET used = 0")
    run(newsroom, ["good.txt"])
    assert count() == 1
    monkeypatch.setattr(module, "LARGEST", 0)
    (newsroom / "third.txt").write_text("One more.\n")
    run(newsroom, ["bad.txt", "third.txt"])
    assert count() == 2  # of three


def test_a_result_in_use_is_not_old(newsroom):
    run(newsroom, ["bad.txt"])
    (file,) = (newsroom / "cache").iterdir()
    with sqlite3.connect(file) as store:
        store.execute("UPDATE results SET used = used - ?", (module.TOUCHED + 10,))
        before = store.execute("SELECT used FROM results").fetchone()
    run(newsroom, ["bad.txt"])
    with sqlite3.connect(file) as store:
        assert store.execute("SELECT used FROM results").fetchone() > before


def test_a_result_is_the_same_after_its_record(newsroom):
    Path("many.jsonl").write_text(ARTICLES)
    session = Session(SessionOptions(Config(root=newsroom), select=("all",), gather=True))
    result = session.engine.lint_file("many.jsonl")
    assert len(result.diagnostics) >= 2
    result.diagnostics.append(replace(result.diagnostics[0], by_hand=ByHand("x", "so")))
    assert from_record(to_record(result), "many.jsonl") == result
    assert json.loads(to_record(result))


def test_the_folder_is_the_users(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_folder() == tmp_path / "newslint"


def check(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "newslint", "check", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_command_keeps_results_where_it_is_told(newsroom):
    first = check("--cache-dir", "kept", "bad.txt")
    assert [one.suffix for one in Path("kept").iterdir()] == [".sqlite"]
    again = check("--cache-dir", "kept", "bad.txt")
    assert (again.stdout, again.stderr, again.returncode) == (first.stdout, first.stderr, 1)
    unkept = check("--no-cache", "--cache-dir", "other", "bad.txt")
    assert unkept.stdout == first.stdout
    assert not Path("other").exists()


def test_a_folder_that_cannot_be_used_is_said(newsroom):
    result = check("--cache-dir", "good.txt", "bad.txt")
    assert "--cache-dir good.txt: cannot be used" in result.stderr
    assert result.returncode == 1
