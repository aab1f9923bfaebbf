"""What the verbs share: finding the configuration, the options that say which rules are loaded."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from newslint.config import Config, find_config, load_config
from newslint.errors import ConfigError
from newslint.session import SessionOptions

_OPTIONS = (
    click.option("--config", "config_file", metavar="FILE", help="Use this configuration file."),
    click.option("--isolated", is_flag=True, help="Use no configuration file."),
    click.option(
        "--no-local-rules", is_flag=True, help="Do not run Python rules of the configured folders."
    ),
    click.option(
        "--no-plugin", multiple=True, metavar="NAME", help="Leave an installed plugin out."
    ),
)


def rule_sources(command: Callable[..., int]) -> Callable[..., int]:
    """Add the options that say where the configuration and the rules come from.

    The command gets what they mean as ``loading``, the options of a session.
    """

    @wraps(command)
    def with_loading(
        *arguments: Any,
        config_file: str | None,
        isolated: bool,
        no_local_rules: bool,
        no_plugin: tuple[str, ...],
        **others: Any,
    ) -> int:
        loading = SessionOptions(
            read_config(config_file, isolated=isolated),
            local_rules=not no_local_rules,
            without_plugins=no_plugin,
        )
        return command(*arguments, loading=loading, **others)

    function: Callable[..., int] = with_loading
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def read_config(config_file: str | None, *, isolated: bool) -> Config:
    """Return the configuration in force.

    Raises:
        ConfigError: when the named file does not exist, or cannot be used.
    """
    if isolated and config_file:
        raise ConfigError("--isolated and --config exclude each other")
    if isolated:
        return Config()
    if config_file:
        file = Path(config_file)
        if not file.is_file():
            raise ConfigError(f"--config {config_file}: no such file")
        return load_config(file)
    found = find_config(Path.cwd())
    return load_config(found) if found else Config()


def split_names(values: tuple[str, ...]) -> tuple[str, ...]:
    """Return names given by repeating an option or separated by commas."""
    return tuple(name for value in values for part in value.split(",") if (name := part.strip()))
