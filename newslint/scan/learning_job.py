"""A job of a scan done for learning: its words are counted while its facts are gathered."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from newslint.doc import Doc
from newslint.learning.counts import Batch, Counts
from newslint.scan.plan import Job
from newslint.scan.staging import Done, do_job
from newslint.scan.work_folder import WorkFolder, lines_of
from newslint.session import Session


def learn_job(session: Session, job: Job, work: WorkFolder, told: Callable[[int], object]) -> Done:
    """Count and gather what a job holds, and write it down; see `newslint.scan.staging.do_job`."""
    counts = Counts()
    with work.writing(work.file("words", job.number)) as stream:

        def write() -> None:
            stream.write(json.dumps(counts.take().as_plain()) + "\n")

        def count(doc: Doc) -> None:
            counts.add(doc)
            if counts.full:
                write()

        session.engine.show = count
        done = do_job(session, job, work, told)
        write()
    return done


def batches_of(job: Job, work: WorkFolder) -> Iterator[Batch]:
    """Give what was counted in a job."""
    for line in lines_of(work.file("words", job.number)):
        yield Batch.of_plain(json.loads(line))
