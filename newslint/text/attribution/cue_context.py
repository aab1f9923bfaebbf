"""What a word of the cue lists is where it stands: verb or noun, and whether it gives words."""

from __future__ import annotations

import re
from functools import cache

from newslint.patterns import regexp
from newslint.text.attribution.cue_frames import gives_words
from newslint.text.attribution.cue_lexicon import VERBS, CueKind, ambiguous, beside, plain_forms

# Code points looked at on either side of a cue for the word next to it.
_REACH = 24
# Code points before a verb of finding within which its subject stands: `the study by Lund found`;
# before a noun, within which the verb stands whose object it is.
_FAR = 90
_AFTER = regexp(r"\s*([,:;\"“‘]|\w+)")
_NOT = ("n't", "n’t")


def kind_of(
    content: str, start: int, end: int, form: str, kinds: tuple[CueKind, ...]
) -> CueKind | None:
    """Say what sort of cue a word of the lists is where it stands, or that it is none.

    Args:
        content: The text.
        start: Where the word begins.
        end: Where it ends.
        form: The word in small letters.
        kinds: The lists that it is on.
    """
    before = word_before(content, start)
    found = _AFTER.match(content, end, end + _REACH)
    after = found.group(1) if found else ""
    if (
        form == "called"
        and _NAME.match(content, end)
        and _NAMED.search(content, max(0, start - _REACH), start)
    ):
        return None
    if CueKind.MOOD in kinds and before.lower() in beside()["copula"]:
        return CueKind.MOOD
    verb = next((kind for kind in kinds if kind in VERBS), None)
    if (
        verb is not None
        and not (
            plain_forms()[form] == form
            and _TO_THE_READER.search(content, max(0, start - _REACH), start)
        )
        and _is_verb(form, content[start], before, after)
        and (gives_words(content, plain_forms()[form], start, end) or _found(content, start))
    ):
        return verb
    after = after.lower()
    if CueKind.NOUN not in kinds and CueKind.DOCUMENT not in kinds:
        return None
    around = content[max(0, start - _FAR) : start]
    carried, owned = bool(CARRIED.search(around)), _owned(around)
    opened = after in beside()["opens"] or bool(_IS_THAT.match(content, end))
    if CueKind.NOUN in kinds and (opened or carried or owned or _MET.search(around)):
        return CueKind.NOUN
    if CueKind.DOCUMENT in kinds:
        said_in = form in beside()["said-in"] and _SAID_IN.search(around)
        if carried or after == "that" or said_in or (owned and (opened or after == "would")):
            return CueKind.DOCUMENT
    return None


def word_before(content: str, place: int) -> str:
    """Return the letters, digits and apostrophes before a place and the blanks there, or ``""``."""
    before = content[max(0, place - _REACH) : place].rsplit(None, 1)[-1:]
    if not before or before[0].isalnum():
        return before[0] if before else ""
    word = before[0]
    start = len(word)
    while start and (word[start - 1].isalnum() or word[start - 1] in "_’'"):
        start -= 1
    return word[start:]


# `is called “…”`, `a stream called Lind`: named so, not called so by somebody.
_NAMED = regexp(r"(?:\b(?:is|are|was|were|be|been|being)|\ban?\s+(?:[\w-]+\s+){0,2}[\w-]+)\s+\Z")
_NAME = regexp(r"\s+[\"“‘A-Z]")
# `Imagine …`, `Please ask …`, `Don't blame …`: the reader is told to.
_TO_THE_READER = regexp(
    r"(?:\A|\n|[.!?:]\s+)[(\"“]?"
    r"(?:(?:Please|Do not|Don['’]t|Never|Just|Now|Then|Also|And|But|So),?\s+)?\Z"
)
# `the worry is that`.
_IS_THAT = regexp(r"\s+(?:is|was)\s+(?:that|to)\b")
# `in a letter`, `In a Lund Daily interview`.
_SAID_IN = regexp(
    r"\b(?:in|via)\s+(?:an?|one|another|the|separate|recent|his|her|its|their|some|several|most)\s+(?:[\w/’'-]+\s+){0,5}\Z",
    re.IGNORECASE,
)
# `issued a short statement`, `gave a warning`, `there was much speculation`: the verb only carries
# the noun.
CARRIED = regexp(
    r"\b(?:issue[sd]?|issuing|release[sd]?|releasing|sen(?:ds?|t|ding)|g(?:ives?|ave|iven|iving)|"
    r"deliver(?:s|ed|ing)?|ma(?:kes?|de|king)|offer(?:s|ed|ing)?|publish(?:es|ed|ing)?|raise[sd]?|raising|"
    r"face[sd]?|facing|voice[sd]?|voicing|express(?:es|ed|ing)?|reiterate[sd]?|"
    r"there(?:\s+(?:is|are|was|were|has been|have been)|['’]s))"
    r"\s+(?:(?!th(?:e|is|at|[eo]se)\b)[\w’'-]+\s+){0,3}\Z",
    re.IGNORECASE,
)
"""A verb that only carries a noun of saying behind it."""

# `amid growing fears`, `drew sharp criticism`: who fears is left open.
_MET = regexp(
    r"\b(?:amid|amidst|despite|drew|draws?|drawing|drawn|face[sd]?|facing|spark(?:s|ed|ing)?|"
    r"prompt(?:s|ed|ing)?|fuel(?:s|ed|ing)?|under|met with|following)\s+(?:[\w’'-]+\s+){0,2}\Z",
    re.IGNORECASE,
)
# `Lind's latest claim`, `her own words`.
_OWNER = regexp(
    r"(?:\b(?P<of>\w+)['’]s|s['’]|\b(?:her|his|its|my|our|their|whose|your))\s+(?:[a-z-]+\s+)?\Z",
    re.IGNORECASE,
)
# `it's`, `there's`: the mark stands for a verb; `Monday's speech`: nobody owns it.
_NO_OWNERS = frozenset({
    "it", "he", "she", "that", "who", "what", "there", "here", "where", "let",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "today", "yesterday", "tomorrow", "tonight", "day", "night", "morning", "evening",
    "week", "weekend", "month", "year", "decade", "century",
})  # fmt: skip


def _owned(before: str) -> bool:
    found = _OWNER.search(before)
    return found is not None and (found["of"] or "").lower() not in _NO_OWNERS


def _found(content: str, start: int) -> bool:
    """`the study by Lund found`: whatever follows, it was found out."""
    return bool(_finder().search(content, max(0, start - _FAR), start))


@cache
def _finder() -> re.Pattern[str]:
    nouns = "|".join(sorted(beside()["finder"], key=len, reverse=True))
    return re.compile(rf"\b(?:{nouns})\b[^.!?;:\n]*\Z", re.IGNORECASE)


def _is_verb(form: str, first: str, before: str, after: str) -> bool:
    """Tell a verb (`they plan`) from the noun or adjective that is spelled alike (`the plan`)."""
    words, low, behind = beside(), before.lower(), after.lower()
    owner = low in words["owner"] or _owned(f"{before} ")
    if form.endswith("ing"):
        if form not in ambiguous() or not low or low in words["before-ing"] or low.endswith(_NOT):
            return True
        return not owner and low not in words["determiner"] and behind in words["clause"]
    if low in words["determiner"] or owner:
        return False
    if form not in ambiguous():
        return True
    if first.isupper() and before[:1].isupper() and after[:1].islower():
        return False  # `the Lund Harbour Plan would`: a part of a name
    if behind in words["auxiliary"]:
        return False  # `that pledge has`
    if behind == "to" and form not in words["promise"]:
        return low in words["subject"]
    if behind in words["clause"] or low in words["subject"] or low in words["finder"]:
        return True
    if behind in words["article"] or _is_adverb(low):
        return True
    # "Lisbon plans", "officials plan": a name, or a plural before the plain form.
    if form.endswith(("s", "ed")):
        return before[:1].isupper() and low not in words["attribute"]
    return len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us"))


def _is_adverb(word: str) -> bool:
    """Tell `publicly back` from `the family back`."""
    return word.endswith("ly") and len(word) > 5 and word not in beside()["not-adverb"]
