"""What is written down of a job made into its part: in order, numbered, with what rules across
articles found there."""  # noqa: D205, D209 - one sentence

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import merge
from itertools import groupby
from pathlib import Path
from typing import Any

from newslint.corpus.across import without_superseded
from newslint.diagnostic import Diagnostic
from newslint.results import ArticleSeen, Covered
from newslint.scan.across import across_of
from newslint.scan.keeping import deciding
from newslint.scan.kept import Kept
from newslint.scan.numbering import earlier_findings
from newslint.scan.part_files import PartFormat, part_file, part_name
from newslint.scan.plan import Job
from newslint.scan.rows import Row
from newslint.scan.staging import Done, article_of_line, covered_of_line
from newslint.scan.tally import Tally
from newslint.scan.work_folder import WorkFolder, lines_of
from newslint.structs import Struct

Article = tuple[str, int]
"""The path and the number of the record, -1 where the file is one article."""


class Finishing(Struct):
    """How parts are finished.

    Args:
        output: Where they go.
        form: Their format.
        supersedes: Which codes a rule supersedes, for pairs with a rule across articles.
        keep: The codes of the rules that decide what is kept, none for all; ``None`` where nothing
            is.
    """

    output: Path
    form: PartFormat
    supersedes: Mapping[str, frozenset[str]]
    keep: frozenset[str] | None = None


def finish_job(job: Job, done: Done, work: WorkFolder, how: Finishing) -> dict[str, Any]:
    """Write the part of a job, and return what is counted in it, as values that JSON has."""
    tally, kept = Tally(), Kept()
    rows = 0
    file = how.output / part_name(job.number, how.form)
    with part_file(file, how.form) as part, work.writing(work.file("kept", job.number)) as names:
        for path, seen, found in _articles(job, done, work, how.supersedes):
            for row in found:
                part.write(row.text)
            rows += len(found)
            tally.take(path, seen, [row.kind for row in found])
            if how.keep is not None and seen is not None and kept.take(deciding(found, how.keep)):
                names.write(json.dumps([path, seen.record]) + "\n")
    return {
        "rows": rows,
        "size": file.stat().st_size,
        "tally": tally.as_plain(),
        "kept": kept.as_plain(),
    }


def _articles(
    job: Job, done: Done, work: WorkFolder, supersedes: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, ArticleSeen | None, Sequence[Row]]]:
    """Give the articles of a job in order, and all findings of each."""
    across = _Across(across_of(job, work))
    for chunk in range(done.chunks):
        covered = _covered(work, job.number, chunk)
        rows = groupby(_numbered(work, job.number, chunk), key=lambda row: row.article)
        lines = lines_of(work.file("articles", job.number, chunk))
        seen = (((path, one.record), one) for path, one in map(article_of_line, lines))
        for article, one, found in _beside(seen, rows):
            others = [
                row
                for row in across.of(article)
                if not any(_covers(by, row) for by in covered.get(article, ()))
            ]
            yield article[0], one, _together(found, others, supersedes) if others else found
    rest = across.rest()
    assert not rest, f"findings in articles that nobody has seen: {rest[:3]}"


def _beside(
    seen: Iterable[tuple[Article, ArticleSeen]], rows: Iterable[tuple[Article, Iterable[Row]]]
) -> Iterator[tuple[Article, ArticleSeen | None, list[Row]]]:
    """Give articles with their findings; what cannot be read has findings and is no article."""
    seen, rows = iter(seen), iter(rows)
    article, found = next(seen, None), next(rows, None)
    while article is not None or found is not None:
        if found is None or (article is not None and article[0] < found[0]):
            assert article is not None
            yield article[0], article[1], []
            article = next(seen, None)
        elif article is None or found[0] < article[0]:
            yield found[0], None, list(found[1])
            found = next(rows, None)
        else:
            yield article[0], article[1], list(found[1])
            article, found = next(seen, None), next(rows, None)


def _numbered(work: WorkFolder, job: int, chunk: int) -> Iterator[Row]:
    earlier = earlier_findings(work, job, chunk)
    for line in lines_of(work.file("diagnostics", job, chunk)):
        row = Row.read(line)
        if earlier:
            row.number(earlier.get((row.article[0], row.base), 0))
        yield row


class _Across:
    """Findings of rules across articles, taken article by article, in order."""

    def __init__(self, rows: Iterator[Row]) -> None:
        self._groups = groupby(rows, key=lambda row: row.article)
        self._take()

    def _take(self) -> None:
        article, rows = next(self._groups, (None, iter(())))
        self._article: Article | None = article
        self._rows = list(rows)

    def of(self, article: Article) -> list[Row]:
        """Return those of the next article that may have some."""
        if self._article != article:
            return []
        rows = self._rows
        self._take()
        return rows

    def rest(self) -> list[str]:
        """Return what was not taken."""
        return [row.text for row in self._rows]


def _together(
    found: Iterable[Row], others: Iterable[Row], supersedes: Mapping[str, frozenset[str]]
) -> list[Row]:
    alone = [row.diagnostic() for row in found]
    across = [row.diagnostic() for row in others]
    both = merge(alone, across, key=Diagnostic.sort_key)
    return [Row.of(one) for one in without_superseded(both, supersedes)]


def _covered(work: WorkFolder, job: int, chunk: int) -> dict[Article, list[Covered]]:
    found: dict[Article, list[Covered]] = {}
    for line in lines_of(work.file("covered", job, chunk)):
        one = covered_of_line(line)
        found.setdefault((one.place.path, one.place.record_number), []).append(one)
    return found


def _covers(covered: Covered, row: Row) -> bool:
    return covered.covers(row.record["code"], row.diagnostic().location)
