"""What reporters are given: diagnostics, the sums over them, and the record of the JSON formats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Protocol, TextIO

from newslint.diagnostic import (
    SEVERITIES,
    Diagnostic,
    Location,
    Record,
    RelatedLocation,
    Severity,
    SourceEdit,
    SourceFix,
)
from newslint.structs import Struct, made


class Summary(Struct):
    """The sums of a run.

    Args:
        files: How many files were looked at.
        articles: How many articles they held.
        flagged_files: How many of the files have a diagnostic.
        counts: How many diagnostics there are of each severity.
        fixable_safe: How many of them ``--fix`` would mend.
        fixable_unsafe: How many more ``--unsafe-fixes`` would mend.
        fixed: How many were mended in this run; they are not among ``counts``.
    """

    files: int
    articles: int
    flagged_files: int
    counts: Mapping[Severity, int]
    fixable_safe: int = 0
    fixable_unsafe: int = 0
    fixed: int = 0

    @property
    def total(self) -> int:
        """How many diagnostics there are."""
        return sum(self.counts.values())


class Reporter(Protocol):
    """Writes diagnostics in one format; plugins bring more by ``newslint_add_reporters``.

    One that describes rules, too, has a method ``with_rules(rules)`` besides: it is given all
    rules known here, the engine's own last, and returns the reporter that is to write.
    """

    @property
    def name(self) -> str:
        """What ``--format`` calls it."""

    def write(
        self,
        diagnostics: Iterable[Diagnostic],
        summary: Callable[[], Summary],
        stream: TextIO,
        *,
        color: bool,
    ) -> None:
        """Write everything to ``stream``.

        Args:
            diagnostics: In order; may be a generator that is still at work, so iterate once.
            summary: Gives the sums; right only after the last diagnostic was taken.
            stream: Where to write.
            color: Whether terminal colours are wanted.
        """


class Tally(Struct, frozen=False):
    """Counts diagnostics on their way to a reporter.

    Attributes:
        by_rule: How many diagnostics each rule has, by code and name.
    """

    by_rule: Counter[tuple[str, str]] = made(factory=Counter)
    _severities: Counter[Severity] = made(factory=Counter)
    _paths: set[str] = made(factory=set)
    _safe: int = 0
    _unsafe: int = 0

    def count(self, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Yield the diagnostics as they are, and count them."""
        for one in diagnostics:
            self.by_rule[one.code, one.rule] += 1
            self._severities[one.severity] += 1
            self._paths.add(one.location.path)
            if one.fix is not None:
                self._safe += one.fix.safe
                self._unsafe += not one.fix.safe
            yield one

    def summary(self, *, files: int, articles: int, fixed: int = 0) -> Summary:
        """Return the sums so far."""
        return Summary(
            files=files,
            articles=articles,
            flagged_files=len(self._paths),
            counts={severity: self._severities[severity] for severity in SEVERITIES},
            fixable_safe=self._safe,
            fixable_unsafe=self._unsafe,
            fixed=fixed,
        )


def as_record(diagnostic: Diagnostic) -> dict[str, Any]:
    """Return a diagnostic as plain data: schema version 1 of the JSON formats, keys in order."""
    fix = diagnostic.fix
    return {
        **place_record(diagnostic.location),
        "code": diagnostic.code,
        "rule": diagnostic.rule,
        "family": diagnostic.family,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "text": diagnostic.text,
        "fix": fix
        and {
            "safe": fix.safe,
            "edits": [
                {
                    "line": edit.line,
                    "column": edit.column,
                    "end_line": edit.end_line,
                    "end_column": edit.end_column,
                    "text": edit.text,
                }
                for edit in fix.edits
            ],
        },
        "related": [
            {**place_record(other.location), "message": other.message}
            for other in diagnostic.related
        ],
        "fingerprint": diagnostic.fingerprint,
    }


def of_record(record: Mapping[str, Any]) -> Diagnostic:
    """Return the diagnostic that a record of the JSON formats stands for; it has no excerpt."""
    fix = record["fix"]
    return Diagnostic(
        location=place_of_record(record),
        code=record["code"],
        rule=record["rule"],
        family=record["family"],
        severity=record["severity"],
        message=record["message"],
        text=record["text"],
        fix=fix and SourceFix(fix["safe"], tuple(SourceEdit(**edit) for edit in fix["edits"])),
        related=tuple(
            RelatedLocation(place_of_record(other), other["message"]) for other in record["related"]
        ),
        fingerprint=record["fingerprint"],
    )


def place_of_record(record: Mapping[str, Any]) -> Location:
    """Return the place that a record stands for."""
    part = record["record"]
    return Location(
        record["path"],
        part and Record(**part),
        record["line"],
        record["column"],
        record["end_line"],
        record["end_column"],
    )


def place_record(location: Location) -> dict[str, Any]:
    """Return a place as plain data."""
    record = location.record
    return {
        "path": location.path,
        "record": record
        and {
            "index": record.index,
            "id": record.id,
            "field": record.field,
            "line": record.line,
            "column": record.column,
        },
        "line": location.line,
        "column": location.column,
        "end_line": location.end_line,
        "end_column": location.end_column,
    }
