"""Finding the configuration and the rules as the command line says."""

from __future__ import annotations

from pathlib import Path

from newslint.config import Config, find_config, load_config
from newslint.errors import ConfigError
from newslint.session import SessionOptions


def loading_options(
    *, config_file: str | None, isolated: bool, no_local_rules: bool, no_plugin: tuple[str, ...]
) -> SessionOptions:
    """Return the options of a session from those of the command line (`newslint.cli.options`).

    Raises:
        ConfigError: when the configuration does not exist, or cannot be used.
    """
    return SessionOptions(
        read_config(config_file, isolated=isolated),
        local_rules=not no_local_rules,
        without_plugins=no_plugin,
    )


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
