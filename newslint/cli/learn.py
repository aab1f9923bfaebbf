"""``newslint learn``: what a corpus teaches, for rules that look at one article."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from newslint.cli.checking import check_request
from newslint.cli.common import with_options
from newslint.cli.completion import files
from newslint.cli.corpus_files import complain_of_inputs, corpus_files, corpus_options
from newslint.cli.notes import Notes
from newslint.cli.options import FILES, LEARN, LOADING
from newslint.cli.progress import Progress, progress_wanted
from newslint.cli.sizes import size_of, whole_number
from newslint.discovery import shown
from newslint.errors import EXIT_CLEAN, EXIT_TROUBLE, SelectionError
from newslint.learned_file import is_learned_file
from newslint.scan.learning import LearnRequest, Lesson, learn, learning_options
from newslint.scan.request import MEMORY
from newslint.session import Session
from newslint.workers import processors


def _learn(
    inputs: tuple[str, ...],
    *,
    output: str | None,
    jobs: int | None,
    memory: str | None,
    max_bad_records: str | None,
    quiet: bool,
    **given: Any,
) -> int:
    """Learn from a corpus: JSON lines, Parquet, CSV, .gz and .zst shards, folders, globs.

    The words that articles use and the lines that outlets repeat go into a small file, which the
    configuration names: learned = ["corpus.newslint"]. There is no text in it.
    """
    if output is None:
        raise SelectionError("where to? name a file with -o FILE")
    file = Path(output)
    _check_output(file)
    most_bad = whole_number(max_bad_records, "--max-bad-records") if max_bad_records else None
    request = check_request(
        inputs, select=(), extend_select=(), ignore=(), extend_ignore=(), **given
    )
    options = learning_options(corpus_options(request.options))
    notes = Notes(sys.stderr, quiet=quiet)
    suffixes = Session(options).engine.suffixes
    found = corpus_files(inputs, options.config, suffixes, file)
    if complain_of_inputs(found, notes):
        return EXIT_TROUBLE
    asked = LearnRequest(
        files={path: path in found.named for path in found.files},
        options=options,
        output=file,
        processes=jobs or processors(),
        memory=size_of(memory, "--memory") if memory else MEMORY,
    )
    lesson = _run(asked, quiet=quiet)
    _say(lesson, file, notes)
    if lesson.header is None:
        return EXIT_TROUBLE
    too_bad = most_bad is not None and lesson.bad_records > most_bad
    trouble = too_bad or lesson.unreadable or lesson.crashes
    return EXIT_TROUBLE if trouble else EXIT_CLEAN


def _check_output(file: Path) -> None:
    """See that nothing else would be overwritten.

    Raises:
        SelectionError: when something else would be, or there is no folder to write to.
    """
    if not file.parent.is_dir():
        raise SelectionError(f"-o {file}: there is no folder {file.parent}")
    if file.is_dir():
        raise SelectionError(f"-o {file}: is a folder; name a file in it")
    if file.exists() and file.stat().st_size and not is_learned_file(file):
        raise SelectionError(
            f"-o {file}: is a file that 'newslint learn' did not write; name another one"
        )


def _run(request: LearnRequest, *, quiet: bool) -> Lesson:
    if quiet or not progress_wanted(sys.stderr):
        return learn(request, lambda *_: None, lambda _: None)
    progress = Progress(sys.stderr)
    try:
        return learn(request, progress.begin, progress.count)
    finally:
        progress.wipe()


def _say(lesson: Lesson, file: Path, notes: Notes) -> None:
    for path, message in lesson.unreadable:
        notes.complain(f"{path}: {message}")
    for count, what in (
        (lesson.bad_records, "records could not be read or were too large"),
        (lesson.crashes, "times a rule crashed"),
        (lesson.passed_over, "files were passed over: they hold no articles"),
    ):
        if count:
            notes.note(f"{count:,} {what}")
    if lesson.header is None:
        notes.complain(f"no articles found: {shown(file)} was not written")
        return
    header = lesson.header
    notes.note(
        f"{shown(file)}: {_number(header.articles, 'article')} of "
        f"{_number(header.outlets, 'outlet')} taught {_number(header.words, 'word')} and "
        f"{_number(header.findings, 'shared line')} ({lesson.size / 1000:,.0f} kB)"
    )


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


command = click.command("learn", context_settings={"help_option_names": ["-h", "--help"]})(
    click.argument("inputs", nargs=-1, required=True, metavar="INPUT...", shell_complete=files)(
        with_options((*LEARN, *FILES, *LOADING), _learn)
    )
)
