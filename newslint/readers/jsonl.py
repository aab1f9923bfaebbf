"""JSON Lines: one record a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from newslint.errors import NotAnArticleFileError
from newslint.raw import WIDEST, Part, RawArticle, RawProblem, RawTooLarge, SourceFile
from newslint.readers import json_values
from newslint.readers.json_record import (
    JsonRecord,
    JsonSpelling,
    is_other_media,
    lacks_text,
    record_fields,
)
from newslint.readers.parting import Parting, TooLarge, lines_of
from newslint.readers.sound_stream import SoundStream

_PATIENCE = 1000
"""After so many records without a text the file is taken to hold no articles."""


class JsonLinesReader(JsonSpelling):
    """Reads ``.jsonl`` and ``.ndjson``; a line that is wrong does not lose the others."""

    suffixes = (".jsonl", ".ndjson")

    def read(self, file: SourceFile) -> Iterator[RawArticle | RawProblem]:
        """Give the articles, and the lines that hold none and are no pictures or the like."""
        opening = _Opening(file)
        waiting: list[RawProblem] = []
        for found in self._records(file):
            opening.take(found)
            if opening.certain:
                yield from waiting
                waiting.clear()
            if isinstance(found, RawArticle):
                yield found
            elif not isinstance(found, _OtherMedia):
                waiting.append(found)
        opening.end()
        yield from waiting

    def parts(self, file: SourceFile, stream: BinaryIO, size: int) -> list[Part]:
        """Return runs of whole lines of at least ``size`` bytes; see `Reader`."""
        sound = SoundStream(file, stream)
        if not sound.can_be_cut:
            return []
        parting, opening = Parting(file, sound.codec, size), _Opening(file)
        try:
            for run in lines_of(sound, size, file.largest):
                if isinstance(run, TooLarge):
                    parting.add_too_large(run)
                    continue
                if not opening.certain:
                    opening.look(self._records(parting.as_file(run)))
                parting.add(run, _count(run.removeprefix(file.bom) if parting.begins else run))
            opening.end()
        except NotAnArticleFileError:
            sound.drain()
            raise
        return parting.parts()

    def records(self, file: SourceFile) -> Iterator[tuple[int, str]]:
        """Give the lines as they stand, with the numbers of their records; see `Reader`."""
        index = file.part.record if file.part else 0
        for line in file.text.split("\n"):
            if line.strip(" \t\r"):
                yield index, line.removesuffix("\r")
                index += 1

    def _records(self, file: SourceFile) -> Iterator[RawArticle | RawProblem]:
        source = file.text
        file.forget_bytes()
        start, index = 0, file.part.record if file.part else 0
        while start < len(source):
            end = source.find("\n", start)
            end = len(source) if end < 0 else end
            if (size := _size(file, start, end)) > file.largest:
                yield RawTooLarge.of(size, file.largest, start, index)
                index += 1
            elif not _is_blank(source, start, end):
                yield _record(file, start, end, index)
                index += 1
            start = end + 1


class _NoText(RawProblem):
    """A sound record without an article's text."""

    __slots__ = ()


class _OtherMedia(_NoText):
    """One that has none because it is a picture or the like, which is nothing to tell."""

    __slots__ = ()


class _Opening:
    """What the beginning of a file shows: whether there are articles in it.

    Args:
        file: The file; of a part it is known.
    """

    def __init__(self, file: SourceFile) -> None:
        self.certain = file.part is not None
        self._wanted = file.fields.get("text")
        self._records = 0  # that are sound and without a text

    def take(self, found: RawArticle | RawProblem) -> None:
        """Take up what was found.

        Raises:
            NotAnArticleFileError: when enough was found that is no article.
        """
        self.certain = self.certain or isinstance(found, RawArticle)
        self._records += isinstance(found, _NoText)
        if self._records >= _PATIENCE:
            self.end()

    def look(self, found: Iterator[RawArticle | RawProblem]) -> None:
        """Take up what is found, until it is certain."""
        while not self.certain and (one := next(found, None)):
            self.take(one)

    def end(self) -> None:
        """Say so if it holds no articles."""
        if self._records and not self.certain:
            raise NotAnArticleFileError(
                f"no record has the field {self._wanted!r} that [fields] names as text"
                if self._wanted
                else "no record has an article's text; name its field in [fields]: text = '...'"
            )


def _count(lines: bytes) -> int:
    """Return how many records there are in lines; a blank line is none."""
    return sum(1 for line in lines.split(b"\n") if line.strip(b" \t\r"))


def _size(file: SourceFile, start: int, end: int) -> int:
    """Return how many bytes a line has; how many at most, where any record may have so many."""
    mark = 0 if start else len(file.bom)
    most = mark + (end - start) * WIDEST
    if most <= file.largest:
        return most
    return mark + len(file.text[start:end].encode(file.codec, "replace"))


def _is_blank(source: str, start: int, end: int) -> bool:
    beginning = source[start : min(start + 100, end)]
    return not (beginning.strip(" \t\r") or source[start:end].strip(" \t\r"))


def _record(file: SourceFile, start: int, end: int, index: int) -> RawArticle | RawProblem:
    try:
        values, first = json_values.decode_run(file.text, start, end)
    except json.JSONDecodeError as error:
        place = start + error.pos
        return RawProblem(
            f"not JSON: {error.msg.lower()}", place, max(place, _stop(file, start, end)), index
        )
    except RecursionError:
        return RawProblem("not read: nested too deep", start, _stop(file, start, end), index)
    except ValueError:  # Python's limit for whole numbers
        message = "not read: a number has too many digits"
        return RawProblem(message, start, _stop(file, start, end), index)
    found = None
    if isinstance(values, dict):
        fields = record_fields(values, file.fields)
        found = JsonRecord(file.text, values, first, fields).article(index)
    lacking = _OtherMedia if is_other_media(values) else _NoText
    return found or lacking(lacks_text(values), start, _stop(file, start, end), index)


def _stop(file: SourceFile, start: int, end: int) -> int:
    """Return where the line from ``start`` to ``end`` ends without carriage returns."""
    return start + len(file.text[start:end].rstrip("\r"))
