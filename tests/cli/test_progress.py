"""The line that tells how far long work has come, on terminals made of pairs of pseudo-devices."""

import io
import os
import signal
import subprocess
import sys

import pytest

from newslint.cli.progress import Progress, progress_wanted
from newslint.raw import Part
from newslint.results import FileResult


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def screen(written: str) -> list[str]:
    """Return the lines that somebody sees who looks at a terminal."""
    lines = []
    for line in written.replace("\r\n", "\n").split("\n"):
        cells: list[str] = []
        for picture in line.split("\r"):
            cells[: len(picture)] = picture
        lines.append("".join(cells).rstrip())
    return lines


# --- what is drawn, by a clock of our own


@pytest.fixture
def drawn(here):
    """Go through files of 100 kB, one second each: `drawn(5)`; the pictures."""

    def run(count: int, *, seconds: float = 1.0) -> list[str]:
        terminal, clock = Terminal(), Clock()
        progress = Progress(terminal, clock)
        files = [f"{number}.txt" for number in range(count)]
        for name in files:
            (here / name).write_bytes(b"x" * 100_000)

        def results():
            for name in files:
                clock.now += seconds
                yield FileResult(name)

        assert [one.path for one in progress.follow(results(), files)] == files
        assert screen(terminal.getvalue()) == [""]
        return [one.rstrip() for one in terminal.getvalue().split("\r") if one.strip()]

    return run


def test_files_rate_and_time_left_are_told(drawn):
    assert drawn(4) == [
        "[##########----------]  50% 2 of 4 files, 0.1 MB/s, 0:02 left",
        "[###############-----]  75% 3 of 4 files, 0.1 MB/s, 0:01 left",
        "[####################] 100% 4 of 4 files, 0.1 MB/s, 0:00 left",
    ]
    assert "1,000 of 2,000 files, 0.1 MB/s, 16:40 left" in drawn(2000)[998]
    assert "10 of 100 files, 0.0 MB/s, 2:30:00 left" in drawn(100, seconds=100)[9]


def test_work_that_is_soon_done_shows_nothing(drawn):
    assert drawn(10, seconds=0.14) == []


def test_it_is_not_drawn_more_often_than_one_can_see(drawn):
    assert 60 < len(drawn(1000, seconds=0.01)) <= 86  # of 850


def test_a_large_file_counts_part_by_part(here):
    (here / "many.jsonl").write_bytes(b"x" * 4000)
    terminal, clock = Terminal(), Clock()
    progress = Progress(terminal, clock)
    whole = FileResult("many.jsonl")

    def results():
        clock.now = 2.0
        for number in range(3):
            part = Part(1000 * number, 1000 * (number + 1), number, number)
            progress.count_part(FileResult("many.jsonl", part=part))
            clock.now += 1
        progress.count_part(whole)
        yield whole

    list(progress.follow(results(), ["many.jsonl"]))
    shares = [one.split("%")[0][-3:] for one in terminal.getvalue().split("\r") if "%" in one]
    assert shares == [" 25", " 50", " 75", "100"]


def test_what_is_written_beside_it_wipes_it_and_half_a_line_keeps_it_away():
    terminal, clock = Terminal(), Clock()
    progress = Progress(terminal, clock)
    out = progress.beside(terminal)
    clock.now = 2.0
    progress.draw()
    assert screen(terminal.getvalue()) != [""]
    out.write("half ")
    progress.draw()
    assert screen(terminal.getvalue()) == ["half"]
    out.write("a line\n")
    progress.draw()
    first, second = screen(terminal.getvalue())
    assert first == "half a line"
    assert second.startswith("[-----")
    progress.wipe()
    assert screen(terminal.getvalue()) == ["half a line", ""]


def test_ctrl_c_while_it_is_written_leaves_no_line_behind():
    class Stopped(Terminal):
        def flush(self):
            raise KeyboardInterrupt

    terminal, clock = Stopped(), Clock()
    progress = Progress(terminal, clock)
    clock.now = 2.0
    with pytest.raises(KeyboardInterrupt):
        progress.draw()
    assert screen(terminal.getvalue()) != [""]
    with pytest.raises(KeyboardInterrupt):
        progress.wipe()
    assert screen(terminal.getvalue()) == [""]


def test_what_does_not_go_to_a_terminal_is_left_alone():
    pipe = io.StringIO()
    assert Progress(Terminal()).beside(pipe) is pipe


@pytest.mark.parametrize("name", ["CI", "PRE_COMMIT", "NO_COLOR"])
def test_where_nobody_looks_it_is_not_wanted(name):
    assert progress_wanted(Terminal(), {})
    assert not progress_wanted(Terminal(), {name: "1"})
    assert progress_wanted(Terminal(), {name: ""})
    assert not progress_wanted(Terminal(), {"TERM": "dumb"})
    assert not progress_wanted(io.StringIO(), {})


# --- on a real terminal


SLOW = '''
import time

from newslint import rule


@rule("LOC009")
def slow(doc):
    """Words."""
    time.sleep(0.25)
    return iter(())
'''

pytest_pty = pytest.mark.skipif(os.name == "nt", reason="no pseudo-terminals")


@pytest.fixture
def on_terminal(newsroom):
    """Start a slow check whose standard error is a terminal; call what it gives for the output."""
    import pty

    (newsroom / "rules" / "slow.py").write_text(SLOW)
    for number in range(16):
        text = "A badword here.\n" if number % 3 == 0 else "A goodword.\n"
        (newsroom / f"many{number:02}.txt").write_text(text)

    def start(*arguments: str, out_too: bool = True, **environment: str):
        ours, theirs = pty.openpty()
        line = ("check", "--no-plugin", "bundled", "--no-cache", "--color", "never", ".")
        process = subprocess.Popen(
            [sys.executable, "-m", "newslint", *line, *arguments],
            cwd=newsroom,
            env={**os.environ, "TERM": "xterm", **environment},
            stdin=subprocess.DEVNULL,
            stdout=theirs if out_too else subprocess.PIPE,
            stderr=theirs,
        )
        os.close(theirs)

        def output(*, until: str = "", status: int = 1) -> tuple[str, str]:
            written = ""
            while True:
                try:
                    some = os.read(ours, 65536)
                except OSError:  # how Linux tells the end
                    break
                if not some:
                    break
                written += some.decode()
                if until and until in written:
                    until = ""
                    process.send_signal(signal.SIGINT)
            os.close(ours)
            piped = process.communicate(timeout=30)[0] if process.stdout else b""
            assert process.wait(timeout=30) == status
            return written, piped.decode()

        return output

    return start


@pytest_pty
def test_on_a_terminal_progress_and_diagnostics_never_mix(on_terminal, newsroom):
    runs = {
        "one terminal": on_terminal(),
        "diagnostics to a pipe": on_terminal(out_too=False),
        "two processes": on_terminal("--jobs", "2"),
        "--quiet": on_terminal("--quiet"),
        "CI": on_terminal(CI="true"),
    }
    shown = {name: output() for name, output in runs.items()}
    plain = screen(shown["CI"][0])
    assert sum("LOC001" in line for line in plain) == 7
    assert "files, " not in shown["CI"][0] + shown["--quiet"][0]
    for name in ("one terminal", "two processes"):
        assert shown[name][0].count("of 18 files, ") > 2
        assert screen(shown[name][0]) == plain

    notes, diagnostics = shown["diagnostics to a pipe"]
    assert "of 18 files, " in notes
    assert screen(notes) == [""]
    assert "\r" not in diagnostics
    assert diagnostics.splitlines() == plain[:-1]


@pytest_pty
def test_fixing_tells_how_far_it_is_and_ctrl_c_leaves_no_line_behind(on_terminal, newsroom):
    written, _ = on_terminal("--fix")(until="of 18 files, ", status=130)
    assert screen(written)[-2:] == ["newslint: interrupted", ""]
    assert "MB/s" not in "".join(screen(written))
