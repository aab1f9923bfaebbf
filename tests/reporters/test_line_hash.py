import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.diagnostic import Location
from newslint.reporters.byte_columns import Sources
from newslint.reporters.line_hash import LineHashes
from newslint.structs import replace

TEXT = st.text(alphabet="ab \t\r\n\u00e9\U0001d49c\ufeff", max_size=40) | st.text(max_size=300)


def rolled(text):
    """The hashes of all lines, rolled over the file unit by unit as `upload-sarif` does."""
    data = text.encode("utf-16-le")
    units = [int.from_bytes(data[at : at + 2], "little") for at in range(0, len(data), 2)]
    window, lines = [0] * 100, [0] * 100
    value = index = line = 0
    seen, found = {}, {}
    starts, after_return = True, False

    def give():
        key = f"{value:x}"
        seen[key] = seen.get(key, 0) + 1
        found[lines[index]] = f"{key}:{seen[key]}"
        lines[index] = 0

    def roll(unit):
        nonlocal value, index
        value = (37 * value + unit - 37**100 * window[index]) % 2**64
        window[index] = unit
        index = (index + 1) % 100

    for unit in [*units, 0xFFFF]:
        if unit in (9, 32) or (after_return and unit == 10):
            after_return = False
            continue
        after_return = unit == 13
        unit = 10 if unit == 13 else unit
        if lines[index]:
            give()
        if starts:
            line += 1
            lines[index] = line
        starts = unit == 10
        roll(unit)
    for _ in range(100):
        if lines[index]:
            give()
        roll(0)
    return [found[number] for number in range(1, line + 1)]


@given(TEXT | TEXT.map(lambda text: f"{text}\n" * 5))
def test_every_line_has_the_hash_of_the_action(text):
    expected = rolled(text)
    hashes = LineHashes(text)
    assert [hashes.of(line) for line in range(1, len(expected) + 1)] == expected
    assert hashes.of(len(expected) + 1) is None


def test_a_known_hash():
    assert LineHashes("").of(1) == "c129715d7a2bc9a3:1"


def test_lines_above_do_not_change_a_hash():
    line = "The mayor opened the fair on Monday.\n"
    assert LineHashes(line).of(1) == LineHashes(f"New\r\n\n{line}").of(3)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"\xef\xbb\xbfFair.\r\n", LineHashes("\ufeffFair.\r\n").of(1)),
        ("\ufeffFair.\n".encode("utf-16"), None),
    ],
)
def test_a_file_is_hashed_as_it_stands(said, here, data, expected):
    (here / "a.txt").write_bytes(data)
    one = replace(said, location=Location("a.txt", None, 1, 1, 1, 1), excerpt=None)
    assert Sources().of(one).line_hash(1) == expected
