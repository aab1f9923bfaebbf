"""Blanks lost at brackets, quotation marks, colons, dashes and in dates, each kind by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from newslint import MONTH_NAMES, Doc, FormKind, Struct, lexicon, regexp
from newslint_rules.garbled.splitting import FUNCTION_WORDS, SHORT

_HEAD = regexp(
    r"(?:[^\W\d_]+(?:['\u2019][^\W\d_]+)*|\d[\d.,]*%?)?[.,;:?!)\]\"\u201d\u2019'\u2013\u2014-]*\Z"
)
_TAIL = regexp(r"[\[(\"'\u201c\u2018\u2013\u2014-]*(?:[^\W_]+(?:['\u2019-][^\W_]+)*)?")
_WORD = regexp(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")

# What stands around a mark with no blank beside it; each begins with the mark, so that a search for
# it costs little, and the patterns below are tried only there.
_PLACES = {
    **{mark: regexp(rf"{mark}(?=[a-z]{{2}}|[A-Z]|'[A-Za-z])") for mark in "'\u2019"},
    **{
        mark: regexp(rf"{re.escape(mark)}(?<!\s.)(?=[\w'\u2018])")
        for mark in '()[:%"\u201c\u201d\u2018'
    },
}
_OPENING_BRACKET = regexp(r"\((?<=[A-Za-z.]\()(?=[A-Za-z\d])|\[(?<=[a-z]\[)(?=[A-Za-z])")
_CLOSING_BRACKET = regexp(r"\)(?=[a-z]{2}|[A-Z][a-z]{2})")
_OPENING_QUOTE = regexp(r"[\u201c\u2018](?:(?<=[a-z:][\u201c\u2018])|(?<=,\u2018))(?=[A-Za-z])")
_CLOSING_QUOTE = regexp(r"\u201d(?<=[A-Za-z)]\u201d)(?=[A-Za-z])")
_STRAIGHT_QUOTE = regexp(r"\"(?<=[A-Za-z:)]\")(?=[A-Za-z])|''(?<=[A-Za-z:)]'')(?=[A-Za-z])")
_PLURAL = regexp(r"['\u2019](?<=[a-z]{2}s['\u2019])(?=[a-z]{4})")
# `the 'lost'and found`, `so 'small'Bern`: a small word or a name behind single marks.
_CLOSING_SINGLE = regexp(
    r"['\u2019](?<=[a-z]{3}['\u2019])(?=(?:and|are|as|at|by|for|from|has|he|in|is|of|on|or|that|the|to"
    r"|was|who|with)\b|[A-Z][a-z]{2})"
)
_SENTENCE_QUOTE = regexp(r"['\u2019](?<=[a-z]{2}[.?!]['\u2019])(?=[A-Z][a-z])")
_COLON = regexp(r":(?<=[a-z]{2}:)(?<!-family:)(?=[A-Za-z]|['\u2018][A-Z])")
_PERCENT = regexp(r"%(?<=\d%)(?=[a-z]{2})")
_HYPHEN = regexp(
    r"-(?:(?<=[a-z,] -)(?=[a-z]{2})|-(?:(?<=[a-z] --)(?=[a-z])|(?<=[a-z]--)(?= [a-z])))"
)
_DASHES = {
    dash: regexp(
        rf"{dash}(?:(?<=[a-z] {dash})(?=[A-Za-z]{{2}}|[aI] )|(?<=[a-z]{{2}}{dash})(?= [a-z]))"
    )
    for dash in "\u2013\u2014"
}
_DASHED = regexp(r"\A-[A-Za-z]|\A--[a-z]|[a-z]--\Z|\d-\Z")
# The forms in which a hyphen can be a dash: `-but`, `--but`, `late--`, `26-`.
HYPHENS = FormKind(
    judge=lambda form: "-" in form and _DASHED.search(form) is not None, letters=False
)
# `March 26- The`, `March 26 -The`: in a dateline.
_AFTER_DAY = regexp(r"-(?:(?<=\d-)(?= [A-Z])|(?<=\d -)(?=[A-Z]))")
_MONTH_DAY = regexp(
    rf"(?:{'|'.join(MONTH_NAMES)}|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.?) [123]?\d ?\Z"
)
_MONTH = regexp(rf" ?(?:{'|'.join(MONTH_NAMES)})")
_YEAR = regexp(r",(?=(?:1[789]|20)\d\d\b(?![,.]?\d))(?<=\d,)")
_DAY = regexp(
    r"\.(?=[1-3]?\d\b(?!\.\d))(?<=Jan\.|Feb\.|Mar\.|Apr\.|Aug\.|Sep\.|ept\.|Oct\.|Nov\.|Dec\.)"
)
_MONTH_AND_DAY = regexp(r"([A-Z][a-z]{2,8})\.? (?:[12]?\d|3[01])\Z")
_ROMAN = regexp(r"[IVX]+\)")
_OPENED = regexp(r"(?<=[\s(])['\u2018](?=[^\s'\u2018\u2019])[^\n'\u2018\u2019]*\Z")
_CLITICS = frozenset(("ll", "re", "ve"))
_SUSPENDING = regexp(r"\b(?:and|or|to|but|nor) \Z")
# What papers leave of swear words before dashes.
_CUT_WORDS = frozenset(("a", "as", "b", "bull", "c", "d", "f", "fu", "g", "h", "mother", "s", "sh"))
_LONG = 4  # letters from which what follows a bracket is no ending: `deliver(ed)`, `pick[ing]`
_MOST_DASHES = 2  # more dashes with a blank on one side only are how this outlet writes them
_REACH = 40


class Gap(Struct):
    """A place where a blank is missing: the words around it, its offset, and how sure it is."""

    start: int
    end: int
    at: int
    mark: str
    certain: bool = True


def gaps(doc: Doc, *, point: bool, mark: bool) -> Iterator[Gap]:
    """Give the places where a blank was lost at a mark.

    Args:
        doc: The article.
        point: Whether a full stop may have lost one (`glued_point`).
        mark: Whether another mark may, a dash aside (`glued_mark`).
    """
    text = doc.text
    if mark:
        yield from _at_marks(text)
    if point or mark:
        yield from _in_dates(text)
    shown = [_DASHES[dash] for dash in _DASHES if dash in text]
    if HYPHENS.may_occur(doc):
        shown.append(_HYPHEN)
        for match in _AFTER_DAY.finditer(text):
            start, end = match.span()
            date = _MONTH_DAY.search(text, max(0, start - 14), start)
            if date and not _MONTH.match(text, end):
                yield _gap(text, end if text[start - 1] == " " else start, "-")
    yield from _dashes(text, shown)


def _at_marks(text: str) -> Iterator[Gap]:
    places = (_PLACES[mark].finditer(text) for mark in _SHAPES if mark in text)
    for at in sorted(place.start() for place in chain.from_iterable(places)):
        for pattern, before, judge in _SHAPES[text[at]]:
            match = pattern.match(text, at)
            if match and judge(text, match):
                yield _gap(text, match.start() if before else match.end(), match[0])


def _in_dates(text: str) -> Iterator[Gap]:
    for match in _YEAR.finditer(text):
        before_year = _MONTH_AND_DAY.search(text, max(0, match.start() - 14), match.start())
        if before_year and before_year[1] in MONTH_NAMES:
            yield _gap(text, match.end(), match[0])
    for match in _DAY.finditer(text):
        yield _gap(text, match.end(), match[0])


def _gap(text: str, at: int, mark: str, *, certain: bool = True) -> Gap:
    head = _HEAD.search(text, max(0, at - _REACH), at)
    tail = _TAIL.match(text, at)
    return Gap(head.start() if head else at, tail.end() if tail else at, at, mark, certain)


def _left(text: str, end: int) -> str:
    """Return the word that ends there."""
    start = end
    while start and (text[start - 1].isalpha() or text[start - 1] in "'\u2019"):
        start -= 1
    return text[start:end]


def _right(text: str, start: int) -> str:
    match = _WORD.match(text, start)
    return match[0] if match else ""


def _is_word(form: str) -> bool:
    return form.lower() in SHORT if len(form) < 3 else lexicon().known(form)


def _opening_bracket(text: str, match: re.Match[str]) -> bool:
    left, right = _left(text, match.start()), _right(text, match.end())
    if text[match.start() - 1] == ".":
        return bool(right)
    close = text.find(")" if match[0] == "(" else "]", match.end(), match.end() + _REACH)
    inside = text[match.end() : close] if close >= 0 else ""
    if len(left) < 3 or not inside or _ROMAN.match(text, match.end()):
        return False
    if not _is_word(left):  # `Ruiz(D-Va.)`
        long = len(left) >= _LONG and left.istitle() and len(inside) >= _LONG
        return bool(long and inside[0].isupper() and not text[close + 1 : close + 2].isalpha())
    if not right:
        return bool(" " in inside)  # `voters(67 percent)`, but a note is `voters(3)`
    if right[0].isupper():
        return bool(len(right) > 1)
    whole = lexicon().known((left + right).lower()) or text[close + 1 : close + 2].isalpha()
    return not whole and len(right) >= _LONG and _is_word(right)


def _closing_bracket(text: str, match: re.Match[str]) -> bool:
    right = _right(text, match.end())
    opening = text.rfind("(", max(0, match.start() - _REACH), match.start())
    inside = text[opening + 1 : match.start()]
    word = _is_word(right) or right.istitle()
    if opening < 0 or len(inside) < 2 or not word or text[opening - 1].isalpha():
        return False
    return not lexicon().known((inside + right).lower())


def _opening_quote(text: str, match: re.Match[str]) -> bool:
    left, right = _left(text, match.start()), _right(text, match.end())
    if match[0] == "\u2018":
        letters = len(right) > 2 and right.lower() not in _CLITICS
        return bool(letters and _is_word(right) and (not left or _is_word(left)))
    return bool(_is_word(right) or right[:1].isupper())


def _closing_quote(text: str, match: re.Match[str]) -> bool:
    right = _right(text, match.end())
    return bool(_is_word(right) or right[:1].isupper())


def _opening_straight(text: str, match: re.Match[str]) -> bool:
    return _straight(text, match) and opens_quotation(text, match.start(), match[0])


def _closing_straight(text: str, match: re.Match[str]) -> bool:
    return _straight(text, match) and not opens_quotation(text, match.start(), match[0])


def _straight(text: str, match: re.Match[str]) -> bool:
    """Tell whether a straight mark stands between two words, and not in `India"s`, `don''t`."""
    right = _right(text, match.end())
    if len(right) < 3 and right.lower() not in SHORT:
        return False
    return _is_word(right) or right[0].isupper()


def opens_quotation(text: str, at: int, mark: str) -> bool:
    """Tell whether a straight mark opens a quotation: an even number of them stands before it."""
    line = text.rfind("\n", 0, at) + 1
    return text.count(mark, line, at) % 2 == 0


def _dashes(text: str, shown: Iterable[re.Pattern[str]]) -> Iterator[Gap]:
    """Find dashes with a blank on one side only, where the outlet does not always write so."""
    found = [
        match
        for pattern in shown
        for match in pattern.finditer(text)
        if not _suspended(text, match)
    ]
    if len(found) <= _MOST_DASHES:
        for match in found:
            after = text[match.start() - 1] == " "
            yield _gap(text, match.end() if after else match.start(), match[0], certain=False)


def _suspended(text: str, match: re.Match[str]) -> bool:
    """Tell `to- and` and a swear word that was cut, `f--`, from a dash that lost a blank."""
    if _left(text, match.start()).rstrip("-").lower() in _CUT_WORDS:
        return True
    return _SUSPENDING.search(text, max(0, match.start() - 5), match.start()) is not None


def _closing_single(text: str, match: re.Match[str]) -> bool:
    """Tell whether the mark closes what one like it opened shortly before, in the same line."""
    opened = _OPENED.search(text, max(0, match.start() - _REACH), match.start())
    return opened is not None


def _plural(text: str, match: re.Match[str]) -> bool:
    left, right = _left(text, match.start()), _right(text, match.end())
    return bool(lexicon().core(right) and (_is_word(left) or left.istitle()))


def _colon(text: str, match: re.Match[str]) -> bool:
    left, right = _left(text, match.start()), _right(text, match.end())
    if not right:
        return bool(_is_word(left))
    title = right[0].isupper() and (right[1:].islower() or right == "I")
    small = left.islower() or right.lower() in FUNCTION_WORDS
    prose = _is_word(left) and _is_word(right) and text[match.end() + len(right) :][:1] not in ";}:"
    return bool(prose and small and (title or right in FUNCTION_WORDS))


def _percent(text: str, match: re.Match[str]) -> bool:
    return bool(_is_word(_right(text, match.end())))


def _always(_: str, __: re.Match[str]) -> bool:
    return True


_Judge = Callable[[str, re.Match[str]], bool]
_SHAPES: dict[str, tuple[tuple[re.Pattern[str], bool, _Judge], ...]] = {
    "(": ((_OPENING_BRACKET, True, _opening_bracket),),
    "[": ((_OPENING_BRACKET, True, _opening_bracket),),
    ")": ((_CLOSING_BRACKET, False, _closing_bracket),),
    ":": ((_COLON, False, _colon),),
    "%": ((_PERCENT, False, _percent),),
    "\u201c": ((_OPENING_QUOTE, True, _opening_quote),),
    "\u2018": ((_OPENING_QUOTE, True, _opening_quote),),
    "\u201d": ((_CLOSING_QUOTE, False, _closing_quote),),
    "\u2019": (
        (_PLURAL, False, _plural),
        (_CLOSING_SINGLE, False, _closing_single),
        (_SENTENCE_QUOTE, False, _always),
    ),
    '"': ((_STRAIGHT_QUOTE, True, _opening_straight), (_STRAIGHT_QUOTE, False, _closing_straight)),
    "'": (
        (_PLURAL, False, _plural),
        (_CLOSING_SINGLE, False, _closing_single),
        (_SENTENCE_QUOTE, False, _always),
        (_STRAIGHT_QUOTE, True, _opening_straight),
        (_STRAIGHT_QUOTE, False, _closing_straight),
    ),
}
"""What may be wrong at a mark: the pattern, whether the blank belongs before it, the judge."""
