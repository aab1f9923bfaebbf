"""Percentages of change and shares: found in real text, invented, and made wrong."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from measures.articles import Article
from measures.conversions import MORE

_N = r"(?P<{0}>\d[\d,]*(?:\.\d+)?)"
_SIZE = r"(?:[ ]?(?P<{0}>mln|bln|million|billion|trillion|thousand|m|bn))?"
_MONEY = r"(?:(?:US)?[$£€])?"
_NEW = rf"{_MONEY}{_N.format('new')}{_SIZE.format('new_size')}"
_OLD = rf"{_MONEY}{_N.format('old')}{_SIZE.format('old_size')}"
_PERCENT = rf"(?<![\d.,-]){_N.format('percent')}[ -]?(?:percent|per[ ]cent|pct|%)"
_GAP = r"[^.;:\d\n]{0,40}?"
_REAL = tuple(
    (form, re.compile(pattern, re.IGNORECASE))
    for form, pattern in (
        ("percent, to, from", rf"{_PERCENT}{_GAP}\bto {_NEW}{_GAP}\bfrom {_OLD}(?![\d%]|\.\d)"),
        ("percent, from, to", rf"{_PERCENT}{_GAP}\bfrom {_OLD}{_GAP}\bto {_NEW}(?![\d%]|\.\d)"),
        ("to, from, percent", rf"\bto {_NEW}{_GAP}\bfrom {_OLD}{_GAP}{_PERCENT}"),
        ("from, to, percent", rf"\bfrom {_OLD}{_GAP}\bto {_NEW}{_GAP}{_PERCENT}"),
        ("new, up percent from", rf"{_NEW}{_GAP}\b(?:up|down) {_PERCENT}{_GAP}\bfrom {_OLD}(?!\d)"),
    )
)
_SIZES = {
    "": 1, "thousand": 1e3, "mln": 1e6, "million": 1e6, "m": 1e6, "bln": 1e9, "billion": 1e9,
    "bn": 1e9, "trillion": 1e12,
}  # fmt: skip
NEAR = 0.6
"""Points of percentage by which a change may be off and still be right: half a point for a whole
number, and a little for one that was cut off."""


@dataclass(frozen=True, slots=True)
class Change:
    """A percentage in an article, with the numbers it goes with, and where it stands."""

    article: Article
    percent: str
    new: str
    old: str
    start: int
    end: int
    form: str

    @property
    def right(self) -> float:
        """The percentage the two numbers give."""
        return 100 * abs(_value(self.new) / _value(self.old) - 1)

    def beyond_rounding(self) -> bool:
        """Tell whether no rounding of the three numbers makes the percentage right."""
        new, old = _value(self.new), _value(self.old)
        ends = [
            100 * abs((new + side * _half(self.new)) / (old - side * _half(self.old)) - 1)
            for side in (-1, 1)
        ]
        said = float(self.percent)
        return not min(*ends, self.right) - NEAR <= said <= max(*ends, self.right) + NEAR

    def with_percent(self, percent: float) -> Change:
        """Return the change with another percentage, written as the first one was."""
        decimals = len(self.percent.partition(".")[2])
        written = f"{percent:.{decimals}f}"
        article = self.article.edited(self.start, self.start + len(self.percent), written)
        end = self.end + len(written) - len(self.percent)
        return replace(self, article=article, percent=written, end=end)


def _value(written: str) -> float:
    number, _, size = written.partition(" ")
    return float(number.replace(",", "")) * _SIZES[size.lower()]


def _half(written: str) -> float:
    """Return half a step of the last digit; of zeros at the end only the second one counts."""
    number, _, size = written.partition(" ")
    digits = number.replace(",", "")
    if "." in digits:
        return 0.5 * 10.0 ** -len(digits.partition(".")[2]) * _SIZES[size.lower()]
    zeros = min(len(digits) - len(digits.rstrip("0")), max(len(digits) - 2, 0))
    return 0.5 * 10.0**zeros * _SIZES[size.lower()]


def real_changes(articles: list[Article]) -> list[Change]:
    """Return the changes in the articles whose percentage is right."""
    found = {}
    for article in articles:
        for form, pattern in _REAL:
            for match in pattern.finditer(article.text):
                new, old = (
                    f"{match[name]} {match[f'{name}_size'] or ''}".strip()
                    for name in ("new", "old")
                )
                start, end = match.span("percent")
                if not _value(old) or not _value(new):
                    continue
                change = Change(
                    article, match["percent"].replace(",", ""), new, old, start, end, form
                )
                if change.right >= 3 and not change.beyond_rounding():
                    found[article.file, article.id, start] = change
    return list(found.values())


def _wrong_base(change: Change) -> Change:
    """Take the percentage of the new number instead of the old one."""
    new, old = _value(change.new), _value(change.old)
    return change.with_percent(100 * abs(new - old) / new)


def _swapped(change: Change) -> Change | None:
    digits = change.percent.partition(".")[0]
    if len(digits) < 2 or digits[-1] == digits[-2]:
        return None
    return change.with_percent(
        float(digits[:-2] + digits[-1] + digits[-2] + change.percent[len(digits) :])
    )


SLIPS: dict[str, Callable[[Change, random.Random], Change | None]] = {
    "30 % more": lambda change, _: change.with_percent(float(change.percent) * 1.3),
    "30 % less": lambda change, _: change.with_percent(float(change.percent) * 0.7),
    "ten points more": lambda change, _: change.with_percent(float(change.percent) + 10),
    "two digits swapped": lambda change, _: _swapped(change),
    "of the new number": lambda change, _: _wrong_base(change),
}
"""What happens to percentages, by name."""


def slips(changes: list[Change], chance: random.Random) -> Iterator[tuple[str, Change]]:
    """Give each change with each slip that is beyond rounding."""
    for change in changes:
        for name, slip in SLIPS.items():
            wrong = slip(change, chance)
            if wrong and wrong.beyond_rounding():
                yield name, wrong


FORMS = {
    "percent, to, from": "Output {rose} {p} percent to {new} tonnes from {old} tonnes, it said.",
    "unit after the first only": "Output {rose} {p} percent to {new} tonnes from {old}, it said.",
    "unit after the second only": "Output {rose} {p} percent to {new} from {old} tonnes, it said.",
    "percent, from, to": "Output {rose} by {p} percent, from {old} to {new} tonnes, it said.",
    "from, to, a percent rise": "Output {rose} from {old} to {new} tonnes, a {p} percent {rise}.",
    "from, to, rise of": "Output went from {old} to {new}, a {rise} of {p} percent, it said.",
    "to, from, up": "Output {rose} to {new} tonnes from {old} tonnes, {up} {p} percent.",
    "new, up percent from": "Output was {new} tonnes, {up} {p} percent from {old} tonnes in May.",
    "new, up from, or": "Output was {new} tonnes, {up} from {old}, or {p} percent, it said.",
    "money": "Sales {rose} {p}% to ${new} million from ${old} million a year earlier.",
    "money, compared with": "Sales {rose} {p} percent to ${new} million, compared with ${old} "
    "million a year ago.",
    "money, brackets": "Sales {rose} from ${old} million to ${new} million ({p} percent).",
    "its steepest rise, of": "Sales went from ${old} million to ${new} million, their steepest "
    "{rise} in a decade, of {p}%.",
    "a year ago, a rise of": "Visits {rose} to {new} from {old} a year ago, a {rise} of {p} "
    "percent.",
    "new, up from, a percent rise": "Sales were ${new} million, {up} from ${old} million in May, a "
    "{p}% {rise}.",
    "dash": "The number of pupils {rose} from {old} to {new} -- a {p} percent {rise} -- last year.",
    "jumped": "The number of pupils jumped {p} percent last year, from {old} to {new}.",
}
"""The forms of a change; ``{rose}``, ``{rise}`` and ``{up}`` go with its direction."""


def invented(chance: random.Random, each: int = 12) -> Iterator[Change]:
    """Give sentences that tell a change in every form, all right."""
    for form, shape in FORMS.items():
        for _ in range(each):
            old, new = chance.sample(range(110, 990), 2)
            right = f"{100 * abs(new / old - 1):.0f}"
            if not int(right):
                continue
            rose = {"rose": "rose", "rise": "increase", "up": "up"}
            fell = {"rose": "fell", "rise": "decrease", "up": "down"}
            head, tail = shape.split("{p}")
            told = {"new": new, "old": old, **(rose if new > old else fell)}
            before = head.format(**told)
            article = Article("invented", form, before + right + tail.format(**told) + MORE)
            end = len(before) + len(right)
            yield Change(article, right, str(new), str(old), len(before), end, form)


_SHARES = (
    "Farmers hold {0} percent of the land, the town {1} percent and the church {2} percent.",
    "The town owns {0} percent of the mill, the bank {1} percent and Ana Ruiz {2} percent.",
    "Of the voters, {0} percent chose Ruiz, {1} percent Lund and {2} percent Berg.",
    "Ruiz won {0} percent of the vote, Lund {1} percent and Berg {2} percent.",
    "Some {0}% of the money goes to schools, {1}% to roads, and {2}% to the harbour.",
)


def shares(chance: random.Random, *, over: bool, each: int = 20) -> Iterator[Change]:
    """Give sentences with three shares of one whole; ``over``: 8 to 20 points too many."""
    for shape in _SHARES:
        for _ in range(each):
            first, second = chance.randint(30, 50), chance.randint(20, 29)
            third = 100 - first - second + (chance.randint(8, 20) if over else 0)
            text = shape.format(first, second, third)
            start, end = text.index(str(first)), text.rindex(str(third)) + 2
            yield Change(Article("invented", "shares", text + MORE), "", "", "", start, end, shape)


_TIMES = {"halved": 0.5, "doubled": 2.0, "tripled": 3.0, "quadrupled": 4.0}
_MULTIPLES = (
    "The number of boats {word} from {old} to {new} in ten years, the port said.",
    "The number of boats {word} to {new} from {old} in ten years, the port said.",
    "Sales {word} from ${old} million to ${new} million, the firm said.",
    "The fee {word} from ${old} in 2010 to ${new} in 2020, the firm said.",
    "The club {word} its members to {new}, compared with {old} a year ago.",
)


def multiples(chance: random.Random, *, wrong: bool, each: int = 20) -> Iterator[Change]:
    """Give sentences with `doubled` and the like: right within 8 percent, or of another one."""
    for shape in _MULTIPLES:
        for word, times in _TIMES.items():
            for _ in range(each):
                meant = chance.choice([one for one in _TIMES.values() if one != times])
                old = chance.randint(110, 990)
                new = round(old * (meant if wrong else times) * chance.uniform(0.92, 1.08))
                head, tail = shape.split("{word}")
                text = head + word + tail.format(old=old, new=new) + MORE
                article, end = Article("invented", word, text), len(head) + len(word)
                yield Change(article, word, str(new), str(old), len(head), end, shape)
