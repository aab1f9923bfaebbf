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


class Labels:
    """What the beginning of a file shows: whether its texts are more than labels.

    Args:
        certain: Whether that is known.
    """

    def __init__(self, *, certain: bool) -> None:
        self.certain = certain
        self._texts = 0

    def take(self, found: RawArticle | RawProblem) -> None:
        """Take up what was found.

        Raises:
            NotAnArticleFileError: when none of enough texts may be an article's.
        """
        if self.certain or not isinstance(found, RawArticle):
            return
        self._texts += 1
        self.certain = may_be_article(found.text, found.fields)
        if self._texts == _PATIENCE:
            self.end()

    def look(self, found: Iterable[RawArticle | RawProblem]) -> None:
        """Take up what is found, until it is certain."""
        for one in found:
            self.take(one)
            if self.certain:
                return

    def end(self) -> None:
        """Say so if there were texts, and none of them may be an article's."""
        if self._texts and not self.certain:
            raise only_labels()


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
    labels = Labels(certain=certain)
    waiting: list[RawArticle | RawProblem] = []
    for one in found:
        labels.take(one)
        waiting.append(one)
        if labels.certain:
            yield from waiting
            waiting.clear()
    labels.end()
    yield from waiting


def only_labels() -> NotAnArticleFileError:
    """Return what is said of a file in which no text is prose, unless ``[fields]`` names it."""
    return NotAnArticleFileError(
        f"no text in it has a line of {SENTENCE} characters, or a headline or a date beside it, so "
        "they are taken for labels; to read them name their field in [fields]: text = '...'"
    )
