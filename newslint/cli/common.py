"""What the verbs share: options made of the table, those that say which rules are loaded."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

import click

from newslint.cli.completion import completer
from newslint.cli.loading import take_loading
from newslint.cli.options import LOADING, Option


def with_options(options: Iterable[Option], command: Callable[..., int]) -> Callable[..., int]:
    """Return a function with the options of a table, as a decorator of each would."""
    for option in reversed([*options]):
        command = _click_option(option)(command)
    return command


def _click_option(option: Option) -> Callable[[Callable[..., int]], Callable[..., int]]:
    if option.takes == "flag":
        return click.option(*option.names, option.parameter, is_flag=True, help=option.help)
    kind: Any = click.IntRange(min=1) if option.number else None
    return click.option(
        *option.names,
        option.parameter,
        metavar=option.metavar,
        multiple=option.takes == "many",
        type=click.Choice(option.choices) if option.choices else kind,
        default=option.default,
        help=option.help,
        shell_complete=completer(option),
    )


def rule_sources(command: Callable[..., int]) -> Callable[..., int]:
    """Add the options that say where the configuration and the rules come from.

    The command gets what they mean as ``loading``, the options of a session.
    """

    @wraps(command)
    def with_loading(*arguments: Any, **given: Any) -> int:
        loading = take_loading(given)
        return command(*arguments, loading=loading, **given)

    return with_options(LOADING, with_loading)
