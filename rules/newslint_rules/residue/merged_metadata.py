r"""RES007: metadata glued to the story."""

from __future__ import annotations

from collections.abc import Iterable

from newslint import Doc, Findings, FormKind, Line, Role, Span, regexp, rule

_SIGN_OFF = regexp(
    r"[.!?][\"'”’)]?\s{0,4}(?P<mark>[-–—]{1,2}\s?|\()?(?P<agency>REUTERS?|Reuters?|UPI|AFP|AP|DPA"
    r"|dpa|PTI"
    r"|ANI|IANS|UNI|APP|AAP|EFE|ANSA|TASS|Xinhua|XINHUA|Bernama|BERNAMA|Enditem|ENDITEM)\)?\.?$"
)
"""An agency behind the last full stop; in brackets or behind a dash it is a house's way."""
_HOUSE_WAY = frozenset({"Enditem", "ENDITEM"})
"""Sign-offs that are set behind the last sentence on purpose."""
_INITIALS = regexp(
    r"[.!?][\"'”’)]?\s{0,4}(?P<all>(?P<agency>PTI|ANI|IANS|UNI|APP|AFP|AAP|BSS|UNB)"
    r"(?: [A-Z]{2,4}){1,5})$"
)
"""An agency and the initials of those who handled the copy."""
_WIRE_STAMP = regexp(
    r"(?:REUTERS?|Reuters?|AFP|AP|UPI)\s?(?:Reut|RTRS|AFP|AP|UPI)?\s?\d\d:\d\d"
    r"(?:\s\d\d-\d\d(?:-\d\d)?)?"
    r"(?: [A-Z]{2,4})?$"
)
"""The agency and the hour at which its machine sent the story."""
_SOURCE = regexp(r"[a-z\d.)\]](?P<source>SOURCE:? [A-Z][\w&.,'’-]*(?: [\w&.,'’-]+){0,6})$")
"""The last line of a press release, run into the line before."""
_NAME = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}"
_GLUED_BYLINE = regexp(
    rf"(?:By|BY) {_NAME}(?: and {_NAME})?,? (?:[A-Z][\w' ]{{2,30}} )?"
    r"(?P<dateline>[A-Z][A-Z .'-]{2,30}(?:, [A-Z][\w. ]{1,20})? "
    r"(?:\([A-Z][\w ]{1,20}\) )?(?:-{1,2}|–|—) )"
)
_FUSED_BYLINE = regexp(
    r"By (?:[A-Z][\w.'’-]* ){1,3}(?P<last>[A-Z][a-z]{2,})(?P<first>[A-Z][a-z]+(?:-[a-z]+)?)"
    r"(?= [a-z\d])"
)
_FUSED_WITH_PLACE = regexp(
    r"(?:By|BY) [A-Z][\w.'’-]+(?: (?:and|&|[A-Z][\w.'’-]+)){0,7}[a-z]{2}"
    r"(?=[A-Z]{3,}[A-Z ]{0,30}(?:[.,:]| ?[-–—(]))"
)
_LABEL_BY = regexp(r"(?<![A-Za-z])[A-Z][a-z]{2,}By [A-Z][\w'’-]+ [A-Z][\w'’-]+")
"""A section's name run into the byline."""
_STAMPS = regexp(
    r"[^.]{0,45}?\b(?:19|20)\d\d\b[^a-z]{0,30}?(?:Last )?(?:[Uu]pdated|[Mm]odified"
    r"|[Pp]ublished|[Ee]dited|UPDATED)(?: on| at|:)? ?.{0,30}?\b(?:19|20)\d\d\b"
)
_BARRED = regexp(
    r"(?:[^|•·]{0,30}\b(?:19|20)\d\d[^|•·]{0,20} ?[|•·] ?(?:[Bb]y|BY) [A-Z]"
    r"|(?:[Bb]y|BY) [A-Z][^|•·]{2,40}[|•·] ?[^|•·]{0,30}\b(?:19|20)\d\d\b)"
)
"""A byline and a date with a bar between them."""
_INNER_CAPITAL = frozenset({"Mac", "Van", "Von", "Fitz", "San", "Del", "Dela", "Mck", "Des", "Los"})
_POSTED_BY = regexp(
    r"(?:Posted|Published|Submitted|Uploaded|Written|Created) by \w.{0,60}?"
    r"(?:\d{1,2}:\d\d|\b(?:19|20)\d\d\b)"
)
_OUTSIDE = frozenset({Role.HEADLINE, Role.OTHER, Role.DECK, Role.BYLINE, Role.DATE})
_OUTSIDE_OR_NOTE = _OUTSIDE | {Role.NOTE}
_AGENCIES = ("REUTER", "Reuter", "AFP", "AP", "UPI")
_TELLING = FormKind(judge=lambda form: form.startswith(_AGENCIES) or "SOURCE" in form, small=False)
"""Forms with which an agency's stamp may begin, and what the last line of a press release has."""
_CLOCK = regexp(r"[A-Za-z]{2,8}?\s?(?:Reut|RTRS|AFP|AP|UPI)?\s?\d\d:\d\d")
_IN_SMALL = ("euter", "euters", "dpa", "inhua", "ernama", "nditem")
"""How the agencies end that do not end with a capital."""
_LONGEST_AGENCY = 12
_LONGEST_STAMP = 140
_GLUED_STAMP = regexp(
    r"(?:Published|Updated|Posted|Last updated|First published)\b.{4,80}?"
    r"(?:\d{4}|\b[AaPp]\.?[Mm]\.?|\b[A-Z]{2,4}T)(?=[A-Z][a-z]{2,} [a-z]+ [a-z]+)"
)
_OPENINGS = (
    "By", "BY", "Published", "Updated", "Posted", "Last updated", "First published",
)  # fmt: skip
"""How a first paragraph begins that a byline or a time stamp is glued to."""


@rule("RES007", severity="warning")
def merged_metadata(doc: Doc) -> Findings:
    """A byline, a time stamp or an agency's sign-off that is glued to a sentence.

    Found are a sign-off behind the last sentence (`he said. REUTER`; in brackets, `he said. (PTI)`,
    or where it is an agency's own end mark, it is an information), with the initials of the desk
    (`PTI ANC BA`) or the hour of sending; a byline before the dateline of the first paragraph or
    run into its first word; a time stamp run into the first word of the story; a section's name
    run into a byline, `SOURCE` run into a press contact, two time stamps on one line, and a line
    such as `Posted by webdesk 12 March 2017 08:14`. A byline and a date with a bar between them are
    an information. A well-formed dateline is none of them.

    It misses a byline and a paragraph with a space between them: a name and the first words of a
    story look alike. It errs nowhere that was read, but real articles had only a few such lines.

    Bad: The tin price fell on Monday as buyers stayed away, dealers in the port said. >>REUTER<<
    Bad: >>By Ana CostaForty<< people spent the night on a ship that could not find the harbour.
    Bad: The tin price fell on Monday as buyers stayed away, dealers said. >>PTI ANC BA<<
    Bad: >>By Ana Costa and Ben Adler<<HARLOW. Forty people spent the night on a ship at sea.
    Bad:
        >>NewsBy Ana Costa<< Reporter

        The council voted on Monday to close the bridge until the spring, the mayor said.

        Contact: Ben Adler 555-0117>>SOURCE Harlow Ferries<<
    Good: By Ana McDonald and Ben Adler
    Good: The tin price fell on Monday, according to a survey of dealers by Reuters.
    Good: NEW YORK, November 20. /TASS/. The price of tin fell on Monday, dealers said.
    """
    body = doc.article.body
    if not body:
        return
    if _may_be_signed_off(body[-1].text):
        yield from _behind_the_story(body[-1])
    for line in _lines(doc):
        if len(line) <= _LONGEST_STAMP:
            yield from _on_a_line(line)
        if line.role is Role.NOTE and (match := _GLUED_STAMP.match(line.text[:200])):
            yield (
                line.slice(0, match.end())
                .strip()
                .flag("a time stamp is glued to the first paragraph")
            )
    if body[0].text.startswith(_OPENINGS):
        yield from _before_the_story(body[0])


def _before_the_story(first: Span) -> Findings:
    """Flag what is glued to the first paragraph."""
    match = _FUSED_BYLINE.match(first.text)
    if match and match["last"] not in _INNER_CAPITAL:
        yield first.group(match).flag("a byline is glued to the first word of the story")
    if match := _FUSED_WITH_PLACE.match(first.text[:200]):
        yield first.group(match).flag("a byline is glued to the dateline")
    for pattern, what in ((_GLUED_BYLINE, "a byline"), (_GLUED_STAMP, "a time stamp")):
        if match := pattern.match(first.text[:200]):
            end = match.start("dateline") if pattern is _GLUED_BYLINE else match.end()
            yield first.slice(0, end).strip().flag(f"{what} is glued to the first paragraph")


def _lines(doc: Doc) -> Iterable[Line]:
    """Return the lines on which metadata can be merged."""
    if _TELLING.may_occur(doc) and ("SOURCE" in doc.text or _has_wire_stamp(doc)):
        return (line for line in doc.lines if line.role is not Role.BLANK)
    return doc.article.lines_with(_OUTSIDE_OR_NOTE)


def _has_wire_stamp(doc: Doc) -> bool:
    """Tell quickly whether an hour of sending stands behind the name of an agency."""
    text = doc.text
    for agency in _TELLING.forms(doc):
        at = text.find(agency)
        while at >= 0:
            if _CLOCK.match(text, at):
                return True
            at = text.find(agency, at + 1)
    return False


def _may_be_signed_off(paragraph: str) -> bool:
    """Tell quickly whether a paragraph may end with an agency; most end with a small letter."""
    end = paragraph[-_LONGEST_AGENCY:].rstrip(".)")
    return end[-1:].isupper() or end.endswith(_IN_SMALL)


def _behind_the_story(last: Span) -> Findings:
    """Flag what an agency or a press service left behind the last sentence."""
    tail = last.slice(len(last.text) - min(40, len(last.text)), len(last.text))
    if match := _INITIALS.search(tail.text):
        yield tail.slice(match.start("all"), match.end("all")).flag(
            f"{match['all']!r} is an agency's code behind the last sentence"
        )
    elif match := _SIGN_OFF.search(tail.text):
        agency = tail.slice(match.start() + 1, len(tail)).strip(" \n\"'”’)(-–—")
        if match["agency"] in _HOUSE_WAY and agency.start > tail.start + match.start() + 1:
            yield agency.flag(
                f"{match['agency']!r} is the agency's own end mark, not of the story",
                severity="info",
            )
        else:
            yield agency.flag(
                f"{match['agency']!r} is an agency's sign-off glued to the last sentence",
                severity="info" if match["mark"] else None,
            )


def _on_a_line(line: Line) -> Findings:
    """Flag metadata that is merged on a short line."""
    text = line.text.strip()
    place = line.strip()
    if line.role in _OUTSIDE and _POSTED_BY.match(text):
        yield place.flag("name, date and time of the page are merged on one line")
    elif _WIRE_STAMP.match(text):
        yield place.flag("an agency's sign-off and the hour of sending are left behind the story")
    elif (match := _SOURCE.search(text)) and line.role is not Role.HEADLINE:
        yield place.slice(match.start("source"), match.end("source")).flag(
            "the source of a press release is glued to the line before"
        )
    elif line.role in _OUTSIDE and (match := _LABEL_BY.search(text)):
        yield place.slice(match.start(), match.end()).flag("a label is glued to the byline")
    elif line.role in _OUTSIDE and not text.endswith(".") and _STAMPS.match(text):
        yield place.flag("two time stamps of the page are merged on one line")
    elif line.role in _OUTSIDE and _BARRED.match(text):
        yield place.flag("byline and date of the page are on one line", severity="info")
