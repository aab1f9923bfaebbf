"""The ways in which a day is written, and dates in real text as this bench finds them by itself.

The patterns here are simpler than those of newslint on purpose, and share nothing with them.
"""

from __future__ import annotations

import re
from calendar import day_abbr, day_name, month_abbr, month_name
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from measures.articles import Article
from measures.bench import Bench
from measures.linting import Flag
from measures.rows import Row

WITH_YEAR = {
    "American": (
        "{W}, {M} {d}, {y}", "{W}, {M} {d} {y}", "{W} {M} {d}, {y}", "{W}, {M} {th}, {y}",
    ),
    "British": (
        "{W} {d} {M} {y}", "{W}, {d} {M} {y}", "{W} {th} {M} {y}", "{W}, {d} {M}, {y}",
        "{W} the {th} of {M} {y}", "{W}, the {th} of {M}, {y}",
    ),
    "abbreviated": (
        "{W}, {m}. {d}, {y}", "{w}, {m}. {d}, {y}", "{w}. {m}. {d}, {y}", "{w}, {d} {m} {y}",
        "{w} {d} {m} {y}", "{w} {m} {d}, {y}", "{W}, {m} {d}, {y}", "{w}, {M} {d}, {y}",
    ),
    "weekday behind or in brackets": (
        "{M} {d}, {y} ({W})", "{d} {M} {y} ({W})", "{W} ({d} {M} {y})", "{W} ({M} {d}, {y})",
        "{M} {d}, {y}, a {W}", "{M} {d}, {y} ({w})", "{d} {M} {y}, a {W}", "{W} [{d} {M} {y}]",
    ),
    "no-break spaces": ("{W}, {M}\u00a0{d}, {y}", "{W}\u00a0{d}\u00a0{M}\u00a0{y}"),
    "with a part of the day": (
        "{W} night, {M} {d}, {y}", "{W} morning, {d} {M} {y}", "{W} evening ({M} {d}, {y})",
        "{W} at 8 p.m., {M} {d}, {y}", "{W} at noon, {M} {d}, {y}",
        "{W} lunchtime, {d} {M} {y}", "{W}, 7.30pm to 9pm, {d} {M} {y}",
        "{W}, 8 p.m., {M} {d}, {y}",
    ),
    "with a word between": (
        "{W}, on {M} {d}, {y}", "{W}, which was {M} {d}, {y}", "{W} of last week, {M} {d}, {y}",
        "{W}, that is {M} {d}, {y}", "{W} evening of {M} {d}, {y}",
    ),
    "capitals": ("{W}, {M} {d}, {y}", "{W} {d} {M} {y}"),
    "digits": ("{W}, {y}-{n:02}-{d:02}", "{W}, {d}.{n}.{y}"),
    "digits that may have two readings": ("{W} {d}/{n}/{y}", "{W}, {n}/{d}/{y}"),
}  # fmt: skip
"""Templates by kind. W, w: weekday, its short form; M, m, n: month, its short form, its number; d,
th: day, as an ordinal; y: year."""

WITHOUT_YEAR = {
    kind: tuple(re.sub(r",? \{y\}", "", one) for one in templates)
    for kind, templates in WITH_YEAR.items()
    if "digits" not in kind
}
"""The same without a year."""

MONTHS = {name: number for number, name in enumerate(month_name) if name}
MONTHS |= {name: number for number, name in enumerate(month_abbr) if name} | {"Sept": 9}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAYS = "|".join(day_name)
IN_TEXT = re.compile(
    rf"(?<!\w)(?:(?P<weekday>{_DAYS}),? )?(?P<date>(?P<month>{_MONTH})\.? (?P<day>\d\d?)"
    r"|(?P<day_first>\d\d?) (?P<month_behind>" + _MONTH + r")\.?)"
    r"(?:,? (?P<year>(?:19|20)\d\d))?"
    r"(?![\w%$]|[.,:/–-]\d|[ -](?:percent|pct|million|billion|mln|bln))"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A date in real text: month, day, and what else is written, with the pattern's match."""

    match: re.Match[str]
    month: int
    day: int
    year: int | None
    weekday: int | None

    @property
    def day_span(self) -> tuple[int, int]:
        """Where the number of the day stands."""
        return self.match.span("day" if self.match["day"] else "day_first")


def places(text: str) -> Iterator[Place]:
    """Give the dates of a text that name month and day."""
    names = list(day_name)
    for match in IN_TEXT.finditer(text):
        month = MONTHS[match["month"] or match["month_behind"]]
        day = int(match["day"] or match["day_first"])
        weekday = names.index(match["weekday"]) if match["weekday"] else None
        yield Place(match, month, day, int(match["year"]) if match["year"] else None, weekday)


def written(template: str, day: date, weekday: int) -> str:
    """Write a day in a form, with a weekday that may be another day's."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10 * (day.day // 10 != 1), "th")
    return template.format(
        W=day_name[weekday], w=day_abbr[weekday], M=month_name[day.month],
        m=month_abbr[day.month], n=day.month, d=day.day, th=f"{day.day}{ending}", y=day.year,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """An article with something put in: where it stands in the field, and what it is."""

    article: Article
    start: int
    end: int
    what: str = ""
    field: str = "text"


Severity = Literal["error", "warning", "info"]


def verdicts(bench: Bench, code: str, cases: Sequence[Case]) -> list[Severity | None]:
    """Return, for each case, how a rule speaks at its place, or `None`; show what is missed."""
    spoken: list[Severity | None] = []
    for case, flags in zip(cases, bench.lint([c.article for c in cases], (code,)), strict=True):
        spoken.append(next((_severity(one) for one in flags if _at(one, case)), None))
        if spoken[-1] is None:
            bench.show(f"missed: {case.what}", [_missed(case, code)])
    return spoken


def _at(flag: Flag, case: Case) -> bool:
    return flag.field == case.field and flag.start < case.end and case.start < flag.end


def _severity(flag: Flag) -> Severity:
    return flag.severity if flag.severity in ("error", "warning") else "info"  # type: ignore[return-value]


def _missed(case: Case, code: str) -> Flag:
    value = getattr(case.article, case.field) or ""
    return Flag(
        case.article.file, case.article.id, code, "", "", case.field, case.start, case.end,
        value[case.start : case.end], "", value[max(case.start - 80, 0) : case.start],
        value[case.end : case.end + 80],
    )  # fmt: skip


def recall(
    rule: str, measured: str, spoken: Sequence[Severity | None], *, at: str = "", goal: float = 0
) -> Row:
    """Return the share found: at any severity, as an `error`, or as an `error or warning`."""
    loud = at.split(" or ") if at else ["error", "warning", "info"]
    number = sum(one in loud for one in spoken)
    share = number / len(spoken) if spoken else 0.0
    what = f"{measured}; found as {at}" if at else measured
    target, met = (f"{goal:.2f}", share >= goal) if goal else ("", None)
    return Row("injected", rule, what, len(spoken), recall=share, target=target, met=met)


def silence(rule: str, measured: str, bench: Bench, code: str, cases: Sequence[Case]) -> Row:
    """Return how often a rule spoke at places where nothing is wrong; show where."""
    spoken = 0
    for case, flags in zip(cases, bench.lint([c.article for c in cases], (code,)), strict=True):
        alarms = [flag for flag in flags if _at(flag, case)]
        spoken += bool(alarms)
        bench.show(f"false: {case.what}", alarms)
    rate = 1000 * spoken / max(len(cases), 1)
    return Row(
        "injected", rule, measured, len(cases), false_alarms=rate, per="1,000 cases", target="0",
        met=spoken == 0,
    )  # fmt: skip
