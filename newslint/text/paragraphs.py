"""Units: the lines of a text, or its paragraphs where the text is hard-wrapped."""

from __future__ import annotations

from itertools import pairwise

from newslint.source import Text
from newslint.structs import Struct
from newslint.text.dates.datelines import Dateline, dateline_at_start, may_open_dateline
from newslint.text.furniture import LONGEST, furniture
from newslint.text.interface.lines import NOTHING, Interface, Strength, interface
from newslint.text.parts import Line, Role

WIDEST_WRAP = 100
"""Code points: no mail or terminal program wraps text wider by default (72 to 80 are usual)."""
NARROWEST_WRAP = 40
WRAPPED_SHARE = 0.8
"""Share of line breaks that must be where greedy wrapping breaks, for a text to be wrapped."""

LONG_LINE = 200
"""Code points from which a line is running text whatever its end: its full stop may be lost."""

_UNSURE = frozenset({"copyright", "row"})
"""Kinds of interface text that a picture's credit can look like."""
_END_MARKS = ".!?"
_CLOSERS = "\"'”’)]»"


class Unit(Struct, frozen=False):
    """A line that is not blank, or several that were wrapped from one paragraph.

    Args:
        lines: The lines it stands on.
        start: First code point, white space left out.
        end: One past the last.
        text: The characters there.
        label: What its words say of it as interface text.
        furniture: Its role if it is furniture.
        dateline: The dateline it opens with.
        sentence: Whether it reads like running text: eight words or more and an end mark, or
            `LONG_LINE` code points.
        role: What the cascade has made of it.
        certain: Whether that admits no doubt.
    """

    lines: list[Line]
    start: int
    end: int
    text: str
    label: Interface = NOTHING
    furniture: Role | None = None
    dateline: Dateline | None = None
    sentence: bool = False
    role: Role = Role.OTHER
    certain: bool = True

    @property
    def ends(self) -> bool:
        """Whether it ends with an end mark."""
        return self.text.rstrip(_CLOSERS)[-1:] in tuple(_END_MARKS)


def split_lines(text: Text) -> list[Line]:
    """Return all lines of the text; their role is blank or other."""
    lines: list[Line] = []
    start = 0
    for number, content in enumerate(text.text.split("\n"), start=1):
        role = Role.OTHER if content and not content.isspace() else Role.BLANK
        lines.append(Line(text, start, start + len(content), content, number, role))
        start += len(content) + 1
    return lines


def units(text: Text, lines: list[Line]) -> list[Unit]:
    """Return the units of the text, each looked at by itself."""
    groups: list[list[Line]] = []
    width = _wrap_width(lines)
    previous: Line | None = None
    for line in lines:
        if line.role is Role.BLANK:
            previous = None
            continue
        if width and previous is not None and _continues(previous, line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
        previous = line
    return [_unit(text, group) for group in groups]


def _unit(text: Text, lines: list[Line]) -> Unit:
    start, content = lines[0].start, lines[0].text
    if len(lines) > 1:
        content = text.text[start : lines[-1].end]
    start += len(content) - len(content.lstrip())
    content = content.strip()
    length = len(content)
    unit = Unit(lines, start, start + length, content)
    if length <= LONGEST:
        unit.label = interface(content)
        if not unit.label.strength or unit.label.kind in _UNSURE or content[-1] == ":":
            unit.furniture = furniture(content)
        elif unit.label.strength is Strength.COMPANY and " " in content:
            # "toggle caption" is a button and says what it stands by
            unit.furniture = Role.CAPTION if furniture(content) is Role.CAPTION else None
        if unit.furniture:
            unit.label = NOTHING
    if not unit.furniture and may_open_dateline(content):
        unit.dateline = dateline_at_start(text.span(start, start + length))
    unit.sentence = length >= LONG_LINE or (length > 30 and unit.ends and content.count(" ") >= 7)
    return unit


def _wrap_width(lines: list[Line]) -> int:
    """Return the width at which the text was wrapped, or 0 when it was not.

    Wrapping is greedy: a line breaks where the next word would not have fitted.
    """
    width = max((len(line) for line in lines), default=0)
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return 0
    breaks = fits = 0
    for line, following in pairwise(lines):
        if line.role is not Role.BLANK and following.role is not Role.BLANK:
            breaks += 1
            fits += _continues(line, following, width)
    return width if breaks >= 3 and fits >= WRAPPED_SHARE * breaks else 0


def _continues(line: Line, following: Line, width: int) -> bool:
    indent = len(following.text) - len(following.text.lstrip())
    if indent > len(line.text) - len(line.text.lstrip()):
        return False
    word = following.text.split(None, 1)[0]
    return len(line.text.rstrip()) + 1 + len(word) > width - 4
