"""``--changed-since``: of the files found, those that differ from a commit, as git tells."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from newslint.discovery import Found
from newslint.errors import NewslintError, nearest
from newslint.repositories import is_repository

WHOLE_HISTORY = (
    "this is a shallow clone; fetch the whole history "
    "(actions/checkout: 'fetch-depth: 0', GitLab: 'GIT_DEPTH: 0', by hand: git fetch --unshallow)"
)


def keep_changed(found: Found, since: str) -> int:
    """Leave out of ``found`` what has not changed since the work here parted from a commit.

    What counts is the file as it lies there, committed or not, against the merge base of the
    commit and ``HEAD``; files that git does not track count as new, unless it ignores them. The
    repository is that of the working directory. Of files elsewhere, or in a repository of their own
    below it (a submodule), it knows nothing: they are kept.

    Args:
        found: The files; those that have not changed are taken out.
        since: A branch, tag or commit.

    Returns:
        How many files were kept because the repository knows nothing of them.

    Raises:
        NewslintError: when there is no git, no repository, no such commit or no common history.
    """
    if not since:  # a variable of a CI job that is not set
        raise NewslintError("--changed-since: must name a branch, tag or commit, not ''")
    root = Path(os.path.realpath(_line("rev-parse", "--show-toplevel", since=since)))
    base = _merge_base(since)
    listed = (
        # Without renames: a moved file is new under its new name, and gone under the old one.
        _git("diff", "--name-only", "--no-renames", "--diff-filter=d", "-z", base, "--", at=root),
        _git("ls-files", "--others", "--exclude-standard", "-z", at=root),
    )
    changed = {
        os.path.join(root, os.fsdecode(name))  # noqa: PTH118 - as a string, and many
        for done in listed
        for name in _checked(done, since).split(b"\0")
        if name
    }
    kept, unknown = [], 0
    folders: dict[str, tuple[str, bool]] = {}
    for path in found.files:
        folder, name = os.path.split(path)
        if folder not in folders:
            real = os.path.realpath(folder or os.curdir)
            folders[folder] = real, _belongs(Path(real), root)
        real, belongs = folders[folder]
        if not belongs or os.path.join(real, name) in changed:  # noqa: PTH118
            kept.append(path)
            unknown += not belongs
    found.files = kept
    found.named.intersection_update(kept)
    return unknown


def _merge_base(since: str) -> str:
    commit = _git("rev-parse", "--verify", "--quiet", f"{since}^{{commit}}")
    if commit.returncode or since.startswith("-"):  # to git, an option
        if _is_shallow(since):
            raise _failure(since, f"no such commit is known here: {WHOLE_HISTORY}")
        names = _line("for-each-ref", "--format=%(refname:short)", since=since).split("\n")
        raise _failure(since, f"no commit, branch or tag is called that{nearest(since, names)}")
    base = _git("merge-base", os.fsdecode(commit.stdout.strip()), "HEAD")
    if base.returncode == 1 and _is_shallow(since):
        raise _failure(since, f"where the work here parted from it is not known: {WHOLE_HISTORY}")
    if base.returncode == 1:
        raise _failure(since, "it has no history in common with what is checked out here")
    return _checked(base, since).decode("ascii").strip()


def _is_shallow(since: str) -> bool:
    return _line("rev-parse", "--is-shallow-repository", since=since) == "true"


def _belongs(folder: Path, root: Path) -> bool:
    """Tell whether a folder is in the repository, not in another one below it."""
    for one in (folder, *folder.parents):
        if one == root:
            return True
        if is_repository(one):
            return False
    return False


def _line(*arguments: str, since: str) -> str:
    return os.fsdecode(_checked(_git(*arguments), since)).removesuffix("\n")


def _git(*arguments: str, at: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    # Messages as they can be told apart, and no lock that another git may wait for.
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        return subprocess.run(  # noqa: S603 - no shell
            ["git", *arguments],  # noqa: S607 - the user's git is the one on the path
            cwd=at,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except OSError as error:
        reason = "is not installed" if isinstance(error, FileNotFoundError) else error.strerror
        raise NewslintError(f"--changed-since asks git, which {reason}") from error


def _checked(done: subprocess.CompletedProcess[bytes], since: str) -> bytes:
    """Return what git wrote.

    Raises:
        NewslintError: when it could not do what it was asked for, in its own words.
    """
    if done.returncode == 0:
        return done.stdout
    said = done.stderr.decode("utf-8", "replace")
    if "not a git repository" in said:
        raise _failure(since, "the working directory is in no git repository")
    if "must be run in a work tree" in said:
        raise _failure(since, "the working directory is in no work tree of its git repository")
    first = next(filter(None, said.splitlines()), f"it ended with status {done.returncode}")
    raise _failure(since, f"git says: {first.removeprefix('fatal: ')}")


def _failure(since: str, reason: str) -> NewslintError:
    return NewslintError(f"--changed-since {since}: {reason}")
