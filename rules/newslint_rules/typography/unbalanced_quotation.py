"""TYP002 unbalanced-quotation."""

import re
from collections.abc import Iterator

from newslint import Doc, Findings, Span, regexp, rule

_MARK = regexp(r"[\"“”]|``|''|‘‘|’’")
_SIGNS = ('"', "“", "”", "``", "''", "‘‘", "’’")
_OPENING = regexp(r"[\s(\[—–-]*[\"“'‘]|\s*``")


@rule("TYP002", severity="info", default=False)
def unbalanced_quotation(doc: Doc) -> Findings:
    r"""A quotation that is opened and not closed in its paragraph, or closed and not opened.

    A reader cannot tell where the speaker stops; often a line was lost or a paragraph break
    slipped in. A quotation that runs over several paragraphs opens each of them and closes the
    last, and is left alone, as are inches.

    Off by default: most are true, but in many the end is only unclear, where paragraph breaks were
    lost or a statement of several paragraphs opens only the first. It misses single marks
    (two of them count as one double) and guesses the direction of straight ones. It errs where a
    quotation within another has the same straight marks.

    Bad: The mayor called it >>"<<a first step and left.
    Bad: The mayor called it a first step>>”<< and left.
    Good: “It is a first step,” the mayor said.
    Good:
        "It is a first step,

        "And not the last," the mayor said of the 12" pipe.
    """
    body = doc.body
    for index, paragraph in enumerate(body):
        if not any(mark in paragraph.text for mark in _SIGNS):
            continue
        following = body[index + 1].text if index + 1 < len(body) else ""
        for mark, opened in _odd_marks(paragraph):
            if opened and _OPENING.match(following):
                continue
            what = "opens a quotation that is not" if opened else "closes a quotation that was not"
            done = "closed in this paragraph" if opened else "opened in this paragraph"
            yield mark.flag(f"{mark.text!r} {what} {done}")


def _odd_marks(paragraph: Span) -> Iterator[tuple[Span, bool]]:
    """Give the marks without a partner, and whether they open."""
    opened: Span | None = None
    text = paragraph.text
    for match in _MARK.finditer(text):
        mark = paragraph.group(match)
        if opened is None and mark.text in {'"', "”"} and text[: match.start()][-1:].isdigit():
            continue
        opens = _opens(text, match, already=opened is not None)
        if opens and opened is not None:
            yield opened, True
            opened = mark
        elif opens:
            opened = mark
        elif opened is None:
            yield mark, False
        else:
            opened = None
    if opened is not None:
        yield opened, True


def _opens(text: str, match: re.Match[str], *, already: bool) -> bool:
    if match.group() in {"“", "``", "‘‘"}:
        return True
    if match.group() in {"”", "’’"}:
        return False
    before, after = text[: match.start()][-1:], text[match.end() : match.end() + 1]
    apart_before = not before or before.isspace() or before in "([—–-"
    apart_after = not after or after.isspace()
    if apart_before == apart_after:
        return not already
    return apart_before
