import json

from newslint.reporters.json_document import Json
from newslint.reporters.jsonl import Jsonl


def test_the_document_holds_the_very_records_of_jsonl_and_the_sums(render, said, in_record):
    document = json.loads(render(Json(), said, in_record, fixed=3))
    assert list(document) == ["version", "diagnostics", "summary"]
    assert document["version"] == 1
    records = [json.loads(line) for line in render(Jsonl(), said, in_record).splitlines()]
    assert document["diagnostics"] == records
    assert [*document["diagnostics"][0]] == [*records[0]]
    assert document["summary"] == {
        "files": 24,
        "articles": 24,
        "flagged_files": 2,
        "counts": {"error": 1, "warning": 1, "info": 0},
        "fixable_safe": 0,
        "fixable_unsafe": 1,
        "fixed": 3,
    }


def test_a_run_that_found_nothing_is_a_document_too(render):
    document = json.loads(render(Json()))
    assert document["diagnostics"] == []
    assert document["summary"]["counts"] == {"error": 0, "warning": 0, "info": 0}
