"""Titles of one person in articles of one week that cannot both hold (TTL101)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, product
from typing import TypeAlias

from newslint import Severity, Struct, Use
from newslint_rules.titles.clashing import CLASHES, by_courtesy, may_be_of_one
from newslint_rules.titles.told_titles import CHANGE, Told
from newslint_rules.titles.two_offices import are_apart

_MOST_HELD = 200
"""So many uses of one title of a person are held: some persons are in thousands of articles."""

_Title: TypeAlias = tuple[str, str]
"""The canonical title and the state."""
_Held: TypeAlias = tuple[Use, Told]


class Conflict(Struct):
    """A use, the use of another article that it cannot stand beside, and how sure that is."""

    use: Use
    other: Use
    severity: Severity


def conflicts(uses: Iterable[Use]) -> Iterator[Conflict]:
    """Give the conflicts among the uses of one person.

    The marked form is flagged, but the plain one where fewer articles have it: one article in fifty
    is wrong, not forty-nine.
    """
    held: dict[_Title, list[_Held]] = defaultdict(list)
    number: Counter[_Title] = Counter()
    changing = False
    for use in uses:
        told = Told.read(use.value)
        changing = changing or not told.stays
        title = told.kind, told.state
        number[title] += 1
        if told.state != CHANGE and len(held[title]) < _MOST_HELD:
            held[title].append((use, told))
    for marked, plain in _clashing(held):
        flagged: set[tuple[str, int]] = set()
        for one, other in product(held[marked], held[plain]):
            if _cannot_both_hold(*one, *other, changing=changing):
                severity = _severity(*one)
                use, against = one[0], other[0]
                if number[marked] > number[plain]:
                    use, against = against, use
                article = use.place.path, use.place.record_number
                if article not in flagged:
                    flagged.add(article)
                    yield Conflict(use, against, severity)


def _clashing(held: Iterable[_Title]) -> Iterator[tuple[_Title, _Title]]:
    """Give the pairs of title and state that nobody has at one time, the marked one first."""
    titles = sorted(held)
    for kind, state in titles:
        for plain in CLASHES.get(state, ()):
            if (kind, plain) in titles:
                yield (kind, state), (kind, plain)
    offices = [title for title in titles if title[1] == "current"]
    yield from (
        (other, one) for one, other in combinations(offices, 2) if are_apart(one[0], other[0])
    )


def _cannot_both_hold(use: Use, told: Told, other: Use, its: Told, *, changing: bool) -> bool:
    if len({told.country, its.country} - {""}) > 1:
        return False
    if told.kind == its.kind and not may_be_of_one(told.kind, told.domain, its.domain):
        return False
    if told.state == "former" and not its.today:
        return False
    return not changing or _is_in_wrong_order(use, told, other)


def _is_in_wrong_order(marked: Use, told: Told, plain: Use) -> bool:
    """Tell whether a change of office cannot explain two titles: what was to come stands first."""
    if marked.date is None or plain.date is None or told.state == "current":
        return False
    return plain.date > marked.date if told.state == "former" else marked.date > plain.date


def _severity(marked: Use, told: Told) -> Severity:
    """Say how sure a conflict is: papers leave a title to who had it, and drop `interim`."""
    if told.state == "former" and told.kind in by_courtesy():
        return "info"
    if told.state == "acting" and "acting" not in marked.text.lower():
        return "info"
    return "warning"
