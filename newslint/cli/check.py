"""``newslint check`` as click reads it: for help, and for whatever `plain` leaves to it."""

from __future__ import annotations

from typing import Any

import click

from newslint.cli.checking import check
from newslint.cli.common import with_options
from newslint.cli.completion import files
from newslint.cli.options import CHECK, LOADING
from newslint.cli.version import version_option


def _check(paths: tuple[str, ...], **given: Any) -> int:
    """Lint files and folders; - reads standard input."""
    return check(paths, **given)


command = click.command("check", context_settings={"help_option_names": ["-h", "--help"]})(
    click.argument("paths", nargs=-1, required=True, metavar="PATH...", shell_complete=files)(
        with_options(CHECK, version_option(with_options(LOADING, _check)))
    )
)
