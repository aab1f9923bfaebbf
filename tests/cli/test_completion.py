"""What shells offer: lines typed on a pseudo-terminal, with a Tab at their end."""

import os
import re
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from checkout import must

fcntl = pytest.importorskip("fcntl")
pty = pytest.importorskip("pty")
termios = pytest.importorskip("termios")

COMMAND = Path(sys.executable).parent / "newslint"

SHELLS = {
    "bash": "bash --norc --noprofile -i",
    "zsh": "zsh -f -i",
    "fish": "fish --no-config -i",
}
SETUP = {
    "bash": """bind 'set enable-bracketed-paste off'
eval "$(_NEWSLINT_COMPLETE=bash_source newslint)"
""",
    "zsh": """unsetopt zle_bracketed_paste PROMPT_SP; autoload -U compinit; compinit -u -D
eval "$(_NEWSLINT_COMPLETE=zsh_source newslint)"
""",
    "fish": """function fish_prompt; echo '> '; end
_NEWSLINT_COMPLETE=fish_source newslint | source
""",
}


def _take_terminal() -> None:
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


CLEAR = "\x15"
"""Ctrl-U: away with what stands on the line."""


class Shell:
    """A shell on a terminal."""

    def __init__(self, name: str, folder: Path) -> None:
        self._ours, theirs = pty.openpty()
        self._process = subprocess.Popen(
            SHELLS[name].split(),
            cwd=folder,
            stdin=theirs, stdout=theirs, stderr=theirs,
            start_new_session=True,
            preexec_fn=_take_terminal,
            env={**os.environ, "PATH": f"{COMMAND.parent}:{os.environ['PATH']}", "TERM": "xterm",
                 "HOME": str(folder), "PS1": "> ", "HISTFILE": ""},
        )  # fmt: skip
        os.close(theirs)
        self.type(f"{SETUP[name]}echo rea''dy\n", until="ready")

    def type(self, keys: str, until: str) -> str:
        """Type, and give what came back up to something."""
        os.write(self._ours, keys.encode())
        written, deadline = "", time.monotonic() + 20
        while until not in written:
            readable, _, _ = select.select([self._ours], [], [], deadline - time.monotonic())
            assert readable, written
            written += re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", os.read(self._ours, 4096).decode())
        return written

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._ours)


@pytest.fixture
def shell(newsroom):
    """Start a shell in the newsroom: `shell("bash")`."""
    if not COMMAND.exists():
        pytest.skip("newslint is not installed as a command")
    (newsroom / "newslint.toml").write_text("")
    started = []

    def start(name: str) -> Shell:
        if not shutil.which(name):
            pytest.skip(f"{name} is not installed")
        started.append(Shell(name, newsroom))
        return started[-1]

    yield start
    for one in started:
        one.end()


LINES = [
    ("newslint expl", "newslint explain "),
    ("newslint check --extend-sel", "newslint check --extend-select "),
    ("newslint check --select fused-w", "--select fused-words "),
    ("newslint check --select=fused-w", "--select=fused-words "),
    ("newslint check --config=good.txt --isol", "--config=good.txt --isolated "),
    ("newslint check --ignore GAR001,fused-s", "--ignore GAR001,fused-sentences "),
    ("newslint check --fail-on=n", "--fail-on=never "),
    ("newslint check --format githu", "--format github "),
    ("newslint check --cache-dir ru", "--cache-dir rules/"),
    ("newslint check goo", "newslint check good.txt "),
    ("newslint check --no-plugin bund", "--no-plugin bundled "),
    ("newslint explain impossible-d", "newslint explain impossible-date "),
    ("newslint new rule x --folder ru", "--folder rules/"),
    ("newslint test ba", "newslint test bad.txt "),
    ("newslint baseline goo", "newslint baseline good.txt "),
]


@pytest.mark.parametrize("name", SHELLS)
def test_a_tab_completes(shell, name):
    running = shell(name)
    for typed, offered in LINES:
        running.type(f"{CLEAR}{typed}\t", until=offered)


def offered(line: str, folder: Path, **environment: str) -> list[str]:
    """What bash is given for the last word of a line."""
    words = line.split(" ")
    done = subprocess.run(
        [COMMAND],
        cwd=folder,
        env={**os.environ, "_NEWSLINT_COMPLETE": "bash_complete", "COMP_WORDS": line,
             "COMP_CWORD": str(len(words) - 1), **environment},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    return [one for one in done.stdout.split("\n") if one]


TOML_RULE = """
[[rule]]
code = "HOU001"
name = "our-word"
message = "write '{fix}', not '{match}'"
swap = { gadget = "tool" }
about = "House words.\\n\\nBad: A >>gadget<<.\\nGood: A tool."
"""


def test_rules_of_toml_are_offered_and_python_is_not_run_for_it(newsroom):
    (newsroom / "rules" / "ours.toml").write_text(TOML_RULE)
    (newsroom / "rules" / "trap.py").write_text("open('ran', 'w').close()\n")
    assert "plain,our-word" in offered("newslint check --select our", newsroom)
    assert offered("newslint check --select bad-w", newsroom) == []
    assert not (newsroom / "ran").exists()


def test_what_cannot_be_read_offers_nothing_and_says_nothing(newsroom):
    (newsroom / "newslint.toml").write_text("nonsense = 1\n")
    assert offered("newslint check --select fused-w", newsroom) == []
    assert offered("newslint check --isolated --select fused-w", newsroom) == ["plain,fused-words"]
    assert offered("newslint nonsense --select fused-w", newsroom) == []


def test_one_tab_offers_rules_families_and_formats(newsroom):
    (newsroom / "newslint.toml").write_text("")
    everything = offered("newslint check --select ", newsroom)
    assert {"plain,all", "plain,garbled", "plain,GAR001", "plain,fused-words"} <= {*everything}
    formats = offered("newslint check --format ", newsroom)
    assert formats[:3] == ["plain,full", "plain,concise", "plain,jsonl"]
    assert offered("newslint check --output-format sa", newsroom) == ["plain,sarif="]
    assert offered("newslint check --output-format sarif = o", newsroom) == ["file,sarif=o"]


def test_branches_and_tags_are_offered(newsroom):
    (newsroom / "newslint.toml").write_text("")
    must("git", "init", "-q", "-b", "main", cwd=newsroom)
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    must("git", *who, "commit", "-q", "--allow-empty", "-m", "x", cwd=newsroom)
    assert offered("newslint check --changed-since ma", newsroom) == ["plain,main"]
    assert offered("newslint check --changed-since ma", newsroom, PATH="") == []
