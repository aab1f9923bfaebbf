"""What the verbs on a corpus share: which files its inputs mean, and how large articles are."""

from __future__ import annotations

import glob
import os
from collections.abc import Collection
from functools import cache
from pathlib import Path

from newslint.cli.notes import Notes
from newslint.config import MAX_ARTICLE_SIZE as CHECK_LIMIT
from newslint.config import Config
from newslint.discovery import Found, discover
from newslint.scan.request import MAX_ARTICLE_SIZE
from newslint.session import SessionOptions
from newslint.structs import replace


def corpus_files(
    inputs: Collection[str], config: Config, suffixes: Collection[str], *outputs: Path
) -> Found:
    """Return the files to read, in sorted order.

    Args:
        inputs: Files, folders, and globs that no shell has expanded: ``crawl/**/*.jsonl.zst``. The
            files that a glob means count as named.
        config: The configuration.
        suffixes: Endings of the formats that can be read.
        outputs: The folders and files that are written to; what is in them is not read.
    """
    paths: list[str] = []
    for given in inputs:
        if not Path(given).exists() and glob.has_magic(given):
            # Not Path.glob: it knows no absolute patterns.
            paths += sorted(filter(os.path.exists, glob.glob(given, recursive=True))) or [given]  # noqa: PTH207
        else:
            paths.append(given)
    found = discover(paths, config, suffixes)
    own = [output.resolve() for output in outputs]
    names = {one.name for one in own}

    @cache
    def is_in(folder: str) -> bool:
        return any(Path(folder).resolve().is_relative_to(one) for one in own)

    def is_own(path: str) -> bool:  # asked of millions, perhaps
        folder, _, name = path.rpartition("/")
        return is_in(folder) or (name in names and Path(path).resolve() in own)

    found.files = [path for path in found.files if not is_own(path)]
    return found


def complain_of_inputs(found: Found, notes: Notes) -> bool:
    """Say which inputs cannot be read, and tell whether there are any."""
    for path in found.missing:
        notes.complain(f"{path}: no such file or folder, and no file has a name like that")
    for path, reason in found.unreadable:
        notes.complain(f"{path}: cannot be read: {reason}")
    return bool(found.missing or found.unreadable)


def corpus_options(given: SessionOptions) -> SessionOptions:
    """Return the options of a session on a corpus: its own limit, where nobody has set one."""
    if given.config.max_article_size != CHECK_LIMIT:
        return given
    return replace(given, config=given.config.with_values(max_article_size=MAX_ARTICLE_SIZE))
