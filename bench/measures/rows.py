"""The lines of the accuracy table, and their Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["injected", "gold", "organic"]
"""Put into real text by the bench; against labels made by people; as it stands in real text."""

_TITLES: dict[Kind, str] = {
    "injected": "Injected into real text",
    "gold": "Against gold labels",
    "organic": "As it stands in real text",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement.

    Args:
        kind: How it was measured.
        rule: Code and name, or what of the article model is measured.
        measured: What exactly, and on what.
        n: How many cases it rests on.
        recall: Share found, 0 to 1.
        precision: Share of what was found that is right, 0 to 1.
        false_alarms: Rate of false alarms, with its unit in ``per``.
        per: ``100,000 words`` or ``1,000 articles``.
        target: What is aimed at, in words; empty where there is none.
        met: Whether the target is met; `None` where there is none.
    """

    kind: Kind
    rule: str
    measured: str
    n: int
    recall: float | None = None
    precision: float | None = None
    false_alarms: float | None = None
    per: str = ""
    target: str = ""
    met: bool | None = None


def tables(rows: Iterable[Row]) -> str:
    """Return the rows as Markdown, one table a kind, in the order they came."""
    rows = list(rows)
    return "\n\n".join(
        _table(title, [row for row in rows if row.kind == kind])
        for kind, title in _TITLES.items()
        if any(row.kind == kind for row in rows)
    )


def _table(title: str, rows: Sequence[Row]) -> str:
    lines = [
        f"## {title}\n",
        "| rule | measured | n | recall | precision | false alarms | target | met |",
        "|---|---|---:|---:|---:|---|---|---|",
    ]
    for row in rows:
        alarms = "" if row.false_alarms is None else f"{rate(row.false_alarms)} per {row.per}"
        met = "" if row.met is None else "yes" if row.met else "**no**"
        cells = (
            row.rule, row.measured, f"{row.n:,}", share(row.recall), share(row.precision), alarms,
            row.target, met,
        )  # fmt: skip
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def share(value: float | None) -> str:
    """Return a share with three digits, as ``.873``; nothing for `None`."""
    return "" if value is None else f"{value:.3f}".removeprefix("0") if value < 1 else "1.0"


def rate(value: float) -> str:
    """Return a rate with two digits that count, a dash for nothing."""
    return "0" if value == 0 else f"{value:.2f}" if value < 10 else f"{value:.0f}"
