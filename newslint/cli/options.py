"""The options of ``newslint check`` as a table: `plain` reads it, `check` makes it click's."""

from __future__ import annotations

from typing import Literal

from newslint.diagnostic import SEVERITIES
from newslint.structs import Struct


class Option(Struct):
    """An option.

    Args:
        names: How it is written: ``--quiet``, ``-q``.
        help: What ``--help`` says.
        takes: A ``flag`` is on or off, ``one`` value replaces another, ``many`` are all kept.
        metavar: What ``--help`` calls its value.
        choices: The values there are; none stands for any.
        number: Whether its value is a number from 1 on.
        default: What it is when nobody gives it.
    """

    names: tuple[str, ...]
    help: str | None
    takes: Literal["flag", "one", "many"] = "one"
    metavar: str | None = None
    choices: tuple[str, ...] = ()
    number: bool = False
    default: str | None = None

    @property
    def parameter(self) -> str:
        """What a function calls it."""
        name = self.names[0].strip("-").replace("-", "_")
        return {"format": "format_", "config": "config_file"}.get(name, name)


def _flag(*names: str, tells: str) -> Option:
    return Option(names, tells, "flag")


def _many(name: str, metavar: str, tells: str) -> Option:
    return Option((name,), tells, "many", metavar)


LOADING = (
    Option(("--config",), "Use this configuration file.", metavar="FILE"),
    _flag("--isolated", tells="Use no configuration file."),
    _flag("--no-local-rules", tells="Do not run Python rules of the configured folders."),
    _many("--no-plugin", "NAME", "Leave an installed plugin out."),
)
"""The options that say where the configuration and the rules come from; other verbs' too."""

SELECTING = (
    _many("--select", "NAMES", "Run only these rules (codes, names, families)."),
    _many("--extend-select", "NAMES", "Run these rules too."),
    _many("--ignore", "NAMES", "Do not run these rules."),
    _many("--extend-ignore", "NAMES", "Do not run these rules either."),
)
"""The options that say which rules run."""

FILES = (
    _many("--include", "GLOB", "Read only such files of a folder."),
    _many("--exclude", "GLOB", "Leave out, instead of the default."),
    _many("--extend-exclude", "GLOB", "Leave out too."),
    _flag("--force-exclude", tells="Leave out even files that are named."),
)
"""The options that say which files of a folder are read."""

RUNNING = (
    Option(("--jobs", "-j"), "Number of processes.", metavar="N", number=True),
    _flag("--no-cache", tells="Lint files anew that have not changed."),
    Option(("--cache-dir",), "Keep results there, not in the user's folder.", metavar="DIR"),
)
"""The options that say how the work is done."""

CHECK = (
    *SELECTING,
    Option(("--min-severity",), "Hide what is milder.", choices=SEVERITIES),
    Option(
        ("--fail-on",),
        "Exit with 1 from this severity on (default: warning).",
        choices=(*SEVERITIES, "never"),
    ),
    _flag("--fix", tells="Apply safe fixes."),
    _flag("--unsafe-fixes", tells="Apply (with --fix) or show the others too."),
    _flag("--diff", tells="Show what fixes would change; write nothing."),
    Option(
        ("--format",),
        "full, concise, jsonl, json, github, gitlab, sarif, junit, rdjsonl or one a plugin brings.",
        metavar="FORMAT",
        default="full",
    ),
    _many("--output-format", "FORMAT=FILE", "Write this format to a file too."),
    Option(("--color",), None, choices=("auto", "always", "never"), default="auto"),
    _flag("--quiet", "-q", tells="Print nothing but diagnostics and errors."),
    _flag("--statistics", tells="Print counts per rule."),
    _flag("--timings", tells="Print the time each rule took."),
    _flag("--show-files", tells="Print the files that would be read, and stop."),
    *FILES,
    Option(
        ("--changed-since",),
        "Read only files that differ from this commit or branch, as git tells.",
        metavar="REF",
    ),
    Option(("--stdin-filename",), "What standard input (-) is called.", metavar="NAME"),
    Option(("--baseline",), "Report only what it does not accept; '' for none.", metavar="FILE"),
    _flag("--watch", tells="Look again whenever something changes."),
    *RUNNING,
)
"""The options of ``check`` alone."""

_MEMORY = Option(
    ("--memory",),
    "What grouping for rules across articles may hold, beyond it goes to disk (default: 1GB).",
    metavar="SIZE",
)
_MAX_BAD_RECORDS = Option(
    ("--max-bad-records",),
    "Exit with 2 if more records cannot be read (default: any number may).",
    metavar="N",
)
_JOBS = Option(("--jobs", "-j"), "Number of processes.", metavar="N", number=True)
_QUIET = _flag("--quiet", "-q", tells="Say nothing but errors.")

LEARN = (
    Option(("--output", "-o"), "Write there.", metavar="FILE"),
    _JOBS,
    _MEMORY,
    _MAX_BAD_RECORDS,
    _QUIET,
)
"""The options of ``learn`` alone."""

SCAN = (
    Option(("--output", "-o"), "Write there: a folder of its own.", metavar="DIR"),
    Option(
        ("--parts",),
        "Format of the parts (default: parquet where pyarrow is installed).",
        choices=("parquet", "jsonl"),
    ),
    Option(
        ("--engine",), "Work here, or on Apache Spark.", choices=("local", "spark"), default="local"
    ),
    Option(("--master",), "The Spark cluster (default: this machine).", metavar="URL"),
    _JOBS,
    _MEMORY,
    Option(
        ("--fail-on",),
        "Exit with 1 from this severity on (default: never).",
        choices=(*SEVERITIES, "never"),
    ),
    _MAX_BAD_RECORDS,
    Option(("--min-severity",), "Leave out what is milder.", choices=SEVERITIES),
    Option(
        ("--keep",),
        "Write articles without findings there, as they are: a .jsonl, .jsonl.gz or .jsonl.zst.",
        metavar="FILE",
    ),
    _many("--keep-without", "NAMES", "Keep articles that have other findings than these rules'."),
    _flag("--overwrite", tells="Throw away another scan in the folder."),
    _QUIET,
)
"""The options of ``scan`` alone."""
