"""``newslint scan``: a corpus too large for a terminal."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any, cast

import click

from newslint.cli.checking import check_request, split_names
from newslint.cli.common import with_options
from newslint.cli.completion import files
from newslint.cli.corpus_files import complain_of_inputs, corpus_files, corpus_options
from newslint.cli.notes import Notes, language_note
from newslint.cli.options import FILES, LOADING, SCAN, SELECTING
from newslint.cli.progress import Progress, progress_wanted
from newslint.cli.sizes import size_of, whole_number
from newslint.diagnostic import SEVERITIES, Severity, at_least
from newslint.discovery import shown
from newslint.errors import EXIT_CLEAN, EXIT_FINDINGS, EXIT_TROUBLE, SelectionError
from newslint.rule_names import RuleNames
from newslint.scan.keeping import Keep, check_file
from newslint.scan.local import LocalEngine
from newslint.scan.output_folder import SUMMARY
from newslint.scan.part_files import PartFormat, check_format
from newslint.scan.request import LEAST_MEMORY, MEMORY, ScanRequest
from newslint.scan.run import Scan, ScanEngine
from newslint.scan.summary import Totals
from newslint.session import Session
from newslint.structs import replace
from newslint.workers import processors


def _scan(
    inputs: tuple[str, ...],
    *,
    output: str | None,
    parts: str | None,
    engine: str,
    master: str | None,
    jobs: int | None,
    memory: str | None,
    fail_on: str | None,
    max_bad_records: str | None,
    keep: str | None,
    keep_without: tuple[str, ...],
    overwrite: bool,
    quiet: bool,
    **given: Any,
) -> int:
    """Lint a corpus: JSON lines, Parquet, CSV, .gz and .zst shards, folders, globs.

    Findings, their sums and a page to read go into a folder. A scan that was stopped goes on where
    it was.
    """
    if output is None:
        raise SelectionError("where to? name a folder with -o DIR")
    if master and engine != "spark":
        raise SelectionError("--master is for --engine spark")
    most_bad = whole_number(max_bad_records, "--max-bad-records") if max_bad_records else None
    form = _form(parts)
    options = replace(corpus_options(check_request(inputs, **given).options), for_scan=True)
    notes = Notes(sys.stderr, quiet=quiet)
    session = Session(options)
    for rule in session.book.rules:
        if rule.default and rule.lacks:
            notes.note(f"{rule.name} ({rule.code}) does not run: pip install {rule.lacks}")
    kept = _keep(keep, keep_without, session)
    own = (Path(output), *([kept.file] if kept else []))
    found = corpus_files(inputs, options.config, session.engine.suffixes, *own)
    if complain_of_inputs(found, notes):
        return EXIT_TROUBLE
    if not found.files:
        notes.note("no articles found")
        return EXIT_CLEAN
    request = ScanRequest(
        files={path: path in found.named for path in found.files},
        options=replace(options, gather=bool(session.selection.default.corpus)),
        output=Path(output),
        form=form,
        processes=jobs or processors(),
        memory=_memory(memory),
        engine=engine,
        master=master,
        keep=kept,
        overwrite=overwrite,
    )
    _run(request, notes, _progress(quiet=quiet))
    sums = json.loads((request.output / SUMMARY).read_text(encoding="utf-8"))
    return _status(sums, fail_on, most_bad)


def _run(request: ScanRequest, notes: Notes, progress: Progress | None) -> None:
    """Scan, and say what came of it."""
    count, begin = (progress.count, progress.begin) if progress else (_nothing, _nothing)
    session = Session(request.options)
    scan = Scan(request, session, _engine(request, session, count), begin, count)
    try:
        totals = scan.run()
    except KeyboardInterrupt:
        notes.note("stopped; the same command goes on from here")
        raise
    finally:
        if progress is not None:
            progress.wipe()
    if scan.resumed:
        notes.note(f"{scan.resumed:,} of {scan.planned:,} jobs had been done before")
    if totals is None:
        notes.note(f"{shown(request.output)}: finished already; --overwrite does it anew")
    else:
        _say(totals, request, notes)


def _engine(request: ScanRequest, session: Session, told: Callable[[int], object]) -> ScanEngine:
    """Return what does the work."""
    if request.engine == "local":
        return LocalEngine(request.options, request.processes, request.memory, told)
    from newslint.spark.scanning import SparkEngine
    from newslint.spark.session import spark_session

    master = request.master or f"local[{request.processes}]"
    return SparkEngine(spark_session(master), session, told)


def _progress(*, quiet: bool) -> Progress | None:
    return Progress(sys.stderr) if not quiet and progress_wanted(sys.stderr) else None


def _nothing(*_: object) -> None:
    """Tell nobody."""


def _form(parts: str | None) -> PartFormat:
    if parts is None:
        return "parquet" if find_spec("pyarrow") else "jsonl"
    form = cast("PartFormat", parts)
    check_format(form)
    return form


def _memory(given: str | None) -> int:
    size = size_of(given, "--memory") if given else MEMORY
    if size < LEAST_MEMORY:
        raise SelectionError(f"--memory {given}: 100MB is the least that will do")
    return size


def _keep(file: str | None, names: tuple[str, ...], session: Session) -> Keep | None:
    """Return what is to be kept."""
    if file is None:
        if names:
            raise SelectionError("--keep-without says what --keep FILE shall not hold; name a file")
        return None
    check_file(Path(file))
    running = session.selection.codes
    rules: set[str] = set()
    for name in split_names(names):
        meant = RuleNames(session.book, SelectionError).codes([name], "--keep-without")
        if not meant & running:
            raise SelectionError(
                f"--keep-without {name}: no such rule runs; add --extend-select {name}"
            )
        rules |= meant
    return Keep(Path(file), frozenset(rules))


def _say(totals: Totals, request: ScanRequest, notes: Notes) -> None:
    whole, done = totals.tally.whole, totals.done
    counts = ", ".join(f"{whole.findings[one]:,} {one}" for one in SEVERITIES)
    page = shown(request.output / "summary.md")
    notes.note(f"{done.articles:,} articles, findings: {counts}; see {page}")
    for count, what in (
        (done.bad_files, "files could not be read"),
        (done.bad_records, "records could not be read or were too large"),
        (totals.crashes, "times a rule crashed"),
        (done.passed_over, "files were passed over: they hold no articles"),
    ):
        if count:
            notes.note(f"{count:,} {what}")
    if totals.kept and request.keep:
        file, kept = shown(request.keep.file), totals.kept
        notes.note(f"{file}: {kept.articles:,} articles kept, {kept.dropped:,} not")
    if done.languages:
        notes.note(language_note(done.languages))


def _status(sums: dict[str, Any], fail_on: str | None, most_bad: int | None) -> int:
    """Return the exit status of a scan with these sums, whichever run finished it."""
    too_bad = most_bad is not None and sums["unreadable_records"] > most_bad
    if sums["unreadable_files"] or sums["rule_crashes"] or too_bad:
        return EXIT_TROUBLE
    if fail_on in {None, "never"}:
        return EXIT_CLEAN
    found = sums["findings"]
    failing = any(found[one] for one in SEVERITIES if at_least(one, cast("Severity", fail_on)))
    return EXIT_FINDINGS if failing else EXIT_CLEAN


command = click.command("scan", context_settings={"help_option_names": ["-h", "--help"]})(
    click.argument("inputs", nargs=-1, required=True, metavar="INPUT...", shell_complete=files)(
        with_options((*SCAN, *SELECTING, *FILES, *LOADING), _scan)
    )
)
