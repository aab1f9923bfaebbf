"""The article model: whether the first line of the story is found.

The headline is put in front of the text, as a corpus would have it, and the model must find where
the story begins: with the headline in the metadata (*known*), without (*unknown*), and with no
headline in the text at all. In agency copy the story begins with the text as it is stored. In
scraped text it often does not (captions, labels, copies of the headline come first), so there
disagreements were read: ``verdicts/lines.tsv`` says of a line the model begins with whether that
is right.
"""

from __future__ import annotations

from collections.abc import Iterator

from measures.articles import Article
from measures.bench import Bench
from measures.linting import Flag
from measures.residue_real import Place, digest, read_places
from measures.rows import Row
from newslint import Doc

WAYS = ("headline known", "headline unknown", "no headline in the text")
WIRE = {"articles/afp": "AFP", "articles/reuters1987": "Reuters"}
TARGETS = {"headline known": 0.995, "headline unknown": 0.99, "no headline in the text": 0.99}
NEWSPAPERS, SCRAPED = "gold/polnear_articles", "articles/allsides"
SCRAPED_TARGET = 0.97
SAMPLE = 60
"""Disagreements of which the verdicts count, in an order of their own."""


def measure(bench: Bench) -> Iterator[Row]:
    """Give the share of articles whose story begins where it should."""
    for way in WAYS:
        for file, name in WIRE.items():
            articles = bench.articles(file)
            wrong = [one for one in articles if begins(one, way) != _top(one)]
            bench.show(f"first line: {way}", [_flag(one, begins(one, way)) for one in wrong])
            right = 1 - len(wrong) / len(articles)
            yield Row(
                "gold", "article model", f"first line of the story, {name}, {way}", len(articles),
                recall=right, target=f"{TARGETS[way]}", met=round(right, 3) >= TARGETS[way],
            )  # fmt: skip
    for way in WAYS[:2]:
        parted = [_parted(one) for one in bench.articles(NEWSPAPERS)]
        right = sum(begins(one, way) == _top(one) for one in parted) / len(parted)
        yield Row(
            "gold", "article model", f"line after the headline begins the story, PolNeAR, {way}",
            len(parted), recall=right,
        )  # fmt: skip
    for way in WAYS[:2]:
        yield _scraped(bench, way)


def _scraped(bench: Bench, way: str) -> Row:
    """Count agreement with line one, and what reading said of the others."""
    read = {(one.id, one.start): one for one in read_places("lines.tsv")}
    articles = [one for one in bench.articles(SCRAPED) if one.headline]
    other = {one.id: begins(one, way) for one in articles}
    differing = sorted(
        (one for one in articles if other[one.id] != _top(one)), key=lambda one: digest(one.id)
    )[:SAMPLE]
    bench.show(f"scraped, first line: {way}", [_flag(one, other[one.id]) for one in differing])
    agree = sum(other[one.id] == _top(one) for one in articles)
    known: list[Place] = [
        read[one.id, at] for one in differing if (at := other[one.id]) is not None
        and (one.id, at) in read
    ]  # fmt: skip
    good = sum(one.verdict == "true" for one in known)
    share = good / len(known) if known else 0.0
    right = (agree + share * (len(articles) - agree)) / len(articles)
    return Row(
        "organic", "article model",
        f"first line of the story, scraped, {way}: {agree:,} agree with line one; of "
        f"{len(known)} others read the model is right in {good}",
        len(articles), recall=right, target=f"{SCRAPED_TARGET}", met=right >= SCRAPED_TARGET,
    )  # fmt: skip


def begins(article: Article, way: str) -> int | None:
    """Return where the model begins the story, as an offset in the article's own text."""
    headline = (article.headline or "").strip()
    above = "" if way == WAYS[2] or not headline else f"{headline}\n\n"
    meta = {"headline": headline} if way == WAYS[0] else {}
    body = Doc(above + article.text, meta=meta).body
    return body[0].start - len(above) if body else None


def _top(article: Article) -> int:
    """Return where the text begins, white space left out."""
    return len(article.text) - len(article.text.lstrip())


def _parted(article: Article) -> Article:
    """Take the headline off a text that has it as its first line, with a full stop added."""
    first, _, rest = article.text.partition("\n")
    return Article(article.file, article.id, rest, first.strip().removesuffix("."))


def _flag(article: Article, start: int | None) -> Flag:
    """Return the line the model begins with; a place before the text is the headline put there."""
    at = -1 if start is None else start
    text = article.text[at : at + 160].partition("\n")[0] if at >= 0 else ""
    return Flag(
        article.file, article.id, "FIRST", "first-line", "error", "text", at, at + len(text), text,
        article.headline or "", article.text[: max(at, 0)][-300:],
        article.text[at + len(text) :][:150],
    )  # fmt: skip
