"""What docs/ci.md shows works: its YAML parses, its hooks, inputs and command lines are real."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from checkout import ROOT, must

from newslint.cli.commands import VERBS
from newslint.config import load_config

PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
YAML = [(number, text) for number, (kind, text) in enumerate(BLOCKS) if kind == "yaml"]
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for one in value.values():
            yield from strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)
    elif isinstance(value, str):
        yield value


def scripts() -> Iterator[str]:
    """What a shell would be given: of YAML its strings, of Groovy what stands after `sh`."""
    for kind, text in BLOCKS:
        if kind == "yaml":
            yield from strings(yaml.safe_load(text))
        elif kind == "groovy":
            yield from re.findall(r"\bsh '(.*)'", text)
        elif kind == "sh":
            yield text
    yield from re.findall(r"`(newslint [^`]+)`", PAGE)


def command_lines() -> list[str]:
    """The command lines of newslint, without what they are piped into."""
    found = []
    for script in scripts():
        for line in script.splitlines():
            if line.startswith("newslint ") and not line.startswith("newslint @"):
                found.append(line.split("|")[0].strip())
    for hook in HOOKS:
        for one in [hook, *shown_hooks()]:
            if one["id"] == hook["id"]:
                given = one.get("args", hook.get("args", []))
                paths = [] if hook.get("pass_filenames") is False else ["a.txt"]
                found.append(shlex.join([*shlex.split(hook["entry"]), *given, *paths]))
    return list(dict.fromkeys(found))


def workflows() -> list[dict[Any, Any]]:
    return [one for _, text in YAML if "jobs" in (one := yaml.safe_load(text))]


def steps() -> Iterator[dict[str, Any]]:
    for workflow in workflows():
        for job in workflow["jobs"].values():
            yield from job["steps"]


def shown_hooks() -> Iterator[dict[str, Any]]:
    for _, text in YAML:
        for repository in yaml.safe_load(text).get("repos", []):
            yield from repository["hooks"]


def test_there_is_something_to_look_at():
    assert len(YAML) >= 10
    assert len(workflows()) >= 5
    assert len(command_lines()) >= 10


@pytest.mark.parametrize("line", command_lines())
def test_a_command_line_is_one_that_newslint_takes(line):
    _, verb, *arguments = shlex.split(line)
    command = import_module(VERBS[verb]).command
    assert isinstance(command, click.Command)
    with command.make_context(verb, arguments) as context:
        assert context.params["paths"]


@pytest.mark.parametrize("line", command_lines())
def test_a_command_line_does_what_it_should(run_newslint, line, here, monkeypatch):
    (here / "content").mkdir()
    for file in ("a.txt", "content/b.md"):
        (here / file).write_text("The council said on Monday that the bridge would be closed.\n")
    who = {
        f"GIT_{one}_{two}": "a@b" for one in ("AUTHOR", "COMMITTER") for two in ("NAME", "EMAIL")
    }
    for arguments in (
        ("init", "-q"), ("add", "."), ("commit", "-q", "-m", "x"),
        ("update-ref", "refs/remotes/origin/main", "HEAD"),
    ):  # fmt: skip
        must("git", *arguments, cwd=here, GIT_CONFIG_GLOBAL=os.devnull, **who)
    monkeypatch.setenv("GITHUB_BASE_REF", "main")
    monkeypatch.setenv(
        "CI_MERGE_REQUEST_DIFF_BASE_SHA", must("git", "rev-parse", "HEAD", cwd=here).strip()
    )
    ran = run_newslint(*shlex.split(os.path.expandvars(line))[1:])
    assert ran.status == 0, ran.out + ran.err
    for file in re.findall(r"--output-format \w+=(\S+)", line):
        assert (here / file).read_text()


@pytest.mark.parametrize("workflow", workflows())
def test_a_workflow_has_what_github_demands(workflow):
    # "Workflow syntax for GitHub Actions"; to YAML 1.1 the key "on" is True.
    assert set(workflow) == {"name", True, "permissions", "jobs"}
    for job in workflow["jobs"].values():
        assert set(job) == {"runs-on", "steps"}
        for step in job["steps"]:
            assert ("run" in step) != ("uses" in step)
            assert "${{" not in step.get("run", "")
    for step in steps():
        if "uses" in step:
            assert re.fullmatch(r"[\w-]+/[\w/-]+@v[\d.]+", step["uses"])


def test_what_writes_to_github_may_write_there():
    for workflow in workflows():
        used = " ".join(strings(workflow["jobs"]))
        if "upload-sarif" in used:
            assert workflow["permissions"]["security-events"] == "write"
        if "github-pr-review" in used:
            assert workflow["permissions"]["pull-requests"] == "write"
        if "changed-only" in str(workflow) or "--changed-since" in used:
            assert "'fetch-depth': 0" in str(workflow)


def test_what_the_action_is_told_are_inputs_of_its():
    ours = [step for step in steps() if step.get("uses", "").startswith("OWNER/newslint@")]
    assert ours
    for step in ours:
        assert set(step.get("with", {})) <= set(ACTION["inputs"])
        assert all(isinstance(value, str) for value in step.get("with", {}).values())
    outputs = re.findall(r"steps\.newslint\.outputs\.([\w-]+)", PAGE)
    assert outputs
    assert set(outputs) <= set(ACTION["outputs"])


def test_the_arguments_the_action_is_given_are_options_of_check():
    for step in steps():
        if arguments := step.get("with", {}).get("args"):
            command = import_module(VERBS["check"]).command
            command.make_context("check", [*shlex.split(arguments), "."])


def test_the_hooks_shown_are_those_there_are():
    assert {hook["id"] for hook in shown_hooks()} == {hook["id"] for hook in HOOKS}
    for hook in HOOKS:
        assert f"| `{hook['id']}` |" in PAGE


def test_the_configuration_shown_is_valid(here):
    for kind, text in BLOCKS:
        if kind == "toml":
            (here / "newslint.toml").write_text(text)
            load_config(here / "newslint.toml")


def test_a_gitlab_job_keeps_the_files_its_script_writes():
    jobs = [job for _, text in YAML for job in yaml.safe_load(text).values() if "script" in job]
    assert jobs
    for job in jobs:
        written = dict(re.findall(r"--output-format (\w+)=(\S+)", " ".join(job["script"])))
        reports = job.get("artifacts", {}).get("reports", {})
        assert {reports.get("codequality"), reports.get("junit")} == {
            written.get("gitlab"), written.get("junit"),
        }  # fmt: skip
        assert not reports or job["artifacts"]["when"] == "always"


def test_links_lead_to_files_of_the_repository():
    for target in re.findall(r"\]\(([^)]+)\)", PAGE):
        assert (ROOT / "docs" / target).resolve().is_relative_to(ROOT)
        assert (ROOT / "docs" / Path(target.split("#")[0])).exists()
