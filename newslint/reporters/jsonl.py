"""``--format jsonl``: one JSON object a line, for other programs; nothing else is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TextIO

from newslint.diagnostic import Diagnostic
from newslint.reporters.json_text import json_text, wants_ascii
from newslint.reporting import Summary, as_record
from newslint.structs import Struct


class Jsonl(Struct):
    """Writes schema version 1."""

    name: str = "jsonl"

    def write(
        self,
        diagnostics: Iterable[Diagnostic],
        summary: Callable[[], Summary],  # noqa: ARG002 - records only
        stream: TextIO,
        *,
        color: bool,  # noqa: ARG002 - never
    ) -> None:
        """Write one line for each diagnostic."""
        ascii_only = wants_ascii(stream)
        stream.writelines(json_line(one, ascii_only=ascii_only) + "\n" for one in diagnostics)


def json_line(diagnostic: Diagnostic, *, ascii_only: bool = False) -> str:
    """Return a diagnostic as one line of JSON, without the line feed."""
    return json_text(as_record(diagnostic), ascii_only=ascii_only)
