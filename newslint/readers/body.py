"""The text of an article that a record keeps in one of its fields."""

from __future__ import annotations

from collections.abc import Collection

from newslint.errors import NotAnArticleFileError
from newslint.raw import RawField

SENTENCE = 40
"""Code points of a line that is prose: six or seven words. Menus, settings and tables of labels
have a ``text`` or ``content``, too."""


def as_body(field: RawField) -> RawField:
    """Return a record's text as rules see it, with the map that belongs to it.

    HTML in it (``body_html``) is read as it stands: whoever takes the markup out does it here,
    for all records alike.
    """
    return field


def may_be_article(text: str, names: Collection[str]) -> bool:
    """Tell whether a record's text may be an article's: long enough, or a short item with its head.

    Args:
        text: The text.
        names: The metadata of the record, by canonical name.
    """
    if any(len(line) >= SENTENCE for line in text.splitlines()):
        return True
    return " " in text.strip() and not {"headline", "date"}.isdisjoint(names)


def only_labels() -> NotAnArticleFileError:
    """Return what is said of a file in which no text is prose, unless ``[fields]`` names it."""
    return NotAnArticleFileError(
        f"no text in it has a line of {SENTENCE} characters, or a headline or a date beside it, so "
        "they are taken for labels; to read them name their field in [fields]: text = '...'"
    )
