"""Which files a path means: folders walked, what is never an article left out."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from itertools import pairwise
from pathlib import Path

from newslint.config import Config
from newslint.globs import Globs
from newslint.patterns import regexp
from newslint.structs import Struct, made

STDIN = "-"
"""The path that means standard input, and what that is called where nobody names it."""

SKIPPED_FOLDERS = frozenset(
    {"__pycache__", "_site", "build", "dist", "node_modules", "public", "site-packages", "target"}
    | {"venv"}
)
"""Folders left out on the way: tools' own and build output. Dot-folders are left out too."""

NEVER_ARTICLES = regexp(
    r"(?x)"
    r"(?i: requirements[\w.-]*\.txt | constraints\.txt | (robots|humans|ads|security|llms)\.txt"
    r"| (README|LICEN[CS]E|CHANGELOG|CONTRIBUTING|CODE_OF_CONDUCT)(\.[\w-]+)*"
    r"| (package|package-lock|composer|tsconfig|manifest|bower|angular|renovate)\.json"
    r"| (sitemap|pom|web|build)\.xml | junit[\w.-]*\.xml | gl-[\w-]+-report\.json"
    r"| ([\w.-]*[._-])?lock\.(json|txt) | \.?newslint[\w.-]* )"
    # In capitals only: history.md or notice.txt may well be an article.
    r"| (COPYING|NOTICE|AUTHORS|CONTRIBUTORS|CHANGES|HISTORY|SECURITY|CODEOWNERS|MAINTAINERS"
    r"|INSTALL|TODO|AGENTS)(\.[\w-]+)* | CMakeLists\.txt | TEST-[\w.-]*\.xml"
)
"""Names of files that are never articles: of programs, of repositories, of newslint itself."""


SCANNED = frozenset({"manifest.json", "summary.json", "summary.md"})
"""What `newslint scan` leaves in its folder beside the parts, which are no articles."""
SCANNING = frozenset({".work", "part-00000.jsonl"})
"""What there may be of it while it is under way."""


class Found(Struct, frozen=False):
    """What the paths of a command mean.

    Args:
        files: Files to read, in sorted order, as they will be reported.
        missing: Paths at which there is nothing.
        unreadable: Paths, and folders on the way, that cannot be looked into, and why.
        skipped: Named files that are left out, and why (``--force-exclude``).
        named: Those of ``files`` that were named outright; with ``--force-exclude`` none is, for
            hooks name whatever a commit changes: settings in a ``.json`` are passed over there.
        folders: Folders in which files were looked for.
    """

    files: list[str] = made(factory=list)
    missing: list[str] = made(factory=list)
    unreadable: list[tuple[str, str]] = made(factory=list)
    skipped: list[tuple[str, str]] = made(factory=list)
    named: set[str] = made(factory=set)
    folders: list[str] = made(factory=list)


def discover(
    paths: Collection[str],
    config: Config,
    suffixes: Collection[str],
    *,
    force_exclude: bool = False,
) -> Found:
    """Return the files that paths mean.

    Args:
        paths: Files and folders.
        config: For ``include``, ``exclude``, ``extend-exclude`` and the rules folders.
        suffixes: Endings of the formats that can be read (``.txt``); a name may have two
            (``.jsonl.gz``).
        force_exclude: Whether exclusions hold for files named outright too, as hooks need it.
    """
    walker = _Walker(config, suffixes)
    found = Found()
    for path in dict.fromkeys(paths):
        place = Path(path)
        if os.path.isdir(path):  # noqa: PTH112 - never raises, whatever the name
            found.files.extend(walker.walk(place))
        elif os.path.exists(path):  # noqa: PTH110 - never raises
            reason = walker.reason_to_skip_named(place) if force_exclude else None
            if reason:
                found.skipped.append((shown(place), reason))
            else:
                found.files.append(shown(place))
                if not force_exclude:
                    found.named.add(shown(place))
        elif reason := _reason_to_fail(path):
            found.unreadable.append((path, reason))
        else:
            found.missing.append(path)
    found.files = sorted(set(found.files))
    found.folders = walker.folders
    found.unreadable += walker.unreadable
    return found


def walked(folder: Path, config: Config, suffixes: Collection[str]) -> Iterator[str]:
    """Give the files that a folder means, one by one, for whoever does not want all of them.

    Subfolders come where their names stand in the order, and in a folder names are sorted.
    """
    return _Walker(config, suffixes).walk(folder)


def reason_to_leave_out(path: str, config: Config) -> str | None:
    """Return why ``--force-exclude`` leaves a file out that need not be there, ``None`` if not."""
    return _Walker(config, ()).reason_to_skip_named(Path(path))


def shown(path: Path) -> str:
    """Return a path as it is reported: relative to the working directory, with ``/``."""
    here = Path.cwd()
    absolute = Path(os.path.normpath(here / path))
    try:
        return absolute.relative_to(here).as_posix()
    except ValueError:
        return Path(os.path.relpath(absolute, here)).as_posix()


def _reason_to_fail(path: str) -> str | None:
    """Return why nobody can tell what stands at a path, ``None`` if nothing does."""
    try:
        os.stat(path)  # noqa: PTH116 - as it was given
    except PermissionError as error:  # a folder above is locked
        return error.strerror
    except (OSError, ValueError):
        return None
    return None


class _Walker:
    def __init__(self, config: Config, suffixes: Collection[str]) -> None:
        self.folders: list[str] = []
        self.unreadable: list[tuple[str, str]] = []
        self._suffixes = tuple(suffixes)
        self._include = Globs(config.include, config.root)
        self._exclude = Globs((*(config.exclude or ()), *config.extend_exclude), config.root)
        self._defaults = config.exclude is None
        self._rule_folders = {folder.resolve() for folder in config.rules}
        own = (*config.terms, *config.learned, *([config.baseline] if config.baseline else []))
        self._own_names = {file.name for file in own}
        self._own = {file.resolve() for file in own}

    def walk(self, folder: Path) -> Iterator[str]:
        yield from self._walk(folder, self._ignores_above(folder))

    def _walk(self, folder: Path, ignores: list[Globs]) -> Iterator[str]:
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            self.unreadable.append((shown(folder), error.strerror or f"{error}"))
            return
        names = {entry.name for entry in entries}
        if self._defaults and (names >= SCANNED or names >= SCANNING):
            return
        if ".git" in names:  # in it, that around it says nothing
            ignores = _git_excludes(folder)
        ignores = [*ignores, *_ignore_file(folder / ".gitignore", folder)]
        here = shown(folder)
        self.folders.append(here)
        beginning = "" if here == "." else here.rstrip("/") + "/"
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                path = Path(entry.path)
                if not self._skips_folder(path) and not _ignored(path, ignores, folder=True):
                    yield from self._walk(path, ignores)
            elif self._has_ending(entry.name) and entry.is_file():
                path = Path(entry.path)
                if (
                    (not self._include.patterns or self._include.match(path))
                    and not self.reason_to_skip(path)
                    and not _ignored(path, ignores)
                ):
                    yield beginning + entry.name

    def _has_ending(self, name: str) -> bool:
        return bool(self._include.patterns) or name.lower().endswith(self._suffixes)

    def _skips_folder(self, path: Path) -> bool:
        if self._exclude.verdict(path, folder=True):
            return True
        if not self._defaults:
            return False
        return (
            path.name.startswith(".")
            or path.name in SKIPPED_FOLDERS
            or path.resolve() in self._rule_folders
        )

    def reason_to_skip_named(self, path: Path) -> str | None:
        """Return why a walk of the working directory would leave a file out, or None."""
        folders = Path(shown(path)).parents
        if any(one.name not in {"", ".."} and self._skips_folder(one) for one in folders):
            return "in a folder that is left out"
        if self._include.patterns and not self._include.match(path):
            return "not included by the configuration"
        return self.reason_to_skip(path)

    def reason_to_skip(self, path: Path) -> str | None:
        """Return why a file is left out, or None."""
        if self._exclude.patterns and self._exclude.match(path):
            return "excluded by the configuration"
        if path.name in self._own_names and path.resolve() in self._own:
            return "newslint's own file"
        if self._defaults and NEVER_ARTICLES.fullmatch(path.name):
            return "never an article by its name"
        return None

    def _ignores_above(self, folder: Path) -> list[Globs]:
        """Return the ``.gitignore`` files above a folder, up to the root of its repository.

        None where they ignore the folder itself: it was named all the same.
        """
        from newslint.repositories import repository_root  # only folders are walked

        folder = folder.resolve()
        root = repository_root(folder)
        if root is None:
            return []  # what lies above is not ours to read
        below = [one for one in folder.parents if one.is_relative_to(root)]
        way = [*reversed(below), folder]
        ignores = _git_excludes(way[0])
        for parent, child in pairwise(way):
            ignores += _ignore_file(parent / ".gitignore", parent)
            if _ignored(child, ignores, folder=True):
                return []
        return ignores


def _git_excludes(root: Path) -> list[Globs]:
    """Return what the clone of a repository ignores beside its ``.gitignore`` files.

    That is ``info/exclude``. What a user ignores everywhere (``core.excludesFile``) is not asked:
    it says nothing of this repository, and results would be others on another machine.
    """
    folder = root / ".git"
    try:
        if folder.is_file():  # a submodule, or a work tree beside the first
            folder = root / folder.read_text().removeprefix("gitdir:").strip()
            if (folder / "commondir").is_file():
                folder /= (folder / "commondir").read_text().strip()
    except (OSError, UnicodeDecodeError):
        return []
    return _ignore_file(folder / "info" / "exclude", root)


def _ignore_file(file: Path, folder: Path) -> list[Globs]:
    """Return the globs of a file of git's, as git reads it, none where there are none."""
    try:
        content = file.read_bytes().removeprefix(b"\xef\xbb\xbf")
    except OSError:
        return []
    lines = [os.fsdecode(line.removesuffix(b"\r")) for line in content.split(b"\n")]
    lines = [line for line in lines if line.strip(" ") and not line.startswith("#")]
    return [Globs(lines, folder, lenient=True)] if lines else []


def _ignored(path: Path, ignores: list[Globs], *, folder: bool = False) -> bool:
    for globs in reversed(ignores):
        verdict = globs.verdict_on_entry(path, folder=folder)
        if verdict is not None:
            return verdict
    return False
