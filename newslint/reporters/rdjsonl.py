"""``--format rdjsonl``: one JSON object a line for `reviewdog`_, which comments on pull requests.

.. _reviewdog: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TextIO

from newslint.diagnostic import Diagnostic, Location, Severity, SourceEdit, SourceFix
from newslint.reporters.byte_columns import Sources, SourceText
from newslint.reporters.json_text import json_text, wants_ascii
from newslint.reporters.terminal import neutral
from newslint.reporting import Summary
from newslint.structs import Struct

SEVERITIES: Mapping[Severity, str] = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


class Rdjsonl(Struct):
    """Writes a ``Diagnostic`` of reviewdog's format for each diagnostic."""

    name: str = "rdjsonl"

    def write(
        self,
        diagnostics: Iterable[Diagnostic],
        summary: Callable[[], Summary],  # noqa: ARG002 - diagnostics only
        stream: TextIO,
        *,
        color: bool,  # noqa: ARG002 - never
    ) -> None:
        """Write one line for each diagnostic; the text of one file at a time is held."""
        ascii_only = wants_ascii(stream)
        sources = Sources()
        for one in diagnostics:
            record = _record(one, sources)
            stream.write(json_text(record, ascii_only=ascii_only) + "\n")


def _record(one: Diagnostic, sources: Sources) -> dict[str, Any]:
    source = sources.of(one)
    record: dict[str, Any] = {
        "message": neutral(one.message),
        "location": _location(one.location, source),
        "severity": SEVERITIES[one.severity],
        "source": {"name": "newslint"},
        "code": {"value": one.code},
    }
    if one.fix and source and (suggestion := _suggestion(one.fix, source)):
        record["suggestions"] = [suggestion]
    if one.related:
        path = one.location.path
        record["related_locations"] = [
            {
                "message": neutral(other.message),
                "location": _location(
                    other.location, source if other.location.path == path else None
                ),
            }
            for other in one.related
        ]
    return record


def _location(place: Location, source: SourceText | None) -> dict[str, Any]:
    return {"path": place.path, "range": _range(place, source)}


def _range(place: Location | SourceEdit, source: SourceText | None) -> dict[str, Any]:
    """Return a range in bytes; in whole lines where the line is not at hand."""
    start = source.place(place.line, place.column) if source else None
    end = source.place(place.end_line, place.end_column) if source else None
    if start is None or end is None:
        return {"start": {"line": place.line}, "end": {"line": place.end_line}}
    (line, column), (end_line, end_column) = start, end
    return {
        "start": {"line": line, "column": column},
        "end": {"line": end_line, "column": end_column},
    }


def _suggestion(fix: SourceFix, source: SourceText) -> dict[str, Any] | None:
    """Return a fix as the one replacement that a reviewer takes with one click.

    Several edits of a line are joined; those of several lines would be taken one by one, and half
    a fix can do harm.
    """
    edits = sorted(fix.edits, key=lambda edit: (edit.line, edit.column))
    first, last = edits[0], edits[-1]
    if len(edits) > 1 and {edit.line for edit in edits} != {last.end_line}:
        return None
    text, position = "", first.column
    for edit in edits:
        text += source.part(edit.line, position, edit.column) + edit.text
        position = edit.end_column
    whole = SourceEdit(first.line, first.column, last.end_line, last.end_column, text)
    placed = _range(whole, source)
    return {"range": placed, "text": text} if "column" in placed["start"] else None
