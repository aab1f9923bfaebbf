"""Scanned newspapers: what a scanner read is to be flagged, what a person made of it is not.

The last choice of limits was made on the other half of the articles; the first look, at what noise
there is, was at all of them, so recall is a little kind.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from measures.articles import EDITED, SCRAPED, Article, fitted_on, read_rows
from measures.bench import Bench
from measures.linting import Flag
from measures.rows import Row

RULE = "GAR006 scanned-text"
CODE = "GAR006"
FILE = "gold/ocr_newspaper_lines"
EARNINGS = "Shr "
"""What stands in the earnings tables of a wire of 1987."""
_Pair = tuple[Article, Article]


def measure(bench: Bench) -> Iterator[Row]:
    """Give recall on scanned text, by century, and false alarms on its correction and elsewhere."""
    pairs = [pair for pair in _pairs(bench) if not fitted_on(pair[0].id)]
    flags = bench.lint([scanned for scanned, _ in pairs], (CODE,))
    found = {pair[0].id for pair, one in zip(pairs, flags, strict=True) if one}
    halves = {
        "19th century": [pair for pair in pairs if int(pair[0].row["year"]) < 1901],
        "20th century": [pair for pair in pairs if int(pair[0].row["year"]) > 1900],
        "one word in 20 or more misread": [pair for pair in pairs if _noise(pair) >= 0.05],
    }
    yield _recall("text as scanned, all", pairs, found)
    for name, some in halves.items():
        yield _recall(f"text as scanned, {name}", some, found)
    bench.show("missed: scanned", [_flag(one) for one, _ in pairs if one.id not in found])
    yield _alarms(bench, "the same, corrected by people", [human for _, human in pairs])
    articles = bench.articles(*EDITED, *SCRAPED)
    yield _alarms(bench, "edited and scraped articles", articles)
    tables = [one for one in articles if EARNINGS in one.text]
    yield _alarms(bench, "earnings tables of a wire", tables)


def _pairs(bench: Bench) -> Iterator[_Pair]:
    """Give each article as it was scanned and as it was corrected, lines as in print."""
    lines = defaultdict(list)
    for row in read_rows(bench.data / f"{FILE}.jsonl"):
        lines[row["article"]].append(row)
    for name, rows in lines.items():
        scanned, human = ("\n".join(row[kind] for row in rows) for kind in ("ocr", "human"))
        yield (
            Article(FILE, name, scanned, row=rows[0]),
            Article(FILE, name, human, row=rows[0]),
        )


def _noise(pair: _Pair) -> float:
    """Return the share of the words as scanned that the correction does not have."""
    scanned, human = (one.text.split() for one in pair)
    right = set(human)
    return sum(word not in right for word in scanned) / len(scanned)


def _recall(name: str, pairs: Sequence[_Pair], found: set[str]) -> Row:
    share = sum(one.id in found for one, _ in pairs) / len(pairs) if pairs else None
    return Row("gold", RULE, name, len(pairs), recall=share)


def _alarms(bench: Bench, name: str, articles: Sequence[Article]) -> Row:
    flags = bench.lint(articles, (CODE,))
    wrong = sum(map(bool, flags))
    bench.show(f"alarm: {name}", [flag for one in flags for flag in one])
    return Row(
        "gold", RULE, f"alarms on {name}", len(articles),
        false_alarms=1000 * wrong / len(articles) if articles else None, per="1,000 articles",
    )  # fmt: skip


def _flag(one: Article) -> Flag:
    return Flag(
        one.file, one.id, CODE, "scanned-text", "missed", "text", 0, 0, "", "not found", "",
        one.text[:150],
    )  # fmt: skip
