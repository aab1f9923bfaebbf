"""Where a headline says whose word it is: `…: police`, `… — WHO`, `Police say …`."""

import re

from newslint import Span, Struct, regexp

_NAME = r"[^\W\d_][\w .'’-]{1,38}?"
_SAYS = r"(?:says?|said|claims?|warns?)"
_TAG = regexp(
    rf"(?:\s[—–-]\s+|:\s+|\s\|\s+|,\s+{_SAYS}\s+|,?\s+according to\s+(?:the\s+)?)"
    rf"(?P<source>{_NAME})$"
    rf"|(?:\s[—–-]\s+|,\s+)(?P<speaker>{_NAME})\s+{_SAYS}$"
)
_OPENING = regexp(rf"(?P<source>[A-Z][\w.'’-]*(?: [\w.'’-]+){{0,2}}?)(?::\s+|\s+{_SAYS}\s+)")
_PLURALS = regexp(r"(?:s|police|men|women)$", re.IGNORECASE)
_SIGNS = (":", "—", "–", "|", "say", "said", "claim", "warn", "according to")
"""One of them, or a hyphen by itself, is in all of these."""
_LONGEST = 4
"""A source in a headline has at most so many words."""


class SourceTag(Struct):
    """A source that a headline names.

    Args:
        place: Its place in the headline.
        opens: Whether the headline begins with it. `Police: …` may also be what it is about.
    """

    place: Span
    opens: bool


def source_tags(headline: Span) -> tuple[SourceTag, ...]:
    """Return the sources that stand at the end of a headline, and at its beginning."""
    text = headline.text.rstrip()
    if not any(map(text.__contains__, _SIGNS)) and not ("-" in text and "-" in text.split()):
        return ()
    found = []
    if tag := _TAG.search(text):
        found.append(
            SourceTag(headline.group(tag, "source" if tag["source"] else "speaker"), False)
        )
    if (opening := _OPENING.match(text)) and _PLURALS.search(opening["source"]):
        found.append(SourceTag(headline.group(opening, "source"), True))
    return tuple(one for one in found if one.place.text.count(" ") < _LONGEST)
