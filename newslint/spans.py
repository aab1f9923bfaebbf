"""Places in a text or a metadata value, and what a rule says of them. Offsets count code points."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from operator import attrgetter
from typing import Protocol, TypeAlias

from newslint.diagnostic import Severity
from newslint.structs import Struct


class Source(Protocol):
    """What a place is a place in: an article's text, or a metadata value."""

    @property
    def content(self) -> str:
        """All its characters."""


class _Placed(Protocol):
    """What stands somewhere as a whole, as a metadata field does."""

    @property
    def span(self) -> Span:
        """Its place."""


class Span:
    """A place in a text or in a metadata field.

    Args:
        source: What it is a place in.
        start: First code point.
        end: One past the last.
        text: The characters there.
    """

    # By hand, as are its subclasses: `dataclasses` takes 4 ms to import and 0.5 ms a class.
    __slots__ = ("end", "source", "start", "text")

    def __init__(self, source: Source, start: int, end: int, text: str) -> None:
        self.source = source
        self.start = start
        self.end = end
        self.text = text

    def __eq__(self, other: object) -> bool:
        """Tell whether it is the same place, said to be the same."""
        if type(self) is not type(other):
            return NotImplemented
        told = _told_by(type(self))  # type: ignore[arg-type]  # a class is hashable
        return bool(told(self) == told(other))

    __hash__ = None  # type: ignore[assignment]  # it may be changed, as a list may

    def slice(self, start: int, end: int) -> Span:
        """Return a part of this place; offsets count from its beginning."""
        return Span(self.source, self.start + start, self.start + end, self.text[start:end])

    def group(self, match: re.Match[str], group: int | str = 0) -> Span:
        """Return the place of a group of a match that was run on this span's ``text``."""
        start, end = match.span(group)
        return self.slice(start, end)

    def strip(self, characters: str | None = None) -> Span:
        """Return this place without white space (or ``characters``) at its ends."""
        start = len(self.text) - len(self.text.lstrip(characters))
        return self.slice(start, max(len(self.text.rstrip(characters)), start))

    def to(self, other: Span) -> Span:
        """Return the place from the beginning of this one to the end of ``other``."""
        whole = self.source.content
        return Span(self.source, self.start, other.end, whole[self.start : other.end])

    def window(self, before: int, after: int) -> Span:
        """Return this place widened by so many code points, never across a line feed."""
        whole = self.source.content
        first, last = max(self.start - before, 0), min(self.end + after, len(whole))
        line_end = whole.find("\n", self.end, last)  # bounded: a paragraph is one long line
        start = max(whole.rfind("\n", first, self.start) + 1, first)
        end = last if line_end < 0 else line_end
        return Span(self.source, start, end, whole[start:end])

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share a character of the same text."""
        return self.source is other.source and self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether ``other`` lies wholly in this place."""
        return self.source is other.source and self.start <= other.start and other.end <= self.end

    def flag(
        self,
        message: str,
        *,
        fix: str | Fix | None = None,
        safe: bool = False,
        severity: Severity | None = None,
        related: Iterable[Related] = (),
    ) -> Finding:
        """Say that something is wrong here.

        Args:
            message: What is wrong, lower case, no full stop, in an editor's words.
            fix: The text to put here instead, or a `Fix` of several edits.
            safe: Whether a plain-string fix can be applied without a person looking at it.
            severity: A severity milder than the rule's, where the evidence is weaker.
            related: Other places the message speaks of, each a place or ``(place, note)``.
        """
        if isinstance(fix, str):
            fix = Fix(((self, fix),), safe=safe)
        pairs = tuple(one if isinstance(one, tuple) else (one, "") for one in related)
        return Finding(self, message, fix, severity, tuple((_place(p), n) for p, n in pairs))

    def __len__(self) -> int:
        return self.end - self.start

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.start}:{self.end} {self.text!r}>"


@cache
def _told_by(kind: type[Span]) -> Callable[[Span], tuple[object, ...]]:
    """Return what gives all that a place of a class says."""
    return attrgetter(*[name for one in kind.__mro__ for name in one.__dict__.get("__slots__", ())])


Related: TypeAlias = Span | _Placed | tuple[Span | _Placed, str]
"""Another place, alone or with a note on what it has to do with the finding."""


class Fix(Struct):
    """Edits that mend a finding.

    Args:
        edits: Places and the text to put there; none may overlap another.
        safe: Whether no reader could object: then ``--fix`` applies it unasked.
    """

    edits: tuple[tuple[Span, str], ...]
    safe: bool = False

    @classmethod
    def delete(cls, span: Span, *, safe: bool = False) -> Fix:
        """Delete a place."""
        return cls(((span, ""),), safe=safe)

    @classmethod
    def delete_line(cls, span: Span, *, safe: bool = True) -> Fix:
        """Delete the whole lines that ``span`` stands on, with one of the blank lines around."""
        text = span.source.content
        start = text.rfind("\n", 0, span.start) + 1
        last = max(span.start, span.end - text.endswith("\n", span.start, span.end))
        end = text.find("\n", last)
        end = len(text) if end < 0 else end + 1
        blank_before = start == 0 or text[:start].endswith("\n\n")
        if blank_before and text[end : end + 1] == "\n":
            end += 1
        elif end == len(text) and start > 0 and (blank_before or not text.endswith("\n")):
            start -= 1  # the last line: take the line feed before it
        return cls(((Span(span.source, start, end, text[start:end]), ""),), safe=safe)


class Finding(Struct):
    """What a rule says of a place; still holds the text, so it never leaves its process."""

    span: Span
    message: str
    fix: Fix | None = None
    severity: Severity | None = None
    related: tuple[tuple[Span, str], ...] = ()
    whole: bool = False


Findings: TypeAlias = Iterable[Finding]
"""What a rule gives: any number of findings, in any order."""


def _place(place: Span | _Placed) -> Span:
    if isinstance(place, Span):
        return place
    return getattr(place, "span", place)  # type: ignore[arg-type]  # the engine says what it is
