"""Which forms can be two words run together, told by the form alone and once for the whole run.

Each answer is a necessary condition of what `fused_words` and its parts look for in the text:
nearly all forms are above suspicion, and what is nowhere need not be looked for.
"""

from __future__ import annotations

import functools

from newslint import FormKind, is_unknown, lexicon, regexp, unknown_parts
from newslint_rules.garbled.capitals import may_follow_name, may_own_after_name
from newslint_rules.garbled.splitting import WIRE_WORDS, is_part

_SHAPES = regexp(
    r"\A[^\W\d_]*[a-z][A-Z](?:[KNSU]|\Z)"  # `thatI`, `theU`(`.S.`), `theUS`
    r"|\As[A-Z][a-z]"  # `America's``Cup`
    r"|-old[a-z]{3}"
    r"|-(?:day|hour|mile|minute|month|point|week|year)[a-z]{3}"
    r"|(?:\A|\W)I(?:am|believe|can|could|did|didn|do|don|feel|had|have|hope|just|know|never|said"
    r"|think|thought|want|was|went|will|would)\Z"
    r"|\A(?:isa|fora|A[st]a|Fora|I[ns]a|Ona|Witha)\Z"
)
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
            found |= WORD if _comes_apart(form) else OWNER if _owns(form) else 0
        if form.islower() and form not in ("isa", "fora"):
            return found
    elif form.isdigit():
        return found
    else:
        if "-" in form and any(_comes_apart(part) for part in unknown_parts(form)):
            found |= HYPHENATED
        if _NUMBERS.search(form):
            found |= NUMBER
    if _SHAPES.search(form):
        found |= SHAPE
    return found


def _comes_apart(form: str) -> bool:
    """Tell whether an unknown word can come apart as it stands."""
    if len(form) == _SHORTEST and form[-1] == "a" and form[:2] in BEFORE_A:
        return True
    if not form[1:].islower():  # capitals inside: looked at where it stands
        return True
    if any(is_part(form[:at]) and is_part(form[at:]) for at in _beginnings(form)):
        return True
    return not form.islower() and may_follow_name(form)


def _owns(form: str) -> bool:
    """Tell whether it can with an apostrophe and a letter or two behind it."""
    words, lowered = lexicon(), form.lower()
    if form[-1] == "n" and words.known(f"{lowered}'t"):
        return False  # `didn't`
    ends = (lowered[at:] for at in _beginnings(form) if is_part(form[:at]))
    return any(words.known(end) or words.contracts(end) for end in ends) or (
        not form.islower() and may_own_after_name(form)
    )


def _beginnings(form: str) -> list[int]:
    """Return the lengths of the words that a form begins with."""
    known = [len(one) for one in lexicon().beginnings(form) if len(one) < len(form)]
    return known + [len(one) for one in WIRE_WORDS if form.startswith(one) and one != form]


SUSPECTS = FormKind(judge=lambda form: bool(suspect(form)), ordinary=False)
