"""The command line as click reads it: the verbs, their help, and what is wrong with a line."""

from __future__ import annotations

import sys
from importlib import import_module

import click

from newslint.cli import completion as _shells  # noqa: F401 - they are known from then on
from newslint.cli.version import version_option
from newslint.errors import EXIT_TROUBLE

VERBS = {
    "baseline": "newslint.cli.baseline",
    "check": "newslint.cli.check",
    "explain": "newslint.cli.explain",
    "init": "newslint.cli.init",
    "learn": "newslint.cli.learn",
    "new": "newslint.cli.new",
    "rules": "newslint.cli.rules",
    "scan": "newslint.cli.scan",
    "test": "newslint.cli.test",
}

COMPLETION = """\b
Completion, in the file that bash, zsh or fish reads at its start:
  eval "$(_NEWSLINT_COMPLETE=bash_source newslint)"
  eval "$(_NEWSLINT_COMPLETE=zsh_source newslint)"
  _NEWSLINT_COMPLETE=fish_source newslint | source
"""


class Verbs(click.Group):
    """The verbs; the module of a verb is imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the verbs."""
        del ctx
        return sorted(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of a verb."""
        del ctx
        if cmd_name not in VERBS:
            return None
        command = import_module(VERBS[cmd_name]).command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the verb, or say which one may be meant."""
        unknown = args and args[0] not in VERBS and not args[0].startswith("-")
        if unknown and not ctx.resilient_parsing:  # as it is while a line is completed
            from newslint.errors import nearest

            ctx.fail(f"no verb is called {args[0]!r}{nearest(args[0], VERBS)}")
        return super().resolve_command(ctx, args)


@click.group(
    cls=Verbs,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=COMPLETION,
)
@version_option
def newslint() -> None:
    """Find what is wrong in news articles: garbled words, scraping leftovers, contradicting titles,
    dates and attributions, line by line."""  # noqa: D205, D209 - shown by --help


def run(arguments: list[str] | None) -> int:
    """Run a command line (by default that of the process), and return the exit status.

    Raises:
        KeyboardInterrupt: when the user stopped it.
        BrokenPipeError: when nobody reads standard output any more.
    """
    stdout = sys.stdout
    try:
        status = newslint.main(arguments, prog_name="newslint", standalone_mode=False)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.ClickException as error:
        error.show()
        return EXIT_TROUBLE
    except click.Abort as stopped:
        raise KeyboardInterrupt from stopped
    except SystemExit as leaving:
        if sys.stdout is stdout:  # a shell has got its completions
            raise
        # Click takes a closed pipe for the end, muffles the streams and leaves with 1: findings.
        raise BrokenPipeError from leaving
    return status if isinstance(status, int) else 0
