import codecs
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.diagnostic import Diagnostic, Location, SourceEdit, SourceFix
from newslint.edits import apply_fixes
from newslint.line_index import LineIndex


def fixable(source, *edits, safe=True, text="", code="TST001", record=None):
    """A diagnostic whose fix replaces offsets of a source."""
    index = LineIndex(source)
    places = [(*index.position(start), *index.position(end), new) for start, end, new in edits]
    location = Location("a.txt", record, *places[0][:4])
    fix = SourceFix(safe, tuple(SourceEdit(*place) for place in places))
    return Diagnostic(location, code, "t", "t", "error", "m", text, fix, (), "f")


def applied(source, *diagnostics, unsafe=False):
    after, mended = apply_fixes(source.encode(), diagnostics, unsafe=unsafe)
    return after.decode(), mended


def test_all_edits_of_a_fix_are_applied():
    source = "'Yes', she said. 'No'."
    fix = fixable(source, (0, 1, "‘"), (4, 5, "’"))
    assert applied(source, fix) == ("‘Yes’, she said. 'No'.", 1)


def test_unsafe_fixes_wait_to_be_asked_for():
    source = "The the end"
    fix = fixable(source, (0, 7, "The"), safe=False)
    assert applied(source, fix) == (source, 0)
    assert applied(source, fix, unsafe=True) == ("The end", 1)


def test_of_two_overlapping_fixes_the_earlier_is_applied_whole_and_the_other_not_at_all():
    source = "abcdefgh"
    first = fixable(source, (0, 3, "X"), (6, 7, "Y"))
    second = fixable(source, (2, 4, "P"), (7, 8, "Q"))
    for order in ((first, second), (second, first)):
        assert applied(source, *order) == ("XdefYh", 1)


def test_a_safe_fix_goes_before_an_unsafe_one():
    source = "abcdef"
    unsafe = fixable(source, (0, 4, "X"), safe=False)
    safe = fixable(source, (3, 5, "Y"))
    assert applied(source, unsafe, safe, unsafe=True) == ("abcYf", 1)


def test_neighbours_do_not_overlap_but_inserting_at_an_edge_does():
    source = "one\ntwo\nthree\n"
    lines = [fixable(source, (0, 4, "")), fixable(source, (4, 8, ""))]
    assert applied(source, *lines) == ("three\n", 2)
    assert applied(source, lines[0], fixable(source, (4, 4, "x"))) == ("two\nthree\n", 1)


def test_the_same_fix_of_two_rules_is_applied_once_and_mends_both():
    source = "a  b"
    one = fixable(source, (1, 3, " "))
    other = fixable(source, (1, 3, " "), code="TST002")
    assert applied(source, one, other) == ("a b", 2)


@pytest.mark.parametrize(
    "edit",
    [
        SourceEdit(9, 1, 9, 2, "x"),
        SourceEdit(1, 99, 1, 99, "x"),
        SourceEdit(1, 3, 1, 1, "x"),
        SourceEdit(0, 1, 1, 2, "x"),
        SourceEdit(1, 0, 1, 2, "x"),
        SourceEdit(1, 5, 1, 6, "x"),  # between CR and LF
        SourceEdit(1, 1, 1, 2, "\ud800"),
        SourceEdit(1, 1, 1, 2, "a"),  # changes nothing
    ],
)
def test_a_fix_that_does_not_fit_is_left_out(edit):
    data = b"abc\r\nd\r\n"
    fix = SourceFix(safe=True, edits=(edit,))
    place = Location("a.txt", None, 1, 1, 1, 1)
    diagnostic = Diagnostic(place, "TST001", "t", "t", "error", "m", "", fix, (), "f")
    assert apply_fixes(data, [diagnostic], unsafe=False) == (data, 0)


def test_a_fix_whose_own_edits_overlap_is_left_out():
    source = "abcdef"
    assert applied(source, fixable(source, (0, 3, "x"), (2, 4, "y"))) == (source, 0)


@pytest.mark.parametrize(
    ("mark", "codec", "encoding"),
    [
        (b"", "utf-8", None),
        (codecs.BOM_UTF8, "utf-8", None),
        (codecs.BOM_UTF16_LE, "utf-16-le", None),
        (codecs.BOM_UTF16_BE, "utf-16-be", None),
        (b"", "cp1252", "cp1252"),
        (codecs.BOM_UTF8, "utf-8", "cp1252"),
    ],
)
def test_encoding_and_byte_order_mark_are_kept(mark, codec, encoding):
    source = "“Café”\r\nteh end"
    data = mark + source.encode(codec)
    after, _ = apply_fixes(data, [fixable(source, (8, 11, "the"))], unsafe=False, encoding=encoding)
    assert after == mark + "“Café”\r\nthe end".encode(codec)


def test_what_the_encoding_cannot_spell_is_left_out():
    source = "a - b"
    fixes = [fixable(source, (2, 3, "—")), fixable(source, (4, 5, "é"))]
    after, mended = apply_fixes(source.encode(), fixes, unsafe=False, encoding="latin-1")
    assert (after, mended) == ("a - é".encode("latin-1"), 1)


def test_bytes_that_are_not_text_stay_as_they_are():
    data = b"caf\xe9 teh"
    assert apply_fixes(data, [fixable("cafe teh", (5, 8, "the"))], unsafe=False) == (data, 0)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_new_lines_end_as_the_lines_around_do(line_end):
    source = f"one. two.{line_end}three"
    after, _ = applied(source, fixable(source, (4, 5, "\n\n")))
    assert after == f"one.{line_end}{line_end}two.{line_end}three"


line_ends = st.sampled_from(["\n", "\r\n", "\r"])
lines = st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\r\n\0")), max_size=5)


@st.composite
def sources_and_edits(draw):
    source = draw(line_ends).join(draw(lines))
    offset = st.integers(0, len(source)).filter(lambda at: source[at - 1 : at + 1] != "\r\n")
    span = st.tuples(offset, offset).map(sorted)
    new = st.text("xyz", max_size=3)
    edits = st.lists(st.tuples(span, new), min_size=1, max_size=3)
    fixes = [
        fixable(source, *((start, end, text) for (start, end), text in draw(edits)))
        for _ in range(draw(st.integers(0, 4)))
    ]
    return source, fixes


@given(sources_and_edits(), st.randoms(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_nothing_outside_the_edits_changes_and_their_order_does_not_matter(made, random, codec):
    source, fixes = made
    data = source.encode(codec)
    after, mended = apply_fixes(data, fixes, unsafe=False)
    shuffled = random.sample(fixes, len(fixes))
    assert apply_fixes(data, shuffled, unsafe=False) == (after, mended)

    index = LineIndex(source)
    touched = sorted(
        (index.offset(edit.line, edit.column), index.offset(edit.end_line, edit.end_column))
        for one in fixes
        for edit in one.fix.edits
    )
    kept, position = [], 0
    for start, end in [*touched, (len(source), len(source))]:
        kept.append(source[position:start] if start > position else "")
        position = max(position, end)
    pattern = "(?s:[xyz]|.)*?".join(map(re.escape, kept))
    assert re.fullmatch(pattern, after.decode(codec))
    assert bool(mended) or after == data


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 5), st.text("xy", max_size=2))))
def test_the_edits_taken_are_those_of_a_slow_and_simple_way(spans):
    source = "0123456789" * 4
    fixes = [fixable(source, (at, at + size, new)) for at, size, new in spans]

    taken = []
    for at, size, new in sorted(set(spans)):
        covered = set(range(2 * at, 2 * (at + size) + 1))  # odd: characters, even: gaps
        if size:
            covered -= {2 * at, 2 * (at + size)}
        edges = {2 * at, 2 * (at + size)}
        clash = any(
            covered & other_covered
            or (not size and edges & other_edges)
            or (not other_size and edges & other_edges)
            for other_covered, other_edges, other_size, _ in taken
        )
        if not clash and source[at : at + size] != new:
            taken.append((covered, edges, size, (at, size, new)))
    expected = source
    for *_, (at, size, new) in sorted(taken, key=lambda one: one[3], reverse=True):
        expected = expected[:at] + new + expected[at + size :]

    assert applied(source, *fixes)[0] == expected
