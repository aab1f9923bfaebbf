"""Which forms can be a piece of a broken word, told by the form alone and once for the whole run.

Each answer is a necessary condition of what `broken_words` and `broken_pairs` look for in the text:
nearly all forms are pieces of nothing, and what is nowhere need not be looked for.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterator

from newslint import Doc, FormKind, FormRuns, blanked, is_stray, is_unknown, lexicon, regexp
from newslint_rules.garbled.splitting import BACK_OFF, FUNCTION_WORDS, PER_WORD, SHORT

# log10 of how much likelier the whole is than the pair. What these numbers found in eight million
# words of edited and scraped news were broken words, initials set apart in a name and one new word.
GAIN, GAIN_SHORT = 4.0, 4.5
_MOST_LONGER = 100  # so many words may be looked at for one form; a beginning of more is a piece
_LETTERS = regexp(r"[^\W\d_]+")
_LONG_NAME = 5
_CUT = "\ufffd"  # stands where a form ends in the middle of a letter
# What is left of `it's`, `isn't` and the like is in every text, but hardly ever alone: with a blank
# on one side and no apostrophe on the other, or at an end of the text.
_CLITICS = frozenset(("ain", "aren", "d", "ll", "m", "re", "s", "t", "ve"))
_LONGEST_CLITIC = max(map(len, _CLITICS))
_EDGES = " \n\t\x0c\r"
_ALONE = FormRuns(
    f"{before}{clitic}{after}"
    for clitic in _CLITICS
    for before in _EDGES
    for after in _EDGES
    if " " in (before, after)
)


# What a form can be a piece of; plain numbers, as an `IntFlag` takes a microsecond to be asked.
HYPHENATED = 1  # it ends in a hyphen: `govern-`
STRAY = 2  # one or two letters that are no word
UNKNOWN = 4  # unknown, and the beginning or the end of a word that is met
LEFT = 8  # rare, and the beginning of a word that goes on with an ordinary one
RIGHT = 16  # rare, and the end of a word that is met
_TOLD = 32  # unknown, and only a piece of a name, if the article has that by itself
_NAME = 64  # such a name, or tied to something (`Zorvaq-led`)
_PLACED = HYPHENATED | STRAY | UNKNOWN | LEFT | RIGHT


@functools.lru_cache(maxsize=10_000)
def piece(form: str) -> int:
    """Tell what a form, no ordinary word, can be a piece of."""
    if not form.isalpha():
        return _tied(form)
    lowered = form.lower()
    small = form == lowered
    if not small and form[1:] != lowered[1:]:
        return 0
    words, found = lexicon(), STRAY if is_stray(form) else 0
    ends = small and words.ends_longer(lowered)
    if form.isascii() and lowered not in SHORT:
        if _partners(form, 1) != ():
            found |= LEFT
        if ends:
            found |= RIGHT
    if is_unknown(form):
        met = ends or found & LEFT or not form.isascii() or words.begins_longer(lowered)
        found |= UNKNOWN if met else _TOLD
    return found if small or not _is_name(form) else found | _NAME


def _tied(form: str) -> int:
    found = 0
    if form[-1] == "-" and form[-2:-1].isalpha():
        found |= HYPHENATED
    if form == form.lower():
        return found
    if (_CUT in form and form[0].isupper()) or any(_is_name(run) for run in _LETTERS.findall(form)):
        found |= _NAME
    return found


def _is_name(run: str) -> bool:
    """Tell a capitalised word that is too rare to be among those that are met."""
    capital = len(run) >= _LONG_NAME and run[0].isupper() and run[1:] == run[1:].lower()
    return capital and not lexicon().is_met(run.lower())


@functools.lru_cache(maxsize=50_000)
def odd(form: str) -> bool:
    """Tell what is no ordinary word: one or two letters, or a rare word."""
    return form not in SHORT and (len(form) < 3 or not lexicon().ordinary(form))


@functools.lru_cache(maxsize=10_000)
def partners(form: str) -> tuple[str, ...] | None:
    """Return the ordinary words that make a likelier word with a form before them.

    None for a form that begins too many words to look at each.
    """
    return _partners(form)


def _partners(form: str, most: int = _MOST_LONGER) -> tuple[str, ...] | None:
    """Return so many of the `partners`, for who only asks whether there are any."""
    words, lowered, size = lexicon(), form.lower(), len(form)
    gain = GAIN if form == lowered else GAIN_SHORT
    found: list[str] = []
    for count, whole in enumerate(words.longer(lowered)):
        if count == _MOST_LONGER and form != "I":  # which is in every text
            return None
        rest = whole[size:]
        if rest in FUNCTION_WORDS or odd(rest) or words.bigram(form, rest) is not None:
            continue
        if words.zipf(whole) - words.zipf(form) - words.zipf(rest) + PER_WORD - BACK_OFF >= gain:
            found.append(rest)
            if len(found) == most:
                break
    return tuple(found)


PIECES = FormKind(judge=lambda form: bool(piece(form)), ordinary=False)


def pieces(doc: Doc) -> Iterator[tuple[str, int]]:
    """Give the forms of an article that are pieces of something there."""
    alone: Collection[str] | None = None
    names: list[str] = []
    told: list[tuple[str, int]] = []
    for form in PIECES.forms(doc):
        what = piece(form)
        if what & _NAME:
            names += (_CUT,) if _CUT in form else _LETTERS.findall(form)
        if what & _TOLD:
            told.append((form, what))
        elif what & _PLACED:
            if form in _CLITICS:
                alone = _alone(doc) if alone is None else alone
                if form not in alone:
                    continue
            yield form, what
    if names and told:
        listed = f" {' '.join(names)} "
        yield from ((form, what | UNKNOWN) for form, what in told if _is_part(form, listed))


def _alone(doc: Doc) -> set[str]:
    """Return the clitics that stand alone, and what stands at the ends of the text."""
    return {one.strip() for one in _ALONE.found(doc)} | _at_ends(doc)


def _at_ends(doc: Doc) -> set[str]:
    """Return the forms with which a text begins and ends; of long ones a part."""
    marked, reach = blanked(doc).strip(), _LONGEST_CLITIC + 1
    ends = (*marked[:reach].split()[:1], *marked[-reach:].split()[-1:])
    return {one.decode(errors="replace") for one in ends}


def _is_part(form: str, names: str) -> bool:
    """Tell whether a form is the beginning of one of some names or, in small letters, its end."""
    if _CUT in names:
        return True
    if form.islower():
        return f"{form} " in names
    return names.count(f" {form}") > names.count(f" {form} ")
