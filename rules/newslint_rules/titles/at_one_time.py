"""Whether two titles of one person are meant for one time."""

import calendar
from bisect import bisect_left
from datetime import timedelta
from itertools import takewhile

from newslint import Doc, Mention, Span, regexp
from newslint_rules.titles.change_of_office import (
    in_transition,
    is_back_in_office,
    is_confirmed,
    is_followed,
    takes_office,
)
from newslint_rules.titles.in_office import in_office_since
from newslint_rules.titles.namesakes import namesakes
from newslint_rules.titles.one_person import country_of
from newslint_rules.titles.tenure import (
    acts_now,
    looks_ahead,
    looks_back,
    surroundings,
    tells_of_before,
    years_gone,
)

_LEADERS = frozenset({"chancellor", "governor", "mayor", "premier", "president", "prime minister"})
_OF_A_COMPANY = frozenset(
    {"chairman", "chief executive", "chief financial officer", "chief operating officer"}
    | {"director", "managing director"}
)
_HIRES = regexp(
    r"\b(?:appoint|hire|join|name|pick|tap|recruit)(?:s|d|ed|ped|ing|ping)?\b|\bto lead\b"
)
_LIFE = regexp(
    r"\b(?:abdicat\w+|convicted|dead at|defrocked|died|dies|funeral|in court|indicted|jailed"
    r"|obituary|on trial|sentenced|(?:face|faces|faced|stand|stands|stood) trial)\b"
)
_LIFE_NEAR = 100
"""How near a name such a word is about its bearer, in characters."""
_MONTHS = tuple(calendar.month_name)
_MONTH = regexp(rf"\b(?:in|last) ({'|'.join(_MONTHS[1:])})\b")
_HALF_A_YEAR = 6
"""`in November` is the last one for so many months, then the next."""
_BESIDE = 50
"""How near the one in office stands to the one who is to follow, in characters."""
_SETTLED = timedelta(30)
"""After so many days nobody speaks any more of what a new president could do in office."""


def at_one_time(doc: Doc, marked: Mention, plain: Mention, *, first: bool) -> bool:
    """Tell whether nothing says that the two titles are of different times.

    Args:
        doc: The article.
        marked: The mention with -elect, former or the like.
        plain: The one without.
        first: Whether the marked one stands before all plain ones.
    """
    here, there = surroundings(doc, marked), surroundings(doc, plain)
    if here is None or there is None:
        return False
    if marked.state == "former":
        return not (
            looks_back(doc, there, plain)
            or (is_of_a_life(doc, here, marked) and not acts_now(doc, plain))
            or (is_hired(here, marked) and not plain.domain)
            or is_back_in_office(doc, marked, plain)
            or is_followed(doc, marked, plain)
        )
    if not first and tells_of_before(doc, here, marked):
        return False
    if marked.state == "acting":
        return not (is_confirmed(here) or takes_office(doc, marked, plain))
    return not is_before_office(doc, here, marked, first=first) and (
        _is_in_office(doc, marked)
        or not (looks_ahead(doc, plain) or takes_office(doc, marked, plain, anybody=not first))
    )


def is_before_office(doc: Doc, here: Span, marked: Mention, *, first: bool) -> bool:
    """Tell whether the sentence of an -elect is of the time when that was right."""
    if acts_now(doc, marked):
        return False
    years = years_gone(doc, here, marked) if doc.date else []
    begun = in_office_since(doc, marked) if years else None
    if any(begun is None or begun.year - 1 <= year <= begun.year for year in years):
        return True
    if in_transition(doc, here, marked, near=not first):
        return True
    return not first and (_names_past_month(doc, here) or _beside_incumbent(doc, here, marked))


def _is_in_office(doc: Doc, marked: Mention) -> bool:
    """Tell whether dated facts say that an -elect is in office, and has been for some time."""
    begun = in_office_since(doc, marked)
    return begun is not None and doc.date is not None and doc.date - begun > _SETTLED


def is_hired(here: Span, marked: Mention) -> bool:
    """Tell `Zeta named former Acme CEO Ana Ruiz`, who may then be CEO of Zeta."""
    company = marked.title_kind in _OF_A_COMPANY and marked.domain
    return bool(company and _HIRES.search(here.text))


def is_of_a_life(doc: Doc, here: Span, marked: Mention) -> bool:
    """Tell whether the sentence is of a death or a trial, where the story then goes back."""
    start = max(here.start, marked.span.start - _LIFE_NEAR)
    return _LIFE.search(doc.text, start, min(here.end, marked.span.end + _LIFE_NEAR)) is not None


def _names_past_month(doc: Doc, here: Span) -> bool:
    """Tell whether a sentence is of a month that was over by the article's date."""
    if doc.date is None:
        return False
    months = (_MONTHS.index(name) for name in _MONTH.findall(here.text))
    return any(0 < (doc.date.month - month) % 12 <= _HALF_A_YEAR for month in months)


def _beside_incumbent(doc: Doc, here: Span, marked: Mention) -> bool:
    """Tell whether the one in office stands beside the one who is to follow."""
    if marked.title_kind not in _LEADERS:
        return False
    low, high = marked.span.start - _BESIDE, marked.span.end + _BESIDE
    first = bisect_left(doc.people, max(here.start, low), key=lambda one: one.span.end)
    return any(
        other.title_kind == marked.title_kind
        and other.state == "current"
        and other.domain == marked.domain
        and other.surname != marked.surname
        and _countries(doc, other) == _countries(doc, marked)
        for other in takewhile(lambda one: one.span.start < min(here.end, high), doc.people[first:])
    )


def _countries(doc: Doc, mention: Mention) -> set[str]:
    """Return the nationalities with which a title and name stand in the article."""
    known = namesakes(doc, mention)
    return {country_of(one) for one in known} - {""}
