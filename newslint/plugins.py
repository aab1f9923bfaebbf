"""Plugins: distributions and rules folders, walked for rules, put together into one book.

The bundled rules, a stranger's wheel and the rules folder of a content repository go through the
same path. Whatever does not load, and whatever clashes, stops the run: a rule that is silently
missing is worse than none.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import partial, reduce
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from newslint.book import Book, Plugin
from newslint.errors import PluginError, nearest
from newslint.installed import Entry, entries
from newslint.reader_checks import checked_reader
from newslint.rule_files import (
    does_not_load,
    folder_rules,
    may_clash,
    package_rules,
    rule_of,
    sleeping_families,
)
from newslint.rulebook import MARK, Rule
from newslint.structs import replace

if TYPE_CHECKING:
    import pluggy

GROUP = "newslint"
RESERVED = frozenset(
    {"all", "corpus-rules", "document-rules", "engine"}
    | {"rule-crashed", "unreadable-input", "article-too-large", "unused-suppression"}
)
"""Names that mean something else to newslint: sets of rules, and what the engine itself reports."""
RESERVED_PREFIX = "NLX"


def load_book(
    folders: Iterable[Path] = (),
    *,
    local_rules: bool = True,
    without: Iterable[str] = (),
    required: Iterable[str] = (),
    awake: bool = False,
) -> Book:
    """Load every installed plugin and the given rules folders.

    Args:
        folders: Rules folders of a content repository. Their TOML rules are data and always load.
        local_rules: Whether Python files of the folders may run.
        without: Names of plugins to leave out (``--no-plugin``).
        required: Requirements that must be met by an installed plugin (``newslint-acme>=1``).
        awake: Whether the families load, too, that packages let sleep: see `Book.wake`.

    Raises:
        PluginError: for a plugin that does not load, two rules of one code or name, or a
            requirement that is not met.
    """
    folders, unwanted, required = tuple(folders), set(without), tuple(required)
    found: list[Plugin] = []
    modules: dict[str, ModuleType] = {}
    rules: list[Rule] = []
    installed = sorted(entries(GROUP), key=lambda one: (one.name != "bundled", one.name))
    _check_unwanted(unwanted, installed)
    for entry in installed:
        plugin = Plugin(entry.plugin, entry.version)
        if {entry.name, plugin.name} & unwanted:
            continue
        modules[entry.name] = module = _import_entry(entry, plugin)
        plugin = replace(plugin, root=_package(module))
        found.append(plugin)
        rules.extend(package_rules(module, plugin, awake=awake))
    for folder in {folder.resolve(): folder for folder in folders}.values():
        plugin = Plugin(str(folder), "local", folder)
        found.append(plugin)
        rules.extend(folder_rules(folder, plugin, run_python=local_rules))
    hooks = _hooks(modules)
    rules.extend(_hooked_rules(hooks))
    _check_required(required, found)
    given = _hooked(hooks, "newslint_add_readers")
    readers = [checked_reader(one, plugin.name) for plugin, one in given]
    reporters = [one for _, one in _hooked(hooks, "newslint_add_reporters")]
    known = _without_clashes(rules)
    wake = None
    if not awake and any(map(sleeping_families, modules.values())):
        wake = partial(
            load_book,
            folders,
            local_rules=local_rules,
            without=unwanted,
            required=required,
            awake=True,
        )
        if any(may_clash(known, module) for module in modules.values()):
            return wake()
    return Book(
        known,
        tuple(readers),
        tuple(reporters),
        tuple(found),
        partial=not local_rules,
        left_out=not local_rules or bool(unwanted),
        wake=wake,
    )


def _import_entry(entry: Entry, plugin: Plugin) -> ModuleType:
    name, _, attribute = entry.value.partition("[")[0].replace(" ", "").partition(":")
    try:
        loaded: object = importlib.import_module(name)
        if attribute:
            loaded = reduce(getattr, attribute.split("."), loaded)
    except (Exception, SystemExit) as error:
        raise does_not_load(plugin, entry.value, error) from error
    if not isinstance(loaded, ModuleType):
        raise PluginError(
            f"plugin {plugin.name} {plugin.version}: entry point {entry.name!r} must name a module "
            f"or package, not {entry.value!r}"
        )
    return loaded


def _package(module: ModuleType) -> Path | None:
    """Return the folder of the top-level package of a module, or the module's own file."""
    package = sys.modules.get(module.__name__.partition(".")[0], module)
    if folders := list(getattr(package, "__path__", ())):
        return Path(folders[0])
    file = getattr(module, "__file__", None)
    return Path(file) if file else None


def _hooks(modules: Mapping[str, ModuleType]) -> pluggy.PluginManager | None:
    """Return the hooks that modules implement.

    Where nothing has imported pluggy, nobody can have marked a function as one.
    """
    if "pluggy" not in sys.modules:
        return None
    import pluggy

    from newslint import hookspecs

    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    for name, module in modules.items():
        manager.register(module, name=name)
    return manager


def _hooked_rules(manager: pluggy.PluginManager | None) -> Iterator[Rule]:
    for plugin, one in _hooked(manager, "newslint_add_rules"):
        if isinstance(one, Rule):
            yield one
        elif hasattr(one, MARK):
            yield rule_of(one, plugin.name, plugin, "")
        else:
            raise PluginError(
                f"plugin {plugin.name}: newslint_add_rules gave {one!r}, which is no rule"
            )


def _hooked(manager: pluggy.PluginManager | None, hook: str) -> Iterator[tuple[Plugin, Any]]:
    """Yield what each plugin gives for a hook, in the order the plugins were loaded."""
    for implementation in getattr(manager.hook, hook).get_hookimpls() if manager else ():
        plugin = Plugin(implementation.plugin_name, "")
        try:
            given = [*(implementation.function() or ())]
        except (Exception, SystemExit) as error:
            raise does_not_load(plugin, hook, error) from error
        yield from ((plugin, one) for one in given)


def _without_clashes(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    seen: dict[str, Rule] = {}
    kept: list[Rule] = []
    for rule in rules:
        if rule.code.startswith(RESERVED_PREFIX) or {rule.name, rule.family} & RESERVED:
            raise PluginError(
                f"{_origin(rule)}, family {rule.family}: codes {RESERVED_PREFIX}… and the names "
                f"{', '.join(sorted(RESERVED))} are newslint's own"
            )
        for key in (rule.code, rule.name):
            other = seen.get(key)
            if other is not None:
                raise PluginError(
                    f"{key} is claimed by two rules: {_origin(other)} and {_origin(rule)}"
                )
            seen[key] = rule
        kept.append(rule)
    families = {rule.family: rule for rule in kept}
    for key, rule in seen.items():
        if key in families:
            raise PluginError(
                f"{key!r} is the name of a rule of {_origin(rule)} and of a family of "
                f"{_origin(families[key])}"
            )
    return tuple(sorted(kept, key=lambda rule: rule.code))


def _origin(rule: Rule) -> str:
    return f"{rule.name} ({rule.code}) of {rule.origin}"


def _check_unwanted(unwanted: set[str], installed: Iterable[Entry]) -> None:
    known = {name for entry in installed for name in (entry.name, entry.plugin)}
    for name in sorted(unwanted - known):
        raise PluginError(f"--no-plugin {name}: no such plugin is installed{nearest(name, known)}")


def _check_required(required: Iterable[str], found: Iterable[Plugin]) -> None:
    if not required:
        return
    from packaging.requirements import InvalidRequirement, Requirement
    from packaging.utils import canonicalize_name

    versions = {canonicalize_name(plugin.name): plugin.version for plugin in found}
    for text in required:
        try:
            wanted = Requirement(text)
        except InvalidRequirement as error:
            raise PluginError(
                f"required-plugins: {text!r} must look like 'newslint-acme>=1'"
            ) from error
        version = versions.get(canonicalize_name(wanted.name))
        if version is None:
            raise PluginError(f"required-plugins: {text!r} is not installed (pip install '{text}')")
        if not wanted.specifier.contains(version, prereleases=True):
            raise PluginError(f"required-plugins: {text!r}: version {version} is installed")
