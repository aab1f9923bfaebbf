"""The command line: one small module a verb, loaded when it is called."""

from __future__ import annotations

import gc
import sys
from importlib import import_module

import click

from newslint.cli.version import version_option
from newslint.errors import EXIT_TROUBLE, NewslintError
from newslint.garbage import search_seldom

VERBS = {
    "check": "newslint.cli.check",
    "explain": "newslint.cli.explain",
    "new": "newslint.cli.new",
    "rules": "newslint.cli.rules",
    "test": "newslint.cli.test",
}


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
        if args and args[0] not in VERBS and not args[0].startswith("-"):
            from newslint.errors import nearest

            ctx.fail(f"no verb is called {args[0]!r}{nearest(args[0], VERBS)}")
        return super().resolve_command(ctx, args)


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@version_option
def newslint() -> None:
    """Find what is wrong in news articles: garbled words, scraping leftovers, contradicting titles,
    dates and attributions, line by line."""  # noqa: D205, D209 - shown by --help


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; every error ends here as a message and an exit status.

    Args:
        arguments: What to run in a program of one's own; by default those of the process, which is
            taken to end then.
    """
    if arguments is not None:
        return _run(arguments)
    search_seldom()
    try:
        return _run(None)
    finally:
        gc.freeze()  # a last look for cycles in what the end of the process frees anyway: 20 ms


def _run(arguments: list[str] | None) -> int:
    if sys.stdout is None:  # started with a closed standard output
        _complain("standard output is closed")
        return EXIT_TROUBLE
    try:
        status = newslint.main(arguments, prog_name="newslint", standalone_mode=False)
        sys.stdout.flush()  # here a closed pipe can still be told from trouble
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.ClickException as error:
        error.show()
        return EXIT_TROUBLE
    except click.Abort:
        click.echo("newslint: interrupted", err=True)
        return 130
    except NewslintError as error:
        _complain(str(error))
        return EXIT_TROUBLE
    except BrokenPipeError:
        _silence_stdout()
        return EXIT_TROUBLE
    except OSError as error:  # a full disk, a device that is gone
        _silence_stdout()
        _complain(f"cannot go on: {error}")
        return EXIT_TROUBLE
    return status if isinstance(status, int) else 0


def _complain(message: str) -> None:
    from newslint.reporters.terminal import neutral

    click.echo(f"newslint: {neutral(message)}", err=True)


def _silence_stdout() -> None:
    """Point standard output at nothing, so that closing it does not complain once more."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
