"""Datelines, dates from two sources, things told as past, ages, and dates found against gold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from measures.articles import EDITED, SCRAPED, Article, read_articles, read_rows
from measures.bench import Bench
from measures.date_forms import Case, places, recall, silence, verdicts
from measures.linting import Flag
from measures.rows import Row
from newslint import DateMention, Doc, date_near

DATELINE, SOURCES = "DAT003 dateline-mismatch", "DAT004 date-sources-disagree"
PAST, AGE = "DAT005 reported-before-it-happened", "DAT007 age-or-interval-mismatch"

DAY = timedelta(days=1)
IN_ADDRESS = re.compile(r"/(20\d\d)/(\d\d?)/(\d\d?)/")
TOLD = re.compile(
    r"\b(?:said|met|died|signed|killed|announced|began|opened|held|won|voted|filed|published|arrested"
    r"|released|was [a-z]+ed|were [a-z]+ed)\b[^.;:\n\"“”]{0,60}?\bon (?=[A-Z])"
)
"""A verb in the past and ``on``: a date behind it is told as past."""
INTERVAL = re.compile(
    r"\b(?:[Ff]rom ((?:19|20)\d\d) (?:to|until|through)|[Bb]etween ((?:19|20)\d\d) and)"
    r" ((?:19|20)\d\d)\b"
)
AGO = re.compile(r"\b(\d\d?|two|three|four|five|six|seven|eight|nine|ten) years ago\b(?!,? in \d)")
AGES = (
    "She was born in {born} and died in {died} at the age of {age}.",
    "Born in {born}, he died in {died}, aged {age}.",
    "The painter (born {born}, died {died}) was {age} years old when he died.",
    "Karl Lund, who was born in {born}, died in {died} at {age}.",
    "Karl Lund ({born}-{died}) died at the age of {age}.",
)
LIVING = (
    "Ana Ruiz, {age}, was born in {born} in the north.",
    "Born in {born}, Ana Ruiz, now {age}, paints.",
    "Ana Ruiz was born in {born} and is now {age} years old.",
    "Karl Lund, born in {born}, is aged {age}.",
    "Ana Ruiz, aged {age}, who was born in {born}, paints.",
)
"""Ages of the dead and of the living, which real articles seldom put beside the year of birth."""


def measure(bench: Bench) -> Iterator[Row]:
    """Give what the rules on datelines, sources, the future and ages find."""
    yield from _datelines(bench)
    yield from _gold_datelines(bench)
    yield from _sources(bench)
    yield from _date_lines(bench)
    yield from _told_before(bench)
    yield from _intervals(bench)
    yield from _years_ago(bench)
    yield from _ages(bench)
    yield from _gold_dates(bench)


def _datelines(bench: Bench) -> Iterator[Row]:
    """Move the publication date of wire items away from a dateline that agrees with it."""
    chance = bench.chance("datelines")
    fit = [
        (article, day)
        for article in bench.articles("articles/reuters1987")
        if (day := _dateline(article))
        and abs(date.fromisoformat(article.date or "") - day) < 2 * DAY
    ]
    for first, last in ((4, 40), (1, 3)):
        cases = []
        for article, day in chance.sample(fit, min(1000, len(fit))):
            days = chance.randint(first, last) * chance.choice((1, -1))
            moved = replace(article, date=(day + timedelta(days)).isoformat())
            cases.append(Case(moved, 0, 100, "dateline"))
        if first > 3:
            yield recall(
                DATELINE, "4 to 40 days from the date", verdicts(bench, "DAT003", cases), goal=0.95
            )
        else:
            yield silence(DATELINE, "1 to 3 days from the date", bench, "DAT003", cases)


def _dateline(article: Article) -> date | None:
    for place in places(str(article.row.get("dateline") or "")):
        published = date.fromisoformat(article.date or "")
        return date_near(place.month, place.day, published)
    return None


def _gold_datelines(bench: Bench) -> Iterator[Row]:
    """Find the organic errors in dates that were labelled."""
    rows = {row["id"]: row for row in read_rows(bench.data / "gold/date_defects_reuters87.jsonl")}
    files = bench.articles("articles/reuters1987", "gold/extra_articles")
    articles = list({a.id: a for a in files if a.id in rows}.values())
    found = [bool(flags) for flags in bench.lint(articles, ("DAT001", "DAT003"))]
    yield Row(
        "gold", "DAT001, DAT003", "labelled errors of one wire", len(found),
        recall=sum(found) / len(found) if found else None,
    )  # fmt: skip


def _sources(bench: Bench) -> Iterator[Row]:
    """Shift the day in the address."""
    chance = bench.chance("addresses")
    dated = [
        a for a in bench.articles("articles/allsides") if a.date and IN_ADDRESS.search(a.url or "")
    ]
    for first, last, at in ((2, 31, ""), (32, 900, "error or warning"), (0, 1, "")):
        cases = []
        for article in chance.sample(dated, min(500, len(dated))):
            step = chance.randint(first, last) * chance.choice((1, -1))
            day = date.fromisoformat(article.date or "") + timedelta(step)
            url = IN_ADDRESS.sub(f"/{day:%Y/%m/%d}/", article.url or "", count=1)
            cases.append(Case(replace(article, url=url), 0, 10, "address", "date"))
        if first:
            what = f"day in the address shifted by {first} to {last} days"
            yield recall(SOURCES, what, verdicts(bench, "DAT004", cases), at=at, goal=1)
        else:
            yield silence(SOURCES, "the same day, or the next", bench, "DAT004", cases)


def _date_lines(bench: Bench) -> Iterator[Row]:
    """Put a line with a date between headline and text."""
    chance = bench.chance("date lines")
    dated = [a for a in bench.articles(*EDITED) if a.date and a.headline]
    for wrong in (True, False):
        cases = []
        for article in chance.sample(dated, min(300, len(dated))):
            step = chance.randint(32, 900) if wrong else chance.randint(0, 1)
            day = date.fromisoformat(article.date or "") - timedelta(step)
            form = chance.choice(("Published: %B %d, %Y", "%A %d %B %Y", "%B %d, %Y 10:15 a.m."))
            text = f"{article.headline}\n\n{day.strftime(form)}\n\n{article.text}"
            cases.append(Case(article.with_text(text), 0, 10, f"date line: {form}", "date"))
        if wrong:
            spoken = verdicts(bench, "DAT004", cases)
            yield recall(SOURCES, "date line put in, 32 to 900 days off", spoken)
        else:
            yield silence(
                SOURCES, "date line put in, the same day or the next", bench, "DAT004", cases
            )


def _told_before(bench: Bench) -> Iterator[Row]:
    """Move full dates in sentences in the past to a year after publication."""
    cases = []
    for article in bench.articles(*EDITED, *SCRAPED):
        if not article.date:
            continue
        published = date.fromisoformat(article.date)
        ends = {match.end() for match in TOLD.finditer(article.text)}
        for place in places(article.text):
            start, end = place.match.span()
            if start in ends and place.year and place.year <= published.year and place.day < 29:
                later = published.year + 1
                year_at = place.match.start("year")
                changed = article.edited(year_at, year_at + 4, str(later))
                cases.append(Case(changed, start, end, "told as past"))
    yield recall(
        PAST, "year of a past event moved past publication", verdicts(bench, "DAT005", cases)
    )


def _intervals(bench: Bench) -> Iterator[Row]:
    """Turn real intervals of years round."""
    cases = []
    for article in bench.articles(*EDITED, *SCRAPED):
        for match in INTERVAL.finditer(article.text):
            first = 1 if match[1] else 2
            if match[first] < match[3]:
                (start, end), whole = match.span(first), match.end(3)
                turned = match[3] + article.text[end : match.start(3)] + match[first]
                changed = article.edited(start, whole, turned)
                cases.append(Case(changed, start, whole, "interval turned"))
    yield recall(AGE, "intervals turned round", verdicts(bench, "DAT007", cases))


def _years_ago(bench: Bench) -> Iterator[Row]:
    """Put a year that fits, and one that does not, behind a real ``N years ago``."""
    chance = bench.chance("years ago")
    right: list[Case] = []
    wrong: list[Case] = []
    words = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    for article in bench.articles(*EDITED, *SCRAPED):
        match = AGO.search(article.text)
        if not article.date or not match:
            continue
        count = words.index(match[1]) + 2 if match[1] in words else int(match[1])
        year = int(article.date[:4]) - count
        off = chance.randint(4, 15) * chance.choice((1, -1))
        form = chance.choice((", in {}", " in {}", " ({})", ", in May {}"))
        for cases, named in ((right, year), (wrong, min(year + off, int(article.date[:4])))):
            if abs(named - year) in (1, 2, 3):
                continue
            changed = article.edited(match.end(), match.end(), form.format(named))
            cases.append(Case(changed, match.start(), match.end(), "years ago"))
    spoken = verdicts(bench, "DAT007", wrong)
    yield recall(AGE, "`N years ago` with a year 4 to 15 off", spoken)
    yield recall(AGE, "… the same", spoken, at="error or warning")
    yield silence(AGE, "`N years ago` with the right year", bench, "DAT007", right)


def _ages(bench: Bench) -> Iterator[Row]:
    """Put sentences with years of birth and ages, right and wrong, into real articles."""
    for kind, templates in (("dead", AGES), ("living", LIVING)):
        chance = bench.chance(f"ages of the {kind}")
        dated = [a for a in bench.articles(*EDITED, *SCRAPED) if a.date and len(a.text) > 400]
        right: list[Case] = []
        wrong: list[Case] = []
        for article in chance.sample(dated, min(300, len(dated))):
            year, age = int((article.date or "")[:4]), chance.randint(20, 95)
            slip = chance.choice((-20, -10, -7, -5, 5, 7, 10, 20))
            for cases, off in ((right, -chance.randint(0, 1)), (wrong, slip)):
                cases.append(_aged(article, chance, templates, year, age, off))
        yield recall(
            AGE, f"ages of the {kind}, 5 to 20 years off", verdicts(bench, "DAT007", wrong)
        )
        yield silence(AGE, f"ages of the {kind} that fit", bench, "DAT007", right)


def _aged(
    article: Article, chance: Random, templates: tuple[str, ...], year: int, age: int, off: int
) -> Case:
    died = year - chance.randint(0, 30) if templates is AGES else year
    template = chance.choice(templates)
    sentence = template.format(born=died - age, died=died, age=age + off)
    at = article.text.find("\n", 200)
    position = at if at > 0 else len(article.text)
    changed = article.edited(position, position, " " + sentence)
    return Case(changed, position + 1, position + 1 + len(sentence), template)


def _gold_dates(bench: Bench) -> Iterator[Row]:
    """Hold the dates newslint reads against the days that people marked in news of 1989 to 2000.

    Counted are expressions that name month and day in figures; one without a year is read in the
    year nearest to publication, as the rules do.
    """
    wanted = right = found = known = 0
    for article in read_articles(bench.data, "gold/timeml"):
        published = date.fromisoformat(article.date or "")
        mentions = Doc(article.text, language="en").dates
        marked = [
            (one["start"], one["end"], one["value"][:10])
            for one in article.row["timex"]
            if re.match(r"\d{4}-\d\d-\d\d", one["value"])
        ]
        for mention in mentions:
            found += 1
            at = (mention.span.start, mention.span.end)
            if any(start < at[1] and at[0] < end for start, end, _ in marked):
                known += 1
            else:
                bench.show("gold: found, not marked", [_shown(article, *at)])
        for start, end, value in marked:
            if not any(place.match for place in places(article.text[start:end])):
                continue
            wanted += 1
            days = [
                _read(m, published) for m in mentions if m.span.start < end and start < m.span.end
            ]
            right += value in days
            if value not in days:
                bench.show(f"gold: {value}, read as {days}", [_shown(article, start, end)])
    yield Row(
        "gold", "dates of the text", "named with month and day: read as the day marked", wanted,
        recall=right / wanted,
    )  # fmt: skip
    yield Row(
        "gold", "dates of the text", "found where people marked a day", found,
        precision=known / found,
    )  # fmt: skip


def _read(mention: DateMention, published: date) -> str:
    day = mention.value
    if day is None and mention.month and mention.day and mention.year is None:
        day = date_near(mention.month, mention.day, published)
    return day.isoformat() if day else ""


def _shown(article: Article, start: int, end: int) -> Flag:
    text = article.text
    return Flag(
        article.file, article.id, "dates", "", "", "text", start, end, text[start:end], "",
        text[max(start - 60, 0) : start], text[end : end + 60],
    )  # fmt: skip
