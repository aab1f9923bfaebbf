"""``--format json``: one document with the records of ``jsonl`` and the sums."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TextIO

from newslint.diagnostic import Diagnostic
from newslint.reporters.json_text import json_text, wants_ascii
from newslint.reporters.jsonl import json_line
from newslint.reporting import Summary
from newslint.structs import Struct, values

VERSION = 1
"""Of the schema; that of the records in ``jsonl``."""


class Json(Struct):
    """Writes ``{"version": 1, "diagnostics": [...], "summary": {...}}``, a diagnostic a line."""

    name: str = "json"

    def write(
        self,
        diagnostics: Iterable[Diagnostic],
        summary: Callable[[], Summary],
        stream: TextIO,
        *,
        color: bool,  # noqa: ARG002 - never
    ) -> None:
        """Write the document; it is not held in memory."""
        ascii_only = wants_ascii(stream)
        stream.write(f'{{"version": {VERSION}, "diagnostics": [')
        separator = "\n"
        for one in diagnostics:
            stream.write(separator + json_line(one, ascii_only=ascii_only))
            separator = ",\n"
        sums = summary()
        record = dict(zip(Summary.__fields__, values(sums), strict=True))
        record["counts"] = dict(sums.counts)
        stream.write(f'\n], "summary": {json_text(record, ascii_only=ascii_only)}}}\n')
