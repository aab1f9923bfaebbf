"""A session: the rules loaded, the selection resolved, the engine ready. Made anew in each process.

What goes to another process is `SessionOptions`, plain data; rules never travel.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import Any, TypeAlias

from newslint.book import Book
from newslint.config import Config, config_of, load_config
from newslint.engine import Engine
from newslint.errors import ConfigError, not_utf_8
from newslint.learned import NOTHING, Learned
from newslint.plugins import load_book
from newslint.selection import Selection
from newslint.structs import Struct


class SessionOptions(Struct):
    """What a run is to do; the command line on top of the configuration.

    Args:
        config: The configuration in force.
        select: ``--select``; ``None`` when not given.
        extend_select: ``--extend-select``.
        ignore: ``--ignore``; ``None`` when not given.
        extend_ignore: ``--extend-ignore``.
        local_rules: False under ``--no-local-rules``.
        without_plugins: ``--no-plugin``.
        gather: Whether rules across articles run.
        time_rules: Whether rules are measured.
        digest_files: Whether results say what bytes they are of.
        for_scan: Whether results say what a scan writes down: which articles were seen, and what
            fingerprints were made of.
    """

    config: Config
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] | None = None
    extend_ignore: tuple[str, ...] = ()
    local_rules: bool = True
    without_plugins: tuple[str, ...] = ()
    gather: bool = False
    time_rules: bool = False
    digest_files: bool = False
    for_scan: bool = False


Names: TypeAlias = "str | Iterable[str] | None"
"""Codes, names and families of rules, as a program gives them."""


def session_options(
    config: Config | str | PathLike[str] | Mapping[str, Any] | None = None,
    *,
    select: Names = None,
    extend_select: Names = None,
    ignore: Names = None,
    extend_ignore: Names = None,
) -> SessionOptions:
    """Return what is to run, as a program says it.

    Args:
        config: A ``newslint.toml``, or what would stand in one, or what was read from one;
            without, the rules run that are on by default. None is looked for.
        select: As ``--select``; and so the others.
        extend_select: More rules.
        ignore: Rules that do not run.
        extend_ignore: More of them.

    Raises:
        ConfigError: when the configuration cannot be used.
    """
    if isinstance(config, str | PathLike):
        file = Path(config)
        if not file.is_file():
            raise ConfigError(f"config={str(config)!r}: no such file")
        settled = load_config(file)
    else:
        settled = config if isinstance(config, Config) else config_of(config or {})
    return SessionOptions(
        settled,
        select=None if select is None else _names(select),
        extend_select=_names(extend_select),
        ignore=None if ignore is None else _names(ignore),
        extend_ignore=_names(extend_ignore),
    )


def _names(given: Names) -> tuple[str, ...]:
    return tuple(given.split(",")) if isinstance(given, str) else tuple(given or ())


class Session:
    """Book, selection and engine of a run, each made when first asked for."""

    def __init__(self, options: SessionOptions) -> None:
        self.options = options

    @cached_property
    def book(self) -> Book:
        """The rules, readers and reporters known here."""
        config = self.options.config
        for folder in config.rules:
            if not folder.exists():
                raise ConfigError(f"{config.file}: 'rules': there is no folder {folder}")
        return load_book(
            config.rules,
            local_rules=self.options.local_rules,
            without=self.options.without_plugins,
            required=config.required_plugins,
        )

    @cached_property
    def selection(self) -> Selection:
        """Which of the rules run on which file."""
        options = self.options
        return Selection(
            options.config,
            self.book,
            select=options.select,
            extend_select=options.extend_select,
            ignore=options.ignore,
            extend_ignore=options.extend_ignore,
        )

    @cached_property
    def engine(self) -> Engine:
        """The engine."""
        return Engine(
            self.options.config,
            self.book,
            self.selection,
            terms=read_terms(self.options.config),
            learned=read_learned(self.options.config),
            gather=self.options.gather,
            time_rules=self.options.time_rules,
            digest_files=self.options.digest_files,
            for_scan=self.options.for_scan,
        )


def read_terms(config: Config) -> frozenset[str]:
    """Return the words users accept as they are, lower-cased: one a line, ``#`` comments.

    Raises:
        ConfigError: when a file cannot be read.
    """
    terms: set[str] = set()
    for file in config.terms:
        try:
            lines = file.read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else not_utf_8(error)
            raise ConfigError(f"{config.file}: 'terms': {file} cannot be read: {reason}") from error
        terms.update(word.lower() for line in lines if (word := line.split("#", 1)[0].strip()))
    return frozenset(terms)


def read_learned(config: Config) -> Learned:
    """Return what the files of ``learned`` hold; they are mapped into memory, not read.

    Raises:
        ConfigError: when a file is no such file, of another version, or damaged.
    """
    if not config.learned:
        return NOTHING
    from newslint.learned_file import open_learned

    where = f"{config.file}: 'learned'"
    return Learned([open_learned(file, where) for file in dict.fromkeys(config.learned)])
