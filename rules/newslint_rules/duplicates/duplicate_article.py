"""DUP101 duplicate-article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from newslint import Doc, Fact, Group, Verdict, rule


def texts(
    doc: Doc, *, min_words: Annotated[int, "words of a text below which it is left alone"] = 30
) -> Iterator[Fact]:
    """Give the text of an article, under a hash of its words."""
    from hashlib import blake2b

    from newslint import plain_words  # both needed only where articles are compared

    found = plain_words(doc)
    if len(found) >= max(min_words, 1):
        yield Fact(blake2b(b" ".join(found), digest_size=12).hexdigest(), doc)


@rule("DUP101", severity="error", supersedes=("DUP102",), gather=texts, min_articles=2)
def duplicate_article(group: Group) -> Iterator[Verdict]:
    """The text of another article, word for word.

    An article that is in a corpus twice counts twice: in what is counted, in what a model learns by
    heart, and between what it was trained on and what it is tested with. The first one is left
    alone, in the order of paths and records, and each of the others names it.

    Texts are the same when they have the same words in the same order. White space, marks between
    words, the shape of quotation marks and the case of the letters A to Z make no difference;
    headline, date and other fields are not compared.

    Left alone: texts of less than 30 words, since a flash or a notice may well be said again, and
    articles of more than 500,000 characters. It misses copies in which a word differs: see
    `near-duplicate`. It errs where a text is repeated on purpose: a
    correction under the same words, a notice printed each day.

    Bad:
        === a.txt
        The ferry to Hollow Island will run every hour from June, the harbour board said on
        Friday. It bought a second boat in the winter, after years in which islanders had asked
        for one, and has trained six sailors for it.
        === b.txt
        >><<The ferry to Hollow Island will run every hour from June, the harbour board said on
        Friday.  It bought a second boat in the winter, after years in which islanders had asked
        for one, and has trained six sailors for it.
    Good:
        === a.txt
        The ferry to Hollow Island will run every hour from June, the harbour board said on
        Friday. It bought a second boat in the winter, after years in which islanders had asked
        for one, and has trained six sailors for it.
        === b.txt
        The ferry to Barrow Point will run every hour from June, the harbour board said on
        Friday. It sold its second boat in the winter, after years in which islanders had asked
        for one, and has dismissed six sailors.
    Good:
        === a.txt
        Trading in shares of Corvane was halted.
        === b.txt
        Trading in shares of Corvane was halted.
    """
    uses = iter(group.uses)
    first = next(uses)
    for use in uses:
        yield use.flag(f"the same text as {first.article}", related=[first])
