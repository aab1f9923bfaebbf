"""What stands around a date in its sentence, wherever on the page that is."""

from __future__ import annotations

from newslint import Span, regexp

REACH = 160  # code points to either side: the longest clauses of news are shorter
_SHORT = r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})"  # of a title or a name: ``Sen.``
_END = regexp(_SHORT + r"[.!?][\"”’)\]]*\s+(?=[\"“‘(\[—–-]?[ ]?[A-Z])")


def sentence_around(span: Span) -> tuple[str, str]:
    """Return what stands before a place in its sentence, and what behind it."""
    around = span.window(REACH, REACH)
    at = span.start - around.start
    lead, rest = around.text[:at], around.text[at + len(span.text) :]
    return _END.split(lead)[-1], _END.split(rest)[0]


def next_sentence(span: Span) -> str:
    """Return how the sentence behind that of a place begins, if it is of the same paragraph."""
    around = span.window(0, 2 * REACH)
    rest = around.text[len(span.text) :].partition("\n")[0]
    end = _END.search(rest)
    return rest[end.end() :] if end else ""
