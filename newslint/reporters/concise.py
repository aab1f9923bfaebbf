"""``--format concise``: one line a diagnostic and nothing else, as editors and ``grep`` like it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TextIO

from newslint.diagnostic import Diagnostic
from newslint.reporters.terminal import SEVERITY_STYLES, encodable, neutral, neutral_line, paint
from newslint.reporting import Summary
from newslint.structs import Struct


class Concise(Struct):
    """Writes ``path:line:column: CODE [severity] message``."""

    name: str = "concise"

    def write(
        self,
        diagnostics: Iterable[Diagnostic],
        summary: Callable[[], Summary],  # noqa: ARG002 - lines only
        stream: TextIO,
        *,
        color: bool,
    ) -> None:
        """Write one line for each diagnostic."""
        for one in diagnostics:
            place = one.location
            path = neutral_line(place.path)
            severity = paint(one.severity, SEVERITY_STYLES[one.severity], color=color)
            line = (
                f"{path}:{place.line}:{place.column}: "
                f"{paint(one.code, 'bold', color=color)} [{severity}] {neutral(one.message)}"
            )
            stream.write(encodable(line, stream) + "\n")
