"""NUM004 shares-over-the-whole."""

from __future__ import annotations

import re

from newslint import Doc, Findings, Span, phrases, regexp, rule, sentence_at

PERCENT = phrases("percent", "per cent", "pct", "%")
WHOLE = 100
ROUNDING = 0.5  # points a share, for shares that were rounded up
AT_MOST = 150  # more is no slip of addition, but shares of different wholes

_SHARE = regexp(
    r"(?<![\w.,$£€/-])(?P<share>\d{1,2}(?:\.\d+)?)[ -]?(?:percent|per[ ]cent|pct|%)"
    r"(?P<of>[ ](?:of|in)\b)?"
)
_NOT_PARTS = regexp(
    r"\b(?:rose|rise[sn]?|fell|fall\w*|up|down|from|to|gain\w*|grew|growth|increas\w*|decreas\w*"
    r"|declin\w*|drop\w*|points?|more|less|higher|lower|compared|while|whereas|but|last|year|years"
    r"|chance|approv\w+|disapprov\w+|agree\w*|say|said|multiple|both|also|including|interest|rate"
    r"|tax\w*|between|each|vs|among|against|or|at|least|over|margin)\b",
    re.IGNORECASE,
)


@rule("NUM004", severity="warning", default=False, languages=("en",), near=PERCENT)
def shares_over_the_whole(doc: Doc) -> Findings:
    r"""Shares of one whole that add up to more than 100 percent.

    Three shares or more in one sentence, the first of them `of` something, the others alone. Off by
    default: whether shares are of one whole is a guess from the form of the sentence.

    Left alone: sentences that compare, name changes or let people give several answers.

    It misses two shares, shares over several sentences, and shares that add up to less than they
    should. It errs where the shares are of different wholes that only the story tells apart; real
    articles had none, true or false.

    Bad: Farmers hold >>40 percent of the land, the town 35 percent and the church 36 percent<<.
    Good: Farmers hold 40 percent of the land, the town 35 percent and the church 25 percent.
    Good: Of readers, 60 percent like bread, 50 percent also like jam and 40 percent butter.
    """
    seen = -1
    for hit in doc.hits(PERCENT):
        if hit.start < seen:
            continue
        sentence = sentence_at(doc, hit.start)
        if sentence is None:
            continue
        seen = sentence.end
        if span := _over(sentence):
            total = sum(float(one["share"]) for one in _SHARE.finditer(span.text))
            yield span.flag(f"the shares add up to {total:g} percent")


def _over(sentence: Span) -> Span | None:
    """Return the run of shares that add up to more than the whole."""
    shares = list(_SHARE.finditer(sentence.text))
    if len(shares) < 3 or not shares[0]["of"] or any(one["of"] for one in shares[1:]):
        return None
    total = sum(float(one["share"]) for one in shares)
    if not WHOLE + ROUNDING * len(shares) < total <= AT_MOST:
        return None
    if _NOT_PARTS.search(sentence.text, 0, shares[-1].end()):
        return None
    return sentence.slice(shares[0].start(), shares[-1].end())
