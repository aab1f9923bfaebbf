"""GAR002: a blank lost after a full stop, comma or other mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint import (
    MONTH_NAMES,
    Doc,
    Finding,
    Findings,
    Span,
    Struct,
    lexicon,
    regexp,
    rule,
    word_list,
)
from newslint_rules.garbled.capitals import NAME_ENDINGS
from newslint_rules.garbled.glued_marks import gaps, opens_quotation
from newslint_rules.garbled.marks import glued_mark, glued_point
from newslint_rules.garbled.splitting import FUNCTION_WORDS, SHORT

# Each starts with one character or a few, so that the scan costs next to nothing.
_MARKS = regexp(r"[.,?!;](?:[\"\u201c\u201d]|'')?(?=[A-Za-z])")
_INITIALS = regexp(r"\b(?:[A-Za-z]\.){2,}")
_LEFT = regexp(r"(?:(?:[A-Z]\.)+[A-Z]|[^\W\d_]+(?:['\u2019][^\W\d_]+)*|\d+|[)%.\u201d\u2019\"'])\Z")
_RIGHT = regexp(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_ABBREVIATIONS = frozenset(word_list(__package__, "abbreviations.txt"))
_TITLES = regexp(r"(?<![^\W_])(?:" + "|".join(sorted(_ABBREVIATIONS)) + r")\.(?=[A-Z][a-z])")
_CLOSED = frozenset(")%.\u201d\u2019\"'")
# Written without a blank by no newspaper, before a word that is no name: `U.S.Department`.
_COUNTRIES = frozenset(("U.S", "U.K", "U.N", "E.U", "D.C", "F.B.I", "C.I.A", "U.S.A"))
# Two letters after a town: `Reston,Va.`
_STATES = frozenset(word_list(__package__, "short-states.txt"))
_COMPANIES = frozenset(("Co", "Corp", "Inc", "Jr", "Ltd", "Sr"))
_TITLES_OF_ALL = frozenset(("Dr", "Mr", "Mrs", "Ms"))
# What may open a sentence in capitals.
_STARTS = frozenset(("A", "EU", "I", "UK", "UN", "US"))
# A date or year before a full stop ends a sentence, whatever name opens the next.
_DATED = regexp(rf"(?:\b(?:by|from|in|of|since|until)|{'|'.join(MONTH_NAMES)}) \Z")
_LONG = 4
# `George W.Bush`: a first name before the initial, so that `J.K.Rowling` is none.
_FIRST_NAME = regexp(r"(?<![^\W_])[A-Z][a-z]+ \Z")
# What an address, a path or a query has inside.
_ADDRESS = regexp(r"[@/\\_=#<>{}|&]|www\.|\.(?:com|org|net|gov|edu|co|html?|php)\b", re.IGNORECASE)
# So many marks without a blank in one run of characters are a list or code, not lost blanks.
_LIST = 3
# Words that open a sentence and are no names, less common than function words.
_OPENERS = frozenset(word_list(__package__, "sentence-openers.txt"))
# As frequent as the commonest openings of a sentence (`The`, `But`, `However`).
_OPENER_ZIPF = 5.0


class _Glue(Struct):
    """A mark with a word on either side, and the offsets of the whole in the article."""

    text: str
    start: int
    end: int
    left: str
    mark: str
    quote: str
    right: str


@rule("GAR002", severity="error", languages=("en",), fields=("headline", "description"))
def fused_sentences(doc: Doc) -> Findings:
    """A blank lost at a full stop, comma, quotation mark, bracket or other mark.

    Bad: The talks failed, as >>expected.They<< resume on Monday.
    Fixed (unsafe): The talks failed, as expected. They resume on Monday.
    Bad: What was the point of the >>debate?The<< moderator did not say.
    Fixed (unsafe): What was the point of the debate? The moderator did not say.
    Bad: The bus runs from >>Lisbon,Porto<< and Faro.
    Fixed (unsafe): The bus runs from Lisbon, Porto and Faro.
    Bad: "We land at >>noon."It<< was raining.
    Fixed (unsafe): "We land at noon." It was raining.
    Bad: The >>group(SEG<<) met, >>12%of<< its seats were free and the >>schools'plans<< failed.
    Bad: It was late >>—but<< the rules of >>Nov.5<< hold.
    Bad: They sailed to >>Lisbon.Police<< met >>them,I<< think, in >>2014.Zorvaq<< was there.
    Good: He read it on Yahoo!News and example.com at 9 a.m., J.K.Rowling and the U.S.A. aside.

    It misses dots of omission (`well...And`), a capitalised name before a name (`Oslo.Bergen`),
    a lost blank after a colon behind a name in capitals and dashes with no blank at all, which are
    a style. Where one of the two words is not known it is a warning, and so are a name before a
    word that may be half of a brand (`Lisbon.Police`), a title glued to a name (`Sen.Ruiz`) and a
    dash with a blank on one side only, unless the article has more of them. It errs on place names
    written as one (`Paris,Texas`), on a compound with initials that has lost its hyphen
    (`U.K.wide`), on endings quoted with their hyphen (`all the -isms`) and on speech that breaks
    off at a dash.
    """
    point, mark = glued_point(doc), glued_mark(doc)
    for glue in _glues(doc.text) if point or mark else ():
        if _proved(glue) and not _no_prose(glue.text, glue.start, glue.end):
            place, at = doc.span(glue.start, glue.end), _blank(glue)
            yield _flag(place, glue.mark + glue.quote, at, certain=_certain(glue))
    for gap in gaps(doc, point=point, mark=mark):
        if not _no_prose(doc.text, gap.start, gap.end):
            place, at = doc.span(gap.start, gap.end), gap.at - gap.start
            yield _flag(place, gap.mark, at, certain=gap.certain)


def _flag(place: Span, mark: str, at: int, *, certain: bool) -> Finding:
    text = place.text
    return place.flag(
        f"no blank at {mark!r} in {text!r}",
        fix=f"{text[:at]} {text[at:]}",
        severity=None if certain else "warning",
    )


def _certain(glue: _Glue) -> bool:
    """Tell whether both words are known, and an abbreviation is one this article writes apart."""
    if glue.left in _ABBREVIATIONS and glue.mark == "." and f"{glue.left}. " not in glue.text:
        return False
    words = lexicon()
    opens = glue.right.lower() in FUNCTION_WORDS or glue.right in _OPENERS
    named = glue.left.isalpha() and glue.left.istitle() and len(glue.left) > 1
    if (
        glue.mark in ".?"
        and named
        and glue.left not in _ABBREVIATIONS
        and not (opens or glue.quote)
    ):
        return glue.right in _TITLES_OF_ALL
    known = words.known(glue.right) or glue.right in _STATES
    return known and (not glue.left.isalpha() or len(glue.left) == 1 or words.known(glue.left))


def _glues(text: str) -> Iterator[_Glue]:
    for match in _MARKS.finditer(text):
        start, end = match.span()
        before = text[start - 1 : start]
        if not (before.isalnum() or before == ")" or (match[0][0] in ",." and before in _CLOSED)):
            continue
        if not (text[end : end + 2].isalpha() or text[end] in "aAI"):
            continue  # most of the initials, `U.S.`
        left = _LEFT.search(text, max(0, start - 30), start)
        right = _RIGHT.match(text, end)
        if left and right:
            mark, quote = match[0][0], match[0][1:]
            yield _Glue(text, left.start(), right.end(), left[0], mark, quote, right[0])


def _blank(glue: _Glue) -> int:
    """Return where the blank belongs, counted from the beginning of the place."""
    before = glue.end - len(glue.right) - glue.start
    opens = glue.quote == "\u201c"
    if glue.quote in ('"', "''"):
        opens = opens_quotation(glue.text, glue.start + before - len(glue.quote), glue.quote)
    return before - len(glue.quote) if opens else before


def _proved(glue: _Glue) -> bool:
    """Tell whether the two sides are such as stand around a mark in prose."""
    left, right = glue.left, glue.right
    if right in _STATES and glue.text[glue.end : glue.end + 1] == ".":
        return glue.mark == "," and left[0].isupper()
    if not _is_word(right) or (len(right) == 1 and glue.text[glue.end : glue.end + 1] != " "):
        return False
    if left in _CLOSED and left != ")":
        return _after_quotation(glue)
    if left == ")" or left.isdigit():
        return _after_number(glue)
    if "." in left:
        return glue.mark == "." and not glue.quote and _after_initials(left, right)
    if len(left) == 1:
        named = _FIRST_NAME.search(glue.text, max(0, glue.start - 20), glue.start)
        return glue.mark == "." and left.isupper() and right.istitle() and named is not None
    if left in _ABBREVIATIONS:
        apart = f"{left}. " in glue.text or _outlier(glue.text)
        return glue.mark == "." and right[0].isupper() and len(right) > 2 and apart
    if left in _COMPANIES and right in FUNCTION_WORDS:
        return glue.mark == "." and len(right) > 2
    if not _is_word(left):
        return _after_unknown(glue)
    return bool(glue.quote) or _proved_by_mark(glue)


def _after_quotation(glue: _Glue) -> bool:
    """Judge what stands behind a quotation and its comma or full stop: `at dawn",Bern said`."""
    right = glue.right
    if glue.mark == ",":
        return (right.islower() and lexicon().core(right)) or right.istitle()
    opens = right in _TITLES_OF_ALL or _opens_sentence(right)
    return glue.mark == "." and glue.left not in ".%" and (bool(glue.quote) or opens)


def _after_unknown(glue: _Glue) -> bool:
    left, right = glue.left, glue.right
    if glue.mark in ",;":
        return left.islower() and len(left) > _LONG and right.islower() and lexicon().core(right)
    opens = right in _TITLES_OF_ALL or _opens_sentence(right)
    return glue.mark == "." and left.islower() and right.istitle() and opens


def _outlier(text: str) -> bool:
    """Tell whether no second title is glued to a name: `Mr.Smith` is a style, rare as it is."""
    return len(_TITLES.findall(text)) < 2


def _after_number(glue: _Glue) -> bool:
    right = glue.right
    if glue.mark in ",;":
        title = right.istitle() and len(right) > 2
        return title or (right.islower() and lexicon().core(right))
    if glue.mark == "." and len(glue.left) > 1 and right.istitle() and len(right) > 1:
        before = glue.start
        if _DATED.search(glue.text, max(0, before - 12), before):
            return True
    item = len(glue.left) == 1 and glue.left != ")" and glue.text[glue.start - 1] != "-"
    return _opens_sentence(right) and not item  # `2.The` numbers a list


def _proved_by_mark(glue: _Glue) -> bool:
    mark, left, right = glue.mark, glue.left, glue.right
    if mark in ",;":
        return not right.isupper() or right == "I"
    if mark in "?!" and right in FUNCTION_WORDS and len(right) > 2:
        return True
    if not left.islower():  # `My.Future` may be a brand, `Oslo.They` is none
        opens = right.lower() in FUNCTION_WORDS or right in _TITLES_OF_ALL
        opens = opens or (len(left) > _LONG - 1 and right in _OPENERS) or _goes_on(glue)
        return mark in ".?" and right.istitle() and opens
    return (right[0].isupper() and not right.isupper()) or right in _STARTS


def _goes_on(glue: _Glue) -> bool:
    """Tell `to Lisbon.Police say` from `Booking.Holdings`: prose before it, no name behind."""
    words = lexicon()
    right = glue.right.lower()
    if len(glue.left) < _LONG or len(right) < _LONG - 1 or words.name(right):
        return False
    prose = glue.text[max(0, glue.start - 2) : glue.start]
    after = glue.text[glue.end : glue.end + 2]
    return (
        words.core(right)
        and right not in NAME_ENDINGS
        and prose[:1].islower()
        and prose[1:] == " "
        and after[:1] == " "
        and after[1:].islower()
    )


def _after_initials(left: str, right: str) -> bool:
    """Tell `U.S.officials` and `U.S.Department` from `J.K.Rowling`."""
    words = lexicon()
    if left in _COUNTRIES and right != "News":
        small = right.lower()
        return len(right) > 1 and words.core(small)
    return right.islower() and len(right) > 3 and words.core(right)


def _is_word(form: str) -> bool:
    if len(form) < 3:
        return form.lower() in SHORT or form in _TITLES_OF_ALL or form in _STARTS
    return lexicon().known(form) or form[0].isupper()


def _opens_sentence(form: str) -> bool:
    """Tell whether a capitalised word is one that is no name and no ending of an address."""
    if not form[0].isupper() or not (form[1:].islower() or len(form) == 1):
        return False
    words = lexicon()
    if form.lower() in FUNCTION_WORDS:
        return True
    return words.zipf(form) >= _OPENER_ZIPF and not words.name(form)


def _no_prose(text: str, start: int, end: int) -> bool:
    """Tell whether the run of characters around a place is an address, a list or code."""
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    run = _INITIALS.sub("", text[start:end])
    return _ADDRESS.search(run) is not None or len(_MARKS.findall(run)) >= _LIST
