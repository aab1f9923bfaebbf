"""Metadata: values that are places like spans, mapped to where they stand in the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Protocol

from newslint.diagnostic import Severity
from newslint.raw import OffsetMap, RawField
from newslint.spans import Finding, Fix, Related, Span
from newslint.timestamps import parse_timestamp


class Owner(Protocol):
    """The article that metadata belong to."""

    def flag(self, message: str, *, severity: Severity | None = None) -> Finding:
        """Say something of the article as a whole."""


class Field:
    """One metadata value; a place like a span, mapped to where it stands in the file.

    A field that is absent is false, has an empty ``raw`` and the value ``None``, and flags the
    article as a whole.

    Attributes:
        name: Its canonical name (``date``) or the file's own key.
        raw: The value as the file has it, never converted.
    """

    __slots__ = ("map", "name", "owner", "pointer", "raw")

    def __init__(self, name: str, raw: RawField | None, owner: Owner) -> None:
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
    def content(self) -> str:
        """The value as the file has it."""
        return self.raw

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


TITLE_FIELDS = frozenset({"headline", "description"})
"""Canonical fields that stand above an article, and not above a later stretch of it."""
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

    __slots__ = ("_fields", "_names", "_owner", "_raw")

    def __init__(self, fields: Mapping[str, RawField], owner: Owner) -> None:
        self._owner = owner
        self._raw = fields
        self._fields: dict[str, Field] = {}
        self._names: tuple[str, ...] | None = None

    @classmethod
    def of(cls, values: Mapping[str, str], owner: Owner) -> Meta:
        """Make metadata from plain strings, for tests and for calling rules by hand."""
        raw = {
            name: RawField(value, OffsetMap.shifted(0, len(value)), name)
            for name, value in values.items()
        }
        return cls(raw, owner)

    def get(self, name: str) -> Field | None:
        """Return the field of that name, canonical or the file's own, or ``None``."""
        field = self.always(name)
        return None if field.map is None else field

    def always(self, name: str) -> Field:
        """Return the field of that name; one that is absent is false."""
        field = self._fields.get(name)
        if field is None:
            kind = DateField if name in DATE_FIELDS else Field
            field = self._fields[name] = kind(name, self._raw.get(name), self._owner)
        return field

    @property
    def date(self) -> DateField:
        """The publication date; ``.value`` is a `datetime.date` or ``None``."""
        found = self.always("date")
        assert isinstance(found, DateField)
        return found

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
    def outlet(self) -> str:
        """The outlet by one name: its source, or the host of its address; ``""`` if unknown."""
        from newslint.outlets import outlet_name  # only rules across articles and scans ask

        return outlet_name(self.source.value or "", self.url.value or "")

    @property
    def week(self) -> str:
        """The ISO week of the publication date, ``2024-W11``, or ``""``."""
        day = self.date.value
        if day is None:
            return ""
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02}"

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the fields."""
        if self._names is None:
            self._names = tuple(self._raw)
        return self._names

    def __iter__(self) -> Iterator[Field]:
        return (self.always(name) for name in self._raw)

    def __contains__(self, name: object) -> bool:
        return name in self._raw

    def __len__(self) -> int:
        return len(self._raw)
