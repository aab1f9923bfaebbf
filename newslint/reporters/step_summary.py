"""The Markdown page that GitHub shows under a job, made of diagnostics.

Whatever comes from an article or a file name stands in a code span: no HTML, link, mention or
emphasis is read in it, and none can end it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from newslint.diagnostic import SEVERITIES, Diagnostic, Severity
from newslint.reporters.excerpt import shorten
from newslint.reporters.full import summary_text
from newslint.reporting import Summary
from newslint.structs import Struct, made

MOST = 1024 * 1024
"""Bytes that GitHub takes of a step, or shows none of them (docs.github.com, workflow commands,
"Step isolation and limits")."""
LISTED = 100
"""Diagnostics that are listed. With `WIDTH` it keeps the page below `MOST`, whatever they say."""
RULES = 100
"""Rules that are counted."""
WIDTH = 300
"""Terminal columns of a path and of a message."""


class StepSummary(Struct, frozen=False):
    """Counts diagnostics on their way and keeps the first of each severity."""

    _rules: Counter[tuple[str, str]] = made(factory=Counter)
    _kept: dict[Severity, list[Diagnostic]] = made(factory=dict)

    def watch(self, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Yield the diagnostics as they are."""
        for one in diagnostics:
            self._rules[one.code, one.rule] += 1
            kept = self._kept.setdefault(one.severity, [])
            if len(kept) < LISTED:
                kept.append(one)
            yield one

    def markdown(self, summary: Summary) -> str:
        """Return the page: the sums, the rules by number of diagnostics, the gravest of these."""
        return "\n".join(["", "## newslint", "", *self._lines(summary), "", ""])

    def _lines(self, summary: Summary) -> Iterator[str]:
        yield from summary_text(summary).splitlines()
        if not self._rules:
            return
        yield from ("", "| problems | rule | |", "| ---: | --- | --- |")
        ordered = sorted(self._rules.items(), key=lambda item: (-item[1], item[0]))
        for (code, name), number in ordered[:RULES]:
            yield f"| {number:,} | {code} | {name} |"
        yield ""
        gravest = [one for severity in SEVERITIES for one in self._kept.get(severity, ())]
        for one in gravest[:LISTED]:
            place = code_span(f"{shorten(one.location.path, WIDTH)}:{one.location.line}")
            message = code_span(shorten(one.message, WIDTH))
            yield f"- {one.severity} {one.code} {place} {message}"
        total = self._rules.total()
        if total > LISTED:
            yield f"- … and {total - LISTED:,} more, in the log"


def append(file: str, page: str) -> None:
    """Add a page to the summary of the step.

    Raises:
        OSError: when it cannot be written, or when the summary has no room left for it.
    """
    data = page.encode()
    with Path(file).open("ab") as summary:
        if summary.tell() + len(data) > MOST:
            raise OSError("the step has one of nearly 1 MiB")
        summary.write(data)


def code_span(text: str) -> str:
    """Return ``text``, which is one line, as a code span of Markdown.

    The fence is longer than any run of backticks inside; a blank within each end, which Markdown
    takes off again, parts them (CommonMark 6.1).
    """
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    return f"{fence} {text} {fence}"
