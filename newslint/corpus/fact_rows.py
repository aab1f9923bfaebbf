"""Facts as rows of one table: what every engine that groups them reads and gives.

All rules across articles share the table, so any number of rules costs one pass. The rows are
narrow; what a rule needs of an article beside (its evidence) is in a table of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from newslint.diagnostic import Location, Record
from newslint.encodable import encodable, escaped, unescaped
from newslint.facts import Use
from newslint.results import GatheredFact


class FactRow(NamedTuple):
    """One fact. Lines and columns are 1-based, in the file and in the record's own text (``own``).

    Args:
        path: The file, its name `escaped`.
        record: Number of the record in its file, -1 where the file is one article.
        id: The record's own id, ``None`` if it has none.
        field: Where in the record it stands; ``""`` where the file is one article.
        new_key: 1 at the first fact of its article with this key, else 0: summed, it counts
            articles, which costs no engine a set of them.
        new_scope: 1 at the first fact of its article in this scope.
    """

    code: str
    scope: str
    key: str
    path: str
    record: int
    article: str
    id: str | None
    field: str
    line: int
    col: int
    end_line: int
    end_col: int
    own_line: int
    own_col: int
    text: str
    value: str
    day: str | None
    new_key: int
    new_scope: int


class EvidenceRow(NamedTuple):
    """What a rule needs of an article beside its facts."""

    code: str
    path: str
    record: int
    evidence: str


def rows_of(facts: Iterable[GatheredFact]) -> Iterator[FactRow | EvidenceRow]:
    """Give the rows of facts, of which those of an article come together."""
    article: tuple[str, int] | None = None
    keys: set[tuple[str, ...]] = set()
    said: set[str] = set()
    for fact in facts:
        use, place = fact.use, fact.use.place
        if article != (place.path, place.record_number):
            article = (place.path, place.record_number)
            keys.clear()
            said.clear()
        code, scope, key = fact.code, encodable(fact.scope), encodable(fact.key)
        record = place.record
        yield FactRow(
            code, scope, key,
            escaped(place.path), place.record_number, encodable(use.article),
            None if record is None or record.id is None else encodable(record.id),
            "" if record is None else encodable(record.field),
            place.line, place.column, place.end_line, place.end_column,
            record.line if record else 0, record.column if record else 0,
            encodable(use.text), encodable(use.value),
            None if use.date is None else use.date.isoformat(),
            int((code, scope, key) not in keys), int((code, scope) not in keys),
        )  # fmt: skip
        keys |= {(code, scope, key), (code, scope)}
        if use.evidence and code not in said:
            said.add(code)
            yield EvidenceRow(code, escaped(place.path), place.record_number, use.evidence)


def use_of(row: FactRow, evidence: str | None) -> Use:
    """Return the use that a row stands for."""
    record = None
    if row.record >= 0:
        record = Record(row.record, row.id, row.field, row.own_line, row.own_col)
    place = Location(unescaped(row.path), record, row.line, row.col, row.end_line, row.end_col)
    day = date.fromisoformat(row.day) if row.day else None
    return Use(row.article, place, row.text, row.value, day, evidence or "")


def order_of(row: FactRow) -> tuple[Any, ...]:
    """Return what rows are ordered by: the key, then the place."""
    return (
        row.code, row.scope, row.key,
        row.path, row.record, row.line, row.col, row.end_line, row.end_col,
        row.field, row.own_line, row.own_col,
    )  # fmt: skip
