"""Words run together, broken, doubled: injected into real text, held against labels, read.

Blanks are deleted one an article and at random, wherever they stand, so that the figure is that of
all lost blanks and not of the easy ones. The weights of `fused-words` were fitted on half of the
articles (`measures.articles.fitted_on`); blanks are deleted in the other half, and in the files
that were never fitted on.
"""

from __future__ import annotations

import random
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice

from measures.articles import EDITED, SCRAPED, Article, fitted_on, read_articles, read_rows
from measures.bench import Bench
from measures.linting import Flag
from measures.rows import Row
from newslint import Doc
from newslint_rules.garbled.broken_words import broken_words
from newslint_rules.garbled.fused_sentences import fused_sentences
from newslint_rules.garbled.fused_words import fused_words

CASES = 2000
GLUED = ("GAR001", "GAR002", "GAR003")
FUSED = "GAR001 and GAR002, blanks lost"
BROKEN = "GAR003 broken-words"
DOUBLED = "GAR004 doubled-words"
NEVER_FITTED_ON = ("gold/polnear_articles",)
WORDS = "100,000 words"

_BLANK = re.compile(r"(?<=\S) (?=\S)")
_LEFT = re.compile(r"[\w'\u2019-]+\Z")
_RIGHT = re.compile(r"[\w'\u2019-]+")
_SENTENCE_END = re.compile(r"[.!?][\"'\u201d\u2019)]*\Z")
_OPENS = re.compile(r"[\"'\u201c\u2018(]*[A-Z]")
_LONG_WORD = re.compile(r"(?<![\w'\u2019-])[^\W\d_]{5,}(?![\w'\u2019-])")
_WORD = re.compile(r"(?<=[a-z,] )[a-z]+(?= [a-z])")


@dataclass(frozen=True, slots=True)
class Case:
    """A defect put into an article.

    Args:
        original: The article before.
        article: The article with the defect.
        start: Where the defect stands in it; ``end`` one past it.
        kind: What kind it is, as the table calls it.
    """

    original: Article
    article: Article
    start: int
    end: int
    kind: str


def measure(bench: Bench) -> Iterator[Row]:
    """Give recall of lost and added blanks, false alarms on edited news, and the gold labels."""
    yield from _lost_blanks(bench, "edited", EDITED)
    yield from _lost_blanks(bench, "scraped", SCRAPED)
    yield from _broken(bench, "random breaks", " ", 1, 0.8)
    yield from _broken(bench, "line-end hyphens left in", "- ", 2, None)
    yield from _doubled(bench)
    yield from _organic_gold(bench)
    yield from _repaired(bench)
    yield from _false_alarms(bench)


# --- blanks deleted -------------------------------------------------------------------------------


def _lost_blanks(bench: Bench, name: str, files: Sequence[str]) -> Iterator[Row]:
    """Delete blanks; found is one where any rule on blanks flags the place."""
    articles = [
        one
        for one in bench.articles(*files)
        if one.file in NEVER_FITTED_ON or not fitted_on(one.id)
    ]
    cases = _cases(bench, f"lost blanks, {name}", articles, _BLANK, _without_blank)
    found = _found(bench, cases, GLUED)
    targets = {"all kinds": 0.85, "lower+lower": 0.92}
    for kind in ("all kinds", *sorted({case.kind for case in cases})):
        chosen = [case for case in cases if kind in ("all kinds", case.kind)]
        recall = _share(found[case] is not None for case in chosen)
        target = targets.get(kind)
        yield Row(
            "injected", FUSED, f"2,000 blanks deleted, {name}: {kind}", len(chosen), recall,
            target=f"recall ≥ {target}" if target else "", met=_at_least(recall, target),
        )  # fmt: skip
    errors = [case for case in cases if (flag := found[case]) and flag.severity == "error"]
    yield Row("injected", FUSED, f"… {name}, at error alone", len(cases), len(errors) / len(cases))
    seen = [case for case in cases if found[case] is not None]
    right = _share(_repairs(case) for case in seen)
    yield Row(
        "injected", FUSED, f"… {name}, fix gives the article back", len(seen), precision=right,
        target="≥ .99", met=right >= 0.99,
    )  # fmt: skip


def _without_blank(article: Article, match: re.Match[str], _: random.Random) -> Case:
    at = match.start()
    return Case(article, article.edited(at, at + 1, ""), at, at, _kind(article.text, at))


def _kind(text: str, at: int) -> str:
    """Say what stands on the two sides of a blank."""
    left, right = text[max(0, at - 40) : at], text[at + 1 : at + 41]
    if left[-1].isdigit() or right[0].isdigit():
        return "digit"
    if left[-1].isalpha() and right[0].isalpha():
        words = _LEFT.search(left), _RIGHT.match(right)
        return "+".join("Capital" if one and one[0][0].isupper() else "lower" for one in words)
    if _SENTENCE_END.search(left) and _OPENS.match(right):
        return "sentence end"
    return "punctuation"


def _repairs(case: Case) -> bool:
    """Tell whether a fix at the place gives the article back as it was."""
    doc = Doc(case.article.text)
    for rule in (fused_words, fused_sentences, broken_words):
        for finding in rule(doc):
            if finding.span.start <= case.end and case.start <= finding.span.end:
                for span, text in finding.fix.edits if finding.fix else ():
                    mended = case.article.edited(span.start, span.end, text)
                    return mended.text == case.original.text
    return False


# --- words broken and doubled ---------------------------------------------------------------------


def _broken(
    bench: Bench, name: str, breaks: str, shortest: int, target: float | None
) -> Iterator[Row]:
    """Put a blank, or a hyphen and a blank, into words of five letters or more."""

    def broken(article: Article, match: re.Match[str], chance: random.Random) -> Case:
        at = match.start() + chance.randint(shortest, len(match[0]) - shortest)
        altered = article.edited(at, at, breaks)
        return Case(article, altered, at, at + len(breaks), name)

    articles = bench.articles(*EDITED, *SCRAPED)
    cases = _cases(bench, name, articles, _LONG_WORD, broken)
    found = _found(bench, cases, GLUED)
    recall = _share(flag is not None for flag in found.values())
    yield Row(
        "injected", BROKEN, f"2,000 words: {name}", len(cases), recall,
        target=f"recall ≥ {target}" if target else "", met=_at_least(recall, target),
    )  # fmt: skip
    seen = [case for case in cases if found[case] is not None]
    yield Row(
        "injected", BROKEN, f"… {name}, fix gives the article back", len(seen),
        precision=_share(_repairs(case) for case in seen),
    )  # fmt: skip


def _doubled(bench: Bench) -> Iterator[Row]:
    """Double a word of small letters; the rule looks at small words only, and says so."""

    def doubled(article: Article, match: re.Match[str], _: random.Random) -> Case:
        end = match.end()
        altered = article.edited(end, end, f" {match[0]}")
        return Case(article, altered, match.start(), end + 1 + len(match[0]), "doubled word")

    cases = _cases(bench, "doubled", bench.articles(*EDITED, *SCRAPED), _WORD, doubled)
    flags = _found(bench, cases, ("GAR004",), show=False)
    recall = _share(flag is not None for flag in flags.values())
    yield Row("injected", DOUBLED, "2,000 words doubled, any word", len(cases), recall)


# --- labels ---------------------------------------------------------------------------------------


def _organic_gold(bench: Bench) -> Iterator[Row]:
    """Hold the rules against words of real articles that a reader labelled."""
    everything = [
        *bench.articles(*EDITED, *SCRAPED),
        *read_articles(bench.data, "gold/extra_articles"),
    ]
    articles = {one.id: one for one in everything}
    rows = [
        row for row in read_rows(bench.data / "gold/fused_organic.jsonl") if row["id"] in articles
    ]
    wanted = sorted({row["id"] for row in rows})
    flags = bench.lint([articles[one] for one in wanted], ("GAR001", "GAR002"))
    by_id = dict(zip(wanted, flags, strict=True))
    for kinds, label, what in (
        (("fused", "glued_case"), "fused", "labelled fused"),
        (("fused", "glued_case"), "false_alarm", "labelled false alarm: share flagged"),
        (("glued_sentence",), "unlabelled", "glued sentences, unlabelled"),
    ):
        chosen = [row for row in rows if row["kind"] in kinds and row["label"] == label]
        hits = [
            next((one for one in by_id[row["id"]] if _at(one, row["start"], row["word"])), None)
            for row in chosen
        ]
        found = _share(one is not None for one in hits)
        alarm = label == "false_alarm"
        yield Row(
            "gold", FUSED, f"fused_organic, {what}", len(chosen), None if alarm else found,
            precision=1 - found if alarm else None,
        )  # fmt: skip
        places = [
            _place(articles[row["id"]], row["start"], row["start"] + len(row["word"]))
            for row, hit in zip(chosen, hits, strict=True)
            if (hit is not None) == alarm
        ]
        bench.show(f"gold, {what}: {'flagged' if alarm else 'missed'}", places)


def _at(flag: Flag, start: int, word: str) -> bool:
    return flag.start < start + len(word) and start < flag.end


def _repaired(bench: Bench) -> Iterator[Row]:
    """Lint text with lost and added blanks, and its repair: scientific papers, so no target."""
    rows = read_rows(bench.data / "gold/whitespace_repair_acl.jsonl")
    for side in ("corrupt", "correct"):
        articles = [
            Article("gold/whitespace_repair_acl", str(at), row[side]) for at, row in enumerate(rows)
        ]
        different = [
            flags
            for flags, row in zip(bench.lint(articles, GLUED), rows, strict=True)
            if row["corrupt"] != row["correct"]
        ]
        yield Row(
            "gold", "GAR001–003", f"whitespace_repair_acl, {side} side: share with a finding",
            len(different), _share(bool(flags) for flags in different),
        )  # fmt: skip


# --- false alarms ---------------------------------------------------------------------------------


def _false_alarms(bench: Bench) -> Iterator[Row]:
    """Count what was read as false on edited news; a place nobody has read counts as false."""
    articles = bench.articles(*EDITED)
    words = sum(article.words for article in articles)
    flags = [flag for one in articles for flag in bench.natural[one.file, one.id]]
    for rule, codes, severities, target in (
        (FUSED, ("GAR001", "GAR002"), ("error", "warning"), 1.0),
        (FUSED, ("GAR001", "GAR002"), ("error",), 0.2),
        (BROKEN, ("GAR003",), ("error", "warning"), 0.1),
        (DOUBLED, ("GAR004",), ("warning",), None),
    ):
        chosen = [one for one in flags if one.code in codes and one.severity in severities]
        read = bench.verdicts.count(chosen)
        rate = 100_000 * (read["false"] + read["unread"]) / words
        counts = ", ".join(f"{number} {name}" for name, number in sorted(read.items())) or "none"
        yield Row(
            "organic", rule, f"edited news, {' and '.join(severities)}: {counts}", len(chosen),
            false_alarms=rate, per=WORDS, target=f"≤ {target}" if target else "",
            met=None if target is None else rate <= target,
        )  # fmt: skip


# --- helpers --------------------------------------------------------------------------------------


def _cases(
    bench: Bench,
    name: str,
    articles: Sequence[Article],
    places: re.Pattern[str],
    alter: Callable[[Article, re.Match[str], random.Random], Case],
) -> list[Case]:
    """Draw places uniformly from all places of all articles, and alter each article in one."""
    chance = bench.chance(name)
    counts = [sum(1 for _ in places.finditer(article.text)) for article in articles]
    starts = [0, *accumulate(counts)]
    cases = []
    for number in sorted(chance.sample(range(starts[-1]), min(CASES, starts[-1]))):
        which = bisect_right(starts, number) - 1
        article, nth = articles[which], number - starts[which]
        match = next(islice(places.finditer(article.text), nth, None))
        cases.append(alter(article, match, chance))
    return cases


def _found(
    bench: Bench, cases: Sequence[Case], codes: tuple[str, ...], *, show: bool = True
) -> dict[Case, Flag | None]:
    """Return the flag at each defect, or nothing; keep those that were missed for reading."""
    flags = bench.lint([case.article for case in cases], codes)
    found = {
        case: next((one for one in of_case if one.covers(case.start, case.end)), None)
        for case, of_case in zip(cases, flags, strict=True)
    }
    if show:
        for case, flag in found.items():
            if flag is None:
                bench.show(f"missed: {case.kind}", [_place(case.article, case.start, case.end)])
    return found


def _place(article: Article, start: int, end: int) -> Flag:
    """Make a flag by hand: a place to read."""
    text = article.text
    return Flag(
        article.file, article.id, "-", "-", "-", "text", start, end, text[start:end], "",
        text[max(0, start - 60) : start], text[end : end + 60],
    )  # fmt: skip


def _share(of: Iterator[bool] | Sequence[bool]) -> float:
    values = list(of)
    return sum(values) / max(1, len(values))


def _at_least(value: float, target: float | None) -> bool | None:
    return None if target is None else value >= target
