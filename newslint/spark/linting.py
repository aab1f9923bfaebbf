"""`lint`: a DataFrame of articles in, a DataFrame of diagnostics out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from os import PathLike
from typing import Any

import pyarrow as pa

from newslint.arrow.linting import NAME, Articles, lint_part, session_for
from newslint.arrow.schema import DIAGNOSTICS, PARTS
from newslint.book_stamp import BookStamp
from newslint.config import Config
from newslint.readers.rows import row_fields
from newslint.session import Names, Session, session_options
from newslint.spark.across import GATHERED, gather, with_across
from newslint.spark.session import use_this_python
from newslint.spark.tables import (
    INDEX,
    arrow_schema,
    few_rows,
    mapped,
    need_dataframe,
    own_columns,
    quoted,
)
from newslint.spark.worker import Job, shipped
from newslint.structs import replace


def lint(
    table: Any,
    *,
    config: Config | str | PathLike[str] | Mapping[str, Any] | None = None,
    select: Names = None,
    extend_select: Names = None,
    ignore: Names = None,
    extend_ignore: Names = None,
    path: str | None = None,
    index: str | None = None,
    name: str = NAME,
    across: bool = False,
    number: bool = True,
) -> Any:
    """Lint a DataFrame of articles, one a row.

    The columns are named as in files (``text``, ``headline`` or ``title``, ``date``, ``url``,
    ``source``, ``id`` …) or as ``[fields]`` of the configuration says. With the names of files and
    the numbers of rows in columns (`newslint.spark.read_articles`), the diagnostics are those of
    ``newslint check`` on the files, whatever the partitions are. A rule that raises is a diagnostic
    (``NLX001``), and so is a row without an article (``NLX002``).

    Args:
        table: The articles.
        config: A ``newslint.toml``, or a dict of what would stand in it; none is looked for.
            Folders of rules and lists of terms have to be at the same place on every worker.
        select: Rules to run, by code, name or family; and so the others, as on the command line.
        extend_select: More rules.
        ignore: Rules that do not run.
        extend_ignore: More of them.
        path: The column with the name of the file that an article is from.
        index: The column with its number in that file, from 0; without, rows have numbers that say
            nothing but are all different.
        name: What the file is called where no column says it.
        across: Whether the rules across articles run, too, on all articles of the table. What they
            gather is held by Spark until its cache is cleared (``spark.catalog.clearCache()``).
        number: Whether equal findings of a file are numbered, so that each has a fingerprint of
            its own. It takes a shuffle of the diagnostics; a stream cannot have it.

    Returns:
        A DataFrame with the columns of `newslint.arrow.DIAGNOSTICS`, in no order. Nothing has been
        linted yet.

    Raises:
        InputError: when no column holds text, or a column that is named is missing.
        ConfigError, SelectionError: for what `check` would not run with.
    """
    need_dataframe(table)
    options = session_options(
        config,
        select=select,
        extend_select=extend_select,
        ignore=ignore,
        extend_ignore=extend_ignore,
    )
    session = session_for(replace(options, gather=across))
    session.selection  # noqa: B018 - what is wrong with it is said here, not by a worker
    articles = Articles(path, index, name)
    row_fields(articles.own(arrow_schema(table)), session.options.config.fields)
    rows = own_columns(table, path, index)
    if index is None:
        from pyspark.sql import functions as F  # noqa: N812

        number_of_row = F.monotonically_increasing_id().alias(INDEX)
        rows = rows.select(*map(quoted, rows.columns), number_of_row)
        articles = Articles(path, INDEX, name)
    use_this_python(table.sparkSession)
    stamp = BookStamp.of(session.book)

    def job(function: Callable[..., Any], *rest: Any) -> Job:
        return Job(function, session.options, stamp, rest)

    # Under names of their own: mapInArrow takes a dot in a name for a field of a record.
    names = rows.columns
    rows = rows.toDF(*(f"c{number}" for number in range(len(names))))
    if across and session.selection.default.corpus:
        gathered = mapped(rows, shipped(job(gather, names, articles)), GATHERED)
        parts = with_across(gathered, session, job)
    else:
        parts = mapped(rows, shipped(job(lint_parts, names, articles)), PARTS)
    if number:
        parts = numbered(parts)
    return parts.where("not silent").select(*DIAGNOSTICS.names)


def lint_parts(
    session: Session, batches: Iterator[pa.RecordBatch], names: list[str], articles: Articles
) -> Iterator[pa.RecordBatch]:
    """Lint batches on a worker, whose columns have these names."""
    for few in few_rows(batches, names):
        yield lint_part(few, session, articles).select(PARTS.names)  # Spark goes by position


def numbered(parts: Any) -> Any:
    """Number equal findings of a file, as `newslint.arrow.numbered` does it of batches in order."""
    from pyspark.sql import Window
    from pyspark.sql import functions as F  # noqa: N812

    equal = Window.partitionBy("path", "base").orderBy("record.index", "nth")
    before = F.row_number().over(equal) - 1
    content = F.concat(F.col("base"), F.lit("\x1f"), before.cast("string"))
    made = F.substring(F.sha2(content, 256), 1, 16)
    first = before == 0
    return parts.withColumn("fingerprint", F.when(first, F.col("base")).otherwise(made))
