"""Sources that nobody could call up."""

from __future__ import annotations

import re
from typing import Annotated

from newslint import (
    Doc,
    Findings,
    Span,
    in_quotes,
    phrase_file,
    phrases,
    regexp,
    rule,
    sentence_at,
)
from newslint_rules.attribution.naming import named_speaker_near, verb_of

WORDINGS = phrase_file(__package__, "vague_wordings.txt")
SPEAKERS = phrase_file(__package__, "vague_speakers.txt")
NEAR = phrases(*WORDINGS.literals, *SPEAKERS.literals)

# What may stand before the noun and leaves it as vague as it was.
_VAGUE_BEFORE = regexp(
    r"(?:(?<=\s)|\A)(?:(?:some|many|most|several|numerous|various|other|international|western|"
    r"foreign|political|independent|industry|legal|market|financial|leading|outside|military|"
    r"security|health|medical|climate|policy|defence|defense|energy|technology|election|diplomatic|"
    r"regional|local|veteran|respected|seasoned|economic|human rights|constitutional)\s+)+\Z",
    re.IGNORECASE,
)
_SPECIFIC_AFTER = regexp(
    r"\s+(?:at|from|with|for|in|of|like|by|such as|who|whose)\s+(?:the\s+)?[A-Z]"
)
_CLAUSE = regexp(
    r"(?:[,;:—–]|\b(?:but|and|yet|as|while|though|although|because|which|where))\s*\Z",
    re.IGNORECASE,
)
_WATCHERS = frozenset({"analysts", "commentators", "experts", "observers", "pundits", "watchers"})
# `He and other analysts`: one of them is known.
_AND_OTHER = regexp(r"(?:\b(?:He|She|he|she)|[A-Z][\w’'-]+)\s+and\s*\Z")
# `analysts compare it with last year`: a deed of theirs, no word.
_DEEDS = frozenset({"compare", "compared", "attribute", "attributed", "welcome", "welcomed"})
# Bare, they are those of the study that the article is about.
_OF_A_STUDY = frozenset({"researchers"})
_AUXILIARY = regexp(r"\s+(?:will|would|are|may|might|could|should|remain)\b")
# Wordings that somebody may own or qualify: `the ministry's research shows`.
_BARE = ("reports", "research", "science", "some", "studies", "many")
# Code points before the noun within which its adjectives stand.
REACH = 40


@rule("ATT003", severity="info", languages=("en",), near=NEAR)
def vague_source(
    doc: Doc,
    *,
    named_within: Annotated[int, "paragraphs after it in which a named speaker mends it"] = 1,
) -> Findings:
    """A source that is only a crowd or nobody: `experts say`, `it is widely believed`.

    No reader can ask *observers* what they saw. What such words stand for may be true; it may also
    be the writer's own opinion, and that is where loose reporting begins. An editor asks for one
    expert with a name, or drops the cover.

    A crowd is left alone when somebody with a name speaks in the same paragraph or the next
    (`named-within`): there it only introduces the people who are quoted. So is a crowd with an
    address (`analysts at Orlo Bank`), one that is counted, and quoted speech. Bare `researchers`
    are those of the study in question.

    Many findings are true to the letter only: in market reports `analysts said` is custom, and a
    deck sums up what the text attributes. It errs where the experts were named more than a
    paragraph before. It misses crowds that are not in `vague_speakers.txt`.

    Bad: >>Many experts say<< the bridge will have to close.
    Bad: >>It is widely believed<< that the mayor will step down.
    Bad: The tax is popular, but >>critics fear<< higher rents.
    Bad: >>International observers<< will be watching the vote closely.
    Good: Three experts say the bridge will have to close.
    Good: Analysts at Orlo Bank say the bridge will have to close.
    Good: Critics fear higher rents. "Nobody here can pay more," said Mona Lind, a tenant.
    Good: "Experts say many things," the mayor said.
    Good: Her studies show that gulls sleep in turns.
    Good: The gulls of the port were counted for a year. Researchers said they sleep in turns.
    """
    last_end = -1
    for hit in doc.hits(NEAR):
        if hit.start < last_end or in_quotes(doc, hit):
            continue
        sentence = sentence_at(doc, hit.start)
        if sentence is None:
            continue
        if hit.text in WORDINGS:
            place = _wording(hit, sentence)
        else:
            place = _speaker(hit, sentence)
            if place is not None and named_speaker_near(doc, place, named_within):
                continue
        if place is None:
            continue
        last_end = place.end
        yield place.flag(f"{place.text!r}: who says so?")


def _wording(hit: Span, sentence: Span) -> Span | None:
    """`studies show`, but neither `her studies show` nor `according to reports in Lisbon`."""
    start = hit.start - sentence.start
    before = sentence.text[max(0, start - REACH) : start]
    if hit.text.lower().startswith(_BARE) and before.strip() and not _CLAUSE.search(before):
        return None
    return None if _SPECIFIC_AFTER.match(sentence.text, hit.end - sentence.start) else hit


def _speaker(hit: Span, sentence: Span) -> Span | None:
    """`many experts say`, `international observers will watch`."""
    start, end = hit.start - sentence.start, hit.end - sentence.start
    found = _VAGUE_BEFORE.search(sentence.text[max(0, start - REACH) : start])
    if found is None and hit.text.lower() in _OF_A_STUDY:
        return None
    begin = start - (len(found.group()) if found else 0)
    before = sentence.text[max(0, begin - REACH) : begin]
    if before.strip() and not _CLAUSE.search(before):
        return None
    if _SPECIFIC_AFTER.match(sentence.text, end) or _AND_OTHER.search(before):
        return None
    verb = verb_of(hit, sentence)
    if verb is not None and verb.span.text.lower() in _DEEDS:
        return None
    if verb is not None and not verb.span.text.endswith("ing"):
        return sentence.slice(begin, verb.span.end - sentence.start)
    opens = not before.strip() or before.rstrip().endswith((",", ";", ":"))
    watches = opens and found is not None and hit.text.lower() in _WATCHERS
    return sentence.slice(begin, end) if watches and _AUXILIARY.match(sentence.text, end) else None
