import io

import pytest

from newslint.diagnostic import (
    Diagnostic,
    Excerpt,
    Location,
    Record,
    RelatedLocation,
    SourceEdit,
    SourceFix,
)
from newslint.reporting import Tally

SAID = Diagnostic(
    location=Location("news/fair.txt", None, 3, 7, 3, 16),
    code="GAR001",
    rule="fused-words",
    family="garbled",
    severity="error",
    message="'openedthe' runs two words together",
    text="openedthe",
    fix=SourceFix(safe=False, edits=(SourceEdit(3, 7, 3, 16, "opened the"),)),
    related=(RelatedLocation(Location("news/fair.txt", None, 5, 2, 5, 9), "written apart here"),),
    fingerprint="00112233445566aa",
    excerpt=Excerpt("Mayor ", "openedthe", " fair on Monday.", cut_before=False, cut_after=True),
)
IN_RECORD = Diagnostic(
    location=Location("corpus.jsonl", Record(16, "abc-17", "/text", 2, 4), 17, 30, 17, 35),
    code="RES001",
    rule="interface-text",
    family="residue",
    severity="warning",
    message="'Share' is a button, not a part of the article",
    text="Share",
    fix=None,
    related=(),
    fingerprint="00112233445566ab",
    excerpt=Excerpt("fair.\\n", "Share", "\\nMore", cut_before=True, cut_after=True),
)


@pytest.fixture(scope="session")
def said() -> Diagnostic:
    return SAID


@pytest.fixture(scope="session")
def in_record() -> Diagnostic:
    return IN_RECORD


@pytest.fixture(scope="session")
def render():
    def run(reporter, *diagnostics, color=False, files=24, articles=24, fixed=0, stream=None):
        stream = stream or io.StringIO()
        tally = Tally()
        reporter.write(
            tally.count(iter(diagnostics)),
            lambda: tally.summary(files=files, articles=articles, fixed=fixed),
            stream,
            color=color,
        )
        return stream.getvalue() if isinstance(stream, io.StringIO) else stream

    return run
