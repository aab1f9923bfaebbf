"""The forms of claims in the reporter's own voice: effects, outlooks, judgements, guesses."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import cache
from typing import NamedTuple, TypeAlias

from newslint import Doc, Span, regexp, word_list


class Claim(NamedTuple):
    """A claim: its predicate, what it does, and whether its form is common in plain news too."""

    place: Span
    does: str
    faint: bool = False


MODALS = ("could", "may", "might")
# Forecasts that hedge: like a modal they are a claim only before a verb of consequence.
FORECASTS = (
    "are likely to", "are poised to", "are set to", "is likely to", "is poised to", "is set to",
    "will likely", "will probably",
)  # fmt: skip
PLANNED = ("are set to", "is set to")
GUESSES = ("likely", "probably", "presumably")
INFERENCES = ("implying",)
DOUBTS = ("questions", "doubts", "concerns", "fears", "issues")


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(word_list(__package__, f"{name}.txt"))


CERTAINTY = _list("certainty")
JUDGING_VERBS = _list("judging_verbs")
OUTLOOKS = _list("stock_outlooks")
STANCES = _list("stance_adverbs")
CAUSES = _list("weighed_causes")
MOTIVES = _list("guessed_motives")
IMAGES = _list("judging_images")
EVALUATIONS = _list("evaluations")
CHANCES = ("clearly", "certainly", "obviously", "evidently")
WORDS: tuple[str, ...] = (
    *MODALS, *FORECASTS, *GUESSES, *INFERENCES, *CERTAINTY, *JUDGING_VERBS, *OUTLOOKS, *STANCES,
    *CAUSES, *MOTIVES, *IMAGES, *EVALUATIONS,
)  # fmt: skip
"""What the rule waits for."""
# The first word between a judging verb and its adjective: `a most`, `yet another`.
BEFORE_ADJECTIVE = ("a", "an", "the", "another", "yet", "most", "more", "very")
# Code points before a modal within which its condition opens.
CLAUSE = 80
# Code points before an adverb within which its auxiliary stands: `would almost certainly`.
REACH = 15


# Between a modal and its verb: adverbs (of `in turn` the first word).
ADVERBS = ("well", "also", "even", "soon", "further", "yet", "still", "then", "thus", "only", "in")
_ADVERBS = rf"(?:\s+(?:{'|'.join(ADVERBS[:-1])}|in turn|[a-z]{{2,12}}ly))*"
_NEXT = regexp(r"\s+([a-z]+)")
# The words after a verb or adjective up to the first that opens another phrase.
_OBJECT = (
    r"(?:\s+(?!(?:a|about|across|after|against|among|an|and|are|as|at|because|before|between|but|by|"
    r"during|following|for|from|had|has|have|he|if|in|into|is|it|of|on|or|over|she|so|than|that|the|they|to|"
    r"surrounding|toward|towards|under|was|were|when|which|while|who|will|with|within|would)\b)"
    r"[a-z][\w’'-]*){1,3}"
)


def claim_at(doc: Doc, hit: Span) -> Claim | None:
    """Return the claim that the gate word ``hit`` opens or stands in, or ``None``."""
    claim = _form_of()[hit.text.lower()](doc, hit)
    return None if claim is None or _conditional(doc.text, hit.start) else claim


def _conditional(text: str, place: int) -> bool:
    """Tell whether a condition or a question opens before a place in its clause."""
    start = max(0, place - CLAUSE)
    before = text[start:place].lower()
    if before.isascii() and not any(word in before for word in CONDITIONS):
        return False
    return _CONDITION.search(text, start, place) is not None


def _next_word(text: str, place: int) -> str:
    """Return the small letters behind a place and the white space there, or ``""``."""
    found = _NEXT.match(text, place)
    return found[1] if found else ""


def _stance(doc: Doc, hit: Span) -> Claim | None:
    """`Sadly, …`: at the head of a sentence; `clearly` and the like also beside the verb."""
    start = hit.start
    opens = _OPENS.search(doc.text, max(0, start - REACH), start)
    if opens and _APART.match(doc.text, hit.end):
        return Claim(hit, "judges what it tells")
    if hit.text.lower() not in CHANCES or _DEGREE.search(doc.text, max(0, start - REACH), start):
        return None
    return _claim(doc, _vouching(doc.text, start, hit.end), VOUCHES, faint=True)


def _phrase(doc: Doc, hit: Span) -> Claim | None:
    """Set phrases: claims as they stand, but for causes in figures (`due to a fall of 3%`)."""
    word = hit.text.lower()
    if word in CAUSES:
        figures = _FIGURE.search(doc.text, hit.end, hit.end + CLAUSE)
        return None if figures else Claim(hit, "weighs a cause", faint=True)
    return Claim(hit, "guesses at a motive" if word in MOTIVES else "passes a judgement")


def _evaluation(doc: Doc, hit: Span) -> Claim | None:
    start = max(0, hit.start - CLAUSE)
    if not _after_copula(doc.text[start : hit.start].split()[-COPULA_WORDS:]):
        return None
    copula = _COPULA.search(doc.text, start, hit.start)
    if copula is None:
        return None
    return Claim(doc.span(copula.start(), hit.end), "passes a judgement", faint=True)


def _after_copula(words: list[str]) -> bool:
    """Tell whether the last words may be those of `is deeply`, `was a`."""
    for word in reversed(words):
        if word.endswith(_COPULAS):
            return True
        if not (word in _DEGREES or word.endswith("ly")):
            return False
    return False


def _possible(doc: Doc, hit: Span) -> Claim | None:
    """`could trigger`, `may be the last`."""
    return _effect(doc, hit) if _may_effect(_next_word(doc.text, hit.end)) else None


def _effect(doc: Doc, hit: Span) -> Claim | None:
    text, start = doc.text, hit.start
    effect = _claim(doc, _effects().match(text, start), "foretells an effect")
    if effect is not None:
        return effect
    if hit.text.lower() in PLANNED:
        return None
    wider = _FORECAST if hit.text.lower() in FORECASTS else _SUPPOSED
    return _claim(doc, wider.match(text, start), FORETELLS, faint=True)


def _may_effect(word: str) -> bool:
    """Tell whether a verb of consequence, `be` or an adverb before one stands behind a modal."""
    return word.endswith("ly") or word in _behind_modals()


@cache
def _behind_modals() -> frozenset[str]:
    verbs = {verb.partition(" ")[0] for verb in _list("consequences")}
    return frozenset({*verbs, *SUPPOSING, *ADVERBS})


def _judgement(doc: Doc, hit: Span) -> Claim | None:
    if not _may_judge(_next_word(doc.text, hit.end)):
        return None
    found = _judgements().match(doc.text, hit.start)
    if found and hit.text.lower().startswith("rais") and not found.group().endswith(DOUBTS):
        return None  # `raised huge sums`
    return _claim(doc, found, "passes a judgement")


def _may_judge(word: str) -> bool:
    """Tell whether a judging adjective or a word before one stands behind a verb."""
    return word in _list("judging_adjectives") or word in BEFORE_ADJECTIVE


def _guess(doc: Doc, hit: Span) -> Claim | None:
    if not _may_guess(_next_word(doc.text, hit.end)):
        return None
    found = _BEFORE_GUESS.search(doc.text, max(0, hit.start - REACH), hit.start)
    place = found.start() if found else hit.start
    return _claim(doc, _states_of_mind().match(doc.text, place), "guesses at a state of mind")


def _may_guess(word: str) -> bool:
    """Tell whether a state of mind stands behind a word that guesses."""
    return word in _list("states_of_mind")


def _inference(doc: Doc, hit: Span) -> Claim | None:
    if doc.text[hit.start - 2 : hit.start] != ", ":
        return None
    return _claim(doc, _INFERENCE.match(doc.text, hit.start), "draws an inference")


def _certainty(doc: Doc, hit: Span) -> Claim | None:
    return _claim(doc, _vouching(doc.text, hit.start, hit.end), VOUCHES)


def _outlook(doc: Doc, hit: Span) -> Claim:
    found = _OUTLOOK.match(doc.text, hit.start)
    return Claim(doc.group(found) if found else hit, FORETELLS)


VOUCHES, FORETELLS = "vouches for what is not certain", "foretells what will come"
_Form: TypeAlias = Callable[[Doc, Span], Claim | None]
_FORMS: tuple[tuple[Collection[str], _Form], ...] = (
    (STANCES, _stance),
    (CAUSES | MOTIVES | IMAGES, _phrase),
    (EVALUATIONS, _evaluation),
    (MODALS, _possible),
    (FORECASTS, _effect),
    (JUDGING_VERBS, _judgement),
    (GUESSES, _guess),
    (INFERENCES, _inference),
    (CERTAINTY, _certainty),
    (OUTLOOKS, _outlook),
)


@cache
def _form_of() -> dict[str, _Form]:
    """Return the form of the claim that each gate word opens, the first that has it."""
    return {word: form for words, form in reversed(_FORMS) for word in words}


_FIGURE = regexp(r"[\d%]|\bper ?cent|\bpct\b")
# `more clearly marked`: how, not whether.
_DEGREE = regexp(r"\b(?:more|most|very|so|as|too|not|less|n['’]t)\s+\Z")
_OPENS = regexp(r"(?:\A|\n|[.!?][\"”’)]*\s+|\b(?:But|And|Yet|So),?\s+)\Z")
_APART = regexp(r",|\s+(?!that\b)[a-z]")


# `is deeply flawed`, `was a chaotic week`: back from the adjective, and on from the verb.
_COPULAS = (
    "is", "are", "was", "were", "been", "be", "being", "remain", "remains", "remained", "became",
    "become", "becomes", "prove", "proved", "proves", "proven",
)  # fmt: skip
_DEGREES = (
    "a", "an", "the", "very", "so", "too", "as", "quite", "rather", "more", "less", "most", "also",
    "still", "not", "no", "yet",
)  # fmt: skip
_COPULA = regexp(rf"\b(?:{'|'.join(_COPULAS)})\s+(?:(?:{'|'.join(_DEGREES)}|\w+ly)\s+){{0,3}}\Z")
# Words of `was not a very`.
COPULA_WORDS = 4
# `may well be the last`, but not `may be used`.
SUPPOSING = ("be", "become", "prove")
_SUPPOSED = regexp(
    rf"(?i:{'|'.join(MODALS)}){_ADVERBS}\s+(?:{'|'.join(SUPPOSING)})\s+(?:(?:an?|the)\s+[\w-]+"
    r"|(?!(?:\w+(?:ed|ing|en)|found|held|made|sent|set|told|paid|put|done|left|lost|met|won|able|in|on|at)\b)[a-z]{4,})"
)
_FORECAST = regexp(r"(?i:is|are|will)\s+\w+\s+(?:to\s+)?(?:be\s+(?:an?\s+|the\s+)?)?[\w-]+")


def _claim(
    doc: Doc, match: re.Match[str] | None, does: str, *, faint: bool = False
) -> Claim | None:
    return Claim(doc.group(match), does, faint) if match else None


_INFERENCE = regexp(rf"\w+(?:\s+(?:an?|the|that))?{_OBJECT}")
# A stock phrase, and the verb after those that wait for one.
_OUTLOOK = regexp(
    r"(?i:(?:(?:is|are) (?:sure|bound|certain|destined|doomed|unlikely) to"
    r"|will (?:certainly|surely|no doubt))(?:\s+be(?:\s+(?:an?|the))?)?\s+[\w-]+"
    r"|will be [a-z]+(?!\w)|(?:only )?time will tell|remains? to be seen)"
)
# `if the ferry could`, `whether it might`: a condition or a question foretells nothing.
CONDITIONS = ("if", "whether", "unless", "how", "so that", "in case")
_CONDITION = regexp(rf"\b(?:{'|'.join(CONDITIONS)})\b[^,;:.?!]*\Z", re.IGNORECASE)
_AUXILIARY = regexp(r"\b(?:will|would|is|are|was|were|has|have)\s+(?:almost\s+)?\Z")


def _vouching(text: str, start: int, end: int) -> re.Match[str] | None:
    """`will undoubtedly further strain` as a whole; without an auxiliary the adverb alone."""
    auxiliary = _AUXILIARY.search(text, max(0, start - REACH), start)
    if auxiliary is None:
        return _ALONE.match(text, start, end)
    return _AFTER_AUXILIARY.match(text, auxiliary.start())


_ALONE = regexp(r"[\s\S]+")
_BEFORE_GUESS = regexp(r"\b(?:is|are|was|were)\s+(?:most\s+|very\s+)?\Z")
_AFTER_AUXILIARY = regexp(
    rf"\w+\s+(?:almost\s+)?\w+(?:{_ADVERBS}\s+(?:be\s+)?(?!(?:an?|the|to|by)\b)[\w-]+)?"
)


@cache
def _effects() -> re.Pattern[str]:
    verbs = "|".join(sorted(_list("consequences"), reverse=True))  # longer ones first
    modals = "|".join((*MODALS, *FORECASTS))
    objects = "|".join(rf"(?<=\s{article}){_OBJECT}" for article in ("a", "an", "the"))
    return re.compile(rf"(?i:{modals}){_ADVERBS}\s+(?:{verbs})\b(?!\s+by\b)(?:{objects})?")


@cache
def _judgements() -> re.Pattern[str]:
    verbs, adjectives = "|".join(JUDGING_VERBS), "|".join(_list("judging_adjectives"))
    return re.compile(
        rf"(?:{verbs})\s+(?:(?:an?|the|another|yet another)\s+)?(?:(?:most|more|very)\s+)?"
        rf"(?:{adjectives}){_OBJECT}"
    )


@cache
def _states_of_mind() -> re.Pattern[str]:
    states = "|".join(_list("states_of_mind"))
    return re.compile(
        rf"\b(?:is|are|was|were)\s+(?:most\s+|very\s+)?(?:{'|'.join(GUESSES)})\s+(?:{states})\b"
    )
