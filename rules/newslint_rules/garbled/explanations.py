"""What else explains a word that could come apart: name, foreign word, ending, address."""

from __future__ import annotations

import functools

from newslint import Doc, Span, lexicon, regexp, word_list
from newslint_rules.garbled.capitals import opens_with_abbreviation
from newslint_rules.garbled.splitting import (
    FUNCTION_WORDS,
    LEAST_GAIN,
    SUFFIXES,
    Context,
    Split,
    best_split,
)

_FOREIGN = frozenset(word_list(__package__, "foreign-words.txt"))
# Names end in what looks like a short word (`Froman`, `Juston`), hardly ever in a long one.
_ENDING = 3
# Behind a word that ends a name of several (`Wallenberg Foundationand`), these are no ending.
_AFTER_NAMES = frozenset(("and", "are", "for", "has", "the", "was", "who"))
# Endings on a known word: `forth-ing`, `gavel-ed`, `mainstream-ers`, `whoa-s`.
_ENDINGS = ("'s", "\u2019s", "ed", "er", "ers", "ing", "s")
# Prefixes that make a verb of nearly every verb (`outraise`, `overvote`).
_VERB_PREFIXES = frozenset(("out", "over", "under"))
_BEFORE_LIKE = frozenset(
    ("act", "anything", "feel", "look", "men", "nothing", "people", "seem", "smell", "something",
     "sound", "taste", "things", "women")
)  # fmt: skip
# Of learned Latin, where the left part is a word of English too: `person-alis`, `for-ensis`.
_LATIN = regexp(r"[a-z]{3,}(?:al|ar|ens)is")
# An address with blanks in it: `http://www. example. org`.
_ADDRESS_BEFORE = regexp(r"(?:www\.|/) ?\Z")
_ADDRESS_AFTER = regexp(r"://| ?\. ?(?:com|edu|gov|org|net)\b")


def explained(doc: Doc, word: Span, split: Split, around: Context) -> bool:
    """Tell whether a word that could come apart is surely something else."""
    return (
        _is_name(word.text, split, around)
        or around.before.lower() in _FOREIGN
        or around.after in _FOREIGN
        or _is_likeness(split, around)
        or _in_address(doc, word)
    )


@functools.lru_cache(maxsize=10_000)
def split_to_weigh(form: str) -> Split | None:
    """Return where a form comes apart, unless it surely is something else, whatever is around."""
    split = best_split(form)
    if split is None or _LATIN.fullmatch(form):
        return None
    if _is_derived(form, split) or _is_rare(form, split) or _is_prefixed_verb(split):
        return None
    likely = split.gain >= LEAST_GAIN or split.case_change or opens_with_abbreviation(split)
    return split if likely else None


def _is_name(form: str, split: Split, around: Context) -> bool:
    """Tell a name that only looks like a pair: no `If` or `Just` has a capital after a word."""
    if not form[0].isupper() or split.case_change:
        return False
    left, right = split.left, split.right
    small = right in FUNCTION_WORDS
    if around.after[:1].isupper():  # a first name, or that of a company
        two_small = small and around.opens and left.lower() in FUNCTION_WORDS
        two_small = two_small and len(left) > 1 and (len(right) >= _ENDING or right == "of")
        if not (two_small or (small and left.lower() not in FUNCTION_WORDS)):  # `Bankof`
            return True
    after_word = around.before != "" and not around.opens
    if not (after_word and len(left) > 1 and len(right) <= _ENDING):
        return False
    words = lexicon()
    titled = around.before[0].isupper() and right in _AFTER_NAMES and len(left) > _ENDING
    return not (left.isupper() or words.name(left) or (titled and words.core(left)))


def _is_derived(form: str, split: Split) -> bool:
    """Tell a known word with an ending that the dictionary does not have with it."""
    words = lexicon()
    stems = (form.removesuffix(ending) for ending in _ENDINGS if form.endswith(ending))
    return not split.case_change and any(
        len(stem) > len(split.left) and words.known(stem.lower()) for stem in stems
    )


def _is_likeness(split: Split, around: Context) -> bool:
    """Tell `pastorlike calm` from `peoplelike them` and `lookslike`."""
    left, after = split.left.lower(), around.after
    verb = left in FUNCTION_WORDS or left.endswith(("s", "ed", "ing")) or left in _BEFORE_LIKE
    small = after.lower() in FUNCTION_WORDS or after[:1].isupper()
    return split.right == "like" and not (verb or small)


def _is_rare(form: str, split: Split) -> bool:
    """Tell a rare word of two words with a meaning of their own: `stockwhip`, `waterflooding`."""
    parts = (split.left.lower(), split.right.lower())
    function = any(one in FUNCTION_WORDS and one not in SUFFIXES for one in parts)
    return not (split.case_change or function) and lexicon().rare(form)


def _is_prefixed_verb(split: Split) -> bool:
    small = split.case_change or split.right in FUNCTION_WORDS
    return split.left in _VERB_PREFIXES and not small


def _in_address(doc: Doc, word: Span) -> bool:
    before = doc.text[max(0, word.start - 5) : word.start]
    after = _ADDRESS_AFTER.match(doc.text, word.end)
    return after is not None or _ADDRESS_BEFORE.search(before) is not None
