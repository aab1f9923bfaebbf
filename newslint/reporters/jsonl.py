"""``--format jsonl``: one JSON object a line, for other programs; nothing else is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TextIO

from newslint.diagnostic import Diagnostic
from newslint.patterns import regexp
from newslint.reporters.terminal import COMMAND, HIDDEN
from newslint.reporting import Summary, as_record
from newslint.structs import Struct

_UNSAFE = regexp(f"[{HIDDEN}]|{COMMAND}")


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
        unicode = (stream.encoding or "utf-8").lower().replace("-", "").startswith("utf")
        stream.writelines(json_line(one, ascii_only=not unicode) + "\n" for one in diagnostics)


def json_line(diagnostic: Diagnostic, *, ascii_only: bool = False) -> str:
    r"""Return a diagnostic as one line of JSON, without the line feed.

    It is one line for every program, also for those that split at U+2028 or U+0085, it can be
    printed on a terminal, and it can be encoded: what could harm is a ``\u`` escape.
    """
    import json  # 6 ms to import: only for who asks for this format

    line = json.dumps(as_record(diagnostic), ensure_ascii=ascii_only)
    return _UNSAFE.sub(_escape, line)


def _escape(match: re.Match[str]) -> str:
    import json

    character = match.group()
    return r"\u0023" if character == "#" else json.dumps(character)[1:-1]
