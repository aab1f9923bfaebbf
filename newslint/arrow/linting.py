"""The Arrow function: a batch of articles in, a batch of what is wrong with them out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyarrow as pa

from newslint.arrow.numbering import numbered
from newslint.arrow.schema import PARTS, batch_of_records
from newslint.config import Config
from newslint.errors import InputError, nearest
from newslint.raw import RawArticle, RawProblem
from newslint.readers.rows import record_of, row_fields, rows
from newslint.reporting import as_record
from newslint.results import FileResult
from newslint.session import Session, SessionOptions
from newslint.structs import Struct

NAME = "table"
"""What articles are reported under where no column names their file."""


class Articles(Struct):
    """Where in the columns of a table it stands what file its articles are from.

    All other columns are the articles' own.

    Args:
        path: The column with the file's name, if there is one.
        index: The column with the number of the record in its file, from 0.
        name: What all of them are reported under if no column names their file.
    """

    path: str | None = None
    index: str | None = None
    name: str = NAME

    def own(self, schema: pa.Schema) -> pa.Schema:
        """Return the columns that are the articles' own.

        Raises:
            InputError: when a column that was named is not there, or numbers are none.
        """
        for option, column in (("path", self.path), ("index", self.index)):
            if column is not None and column not in schema.names:
                raise InputError(
                    f"{option}={column!r}: there is no such column{nearest(column, schema.names)}"
                )
        if self.index is not None and not pa.types.is_integer(schema.field(self.index).type):
            kind = schema.field(self.index).type
            raise InputError(f"index={self.index!r}: the column holds {kind}, no whole numbers")
        return pa.schema([one for one in schema if one.name not in {self.path, self.index}])


def lint_batch(
    batch: pa.RecordBatch,
    options: SessionOptions | None = None,
    *,
    path: str | None = None,
    index: str | None = None,
    name: str = NAME,
    number: bool = True,
) -> pa.RecordBatch:
    """Lint a batch of articles, one a row, as rows of a Parquet file are.

    With the names of files and the numbers of rows in columns, the diagnostics are those of
    ``newslint check`` on the files. A rule that raises is a diagnostic (``NLX001``), and so is a
    row that holds no article (``NLX002``). The rules are loaded once a process.

    Args:
        batch: Articles; the columns are named as in a file (``text``, ``headline``, ``date`` …) or
            as ``[fields]`` of the configuration says. A table will do, too.
        options: What is to run (`newslint.session.session_options` makes them); by default the
            rules that are on without a configuration.
        path: The column with the name of the file that the article is from.
        index: The column with the article's number in that file, from 0; else rows are counted
            from the beginning of the batch.
        name: What the file is called where no column says it.
        number: Whether equal findings are numbered within this batch: right where all articles of
            a file come in one, or each has an ``id`` of its own. If not, `PARTS` are given, for
            `newslint.arrow.numbered`.

    Returns:
        A batch of `DIAGNOSTICS` (or of `PARTS`), in the order of the articles.

    Raises:
        InputError: when no column holds an article's text, or a column that is named is missing.
        NewslintError: when the rules cannot be loaded.
    """
    part = lint_part(batch, session_for(options), Articles(path, index, name))
    return next(numbered([part])) if number else part


def lint_part(batch: pa.RecordBatch, session: Session, articles: Articles) -> pa.RecordBatch:
    """Lint a batch of articles without numbering equal findings; see `lint_batch`."""
    linted = lint_articles(batch, session, articles)
    return batch_of_records((row for one in linted for row in part_records(*one)), PARTS)


def lint_articles(
    batch: pa.RecordBatch, session: Session, articles: Articles
) -> Iterator[tuple[int, FileResult]]:
    """Lint the rows of a batch, and give the number of each and what it gives.

    Raises:
        InputError: see `lint_batch`.
    """
    own = articles.own(batch.schema)
    fields = row_fields(own, session.options.config.fields)
    paths: list[str | None] = [None] * batch.num_rows
    if articles.path is not None:
        paths = batch.column(articles.path).cast(pa.string()).to_pylist()
    numbers: list[int | None] = [*range(batch.num_rows)]
    if articles.index is not None:
        numbers = batch.column(articles.index).to_pylist()
    columns = batch.select(own.names)
    for values, path, number in zip(rows(columns), paths, numbers, strict=True):
        if number is None:
            raise InputError(f"index={articles.index!r}: a row has no number")
        record = _record(values, fields, number)
        yield number, session.engine.lint_records(path or articles.name, (record,), _TABLE)


class _Table:
    """What stands for the reader of rows: as in Parquet, there are no lines."""

    has_lines = False


_TABLE = _Table()


def _record(values: dict[str, object], fields: Any, number: int) -> RawArticle | RawProblem:
    try:
        return record_of(values, fields, number)
    except Exception as error:  # one row among millions
        message = f"the record cannot be read: {type(error).__name__}: {error}"
        return RawProblem(message, 0, 0, number)


def part_records(index: int, result: FileResult) -> Iterator[dict[str, Any]]:
    """Give the rows of `PARTS` for an article of that number."""
    silent = dict(result.origins)
    for one in result.diagnostics:
        base, nth = silent.pop(one.fingerprint)
        yield {**as_record(one), "base": base, "nth": nth, "silent": False}
    for base, nth in silent.values():
        place = {"path": result.path, "record": {"index": index}}
        yield {**place, "base": base, "nth": nth, "silent": True}


_MOST_SESSIONS = 8
_sessions: dict[str, Session] = {}  # one a process for each set of options; few are in use


def session_for(options: SessionOptions | None) -> Session:
    """Return the session of these options in this process."""
    options = options or SessionOptions(Config())
    key = repr(options)
    if key not in _sessions:
        if len(_sessions) >= _MOST_SESSIONS:
            _sessions.clear()
        _sessions[key] = Session(options)
    return _sessions[key]
