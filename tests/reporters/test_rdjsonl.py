import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from newslint.diagnostic import Location, RelatedLocation, SourceEdit, SourceFix
from newslint.raw import LineIndex
from newslint.reporters.byte_columns import SourceText
from newslint.reporters.rdjsonl import Rdjsonl
from newslint.reporters.terminal import neutral
from newslint.structs import replace

SCHEMA = Path(__file__).parents[1] / "data" / "reviewdog-Diagnostic.json"
LINE = "Zoë 𝒜 openedthe fair."
"""The place of the diagnostic begins at column 7, byte 11."""


@pytest.fixture
def at(said, tmp_path):
    """Give a diagnostic of a file: `at(text, line)`."""

    def make(text, line=1, name="fair.txt", encoding="utf-8", **changes):
        file = tmp_path / name
        file.write_bytes(text.encode(encoding))
        fix = SourceFix(safe=False, edits=(SourceEdit(line, 7, line, 16, "opened the"),))
        excerpt = replace(said.excerpt, before="Zoë 𝒜 ")
        location = Location(str(file), None, line, 7, line, 16)
        return replace(
            said, **{"location": location, "fix": fix, "excerpt": excerpt, "related": ()} | changes
        )

    return make


@pytest.fixture
def records(render):
    def run(*diagnostics):
        written = [json.loads(line) for line in render(Rdjsonl(), *diagnostics).splitlines()]
        validator = Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
        for one in written:
            validator.validate(one)
        return written

    return run


def replaced(data, range_, text):
    """What reviewdog makes of a file: columns are bytes, the end is exclusive."""
    lines = data.splitlines(keepends=True)
    start, end = range_["start"], range_["end"]
    before = b"".join(lines[: start["line"] - 1])
    before += lines[start["line"] - 1][: start["column"] - 1]
    after = lines[end["line"] - 1][end["column"] - 1 :] if end["line"] <= len(lines) else b""
    return before + text.encode() + after + b"".join(lines[end["line"] :])


def test_columns_are_bytes_and_a_fix_is_a_suggestion(records, at):
    one = at(f"Title\r\n\r\n{LINE}\r\n", 3)
    (record,) = records(one)
    range_ = {"start": {"line": 3, "column": 11}, "end": {"line": 3, "column": 20}}
    assert record == {
        "message": "'openedthe' runs two words together",
        "location": {"path": one.location.path, "range": range_},
        "severity": "ERROR",
        "source": {"name": "newslint"},
        "code": {"value": "GAR001"},
        "suggestions": [{"range": range_, "text": "opened the"}],
    }
    mended = replaced(Path(one.location.path).read_bytes(), range_, "opened the")
    assert mended.decode() == "Title\r\n\r\nZoë 𝒜 opened the fair.\r\n"


def test_a_byte_order_mark_belongs_to_the_first_line(records, at):
    (record,) = records(at(f"{LINE}\n", encoding="utf-8-sig"))
    assert record["location"]["range"]["start"] == {"line": 1, "column": 14}
    (record,) = records(at(f"\n{LINE}\n", 2, encoding="utf-8-sig"))
    assert record["location"]["range"]["start"] == {"line": 2, "column": 11}


@pytest.mark.parametrize(
    ("text", "encoding"),
    [("changed meanwhile, and longer than it was", "utf-8"), (LINE.replace("𝒜", "é"), "cp1252")],
)
def test_where_the_line_is_not_what_was_linted_no_column_is_guessed(records, at, text, encoding):
    (record,) = records(at(text, encoding=encoding))
    assert record["location"]["range"] == {"start": {"line": 1}, "end": {"line": 1}}
    assert "suggestions" not in record


def test_standard_input_has_no_columns(records, said):
    record, *_ = records(replace(said, location=replace(said.location, path="-")))
    assert record["location"]["range"] == {"start": {"line": 3}, "end": {"line": 3}}


def test_edits_of_one_line_are_one_suggestion(records, at):
    edits = (SourceEdit(1, 17, 1, 21, "fête"), SourceEdit(1, 7, 1, 13, "shut "))
    one = at(f"{LINE}\n", fix=SourceFix(safe=False, edits=edits))
    (suggestion,) = records(one)[0]["suggestions"]
    mended = replaced(Path(one.location.path).read_bytes(), suggestion["range"], suggestion["text"])
    assert mended.decode() == "Zoë 𝒜 shut the fête.\n"


def test_edits_of_several_lines_are_no_suggestion(records, at):
    edits = (SourceEdit(1, 7, 1, 8, ""), SourceEdit(2, 1, 2, 2, ""))
    assert "suggestions" not in records(at(f"{LINE}\n“\n", fix=SourceFix(True, edits)))[0]


def test_a_line_can_be_removed(records, at):
    one = at(f"{LINE}\nnext\n", fix=SourceFix(True, (SourceEdit(1, 1, 2, 1, ""),)))
    (suggestion,) = records(one)[0]["suggestions"]
    assert suggestion["range"] == {
        "start": {"line": 1, "column": 1},
        "end": {"line": 2, "column": 1},
    }
    data = Path(one.location.path).read_bytes()
    assert replaced(data, suggestion["range"], suggestion["text"]) == b"next\n"


def test_related_places_of_the_file_have_columns_and_those_of_others_lines(records, at):
    one = at(f"{LINE}\n")
    here = RelatedLocation(one.location, "says it too")
    other = RelatedLocation(replace(one.location, path="other.txt"), "and there")
    first, second = records(replace(one, related=(here, other)))[0]["related_locations"]
    assert first["location"] == {
        "path": one.location.path,
        "range": {"start": {"line": 1, "column": 11}, "end": {"line": 1, "column": 20}},
    }
    assert second == {
        "message": "and there",
        "location": {"path": "other.txt", "range": {"start": {"line": 1}, "end": {"line": 1}}},
    }


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])), st.data())
def test_the_bytes_before_a_column_are_those_of_the_characters_before_it(line, data):
    line = line.replace("\r", "").replace("\n", "")
    column = data.draw(st.integers(1, len(line) + 1))
    found, byte = SourceText(f"first\n{line}\nlast").place(2, column)
    assert found == 2
    assert line.encode()[: byte - 1].decode() == line[: column - 1]
    assert SourceText(f"first\n{line}\n").place(2, len(line) + 2) is None
    assert SourceText(line).place(9, 2) is None
    assert SourceText(line).place(9, 1) is None


@given(st.text(alphabet="aé𝒜\n", max_size=12), st.lists(st.integers(0, 12), max_size=6))
def test_places_may_be_asked_for_in_any_order(text, offsets):
    index, source = LineIndex(text), SourceText(text, bom=3)
    for offset in offsets:
        place = index.position(min(offset, len(text)))
        assert source.place(*place) == SourceText(text, bom=3).place(*place)


def test_the_places_of_one_long_line_are_not_each_counted_from_its_beginning():
    class Counted(str):
        taken = 0
        __slots__ = ()

        def __getitem__(self, part):
            found = super().__getitem__(part)
            Counted.taken += len(found)
            return found

    source = SourceText(Counted("é" * 100_000))
    for column in range(1, 100_000, 100):
        assert source.place(1, column) == (1, 2 * column - 1)
        assert source.place(1, column + 7) == (1, 2 * column + 13)
        assert source.part(1, column, column + 2) == "éé"
    assert Counted.taken < 200_000


@given(st.text(alphabet="é𝒜\r\n", max_size=12), st.data())
def test_lines_are_those_of_git(text, data):
    index = LineIndex(text)
    offset = data.draw(st.integers(0, len(text)))
    place = SourceText(text).place(*index.position(offset))
    if text[offset - 1 : offset + 1] == "\r\n":  # inside of a line end
        assert place is None
        return
    before = text[:offset].encode()
    assert place == (before.count(b"\n") + 1, len(before) - before.rfind(b"\n"))


def test_a_file_of_carriage_returns_is_one_line_to_git(records, at):
    one = at(f"Title\r\r{LINE}\r", 3)
    (record,) = records(one)
    range_ = {"start": {"line": 1, "column": 18}, "end": {"line": 1, "column": 27}}
    assert record["location"]["range"] == record["suggestions"][0]["range"] == range_
    data = Path(one.location.path).read_bytes()
    assert data[17:26] == b"openedthe"


@given(st.text(alphabet=st.characters(codec=None)))
def test_any_message_is_one_line(render, said, message):
    output = render(Rdjsonl(), replace(said, message=message))
    assert output.splitlines(keepends=True) == [output]
    assert json.loads(output)["message"] == neutral(message)
