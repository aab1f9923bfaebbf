"""Which titles cannot stand beside each other, and whether two are of one office."""

import functools
import re

from newslint import Mention, regexp, word_list

CLASHES = {
    "elect": ("current",),
    "nominee": ("current",),
    "former": ("current",),
    "acting": ("current",),
}
"""States of a title, and those that cannot stand beside them; a former president may be elected."""
_OF_A_TERM = frozenset({"governor", "representative", "secretary of state", "senator", "speaker"})
"""Titles left by courtesy to those who had them, but of an office and no rank."""
_OF_A_PLACE = frozenset(
    {"attorney general", "chancellor", "governor", "lieutenant governor", "mayor", "premier"}
    | {"prime minister", "representative", "senator", "vice president"}
)
"""Titles of which a person has one at a time: `Ohio Senator Dupont` is `Senator Dupont`."""
BY_VOTERS = frozenset({"governor", "mayor", "representative", "senator"})
"""Titles that are of a place and never of a person or an institution."""
_INSTITUTION = regexp(
    r"\b(?:Association|Bank|Club|College|Committee|Company|Council|Federation|Foundation|Institute"
    r"|Review|School|Society|Union|University)\b",
    re.IGNORECASE,
)


@functools.cache
def _kept_titles() -> frozenset[str]:
    return frozenset(word_list(__package__, "kept_titles.txt"))


@functools.cache
def by_courtesy() -> frozenset[str]:
    """Return the titles that many papers leave to those who had them."""
    return frozenset(word_list(__package__, "courtesy_titles.txt"))


def can_clash(mention: Mention) -> bool:
    """Tell whether a title is marked in a way that its plain form contradicts.

    A judge who retires is still `Judge Ruiz`, and `a former judge` as well; written with a capital,
    `former Judge Ruiz` is the form of address of somebody else.
    """
    if mention.state not in CLASHES or mention.title_kind in _kept_titles():
        return mention.state in ("elect", "nominee")
    if mention.title_kind in by_courtesy() - _OF_A_TERM:
        title = mention.title.text if mention.title else ""
        address = not mention.after and not title.rpartition(" ")[2].islower()
        return mention.state in ("elect", "nominee") or (mention.state == "former" and address)
    return True


def is_possessive(domain: str) -> bool:
    """Tell whether a title is of `the party’s` or `Acme's`."""
    return domain.endswith(("'s", "’s"))


def may_be_of_one(kind: str, domain: str, other: str) -> bool:
    """Tell whether titles of one kind, of these companies or places, may be of one office."""
    if domain == other:
        return True
    if _INSTITUTION.search(domain) or _INSTITUTION.search(other):
        return False
    return kind in _OF_A_PLACE or not (domain and other)
