"""What a corpus teaches (`newslint learn`), measured on articles that were not learned from.

The articles are halved by chance, whole outlets kept together for words and parted for lines: words
are to help with outlets nobody knows, lines are those of an outlet. Each half is linted with what
the other one taught.
"""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from hashlib import md5
from pathlib import Path

from measures.articles import EDITED, SCRAPED, Article
from measures.bench import Bench
from measures.linting import Flag, lint_across
from measures.rows import Row
from newslint.cli import main
from newslint.outlets import outlet_name

CASES = 2000
FUSED = "GAR001 fused-words"
KNOWN = "RES011 known-boilerplate"
_PAIR = re.compile(r"(?<= )[a-z]{2,} [a-z]{2,}(?= )")

Halves = tuple[tuple[list[Article], tuple[Path, ...]], ...]
"""Articles to lint, and the file that the others taught."""


def measure(bench: Bench) -> Iterator[Row]:
    """Give false alarms and recall of `fused-words`, and which lines of a page are known."""
    articles = bench.articles(*EDITED, *SCRAPED)
    with tempfile.TemporaryDirectory() as folder:
        by_outlet = _halves(articles, _outlet, Path(folder))
        yield from _false_alarms(bench, by_outlet)
        yield from _lost_blanks(bench, by_outlet)
        by_article = _halves(articles, lambda one: one.id, Path(folder))
        yield from _templates(bench, by_article, Path(folder))
        yield from _known_lines(bench, by_article)


def _outlet(article: Article) -> str:
    return outlet_name(article.source or "", article.url or "") or article.file


def _halves(articles: Sequence[Article], key: Callable[[Article], str], folder: Path) -> Halves:
    halves: tuple[list[Article], list[Article]] = ([], [])
    for article in articles:
        halves[md5(key(article).encode()).digest()[1] % 2].append(article)
    files = [_learn(half, folder) for half in halves]
    return (halves[0], (files[1],)), (halves[1], (files[0],))


def _learn(articles: Sequence[Article], folder: Path) -> Path:
    corpus = Path(tempfile.mkdtemp(dir=folder))
    lines = "".join(f"{article.record()}\n" for article in articles)
    (corpus / "articles.jsonl").write_text(lines, encoding="utf-8")
    learned = corpus / "corpus.newslint"
    arguments = ["learn", str(corpus / "articles.jsonl"), "-o", str(learned), "--isolated"]
    if main([*arguments, "--quiet"]) != 0:
        raise RuntimeError("newslint could not learn from the articles")
    return learned


def _fused(bench: Bench, halves: Halves, *, learned: bool) -> list[Flag]:
    return [
        flag
        for articles, file in halves
        for flags in bench.lint(articles, ("GAR001",), learned=file if learned else ())
        for flag in flags
    ]


def _false_alarms(bench: Bench, halves: Halves) -> Iterator[Row]:
    """Count what was read as true and false, with and without what other outlets taught."""
    words = sum(article.words for articles, _ in halves for article in articles)
    for learned in (False, True):
        found = _fused(bench, halves, learned=learned)
        read = bench.verdicts.count(found)
        counts = ", ".join(f"{number} {name}" for name, number in sorted(read.items()))
        with_what = "learned from other outlets" if learned else "nothing learned"
        yield Row(
            "organic", FUSED, f"edited and scraped, {with_what}: {counts}", len(found),
            false_alarms=100_000 * (read["false"] + read["unread"]) / words, per="100,000 words",
        )  # fmt: skip


def _lost_blanks(bench: Bench, halves: Halves) -> Iterator[Row]:
    """Delete a blank between two small words, and see whether learning hides it."""
    chance = bench.chance("lost blanks, learned")
    altered: list[tuple[list[tuple[Article, int]], tuple[Path, ...]]] = []
    for articles, file in halves:
        cases = []
        for article in chance.sample(articles, min(CASES // 2, len(articles))):
            if pairs := list(_PAIR.finditer(article.text)):
                at = article.text.index(" ", chance.choice(pairs).start())
                cases.append((article.edited(at, at + 1, ""), at))
        altered.append((cases, file))
    number = sum(len(cases) for cases, _ in altered)
    for learned in (False, True):
        found = 0
        for cases, file in altered:
            flags = bench.lint(
                [article for article, _ in cases], ("GAR001",), learned=file if learned else ()
            )
            found += sum(
                any(flag.covers(at, at) for flag in of_case)
                for of_case, (_, at) in zip(flags, cases, strict=True)
            )
        with_what = "learned from other outlets" if learned else "nothing learned"
        yield Row(
            "injected", FUSED, f"blanks deleted, lower+lower, {with_what}", number, found / number
        )


def _templates(bench: Bench, halves: Halves, folder: Path) -> Iterator[Row]:
    """Put a line with a glued pair under every article of the largest outlets, and learn that."""
    chance = bench.chance("templates")
    outlets = Counter(_outlet(article) for articles, _ in halves for article in articles)
    lines = {}
    for outlet, _ in outlets.most_common(40):
        article = chance.choice([one for of, _ in halves for one in of if _outlet(one) == outlet])
        pairs = [match[0] for match in _PAIR.finditer(article.text)]
        pair = chance.choice(pairs)
        lines[outlet] = f"\n\nOn this page {pair.replace(' ', '')} to all of our readers."
    with_line = tuple(
        [one.with_text(one.text + lines.get(_outlet(one), "")) for one in articles]
        for articles, _ in halves
    )
    files = [_learn(articles, folder) for articles in with_line]
    before, after = Counter[str](), Counter[str]()
    for articles, file in zip(with_line, reversed(files), strict=True):
        chosen = {_outlet(one): one for one in articles if _outlet(one) in lines}
        for count, learned in ((before, ()), (after, (file,))):
            flags = bench.lint([*chosen.values()], ("GAR001",), learned=learned)
            for outlet, article, found in zip(chosen, chosen.values(), flags, strict=True):
                at = len(article.text) - len(lines[outlet])
                count[outlet] += any(flag.start >= at for flag in found)
    yield Row(
        "injected", FUSED,
        "a line with a glued pair under every article of an outlet: what is flagged with nothing "
        "learned is flagged with that learned", before.total(),
        after.total() / max(1, before.total()),
    )  # fmt: skip


def _known_lines(bench: Bench, halves: Halves) -> Iterator[Row]:
    """Hold the lines that are known from the other half against those that a half shares."""
    known, shared, both = 0, 0, 0
    for articles, file in halves:
        flags = bench.lint(articles, ("RES011",), learned=file)
        mine = {(one.file, one.id, one.start) for of_article in flags for one in of_article}
        others = {(one.file, one.id, one.start) for one in lint_across(articles, "RES101")}
        known, shared, both = known + len(mine), shared + len(others), both + len(mine & others)
    yield Row(
        "organic", KNOWN, "learned from the other half: lines that RES101 finds in this half, and "
        "how many of those found it finds, too", shared, both / shared, both / known,
    )  # fmt: skip
