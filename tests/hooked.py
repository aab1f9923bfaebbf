"""Fixtures: content repositories in which the real pre-commit runs the hooks of this checkout.

They are installed once for all tests of a run.
"""

import sys
from pathlib import Path

import pytest
from checkout import copy_checkout, must, run

WHO = {
    "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org",
    "GIT_CONFIG_GLOBAL": "/dev/null",
}  # fmt: skip


@pytest.fixture(scope="session")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, Path]:
    """A repository of this checkout, its commit, and a home for pre-commit."""
    source = copy_checkout(tmp_path_factory.mktemp("hooks") / "newslint")
    must("git", "init", "-q", cwd=source)
    must("git", "add", "-A", "--force", cwd=source, **WHO)
    must("git", "commit", "-q", "-m", "snapshot", cwd=source, **WHO)
    commit = must("git", "rev-parse", "HEAD", cwd=source).strip()
    return source, commit, tmp_path_factory.mktemp("pre-commit")


@pytest.fixture
def repository(hooks, tmp_path):
    """A content repository with hooks installed: `repository("newslint")`."""
    source, commit, home = hooks
    environment = {**WHO, "PRE_COMMIT_HOME": str(home)}

    class Repository:
        root = tmp_path / "content"

        def git(self, *arguments: str):
            return run("git", *arguments, cwd=self.root, **environment)

        def pre_commit(self, *arguments: str):
            command = (sys.executable, "-m", "pre_commit", *arguments)
            return run(*command, cwd=self.root, **environment)

        def commit(self, **files: str):
            """Commit files (text, if their names have no ending); give what was said."""
            for name, content in files.items():
                path = self.root / (name if "." in name else f"{name}.txt")
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(content, encoding="utf-8")
            self.git("add", "-A")
            return self.git("commit", "-m", "news")

    def make(*hooks: str) -> Repository:
        made = Repository()
        made.root.mkdir()
        must("git", "init", "-q", cwd=made.root)
        (made.root / ".pre-commit-config.yaml").write_text(
            f"repos:\n- repo: {source}\n  rev: {commit}\n  hooks:\n"
            + "".join(f"  - id: {hook}\n" for hook in hooks)
        )
        assert made.pre_commit("install").returncode == 0
        return made

    return make
