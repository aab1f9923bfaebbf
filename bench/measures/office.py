"""Titles out of their term: the date moved out of the term, or `-elect` put where it cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from measures.articles import EDITED, SCRAPED, Article
from measures.bench import Bench
from measures.linting import Flag
from measures.rows import Row
from newslint import Doc, in_quotes

RULE = "TTL002 title-out-of-term"
CODE = "TTL002"
CASES = 300
"""Articles of each kind of injection, at most."""
IN_OFFICE = {
    "Ronald Reagan": (date(1981, 1, 20), date(1989, 1, 20)),
    "Bill Clinton": (date(1993, 1, 20), date(2001, 1, 20)),
    "George W. Bush": (date(2001, 1, 20), date(2009, 1, 20)),
    "Barack Obama": (date(2009, 1, 20), date(2017, 1, 20)),
    "Donald Trump": (date(2017, 1, 20), date(2021, 1, 20)),
    "Jacques Chirac": (date(1995, 5, 17), date(2007, 5, 16)),
    "Vladimir Putin": (date(2000, 1, 1), date(2021, 1, 1)),
    "Corazon Aquino": (date(1986, 2, 25), date(1992, 6, 30)),
}
"""Presidents of the years that the articles are from, and their terms; not read from the facts."""
TITLED = re.compile(rf"\bPresident (?P<name>{'|'.join(map(re.escape, IN_OFFICE))})\b")
FAR = timedelta(days=200)
"""How far from a term the date is moved; more than the leeway of dates that know the month only."""


@dataclass(frozen=True, slots=True)
class Case:
    """An article with a title out of its term, and where the title stands."""

    article: Article
    start: int
    end: int


def measure(bench: Bench) -> Iterator[Row]:
    """Give the share of titles out of their term that are found, and how often the rule speaks."""
    articles = bench.articles(*EDITED, *SCRAPED)
    chance = bench.chance("office")
    places = [(one, place) for one in articles if (place := _in_term(one))]
    chance.shuffle(places)
    places = places[:CASES]
    kinds = {
        "`President` made `President-elect`": [_made_elect(*one) for one in places],
        "the date moved to 200 days before the term": [_moved(*one, -1) for one in places],
        "the date moved to 200 days after the term": [_moved(*one, 1) for one in places],
    }
    for name, cases in kinds.items():
        yield _injected(bench, name, cases)
    yield _organic(bench)


def _in_term(article: Article) -> re.Match[str] | None:
    """Return the first title before a full name, unquoted, of a president who is well in office."""
    match = TITLED.search(article.text)
    if match is None or article.date is None:
        return None
    doc = Doc(article.text)
    start, end = IN_OFFICE[match["name"]]
    well_in_office = start + FAR < date.fromisoformat(article.date) < end - FAR
    return match if well_in_office and not in_quotes(doc, doc.group(match)) else None


def _made_elect(article: Article, match: re.Match[str]) -> Case:
    title = match.start() + len("President")
    changed = article.edited(title, title, "-elect")
    return Case(changed, match.start(), match.end() + len("-elect"))


def _moved(article: Article, match: re.Match[str], way: int) -> Case:
    start, end = IN_OFFICE[match["name"]]
    day = start - FAR if way < 0 else end + FAR
    return Case(replace(article, date=day.isoformat()), match.start(), match.end())


def _injected(bench: Bench, name: str, cases: Sequence[Case]) -> Row:
    flags = bench.lint([case.article for case in cases], (CODE,))
    missed = [
        case
        for case, found in zip(cases, flags, strict=True)
        if not any(one.covers(case.start, case.end) for one in found)
    ]
    bench.show(f"missed: {name}", [_flag(case) for case in missed])
    found = 1 - len(missed) / len(cases) if cases else None
    return Row("injected", RULE, f"{name}, in articles as they are", len(cases), recall=found)


def _flag(case: Case) -> Flag:
    article, text = case.article, case.article.text
    return Flag(
        article.file, article.id, CODE, "title-out-of-term", "missed", "text", case.start, case.end,
        text[case.start : case.end], f"not found, the article is of {article.date}",
        text[max(case.start - 150, 0) : case.start], text[case.end : case.end + 150],
    )  # fmt: skip


def _organic(bench: Bench) -> Row:
    flags = [
        one
        for article in bench.articles(*EDITED, *SCRAPED)
        for one in bench.natural[article.file, article.id]
        if one.code == CODE
    ]
    read = bench.verdicts.count(flags)
    known = read["true"] + read["arguable"] + read["false"]
    wrong = 1000 * (read["false"] + read["unread"]) / len(bench.natural)
    return Row(
        "organic", RULE, f"all articles: {', '.join(f'{n} {name}' for name, n in read.items())}",
        len(flags), precision=1 - read["false"] / known if known else None, false_alarms=wrong,
        per="1,000 articles",
    )  # fmt: skip
