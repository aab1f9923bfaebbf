"""GAR002: a blank lost after a full stop, comma, question mark or closing quotation mark."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newslint import Doc, Findings, lexicon, rule, word_list

from .splitting import SHORT

# Starts with one set of characters, so that the scan costs next to nothing.
_GLUE = re.compile(r"[.,?!;](?:[\"\u201c\u201d]|'')?(?=[A-Za-z])")
_LEFT = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*\Z")
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
    """A mark with a word on either side."""

    left: str
    mark: str
    quote: str
    right: str
    end: str  # the character after the right word


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

    It misses marks glued to brackets, dashes, figures and initials, and a capitalised name before
    a name (`Oslo.Bergen`); where only one of the two words is known it is a warning. It errs on
    place names written as one (`Paris,Texas`), which house style may want so.
    """
    text = doc.text
    for match in _GLUE.finditer(text):
        if not text[max(0, match.start() - 2) : match.start()].isalpha():
            continue  # `U.S.A`, `3.B`
        left = _LEFT.search(text, max(0, match.start() - 30), match.start())
        right = _RIGHT.match(text, match.end())
        if left is None or right is None:
            continue
        mark, quote = match[0][0], match[0][1:]
        glue = _Glue(left[0], mark, quote, right[0], text[right.end() : right.end() + 1])
        if not _proved(glue) or _no_prose(text, left.start(), right.end()):
            continue
        opens = quote == "\u201c" or (quote == '"' and _even_quotes(text, match.start()))
        gap = match.start() + 1 if opens else match.end()
        place = doc.span(left.start(), right.end())
        mended = text[left.start() : gap] + " " + text[gap : right.end()]
        known = lexicon().known(glue.right) and lexicon().known(glue.left)
        yield place.flag(
            f"no blank after {match[0]!r} in {place.text!r}",
            fix=mended,
            severity=None if known else "warning",
        )


def _proved(glue: _Glue) -> bool:
    """Tell whether the two words are such as stand on either side of a mark in prose."""
    if not (_is_word(glue.left) and _is_word(glue.right)) or glue.left in _ABBREVIATIONS:
        return False
    if len(glue.right) == 1 and glue.end != " ":
        return False
    if glue.quote:
        return True
    if glue.mark in ",;":
        return not glue.right.isupper() and not (glue.left.isupper() and glue.right.islower())
    if not glue.left.islower():
        return glue.mark == "." and _opens_sentences(glue.right)
    return (glue.right[0].isupper() and not glue.right.isupper()) or glue.right in ("I", "A")


def _is_word(form: str) -> bool:
    if len(form) < 3:
        return form.lower() in SHORT or form == "I"
    return lexicon().known(form) or form[0].isupper()


def _opens_sentences(form: str) -> bool:
    """Tell whether a capitalised word is one that is no name and no ending of an address."""
    words = lexicon()
    plain = form[0].isupper() and form[1:].islower() and not words.name(form)
    return plain and words.zipf(form) >= _OPENER_ZIPF


def _no_prose(text: str, start: int, end: int) -> bool:
    """Tell whether the run of characters around a place is an address, a list or code."""
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    run = text[start:end]
    return _ADDRESS.search(run) is not None or len(_GLUE.findall(run)) >= _LIST


def _even_quotes(text: str, at: int) -> bool:
    return text.count('"', text.rfind("\n", 0, at) + 1, at) % 2 == 0
