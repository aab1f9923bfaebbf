"""Which two words make no compound, so that less evidence will do for a lost blank."""

from __future__ import annotations

from newslint import SMALL_NUMBERS, lexicon
from newslint_rules.garbled.capitals import NAME_ENDINGS
from newslint_rules.garbled.splitting import FUNCTION_WORDS, PREFIXES, SUFFIXES

_SAYING = frozenset(("said", "says", "told", "added"))
_ADVERBS = frozenset(("again", "ago", "away", "back", "earlier", "early", "later", "today"))
_NUMBERS = frozenset(SMALL_NUMBERS[2:13])
_NAME_TAILS = frozenset(("and", "has", "had", "must", "that", "the", "was", "were", "will"))
_SHORTEST = 4
# A noun in the plural opens few compounds: `newsroom`, `sportsbook`, `salesman`, `saleswoman`.
_PLURAL_OPENERS = frozenset(
    ("arms", "goods", "hands", "lands", "news", "sales", "savings", "sports", "towns", "years")
)
_EXTENTS = frozenset(("long", "old", "wide"))  # `hourslong`
# A second part that goes with such a noun in a coinage, whatever the noun (`oddsmaker`).
_AGENTS = ("er", "ers", "goer", "ing", "like", "man", "men", "ship", "woman", "women")


def no_compound(form: str, mended: str) -> bool:
    """Tell two words that no compound or new word joins, such as an article and a noun.

    Of function words those that are no prefix and no ending (`on-`, `up-`, `-like`); of others, if
    the two are met side by side, an adverb or a plural before another word, or a word and `said`.
    A name has to be a known one.
    """
    left, _, right = mended.partition(" ")
    small = left.lower() in FUNCTION_WORDS and left.lower() not in PREFIXES
    closed = right in FUNCTION_WORDS and right not in SUFFIXES and right != "most"
    if not form.islower():
        named = form[0].isupper() and form[1:].islower() and lexicon().name(left)
        return named and right in _NAME_TAILS and right not in NAME_ENDINGS
    if min(len(left), len(right)) < _SHORTEST and left not in _NUMBERS:
        return (small and len(right) > _SHORTEST) or (closed and len(left) > _SHORTEST)
    words = lexicon()
    adverb = left.endswith("ly") and words.core(left) and words.core(left[:-2])
    plural = (
        left.endswith("s")
        and not left.endswith(("ss", "us", "is"))
        and words.core(left[:-1])
        and left not in _PLURAL_OPENERS
        and not right.endswith(_AGENTS)
    )
    if left in _NUMBERS and right.endswith("s") and words.core(right[:-1]):
        return True  # `threebanks`
    if right in _ADVERBS and (plural or left.endswith("ed")):
        return True
    met = words.bigram(left, right) is not None and right not in _EXTENTS
    return small or closed or (met and (adverb or plural or right in _SAYING))
