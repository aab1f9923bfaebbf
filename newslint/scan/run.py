"""A scan from beginning to end, or from where it stopped."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

from newslint.cache_key import cache_key
from newslint.corpus.across import superseding
from newslint.discovery import shown
from newslint.errors import NewslintError, SelectionError
from newslint.rule_set import ActiveRule
from newslint.scan.finishing import Finishing
from newslint.scan.keeping import keep_job, write_kept
from newslint.scan.kept import Kept
from newslint.scan.local import LocalEngine
from newslint.scan.manifest import manifest, write_json
from newslint.scan.numbering import number_findings
from newslint.scan.output_folder import MANIFEST, PAGE, SUMMARY, OutputFolder
from newslint.scan.part_files import part_name
from newslint.scan.plan import Job, as_plain, of_plain, plan_jobs
from newslint.scan.request import ScanRequest
from newslint.scan.staging import Done
from newslint.scan.summary import Totals, summary
from newslint.scan.summary_page import summary_page
from newslint.scan.tally import Tally
from newslint.scan.work_folder import WorkFolder, whole_file
from newslint.session import Session


class ScanEngine(Protocol):
    """Does the work of a scan: processes here, or a cluster."""

    def do(self, jobs: Sequence[Job], work: WorkFolder) -> Iterator[Done]:
        """Lint jobs."""

    def judge(
        self,
        rules: Sequence[ActiveRule],
        jobs: Sequence[Job],
        done: Sequence[Done],
        work: WorkFolder,
    ) -> None:
        """Judge what the jobs gathered, and write what is found for each job."""

    def finish(
        self, jobs: Sequence[tuple[Job, Done]], work: WorkFolder, how: Finishing
    ) -> Iterator[dict[str, Any]]:
        """Write the parts of jobs."""


class Scan:
    """One scan.

    Args:
        request: What is asked.
        session: Of this process.
        engine: Does the work.
        told: Is told which step begins, and how many bytes of input it has to read.
        counted: Is told how many more bytes were read again for what is kept.
    """

    def __init__(
        self,
        request: ScanRequest,
        session: Session,
        engine: ScanEngine,
        told: Callable[[str, int], object] = lambda *_: None,
        counted: Callable[[int], object] = lambda _: None,
    ) -> None:
        self._counted = counted
        self._request = request
        self._session = session
        self._engine = engine
        self._told = told
        self._work = WorkFolder(request.output)
        self._folder = OutputFolder(request.output, self._work)
        self._stamps = {path: _stamp(path) for path in request.files}
        self.resumed = 0
        """How many jobs were done by an earlier run."""
        self.planned = 0
        """How many jobs there are."""

    def run(self) -> Totals | None:
        """Do it, and return the sums; ``None`` when it was done already.

        Raises:
            SelectionError: when the folder holds something else.
            NewslintError: when the work cannot be done.
        """
        self._folder.check()
        if not self._request.overwrite and self._is_done():
            return None
        with self._folder.locked():
            if self._request.overwrite:
                self._folder.begin_anew()
            totals = self._work_through()
        shutil.rmtree(self._work.folder)
        return totals

    def _work_through(self) -> Totals:
        output = self._request.output
        jobs = self._jobs()
        done = self._lint(jobs)
        self._see_unchanged()
        self._number(jobs, done)
        rules = self._session.selection.default.corpus
        if rules and not self._work.has("judged"):
            self._told("judging across articles", 0)
            self._engine.judge(rules, jobs, done, self._work)
            self._work.write("judged", True)
        tally, kept = Tally(), Kept()
        parts = []
        for job, one in zip(jobs, self._finish(jobs, done), strict=True):
            tally.add(one["tally"])
            kept.add(one["kept"])
            parts.append(self._part(job, one))
        totals = Totals.of(tally, done, kept if self._request.keep else None)
        self._keep(jobs)
        write_json(output / SUMMARY, summary(totals))
        with whole_file(output / PAGE) as unfinished:
            unfinished.write_text(summary_page(totals), encoding="utf-8")
        write_json(output / MANIFEST, self._manifest(parts))
        return totals

    def _is_done(self) -> bool:
        """Tell whether the scan is done.

        Raises:
            SelectionError: when another one is.
        """
        before = self._folder.manifest()
        if before is None:
            return False
        now = json.loads(json.dumps(self._manifest(())))
        changed = max(at for _, at in self._stamps.values())
        kept = self._request.keep
        if kept and before.get("keep") == now["keep"] and not kept.file.exists():
            raise SelectionError(
                f"-o {self._request.output}: this scan is finished, and {kept.file} is gone; "
                "--overwrite does it anew"
            )
        if {**before, "parts": []} != now or self._folder.is_older_than(changed):
            raise SelectionError(
                f"-o {self._request.output}: holds a scan of other files, of files that have "
                "changed since, or with other settings; --overwrite throws it away"
            )
        shutil.rmtree(self._work.folder, ignore_errors=True)  # stopped while it tidied up
        return True

    def _jobs(self) -> list[Job]:
        key, keep = self._key(), self._request.keep
        if self._work.has("plan"):
            plan = self._work.read("plan")
            if plan["key"] != key:
                raise SelectionError(
                    f"-o {self._request.output}: holds an unfinished scan of other files, of files "
                    "that have changed since, or with other settings; --overwrite throws it away"
                )
            return [of_plain(number, units) for number, units in enumerate(plan["jobs"])]
        if keep and keep.file.exists() and not self._request.overwrite:
            raise SelectionError(f"--keep {keep.file}: is there already; --overwrite replaces it")
        self._told("planning", 0)
        self._folder.clear()
        jobs = list(plan_jobs(self._session.engine, self._request.files))
        self._work.write("plan", {"key": key, "jobs": [as_plain(job) for job in jobs]})
        return jobs

    def _key(self) -> str:
        """Return the digest of all that the work in progress rests on."""
        whole = hashlib.sha256(cache_key(self._request.options, self._session.book))
        whole.update(repr((self._request.form, self._keep_as_plain())).encode())
        for path, named in self._request.files.items():
            whole.update(repr((path, named, *self._stamps[path])).encode())
        return whole.hexdigest()

    def _lint(self, jobs: Sequence[Job]) -> list[Done]:
        waiting = [job for job in jobs if not self._work.has("done", job.number)]
        self.resumed = len(jobs) - len(waiting)
        self.planned = len(jobs)
        self._told("linting", sum(job.size for job in waiting))
        for _ in self._engine.do(waiting, self._work):
            pass
        return [Done.of_plain(self._work.read("done", job.number)) for job in jobs]

    def _see_unchanged(self) -> None:
        """See that the input is what it was when the scan began: parts of it were planned.

        Raises:
            NewslintError: when it is not.
        """
        for path, before in self._stamps.items():
            try:
                changed = _stamp(path) != before
            except OSError:
                changed = True
            if changed:
                raise NewslintError(f"{path}: changed while it was read; --overwrite begins anew")

    def _number(self, jobs: Sequence[Job], done: Sequence[Done]) -> None:
        if self._work.has("numbered"):
            return
        for file in self._work.folder.glob("earlier-*"):
            file.unlink()
        chunks: dict[str, list[tuple[tuple[int, int], int]]] = {}
        for job, one in zip(jobs, done, strict=True):
            for number, (chunk, path) in enumerate(one.divided):
                chunks.setdefault(path, []).append(((job.number, chunk), number))
        number_findings(((path, of) for path, of in chunks.items() if len(of) > 1), self._work)
        self._work.write("numbered", True)

    def _finish(self, jobs: Sequence[Job], done: Sequence[Done]) -> Iterator[dict[str, Any]]:
        selection = self._session.selection.default
        how = Finishing(
            self._request.output,
            self._request.form,
            superseding(selection.document, selection.corpus),
            self._request.keep.rules if self._request.keep else None,
        )
        self._told("writing", 0)
        waiting = [
            (job, one)
            for job, one in zip(jobs, done, strict=True)
            if not self._work.has("finished", job.number)
        ]
        written = self._engine.finish(waiting, self._work, how)
        for (job, _), one in zip(waiting, written, strict=True):
            self._work.write("finished", one, job.number)
        yield from (self._work.read("finished", job.number) for job in jobs)

    def _keep(self, jobs: Sequence[Job]) -> None:
        """Write what is kept; the files are read by processes here, whoever linted them."""
        request, work = self._request, self._work
        if request.keep is None:
            return
        waiting = [job for job in jobs if not work.has("records", job.number)]
        self._told("keeping", sum(job.size for job in waiting))
        local = LocalEngine(
            request.options, request.processes, request.memory, self._counted, keep_job
        )
        for _ in local.do(waiting, work):
            pass
        write_kept(request.keep.file, jobs, work)
        self._see_unchanged()

    def _keep_as_plain(self) -> dict[str, Any] | None:
        keep = self._request.keep
        return None if keep is None else {"file": shown(keep.file), "without": sorted(keep.rules)}

    def _part(self, job: Job, finished: dict[str, Any]) -> dict[str, Any]:
        return {
            "name": part_name(job.number, self._request.form),
            "rows": finished["rows"],
            "size": finished["size"],
            "inputs": list(dict.fromkeys(unit.path for unit in job.units)),
        }

    def _manifest(self, parts: Sequence[dict[str, Any]]) -> dict[str, Any]:
        sizes = {path: size for path, (size, _) in self._stamps.items()}
        return manifest(self._request, self._session, sizes, parts, self._keep_as_plain())


def _stamp(path: str) -> tuple[int, int]:
    """Return the size of a file and when it was changed."""
    status = Path(path).stat()
    return status.st_size, status.st_mtime_ns
