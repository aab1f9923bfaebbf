from pathlib import Path

import pytest

from newslint import pool, workers
from newslint.config import Config
from newslint.errors import NewslintError
from newslint.session import Session, SessionOptions, read_terms
from newslint.workers import _tasks, lint_files

ALONE = ("bundled",)


@pytest.fixture
def session(newsroom: Path) -> Session:
    for number in range(9):
        (newsroom / f"{number}.txt").write_text(f"{number}: a badword{' badword' * number}.\n")
    config = Config(root=newsroom, rules=(newsroom / "rules",), select=("local",))
    return Session(SessionOptions(config, without_plugins=ALONE, time_rules=True))


def test_any_number_of_processes_gives_the_same_in_the_same_order(session, monkeypatch):
    monkeypatch.setattr(workers, "CHUNK", 30)
    files = [f"{number}.txt" for number in range(9)] + ["missing.txt"]
    named = frozenset(files)
    one, three = (list(lint_files(session, files, named, jobs)) for jobs in (1, 3))
    assert [result.path for result in three] == files
    assert [result.diagnostics for result in three] == [result.diagnostics for result in one]
    assert [result.trouble for result in three] == [False] * 9 + [True]
    assert sum(len(result.diagnostics) for result in one) == 46
    assert three[0].timings["LOC001"].calls == 1


def test_no_files_give_nothing(session):
    assert list(lint_files(session, [], frozenset(), 4)) == []


def test_a_dying_worker_is_trouble_with_a_name(session, newsroom):
    (newsroom / "rules" / "deadly.py").write_text(
        "import os\nfrom newslint import rule\n\n"
        '@rule("LOC009")\ndef deadly(doc):\n    """Words."""\n    os._exit(3)\n'
    )
    with pytest.raises(NewslintError, match="a worker process died"):
        list(lint_files(session, ["bad.txt", "good.txt"], frozenset(), 2))


def test_a_run_that_is_left_early_ends_its_processes(session):
    results = lint_files(session, ["bad.txt", "good.txt"], frozenset(), 2)
    assert next(results).path == "bad.txt"
    results.close()


def test_small_files_are_handed_over_together_and_none_is_lost():
    tasks = _tasks(["a", "b", "c", "d"], [4, 7, 12, 1], frozenset({"b"}), chunk=10)
    assert tasks == [(("a", False), ("b", True)), (("c", False),), (("d", False),)]


def test_small_inputs_stay_in_this_process(session, monkeypatch):
    monkeypatch.setattr(pool, "run_in_pool", lambda *_: pytest.fail("started processes"))
    assert len(list(lint_files(session, ["bad.txt", "good.txt"], frozenset(), None))) == 2


def test_terms_are_words_one_a_line(tmp_path):
    file = tmp_path / "terms.txt"
    file.write_text("\ufeff# names\nNewsLint\n\n  livestream # a comment\n", encoding="utf-8")
    assert read_terms([file]) == {"newslint", "livestream"}
