"""TYP003 stray-spaces."""

import re

from newslint import Doc, Findings, Fix, Span, regexp, rule

_SPACES = regexp(r" +(?=[,;.?!](?:\s|$))|  (?=[^ ])", re.MULTILINE)
_IN_NUMBER = regexp(
    r"[$£€¥]\d{1,3}, \d{3}\b(?! and\b)|(?<![\w.,/-])\d, \d{3}\.\d+"
    r"|(?<![\w.,/-])[1-9]\d?, \d{3}(?= [a-z]+s\b)"
    r"|(?<=(?:about|round|early|lmost) )[1-9]\d{0,2}, \d{3}\b(?! (?:and|or)\b)(?![.,]?\d|,)"
)
"""Where the two halves cannot be two numbers: of money, with decimals, before what is counted."""
_NUMBER_BEFORE = regexp(
    r"(?:\d[\d,]*,?|\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
    r"|\b(?:age|aged|age of|page|No\.|top|in|on|by|of|at)) \Z"
)
"""A list of numbers, a date, an age, a rank: what comes after the comma is another number."""
_LOST_DASH = regexp(r"[?!] [a-z]|[.?!] ?[.?!]")
"""A spaced mark in mid-sentence was a dash once (`it ? at least`); a spaced ellipsis is a style."""
_COLUMNS = regexp(r"\S {2,}\S.*\S {2,}\S")
_TYPEWRITER = regexp(r"[.?!:][\"'”’)]*$")


@rule("TYP003", severity="info", default=False)
def stray_spaces(doc: Doc) -> Findings:
    r"""A space too many: before a comma or full stop, inside a number, two in a row.

    Such spaces come from markup taken out and from text recognition; they part a number in two and
    confuse whatever splits text into words.

    Off by default (frequent in scraped articles, harmless one by one). Left alone: spaced ellipses
    (`. . .`), numbers in a list or after a date, two spaces after a full stop (a habit, not a
    slip), tables, French, where a space before `?` and `!` is right.

    It misses most parted numbers that could be two. It errs on transcripts and poems, where the
    space is meant.

    Bad: The ministers>> <<, envoys and clerks left>> <<.
    Fixed: The ministers, envoys and clerks left.
    Bad: It cost >>$5, 377<< in May, and >>12, 450<< panes were broken.
    Fixed: It cost $5,377 in May, and 12,450 panes were broken.
    Bad: The new>>  <<bridge is open.
    Fixed: The new bridge is open.
    Good: On June 12, 450 people and 10, 120 or 300 lamps were there; at 10, 450 others.
    Good: They waited . . . and left.  Nobody came.
    Good:
        Harlow   12   3   40
        Milton    9   0   31
    """
    text = doc.text
    if doc.language == "fr":
        return
    for match in _SPACES.finditer(text):
        span = doc.group(match)
        before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
        if not before.strip() or before in ".?!":
            continue
        if after in ",;.?!":
            if before.isalnum() and not _LOST_DASH.match(text, span.end):
                yield span.flag(f"a space before {after!r}", fix=Fix.delete(span, safe=True))
        elif not _meant(text, span):
            yield span.flag("two spaces in a row", fix=Fix(((span, " "),), safe=True))
    for match in _IN_NUMBER.finditer(text):
        span = doc.group(match)
        if not _NUMBER_BEFORE.search(text, max(span.start - 20, 0), span.start):
            fix = Fix(((span, span.text.replace(", ", ",")),), safe=True)
            yield span.flag("a space inside a number", fix=fix)


def _meant(text: str, span: Span) -> bool:
    """Tell whether two spaces end a sentence, typewriter style, or part columns."""
    line = span.window(len(text), len(text)).text
    start = text.rfind("\n", 0, span.start) + 1
    return bool(_TYPEWRITER.search(text[start : span.start]) or _COLUMNS.search(line))
