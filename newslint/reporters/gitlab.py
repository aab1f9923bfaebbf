"""``--format gitlab``: a `Code Quality report`_ for the widget of a merge request.

.. _Code Quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from typing import Any, TextIO

from newslint.diagnostic import Diagnostic, Severity
from newslint.reporters.json_text import json_text, wants_ascii
from newslint.reporters.repository import Repository
from newslint.reporters.terminal import neutral
from newslint.reporting import Summary
from newslint.structs import Struct

SEVERITIES: Mapping[Severity, str] = {"error": "major", "warning": "minor", "info": "info"}
"""Nothing in an article is ``critical`` or a ``blocker``: those are for programs that break."""


class GitLab(Struct):
    """Writes a JSON array with an issue for each diagnostic, one a line."""

    name: str = "gitlab"

    def write(
        self,
        diagnostics: Iterable[Diagnostic],
        summary: Callable[[], Summary],  # noqa: ARG002 - issues only
        stream: TextIO,
        *,
        color: bool,  # noqa: ARG002 - never
    ) -> None:
        """Write the array; it is not held in memory."""
        ascii_only = wants_ascii(stream)
        repository = Repository()
        seen: Counter[tuple[str, str]] = Counter()
        separator = "\n"
        stream.write("[")
        for one in diagnostics:
            key = (repository.path(one.location.path), one.fingerprint)
            issue = _issue(one, key[0], _fingerprint(*key, seen[key]))
            seen[key] += 1
            stream.write(separator + json_text(issue, ascii_only=ascii_only))
            separator = ",\n"
        stream.write("\n]\n")


def _issue(one: Diagnostic, path: str, fingerprint: str) -> dict[str, Any]:
    place = one.location
    return {
        "description": neutral(one.message),
        "check_name": one.code,
        "fingerprint": fingerprint,
        "severity": SEVERITIES[one.severity],
        "categories": ["Style"],
        "location": {
            "path": path.encode("utf-8", "replace").decode(),  # no reader takes half a pair
            "positions": {
                "begin": {"line": place.line, "column": place.column},
                "end": {"line": place.end_line, "column": place.end_column},
            },
        },
    }


def _fingerprint(path: str, fingerprint: str, occurrence: int) -> str:
    """Return 32 hex digits that no other issue has: GitLab shows one issue of each only.

    A diagnostic's own fingerprint differs within its file, not from those of a copy of the file.
    """
    content = "\x1f".join((path, fingerprint, str(occurrence)))
    return sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:32]
