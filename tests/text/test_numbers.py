import re

import pytest

from newslint import NUMBER, read_number


@pytest.mark.parametrize(
    ("written", "value", "place", "rounded"),
    [
        ("1,500", 1500, 1, 100),
        ("1.78", 1.78, 0.01, 0.01),
        ("2.5 million", 2.5e6, 1e5, 1e5),
        ("300 bln", 3e11, 1e9, 1e11),
        ("3 trln", 3e12, 1e12, 1e12),
        ("4.5 mn", 4.5e6, 1e5, 1e5),
        ("-40", -40, 1, 10),
        ("minus 40", -40, 1, 10),
        ("1 1/2", 1.5, 0.25, 0.25),
        ("1½", 1.5, 0.25, 0.25),
        ("½", 0.5, 0.25, 0.25),
        ("twenty-five", 25, 1, 1),
        ("thirty", 30, 1, 10),
        ("three hundred", 300, 100, 100),
        ("two and a half", 2.5, 0.25, 0.25),
        ("half a", 0.5, 0.25, 0.25),
        ("three-quarters of a", 0.75, 0.25, 0.25),
        ("a", 1, 1, 1),
    ],
)
def test_reads(written, value, place, rounded):
    number = read_number(written)
    assert number is not None
    assert number.value == pytest.approx(value)
    assert number.place == pytest.approx(place)
    assert number.rounded == pytest.approx(rounded)
    assert re.fullmatch(NUMBER, written, re.IGNORECASE)


@pytest.mark.parametrize("written", ["", "miles", "1,50", "12 monkeys", "-", "million"])
def test_no_number(written):
    assert read_number(written) is None
