"""JSON Lines: one record a line."""

from __future__ import annotations

import json
from codecs import BOM_UTF8
from collections.abc import Iterator
from typing import BinaryIO

from newslint.errors import NotAnArticleFileError
from newslint.raw import Part, RawArticle, RawProblem, SourceFile
from newslint.readers import json_values
from newslint.readers.json_record import (
    JsonRecord,
    JsonSpelling,
    is_other_media,
    lacks_text,
    record_fields,
)
from newslint.readers.parting import has_article, is_sound, line_ends

_PATIENCE = 1000
"""After so many records without a text the file is taken to hold no articles."""


class JsonLinesReader(JsonSpelling):
    """Reads ``.jsonl`` and ``.ndjson``; a line that is wrong does not lose the others."""

    suffixes = (".jsonl", ".ndjson")

    def read(self, file: SourceFile) -> Iterator[RawArticle | RawProblem]:
        """Give the articles, and the lines that hold none and are no pictures or the like."""
        waiting: list[RawProblem] = []
        records = articles = int(file.goes_on)
        for found in self._records(file):
            if isinstance(found, RawArticle):
                articles += 1
                yield from waiting
                waiting.clear()
                yield found
                continue
            records += isinstance(found, _NoText)
            if not articles and records >= _PATIENCE:
                break
            if isinstance(found, _OtherMedia):
                continue
            if articles:
                yield found
            else:
                waiting.append(found)
        if records and not articles:
            wanted = file.fields.get("text")
            raise NotAnArticleFileError(
                f"no record has the field {wanted!r} that [fields] names as text"
                if wanted
                else "no record has an article's text; name its field in [fields]: text = '...'"
            )
        yield from waiting

    def parts(self, file: SourceFile, stream: BinaryIO, size: int) -> list[Part]:
        """Return runs of whole lines of at least ``size`` bytes; see `Reader`.

        There are none where reading all of the file might say something else: what is wrong with
        its bytes is wrong with the file, and that it holds no articles is told by its beginning.
        """
        if file.codec != "utf-8":
            return []
        found: list[Part] = []
        start = record = 0
        line = 1
        while block := stream.read(size):
            block += stream.readline()
            if not is_sound(block) or not (found or has_article(self, file, block)):
                return []
            end = start + len(block)
            found.append(Part(start, end, record, line))
            lines = (block if start else block.removeprefix(BOM_UTF8)).split(b"\n")
            record += sum(1 for one in lines if one.strip(b" \t\r"))
            line += line_ends(block)
            start = end
        return found

    def _records(self, file: SourceFile) -> Iterator[RawArticle | RawProblem]:
        source = file.text
        file.forget_bytes()
        start, index = 0, file.part.record if file.part else 0
        while start < len(source):
            end = source.find("\n", start)
            end = len(source) if end < 0 else end
            if not _is_blank(source, start, end):
                yield _record(file, start, end, index)
                index += 1
            start = end + 1


class _NoText(RawProblem):
    """A sound record without an article's text."""

    __slots__ = ()


class _OtherMedia(_NoText):
    """One that has none because it is a picture or the like, which is nothing to tell."""

    __slots__ = ()


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
