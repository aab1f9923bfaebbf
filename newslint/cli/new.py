"""``newslint new``: a rule file or a plugin that passes its own tests."""

from __future__ import annotations

import os
from pathlib import Path

import click

from newslint.cli.completion import folders
from newslint.cli.loading import read_config
from newslint.config import Config
from newslint.engine_rules import ENGINE_RULES
from newslint.plugins import RESERVED
from newslint.reporters.terminal import neutral
from newslint.scaffold import new_plugin, new_rule
from newslint.session import Session, SessionOptions


@click.group("new", context_settings={"help_option_names": ["-h", "--help"]})
def command() -> None:
    """Write a new rule or plugin to start from."""


@command.command("rule")
@click.argument("name")
@click.option(
    "--folder",
    default="rules",
    show_default=True,
    help="Where to put it.",
    shell_complete=folders,
)
@click.option("--code", help="Its code (default: the next free one).")
@click.option("--toml", is_flag=True, help="A rule without code.")
def rule(name: str, *, folder: str, code: str | None, toml: bool) -> int:
    """Write a rule file that passes its own examples."""
    config = read_config(None, isolated=False)
    file = new_rule(name, Path(folder), code=code, toml=toml, taken=_taken(config))
    click.echo(f"wrote {file}; try it: newslint test {file}")
    if not any(file.resolve().is_relative_to(one.resolve()) for one in config.rules):
        named = Path(os.path.relpath(folder, config.root)).as_posix()
        how = f'put rules = ["{neutral(named)}"] into the configuration, so that check runs it'
        click.echo(f"newslint: {how}", err=True)
    return 0


@command.command("plugin")
@click.argument("name")
@click.option(
    "--folder",
    default=".",
    show_default=True,
    help="Where to put it.",
    shell_complete=folders,
)
def plugin(name: str, *, folder: str) -> int:
    """Write an installable plugin that passes its own tests."""
    place = new_plugin(name, Path(folder), taken=_taken(Config()))
    click.echo(f"wrote {place}; try it: pip install -e {place} && newslint test")
    return 0


def _taken(config: Config) -> frozenset[str]:
    """Return the codes, names and families that are in use or newslint's own."""
    known = Session(SessionOptions(config)).book.names
    return known | RESERVED | {rule.code for rule in ENGINE_RULES}
