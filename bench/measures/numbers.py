"""Numbers: conversions, percentages and magnitudes put wrong, and what is said of right ones.

Right conversions and changes are found in the articles by patterns of the bench's own, then one
number of each is changed. Since real text has few units, sentences are invented too: every pair of
units in every form. A slip counts only if it is beyond rounding (`Pair.beyond_rounding`,
`Change.beyond_rounding`); a place is found if the rule's finding touches it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from measures import conversions, percentages
from measures.articles import EDITED, SCRAPED
from measures.bench import Bench
from measures.linting import AROUND, Flag
from measures.rows import Kind, Row

EACH = 2
"""Invented sentences of each pair of units, way round and form."""
REAL_MONEY = re.compile(r"[$£€]\d[\d,.]* (?P<size>million|billion|trillion)\b")
AMOUNT = re.compile(r"(?<![\w.,$£€-])\d[\d,.]* (?P<size>billion|trillion|bln)\b")
AMOUNTS = 500
NEARLY_ALL, MOST = 0.95, 0.9
"""Aims of the bench's own where the rule book has none: recall of errors, of warnings."""


Case = conversions.Pair | percentages.Change
"""A place in an article that is right or has been made wrong."""


def measure(bench: Bench) -> Iterator[Row]:
    """Give recall by slip, kind of unit and form, and alarms on what is right."""
    yield from _conversions(bench)
    yield from _changes(bench)
    yield from _multiples(bench)
    yield from _magnitudes(bench)
    yield from _shares(bench)
    for code in ("NUM003", "NUM004"):
        yield silence(bench, code, _rule(code))


def _conversions(bench: Bench) -> Iterator[Row]:
    chance = bench.chance("conversions")
    real = conversions.real_pairs(bench.articles(*EDITED, *SCRAPED))
    invented = list(conversions.invented(chance, EACH))
    for where, pairs in (("real", real), ("invented", invented)):
        yield _silent(bench, "NUM001", pairs, f"right conversions in {where} text")
        wrong = list(conversions.slips(pairs, chance))
        found = _found(bench, "NUM001", [pair for _, pair in wrong])
        hits = list(zip(wrong, found, strict=True))
        what = f"conversions in {where} text made wrong: "
        yield _recall("NUM001", f"{what}all", found, NEARLY_ALL)
        yield from _by(
            "NUM001", what, [(name, hit) for (name, _), hit in hits]
        )  # fmt: skip
        yield from _by("NUM001", what, [(pair.unit_b.kind, hit) for (_, pair), hit in hits])
        if where == "invented":
            yield from _by(
                "NUM001", what, [(f"form “{pair.form}”", hit) for (_, pair), hit in hits]
            )


def _changes(bench: Bench) -> Iterator[Row]:
    chance = bench.chance("percentages")
    real = percentages.real_changes(bench.articles(*EDITED, *SCRAPED))
    invented = list(percentages.invented(chance))
    for where, changes in (("real", real), ("invented", invented)):
        yield _silent(bench, "NUM002", changes, f"right percentages in {where} text")
        wrong = list(percentages.slips(changes, chance))
        found = _found(bench, "NUM002", [change for _, change in wrong])
        hits = list(zip(wrong, found, strict=True))
        what = f"percentages of change in {where} text made wrong: "
        yield _recall("NUM002", f"{what}all", found, MOST)
        yield from _by("NUM002", what, [(name, hit) for (name, _), hit in hits])
        yield from _by(
            "NUM002", what, [(f"form “{change.form}”", hit) for (_, change), hit in hits]
        )


def _multiples(bench: Bench) -> Iterator[Row]:
    chance = bench.chance("multiples")
    right = list(percentages.multiples(chance, wrong=False))
    wrong = list(percentages.multiples(chance, wrong=True))
    yield _silent(bench, "NUM002", right, "invented multiples (doubled) that fit")
    found = _found(bench, "NUM002", wrong)
    yield _recall("NUM002", "invented multiples that should be others", found, MOST)


def _magnitudes(bench: Bench) -> Iterator[Row]:
    """Put a second magnitude after real amounts: of money any, of other numbers a smaller one."""
    chance = bench.chance("magnitudes")
    articles = bench.articles(*EDITED, *SCRAPED)
    for what, pattern, sizes in (
        ("of money", REAL_MONEY, ("million", "billion")),
        ("of anything", AMOUNT, ("million",)),
    ):
        places = [(one, match) for one in articles for match in pattern.finditer(one.text)]
        cases = [
            percentages.Change(
                article.edited(match.end(), match.end(), " " + chance.choice(sizes)),
                match["size"], "", "", match.start(), match.end(), what,
            )
            for article, match in chance.sample(places, min(AMOUNTS, len(places)))
        ]  # fmt: skip
        found = _found(bench, "NUM003", cases)
        yield _recall("NUM003", f"a second magnitude after real amounts {what}", found, NEARLY_ALL)


def _shares(bench: Bench) -> Iterator[Row]:
    chance = bench.chance("shares")
    right = list(percentages.shares(chance, over=False))
    wrong = list(percentages.shares(chance, over=True))
    yield _silent(bench, "NUM004", right, "invented shares that sum to 100")
    found = _found(bench, "NUM004", wrong)
    yield _recall("NUM004", "invented shares that sum to more than 100", found, None)


def silence(bench: Bench, code: str, rule: str) -> Row:
    """Give the alarms of a rule that is rarely heard, on all articles as they are."""
    flags = [flag for found in bench.natural.values() for flag in found if flag.code == code]
    wrong = [flag for flag in flags if bench.verdicts.of(flag) != "true"]
    return Row(
        "organic", rule, "alarms on all articles that no reader called true", len(bench.natural),
        false_alarms=1000 * len(wrong) / max(len(bench.natural), 1), per="1,000 articles",
        target="0", met=not wrong,
    )  # fmt: skip


def _silent(bench: Bench, code: str, cases: Sequence[Case], what: str) -> Row:
    """Give the alarms on places that are right."""
    flags = bench.lint([case.article for case in cases], (code,))
    alarms = [
        flag
        for case, found in zip(cases, flags, strict=True)
        for flag in found
        if flag.code == code and flag.covers(case.start, case.end)
    ]
    bench.show(f"false: {what}", alarms)
    kind: Kind = "organic" if " real " in what else "injected"
    return Row(
        kind, _rule(code), f"alarms on {what}", len(cases),
        false_alarms=1000 * len(alarms) / max(len(cases), 1), per="1,000",
        target="0", met=not alarms,
    )  # fmt: skip


def _found(bench: Bench, code: str, cases: Sequence[Case]) -> list[bool]:
    """Tell of each case whether the rule finds it, and keep those it misses."""
    flags = bench.lint([case.article for case in cases], (code,))
    hits = [
        any(flag.code == code and flag.covers(case.start, case.end) for flag in found)
        for case, found in zip(cases, flags, strict=True)
    ]
    missed = [case for case, hit in zip(cases, hits, strict=True) if not hit]
    bench.show("missed", [_flag(code, case) for case in missed])
    return hits


def _flag(code: str, case: Case) -> Flag:
    article, start, end = case.article, case.start, case.end
    return Flag(
        article.file, article.id, code, _rule(code).partition(" ")[2], "missed", "text", start, end,
        article.text[start:end], case.form, article.text[max(start - AROUND, 0) : start],
        article.text[end : end + AROUND],
    )  # fmt: skip


def _recall(code: str, what: str, found: Sequence[bool], target: float | None = None) -> Row:
    recall = sum(found) / len(found) if found else None
    met = None if target is None or recall is None else recall >= target
    aim = f"≥ {target:.2f}" if target else ""
    return Row(
        "injected", _rule(code), what, len(found), recall=recall, target=aim, met=met
    )  # fmt: skip


def _by(code: str, what: str, hits: Sequence[tuple[str, bool]]) -> Iterator[Row]:
    """Give the recall of each group."""
    for name in Counter(name for name, _ in hits):
        yield _recall(code, what + name, [hit for group, hit in hits if group == name])


def _rule(code: str) -> str:
    names = {
        "NUM001": "conversion-mismatch", "NUM002": "percentage-mismatch",
        "NUM003": "magnitude-slip", "NUM004": "shares-over-the-whole",
    }  # fmt: skip
    return f"{code} {names[code]}"
