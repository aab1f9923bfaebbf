"""Reading times as pages print them."""

import pytest

from newslint import Text, reading_times


@pytest.mark.parametrize(
    ("line", "words", "least", "most", "alone"),
    [
        ("3 min read", "3 min read", 3, 3, True),
        ("less than a minute read 23-07-2021", "less than a minute read", 0, 1, False),
        ("3-4 minute read", "3-4 minute read", 3, 4, True),
        ("Reading time: 5 min", "Reading time: 5 min", 5, 5, True),
        ("By Ana Costa | Two minutes to read", "Two minutes to read", 2, 2, False),
        ("Read in 7 minutes", "Read in 7 minutes", 7, 7, True),
    ],
)
def test_reading_times(line: str, words: str, least: int, most: int, *, alone: bool) -> None:
    (found,) = reading_times(Text(f"{line}\n\nThe bridge is closed."))
    assert (found.text, found.least, found.most, found.alone) == (words, least, most, alone)


@pytest.mark.parametrize(
    "line",
    [
        "It makes for a two-minute read of the tribute to the old harbour master.",
        "The pupils spend ten minutes reading to each other every day of the week.",
        "He read in 3 minutes what took the mayor an hour.",
    ],
)
def test_sentences_are_none(line: str) -> None:
    assert reading_times(Text(line)) == ()
