"""The plugin as its users see it: the command line with the plugin installed."""

import json
import subprocess
import sys


def newslint(*arguments, cwd):
    return subprocess.run(
        [sys.executable, "-m", "newslint", *arguments], cwd=cwd, capture_output=True, text=True
    )


def test_its_examples_pass(tmp_path):
    run = newslint("test", "--isolated", cwd=tmp_path)
    assert run.returncode == 0, run.stdout + run.stderr


def test_its_rules_are_listed_with_their_origin(tmp_path):
    run = newslint("rules", "--isolated", "--format", "json", cwd=tmp_path)
    listed = {row["code"]: row for row in json.loads(run.stdout)}
    assert listed["EXA001"]["origin"] == "newslint-example"
    assert listed["EXA002"]["family"] == "house"
    assert listed["EXA006"]["on"] is False


def test_its_reader_and_reporter_work(tmp_path):
    (tmp_path / "wire.msg").write_text("Web site down\n\nThe web site was down all day.\n")
    run = newslint("check", "--select", "EXA002", "--format", "count", ".", cwd=tmp_path)
    assert (run.returncode, run.stdout) == (1, "EXA002 1\n")


def test_a_rule_across_articles_sees_a_whole_folder(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.md").write_text(f"---\ntitle: Ferry stays\n---\nText {name}.\n")
    run = newslint("check", "--select", "EXA101", "--format", "concise", ".", cwd=tmp_path)
    assert "b.md:2:8: EXA101" in run.stdout
