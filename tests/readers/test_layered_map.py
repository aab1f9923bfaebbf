"""A map through another: the laws of offsets hold, and each place is the one beyond."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newslint.map_builder import MapBuilder
from newslint.offsets import EscapedMap, OffsetMap
from newslint.readers.layered_map import layered

TOKEN = st.sampled_from(["a", "b", "é", "&", "\\n", "\\u00e9", '""'])
STEP = st.tuples(st.sampled_from(["copy", "skip", "replace"]), st.integers(1, 4))


def outer_map(tokens: list[str]) -> tuple[str, str, OffsetMap]:
    """A source, what it says, and its map: two characters or six may say one."""
    source, runs = "{", []
    for token in tokens:
        if len(token) > 1:
            runs.append((len(source), len(source) + len(token)))
        source += token
    said = "".join(token if len(token) == 1 else "?" for token in tokens)
    return source + "}", said, EscapedMap(1, len(source), runs)


@given(st.lists(TOKEN, max_size=12), st.lists(STEP, max_size=8), st.data())
def test_a_place_is_the_place_of_its_place(tokens, steps, data) -> None:
    source, said, outer = outer_map(tokens)
    built, position = MapBuilder(said), 0
    for kind, length in steps:
        end = min(position + length, len(said))
        if kind == "copy":
            built.copy(position, end)
        elif kind == "replace" and end > position:
            built.replace(position, end, "xyz"[: length % 3])
        position = end
    text, inner = built.finish()
    found = layered(outer, inner)
    clean = place = 0
    for segment in found.segments:
        assert segment.clean == clean
        assert segment.source >= place
        if segment.copied:
            there = source[segment.source : segment.source_end]
            assert text[segment.clean : segment.end] == there
        clean, place = segment.end, segment.source_end
    assert clean == len(text)
    for offset in range(len(text)):
        assert found.span(offset, offset + 1) == outer.span(*inner.span(offset, offset + 1))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert found.contiguous(start, end) == inner.contiguous(start, end)
    if start < end and inner.contiguous(start, end):
        run = outer.span(*inner.span(start, end))
        assert found.span(start, end) == run == found.removed(start, end)


def test_a_half_of_what_one_reference_stands_for_is_not_edited() -> None:
    built = MapBuilder("[&two;]")
    built.copy(0, 1)
    built.replace(1, 6, "<b>")  # an entity of a file's own
    built.copy(6, 7)
    said, outer = built.finish()
    inner = MapBuilder(said)
    inner.copy(0, len(said))
    text, mapped = inner.finish()
    found = layered(outer, mapped)
    assert text == "[<b>]"
    assert found.span(2, 3) == (1, 6)
    assert found.contiguous(1, 4)
    assert not found.contiguous(2, 4)
    assert found.removed(2, 4) is None
