"""Which forms can be two words run together, told by the form alone and once for the whole run.

Each answer is a necessary condition of what `fused_words` and its parts look for in the text:
nearly all forms are above suspicion, and what is nowhere need not be looked for.
"""

from __future__ import annotations

import functools

from newslint import FormKind, is_unknown, lexicon, regexp, unknown_parts
from newslint_rules.garbled.capitals import may_follow_name, may_own_after_name
from newslint_rules.garbled.splitting import is_part, known_beginnings

_SHAPES = regexp(
    r"\A[^\W\d_]*[a-z][A-Z](?:[KNSU]|\Z)"  # `thatI`, `theU`(`.S.`), `theUS`
    r"|\As[A-Z][a-z]"  # `America's``Cup`
    r"|(?:\A|\W)I(?:am|believe|can|could|did|didn|do|don|feel|had|have|hope|just|know|never|said"
    r"|think|thought|want|was|went|will|would)\Z"
    r"|\A(?:A[st]a|Fora|I[ns]a|Ona|Witha)\Z"
)
_TIED = regexp(r"-(?:day|hour|mile|minute|month|old|point|week|year)[a-z]{3}")
# What has one of these shapes and but one capital, its first letter.
_CAPITALISED = regexp(r"I[a-z]{2,7}|A[st]a|Fora|Ona|Witha")
_NUMBERS = regexp(
    r"\A(?:[A-Za-z]+[a-z]|[as])\d"  # `rose0`(`.8`), `in2015`, `a2005`, `mayor's``2005`
    r"|\d(?:of|in|to|on|at|is|by|or|if|as)\Z"
    r"|\d[A-Z][a-z]{3}"
    r"|\A\d+[a-z]{3,}\Z"
)
BEFORE_A = frozenset(("as", "at", "be", "by", "in", "is", "of", "on", "to", "up"))
_SHORTEST = 3


# What a form can be.
WORD = 1  # an unknown word that comes apart into words, or into a name and a word
OWNER = 16  # one that does so only with an apostrophe and what follows it (`Zorvaqhe's`)
HYPHENATED = 2  # a word with a hyphen, one part of which does
SHAPE = 4  # it has a shape that no word has (`sure_shapes`)
NUMBER = 8  # a number meets a word in it


@functools.lru_cache(maxsize=10_000)
def suspect(form: str) -> int:
    """Tell whether a form, no ordinary word, can be two words."""
    found = 0
    if form.isalpha():
        if is_unknown(form):
            found |= _apart(form)
        if form.islower():
            return found | SHAPE if form in ("isa", "fora") else found
        elif form[1:].islower():
            shaped = form[0] in "AFIOW" and _CAPITALISED.fullmatch(form) is not None
        else:
            shaped = not form.isupper()
    else:
        if form.upper() == form:  # no letters, or capitals only: scores and abbreviations
            return found
        shaped = form.lower() != form
        if "-" in form:
            if any(_apart(part) == WORD for part in unknown_parts(form)):
                found |= HYPHENATED
            if _TIED.search(form):
                found |= SHAPE
        if _NUMBERS.search(form):
            found |= NUMBER
    if shaped and _SHAPES.search(form):
        found |= SHAPE
    return found


def _apart(form: str) -> int:
    """Tell how an unknown word can come apart, if it can: as it stands, or before an apostrophe."""
    if len(form) == _SHORTEST and form[-1] == "a" and form[:2] in BEFORE_A:
        return WORD
    if not form[1:].islower():  # capitals inside: looked at where it stands
        return WORD
    ends = [form[at:] for at in known_beginnings(form) if is_part(form[:at])]
    if any(map(is_part, ends)):
        return WORD
    capital = not form.islower()
    if capital and may_follow_name(form):
        return WORD
    return OWNER if _owns(form, ends, capital=capital) else 0


def _owns(form: str, ends: list[str], *, capital: bool) -> bool:
    """Tell whether it can with an apostrophe and a letter or two behind it."""
    words = lexicon()
    if form[-1] == "n" and words.known(f"{form.lower()}'t"):
        return False  # `didn't`
    return any(
        words.contracts(end) or (len(end) < _SHORTEST and words.known(end))  # longer: a part
        for end in ends
    ) or (capital and may_own_after_name(form))


SUSPECTS = FormKind(judge=lambda form: bool(suspect(form)), ordinary=False)
