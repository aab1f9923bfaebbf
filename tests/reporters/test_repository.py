import json
import os
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.reporters import builtin_reporter
from newslint.reporters.repository import Repository
from newslint.structs import replace


@pytest.fixture
def repository(here):
    """The working directory, a folder of a repository, and what lies in it."""
    (here / ".git").mkdir()
    (here / "site" / "news").mkdir(parents=True)
    (here / "shared.txt").write_text("News.\n")
    return here


@pytest.mark.parametrize(
    ("folder", "path", "expected"),
    [
        (".", "site/news/a.txt", "site/news/a.txt"),
        ("site", "news/a.txt", "site/news/a.txt"),
        ("site/news", "a b#é.txt", "site/news/a b#é.txt"),
        ("site/news", "../../shared.txt", "shared.txt"),
        ("site", "../../elsewhere.txt", "../../elsewhere.txt"),
        ("site", "/etc/hosts", "/etc/hosts"),
        ("site", "-", "-"),
        ("site", "no\0name.txt", "no\0name.txt"),
    ],
)
def test_a_path_counts_from_the_root(repository, monkeypatch, folder, path, expected):
    monkeypatch.chdir(repository / folder)
    assert Repository().path(path) == expected


def test_a_link_is_the_file_it_leads_to(repository, monkeypatch):
    (repository / "site" / "link.txt").symlink_to("../shared.txt")
    (repository.parent / "outside.txt").write_text("News.\n")
    (repository / "site" / "away.txt").symlink_to("../../outside.txt")
    monkeypatch.chdir(repository / "site")
    assert Repository().path("link.txt") == "shared.txt"
    assert Repository().path("away.txt") == "away.txt"


def test_a_root_that_is_reached_by_a_link_is_the_root(repository, monkeypatch):
    link = repository.parent / "link"
    link.symlink_to(repository)
    monkeypatch.chdir(link / "site")
    assert Repository().path("news/a.txt") == "site/news/a.txt"


def test_outside_of_a_repository_paths_are_as_they_are(here):
    if subprocess.run(["git", "rev-parse"], capture_output=True, check=False).returncode == 0:
        pytest.skip("the folder for temporary files is in a repository")
    assert Repository().path("../a.txt") == "../a.txt"


@given(st.text(alphabet=st.characters(codec=None)))
def test_no_name_is_too_odd(path):
    assert isinstance(Repository().path(path), str)


@pytest.mark.parametrize("name", ["sarif", "gitlab", "github"])
def test_servers_are_given_the_path_in_the_repository(repository, monkeypatch, render, said, name):
    monkeypatch.chdir(repository / "site")
    one = replace(said, location=replace(said.location, path="news/fair ground.txt"), related=())
    environ = {"environ": {}} if name == "github" else {}
    written = render(builtin_reporter(name, **environ), one)
    shown = {
        "sarif": '"uri": "site/news/fair%20ground.txt"',
        "gitlab": '"path": "site/news/fair ground.txt"',
        "github": "file=site/news/fair ground.txt,",
    }
    assert shown[name] in written
    monkeypatch.chdir(repository)
    same = replace(one, location=replace(one.location, path="site/news/fair ground.txt"))
    if name != "github":  # its messages name the place as the terminal does
        assert render(builtin_reporter(name, **environ), same) == written


def test_a_file_and_a_link_to_it_have_marks_of_their_own(repository, render, said):
    (repository / "site" / "link.txt").symlink_to("../shared.txt")
    both = [
        replace(said, location=replace(said.location, path=path))
        for path in ("shared.txt", "site/link.txt")
    ]
    issues = json.loads(render(builtin_reporter("gitlab"), *both))
    assert [one["location"]["path"] for one in issues] == ["shared.txt"] * 2
    assert len({one["fingerprint"] for one in issues}) == 2
    run = json.loads(render(builtin_reporter("sarif"), *both))["runs"][0]
    marks = [one["partialFingerprints"]["primaryLocationLineHash"] for one in run["results"]]
    assert len(set(marks)) == 2
    assert os.sep not in marks[0]
