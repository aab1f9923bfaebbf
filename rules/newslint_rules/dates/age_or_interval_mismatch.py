"""DAT007 age-or-interval-mismatch."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint import (
    NUMBER,
    Doc,
    Finding,
    Findings,
    FormKind,
    Span,
    in_quotes,
    phrases,
    places,
    read_number,
    regexp,
    rule,
)

MARKS = phrases(
    "years ago", "decade ago", "decades ago", "years since", "age of", "at age", "aged", "born"
)
AGO = frozenset({"years ago", "decade ago", "decades ago"})
NEXT_TO = 1  # years: a birthday or a year's end lies between
DECADE = 4  # years by which "two decades ago" may be off

_YEAR = r"(?:1[5-9]|20)\d\d"
_SOME_YEAR = regexp(_YEAR)
YEARS = FormKind(judge=lambda form: _SOME_YEAR.search(form) is not None, letters=False)
"""The forms that hold a year; without one nothing can be held against another."""
_IN_YEAR = rf"(?:[A-Z][a-z]+\.?[ ](?:\d{{1,2}},[ ])?)?(?P<year>{_YEAR})(?![\d-])"
_COUNT = regexp(rf"(?P<word>\b[A-Za-z]+[ ])?(?P<count>{NUMBER})[ ]\Z")
_YEAR_AFTER = regexp(rf"(?:,?[ ]in[ ]|[ ]\((?:in[ ])?){_IN_YEAR}")
_YEAR_BEFORE = regexp(rf"\b(?:[Ii]n|[Ss]ince)[ ]{_IN_YEAR}(?:,[ ]|[ ]\(|[ ]?[—–][ ]?|[ ]-+[ ])\Z")
OPENERS = FormKind({"from", "between"})
_OPENER = regexp(r"(?:from|between)\Z", re.IGNORECASE)
_DIGITS = 4
_INTERVAL = regexp(
    rf"[ ](?P<first>{_YEAR})[ ](?P<link>and|to|until|through)[ ](?P<last>{_YEAR})"
    r"(?![\d%-]|[,.]\d|[ ](?:points|people|pounds|GMT)\b"
    r"|[ ](?!(?:as|was|is|has|its|this|his|us|across|unless|thus|perhaps|always)\b)[a-z]+s\b)"
)
_MOVED = regexp(
    r"\b(?:bring|brought|mov(?:e[ds]?|ing)|forward|advanc|shift|push|cut|revis|chang|backdat|postpon"
    r"|accelerat|hasten|tighten|extend|reset|deadline|target|dated?\b|sooner|earlier|trim|pare|paring"
    r"|thinn|went|going|goes|jump|back\b|travel|flash(?:ed|es|ing)|films?\b|movies?\b|novels?\b"
    r"|compar|count\b|index\b|score|calorie|curfew)"
    r"|\b(?:down|f[ea]ll|dropp?|reduc|lower|declin|decreas|shr[aiu]nk|slid|slipp)\w*[ ]"
    r"(?:(?:in|of|by)[ ](?:\w+[ ])?\w+,?[ ])?(?:\w+ly[ ])?from\b",
    re.IGNORECASE,
)
_BACKWARD = regexp(r"\b(?:backwards?|reversed?)\b")
_SENTENCE = regexp(r"[.!?][\"”’]?[ ]")
"""What is moved, told backwards or counted: ``brought forward from 2010``, ``fell from 1990``."""
_SET_SIDE_BY_SIDE = regexp(
    r"\b(?:differ\w*|gaps?|changes?|comparison|contrast|parallels?|similarit\w+|choice|choose"
    r"|choosing|link|divide|split|ranged?|moved|trad(?:ed|ing)|somewhere)[ ]"
    r"(?:\w+[ ]){0,3}between\Z"
)
"""What stands between two things in no order, or between two amounts."""
_ROUND = 50  # two numbers that it divides are amounts rather than years: "from 2000 to 1800"
_BEFORE_CHRIST = regexp(r"\b[Bb]\.?[Cc]")
_ROUGH = regexp(
    r"\b(?:about|almost|around|approximately|roughly|nearly|some|perhaps|maybe"
    r"|(?P<more>over|(?:more|longer|greater|better)[ ]than|at[ ]least|a[ ]good)"
    r"|(?P<less>less[ ]than|fewer[ ]than|under|not[ ]even|barely|just))[ ]\Z",
    re.IGNORECASE,
)
_SINCE = regexp(rf"[ ](?P<year>{_YEAR})(?![\d-])(?=[^.;\n]{{0,80}}?\b(?:has|have)\b)")
_THE_YEARS = regexp(r"\bthe[ ](?:past[ ]|last[ ])?\Z")
_FOR_YEARS = regexp(rf"\bfor[ ](?P<count>{NUMBER})[ ]years,?[ ]\Z")


@rule("DAT007", severity="warning", languages=("en",), near=YEARS)
def age_or_interval_mismatch(doc: Doc) -> Findings:
    r"""A count of years that does not fit the year named with it, or an interval turned round.

    `Three years ago, in 2009` in an article of 2014: the count or the year is wrong, or the text is
    older than its date says. Counts may be one year off, for a year's end may lie between, fives
    two, tens three and decades four, rough ones (`about 20 years ago`) twice as much or a fifth,
    and `more than 20 years ago` half as much again; further off it is an info. The same for `the 12
    years since 2015` and `for ten years, from 1990 to 1995`. An age is held against the year of
    birth in its sentence: at death against the year of death, else against the article's date,
    where it is said of today (`has died aged 81, was born in 1949` too) or is higher than anyone
    born then can be. In a quotation it is an info.

    Left alone: decades (`in the 1990s`), terms that were moved (`brought forward from 2010 to
    2008`) or are still to come, what is compared (`the gap between 2012 and 2008`) or told
    backwards, what may be counts (`fell from 1990 to 1985`, `from 2000 to 1800`), ages of the past
    (`born in 1950, she married aged 20`) and of others in the sentence, all that is held against
    the article's date where it has none. It misses counts parted from their year by more than a
    comma or a bracket, ages parted from the year of birth by a full stop. It errs where a text is
    reprinted much later under a new date.

    Bad:
        ---
        date: 2024-03-12
        ---
        The bridge was closed >>seven years ago, in 2012<<, after the flood.
    Bad:
        ---
        date: 2024-03-12
        ---
        The organist, who has died aged >>91, was born in Bremen in 1953<<, a baker's daughter.
    Bad:
        ---
        date: 2024-03-12
        ---
        A bell missing since >>1944, 60 years ago<<, was found in the old harbour.
    Bad: The fund grew every year between >>2012 and 2008<<, the bank said.
    Bad: He led the bank >>for ten years, from 1990 to 1995<<, and then the port.
    Bad: The painter was >>born in 1901 and died in 1973 at the age of 81<<, the museum said.
    Bad:
        ---
        date: 2024-03-12
        ---
        The painter, >>born in 1950 and now aged 90<<, still works in the old harbour.
    Good:
        ---
        date: 2024-03-12
        ---
        Born in 1950, she married aged 20, and her son, born in 1972 to her aged 22, is a painter.
    Good: The painter was born in 1901 and died in 1973 at the age of 71, the museum said.
    Good: The vote was brought forward from 2010 to 2008, and the port ran from 1990 to 1995.
    Good:
        ---
        date: 2024-03-12
        ---
        The bridge was closed 11 years ago, in 2012, and some 30 years ago (1990) it was moved.
    Good: The fund grew every year between 2008 and 2012, the bank said.
    """
    published = doc.date.year if doc.date else None
    for hit in _openings(doc):
        yield from _turned_round(hit, published)
        yield from _lasted(hit)
    from newslint_rules.dates.ages import misfits, span_of_life

    for hit in doc.hits(MARKS):
        word = hit.text.lower()
        if word in AGO or word == "years since":
            if published is not None:
                yield from _miscounted(doc, hit, published)
        else:
            for misfit in misfits(hit, published) if word == "born" else span_of_life(hit):
                quoted = in_quotes(doc, misfit.place)
                yield misfit.place.flag(misfit.message, severity="info" if quoted else None)


def _openings(doc: Doc) -> Iterator[Span]:
    """Give each ``from`` and ``between`` that stands before a year, if others are named, too."""
    years, text = YEARS.forms(doc), doc.text
    if len(years) < 2:
        return
    firsts = {"2" if year.startswith("20") else "1" for year in years if len(year) == _DIGITS}
    words = {word for form in OPENERS.forms(doc) for word in _OPENER.findall(form)}
    for opening in [f"{word} {first}" for word in words for first in firsts]:
        for at, _ in places(text, (opening,)):
            if not (text[at - 1 : at].isalnum() or text[at - 1 : at] == "_"):
                yield doc.span(at, at + len(opening) - 2)


def _turned_round(hit: Span, published: int | None) -> Iterator[Finding]:
    line = hit.window(60, 30)
    at = hit.end - line.start
    match = _INTERVAL.match(line.text, at)
    if not match:
        return
    first, last = int(match["first"]), int(match["last"])
    if first <= last or (first % _ROUND == 0 and last % _ROUND == 0):
        return
    since = hit.text.lower() == "from"
    if (match["link"] == "and") == since or _BEFORE_CHRIST.search(line.text):
        return
    lead = _SENTENCE.split(line.text[:at])[-1]
    if not since and _SET_SIDE_BY_SIDE.search(lead):
        return
    if since and (_MOVED.search(lead) or _BACKWARD.search(line.text)):
        return
    if since and published is not None and first > published:
        return  # what is planned may be moved forward
    place = line.slice(match.start("first"), match.end("last"))
    turned = f"{match['last']} {match['link']} {match['first']}"
    yield place.flag(f"the interval {place.text!r} ends before it begins", fix=turned)


def _miscounted(doc: Doc, hit: Span, published: int) -> Iterator[Finding]:
    line = hit.window(80, 40)
    at = hit.start - line.start
    count = _COUNT.search(line.text[:at])
    number = read_number(count["count"]) if count else None
    if not count or number is None or number.value < 1 or number.place != 1:
        return
    lead = line.text[: count.start("count")]
    rough = _ROUGH.search(lead)
    start, end = count.start("count"), at + len(hit.text)
    if hit.text.lower() == "years since":
        year = _SINCE.match(line.text, end) if _THE_YEARS.search(lead) else None
        end = year.end("year") if year else end
    elif year := _YEAR_AFTER.match(line.text, end):
        end = year.end("year")
        end += line.text.startswith(")", end) and "(" in line.text[start:end]
    elif year := _YEAR_BEFORE.search(line.text[:start]):
        start = year.start("year")
    if not year:
        return
    named, decades = int(year["year"]), hit.text.lower().startswith("decade")
    years = number.value * (10 if decades else 1)
    off = published - named - years
    leeway = DECADE if decades else _leeway(years, rough=rough is not None)
    if abs(off) <= leeway:
        return
    mild = False
    if rough and rough["more"] and off > 0:  # "more than 20 years ago"
        mild = True
        if off <= max(leeway, years / 2):
            return
    if rough and rough["less"] and -years < off < 0:
        return
    place = line.slice(start, end)
    yield place.flag(
        f"{named} is {published - named} years before the article's date, not {years:g}",
        severity="info" if mild or in_quotes(doc, place) else None,
    )


def _lasted(hit: Span) -> Iterator[Finding]:
    """Hold ``for ten years`` against the years behind it."""
    line = hit.window(40, 30)
    at = hit.start - line.start
    said, years = _FOR_YEARS.search(line.text[:at]), _INTERVAL.match(line.text, at + len(hit.text))
    count = read_number(said["count"]) if said else None
    if not said or not years or not count:
        return
    lasted = int(years["last"]) - int(years["first"])
    if lasted > 0 and abs(lasted - count.value) > _leeway(count.value, rough=False):
        place = line.slice(said.start(), years.end("last"))
        yield place.flag(f"from {years['first']} to {years['last']} are {lasted} years")


def _leeway(count: float, *, rough: bool) -> float:
    """Return by how many years a count may be off: round ones are said of 43 years as of 40."""
    leeway = NEXT_TO + (2 if count % 10 == 0 else 1 if count % 5 == 0 else 0)
    return max(2 * leeway, count / 5) if rough else leeway
