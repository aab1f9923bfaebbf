"""TTL001 title-conflict."""

import re
from collections import defaultdict

from newslint import (
    Doc, Findings, Mention, full_names, name_parts, paragraph_at, phrases, rule, same_person, sentence_at,
    surname_of, Span,
)

_CLASHES = {
    "elect": ("current", "former", "acting"),
    "nominee": ("current",),
    "former": ("current",),
    "acting": ("current",),
}
"""States of a title, and the others that one person cannot have beside them."""

_NEAR = phrases(
    "acting", "caretaker", "deposed", "designate", "elect", "ex", "former", "interim", "nominee",
    "one-time", "onetime", "ousted", "provisional",
)  # fmt: skip

_KEPT_FOR_LIFE = frozenset(
    "admiral ambassador archbishop bishop brigadier captain cardinal coach colonel commander count"
    " doctor duke general imam judge justice king lieutenant major marshal pastor prince professor"
    " queen rabbi reverend sergeant sheriff".split()
) | {"brigadier general", "lieutenant colonel", "lieutenant general", "major general"}
"""Titles that stay with a person who has left the office, by courtesy or rank."""

_BY_COURTESY = frozenset({"governor", "representative", "secretary of state", "senator", "speaker"})
"""Titles that many papers let those keep who have left the office: no more than a warning."""

_INSTITUTION = re.compile(
    r"\b(?:Association|Bank|Club|College|Committee|Company|Council|Federation|Foundation|Institute"
    r"|Review|School|Society|Union|University)\b"
)
_CAPTION = re.compile(
    r"\b(?:hide caption|image caption|media caption|toggle caption|photos:|\(photo|file photo|pictured)"
    r"|^photo",
    re.IGNORECASE,
)
_INSTALLED = re.compile(
    r"\b(?:sworn|swearing)[ -]in\b|\binaugurated\b"
    r"|\b(?:took|takes|taking|taken) (?:the oath|office)\b",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:fired|impeach|oust|predecessor|quit|replac|resign|sack|step(?:s|ped|ping)? (?:down|aside)"
    r"|succe(?:ed|ss)|dismiss|toppl|overthr)",
    re.IGNORECASE,
)
_TRANSITION = re.compile(r"\b(?:inauguration|transition|election (?:day|night)|flash(?:ed)? (?:back|forward))\b", re.IGNORECASE)
_PAST_BEFORE = re.compile(
    r"\b(?:under|by|of|from|since|for|to|with|replace[ds]?|against|time|when|as|than|like|where|after) (?:the )?(?:\w+ )?$"
)
_RETROSPECT = re.compile(
    r"\b(?:ago|at the time|back then|back when|century|decades?|during|era|history|last (?:year|december|november)"
    r"|presidency|previous(?:ly)?|served|tenure|years)\b|['’]\d0s",
    re.IGNORECASE,
)
_REIGN = re.compile(r"['’]s? (?:\w+ )?(?:administration|cabinet|era|government|presidency|rule|tenure|term|time|years)\b|-era\b")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


@rule("TTL001", severity="error", languages=("en",), near=_NEAR)
def title_conflict(doc: Doc) -> Findings:
    """One person carries titles in one article that cannot both hold."""
    marked = [one for one in doc.people if one.state in _CLASHES and _speaks(doc, one)]
    if not marked:
        return
    done = set()
    for one in marked:
        key = one.surname, one.title, one.state
        if key in done or (one.state == "former" and one.title in _KEPT_FOR_LIFE):
            continue
        others = [
            other
            for other in doc.people
            if other.state in _CLASHES[one.state] and _same_office(one, other)
            and _one_person(doc, one, other) and _speaks(doc, other)
        ]
        clash = next((o for o in others if _clear(doc, one, o)), None)
        if clash is None:
            continue
        done.add(key)
        first = all(one.span.start < o.span.start for o in others)
        yield one.span.flag(f"{one.span.text!r} is {clash.span.text!r} elsewhere", severity="error" if first and not (one.state=="former" and one.title in _BY_COURTESY) else "warning",
          related=[clash.span])


def _same_office(one: Mention, other: Mention) -> bool:
    if one.title != other.title:
        return False
    if one.nationality and other.nationality and one.nationality != other.nationality:
        return False
    if other.outgoing or other.domain.endswith(("'s", "’s")):
        return False
    if _INSTITUTION.search(one.domain) or _INSTITUTION.search(other.domain):
        return one.domain==other.domain
    return not (one.domain and other.domain) or one.domain == other.domain


def _one_person(doc, one, other):
    if not same_person(one.name, other.name):
        return False
    if min(len(name_parts(one.name)), len(name_parts(other.name))) > 1: return True
    names = {name.text for name in doc.get(full_names) if surname_of(name.text) == one.surname}
    names |= {m.name for m in doc.people if m.surname==one.surname}
    names = sorted(names)
    return all(same_person(a, b) for a in names for b in names)


def _speaks(doc, m):
    if m.quoted: return False
    p = paragraph_at(doc, m.span.start)
    return p is not None and not _CAPTION.search(p.text)


def _clear(doc, one, other):
    before, after = (sentence_at(doc, m.span.start) for m in (one, other))
    if before is None or after is None: return False
    if one.state == "former":
        return not _past(doc, after, other)
    for m in _INSTALLED.finditer(doc.text):
        s = sentence_at(doc, m.start())
        if s and one.surname in s.text: return False
    p=paragraph_at(doc, one.span.start)
    if one.state in ('elect','nominee'):
        if _TRANSITION.search(p.text): return False
        for m in doc.people:
            if m.title==one.title and m.state=='current' and before.start<=m.span.start<before.end and m.surname!=one.surname: return False
    if other.span.start < one.span.start: return not _past(doc, before, one)
    return True


def _past(doc, s, m):
    if _RETROSPECT.search(s.text) or _CHANGE.search(s.text): return True
    if _PAST_BEFORE.search(s.text[:m.span.start-s.start]) and m.state=='current' and False: return True
    if _REIGN.match(s.text, m.span.end-s.start): return True
    d = doc.date
    return any(d is None or int(m.group()) < d.year for m in _YEAR.finditer(s.text))
