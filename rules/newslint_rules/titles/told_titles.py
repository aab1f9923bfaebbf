"""What title an article of these days gives to a person named in full (TTL101).

A person whom one article gives two titles is a matter of the rule on one article: either it says
why, or it is flagged there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from itertools import islice

from newslint import Doc, Fact, Mention, Struct, name_parts, plain_name, regexp
from newslint_rules.titles.at_one_time import is_before_office, is_hired, is_of_a_life
from newslint_rules.titles.clashing import CLASHES, can_clash, is_possessive
from newslint_rules.titles.in_office import in_office_since
from newslint_rules.titles.one_person import country_of
from newslint_rules.titles.tenure import (
    is_anothers,
    is_of_today,
    looks_ahead,
    looks_back,
    speaks_or_acts,
    surroundings,
    tells_of_before,
)
from newslint_rules.titles.two_offices import OFFICES, are_apart, is_held
from newslint_rules.titles.voice import in_own_voice

CHANGE = "change"
"""The state in a fact that says no more than that a person's office changes in these days."""
_ENOUGH = 5
"""So many mentions of a person are tried."""
_CHANGES = regexp(
    r"(?i)\b(?:back in (?:office|power)|bec(?:a|o)mes?|becoming|confirmation|depart(?:ed|ing|ure)"
    r"|dismiss(?:ed|al|es)|(?:final|last) (?:act|days?|hours|minutes|weeks)|fir(?:ed|ing)"
    r"|hand(?:s|ed|ing)? over|inaugurat\w+|incoming|leav(?:es?|ing) (?:office|power|the post)"
    r"|oust(?:s|ed|er)|outgoing|predecessor|promot(?:ed|ion)|quits?|replac(?:es|ed|ing)|resign\w*"
    r"|retir(?:es|ed|ing|ement)|sack(?:s|ed|ing)|step(?:s|ped|ping)? (?:aside|down)"
    r"|succeed(?:s|ed|ing)?|successor|swear|swearing|sworn|tak(?:es|ing) (?:office|over)"
    r"|took (?:office|over)|toppled|unseat(?:s|ed)"
    r"|(?:was|been|be|is|officially|formally) (?:confirmed|appointed|named|elected))\b"
)
"""What may be said of a person's office in the days in which it changes."""
_NEAR = 100
"""So far around a mention that is about its person, in characters."""
_JUNIOR = regexp(r"(?i)\b(?:[js]r\.?|ii|iii|iv)$")


class Told(Struct):
    """What a fact says, read from its value.

    Args:
        kind: The canonical title.
        state: ``current``, ``elect``, ``nominee``, ``former``, ``acting``; or `CHANGE`.
        today: Whether something says that it is meant for today: what the person says or does, the
            sentence, or dated facts.
        stays: Whether nothing in the article speaks of a change of the person's office.
        country: The nationality before the title, or ``""``.
        domain: What the title is of, or ``""``.
    """

    kind: str
    state: str
    today: bool
    stays: bool
    country: str
    domain: str

    @classmethod
    def read(cls, value: str) -> Told:
        """Read a value that `write` wrote."""
        kind, state, today, stays, country, domain = value.split("|", 5)
        return cls(kind, state, today == "1", stays == "1", country, domain)

    def write(self) -> str:
        """Return the value of a fact."""
        today, stays = int(self.today), int(self.stays)
        return f"{self.kind}|{self.state}|{today}|{stays}|{self.country}|{self.domain}"


def told_titles(doc: Doc) -> Iterator[Fact]:
    """Give the title of each person named in full, once a person and title."""
    week = doc.meta.week
    if not week or not doc.people:
        return
    told = [one for one in map(partial(_told, doc), _by_surname_and_title(doc).values()) if one]
    titles = defaultdict(list)
    for name, _, title in told:
        titles[name].append(title.kind)
    for name, mention, title in told:
        if not any(are_apart(title.kind, other) for other in titles[name]):
            yield Fact(name, mention.span, title.write(), week)


def _told(doc: Doc, mentions: list[Mention]) -> tuple[str, Mention, Told] | None:
    """Return the full name, a mention and what it tells of mentions with one surname and title."""
    name = _full_name(mentions)
    states = {mention.state for mention in mentions}
    if not name or len(states) > 1 or any(mention.outgoing for mention in mentions):
        return None
    (state,) = states
    if state != "current" and state not in CLASHES:
        return None
    changes = _changes(doc, mentions)
    meant = [one for one in islice(mentions, _ENOUGH) if _is_meant(doc, one)]
    if not (meant or changes):
        return None
    today = next((one for one in meant if _is_of_today(doc, one)), None)
    mention = today or (meant or mentions)[0]
    country, domain, kind = country_of(mention), mention.domain, mention.title_kind
    state = state if meant else CHANGE
    return name, mention, Told(kind, state, today is not None, not changes, country, domain)


def _by_surname_and_title(doc: Doc) -> dict[tuple[str, str], list[Mention]]:
    found: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in doc.people:
        found[plain_name(mention.surname), mention.title_kind].append(mention)
    return found


def _full_name(mentions: list[Mention]) -> str:
    """Return the full name that a surname stands for, where the article names one such person."""
    names = {mention.name for mention in mentions if len(name_parts(mention.name)) > 1}
    if not names:
        return ""
    keys = {" ".join(map(plain_name, name_parts(name))) for name in names}
    return keys.pop() if len(keys) == 1 and not any(map(_JUNIOR.search, names)) else ""


def _is_meant(doc: Doc, mention: Mention) -> bool:
    """Tell whether the article itself gives the title, for the days in which it appears."""
    here = surroundings(doc, mention)
    if here is None or not in_own_voice(doc, mention) or is_possessive(mention.domain):
        return False
    if mention.state == "current":
        held = mention.title_kind not in OFFICES or is_held(doc, mention)
        return held and not (looks_back(doc, here, mention) or looks_ahead(doc, mention))
    if not can_clash(mention) or tells_of_before(doc, here, mention):
        return False
    if mention.state == "former":
        return not (is_of_a_life(doc, here, mention) or is_hired(here, mention))
    return mention.state == "acting" or not is_before_office(doc, here, mention, first=False)


def _is_of_today(doc: Doc, mention: Mention) -> bool:
    """Tell whether something says that a plain title is meant for today."""
    if mention.state != "current":
        return False
    if not is_anothers(doc, mention) and (
        speaks_or_acts(doc, mention) or is_of_today(doc, mention)
    ):
        return True
    return in_office_since(doc, mention) is not None


def _changes(doc: Doc, mentions: list[Mention]) -> bool:
    """Tell whether an article may speak of a change of a person's office.

    Whom dated facts have in office on the day may sack others.
    """
    return any(
        _CHANGES.search(doc.text, max(0, one.span.start - _NEAR), one.span.end + _NEAR)
        for one in mentions
    ) and not any(in_office_since(doc, one) for one in mentions)
