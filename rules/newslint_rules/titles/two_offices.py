"""Two offices that one person does not hold at a time."""

from collections.abc import Iterator
from itertools import combinations, islice

from newslint import Doc, Mention, may_bear_two_titles, name_parts, plain_name, regexp
from newslint_rules.titles.change_of_office import takes_office
from newslint_rules.titles.one_person import is_of_another_country
from newslint_rules.titles.tenure import looks_ahead, looks_back, surroundings

_APART = (  # first the office that is met less
    ("prime minister", "president"),
    ("vice president", "president"),
    ("senator", "president"),
    ("senator", "representative"),
    ("lieutenant governor", "governor"),
    ("senator", "governor"),
)
"""A prime minister may be foreign minister, a king prime minister, a vice president both."""
OFFICES = frozenset(office for pair in _APART for office in pair)
_OF_A_STATE = frozenset({"governor", "lieutenant governor", "representative", "senator"})
"""A `president` of something may be that of a company, a party or a chamber."""
_CAPITALISED = regexp(r"[A-Z][\w.]*[ \u00a0]$")
_NEAR = 30
_ENOUGH = 30
"""So many mentions of one person are compared."""


def may_hold_two(doc: Doc) -> bool:
    """Tell quickly whether somebody may be found to have two of the offices."""
    return may_bear_two_titles(doc, _APART)


def two_offices(doc: Doc) -> Iterator[tuple[Mention, Mention]]:
    """Give the mentions of one full name with two offices, neither of which is of another time."""
    found: dict[tuple[str, ...], list[Mention]] = {}
    for mention in doc.people:
        name = tuple(map(plain_name, name_parts(mention.name)))
        if mention.title_kind in OFFICES and len(name) > 1 and is_held(doc, mention):
            found.setdefault((name[0], name[-1]), []).append(mention)
    for mentions in found.values():
        pairs = combinations(islice(mentions, _ENOUGH), 2)
        yield from islice((pair for pair in pairs if _cannot_both_hold(doc, *pair)), 1)


def is_held(doc: Doc, mention: Mention) -> bool:
    """Tell whether a title is meant as the person's of today and not a party's or a company's."""
    here = surroundings(doc, mention)
    if here is None or mention.state != "current" or mention.outgoing or mention.after:
        return False
    if looks_back(doc, here, mention):
        return False
    before = doc.text[max(0, mention.span.start - _NEAR) : mention.span.start]
    of_nobody = mention.nationality or not _CAPITALISED.search(before)
    return mention.title_kind in _OF_A_STATE or bool(of_nobody and not mention.domain)


def _cannot_both_hold(doc: Doc, one: Mention, other: Mention) -> bool:
    if not are_apart(one.title_kind, other.title_kind) or takes_office(doc, one, other):
        return False
    if is_of_another_country(one, other):
        return False
    return not (looks_ahead(doc, one) or looks_ahead(doc, other))


def are_apart(one: str, other: str) -> bool:
    """Tell whether nobody holds two offices at a time."""
    return (one, other) in _APART or (other, one) in _APART
