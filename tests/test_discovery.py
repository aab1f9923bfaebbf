import os
from pathlib import Path

import pytest
from checkout import must
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.config import Config
from newslint.discovery import NEVER_ARTICLES, discover, shown

SUFFIXES = (".txt", ".md", ".jsonl")


@pytest.fixture
def tree(here):
    def write(*files: str, **contents: str) -> Path:
        for name in files:
            path = here / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("")
        return here

    return write


def files(*paths: str, force_exclude: bool = False, **config) -> list[str]:
    return discover(paths or (".",), Config(**config), SUFFIXES, force_exclude=force_exclude).files


def test_a_folder_means_its_articles_in_sorted_order(tree):
    tree("b.txt", "a.md", "a/z.jsonl", "a/y.TXT", "c.py", "d.json", "e")
    assert files() == ["a.md", "a/y.TXT", "a/z.jsonl", "b.txt"]


def test_order_and_repetition_of_arguments_do_not_matter(tree):
    tree("b.txt", "a/a.txt")
    once = files("a", "b.txt")
    assert files("b.txt", "./b.txt", "a", ".", "a/a.txt") == once == ["a/a.txt", "b.txt"]


def test_a_named_file_is_read_whatever_it_is_called(tree):
    tree("README.md", "code.py", "a.txt")
    found = discover(["README.md", "code.py"], Config(), SUFFIXES)
    assert found.files == ["README.md", "code.py"]
    assert found.named == {"README.md", "code.py"}
    assert discover(["."], Config(), SUFFIXES).named == set()


@pytest.mark.parametrize(
    "path",
    [
        ".git/a.txt", ".hidden/a.txt", "node_modules/a.txt", "build/a.txt", "dist/a.md",
        "deep/__pycache__/a.txt", "requirements.txt", "requirements-dev.txt", "robots.txt",
        "LICENSE", "LICENSE.txt", "README.md", "readme.de.md", "CHANGELOG.md", "COPYING.txt",
        "CMakeLists.txt", "requirements.lock.txt",
    ],
)  # fmt: skip
def test_what_is_never_an_article_is_left_out(tree, path):
    tree(path, "a.txt")
    assert files() == ["a.txt"]


@pytest.mark.parametrize(
    "name",
    [
        "history.md", "notice.txt", "security-council.txt", "gridlock.txt", "sherlock.txt",
        "license-plates.md", "readme-like.txt", "deadlock-in-talks.txt", "changes-at-the-top.md",
        "test-flight-ends.txt", "gl-a-report.txt", "junit.txt",
    ],
)  # fmt: skip
def test_what_may_be_an_article_is_read(tree, name):
    tree(name)
    assert files() == [name]


@pytest.mark.parametrize(
    "name",
    [
        "package.json", "package-lock.json", "pnpm-lock.json", "sitemap.xml", "junit.xml",
        "junit-results.xml", "TEST-a.b.xml", "gl-code-quality-report.json", "newslint.xml",
    ],
)  # fmt: skip
def test_files_of_programs_are_no_articles(name):
    assert NEVER_ARTICLES.fullmatch(name)


def test_rule_folders_lists_of_terms_and_what_was_learned_are_left_out(tree):
    root = tree("rules/words.txt", "terms.txt", "a.txt", "other/rules/b.txt", "learned.txt")
    found = files(
        rules=(root / "rules",), terms=(root / "terms.txt",), learned=(root / "learned.txt",)
    )
    assert found == ["a.txt", "other/rules/b.txt"]


def test_a_folder_that_is_named_is_walked_even_if_it_would_be_left_out(tree):
    tree("build/a.txt", "build/.x/b.txt")
    assert files("build") == ["build/a.txt"]


def test_excluded_by_the_configuration(tree):
    tree("a.txt", "drafts/b.txt", "node_modules/c.txt")
    assert files(extend_exclude=("drafts/**",)) == ["a.txt"]
    assert files(exclude=("a.txt",)) == ["drafts/b.txt", "node_modules/c.txt"]


def test_exclusions_hold_wherever_one_stands(tree, monkeypatch):
    root = tree("a.txt", "drafts/b.txt", "sub/c.txt")
    monkeypatch.chdir(root / "sub")
    assert files("..", root=root, extend_exclude=("drafts/",)) == ["../a.txt", "c.txt"]


def test_include_is_what_is_read(tree):
    tree("a.txt", "b.md", "c.text", "news/d.text")
    assert files(include=("*.text",)) == ["c.text", "news/d.text"]


def test_named_files_are_read_even_if_excluded_unless_forced(tree):
    root = tree("drafts/a.txt", "README.md", "rules/w.txt", ".github/x.md", "ok.txt", "no.txt")
    named = ("drafts/a.txt", "README.md", "rules/w.txt", ".github/x.md", "ok.txt")
    config = {"extend_exclude": ("drafts/",), "rules": (root / "rules",)}
    assert files(*named, **config) == sorted(named)
    found = discover(named, Config(**config), SUFFIXES, force_exclude=True)
    assert found.files == ["ok.txt"]
    assert not found.named
    assert files("ok.txt", "no.txt", force_exclude=True, include=("o*",)) == ["ok.txt"]
    assert {path for path, _ in found.skipped} == set(named) - {"ok.txt"}
    assert all(reason for _, reason in found.skipped)


def test_forced_exclusion_does_not_look_above_the_working_directory(tmp_path, monkeypatch):
    folder = tmp_path / "build" / "news"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text("")
    monkeypatch.chdir(folder)
    assert files("a.txt", str(folder / "a.txt"), force_exclude=True) == ["a.txt"]


def test_gitignore_is_respected(tree):
    root = tree("a.txt", "out/b.txt", "sub/c.txt", "sub/keep.txt", "sub/out/d.txt", "x/secret.txt")
    (root / ".gitignore").write_text("/out/\nsecret.txt\n")
    (root / "sub" / ".gitignore").write_text("*.txt\n!keep.txt\n")
    assert files() == ["a.txt", "sub/keep.txt"]


def test_gitignore_above_holds_up_to_the_root_of_the_repository(tree, monkeypatch):
    root = tree("top/repo/news/a.txt", "top/repo/news/b.txt", "top/repo/news/c.txt")
    (root / "top" / ".gitignore").write_text("c.txt\n")
    (root / "top" / "repo" / ".git").mkdir()
    (root / "top" / "repo" / ".gitignore").write_text("news/b.txt\n")
    monkeypatch.chdir(root / "top" / "repo" / "news")
    assert files() == ["a.txt", "c.txt"]


def test_outside_a_repository_nothing_above_is_read(tree, monkeypatch):
    root = tree("news/a.txt")
    (root / ".gitignore").write_text("a.txt\n")
    monkeypatch.chdir(root / "news")
    assert files() == ["a.txt"]


def test_a_named_file_is_read_even_if_git_ignores_it(tree):
    root = tree("a.txt")
    (root / ".gitignore").write_text("*.txt\n")
    assert files("a.txt") == ["a.txt"]


def test_a_named_folder_is_walked_even_if_git_ignores_it(tree):
    root = tree("out/a.txt", "out/sub/b.txt", "out/sub/own.txt", "c.txt")
    (root / ".git").mkdir()
    (root / ".gitignore").write_text("out/\nb.txt\n")
    (root / "out" / "sub" / ".gitignore").write_text("own.txt\n")
    assert files() == ["c.txt"]
    assert files("out") == ["out/a.txt", "out/sub/b.txt"]
    assert files("out/sub") == ["out/sub/b.txt"]
    assert files(".", "out/sub") == ["c.txt", "out/sub/b.txt"]


def test_what_a_clone_ignores_for_itself_is_respected_and_comes_last(tree):
    root = tree("a.txt", "private/b.txt", "sub/c.txt", "sub/d.txt")
    (root / ".git" / "info").mkdir(parents=True)
    (root / ".git" / "info" / "exclude").write_text("# mine\nprivate/\n/sub/*.txt\n")
    (root / "sub" / ".gitignore").write_text("!d.txt\n")
    assert files() == ["a.txt", "sub/d.txt"]
    assert files("sub") == ["sub/d.txt"]


def test_in_a_second_work_tree_too(tree):
    root = tree("second/a.txt", "second/b.txt")
    (root / "main.git" / "worktrees" / "second").mkdir(parents=True)
    (root / "main.git" / "worktrees" / "second" / "commondir").write_text("../..\n")
    (root / "main.git" / "info").mkdir()
    (root / "main.git" / "info" / "exclude").write_text("b.txt\n")
    (root / "second" / ".git").write_text("gitdir: ../main.git/worktrees/second\n")
    assert files("second") == ["second/a.txt"]
    (root / "second" / ".git").write_bytes(b"\xff")
    assert files("second") == ["second/a.txt", "second/b.txt"]


def test_a_repository_below_is_its_own_master(tree):
    root = tree("a.txt", "part/a.txt", "part/b.txt")
    (root / ".gitignore").write_text("a.txt\n")
    (root / "part" / ".git").mkdir()
    (root / "part" / ".gitignore").write_text("b.txt\n")
    assert files() == ["part/a.txt"]


def test_lines_of_gitignore_end_where_git_ends_them(tree):
    root = tree("a.txt", "b\u2028c.txt", "c.txt", "d\x0ce.txt")
    ignore = b"\xef\xbb\xbfa.txt\r\n\r\n# c.txt\nb\xe2\x80\xa8c.txt\nd\x0ce.txt"
    (root / ".gitignore").write_bytes(ignore)
    assert files() == ["c.txt"]


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_gitignore_may_name_what_is_no_text(tree):
    root = tree("a.txt")
    (root / os.fsdecode(b"b\xe9.txt")).write_text("")
    (root / ".gitignore").write_bytes(b"b\xe9.txt\n")
    assert files() == ["a.txt"]


def test_the_inside_of_a_folder_can_be_taken_back(tree):
    root = tree("drafts/a.txt", "drafts/final.txt", "old/x/a.txt", "old/x/keep.txt")
    (root / ".gitignore").write_text("drafts/**\n!drafts/final.txt\n/old/*/*\n!keep.txt\n")
    assert files() == ["drafts/final.txt", "old/x/keep.txt"]


NAMES = ("a.txt", "b.txt", "keep.txt", "c.md", "#d.txt", "!e.txt", "two words.txt")
PATTERNS = (
    "*", "**", "*/", "/*", "*.txt", "a.txt", "/a.txt", "keep.txt", "*.md", "[ab].txt", "[!a].txt",
    "?.txt", "x", "x/", "/x", "/x/", "x/*", "x/**", "x/**/", "x/y", "x/y/", "/x/y/*", "**/y",
    "**/y/", "y/a.txt", "**/a.txt", "x/**/a.txt", "*y", "x//y", "a.txt/", "\\#d.txt", "\\!e.txt",
    "two words.txt", "two\\ words.txt", "*.txt ", "*.md\r", "# a.txt", " ",
    "a[", "a\\", "/",
)  # fmt: skip


@given(
    ignores=st.dictionaries(
        st.sampled_from(("", "x", "x/y", "y", "y/x", "x/x")),
        st.lists(st.tuples(st.sampled_from(("", "", "!")), st.sampled_from(PATTERNS)), max_size=4),
        min_size=1,
    )
)
@settings(max_examples=60)
def test_what_is_ignored_is_what_git_ignores(tmp_path_factory, ignores):
    root = tmp_path_factory.mktemp("ignored")
    for folder in ("", "x", "x/y", "x/y/x", "x/x", "y", "y/x"):
        (root / folder).mkdir(exist_ok=True)
        for name in NAMES:
            (root / folder / name).touch()
    for folder, lines in ignores.items():
        text = "\n".join(f"{mark}{pattern}" for mark, pattern in lines)
        (root / folder / ".gitignore").write_bytes(text.encode())
    must("git", "init", "-q", cwd=root)
    of_nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    listed = must("git", "ls-files", "-zo", "--exclude-standard", cwd=root, **of_nobody)
    expected = {name for name in listed.split("\0") if name.endswith(SUFFIXES)}
    found = discover([str(root)], Config(), SUFFIXES).files
    assert {os.path.relpath(path, root) for path in found} == expected


def test_what_is_missing_is_said_and_the_rest_found(tree):
    tree("a.txt")
    found = discover(["a.txt", "nowhere.txt", "no\0name", "x" * 5000], Config(), SUFFIXES)
    assert found.files == ["a.txt"]
    assert found.missing == ["nowhere.txt", "no\0name", "x" * 5000]


def test_what_cannot_be_looked_into_is_said_and_the_rest_found(tree, monkeypatch):
    tree("a.txt", "locked/b.txt", "news/c.txt")

    def refuse(function, name):
        def refusing(path, *given, **named):
            if Path(os.fspath(path)).name == name:
                raise PermissionError(13, "Permission denied", path)
            return function(path, *given, **named)

        return refusing

    monkeypatch.setattr(os, "scandir", refuse(os.scandir, "locked"))
    monkeypatch.setattr(os, "stat", refuse(os.stat, "b.txt"))
    found = discover([".", "locked/b.txt"], Config(), SUFFIXES)
    assert found.files == ["a.txt", "news/c.txt"]
    assert found.missing == []
    assert sorted(found.unreadable) == [
        ("locked", "Permission denied"),
        ("locked/b.txt", "Permission denied"),
    ]


def test_links_to_files_are_read_and_links_to_folders_are_not_followed(tree):
    root = tree("real/a.txt")
    (root / "link.txt").symlink_to("real/a.txt")
    (root / "loop").symlink_to(".")
    (root / "dangling.txt").symlink_to("nowhere")
    assert files() == ["link.txt", "real/a.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_in_a_folder_is_no_article(tree):
    root = tree("a.txt")
    os.mkfifo(root / "pipe.txt")
    assert files() == ["a.txt"]


def test_paths_are_shown_relative_to_the_working_directory(tree, monkeypatch):
    root = tree("sub/x.txt")
    assert shown(Path("./sub/../sub/x.txt")) == "sub/x.txt"
    assert shown(root / "sub" / "x.txt") == "sub/x.txt"
    monkeypatch.chdir(root / "sub")
    assert shown(root / "a.txt") == "../a.txt"


def test_what_a_scan_wrote_is_no_article(tree):
    tree("a.txt", "out/part-00000.jsonl", "out/manifest.json", "out/summary.json", "out/summary.md")
    tree("half/part-00000.jsonl", "half/.work/plan.gz", "parts/part-00000.jsonl")
    assert files() == ["a.txt", "parts/part-00000.jsonl"]
    assert "out/part-00000.jsonl" in files(exclude=())
