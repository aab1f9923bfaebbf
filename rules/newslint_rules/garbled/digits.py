"""Numbers run together with a word: `36hours`, `in2015`, `May5`."""

from __future__ import annotations

from collections.abc import Iterator

from newslint import (
    MONTH_NAMES,
    Doc,
    Severity,
    Span,
    lexicon,
    regexp,
    word_list,
    words_with_digits,
)
from newslint_rules.garbled.splitting import FUNCTION_WORDS, best_split, surroundings

_UNITS = frozenset(word_list(__package__, "glued-units.txt"))
_NUMBER_FIRST = regexp(r"(\d+)([a-z]+)")
_WORD_FIRST = regexp(r"([A-Za-z]+)(\d+s?)")
# Words that no name of a product, gas or road begins with.
_PREPOSITIONS = frozenset(word_list(__package__, "before-numbers.txt"))
# `in15 states`, `at7 p.m.`, `on25 July`: before a number that counts something or is a date.
_BEFORE_COUNTS = frozenset(
    ("almost", "are", "as", "at", "in", "is", "least", "on", "only", "was", "were")
)
_AGES = frozenset(("over", "under"))
_INFLECTED = ("ed", "ing", "ly")
_SHORTEST_INFLECTED = 6
_UNIT = (
    r"[ap]\.?m|[bm]illion|days|feet|hours|kilomet(?:er|re)s|met(?:er|re)s|miles|minutes|months"
    r"|per ?cent|points|seconds|weeks|years"
)
_MONTHS = "|".join(MONTH_NAMES)
_COUNTED = regexp(rf" (?:[a-z]{{2,}}|[ap]\.m|{_MONTHS})\b|%")
# One digit may be that of a footnote (`above1 or over2`), unless it counts or dates something.
_MEASURED = regexp(rf" (?:{_UNIT}|{_MONTHS})\b|%")
_OWNED_YEAR = regexp(r"[12](?:(?<=['\u2019]s.)|(?<= a.))[09]\d\d(?= [a-z])")
# `20something`, `50plus`, `3some`: meant as one.
_ENDINGS = frozenset(("chan", "plus", "proof", "some", "something", "somethings", "star"))
_COMMON_ZIPF = 3.3
_DOLLARS = regexp(r"\$(?<=[a-z]\$)\d(?:[\d.,]*\d)?")
_MONEY = regexp(r"[$\u00a3\u20ac]?(?:\d[\d.,]*[.,])?\Z")
_WORD_OR_NAME = regexp(r"(?<![^\s(\"\u201c])[A-Za-z][a-z]+\Z|(?<![^\s(\"\u201c])a\Z")
_WORD_BEFORE = regexp(r"(?<![^\W_])[a-z]{2,}\Z")
_YEAR = regexp(r"(?:1[89]|20)\d\ds?")
# Where a number meets a letter; one look for what the three patterns below judge.
_MEETING = regexp(
    r"[\d$\u00a3\u20ac](?:(?<=[a-z]\d)(?=\d*(?:[.,:%-]|st|nd|rd|th))|(?<![^\s(].)(?=[\d,]*[A-Zotaibf]))"
)
# A number that is no version, note or part of a name: `rose0.8`, `takes1,237`, `the20th`.
_FIGURE = regexp(
    r"(?<=[a-z])(?:\d+\.\d+(?= |%)|\d{1,3},\d{3}\b|\d+(?:st|nd|rd|th)\b|\d+-(?=[a-z]{3})"
    r"|\d{1,2}-\d+\b|\d+%|\d+(?=%|:\d\d\b))"
)
# `30of 76`, `22Photos`, `2005wedding`
_SHORT_AFTER = regexp(
    r"(?<![^\s(])([$\u00a3\u20ac]?(?:\d{1,3}(?:,\d{3})+|\d+))"
    r"(of|in|to|on|at|is|by|or|if|as)(?= [a-z\d]|(?<=,\d{3}in) [A-Z])"
)
# Amounts that some newspapers write as one (`2.5million`), and how often an article does either.
_AMOUNTS = frozenset(("billion", "bln", "million", "mln", "thousand", "trillion"))
_TOGETHER = regexp(r"\d(?:(?:b|m|tr)illion|thousand|[bm]ln)\b")
_APART = regexp(r"\d (?:(?:b|m|tr)illion|thousand|[bm]ln)\b")
# `1pershare`, `36hoursago`: a unit and another word behind the number.
_BEFORE_WORD = frozenset(("per", *_UNITS))
_LONGEST = 20
_CAPITAL_AFTER = regexp(r"(?<![^\s(])(\d{1,4}|\d{1,3},\d{3})([A-Z][a-z]{3,})(?![^\s,.;:?!)])")
_OWNER = regexp(r"(?<![^\s(\"\u201c])(?:[^\W\d_]+['\u2019]s|a)\Z")
_REACH = 12
_LENGTHS = frozenset(("in",))  # inches
_ORDINARY = 4


def numbers_glued(doc: Doc) -> Iterator[tuple[Span, str, Severity]]:
    """Give each place, its text with the blank put back, and how grave that is."""
    for place, mended, certain in _numbers_glued(doc):
        severity: Severity | None = "error" if certain else "warning"
        if place.text.endswith(tuple(_AMOUNTS)):
            severity = _house_style(doc)
        if severity:
            yield place, mended, severity


def dollars_glued(doc: Doc) -> Iterator[tuple[Span, str, Severity]]:
    """Give each place where dollars touch a word, likewise."""
    for match in _DOLLARS.finditer(doc.text):
        head = _WORD_BEFORE.search(doc.text, max(0, match.start() - 20), match.start())
        if head and lexicon().core(head[0]):
            yield doc.span(head.start(), match.end()), f"{head[0]} {match[0]}", "error"


def _house_style(doc: Doc) -> Severity | None:
    """Judge `2.5million`: a slip only where this article writes it apart as often."""
    together = len(_TOGETHER.findall(doc.text))
    apart = len(_APART.findall(doc.text))
    if apart and apart >= together:
        return "warning"
    return "info" if together == 1 else None


def _numbers_glued(doc: Doc) -> Iterator[tuple[Span, str, bool]]:
    for word in doc.get(words_with_digits):
        apart = _number_first(word.text) or _word_first(
            word.text, doc.text[word.end : word.end + 12]
        )
        if apart and doc.text[word.start - 1 : word.start] != "%":  # `%20report`
            mended, certain = apart
            money = _MONEY.search(doc.text, max(0, word.start - 12), word.start)
            start = money.start() if money and word.text[0].isdigit() else word.start
            yield doc.span(start, word.end), doc.text[start : word.start] + mended, certain
    for match in _MEETING.finditer(doc.text):
        yield from _figure(doc, match.start())
        yield from _word_after(doc, match.start())
    for match in _OWNED_YEAR.finditer(doc.text):
        owner = _OWNER.search(doc.text, max(0, match.start() - 20), match.start())
        if owner:
            yield doc.span(owner.start(), match.end()), f"{owner[0]} {match[0]}", True


def _figure(doc: Doc, start: int) -> Iterator[tuple[Span, str, bool]]:
    """Find a word glued to a number that has a decimal, a thousand, a share or an ending."""
    match = _FIGURE.match(doc.text, start)
    head = _WORD_OR_NAME.search(doc.text, max(0, start - 20), start) if match else None
    if match and head:
        word = head[0]
        small = word.lower() in FUNCTION_WORDS
        if small or (len(word) >= _ORDINARY and lexicon().core(word.lower())):
            yield doc.span(head.start(), match.end()), f"{word} {match[0]}", small


def _word_after(doc: Doc, start: int) -> Iterator[tuple[Span, str, bool]]:
    """Find a number before a short or a capitalised word."""
    match = _SHORT_AFTER.match(doc.text, start)
    if match and (match[2] not in _LENGTHS or not match[1].isdigit()):
        yield doc.span(*match.span()), f"{match[1]} {match[2]}", True
    match = _CAPITAL_AFTER.match(doc.text, start)
    if match:
        stands_once = surroundings(doc, start).count(match[0]) == 1  # names come back
        if lexicon().known(match[2]) and len(match[1]) > 1 and stands_once:
            yield doc.span(*match.span()), f"{match[1]} {match[2]}", False


def _number_first(form: str) -> tuple[str, bool] | None:
    match = _NUMBER_FIRST.fullmatch(form)
    if not match:
        return None
    number, word = match.groups()
    if word in _UNITS:
        return f"{number} {word}", True
    split = best_split(word) if not lexicon().known(word) and len(word) < _LONGEST else None
    if split and split.left in _BEFORE_WORD and len(split.right) > 1:
        return f"{number} {split.left} {split.right}", True
    plain = len(word) > 3 and (word in FUNCTION_WORDS or _common(word) or _many(word))
    if word in _PREPOSITIONS or (plain and word not in _ENDINGS):
        return f"{number} {word}", False
    return None


def _many(word: str) -> bool:
    """Tell a plural, of which there can be a number: `200staffers`."""
    return len(word) > _ORDINARY and word.endswith("s") and lexicon().known(word)


def _word_first(form: str, after: str) -> tuple[str, bool] | None:
    match = _WORD_FIRST.fullmatch(form)
    if not match:
        return None
    word, number = match.groups()
    year = _YEAR.fullmatch(number) is not None
    if word in MONTH_NAMES and (year or (number.isdigit() and int(number) <= 31)):
        return f"{word} {number}", True
    if word.lower() in _AGES and (word[0].isupper() or number.endswith("s")):
        return None  # teams and ages: `Under21`, `over50s`
    small = word[:1].lower() + word[1:] in _PREPOSITIONS
    if len(number) > 1 and (small or (word == "In" and year)):
        return f"{word} {number}", year
    if word in FUNCTION_WORDS and (year or (len(word) > 3 and len(number) > 1)):
        return f"{word} {number}", year
    if year and len(word) > 3 and word.islower() and _common(word):
        return f"{word} {number}", False
    counts = number.isdigit() and _counted(word, number, after)
    return _counting(word, number) if counts else None


def _counted(word: str, number: str, after: str) -> bool:
    """Tell whether a number counts something, or ends a sentence as a figure does."""
    if len(number) == 1:
        return _MEASURED.match(after) is not None
    ends = after[:1] in (",", ".", "") and word in _BEFORE_COUNTS
    return ends or _COUNTED.match(after) is not None


def _counting(word: str, number: str) -> tuple[str, bool] | None:
    inflected = word.endswith(_INFLECTED) and len(word) >= _SHORTEST_INFLECTED
    if word in _BEFORE_COUNTS or word in _PREPOSITIONS or word == "In":
        return f"{word} {number}", len(number) > 1
    if inflected and len(number) > 1 and lexicon().core(word):
        return f"{word} {number}", False
    return None


def _common(word: str) -> bool:
    return lexicon().core(word) and lexicon().zipf(word) >= _COMMON_ZIPF
