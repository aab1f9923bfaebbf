"""What a corpus as large as CC-News takes, by the rates that were measured: nothing but sums."""

from __future__ import annotations

from collections.abc import Sequence

from scales.scans import MB, Scanned

ARTICLES, SIZE = 300_000_000, 1_000_000_000_000
"""CC-News from 2016 on, in round figures: articles, and bytes of their text."""
CORES = (16, 128, 512)
"""One machine, eight of them, thirty-two."""
HEAD = (
    "", "core-hours by bytes", "by articles", *(f"hours, {cores} cores" for cores in CORES),
    "work in progress, GB", "output, GB",
)  # fmt: skip


def projection(found: Sequence[tuple[str, Scanned]]) -> list[tuple[str, ...]]:
    """Return the rows of a table: what each way to scan would take, if all grows with the input.

    The hours are those of the larger of the two figures, with all cores busy to the end: they are
    the least. Bytes on disk are taken to grow with the articles.
    """
    rows = []
    for name, one in found:
        by_bytes = SIZE / MB / one.cpu_speed / 3600
        times = ARTICLES / one.corpus.articles
        by_articles = one.cost.cpu * times / 3600
        most = max(by_bytes, by_articles)
        rows.append(
            (
                name,
                f"{by_bytes:,.0f}",
                f"{by_articles:,.0f}",
                *(f"{most / cores:.1f}" for cores in CORES),
                f"{one.cost.peaks.files['work'] * times / 1e9:,.0f}",
                f"{one.output * times / 1e9:,.0f}",
            )
        )
    return rows
