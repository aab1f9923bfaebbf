"""Residue put into clean news: typical lines, cut ends, repeats; and pages that are no articles."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from measures.articles import EDITED, Article, read_rows
from measures.bench import Bench
from measures.linting import Flag
from measures.rows import Kind, Row

HERE = Path(__file__).parent
LINE_CODES = frozenset({f"RES00{number}" for number in range(1, 8)})
ARTICLES = 3
"""Articles that each line is put into, at each of the places."""
PLACES = ("top", "middle", "end")
CUTS, REPEATS = 600, 400
"""Articles that are cut short, and articles in which something is repeated."""
LONG = 80
"""Code points of a paragraph between which lines are put."""
SENTENCE_END = re.compile(r"[.!?][\"'”’)]*(?=\s|$)")
TAILS = {
    "nothing": "",
    "a credit": "(Reporting by Ana Ruiz; Editing by Karl Lund)",
    "an address": "Write to Ana Ruiz at ruiz@example.org",
    "a copyright line": "© 2021 The Daily Courier. All rights reserved.",
    "a link to the rest": "Continue reading",
    "an end mark": "###",
    "a sign-up": "Sign up for our daily newsletter",
    "a link to another story": "Read more: Five things to know about the budget",
}


def measure(bench: Bench) -> Iterator[Row]:
    """Give recall by kind of line, of cut texts, of repeats, and of pages that are no articles."""
    clean = [article for article in bench.articles(*EDITED) if len(paragraphs(article)) >= 5]
    yield from _lines(bench, clean)
    yield from _cuts(bench, clean)
    yield from _repeats(bench, clean)
    yield from _non_articles(bench)


def paragraphs(article: Article) -> list[tuple[int, int]]:
    """Return the places of the long lines."""
    found, start = [], 0
    for line in article.text.split("\n"):
        if len(line) >= LONG:
            found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def insert(article: Article, line: str, at: int) -> tuple[Article, int]:
    """Put a line before what stands at an offset (or at the end), and say where it begins."""
    gap = "\n\n" if "\n\n" in article.text else "\n"
    if at >= len(article.text.rstrip()):
        text = article.text.rstrip() + gap
        return article.with_text(text + line), len(text)
    return article.edited(at, at, line + gap), at


def _lines(bench: Bench, clean: Sequence[Article]) -> Iterator[Row]:
    """Put each of the typical lines at the top, between two paragraphs, and at the end."""
    chance = bench.chance("residue lines")
    cases: list[tuple[str, str, Article, int, int]] = []
    for kind, line in _table("residue_lines.tsv"):
        for place in PLACES:
            for article in chance.sample(clean, ARTICLES):
                middles = [start for start, _ in paragraphs(article)[2:]]
                at = {"top": 0, "end": len(article.text)}.get(place, chance.choice(middles))
                changed, start = insert(article, line, at)
                cases.append((kind, place, changed, start, start + len(line)))
    flags = bench.lint([case[2] for case in cases], ("residue",))
    hits: dict[str, list[bool]] = defaultdict(list)
    by_place: dict[str, list[bool]] = defaultdict(list)
    for (kind, place, article, start, end), found in zip(cases, flags, strict=True):
        hit = any(one.code in LINE_CODES and one.covers(start, end) for one in found)
        hits[kind].append(hit)
        by_place[place].append(hit)
        if not hit:
            bench.show(f"missed: {place}, {kind}", [_missed(article, start, end)])
    for place, told in by_place.items():
        yield _row("RES001-RES006, lines", f"typical lines put in: {place}", told)
    for kind, told in hits.items():
        yield _row("RES001-RES006, lines", f"typical lines put in: {kind}", told)


def _cuts(bench: Bench, clean: Sequence[Article]) -> Iterator[Row]:
    """Cut articles in the middle of a sentence, and put tails below; and tails below whole ones."""
    for name, tail in TAILS.items():
        chance = bench.chance(f"residue cuts {name}")
        whole = chance.sample(clean, min(CUTS, len(clean)))
        cut = [_with_tail(_cut(article, chance), tail) for article in whole]
        found = bench.lint(cut, ("RES009",))
        for article, flags in zip(cut, found, strict=True):
            if not flags:
                start = len(article.text) - len(tail) - 80
                bench.show("missed: cut", [_missed(article, start, len(article.text))])
        same = bench.lint([_with_tail(article, tail) for article in whole], ("RES009",))
        yield Row(
            "injected", "RES009 truncated-text",
            f"cut inside a sentence, below it {name}; false alarms on the same uncut", len(cut),
            recall=sum(map(bool, found)) / len(cut),
            false_alarms=1000 * sum(map(bool, same)) / len(whole), per="1,000 articles",
        )  # fmt: skip


def _cut(article: Article, chance: random.Random) -> Article:
    """End an article at a space inside a sentence of its third or a later long paragraph."""
    start, end = chance.choice(paragraphs(article)[2:])
    text = article.text[start:end]
    ends = {match.end() for match in SENTENCE_END.finditer(text)}
    spaces = [at for at, mark in enumerate(text) if mark == " " and at >= 40 and at not in ends]
    return article.with_text(article.text[: start + chance.choice(spaces)])


def _with_tail(article: Article, tail: str) -> Article:
    return insert(article, tail, len(article.text))[0] if tail else article


def _repeats(bench: Bench, clean: Sequence[Article]) -> Iterator[Row]:
    """Put the headline above the text once more, and a paragraph or a sentence below its place."""
    chance = bench.chance("residue repeats")
    ways: dict[str, tuple[str, Callable[[Article, random.Random], tuple[Article, int] | None]]] = {
        "RES002 repeated-headline": ("the headline twice above the text", _headline_twice),
        "RES010 repeated-passage": ("a paragraph put in again", _paragraph_again),
    }
    for rule, (what, way) in ways.items():
        made = [way(article, chance) for article in chance.sample(clean, min(REPEATS, len(clean)))]
        cases = [case for case in made if case]
        flags = bench.lint([article for article, _ in cases], (rule.split()[0],))
        for (article, start), found in zip(cases, flags, strict=True):
            if not found:
                bench.show(f"missed: {rule}", [_missed(article, start, start + 80)])
        yield _row(rule, what, [bool(found) for found in flags])


def _headline_twice(article: Article, _: random.Random) -> tuple[Article, int] | None:
    """Put the headline on two lines of its own above a text that does not have it."""
    if not article.headline or article.headline[:20] in article.text[:400]:
        return None
    once, _at = insert(article, article.headline, 0)
    return insert(once, article.headline, 0)


def _paragraph_again(article: Article, chance: random.Random) -> tuple[Article, int] | None:
    start, end = chance.choice(paragraphs(article)[:-2])
    after = [at for at, _ in paragraphs(article) if at > end]
    return insert(article, article.text[start:end].strip(), chance.choice(after))


def _non_articles(bench: Bench) -> Iterator[Row]:
    """Lint pages that are no articles: real ones, and ones written for this."""
    real = [
        Article("gold/non_articles", row["id"], row["text"], row["headline"])
        for row in read_rows(bench.data / "gold/non_articles.jsonl")
    ]
    written = [
        Article(kind, f"{number}", text.replace("\\n", "\n"))
        for number, (kind, text) in enumerate(_table("non_articles.tsv"))
    ]
    sets: tuple[tuple[Kind, str, list[Article]], ...] = (
        ("gold", "bot walls of one kind", real),
        ("injected", "written for this", written),
    )
    for kind, what, articles in sets:
        found = bench.lint(articles, ("RES008",))
        for article, flags in zip(articles, found, strict=True):
            if not flags:
                bench.show("missed: no article", [_missed(article, 0, len(article.text))])
        yield Row(
            kind, "RES008 not-an-article", f"pages that are no articles, {what}", len(articles),
            recall=sum(map(bool, found)) / len(articles),
        )  # fmt: skip


def _table(name: str) -> list[tuple[str, str]]:
    """Return the rows of a file of kinds and lines."""
    rows = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [(kind, line) for kind, _, line in (row.partition("\t") for row in rows) if line]


def _row(rule: str, what: str, hits: Sequence[bool]) -> Row:
    return Row("injected", rule, what, len(hits), recall=sum(hits) / len(hits))


def _missed(article: Article, start: int, end: int) -> Flag:
    start = max(start, 0)
    text = article.text
    return Flag(
        article.file, article.id, "RES", "missed", "error", "text", start, end, text[start:end],
        "not found", text[max(start - 150, 0) : start], text[end : end + 150],
    )  # fmt: skip
