"""Which ``time`` of a page says when its article was published: most say something else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.patterns import regexp
from newslint.readers.html_article import Choice, is_main
from newslint.readers.html_tags import VOID, Page, Tag

PUBLISHED, MODIFIED, PLACED = "time@published", "time@modified", "time@datetime"
"""What a ``time`` is called here: it says itself what it is, or only stands where a date does."""

_WORDS = (
    (
        PUBLISHED,
        regexp(
            r"\b(?:date|dt-|entry-|post-|article-|story-|time-?)?(?:published|pubdate|posted)\b"
            r"|\b(?:entry|post|article|story|publish|publication|pub)-?_?date\b",
        ),
    ),
    (MODIFIED, regexp(r"\b(?:date|dt-|entry-|post-|last-)?(?:modified|updated)\b")),
    (
        PLACED,
        regexp(
            r"\b(?:by-?line|author|date-?line|timestamp"
            r"|(?:entry|post|article|story)[-_]+(?:meta|info))\b"
        ),
    ),
)
"""Words in ``class``, ``itemprop`` and ``rel``: of schema.org, microformats, WordPress, HTML 5's
drafts (``pubdate``), and those that themes of news sites use."""
_FOREIGN = frozenset({"article", "aside", "footer", "nav"})
"""Elements that speak of something else than the article, unless it stands in them."""


def times(page: Page, choice: Choice) -> Iterator[tuple[str, Tag]]:
    """Give the ``time`` elements that date the article, and what each is.

    It says so by an attribute, or it stands in the article's head (between its beginning or the
    ``h1`` and its first paragraph of prose) or in a byline. Any other may be the date of an event,
    of another story or of today, so that no date is better.
    """
    if all(tag.name != "time" for tag in page.tags):
        return  # most pages have none
    scope = _scope(page, choice)
    head = _head(page, choice, scope)
    around = [_Around(len(page.tags), foreign=False, in_banner=False, kind=None)]
    for number, tag in enumerate(page.tags):
        while around[-1].end < number:
            around.pop()
        if tag.closes or tag.name in VOID:
            continue
        outer = around[-1]
        if tag.name == "time" and "datetime" in tag.attributes:
            kind = _kind(page, tag, outer, in_head=number in head)
            if kind is not None and number in scope and not outer.foreign:
                yield kind, tag
        if page.is_ended(number):
            around.append(
                _Around(
                    page.end(number),
                    outer.foreign or is_foreign(page, choice, number),
                    outer.in_banner or (tag.name == "header" and len(scope) == len(page.tags)),
                    _kind_said(page, tag) or outer.kind,
                )
            )


class _Around(NamedTuple):
    """What is known of a place from the elements around it.

    Args:
        end: The number of the tag that ends the innermost of them.
        foreign: Whether one speaks of something else than the article.
        in_banner: Whether one is the header of a page that has no article or main element.
        kind: What a time there is, as far as they tell.
    """

    end: int
    foreign: bool
    in_banner: bool
    kind: str | None


def _kind(page: Page, tag: Tag, outer: _Around, *, in_head: bool) -> str | None:
    said = PUBLISHED if "pubdate" in tag.attributes else _kind_said(page, tag)
    if said or "itemprop" in tag.attributes:
        return said  # schema.org has other dates: startDate, endDate, birthDate
    return outer.kind or (PLACED if in_head and not outer.in_banner else None)


def _kind_said(page: Page, tag: Tag) -> str | None:
    said = _said(page, tag)
    return next((kind for kind, words in _WORDS if words.search(said)), None)


def _said(page: Page, tag: Tag) -> str:
    return " ".join(page.value(tag, name) for name in ("class", "itemprop", "rel")).lower()


def is_foreign(page: Page, choice: Choice, index: int) -> bool:
    """Tell whether an element speaks of something else; an article's own footer does not."""
    name = page.tags[index].name
    if name not in _FOREIGN or not page.is_ended(index):
        return False
    if index <= choice.element <= page.end(index):
        return False
    return name != "footer" or not 0 <= choice.element < index <= page.end(choice.element)


def _scope(page: Page, choice: Choice) -> range:
    """Return the tags of the outermost ``article`` or ``main`` that the article stands in."""
    for number, tag in enumerate(page.tags[: choice.element + 1]):
        is_one = tag.name == "article" or is_main(page, tag)
        if is_one and not tag.closes and page.end(number) >= choice.element:
            return range(number, page.end(number))
    return range(len(page.tags))


def _head(page: Page, choice: Choice, scope: range) -> range:
    """Return the tags of the article's head."""
    titles = [
        one for one in scope[: choice.prose - scope.start]
        if page.tags[one].name == "h1" and not page.tags[one].closes
    ]  # fmt: skip
    starts = titles[-1:]
    if len(scope) < len(page.tags):
        starts.append(choice.element)
    return range(min(starts, default=choice.prose), choice.prose)
