"""Diagnostics: the plain, frozen records that leave a process.

They are sorted, sent between processes, printed and counted. Nothing here holds the text of the
article, so a diagnostic costs a few hundred bytes.

Lines and columns are 1-based; columns count Unicode code points of the line as it stands in the
file; ends are exclusive.
"""

from __future__ import annotations

from typing import Literal

from newslint.structs import Struct

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""From the gravest to the mildest."""


def at_least(severity: Severity, threshold: Severity) -> bool:
    """Tell whether ``severity`` is as grave as ``threshold`` or graver."""
    return SEVERITIES.index(severity) <= SEVERITIES.index(threshold)


class Record(Struct):
    """Which article of a file of many, and where in that article's own text.

    Args:
        index: Number of the record in its file, from 0.
        id: The record's own id, if it has one.
        field: Where the text stands: a JSON pointer (``/text``) or a column name.
        line: 1-based line in the text of the field.
        column: 1-based column in that line, in code points.
    """

    index: int
    id: str | None
    field: str
    line: int
    column: int


class Location(Struct):
    """A run of characters in a file, as a person would point at it."""

    path: str
    record: Record | None
    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def record_number(self) -> int:
        """Which record of its file it stands in, from 0; -1 where the file is one article."""
        return -1 if self.record is None else self.record.index

    def sort_key(self) -> tuple[str, int, int, int, int, int, str, int, int]:
        """Order by path, record, line, column, end; where a file has no lines, in the record."""
        end = self.end_line, self.end_column
        record = self.record
        if record is None:
            return (self.path, -1, self.line, self.column, *end, "", 0, 0)
        own = record.field, record.line, record.column
        return (self.path, record.index, self.line, self.column, *end, *own)


class RelatedLocation(Struct):
    """Another place that a diagnostic speaks of, and why."""

    location: Location
    message: str


class SourceEdit(Struct):
    """Replace a run of the file by ``text``, spelled the way the format spells it."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


class SourceFix(Struct):
    """Edits that mend what a diagnostic says; ``safe`` when no meaning can change."""

    safe: bool
    edits: tuple[SourceEdit, ...]


class ByHand(Struct):
    """What would mend a place where no edit of the file can be made exactly.

    Args:
        text: What should stand at the place of the diagnostic, unescaped; ``None`` where the fix
            is about more than that.
        reason: Why it has to be done by hand.
    """

    text: str | None
    reason: str


class Excerpt(Struct):
    """The characters of the source line around a diagnostic, for people to read.

    ``before`` and ``after`` are cut to a window; ``cut_before`` and ``cut_after`` say whether the
    line goes on there. ``text`` is the part of the diagnostic that stands on its first line.
    """

    before: str
    text: str
    after: str
    cut_before: bool
    cut_after: bool


class Diagnostic(Struct):
    """One thing that is wrong, at one place.

    Args:
        location: Where it stands.
        code: The rule's code, ``GAR001``.
        rule: The rule's name, ``fused-words``.
        family: The rule's family, ``garbled``.
        severity: How sure and how harmful.
        message: What is wrong, in an editor's words.
        text: The characters of the place, as the rule saw them.
        fix: How to mend it, if that is known.
        related: Other places it speaks of.
        fingerprint: 16 hex digits that stay when lines above move.
        excerpt: What stands around it; not part of the record that is written out.
        by_hand: How a person can mend it where ``fix`` is missing; not part of the record either.
    """

    location: Location
    code: str
    rule: str
    family: str
    severity: Severity
    message: str
    text: str
    fix: SourceFix | None
    related: tuple[RelatedLocation, ...]
    fingerprint: str
    excerpt: Excerpt | None = None
    by_hand: ByHand | None = None

    def sort_key(self) -> tuple[object, ...]:
        """Order by place, then code, message and the places it is related to."""
        related = tuple(other.location.sort_key() for other in self.related)
        return (*self.location.sort_key(), self.code, self.message, related)
