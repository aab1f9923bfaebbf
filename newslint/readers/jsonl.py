"""JSON Lines: one record a line."""

from __future__ import annotations

import json
from codecs import BOM_UTF8
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from newslint.errors import InputError, NotAnArticleFileError
from newslint.offsets import OffsetMap
from newslint.raw import Part, RawArticle, RawField, RawProblem, SourceFile
from newslint.readers import json_values
from newslint.readers.fields import canonical, text_key
from newslint.readers.json_values import Value
from newslint.structs import replace

_PATIENCE = 1000
"""After so many records without a text the file is taken to hold no articles."""


class JsonLinesReader:
    """Reads ``.jsonl`` and ``.ndjson``; a line that is wrong does not lose the others."""

    suffixes = (".jsonl", ".ndjson")

    def read(self, file: SourceFile) -> Iterator[RawArticle | RawProblem]:
        """Give the articles, and the lines that hold none."""
        waiting: list[RawProblem] = []
        records = articles = int(file.goes_on)
        for found in self._records(file):
            if isinstance(found, RawArticle):
                articles += 1
                yield from waiting
                waiting.clear()
                yield found
            elif articles:
                yield found
            else:
                waiting.append(found)
                records += isinstance(found, _NoText)
                if records >= _PATIENCE:
                    break
        if records and not articles:
            wanted = file.fields.get("text")
            raise NotAnArticleFileError(
                f"no record has the field {wanted!r} that [fields] names as text"
                if wanted
                else "no record has an article's text; name its field in [fields]: text = '...'"
            )
        yield from waiting

    def spell(self, text: str) -> str:
        """Return ``text`` as it stands inside a JSON string."""
        return json.dumps(text, ensure_ascii=False)[1:-1]

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
            if not _is_sound(block) or not (found or self._has_article(file, block)):
                return []
            end = start + len(block)
            found.append(Part(start, end, record, line))
            lines = (block if start else block.removeprefix(BOM_UTF8)).split(b"\n")
            record += sum(1 for one in lines if one.strip(b" \t\r"))
            line += len(lines) - 1 + block.count(b"\r") - block.count(b"\r\n")
            start = end
        return found

    def _has_article(self, file: SourceFile, block: bytes) -> bool:
        try:
            records = self.read(replace(file, data=block))
            return any(isinstance(one, RawArticle) for one in records)
        except InputError:
            return False

    def _records(self, file: SourceFile) -> Iterator[RawArticle | RawProblem]:
        source = file.text
        start, index = 0, file.part.record if file.part else 0
        while start < len(source):
            end = source.find("\n", start)
            end = len(source) if end < 0 else end
            line = source[start:end]
            if line.strip(" \t\r"):
                yield _record(file, line, start, index)
                index += 1
            start = end + 1


def _is_sound(block: bytes) -> bool:
    """Tell whether bytes are UTF-8 without the zero byte of another encoding."""
    try:
        block.decode()
    except UnicodeDecodeError:
        return False
    return b"\0" not in block


class _NoText(RawProblem):
    """A sound record without an article's text."""

    __slots__ = ()


def _record(file: SourceFile, line: str, start: int, index: int) -> RawArticle | RawProblem:
    end = start + len(line.rstrip("\r"))
    try:
        top = json_values.decode_object(line)
    except json.JSONDecodeError as error:
        place = start + error.pos
        return RawProblem(f"not JSON: {error.msg.lower()}", place, max(place, end), index)
    except RecursionError:
        return RawProblem("not read: nested too deep", start, end, index)
    except ValueError:  # Python's limit for whole numbers
        return RawProblem("not read: a number has too many digits", start, end, index)
    if top is None:
        return _NoText("the record is no JSON object", start, end, index)
    return article(file, line, start, top, index) or _NoText(
        f"the record has no article text; its fields: {', '.join(top.value) or 'none'}",
        start, end, index,
    )  # fmt: skip


def article(
    file: SourceFile, part: str, offset: int, record: Value, index: int, base: str = ""
) -> RawArticle | None:
    """Return the article of a JSON record, or ``None`` when it has no text.

    Args:
        file: The file, for its text and its configured fields.
        part: The piece of the text that was parsed; it begins at ``offset``.
        offset: Where ``part`` stands in the file's text.
        record: The record's members, placed in ``part``.
        index: Its number in the file.
        base: JSON pointer of the record itself, when it is nested.
    """
    values: dict[str, Value] = dict(record.value)
    source, wanted = file.text, file.fields.get("text")
    pointer = ""
    if wanted is not None and wanted.startswith("/"):
        place, pointer = json_values.find(part, record.start, wanted), wanted
    else:
        key = text_key(values, wanted)
        place = values.pop(key) if key is not None else None
        pointer = _pointer(key or "")
    text = _text(source, part, offset, place, base + pointer) if place else None
    if text is None:
        return None

    def find(name: str) -> RawField | None:
        found = json_values.find(part, record.start, name) if name.startswith("/") else None
        return json_values.as_field(source, part, offset, found, name) if found else None

    makers = {
        key: partial(json_values.as_field, source, part, offset, value, _pointer(key))
        for key, value in values.items()
    }
    fields = canonical(makers, file.fields, find)
    return RawArticle(text.raw, text.map, fields, index, text.pointer, offset + record.start)


def _text(source: str, part: str, offset: int, place: Value, pointer: str) -> RawField | None:
    """Return the article's text: a string, a list of paragraphs, or null for an empty one."""
    if place.value is None or place.value == []:
        return RawField("", OffsetMap.shifted(offset + place.start, 0), pointer)
    if not isinstance(place.value, str | list):
        return None
    return json_values.as_field(source, part, offset, place, pointer, "\n\n")


def _pointer(key: str) -> str:
    return "/" + json_values.clean_string(key).replace("~", "~0").replace("/", "~1")
