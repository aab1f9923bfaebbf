"""Runs of interface lines: what the rules on them report as one place."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import groupby

from newslint import Doc, Findings, Fix, Line, Role, Span

_OTHER_BREAKS = frozenset({Role.SUBHEAD, Role.CAPTION, Role.HEADLINE, Role.DECK})
"""What breaks a run beside the body."""
_MOST_RELATED = 10_000
"""Lines of a run that are named: all of any menu, since who reads records counts them by these."""

LINKS = frozenset({"related", "teaser"})
"""Kinds of lines that point to other stories, or to a video."""
CLOCKS = frozenset({"relative-time", "counter"})
"""Kinds of lines that depend on when the page was read."""


def runs(doc: Doc) -> Sequence[list[Line]]:
    """Return the runs of interface lines; only the story and its parts break a run."""
    return doc.get(_runs) if Role.RESIDUE in doc.article.roles else ()


def _runs(doc: Doc) -> Sequence[list[Line]]:
    parts = (*doc.body, *doc.article.lines_with(_OTHER_BREAKS))
    breaks = sorted([part.start for part in parts])
    found: list[list[Line]] = []
    last = -1
    for line in doc.article.leftovers:
        place = bisect(breaks, line.start)
        if place != last:
            found.append([])
            last = place
        found[-1].append(line)
    return found


def runs_of(doc: Doc, wanted: frozenset[str]) -> Iterator[list[Line]]:
    """Give the parts, all of the wanted kinds, of the runs that hold links and clocks only."""
    for run in runs(doc):
        if kinds(run) <= LINKS | CLOCKS:
            for is_wanted, part in groupby(run, lambda line: line.kind in wanted):
                if is_wanted:
                    yield list(part)


def flag_runs(doc: Doc, wanted: frozenset[str], *, one: str, several: str) -> Findings:
    """Flag each run of the wanted kinds once, on its first line; the fix deletes the run."""
    for run in runs_of(doc, wanted):
        said = one if len(run) == 1 else several
        first = run[0].strip()
        yield first.flag(f"{counted(run)} {said}", fix=delete(doc, run), related=others(run))


def kinds(run: list[Line]) -> frozenset[str]:
    """Return the kinds of the lines of a run."""
    return frozenset(line.kind for line in run)


def others(run: list[Line]) -> list[Span]:
    """Return the lines after the first, as related places."""
    return [line.strip() for line in run[1 : _MOST_RELATED + 1]]


def quoted(run: list[Line]) -> str:
    """Return the first line in quotation marks, shortened."""
    first = run[0].strip().text
    return repr(first if len(first) <= 60 else f"{first[:57]}…")


def counted(run: list[Line]) -> str:
    """Return the first line and how many stand with it, ready for "is" or "are"."""
    if len(run) == 1:
        return quoted(run)
    more = "1 more line" if len(run) == 2 else f"{len(run) - 1} more lines"
    return f"{quoted(run)} and {more}"


def delete(doc: Doc, run: list[Line]) -> Fix | None:
    """Return the fix that deletes a run; none when nothing of the text would stay.

    It is safe when every line is the page's for certain.
    """
    if not doc.body:
        return None
    edits: list[tuple[Span, str]] = []
    group = [run[0]]
    for line in [*run[1:], None]:
        if line is not None and _adjacent(group[-1], line):
            group.append(line)
            continue
        edits.extend(Fix.delete_line(group[0].to(group[-1])).edits)
        group = [line] if line is not None else []
    return Fix(tuple(edits), safe=all(line.certain for line in run))


def _adjacent(line: Line, following: Line) -> bool:
    between = line.to(following).text[len(line.text) : -len(following.text) or None]
    return not between.strip()
