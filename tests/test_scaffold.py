import os
import re
import subprocess
import sys
import tomllib
import zipfile

import pytest

from newslint.errors import InputError
from newslint.plugins import load_book
from newslint.scaffold import new_plugin, new_rule
from newslint.trial import try_rules


def rules_in(folder):
    return load_book([folder], without=["bundled"]).rules


@pytest.mark.parametrize("toml", [False, True])
def test_a_new_rule_passes_its_own_examples(tmp_path, toml):
    path = new_rule("house-spelling", tmp_path / "rules", toml=toml)
    assert path == tmp_path / "rules" / f"house_spelling.{'toml' if toml else 'py'}"
    (rule,) = rules_in(path.parent)
    assert (rule.code, rule.name) == ("LOC001", "house-spelling")
    ((_, examples, failures),) = try_rules([rule], load_book(without=["bundled"]))
    assert (examples, failures) == (3, [])


def test_each_new_rule_gets_the_next_free_code(tmp_path):
    for name in ("one-rule", "other_rule", "Third Rule"):
        new_rule(name, tmp_path, toml=name == "other_rule", taken={"LOC002"})
    assert [(rule.code, rule.name) for rule in rules_in(tmp_path)] == [
        ("LOC001", "one-rule"), ("LOC003", "other-rule"), ("LOC004", "third-rule"),
    ]  # fmt: skip


def test_a_code_can_be_given_and_the_next_rules_follow_it(tmp_path):
    new_rule("one-rule", tmp_path, "HOU007")
    new_rule("other-rule", tmp_path)
    assert [rule.code for rule in rules_in(tmp_path)] == ["HOU001", "HOU007"]


@pytest.mark.parametrize(
    ("name", "code", "message"),
    [
        ("Übel", None, "must be words of a-z and 0-9"),
        ("../x", None, "must be words of a-z and 0-9"),
        ("7-ages", None, "must be words of a-z and 0-9"),
        ("", None, "must be words of a-z and 0-9"),
        ("import", None, "is a word of Python"),
        ("abc123", None, "is a code"),
        ("known-name", None, "is the name of a rule or family already"),
        ("local", None, "is the name of a rule or family already"),
        ("fine", "hou001", "capital letters"),
        ("fine", "GAR001", "rule code GAR001 is in use"),
        ("there", None, r"there\.py exists"),
    ],
)
def test_what_cannot_be_a_rule_is_said(tmp_path, name, code, message):
    new_rule("there", tmp_path, "HOU001")
    with pytest.raises(InputError, match=message):
        new_rule(name, tmp_path, code, toml=True, taken={"known-name", "GAR001"})
    assert [one.name for one in tmp_path.iterdir()] == ["there.py"]


def test_a_folder_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "rules").write_text("a file")
    with pytest.raises(InputError, match="cannot be written"):
        new_rule("fine", tmp_path / "rules")


@pytest.mark.parametrize("name", ["acme", "newslint-acme", "Newslint_Acme"])
def test_a_plugin_is_named_after_its_owner(tmp_path, name):
    root = new_plugin(name, tmp_path)
    assert root == tmp_path / "newslint-acme"
    project = tomllib.loads((root / "pyproject.toml").read_text())["project"]
    assert project["name"] == "newslint-acme"
    assert project["entry-points"]["newslint"] == {"acme": "newslint_acme"}
    (rule,) = rules_in(root / "newslint_acme")
    assert (rule.code, rule.name) == ("ACM001", "acme-wording")
    written = [file for file in root.rglob("*") if file.suffix in {".py", ".toml", ".md"}]
    assert len(written) >= 3
    assert not any("$" in file.read_text() for file in written)


def test_a_plugin_takes_a_prefix_that_nobody_uses(tmp_path):
    root = new_plugin("dates-desk", tmp_path, taken={"DAT001"})
    assert [rule.code for rule in rules_in(root / "newslint_dates_desk")] == ["DATE001"]
    new_rule("other", root / "newslint_dates_desk", taken={"DAT001"})
    codes = [rule.code for rule in rules_in(root / "newslint_dates_desk")]
    assert codes == ["DATE001", "DATE002"]


def test_a_plugin_folder_is_never_overwritten(tmp_path):
    (tmp_path / "newslint-acme").mkdir()
    with pytest.raises(InputError, match="newslint-acme exists"):
        new_plugin("acme", tmp_path)
    with pytest.raises(InputError, match="taken by newslint itself"):
        new_plugin("rules", tmp_path)


def run(*command, cwd, **environ):
    done = subprocess.run(
        [sys.executable, *map(str, command)], cwd=cwd, capture_output=True, text=True,
        env={**os.environ, **environ}, check=False, timeout=120,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


@pytest.mark.slow
def test_a_new_plugin_passes_its_own_tests_and_they_can_fail(tmp_path):
    root = new_plugin("acme", tmp_path)
    status, output = run("-m", "pytest", "-q", "-p", "no:cacheprovider", cwd=root)
    assert status == 0, output
    (rule,) = (root / "newslint_acme").glob("*_wording.py")
    rule.write_text(re.sub("Bad: .*", "Bad: >>Nothing<< is wrong.", rule.read_text()))
    status, output = run("-m", "pytest", "-q", "-p", "no:cacheprovider", cwd=root)
    assert status == 1
    assert "expected, not found" in output


@pytest.mark.slow
def test_a_new_plugin_can_be_built_and_its_rules_are_found(tmp_path):
    root = new_plugin("acme", tmp_path)
    status, output = run("-m", "build", "--wheel", "--no-isolation", cwd=root)
    assert status == 0, output
    (wheel,) = (root / "dist").glob("*.whl")
    installed = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(installed)
    path = os.pathsep.join([str(installed), *filter(None, [os.environ.get("PYTHONPATH")])])
    code = "from newslint.plugins import load_book; print(load_book(without=['bundled']).rules)"
    status, output = run("-c", code, cwd=tmp_path, PYTHONPATH=path)
    assert status == 0, output
    assert "code='ACM001'" in output
    assert "origin='newslint-acme'" in output
