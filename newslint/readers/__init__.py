"""Readers: bytes to articles, with a map from clean text to the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from newslint.errors import InputError
from newslint.raw import RawArticle, RawProblem, Reader, SourceFile
from newslint.readers.jsonl import JsonLinesReader
from newslint.readers.markdown import MarkdownReader
from newslint.readers.text import TextReader

__all__ = ["SourceFile", "builtin_readers", "read_articles", "reader_for"]

_BUILTIN: tuple[Reader, ...] = (TextReader(), MarkdownReader(), JsonLinesReader())


def builtin_readers() -> tuple[Reader, ...]:
    """Return the readers newslint brings along."""
    return _BUILTIN


def reader_for(path: str, readers: Sequence[Reader] = _BUILTIN) -> Reader | None:
    """Return the reader for a file of that name, or ``None``; the last of two that claim it."""
    suffix = PurePath(path).suffix.lower()
    return next((reader for reader in reversed(readers) if suffix in reader.suffixes), None)


def read_articles(
    file: SourceFile, readers: Sequence[Reader] = _BUILTIN
) -> Iterator[RawArticle | RawProblem]:
    """Give the articles of a file, and the records of it that cannot be read.

    Raises:
        InputError: when no reader knows the file's ending, or its reader cannot read it.
    """
    reader = reader_for(file.path, readers)
    if reader is None:
        known = ", ".join(sorted({suffix for one in readers for suffix in one.suffixes}))
        raise InputError(f"{file.path}: no reader for this ending; known are {known}")
    yield from reader.read(file)
