"""NUM003 magnitude-slip."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from newslint import MAGNITUDES, Doc, Findings, FormKind, places, regexp, rule

INDIAN = {"lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7}
_LAKHS = "|".join(sorted(INDIAN, reverse=True))  # "lakhs" before "lakh"
_FIRST = rf"thousand|million|mln|mn|m|billion|bln|bn|trillion|trln|tn|{_LAKHS}"
_SECOND = rf"thousand|million|mln|billion|bln|bn|trillion|trln|{_LAKHS}"
MAGNITUDE_WORDS = FormKind(_SECOND.split("|"))
_RUN = regexp(r"[^\W_]+")
_WORD = r"one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|fifty"
_CURRENCY = (
    r"dollars?|euros?|pounds?|yen|yuan|rupees?|rubles?|roubles?|crowns?|francs?|pesos?|marks?|lira"
    r"|dlrs|won|rand|reais|shekels?|naira"
)
_SLIP = regexp(
    r"(?P<money>(?:US|A|C|HK|NZ|S)?[$£€¥₹][ ]?|\b(?:Rs\.?|INR)[ ]?)?(?<![\w.,-])"
    rf"(?P<number>\d[\d,]*(?:\.\d+)?|\b(?:{_WORD})(?=[ -]))[ -]?"
    rf"(?P<first>{_FIRST})[ -]+(?P<second>{_SECOND})(?!\w|-(?!(?:dollar|dlr|euro|pound|per)\b))"
    rf"(?P<currency>[ ](?:{_CURRENCY})\b)?",
    re.IGNORECASE,
)
_FIRST_WORDS = tuple(_FIRST.split("|"))
_REACH = 28  # code points before the second word in which number and first word stand
_BEHIND = 10  # code points behind it in which a currency may


@rule("NUM003", severity="error", languages=("en",), near=MAGNITUDE_WORDS)
def magnitude_slip(doc: Doc) -> Findings:
    r"""Two magnitudes after one number, one of them left over from an edit.

    `$3 billion million` is either a thousand times too much or too little. Falling magnitudes
    (`3 billion million`) are never meant; rising ones (`thousand million`, `million billion`) are
    an older or a scientific way of counting and are reported only of money, and then not `thousand
    million`. The same word twice is reported of money only.

    Of lakh and crore only `lakh crore` and `thousand crore` are ways of counting.

    It misses a wrong magnitude that stands alone. Left alone are names (`Million Trees`).
    It errs nowhere that was read: the slip is rare, and real articles had none, true or false.

    Bad: The loan of >>$3 billion million<< will be paid back by 2031.
    Bad: Sales were >>2.4 bln mln<< crowns, the firm said.
    Bad: The fund holds >>£5m million<< in bonds.
    Bad: The loan was of >>three billion million<< dollars, the firm said.
    Bad: The seized gold was worth >>Rs 3 lakh million<<, officials said.
    Good: The budget is Rs 3 lakh crore, of which 20 thousand crore is for 2 lakh villages.
    Good: The $1 billion Million Trees program will be paid for by 2031.
    Good: The loan of $3 billion will be paid back by 2031.
    Good: The galaxy lies some 4 million million miles away.
    Good: The debt was 300 thousand million pesetas, or 2 billion. Million-dollar homes fell.
    """
    for at, end in _pairs(doc):
        for match in _SLIP.finditer(doc.text, max(at - _REACH, 0), end + _BEHIND):
            if match.end("second") == end and _is_slip(match):
                span = doc.span(match.start(), end)
                yield span.flag(
                    f"{span.text!r} has two magnitudes, {match['first']!r} and {match['second']!r}"
                )


def _pairs(doc: Doc) -> Iterator[tuple[int, int]]:
    """Give the words for a magnitude that stand behind another; nearly all follow a number."""
    text = doc.text
    words = {word for form in MAGNITUDE_WORDS.forms(doc) for word in _magnitudes_of(form)}
    for at, word in places(text, words):
        before = text[max(at - _REACH, 0) : at].rstrip(" -")
        if before[-1:].isalpha() and before.lower().endswith(_FIRST_WORDS):
            yield at, at + len(word)


@lru_cache(maxsize=1000)
def _magnitudes_of(form: str) -> list[str]:
    return [run for run in _RUN.findall(form) if run.lower() in MAGNITUDE_WORDS.words]


def _is_slip(match: re.Match[str]) -> bool:
    first, second = _factor(match["first"]), _factor(match["second"])
    if match["second"].istitle() and not match["first"].istitle():
        return False  # "a $1 billion Million Trees program"
    if second in INDIAN.values() or first in INDIAN.values():
        if match.string.startswith("-", match.end("second")) and not match["money"]:
            return False  # "4 lakh million-dollar homes"
        return second != INDIAN["crore"] or first not in {1e3, INDIAN["lakh"]}
    if match["money"] or match["currency"]:
        return (first, second) != (1e3, 1e6)
    return first > second and match["first"] != "m"


def _factor(word: str) -> float:
    lowered = word.lower()
    return INDIAN.get(lowered) or MAGNITUDES.get(lowered, 1e6)  # "m" alone is a million
