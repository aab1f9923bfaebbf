"""Lines that hold a date or a time of day and nothing else."""

from __future__ import annotations

from functools import cache

from newslint.patterns import regexp
from newslint.text.dates.calendar_words import WEEKDAYS
from newslint.text.phrases import word_list
from newslint.timestamps import MONTHS

LONGEST = 110
"""Code points: two times with labels and a time zone are shorter."""

_NAMES = frozenset(MONTHS) | frozenset(WEEKDAYS)
_PIECES = regexp(r"\d+|[^\W\d_]+")
_NUMERIC_DATE = regexp(r"(?<!\d)\d{1,4}([./-])\d{1,2}\1\d{1,4}(?!\d)")
_CLOCK = regexp(r"(?<!\d)\d{1,2}:\d\d(?!\d)")
_DIGIT = regexp(r"\d")
_MOST_CLOCK_WORDS = 6
_MOST_WORDS = 20


@cache
def date_words() -> frozenset[str]:
    """Words that may stand on a line of its own beside a date or a time of day."""
    return frozenset(word_list("newslint.text", "data/clock_words.txt")) | _NAMES


def date_line(line: str) -> bool:
    """Tell whether a line holds a date or time of day and nothing else."""
    if len(line) > LONGEST or line.count(" ") > _MOST_WORDS or not _DIGIT.search(line):
        return False
    words = _PIECES.findall(line.lower())
    if any(not word.isdigit() and word not in date_words() for word in words):
        return False
    if any(word in _NAMES for word in words) or _NUMERIC_DATE.search(line):
        return True
    return len(words) <= _MOST_CLOCK_WORDS and bool(_CLOCK.search(line))
