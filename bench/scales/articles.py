"""Invented articles, as many as wanted: what `bench/scale.py` makes corpora of.

Lengths follow those of news on the web: half of the articles are shorter than 2,600 characters, the
mean is 3.3 kB (see ``docs/scale.md``). Each brings a dozen words that no other has, as real ones
do. Among them are whole and near copies, and defects that rules find. The same seed gives the same
articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from math import log
from random import Random

from newslint.structs import Struct
from scales.phrases import SENTENCES, Person, Phrases

_MEDIAN, _SPREAD, _SHORTEST, _LONGEST = 2_600, 0.7, 300, 40_000
"""Characters of a text: a log-normal distribution, cut at both ends."""
_KEPT = 500
"""Articles that a copy may be made of: the last ones."""
_COPIES, _NEAR = 0.03, 0.03
"""Shares of articles that are a copy of another, and that are nearly one."""
_WITH_PAGE = 0.46
"""Share of articles that carry a line of their outlet (measured on scraped articles)."""
_DEFECTIVE = 0.25
_DEFECTS = (
    "They emphasizedthat the plan works.", "The the committee met again.",
    "On Monday, February 30, the work begins.", "It costs $5 million ($8 million).",
    "The minister saidthat nobody knew.", "The informa tion was wrong.",
    "Share this article", "Advertisement", "Read more: what we know so far",
)  # fmt: skip
_FIRST_DAY = date(2014, 1, 1)
_DAYS = [_FIRST_DAY + timedelta(days=number) for number in range(2_200)]
_ISO = [day.isoformat() for day in _DAYS]
_WEEKDAYS = [f"{day:%A}" for day in _DAYS]
_MONTHS = [f"{day:%B}" for day in _DAYS]


class Article(Struct):
    """One article; its fields are those that records of news usually have."""

    id: str
    headline: str
    date: str
    url: str
    source: str
    author: str
    text: str

    def record(self) -> dict[str, str]:
        """Return it as a record."""
        return {name: getattr(self, name) for name in self.__fields__}


def articles(seed: int = 1) -> Iterator[Article]:
    """Give articles without end."""
    random = Random(seed)
    phrases = Phrases(seed)
    kept: list[Article] = []
    number = 0
    while True:
        kind = random.random()
        if kind < _COPIES + _NEAR and len(kept) == _KEPT:
            other = kept[int(random.random() * _KEPT)]
            article = _copy(random, phrases, number, other, nearly=kind >= _COPIES)
        else:
            article = _article(random, phrases, number)
            if len(kept) < _KEPT:
                kept.append(article)
            else:
                kept[number % _KEPT] = article
        yield article
        number += 1


def _article(random: Random, phrases: Phrases, number: int) -> Article:
    pick = random.random
    day = int(pick() * len(_DAYS))
    length = int(random.lognormvariate(log(_MEDIAN), _SPREAD))
    length = min(max(length, _SHORTEST), _LONGEST)
    persons = phrases.persons
    cast = [persons[int(pick() ** 2 * len(persons))] for _ in range(3)]
    town = phrases.towns[int(pick() * len(phrases.towns))]
    paragraphs = [_lead(phrases, pick, town, cast[0], day)]
    held = len(paragraphs[0])
    while held < length:
        paragraph = _paragraph(phrases, pick, cast)
        held += len(paragraph) + 2
        paragraphs.append(paragraph)
    if pick() < _DEFECTIVE:
        paragraphs.append(_DEFECTS[int(pick() * len(_DEFECTS))])
    if pick() < 0.005:
        one = cast[0]
        title = phrases.another_title(one.title)
        paragraphs.append(f"{title} {one.given} {one.family} could not be reached on Sunday.")
    headline = phrases.clauses[int(pick() * len(phrases.clauses))].removeprefix("the ").capitalize()
    return _published(random, phrases, number, headline, paragraphs, day)


def _lead(phrases: Phrases, pick: Callable[[], float], town: str, who: Person, day: int) -> str:
    clause = phrases.clauses[int(pick() * len(phrases.clauses))]
    return (
        f"{town.upper()}, {_MONTHS[day]} {_DAYS[day].day} - {clause[0].upper()}{clause[1:]}, "
        f"{who.title} {who.given} {who.family} said on {_WEEKDAYS[day]}."
    )


def _paragraph(phrases: Phrases, pick: Callable[[], float], cast: list[Person]) -> str:
    sentences = phrases.sentences
    kind = pick()
    if kind < 0.55:
        first, second = sentences[int(pick() * SENTENCES)], sentences[int(pick() * SENTENCES)]
        return f"{first} {second} {phrases.rare(pick)} followed in {phrases.rare(pick)}."
    who = cast[int(pick() * len(cast))]
    if kind < 0.75:
        view = phrases.views[int(pick() * len(phrases.views))]
        clause = phrases.clauses[int(pick() * len(phrases.clauses))]
        return f"“{view},” {who.family} said, as {clause}."
    clause = phrases.clauses[int(pick() * len(phrases.clauses))]
    sentence = sentences[int(pick() * SENTENCES)]
    if kind < 0.85:
        share, cost = int(pick() * 60) + 1, int(pick() * 900) + 2
        return f"{sentence} It cost ${cost} million, up {share} percent, and {clause}."
    group = phrases.rare(pick)
    return f"{sentence} For {who.given} {who.family} and the {group} group, {clause}."


def _copy(
    random: Random, phrases: Phrases, number: int, other: Article, *, nearly: bool
) -> Article:
    """Return an article that says what another said, perhaps under another headline and cut."""
    lines = other.text.split("\n\n")
    day = _ISO.index(other.date)
    headline = other.headline
    if nearly:
        del lines[random.randrange(len(lines))]
        at = random.randrange(len(lines) + 1)
        lines.insert(at, random.choice(phrases.sentences))
        headline = random.choice(phrases.clauses).removeprefix("the ").capitalize()
    if random.random() < 0.2:
        day = min(day + random.randrange(1, 9), len(_DAYS) - 1)
    return _published(random, phrases, number, headline, lines, day)


def _published(
    random: Random, phrases: Phrases, number: int, headline: str, paragraphs: list[str], day: int
) -> Article:
    outlet = phrases.outlets[int(random.random() ** 2 * len(phrases.outlets))]
    if random.random() < _WITH_PAGE:
        line = outlet.lines[int(random.random() * len(outlet.lines))]
        paragraphs = [*paragraphs, line]
    iso = _ISO[day]
    author = phrases.persons[int(random.random() * len(phrases.persons))]
    slug = "-".join(headline.lower().split()[:5])
    return Article(
        id=f"a{number:09}",
        headline=headline,
        date=iso,
        url=f"https://www.{outlet.host}/{iso.replace('-', '/')}/{slug}-{number}",
        source=outlet.host,
        author=f"{author.given} {author.family}",
        text="\n\n".join(paragraphs),
    )
