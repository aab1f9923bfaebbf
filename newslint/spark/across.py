"""Rules across articles on a DataFrame: facts come with the diagnostics, and Spark groups them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any
from uuid import uuid4

import pyarrow as pa

from newslint.arrow.linting import Articles, lint_articles, part_records
from newslint.arrow.schema import PARTS, batch_of_records
from newslint.corpus.across import one_a_place, superseding, without_superseded
from newslint.corpus.fact_rows import EvidenceRow, rows_of
from newslint.corpus.grouping import EVIDENCE_TYPES, FACT_TYPES, GROUP_COLUMNS, ORDER, grouped
from newslint.corpus.judging import judge_rows
from newslint.diagnostic import Diagnostic, at_least
from newslint.reporting import as_record, of_record
from newslint.scan.staging import covered_line, covered_of_line
from newslint.session import Session
from newslint.spark.session import ROWS
from newslint.spark.tables import few_rows, mapped, values_of
from newslint.spark.worker import Job, shipped


def _struct(types: dict[str, str]) -> pa.DataType:
    return pa.struct(
        {name: pa.int64() if kind == "BIGINT" else pa.string() for name, kind in types.items()}
    )


GATHERED = pa.schema({
    "path": pa.string(), "index": pa.int64(), "found": pa.struct(list(PARTS)),
    "fact": _struct(FACT_TYPES), "evidence": _struct(EVIDENCE_TYPES), "covered": pa.string(),
})  # fmt: skip
"""What articles give: of ``found``, ``fact``, ``evidence`` and ``covered`` (where they keep rules
silent) a row has one."""
_SAID, _ALONE = "across", "alone"


def gather(
    session: Session, batches: Iterator[pa.RecordBatch], names: list[str], articles: Articles
) -> Iterator[pa.RecordBatch]:
    """Lint batches on a worker, and gather the facts of their articles."""
    for batch in few_rows(batches, names):
        rows: list[dict[str, Any]] = []
        for index, result in lint_articles(batch, session, articles):
            place = {"path": result.path, "index": index}
            rows += ({**place, "found": part} for part in part_records(index, result))
            for row in rows_of(result.facts):
                kind = "evidence" if isinstance(row, EvidenceRow) else "fact"
                rows.append({**place, kind: row._asdict()})
            rows += ({**place, "covered": covered_line(one)} for one in result.covered)
        yield batch_of_records(rows, GATHERED)


def with_across(gathered: Any, session: Session, job: Callable[..., Job]) -> Any:
    """Return the findings of the articles by themselves and of rules across them, not numbered.

    Args:
        gathered: What `gather` gave; it is held by Spark, since it is read several times.
        session: Of this process.
        job: Makes a job for the workers of a function.
    """
    from pyspark.sql import functions as F  # noqa: N812

    held = gathered.persist()
    views = {kind: f"newslint_{kind}_{uuid4().hex}" for kind in ("fact", "evidence")}
    for kind, view in views.items():
        held.where(f"{kind} is not null").select(f"{kind}.*").createOrReplaceTempView(view)
    spark, rules = held.sparkSession, session.selection.default.corpus
    rows = spark.sql(grouped(rules, *views.values())).select(*GROUP_COLUMNS)
    for view in views.values():
        spark.catalog.dropTempView(view)
    ordered = rows.repartition(*ORDER[:3]).sortWithinPartitions(*ORDER)
    verdicts = mapped(ordered, shipped(job(_judge)), PARTS)
    across = verdicts.select(
        "path", F.col("record.index").alias("index"), F.lit(_SAID).alias("kind"),
        F.struct(*PARTS.names).alias("found"), F.lit(None).cast("string").alias("covered"),
    )  # fmt: skip
    alone = held.where("found is not null or covered is not null").select(
        "path", "index", F.lit(_ALONE).alias("kind"), "found", "covered"
    )
    of_articles = across.unionByName(alone).repartition("path", "index")
    return mapped(of_articles.sortWithinPartitions("path", "index"), shipped(job(_settle)), PARTS)


def _judge(session: Session, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Judge the rows of keys on a worker."""
    found = judge_rows(values_of(batches), session.selection.default.corpus)
    return _batches(_part(one, 0, silent=False) for one in found)


def _settle(session: Session, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Lay what rules across articles say of an article over what was found in it by itself."""
    rows = (row for batch in batches for row in batch.to_pylist())
    articles = groupby(rows, key=itemgetter("path", "index"))
    settled = _Settled(session)
    return _batches(part for _, article in articles for part in settled.parts(list(article)))


class _Settled:
    """Settles articles, as `newslint.corpus.across.reported` does where all are in one process."""

    def __init__(self, session: Session) -> None:
        selection = session.selection.default
        self._supersedes = superseding(selection.document, selection.corpus)
        self._min_severity = session.options.config.min_severity

    def parts(self, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return the rows of `PARTS` for an article; what is not to be reported is silent."""
        alone = [one["found"] for one in rows if one["kind"] == _ALONE and one["found"]]
        said = [of_record(one["found"]) for one in rows if one["kind"] == _SAID]
        if not said:
            return alone
        covered = [covered_of_line(one["covered"]) for one in rows if one["covered"]]
        before: Counter[str] = Counter()
        found = [(of_record(part), part) for part in alone if not part["silent"]]
        silent = [part for part in alone if part["silent"]]
        for one in one_a_place(sorted(said, key=Diagnostic.sort_key)):
            part = _part(one, before[one.fingerprint], silent=False)
            before[one.fingerprint] += 1
            hidden = not at_least(one.severity, self._min_severity)
            if hidden or any(each.covers(one.code, one.location) for each in covered):
                silent.append({**part, "silent": True})
            else:
                found.append((one, part))
        found.sort(key=lambda pair: pair[0].sort_key())
        kept = without_superseded((one for one, _ in found), self._supersedes)
        told = set(map(id, kept))
        return [*silent, *({**part, "silent": id(one) not in told} for one, part in found)]


def _part(one: Diagnostic, nth: int, *, silent: bool) -> dict[str, Any]:
    return {**as_record(one), "base": one.fingerprint, "nth": nth, "silent": silent}


def _batches(parts: Iterable[dict[str, Any]]) -> Iterator[pa.RecordBatch]:
    held: list[dict[str, Any]] = []
    for part in parts:
        held.append(part)
        if len(held) >= ROWS:
            yield batch_of_records(held, PARTS)
            held = []
    yield batch_of_records(held, PARTS)
