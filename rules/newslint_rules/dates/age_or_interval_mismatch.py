"""DAT007 age-or-interval-mismatch."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint import NUMBER, Doc, Finding, Findings, Span, in_quotes, phrases, read_number, rule

MARKS = phrases("years ago", "between", "from", "age of", "at age", "aged")
NEXT_TO = 1  # years: a birthday or a year's end lies between

_YEAR = r"(?:1[5-9]|20)\d\d"
_IN_YEAR = rf"(?:[A-Z][a-z]+\.?[ ](?:\d{{1,2}},[ ])?)?(?P<year>{_YEAR})(?![\d-])"
_COUNT = re.compile(rf"(?P<word>\b[A-Za-z]+[ ])?(?P<count>{NUMBER})[ ]\Z")
_YEAR_AFTER = re.compile(rf"(?:,?[ ]in[ ]|[ ]\((?:in[ ])?){_IN_YEAR}")
_YEAR_BEFORE = re.compile(rf"\b[Ii]n[ ]{_IN_YEAR}(?:,[ ]|[ ]\(|[ ]?[—–][ ]?|[ ]-+[ ])\Z")
_INTERVAL = re.compile(
    rf"[ ](?P<first>{_YEAR})[ ](?P<link>and|to|until|through)[ ](?P<last>{_YEAR})"
    r"(?![\d%-]|[,.]\d|[ ][a-z]+s\b)"
)
_MOVED = re.compile(
    r"\b(?:bring|brought|mov|forward|advanc|shift|push|cut|down|f[ea]ll|dropp?|revis|chang|reduc|lower"
    r"|backdat|postpon|declin|shr[aiu]nk|slid|slipp|[Bb]\.?[Cc])",
)
_LIFE = re.compile(
    rf"\bborn\b[^.;\n]{{0,50}}?\b(?P<born>{_YEAR})\b[^;\n]{{0,50}}?\bdied\b[^;\n]{{0,40}}?"
    rf"\b(?P<died>{_YEAR}),?[ ](?:[a-z]+[ ]){{0,3}}?(?:at[ ])?(?:the[ ])?\Z"
)
_AGE = re.compile(r"[ ](?P<age>\d{1,3})(?![\w-])")
_ROUGH = re.compile(
    r"\b(?:about|almost|around|approximately|roughly|nearly|some|over|than|least|perhaps|maybe)\b",
    re.IGNORECASE,
)


@rule("DAT007", severity="warning", languages=("en",), near=MARKS)
def age_or_interval_mismatch(doc: Doc) -> Findings:
    r"""A count of years that does not fit the year named with it, or an interval turned round.

    `Three years ago, in 2009` in an article of 2014: the count or the year is wrong, or the text is
    older than its date says. Counts may be one year off, for a year's end may lie between, fives
    two and tens three. In a quotation it is an info.

    Left alone: rough counts (`about 20 years ago`), decades (`in the 1990s`), terms that were moved
    (`brought forward from 2010 to 2008`), counts without a date of the article. Missed: ages of the
    living, counts parted from their year by more than a comma or a bracket.

    Bad:
        ---
        date: 2024-03-12
        ---
        The bridge was closed >>seven years ago, in 2012<<, after the flood.
    Bad: The fund grew every year between >>2012 and 2008<<, the bank said.
    Bad: The painter was >>born in 1901 and died in 1973 at the age of 81<<, the museum said.
    Good: The painter was born in 1901 and died in 1973 at the age of 71, the museum said.
    Good: The vote was brought forward from 2010 to 2008, and the port ran from 1990 to 1995.
    Good:
        ---
        date: 2024-03-12
        ---
        The bridge was closed 11 years ago, in 2012, and some 30 years ago (1990) it was moved.
    Good: The fund grew every year between 2008 and 2012, the bank said.
    """
    for hit in doc.hits(MARKS):
        word = hit.text.lower()
        if word in {"between", "from"}:
            yield from _turned_round(hit)
        elif word == "years ago":
            if doc.date is not None:
                yield from _miscounted(doc, hit, doc.date.year)
        else:
            yield from _age_at_death(hit)


def _turned_round(hit: Span) -> Iterator[Finding]:
    line = hit.window(60, 30)
    at = hit.end - line.start
    match = _INTERVAL.match(line.text, at)
    if not match or int(match["first"]) <= int(match["last"]):
        return
    if (match["link"] == "and") == (hit.text.lower() == "from") or _MOVED.search(line.text):
        return
    place = line.slice(match.start("first"), match.end("last"))
    turned = f"{match['last']} {match['link']} {match['first']}"
    yield place.flag(f"the interval {place.text!r} ends before it begins", fix=turned)


def _age_at_death(hit: Span) -> Iterator[Finding]:
    line = hit.window(180, 8)
    at = hit.start - line.start
    life, age = _LIFE.search(line.text[:at]), _AGE.match(line.text, at + len(hit.text))
    if not life or not age:
        return
    years = int(life["died"]) - int(life["born"])
    if years < 0 or int(age["age"]) in {years, years - 1}:
        return
    yield line.slice(life.start(), age.end()).flag(
        f"from {life['born']} to {life['died']} are {years - 1} or {years} years, not {age['age']}"
    )


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
        end += line.text.startswith(")", end) and "(" in line.text[start:end]
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
