"""``--format github``: `workflow commands`_ that mark lines of a pull request; a step summary.

The runner shows few of them and drops the rest without a word: those beyond are written as plain
lines of the log, and the last line says how many they are.

.. _workflow commands: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TextIO

from newslint.diagnostic import Diagnostic, Severity
from newslint.reporters.full import summary_text
from newslint.reporters.repository import Repository
from newslint.reporters.step_summary import StepSummary, append
from newslint.reporters.terminal import encodable, neutral, neutral_line
from newslint.reporting import Summary
from newslint.structs import Struct

SHOWN = 10
"""Annotations of each severity that GitHub shows of a step (actions/toolkit, issue 734)."""
SUMMARY_FILE = "GITHUB_STEP_SUMMARY"
"""The environment variable that names the file a step's summary is appended to."""
COMMANDS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


class GitHub(Struct):
    """Writes ``::error title=…,file=…,line=…::message``.

    Args:
        name: What ``--format`` calls it.
        sums: Whether to end with the sums; of what is not annotated it always tells.
        environ: The environment.
    """

    name: str = "github"
    sums: bool = True
    environ: Mapping[str, str] = os.environ

    def write(
        self,
        diagnostics: Iterable[Diagnostic],
        summary: Callable[[], Summary],
        stream: TextIO,
        *,
        color: bool,  # noqa: ARG002 - never
    ) -> None:
        """Write a line for each diagnostic, the sums, and the summary where one is wanted."""
        repository = Repository()
        page = StepSummary()
        written: Counter[Severity] = Counter()
        for one in page.watch(diagnostics):
            written[one.severity] += 1
            if written[one.severity] <= SHOWN:
                line = command(one, repository.path(one.location.path))
            else:
                line = neutral_line(_said(one))
            stream.write(encodable(line, stream) + "\n")
        sums = summary()
        if self.sums:
            stream.write(summary_text(sums) + "\n")
        if unmarked := sum(max(number - SHOWN, 0) for number in written.values()):
            stream.write(
                f"{unmarked:,} more not annotated: GitHub shows {SHOWN} errors, {SHOWN} warnings "
                f"and {SHOWN} notices of a step. They are in the log above.\n"
            )
        if file := self.environ.get(SUMMARY_FILE):
            try:
                append(file, page.markdown(sums))
            except OSError as error:  # no reason to hide what was found
                reason = neutral(f"{error.strerror or error}")
                stream.write(f"The step summary cannot be written: {reason}\n")


def command(one: Diagnostic, file: str) -> str:
    """Return the workflow command of a diagnostic in a file, one line.

    The message names the place too, for in the log nothing else does. Columns are left out where
    the place has several lines: GitHub takes them for one line only.
    """
    place = one.location
    properties = {
        "title": f"{one.code} {one.rule}",
        "file": file,
        "line": str(place.line),
        "endLine": str(place.end_line),
    }
    if place.line == place.end_line:
        properties |= {"col": str(place.column), "endColumn": str(place.end_column)}
    given = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{COMMANDS[one.severity]} {given}::{_data(_said(one))}"


def _said(one: Diagnostic) -> str:
    place = one.location
    return f"{place.path}:{place.line}:{place.column}: {one.code} {one.message}"


def _data(text: str) -> str:
    """Return a message as the runner unescapes it; hidden characters are visible before that."""
    return neutral(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
