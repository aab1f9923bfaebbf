"""The sdist and the wheel as they would be published, the wheel installed and used."""

import os
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from checkout import ROOT, copy_checkout, must, run

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel that was built from it."""
    source = copy_checkout(tmp_path_factory.mktemp("source"))
    target = tmp_path_factory.mktemp("dist")
    must(sys.executable, "-m", "build", "--no-isolation", "-o", target, source, cwd=source)
    return target


@pytest.fixture(scope="module")
def wheel(built: Path) -> set[str]:
    (file,) = built.glob("*.whl")
    return set(zipfile.ZipFile(file).namelist())


@pytest.fixture(scope="module")
def newslint(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command in an environment that has the wheel and its dependencies only."""
    venv = tmp_path_factory.mktemp("venv")
    must(sys.executable, "-m", "venv", venv, cwd=venv)
    scripts = venv / ("Scripts" if os.name == "nt" else "bin")
    (file,) = built.glob("*.whl")
    must(scripts / "python", "-m", "pip", "install", "-q", file, cwd=venv)
    return scripts / "newslint"


def shipped(folder: str) -> set[str]:
    root = ROOT / folder
    return {
        str(file.relative_to(root.parent)).replace(os.sep, "/")
        for file in root.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }


def test_the_wheel_has_every_file_of_the_packages(wheel):
    assert shipped("newslint") <= wheel
    assert shipped("rules/newslint_rules") <= wheel
    assert "newslint/py.typed" in wheel
    assert any(name.startswith("newslint/text/data/") for name in wheel)
    assert any(name.startswith("newslint_rules/") and name.endswith(".txt") for name in wheel)


def test_the_wheel_has_nothing_else(wheel):
    tops = {name.split("/")[0] for name in wheel}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"newslint", "newslint_rules"}
    assert not any("__pycache__" in name or name.endswith(".pyc") for name in wheel)


def test_the_wheel_has_its_licences(wheel):
    assert any(name.endswith("licenses/LICENSE") for name in wheel)
    notices = [name for name in wheel if name.endswith("LICENSES.md") and ".dist-info" in name]
    assert len(notices) == 2  # of the lexicon, and of the facts about offices


def test_the_sdist_can_be_tested(built):
    (file,) = built.glob("*.tar.gz")
    with tarfile.open(file) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    assert {"pyproject.toml", "README.md", "LICENSE", "tests/conftest.py"} <= names
    assert shipped("seeds") <= names
    assert not any(name.startswith((".ci", ".venv", ".git/")) for name in names)


def test_the_command_works_outside_the_checkout(newslint, tmp_path):
    assert must(newslint, "--version", cwd=tmp_path).startswith("newslint ")
    assert "GAR001" in must(newslint, "rules", cwd=tmp_path)
    tried = run(newslint, "test", cwd=tmp_path)
    assert tried.returncode == 0, tried.stdout + tried.stderr

    (tmp_path / "fair.txt").write_text("The mayor announcedthat the bridge will close.\n")
    checked = run(newslint, "check", "--format", "concise", "fair.txt", cwd=tmp_path)
    assert checked.returncode == 1, checked.stdout + checked.stderr
    assert "fair.txt:1:11: GAR001" in checked.stdout


def test_new_rules_and_plugins_can_be_written_with_it(newslint, tmp_path):
    must(newslint, "new", "rule", "long-sentence", cwd=tmp_path)
    must(newslint, "test", "rules", cwd=tmp_path)
    must(newslint, "new", "plugin", "acme", cwd=tmp_path)
    assert (tmp_path / "newslint-acme" / "pyproject.toml").exists()
