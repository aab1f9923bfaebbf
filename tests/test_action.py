"""The GitHub Action: what GitHub demands of its file, and its steps run as a runner runs them.

The demands are those of "Metadata syntax for GitHub Actions" and "Secure use reference" (script
injections) in GitHub's documentation; how a step's script is run is told in "Workflow syntax for
GitHub Actions", under ``jobs.<job_id>.steps[*].shell``.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from checkout import ROOT, copy_checkout, must

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = ACTION["runs"]["steps"]
SCRIPTS = {step["id"]: step for step in STEPS if "run" in step}
EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")

FUSED = "The mayor announcedthat the bridge will close on Monday for repairs.\n"
CLEAN = "The mayor said the bridge will close for repairs.\n"
WHO = {
    "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org",
    "GIT_CONFIG_GLOBAL": "/dev/null",
}  # fmt: skip


def test_the_file_has_what_github_demands():
    assert set(ACTION) <= {"name", "author", "description", "inputs", "outputs", "runs", "branding"}
    assert ACTION["name"]
    assert len(ACTION["description"]) <= 125  # beyond it the marketplace cuts it
    assert set(ACTION["branding"]) == {"icon", "color"}
    assert ACTION["runs"]["using"] == "composite"
    for name, one in ACTION["inputs"].items():
        assert re.fullmatch(r"[a-z][a-z0-9-]*", name)
        assert set(one) == {"description", "default"}
        assert isinstance(one["default"], str)
    for one in ACTION["outputs"].values():
        assert set(one) == {"description", "value"}
    for step in STEPS:
        assert ("run" in step) != ("uses" in step)
        assert ("run" in step) == ("shell" in step)  # demanded of composite actions
        assert set(step) <= {"name", "id", "uses", "with", "run", "shell", "env", "if"}
    assert len({step["id"] for step in STEPS}) == len(STEPS)


def test_every_expression_names_an_input_or_a_step_that_is_there():
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    named = re.findall(r"inputs\.([\w-]+)", " ".join(EXPRESSION.findall(text)))
    assert set(named) == set(ACTION["inputs"])
    steps = re.findall(r"steps\.([\w-]+)\.outputs", " ".join(EXPRESSION.findall(text)))
    assert set(steps) <= {step["id"] for step in STEPS}


@pytest.mark.parametrize("name", SCRIPTS)
def test_nothing_is_put_into_a_script(name):
    assert "${{" not in SCRIPTS[name]["run"]


def test_actions_of_others_are_named_with_a_version():
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@\S+", one["uses"]) for one in STEPS if "uses" in one)


TRAP = "; touch ran\n$(touch ran)\n`touch ran`\n|| touch ran"


class Runner:
    """Runs the scripts of the action in a repository, with the environment a runner gives them."""

    def __init__(self, action: Path, temp: Path, repository: Path) -> None:
        self.repository = repository
        self._action = action
        self._temp = temp
        self._outputs: dict[str, dict[str, str]] = {"python": {"python-path": sys.executable}}
        self.summary = repository.parent / "summary.md"

    def step(
        self, name: str, event: dict[str, Any] | None = None, **inputs: str
    ) -> subprocess.CompletedProcess[str]:
        """Run a step with some inputs (``fail_on`` for ``fail-on``)."""
        outputs = self.repository.parent / f"{name}-outputs"
        outputs.write_text("")
        given = {key: one["default"] for key, one in ACTION["inputs"].items()}
        given |= {key.replace("_", "-"): value for key, value in inputs.items()}
        values = {
            key: EXPRESSION.sub(lambda found: self._value(found[1], given, event or {}), value)
            for key, value in SCRIPTS[name]["env"].items()
        }
        script = self.repository.parent / f"{name}.sh"
        script.write_text(SCRIPTS[name]["run"])
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", script],
            cwd=self.repository,
            env={
                **{key: value for key, value in os.environ.items() if key in {"PATH", "HOME"}},
                "CI": "true", "GITHUB_ACTIONS": "true", "GITHUB_ACTION_PATH": str(self._action),
                "GITHUB_WORKSPACE": str(self.repository), "RUNNER_TEMP": str(self._temp),
                "GITHUB_OUTPUT": str(outputs), "GITHUB_STEP_SUMMARY": str(self.summary),
                **values,
            },
            capture_output=True, text=True, timeout=300, check=False,
        )  # fmt: skip
        lines = outputs.read_text().splitlines()
        self._outputs[name] = dict(line.split("=", 1) for line in lines)
        return done

    def outputs(self, name: str) -> dict[str, str]:
        return self._outputs[name]

    def _value(self, expression: str, inputs: dict[str, str], event: dict[str, Any]) -> str:
        for one in expression.split(" || "):
            kind, *path = one.split(".")
            if kind == "inputs":
                value: Any = inputs[path[0]]
            elif kind == "steps":
                value = self._outputs[path[0]][path[2]]
            else:
                assert path[0] == "event", one
                value = event
                for key in path[1:]:
                    value = value.get(key, {}) if isinstance(value, dict) else {}
            if value:
                return value
        return ""


needs_bash = pytest.mark.skipif(not shutil.which("bash"), reason="no bash here")


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> tuple[Path, Path, dict[str, str]]:
    """The action's checkout, the runner's folder, and what the installing step gave."""
    base = tmp_path_factory.mktemp("action")
    action, temp = copy_checkout(base / "an action"), base / "temp"
    temp.mkdir()
    (base / "repository").mkdir()
    runner = Runner(action, temp, base / "repository")
    done = runner.step("install", plugins="\nnewslint-example @ file://" + str(
        (ROOT / "examples" / "newslint-example").resolve()
    ) + "\n", extras="zst")  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return action, temp, runner.outputs("install")


@pytest.fixture
def runner(installed, tmp_path) -> Runner:
    action, temp, outputs = installed
    repository = tmp_path / "content"
    repository.mkdir()
    (repository / "fair.txt").write_text(FUSED)
    (repository / "a b.txt").write_text(CLEAN)
    made = Runner(action, temp, repository)
    made._outputs["install"] = outputs
    return made


@needs_bash
@pytest.mark.slow
def test_newslint_is_installed_from_the_checkout_of_the_action_with_plugins(installed, tmp_path):
    newslint = Path(installed[2]["bin"]) / "newslint"
    listed = must(newslint, "rules", cwd=tmp_path)
    assert "newslint-example" in listed
    must(newslint.with_name("python"), "-c", "import zstandard", cwd=tmp_path)


@needs_bash
@pytest.mark.slow
def test_findings_are_annotated_and_fail_the_step(runner):
    done = runner.step("check")
    assert done.returncode == 1, done.stdout + done.stderr
    assert re.search(r"^::error .*file=fair\.txt,line=1,", done.stdout, re.MULTILINE)
    assert runner.outputs("check") == {"exit-status": "1", "problems": "1", "sarif-file": ""}
    assert "announcedthat" in runner.summary.read_text()


@needs_bash
@pytest.mark.slow
def test_paths_arguments_and_files_are_taken_as_they_are(runner):
    done = runner.step(
        "check",
        paths="a b.txt\n\n./a b.txt\n",
        args="--select garbled\n --min-severity 'error'",
        sarif_file="out.sarif",
        fail_on="info",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No problems in 1 file" in done.stdout
    assert runner.outputs("check") == {
        "exit-status": "0", "problems": "0", "sarif-file": "out.sarif",
    }  # fmt: skip
    sarif = json.loads((runner.repository / "out.sarif").read_text())
    assert sarif["version"] == "2.1.0"


@needs_bash
@pytest.mark.slow
@pytest.mark.parametrize("trap", ["$(touch ran) `touch ran`; touch ran #\"'\n&& touch ran", TRAP])
@pytest.mark.parametrize("name", ["paths", "args", "config", "fail_on", "base_ref", "sarif_file"])
def test_no_input_is_run(runner, name, trap):
    done = runner.step("check", changed_only="true", **{name: trap})
    assert done.returncode != 0
    assert not (runner.repository / "ran").exists()


@needs_bash
@pytest.mark.slow
def test_trouble_is_told_from_findings(runner):
    done = runner.step("check", paths="gone.txt")
    assert done.returncode == 2
    assert runner.outputs("check")["exit-status"] == "2"
    assert runner.step("check", args="--select garbld").returncode == 2
    assert "problems" not in runner.outputs("check")  # those of the run before do not count
    quote = runner.step("check", args="--select 'garbled")
    assert quote.returncode == 2
    assert "::error title=newslint::a quote in 'args' is never closed" in quote.stdout
    assert runner.outputs("check")["exit-status"] == "2"


@needs_bash
@pytest.mark.slow
def test_a_configuration_can_be_named(runner):
    (runner.repository / "other.toml").write_text('ignore = ["garbled"]\n')
    assert runner.step("check", config="other.toml").returncode == 0
    assert runner.step("check", config="gone.toml").returncode == 2


@needs_bash
@pytest.mark.slow
@pytest.mark.parametrize("event", [{}, {"before": "0" * 40}])
def test_where_nothing_tells_what_changed_everything_is_checked(runner, event):
    done = runner.step("check", event, changed_only="true")
    assert done.returncode == 1
    assert "::notice title=newslint::nothing tells what was there before" in done.stdout


@needs_bash
@pytest.mark.slow
def test_only_what_a_pull_request_changes_is_checked(runner):
    def git(*arguments: str) -> str:
        return must("git", *arguments, cwd=runner.repository, **WHO).strip()

    git("init", "-q")
    git("add", "-A")
    git("commit", "-q", "-m", "old")
    base = git("rev-parse", "HEAD")
    (runner.repository / "new.txt").write_text(FUSED.replace("mayor", "minister"))
    git("add", "-A")
    git("commit", "-q", "-m", "new")
    for event in ({"pull_request": {"base": {"sha": base}}}, {"before": base}):
        done = runner.step("check", event, changed_only="true")
        assert done.returncode == 1, done.stdout + done.stderr
        assert "file=new.txt" in done.stdout
        assert "fair.txt" not in done.stdout
    assert "fair.txt" in runner.step("check", {"before": base}).stdout
