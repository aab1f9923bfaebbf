"""Datelines: the place, date and agency at the start of a story."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from newslint.patterns import regexp
from newslint.spans import Span
from newslint.text.dates.calendar_words import WEEKDAYS
from newslint.text.phrases import word_list
from newslint.timestamps import MONTHS

LONGEST = 110
"""Code points within which a dateline must end: the longest wire datelines (two towns, a state, a
date and an agency) stay under 100."""

LONGEST_SHORT_FORM = 6
"""Code points of the short form of a state with its full stop: ``Calif.``"""


def _written(names: Iterable[str]) -> str:
    """Return a pattern for names as datelines write them: ``Nov.``, ``NOVEMBER``."""
    forms = {form for name in names for form in (name.capitalize(), name.upper())}
    return rf"(?:{'|'.join(sorted(forms, key=lambda form: (-len(form), form)))})\.?"


_MONTH, _WEEKDAY = _written(MONTHS), _written(WEEKDAYS)
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:{_WEEKDAY},? )?"
    rf"(?:{_MONTH} {_NUMBER}(?!\d)|{_NUMBER} {_MONTH})(?:,? \d{{4}})?"
)
_CAPS_WORD = r"[A-ZÀ-ÖØ-Þ](?:[A-ZÀ-ÖØ-Þ'’]|\.(?=[A-Z ,(/]))*(?:-[A-ZÀ-ÖØ-Þ'’]+)*"
_CAPS_PLACE = rf"{_CAPS_WORD}(?:(?: | ?/ ?| and | de | del | la | al-| of ){_CAPS_WORD}){{0,5}}"
_WORD = r"[A-ZÀ-ÖØ-Þ][\w.'’-]*"
_MIXED_PLACE = rf"{_WORD}(?: (?:{_WORD}|de|del|la|of|and|upon|on)){{0,4}}"
_REGION = rf"(?:, {_MIXED_PLACE}){{0,2}}?"
_AGENCY = r"(?:\([A-Z][^()\n]{0,40}\)|/[A-Z][^/\n]{1,30}/)"
_END = r"(?:\.?\s{0,2}(?:—|–|--)\s{0,2}|\.? {1,2}-{1,3} ?(?=[^\s-])|\s?[:.]\s)"

_DATELINE = regexp(
    rf"(?:(?P<caps>{_CAPS_PLACE})|(?P<mixed>{_MIXED_PLACE}))(?P<region>{_REGION})"
    rf"(?:(?:,? |(?P<dash> ?(?:—|–|-{{1,2}}) ?))(?P<date>{_DATE}))?\.?"
    rf"(?:,? ?(?:--)?(?P<agency>{_AGENCY})(?:(?:,? |\s?(?:—|–|-{{1,2}})\s?)(?P<filed>{_DATE}))?)?"
    rf"(?P<end>{_END}|(?<=\)) (?=[A-Z]))"
)
_AGENCY_ALONE = regexp(r"(?P<agency>\([A-Z][A-Za-z. ]{1,30}\))\s{0,2}(?P<end>—|–|--|-)\s")
_MARK = regexp(r"[—–/:)]|[ -]-|\. ")
_DIGIT = regexp(r"\d")
_WHEN = regexp(
    rf"(?:on|in|at|by|from|since|until|before|after|during)(?: (?:{_WEEKDAY}|{_MONTH}))?",
    re.IGNORECASE,
)
"""What says when and names no place: ``On Tuesday, June 15, 1971 - the ferry sank``."""
_SHOUTED_WORD = regexp(r"[A-Z]{2,}\b")


class Dateline(Span):
    """A dateline and its parts; each part is a place in the text or ``None``."""

    __slots__ = ("agency", "date", "place")

    def __init__(
        self, whole: Span, place: Span | None, date: Span | None, agency: Span | None
    ) -> None:
        super().__init__(whole.source, whole.start, whole.end, whole.text)
        self.place = place
        self.date = date
        self.agency = agency


def may_open_dateline(text: str) -> bool:
    """Tell quickly whether a paragraph is worth a look: most are not."""
    first = text[:1]
    if not (first.isupper() or first == "("):
        return False
    head = text[:LONGEST]
    if not _MARK.search(head):
        return False
    return not text[1:2].islower() or bool(_DIGIT.search(head))


def dateline_at_start(paragraph: Span) -> Dateline | None:
    """Return the dateline that a paragraph opens with.

    A town in capitals needs a dash, an agency or a date behind it; a town in mixed case needs a
    date. A colon or a full stop ends a dateline only after a date or an agency, for ``NAME:`` is a
    speaker. After the dateline a story must follow: ``ATTENTION - ADDS`` is none.
    """
    text = paragraph.text[: LONGEST + 60]
    placed = text[:1] != "("
    found = (_DATELINE if placed else _AGENCY_ALONE).match(text)
    if found is None or found.end() > LONGEST:
        return None
    if not (_proved(found) if placed else _may_be_agency(found["agency"])):
        return None
    rest = paragraph.text[found.end() :].lstrip()
    sure = placed and (_day(found) or found["agency"])
    if len(rest) < (5 if sure else 25) or _is_shouted(rest):
        return None
    whole = paragraph.slice(0, len(found.group().rstrip()))
    agency = _part(paragraph, found, "agency")
    if not placed:
        return Dateline(whole, None, None, agency)
    day = _part(paragraph, found, "date") or _part(paragraph, found, "filed")
    return Dateline(whole, _place(paragraph, found), day, agency)


def _part(paragraph: Span, found: re.Match[str], name: str) -> Span | None:
    start, end = found.span(name)
    return paragraph.slice(start, end) if end > start else None


def _day(found: re.Match[str]) -> str | None:
    return found["date"] or found["filed"]


def _may_be_agency(agency: str) -> bool:
    return agency.strip("()").lower() not in _not_places()


def _proved(found: re.Match[str]) -> bool:
    place, mixed, dash, agency, end = found.group("caps", "mixed", "dash", "agency", "end")
    dated, end = _day(found), end.strip()
    if _WHEN.fullmatch(place or mixed):
        return False
    if dash and mixed and not (dated or "")[-4:].isdigit():
        return False  # "Lisbon – 12 March 2024 – The port", but no "Lisbon - March 12 - The port"
    if not end:  # "New Delhi, Nov. 20 (PTI) The port"
        return bool(dated and agency)
    if mixed:
        return bool(dated) and (end not in {":", "."} or bool(agency))
    if len(place) < 3 or place.partition(" ")[0].strip("'’.").lower() in _not_places():
        return False
    return end not in {":", "."} or bool(agency) or (bool(dated) and end == ":")


def _place(paragraph: Span, found: re.Match[str]) -> Span:
    start = found.start("caps") if found["caps"] else found.start("mixed")
    place = paragraph.slice(start, found.end("region")).strip(" ,")
    last = place.text.split()[-1]
    is_short_form = len(last) <= LONGEST_SHORT_FORM or "." in last[:-1]
    return place if is_short_form else place.strip(".")


def _is_shouted(rest: str) -> bool:
    if rest[0].isalpha() and not rest[1].isupper():
        return False  # as nearly always
    words = [word.strip("<>()\"'") for word in rest.split(None, 4)[:4]]
    return len(words) > 1 and all(map(_SHOUTED_WORD.match, words))


@cache
def _not_places() -> frozenset[str]:
    return frozenset(word_list("newslint.text", "data/not_places.txt"))
