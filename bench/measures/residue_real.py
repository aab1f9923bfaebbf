"""Residue as it stands in extractor output: precision by verdicts, recall estimated, sub-heads."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from measures.articles import Article
from measures.bench import Bench
from measures.linting import Flag
from measures.rows import Row
from measures.verdicts import FOLDER
from newslint import Doc, Rule
from newslint.diagnostic import SEVERITIES
from newslint.plugins import load_book

EXTRACTED = ("articles/allsides", "articles/fakehealth", "articles/newscluster")
PAGE_RULES = ("RES001", "RES002", "RES003", "RES005", "RES006")
"""The rules on text of the page; captions belong to the article and are counted apart."""
LINE_RULES = (*PAGE_RULES, "RES004")
"""The rules that call a whole line residue or the furniture of a picture."""
SAMPLE = 120
"""Templates of which the verdicts count: an even sample, not what somebody looked into."""
SHORT = 60
"""Code points of a short line."""
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Place:
    """A line somebody has read: a short line that was not flagged, or a true sub-head."""

    file: str
    id: str
    start: int
    end: int
    verdict: str


def measure(bench: Bench) -> Iterator[Row]:
    """Give precision, estimated recall, and alarms on sub-heads."""
    yield _precision(bench, PAGE_RULES, "RES001-RES003, RES005, RES006", ("error", "warning"))
    yield _precision(bench, PAGE_RULES, "RES001-RES003, RES005, RES006", ("info",))
    yield _precision(bench, ("RES004",), "RES004 caption-or-credit", ("warning",))
    yield _recall(bench)
    yield _subheads(bench)


def _precision(bench: Bench, codes: Sequence[str], rule: str, severities: Sequence[str]) -> Row:
    """Judge one flag an outlet and template, in an order that rules cannot stir."""
    templates: dict[tuple[str, str], Flag] = {}
    for article in bench.articles(*EXTRACTED):
        for flag in bench.natural[article.file, article.id]:
            if flag.code in codes and flag.severity in severities:
                templates.setdefault((article.source or "", template(flag.text)), flag)
    keys = sorted(templates, key=lambda key: digest(*key))[:SAMPLE]
    sample = [templates[key] for key in keys]
    read = bench.verdicts.count(sample)
    known = len(sample) - read["unread"]
    precision = read["true"] / known if known else None
    aimed = codes == PAGE_RULES and "error" in severities
    bench.show("sample: precision", sample)
    return Row(
        "organic", rule,
        f"extractor output, {', '.join(severities)}: one flag an outlet and template "
        f"({read['arguable']} arguable counted as wrong, {read['unread']} unread)",
        len(sample), precision=precision, target=".97 P" if aimed else "",
        met=precision is not None and precision >= 0.97 if aimed else None,
    )  # fmt: skip


def template(text: str) -> str:
    """Return what places of one template share: lower case, numbers as 0."""
    return _NUMBER.sub("0", text.lower()).strip()


def _recall(bench: Bench) -> Row:
    """Estimate recall from short lines that no rule flags and of which a sample was read.

    The sample was drawn evenly, so those of it that are still not flagged stand for all such lines.
    """
    unflagged: set[tuple[str, str, int]] = set()
    flagged = 0
    rules = line_rules()
    for article in bench.articles(*EXTRACTED):
        found = flagged_lines(article, rules)
        flagged += len(found)
        unflagged.update(
            (article.file, article.id, start)
            for number, start, _ in short_lines(article)
            if number not in found
        )
    left = [one for one in read_places("missed.tsv") if (one.file, one.id, one.start) in unflagged]
    missed = sum(one.verdict == "true" for one in left)
    share = missed / len(left) if left else 0.0
    recall = flagged / (flagged + share * len(unflagged))
    return Row(
        "organic", "RES001-RES006, lines",
        f"extractor output, estimated: {missed} residue of {len(left)} read of "
        f"{len(unflagged):,} short lines not flagged; {flagged:,} lines flagged",
        len(left), recall=recall, target=".65 R", met=recall >= 0.65,
    )  # fmt: skip


def line_rules() -> list[Rule]:
    """Return the rules on lines."""
    return [rule for rule in load_book().rules if rule.code in LINE_RULES]


def flagged_lines(
    page: Article, rules: Sequence[Rule], severities: Sequence[str] = SEVERITIES
) -> set[int]:
    """Return the numbers, from 0, of the lines that findings mean: their place and their fix."""
    doc = Doc(page.text, meta={"headline": page.headline or ""})
    found: set[int] = set()
    for rule in rules:
        for finding in rule.function(doc):
            if (finding.severity or rule.severity) in severities:
                edits = finding.fix.edits if finding.fix else ()
                for place in (finding.span, *(span for span, _ in edits)):
                    found.update(
                        line.number - 1
                        for line in doc.lines
                        if line.text and line.start < place.end and place.start < line.end
                    )
    return found


def short_lines(article: Article) -> Iterator[tuple[int, int, int]]:
    """Give number, start and end of the short lines that hold a letter."""
    start = 0
    for number, line in enumerate(article.text.split("\n")):
        if len(line.strip()) <= SHORT and any(map(str.isalpha, line)):
            yield number, start, start + len(line)
        start += len(line) + 1


def _subheads(bench: Bench) -> Row:
    """Count the true sub-heads that any rule on residue flags."""
    places = read_places("subheads.tsv")
    hit = [
        flag
        for one in places
        for flag in bench.natural.get((one.file, one.id), ())
        if flag.code.startswith("RES") and flag.covers(one.start, one.end)
    ]
    bench.show("flagged sub-head", hit)
    return Row(
        "organic", "sub-heads flagged as residue", f"true ones, chosen by reading: {len(hit)}",
        len(places), target="0 of 100", met=len(places) >= 100 and not hit,
    )  # fmt: skip


def read_places(name: str) -> list[Place]:
    """Return the lines of a verdict file of places."""
    rows = (line.split("\t") for line in (FOLDER / name).read_text("utf-8").splitlines())
    return [
        Place(row[0], row[1], int(row[4]), int(row[5]), row[6])
        for row in rows
        if not row[0].startswith("#")
    ]


def digest(*parts: str) -> bytes:
    """Return what orders a sample by nothing but its members."""
    return hashlib.md5("\t".join(parts).encode()).digest()
