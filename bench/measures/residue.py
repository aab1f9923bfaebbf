"""Residue: on labelled pages, on extractor output, and put into clean news.

The parts: labelled pages here, `residue_real` (extractor output as it is, with verdicts), and
`residue_injected` (typical lines, cut ends, repeats, pages that are no articles).
"""

from __future__ import annotations

from collections.abc import Iterator

from measures import residue_injected, residue_real
from measures.articles import Article, read_articles
from measures.bench import Bench
from measures.linting import Flag
from measures.residue_real import flagged_lines, line_rules
from measures.rows import Row

PAGES = "gold/dirtyweb_line_labels"
SETS = {"readability": "R: web pages of every kind", "newspaper": "N: news pages"}
TARGETS = {"readability": (0.95, 0.70), "newspaper": (0.98, 0.85)}
GRAVE = ("error", "warning")


def measure(bench: Bench) -> Iterator[Row]:
    """Give all figures on residue."""
    yield from _pages(bench)
    yield from residue_real.measure(bench)
    yield from residue_injected.measure(bench)


def _pages(bench: Bench) -> Iterator[Row]:
    """Compare flagged lines with the labels of whole pages; rules and frame are lines as well.

    A line that is neither labelled residue nor story (dividers, parts of a paragraph) is left out.
    """
    rules = line_rules()
    pages = read_articles(bench.data, PAGES)
    for name, what in SETS.items():
        members = [page for page in pages if page.id.startswith(name)]
        for severities in ((*GRAVE, "info"), GRAVE, ("error",)):
            right = wrong = gold = 0
            for page in members:
                flagged = flagged_lines(page, rules, severities)
                labels = page.row["labels"]
                false = {at for at in flagged if labels[at] in {"body", "headline"}}
                right += sum(labels[at] == "residue" for at in flagged)
                wrong += len(false)
                gold += labels.count("residue")
                if severities == GRAVE:
                    bench.show(f"false: {name}", [line_flag(page, at) for at in sorted(false)])
            precision, recall = right / (right + wrong), right / gold
            aimed = TARGETS[name] if len(severities) == 3 else None
            yield Row(
                "gold", "RES001-RES006, lines", f"{what}, {', '.join(severities)}", gold,
                recall=recall, precision=precision,
                target=f"{aimed[0]:.2f} P, {aimed[1]:.2f} R" if aimed else "",
                met=precision >= aimed[0] and recall >= aimed[1] if aimed else None,
            )  # fmt: skip


def line_flag(page: Article, number: int) -> Flag:
    """Return a line as a place for the file of flagged places."""
    lines = page.text.split("\n")
    start = sum(len(line) + 1 for line in lines[:number])
    before, after = "\n".join(lines[max(number - 2, 0) : number]), lines[number + 1 : number + 2]
    text = lines[number]
    return Flag(
        page.file, page.id, "RES", "line", "error", "text", start, start + len(text), text,
        page.row["labels"][number], before[-150:], "".join(after)[:150],
    )  # fmt: skip
