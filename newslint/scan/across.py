"""Rules across articles over what the jobs gathered; what they find goes to where it stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from newslint.corpus.across import reported
from newslint.corpus.judging import judge_rows
from newslint.corpus.store import FactStore
from newslint.diagnostic import Diagnostic, Severity
from newslint.rule_set import ActiveRule
from newslint.scan.plan import Job
from newslint.scan.rows import Row
from newslint.scan.staging import Done
from newslint.scan.work_folder import WorkFolder, lines_of


def judge_corpus(
    store: FactStore,
    rules: Sequence[ActiveRule],
    jobs: Sequence[Job],
    done: Sequence[Done],
    work: WorkFolder,
    min_severity: Severity,
) -> None:
    """Judge the facts of all jobs, and write the findings of each job.

    Args:
        store: Groups the facts.
        rules: The rules.
        jobs: The jobs, in order.
        done: What became of them.
        work: Where their facts are, and where the findings go.
        min_severity: What is milder is left out.
    """
    load_facts(store, jobs, done, work)
    found = store.in_order(judge_rows(store.rows(rules), rules))
    hand_out(found, jobs, work, min_severity)


def hand_out(
    found: Iterable[Diagnostic], jobs: Sequence[Job], work: WorkFolder, min_severity: Severity
) -> None:
    """Write what rules across articles found for the job in whose articles it stands.

    Args:
        found: In the order of their places.
        jobs: The jobs, in order.
        work: Where it is written.
        min_severity: What is milder is left out.
    """
    begins = [job.begins for job in jobs]

    def number(one: Diagnostic) -> int:
        place = one.location
        return max(bisect_right(begins, (place.path, place.record_number)) - 1, 0)

    for job, findings in groupby(reported(found, min_severity), key=number):
        with work.writing(work.file("across", job)) as stream:
            stream.writelines(Row.of(one).line() for one in findings)


def load_facts(
    store: FactStore, jobs: Sequence[Job], done: Sequence[Done], work: WorkFolder
) -> None:
    """Load the facts of all jobs."""
    store.load(*fact_files(jobs, done, work))


def fact_files(
    jobs: Sequence[Job], done: Sequence[Done], work: WorkFolder
) -> tuple[list[Path], list[Path]]:
    """Return the files of facts and of evidence of all jobs."""
    chunks = [
        (job.number, chunk)
        for job, one in zip(jobs, done, strict=True)
        for chunk in range(one.chunks)
    ]
    return (
        [work.file("facts", *place) for place in chunks],
        [work.file("evidence", *place) for place in chunks],
    )


def across_of(job: Job, work: WorkFolder) -> Iterator[Row]:
    """Give what rules across articles found in the articles of a job, in order."""
    return (Row.read(line) for line in lines_of(work.file("across", job.number)))
