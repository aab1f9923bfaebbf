"""The text of an article that a record keeps in one of its fields."""

from __future__ import annotations

from typing import NamedTuple

from newslint.offsets import OffsetMap
from newslint.raw import RawComment, RawField
from newslint.readers.comments import NAME
from newslint.readers.fields import canonical_name, folded


class Body(NamedTuple):
    """A text of a record as rules see it.

    Args:
        raw: The text.
        map: Where its characters stand in the source.
        pointer: What it is called in the record.
        comments: Those of its HTML that name newslint.
    """

    raw: str
    map: OffsetMap
    pointer: str
    comments: tuple[RawComment, ...] = ()


def as_body(field: RawField, *, is_html: bool = False) -> Body:
    """Return a record's text as rules see it, with the map that belongs to it.

    HTML is read as a page is. A text is HTML where the name of its field says so, or where nearly
    all of it stands in block elements (`is_made_of_blocks`). Any other text is plain: a ``<br>``
    or an ``&nbsp;`` in it was left over by whoever made it, and rules report that.

    Args:
        field: The text as the record has it.
        is_html: Whether the record says elsewhere that it is HTML.
    """
    if not _is_html(field, said=is_html):
        return Body(field.raw, field.map, field.pointer)
    from newslint.readers.html_field import html_comments, html_text  # most records hold no HTML

    said = html_comments(field.raw, field.map) if NAME in field.raw else ()
    return Body(*html_text(field.raw, field.map), field.pointer, said)


def as_metadata(field: RawField) -> RawField:
    """Return a metadata field of a record as rules see it; what is HTML is told as in `as_body`.

    A headline is a line, and no block stands in a line: it is HTML only if its name says so. In
    ``Storm &amp; flood`` something was left over, whichever program shows it to readers.
    """
    if canonical_name(_last(field.pointer)) == "headline" and not _says_html(field.pointer):
        return field
    return RawField(*as_body(field)[:3]) if _is_html(field, said=False) else field


def _is_html(field: RawField, *, said: bool) -> bool:
    if "<" not in field.raw and "&" not in field.raw:
        return False
    if said or _says_html(field.pointer):
        return True
    if "</" not in field.raw:
        return False
    from newslint.readers.html_field import is_made_of_blocks

    return is_made_of_blocks(field.raw)


def _says_html(pointer: str) -> bool:
    """Tell whether a field is HTML by its name, as in ``body_html`` or WordPress's ``rendered``."""
    name = folded(_last(pointer))
    return "html" in name or name == "rendered"


def _last(pointer: str) -> str:
    """Return the key or the column that a field is called by."""
    return pointer.rpartition("/")[2]
