"""DAT005 reported-before-it-happened."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache

from newslint import (
    MONTH_WORDS,
    DateMention,
    Doc,
    Findings,
    in_quotes,
    regexp,
    rule,
    word_list,
)

ONE_DAY = timedelta(days=1)  # the world has two dates at any time

_FINITE = (
    r"had|held|met|won|lost|took|began|made|gave|told|said|left|went|came|fell|rose|struck"
    r"|shot|sold|bought|spoke|wrote|broke|sank|flew|drove|became|sent|paid|saw"
)
_NEEDS_ON = (
    r"agreed|based|bet|centred|centered|closed|counted|decided|depended|fell|fixed|focused|hinged"
    r"|insisted|landed|relied|seized|settled|touched"
)
"""Verbs whose ``on`` is no date's: ``settled on June 14``; what a feast does: ``fell on``."""
_BARE = (
    r"aired|broadcast|called|held|hosted|organi[sz]ed|performed|published|released|screened|staged"
    r"|sponsored|celebrated|observed"
)
"""Without an object they may be participles of what is to come: ``a summit hosted by the town``."""
_PAST = regexp(
    rf"\b(?!(?:{_BARE})[ ](?:on|in|by|at|online|for|from|with)\b|(?:{_NEEDS_ON})[ ]on[ ]\Z)"
    rf"(?:[a-z]{{2,}}ed|{_FINITE})\b"
    r"(?:,?[ ](?!(?:was|were|is|are|held|seen|shown|that|which|who|[a-z]{3,}(?:ed|ing))\b)[\w'’-]+)"
    r"{0,9},?[ ]on[ ]\Z"
)
_PARTICIPLE = (
    r"[a-z]{2,}ed|held|shot|struck|taken|found|made|sold|sent|seen|won|lost|hit|born|built|given|paid"
    r"|sworn|shown|written|broken|stolen|caught"
)
_EVENT = (
    r"died|killed|arrested|signed|met|won|struck|crashed|collided|exploded|captured|convicted|pleaded"
    r"|testified|voted|acquitted|attacked|injured|wounded|drowned|collapsed|interviewed|shot|sank"
)
_DONE = regexp(
    rf"\b(?:(?:was|were|(?:had|has|have|having)[ ]been|to[ ]have)[ ](?:\w+ly[ ])?(?:{_PARTICIPLE})"
    rf"|{_EVENT})\b(?:(?:[ ][\w'’.-]+){{0,10}}[ ]on[ ]"
    r"|(?:[ ](?:in|at)[ ](?:the[ ])?[\w'’-]+(?:[ ][A-Z][\w'’-]+)?,?)?[ ])\Z"
)
"""What is surely over: a passive in the past, or a verb of what nobody plans."""
_BREAK = regexp(
    r"[,;:(—–]|[ ]-{1,2}[ ]|\b(?:that|which|who|when|where|after|while|because|but|and|as|so)\b",
    re.IGNORECASE,
)
_SIDE = regexp(r"[;:—–]|[ ]-{1,2}[ ]")
_ON = regexp(r"(?:\A|[ ])On[ ]\Z")
_THEN = regexp(
    rf",?[ ](?:(?!that\b|which\b|who\b)[\w'’-]+[ ]){{1,6}}?"
    rf"(?:{_FINITE}|was|were|announced|approved|voted|died)\b"
)

_STILL_GOING = regexp(r"\b(?:was|were)[ ](?:not[ ]|still[ ]|\w+ly[ ]){0,2}(?!during)\w+ing\b")
"""What was coming: ``said that she was leaving on``."""
_AFTER_ALL = regexp(
    r"\b(?:will|would|could|should|may|might|shall|must|if|corrected|correction|note)\b"
)
_TOLD_APART = regexp(
    r"\b(?:if|would|fiction\w*|films?|movies?|novels?|stor(?:y|ies)|games?|series|play|episodes?"
    r"|imagin\w+|correct\w*|updat\w*|edit(?:ed|or\w*)|modified|revised|note|clarif\w+)\b",
    re.IGNORECASE,
)
"""Words for what is made up, supposed, or put into the text later on purpose."""


@rule("DAT005", severity="warning", languages=("en",), near=MONTH_WORDS, data=("plan-words.txt",))
def reported_before_it_happened(doc: Doc) -> Findings:
    r"""Something told as past that lies after the article's date.

    Either the date in the text or that of the article is wrong, or the passage was put in later. A
    finding needs a verb in the past, `on`, and a full date side by side (or `On` with the date
    first), more than one day after publication. After a passive (`was arrested on`) or a verb of
    what nobody plans (`died on`) the `on` may lack. Captions of later pictures on an older page are
    what it finds most.

    Left alone: quotations, dates without a year, words of fiction and of corrections, and words of
    plans, terms and invitations (`will`, `due`, `to`, `postponed`, `scheduled`, `ordered`): in the
    same clause before such a passive or verb, else anywhere in the sentence.

    It misses much of what is told as past, mostly for such a word that means something else there.
    It errs where a date says from when something is in force.

    Bad:
        ---
        date: 2024-03-12
        ---
        The council approved the new bridge on >>June 14, 2024<<, and work began at once.
    Bad:
        ---
        date: 2024-03-12
        ---
        On >>June 14, 2024<<, the council met in the old hall and voted for the bridge.
    Bad:
        ---
        date: 2024-03-12
        ---
        The sailor, who did not go home when asked to, was arrested in the port >>June 14, 2024<<.
    Good:
        ---
        date: 2024-03-12
        ---
        The sailor was told to leave on June 14, 2024, and was ordered out by June 20, 2024.
    Good:
        ---
        date: 2024-03-12
        ---
        On June 14, 2024, the bonds that were sold last year mature, the bank said.
    Good:
        ---
        date: 2024-03-12
        ---
        The council approved the bridge that will open on June 14, 2024, after a long debate.
    """
    published = doc.date
    if published is None:
        return
    for mention in doc.dates:
        if mention.value is None or mention.value <= published + ONE_DAY:
            continue
        if _told_as_past(doc, mention):
            days = (mention.value - published).days
            yield mention.span.flag(
                f"told as past, but {mention.value} is {days} days after the article's date",
                related=[(doc.meta.date, "the article's date")],
            )


def _told_as_past(doc: Doc, mention: DateMention) -> bool:
    from newslint_rules.dates.around import sentence_around

    lead, rest = sentence_around(mention.span)
    if _STILL_GOING.search(lead) or in_quotes(doc, mention.span):
        return False
    if _is_over(lead):
        return _TOLD_APART.search(lead + rest) is None
    if _AFTER_ALL.search(rest):
        return False
    lead = _SIDE.split(lead)[-1]
    if _not_yet().search(lead):
        return False
    if _ON.search(lead):
        return _THEN.match(rest) is not None and _not_yet().search(rest) is None
    past = _PAST.search(lead)
    return past is not None and not lead[: past.start()].endswith(", ")  # "the album, released on"


def _is_over(lead: str) -> bool:
    """Tell whether the clause before a date tells of what is surely over, with no word of plans."""
    done = _DONE.search(lead)
    if done is None:
        return False
    start = max((one.end() for one in _BREAK.finditer(lead, 0, done.start())), default=0)
    clause = lead[start:].replace("to have", "have", 1)
    return _not_yet().search(clause) is None


@cache
def _not_yet() -> re.Pattern[str]:
    words = (
        re.escape(word).replace(r"\*", r"\w*") for word in word_list(__package__, "plan-words.txt")
    )
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)
