"""The forms that claims in the reporter's own voice take: effects, outlooks, judgements, guesses."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from newslint import Span, word_list


class Claim(NamedTuple):
    """A claim: its predicate, and what it does."""

    place: Span
    does: str


MODALS = ("could", "may", "might")
GUESSES = ("likely", "probably", "presumably")
INFERENCES = ("implying",)


@cache
def words(name: str) -> tuple[str, ...]:
    """Return one of the word lists beside this module."""
    return word_list(__package__, f"{name}.txt")


# Between a modal and its verb: adverbs.
_ADVERBS = r"(?:\s+(?:well|also|even|soon|further|yet|still|then|thus|only|in turn|[a-z]{2,12}ly))*"
# The words after a verb or adjective up to the first that opens another phrase.
_OBJECT = (
    r"(?:\s+(?!(?:a|about|across|after|against|among|an|and|are|as|at|because|before|between|but|by|"
    r"during|for|from|had|has|have|he|if|in|into|is|it|of|on|or|over|she|so|than|that|the|they|to|"
    r"toward|towards|under|was|were|when|which|while|who|will|with|within|would)\b)"
    r"[a-z][\w’'-]*){1,3}"
)


def claim_at(hit: Span, sentence: Span) -> Claim | None:
    """Return the claim that the gate word ``hit`` opens in its sentence, or ``None``."""
    word = hit.text.lower()
    whole, start, end = sentence.text, hit.start - sentence.start, hit.end - sentence.start
    if word in MODALS:
        return _claim(sentence, _effect().match(whole, start), "foretells an effect")
    if word in words("judging_verbs"):
        return _claim(sentence, _judgement().match(whole, start), "passes a judgement")
    if word in GUESSES:
        found = _state_of_mind().search(whole, max(0, start - 5))
        if found and found.start() <= start < found.end():
            return _claim(sentence, found, "guesses at a state of mind")
        return None
    if word in INFERENCES:
        if not whole[:start].rstrip().endswith(","):
            return None
        return _claim(sentence, _INFERENCE.match(whole, start), "draws an inference")
    if word in words("certainty"):
        return _claim(sentence, _vouching(whole, start, end), "vouches for what is not certain")
    return _claim(sentence, _OUTLOOK.match(whole, start), "foretells what will come")


def _claim(sentence: Span, match: re.Match[str] | None, does: str) -> Claim | None:
    return Claim(sentence.group(match), does) if match else None


_INFERENCE = re.compile(rf"\w+(?:\s+(?:an?|the|that))?{_OBJECT}")
# A stock phrase, and the verb after those that wait for one.
_OUTLOOK = re.compile(
    r"(?i:(?:is|are) (?:likely|sure|bound|certain|poised|destined|doomed) to(?:\s+be(?:\s+(?:an?|the))?)?\s+[\w-]+"
    r"|will (?:likely|probably)(?:\s+be(?:\s+(?:an?|the))?)?\s+[\w-]+"
    r"|will be [a-z]+(?!\w)|is anyone['’]s guess|(?:only )?time will tell|remains? to be seen)"
)
_AUXILIARY = re.compile(r"\b(?:will|would|is|are|was|were|has|have)\s+(?:almost\s+)?\Z")


def _vouching(whole: str, start: int, end: int) -> re.Match[str] | None:
    """`will undoubtedly further strain` as a whole; without an auxiliary the adverb alone."""
    auxiliary = _AUXILIARY.search(whole, max(0, start - 15), start)
    if auxiliary is None:
        return re.compile(re.escape(whole[start:end])).match(whole, start)
    return _AFTER_AUXILIARY.match(whole, auxiliary.start())


_AFTER_AUXILIARY = re.compile(
    rf"\w+\s+(?:almost\s+)?\w+(?:{_ADVERBS}\s+(?:be\s+)?(?!(?:an?|the|to|by)\b)[\w-]+)?"
)


@cache
def _effect() -> re.Pattern[str]:
    verbs = "|".join(sorted(words("consequences"), reverse=True))  # longest first
    return re.compile(
        rf"(?i:could|may|might){_ADVERBS}\s+(?:{verbs})\b(?!\s+by\b)(?:(?<=\sa){_OBJECT}|(?<=\san){_OBJECT}|(?<=\sthe){_OBJECT})?"
    )


@cache
def _judgement() -> re.Pattern[str]:
    verbs, adjectives = "|".join(words("judging_verbs")), "|".join(words("judging_adjectives"))
    return re.compile(
        rf"(?:{verbs})\s+(?:(?:an?|the|another|yet another)\s+)?(?:(?:most|more|very)\s+)?"
        rf"(?:{adjectives}){_OBJECT}"
    )


@cache
def _state_of_mind() -> re.Pattern[str]:
    states = "|".join(words("states_of_mind"))
    return re.compile(
        rf"\b(?:is|are|was|were)\s+(?:most\s+|very\s+)?(?:{'|'.join(GUESSES)})\s+(?:{states})\b"
    )
