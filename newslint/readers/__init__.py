"""Readers: bytes to articles, with a map from clean text to the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib import import_module
from pathlib import PurePath
from typing import Any

from newslint.errors import InputError
from newslint.raw import RawArticle, RawProblem, Reader, SourceFile
from newslint.readers.text import TextReader

__all__ = ["SourceFile", "builtin_readers", "read_articles", "reader_for", "unpack"]

NOT_PLAIN_TEXT = frozenset({
    ".pdf", ".docx", ".doc", ".odt", ".rtf",
})  # fmt: skip
"""Endings of formats in which the text of an article is not the text of the file."""


class _Later:
    """A reader that is imported when it has a file to read, or is asked what else it can.

    Args:
        home: Its module in this package.
        name: Its class.
        suffixes: The endings of file names it reads.
    """

    def __init__(self, home: str, name: str, *suffixes: str) -> None:
        self._home = f"{__name__}.{home}"
        self._name = name
        self.suffixes = suffixes

    @cached_property
    def _reader(self) -> Any:
        return getattr(import_module(self._home), self._name)()

    def read(self, file: SourceFile) -> Iterator[RawArticle | RawProblem]:
        articles: Iterator[RawArticle | RawProblem] = self._reader.read(file)
        return articles

    def __getattr__(self, name: str) -> Any:
        return getattr(self._reader, name)


_BUILTIN: tuple[Reader, ...] = (
    TextReader(),
    _Later("markdown", "MarkdownReader", ".md", ".markdown", ".mdx"),
    _Later("jsonl", "JsonLinesReader", ".jsonl", ".ndjson"),
    _Later("json_file", "JsonReader", ".json"),
    _Later("table", "TableReader", ".csv", ".tsv"),
    _Later("parquet", "ParquetReader", ".parquet"),
    _Later("html", "HtmlReader", ".html", ".htm"),
    _Later("xml", "XmlReader", ".xml", ".nitf", ".rss", ".atom"),
)


def builtin_readers() -> tuple[Reader, ...]:
    """Return the readers newslint brings along."""
    return _BUILTIN


def reader_for(path: str, readers: Sequence[Reader] = _BUILTIN) -> Reader:
    """Return the reader for a file of that name; the last of two that claim its ending.

    In front of an ending that says how it is packed stands that of its format. A file whose ending
    nobody claims is plain text: whoever names it means an article.

    Raises:
        InputError: for a format that would be read wrongly as plain text.
    """
    suffix = PurePath(SourceFile(path, b"").format_name).suffix.lower()
    for reader in reversed(readers):
        if suffix in reader.suffixes:
            return reader
    if suffix in NOT_PLAIN_TEXT:
        known = ", ".join(sorted({suffix for one in readers for suffix in one.suffixes}))
        raise InputError(f"no reader for {suffix} files; known are {known}")
    return TextReader()


def unpack(file: SourceFile, most: int | None = None) -> None:
    """Unpack the bytes of a file that is packed, ``most`` of them.

    Raises:
        InputError: see `newslint.readers.packed`.
    """
    if file.packing:
        from newslint.readers import packed  # few files are

        packed.unpack(file, most)


def read_articles(
    file: SourceFile, readers: Sequence[Reader] = _BUILTIN
) -> Iterator[RawArticle | RawProblem]:
    """Give the articles of a file, and the records of it that cannot be read.

    Raises:
        InputError: when there is no reader for it, or its reader cannot read it.
    """
    reader = reader_for(file.path, readers)
    unpack(file)
    yield from reader.read(file)
