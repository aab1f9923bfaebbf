"""`newslint check --changed-since`, in real repositories."""

import os
import subprocess
from pathlib import Path

import pytest
from checkout import must

from newslint.cli import changed

WHO = {
    "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org",
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null",
}  # fmt: skip


class Repository:
    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str) -> str:
        return must("git", *arguments, cwd=self.root)

    def write(self, *names: str, text: str = "The ferry left the harbour.\n") -> None:
        for name in names:
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def commit(self, *names: str, text: str = "The ferry left the harbour.\n") -> None:
        self.write(*names, text=text)
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "news", "--allow-empty")


@pytest.fixture(autouse=True)
def _git_of_nobody(monkeypatch):
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name, value in WHO.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def repository(here):
    made = Repository(here)
    made.commit("a.txt", "b.txt", "sub/c.txt", "sub/d.txt")
    return made


@pytest.fixture
def read(run_newslint):
    """The files that are read: `read("main", "sub", cwd=folder)`."""

    def run(since: str, *paths: str, **keywords) -> list[str]:
        line = ("check", "--isolated", *(paths or (".",)), "--changed-since", since)
        ran = run_newslint(*line, "--show-files", **keywords)
        assert ran.status == 0, ran.err
        return ran.out.splitlines()

    return run


@pytest.fixture
def refused(run_newslint):
    """What is said when it cannot be done."""

    def run(since: str, **keywords) -> str:
        ran = run_newslint("check", "--isolated", ".", f"--changed-since={since}", **keywords)
        assert (ran.status, ran.out) == (2, "")
        (line,) = ran.err.splitlines()
        return line

    return run


def test_committed_staged_unstaged_and_untracked_files_are_read(repository, read):
    repository.git("switch", "-q", "-c", "news")
    repository.commit("sub/committed.txt")
    repository.write("staged.txt")
    repository.git("add", "-A")
    repository.write("untracked.txt")
    repository.write("a.txt", text="The ferry came back.\n")
    assert read("main") == ["a.txt", "staged.txt", "sub/committed.txt", "untracked.txt"]
    assert read("main", "sub") == ["sub/committed.txt"]
    assert read("main", "a.txt", "b.txt") == ["a.txt"]
    assert read("HEAD") == ["a.txt", "staged.txt", "untracked.txt"]


def test_what_changed_on_the_other_branch_meanwhile_is_not_ours(repository, read):
    repository.git("switch", "-q", "-c", "news")
    repository.commit("ours.txt")
    repository.git("switch", "-q", "main")
    repository.commit("theirs.txt", "a.txt", text="The ferry was late.\n")
    repository.git("switch", "-q", "news")
    assert read("main") == ["ours.txt"]


def test_a_change_that_was_taken_back_is_none(repository, read):
    repository.commit("a.txt", text="The ferry sank.\n")
    repository.write("a.txt")
    assert read("HEAD~1") == []


def test_renamed_files_are_read_under_their_new_name_and_deleted_ones_not(repository, read):
    repository.git("mv", "a.txt", "moved.txt")
    repository.git("rm", "-q", "b.txt")
    (repository.root / "sub" / "c.txt").unlink()
    assert read("HEAD") == ["moved.txt"]


def test_ignored_files_are_not_new(repository, read):
    repository.write(".gitignore", text="private/\n")
    repository.write("private/notes.txt", "new.txt")
    assert read("HEAD", ".", "private/notes.txt") == ["new.txt"]


def test_it_works_from_a_folder_below_and_counts_from_there(repository, read):
    repository.write("sub/new.txt", "new.txt")
    sub = repository.root / "sub"
    assert read("HEAD", cwd=sub) == ["new.txt"]
    assert read("HEAD", "..", cwd=sub) == ["../new.txt", "new.txt"]


def test_names_may_hold_anything(repository, read):
    names = ["naïve – ünïcode.txt", "two words.txt", "\u4e00.txt", 'it\'s "quoted".txt']
    repository.commit(*names[:2])
    repository.write(*names[2:])
    assert read("HEAD~1") == sorted(names)


@pytest.mark.skipif(os.name == "nt", reason="line ends and bytes in names")
def test_names_may_hold_line_ends_and_be_no_text(repository, read):
    repository.write("line\nend.txt")
    (repository.root / os.fsdecode(b"latin-\xe9.txt")).write_text("The ferry left.\n")
    assert len(read("HEAD")) == 2


def test_settings_of_the_user_do_not_matter(repository, read):
    for setting in ("diff.relative=true", "diff.renames=copies", "diff.external=false",
                    "status.showUntrackedFiles=no", "core.quotePath=true", "color.ui=always",
                    "diff.mnemonicPrefix=true", "diff.noprefix=true"):  # fmt: skip
        repository.git("config", *setting.split("=", 1))
    repository.git("mv", "a.txt", "sub/e.txt")
    repository.write("new.txt")
    assert read("HEAD", "..", cwd=repository.root / "sub") == ["../new.txt", "e.txt"]


def test_the_working_directory_may_be_reached_by_a_link(repository, read, tmp_path):
    (tmp_path / "link").symlink_to(repository.root, target_is_directory=True)
    repository.write("new.txt")
    assert read("HEAD", cwd=tmp_path / "link") == ["new.txt"]
    assert read("HEAD", str(tmp_path / "link")) == ["../link/new.txt"]


def test_in_a_second_work_tree(repository, read, tmp_path):
    repository.git("worktree", "add", "-q", "-b", "news", str(tmp_path / "second"))
    (tmp_path / "second" / "new.txt").write_text("The ferry left.\n")
    assert read("main", cwd=tmp_path / "second") == ["new.txt"]


def test_of_files_in_no_or_another_repository_nothing_is_known_and_they_are_read(
    repository, run_newslint, tmp_path
):
    Repository(repository.root / "part").commit("a.txt")
    (tmp_path / "elsewhere.txt").write_text("The ferry left.\n")
    line = ("check", "--isolated", ".", "../elsewhere.txt", "--changed-since", "HEAD")
    ran = run_newslint(*line, "--format", "concise")
    assert ran.status == 0
    assert "2 files are not in this git repository: read, though nobody knows" in ran.err
    assert "in 2 files" in ran.err
    assert "part/a.txt" in run_newslint(*line, "--show-files").out


def test_where_nothing_changed_it_is_said_and_all_is_well(repository, run_newslint):
    ran = run_newslint("check", "--isolated", ".", "--changed-since", "main")
    assert ran.status == 0
    assert "newslint: no article has changed since main" in ran.err


def test_a_changed_file_is_read_whole_and_may_be_fixed(repository, check_in_newsroom):
    repository.commit("bad.txt", "a.txt", text="A badword here.\n")
    repository.write("a.txt", text="A badword here.\nNew.\n")
    assert check_in_newsroom(".", "--changed-since", "HEAD").out.count("LOC001") == 1
    check_in_newsroom(".", "--changed-since", "HEAD", "--fix")
    assert (repository.root / "a.txt").read_text() == "A goodword here.\nNew.\n"
    assert (repository.root / "bad.txt").read_text() == "A badword here.\n"


@pytest.fixture
def check_in_newsroom(newsroom, run_newslint):
    def run(*arguments: str):
        return run_newslint("check", "--no-plugin", "bundled", *arguments, "--format", "concise")

    return run


ACROSS = '''
from newslint import Fact, rule


def words(doc):
    yield Fact("ferry", doc.span(0, 3))


@rule("LOC101", gather=words, min_articles=2)
def everywhere(group):
    """Words."""
    for use in group.uses:
        yield use.flag("a ferry again")
'''


def test_rules_across_articles_are_not_run_and_that_is_said(
    repository, newsroom, check_in_newsroom
):
    (newsroom / "rules" / "across.py").write_text(ACROSS)
    repository.write("x.txt", "y.txt")
    assert "LOC101" in check_in_newsroom(".").out
    ran = check_in_newsroom(".", "--changed-since", "HEAD")
    assert "LOC101" not in ran.out
    assert "1 rule across articles not run" in ran.err


# --- what cannot be done


def test_outside_a_repository(refused, tmp_path):
    (tmp_path / "bare").mkdir()
    said = refused("main", cwd=tmp_path / "bare")
    assert said == ("newslint: --changed-since main: the working directory is in no git repository")


def test_an_unknown_commit_and_what_may_be_meant(repository, refused):
    assert refused("mian").endswith("no commit, branch or tag is called that; did you mean 'main'?")
    for since in ("main..HEAD", "--git-dir", "-n", "HEAD:a.txt", "0" * 40):
        assert f"--changed-since {since}: no commit, branch or tag is called that" in refused(since)
    assert refused("") == ("newslint: --changed-since: must name a branch, tag or commit, not ''")


def test_in_a_repository_without_commits(refused, here):
    Repository(here)
    assert "no commit, branch or tag is called that" in refused("HEAD")


def test_without_a_history_in_common(repository, refused):
    repository.git("switch", "-q", "--orphan", "other")
    repository.commit("z.txt")
    assert "no history in common" in refused("main")


def test_a_shallow_clone_says_how_to_fetch_more(repository, refused, tmp_path):
    repository.git("switch", "-q", "-c", "news")
    repository.commit("ours.txt")
    repository.commit("ours.txt", text="The ferry was late.\n")
    repository.git("switch", "-q", "main")
    repository.commit("theirs.txt")
    clone = tmp_path / "clone"
    address = f"file://{repository.root}"
    must("git", "clone", "-q", "--depth=1", "--branch=news", address, clone, cwd=tmp_path)
    said = refused("origin/main", cwd=clone)
    assert "no such commit is known here: this is a shallow clone" in said
    assert "fetch-depth: 0" in said
    must("git", "fetch", "-q", "--depth=1", "origin", "main:main", cwd=clone)
    said = refused("main", cwd=clone)
    assert "where the work here parted from it is not known: this is a shallow clone" in said
    assert "fetch-depth: 0" in said


def test_a_shallow_clone_that_knows_enough_is_enough(repository, read, tmp_path):
    clone = tmp_path / "clone"
    must("git", "clone", "-q", "--depth=1", f"file://{repository.root}", clone, cwd=tmp_path)
    (clone / "new.txt").write_text("The ferry left.\n")
    assert read("origin/main", cwd=clone) == ["new.txt"]


def test_in_the_folder_of_git_itself(repository, refused):
    assert "no work tree" in refused("main", cwd=repository.root / ".git")


def test_without_git(repository, refused, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert refused("main") == "newslint: --changed-since asks git, which is not installed"


def test_what_git_says_is_passed_on(repository, refused, monkeypatch):
    def failing(command, **keywords):
        return subprocess.CompletedProcess(command, 128, b"", b"fatal: dubious ownership\nhint: x")

    monkeypatch.setattr(changed.subprocess, "run", failing)
    assert refused("main").endswith("git says: dubious ownership")
