"""The plugins that are found are those `importlib.metadata` finds."""

import importlib.metadata
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from newslint import installed
from newslint.installed import Entry, entries, is_importable

GROUP = "newslint"
Install = Callable[..., Path]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Lay down what an installer would: `install("acme-1.0.dist-info", "a = acme")`."""
    monkeypatch.setattr(sys, "path", [])

    def write(
        info: str, *lines: str, folder: str = "site", head: str = "Name: acme\nVersion: 1.0\n"
    ) -> Path:
        root = tmp_path / folder
        (root / info).mkdir(parents=True)
        metadata = "PKG-INFO" if info.endswith(".egg-info") else "METADATA"
        (root / info / metadata).write_text(f"Metadata-Version: 2.1\n{head}\nName: no\n")
        if lines:
            content = "\n".join(["[console_scripts]", "x = y:z", f"[{GROUP}]", *lines])
            (root / info / "entry_points.txt").write_text(content)
        if str(root) not in sys.path:
            sys.path.append(str(root))
        return root

    return write


def by_importlib() -> list[Entry]:
    found = importlib.metadata.entry_points(group=GROUP)
    return [Entry(one.name, one.value, one.dist.name, one.dist.version) for one in found]


@pytest.fixture
def _importlib_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installed, "_by_importlib", lambda group: pytest.fail("asked"))


def test_here_it_finds_the_bundled_rules_and_what_importlib_finds() -> None:
    assert "newslint_rules" in {one.value for one in entries(GROUP)}
    assert entries(GROUP) == by_importlib()


@pytest.mark.usefixtures("_importlib_is_not_asked")
@pytest.mark.parametrize(
    ("info", "lines"),
    [
        ("acme-1.0.dist-info", ["one = acme"]),
        (
            "acme-1.0.dist-info",
            ["one = acme", "two=acme.more:part [extra]", "", "[other]", "x = y"],
        ),
        ("acme-1.0.dist-info", ["# one = acme", " two  =  acme ", "[newslint]", "three = acme"]),
        ("acme-1.0.dist-info", []),
        ("Acme_News-1.0.dist-info", ["one = acme"]),
        ("acme.egg-info", ["one = acme"]),
        ("acme-1.0-py3.11.egg-info", ["one = acme"]),
        ("acme", ["one = acme"]),
    ],
)
def test_entry_points_lie_in_folders_on_the_path(install: Install, info, lines) -> None:
    install(info, *lines)
    assert entries(GROUP) == by_importlib()
    assert bool(entries(GROUP)) == (bool(lines) and info != "acme")


@pytest.mark.usefixtures("_importlib_is_not_asked")
def test_a_distribution_is_called_what_its_metadata_call_it(install: Install) -> None:
    install("acme_news-1.0.dist-info", "one = acme", head="name: Acme.News\nVersion: 1.0rc1\n")
    assert entries(GROUP) == [Entry("one", "acme", "Acme.News", "1.0rc1")] == by_importlib()


@pytest.mark.usefixtures("_importlib_is_not_asked")
@pytest.mark.parametrize("other", ["acme__news-2.0.dist-info", "Acme.News-2.0.egg-info"])
def test_the_first_of_a_name_on_the_path_hides_the_others(install: Install, other: str) -> None:
    install("acme_news-1.0.dist-info", folder="first")
    install(other, "one = acme", folder="second")
    assert entries(GROUP) == [] == by_importlib()


@pytest.mark.usefixtures("_importlib_is_not_asked")
def test_what_is_not_there_or_not_readable_is_passed_over(install: Install) -> None:
    root = install("acme-1.0.dist-info", "one = acme")
    (root / "other-1.0.dist-info").write_text("a file")
    (root / "third-1.0.dist-info" / "entry_points.txt").mkdir(parents=True)
    sys.path.insert(0, str(root / "nowhere"))
    assert [one.name for one in entries(GROUP)] == ["one"]


@pytest.mark.usefixtures("_importlib_is_not_asked")
def test_the_working_directory_may_be_on_the_path(install: Install, monkeypatch) -> None:
    monkeypatch.chdir(install("acme-1.0.dist-info", "one = acme"))
    sys.path[:] = [""]
    assert [one.name for one in entries(GROUP)] == ["one"]


def test_a_zip_file_on_the_path_is_looked_into(tmp_path: Path, monkeypatch) -> None:
    file = tmp_path / "acme.zip"
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("acme-1.0.dist-info/METADATA", "Name: acme\nVersion: 1.0\n")
        packed.writestr("acme-1.0.dist-info/entry_points.txt", f"[{GROUP}]\none = acme\n")
    monkeypatch.setattr(sys, "path", [str(file)])
    assert entries(GROUP) == [Entry("one", "acme", "acme", "1.0")]


def test_an_importer_with_distributions_of_its_own_is_asked(install: Install, monkeypatch) -> None:
    root = install("acme-1.0.dist-info", "one = acme", folder="elsewhere")
    sys.path.clear()

    class Finder:
        @staticmethod
        def find_spec(name, path=None, target=None):
            return None

        @staticmethod
        def find_distributions(context):
            return [importlib.metadata.PathDistribution(root / "acme-1.0.dist-info")]

    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path, Finder])
    assert entries(GROUP) == [Entry("one", "acme", "acme", "1.0")]


def test_a_module_is_found_without_being_imported(tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "found_not_imported.py").write_text("raise SystemExit('it was imported')")
    assert not is_importable("found_not_imported")
    monkeypatch.syspath_prepend(tmp_path)
    assert is_importable("found_not_imported")
    assert "found_not_imported" not in sys.modules
    assert is_importable("sys")
    assert not is_importable("no_such_module_")


def test_a_module_that_is_kept_out_is_not_there(monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "json", None)
    assert not is_importable("json")
