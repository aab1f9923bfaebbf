import gzip
import json
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from newslint import rule
from newslint.diagnostic import Location, SourceEdit, SourceFix
from newslint.reporters import sarif
from newslint.reporters.line_hash import LineHashes
from newslint.reporters.sarif import SHOWN, Sarif, gravest
from newslint.reporters.sarif_parts import message_text, uri
from newslint.reporters.terminal import neutral
from newslint.rulebook import read_rule
from newslint.structs import replace

SCHEMA = Path(__file__).parents[3] / "shared" / "schemas" / "sarif-schema-2.1.0.json"
"""Of OASIS, beside the checkout; under terms of its own, so it is not brought along."""


@rule("GAR001", severity="error")
def fused_words(doc):
    """Two words run together.

    As when a line break was lost. [No link](1).

    Bad: Mayor >>openedthe<< fair.
    Fixed: Mayor opened the fair.
    """


FUSED = read_rule(fused_words, family="garbled", origin="acme")


@pytest.fixture(scope="session")
def log(render):
    def run(*diagnostics, reporter=None):
        text = render(reporter or Sarif(), *diagnostics)
        document = json.loads(text)
        check(document)
        return document["runs"][0]

    return run


def check(document):
    """What the schema and GitHub demand."""
    if SCHEMA.exists():  # else `test_the_schema_is_at_hand` says that it was not asked
        Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(document)
    assert document["$schema"]
    assert document["version"] == "2.1.0"
    (run,) = document["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["newlineSequences"] == ["\r\n", "\n", "\r"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "newslint"
    for one in driver["rules"]:
        assert one["id"]
        assert one["shortDescription"]["text"]
        assert 0 < len(one["fullDescription"]["text"]) <= 1024
        assert one["help"]["text"]
        assert one["properties"]["precision"] in {"very-high", "high", "medium", "low"}
        assert len(one["properties"]["tags"]) <= 10
        assert one["defaultConfiguration"]["level"] in {"error", "warning", "note"}
    marks = set()
    for one in run["results"]:
        assert one["message"]["text"]
        assert one["level"] in {"error", "warning", "note"}
        assert driver["rules"][one["ruleIndex"]]["id"] == one["ruleId"]
        (location,) = one["locations"]
        place = location["physicalLocation"]
        artifact = place["artifactLocation"]
        assert artifact.get("uriBaseId") == (
            None if artifact["uri"].startswith("file:") else "%SRCROOT%"
        )
        assert artifact.get("uriBaseId") in {None, *run["originalUriBaseIds"]}
        assert set(place["region"]) == {"startLine", "startColumn", "endLine", "endColumn"}
        assert min(place["region"].values()) >= 1
        mark = one["partialFingerprints"]["primaryLocationLineHash"]
        assert mark.count(":") == 1
        marks.add((artifact["uri"], one["ruleId"], mark))
        assert len(one.get("relatedLocations", [])) < 100
    assert len(marks) == len(run["results"])


@pytest.mark.skipif(
    not SCHEMA.exists(), reason="the schema (../shared/schemas beside the checkout) is not here"
)
def test_the_schema_is_at_hand():
    assert not Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).is_valid({})


def test_a_result_has_its_place_its_related_places_and_its_fix(log, said):
    (result,) = log(said)["results"]
    artifact = {"uri": "news/fair.txt", "uriBaseId": "%SRCROOT%"}
    region = {"startLine": 3, "startColumn": 7, "endLine": 3, "endColumn": 16}
    assert result == {
        "ruleId": "GAR001",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": "'openedthe' runs two words together. See [written apart here](1)"},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
        "partialFingerprints": {
            "primaryLocationLineHash": "00112233445566aa:1",
            "newslint/v1": "00112233445566aa:1",
        },
        "relatedLocations": [
            {
                "id": 1,
                "physicalLocation": {
                    "artifactLocation": artifact,
                    "region": {"startLine": 5, "startColumn": 2, "endLine": 5, "endColumn": 9},
                },
                "message": {"text": "written apart here"},
            }
        ],
        "fixes": [
            {
                "description": {"text": "Unsafe: look at it"},
                "artifactChanges": [
                    {
                        "artifactLocation": artifact,
                        "replacements": [
                            {"deletedRegion": region, "insertedContent": {"text": "opened the"}}
                        ],
                    }
                ],
            }
        ],
    }


def test_a_record_is_a_logical_place(log, in_record):
    (result,) = log(in_record)["results"]
    assert result["level"] == "warning"
    assert result["locations"][0]["logicalLocations"] == [
        {"name": "abc-17", "fullyQualifiedName": "abc-17 /text"}
    ]


def test_a_finding_about_the_whole_article_stands_at_its_beginning(log, said):
    whole = replace(said, location=Location("a.txt", None, 1, 1, 1, 1), text="", severity="info")
    (result,) = log(whole)["results"]
    assert result["level"] == "note"
    assert result["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 1,
        "startColumn": 1,
        "endLine": 1,
        "endColumn": 1,
    }


def test_a_rule_is_described_by_its_documentation(log, said, in_record):
    run = log(said, in_record, reporter=Sarif().with_rules([FUSED]))
    known, unknown = run["tool"]["driver"]["rules"]
    assert known["id"] == "GAR001"
    assert known["name"] == "fused-words"
    assert known["shortDescription"]["text"] == "Two words run together."
    assert known["fullDescription"]["text"] == (
        "Two words run together. As when a line break was lost. [No link](1)."
    )
    assert known["help"]["markdown"].startswith("# GAR001 fused-words\n")
    assert "Bad:" not in known["help"]["text"]
    assert known["defaultConfiguration"] == {"enabled": True, "level": "error"}
    assert known["properties"] == {
        "tags": ["garbled"],
        "precision": "very-high",
        "problem.severity": "error",
    }
    assert (unknown["id"], unknown["shortDescription"]["text"]) == ("RES001", "interface text")
    assert [one["ruleIndex"] for one in run["results"]] == [0, 1]


def test_a_long_description_is_cut(log):
    long = replace(FUSED, about="Word " * 400 + "end.")
    (described,) = log(reporter=Sarif(rules=(long,)))["tool"]["driver"]["rules"]
    assert described["fullDescription"]["text"].endswith("…")


def test_a_fingerprint_twice_in_a_file_is_numbered(log, said):
    marks = [
        one["partialFingerprints"]["primaryLocationLineHash"] for one in log(said, said)["results"]
    ]
    assert marks == ["00112233445566aa:1", "00112233445566aa:2"]


def test_a_result_has_the_hash_of_its_line_that_the_action_computes(log, said, here):
    line = "Mayor openedthe fair on Monday."
    (here / "fair.txt").write_text(f"Title\n\n{line}\n", encoding="utf-8")
    place = Location("fair.txt", None, 3, 7, 3, 16)
    first = replace(said, location=place, related=())
    second = replace(first, location=replace(place, column=9), fingerprint="00112233445566ab")
    second = replace(second, excerpt=replace(said.excerpt, before="Mayor op", text="enedthe"))
    other = replace(first, code="GAR002", fingerprint="00112233445566ac")
    changed = replace(first, excerpt=replace(said.excerpt, text="changed"), code="GAR003")
    hash_ = LineHashes(f"Title\n\n{line}\n").of(3)
    found = log(first, second, other, changed)["results"]
    assert [one["partialFingerprints"]["primaryLocationLineHash"] for one in found] == [
        hash_, "00112233445566ab:1", hash_, "00112233445566aa:2",
    ]  # fmt: skip
    assert [one["partialFingerprints"]["newslint/v1"] for one in found] == [
        "00112233445566aa:1", "00112233445566ab:1", "00112233445566ac:1", "00112233445566aa:2",
    ]  # fmt: skip


def test_the_gravest_are_kept_in_their_order_and_the_rest_is_told(log, said, in_record):
    mild = replace(in_record, severity="info")
    found = [
        replace(one, location=replace(one.location, line=line, end_line=line))
        for line, one in enumerate([mild, in_record, said, in_record, mild, said, in_record], 1)
    ]
    run = log(*found, reporter=Sarif(most=4))
    lines = [
        one["locations"][0]["physicalLocation"]["region"]["startLine"] for one in run["results"]
    ]
    assert lines == [2, 3, 4, 6]
    (notification,) = run["invocations"][0]["toolExecutionNotifications"]
    assert notification["level"] == "warning"
    assert notification["message"]["text"].startswith("3 of 7 results are left out, the mildest")


def test_what_code_scanning_does_not_show_is_told(render, said):
    run = json.loads(render(Sarif(), *[said] * (SHOWN + 1)))["runs"][0]
    (notification,) = run["invocations"][0]["toolExecutionNotifications"]
    assert notification == {
        "level": "note",
        "message": {"text": "Code scanning shows 5,000 of the 5,001 results, the gravest."},
    }


def test_what_code_scanning_would_reject_for_its_size_is_told(render, said, monkeypatch):
    found = [replace(said, fingerprint=f"{number:016x}") for number in range(300)]
    text = render(Sarif(), *found)
    size = len(gzip.compress(text.encode(), 6))
    told = json.loads(text)["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    assert told == []
    monkeypatch.setattr(sarif, "PACKED", size - 200)
    run = json.loads(render(Sarif(), *found))["runs"][0]
    (notification,) = run["invocations"][0]["toolExecutionNotifications"]
    assert notification["level"] == "warning"
    assert "MB when it is compressed: code scanning rejects" in notification["message"]["text"]
    assert len(run["results"]) == 300


def test_of_many_related_places_those_are_given_that_code_scanning_keeps(log, said):
    (result,) = log(replace(said, related=said.related * 500))["results"]
    assert [one["id"] for one in result["relatedLocations"]] == list(range(1, 100))


def test_a_file_outside_is_named_in_full(log, said):
    away = replace(said, location=replace(said.location, path="/srv/x y.txt"))
    (result,) = log(away)["results"]
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": "file:///srv/x%20y.txt"}


def test_a_run_that_found_nothing_has_no_results_and_nothing_to_tell(log):
    run = log()
    assert run["results"] == run["invocations"][0]["toolExecutionNotifications"] == []


@given(st.lists(st.sampled_from(["error", "warning", "info"])), st.integers(0, 12))
def test_nothing_graver_than_what_is_kept_is_left_out(said, severities, most):
    found = [replace(said, severity=one, text=str(n)) for n, one in enumerate(severities)]
    kept = gravest(found, most)
    numbers = [int(one.text) for one in kept]
    assert numbers == sorted(numbers)
    assert len(kept) == min(most, len(found))
    grades = ["error", "warning", "info"]
    worst_left = min((grades.index(one.severity) for one in found if one not in kept), default=3)
    assert all(grades.index(one.severity) <= worst_left for one in kept)


def test_a_run_in_which_a_rule_crashed_was_no_success(log, said):
    crashed = replace(said, code="NLX001", rule="rule-crashed")
    assert log(said)["invocations"][0]["executionSuccessful"] is True
    assert log(said, crashed)["invocations"][0]["executionSuccessful"] is False


# --- what articles and file names hold


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("news/a b#1?.txt", "news/a%20b%231%3F.txt"),
        ("a:b%20.txt", "a%3Ab%2520.txt"),
        ("東京.md", "%E6%9D%B1%E4%BA%AC.md"),
        ("caf\udce9.txt", "caf%E9.txt"),
        ("../x.txt", "../x.txt"),
        ("/srv/x y.txt", "file:///srv/x%20y.txt"),
    ],
)
def test_a_path_is_a_relative_reference(path, expected):
    assert uri(path) == expected


@given(st.text().filter(lambda path: not path.startswith("/")))
def test_a_uri_gives_the_path_back(path):
    assert unquote(uri(path)) == path
    assert uri(path).isascii()


def unescaped(text):
    """A text without the backslash that escapes the end of a link's words."""
    return re.sub(r"(\\*)\]\(", lambda match: match[1][: len(match[1]) // 2 * 2] + "](", text)


@given(st.text(alphabet=st.characters(codec=None)) | st.text(alphabet="\\[]()a"))
def test_a_message_is_read_back_and_holds_no_link(log, said, message):
    wicked = replace(
        said,
        related=(),
        message=message,
        location=replace(said.location, path=f"x{message}"),
        fix=SourceFix(True, (SourceEdit(1, 1, 1, 1, message),)),
    )
    (result,) = log(wicked)["results"]
    text = result["message"]["text"]
    assert text == "-" or unescaped(text) == unescaped(neutral(message))
    assert not re.search(r"(?<!\\)(?:\\\\)*\]\(", text)


@given(st.lists(st.text(alphabet="\\[]()a\x1b"), min_size=1, max_size=5))
def test_a_message_links_to_the_first_related_places(log, said, notes):
    related = tuple(replace(said.related[0], message=note) for note in notes)
    (result,) = log(replace(said, related=related))["results"]
    text = result["message"]["text"].removeprefix(f"{said.message}. See ")
    for number, note in enumerate(notes[:3], 1):
        link = re.match(r"\[((?:[^\\\[\]]|\\.)+)\]\((\d)\)(?:, )?", text)
        assert re.sub(r"\\(.)", r"\1", link[1]) == (neutral(note) or "here")
        assert int(link[2]) == number == result["relatedLocations"][number - 1]["id"]
        text = text[link.end() :]
    assert text == ""


def test_a_link_in_an_article_is_none():
    assert message_text("see [here](javascript:x)") == r"see [here\](javascript:x)"
    assert message_text(r"see [here\](x)") == r"see [here\](x)"
    assert message_text(r"see [here\\](x)") == r"see [here\\\](x)"
    assert message_text("") == "-"
