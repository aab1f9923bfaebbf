"""Changes of office: who takes it, has it again or leaves it in the story itself."""

import re
from collections.abc import Iterable, Iterator

from newslint import Doc, Mention, Span, regexp, sentence_at

_INSTALLED = regexp(
    r"\b(?:(?:sworn|swearing)[ -]in|inaugurated|assum(?:e[sd]?|ing) office"
    r"|(?<!since )(?<!since he )(?<!since she )(?<!the day he )(?<!the day she )"
    r"(?:takes?|took|taking|taken) (?:the oath|the chair|office"
    r"|over(?=[.,;]| (?:as|from|in|on|next|the (?:helm|job|post|presidency|reins|role)))))\b",
    re.IGNORECASE,
)
_NEAR = 200
"""How near a mention a change of office is its own, in characters."""
_AGAIN = regexp(
    r"\b(?:becomes?|(?<!from )becoming|bec(?:a|o)me|return(?:s|ed|ing)? as|back as"
    r"|re-?elected(?: as)?"
    r"|reinstated(?: as)?|reappointed(?: as)?) (?:[a-z]+ ){0,3}(?P<title>[a-z]+)\b(?! [A-Z])"
    r"|\b(?:return(?:s|ed|ing)? to|back in) (?:office|power)\b"
)
_PRONOUN = regexp(r"\b(?:he|she|they|who)\b", re.IGNORECASE)
_TRANSITION = regexp(
    r"\b(?:inauguration|transition|election (?:day|night)|flash(?:ed)? (?:back|forward))\b",
    re.IGNORECASE,
)
_AFTER_ELECTION = regexp(
    r"\b(?:after|following|since) (?:the|his|her|their|winning) (?:\w+ )?"
    r"(?:election|victory|vote|win)\b"
    r"|\b(?:election (?:victory|win|upset)|surprise (?:victory|win))\b",
    re.IGNORECASE,
)
_SENTENCES = 600
"""So far around a mention a sentence may say that its person is back in office, in characters."""
_LEAVES = regexp(
    r"(?:['’]s)?,? (?:\w+ ){0,4}(?:step(?:s|ped|ping)? (?:aside|down)|resign\w*|quits?"
    r"|(?:leav(?:es?|ing)|left) (?:office|power|the post)|(?:final|last) (?:day|hours|weeks)"
    r"|deposed|ousted|toppled)\b"
)
"""After a name: its bearer is leaving."""
_LEAVES_REACH = 70
_LAST_DAYS = regexp(
    r"\bhand(?:ing)? ?over\b|\b(?:his|her|the) (?:final|last) (?:act|days?|hours|minutes|weeks)\b"
)
_CONFIRMED = regexp(r"\b(?:was|were|been|is) (?:\w+ )?(?:confirmed|made permanent)\b")


def takes_office(doc: Doc, *mentions: Mention, anybody: bool = False) -> bool:
    """Tell whether the person of the mentions, or ``anybody``, is installed next to one of them."""
    for mention in mentions:
        for change in _around(doc, mention, _INSTALLED, _NEAR):
            sentence = sentence_at(doc, change.start)
            named = sentence and (
                mention.surname in sentence.text or _PRONOUN.search(sentence.text)
            )
            if anybody or named:
                return True
    return False


def is_back_in_office(doc: Doc, *mentions: Mention) -> bool:
    """Tell whether a sentence next to the mentions says that their person has the office again."""
    for mention in mentions:
        for change in _around(doc, mention, _AGAIN, _SENTENCES):
            sentence = sentence_at(doc, change.start)
            office = change.text.endswith(("power", "office", mention.title_kind))
            if sentence and office and mention.surname in sentence.text:
                return True
    return False


def _around(doc: Doc, mention: Mention, pattern: re.Pattern[str], reach: int) -> Iterator[Span]:
    start = max(0, mention.span.start - reach)
    for match in pattern.finditer(doc.text, start, mention.span.end + reach):
        yield doc.group(match)


def leaves_office(doc: Doc, mentions: Iterable[Mention]) -> bool:
    """Tell whether one of the mentions of a person is about their leaving office."""
    for one in mentions:
        if _LEAVES.match(doc.text, one.span.end, one.span.end + _LEAVES_REACH):
            return True
        sentence = sentence_at(doc, one.span.start) or one.span
        start = max(sentence.start, one.span.start - _NEAR)
        if _LAST_DAYS.search(doc.text, start, min(sentence.end, one.span.end + _NEAR)):
            return True
    return False


def is_confirmed(sentence: Span) -> bool:
    """Tell whether a sentence makes somebody who is acting the one in office."""
    return _CONFIRMED.search(sentence.text) is not None


def is_followed(doc: Doc, *mentions: Mention) -> bool:
    """Tell whether somebody else with the same title takes office next to one of the mentions."""
    title, surname = mentions[0].title_kind, mentions[0].surname
    follows = any(one.title_kind == title and one.surname != surname for one in doc.people)
    return follows and any(True for one in mentions for _ in _around(doc, one, _INSTALLED, _NEAR))


def in_transition(doc: Doc, sentence: Span, mention: Mention, *, near: bool) -> bool:
    """Tell whether a sentence is of the time between election and office, or those ``near`` it."""
    start = max(0, mention.span.start - _NEAR)
    reach = doc.text[start : mention.span.end + _NEAR] if near else ""
    said = _TRANSITION.search(sentence.text) or _AFTER_ELECTION.search(sentence.text)
    return bool(said or _AFTER_ELECTION.search(reach))
