"""Real articles as they are: how often each rule speaks, and what a reader said of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from measures.articles import EDITED, SCRAPED
from measures.bench import Bench
from measures.linting import Flag
from measures.rows import Row, rate, share
from newslint.diagnostic import SEVERITIES
from newslint.plugins import load_book

ARTICLE = 750
"""Words of an article in the budgets."""
BUDGETS = {"error": 2, "warning": 20}
"""False alarms allowed on 1,000 edited articles, all default rules together."""


def measure(bench: Bench) -> Iterator[Row]:
    """Give the false alarms of all default rules on edited news.

    A place that nobody has read counts as a false alarm.
    """
    default = {rule.code for rule in load_book().rules if rule.default}
    units = sum(article.words for article in bench.articles(*EDITED)) / (1000 * ARTICLE)
    on_edited = [flag for flag in _flags(bench, EDITED) if flag.code in default]
    for severity, budget in BUDGETS.items():
        flags = [flag for flag in on_edited if flag.severity == severity]
        read = bench.verdicts.count(flags)
        wrong = (read["false"] + read["unread"]) / units
        yield Row(
            "organic", f"all default rules, {severity}s",
            f"alarms on edited news: {_words(read)}", len(flags), false_alarms=wrong,
            per="1,000 articles of 750 words", target=f"≤ {budget}", met=wrong <= budget,
        )  # fmt: skip


def table(bench: Bench) -> str:
    """Return how often each rule speaks and what reading showed, as Markdown."""
    by_rule: dict[tuple[str, str, int], dict[str, list[Flag]]] = defaultdict(
        lambda: {"edited": [], "scraped": []}
    )
    for name, files in (("edited", EDITED), ("scraped", SCRAPED)):
        for flag in _flags(bench, files):
            key = flag.code, flag.rule, SEVERITIES.index(flag.severity)
            by_rule[key][name].append(flag)
    numbers = {"edited": len(bench.articles(*EDITED)), "scraped": len(bench.articles(*SCRAPED))}
    heads = ("rule", "severity", "per 1,000 edited", "per 1,000 scraped", "read", "true")
    lines = [
        "## Each rule on real text\n",
        "| " + " | ".join((*heads, "arguable", "false", "false of those read")) + " |",
        "|---|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for (code, rule, severity), sets in sorted(by_rule.items()):
        flags = sets["edited"] + sets["scraped"]
        read = bench.verdicts.count(flags)
        known = read["true"] + read["arguable"] + read["false"]
        rates = " | ".join(rate(1000 * len(sets[name]) / numbers[name]) for name in numbers)
        wrong = share(read["false"] / known) if known else ""
        lines.append(
            f"| {code} {rule} | {SEVERITIES[severity]} | {rates} | {known:,} of {len(flags):,} "
            f"| {read['true']} | {read['arguable']} | {read['false']} | {wrong} |"
        )
    return "\n".join(lines)


def show(bench: Bench) -> None:
    """Keep all places for reading: those on edited news first, and unread ones before others."""
    for heading, files in (("edited", EDITED), ("scraped", SCRAPED)):
        flags = _flags(bench, files)
        bench.show(heading, sorted(flags, key=lambda one: (one.code, one.severity)))


def _flags(bench: Bench, files: Sequence[str]) -> list[Flag]:
    """Return what is said of articles; filters of corpora are no matter of true and false."""
    return [
        flag
        for article in bench.articles(*files)
        for flag in bench.natural[article.file, article.id]
        if not flag.code.startswith("QUA")
    ]


def _words(read: dict[str, int]) -> str:
    return ", ".join(f"{number:,} {name}" for name, number in sorted(read.items())) or "none"
