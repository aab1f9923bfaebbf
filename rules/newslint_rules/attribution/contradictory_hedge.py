"""Words that vouch for a statement, and words that doubt it, in one breath."""

from __future__ import annotations

import re
from functools import cache

from newslint import (
    Doc,
    Findings,
    in_quotes,
    phrase_file,
    regexp,
    rule,
    sentence_at,
    word_list,
)

HEDGES = phrase_file(__package__, "hedges.txt")
# Code points between the verb and the hedge: `that`, a subject of a few words, an auxiliary.
REACH = 70
# The subject of what is vouched for: up to six words, none of which opens another clause.
_SUBJECT = (
    r"(?:,?\s+that|,)?(?:\s+(?!(?:who|whom|whose|which|that|where|when|while|because|and|but|or|to|if|"
    r"whether|how|why|what|as)\b)[\w.'’-]+){1,6}"
)
# What no verb can follow: then the hedge belongs to an adjective (`the allegedly stolen car`).
_BEFORE_ADJECTIVE = regexp(
    r"\b(?:a|an|the|this|that|these|those|his|her|its|their|of|for|in|on|with|by|from|about|at|as|"
    r"against|over|some|any|no|two|three|several|many|more|all|\w+ing)\s+\Z"
)


# Verbs that vouch less: to note is half to say, and what was found may be that there is a charge.
_WEAK = regexp(r"not(?:ed|es|ing)|f[io][nu]nds?|learn")
# `undoubtedly had allegedly`: two adverbs side by side.
_SURE = regexp(
    r"\b(?P<verb>undoubtedly|certainly|definitely|unquestionably|indisputably|undeniably|obviously|"
    r"without a doubt|without doubt)\s+(?:(?:has|have|had|was|were|is|are|also)\s+)?\Z",
    re.IGNORECASE,
)


@rule("ATT005", severity="warning", languages=("en",), near=HEDGES)
def contradictory_hedge(doc: Doc) -> Findings:
    """A verb that vouches for something, and a word in the same clause that doubts it.

    To point out, to confirm or to prove is to say that a thing is so; *allegedly* says that it may
    not be. One of the two is wrong, and the reader cannot know which. Only the plain order is
    reported: the verb, a subject, the hedge. A hedge in a relative clause, before an adjective or
    in quotation marks has other business and is left alone.

    The pair is very rare in real news, so how often it is right where it speaks is unproved. After
    *note*, *find* and *learn*, which vouch less, it is for information. It misses a hedge far from
    its verb (more than 70 characters) or after a subject of more than six words, and verbs that are
    not in `vouching_verbs.txt`. It errs where somebody confirms just that there is an allegation
    (`police confirmed the man allegedly …` in court reports, where the hedge is the law's and the
    verb should be *said*).

    Bad: He >>pointed out Ms Lind allegedly<< gave the money back.
    Bad: The ministry >>confirmed that the two envoys had reportedly<< left Oslo on Friday.
    Bad: There is >>no doubt that the driver was allegedly<< asleep.
    Bad: The ship >>undoubtedly had allegedly<< carried arms.
    Good: He claimed that Ms Lind had given the money back.
    Good: The ministry confirmed that the envoy, who allegedly kept the file, had left.
    Good: The prosecutor confirmed the arrest of a man who allegedly sold the tickets.
    Good: The town confirmed the allegedly stolen painting was back.
    Good: "She admitted he allegedly took it," the clerk said.
    Good: He reportedly confirmed that the talks had failed.
    """
    for hedge in doc.hits(HEDGES):
        sentence = sentence_at(doc, hedge.start)
        if sentence is None or in_quotes(doc, hedge):
            continue
        end = hedge.start - sentence.start
        least = max(0, end - REACH)
        before = sentence.text[least:end]
        found = _vouching().search(before) or _SURE.search(before)
        if found is None or _BEFORE_ADJECTIVE.search(before):
            continue
        place = doc.span(sentence.start + least + found.start(), hedge.end)
        if not in_quotes(doc, place):
            yield place.flag(
                f"{found['verb']!r} vouches for what {hedge.text!r} leaves open",
                severity="info" if _WEAK.match(found["verb"]) else None,
            )


@cache
def _vouching() -> re.Pattern[str]:
    verbs = "|".join(word_list(__package__, "vouching_verbs.txt"))
    return re.compile(rf"\b(?P<verb>{verbs}){_SUBJECT}\s+\Z")
