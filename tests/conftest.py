"""Fixtures of all tests: the command line, inside this process and as users run it."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from newslint.cli import main

pytest_plugins = ["pytester", "hooked"]

# The same examples at every run, so that a change is to blame for what fails, and no clock. New
# examples are looked for by ``pytest --hypothesis-profile=default``.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")

LOCAL_RULES = '''
from newslint import Doc, Findings, phrases, rule


@rule("LOC001", severity="error", near=phrases("badword"))
def bad_word(doc: Doc) -> Findings:
    """The word badword.

    Bad: A >>badword<< here.
    Fixed: A goodword here.
    Good: A goodword here.
    """
    for hit in doc.hits(phrases("badword")):
        yield hit.flag(f"'{hit.text}' is bad", fix="goodword", safe=True)


@rule("LOC002", severity="warning")
def risky_word(doc: Doc, *, word: str = "risky") -> Findings:
    """A word that an option names.

    Bad: A >>risky<< step.
    Fixed (unsafe): A bold step.
    Good: A bold step.
    """
    start = doc.text.find(word)
    if start >= 0:
        yield doc.span(start, start + len(word)).flag(f"'{word}' is risky", fix="bold")


@rule("LOC003", severity="info")
def long_article(doc: Doc) -> Findings:
    """An article of more than three lines.

    Bad:
        >><<One.
        Two.
        Three.
        Four.
    Good: One.
    """
    if doc.text.count("\\n") > 2:
        yield doc.flag("the article is long")
'''


@dataclass(frozen=True)
class Ran:
    """What a run of the command line gave."""

    status: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CI", "PRE_COMMIT", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def run_newslint(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Ran]:
    """Run the command line in this process: ``run_newslint("check", ".", cwd=folder)``."""

    def run(*arguments: str, cwd: Path | None = None, stdin: bytes = b"") -> Ran:
        with monkeypatch.context() as patch:
            if cwd is not None:
                patch.chdir(cwd)
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
            capsys.readouterr()
            status = main(list(arguments))
        out, err = capsys.readouterr()
        return Ran(status, out, err)

    return run


@pytest.fixture
def newslint_process() -> Callable[..., Any]:
    """Run the command line as a process of its own; bytes in, bytes out."""

    def run(
        *arguments: str, cwd: Path, stdin: bytes = b"", **environment: str
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "newslint", *arguments],
            cwd=cwd,
            input=stdin,
            capture_output=True,
            timeout=120,
            env={**os.environ, **environment},
            check=False,
        )

    return run


@pytest.fixture
def newsroom(here: Path) -> Path:
    """A content repository with rules of its own, no others on, one bad and one good article."""
    (here / "rules").mkdir()
    (here / "rules" / "own.py").write_text(LOCAL_RULES)
    (here / "newslint.toml").write_text('rules = ["rules"]\nselect = ["local"]\n')
    (here / "bad.txt").write_text("A badword stands here.\n")
    (here / "good.txt").write_text("A goodword stands here.\n")
    return here
