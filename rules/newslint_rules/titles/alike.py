"""Words that differ by one slip of the hand: a letter more, fewer or another, or two swapped."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import Enum

from newslint import plain_name

_SHORTEST = 4
"""Letters of the longer word; below that any two words are alike."""


class Slip(Enum):
    """What parts two words that are nearly one."""

    ACCENTS = "accents or capitals"
    INSIDE = "a letter between the first and the last, or two that changed places"
    FIRST = "the first letter, or the first two"
    LAST = "the last letter"


def near_pairs(forms: Iterable[str]) -> Iterator[tuple[str, str, Slip]]:
    """Give the pairs that differ by a slip, found by leaving out each letter in turn."""
    seen: dict[str, list[str]] = defaultdict(list)
    found = set()
    for form in forms:
        plain = plain_name(form)
        for key in {plain, *(plain[:i] + plain[i + 1 :] for i in range(len(plain)))}:
            for other in seen[key]:
                slip = None if (other, form) in found else slip_between(plain_name(other), plain)
                if slip:
                    found.add((other, form))
                    yield other, form, slip
            seen[key].append(form)


def slip_between(one: str, other: str) -> Slip | None:
    """Return how two plain words differ, if it is by one slip."""
    if one == other:
        return Slip.ACCENTS
    short, long = sorted((one, other), key=len)
    if len(long) < _SHORTEST:
        return None
    head = _alike(short, long)
    tail = min(_alike(short[::-1], long[::-1]), len(short) - head)
    middle, longer = short[head : len(short) - tail], long[head : len(long) - tail]
    if len(middle) == 2:
        swapped = middle == longer[::-1]
        return (Slip.INSIDE if head else Slip.FIRST) if swapped else None
    if len(longer) != 1:
        return None
    return Slip.FIRST if not head else Slip.LAST if not tail else Slip.INSIDE


def _alike(one: str, other: str) -> int:
    """Return how many letters two words begin with in common."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
