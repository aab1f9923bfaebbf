"""Finding the configuration and the rules as the command line says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from newslint.cli.options import LOADING
from newslint.config import Config, find_config, load_config
from newslint.errors import ConfigError
from newslint.session import SessionOptions


def take_loading(given: dict[str, Any]) -> SessionOptions:
    """Take `newslint.cli.options.LOADING` out of what a command was given; return what they mean.

    Raises:
        ConfigError: when the configuration does not exist, or cannot be used.
    """
    taken = {one.parameter: given.pop(one.parameter) for one in LOADING}
    return SessionOptions(
        read_config(taken["config_file"], isolated=taken["isolated"]),
        local_rules=not taken["no_local_rules"],
        without_plugins=taken["no_plugin"],
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
