from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newslint.line_index import LineIndex
from newslint.map_builder import MapBuilder
from newslint.offsets import EscapedMap, OffsetMap

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("copy"), st.text(min_size=1, max_size=4)),
        st.tuples(st.just("skip"), st.text(min_size=1, max_size=3)),
        st.tuples(st.just("replace"), st.text(max_size=6), st.text(min_size=1, max_size=3)),
    ),
    max_size=8,
)


def build(steps: list[tuple[str, ...]]) -> tuple[str, str, OffsetMap]:
    source = "".join(step[1] for step in steps)
    built = MapBuilder(source)
    position = 0
    for step in steps:
        end = position + len(step[1])
        if step[0] == "copy":
            built.copy(position, end)
        elif step[0] == "replace":
            built.replace(position, end, step[2])
        position = end
    return source, *built.finish()


@given(STEPS)
def test_the_segments_are_the_clean_text(steps: list[tuple[str, ...]]) -> None:
    source, clean, mapped = build(steps)
    position = 0
    for segment in mapped.segments:
        assert segment.clean == position
        position = segment.end
        if segment.copied:
            assert clean[segment.clean : segment.end] == source[segment.source : segment.source_end]
    assert position == len(clean)


@given(STEPS)
def test_places_keep_their_order(steps: list[tuple[str, ...]]) -> None:
    source, clean, mapped = build(steps)
    starts = [mapped.start(offset) for offset in range(len(clean) + 1)]
    ends = [mapped.end(offset) for offset in range(len(clean) + 1)]
    assert starts == sorted(starts)
    assert ends == sorted(ends)
    assert all(0 <= place <= len(source) for place in (*starts, *ends))


@given(STEPS, st.data())
def test_an_edit_of_a_contiguous_run_is_an_edit_of_the_clean_text(
    steps: list[tuple[str, ...]], data: st.DataObject
) -> None:
    source, clean, mapped = build(steps)
    start = data.draw(st.integers(0, len(clean)))
    end = data.draw(st.integers(start, len(clean)))
    if start == end or not mapped.contiguous(start, end):
        return
    first, last = mapped.span(start, end)
    covered = [s for s in mapped.segments if s.clean < end and s.end > start]
    assert source[first:last] == "".join(
        source[max(s.source, first) : min(s.source_end, last)] for s in covered
    )


def test_what_stands_inside_markup_is_not_contiguous() -> None:
    source = "a <b>fine</b> &amp; day"
    built = MapBuilder(source)
    built.copy(0, 2)
    built.copy(5, 9)
    built.copy(13, 14)
    built.replace(14, 19, "&")
    built.copy(19, 23)
    text, mapped = built.finish()
    assert text == "a fine & day"
    assert mapped.contiguous(2, 6)
    assert not mapped.contiguous(0, 6)
    assert mapped.contiguous(6, 12)
    assert source[slice(*mapped.span(7, 8))] == "&amp;"


def test_half_a_replaced_run_is_not_contiguous() -> None:
    built = MapBuilder("&hellip;!")
    built.replace(0, 8, "...")
    built.copy(8, 9)
    _, mapped = built.finish()
    assert mapped.contiguous(0, 3)
    assert mapped.contiguous(0, 0)
    assert mapped.contiguous(3, 3)
    assert not mapped.contiguous(0, 2)
    assert not mapped.contiguous(1, 4)
    assert not mapped.contiguous(1, 1)


def test_an_empty_text_has_its_place() -> None:
    _, mapped = MapBuilder("---\n---\n", 8).finish()
    assert mapped.span(0, 0) == (8, 8)


def test_a_later_map_is_made_once() -> None:
    made = []

    def make() -> OffsetMap:
        made.append(1)
        return OffsetMap.shifted(5, 3)

    mapped = OffsetMap.later(make)
    assert not made
    assert mapped.span(1, 2) == (6, 7)
    assert mapped.span(0, 3) == (5, 8)
    assert made == [1]


@given(st.text(alphabet="ab\r\n\u2028\x85\f", max_size=20))
def test_lines_end_at_lf_crlf_and_cr_only(source: str) -> None:
    index = LineIndex(source)
    plain = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for offset in range(len(source) + 1):
        line, column = index.position(offset)
        assert index.offset(line, column) == offset
        start, end = index.line_bounds(offset)
        assert source[start:end] == plain[line - 1]
        assert start <= offset


@given(st.text(alphabet="ab\r\n", max_size=20))
def test_copied_lines_end_at_line_feeds(source: str) -> None:
    built = MapBuilder(source)
    built.copy_lines(0, len(source))
    text, _ = built.finish()
    assert text == source.replace("\r\n", "\n").replace("\r", "\n")


ESCAPES = st.lists(st.sampled_from(["a", "é", "\\n", "\\u00e9", "\\\\"]), min_size=1, max_size=12)


@given(ESCAPES, st.data())
def test_a_map_of_escapes_is_the_map_of_its_runs(parts: list[str], data: st.DataObject) -> None:
    source = "x" + "".join(parts)
    built = MapBuilder(source, 1)
    runs: list[tuple[int, int]] = []
    position = 1
    for part in parts:
        end = position + len(part)
        if len(part) == 1:
            built.copy(position, end)
        else:
            built.replace(position, end, "?")
            runs.append((position, end))
        position = end
    text, expected = built.finish()
    mapped = EscapedMap(1, len(source), runs)
    lazy = OffsetMap.later(lambda: mapped)
    assert mapped.segments == lazy.segments == expected.segments
    for start in range(len(text) + 2):
        end = data.draw(st.integers(start, len(text) + 1))
        assert lazy.span(start, end) == mapped.span(start, end) == expected.span(start, end)
        assert lazy.contiguous(start, end) == expected.contiguous(start, end)


@given(st.text(alphabet="ab\n\r\u2028", max_size=12))
def test_lines_end_at_line_feeds_and_carriage_returns_only(source: str) -> None:
    index = LineIndex(source)
    for offset in range(len(source) + 1):
        before = source[:offset].replace("\r\n", "\n").replace("\r", "\n")
        if not (source[:offset].endswith("\r") and source.startswith("\n", offset)):
            assert index.position(offset)[0] == before.count("\n") + 1
        assert index.offset(*index.position(offset)) == offset
