"""Two full names, one slip apart, that are one person's; and `Mr X` of whom nothing else is told.

An article names a person in full once and then by the surname. A second full name with the same
given name and nearly the same surname, or nearly the same given name and the same surname, is a
slip, unless a word of kinship stands by or somebody speaks of the spelling.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from newslint import Doc, Span, Struct, has_given_name, lexicon, regexp
from newslint_rules.titles.alike import Slip
from newslint_rules.titles.name_context import Around, any_given

_NEAR = 100
"""So far around a name somebody may speak of its spelling, or of a namesake, in characters."""
_BESIDE = 40
"""So far around a name a word of kinship is about it."""
_NAMESAKES = regexp(
    r"\b(?:no relation|not related|unrelated|namesakes?|not to be confused|mix-?up|mixed up"
    r"|(?:mis|re)?spel(?:l\w*|t)\b|transliterat\w+|transcri(?:be[ds]?|ptions?)\b"
    r"|also (?:known|written)|pseudonym|stage name|alias|n[ée]e\b|born (?-i:[A-Z])|aka\b|a\.k\.a\."
    r"|pronounc\w+|chang(?:e[ds]?|ing) (?:his|her|the|its) (?:sur)?name)",
    re.IGNORECASE,
)
_KIN = regexp(
    r"\b(?:(?:grand|step)?(?:father|mother|sons?|daughters?|parents?|child|children)|brothers?"
    r"|sisters?|siblings?|twins?|wife|husband|couple|cousins?|nephew|niece|uncle|aunt)\b",
    re.IGNORECASE,
)
_LIST = regexp(r"(?: [A-Z][\w’'-]+)?(?:['’]s)?(?:,| and| or| &| but not)+ (?:[A-Z][\w’'.-]* ){0,2}")
"""Nothing between two names but `and` or a comma: two persons in a row."""
_COURTESIES = frozenset({"mr", "mrs", "ms", "miss"})
"""Before the surname of somebody who has been named in full."""
_HYPHENS = ("-", "\u2010", "\u2011")
"""After the first half of a double name, or of a Korean given name."""
_COMMON = 3.0
"""A word so frequent (log10 per 10^9) is no name that was meant: `James Comedy` is a joke."""
_SHORTEST = 5
"""Letters of a surname; shorter ones are too often alike."""
_INTRODUCED_BEFORE = regexp(
    r"\b(?:[Aa]n?|[Aa]nother) [^.,;!?\n]{2,60}, (?:[^\W\d_a-z][\w’'.-]* ){1,2}$"
)
_INTRODUCED_AFTER = regexp(r", (?:an?|another|who|\d\d)\b")


class Spelling(Struct):
    """A form of a name, where it stands, and what stands around it."""

    form: str
    places: Sequence[Span]
    around: Around


def may_be_one_full_name(one: str, other: str, slip: Slip) -> bool:
    """Tell by two forms alone whether `one_full_name` can be true of them."""
    if slip is Slip.ACCENTS or _is_plural(one, other):
        return False
    return (
        _may_follow_given(one, other)
        or _may_follow_given(other, one)
        or _may_precede_surname(one, other, slip)
        or _may_follow_courtesy(one, other)
    )


def one_full_name(doc: Doc, one: Spelling, other: Spelling, slip: Slip) -> bool:
    """Tell whether two forms are the surname, or the given name, of one person named in full.

    Args:
        doc: The article.
        one: The spelling that is thought a slip.
        other: The other one.
        slip: What parts them.
    """
    if slip is Slip.ACCENTS or _is_plural(one.form, other.form):
        return False
    every = (*one.places, *other.places)
    if any(doc.text.startswith(_HYPHENS, place.end) for place in every):
        return False
    if _share_given(doc, one, other):
        kin = False  # of one family, they would bear one surname
    elif _share_surname(one, other, slip) or _is_courtesy(one, other):
        kin = True
    else:
        return False
    return not (
        any(_in_a_row(doc, *two) for two in pairwise(sorted(every, key=lambda x: x.start)))
        or (kin and any(_about(doc, place, _KIN, _BESIDE) for place in every))
        or any(_about(doc, place, _NAMESAKES, _NEAR) for place in every)
    )


def _is_plural(one: str, other: str) -> bool:
    """Tell `the Lindqvists`, and adjectives of place, from a slip in a name's last letter."""
    short, long = sorted((one.lower(), other.lower()), key=len)
    return long == f"{short}s" or (long == f"{short}n" and short.endswith("a"))


def _share_given(doc: Doc, rare: Spelling, usual: Spelling) -> bool:
    """Tell `Karl Lindqvist` and `Karl Lindqist`: a known given name before both."""
    words = lexicon()
    shared = {word for word in rare.around.nearest & usual.around.nearest if any_given({word})}
    if not shared or not _may_follow_given(rare.form, usual.form):
        return False
    if not (words.known(rare.form) and words.known(usual.form)):
        return True
    later = max((rare, usual), key=lambda spelling: spelling.places[0].start)
    return not any(_is_introduced(doc, place) for place in later.places)


def _may_follow_given(rare: str, usual: str) -> bool:
    words = lexicon()
    core = words.core(rare.lower()), words.core(usual.lower())
    if all(core) or (core[0] and words.zipf(rare) >= _COMMON):
        return False
    return max(len(rare), len(usual)) >= _SHORTEST


def _share_surname(one: Spelling, other: Spelling, slip: Slip) -> bool:
    """Tell `Yorven Lund` and `Yorvven Lund`: one of the given names is none that is known."""
    surnames = one.around.after & other.around.after
    before = one.around.given, other.around.given
    if not surnames or (all(before) and not before[0] & before[1]):
        return False
    if not _may_precede_surname(one.form, other.form, slip):
        return False
    given = any(has_given_name(f"{spelling.form} Lindqvist") for spelling in (one, other))
    return given or not all(map(lexicon().core, surnames))


def _may_precede_surname(one: str, other: str, slip: Slip) -> bool:
    if slip is Slip.LAST:
        return False
    words = lexicon()
    given = [has_given_name(f"{form} Lindqvist") for form in (one, other)]
    known = [words.known(form) for form in (one, other)]
    if any(given):
        return not (all(given) or known[given.index(False)])
    common = words.core(one.lower()) or words.core(other.lower())
    return not (all(known) or common or min(len(one), len(other)) < _SHORTEST - 1)


def _is_courtesy(one: Spelling, other: Spelling) -> bool:
    """Tell `Mr Lindqist`, of whom no given name is told, where one `Karl Lindqvist` is told."""
    if not _may_follow_courtesy(one.form, other.form):
        return False
    for short, full in ((one.around, other.around), (other.around, one.around)):
        polite = short.titles and short.titles <= _COURTESIES and not short.given
        if polite and full.given and not full.titles - _COURTESIES:
            return True
    return False


def _may_follow_courtesy(one: str, other: str) -> bool:
    words = lexicon()
    if words.core(one.lower()) or words.core(other.lower()):
        return False
    return max(len(one), len(other)) >= _SHORTEST


def _is_introduced(doc: Doc, name: Span) -> bool:
    """Tell `a teacher, Karl Lindqvist` and `Karl Lindqvist, a teacher`: somebody new."""
    before = _INTRODUCED_BEFORE.search(doc.text, max(0, name.start - _NEAR), name.start)
    return bool(before or _INTRODUCED_AFTER.match(doc.text, name.end))


def _about(doc: Doc, place: Span, words: re.Pattern[str], reach: int) -> bool:
    """Tell whether one of some words stands near a name."""
    return words.search(doc.text, max(0, place.start - reach), place.end + reach) is not None


def _in_a_row(doc: Doc, first: Span, second: Span) -> bool:
    gap = second.start - first.end
    return gap < _NEAR and _LIST.fullmatch(doc.text, first.end, second.start) is not None
