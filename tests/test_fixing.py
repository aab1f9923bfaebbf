import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.diagnostic import Diagnostic, Location, SourceEdit, SourceFix
from newslint.files import ChangedMeanwhileError
from newslint.fixing import fix_bytes, fix_file, unified_diff
from newslint.line_index import LineIndex


def linter(*rules):
    """A linter made of ``(code, pattern, replacement, safe)``."""

    def lint(data):
        source = data.decode()
        index = LineIndex(source)
        found = []
        for code, pattern, new, safe in rules:
            for match in re.finditer(pattern, source):
                place = (*index.position(match.start()), *index.position(match.end()))
                fix = None if new is None else SourceFix(safe, (SourceEdit(*place, new),))
                location = Location("a.txt", None, *place)
                found.append(
                    Diagnostic(location, code, "t", "t", "error", "m", match[0], fix, (), "f")
                )
        return found

    return lint


SPACES = ("TST001", "  ", " ", True)
TEH = ("TST002", "teh", "the", False)
HOAX = ("TST003", "hoax", None, False)


def test_rounds_go_on_until_nothing_is_left_to_fix():
    result = fix_bytes(b"a        b hoax", linter(SPACES, HOAX), unsafe=False)
    assert result.after == b"a b hoax"
    assert [one.code for one in result.remaining] == ["TST003"]
    assert (result.applied, result.rounds, result.unsettled) == (4 + 2 + 1, 3, ())


def test_nothing_to_fix():
    result = fix_bytes(b"clean", linter(SPACES), unsafe=True)
    assert (result.after, result.changed, result.rounds, result.remaining) == (
        b"clean",
        False,
        0,
        (),
    )


def test_unsafe_fixes_only_when_asked_for():
    lint = linter(SPACES, TEH)
    assert fix_bytes(b"teh  end", lint, unsafe=False).after == b"teh end"
    assert fix_bytes(b"teh  end", lint, unsafe=True).after == b"the end"


def test_fixes_that_undo_each_other_are_named_and_end():
    lint = linter(("TST004", "gray", "grey", True), ("TST005", "grey", "gray", True))
    from_gray, from_grey = (fix_bytes(one, lint, unsafe=False) for one in (b"gray", b"grey"))
    assert from_gray.after == from_grey.after
    assert from_gray.unsettled == ("TST004", "TST005")
    assert fix_bytes(from_gray.after, lint, unsafe=False).after == from_gray.after


def test_of_a_circle_the_state_with_the_fewest_diagnostics_is_taken():
    lint = linter(
        ("TST004", "gray", "grey", True),
        ("TST005", "grey", "gray", True),
        ("TST006", "e", None, True),
    )
    assert fix_bytes(b"grey", lint, unsafe=False).after == b"gray"


def test_a_fix_that_never_ends_is_stopped():
    result = fix_bytes(b"a", linter(("TST008", "a$", "aa", True)), unsafe=False, max_rounds=3)
    assert result.after == b"aaaa"
    assert (result.rounds, result.unsettled) == (3, ("TST008",))


pieces = st.lists(st.sampled_from(["  ", " ", "teh", "x", "\n", "\r\n", "é"]), max_size=30)


@given(pieces.map("".join), st.booleans())
def test_fixing_twice_is_fixing_once(source, unsafe):
    lint = linter(SPACES, TEH)
    once = fix_bytes(source.encode(), lint, unsafe=unsafe)
    twice = fix_bytes(once.after, lint, unsafe=unsafe)
    assert twice.after == once.after
    assert twice.applied == 0
    assert tuple(lint(once.after)) == once.remaining


def test_a_file_is_written_when_something_was_fixed(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfa  b\r\n")
    result = fix_file(path, bomless(linter(SPACES)), unsafe=False)
    assert path.read_bytes() == result.after == b"\xef\xbb\xbfa b\r\n"


def bomless(lint):
    return lambda data: lint(data.removeprefix(b"\xef\xbb\xbf"))


def test_a_diff_writes_nothing(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"a  b\n")
    before = path.stat()
    assert fix_file(path, linter(SPACES), unsafe=False, write=False).changed
    assert path.stat() == before


def test_a_clean_file_is_not_touched(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"clean\n")
    before = path.stat().st_ino
    fix_file(path, linter(SPACES), unsafe=False)
    assert path.stat().st_ino == before


def test_a_file_that_changes_while_it_is_being_fixed_is_left_alone(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"a  b\n")

    def lint(data):
        Path(path).write_bytes(b"somebody else's  words\n")
        return linter(SPACES)(data)

    with pytest.raises(ChangedMeanwhileError):
        fix_file(path, lint, unsafe=False)
    assert path.read_bytes() == b"somebody else's  words\n"


def test_the_difference_is_one_that_patch_takes():
    before = b"first\r\nteh second\r\nlast"
    assert unified_diff("a.txt", before, before) == ""
    assert unified_diff("a.txt", before, before.replace(b"teh", b"the")) == (
        "--- a.txt\n+++ a.txt\n@@ -1,3 +1,3 @@\n"
        " first\r\n-teh second\r\n+the second\r\n last\n\\ No newline at end of file\n"
    )


def test_the_difference_of_a_file_in_utf_16():
    before, after = "a  é\n".encode("utf-16"), "a é\n".encode("utf-16")
    assert unified_diff("a.txt", before, after).splitlines()[-2:] == ["-a  é", "+a é"]
