"""NUM002 percentage-mismatch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product

from newslint import Doc, Findings, FormKind, Number, Span, places, regexp, rule
from newslint_rules.numbers.changes import FRACTIONS, Change, change_at
from newslint_rules.numbers.multiples import MULTIPLES, wrong_multiple

PERCENT = frozenset({"percent", "per cent", "pct", "%"})
NEAR = FormKind(
    {
        "percent",
        "cent",
        "pct",
        *MULTIPLES,
        *(part.replace("-", " ").split()[-1] for part in FRACTIONS),
    },
    sign="%".__eq__,
)
"""The last words of all wordings for a percentage, a part or a multiple."""
TOLD = FormKind({"from", "against", "compared"})
"""The words one of which stands before every old number."""
SLACK = 0.6  # points, for figures that were cut off instead of rounded
VAGUE = 0.1  # of the percentage, after "nearly" and the like
RATE = 100  # below it, a number without a currency may be a rate that moves by points

_RUN = regexp(r"[^\W_]+")
_OTHER_BASE = regexp(
    r"currenc|exclud|adjust|annuali[sz]ed|annual rate|like-for-like|same-store|underlying|organic"
    r"|comparable(?! (?:[\w-]+ ){0,2}(?:period|quarter|months?|weeks?|year))"
    r"|inflation|real terms|\baverage\b|compound|point|\bstake\b",
    re.IGNORECASE,
)


_COUNTED = regexp(
    r"[ ](?!points|percentages|is\b|was\b|as\b|has\b|this\b|its\b|us\b)(?:[a-z]{3,}s|people|men"
    r"|women|children|staff)\b"
)
"""A noun by which the number before it is a count and no rate: `from 60 to 75 nurses`."""


@rule("NUM002", severity="warning", languages=("en",), near=NEAR)
def percentage_mismatch(doc: Doc) -> Findings:
    r"""A percentage that does not follow from the two numbers told with it.

    `rose 40 percent to 75 from 60`: 60 to 75 is 25 percent. Read are `rose 25 percent to 75 from
    60`, `from 60 to 75, an increase of 25 percent` (or any such noun, `its steepest drop, of 25
    percent`), `75, up 25 percent from 60` and the like, and `a loss of a third`. Two percentages
    (`from 12% to 9%, a fall of 25%`) may differ by it in percent or in points. Each
    number is taken for as exact as it is written (beyond two digits, zeros at its end may be
    rounding), the percentage may be off by 0.6 points, and by a tenth after `nearly` or `about`.
    `Doubled`, `halved`, `tenfold` and the like, with their two numbers behind them, may be a fifth
    off, three tenths after `nearly`; `more than doubled` reaches up to three times.

    Left alone: percentage points, rates (`to 6.7 from 6.5`), numbers of different kinds, shares of
    a group, and figures that their own clause says are adjusted, averaged or in another currency.
    It misses numbers in words, a sentence between the numbers and their percentage, two percentages
    that share one pair of numbers. It errs where both numbers were
    rounded far and the percentage was not, and where the percentage has another base that an
    earlier sentence names.

    Bad: The club rose from 60 to 75 members, a >>40 percent<< increase.
    Bad: Output fell from 3.6 tonnes to 1.5 tonnes this year, a >>38 percent<< drop.
    Bad: Profit fell >>20 percent<< to $90 million from $100 million, the firm said.
    Bad: The number of boats >>doubled<< from 60 to 180 in ten years, the port said.
    Bad: Sales were 75 mln dlrs, up >>40 pct<< from 60 mln a year earlier.
    Bad: Pupils rose >>40 percent<< to 750 from 600, with prices up on a comparable basis.
    Bad: Sales rose from $60 million to $75 million (>>40 percent<<), the firm said.
    Bad: The margin slid from 12% to 9%, a fall of >>40%<<, in the first quarter.
    Bad: The share fell to $21 from $28, a loss of >>a third<<.
    Good: The margin slid from 12% to 9%, a fall of 25%, and from 9% to 6%, a fall of 3%.
    Good: The share fell to $19 from $28, a loss of a third, its second slide of 5%.
    Good: The club rose from 60 to 75 members, a 25 percent increase.
    Good: Profit fell 20 percent to $80 million from $100 million, the firm said.
    Good: The number of boats more than doubled from 60 to 160 in ten years, the port said.
    Good: Sales were 75 mln dlrs, up 25 pct from 60 mln a year earlier.
    Good: The jobless rate rose 0.2 percent to 6.7 percent from 6.5 percent.
    Good: Output rose 12 percent to 340 tons from 1985.
    Good: The fund cut its stake to 900 shares, or 5 percent, from 1,800 shares, or 10 percent.
    Good: The lowest 20 percent saw their pay drop from $300 to $290 in the year.
    Good: Output was 48 tons in the week to March 14, up 5 percent from 46 tons a year earlier.
    """
    if not TOLD.may_occur(doc):
        return
    for hit in _marks(doc):
        if hit.text.lower() in MULTIPLES:
            if wrong := wrong_multiple(hit):
                yield wrong.place.flag(
                    f"from {wrong.old.text} to {wrong.new.text} is {wrong.ratio:.2g} times as much",
                    related=[(wrong.old, "from"), (wrong.new, "to")],
                )
            continue
        change = change_at(hit)
        if change is None or _fits(change):
            continue
        if _OTHER_BASE.search(change.clause):
            continue
        right = 100 * (change.new.value / change.old.value - 1)
        kind = "rise" if right >= 0 else "fall"
        points = abs(change.new.value - change.old.value)
        or_points = f" or {points:.3g} points" if change.rates else ""
        yield change.place.flag(
            f"from {change.old_place.text} to {change.new_place.text}"
            f"{' percent' if change.rates else ''} is a {kind} of "
            f"{_written(abs(right), change.percent)} percent{or_points}, "
            f"not {change.place.text!r}",
            related=[(change.old_place, "from"), (change.new_place, "to")],
        )


def _marks(doc: Doc) -> Iterator[Span]:
    """Give the wordings for a percentage, if a digit stands before it, a part or a multiple."""
    text = doc.text
    written = {word for form in NEAR.forms(doc) for word in _written_in(form)}
    for at, word in places(text, {"%", *written}):
        end = at + len(word)
        for prefix in _prefixes()[word.lower()]:
            start = max(at - len(prefix), 0)
            if text[start:at].lower() != prefix or not _stands_alone(text, start, end):
                continue
            behind_digit = text[max(start - 2, 0) : start].rstrip(" -")[-1:].isdecimal()
            if behind_digit or text[start:end].lower() not in PERCENT:
                yield doc.span(start, end)


def _stands_alone(text: str, start: int, end: int) -> bool:
    if text[start] == "%":
        return True
    around = text[start - 1 : start] if start else "", text[end : end + 1]
    return not any(one.isalnum() or one == "_" for one in around)


@cache
def _prefixes() -> dict[str, list[str]]:
    """Return for the last word of each wording what stands before it: ``one-`` before ``third``."""
    prefixes: dict[str, list[str]] = {}
    for wording in (*PERCENT, *FRACTIONS, *MULTIPLES):
        last = wording.replace("-", " ").split()[-1]
        prefixes.setdefault(last, []).append(wording.removesuffix(last))
    return prefixes


@lru_cache(maxsize=1000)
def _written_in(form: str) -> list[str]:
    return [run for run in _RUN.findall(form) if run.lower() in NEAR.words]


def _fits(change: Change) -> bool:
    """Tell whether any reading of the three numbers makes the percentage right."""
    said = change.percent.value
    slack = SLACK + change.percent.place / 2 + (VAGUE * said if change.vague else 0)
    for new, old in product(_readings(change.new, change.old), _readings(change.old, change.new)):
        half_new, half_old = _step(new) / 2, _step(old) / 2
        low = 100 * ((new.value - half_new) / (old.value + half_old) - 1)
        high = 100 * ((new.value + half_new) / max(old.value - half_old, 1e-9) - 1)
        for one in (said, -said):
            if low - slack <= one <= high + slack:
                return True
    points = abs(change.new.value - change.old.value)
    if change.rates:
        steps = change.new.place + change.old.place + change.percent.place
        return abs(points - said) <= steps / 2 + slack
    small = max(change.new.value, change.old.value) <= RATE
    is_rate = small and not _money(change) and not _COUNTED.match(_behind(change.new_place))
    return is_rate and abs(points - said) <= 1e-6


def _behind(place: Span) -> str:
    """Return the few words behind a place."""
    return place.window(0, 30).text[len(place.text) :]


def _money(change: Change) -> bool:
    return any(
        not one.text.replace(".", "").isdigit() for one in (change.new_place, change.old_place)
    )


def _readings(number: Number, other: Number) -> tuple[Number, ...]:
    """Give a number, and in the other's magnitude where its own seems left out."""
    found = [number]
    for factor in (1e3, 1e6, 1e9, 1e12):
        if other.value >= 100 * number.value and number.value < 1000:
            found.append(
                Number(number.value * factor, number.place * factor, number.rounded * factor)
            )
    return tuple(found)


def _step(number: Number) -> float:
    """Return the step a number is rounded to: zeros beyond its second digit do not count."""
    step = number.place
    while step < number.rounded and step * 100 <= abs(number.value) / 10:
        step *= 10
    return step


def _written(value: float, said: Number) -> str:
    exact = f"{value:,.1f}"
    return f"{value:,.0f}" if exact.endswith(".0") or said.place >= 1 <= value / 10 else exact
