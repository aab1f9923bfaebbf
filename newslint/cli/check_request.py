"""What the command line asks of ``check``."""

from __future__ import annotations

import os.path
from pathlib import Path

from newslint.discovery import STDIN, shown
from newslint.reporters.terminal import ColorChoice
from newslint.session import SessionOptions
from newslint.structs import Struct


class CheckRequest(Struct):
    """What the command line asks of ``check``; see ``newslint check --help``."""

    paths: tuple[str, ...]
    options: SessionOptions
    filtered: bool = False
    hides: bool = False
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    format_: str = "full"
    output_format: tuple[str, ...] = ()
    color: ColorChoice = "auto"
    quiet: bool = False
    statistics: bool = False
    timings: bool = False
    show_files: bool = False
    force_exclude: bool = False
    changed_since: str | None = None
    stdin_filename: str | None = None
    jobs: int | None = None
    no_cache: bool = False
    cache_dir: str | None = None
    watch: bool = False

    @property
    def stdin(self) -> bool:
        """Whether standard input is to be read."""
        return STDIN in self.paths

    @property
    def stdin_name(self) -> str:
        """What standard input is called in reports: a path like any other."""
        return shown(Path(self.stdin_filename)) if self.stdin_filename else STDIN

    @property
    def whole_folders(self) -> bool:
        """Whether whole folders are linted: only then do rules across articles see everything."""
        return self.all_given and not (self.fix or self.diff)

    @property
    def all_given(self) -> bool:
        """Whether the paths are folders, and nothing of them is left out for this run."""
        folders = all(path != STDIN and os.path.isdir(path) for path in self.paths)  # noqa: PTH112
        return bool(self.paths) and folders and not (self.filtered or self.changed_since)
