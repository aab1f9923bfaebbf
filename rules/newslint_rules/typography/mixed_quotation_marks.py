"""TYP001 mixed-quotation-marks."""

from bisect import bisect_right
from collections.abc import Sequence

from newslint import Doc, Findings, Fix, Span, garbled_places, regexp, rule

_CURLY = "‘’“”"
_STRAIGHTS = "'\""
_MEASURE = regexp(r"\d(?:'\d|' ?\d+\"|'(?= tall)|\"(?= ?(?:[x×]|by|tall|wide|long|high)\b))")
_INCHES = regexp(r"\d' ?\d+(?:\.\d+)?\"")
_NO_PROSE = regexp(r"<[A-Za-z/][^<>\n]*>|`[^`\n]*`")
"""Tags and code, where marks are no quotation marks."""
_STRAIGHT = str.maketrans("‘’“”", "''\"\"")
_BEFORE_OPENING = regexp(r"[\s(\[{—–“‘/-]")
_AFTER_CLOSING = regexp(r"[\s)\]},.;:!?…—–”’/-]")


@rule("TYP001", severity="info")
def mixed_quotation_marks(doc: Doc) -> Findings:
    r"""Curly and straight quotation marks or apostrophes in one article.

    A text set by one hand uses one kind; a mixture shows that parts were pasted in, and makes the
    same word two words (`don't`, `don’t`). Reported once, at the first mark of the rarer kind; the
    fix turns the rarer kind into the other. It is safe unless a straight mark must become curly
    and its direction is not certain.

    Frequent in scraped articles and newspaper copy, absent from wire copy. Left alone: feet and
    inches, code, tags on one line, addresses, and marks that are a part of garbled letters, which
    could not be repaired if one of them were made straight. It misses
    nothing but what stands there. It errs where a straight mark was kept on purpose, and on marks
    in tags that run over a line.

    Bad: The mayor>>’<<s plan isn't new, and it isn't cheap.
    Fixed: The mayor's plan isn't new, and it isn't cheap.
    Bad: “It isn’t cheap,” the mayor said. >>"<<It's new.” That’s the plan.
    Fixed: “It isn’t cheap,” the mayor said. “It’s new.” That’s the plan.
    Bad: The mayor>>’<<s plan isn't new, historyâ€” ever â€œtoldâ€\x9d â€“ isn't cheap.
    Fixed: The mayor's plan isn't new, historyâ€” ever â€œtoldâ€\x9d â€“ isn't cheap.
    Good: “It isn’t cheap,” said the mayor, who is 6'2" tall. “That’s it.”
    Good: "It isn't cheap," the mayor said.
    """
    text = doc.text
    if text.isascii() or ("'" not in text and '"' not in text):
        return
    curly = _places(text, _CURLY)
    if not curly:
        return
    skipped = _skipped(doc)
    curly, straight = _meant(text, curly, skipped), _meant(text, _places(text, _STRAIGHTS), skipped)
    if not curly or not straight:
        return
    rarer, other = (straight, curly) if len(straight) < len(curly) else (curly, straight)
    kind, usual = ("straight", "curly") if rarer is straight else ("curly", "straight")
    marks = [doc.span(at, at + 1) for at in rarer]
    yield marks[0].flag(
        f"{kind} {marks[0].text} among {usual} marks: "
        f"{len(rarer)} of {len(rarer) + len(other)} quotation marks and apostrophes are {kind}",
        fix=_all_curly(text, marks) if rarer is straight else _all_straight(marks),
        related=[(mark, f"{usual} here") for mark in _firsts(doc, other)],
    )


def _places(text: str, marks: str) -> list[int]:
    """Return where marks stand, in order."""
    places = []
    for mark in marks:
        at = text.find(mark)
        while at >= 0:
            places.append(at)
            at = text.find(mark, at + 1)
    places.sort()
    return places


def _skipped(doc: Doc) -> list[tuple[int, int]]:
    """Return the places where marks are no quotation marks, in order and apart."""
    skipped = [(damage.span.start, damage.span.end) for damage in doc.get(garbled_places)]
    if "<" in doc.text or "`" in doc.text:
        skipped += [match.span() for match in _NO_PROSE.finditer(doc.text)]
    apart: list[tuple[int, int]] = []
    for start, end in sorted(skipped):
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart


def _meant(text: str, places: list[int], skipped: list[tuple[int, int]]) -> list[int]:
    """Return the places of marks that are neither skipped nor of feet and inches."""
    return [
        at
        for at in places
        if not (text[at - 1 : at].isdigit() and _measures(text, at))
        and not (skipped and _is_in(at, skipped))
    ]


def _is_in(at: int, places: list[tuple[int, int]]) -> bool:
    number = bisect_right(places, at, key=lambda one: one[0]) - 1
    return number >= 0 and at < places[number][1]


def _measures(text: str, offset: int) -> bool:
    """Tell whether a mark after a digit is one of feet or inches."""
    around = text[max(offset - 7, 0) : offset + 8]
    return bool(_MEASURE.match(text, offset - 1)) or any(
        match.start() <= min(offset, 7) < match.end() for match in _INCHES.finditer(around)
    )


def _firsts(doc: Doc, places: Sequence[int]) -> list[Span]:
    """Return the first apostrophe and the first double mark, in order."""
    single = next((at for at in places if doc.text[at] in "'‘’"), None)
    double = next((at for at in places if doc.text[at] in '"“”'), None)
    return [doc.span(at, at + 1) for at in sorted(at for at in (single, double) if at is not None)]


def _all_straight(marks: Sequence[Span]) -> Fix:
    return Fix(tuple((mark, mark.text.translate(_STRAIGHT)) for mark in marks), safe=True)


def _all_curly(text: str, marks: Sequence[Span]) -> Fix:
    edits = []
    certain = True
    for mark in marks:
        before = text[mark.start - 1 : mark.start] or " "
        after = text[mark.end : mark.end + 1] or " "
        opens = bool(_BEFORE_OPENING.match(before)) and not after.isspace()
        closes = not before.isspace() and bool(_AFTER_CLOSING.match(after))
        if mark.text == '"':
            certain &= opens != closes
            edits.append((mark, "“" if opens else "”"))
        elif before.isalnum() and after.isalnum():
            edits.append((mark, "’"))
        else:
            # 'em and '90s open nothing; only a digit settles it
            certain &= (closes and not opens) or (opens and after.isdigit())
            edits.append((mark, "‘" if opens and not after.isdigit() else "’"))
    return Fix(tuple(edits), safe=certain)
