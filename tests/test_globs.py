import pytest

from newslint.errors import ConfigError
from newslint.globs import Globs


@pytest.mark.parametrize(
    ("pattern", "path", "matches"),
    [
        ("drafts/**", "drafts/a.txt", True),
        ("drafts/**", "old/drafts/a.txt", False),
        ("drafts/", "old/drafts/a.txt", True),
        ("/drafts", "drafts/a.txt", True),
        ("*.bak", "deep/down/a.bak", True),
        ("archive/19*/**", "archive/1999/a.md", True),
        ("archive/19*/**", "archive/2001/a.md", False),
        ("a.txt", "A.txt", False),
    ],
)
def test_patterns_mean_what_they_mean_in_gitignore(here, pattern, path, matches):
    assert Globs([pattern], here).match(path) is matches


def test_what_is_taken_back_is_told_apart_from_what_never_matched(here):
    globs = Globs(["*.txt", "!keep.txt"], here)
    assert globs.verdict("a.txt") is True
    assert globs.verdict("keep.txt") is False
    assert globs.verdict("a.md") is None


def test_a_pattern_for_folders_matches_folders_only(here):
    globs = Globs(["out/"], here)
    assert globs.verdict("out", folder=True) is True
    assert globs.verdict("out") is None


def test_no_patterns_match_nothing(here):
    assert Globs([], here).verdict("a") is None


def test_patterns_count_from_the_root_wherever_one_stands(here, monkeypatch):
    (here / "sub").mkdir()
    monkeypatch.chdir(here / "sub")
    globs = Globs(["drafts/**"], here)
    assert globs.match("../drafts/a.txt")
    assert globs.match(here / "drafts" / "a.txt")
    assert not globs.match("drafts/a.txt")


def test_a_root_reached_by_a_link_is_the_same_root(here):
    (here / "real" / "drafts").mkdir(parents=True)
    (here / "link").symlink_to("real")
    assert Globs(["drafts/**"], here / "real").match(here / "link" / "drafts" / "a.txt")
    assert Globs(["drafts/**"], here / "link").match("real/drafts/a.txt")


def test_outside_the_root_only_bare_names_match(here, tmp_path):
    globs = Globs(["drafts/**", "*.bak"], here)
    assert not globs.match(tmp_path / "drafts" / "a.txt")
    assert globs.match(str(tmp_path / "drafts" / "a.bak"))


@pytest.mark.parametrize("pattern", ["[z-a].txt", "drafts\\", "!"])
def test_what_is_no_glob_is_told_and_in_files_of_git_matches_nothing(here, pattern):
    with pytest.raises(ConfigError, match="is no glob as"):
        Globs(["*.md", pattern], here).match("a.txt")
    lenient = Globs(["*.md", pattern], here, lenient=True)
    assert not lenient.match("a.txt")
    assert lenient.match("a.md")
    assert lenient.verdict_on_entry(here / "a.md", folder=False)


def test_no_warning_of_regular_expressions_is_shown(here):
    assert not Globs(["[[x]"], here).match("a")
