"""What the parts of an article are called in the wild, and their names here.

The names come from what is in use: schema.org (``articleBody``, ``datePublished``), news-please
(``maintext``, ``date_publish``), newspaper (``publish_date``), trafilatura (``hostname``), ninjs
(``versioncreated``), NewsAPI (``publishedAt``), WordPress and RSS (``pubDate``), static-site front
matter. Names are compared without regard to case, ``_``, ``-`` and spaces; the first of a row that
has a value wins. The time a page was fetched (``timestamp``, ``date_download``) is no date of an
article and is in no row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from newslint.raw import RawField

_NAMES: Mapping[str, str] = {
    "text": "text maintext articlebody body content article fulltext bodytext articletext "
    "story document contents",
    "headline": "headline title heading webtitle articletitle pagetitle",
    "date": "date published datepublish datepublished publishdate publisheddate publishedat "
    "pubdate publicationdate publishedon webpublicationdate firstpublished versioncreated "
    "posted postdate postedat",
    "modified": "modified datemodify datemodified modifieddate modifiedat updated updatedat "
    "dateupdated lastmod lastmodified",
    "url": "url link permalink canonicalurl weburl articleurl sourceurl",
    "source": "source sourcedomain outlet domain publisher publication newspaper site sitename "
    "hostname sourcename",
    "author": "author authors byline bylines creator writer",
    "language": "language lang inlanguage locale",
    "id": "id articleid docid documentid uid uuid guid",
    "description": "description deck dek standfirst summary subtitle subheadline excerpt abstract",
    "section": "section category categories desk rubric",
}

_ROWS = {name: tuple(row.split()) for name, row in _NAMES.items()}
_RANKS = {
    key: (name, rank)
    for name, row in _ROWS.items()
    if name != "text"
    for rank, key in enumerate(row)
}

FieldMaker = Callable[[], RawField | None]
"""Makes the field of a key; ``None`` when the key has no value."""


@lru_cache(maxsize=1024)
def folded(key: str) -> str:
    """Return a key as it is compared: lower case, without ``_``, ``-`` and spaces."""
    return key.lower().replace("_", "").replace("-", "").replace(" ", "")


def text_key(keys: Iterable[str], configured: str | None = None) -> str | None:
    """Return the key that holds the article's text, or ``None``."""
    present = {folded(key): key for key in keys}
    if configured is not None:
        return next((key for key in present.values() if key == configured), None)
    return next((present[name] for name in _ROWS["text"] if name in present), None)


def canonical(
    makers: Mapping[str, FieldMaker],
    configured: Mapping[str, str],
    find: Callable[[str], RawField | None] | None = None,
) -> dict[str, RawField]:
    """Return the metadata of a record by canonical name, the rest by the file's own keys.

    Args:
        makers: For each key of the record, what makes its field.
        configured: ``[fields]`` of the configuration: canonical name to key.
        find: Finds a configured field that is no key of its own (a JSON pointer).
    """
    made = {key: field for key, make in makers.items() if (field := make()) is not None}
    best: dict[str, tuple[int, str]] = {}
    for key, field in made.items():
        name, rank = _RANKS.get(folded(key), ("", 0))
        if name and name not in configured and field.raw.strip():
            best[name] = min(best.get(name, (rank, key)), (rank, key))
    found = {name: made.pop(key) for name, (_, key) in best.items()}
    for name, key in configured.items():
        field = made.pop(key, None) or (find(key) if find else None)
        if name != "text" and field is not None and field.raw.strip():
            found[name] = field
    return found | {key: field for key, field in made.items() if key not in found}
