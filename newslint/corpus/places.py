"""The place of a diagnostic as columns, by which many of them are sorted elsewhere."""

from __future__ import annotations

from typing import Any

from newslint.diagnostic import Diagnostic
from newslint.encodable import encodable, escaped

PLACE: dict[str, type] = {
    "path": str, "record": int, "line": int, "col": int, "end_line": int, "end_col": int,
    "field": str, "own_line": int, "own_col": int,
}  # fmt: skip
"""The columns and what they hold, in the order by which diagnostics are sorted."""


def place_row(one: Diagnostic) -> tuple[Any, ...]:
    """Return the columns of a diagnostic: its path and field can be written as UTF-8."""
    path, *middle, field, line, column = one.location.sort_key()
    return escaped(path), *middle, encodable(field), line, column
