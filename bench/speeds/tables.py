"""Tables in Markdown."""

from __future__ import annotations

from collections.abc import Sequence


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table in Markdown."""
    for row in (head, ["---", *("---:" for _ in head[1:])], *rows):
        print("| " + " | ".join(row) + " |", flush=True)
