"""Changes told with their percentage: `rose 25 percent to 75 from 60`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint import Number, Span, Struct, read_number, regexp
from newslint_rules.numbers.amounts import alike, amount

_REACH = 150  # code points on either side of "percent" in which the other two numbers stand

_CURRENCY = (
    r"(?:(?:US|A|C|HK|NT|NZ|R|S)?[$£€¥₹₦][ ]?"
    r"|(?:CHF|EUR|GBP|INR|KSh|Ksh|PKR|R|RM|Rs\.?|SFr|Sh|TSh|Tk|USD|USh)[ ]?)"
)
_AMOUNT = (
    rf"(?<![\w.,$£€¥₹₦/-]){_CURRENCY}?"
    r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
    r"(?:[ -]?(?:thousand|million|mln|billion|bln|bn|trillion|trln|m)\b)?"
    r"(?![-/]\d|[.,]?\d|\w|[ ]?%)"
)
_LITTLE = r"to|from|in|at|on|or|and|an?|the|last|by|for|up|down|of|with|while|when|after|as"
_UNIT = rf"(?:[ ](?!(?:{_LITTLE})\b)[A-Za-z]+){{0,3}}"  # as long as may be: it is compared
_WORDS = f"{_UNIT}?"
_ASIDE = r"(?:,?[ ]or[ ][^,;\n]{1,40},|[ ]an?[ ](?:share|barrel|ton|tonne|day|month))?"
_ABOUT = (
    r"(?:(?:about|around|roughly|nearly|almost|some|over|more[ ]than|just|only|a[ ]record"
    r"|a[ ]total[ ]of|a[ ]revised)[ ])?"
)
_LATER = r"(?:[ ](?:in|for|during|at)(?:[ ][A-Za-z0-9]+){1,4}?|[ ](?:last|this)[ ][a-z]+)?"
_NEW = rf"{_ABOUT}(?P<new>{_AMOUNT})(?P<new_unit>{_UNIT}){_ASIDE}{_LATER}"
_OLD = rf"{_ABOUT}(?P<old>{_AMOUNT})(?P<old_unit>(?:[ ](?!(?:{_LITTLE})\b)[a-z]+)?)"
_OLD_TO_NEW = rf"from[ ]{_OLD}{_WORDS}{_ASIDE}{_LATER},?[ ]to[ ]{_NEW}"
_A_YEAR_AGO = r"[ ](?:an?[ ]year[ ](?:ago|earlier|before)|last[ ]year|the[ ]year[ ]before)"
_COMPARED = rf"to[ ]{_NEW},?[ ](?:compared[ ](?:with|to)|against)[ ]{_OLD}{_A_YEAR_AGO}"
_NEW_FROM_OLD = rf"to[ ]{_NEW},?[ ]from[ ]{_OLD}"
_UP_FROM_OLD = rf"{_NEW},?[ ](?:up|down)[ ]from[ ]{_OLD}"
_NOUN = (
    r"(?:rise|fall|increase|decrease|decline|drop|gain|jump|growth|loss|reduction|slide|slump|dip"
    r"|surge|plunge|cut|hike|climb|leap|tumble|hit)"
)
_OTHER_NOUN = (
    r"(?:average|annual|yearly|monthly|weekly|daily|hourly|further|another|second|third|fourth|next"
    r"|combined|total|overall|net|real|adjusted|in|on|at|to|from|and|or|but|of|for|with|after|than)"
)
"""What makes a fall another than that of the two numbers, or ends its noun phrase."""
_SUCH_A = (
    rf"(?:an?|its|their|the|his|her|our)[ ](?:(?!{_OTHER_NOUN}\b)[A-Za-z][\w'’-]*[ ]){{0,4}}?"
    rf"{_NOUN}"
)
"""`a rise`, `its steepest one-day drop`."""
_SET_OFF = r"(?:,|[ ](?:in|since|for)(?:[ ][\w-]+){1,3},)?"
"""Between such a noun and its `of`: `its steepest drop in a decade, of 21%`."""
_CHANGE = rf"(?:{_SUCH_A}{_SET_OFF}[ ]of|{_NOUN}[ ]of|up|down|off|representing|an?)"
_BREAK = r"(?:,[ ]|[ ]\(|[ ](?:--?|[—–])[ ]|[ ])"
_CLAUSE = (
    r"(?![ ](?:of|who|that|which)\b)"  # a share: 20 percent of them
    r"(?:[ ](?!(?:to|from|and|or|but|while|with|than|rose|fell|was|were|is|are|had|has|saw)\b)"
    r"[A-Za-z][A-Za-z'’-]*){0,7}"
)

_PERCENT = regexp(
    r"(?P<hedge>\b[A-Za-z]+[ ])?(?<![\w.,$£€/-])(?P<percent>\d[\d,]*(?:\.\d+)?)[ -]?\Z"
)
_LONGEST_PERCENT = 48
"""Code points: "approximately 1,250.75 ", with some to spare."""
_AFTER = tuple(
    regexp(rf"{_CLAUSE}(?:,|[ ](?:--?|[—–]))?[ ]{told}")
    for told in (_NEW_FROM_OLD, _OLD_TO_NEW, _COMPARED)
)
_TOLD_BEFORE = (rf"\b{_OLD_TO_NEW}", rf"\b{_NEW_FROM_OLD}", rf"(?<![\w-]){_UP_FROM_OLD}")
_BEFORE = tuple(
    regexp(rf"{told}{_WORDS}(?:{_A_YEAR_AGO}|{_LATER}){_BREAK}(?:or[ ])?{_CHANGE}[ ]{_ABOUT}\Z")
    for told in _TOLD_BEFORE
)
# Without a word for the change, the percentage must end there too: not "(40 percent of it)".
_ALONE_BEFORE = tuple(
    regexp(rf"{told}{_WORDS}{_LATER}(?:[ ]\(|,?[ ]or[ ]){_ABOUT}\Z") for told in _TOLD_BEFORE
)
_OLD_NUMBER = regexp(rf"(?:(?:with|to)[ ])?{_ABOUT}{_CURRENCY}?\d")
_CHANGE_AT_END = regexp(rf"\b(?:of|up|down|off|representing|an?)[ ]{_ABOUT}\Z")
_BREAK_AT_END = regexp(rf"(?:[ ]\(|[ ]or[ ]){_ABOUT}\Z")
"""How all that is told before a percentage ends."""
_END = 26  # code points: "representing more than " is the longest of these
_RATE = r"(?<![\w.,$£€¥/-])\d{1,3}(?:\.\d+)?"
_RATE_SIGN = r"(?:%|[ ]?(?:percent|per[ ]cent|pct)\b)"
_NEW_RATE = rf"{_ABOUT}(?P<new>{_RATE}){_RATE_SIGN}"
_OLD_RATE = rf"{_ABOUT}(?P<old>{_RATE}){_RATE_SIGN}"
_RATES_BEFORE = tuple(
    regexp(
        rf"\b{told}{_LATER}(?:,[ ]|[ ]\(|[ ](?:--?|[—–])[ ])(?:or[ ])?"
        rf"(?:(?P<behind>{_SUCH_A}{_SET_OFF}[ ]of)|an?)[ ]{_ABOUT}\Z"
    )
    for told in (
        rf"from[ ]{_OLD_RATE}{_LATER}[ ]to[ ]{_NEW_RATE}",
        rf"to[ ]{_NEW_RATE}{_LATER},?[ ]from[ ]{_OLD_RATE}",
        rf"{_NEW_RATE},?[ ](?:up|down)[ ]from[ ]{_OLD_RATE}",
    )
)
_NOUN_AFTER = regexp(rf"[ ]{_NOUN}(?=[.,;)]|[ ](?:on|compared)\b)")
_NOTHING_AFTER = regexp(r"[.,;)]|[ ](?:on|compared|after)\b|\Z")
_FRACTION_BEFORE = regexp(rf"\b{_NOUN},?[ ]of[ ](?:[a-z]+[ ]|more[ ]than[ ]|at[ ]least[ ])?\Z")
_ALONE_AFTER = regexp(r"[),.;]")
_OTHER_AFTER = regexp(
    rf"[ ](?:from|of|over|since)\b|[ ]{_NOUN}[ ](?:since\b"
    r"|(?:from|on)[ ](?:its|their|the|an?)[ ](?:[\w-]+[ ]){0,2}(?:peak|high|height|record|low)\b)"
)
"""The percentage goes with what follows, or has another base: `a 40 percent drop since 2010`."""
_PERCENT_WORD = regexp(r"percent|per cent|pct|%")
_NEW_BEFORE = regexp(rf"{_NEW}(?:,[ ]|[ ]\(|[ ])(?:up|down|(?P<article>an?))[ ]{_ABOUT}\Z")
_MONTH = regexp(r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?[ ]\Z")
_OLD_AFTER = regexp(
    r"(?:[ ](?:higher|lower|(?P<noun>rise|increase|jump|gain|surge|climb|fall|drop|decline|decrease"
    rf"|slump|cut)))?[ ]from[ ]{_OLD}"
)
# Before a percentage: words that make it less exact, and words that make it a level, not a change.
_VAGUE = frozenset(
    ("about", "almost", "approximately", "around", "least", "nearly", "over", "roughly", "some",
     "than")
)  # fmt: skip
_LEVEL = frozenset(
    ("and", "at", "between", "bottom", "from", "highest", "lowest", "other", "poorest",
     "remaining", "richest", "to", "top", "upper")
)  # fmt: skip
_SENTENCE_END = regexp(r"[.;][\s\"”]")
_CLAUSE_END = regexp(r"[,;.](?!\d)| (?:--|[—–]) ")


FRACTIONS = {
    "a third": 100 / 3, "one third": 100 / 3, "one-third": 100 / 3, "a quarter": 25.0,
    "one quarter": 25.0, "one-quarter": 25.0, "a fifth": 20.0, "one-fifth": 20.0, "a tenth": 10.0,
    "half": 50.0, "a half": 50.0, "two-thirds": 200 / 3, "two thirds": 200 / 3,
    "three-quarters": 75.0, "three quarters": 75.0,
}  # fmt: skip
"""Parts of the old number that a change may be, in percent."""
_EXACT = 1 / 4  # of a part, between the steps it is given in: a third is 29 to 38 percent
_AT_LEAST = frozenset({"than", "over", "least"})


class Change(Struct):
    """A percentage and the two numbers it goes with.

    Args:
        place: The percentage.
        percent: What it says.
        vague: Whether a word before it (``nearly``) makes it less exact.
        new: The number after the change.
        old: The number before it.
        new_place: Where the new number stands.
        old_place: Where the old one stands.
        clause: The sentence as far as the clause that tells all three.
        rates: Whether the two numbers are percentages themselves, which may move by points.
    """

    place: Span
    percent: Number
    vague: bool
    new: Number
    old: Number
    new_place: Span
    old_place: Span
    clause: str
    rates: bool = False


def change_at(hit: Span) -> Change | None:
    """Return the change told around a word for percent, if both its numbers stand there."""
    if hit.text.lower() in FRACTIONS:
        return _part_at(hit)
    line = hit.window(_REACH, _REACH)
    if not _tells_two(line.text):
        return None
    at = hit.start - line.start
    before, after = line.text[:at], line.text[at + len(hit.text) :]
    said = _PERCENT.search(before, max(at - _LONGEST_PERCENT, 0))
    hedge = (said["hedge"] or "").strip().lower() if said else "to"
    if not said or hedge in _LEVEL:
        return None
    place = line.slice(said.start("percent"), at + len(hit.text))
    lead = before[: said.start("percent")]
    for new, old in _amounts(line, at + len(hit.text), lead, after):
        if (percent := read_number(said["percent"])) and (
            change := _change(line, place, percent, new, old, vague=hedge in _VAGUE)
        ):
            return change
    for new, old in _rates(line, lead, after):
        if percent := read_number(said["percent"]):
            vague = hedge in _VAGUE
            return _change(line, place, percent, new, old, vague=vague, rates=True)
    return None


def _part_at(hit: Span) -> Change | None:
    """Return the change that ends in a part: `from $28 to $21, a loss of a third`."""
    before = hit.window(40, 0)
    lead = before.text[: hit.start - before.start]
    if " of " not in lead or not _FRACTION_BEFORE.search(lead):
        return None
    line = hit.window(_REACH, _REACH)
    at = hit.start - line.start
    after = line.text[at + len(hit.text) :]
    if not _NOTHING_AFTER.match(after):
        return None  # "a rise of a third of a point"
    hedge = lead.split()[-1].lower()
    value = FRACTIONS[hit.text.lower()]
    step = value * _EXACT * (2 if hedge in _AT_LEAST else 1)
    for new, old in _told_before(line, line.text[:at]):
        part = Number(value, step, step)
        return _change(line, hit, part, new, old, vague=hedge in _VAGUE)
    return None


def _tells_two(text: str) -> bool:
    """Tell whether a number stands behind a word that tells it as an old one beside a new one."""
    for word in ("from ", "against ", "compared "):
        at = text.find(word)
        while at >= 0:
            if _OLD_NUMBER.match(text, at + len(word)):
                return True
            at = text.find(word, at + 1)
    return False


def told_after(line: Span, end: int) -> Iterator[tuple[Span, Span]]:
    """Give the places of the new and the old number told behind a place in a line."""
    rest = line.slice(end, len(line.text))
    if not _tells_two(rest.text):
        return
    for pattern in _AFTER:
        if (match := pattern.match(rest.text)) and alike(match, match):
            yield rest.group(match, "new"), rest.group(match, "old")


def _amounts(line: Span, end: int, lead: str, after: str) -> Iterator[tuple[Span, Span]]:
    """Give the places of the new and the old number."""
    rest = line.slice(end, len(line.text))
    yield from told_after(line, end)
    if not _OTHER_AFTER.match(after):
        yield from _told_before(line, lead)
    for pattern in (
        _ALONE_BEFORE if _ALONE_AFTER.match(after) and _ends(lead, _BREAK_AT_END) else ()
    ):
        match = pattern.search(lead)
        if match and alike(match, match) and not _PERCENT_WORD.search(match.group()):
            yield line.group(match, "new"), line.group(match, "old")
    old = _OLD_AFTER.match(after)
    new = _NEW_BEFORE.search(lead) if old else None
    named = old and new and bool(new["article"]) == bool(old["noun"])
    if old and new and named and alike(new, old) and not _MONTH.search(lead, 0, new.start()):
        yield line.group(new, "new"), rest.group(old, "old")


def _told_before(line: Span, lead: str) -> Iterator[tuple[Span, Span]]:
    """Give the places of the new and the old number told before the words for a change."""
    for pattern in _BEFORE if _ends(lead, _CHANGE_AT_END) else ():
        if (match := pattern.search(lead)) and alike(match, match):
            yield line.group(match, "new"), line.group(match, "old")


def _ends(lead: str, with_what: re.Pattern[str]) -> bool:
    """Tell quickly whether two numbers can be told at the end of what stands before a third."""
    found = "from " in lead and with_what.search(lead, max(len(lead) - _END, 0))
    return bool(found) and _tells_two(lead)


def _rates(line: Span, lead: str, after: str) -> Iterator[tuple[Span, Span]]:
    """Give the places of two percentages: `from 12% to 9%, a fall of 25%`."""
    two = _ends(lead, _CHANGE_AT_END) and len(_PERCENT_WORD.findall(lead)) > 1
    for pattern in _RATES_BEFORE if two else ():
        match = pattern.search(lead)
        if match and (_NOTHING_AFTER if match["behind"] else _NOUN_AFTER).match(after):
            yield line.group(match, "new"), line.group(match, "old")


def _clause(line: Span, *places: Span) -> str:
    """Return what a change is told in: from the beginning of its sentence to the next comma."""
    start = min(place.start for place in places) - line.start
    end = max(place.end for place in places) - line.start
    begins = max((match.end() for match in _SENTENCE_END.finditer(line.text, 0, start)), default=0)
    ends = _CLAUSE_END.search(line.text, end)
    return line.text[begins : ends.start() if ends else len(line.text)]


def _change(
    line: Span,
    place: Span,
    percent: Number,
    new: Span,
    old: Span,
    *,
    vague: bool,
    rates: bool = False,
) -> Change | None:
    after, before = amount(new), amount(old)
    if after is None or before is None or before.value <= 0:
        return None
    clause = _clause(line, place, new, old)
    return Change(place, percent, vague, after, before, new, old, clause, rates)
