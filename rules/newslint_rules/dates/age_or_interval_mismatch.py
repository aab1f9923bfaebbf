"""DAT007 age-or-interval-mismatch."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint import NUMBER, Doc, Finding, Findings, Span, in_quotes, phrases, read_number, rule

MARKS = phrases("years ago", "between")
NEXT_TO = 1  # years: a birthday or a year's end lies between

_YEAR = r"(?:1[5-9]|20)\d\d"
_IN_YEAR = rf"(?:[A-Z][a-z]+\.?[ ](?:\d{{1,2}},[ ])?)?(?P<year>{_YEAR})(?![\d-])"
_COUNT = re.compile(rf"(?P<word>\b[A-Za-z]+[ ])?(?P<count>{NUMBER})[ ]\Z")
_YEAR_AFTER = re.compile(rf"(?:,?[ ]in[ ]|[ ]\((?:in[ ])?){_IN_YEAR}")
_YEAR_BEFORE = re.compile(rf"\bin[ ]{_IN_YEAR}(?:,[ ]|[ ]\(|[ ]?[—–][ ]?|[ ]-+[ ])\Z")
_INTERVAL = re.compile(rf"[ ](?P<first>{_YEAR})[ ]and[ ](?P<last>{_YEAR})(?![\d%-]|[,.]\d)")
_ROUGH = re.compile(
    r"\b(?:about|almost|around|approximately|roughly|nearly|some|over|than|least|perhaps|maybe)\b",
    re.IGNORECASE,
)


@rule("DAT007", severity="warning", languages=("en",), near=MARKS)
def age_or_interval_mismatch(doc: Doc) -> Findings:
    r"""A count of years that does not fit the year named with it, or an interval turned round.

    `Three years ago, in 2009` in an article of 2014: the count or the year is wrong, or the text is
    older than its date says. Counts may be one year off, for a year's end may lie between, fives two
    and tens three. In a quotation it is an info.

    Left alone: rough counts (`about 20 years ago`), decades (`in the 1990s`), articles without a
    date. Missed: ages of persons, counts parted from their year by more than a comma or a bracket.
    In 13,900 articles with some 500 such places one was found, and it was right.

    Bad:
        ---
        date: 2024-03-12
        ---
        The bridge was closed >>seven years ago, in 2012<<, after the flood.
    Bad: The fund grew every year between >>2012 and 2008<<, the bank said.
    Good:
        ---
        date: 2024-03-12
        ---
        The bridge was closed 11 years ago, in 2012, and some 30 years ago (1990) it was moved.
    Good: The fund grew every year between 2008 and 2012, the bank said.
    """
    for hit in doc.hits(MARKS):
        if hit.text.lower() == "between":
            yield from _turned_round(hit)
        elif doc.date is not None:
            yield from _miscounted(doc, hit, doc.date.year)


def _turned_round(hit: Span) -> Iterator[Finding]:
    line = hit.window(0, 24)
    match = _INTERVAL.match(line.text, len(hit.text))
    if match and int(match["first"]) > int(match["last"]):
        place = line.slice(match.start("first"), match.end("last"))
        turned = f"{match['last']} and {match['first']}"
        yield place.flag(f"the interval {place.text!r} ends before it begins", fix=turned)


def _miscounted(doc: Doc, hit: Span, published: int) -> Iterator[Finding]:
    line = hit.window(80, 40)
    at = hit.start - line.start
    count = _COUNT.search(line.text[:at])
    number = read_number(count["count"]) if count else None
    if not count or number is None or number.value < 1 or number.place != 1:
        return
    if _ROUGH.search(line.text[max(count.start("count") - 16, 0) : count.start("count")]):
        return
    start, end = count.start("count"), at + len(hit.text)
    if year := _YEAR_AFTER.match(line.text, end):
        end = year.end("year")
    elif year := _YEAR_BEFORE.search(line.text[:start]):
        start = year.start("year")
    else:
        return
    named = int(year["year"])
    if abs(published - named - number.value) <= _leeway(number.value):
        return
    place = line.slice(start, end)
    yield place.flag(
        f"{named} is {published - named} years before the article's date, not {count['count']}",
        severity="info" if in_quotes(doc, place) else None,
    )


def _leeway(count: float) -> int:
    """Return by how many years a count may be off: round ones are said of 43 years as of 40."""
    return NEXT_TO + (2 if count % 10 == 0 else 1 if count % 5 == 0 else 0)
