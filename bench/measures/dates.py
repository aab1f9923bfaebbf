"""Weekdays and days of the month: made wrong in real text, and put in right and wrong.

`date_forms` lists the ways of writing, `date_stories` measures what the other rules on dates find.
"""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from measures import date_stories
from measures.articles import EDITED, SCRAPED, Article
from measures.bench import Bench
from measures.date_forms import (
    WITH_YEAR,
    WITHOUT_YEAR,
    Case,
    Place,
    places,
    recall,
    silence,
    verdicts,
    written,
)
from measures.rows import Row

WEEKDAY, IMPOSSIBLE = "DAT002 weekday-mismatch", "DAT001 impossible-date"
NEAR, HALF_A_YEAR = 14, 183
SENTENCES = (
    " The hearing on {} was put off.", " It is set for {}, the clerk said.", " They met {}.",
    " On {}, the crews went home.", " The works began on {} and went on for years.",
)  # fmt: skip
"""What dates are put into real paragraphs with."""
IN_FIELD = (
    "{y}-{n:02}-{d:02}", "{y}/{n:02}/{d:02}", "{y}-{n:02}-{d:02}T10:00:00Z", "{M} {d}, {y}",
    "{d} {M} {y}", "{d} {m} {y} 10:00:00 GMT", "{d:02}/{n:02}/{y}", "{d:02}.{n:02}.{y}",
    "{y}-{n:02}-{d:02} 10:00:00",
)  # fmt: skip
"""Ways of writing a date in a metadata field."""
SAYS_DATE = re.compile(
    r"(?:\b(?:on|by|until|since|from|before|after|of|for|through|ended|dated|effective),?|day,?|[.(])"
    r" $",
    re.IGNORECASE,
)
"""What a month and a number without a year must follow here, so that no count is taken for one."""


def measure(bench: Bench) -> Iterator[Row]:
    """Give recall of wrong weekdays and impossible days, silence on right ones, and the rest."""
    yield from _real_weekdays(bench)
    yield from _weekdays_put_in(bench)
    yield from _impossible_in_text(bench)
    yield from _impossible_in_fields(bench)
    yield from date_stories.measure(bench)


def _dated(bench: Bench) -> list[tuple[Article, date]]:
    """Return the articles with a publication date."""
    return [
        (article, date.fromisoformat(article.date))
        for article in bench.articles(*EDITED, *SCRAPED)
        if article.date
    ]


def _wrong(chance: Random, weekday: int) -> int:
    return (weekday + chance.randint(1, 6)) % 7


def _nearest(place: Place, published: date) -> date | None:
    """Return the day meant: of the year written, or the one within half a year of publication."""
    years = [place.year] if place.year else [published.year + step for step in (0, -1, 1)]
    for year in years:
        if 1 <= place.day <= monthrange(year, place.month)[1]:
            day = date(year, place.month, place.day)
            if place.year or abs((day - published).days) <= HALF_A_YEAR:
                return day
    return None


def _real_weekdays(bench: Bench) -> Iterator[Row]:
    """Give each weekday that is right in real text another name, one place at a time."""
    chance = bench.chance("real weekdays")
    kinds: dict[str, list[Case]] = {"with a year": [], "within 14 days": [], "15 to 183 days": []}
    for article, published in _dated(bench):
        for place in places(article.text):
            day = _nearest(place, published)
            if place.weekday is None or day is None or day.weekday() != place.weekday:
                continue
            start, end = place.match.span("weekday")
            name = written("{W}", day, _wrong(chance, place.weekday))
            near = abs((day - published).days) <= NEAR
            kind = "with a year" if place.year else "within 14 days" if near else "15 to 183 days"
            case = Case(article.edited(start, end, name), start, place.match.end(), f"real, {kind}")
            kinds[kind].append(case)
    for kind, cases in kinds.items():
        spoken = verdicts(bench, "DAT002", cases)
        yield recall(WEEKDAY, f"real dates given a wrong weekday, {kind}", spoken, goal=1)
        for at in ("error", "error or warning"):
            yield recall(WEEKDAY, f"… {kind}", spoken, at=at)


def _weekdays_put_in(bench: Bench) -> Iterator[Row]:
    """Put a date with its right and with a wrong weekday into real paragraphs, in every form."""
    chance = bench.chance("weekdays put in")
    articles = [pair for pair in _dated(bench) if len(pair[0].text) > 400]
    for forms, far in ((WITH_YEAR, HALF_A_YEAR), (WITHOUT_YEAR, NEAR)):
        year = "with a year" if forms is WITH_YEAR else "no year, within 14 days"
        for kind, templates in forms.items():
            right: list[Case] = []
            wrong: list[Case] = []
            for article, published in chance.sample(articles, min(150, len(articles))):
                day = published + timedelta(chance.randint(-far, far))
                template, carrier = chance.choice(templates), chance.choice(SENTENCES)
                for cases, weekday in (
                    (right, day.weekday()),
                    (wrong, _wrong(chance, day.weekday())),
                ):
                    phrase = written(template, day, weekday)
                    phrase = phrase.upper() if kind == "capitals" else phrase
                    cases.append(_put_in(article, carrier, phrase, f"{kind}, {year}: {template}"))
            spoken = verdicts(bench, "DAT002", wrong)
            goal = 0 if "two readings" in kind else 1  # the other reading may fit by chance
            yield recall(WEEKDAY, f"put in wrong: {kind}, {year}", spoken, goal=goal)
            yield silence(WEEKDAY, f"put in right: {kind}, {year}", bench, "DAT002", right)


def _put_in(article: Article, carrier: str, phrase: str, what: str) -> Case:
    """Put a sentence with a phrase behind the first paragraph that is long enough."""
    at = re.search(r"[^\n]{120,}$", article.text, re.MULTILINE)
    position = at.end() if at else len(article.text)
    start = position + carrier.index("{}")
    text = carrier.format(phrase)
    return Case(article.edited(position, position, text), start, start + len(phrase), what)


def _impossible(place: Place) -> list[int]:
    """Return days that this month does not have: the next one, as a slip would be, and up to 32."""
    if place.month == 2 and place.year and not isleap(place.year):
        return [29, 30, 31]
    last = 29 if place.month == 2 else monthrange(2024, place.month)[1]
    return list(range(last + 1, 33))


def _impossible_in_text(bench: Bench) -> Iterator[Row]:
    """Change the day of real dates to one that no calendar has, one place at a time."""
    chance = bench.chance("impossible days")
    kinds: dict[str, list[Case]] = {"with a year": [], "no year": [], "no year, day 32": []}
    for article in bench.articles(*EDITED, *SCRAPED):
        for place in places(article.text):
            lead = article.text[max(place.match.start("date") - 12, 0) : place.match.start("date")]
            if not (place.year or SAYS_DATE.search(lead)):
                continue
            day = chance.choice(_impossible(place))
            start, end = place.day_span
            changed = article.edited(start, end, str(day))
            kind = "with a year" if place.year else "no year, day 32" if day == 32 else "no year"
            kinds[kind].append(Case(changed, start, start + 2, f"impossible, {kind}"))
    for kind, cases in kinds.items():
        taken = chance.sample(cases, min(1500, len(cases)))
        spoken = verdicts(bench, "DAT001", taken)
        goal = 0 if "32" in kind else 1
        yield recall(IMPOSSIBLE, f"day of a real date changed, {kind}", spoken, goal=goal)
        yield recall(IMPOSSIBLE, f"… {kind}", spoken, at="error")


def _impossible_in_fields(bench: Bench) -> Iterator[Row]:
    """Give articles a date field with a day or a month that does not exist."""
    chance = bench.chance("impossible fields")
    cases = []
    for article, published in chance.sample(_dated(bench), min(300, len(_dated(bench)))):
        template = chance.choice(IN_FIELD)
        month, day = chance.choice(
            ((2, 30), (4, 31), (6, 31), (9, 31), (11, 31), (13, 15), (1, 32))
        )
        if month > 12 and ("{M}" in template or "{m}" in template):
            month, day = 2, 30
        first = date(published.year, min(month, 12), 1)
        raw = template.format(y=first.year, n=month, d=day, M=f"{first:%B}", m=f"{first:%b}")
        cases.append(Case(replace(article, date=raw), 0, len(raw), f"field: {template}", "date"))
    yield recall(IMPOSSIBLE, "date field made impossible", verdicts(bench, "DAT001", cases), goal=1)
