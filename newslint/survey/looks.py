"""Files looked into: their encoding, their articles, and what in them no usual name tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import PurePath, PurePosixPath
from typing import TypeVar

from newslint.config_values import CANONICAL_FIELDS
from newslint.errors import NotAnArticleFileError
from newslint.raw import RawArticle, Reader, SourceFile
from newslint.readers import reader_for
from newslint.readers.fields import metadata_keys, text_key
from newslint.structs import Struct
from newslint.survey.encodings import WINDOWS, encoding_of
from newslint.survey.metadata import Sample
from newslint.survey.records import guess_text_field, records_of
from newslint.survey.sampling import Piece

T = TypeVar("T")

MOST_ARTICLES = 100
"""Articles of one file that are kept."""
RECORDS = frozenset({".json", ".jsonl", ".ndjson", ".csv", ".tsv"})
"""Endings of files whose fields the configuration may name."""
DATA = RECORDS | {".xml"}
"""Endings of files that are mostly something else than articles."""
_JSON = frozenset({".json", ".jsonl", ".ndjson"})
_MARKDOWN = frozenset({".md", ".markdown", ".mdx"})
_ENOUGH_DATA = 3
"""Files without an article, from which on a folder of nothing else is left out."""
_MOST_FOLDERS = 20
"""Such folders that are left out, those of the most files: people read the configuration."""


class Look(Struct, frozen=False):
    """What was seen in a file.

    Args:
        piece: As much of it as was looked into.
        encoding: See `encoding_of`.
        articles: The first of its articles.
        no_text: Whether it is sound and holds no text of an article.
    """

    piece: Piece
    encoding: str | None
    articles: Sequence[RawArticle] = ()
    no_text: bool = False

    @property
    def suffix(self) -> str:
        """The ending of its format."""
        return PurePath(self.piece.name).suffix.lower()

    def read(
        self, readers: Sequence[Reader], encoding: str | None, fields: Mapping[str, str]
    ) -> None:
        """Read the articles as a configuration would have it."""
        file = SourceFile(self.piece.name, self.piece.data, encoding, fields)
        self.articles, self.no_text = (), False
        try:
            found = islice(reader_for(file.path, readers).read(file), MOST_ARTICLES)
            self.articles = [one for one in found if isinstance(one, RawArticle)]
        except NotAnArticleFileError:
            self.no_text = True
        except Exception:  # noqa: S110 - `check` says what cannot be read, and whose fault it is
            pass


class TextField(Struct):
    """The field that is the text where no usual name tells.

    Args:
        key: Its name, for the configuration; ``None`` where no one name is right for all files.
        elsewhere: Files that hold texts in a field that is not named, and that field.
    """

    key: str | None = None
    elsewhere: tuple[tuple[str, str], ...] = ()


def look(pieces: Iterable[Piece]) -> list[Look]:
    """Look at the encoding of some files."""
    return [Look(one, encoding_of(SourceFile(one.name, one.data))) for one in pieces]


def one_encoding(looks: Iterable[Look]) -> str | None:
    """Return the encoding to be configured: all files are in it that no ASCII tells nothing of."""
    there = {one.encoding for one in looks} - {"ascii"}
    return WINDOWS if there == {WINDOWS} else None


def read_all(looks: Sequence[Look], readers: Sequence[Reader], encoding: str | None) -> TextField:
    """Read the articles of all files, and find out which field is their text.

    One name holds for all files of records. So it is found only where no file has a usual one.
    """
    for one in looks:
        one.read(readers, encoding, {})
    silent = [one for one in looks if one.no_text and one.suffix in RECORDS]
    guessed = [
        (one, key)
        for one in silent
        if (key := guess_text_field(SourceFile(one.piece.name, one.piece.data, encoding)))
    ]
    keys = {key for _, key in guessed}
    if len(keys) == 1 and not any(one.articles for one in looks if one.suffix in RECORDS):
        (key,) = keys
        for one, _ in guessed:
            one.read(readers, encoding, {"text": key})
        if any(one.articles for one, _ in guessed):
            return TextField(key)
    return TextField(None, tuple((one.piece.path, key) for one, key in guessed))


def samples(looks: Iterable[Look], encoding: str | None, text: str | None) -> Iterator[Sample]:
    """Give what is known of the articles that have metadata.

    Args:
        looks: Files that were read.
        encoding: The one that is configured.
        text: The field of records that is configured as their text.
    """
    for one in looks:
        if one.articles and one.suffix in _JSON:  # there, fields may stand in others
            yield from _of_records(one, encoding, text)
            continue
        for article in one.articles:
            names = frozenset(article.fields)
            own = {name: article.fields[name].raw for name in names.difference(CANONICAL_FIELDS)}
            if names:
                yield Sample(article.text, names, dict(sorted(own.items())))


def _of_records(one: Look, encoding: str | None, text: str | None) -> Iterator[Sample]:
    known = frozenset(name for article in one.articles for name in article.fields)
    for record in records_of(SourceFile(one.piece.name, one.piece.data, encoding)):
        key = text or text_key(tuple(record))
        if key in record:
            own = {name: value for name, value in record.items() if name != key}
            yield Sample(record[key], known, {n: own[n] for n in own if not _is_usual(n)})


def _is_usual(name: str) -> bool:
    return name not in metadata_keys((name,), (True,))


def front_matter(looks: Iterable[Look]) -> dict[str, int]:
    """Return in how many Markdown files each key of the front matter has a value."""
    number: dict[str, int] = defaultdict(int)
    for one in looks:
        for article in one.articles if one.suffix in _MARKDOWN else ():
            for field in article.fields.values():
                number[field.pointer] += 1
    return dict(sorted(number.items(), key=lambda pair: (-pair[1], pair[0])))


def folders_of_data(looks: Iterable[Look], files: Iterable[str]) -> dict[str, int]:
    """Return folders in which there is nothing but data without articles, and how many files."""
    listed = _by_folder(files, lambda path: path)
    seen = _by_folder(looks, lambda one: one.piece.path)
    found = {
        folder: len(paths)
        for folder, paths in listed.items()
        if len(seen[folder]) >= _ENOUGH_DATA
        and all(one.no_text and one.suffix in DATA for one in seen[folder])
        and all(_is_data(path) for path in paths)
    }
    topmost = [one for one in found if not found.keys() & {*_above(one)}]
    chosen = sorted(topmost, key=lambda one: (-found[one], one))[:_MOST_FOLDERS]
    return {one: found[one] for one in sorted(chosen)}


def _by_folder(things: Iterable[T], path: Callable[[T], str]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = defaultdict(list)
    for one in things:
        for folder in _above(path(one)):
            found[folder].append(one)
    return found


def _above(path: str) -> Iterator[str]:
    return (str(one) for one in PurePosixPath(path).parents if one.parts)


def _is_data(path: str) -> bool:
    return PurePath(SourceFile(path, b"").format_name).suffix.lower() in DATA
