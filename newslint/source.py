"""The text a rule looks at, places in it, and what a rule says of a place.

``Text`` is an article's clean text with its metadata; annotations are pure functions of it, each
computed once and shared (`Text.get`). A `Span` is a place in the text, a `Field` a metadata value;
both are flagged the same way, which makes a `Finding`. Offsets count code points.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Self, TypeAlias, TypeVar

from newslint.diagnostic import Severity
from newslint.raw import OffsetMap, RawArticle, RawField
from newslint.timestamps import parse_timestamp

T = TypeVar("T")


class Text:
    """An article's clean text and metadata, and the annotations computed so far.

    Args:
        text: The clean text; lines end at line feeds.
        path: The file it came from, as it will be reported.
        meta: Its metadata.
        language: The language if it is settled (configuration); else it is found.
        terms: Words that are accepted as they are, lower-cased.
        raw: Where it came from, for mapping places back to the file.
    """

    __slots__ = ("_shared", "meta", "path", "raw", "scanned", "settled_language", "terms", "text")

    def __init__(
        self,
        text: str,
        *,
        path: str = "<text>",
        meta: Mapping[str, str] | Meta | None = None,
        language: str | None = None,
        terms: frozenset[str] = frozenset(),
        raw: RawArticle | None = None,
    ) -> None:
        self.text = text
        self.path = path
        self.meta = meta if isinstance(meta, Meta) else Meta.of(meta or {}, self)
        self.settled_language = language
        self.terms = terms
        self.raw = raw
        self.scanned: dict[Any, tuple[Span, ...]] = {}
        """Places of phrases, filled by the engine's pooled scan."""
        self._shared: dict[Callable[..., Any], Any] = {}

    def get(self, annotation: Callable[[Self], T]) -> T:
        """Return ``annotation(self)``, computed once and shared by all who ask.

        The annotation must be a pure function of the text: no clock, no files, no state.
        """
        shared = self._shared
        if annotation in shared:
            return shared[annotation]  # type: ignore[no-any-return]
        result = shared[annotation] = annotation(self)
        return result

    def span(self, start: int, end: int) -> Span:
        """Return the place from offset ``start`` to ``end`` (exclusive)."""
        return Span(self, start, end, self.text[start:end])

    def group(self, match: re.Match[str], group: int | str = 0) -> Span:
        """Return the place of a group of a match that was run on the whole text."""
        start, end = match.span(group)
        return self.span(start, end)

    def flag(self, message: str, *, severity: Severity | None = None) -> Finding:
        """Say something of the article as a whole; it stands at line 1, column 1."""
        return Finding(Span(self, 0, 0, ""), message, None, severity, (), whole=True)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.path} {self.text[:30]!r}>"


@dataclass(slots=True, repr=False)
class Span:
    """A place in a text or in a metadata field.

    Args:
        source: What it is a place in.
        start: First code point.
        end: One past the last.
        text: The characters there.
    """

    source: Text | Field
    start: int
    end: int
    text: str

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
        whole = self.source.raw if isinstance(self.source, Field) else self.source.text
        return Span(self.source, self.start, other.end, whole[self.start : other.end])

    def window(self, before: int, after: int) -> Span:
        """Return this place widened by so many code points, never across a line feed."""
        whole = self.source.raw if isinstance(self.source, Field) else self.source.text
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


class Field:
    """One metadata value; a place like a span, mapped to where it stands in the file.

    A field that is absent is false, has an empty ``raw`` and the value ``None``, and flags the
    article as a whole.

    Attributes:
        name: Its canonical name (``date``) or the file's own key.
        raw: The value as the file has it, never converted.
    """

    __slots__ = ("map", "name", "owner", "pointer", "raw")

    def __init__(self, name: str, raw: RawField | None, owner: Text) -> None:
        self.name = name
        self.raw = raw.raw if raw else ""
        self.map: OffsetMap | None = raw.map if raw else None
        self.pointer = raw.pointer if raw else name
        self.owner = owner

    @property
    def value(self) -> Any:
        """The value: the stripped text or ``None``; for dates see `DateField`."""
        return self.raw.strip() or None

    @property
    def span(self) -> Span:
        """The whole value as a place."""
        return Span(self, 0, len(self.raw), self.raw)

    def flag(
        self,
        message: str,
        *,
        fix: str | Fix | None = None,
        safe: bool = False,
        severity: Severity | None = None,
        related: Iterable[Related] = (),
    ) -> Finding:
        """Say that something is wrong with this value (see `Span.flag`)."""
        if not self:
            return self.owner.flag(message, severity=severity)
        return self.span.flag(message, fix=fix, safe=safe, severity=severity, related=related)

    def __bool__(self) -> bool:
        return self.map is not None

    def __repr__(self) -> str:
        return f"<Field {self.name}={self.raw!r}>"


DATE_FIELDS = frozenset({"date", "modified"})
"""Canonical fields whose value is a calendar date."""


class DateField(Field):
    """A field whose value is a calendar date."""

    __slots__ = ()

    @property
    def value(self) -> date | None:
        """The date, or ``None`` when it is missing, impossible or not a date."""
        return parse_timestamp(self.raw)


class _UsualField:
    """An attribute of `Meta` for one of the usual fields."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, meta: Meta, owner: type[Meta]) -> Field:
        return meta.always(self._name)


class Meta:
    """The metadata of an article: the usual fields by name, and the file's own keys."""

    __slots__ = ("_fields", "_owner")

    def __init__(self, fields: Mapping[str, RawField], owner: Text) -> None:
        self._owner = owner
        self._fields = {
            name: (DateField if name in DATE_FIELDS else Field)(name, raw, owner)
            for name, raw in fields.items()
        }

    @classmethod
    def of(cls, values: Mapping[str, str], owner: Text) -> Meta:
        """Make metadata from plain strings, for tests and for calling rules by hand."""
        raw = {
            name: RawField(value, OffsetMap.shifted(0, len(value)), name)
            for name, value in values.items()
        }
        return cls(raw, owner)

    def get(self, name: str) -> Field | None:
        """Return the field of that name, canonical or the file's own, or ``None``."""
        return self._fields.get(name)

    def always(self, name: str) -> Field:
        """Return the field of that name; one that is absent is false."""
        return self._fields.get(name) or Field(name, None, self._owner)

    @property
    def date(self) -> DateField:
        """The publication date; ``.value`` is a `datetime.date` or ``None``."""
        found = self._fields.get("date")
        return found if isinstance(found, DateField) else DateField("date", None, self._owner)

    headline = _UsualField("headline")
    """The file's own headline."""
    author = _UsualField("author")
    """The author or authors, as one string."""
    url = _UsualField("url")
    """The address the article was published at."""
    source = _UsualField("source")
    """The outlet or its domain."""
    language = _UsualField("language")
    """The language the file declares."""
    id = _UsualField("id")
    """The article's own id."""

    @property
    def week(self) -> str:
        """The ISO week of the publication date, ``2024-W11``, or ``""``."""
        day = self.date.value
        if day is None:
            return ""
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02}"

    def __iter__(self) -> Iterator[Field]:
        return iter(self._fields.values())

    def __contains__(self, name: object) -> bool:
        return name in self._fields

    def __len__(self) -> int:
        return len(self._fields)


Related: TypeAlias = Span | Field | tuple[Span | Field, str]
"""Another place, alone or with a note on what it has to do with the finding."""


@dataclass(frozen=True, slots=True)
class Fix:
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
        text = span.source.raw if isinstance(span.source, Field) else span.source.text
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


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says of a place; still holds the text, so it never leaves its process."""

    span: Span
    message: str
    fix: Fix | None = None
    severity: Severity | None = None
    related: tuple[tuple[Span, str], ...] = ()
    whole: bool = False


Findings: TypeAlias = Iterable[Finding]
"""What a rule gives: any number of findings, in any order."""


def _place(place: Span | Field) -> Span:
    return place.span if isinstance(place, Field) else place
