"""Two headlines of one article: the file's is altered, the text keeps it as its first line."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from measures.articles import Article
from measures.bench import Bench
from measures.headline_actors import headline_alone
from measures.headline_people import (
    find_person,
    flagged,
    given_names,
    missed_headlines,
    other_name,
    real_names,
    share_of,
)
from measures.rows import Row

VARIANTS = "HED004 headline-variants"


Alter = Callable[[Article, random.Random], str | None]
"""Makes another headline of an article's, or `None` where it has nothing to alter."""


def _typography(article: Article, chance: random.Random) -> str:
    headline = (article.headline or "").replace("'", "’").replace(" - ", " — ")
    return headline.upper() if chance.random() < 0.5 else headline


def _site_name(article: Article, chance: random.Random) -> str:
    site = chance.choice((" | Daily Gazette", " - The Lund Gazette", " – Harbour News", " | HNN"))
    return (article.headline or "") + site


def _cut(article: Article, chance: random.Random) -> str:
    words = (article.headline or "").split()
    return " ".join(words[: max(4, len(words) * 2 // 3)]) + chance.choice(("…", "...", " …"))


def _subtitle(article: Article, chance: random.Random) -> str:
    more = chance.choice((": What we know so far", ": A day of anger", " – and what comes next"))
    return (article.headline or "").rstrip(".") + more


HARMLESS: dict[str, Alter] = {
    "typography and capitals": _typography, "name of the site": _site_name, "cut short": _cut,
    "sub-title": _subtitle,
}  # fmt: skip


def _other_number(article: Article, chance: random.Random) -> str | None:
    headline = article.headline or ""
    figures = list(re.finditer(r"(?<![\w.,-])\d{1,3}(?![\w.,])", headline))
    if not figures:
        return None
    one = chance.choice(figures)
    number = int(one.group()) + chance.randint(1, 9)
    return f"{headline[: one.start()]}{number}{headline[one.end() :]}"


def _other_headline(bench: Bench) -> Alter:
    heads = [one.headline for one in bench.articles(POLNEAR) if one.headline]
    return lambda _, chance: chance.choice(heads)


def _other_name(bench: Bench) -> Alter:
    given, real = given_names(bench), real_names(bench)

    def swap(article: Article, chance: random.Random) -> str | None:
        person = find_person(article, given)
        if person is None:
            return None
        return headline_alone(person, other_name(person, chance, real))[0].headline

    return swap


POLNEAR = "gold/polnear_articles"


def measure(bench: Bench) -> Iterator[Row]:
    """Alter the file's headline; line 1 of the text keeps it, without the corpus's full stop."""
    articles = [one for a in bench.articles(POLNEAR) if (one := _with_first_line(a))]
    changed: dict[str, Alter] = {
        "another number": _other_number, "another person": _other_name(bench),
        "another article's headline": _other_headline(bench),
    }  # fmt: skip
    for what, alter in (*HARMLESS.items(), *changed.items()):
        chance = bench.chance(f"variants {what}")
        made = ((article, alter(article, chance)) for article in articles)
        altered = [replace(article, headline=new) for article, new in made if new]
        found = flagged(bench, altered, "HED004")
        if what in HARMLESS:
            bench.show(
                f"false: {what}", missed_headlines(altered, [not one for one in found], "HED004")
            )
            yield Row("injected", VARIANTS, f"harmless: {what}", len(found),
                      false_alarms=1000 * share_of(found), per="1,000 articles")  # fmt: skip
        else:
            bench.show(f"missed: {what}", missed_headlines(altered, found, "HED004"))
            yield Row("injected", VARIANTS, what, len(found), recall=share_of(found))


def _with_first_line(article: Article) -> Article | None:
    headline = article.headline or ""
    if not article.text.startswith(f"{headline}."):
        return None
    return article.with_text(headline + article.text[len(headline) + 1 :])
