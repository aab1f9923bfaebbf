"""The articles in which nothing was found, written down as they are: ``scan --keep FILE``.

Which they are is known when a job is finished (`kept_of`). Then its files are read once more, and
the records of those articles go into a file of the job (`keep_job`); all of these in the order of
the input are the file that was asked for.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, BinaryIO, cast

from newslint.engine_rules import RULE_CRASHED, UNUSED_SUPPRESSION
from newslint.errors import InputError, NewslintError, SelectionError
from newslint.scan.plan import Job
from newslint.scan.records import records_of
from newslint.scan.rows import Row
from newslint.scan.staging import Done
from newslint.scan.work_folder import WorkFolder, lines_of, whole_file
from newslint.session import Session
from newslint.structs import Struct

ENDINGS = (".jsonl", ".jsonl.gz", ".jsonl.zst")
"""What the file may be."""
_LEVEL = 3
"""How hard zstandard packs: its own usual level."""


class Keep(Struct):
    """What is asked to be kept.

    Args:
        file: Where to.
        rules: The codes of the rules of which an article must have no finding; none for all.
    """

    file: Path
    rules: frozenset[str] = frozenset()


def deciding(rows: Iterable[Row], rules: Collection[str]) -> dict[str, str]:
    """Return the rules for which an article is not kept: their names by their codes.

    A rule that crashed has not said what it finds. A comment that silences nothing is no fault of
    the article's.

    Args:
        rows: What was found in the article.
        rules: The codes of the rules that decide; none for all.
    """
    kinds = (row.kind for row in rows)
    return {
        code: name
        for code, name, _ in kinds
        if code == RULE_CRASHED.code
        or (code in rules if rules else code != UNUSED_SUPPRESSION.code)
    }


def keep_job(
    session: Session, job: Job, work: WorkFolder, told: Callable[[int], object] = lambda _: None
) -> Done:
    """Write the records of a job that are kept.

    Raises:
        NewslintError: when one is not there any more.
    """
    wanted = map(json.loads, lines_of(work.file("kept", job.number)))
    path, number = next(wanted, (None, 0))
    with work.writing(work.file("records", job.number)) as stream:
        for unit in job.units:
            if unit.path == path:
                for found, line in _records(session, unit.path, unit.part):
                    if found == number:
                        stream.write(line + "\n")
                        path, number = next(wanted, (None, 0))
                        if unit.path != path:
                            break
            told(unit.size)
    if path is not None:
        raise NewslintError(f"{path}: changed while it was read; --overwrite begins anew")
    return Done()


def _records(session: Session, path: str, part: Any) -> Iterator[tuple[int, str]]:
    try:
        yield from records_of(session.engine, path, part)
    except (OSError, InputError) as error:
        raise NewslintError(f"{path}: cannot be read any more: {error}") from error


def write_kept(file: Path, jobs: Sequence[Job], work: WorkFolder) -> None:
    """Put the records of all jobs together."""
    with whole_file(file) as unfinished, unfinished.open("wb") as raw, _packed(raw, file) as stream:
        for job in jobs:
            with gzip.open(work.file("records", job.number)) as records:
                while block := records.read(1024 * 1024):
                    stream.write(block)


def check_file(file: Path) -> None:
    """See that such a file can be written.

    Raises:
        SelectionError: when it cannot.
    """
    name = file.name.lower()
    if not name.endswith(ENDINGS):
        raise SelectionError(f"--keep {file}: name a file that ends in {', '.join(ENDINGS)}")
    if not file.parent.is_dir():
        raise SelectionError(f"--keep {file}: there is no folder {file.parent}")
    if file.is_dir():
        raise SelectionError(f"--keep {file}: is a folder; name a file")
    if name.endswith(".zst"):
        try:
            import zstandard  # noqa: F401 - whether it is there
        except ImportError as error:
            message = "--keep FILE.zst needs more: pip install 'newslint[zst]'"
            raise SelectionError(message) from error


def _packed(raw: BinaryIO, file: Path) -> AbstractContextManager[BinaryIO]:
    """Return a stream that packs what is written to it: one member, which every tool reads."""
    name = file.name.lower()
    packed: Any = nullcontext(raw)
    if name.endswith(".gz"):
        packed = gzip.GzipFile("", "wb", fileobj=raw, mtime=0)
    elif name.endswith(".zst"):
        import zstandard

        packed = zstandard.ZstdCompressor(level=_LEVEL).stream_writer(raw, closefd=False)
    return cast("AbstractContextManager[BinaryIO]", packed)
