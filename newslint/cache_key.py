"""What the results of a run depend on besides the files: one digest of all of it.

The configuration and the options in force; the working directory, from which paths count; Python
and every distribution that is installed beside it, by name and version; newslint and the packages
of its plugins, file by file, for they may be under development; the bytes of the rules folders, of
the lists of terms, of what was learned and of whatever file an option names. No rule reads a clock
or the network.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from newslint.book import Book
from newslint.config import Config
from newslint.session import SessionOptions
from newslint.structs import replace

_SKIPPED = frozenset({"__pycache__", ".git"})


def cache_key(options: SessionOptions, book: Book) -> bytes:
    """Return the digest of all that the results of a run depend on but its input."""
    config = options.config
    whole = hashlib.sha256()
    for part in (
        repr(replace(options, config=replace(config, baseline=None))),  # results are kept unsifted
        os.getcwd(),  # noqa: PTH109 - as a string
        sys.version,
        *sorted(_installed()),
        *(f"{plugin.name} {plugin.version}" for plugin in book.plugins),
        *_stamps(_packages(book)),
    ):
        whole.update(part.encode("utf-8", "surrogatepass") + b"\0")
    for file in files_rested_on(config):
        whole.update(str(file).encode("utf-8", "surrogatepass") + b"\0")
        whole.update(_content(file))
    return whole.digest()


def files_rested_on(config: Config) -> Iterator[Path]:
    """Give the files of rules folders, terms, what was learned and the files options name."""
    yield from _files(config.rules)
    yield from config.terms
    yield from config.learned
    yield from _named_files(config)


def _installed() -> Iterator[str]:
    """Give the names of all distributions, with their versions: ``regex-2024.5.dist-info``."""
    for folder in sys.path:
        try:
            entries = os.listdir(folder or ".")  # noqa: PTH208 - names are enough, and many
        except OSError:
            continue
        yield from (one for one in entries if one.endswith((".dist-info", ".egg-info")))


def _packages(book: Book) -> list[Path]:
    """Return newslint's own package and those of its plugins."""
    roots = {Path(__file__).parent}
    roots.update(plugin.root for plugin in book.plugins if plugin.root is not None)
    return sorted(roots)


def _stamps(roots: Iterable[Path]) -> Iterator[str]:
    """Give for each file its path, size and time of change, as Python does for its own cache."""
    for file in _files(roots):
        try:
            status = file.stat()
        except OSError:
            continue
        yield f"{file} {status.st_size} {status.st_mtime_ns}"


def _files(roots: Iterable[Path]) -> Iterator[Path]:
    for root in roots:
        if not root.is_dir():
            yield root
            continue
        for folder, folders, names in os.walk(root):
            folders[:] = sorted(set(folders) - _SKIPPED)
            yield from (Path(folder, name) for name in sorted(names))


def _named_files(config: Config) -> Iterator[Path]:
    """Give the files that options name, whatever rule they are of."""
    for table in (config.options, *(override.options for override in config.overrides)):
        for value in _strings(table):
            file = config.root / value
            try:
                if file.is_file():
                    yield file
            except (OSError, ValueError):  # no path at all
                continue


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str | Path):
        yield str(value)
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list | tuple | set | frozenset):
        for one in value:
            yield from _strings(one)


def _content(file: Path) -> bytes:
    try:
        return hashlib.sha256(file.read_bytes()).digest()
    except OSError:
        return b""
