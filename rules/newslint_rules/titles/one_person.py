"""Which mentions are one person's, where some give the surname only."""

import re
from collections import defaultdict
from itertools import combinations

from newslint import (
    Doc,
    Mention,
    Span,
    full_names,
    name_parts,
    plain_name,
    regexp,
    same_person,
    surname_of,
)

_ENOUGH = 10
"""So many full names of one title and surname are compared with each other."""
_RELATIVE = (
    r"(?:grand)?(?:father|mother|son|daughter)|brother|sister|husband|wife|widow|uncle|aunt|nephew"
    r"|niece|cousin"
)
_KIN_BEFORE = regexp(
    rf"\b(?:his|her|their|whose|[’']s) (?:late |elder |older |younger )?(?:{_RELATIVE}),? "
    rf"(?:the )?$"
    rf"|\b(?:{_RELATIVE}|heirs?) (?:of|to) (?:the )?$|\bthe elder $",
    re.IGNORECASE,
)
_KIN_AFTER = regexp(
    rf",? (?:(?:his|her|their|whose|[\w’']+s) (?:late )?(?:{_RELATIVE})\b"
    rf"|(?:the )?(?:late )?(?:{_RELATIVE}) (?:of|to)\b)"
)
_KIN_NEAR = 40
"""How near a full name a word of kinship begins, in characters."""


_COUNTRIES = {"us": "american", "usa": "american", "uk": "british"}


def country_of(mention: Mention) -> str:
    """Return the nationality before a title, in one form: `US`, `U.S.` and `American` are one."""
    name = mention.nationality.lower().replace(".", "")
    return _COUNTRIES.get(name, name)


def is_of_another_country(one: Mention, other: Mention) -> bool:
    """Tell whether two titles are of two countries."""
    return len({country_of(one), country_of(other)} - {""}) > 1


def one_person(doc: Doc, one: Mention, other: Mention, *, sure: bool = False) -> bool:
    """Tell whether two mentions are one person's; a surname is its first bearer's.

    A title with a surname is the one bearer's who is named with that title in full, with one
    exception: `President Ruiz`, who needs no first name, and `his father, former President Karl
    Ruiz`, who does. That one is not looked at where it is ``sure`` who is in office.
    """
    alike = plain_name(one.surname) == plain_name(other.surname)
    if not alike and len(name_parts(one.name)) == len(name_parts(other.name)):
        return False
    if not same_person(one.name, other.name):
        return False
    full = [one for one in (one, other) if len(name_parts(one.name)) > 1]
    if len(full) == 2:
        kin = one.name != other.name and (_is_kin(doc, one) or _is_kin(doc, other))
        return not kin and _is_junior(one.name) == _is_junior(other.name)
    bearers = doc.get(_bearers).get((one.title_kind, one.surname), [])
    if not all(same_person(a, b) for a, b in combinations(bearers[:_ENOUGH], 2)):
        return False
    if not full or full[0].state != "former" or sure:
        return True
    short = other if full[0] is one else one
    return not _is_another(doc, full[0], short)


def _is_another(doc: Doc, former: Mention, short: Mention) -> bool:
    """Tell whether the one who was in office is not the one of that surname who is."""
    known = doc.get(_first_bearers).get(former.surname)
    if known is None:
        return _is_kin(doc, former)
    if not same_person(known.text, former.name) and known.text not in doc.get(_titled):
        return True
    # the one in office may come without a first name, and be nowhere called by it
    return short.span.start < known.start or _is_kin(doc, former)


def _is_kin(doc: Doc, mention: Mention) -> bool:
    """Tell `his father, former President Karl Ruiz`, a relative of the one who is president."""
    place = mention.span
    return bool(
        _KIN_BEFORE.search(doc.text, max(0, place.start - _KIN_NEAR), place.start)
        or _KIN_AFTER.match(doc.text, place.end)
    )


def _is_junior(name: str) -> bool:
    return name.rstrip(".").endswith(" Jr")


def _bearers(doc: Doc) -> dict[tuple[str, str], list[str]]:
    """The full names that stand with a title, by title and surname."""
    found: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for mention in doc.people:
        if len(name_parts(mention.name)) > 1:
            found[mention.title_kind, mention.surname][mention.name] = None
    return {key: list(names) for key, names in found.items()}


def _first_bearers(doc: Doc) -> dict[str, Span]:
    """The first full name with each surname."""
    found: dict[str, Span] = {}
    for name in doc.get(full_names):
        found.setdefault(surname_of(name.text), name)
    return found


def _titled(doc: Doc) -> frozenset[str]:
    """The full names that stand with a title somewhere, so that another title is another's."""
    return frozenset(mention.name for mention in doc.people)
