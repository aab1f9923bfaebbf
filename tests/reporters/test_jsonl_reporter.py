import dataclasses
import io
import json

from hypothesis import given
from hypothesis import strategies as st

from newslint.diagnostic import Diagnostic, Location
from newslint.reporters.jsonl import Jsonl, json_line

KEYS = [
    "path", "record", "line", "column", "end_line", "end_column", "code", "rule", "family",
    "severity", "message", "text", "fix", "related", "fingerprint",
]  # fmt: skip


def bare(message, text="x"):
    place = Location("a.txt", None, 1, 1, 1, 2)
    return Diagnostic(place, "TST001", "t", "t", "info", message, text, None, (), "f")


def test_the_record_has_the_keys_of_version_1_in_order(render, said, in_record):
    first, second = map(json.loads, render(Jsonl(), said, in_record).splitlines())
    assert list(first) == KEYS
    assert first["record"] is None
    assert first["fix"] == {
        "safe": False,
        "edits": [{"line": 3, "column": 7, "end_line": 3, "end_column": 16, "text": "opened the"}],
    }
    assert list(first["related"][0]) == [*KEYS[:6], "message"]
    assert first["related"][0]["message"] == "written apart here"
    assert second["record"] == {
        "index": 16, "id": "abc-17", "field": "/text", "line": 2, "column": 4,
    }  # fmt: skip
    assert (second["fix"], second["related"]) == (None, [])


def test_nothing_but_records_is_written(render):
    assert render(Jsonl()) == ""


@given(st.text(alphabet=st.characters(codec=None)))
def test_a_diagnostic_is_one_line_and_says_the_same(text):
    line = json_line(bare(text, text))
    assert line.splitlines() == [line]
    line.encode("utf-8")
    record = json.loads(line)
    # Two halves of a pair side by side become one character in any JSON parser.
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    assert (record["message"], record["text"]) == (whole, whole)


def test_terminal_escapes_and_commands_do_not_pass():
    line = json_line(bare("\x1b[2J \u202e ##[error]x\u2028y\x85z\ud800"))
    assert line.isascii()
    assert "##[" not in line
    assert not any(ord(one) < 32 for one in line)


def test_letters_of_all_scripts_stay_readable():
    assert "Müller in 東京" in json_line(bare("Müller in 東京"))


def test_a_stream_that_is_not_unicode_gets_ascii(render, said):
    stream = io.TextIOWrapper(io.BytesIO(), encoding="latin-1", write_through=True)
    render(Jsonl(), dataclasses.replace(said, message="“é”"), stream=stream)
    assert json.loads(stream.buffer.getvalue())["message"] == "“é”"
