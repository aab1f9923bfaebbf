"""The forms of claims in the reporter's own voice: effects, outlooks, judgements, guesses."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from newslint import Doc, Span, word_list


class Claim(NamedTuple):
    """A claim: its predicate, and what it does."""

    place: Span
    does: str


MODALS = ("could", "may", "might")
# Forecasts that hedge: like a modal they are a claim only before a verb of consequence.
FORECASTS = (
    "are likely to", "are poised to", "are set to", "is likely to", "is poised to", "is set to",
    "will likely", "will probably",
)  # fmt: skip
GUESSES = ("likely", "probably", "presumably")
INFERENCES = ("implying",)
DOUBTS = ("questions", "doubts", "concerns", "fears", "issues")


def _list(name: str) -> frozenset[str]:
    return frozenset(word_list(__package__, f"{name}.txt"))


CERTAINTY = _list("certainty")
JUDGING_VERBS = _list("judging_verbs")
OUTLOOKS = _list("stock_outlooks")
# Code points before a modal within which its condition opens.
CLAUSE = 80
# Code points before an adverb within which its auxiliary stands: `would almost certainly`.
REACH = 15


# Between a modal and its verb: adverbs.
_ADVERBS = r"(?:\s+(?:well|also|even|soon|further|yet|still|then|thus|only|in turn|[a-z]{2,12}ly))*"
# The words after a verb or adjective up to the first that opens another phrase.
_OBJECT = (
    r"(?:\s+(?!(?:a|about|across|after|against|among|an|and|are|as|at|because|before|between|but|by|"
    r"during|following|for|from|had|has|have|he|if|in|into|is|it|of|on|or|over|she|so|than|that|the|they|to|"
    r"surrounding|toward|towards|under|was|were|when|which|while|who|will|with|within|would)\b)"
    r"[a-z][\w’'-]*){1,3}"
)


def claim_at(doc: Doc, hit: Span) -> Claim | None:
    """Return the claim that the gate word ``hit`` opens or stands in, or ``None``."""
    word, text, start = hit.text.lower(), doc.text, hit.start
    if word in MODALS or word in FORECASTS:
        if _CONDITION.search(text, max(0, start - CLAUSE), start):
            return None
        return _claim(doc, _effect().match(text, start), "foretells an effect")
    if word in JUDGING_VERBS:
        found = _judgement().match(text, start)
        if found and word.startswith("rais") and not found.group().endswith(DOUBTS):
            return None  # `raised huge sums`
        return _claim(doc, found, "passes a judgement")
    if word in GUESSES:
        found = _BEFORE_GUESS.search(text, max(0, start - REACH), start)
        place = found.start() if found else start
        return _claim(doc, _state_of_mind().match(text, place), "guesses at a state of mind")
    if word in INFERENCES:
        found = _INFERENCE.match(text, start) if text[start - 2 : start] == ", " else None
        return _claim(doc, found, "draws an inference")
    if word in CERTAINTY:
        return _claim(doc, _vouching(text, start, hit.end), "vouches for what is not certain")
    return _claim(doc, _OUTLOOK.match(text, start), "foretells what will come")


def _claim(doc: Doc, match: re.Match[str] | None, does: str) -> Claim | None:
    return Claim(doc.group(match), does) if match else None


_INFERENCE = re.compile(rf"\w+(?:\s+(?:an?|the|that))?{_OBJECT}")
# A stock phrase, and the verb after those that wait for one.
_OUTLOOK = re.compile(
    r"(?i:(?:(?:is|are) (?:sure|bound|certain|destined|doomed) to"
    r"|will (?:certainly|surely|no doubt))(?:\s+be(?:\s+(?:an?|the))?)?\s+[\w-]+"
    r"|will be [a-z]+(?!\w)|(?:only )?time will tell|remains? to be seen)"
)
# `if the ferry could`, `whether it might`: a condition or a question foretells nothing.
_CONDITION = re.compile(r"\b(?:if|whether|unless|how|so that|in case)\b[^,;:.?!]*\Z", re.IGNORECASE)
_AUXILIARY = re.compile(r"\b(?:will|would|is|are|was|were|has|have)\s+(?:almost\s+)?\Z")


def _vouching(text: str, start: int, end: int) -> re.Match[str] | None:
    """`will undoubtedly further strain` as a whole; without an auxiliary the adverb alone."""
    auxiliary = _AUXILIARY.search(text, max(0, start - REACH), start)
    if auxiliary is None:
        return _ALONE.match(text, start, end)
    return _AFTER_AUXILIARY.match(text, auxiliary.start())


_ALONE = re.compile(r"[\s\S]+")
_BEFORE_GUESS = re.compile(r"\b(?:is|are|was|were)\s+(?:most\s+|very\s+)?\Z")
_AFTER_AUXILIARY = re.compile(
    rf"\w+\s+(?:almost\s+)?\w+(?:{_ADVERBS}\s+(?:be\s+)?(?!(?:an?|the|to|by)\b)[\w-]+)?"
)


@cache
def _effect() -> re.Pattern[str]:
    verbs = "|".join(sorted(_list("consequences"), reverse=True))  # longer ones first
    modals = "|".join((*MODALS, *FORECASTS))
    objects = "|".join(rf"(?<=\s{article}){_OBJECT}" for article in ("a", "an", "the"))
    return re.compile(rf"(?i:{modals}){_ADVERBS}\s+(?:{verbs})\b(?!\s+by\b)(?:{objects})?")


@cache
def _judgement() -> re.Pattern[str]:
    verbs, adjectives = "|".join(JUDGING_VERBS), "|".join(_list("judging_adjectives"))
    return re.compile(
        rf"(?:{verbs})\s+(?:(?:an?|the|another|yet another)\s+)?(?:(?:most|more|very)\s+)?"
        rf"(?:{adjectives}){_OBJECT}"
    )


@cache
def _state_of_mind() -> re.Pattern[str]:
    states = "|".join(_list("states_of_mind"))
    return re.compile(
        rf"\b(?:is|are|was|were)\s+(?:most\s+|very\s+)?(?:{'|'.join(GUESSES)})\s+(?:{states})\b"
    )
