"""Tables for ``--statistics`` and ``--timings``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from newslint.reporters.excerpt import columns
from newslint.reporters.terminal import neutral
from newslint.results import Timing


def counts_table(counts: Mapping[tuple[str, str], int]) -> str:
    """Return how many diagnostics each rule has, the most frequent first.

    Args:
        counts: By code and name, as `newslint.reporting.Tally` counts them.
    """
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return _table(((f"{number:,}", code, name) for (code, name), number in ordered), numbers=1)


def timings_table(timings: Mapping[str, Timing]) -> str:
    """Return what each rule cost, the slowest first, and the sum.

    Args:
        timings: By the rule's name.
    """
    ordered = sorted(timings.items(), key=lambda item: (-item[1].seconds, item[0]))
    rows = [(f"{one.seconds:.3f}", f"{one.calls:,}", f"{one.findings:,}", name)
            for name, one in ordered]  # fmt: skip
    whole = timings.values()
    rows.append((
        f"{sum(one.seconds for one in whole):.3f}",
        f"{sum(one.calls for one in whole):,}",
        f"{sum(one.findings for one in whole):,}",
        "all rules",
    ))  # fmt: skip
    return _table([("seconds", "calls", "findings", "rule"), *rows], numbers=3)


def _table(rows: Iterable[Sequence[str]], *, numbers: int) -> str:
    """Lay out rows; the first columns hold numbers and stand to the right, the rest to the left."""
    cells = [[neutral(cell) for cell in row] for row in rows]
    widths = [max(map(columns, column)) for column in zip(*cells, strict=True)]
    lines = []
    for row in cells:
        padding = [" " * (width - columns(cell)) for cell, width in zip(row, widths, strict=True)]
        padded = [
            space + cell if index < numbers else cell + space
            for index, (cell, space) in enumerate(zip(row, padding, strict=True))
        ]
        lines.append("  ".join(padded).rstrip())
    return "\n".join(lines)
