"""JSON: an article, or lists of them, in one document."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from typing import Any, TypeAlias

from newslint.errors import InputError, NotAnArticleFileError
from newslint.line_index import LineIndex
from newslint.raw import OffsetMap, RawArticle, RawField, RawProblem, SourceFile
from newslint.readers import json_values
from newslint.readers.body import as_body
from newslint.readers.fields import metadata_keys
from newslint.readers.json_lines import json_line
from newslint.readers.json_record import (
    JsonRecord,
    JsonSpelling,
    is_other_media,
    lacks_text,
    record_fields,
    text_of,
)
from newslint.readers.json_values import Locate, Place
from newslint.readers.prose import may_be_article, only_labels

DEPTH = 4
"""How many objects deep a list of articles may stand; ``response.docs`` is two."""

_Listed: TypeAlias = tuple[str, list[Any], Locate]
"""A list of records: its JSON pointer, its values, where it stands."""


class JsonReader(JsonSpelling):
    """Reads ``.json``: a record, a list of records, an object with such lists in it.

    A list counts when most of its elements are objects with an article's text; those without are
    problems, unless they are pictures or the like. The records are numbered through the file; one
    that is the whole file has no number. They may be ninjs (IPTC) of any version.
    """

    suffixes = (".json",)

    def read(self, file: SourceFile) -> Iterator[RawArticle | RawProblem]:
        """Give the articles in the order of the file."""
        source = file.text
        file.forget_bytes()
        value, start = _parsed(source)
        if _has_text(value, file.fields):
            _check_prose(file, [value])
            fields = record_fields(value, file.fields)
            found = JsonRecord(source, value, start, fields).article(None)
            assert found is not None
            yield found
            return
        place: Place = (start, len(source))
        lists = list(_lists(source, value, lambda: place, file.fields))
        _check_prose(file, [one for _, listed, _ in lists for one in listed])
        index = 0
        for pointer, listed, locate in lists:
            places = json_values.elements(source, locate()[0])
            for number, (record, (first, last)) in enumerate(zip(listed, places, strict=True)):
                at = pointer + json_values.step(number)
                article = _record(file, record, first, at, index)
                if article or not is_other_media(record):
                    yield article or RawProblem(lacks_text(record), first, last, index)
                index += 1

    def records(self, file: SourceFile) -> Iterator[tuple[int, str]]:
        """Give the records, each on one line, with their numbers; see `Reader`."""
        value = json.loads(file.text)
        if _has_text(value, file.fields):
            yield -1, json_line(value)
            return
        lists = _lists(file.text, value, lambda: (0, 0), file.fields)
        records = (one for _, listed, _ in lists for one in listed)
        yield from ((index, json_line(one)) for index, one in enumerate(records))


def _parsed(source: str) -> tuple[Any, int]:
    """Return the value of the document, and where it begins."""
    try:
        return json_values.decode_run(source, 0, len(source))
    except json.JSONDecodeError as error:
        if not source.strip(" \t\r\n"):
            raise NotAnArticleFileError("the file is empty") from error
        line, column = LineIndex(source).position(error.pos)
        why = error.msg.lower()
        if error.msg == "Extra data":
            why = "another value follows the first (a file of one record a line ends in .jsonl)"
        message = f"not JSON: {why}: line {line}, column {column}"
        raise InputError(message, line=line, column=column) from error
    except RecursionError as error:
        raise InputError("not read: nested too deep") from error
    except ValueError as error:  # Python's limit for whole numbers
        raise InputError("not read: a number has too many digits") from error


def _has_text(value: object, fields: Mapping[str, str]) -> bool:
    if not isinstance(value, dict):
        return False
    return text_of(value, record_fields(value, fields)) is not json_values.NOTHING


def _lists(
    source: str, value: object, locate: Locate, fields: Mapping[str, str], pointer: str = ""
) -> Iterator[_Listed]:
    """Give the lists of records in a value that is no record itself."""
    if isinstance(value, list):
        texts = sum(_has_text(one, fields) for one in value)
        if texts and 2 * texts > len(value) - sum(map(is_other_media, value)):
            yield pointer, value, locate
    elif isinstance(value, dict) and pointer.count("/") < DEPTH and not _has_text(value, fields):
        # Where the members stand is looked for once, and only if a list in one of them counts.
        places = cache(lambda: json_values.members(source, locate()[0]))
        for key, member in value.items():
            at = pointer + json_values.step(key)
            yield from _lists(source, member, partial(_member, places, key), fields, at)


def _member(places: Callable[[], Mapping[str, Place]], key: str) -> Place:
    return places()[key]


def _check_prose(file: SourceFile, records: list[Any]) -> None:
    """Make sure that there are records, and that some text in them is long enough for an article.

    Raises:
        NotAnArticleFileError: where there are none, or all are too short and ``[fields]`` does not
            say that they are meant.
    """
    wanted = file.fields.get("text")
    if not records:
        raise NotAnArticleFileError(
            f"no record has the field {wanted!r} that [fields] names as text"
            if wanted
            else "no record has an article's text; name its field in [fields]: text = '...' "
            "(a key, or a JSON pointer)"
        )
    if wanted is None and not any(_may_be_article(one) for one in records):
        raise only_labels()


def _may_be_article(record: object) -> bool:
    if not isinstance(record, dict):
        return False
    names = metadata_keys(tuple(record), (True,) * len(record))
    text = text_of(record, record_fields(record, {}))
    parts = text if isinstance(text, list) else [text]
    texts = [as_body(RawField(one, OffsetMap(), "")) for one in parts if isinstance(one, str)]
    return any(may_be_article(one.raw, names) for one in texts)


def _record(
    file: SourceFile, value: object, start: int, pointer: str, index: int
) -> RawArticle | None:
    if not isinstance(value, dict):
        return None
    fields = record_fields(value, file.fields)
    return JsonRecord(file.text, value, start, fields, pointer).article(index)
