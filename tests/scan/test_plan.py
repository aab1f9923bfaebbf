"""Any corpus, cut in any way, gives what a check of it gives."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from crawl import LINE, STORIES, json_lines, records, write_settings
from hypothesis import given, settings
from hypothesis import strategies as st
from making import engine_of

from newslint.config import load_config
from newslint.corpus.across import judge, superseding, without_superseded
from newslint.diagnostic import Diagnostic
from newslint.reporting import as_record
from newslint.scan import numbering, plan, staging
from newslint.scan.local import LocalEngine
from newslint.scan.plan import as_plain, of_plain, plan_jobs
from newslint.scan.request import ScanRequest
from newslint.scan.run import Scan
from newslint.session import Session, SessionOptions


@st.composite
def corpora(draw: st.DrawFn) -> list[list[bytes]]:
    """Files of lines: records, some of them equal, lines that are none, blank ones."""
    texts = st.sampled_from([*STORIES[:4], f"{STORIES[0]}\n\n{LINE}", f"{LINE}\n\n{LINE}"])
    extra = st.fixed_dictionaries(
        {"text": texts},
        optional={
            "id": st.sampled_from(["a", "b"]),
            "title": st.sampled_from(["Bridge closed", "Mill"]),
            "_newslint": st.just({"ignore": ["CRA001"]}),
        },
    )
    line = st.one_of(
        extra.map(lambda one: json_lines([one])), st.sampled_from([b"no json\n", b" \n", b"{}\n"])
    )
    first = json_lines([{"text": STORIES[7]}])
    return [[first, *one] for one in draw(st.lists(st.lists(line, max_size=8), max_size=3))]


@pytest.fixture(scope="module")
def options(tmp_path_factory: pytest.TempPathFactory) -> SessionOptions:
    folder = tmp_path_factory.mktemp("settings")
    write_settings(folder, config='rules = ["rules"]\nselect = ["local"]\n')
    return SessionOptions(load_config(folder / "newslint.toml"), gather=True)


@pytest.fixture(scope="module")
def session(options: SessionOptions) -> Session:
    return Session(options)


def checked(session: Session, files: list[str]) -> list[dict[str, Any]]:
    results = [session.engine.lint_file(file) for file in files]
    selection = session.selection.default
    across = judge(
        (fact for one in results for fact in one.facts),
        selection.corpus,
        covered=[covered for one in results for covered in one.covered],
    )
    alone = [found for one in results for found in one.diagnostics]
    together = sorted([*alone, *across], key=Diagnostic.sort_key)
    settled = without_superseded(together, superseding(selection.document, selection.corpus))
    return [as_record(one) for one in sorted(settled, key=Diagnostic.sort_key)]


@settings(max_examples=40)
@given(corpora(), st.integers(1, 400), st.integers(1, 400), st.integers(2, 4))
def test_however_it_is_cut_a_scan_says_what_a_check_says(
    options: SessionOptions,
    session: Session,
    corpus: list[list[bytes]],
    job: int,
    chunk: int,
    at_once: int,
) -> None:
    from crawl import rows_of

    from newslint.structs import replace

    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        folder = Path(name)
        files = []
        for number, lines in enumerate(corpus):
            file = folder / f"{number}.jsonl"
            file.write_bytes(b"".join(lines))
            files.append(str(file))
        expected = checked(session, files)
        patch.setattr(plan, "SMALLEST", job)
        patch.setattr(plan, "LARGEST", job)
        patch.setattr(staging, "LARGEST", chunk)
        patch.setattr(numbering, "_AT_ONCE", at_once)
        scanning = replace(options, for_scan=True)
        request = ScanRequest(
            dict.fromkeys(files, True), scanning, folder / "out", "jsonl", processes=1
        )
        if files:
            Scan(request, Session(scanning), LocalEngine(scanning, 1, 10**9)).run()
            assert rows_of(folder / "out") == expected


def test_jobs_are_planned_by_the_input_alone(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan, "SMALLEST", 1000)
    monkeypatch.setattr(plan, "LARGEST", 1000)
    monkeypatch.setattr(plan, "OPENING", 0)
    (here / "a.jsonl").write_bytes(json_lines(records(range(40))))
    for number in range(5):
        (here / f"b{number}.txt").write_text("A story of the mill that was sold. " * 10)
    files = dict.fromkeys(("a.jsonl", *(f"b{number}.txt" for number in range(5)), "c"), True)
    jobs = list(plan_jobs(engine_of(), files))
    assert jobs == list(plan_jobs(engine_of(), files))
    assert [job.number for job in jobs] == list(range(len(jobs)))
    assert all(job.size >= 1000 for job in jobs[:-1])
    assert sum(job.size for job in jobs) == sum(
        (here / name).stat().st_size for name in files if name != "c"
    )
    begins = [job.begins for job in jobs]
    assert begins == sorted(begins)
    assert len({path for path, _ in begins}) > 1
    assert [of_plain(job.number, as_plain(job)) for job in jobs] == jobs


def test_many_small_files_are_many_jobs(here: Path) -> None:
    """A process that lints a hundred thousand of them would have nothing to show for an hour."""
    (here / "a.txt").write_text("A story of the mill.")
    jobs = list(plan_jobs(engine_of(), {f"./{'./' * n}a.txt": False for n in range(3000)}))
    assert len(jobs) == 3
