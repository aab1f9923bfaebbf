"""``newslint check``: the main job."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import Any

import click

from newslint.cli.check_run import CheckRequest, CheckRun
from newslint.cli.common import read_config, rule_sources, split_names
from newslint.cli.version import version_option
from newslint.diagnostic import SEVERITIES
from newslint.session import SessionOptions

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
@version_option
@rule_sources
def command(paths: tuple[str, ...], **given: Any) -> int:
    """Lint files and folders; - reads standard input."""
    config = read_config(given["config_file"], isolated=given["isolated"]).with_values(
        fail_on=given["fail_on"],
        min_severity=given["min_severity"],
        include=given["include"] or None,
        exclude=given["exclude"] or None,
    )
    config = replace(config, extend_exclude=(*config.extend_exclude, *given["extend_exclude"]))
    filtered = bool(given["include"] or given["exclude"] or given["extend_exclude"])
    options = SessionOptions(
        config,
        select=split_names(given["select"]) or None,
        extend_select=split_names(given["extend_select"]),
        ignore=split_names(given["ignore"]) or None,
        extend_ignore=split_names(given["extend_ignore"]),
        local_rules=not given["no_local_rules"],
        without_plugins=given["no_plugin"],
        time_rules=given["timings"],
    )
    request = CheckRequest(
        paths=paths,
        options=options,
        filtered=filtered,
        **{
            key: given[key]
            for key in (
                "fix", "unsafe_fixes", "diff", "format_", "output_format", "color", "quiet",
                "statistics", "timings", "show_files", "force_exclude", "stdin_filename", "jobs",
            )
        },
    )  # fmt: skip
    run = CheckRun(request, stdin=sys.stdin.buffer, stdout=sys.stdout, stderr=sys.stderr)
    return run.run()
