"""Changes told as a multiple: `doubled from 60 to 120`, `halved to 30 from 60`."""

from __future__ import annotations

import re

from newslint import Span, Struct, regexp
from newslint_rules.numbers.amounts import amount
from newslint_rules.numbers.changes import told_after

MULTIPLES = {
    "doubled": 2, "doubling": 2, "trebled": 3, "tripled": 3, "tripling": 3, "quadrupled": 4,
    "quadrupling": 4, "quintupled": 5, "halved": 1 / 2, "halving": 1 / 2, "threefold": 3,
    "fourfold": 4, "fivefold": 5, "tenfold": 10,
}  # fmt: skip
"""Words to the number by which the old value is multiplied."""
SLACK = 0.2  # of the multiple: 85 is said to be double of 50 by nobody, 95 by everybody
ROUGH = 0.3  # the same after "nearly" and the like
_REACH = 150  # code points behind the word in which the two numbers stand
_HEDGE = regexp(
    r"\b(?:(?P<rough>nearly|almost|about|around|roughly|virtually|practically|some)"
    r"|(?P<more>more[ ]than|over|at[ ]least))(?:[ ](?:be|been|it|a))?[ ]\Z"
)


class Multiple(Struct):
    """A word for a multiple that the two numbers told with it do not bear out."""

    place: Span
    new: Span
    old: Span
    ratio: float


def wrong_multiple(hit: Span) -> Multiple | None:
    """Return what is wrong with a word for a multiple, if both its numbers stand behind it."""
    line = hit.window(_REACH, _REACH)
    at = hit.start - line.start
    for new, old in told_after(line, at + len(hit.text)):
        after, before = amount(new), amount(old)
        if after is None or before is None or before.value <= 0 or after.value <= 0:
            continue
        low = (after.value - after.place / 2) / (before.value + before.place / 2)
        high = (after.value + after.place / 2) / max(before.value - before.place / 2, 1e-9)
        least, most = _range(hit.text.lower(), _HEDGE.search(line.text[:at]))
        if high < least or low > most:
            return Multiple(hit, new, old, after.value / before.value)
        return None
    return None


def _range(word: str, hedge: re.Match[str] | None) -> tuple[float, float]:
    """Return the least and the largest ratio that a word may stand for."""
    times = MULTIPLES[word]
    slack = ROUGH if hedge and hedge["rough"] else SLACK
    least, most = times * (1 - slack), times * (1 + slack)
    if word.endswith("fold"):
        most = (times + 1) * (1 + slack)  # an increase by three times, to some
    if hedge and hedge["more"]:
        return (0.0, most) if times < 1 else (least, (times + 1) * (1 + slack))
    return least, most
