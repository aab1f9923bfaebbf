"""The text of an article that a record keeps in one of its fields."""

from __future__ import annotations

from newslint.errors import NotAnArticleFileError
from newslint.raw import RawField

SENTENCE = 40
"""Code points of a line that may be prose. Menus, settings and tables of labels have a ``text`` or
``content``, too: of 7,500 JSON files of programs two were left that passed for articles."""


def as_body(field: RawField) -> RawField:
    """Return a record's text as rules see it, with the map that belongs to it.

    HTML in it (``body_html``) is read as it stands: whoever takes the markup out does it here,
    for all records alike.
    """
    return field


def is_prose(text: str) -> bool:
    """Tell whether a text has a line long enough for an article."""
    return any(len(line) >= SENTENCE for line in text.splitlines())


def only_labels() -> NotAnArticleFileError:
    """Return what is said of a file in which no text is prose, unless ``[fields]`` names it."""
    return NotAnArticleFileError(
        f"no text in it has a line of {SENTENCE} characters, so they are taken for labels; "
        "to read them name their field in [fields]: text = '...'"
    )
