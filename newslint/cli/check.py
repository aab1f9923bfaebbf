"""``newslint check``: the main job."""

from __future__ import annotations

import sys
from typing import Any

import click

from newslint.cli.check_run import CheckRequest, CheckRun
from newslint.cli.common import rule_sources, split_names
from newslint.cli.version import version_option
from newslint.diagnostic import SEVERITIES, Severity
from newslint.session import SessionOptions
from newslint.structs import replace

_NAMES = {"multiple": True, "metavar": "NAMES"}


@click.command("check", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--select", help="Run only these rules (codes, names, families).", **_NAMES)  # type: ignore[arg-type]
@click.option("--extend-select", help="Run these rules too.", **_NAMES)  # type: ignore[arg-type]
@click.option("--ignore", help="Do not run these rules.", **_NAMES)  # type: ignore[arg-type]
@click.option("--extend-ignore", help="Do not run these rules either.", **_NAMES)  # type: ignore[arg-type]
@click.option("--min-severity", type=click.Choice(SEVERITIES), help="Hide what is milder.")
@click.option(
    "--fail-on", type=click.Choice([*SEVERITIES, "never"]),
    help="Exit with 1 from this severity on (default: warning).",
)  # fmt: skip
@click.option("--fix", is_flag=True, help="Apply safe fixes.")
@click.option("--unsafe-fixes", is_flag=True, help="Apply (with --fix) or show the others too.")
@click.option("--diff", is_flag=True, help="Show what fixes would change; write nothing.")
@click.option(
    "--format", "format_", default="full", metavar="FORMAT",
    help="full, concise, jsonl, or one a plugin brings.",
)  # fmt: skip
@click.option(
    "--output-format", multiple=True, metavar="FORMAT=FILE", help="Write this format to a file too."
)
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto")
@click.option("--quiet", "-q", is_flag=True, help="Print nothing but diagnostics and errors.")
@click.option("--statistics", is_flag=True, help="Print counts per rule.")
@click.option("--timings", is_flag=True, help="Print the time each rule took.")
@click.option("--show-files", is_flag=True, help="Print the files that would be read, and stop.")
@click.option("--include", multiple=True, metavar="GLOB", help="Read only such files of a folder.")
@click.option("--exclude", multiple=True, metavar="GLOB", help="Leave out, instead of the default.")
@click.option("--extend-exclude", multiple=True, metavar="GLOB", help="Leave out too.")
@click.option("--force-exclude", is_flag=True, help="Leave out even files that are named.")
@click.option("--stdin-filename", metavar="NAME", help="What standard input (-) is called.")
@click.option("--jobs", "-j", type=click.IntRange(min=1), metavar="N", help="Number of processes.")
@click.option("--no-cache", is_flag=True, help="Lint files anew that have not changed.")
@click.option("--cache-dir", metavar="DIR", help="Keep results there, not in the user's folder.")
@version_option
@rule_sources
def command(
    paths: tuple[str, ...],
    *,
    loading: SessionOptions,
    select: tuple[str, ...],
    extend_select: tuple[str, ...],
    ignore: tuple[str, ...],
    extend_ignore: tuple[str, ...],
    min_severity: Severity | None,
    fail_on: str | None,
    include: tuple[str, ...],
    exclude: tuple[str, ...],
    extend_exclude: tuple[str, ...],
    **request: Any,
) -> int:
    """Lint files and folders; - reads standard input."""
    config = loading.config.with_values(
        fail_on=fail_on,
        min_severity=min_severity,
        include=include or None,
        exclude=exclude or None,
        extend_exclude=(*loading.config.extend_exclude, *extend_exclude),
    )
    options = replace(
        loading,
        config=config,
        select=split_names(select) or None,
        extend_select=split_names(extend_select),
        ignore=split_names(ignore) or None,
        extend_ignore=split_names(extend_ignore),
        time_rules=request["timings"],
    )
    filtered = bool(include or exclude or extend_exclude)
    asked = CheckRequest(paths=paths, options=options, filtered=filtered, **request)
    run = CheckRun(asked, stdin=sys.stdin.buffer, stdout=sys.stdout, stderr=sys.stderr)
    return run.run()
