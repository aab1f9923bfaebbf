"""When a title is held: what says that two titles of one person are of different times."""

import re
from collections.abc import Iterator

from newslint import Doc, Mention, Span, paragraph_at, sentence_at

_REACH = 600
"""So many characters around a mention are its surroundings; longer sentences are cut there."""
_INSTALLED = re.compile(
    r"\b(?:(?:sworn|swearing)[ -]in|inaugurated|hand(?:s|ed|ing)? over|assum(?:e[sd]?|ing) office"
    r"|(?:takes?|took|taking|taken) (?:the oath|the chair|office|over))\b",
    re.IGNORECASE,
)
_INSTALLED_NEAR = 200
"""How near the change of office of anybody counts, in characters; the person's own: `_REACH`."""
_BACK_IN_OFFICE = re.compile(
    r"\b(?:becom(?:es?|ing)|bec(?:a|o)me|return(?:s|ed|ing)? (?:as|to (?:office|power))|re-?elected"
    r"|reinstated|reappointed|back (?:as|in (?:office|power)))\b"
)
_TRANSITION = re.compile(
    r"\b(?:inauguration|transition|election (?:day|night)|flash(?:ed)? (?:back|forward))\b",
    re.IGNORECASE,
)
_RETROSPECT = re.compile(
    r"\b(?:ago|at the time|back then|back when|decades|election night|era|presidency|tenure"
    r"|fir(?:ed|ing)|oust(?:s|ed|ing)?|predecessors?|quits?|replac(?:e|es|ed|ing)"
    r"|resign(?:s|ed|ing|ation)?|sack(?:s|ed|ing)|step(?:s|ped|ping)? (?:down|aside)"
    r"|succeed(?:s|ed|ing)?|successors?|dismiss(?:ed|al|es)|toppled|overthr(?:ew|own)"
    r"|no[- ]confidence|vote of confidence|confidence vote|voted out|unseated|impeached)\b"
    r"|['’]\d0s",
    re.IGNORECASE,
)
_REIGN = re.compile(
    r"['’]s? (?:\w+ )?(?:administration|cabinet|era|government|presidency|rule|tenure|term|years)\b"
    r"|-era\b"
)
_PROSPECT = re.compile(r"['’]?s? (?:could|might)\b")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_NOW = re.compile(
    rf"\b(?:{_WEEKDAY}|today|tonight|this week|now|currently|is|has|says|will|may|plans)\b"
)
_ACTS = r"announced|called|denied|met|opened|said|signed|told \w+|urged|visited|warned"
_DOES_NOW = re.compile(rf" (?:(?:is|says|will|plans)\b|(?:{_ACTS})(?: \w+)?(?: on)? {_WEEKDAY}\b)")
"""What says right after a name that its bearer acts today, whatever else the sentence tells."""


def surroundings(doc: Doc, mention: Mention) -> Span | None:
    """Return the sentence of a mention, or what of a very long one is near it."""
    sentence = sentence_at(doc, mention.span.start)
    if sentence is None:
        return None
    start = max(sentence.start, mention.span.start - _REACH)
    return doc.span(start, min(sentence.end, mention.span.end + _REACH))


def looks_back(doc: Doc, sentence: Span, mention: Mention) -> bool:
    """Tell whether a sentence speaks of a time before today."""
    if _REIGN.match(doc.text, mention.span.end):
        return True
    if _DOES_NOW.match(doc.text, mention.span.end):
        return False
    if _RETROSPECT.search(sentence.text):
        return True
    years = (int(match.group()) for match in _YEAR.finditer(sentence.text))
    return any(doc.date is None or year < doc.date.year for year in years)


def is_of_today(doc: Doc, mention: Mention) -> bool:
    """Tell whether something in its sentence says that a title is meant for today."""
    here = surroundings(doc, mention)
    return here is not None and bool(_NOW.search(here.text)) and not looks_back(doc, here, mention)


def looks_ahead(doc: Doc, mention: Mention) -> bool:
    """Tell `President Ruiz could sign it` from what is so: the office that somebody will have."""
    return _PROSPECT.match(doc.text, mention.span.end) is not None


def takes_office(doc: Doc, *mentions: Mention) -> bool:
    """Tell whether somebody is installed next to the mentions, or their person near them."""
    for mention in mentions:
        for change in _around(doc, mention, _INSTALLED):
            if min(abs(change.start - one.span.start) for one in mentions) <= _INSTALLED_NEAR:
                return True
            sentence = sentence_at(doc, change.start)
            if sentence and mention.surname in sentence.text:
                return True
    return False


def is_back_in_office(doc: Doc, *mentions: Mention) -> bool:
    """Tell whether a sentence next to the mentions says that their person has the office again."""
    for mention in mentions:
        for change in _around(doc, mention, _BACK_IN_OFFICE):
            sentence = sentence_at(doc, change.start)
            if (
                sentence
                and mention.surname in sentence.text
                and mention.title_kind in sentence.text.lower()
            ):
                return True
    return False


def _around(doc: Doc, mention: Mention, pattern: re.Pattern[str]) -> Iterator[Span]:
    start = max(0, mention.span.start - _REACH)
    for match in pattern.finditer(doc.text, start, mention.span.end + _REACH):
        yield doc.group(match)


def in_transition(doc: Doc, mention: Mention) -> bool:
    """Tell whether the paragraph of a mention is of the time between election and office."""
    paragraph = paragraph_at(doc, mention.span.start)
    return any(paragraph and paragraph.contains(one) for one in _around(doc, mention, _TRANSITION))
