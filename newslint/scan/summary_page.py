"""``summary.md``: the sums of a scan, for people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newslint.diagnostic import SEVERITIES
from newslint.reporters.step_summary import code_span
from newslint.reporters.terminal import neutral_line
from newslint.scan.summary import Totals
from newslint.scan.tally import Sums, largest

OUTLETS = 30
"""Outlets that are shown, those with the most articles."""
_PLURAL = {"error": "errors", "warning": "warnings", "info": "infos"}


def summary_page(totals: Totals) -> str:
    """Return the page."""
    tally, done = totals.tally, totals.done
    counts = ", ".join(
        f"{tally.whole.findings[severity]:,} {_PLURAL[severity]}" for severity in SEVERITIES
    )
    flagged = f"{tally.whole.flagged:,} of them have findings: {counts}."
    lines = [
        "# What newslint found",
        "",
        f"{done.articles:,} articles in {done.size / 1e6:,.1f} MB; {flagged}",
        "",
        *_trouble(totals),
        *_kept(totals),
        "## Rules",
        "",
        *_table(
            ("rule", "articles", *_PLURAL.values(), "per 1,000 articles"),
            (
                (f"{code} {name}", sums.articles, *_counts(sums), _rate(sums, done.articles))
                for code, (name, sums) in _most_first(tally.rules.items())
            ),
        ),
        "## Outlets",
        "",
        *_sums("outlet", largest(tally.outlets, OUTLETS)),
        "## Months",
        "",
        *_sums("month", sorted(tally.months.items())),
        "## Worst articles",
        "",
        *_table(
            ("article", "headline", *_PLURAL.values()),
            (
                (_article(path, record, own), _cell(headline), *counts)
                for _, path, _, record, own, headline, counts in tally.worst
            ),
        ),
    ]
    return "\n".join(lines).rstrip("\n") + "\n"


def _trouble(totals: Totals) -> Iterable[str]:
    done = totals.done
    told = {
        "files could not be read": done.bad_files,
        "records could not be read or were too large": done.bad_records,
        "times a rule crashed": totals.crashes,
        "files were passed over: they hold no articles": done.passed_over,
        "articles were not read by all rules, which do not know their language": (
            done.languages.total()
        ),
    }
    lines = [f"- {count:,} {what}" for what, count in told.items() if count]
    return [*lines, ""] if lines else []


def _kept(totals: Totals) -> list[str]:
    kept = totals.kept
    if kept is None:
        return []
    most_first = sorted(kept.rules.items(), key=lambda one: (-one[1][1], one[0]))
    return [
        "## Kept",
        "",
        f"{kept.articles:,} articles were kept, {kept.dropped:,} were not.",
        "",
        *_table(
            ("rule", "articles not kept for it"),
            ((f"{code} {name}", count) for code, (name, count) in most_first),
        ),
    ]


def _sums(what: str, table: Iterable[tuple[str, Sums]]) -> list[str]:
    return _table(
        (what, "articles", "with findings", *_PLURAL.values()),
        (
            (_cell(name) or "(unknown)", sums.articles, sums.flagged, *_counts(sums))
            for name, sums in table
        ),
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    shown = [
        "| " + " | ".join(f"{one:,}" if isinstance(one, int) else str(one) for one in row) + " |"
        for row in rows
    ]
    if not shown:
        return ["None.", ""]
    columns = ["---" if not number else "---:" for number in range(len(head))]
    return ["| " + " | ".join(head) + " |", "| " + " | ".join(columns) + " |", *shown, ""]


def _most_first(
    rules: Iterable[tuple[str, tuple[str, Sums]]],
) -> list[tuple[str, tuple[str, Sums]]]:
    return sorted(rules, key=lambda one: (-one[1][1].findings.total(), one[0]))


def _counts(sums: Sums) -> list[int]:
    return [sums.findings[severity] for severity in SEVERITIES]


def _rate(sums: Sums, articles: int) -> str:
    return f"{1000 * sums.findings.total() / articles:,.1f}" if articles else "-"


def _article(path: str, record: int | None, own: str | None) -> str:
    place = path if record is None else f"{path} record {record}"
    return _cell(f"{place} ({own})" if own else place)


def _cell(text: str) -> str:
    """Return a text out of the corpus as a cell of a table, in which it does nothing."""
    line = neutral_line(text).replace("|", "\u2502")
    return code_span(line) if line else ""
