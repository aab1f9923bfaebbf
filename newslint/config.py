"""The configuration: ``newslint.toml`` read into a frozen `Config`.

Looked for upwards of the working directory, the nearest one wins; never beside the files that are
linted, which may be a stranger's. Names of rules are checked later, when the rules are known
(`newslint.selection`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from newslint import config_values
from newslint.diagnostic import Severity
from newslint.errors import ConfigError, not_utf_8
from newslint.patterns import regexp
from newslint.structs import Struct, made, replace

FILE_NAMES = ("newslint.toml", ".newslint.toml", "pyproject.toml")
"""In this order within one folder; ``pyproject.toml`` counts only with ``[tool.newslint]``."""

MAX_ARTICLE_SIZE = 64 * 1024 * 1024
"""Code points of the largest article ``check`` reads; above it NLX003."""

Selectors = tuple[str, ...]


class Override(Struct):
    """Settings for the files of some paths, or some records.

    ``paths`` are globs, none for all files; in ``records`` strings are the records' own ids and
    numbers count from 0, none for all records. One of the two is there.
    """

    paths: tuple[str, ...] = ()
    select: Selectors | None = None
    extend_select: Selectors = ()
    ignore: Selectors = ()
    severity: Mapping[str, Severity] = made(factory=dict)
    options: Mapping[str, Mapping[str, Any]] = made(factory=dict)
    records: tuple[str | int, ...] = ()


class Config(Struct):
    """What a user settled. Every key of the file is an attribute, with ``_`` for ``-``.

    ``file`` is the file it was read from, ``files`` those it extends too, and ``root`` the folder
    its patterns count from.
    """

    file: Path | None = None
    files: tuple[Path, ...] = ()
    root: Path = made(factory=Path.cwd)
    rules: tuple[Path, ...] = ()
    required_plugins: tuple[str, ...] = ()
    select: Selectors | None = None
    extend_select: Selectors = ()
    ignore: Selectors = ()
    extend_ignore: Selectors = ()
    fail_on: str = "warning"
    min_severity: Severity = "info"
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] | None = None
    extend_exclude: tuple[str, ...] = ()
    terms: tuple[Path, ...] = ()
    learned: tuple[Path, ...] = ()
    baseline: Path | None = None
    severity: Mapping[str, Severity] = made(factory=dict)
    options: Mapping[str, Mapping[str, Any]] = made(factory=dict)
    overrides: tuple[Override, ...] = ()
    fields: Mapping[str, str] = made(factory=dict)
    language: str | None = None
    encoding: str | None = None
    max_article_size: int = MAX_ARTICLE_SIZE

    def with_values(self, **values: Any) -> Config:
        """Return a copy with some values replaced (``None`` leaves a value as it is)."""
        return replace(self, **{key: value for key, value in values.items() if value is not None})


def find_config(start: Path) -> Path | None:
    """Return the configuration file that governs a folder: the nearest one upwards."""
    for folder in (start, *start.parents):
        for name in FILE_NAMES:
            file = folder / name
            if file.is_file() and (name != "pyproject.toml" or _has_section(file)):
                return file
    return None


def load_config(file: Path) -> Config:
    """Read a configuration file.

    Raises:
        ConfigError: names the file, the key and the nearest valid one.
    """
    file = file.resolve()
    return _settled(_read_table(file), file, ())


def config_of(table: Mapping[str, Any], called: str = "config") -> Config:
    """Read the table of a configuration that is in no file; its paths count from here.

    Args:
        table: What would stand in ``newslint.toml``.
        called: What messages call it.

    Raises:
        ConfigError: as for a file.
    """
    return _settled(dict(table), Path.cwd() / called, ())


_SECTION = regexp(r"(?m)^[ \t]*\[{1,2}\s*tool\s*\.\s*newslint\s*[\].]")


def _has_section(file: Path) -> bool:
    try:
        content = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return False
    return _SECTION.search(content) is not None


def _settled(table: dict[str, Any], file: Path, chain: tuple[Path, ...]) -> Config:
    if file in chain:
        raise ConfigError(f"{file}: 'extend' goes in a circle")
    base = Config()
    if "extend" in table:
        parent = config_values.text(table.pop("extend"), f"{file}: 'extend'")
        extended = (file.parent / parent).resolve()
        if not extended.is_file():
            raise ConfigError(f"{file}: 'extend': there is no file {extended}")
        base = _settled(_read_table(extended), extended, (*chain, file))
    reader = _TableReader(file)
    values = reader.read(table)
    for key in ("extend_select", "extend_ignore", "extend_exclude", "rules", "terms", "learned"):
        if key in values:
            values[key] = (*getattr(base, key), *values[key])
    for key in ("severity", "options", "fields"):
        if key in values:
            values[key] = {**getattr(base, key), **values[key]}
    if "overrides" in values:
        values["overrides"] = (*base.overrides, *values["overrides"])
    files = (*base.files, file)
    return replace(base, file=file, files=files, root=file.parent, **values)


def _read_table(file: Path) -> dict[str, Any]:
    import tomllib  # 5 ms to import: only for who has a configuration

    try:
        table = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"{file}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{file}: not valid TOML: {not_utf_8(error)}") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{file}: not valid TOML: {error}") from error
    if file.name != "pyproject.toml":
        return table
    tool = table.get("tool", {})
    section = tool.get("newslint", {}) if isinstance(tool, dict) else None
    if not isinstance(section, dict):
        raise ConfigError(f"{file}: 'tool.newslint' must be a table")
    return section


class _TableReader:
    """Turns the table of one file into values of `Config`; knows the file for its messages."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._readers: Mapping[str, Callable[[Any, str], Any]] = {
            "rules": self._paths,
            "required_plugins": config_values.strings,
            "select": config_values.strings,
            "extend_select": config_values.strings,
            "ignore": config_values.strings,
            "extend_ignore": config_values.strings,
            "fail_on": config_values.fail_on,
            "min_severity": config_values.severity,
            "include": config_values.strings,
            "exclude": config_values.strings,
            "extend_exclude": config_values.strings,
            "terms": self._paths,
            "learned": self._paths,
            "baseline": self._path,
            "severity": config_values.severities,
            "options": config_values.options,
            "overrides": self._overrides,
            "fields": config_values.field_names,
            "language": config_values.language,
            "encoding": config_values.encoding,
            "max_article_size": config_values.size,
        }

    def read(self, table: Mapping[str, Any]) -> dict[str, Any]:
        """Return the values of the table.

        Raises:
            ConfigError: for an unknown key or a value of the wrong kind.
        """
        known = [key.replace("_", "-") for key in (*self._readers, "extend")]
        values = {}
        for key, value in table.items():
            name = key.replace("-", "_")
            if name not in self._readers:
                raise ConfigError(f"{self._file}: {config_values.unknown(key, known)}")
            if name in values:
                raise ConfigError(f"{self._file}: {key!r} stands there twice, with '-' and '_'")
            values[name] = self._readers[name](value, f"{self._file}: {key!r}")
        return values

    def _paths(self, value: Any, where: str) -> tuple[Path, ...]:
        return tuple(self._file.parent / one for one in config_values.strings(value, where))

    def _path(self, value: Any, where: str) -> Path:
        return self._file.parent / config_values.text(value, where)

    def _overrides(self, value: Any, where: str) -> tuple[Override, ...]:
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            raise ConfigError(f"{where} must be [[overrides]] tables")
        return tuple(self._override(one, f"{where} {n}") for n, one in enumerate(value, start=1))

    def _override(self, table: Mapping[str, Any], where: str) -> Override:
        names = Override.__fields__
        values: dict[str, Any] = {}
        for key, value in table.items():
            name = key.replace("-", "_")
            if name not in names:
                known = [one.replace("_", "-") for one in names]
                raise ConfigError(f"{where}: {config_values.unknown(key, known)}")
            if name in values:
                raise ConfigError(f"{where}: {key!r} stands there twice, with '-' and '_'")
            reader = _OVERRIDES.get(name) or self._readers[name]
            values[name] = reader(value, f"{where}: {key!r}")
        if not values.get("paths", values.get("records")):
            raise ConfigError(
                f"{where}: 'paths' is missing; it says which files are meant "
                "('records' says which records)"
            )
        return Override(**values)


_OVERRIDES: Mapping[str, Callable[[Any, str], Any]] = {
    "paths": config_values.strings,
    "records": config_values.records,
}
"""The keys that say what an override is for."""
