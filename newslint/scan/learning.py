"""Learning from beginning to end: the jobs of a scan, done for what they teach."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

from newslint.corpus.judging import faulty_keys
from newslint.engine_rules import UNREADABLE
from newslint.files import write_atomically
from newslint.learned_file import Header, open_learned
from newslint.learning.corpus_file import corpus_bytes
from newslint.learning.tables import CorpusCounts
from newslint.scan.across import load_facts
from newslint.scan.learning_job import batches_of, learn_job
from newslint.scan.local import LocalEngine
from newslint.scan.plan import Job, plan_jobs
from newslint.scan.rows import Row
from newslint.scan.staging import Done
from newslint.scan.work_folder import WorkFolder, lines_of
from newslint.session import Session, SessionOptions
from newslint.structs import Struct, replace


class LearnRequest(Struct):
    """What is asked; see ``newslint learn --help``.

    Args:
        files: The files to read, in sorted order, and whether the user named each.
        options: Of the session of every process (`learning_options`).
        output: The file to write.
        processes: How many processes work.
        memory: Bytes that grouping facts may hold.
    """

    files: Mapping[str, bool]
    options: SessionOptions
    output: Path
    processes: int
    memory: int


class Lesson(Struct):
    """What was learned.

    Args:
        header: What the file says of itself; ``None`` where there was no article, and nothing was
            written.
        size: Bytes of the file.
        unreadable: Files that could not be read, and why.
        bad_records: How many records could not be read, or were too large.
        crashes: How many times a rule crashed.
        passed_over: How many files hold no articles.
    """

    header: Header | None
    size: int
    unreadable: tuple[tuple[str, str], ...]
    bad_records: int
    crashes: int
    passed_over: int


def learning_options(options: SessionOptions) -> SessionOptions:
    """Return the options of a session that runs the rules that teach, and no others.

    What was learned before is not asked: a corpus teaches the same whatever is configured.
    """
    config = replace(options.config, learned=(), overrides=())
    options = replace(options, config=config, extend_select=())
    rules = Session(options).selection.default.corpus
    teaching = tuple(one.rule.code for one in rules if one.rule.teaches)
    return replace(options, select=teaching, gather=bool(teaching))


def learn(
    request: LearnRequest,
    begin: Callable[[str, int], object],
    told: Callable[[int], object],
) -> Lesson:
    """Learn from files, and write what they teach.

    Args:
        request: What is asked.
        begin: Is told what is done now, and how many bytes of input it is about.
        told: Is told how many more bytes of input were read.

    Raises:
        NewslintError: when the work cannot be done, or the file not be written.
    """
    output = request.output
    local = LocalEngine(request.options, request.processes, request.memory, told, learn_job)
    session = Session(request.options)
    # Beside the file, where there is room for what is learned from terabytes.
    with tempfile.TemporaryDirectory(prefix=f".{output.name}.", dir=output.parent) as folder:
        work = WorkFolder(Path(folder))
        work.folder.mkdir()
        jobs = list(plan_jobs(session.engine, request.files))
        begin("learning", sum(job.size for job in jobs))
        counts = CorpusCounts(work.folder / "words.sqlite")
        done = []
        for job, one in zip(jobs, local.do(jobs, work), strict=True):
            for batch in batches_of(job, work):
                counts.add(batch)
            work.file("words", job.number).unlink()
            done.append(one)
        unreadable = tuple(_unreadable(jobs, done, work))
        begin("putting together", 0)
        findings = _findings(session, local, jobs, done, work)
        data = corpus_bytes(counts, findings, version("newslint"))
        counts.close()
    if counts.articles:
        write_atomically(output, data)
    return Lesson(
        open_learned(output).header if counts.articles else None,
        len(data),
        unreadable,
        sum(one.bad_records for one in done),
        sum(one.crashes for one in done),
        sum(one.passed_over for one in done),
    )


def _unreadable(
    jobs: Sequence[Job], done: Sequence[Done], work: WorkFolder
) -> Iterator[tuple[str, str]]:
    """Give the files of which nothing, or not all, could be read, and why."""
    for job, one in zip(jobs, done, strict=True):
        for chunk in range(one.chunks if one.bad_files else 0):
            for line in lines_of(work.file("diagnostics", job.number, chunk)):
                found = Row.read(line).diagnostic()
                if found.code == UNREADABLE.code and found.location.record is None:
                    yield found.location.path, found.message


def _findings(
    session: Session,
    local: LocalEngine,
    jobs: Sequence[Job],
    done: Sequence[Done],
    work: WorkFolder,
) -> list[tuple[str, str, str, int]]:
    """Return what the rules that teach find fault with."""
    rules = session.selection.default.corpus
    if not rules:
        return []
    store = local.store(work)
    try:
        load_facts(store, jobs, done, work)
        return [*faulty_keys(store.rows(rules), rules)]
    finally:
        store.close()
