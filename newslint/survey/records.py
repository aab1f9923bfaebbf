"""Which field of a record is the article's text, told by its values where no usual name tells."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import PurePath
from statistics import median

from newslint.errors import InputError
from newslint.patterns import regexp
from newslint.raw import SourceFile
from newslint.readers.cells import DELIMITERS, rows
from newslint.readers.json_values import step

MOST_RECORDS = 50
"""Records of a file that are looked at."""
FEWEST_RECORDS = 3
"""Below it a long text may be anything: a licence, a page of help."""
_DEPTH = 4
"""How many objects deep a list of records, or a field of one, may stand."""
_LONG = 200
"""Code points that a text of two sentences has at least; a headline or a summary has fewer."""
_SENTENCE_END = regexp(r"[.!?…][\"'”’»)\]]*(?=\s|<|$)|[。！？।؟]")
_MARKUP = regexp(r"<(?:p|br|div|span|a|img|h[1-6])\b[^<>]*>")

Record = dict[str, str]
"""The strings of a record by the name that ``[fields]`` would have: a key, or a JSON pointer."""


def records_of(file: SourceFile) -> list[Record]:
    """Return the first records of a file, whatever their fields are called.

    Raises:
        InputError: when the file is no text.
    """
    suffix = PurePath(file.format_name).suffix.lower()
    if suffix in {".jsonl", ".ndjson"}:
        found = (_parsed(line) for line in file.text.split("\n") if line.strip())
        return [_flat(one) for one in islice(found, MOST_RECORDS) if isinstance(one, dict)]
    if suffix == ".json":
        lists = ([_flat(one) for one in found] for found in _lists(_parsed(file.text)))
        return next((found for found in lists if text_field(found) is not None), [])
    if suffix in {".csv", ".tsv"}:
        tables = (_table(file.text, delimiter) for delimiter in DELIMITERS)
        return max(tables, key=lambda found: len(found[0]) if found else 0)
    return []


def text_field(records: Iterable[Record]) -> str | None:
    """Return the field whose values are the text of articles, ``None`` where there is none.

    Its values are the longest prose there is. Of two that hold about the same, with markup and
    without, it is the one without.
    """
    values: dict[str, list[str]] = defaultdict(list)
    number = 0
    for record in records:
        number += 1
        for key, value in record.items():
            if value.strip():
                values[key].append(value)
    prose = {
        key: median(map(len, found))
        for key, found in values.items()
        if len(found) >= max(FEWEST_RECORDS, number / 2)
        and sum(map(_is_prose, found)) >= 0.6 * len(found)
    }
    longest = max(prose.values(), default=0.0)
    rivals = [key for key, length in prose.items() if length >= longest / 2]
    return min(
        rivals, key=lambda key: (sum(map(_has_markup, values[key])), -prose[key]), default=None
    )


def _is_prose(value: str) -> bool:
    return len(value) >= _LONG and len(_SENTENCE_END.findall(value)) >= 2


def _has_markup(value: str) -> bool:
    return _MARKUP.search(value) is not None


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _flat(value: dict[str, object], pointer: str = "", depth: int = 1) -> dict[str, str]:
    """Return the strings of an object; those in other objects by their JSON pointers."""
    found = {}
    for key, member in value.items():
        name = pointer + step(key)
        if isinstance(member, str):
            found[name if pointer else key] = member
        elif isinstance(member, dict) and depth < _DEPTH:
            found |= _flat(member, name, depth + 1)
        elif isinstance(member, list) and all(isinstance(one, str) for one in member):
            found[name if pointer else key] = "\n\n".join(member)
    return found


def _lists(value: object, depth: int = 0) -> Iterator[list[dict[str, object]]]:
    """Give the lists of objects in a document; an object alone is a list of one."""
    if isinstance(value, list):
        objects = [one for one in value[:MOST_RECORDS] if isinstance(one, dict)]
        if objects:
            yield objects
    elif isinstance(value, dict) and depth < _DEPTH:
        if depth == 0:
            yield [value]
        for member in value.values():
            yield from _lists(member, depth + 1)


def _table(source: str, delimiter: str) -> list[Record]:
    found = islice(rows(source, delimiter), MOST_RECORDS + 1)
    header = next(found, None)
    if header is None or len(header.cells) < 2:
        return []
    names = [cell.value(source).strip() for cell in header.cells]
    return [
        {name: cell.value(source) for name, cell in zip(names, row.cells, strict=False) if name}
        for row in found
        if len(row.cells) == len(names)
    ]


def guess_text_field(file: SourceFile) -> str | None:
    """Return the field of a file that is the text of its articles, or ``None``."""
    try:
        return text_field(records_of(file))
    except InputError:
        return None
