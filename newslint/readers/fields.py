"""What the parts of an article are called in the wild, and their names here.

The names come from what is in use: schema.org (``articleBody``, ``datePublished``), news-please
(``maintext``, ``date_publish``), newspaper (``publish_date``), trafilatura (``hostname``), ninjs
(``versioncreated``), NewsAPI (``publishedAt``), WordPress and RSS (``pubDate``), static-site front
matter. Names are compared without regard to case, ``_``, ``-`` and spaces; the first of a row that
has a value wins. The time a page was fetched (``timestamp``, ``date_download``) is no date of an
article and is in no row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

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

FieldMaker = Callable[[], RawField | None]
"""Makes the field of a key when it is wanted; ``None`` when the key has no value."""


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
    present: dict[str, str] = {}
    for key in makers:
        present.setdefault(folded(key), key)
    found: dict[str, RawField] = {}
    used: set[str] = set()
    for name, row in _ROWS.items():
        if name == "text":
            continue
        candidates: Iterator[tuple[str, RawField | None]]
        if name in configured:
            key = configured[name]
            made = makers[key]() if key in makers else find(key) if find else None
            candidates = iter([(key, made)])
        else:
            candidates = ((present[one], makers[present[one]]()) for one in row if one in present)
        for key, made in candidates:
            if made is not None and made.raw.strip():
                found[name] = made
                used.add(key)
                break
    for key, make in makers.items():
        if key not in used and key not in found and (made := make()) is not None:
            found[key] = made
    return found
