"""Reading times: ``3 min read``, as pages print them above a story."""

from __future__ import annotations

import re

from newslint.patterns import regexp
from newslint.source import Text
from newslint.spans import Span
from newslint.text.dates.calendar_lines import date_words
from newslint.text.numbers import SMALL_NUMBERS
from newslint.text.phrases import hits, phrases

LONGEST_LINE = 90
"""Code points: a line that holds a reading time, a date and a byline is shorter."""

_MINUTES = r"(?:minutes?|mins?\.?)"
_COUNT = r"\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|an?"
_READING_TIME = regexp(
    rf"(?P<less>\b(?:less than|under) |< ?)?(?<!\w)(?:about |around )?(?P<count>{_COUNT})"
    rf"(?: ?[-–] ?(?P<upto>\d{{1,2}}))?[ -]?{_MINUTES}[ -](?:of )?"
    r"(?:read(?:ing)?(?: time)?|to read)\b"
    rf"|\b(?:estimated )?(?:(?:reading|read) time|time to read)[:\s–-]{{1,3}}"
    rf"(?:about |approx(?:imately|\.)? )?(?P<less2>less than )?(?P<count2>{_COUNT})"
    rf"(?: ?[-–] ?(?P<upto2>\d{{1,2}}))? ?(?:{_MINUTES}"
    rf"|m\b)(?:,? \d{{1,2}} sec(?:ond)?s?)?(?: read)?"
    rf"|\bread in (?:about )?(?P<count3>\d{{1,2}}) {_MINUTES}",
    re.IGNORECASE,
)
_NUMBERS = {"a": 1, "an": 1} | {SMALL_NUMBERS[value]: value for value in range(1, 11)}
_NEAR = phrases(
    "min read", "mins read", "min. read", "minute read", "minutes read", "min reading",
    "minute reading", "minutes reading", "min-read", "minute-read", "reading time", "read time",
    "to read", "of reading", "read in",
)  # fmt: skip


class ReadingTime(Span):
    """The words that tell how long reading takes.

    Args:
        least: Fewest minutes they allow; 0 for "less than a minute".
        most: Most minutes they allow.
        alone: Whether nothing else stands on the line.
    """

    __slots__ = ("alone", "least", "most")

    def __init__(self, place: Span, *, least: int, most: int, alone: bool) -> None:
        super().__init__(place.source, place.start, place.end, place.text)
        self.least = least
        self.most = most
        self.alone = alone


def reading_time(line: str) -> re.Match[str] | None:
    """Return the words of a line that tell how long reading takes, if that is all it says.

    Beside them only a date, a name or a label may stand: "a two-minute read of the tribute" in a
    sentence is the story.
    """
    if len(line) > LONGEST_LINE or "read" not in line.lower():
        return None
    found = _READING_TIME.search(line)
    if found is None:
        return None
    rest = f"{line[: found.start()]} {line[found.end() :]}".split()
    small = {word.strip(".,|:") for word in rest if word[:1].islower()}
    return None if small - date_words() - {"by", "and"} else found


def reading_times(text: Text) -> tuple[ReadingTime, ...]:
    """Return the reading times that stand on lines of their own, or beside a date or a byline."""
    found: list[ReadingTime] = []
    for hit in hits(text, _NEAR):
        line = hit.window(LONGEST_LINE, LONGEST_LINE).strip()
        if match := reading_time(line.text):
            span = line.group(match)
            if not found or found[-1].start != span.start:
                found.append(_read(span, match, alone=len(span) == len(line)))
    return tuple(found)


def _read(span: Span, match: re.Match[str], *, alone: bool) -> ReadingTime:
    count = match["count"] or match["count2"] or match["count3"]
    minutes = int(count) if count.isdigit() else _NUMBERS[count.lower()]
    least = 0 if match["less"] or match["less2"] else minutes
    most = int(match["upto"] or match["upto2"] or minutes)
    return ReadingTime(span, least=least, most=most, alone=alone)
