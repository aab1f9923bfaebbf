"""Headlines whose actor is another than the lead's: one person put in the place of another.

What is replaced and what counts as found stands at each function; `headline_plain` replaces
subjects of every kind.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from measures.articles import Article
from measures.bench import Bench
from measures.headline_people import (
    ACTOR,
    LOUD,
    SETS,
    Person,
    find_person,
    given_names,
    headline_copy,
    missed,
    other_name,
    real_names,
)
from measures.rows import Row


def measure(bench: Bench) -> Iterator[Row]:
    """Give the figures of the rule on persons, and its alarms on articles as they are."""
    yield from _actors(bench)
    yield from _alarms(bench)


Injection = Callable[[Person, str], tuple[Article, tuple[int, int]]]
"""Puts a name in the place of a person's; returns the place of the lead's name as well."""


def lead_alone(person: Person, name: str) -> tuple[Article, tuple[int, int]]:
    """Name another person in the lead's one place; a surname alone stays a surname alone."""
    start, end = person.lead
    put = _same_form(person.article.text[start:end], name)
    return person.article.edited(start, end, put), (start, start + len(put))


def whole_text(person: Person, name: str) -> tuple[Article, tuple[int, int]]:
    """Name another person throughout the text."""
    given, surname = name.split()
    start, end = person.lead
    text, first = person.article.text, person.article.text[start:end].rpartition(" ")[0]
    whole = rf"\b{re.escape(first)} " if first else ""
    swapped = re.compile(rf"(?P<given>{whole})?\b{re.escape(person.surname)}\b")

    def swap(part: str) -> str:
        return swapped.sub(lambda m: (f"{given} " if m["given"] else "") + surname, part)

    before, named = swap(text[:start]), swap(text[start:end])
    article = person.article.with_text(before + named + swap(text[end:]))
    return article, (len(before), len(before) + len(named))


def headline_alone(person: Person, name: str) -> tuple[Article, tuple[int, int]]:
    """Name another person in the headline, and in the copy of it that opens some texts."""
    start, end = person.headline
    article = person.article
    headline = article.headline or ""
    old = headline[start:end]
    put = _same_form(old, name)
    copy = article.text[: headline_copy(article).stop]
    changed = copy[:start] + copy[start:].replace(old, put, 1)
    moved = len(changed) - len(copy)
    altered = replace(
        article,
        headline=headline[:start] + put + headline[end:],
        text=changed + article.text[len(copy) :],
    )
    return altered, (person.lead[0] + moved, person.lead[1] + moved)


def _same_form(old: str, name: str) -> str:
    return name if " " in old else name.split()[-1]


INJECTIONS: dict[str, Injection] = {
    "lead's subject replaced": lead_alone,
    "person replaced throughout the text": whole_text,
    "headline's subject replaced": headline_alone,
}
TARGET, ALARMS = 0.50, 0.2


def _alarms(bench: Bench) -> Iterator[Row]:
    """Count what a reader found false, and what nobody has read, in the articles as they are."""
    for name, files in SETS.items():
        articles = bench.articles(*files)
        natural = (flag for one in articles for flag in bench.natural[one.file, one.id])
        flags = [flag for flag in natural if flag.code == "HED001"]
        read = bench.verdicts.count(flags)
        rate = 1000 * (read["false"] + read["unread"]) / len(articles)
        yield Row(
            "organic", ACTOR, f"false and unread alarms, {name}", len(flags), false_alarms=rate,
            per="1,000 articles", target="≤ .2", met=rate <= ALARMS,
        )  # fmt: skip


def _actors(bench: Bench) -> Iterator[Row]:
    """Replace the person; found is a flag at the name in the lead, or in the headline."""
    given, real = given_names(bench), real_names(bench)
    for name, files in SETS.items():
        people = [one for a in bench.articles(*files) if (one := find_person(a, given))]
        for what, inject in INJECTIONS.items():
            chance = bench.chance(f"actor {what} {name}")
            altered = [inject(one, other_name(one, chance, real)) for one in people]
            flags = bench.lint([article for article, _ in altered], ("HED001",))
            found = [
                {f.severity for f in ours if f.field == "headline" or f.covers(*place)}
                for ours, (_, place) in zip(flags, altered, strict=True)
            ]
            lost = [
                missed(article, "HED001", *place)
                for (article, place), severities in zip(altered, found, strict=True)
                if not severities & LOUD
            ]
            bench.show(f"missed: {what}", lost)
            lead = inject is lead_alone
            for severities, words in ((LOUD, "error or warning"), ({"error"}, "error")):
                recall = sum(bool(one & severities) for one in found) / max(len(found), 1)
                aimed = lead and severities is LOUD
                yield Row(
                    "injected", ACTOR, f"{what}, {name}: {words}", len(found), recall=recall,
                    target="≥ .50" if aimed else "", met=recall >= TARGET if aimed else None,
                )  # fmt: skip
