"""`newslint check --watch`, as a process whose files are changed under it."""

import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
import time

import pytest
import watchfiles

from newslint.cli.watch_memory import WatchMemory
from newslint.results import FileResult

WAITING = "waiting for changes in"

COUNTING = '''
from pathlib import Path

from newslint import rule


@rule("LOC008")
def counting(doc):
    """Words."""
    with (Path(__file__).parent.parent.parent / "linted").open("a") as log:
        log.write(doc.path + "\\n")
    return iter(())
'''

ACROSS = '''
from newslint import Fact, rule


def words(doc):
    yield Fact("first word", doc.span(0, 1))


@rule("LOC101", gather=words, min_articles=2)
def everywhere(group):
    """Words."""
    for use in group.uses:
        yield use.flag(f"{group.articles} articles")
'''


class Watched:
    """A running watch; what it writes can be waited for."""

    def __init__(self, folder, *arguments: str, **environment: str) -> None:
        line = ["check", "--no-plugin", "bundled", "--format", "concise", "--watch", *arguments]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "newslint", *line],
            cwd=folder,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._lines: queue.Queue[str | None] = queue.Queue()
        self._log = folder.parent / "linted"
        for stream in (self.process.stdout, self.process.stderr):
            threading.Thread(target=self._read, args=(stream,), daemon=True).start()

    def _read(self, stream) -> None:
        for line in stream:
            self._lines.put(line.rstrip("\n"))

    def look(self) -> list[str]:
        """The lines of the next look, sorted."""
        lines = []
        deadline = time.monotonic() + 30
        while not any(WAITING in line for line in lines):
            lines.append(self._lines.get(timeout=max(deadline - time.monotonic(), 0.01)))
        time.sleep(0.2)  # the other stream
        while not self._lines.empty():
            lines.append(self._lines.get())
        return sorted(line for line in lines if WAITING not in line)

    def is_still(self, seconds: float = 1.0) -> bool:
        time.sleep(seconds)
        return self._lines.empty()

    def linted(self) -> list[str]:
        """The files that were linted since it was asked last."""
        lines = self._log.read_text().splitlines() if self._log.exists() else []
        self._log.unlink(missing_ok=True)
        return sorted(lines)

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=30)


@pytest.fixture
def watched(newsroom):
    (newsroom / "rules" / "counting.py").write_text(COUNTING)
    running = []

    def start(*arguments: str, **environment: str) -> Watched:
        running.append(Watched(newsroom, *(arguments or (".",)), **environment))
        return running[-1]

    yield start
    for one in running:
        one.process.kill()
        one.process.communicate()


def flagged(lines: list[str]) -> list[str]:
    return [":".join(line.split(":")[:2]) for line in lines if "LOC001" in line]


def test_only_what_changed_is_linted_anew_and_everything_is_shown(watched, newsroom):
    (newsroom / "worse.txt").write_text("A badword here.\n")
    watch = watched()
    assert flagged(watch.look()) == ["bad.txt:1", "worse.txt:1"]
    assert watch.linted() == ["bad.txt", "good.txt", "worse.txt"]

    (newsroom / "good.txt").write_text("\nA badword here, too.\n")
    lines = watch.look()
    assert "newslint: changed: good.txt" in lines
    assert flagged(lines) == ["bad.txt:1", "good.txt:2", "worse.txt:1"]
    assert watch.linted() == ["good.txt"]

    (newsroom / "bad.txt").unlink()
    assert flagged(watch.look()) == ["good.txt:2", "worse.txt:1"]
    (newsroom / "new").mkdir()
    time.sleep(0.7)
    (newsroom / "new" / "a.txt").write_text("badword\n")
    assert flagged(watch.look()) == ["good.txt:2", "new/a.txt:1", "worse.txt:1"]
    (newsroom / "good.txt").rename(newsroom / "new" / "b.txt")
    assert flagged(watch.look()) == ["new/a.txt:1", "new/b.txt:2", "worse.txt:1"]
    assert watch.linted() == ["new/a.txt", "new/b.txt"]
    assert watch.stop() == 1


def test_what_does_not_matter_is_no_news(watched, newsroom):
    watch = watched()
    watch.look()
    (newsroom / "picture.png").write_bytes(b"\x89PNG")
    (newsroom / "bad.txt").touch()
    (newsroom / ".git").mkdir()
    (newsroom / ".git" / "index").write_text("x")
    assert watch.is_still()


def test_editors_that_save_by_renaming_are_seen_for_a_named_file_too(watched, newsroom):
    watch = watched("good.txt")
    assert flagged(watch.look()) == []
    for word in ("badword", "goodword", "badword"):
        (newsroom / "good.txt~").write_text(f"A {word} stands here.\n")
        (newsroom / "good.txt~").replace(newsroom / "good.txt")
        assert flagged(watch.look()) == (["good.txt:1"] if word == "badword" else [])


def test_the_configuration_and_the_rules_are_read_anew(watched, newsroom):
    watch = watched()
    assert flagged(watch.look()) == ["bad.txt:1"]
    rules = (newsroom / "rules" / "own.py").read_text()
    (newsroom / "rules" / "own.py").write_text(rules.replace('"badword"', '"stands"'))
    lines = watch.look()
    assert "newslint: changed: the rules, the configuration or the baseline" in lines
    assert flagged(lines) == ["bad.txt:1", "good.txt:1"]
    assert all("'stands' is bad" in line for line in lines if "LOC001" in line)

    (newsroom / "newslint.toml").write_text('rules = ["rules"]\nignore = ["LOC001"]\n')
    assert flagged(watch.look()) == []
    (newsroom / "newslint.toml").unlink()
    (newsroom / ".newslint.toml").write_text('rules = ["rules"]\nselect = ["LOC001"]\n')
    while not flagged(watch.look()):
        pass
    (newsroom / ".gitignore").write_text("bad.txt\n")
    assert flagged(watch.look()) == ["good.txt:1"]


def test_a_rule_that_is_saved_twice_in_a_second_is_read_twice(watched, newsroom):
    file = newsroom / "rules" / "own.py"
    saved = file.stat()
    watch = watched(PYTHONDONTWRITEBYTECODE="")
    assert flagged(watch.look()) == ["bad.txt:1"]
    file.write_text(file.read_text().replace('"badword"', '"article"'))
    os.utime(file, ns=(saved.st_atime_ns, saved.st_mtime_ns))
    assert flagged(watch.look()) == []


@pytest.mark.parametrize("more", [(), ("--fix",)])
def test_what_a_baseline_accepts_may_change(watched, newsroom, run_newslint, more):
    (newsroom / "bad.txt").write_text("A badword and a risky step.\n")
    (newsroom / "newslint.toml").write_text('rules = ["rules"]\nselect = ["LOC002"]\n')
    record = ("baseline", "--no-plugin", "bundled")
    assert run_newslint(*record, ".", "--baseline", "accepted.json").status == 0
    assert run_newslint(*record, "good.txt", "--baseline", "nothing.json").status == 0
    watch = watched(".", "--baseline", "accepted.json", *more)
    assert not any("LOC002" in line for line in watch.look())
    (newsroom / "nothing.json").replace(newsroom / "accepted.json")
    assert any("bad.txt:1:" in line and "LOC002" in line for line in watch.look())
    assert watch.is_still()


def test_where_no_rule_is_on_it_waits(watched, newsroom):
    (newsroom / "newslint.toml").write_text('rules = ["rules"]\nselect = []\n')
    watch = watched()
    assert "newslint: no rule is on: nothing was read" in watch.look()
    assert watch.is_still()


def test_an_error_of_the_configuration_is_shown_and_waited_on(watched, newsroom):
    watch = watched()
    watch.look()
    (newsroom / "newslint.toml").write_text('rules = ["rules"]\nselct = []\n')
    assert any("unknown key 'selct'; did you mean 'select'?" in line for line in watch.look())
    assert watch.is_still()
    (newsroom / "newslint.toml").write_text('rules = ["rules"]\n')
    assert flagged(watch.look()) == ["bad.txt:1"]
    rules = newsroom / "rules" / "own.py"
    source = rules.read_text()
    rules.write_text(source + "\n\ndef (")
    assert any("does not load" in line for line in watch.look())
    assert watch.is_still()
    rules.write_text(source)
    assert flagged(watch.look()) == ["bad.txt:1"]
    rules.write_text(source + "\n\ndef (")
    watch.look()
    assert watch.stop() == 2


def test_what_is_saved_while_it_works_is_not_missed(watched, newsroom):
    (newsroom / "rules" / "slow.py").write_text(
        "import time\nfrom newslint import rule\n\n"
        '@rule("LOC009")\ndef slow(doc):\n    """Words."""\n'
        "    open('started', 'w').close()\n    time.sleep(1)\n    return ()\n"
    )
    watch = watched("bad.txt")
    while not (newsroom / "started").exists():
        time.sleep(0.02)
    (newsroom / "bad.txt").write_text("All is well.\n")
    assert flagged(watch.look()) == ["bad.txt:1"]
    assert flagged(watch.look()) == []


def test_rules_across_articles_look_at_everything(watched, newsroom):
    (newsroom / "rules" / "across.py").write_text(ACROSS)
    watch = watched()
    assert sum("LOC101" in line and "2 articles" in line for line in watch.look()) == 2
    watch.linted()
    (newsroom / "third.txt").write_text("A third.\n")
    assert sum("LOC101" in line and "3 articles" in line for line in watch.look()) == 3
    assert watch.linted() == ["third.txt"]


def test_fixing_while_watching_does_not_go_round(watched, newsroom):
    watch = watched(".", "--fix")
    lines = watch.look()
    assert any("Fixed 1 problem." in line for line in lines)
    assert (newsroom / "bad.txt").read_text() == "A goodword stands here.\n"
    assert watch.is_still()
    (newsroom / "good.txt").write_text("Two badword badword, a risky step.\n")
    assert any("Fixed 2 problems." in line for line in watch.look())
    assert watch.is_still()
    (newsroom / "good.txt").touch()
    assert watch.is_still()
    assert watch.stop() == 1


@pytest.mark.parametrize("more", [("--diff",), ("--output-format", "jsonl=report.jsonl")])
def test_what_it_writes_or_shows_is_no_news(watched, newsroom, more):
    watch = watched(".", *more)
    watch.look()
    assert watch.is_still()


def test_what_is_missing_may_come(watched, newsroom):
    watch = watched("later.txt")
    assert "newslint: later.txt: no such file or folder" in watch.look()
    (newsroom / "later.txt").write_text("A badword.\n")
    assert flagged(watch.look()) == ["later.txt:1"]


def test_a_folder_may_go_and_come_back(watched, newsroom):
    (newsroom / "news").mkdir()
    (newsroom / "news" / "a.txt").write_text("A badword.\n")
    watch = watched("news")
    assert flagged(watch.look()) == ["news/a.txt:1"]
    shutil.rmtree(newsroom / "news")
    lines = watch.look()
    assert "newslint: changed: news, news/a.txt" in lines
    assert "newslint: news: no such file or folder" in lines
    (newsroom / "b.txt").write_text("A badword.\n")
    (newsroom / "b").mkdir()
    (newsroom / "b.txt").rename(newsroom / "b" / "b.txt")
    (newsroom / "b").rename(newsroom / "news")
    assert flagged(watch.look()) == ["news/b.txt:1"]


def test_without_changes_it_ends_with_the_status_of_the_last_look(watched, newsroom):
    clean, flawed = watched("good.txt"), watched("bad.txt")
    clean.look()
    flawed.look()
    assert (clean.stop(), flawed.stop()) == (0, 1)


def test_a_terminal_is_cleared_before_each_further_look(newsroom):
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    line = ["check", "--no-plugin", "bundled", "--watch", "bad.txt", "--color", "never"]
    process = subprocess.Popen(
        [sys.executable, "-m", "newslint", *line],
        cwd=newsroom, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs,
        env={**os.environ, "TERM": "xterm"},
    )  # fmt: skip
    os.close(theirs)
    written = b""
    while written.count(WAITING.encode()) < 2:
        written += os.read(ours, 65536)
        if WAITING.encode() in written:
            (newsroom / "bad.txt").write_text("All is well.\n")
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=30) == 0
    os.close(ours)
    first, second = written.decode().split("\x1b[2J")
    assert "'badword' is bad" in first
    assert "badword" not in second
    assert "No problems in 1 file." in second


def test_without_the_extra_it_says_what_to_install(run_newslint, newsroom, monkeypatch):
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    ran = run_newslint("check", ".", "--watch")
    assert ran.status == 2
    assert ran.err == "newslint: --watch needs more: pip install 'newslint[watch]'\n"


def test_what_the_system_refuses_is_told(run_newslint, newsroom, monkeypatch):
    def refusing(*folders, **keywords):
        raise RuntimeError("too many open files")
        yield

    monkeypatch.setattr(watchfiles, "watch", refusing)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)  # and back again
    ran = run_newslint("check", "good.txt", "--watch")
    assert ran.status == 2
    assert "newslint: --watch: too many open files; with WATCHFILES_FORCE_POLLING=1" in ran.err


def test_what_is_wrong_at_the_start_ends_it(run_newslint, newsroom):
    ran = run_newslint("check", "-", "--watch")
    assert (ran.status, "standard input cannot be watched" in ran.err) == (2, True)
    assert run_newslint("check", ".", "--watch", "--format", "nonsense").status == 2
    (newsroom / "newslint.toml").write_text("nonsense = 1\n")
    assert run_newslint("check", ".", "--watch").status == 2


# --- what is remembered


def test_a_file_is_forgotten_when_its_bytes_changed(here):
    file = here / "a.txt"
    file.write_text("one")
    memory = WatchMemory()
    memory.look_at(["a.txt"])
    assert memory.get("a.txt", named=True) is None
    memory.put_fixed(FileResult("a.txt", articles=1), b"two", named=True)
    assert not memory.is_unchanged("a.txt")  # somebody wrote after the fix
    file.write_text("two")
    assert memory.is_unchanged("a.txt")
    assert memory.get("a.txt", named=True) == FileResult("a.txt", articles=1)
    assert memory.get("a.txt", named=False) is None
    file.write_text("three")
    memory.look_at(["a.txt"])
    assert memory.get("a.txt", named=True) is None


def test_whoever_changes_a_result_does_not_change_what_is_remembered(here):
    (here / "a.txt").write_text("one")
    memory = WatchMemory()
    memory.look_at(["a.txt"])
    given = FileResult("a.txt")
    memory.put(given, named=True)
    given.diagnostics.append(None)
    memory.get("a.txt", named=True).diagnostics.append(None)
    assert memory.get("a.txt", named=True).diagnostics == []
