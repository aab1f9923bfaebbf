"""Metadata fields that hold a date by their name, and the dates named in their values."""

from __future__ import annotations

from functools import lru_cache

from newslint import DateMention, Doc, Field, NumericDate, numeric_dates, regexp

_DATE_KEY = regexp(
    r"(?:^|[^a-z])(?:date|datum|fecha|published|modified|updated|created|pubdate|lastmod)(?:[^a-z]|$)"
    r"|[a-z](?:Date|At|On)$",
)
_WORD = regexp(r"[^\W\d_]{2}")


def date_fields(doc: Doc) -> list[Field]:
    """Return the fields whose name says that they hold a date: ``date``, ``updatedAt``.

    A headline that is read as a text of its own has the fields of its article; they are read with
    that, unless the headline may be in another language.
    """
    meta = doc.meta
    names = _of_dates(meta.names)
    if not names or not (doc.settled_language is None or meta.always(names[0]).owner is doc):
        return []
    return [meta.always(name) for name in names]


@lru_cache(maxsize=1000)
def _of_dates(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names that say so; the articles of a file mostly have the same."""
    return tuple(name for name in names if _DATE_KEY.search(name) or _DATE_KEY.search(name.lower()))


def has_words(field: Field) -> bool:
    """Tell whether a field holds more than figures, marks and single letters: a weekday, maybe."""
    return _WORD.search(field.raw) is not None


def dates_in(field: Field, doc: Doc) -> tuple[DateMention, ...]:
    """Return the dates in a field, in English or in the article's language.

    Their spans count from the beginning of the field's value.
    """
    english = Doc(field.raw, language="en").dates or Doc(_titled(field.raw), language="en").dates
    foreign = doc.language not in {None, "en"} and not english
    return Doc(field.raw, language=doc.language).dates if foreign else english


def numeric_dates_in(field: Field) -> tuple[NumericDate, ...]:
    """Return the dates in digits in a field; their spans count from the value's beginning."""
    return numeric_dates(Doc(field.raw))


def _titled(raw: str) -> str:
    """Write ``31 sept 2024`` with capitals, by which dates are told from other words."""
    titled = raw.title()
    return titled if len(titled) == len(raw) else raw
