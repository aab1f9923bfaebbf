"""What is installed: the entry points of a group of plugins, and whether a module is there.

``importlib.metadata`` finds the same, but takes 30 ms to import, a third of a whole run: it brings
along what reads zip files and e-mails. All it is needed for lies in folders on the path,
``<name>-<version>.dist-info/entry_points.txt``; where there is something else (a zip file, an egg,
an importer with distributions of its own), it is asked after all.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from importlib.machinery import PathFinder
from typing import NamedTuple

_INFO = (".dist-info", ".egg-info")


class Entry(NamedTuple):
    """An entry point, and the distribution that has it.

    Args:
        name: Its name in the group.
        value: What it names: ``package.module`` or ``package.module:attribute``.
        plugin: The name of the distribution.
        version: The version of the distribution.
    """

    name: str
    value: str
    plugin: str
    version: str


def is_importable(module: str) -> bool:
    """Tell whether a top-level module can be imported, without importing it.

    As ``importlib.util.find_spec`` does, which would be one more module to import.
    """
    if module in sys.modules:
        return sys.modules[module] is not None
    return any(finder.find_spec(module, None) is not None for finder in sys.meta_path)


def entries(group: str) -> list[Entry]:
    """Return the entry points of a group, in the order of the path.

    A distribution that lies on the path twice counts where it is first, as when it is imported.
    """
    return list(_in_folders(group) if _only_folders() else _by_importlib(group))


def _only_folders() -> bool:
    return not any(
        finder is not PathFinder and hasattr(finder, "find_distributions")
        for finder in sys.meta_path
    ) and not any(path.lower().endswith(".egg") or os.path.isfile(path) for path in sys.path)


def _by_importlib(group: str) -> Iterator[Entry]:
    from importlib.metadata import entry_points

    for entry in entry_points(group=group):
        assert entry.dist is not None  # it is what has been found there
        yield Entry(entry.name, entry.value, entry.dist.name, entry.dist.version)


def _in_folders(group: str) -> Iterator[Entry]:
    seen: set[str] = set()
    for folder in sys.path:
        try:
            children = os.listdir(folder or ".")
        except OSError:
            continue
        for child in children:
            if not child.lower().endswith(_INFO):
                continue
            distribution = _normalized(child)
            if distribution in seen:
                continue
            seen.add(distribution)
            info = os.path.join(folder, child)
            content = _read(os.path.join(info, "entry_points.txt"))
            if content and f"[{group}]" in content:
                plugin, version = _name_and_version(info)
                for name, value in _pairs(content, group):
                    yield Entry(name, value, plugin, version)


def _normalized(folder: str) -> str:
    """Return the name of a distribution as names are compared."""
    name = folder.lower().rpartition(".")[0].partition("-")[0].replace(".", "_")
    while "__" in name:
        name = name.replace("__", "_")
    return name


def _read(file: str) -> str:
    try:
        with open(file, encoding="utf-8", errors="replace") as opened:
            return opened.read()
    except OSError:
        return ""


def _pairs(content: str, group: str) -> Iterator[tuple[str, str]]:
    section = ""
    for line in map(str.strip, content.splitlines()):
        if line.startswith("[") and line.endswith("]"):
            section = line.strip("[]")
        elif section == group and "=" in line and not line.startswith("#"):
            name, _, value = line.partition("=")
            yield name.strip(), value.strip()


def _name_and_version(info: str) -> tuple[str, str]:
    """Return what the metadata of a distribution call it; they look like the head of an e-mail."""
    content = _read(os.path.join(info, "METADATA")) or _read(os.path.join(info, "PKG-INFO"))
    said: dict[str, str] = {}
    for line in content.splitlines():
        if not line:  # the description begins
            break
        key, _, value = line.partition(":")
        said.setdefault(key.lower(), value.strip())
    return said.get("name", ""), said.get("version", "")
