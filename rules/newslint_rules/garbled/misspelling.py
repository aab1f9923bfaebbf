"""Whether an unknown word is one slip of the finger away from a known one."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from newslint import lexicon
from newslint_rules.garbled.splitting import PER_WORD, Split

# A slip is rarer than its word; of true lost blanks 1 % have a word so much likelier nearby.
_MARGIN = 1.0


@functools.lru_cache(maxsize=10_000)
def nearest(form: str) -> float:
    """Return the Zipf frequency of the commonest word one letter away, 0.0 if there is none.

    One letter away: one is missing, too many, another one, or two stand in the wrong order.
    """
    words = lexicon()
    lower = form.lower()
    near = (one for one in _slips(lower) if one in words.words and words.core(one))
    return max((words.zipf(one) for one in near), default=0.0)


def slip(form: str, split: Split) -> float:
    """Return how much likelier a misspelt word is than the two words (log10), 0.0 if it is not.

    A part of one letter, a change of case and an abbreviation are no slips.
    """
    if min(len(split.left), len(split.right)) < 2 or not form[1:].islower():
        return 0.0
    zipf = nearest(form)
    ahead = zipf - PER_WORD - split.likelihood
    return ahead if zipf and ahead > _MARGIN else 0.0


def _slips(form: str) -> Iterator[str]:
    for at in range(len(form) + 1):
        head, tail = form[:at], form[at:]
        for letter in "abcdefghijklmnopqrstuvwxyz":
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
