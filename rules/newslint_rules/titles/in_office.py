"""Whether dated facts say that somebody holds an office on the day of an article."""

from datetime import date, timedelta
from itertools import pairwise

from newslint import Doc, Mention
from newslint_rules.titles.office_facts import Term, country_of, read_facts

_NO_BREAK = timedelta(100)
"""Terms that follow each other so closely are one time in office."""

_DAYS_OF_CHANGE = timedelta(3)
"""On these days around a change of office an article may be of the day before or after it."""


def in_office_since(doc: Doc, mention: Mention) -> date | None:
    """Return since when a person surely has the title of a mention, if they never had it before.

    Whoever is back in office was a former president in between, and somebody of the same name may
    have been one: then nothing is sure. Only facts with an article's date say anything.
    """
    day = doc.date
    if day is None or (mention.domain and not country_of(mention.domain)):
        return None
    known = read_facts().terms(mention)
    terms = [one for one in known if (one.kind, one.state) == (mention.title_kind, "current")]
    begun = sorted((one for one in terms if one.start <= day), key=lambda one: one.start)
    if not begun or not _surely_has(begun[-1], day):
        return None
    return begun[0].start if all(_follows(b, a) for a, b in pairwise(begun)) else None


def _surely_has(term: Term, day: date) -> bool:
    spare = term.leeway + _DAYS_OF_CHANGE
    return term.end is not None and term.start + spare <= day <= term.end - spare


def _follows(later: Term, earlier: Term) -> bool:
    if later.start == earlier.start:  # one person under two names
        return True
    return earlier.end is not None and later.start - earlier.end <= _NO_BREAK
