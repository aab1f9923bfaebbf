"""Words that differ by one slip of the hand: a letter more, fewer or another, or two swapped."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from enum import Enum

from newslint import plain_name

_SHORTEST = 4
"""Letters of the longer word; below that any two words are alike."""
_MOST_FORMS = 10_000
"""Forms whose neighbours are kept, some 15 MB; beyond it all are forgotten."""


class Slip(Enum):
    """What parts two words that are nearly one."""

    ACCENTS = "accents or capitals"
    INSIDE = "a letter between the first and the last, or two that changed places"
    FIRST = "the first letter, or the first two"
    LAST = "the last letter"


class Neighbours:
    """Which forms of a run differ by a slip, found by leaving out each letter in turn.

    Most names of an article were in the articles before, so what is near to what is kept, and an
    article asks which neighbours of its forms it has as well. Whether two forms are neighbours
    depends on them alone: neither the order of articles nor the forgetting can change a result.

    Args:
        may_be_one: Called with two forms and what parts them; says whether the pair matters.
    """

    def __init__(self, may_be_one: Callable[[str, str, Slip], bool]) -> None:
        self._may_be_one = may_be_one
        self._known: set[str] = set()
        self._near: dict[str, list[str]] = defaultdict(list)
        self._first: dict[str, str] = {}
        self._more: dict[str, list[str]] = defaultdict(list)
        """The forms that give a word when one letter is left out, or none: the first, and more."""

    def pairs(self, forms: Collection[str]) -> list[tuple[str, str]]:
        """Return the pairs among some forms that differ by a slip and matter, in order."""
        if not self._known.issuperset(forms):
            self._learn(forms)
        near = self._near
        with_others = near.keys() & forms
        if len(with_others) < 2:
            return []
        return sorted(
            (form, other)
            for form in with_others
            for other in near[form]
            if other in with_others and form < other
        )

    def _learn(self, forms: Iterable[str]) -> None:
        """Take forms in, and make them known to their neighbours."""
        if len(self._known) > _MOST_FORMS:
            for memory in (self._known, self._near, self._first, self._more):
                memory.clear()
        for form in set(forms).difference(self._known):
            plain = plain_name(form)
            for other in self._alike(form, plain):
                slip = slip_between(plain_name(other), plain)
                if slip and self._may_be_one(form, other, slip):
                    self._near[form].append(other)
                    self._near[other].append(form)
            self._known.add(form)

    def _alike(self, form: str, plain: str) -> set[str]:
        """Return the known forms that have all but one letter in common with a new one."""
        alike: set[str] = set()
        for i in range(len(plain) + 1):
            key = plain[:i] + plain[i + 1 :]
            first = self._first.setdefault(key, form)
            if first is not form:
                more = self._more[key]
                alike.add(first)
                alike.update(more)
                more.append(form)
        alike.discard(form)  # `Annan` is `anan` without the first and without the second `n`
        return alike


def slip_between(one: str, other: str) -> Slip | None:
    """Return how two plain words differ, if it is by one slip."""
    if one == other:
        return Slip.ACCENTS
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if len(long) < _SHORTEST or len(long) > len(short) + 1:
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
    count = 0
    for mine, its in zip(one, other, strict=False):
        if mine != its:
            break
        count += 1
    return count
