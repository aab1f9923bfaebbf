"""The files of plugins, walked for rules: an installed package, the rules folder of a repository.

A file with rules needs no list that names it. Whatever does not load stops the run.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from newslint.book import Plugin
from newslint.errors import NewslintError, PluginError
from newslint.rulebook import MARK, Rule, read_rule

LOCAL_PACKAGE = "_newslint_local_rules"
"""Reserved package name under which a content repository's own rules are loaded."""

SKIPPED = frozenset({"__pycache__", "tests", "test"})
NO_RULES = frozenset({"pyproject.toml", "conftest.py", "setup.py", "__main__.py"})
"""Files of a rules folder or package that are never read as rules."""


def package_rules(module: ModuleType, plugin: Plugin, *, awake: bool = True) -> Iterator[Rule]:
    """Yield the rules of an installed module or package.

    Args:
        module: The module or package.
        plugin: What it was installed as.
        awake: Whether its families that sleep are loaded, too.
    """
    if not hasattr(module, "__path__"):
        yield from _rules_of(module, plugin.name, plugin)
        return
    # A namespace package may have several folders; a package has one.
    helpers = _helpers(module)
    asleep = () if awake else sleeping_families(module)
    for root in (Path(entry) for entry in module.__path__):
        for *folders, name in _rule_files(root):
            if (*folders, name) in helpers or (folders and folders[0] in asleep):
                continue
            family = folders[-1] if folders else plugin.name
            if name.endswith(".toml"):
                yield from _declared(root.joinpath(*folders, name), family, plugin)
                continue
            own = () if name == "__init__.py" else (name.removesuffix(".py"),)
            dotted = ".".join((module.__name__, *folders, *own))
            try:
                loaded = importlib.import_module(dotted)
            except (Exception, SystemExit) as error:
                raise does_not_load(plugin, dotted, error) from error
            yield from _rules_of(loaded, family, plugin)


def _helpers(package: ModuleType) -> frozenset[tuple[str, ...]]:
    """Return the files without rules that a package names in ``HELPERS``, by folder.

    All others are imported to see whether they have rules. For the bundled ones, more than half of
    which are helpers, that would be a fifth of a short run.
    """
    named: Mapping[str, str] = getattr(package, "HELPERS", {})
    return frozenset(
        (*filter(None, folder.split("/")), f"{name}.py")
        for folder, names in named.items()
        for name in names.split()
    )


def sleeping_families(package: ModuleType) -> Mapping[str, str]:
    """Return the families that a package names in ``SLEEPING``, with how their codes begin.

    Their rules are all off, and are named as their files are. They are loaded when somebody asks
    for a rule that nobody knows, or for all: twenty modules that a run does not need are a tenth of
    a short one.
    """
    named: Mapping[str, str] = getattr(package, "SLEEPING", {})
    return named


def may_clash(rules: Iterable[Rule], package: ModuleType) -> bool:
    """Tell whether a rule may have the code or the name of one that sleeps in a package."""
    asleep = sleeping_families(package)
    others = [rule for rule in rules if not rule.file.startswith(str(Path(package.__path__[0])))]
    if not asleep or not others:
        return False
    names = {
        name.partition(".")[0].replace("_", "-")
        for root in package.__path__
        for *folders, name in _rule_files(Path(root))
        if folders and folders[0] in asleep
    }
    codes = tuple(asleep.values())
    return any(
        one.code.startswith(codes) or one.name in names | asleep.keys() or one.family in names
        for one in others
    )


def folder_rules(folder: Path, plugin: Plugin, *, run_python: bool) -> Iterator[Rule]:
    """Yield the rules of a content repository's rules folder (or of a single rule file)."""
    if not folder.exists():
        raise PluginError(f"rules folder {folder} does not exist")
    root = folder if folder.is_dir() else folder.parent
    files = _rule_files(folder) if folder.is_dir() else [(folder.name,)]
    package = _local_package(root) if run_python else ""
    for *folders, name in files:
        family = folders[-1] if folders else _folder_family(root)
        if name.endswith(".toml"):
            yield from _declared(root.joinpath(*folders, name), family, plugin)
        elif run_python and name != "__init__.py":
            dotted = ".".join((package, *folders, name.removesuffix(".py")))
            yield from _rules_of(_load_local(dotted, name, plugin), family, plugin)


def _folder_family(root: Path) -> str:
    name = root.resolve().name
    return "local" if name in {"rules", ""} else name


def _rule_files(root: Path) -> list[tuple[str, ...]]:
    """Return the rule files below a folder, in order: the folders on the way there and the name."""
    found: list[tuple[str, ...]] = []
    for place, folders, names in os.walk(root):
        folders[:] = [one for one in folders if one not in SKIPPED and not one.startswith(".")]
        way = Path(place).relative_to(root).parts
        found += [
            (*way, name)
            for name in names
            if os.path.splitext(name)[1] in {".py", ".toml"} and name not in NO_RULES  # noqa: PTH122
        ]
    return sorted(found)


def _declared(file: Path, family: str, plugin: Plugin) -> list[Rule]:
    from newslint.declared import read_declared_file  # brings the TOML parser along

    try:
        return read_declared_file(file, family=family, origin=plugin.name)
    except NewslintError as error:
        raise PluginError(f"plugin {plugin.name} {plugin.version}: {error}") from error


def _local_package(root: Path) -> str:
    """Make (once) a package for the modules of a folder, so that relative imports work."""
    import hashlib

    digest = hashlib.sha256(str(root.resolve()).encode()).hexdigest()[:12]
    name = f"{LOCAL_PACKAGE}_{digest}"
    if name not in sys.modules:
        package = ModuleType(name)
        package.__path__ = [str(root)]
        sys.modules[name] = package
    return name


def forget_local_rules() -> None:
    """Let the modules of rules folders be imported anew, as they are by then."""
    for name in [name for name in sys.modules if name.startswith(LOCAL_PACKAGE)]:
        del sys.modules[name]
    importlib.invalidate_caches()


def _load_local(dotted: str, file: str, plugin: Plugin) -> ModuleType:
    try:
        return importlib.import_module(dotted)
    except (Exception, SystemExit) as error:
        raise does_not_load(plugin, file, error) from error


def _rules_of(module: ModuleType, family: str, plugin: Plugin) -> Iterator[Rule]:
    for value in vars(module).values():
        if callable(value) and hasattr(value, MARK) and value.__module__ == module.__name__:
            yield rule_of(value, family, plugin, getattr(module, "__file__", None) or "")


def rule_of(function: Callable[..., Any], family: str, plugin: Plugin, file: str) -> Rule:
    """Return the rule of a marked function.

    Raises:
        PluginError: when it is none as it stands.
    """
    try:
        return read_rule(function, family=family, origin=plugin.name, file=file)
    except NewslintError as error:
        raise PluginError(f"plugin {plugin.name} {plugin.version}: {error}") from error


def does_not_load(plugin: Plugin, what: str, error: BaseException) -> PluginError:
    """Return the error for a part of a plugin that does not load."""
    reason = str(error) if isinstance(error, NewslintError) else f"{type(error).__name__}: {error}"
    return PluginError(f"plugin {plugin.name} {plugin.version} does not load: {what}: {reason}")
