"""Whose words a title stands in: the article's own, or those of a speaker, a gallery, an editor."""

import re
from bisect import bisect_right
from itertools import islice

from newslint import Doc, Mention, Role, Span, paragraph_at, regexp

_TOLD = frozenset(
    {Role.HEADLINE, Role.HEADLINE_COPY, Role.DECK, Role.SUBHEAD, Role.CAPTION, Role.OTHER}
)
"""Lines that tell the story beside its paragraphs; an editor's note tells what was wrong in it."""
_GALLERY = regexp(
    r"\b(?:hide caption \d|photos:|file (?:photo|picture)|archive (?:photo|picture))",
    re.IGNORECASE,
)
"""What says that pictures are of other days. A single picture is mostly of the day."""
_NEAR = 600
"""Characters around a mention in which a gallery announces itself."""
_POST = regexp(r"\bpic\.twitter\.com/|\(@\w")
_POST_NEAR = 300
"""Characters around a place in which a post gives its author or its picture."""
_SPEAKER = regexp(r"[A-Z][A-Z.'’ -]{3,40}(?:\([^)]{1,30}\))?:")
"""`ANA RUIZ:` before what somebody says in a transcript."""
_SPEAKERS = 3
"""An article with so many such paragraphs is a transcript, if one of them speaks twice."""
_ENOUGH_SPEAKERS = 20


def place_of(doc: Doc, mention: Mention) -> Span | None:
    """Return the paragraph of a mention, or the headline, deck or other line it stands in."""
    offset = mention.span.start
    if paragraph := paragraph_at(doc, offset):
        return paragraph
    number = bisect_right(doc.lines, offset, key=lambda line: line.start) - 1
    line = doc.lines[number]
    return line if line.role in _TOLD and offset < line.end else None


def in_own_voice(doc: Doc, mention: Mention) -> bool:
    """Tell whether the article itself uses the title, not a speaker or a gallery."""
    if mention.quoted:
        return False
    place = place_of(doc, mention)
    if place is None or doc.get(_is_transcript):
        return False
    return not is_in_gallery(doc, place, mention.span)


def is_in_gallery(doc: Doc, paragraph: Span, place: Span) -> bool:
    """Tell whether a place is in the captions of pictures of other days."""
    start = max(paragraph.start, place.start - _NEAR)
    end = min(paragraph.end, place.end + _NEAR)
    return _GALLERY.search(doc.text, start, end) is not None


def is_in_post(doc: Doc, paragraph: Span, place: Span) -> bool:
    """Tell whether a place is in a post of a social network."""
    start = max(paragraph.start, place.start - _POST_NEAR)
    end = min(paragraph.end, place.end + _POST_NEAR)
    return _POST.search(doc.text, start, end) is not None


def _is_transcript(doc: Doc) -> bool:
    """Tell whether paragraphs open with the speaker's name: then all is speech."""
    labels = (_SPEAKER.match(doc.text, one.start) for one in doc.body)
    names = [match.group() for match in islice(filter(None, labels), _ENOUGH_SPEAKERS)]
    return len(names) >= _SPEAKERS and len(set(names)) < len(names)
