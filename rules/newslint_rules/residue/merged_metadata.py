r"""RES007: metadata glued to the story."""

from __future__ import annotations

import re

from newslint import Doc, Findings, Role, phrases, rule

_NEAR = phrases(
    "by", "published", "updated", "posted",  # a byline, a stamp
    "reuter", "reuters", "upi", "afp", "ap", "dpa", "enditem", "pti", "ani", "ians", "uni",
    "xinhua", "bernama", "tass", "efe", "ansa", "aap", "app",  # a sign-off
)  # fmt: skip
_SIGN_OFF = re.compile(
    r"[.!?][\"'”’)]?\s{0,4}(?P<mark>[-–—]{1,2}\s?|\()?(?P<agency>REUTERS?|Reuters?|UPI|AFP|AP|DPA"
    r"|dpa|PTI"
    r"|ANI|IANS|UNI|APP|AAP|EFE|ANSA|TASS|Xinhua|XINHUA|Bernama|BERNAMA|Enditem|ENDITEM)\)?\.?$"
)
"""An agency behind the last full stop; in brackets or behind a dash it is a house's way."""
_NAME = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}"
_GLUED_BYLINE = re.compile(
    rf"(?:By|BY) {_NAME}(?: and {_NAME})?,? (?:[A-Z][\w' ]{{2,30}} )?"
    r"(?P<dateline>[A-Z][A-Z .'-]{2,30}(?:, [A-Z][\w. ]{1,20})? "
    r"(?:\([A-Z][\w ]{1,20}\) )?(?:-{1,2}|–|—) )"
)
_FUSED_BYLINE = re.compile(
    r"By (?:[A-Z][\w.'’-]* ){1,3}(?P<last>[A-Z][a-z]{2,})(?P<first>[A-Z][a-z]+(?:-[a-z]+)?)"
    r"(?= [a-z\d])"
)
_INNER_CAPITAL = frozenset({"Mac", "Van", "Von", "Fitz", "San", "Del", "Dela", "Mck", "Des", "Los"})
_POSTED_BY = re.compile(
    r"(?:Posted|Published|Submitted|Uploaded|Written|Created) by \w.{0,60}?"
    r"(?:\d{1,2}:\d\d|\b(?:19|20)\d\d\b)"
)
_OUTSIDE = frozenset({Role.HEADLINE, Role.OTHER, Role.DECK, Role.BYLINE, Role.DATE})
_LONGEST_STAMP = 140
_GLUED_STAMP = re.compile(
    r"(?:Published|Updated|Posted|Last updated|First published)\b.{4,80}?"
    r"(?:\d{4}|\b[AaPp]\.?[Mm]\.?|\b[A-Z]{2,4}T)(?=[A-Z][a-z]{2,} [a-z]+ [a-z]+)"
)


@rule("RES007", severity="warning", near=_NEAR)
def merged_metadata(doc: Doc) -> Findings:
    """A byline, a time stamp or an agency's sign-off that is glued to a sentence.

    Found are a sign-off behind the last sentence (`he said. REUTER`; in brackets, `he said. (PTI)`,
    it is an information), a byline before the dateline
    of the first paragraph or run into its first word, a time stamp run into the first word of the
    story, and a line such as `Posted by webdesk 12 March 2017 08:14`. A well-formed dateline is
    none of them, nor is a line of its own with a byline and a date.

    It misses a byline and a paragraph with a space between them: a name and the first words of a
    story look alike. It errs nowhere that was read, but real articles had only a few such lines.

    Bad: The tin price fell on Monday as buyers stayed away, dealers in the port said. >>REUTER<<
    Bad: >>By Ana CostaForty<< people spent the night on a ship that could not find the harbour.
    Good: By Ana McDonald and Ben Adler
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
            .strip(" \n\"'”’)(-–—")
            .flag(
                f"{match['agency']!r} is an agency's sign-off glued to the last sentence",
                severity="info" if match["mark"] else None,
            )
        )
    for line in doc.lines:
        if line.role in _OUTSIDE and len(line) <= _LONGEST_STAMP and _POSTED_BY.match(line.text):
            yield line.strip().flag("name, date and time of the page are merged on one line")
    for line in doc.lines:
        if line.role is Role.NOTE and (match := _GLUED_STAMP.match(line.text[:200])):
            yield (
                line.slice(0, match.end())
                .strip()
                .flag("a time stamp is glued to the first paragraph")
            )
    first = doc.body[0]
    match = _FUSED_BYLINE.match(first.text)
    if match and match["last"] not in _INNER_CAPITAL:
        yield first.group(match).flag("a byline is glued to the first word of the story")
    for pattern, what in ((_GLUED_BYLINE, "a byline"), (_GLUED_STAMP, "a time stamp")):
        if match := pattern.match(first.text[:200]):
            end = match.start("dateline") if pattern is _GLUED_BYLINE else match.end()
            yield first.slice(0, end).strip().flag(f"{what} is glued to the first paragraph")
