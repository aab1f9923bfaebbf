import csv
import io
import json

import pytest
from folders import FRENCH, STORY

from newslint.raw import SourceFile
from newslint.survey.records import guess_text_field

RECORDS = [
    {
        "nr": str(number),
        "rubrik": f"Bridge {number} to be built in Hartley",
        "ingress": "The council approved it on Tuesday. " * 2,
        "brodtext": f"{STORY} {number}",
        "html": f"<p class='lead'>{STORY}</p><p>{number}</p>",
        "ort": "Hartley",
    }
    for number in range(4)
]


def lines(records=RECORDS) -> str:
    return "".join(json.dumps(one) + "\n" for one in records)


def table(delimiter: str) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(RECORDS[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(RECORDS)
    return text.getvalue()


def guess(name: str, text: str) -> str | None:
    return guess_text_field(SourceFile(name, text.encode()))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.jsonl", lines()),
        ("a.ndjson", lines() + "broken\n[1]\n"),
        ("a.json", json.dumps(RECORDS)),
        ("a.json", json.dumps({"meta": [{"n": "1"}], "svar": {"artiklar": RECORDS}})),
        ("a.csv", table(",")),
        ("a.csv", table(";")),
        ("a.tsv", table("\t")),
    ],
)
def test_the_longest_prose_without_markup_is_the_text(name, text):
    assert guess(name, text) == "brodtext"


def test_markup_is_taken_where_there_is_nothing_else():
    records = [{key: one[key] for key in ("nr", "html")} for one in RECORDS]
    assert guess("a.jsonl", lines(records)) == "html"


def test_a_text_in_another_object_is_named_by_a_pointer():
    records = [{"a": {"b/c": {"d": one["brodtext"]}}} for one in RECORDS]
    assert guess("a.jsonl", lines(records)) == "/a/b~1c/d"


def test_paragraphs_in_a_list_are_a_text():
    records = [{"stycken": STORY.split(". "), "nr": "1"} for _ in range(3)]
    assert guess("a.jsonl", lines([{"stycken": [STORY, FRENCH]}] * 3)) == "stycken"
    assert guess("a.jsonl", lines(records)) is None  # no sentence of it ends


@pytest.mark.parametrize(
    "records",
    [
        [{"nr": "1", "name": "x" * 400}] * 5,
        [{"lines": "word " * 100}] * 5,
        [{"text1": STORY}] * 2,
        [{"licence": STORY}] + [{"name": "package"}] * 9,
        [],
    ],
)
def test_labels_and_few_long_texts_are_no_articles(records):
    assert guess("a.jsonl", lines(records)) is None


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.json", "{"), ("a.json", "3"), ("a.csv", ""), ("a.csv", "one\n"), ("a.xml", "<a/>")],
)
def test_what_is_broken_or_no_record_has_no_text(name, text):
    assert guess(name, text) is None


def test_bytes_that_are_no_text_have_none():
    assert guess_text_field(SourceFile("a.jsonl", b"\xff\n")) is None
