"""A job done: its units linted, and everything they give written down in the folder of work.

What a job gives is cut into chunks, so that no process holds more than one: equal findings are
numbered within a chunk here, and across the chunks of a file at the end (`numbering`).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any, Self, TextIO

from newslint.corpus.fact_rows import EvidenceRow, rows_of
from newslint.engine_rules import RULE_CRASHED, TOO_LARGE, UNREADABLE
from newslint.reporting import place_of_record, place_record
from newslint.results import ArticleSeen, Covered, FileResult
from newslint.scan.plan import LARGEST, Job, Unit
from newslint.scan.rows import Row
from newslint.scan.work_folder import WorkFolder
from newslint.session import Session
from newslint.structs import Struct, made

KINDS = ("diagnostics", "facts", "evidence", "articles", "covered")
"""What is written down of each chunk."""
NOTES = 100
"""Files that were passed over and are named."""


class Done(Struct, frozen=False):
    """What became of a job.

    Args:
        chunks: How many chunks it is in.
        articles: How many articles it held.
        size: Bytes of input.
        bad_records: How many records could not be read, or were too large.
        bad_files: How many files could not be read at all, or only in part.
        crashes: How many times a rule crashed.
        passed_over: How many files hold no articles.
        notes: Why, of the first of them.
        languages: How many articles some rule left alone for their language, by language.
        divided: Files that are in several chunks: the chunk, and the path; the bases of their
            findings there are in a file of that number.
    """

    chunks: int = 0
    articles: int = 0
    size: int = 0
    bad_records: int = 0
    bad_files: int = 0
    crashes: int = 0
    passed_over: int = 0
    notes: list[str] = made(factory=list)
    languages: Counter[str] = made(factory=Counter)
    divided: list[tuple[int, str]] = made(factory=list)

    def as_plain(self) -> dict[str, Any]:
        """Return it as values that JSON has."""
        return {name: getattr(self, name) for name in self.__fields__}

    @classmethod
    def of_plain(cls, values: dict[str, Any]) -> Done:
        """Return it from such values."""
        return cls(**{**values, "languages": Counter(values["languages"])})


def do_job(
    session: Session, job: Job, work: WorkFolder, told: Callable[[int], object] = lambda _: None
) -> Done:
    """Lint the units of a job and write down what they give; the last file says that all is there.

    Args:
        session: The session of this process.
        job: The job.
        work: Where to write.
        told: Is told how many more bytes of the input were read.
    """
    done = Done()
    with _Chunks(job, work, done) as chunks:
        for unit in job.units:
            chunks.begin(unit)
            before = unit.part.start if unit.part else 0
            end = before + unit.size
            for result in session.engine.portions(unit.path, named=unit.named, part=unit.part):
                chunks.take(result)
                told(max(result.reached - before, 0))
                before = max(result.reached, before)
            told(end - before)
            done.size += unit.size
    work.write("done", done.as_plain(), job.number)
    return done


class _Chunks:
    """Takes results one by one, and begins a new chunk when one is full."""

    def __init__(self, job: Job, work: WorkFolder, done: Done) -> None:
        self._job = job
        self._work = work
        self._done = done
        self._unit = job.units[0]
        self._divided = False
        self._held = 0
        self._bases: Counter[str] = Counter()
        self._streams: dict[str, TextIO] = {}
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        self._open()
        return self

    def __exit__(self, *raised: object) -> None:
        if raised[0] is None:
            self._end_file()
        self._stack.__exit__(*raised)  # type: ignore[arg-type]  # as it was given

    def _open(self) -> None:
        chunk = self._done.chunks
        self._done.chunks += 1
        self._held = 0
        self._stack = ExitStack()
        for kind in KINDS:
            file = self._work.file(kind, self._job.number, chunk)
            self._streams[kind] = self._stack.enter_context(self._work.writing(file))

    def begin(self, unit: Unit) -> None:
        """Begin a unit."""
        self._end_file()
        self._unit = unit
        self._divided = unit.part is not None

    def _end_file(self) -> None:
        """Write down how often each base was seen, if the file goes on in other chunks."""
        if self._divided:
            number = len(self._done.divided)
            self._done.divided.append((self._done.chunks - 1, self._unit.path))
            with self._work.writing(self._work.file("bases", self._job.number, number)) as stream:
                stream.writelines(f"{base} {n}\n" for base, n in sorted(self._bases.items()))
        self._bases.clear()

    def take(self, result: FileResult) -> None:
        """Take what a unit, or a piece of it, gave."""
        if self._held >= LARGEST:
            self._divided = True
            self._end_file()
            self._stack.close()
            self._open()
        self._held += result.part.end - result.part.start if result.part else self._unit.size
        self._write(result)
        done = self._done
        done.articles += result.articles
        done.languages.update(result.other_languages)
        if result.note:
            done.passed_over += 1
            if len(done.notes) < NOTES:
                done.notes.append(result.note)

    def _write(self, result: FileResult) -> None:
        streams = self._streams
        for one in result.diagnostics:
            base, before = result.origins.get(one.fingerprint, (one.fingerprint, 0))
            found = Row.of(one, base, before)
            found.number(self._bases[base])
            streams["diagnostics"].write(found.line())
            self._count(one.code, is_record=one.location.record is not None)
        self._bases.update(base for base, _ in result.origins.values())
        for row in rows_of(result.facts):
            kind = "evidence" if isinstance(row, EvidenceRow) else "facts"
            streams[kind].write(json.dumps(row._asdict()) + "\n")
        for seen in result.seen:
            streams["articles"].write(_article_line(result.path, seen))
        for covered in result.covered:
            streams["covered"].write(covered_line(covered))

    def _count(self, code: str, *, is_record: bool) -> None:
        if code == RULE_CRASHED.code:
            self._done.crashes += 1
        elif code == TOO_LARGE.code or (code == UNREADABLE.code and is_record):
            self._done.bad_records += 1
        elif code == UNREADABLE.code:
            self._done.bad_files += 1


def _article_line(path: str, seen: ArticleSeen) -> str:
    return json.dumps([path, *(getattr(seen, name) for name in ArticleSeen.__fields__)]) + "\n"


def article_of_line(line: str) -> tuple[str, ArticleSeen]:
    """Return the path of an article, and the article."""
    path, *values = json.loads(line)
    return path, ArticleSeen(*values)


def covered_line(covered: Covered) -> str:
    """Return where an article keeps rules silent as a line."""
    place = place_record(covered.place)
    return json.dumps({"codes": covered.codes, "place": place, "whole": covered.whole}) + "\n"


def covered_of_line(line: str) -> Covered:
    """Return where an article keeps rules silent."""
    record = json.loads(line)
    return Covered(tuple(record["codes"]), place_of_record(record["place"]), record["whole"])
