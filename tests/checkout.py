"""A copy of this checkout as it would be published: what git tracks and what it does not ignore."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end and give what it said."""
    return subprocess.run(
        [str(one) for one in command],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )


def must(*command: str | Path, cwd: Path, **environment: str) -> str:
    """Run a command that has to succeed."""
    done = run(*command, cwd=cwd, **environment)
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout


def copy_checkout(target: Path) -> Path:
    """Copy the checkout; skips the test where there is none (an unpacked sdist)."""
    if not (ROOT / ".git").exists():
        pytest.skip("this is no git checkout")
    listed = must("git", "ls-files", "-z", "-co", "--exclude-standard", cwd=ROOT)
    for name in filter(None, listed.split("\0")):
        source, copy = ROOT / name, target / name
        if source.is_file():
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, copy)
    return target
