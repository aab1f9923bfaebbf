"""Whether a text may be an article's, or is one of the labels that settings are full of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from newslint.errors import NotAnArticleFileError
from newslint.raw import RawArticle, RawProblem

SENTENCE = 40
"""Code points of a line that is prose: six or seven words. Menus, settings and tables of labels
have a ``text`` or ``content``, too."""
_PATIENCE = 1000
"""After so many texts none of which may be an article the file is taken to hold no articles."""


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
