"""Which element of a page has the article, and where its head is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate, pairwise
from typing import NamedTuple

from newslint.patterns import regexp
from newslint.raw import RawField
from newslint.readers.html_tags import RAW, Page, Tag
from newslint.readers.html_text import is_left_out, running_text
from newslint.readers.markup_text import BLOCKS
from newslint.readers.prose import SENTENCE

_BESIDE = frozenset({"nav", "footer"})
"""What stands beside an article where no element says which part of the page is one."""
_NO_STORY = frozenset({"aside", "footer", "form", "nav"})
"""Elements whose prose is no reason to take what they stand in for the story."""
_SENTENCE_END = regexp(r"[.!?…؟۔।]['\"”’»)\]]*(?:\s|$)|[。！？။]")
_DOUBTFUL = 2
"""How many times more prose than the best ``article`` a body must have outside all of them: there
may stand comments, notices and terms of use."""

_NEARLY_ALL = 0.9
"""Share of a body's prose that an element within it must hold to be taken for the story. On 23
pages whose text somebody had marked (newspaper4k's tests) it loses nothing of any story, and four
fifths as a limit gain little more; a lead that stands apart would be lost sooner."""
_SOME_PROSE = 600
"""Characters of prose, some 100 words, below which a body is taken whole: what prose it has may as
well be a notice in a sidebar."""


class Choice(NamedTuple):
    """An element, and what in it is none of the article.

    Args:
        element: The number of its start tag, -1 for the whole page.
        without: Elements that are left out.
        prose: The number of the tag before which its first paragraph of prose ends.
    """

    element: int
    without: frozenset[str]
    prose: int


def article_text(page: Page) -> tuple[RawField, Choice] | None:
    """Return the article's text and where it stands, or ``None`` where the page has none.

    It is what stands in the element marked as ``articleBody`` (schema.org), else in ``article``,
    else in ``main``, else in the body, or rather in the element that has nearly all of its prose;
    of several the one with the most. Where an ``article`` is but a teaser, because ``main`` or the
    body has more prose outside all of them, the story is there.
    """
    for choice in _choices(page):
        found = running_text(page, choice.element, without=choice.without)
        if found.raw.strip():
            return found, choice
    return None


def _choices(page: Page) -> Iterator[Choice]:
    """Give the elements that may have the article, the best first."""
    weights = _Weights(page)
    choice = weights.choice
    marked = weights.heaviest(_is_marked)
    if marked is not None:
        yield choice(marked)
    article = weights.heaviest(_is_named("article"))
    main = weights.heaviest(is_main)
    body = weights.heaviest(_is_named("body"))
    whole = -1 if body is None else body
    if article is not None:
        teaser = weights.prose(article)
        if main is not None and weights.outside_articles(main) > teaser:
            yield choice(main, {"article"})
        elif weights.outside_articles(whole) > _DOUBTFUL * teaser:
            yield choice(whole, _BESIDE | {"article"})
        inner = weights.inner_articles(article)
        own = weights.outside_articles(article)
        comments = bool(own) and all(own >= weights.prose(one) for one in inner)
        yield choice(article, {"article"} if comments else ())
    if main is not None:
        yield choice(main)
    yield choice(weights.narrowed(whole), _BESIDE)
    yield choice(-1, _BESIDE)


class _Weights:
    """How much the elements of a page hold.

    Prose are paragraphs of the length of a sentence that end one, at most half of them in links.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self._prose = list(_running_prose(page))
        self._amounts = _amounts(page)

    def choice(self, index: int, without: Iterable[str] = ()) -> Choice:
        """Return an element as a choice."""
        end = self._page.end(index) if index >= 0 else len(self._page.tags)
        before = self._prose[index + 1]
        first = bisect_right(self._prose, before, index + 1, end + 1) - 1
        return Choice(index, frozenset(without), first)

    def prose(self, index: int) -> int:
        """Return how many characters of prose an element holds; -1 is the whole page."""
        if index < 0:
            return self._prose[-1]
        return self._prose[self._page.end(index) + 1] - self._prose[index + 1]

    def inner_articles(self, index: int) -> list[int]:
        """Return the ``article`` elements within an element that stand in no other of those."""
        found = []
        number, end = index + 1, self._page.end(index) if index >= 0 else len(self._page.tags)
        while number < end:
            tag = self._page.tags[number]
            if tag.name == "article" and not tag.closes:
                found.append(number)
                number = self._page.end(number)
            number += 1
        return found

    def outside_articles(self, index: int) -> int:
        """Return how much prose an element holds outside the ``article`` elements within it."""
        return self.prose(index) - sum(map(self.prose, self.inner_articles(index)))

    def heaviest(self, is_one: Callable[[Page, Tag], bool]) -> int | None:
        """Return the element of a kind that has the most prose, or else the most characters."""
        page = self._page
        places = [at for at, tag in enumerate(page.tags) if not tag.closes and is_one(page, tag)]
        return max(places, key=self._weight, default=None)

    def narrowed(self, index: int) -> int:
        """Return the innermost block within an element that holds nearly all of its prose."""
        page, wanted = self._page, _NEARLY_ALL * self.prose(index)
        number, end = index + 1, page.end(index) if index >= 0 else len(page.tags)
        while number < end and self.prose(index) >= _SOME_PROSE:
            tag = page.tags[number]
            if tag.name in BLOCKS and page.is_ended(number) and self.prose(number) >= wanted:
                index, end = number, page.end(number)
            number += 1
        return index

    def _weight(self, index: int) -> tuple[int, int]:
        amount = self._amounts[self._page.end(index)] - self._amounts[index]
        return self.prose(index), amount


def _running_prose(page: Page) -> Iterator[int]:
    """Give how much prose ends before each tag, before the end of the page, and in all of it."""
    total = length = linked = 0
    ends, links, hidden, position = False, -1, -1, 0
    for number, tag in enumerate(page.tags):
        yield total
        if number > hidden:
            text = page.source[position : tag.start].strip()
            length += len(text)
            linked += len(text) if number <= links else 0
            ends = ends or _SENTENCE_END.search(text) is not None
        if tag.name in BLOCKS:
            if ends and length >= SENTENCE and 2 * linked <= length:
                total += length
            length, linked, ends = 0, 0, False
        elif tag.name == "a" and page.is_ended(number):
            links = page.end(number)
        if number > hidden and is_left_out(page, number, _NO_STORY):
            hidden = page.end(number)
        position = tag.end
    yield total
    text = page.source[position:].strip()
    if len(text) >= SENTENCE and _SENTENCE_END.search(text):
        total += len(text)
    yield total


def _amounts(page: Page) -> list[int]:
    """Return how many characters of text stand before each tag, and at last in all of the page."""
    tags = page.tags
    before = [
        0 if one.name in RAW and not one.closes else other.start - one.end
        for one, other in pairwise(tags)
    ]
    ends = len(page.source) - tags[-1].end if tags else len(page.source)
    return list(accumulate((*before, ends), initial=tags[0].start if tags else 0))


def _is_marked(page: Page, tag: Tag) -> bool:
    return "itemprop" in tag.attributes and "articleBody" in page.value(tag, "itemprop").split()


def is_main(page: Page, tag: Tag) -> bool:
    """Tell whether an element is the main part of its page."""
    return tag.name == "main" or page.value(tag, "role") == "main"


def _is_named(name: str) -> Callable[[Page, Tag], bool]:
    return lambda _, tag: tag.name == name
