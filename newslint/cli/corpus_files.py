"""Which files the inputs of a corpus mean: folders, files, globs; never what is being written."""

from __future__ import annotations

import glob
from collections.abc import Collection
from pathlib import Path

from newslint.config import Config
from newslint.discovery import Found, discover


def corpus_files(
    inputs: Collection[str], config: Config, suffixes: Collection[str], output: Path
) -> Found:
    """Return the files to read, in sorted order.

    Args:
        inputs: Files, folders, and globs that no shell has expanded: ``crawl/**/*.jsonl.zst``. The
            files that a glob means count as named.
        config: The configuration.
        suffixes: Endings of the formats that can be read.
        output: The folder that is written to; what is in it is not read.
    """
    paths: list[str] = []
    for given in inputs:
        if not Path(given).exists() and glob.has_magic(given):
            # Not Path.glob: it knows no absolute patterns.
            paths += sorted(glob.glob(given, recursive=True)) or [given]  # noqa: PTH207
        else:
            paths.append(given)
    found = discover(paths, config, suffixes)
    own = output.resolve()
    found.files = [path for path in found.files if not Path(path).resolve().is_relative_to(own)]
    return found
