import subprocess
import sys
from pathlib import Path

import accuracy
from measures.bench import Bench
from measures.linting import Flag

SCRIPT = Path(accuracy.__file__)


def test_every_family_of_rules_is_measured():
    rules = Path(__file__).parents[2] / "rules" / "newslint_rules"
    families = {path.name for path in rules.iterdir() if (path / "__init__.py").exists()}
    assert set(accuracy.FAMILIES) == set(accuracy.MEASURES) == families


def test_an_unknown_family_is_named_with_those_there_are(data):
    ran = subprocess.run(
        [sys.executable, SCRIPT, "--data", data, "--only", "dates,datse"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 2
    assert "no family is called datse" in ran.stderr
    assert "headline, dates" in ran.stderr


def test_a_flagged_place_is_one_line_that_a_verdict_file_can_take(data):
    flag = Flag(
        "articles/afp", "a", "ENC002", "control-characters", "error", "text", 3, 4, "\u200b",
        "a zero-width space", "two\nlin", "es\there",
    )  # fmt: skip
    line = accuracy.flagged(Bench(data), [("edited", flag)])
    assert line.count("\n") == 1
    assert line.split("\t")[:7] == ["articles/afp", "a", "ENC002", "text", "3", "4", "unread"]
