"""The records of a file once more, each as a line of JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newslint.encodable import encodable
from newslint.engine import Engine
from newslint.raw import Part, RawArticle, Reader, SourceFile
from newslint.readers import reader_for
from newslint.readers.json_lines import json_line


def records_of(engine: Engine, path: str, part: Part | None) -> Iterator[tuple[int, str]]:
    """Give the records of a file, or of a part of it, with their numbers (-1: the file is one).

    Those of JSON lines are the lines as they stand, rows of a table are objects of their columns,
    records of other JSON are themselves. Of what is no record (a page, a post, an item of a feed)
    it is an object with the path, the metadata and the text as rules read them.

    Raises:
        OSError: when the file cannot be read.
        InputError: when it is damaged.
    """
    reader = reader_for(path, engine.readers)
    for piece in engine.pieces(path, part):
        if piece.part and piece.part.too_large:
            continue
        if records := getattr(reader, "records", None):
            yield from records(piece)
        else:
            yield from _as_read(reader, piece)


def _as_read(reader: Reader, file: SourceFile) -> Iterator[tuple[int, str]]:
    for raw in reader.read(file):
        if isinstance(raw, RawArticle):
            values: dict[str, Any] = {"path": encodable(file.path)}
            if raw.index is not None:
                values["record"] = raw.index
            values |= {name: field.raw for name, field in raw.fields.items()}
            values["text"] = raw.text
            yield -1 if raw.index is None else raw.index, json_line(values)
