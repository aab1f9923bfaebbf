r"""RES007: metadata glued to the story."""

from __future__ import annotations

import re

from newslint import Doc, Findings, phrases, rule

_SIGN_OFFS = phrases("reuter", "reuters", "upi", "afp", "xinhua", "tass", "enditem", "dpa", "ap")
_SIGN_OFF = re.compile(
    r"[.!?][\"'”’)]?\s{1,4}(?:REUTERS?|UPI|AFP|AP|DPA|Enditem|ENDITEM|Reuter)\.?$"
)
_NAME = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}"
_GLUED_BYLINE = re.compile(
    rf"(?:By|BY) {_NAME}(?: and {_NAME})?,? (?:[A-Z][\w' ]{{2,30}} )?"
    r"(?P<dateline>[A-Z][A-Z .'-]{2,30}(?:, [A-Z][\w. ]{1,20})? "
    r"(?:\([A-Z][\w ]{1,20}\) )?(?:-{1,2}|–|—) )"
)
_GLUED_STAMP = re.compile(
    r"(?:Published|Updated|Posted|Last updated|First published)\b.{4,80}?"
    r"(?:\d{4}|\b[AaPp]\.?[Mm]\.?|\b[A-Z]{2,4}T)(?=[A-Z][a-z]{2,} [a-z]+ [a-z]+)"
)


@rule(
    "RES007",
    severity="warning",
    near=phrases(
        "by",
        "reading",
        "read",
        *_SIGN_OFFS.literals,
        "published",
        "updated",
        "posted",
        "first published",
    ),
)
def merged_metadata(doc: Doc) -> Findings:
    """A byline, a time stamp or an agency's sign-off that is glued to a sentence.

    Three kinds: a sign-off behind the last sentence (`he said. REUTER`), a byline before the
    dateline of the first paragraph, and a time stamp run into the first word of the story.
    A well-formed dateline is none of them. Bylines that are glued to a paragraph without a dateline
    are not found: a name and the first words of a story cannot be told apart.

    Bad: The tin price fell on Monday as buyers stayed away, dealers in the port said. >>REUTER<<
    Good: The tin price fell on Monday, according to a survey of dealers by Reuters.
    Good: NEW YORK, November 20. /TASS/. The price of tin fell on Monday, dealers said.
    """
    if not doc.body:
        return
    last = doc.body[-1]
    if match := _SIGN_OFF.search(last.text[-40:]):
        tail = last.slice(len(last.text) - min(40, len(last.text)), len(last.text))
        start = match.start() + 1
        yield (
            tail.slice(start, len(tail))
            .strip(" \n\"'”’)")
            .flag(f"{last.text.split()[-1]!r} is an agency's sign-off glued to the last sentence")
        )
    first = doc.body[0]
    for pattern, what in ((_GLUED_BYLINE, "a byline"), (_GLUED_STAMP, "a time stamp")):
        if match := pattern.match(first.text[:200]):
            end = match.start("dateline") if pattern is _GLUED_BYLINE else match.end()
            yield first.slice(0, end).strip().flag(f"{what} is glued to the first paragraph")
