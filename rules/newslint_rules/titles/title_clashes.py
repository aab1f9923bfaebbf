"""Titles of one person that cannot stand beside each other in an article (TTL001)."""

from collections import defaultdict
from itertools import islice

from newslint import (
    Doc,
    Findings,
    Mention,
    Severity,
    may_be_marked_and_not,
    phrases,
)
from newslint_rules.titles.at_one_time import at_one_time
from newslint_rules.titles.bodies import is_of_the_body
from newslint_rules.titles.change_of_office import leaves_office
from newslint_rules.titles.clashing import (
    BY_VOTERS,
    CLASHES,
    by_courtesy,
    can_clash,
    is_possessive,
    may_be_of_one,
)
from newslint_rules.titles.in_office import in_office_since
from newslint_rules.titles.namesakes import namesakes
from newslint_rules.titles.one_person import is_of_another_country, one_person
from newslint_rules.titles.tenure import is_of_today
from newslint_rules.titles.two_offices import may_hold_two, two_offices
from newslint_rules.titles.voice import in_own_voice

_NEAR = phrases(
    "acting", "caretaker", "designate", "elect", "ex", "former", "interim", "nominee",
    "one-time", "onetime", "prime minister", "provisional", "rep.", "sen.", "senator",
    "vice president",
)  # fmt: skip

_ENOUGH = 40
"""So many mentions of one person with one title are compared; the next ones tell nothing new."""


def title_clashes(doc: Doc) -> Findings:
    """Give what `title-conflict` finds."""
    one_office, two = may_be_marked_and_not(doc), may_hold_two(doc)
    if not (one_office or two) or not doc.hits(_NEAR):
        return
    if one_office:
        yield from _one_office(doc)
    if two:
        yield from _two_offices(doc)


def _one_office(doc: Doc) -> Findings:
    told = set()
    tried: dict[tuple[str, str, str], int] = defaultdict(int)
    for marked in doc.people:
        key = marked.surname, marked.title_kind, marked.state
        if key in told or marked.quoted or not can_clash(marked) or tried[key] >= _ENOUGH:
            continue
        tried[key] += 1
        plain, severity = _contradicted(doc, marked)
        if plain is None:
            continue
        told.add(key)
        yield marked.span.flag(
            f"{marked.span.text!r} is {plain.span.text!r} elsewhere in this article",
            severity=severity,
            related=[(plain.span, "the other title")],
        )


def _contradicted(doc: Doc, marked: Mention) -> tuple[Mention | None, Severity]:
    """Return the plain mention that a marked one cannot stand beside, and how sure that is."""
    known = list(islice(namesakes(doc, marked), _ENOUGH))
    sure = marked.state == "former" and in_office_since(doc, marked) is not None
    others = [
        other
        for other in known
        if other.state in CLASHES[marked.state]
        and not other.quoted
        and _same_office(doc, marked, other)
        and one_person(doc, marked, other, sure=sure)
    ]
    if not others or any(other.outgoing for other in known):
        return None, "info"  # an outgoing president: the story spans the change of office
    if sure:
        return others[0], "error"
    if marked.state == "former" and leaves_office(doc, others):
        return None, "info"
    others = [other for other in others if in_own_voice(doc, other)]
    if not others or not in_own_voice(doc, marked):
        return None, "info"
    first = marked.span.start < others[0].span.start
    together = (other for other in others if at_one_time(doc, marked, other, first=first))
    return next(together, None), _severity(doc, marked, others, first=first)


def _two_offices(doc: Doc) -> Findings:
    for one, other in two_offices(doc):
        if in_own_voice(doc, one) and in_own_voice(doc, other):
            yield other.span.flag(
                f"{other.span.text!r} is {one.span.text!r} elsewhere in this article",
                severity="warning",
                related=[(one.span, "the other title")],
            )


def _same_office(doc: Doc, one: Mention, other: Mention) -> bool:
    if one.title_kind != other.title_kind or other.outgoing:
        return False
    if is_of_another_country(one, other):
        return False
    if is_possessive(other.domain) and one.title_kind not in BY_VOTERS:
        # `the party’s President Lund`, `her Attorney General Ruiz`
        return one.domain == other.domain or is_of_the_body(doc, one, other)
    return may_be_of_one(one.title_kind, one.domain, other.domain)


def _severity(doc: Doc, marked: Mention, others: list[Mention], *, first: bool) -> Severity:
    if marked.state == "former":
        courtesy = marked.title_kind in by_courtesy()
        today = not courtesy and any(is_of_today(doc, other) for other in others)
        return "error" if today else "warning"
    if marked.state == "acting":  # `interim President Ruiz` is president for the time being
        return "error" if "acting" in marked.span.text.lower() else "info"
    return "error" if first or is_of_today(doc, marked) else "warning"
