"""GAR004: the same word twice in a row."""

from __future__ import annotations

import re

from newslint import Doc, Findings, Fix, phrases, rule, word_list

_WORDS = word_list(__package__, "doubled-words.txt")
_DOUBLED = phrases(*(f"{word}{gap}{word}" for word in _WORDS for gap in (" ", "\n")))
# Before the first and after the second: marks that make it a list, a stutter or a name.
_SIC = re.compile(r"\W{0,2} [\[(]sic", re.IGNORECASE)
# `what they had fought for for years`, `looking for for the past three years`
_SPAN_OF_TIME = re.compile(
    r" (?:[\w-]+ ){0,4}?(?:centur(?:y|ies)|decades?|days?|hours?|months?|weeks?|years?)\b"
)
# A testament or a resolve, then the verb: `the will will be read`.
_WILL_AS_NOUN = re.compile(
    r"(?:\b(?:the|a|his|her|its|my|our|their|your|whose|free|good|living|political)|['\u2019]s) \Z",
    re.IGNORECASE,
)
_PAUSE = frozenset("-\u2010\u2011\u2013\u2014'\u2019&/_@#.\u00ad")


@rule(
    "GAR004",
    severity="warning",
    languages=("en",),
    near=_DOUBLED,
    fields=("headline", "description"),
)
def doubled_words(doc: Doc) -> Findings:
    """The same word twice in a row.

    Only words that do not follow themselves in edited prose, mostly articles, prepositions and
    pronouns; across a line end too, but not from one paragraph to the next.

    Bad: The vote was held in >>the the<< town hall.
    Fixed (unsafe): The vote was held in the town hall.
    Good: He had had enough, and said that that was that.
    Good: Her lawyer said that the will will be read on Monday.
    Good: It was the bridge that the village had fought for for thirty years.

    It misses content words, pronouns and particles of verbs, which can stand twice; it errs on a
    preposition left at the end of a clause before the same one (`the man she voted for for mayor`).
    """
    for place in doc.hits(_DOUBLED):
        first, second = place.text.split()
        before = doc.text[place.start - 1 : place.start]
        after = doc.text[place.end : place.end + 1]
        if (before in _PAUSE and before) or (after in _PAUSE - {"."} and after):
            continue
        if _SIC.match(doc.text, place.end):
            continue
        if not second.islower() or first.lower() != second or (len(first) == 1 and first.isupper()):
            continue
        if second == "will" and _WILL_AS_NOUN.search(
            doc.text, max(0, place.start - 12), place.start
        ):
            continue
        if second == "for" and _SPAN_OF_TIME.match(doc.text, place.end):
            continue
        extra = place.slice(len(first), len(place))
        yield place.flag(f"{second!r} stands twice", fix=Fix.delete(extra))
