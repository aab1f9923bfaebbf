from __future__ import annotations

import json

import pyarrow as pa
import pytest
from making import BAD_WORD, SHOUTING, lint

from newslint import Doc, Findings, rule
from newslint.arrow import DIAGNOSTICS, batch_of, batch_of_records
from newslint.reporters.jsonl import json_line
from newslint.rulebook import read_rule


@rule("TST070")
def related(doc: Doc) -> Findings:
    """Words."""
    yield doc.span(0, 1).flag("m", related=[doc.span(1, 2), (doc.span(2, 4), "a note")])


RELATED = read_rule(related, family="local", origin="test")


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_the_columns_are_the_keys_of_the_json_record(name: str) -> None:
    story = "A badword and a LOUD word. " * 3
    content = json.dumps({"id": 7, "text": story}) if name == "a.jsonl" else story
    found = lint(content, BAD_WORD, SHOUTING, RELATED, name=name).diagnostics
    assert len(found) == 7
    batch = batch_of(found)
    assert batch.schema == DIAGNOSTICS
    records = [json.loads(json_line(one)) for one in found]
    assert batch.to_pylist() == records
    assert [list(one) for one in batch.to_pylist()] == [list(one) for one in records]
    assert batch_of_records(records) == batch


def test_no_diagnostics_are_an_empty_batch() -> None:
    assert batch_of([]).schema == DIAGNOSTICS
    assert batch_of([]).num_rows == 0


def test_half_a_surrogate_pair_is_a_replacement_character() -> None:
    (found,) = lint("A badword here.", BAD_WORD).diagnostics
    record = batch_of([found]).to_pylist()[0]
    record["text"] = "a\ud83d \ud83d\ude00"
    record["fix"]["edits"][0]["text"] = "\udc00"
    (given,) = batch_of_records([record]).to_pylist()
    assert given["text"] == "a� \U0001f600"
    assert given["fix"]["edits"][0]["text"] == "�"


def test_arrow_and_parquet_know_every_type() -> None:
    stream = pa.BufferOutputStream()
    with pa.ipc.new_stream(stream, DIAGNOSTICS) as writer:
        writer.write(batch_of([]))
    assert pa.ipc.open_stream(stream.getvalue()).read_all().schema == DIAGNOSTICS
