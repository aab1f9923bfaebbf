"""What the parts of an article are called in the wild, and their names here.

The names come from what is in use: schema.org (``articleBody``, ``datePublished``), news-please
(``maintext``, ``date_publish``), newspaper (``publish_date``), trafilatura (``hostname``), ninjs
(``versioncreated``, ``body_xhtml``, ``uri``), JSON Feed (``content_text``), NewsAPI
(``publishedAt``), WordPress and RSS (``pubDate``), static-site front matter. Names are compared
without regard to case, ``_``, ``-`` and spaces; the first of a row that has a value wins. The time
a page was fetched (``timestamp``, ``date_download``) is no date of an article and is in no row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from newslint.raw import RawField

_NAMES: Mapping[str, str] = {
    "text": "text maintext articlebody body content article fulltext bodytext articletext "
    "story document contents contenttext bodyhtml bodyxhtml contenthtml",
    "headline": "headline title heading webtitle articletitle pagetitle",
    "date": "date published datepublish datepublished publishdate publisheddate publishedat "
    "pubdate publicationdate publishedon webpublicationdate firstpublished versioncreated "
    "posted postdate postedat",
    "modified": "modified datemodify datemodified modifieddate modifiedat updated updatedat "
    "dateupdated lastmod lastmodified",
    "url": "url link permalink canonicalurl weburl articleurl sourceurl",
    "source": "source sourcedomain outlet domain publisher publication newspaper site sitename "
    "hostname sourcename",
    "author": "author authors byline bylines creator writer by",
    "language": "language lang inlanguage locale",
    "id": "id articleid docid documentid uid uuid guid uri",
    "description": "description deck dek standfirst summary subtitle subheadline excerpt abstract "
    "descriptiontext",
    "section": "section category categories desk rubric",
}

_ROWS = {name: tuple(row.split()) for name, row in _NAMES.items()}
_RANKS = {
    key: (name, rank)
    for name, row in _ROWS.items()
    if name != "text"
    for rank, key in enumerate(row)
}

_OF_DIAGNOSTICS = frozenset({"path", "record", "code", "rule", "severity", "fingerprint"})
"""Keys of the records that ``--format jsonl`` writes; their ``text`` is a place, no article."""

FieldMaker = Callable[[], RawField | None]
"""Makes the field of a key; ``None`` when the key has no value."""


@lru_cache(maxsize=1024)
def folded(key: str) -> str:
    """Return a key as it is compared: lower case, without ``_``, ``-`` and spaces."""
    return key.lower().replace("_", "").replace("-", "").replace(" ", "")


def canonical_name(key: str) -> str:
    """Return the name of the metadata that a key usually stands for, ``""`` for a key unknown."""
    return _RANKS.get(folded(key), ("", 0))[0]


@lru_cache(maxsize=256)
def text_key(keys: tuple[str, ...], configured: str | None = None) -> str | None:
    """Return the key that holds the article's text, or ``None``."""
    if configured is None and _OF_DIAGNOSTICS.issubset(keys):
        return None
    present = {folded(key): key for key in keys}
    if configured is not None:
        return next((key for key in present.values() if key == configured), None)
    return next((present[name] for name in _ROWS["text"] if name in present), None)


@lru_cache(maxsize=256)
def metadata_keys(
    keys: tuple[str, ...],
    filled: tuple[bool, ...],
    configured: tuple[tuple[str, str], ...] = (),
) -> Mapping[str, str]:
    """Return for each metadata name its key: the canonical ones first, then the file's own keys.

    Records of one file have the same keys, so that this is told once for most of them.

    Args:
        keys: The keys of a record that have a field, and configured JSON pointers that lead to one.
        filled: For each, whether there is more in its field than blanks.
        configured: ``[fields]`` of the configuration: canonical names with their keys.
    """
    has_value = dict(zip(keys, filled, strict=True))
    names = {name for name, _ in configured}
    best: dict[str, tuple[int, str]] = {}
    for key, value in has_value.items():
        name, rank = _RANKS.get(folded(key), ("", 0))
        if name and name not in names and value:
            best[name] = min(best.get(name, (rank, key)), (rank, key))
    found = {name: key for name, (_, key) in best.items()}
    taken = set(found.values())
    for name, key in configured:
        if name != "text" and has_value.get(key) and (key not in taken or key.startswith("/")):
            found[name] = key
        taken.add(key)
    return found | {key: key for key in keys if key not in taken and key not in found}


def canonical(
    makers: Mapping[str, FieldMaker], configured: Mapping[str, str]
) -> dict[str, RawField]:
    """Return metadata by canonical name, the rest by the file's own keys.

    Args:
        makers: For each key, what makes its field.
        configured: ``[fields]`` of the configuration: canonical name to key.
    """
    made = {key: field for key, make in makers.items() if (field := make()) is not None}
    filled = tuple(bool(field.raw.strip()) for field in made.values())
    keys = metadata_keys(tuple(made), filled, tuple(configured.items()))
    return {name: made[key] for name, key in keys.items()}


class LazyFields(Mapping[str, RawField]):
    """The metadata of a record, each field made when it is asked for.

    Args:
        keys: The key of each name (see `metadata_keys`).
        make: Makes the field of a key.
    """

    __slots__ = ("_keys", "_made", "_make")

    def __init__(self, keys: Mapping[str, str], make: Callable[[str], RawField]) -> None:
        self._keys = keys
        self._make = make
        self._made: dict[str, RawField] = {}

    def __getitem__(self, name: str) -> RawField:
        field = self._made.get(name)
        if field is None:
            field = self._made[name] = self._make(self._keys[name])
        return field

    def get(self, name: str, default: Any = None) -> Any:
        """Return the field of a name; without an exception, as most records lack most fields."""
        return self[name] if name in self._keys else default

    def __contains__(self, name: object) -> bool:
        return name in self._keys

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)
