"""The text of an article that a record keeps in one of its fields."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from newslint.errors import NotAnArticleFileError
from newslint.raw import RawArticle, RawField, RawProblem
from newslint.readers.fields import canonical_name, folded

SENTENCE = 40
"""Code points of a line that is prose: six or seven words. Menus, settings and tables of labels
have a ``text`` or ``content``, too."""
_PATIENCE = 1000
"""After so many texts none of which may be an article the file is taken to hold no articles."""


def as_body(field: RawField, *, is_html: bool = False) -> RawField:
    """Return a record's text as rules see it, with the map that belongs to it.

    HTML is read as a page is. A text is HTML where the name of its field says so, or where nearly
    all of it stands in block elements (`is_made_of_blocks`). Any other text is plain: a ``<br>``
    or an ``&nbsp;`` in it was left over by whoever made it, and rules report that.

    Args:
        field: The text as the record has it.
        is_html: Whether the record says elsewhere that it is HTML.
    """
    if "<" not in field.raw and "&" not in field.raw:
        return field
    if is_html or _says_html(field.pointer):
        return _from_html(field)
    if "</" not in field.raw:
        return field
    from newslint.readers.html_field import is_made_of_blocks  # most records hold no HTML

    return _from_html(field) if is_made_of_blocks(field.raw) else field


def as_metadata(field: RawField) -> RawField:
    """Return a metadata field of a record as rules see it; what is HTML is told as in `as_body`.

    A headline is a line, and no block stands in a line: it is HTML only if its name says so. In
    ``Storm &amp; flood`` something was left over, whichever program shows it to readers.
    """
    if canonical_name(_last(field.pointer)) == "headline" and not _says_html(field.pointer):
        return field
    return as_body(field)


def _from_html(field: RawField) -> RawField:
    from newslint.readers.html_field import html_text

    return RawField(*html_text(field.raw, field.map), field.pointer)


def _says_html(pointer: str) -> bool:
    """Tell whether a field is HTML by its name, as in ``body_html`` or WordPress's ``rendered``."""
    name = folded(_last(pointer))
    return "html" in name or name == "rendered"


def _last(pointer: str) -> str:
    """Return the key or the column that a field is called by."""
    return pointer.rpartition("/")[2]


def may_be_article(text: str, names: Collection[str]) -> bool:
    """Tell whether a record's text may be an article's: long enough, or a short item with its head.

    Args:
        text: The text.
        names: The metadata of the record, by canonical name.
    """
    if any(len(line) >= SENTENCE for line in text.splitlines()):
        return True
    return " " in text.strip() and not {"headline", "date"}.isdisjoint(names)


def unless_labels(
    found: Iterable[RawArticle | RawProblem], *, certain: bool
) -> Iterator[RawArticle | RawProblem]:
    """Give the records of a file once a text shows that they are articles.

    Args:
        found: What the reader found.
        certain: Whether that is known, because ``[fields]`` names the text.

    Raises:
        NotAnArticleFileError: where none of the texts may be an article's.
    """
    waiting: list[RawArticle | RawProblem] = []
    articles = 0
    for one in found:
        waiting.append(one)
        if not certain and isinstance(one, RawArticle):
            articles += 1
            certain = may_be_article(one.text, one.fields)
            if not certain and articles == _PATIENCE:
                break
        if certain:
            yield from waiting
            waiting.clear()
    if articles and not certain:
        raise only_labels()
    yield from waiting


def only_labels() -> NotAnArticleFileError:
    """Return what is said of a file in which no text is prose, unless ``[fields]`` names it."""
    return NotAnArticleFileError(
        f"no text in it has a line of {SENTENCE} characters, or a headline or a date beside it, so "
        "they are taken for labels; to read them name their field in [fields]: text = '...'"
    )
