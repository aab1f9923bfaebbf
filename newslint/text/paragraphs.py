"""Units: the lines of a text, or its paragraphs where the text is hard-wrapped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from newslint.source import Text
from newslint.spans import Span
from newslint.text.dates.calendar_words import MONTH_WORDS
from newslint.text.dates.datelines import LONGEST as LONGEST_DATELINE
from newslint.text.dates.datelines import Dateline, dateline_at_start, may_open_dateline
from newslint.text.form_register import runs_of
from newslint.text.furniture import furniture
from newslint.text.interface.lines import NOTHING, Interface, Strength, interface
from newslint.text.parts import Line, Role
from newslint.text.sieve import DATELINE, FURNITURE, NOTICE, look_for

WIDEST_WRAP = 100
"""Code points: no mail or terminal program wraps text wider by default (72 to 80 are usual)."""
NARROWEST_WRAP = 40
WRAPPED_SHARE = 0.8
"""Share of line breaks that must be where greedy wrapping breaks, for a text to be wrapped."""

LONG_LINE = 200
"""Code points from which a line is running text whatever its end: its full stop may be lost."""
SHORTEST_SENTENCE, FEWEST_SPACES = 31, 7
"""Code points and blanks of a line that reads like running text if it has an end mark."""


_UNSURE = frozenset({"copyright", "row"})
"""Kinds of interface text that a picture's credit can look like."""
_END_MARKS = (".", "!", "?")
_CLOSERS = "\"'”’)]»"


class Unit(Span):
    """A line that is not blank, or several that were wrapped from one paragraph.

    What nearly all units are stands in the class; an object says only where it differs.

    Attributes:
        label: What its words say of it as interface text.
        furniture: Its role if it is furniture.
        dateline: The dateline it opens with.
        sentence: Whether it reads like running text: eight words or more and an end mark, or
            `LONG_LINE` code points.
        plain: Whether it is a sentence and neither interface text nor furniture.
        role: What the cascade has made of it.
        certain: Whether that admits no doubt.
    """

    label: Interface = NOTHING
    furniture: Role | None = None
    dateline: Dateline | None = None
    sentence: bool = True
    plain: bool = True
    role: Role = Role.OTHER
    certain: bool = True

    @property
    def ends(self) -> bool:
        """Whether it ends with an end mark."""
        return self.text.rstrip(_CLOSERS)[-1:] in _END_MARKS


def units(text: Text) -> list[Unit]:
    """Return the units of the text, each looked at by itself."""
    pieces = _pieces(text.text)
    found: list[Unit] = []
    months: Sequence[str] | None = None
    told = look_for(text, [content for _, content in pieces])
    for (start, content), kinds in zip(pieces, told, strict=True):
        length = len(content)
        unit = Unit(text, start, start + length, content)
        if length < LONG_LINE and not (
            length >= SHORTEST_SENTENCE
            and (content[-1] in _END_MARKS or unit.ends)
            and content.count(" ") >= FEWEST_SPACES
        ):
            unit.sentence = unit.plain = False
        if kinds and (kinds == DATELINE or not _is_furniture(unit, kinds)) and kinds & DATELINE:
            if months is None:
                months = _months(text)
            if _may_open_dateline(content, months):
                unit.dateline = dateline_at_start(unit)
        found.append(unit)
    return found


def _is_furniture(unit: Unit, kinds: int) -> bool:
    """Look closely at a line that may be more than plain story; tell whether it is furniture."""
    content = unit.text
    label = interface(content) if kinds & NOTICE else NOTHING
    role: Role | None = None
    if not kinds & FURNITURE:
        pass
    elif not label.strength or label.kind in _UNSURE or content[-1] == ":":
        role = furniture(content)
    elif label.strength is Strength.COMPANY and " " in content:
        # "toggle caption" is a button and says what it stands by
        role = Role.CAPTION if furniture(content) is Role.CAPTION else None
    if role is not None:
        unit.furniture = role
        unit.plain = False
        return True
    if label is not NOTHING:
        unit.label = label
        unit.plain = False
    return False


def _may_open_dateline(line: str, months: Iterable[str]) -> bool:
    """Tell quickly whether a line can open with a dateline.

    A town in mixed case needs the name of a month of the text behind it.
    """
    if not line[1:2].islower():
        return may_open_dateline(line)
    head = line[:LONGEST_DATELINE]
    for month in months:
        if month in head:
            return may_open_dateline(line)
    return False


def _months(text: Text) -> list[str]:
    """Return the months of a text as datelines write them."""
    return [month for form in MONTH_WORDS.forms(text) for month in _months_in(form)]


@lru_cache(maxsize=1 << 10)
def _months_in(form: str) -> tuple[str, ...]:
    """Return the months of a form as datelines write them."""
    words = MONTH_WORDS.words.intersection(runs_of(form))
    return tuple(written for word in words for written in (word.capitalize(), word.upper()))


def lines_of(text: Text, every: Sequence[Unit], roles: frozenset[Role] | None) -> tuple[Line, ...]:
    """Return the lines of the units with some roles, or all lines, with what their units are."""
    if roles is not None:
        return tuple(_lines_with(text, [unit for unit in every if unit.role in roles]))
    found: list[Line] = []
    blank = Role.BLANK
    start = place = 0
    for number, content in enumerate(text.text.split("\n"), start=1):
        end = start + len(content)
        if content and not content.isspace():
            while every[place].end <= start:
                place += 1
            of = every[place]
            found.append(
                Line(text, start, end, content, number, of.role, of.label.kind, of.certain)
            )
        else:
            found.append(Line(text, start, end, content, number, blank))
        start = end + 1
    return tuple(found)


def _lines_with(text: Text, wanted: Sequence[Unit]) -> Iterator[Line]:
    whole = text.text
    start, number = 0, 1
    for unit in wanted:
        before, start = start, whole.rfind("\n", start, unit.start) + 1 or start
        number += whole.count("\n", before, start)
        while start < unit.end:
            end = whole.find("\n", start)
            end = len(whole) if end < 0 else end
            content = whole[start:end]
            yield Line(text, start, end, content, number, unit.role, unit.label.kind, unit.certain)
            start, number = end + 1, number + 1


def _pieces(whole: str) -> list[tuple[int, str]]:
    """Return the units as their first code point and their characters, no white space around."""
    rows = whole.split("\n")
    width = _wrap_width(rows)
    found: list[tuple[int, str]] = []
    start = 0
    previous = ""
    for row in rows:
        content = row.strip()
        if content:
            at = start if row[0] == content[0] else start + len(row) - len(row.lstrip())
            if width and previous and _continues(previous, row, width):
                first = found[-1][0]
                found[-1] = first, whole[first : at + len(content)]
            else:
                found.append((at, content))
        previous = content and row
        start += len(row) + 1
    return found


def _wrap_width(rows: Sequence[str]) -> int:
    """Return the width at which the text was wrapped, or 0 when it was not.

    Wrapping is greedy: a line breaks where the next word would not have fitted.
    """
    width = max(map(len, rows))
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return 0
    breaks = fits = 0
    for row, following in pairwise(rows):
        if row.strip() and following.strip():
            breaks += 1
            fits += _continues(row, following, width)
    return width if breaks >= 3 and fits >= WRAPPED_SHARE * breaks else 0


def _continues(row: str, following: str, width: int) -> bool:
    indent = len(following) - len(following.lstrip())
    if indent > len(row) - len(row.lstrip()):
        return False
    word = following.split(None, 1)[0]
    return len(row.rstrip()) + 1 + len(word) > width - 4
