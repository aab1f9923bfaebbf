"""Whether a line that articles share is none of theirs ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

from newslint import Use, has_given_name, regexp
from newslint_rules.residue.shared_lines import (
    ENDS,
    HEAD,
    MARK,
    PAGE,
    TAIL,
    TO_READERS,
    WORD,
)

_OF_WIRES = regexp(
    r"(?i)\b(?:contributed|wire[ -](?:reports?|services?)|reporting by|reported from)\b"
)
"""Who wrote it: that is shared by right."""
_OF_A_PERSON = regexp(
    r"[^\w\n]*(?P<name>(?:[A-Z][\w.’'-]*\s){2,4})(?:is|was|covers|hosts|reports|writes)\b"
)
"""`Ana Costa is a columnist for the Ledger.`"""

_PAGE_SHARE = 0.2
"""Share of the uses that the article model knows for the page's, from which all of them are."""
_EDGE_SHARE = 0.8
_MUCH = 0.1
"""Share of an outlet's articles that no turn of phrase and no sub-head reaches."""
_SENTENCE = 10
"""Words of a sentence that nobody writes twice: `Terms were not disclosed` is a turn of phrase."""
_RUNNING = 40
"""Words of a line that runs on whatever its end: a fact keeps the beginning of its text."""
_NO_SUBHEAD = 8
"""Words of a line in the middle of the story that is no sub-head; those may speak to readers."""
_NO_LABEL = 5
"""Words of a line that is no label."""
_MANY = 20
"""Articles that share a mark in brackets, which writers of one serial may use as well."""


def are_of_stories(uses: Iterable[Use], key: str, fewest: int) -> bool:
    """Tell whether the articles are different stories: copies have two long paragraphs in common.

    An article that is nothing but the line tells nothing.
    """
    articles = {(use.place.path, use.place.record_number): use.evidence for use in uses}
    seen: set[tuple[str, str]] = set()
    stories = 0
    for evidence in articles.values():
        marks = [mark for mark in evidence.split() if mark != key[:MARK]]
        pairs = {*combinations(marks, 2)} or {(mark, mark) for mark in marks}
        stories += bool(pairs) and seen.isdisjoint(pairs)
        seen |= pairs
    return stories >= max(fewest, len(articles) / 2)


def is_of_the_page(uses: Sequence[Use], number: int, every: int) -> bool:
    """Tell whether a line that different stories share is none of theirs."""
    text, where = uses[0].text, Counter(use.value for use in uses)
    if where[PAGE] >= _PAGE_SHARE * len(uses):
        return True
    words = len(WORD.findall(text))
    ends = words >= _RUNNING or ENDS.search(text) is not None
    if words < _NO_LABEL:
        return text.startswith("[") and text.endswith("]") and number >= _MANY
    if _OF_WIRES.search(text) or (words < _SENTENCE and text.endswith(("?", ":"))):
        return False
    much = number >= _MUCH * every
    speaks = much or TO_READERS.search(text) is not None
    at_edge = where[HEAD] + where[TAIL] >= _EDGE_SHARE * len(uses)
    if at_edge:
        return speaks or (ends and words >= _SENTENCE)
    return words >= _NO_SUBHEAD and (speaks if ends else much)


def is_of_a_person(text: str) -> bool:
    """Tell whether a line says who somebody is, as that below a column does."""
    match = _OF_A_PERSON.match(text)
    return match is not None and has_given_name(match["name"].strip())


def quoted(text: str) -> str:
    """Return a line as messages quote it: its beginning, if it is long."""
    flat = " ".join(text.split())
    return repr(flat if len(flat) <= 60 else f"{flat[:57]}…")
