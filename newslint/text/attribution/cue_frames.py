"""What must follow a verb so that it gives words: `found that …`, not `found a purse`."""

from __future__ import annotations

import re
from functools import cache

from newslint.patterns import regexp
from newslint.text.attribution.cue_lexicon import frames

# Code points in which a clause without `that` shows its verb: `found the driver had been asleep`.
_REACH = 70
# Adverbs between a verb and what it gives: `speaks more often of`.
_ADVERBS = regexp(
    r"(?:\s+(?:also|later|again|often|once|even|more|less|by now|at length|in public|\w+ly|"
    r"(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|in \w+),?){0,3}\s*",
    re.IGNORECASE,
)
_CLAUSE = regexp(
    r"(?:that|how|whether|what|why|who|if|where|when|he|she|they|we|i|there)\b|,?\s*[\"“‘:]|,\s*\Z",
    re.IGNORECASE,
)
# `the driver was asleep`: a name or an article opens it, none of these ends it before its verb.
_FINITE = regexp(
    r"(?=(?i:a|an|the|this|that|these|those|his|her|its|their|our|my|your|it|you|no|some|many|most|"
    r"all|both|each|every|more|only|\d[\d.,]*)\s|[A-Z])"
    r"(?:(?!(?:and|as|but|because|for|if|in|of|on|or|that|to|when|where|which|while|who|with)\b)"
    r"[\w’'.%$-]+\s+){1,6}?(?:is|are|was|were|has|have|had|would|will|can|could|should|may|might|must|"
    r"did|does|do)\b"
)
_AFTER_PASSIVE = regexp(r"(?:to|as)\b")
_PASSIVE = regexp(
    r"\b(?:is|are|was|were|been|be|being|widely|generally)\s+(?:\w+ly\s+)?\Z", re.IGNORECASE
)
_CLOSES = regexp(r"\s*[.,?!]")
_QUOTE_ENDS = ("”", '"', "’", "'")
_WORD = regexp(r"[\w’']+")


def gives_words(content: str, verb: str, start: int, end: int) -> bool:
    """Tell whether a verb is followed by what somebody says or thinks.

    Args:
        content: The text.
        verb: The plain form (`find` of `found`).
        start: Where the form begins in the text.
        end: Where it ends.
    """
    if verb not in frames():
        return True
    window = content[end : end + _REACH].partition("\n")[0]
    skipped = _ADVERBS.match(window)
    place = skipped.end() if skipped else 0
    if _CLAUSE.match(window, place) or _FINITE.match(window, place):
        return True
    at_once, partners = frames()[verb]
    after = _WORD.match(window, place)
    if after and after.group().lower() in at_once:
        return True
    before = content[max(0, start - _REACH) : start]
    if before.rstrip().endswith(_QUOTE_ENDS):  # `“…,” replied Ms Lind`
        return True
    if _PASSIVE.search(before) and _AFTER_PASSIVE.match(window, place):  # `is seen as`
        return True
    if partners and _partner(partners).match(window):
        return True
    # `…, the report found.`: what is found stands before
    return bool(_CLOSES.match(window)) and "," in before[:-4] and not _PASSIVE.search(before)


@cache
def _partner(words: frozenset[str]) -> re.Pattern[str]:
    """`see it as a threat`, `attack him for his vote`: behind the object of the verb."""
    return re.compile(rf"(?:\s+[\w’',.-]+){{1,9}}?\s+(?:{'|'.join(sorted(words))})\b")
