import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint import pool, workers
from newslint.config import Config
from newslint.errors import NewslintError
from newslint.results import FileResult, put_together
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


def test_small_files_are_handed_over_together_and_none_is_lost(session, monkeypatch):
    monkeypatch.setattr(workers, "CHUNK", 10)
    sizes = {"a": 4, "b": 7, "c": 12, "e": 1}
    ready = FileResult("d")
    tasks = _tasks(session, ["a", "b", "c", "d", "e"], {"d": ready}, sizes, frozenset({"b"}), 1)
    assert list(tasks) == [
        (("a", False, None), ("b", True, None)),
        (("c", False, None),),
        ready,
        (("e", False, None),),
    ]


RECORDS = st.lists(
    st.sampled_from(
        [
            '{"id": "1", "text": "A badword here, a badword there."}',
            '{"id": "1", "text": "A badword here, a badword there.\\nbadword"}',
            '{"text": "badword"}',
            '{"text": "All is fine."}',
            '{"text": "badword\u2028 \\u00e9 badword"}',
            '{"nothing": 1}',
            "no record",
            "",
            "\ufeff" + '{"text": "badword"}',
            '{"text": "bad\rword badword"}',
        ]
    ),
    max_size=12,
)


@given(RECORDS, st.sampled_from(["\n", "\r\n"]), st.booleans(), st.integers(1, 200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_file_in_parts_gives_what_the_whole_gives(session, records, end, bom, size):
    file = Path("many.jsonl")
    file.write_text(("\ufeff" if bom else "") + end.join(records), encoding="utf-8", newline="")
    engine = session.engine
    whole = engine.lint_file("many.jsonl")
    parts = engine.parts("many.jsonl", size)
    if not parts:
        return
    assert [part.start for part in parts[1:]] == [part.end for part in parts[:-1]]
    assert (parts[0].start, parts[-1].end) == (0, file.stat().st_size)
    (together,) = put_together(engine.lint_file("many.jsonl", part=part) for part in parts)
    assert together.diagnostics == whole.diagnostics
    assert together.articles == whole.articles
    assert together.trouble == whole.trouble


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff{}\n" * 9, b'{"x": 1}\n' * 9, b'{"text": "a\0"}\n' * 9, "{}".encode("utf-16") * 9],
)
def test_what_is_wrong_with_a_whole_file_is_not_told_in_parts(session, content):
    Path("odd.jsonl").write_bytes(content)
    assert session.engine.parts("odd.jsonl", 10) == []


def test_files_without_records_and_files_that_are_not_there_have_no_parts(session):
    assert session.engine.parts("bad.txt", 1) == []
    assert session.engine.parts("missing.jsonl", 1) == []


def test_a_large_file_of_records_is_shared_out(session, monkeypatch):
    monkeypatch.setattr(workers, "PART", 100)
    lines = [f'{{"id": "{n % 3}", "text": "A badword, said {n % 2}."}}' for n in range(30)]
    Path("many.jsonl").write_text("\n".join(lines))
    one, two = (list(lint_files(session, ["many.jsonl"], frozenset(), jobs)) for jobs in (1, 2))
    assert len(one) == len(two) == 1
    assert one[0].diagnostics == two[0].diagnostics
    assert len({each.fingerprint for each in two[0].diagnostics}) == 30
    assert two[0].timings["LOC001"].calls == 30


def test_an_interrupted_run_ends_at_once_and_quietly(newsroom):
    """Ctrl-C reaches all processes of a group, as from a terminal."""
    (newsroom / "rules" / "slow.py").write_text(
        "import time\nfrom newslint import rule\n\n"
        '@rule("LOC010")\ndef slow(doc):\n    """Words."""\n'
        '    open("started", "w").close()\n    time.sleep(60)\n'
    )
    command = [sys.executable, "-m", "newslint", "check", "--jobs", "2", "--select", "LOC010"]
    run = subprocess.Popen(
        [*command, "bad.txt", "good.txt"], stderr=subprocess.PIPE, start_new_session=True
    )
    deadline = time.monotonic() + 60
    while not Path("started").exists():
        assert time.monotonic() < deadline
        time.sleep(0.05)
    os.killpg(run.pid, signal.SIGINT)
    _, errors = run.communicate(timeout=30)  # the rule would take a minute
    assert run.returncode == 130
    assert errors.decode().strip() == "newslint: interrupted"


def test_small_inputs_stay_in_this_process(session, monkeypatch):
    monkeypatch.setattr(pool, "run_in_pool", lambda *_: pytest.fail("started processes"))
    assert len(list(lint_files(session, ["bad.txt", "good.txt"], frozenset(), None))) == 2


def test_terms_are_words_one_a_line(tmp_path):
    file = tmp_path / "terms.txt"
    file.write_text("\ufeff# names\nNewsLint\n\n  livestream # a comment\n", encoding="utf-8")
    assert read_terms(Config(terms=(file,))) == {"newslint", "livestream"}
