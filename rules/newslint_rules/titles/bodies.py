"""Which company or institution a title is of, where it is only called `the firm`."""

from newslint import Doc, Mention, regexp

_BODIES = frozenset(
    {"airline", "association", "bank", "body", "broadcaster", "business", "charity", "club"}
    | {"college", "company", "firm", "group", "hospital", "insurer", "lender", "operator"}
    | {"organisation", "organization", "regulator", "retailer", "school", "supplier", "trust"}
    | {"union", "university", "utility"}
)
"""What a story calls the body it is about, once it has been named."""
_OFFICERS = frozenset({"chairman", "director", "general secretary", "managing director"})
_HIRES = regexp(
    r"\b(?:appoint|hire|join|name|pick|poach|recruit|tap)(?:s|d|ed|ped|ing|ping)?\b|\bto lead\b"
    r"|\bnew (?:boss|chair\w*|chief|director|head)\b"
)


def is_of_the_body(doc: Doc, marked: Mention, plain: Mention) -> bool:
    """Tell whether `the firm's chief executive` is of the firm that the marked title is of.

    That is so where the marked title names no firm, or the one that the story opens with, and the
    story does not open with somebody who is hired.
    """
    noun = plain.domain.partition("'")[0].partition("’")[0]
    kind = plain.title_kind
    if noun not in _BODIES or not (kind.startswith("chief ") or kind in _OFFICERS):
        return False
    if not marked.domain:
        return True
    opening = [doc.headline] if doc.headline else []
    opening += doc.body[:1]
    named = any(
        marked.domain in place.text
        and not (place.start <= marked.span.start < place.end and place is not doc.headline)
        for place in opening
    )
    return named and not any(_HIRES.search(place.text) for place in opening)
