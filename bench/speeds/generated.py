"""A corpus out of nothing: invented articles that cost a linter about what real ones do.

Sentences are made from patterns with invented names, places, figures, dates and quotations; scraped
articles have the lines of a page around them and, now and then, a defect. The same seed gives the
same articles.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

_GIVEN = (
    "Ana", "Karl", "Maria", "James", "Sarah", "David", "Elena", "Peter", "Laura", "Robert", "Nina",
    "Thomas", "Julia", "Michael", "Hannah", "Oliver",
)  # fmt: skip
_FAMILY = (
    "Ruiz", "Lund", "Okafor", "Berg", "Costa", "Whitcombe", "Marsh", "Delaney", "Hartwell", "Novak",
    "Sorensen", "Abernathy", "Quintero", "Halloran", "Pemberton", "Ostrander",
)  # fmt: skip
_TITLES = (
    "Mayor", "Gov.", "Sen.", "President", "Prime Minister", "Judge", "Chief Executive", "Professor",
)  # fmt: skip
_TOWNS = (
    "Lakeside", "Port Alder", "Millbrook", "Eastham", "Harrow Point", "Stonebridge", "Kingsley",
    "Brackwater", "Northfield", "Ferry Landing",
)  # fmt: skip
_BODIES = (
    "the city council", "the harbour authority", "the ministry", "the state police", "the union",
    "the school board", "the central bank", "the county court", "the electricity company",
    "the national weather service", "the opposition party", "the regional hospital",
)  # fmt: skip
_SAID = ("said", "said", "said", "told reporters", "added", "argued", "announced", "wrote")
_DEEDS = (
    "approved a plan to rebuild the old bridge", "rejected the budget for the coming year",
    "opened an inquiry into the fire at the mill", "agreed to raise fares on the night ferry",
    "closed three schools in the northern districts", "signed a contract with a foreign supplier",
    "postponed the vote on the new tax", "published a report on the quality of the water",
    "asked for more time to study the proposal", "cut the price of bread and milk",
    "sent engineers to the flooded villages", "promised help for families who lost their homes",
)  # fmt: skip
_REASONS = (
    "because the river had risen for days", "after weeks of talks behind closed doors",
    "despite protests from residents and shop owners", "as prices of fuel went on climbing",
    "while workers waited outside for the result", "although few expected it to last",
    "before the summer holidays begin", "when the first results came in",
)  # fmt: skip
_VIEWS = (
    "we have never seen anything like this in our town",
    "the money is there, but nobody knows how to spend it",
    "it will take years to repair what was lost in one night",
    "people want to know who is going to pay for it",
    "this is a good day for everybody who lives by the water",
    "I do not think that the figures tell the whole story",
)  # fmt: skip
_FILLER = (
    "the road along the coast was closed for most of the day, and buses took a longer way.",
    "shops near the station stayed open until late, and volunteers handed out tea and blankets.",
    "similar projects have cost more than was planned at first, and taken longer.",
    "nobody was hurt, and the traffic went on again in the evening.",
    "the building, which is older than the town hall, has been empty for several years.",
    "experts have warned for a long time that the pipes are too old and too narrow.",
    "farmers depend on the canal, which brings water from the hills.",
    "it was not clear how many people would be affected, or for how long.",
)  # fmt: skip
_PAGE = (
    "Share this article", "Advertisement", "Read more: what we know so far", "close",
    "Follow us on Twitter", "Sign up for our newsletter", "5 min read", "Related stories",
    "Photo: Lakeside Courier",
)  # fmt: skip
_DEFECTS = (
    "They emphasizedthat the plan works.", "The the committee met again.",
    "On Monday, February 30, the work begins.", "It costs $5 million ($8 million).",
    "The minister saidthat nobody knew.", "The informa tion was wrong.",
)  # fmt: skip


def scraped(seed: int) -> Iterator[str]:
    """Give articles of some five thousand characters, with curly quotes and a page around them."""
    random = Random(seed)
    while True:
        paragraphs = [_headline(random), f"By {_name(random)}"]
        paragraphs += random.sample(_PAGE, 2)
        while sum(map(len, paragraphs)) < random.randrange(3_500, 7_000):
            paragraphs.append(_paragraph(random, random.randrange(2, 5), curly=True))
            if random.random() < 0.04:
                paragraphs.append(random.choice(_PAGE))
            if random.random() < 0.01:
                paragraphs.append(random.choice(_DEFECTS))
        yield "\n\n".join(paragraphs) + "\n"


def wire(seed: int) -> Iterator[str]:
    """Give agency items of some nine hundred characters, a line a paragraph, straight quotes."""
    random = Random(seed)
    while True:
        day = _day(random)
        first = _paragraph(random, 2, curly=False)
        paragraphs = [f"{random.choice(_TOWNS).upper()}, {day:%B} {day.day} - {first}"]
        while sum(map(len, paragraphs)) < random.randrange(500, 1_200):
            paragraphs.append(_paragraph(random, random.randrange(1, 3), curly=False))
        yield "\n".join(paragraphs) + "\n"


def _headline(random: Random) -> str:
    body = random.choice(_BODIES).removeprefix("the ").capitalize()
    return f"{body} {random.choice(_DEEDS)}"


def _paragraph(random: Random, sentences: int, *, curly: bool) -> str:
    return " ".join(_sentence(random, curly=curly) for _ in range(sentences))


def _sentence(random: Random, *, curly: bool) -> str:
    kind = random.randrange(8)
    who, body, town = _name(random), random.choice(_BODIES), random.choice(_TOWNS)
    deed, reason, day = random.choice(_DEEDS), random.choice(_REASONS), _day(random)
    if kind == 0:
        opening, closing = ("“", "”") if curly else ('"', '"')
        view = random.choice(_VIEWS)
        return f"{opening}{view[0].upper()}{view[1:]},{closing} {who} {random.choice(_SAID)}."
    if kind == 1:
        return f"{random.choice(_TITLES)} {who} of {town} {deed} on {day:%A}, {reason}."
    if kind == 2:
        on = f"{day:%B} {day.day}, {day.year}"
        return f"{body.capitalize()} {deed}, {who} said in {town} on {on}."
    if kind == 3:
        amount, share = random.randrange(2, 900), random.randrange(1, 60)
        more = f"up {share} percent from {day.year - 1}"
        return f"The work costs ${amount} million, {more}, {reason}."
    if kind == 4:
        owner, residents = f"{town}{'’' if curly else chr(39)}s", random.randrange(3, 90)
        return f"{owner} {residents},000 residents wait, as {body} {deed}."
    if kind == 5:
        return f"In {town}, {body} {deed} {reason}."
    return f"In {town} {random.choice(_FILLER)}"


def _name(random: Random) -> str:
    return f"{random.choice(_GIVEN)} {random.choice(_FAMILY)}"


def _day(random: Random) -> date:
    return date(2019, 1, 1) + timedelta(days=random.randrange(1_500))
