"""What speaks for a lost blank beside a capital: titles, given names, names of the article."""

from __future__ import annotations

import functools

from newslint import (
    MONTH_NAMES,
    WEEKDAY_NAMES,
    has_given_name,
    is_title_word,
    lexicon,
    nationalities,
    regexp,
    word_list,
)
from newslint_rules.garbled.splitting import (
    FUNCTION_WORDS,
    PREFIXES,
    SUFFIXES,
    Context,
    Split,
)

# Pairs of capitalised words are also how companies write their names: evidence against a lost
# blank, unless the two words are such as no company joins, or the article has them apart.
_CAMEL_CASE = -2.0
_USUAL_PAIR, _USUAL = -1.2, -5.0  # `UnitedStates`
_JOINED_BRANDS = -4.0  # `TheWire`, `MyPlace`: what begins so is a name until shown otherwise
_APART_HERE = 2.0
_ADDRESSED = 3.0
_NO_BRAND = 1.5  # a title, a nation, a month, a conjunction: hardly ever half of a brand
_PERSON = 2.0
_HALF_HERE = 0.5  # for each of the two that the article has by itself
_BRAND_OPENERS = frozenset(word_list(__package__, "brand-openers.txt"))
_CLOSERS = frozenset(word_list(__package__, "name-closers.txt"))
_BRAND_TITLES = frozenset(("First", "Future", "King", "Master", "New", "Next", "State"))
_HONORIFICS = frozenset(("Dr", "Mr", "Mrs", "Ms"))
_CALENDAR = frozenset((*MONTH_NAMES, *WEEKDAY_NAMES))
# `goHenry`, `inDrive`, `theSkimm` are brands; a name after the small word is not what they have.
_SMALL_BRAND = -3.0
_BRAND_STARTS = frozenset(("in", "on", "so", "the"))
_VERBS = frozenset(("be", "do", "go", "me", "my", "no", "up", "we"))
# An abbreviation before a word in small letters (`GOPsenators`) is no way to make a word.
_ABBREVIATION = 1.0
_ABBREVIATION_HERE = 1.0
_BEFORE_NAME = 0.7  # `hopesSanders`: a word of some length before a name
NAME_ENDINGS = SUFFIXES | frozenset(word_list(__package__, "name-endings.txt"))
_TAILS = frozenset(word_list(__package__, "name-tails.txt"))
_PEOPLES = frozenset(("African", "Asian", "Chechen", "Victorian"))  # no nations, but used like one
_SMALL_TAILS = frozenset(("and", "for", "has", "the", "was", "who"))
_PREPOSITIONS = frozenset(("as", "at", "by", "in", "is", "of", "on", "to"))
_SHORTEST_NAME = 3
_ORDINARY = 4
_LONG = 6
_MET_ZIPF = 3.0
_COMMON_ZIPF = 3.8
# A name of the article and a function word make an unknown word by chance in few names: of the
# names in four million words of news, one looked so by chance (`Bow`, `Bowcan`).
_AFTER_NAME = 2.0
_TAIL = 3.0
_NOUN = 2.4
_NO_WORD = 0.3  # `Israelitanks`, where `Houseguest` is made of words
# What `'t` makes a word of.
_NEGATED = (
    "ain", "aren", "can", "couldn", "didn", "doesn", "don", "hadn", "hasn", "haven", "isn", "mayn",
    "mightn", "mustn", "needn", "oughtn", "shan", "shouldn", "wasn", "weren", "won", "wouldn",
)  # fmt: skip
_NAME = regexp(r"(?:Ma?c|D[aeiu]|L[ae]|Van|O['\u2019])?[A-Z][a-z]+")


def opens_with_abbreviation(split: Split) -> bool:
    """Tell an abbreviation before a word: `GOPsenators`."""
    abbreviated = len(split.left.rstrip("s")) > 1 and split.left.rstrip("s").isupper()
    right = split.right
    return abbreviated and right.islower() and len(right) >= _ORDINARY and right not in NAME_ENDINGS


def abbreviation_odds(split: Split, around: Context) -> float:
    """Return what an abbreviation before a word adds to the log odds that a blank was lost."""
    return _ABBREVIATION + (_ABBREVIATION_HERE if around.count(split.left) else 0.0)


def case_odds(split: Split, around: Context) -> float:
    """Return what a change of case adds to the log odds that a blank was lost there."""
    left, right = split.left, split.right
    if not left[0].isupper():
        return _after_small_letter(left, right, around)
    if not right[0].isupper():
        return 0.0
    addressed = f"{left} " in around.text or lexicon().name(right)
    if left in _HONORIFICS and addressed:  # `MrZorvaq`
        return _ADDRESSED
    if f"{left} {right}" in around.text:
        return _APART_HERE
    here = _HALF_HERE * ((around.count(left) > 0) + (around.count(right) > 0))
    if left in _BRAND_OPENERS:
        # `TheBoston Globe said`, `theUniversity of`
        goes_on = around.after == "of" or (around.opens and around.after[:1].isupper())
        return here + (_CAMEL_CASE if goes_on else _JOINED_BRANDS)
    titled = is_title_word(left) and left not in _BRAND_TITLES
    if titled or left in _CALENDAR or right in _CALENDAR or right in _CLOSERS:
        return _NO_BRAND + here
    if has_given_name(f"{left} {right}") and not has_given_name(f"{right} Xx"):
        return (_PERSON if lexicon().name(right) else _NO_BRAND) + here  # agencies: `KarlPhoto`
    if left.lower() in FUNCTION_WORDS and right.lower() not in FUNCTION_WORDS:
        return _NO_BRAND + here
    return here + (_USUAL_PAIR if split.likelihood > _USUAL else _CAMEL_CASE)


def _after_small_letter(left: str, right: str, around: Context) -> float:
    named = _is_name(right, around)
    place = named and not around.opens  # a line that opens with `inRead` is that of an advertiser
    brand = left in _VERBS or (left in _BRAND_STARTS and not place)
    if right in _CALENDAR:
        return _NO_BRAND
    if brand and right[1:].islower():
        return _SMALL_BRAND
    small = left in FUNCTION_WORDS
    if right.isupper() and len(right) > 2 and small:
        return _ABBREVIATION
    if small and len(left) >= _ORDINARY:  # `afterBristol`: no brand begins so
        return _NO_BRAND if named else _BEFORE_NAME
    content = len(left) >= _ORDINARY and not small and lexicon().core(left)
    return _BEFORE_NAME if named and content else 0.0


def _is_name(form: str, around: Context) -> bool:
    return form in _CALENDAR or lexicon().name(form) or around.count(form) > 0


def after_name(form: str, around: Context) -> tuple[str, float] | None:
    """Find a common word glued to a name that is known, or that the article has by itself."""
    pairs = name_and_word(form)
    if not pairs:
        return None
    met = lexicon().zipf(form) > 0
    weighed = ((f"{left} {right}", _after(left, right, around, met)) for left, right in pairs)
    best = max(weighed, key=lambda one: one[1])
    return best if best[1] else None


def may_follow_name(form: str) -> bool:
    """Tell whether a capitalised form may be a name and a word, the article aside (`after_name`).

    All words of `_after` are met in news.
    """
    for left, right in _met_halves(form):
        if right in FUNCTION_WORDS and left > _ORDINARY:
            return True
        if len(right) >= _ORDINARY:
            verb = right.endswith(("ed", "ly")) and len(right) >= _LONG
            common = right not in NAME_ENDINGS and lexicon().zipf(right) >= _COMMON_ZIPF
            if right in _TAILS or verb or common:
                return True
    return False


def may_own_after_name(form: str) -> bool:
    """Tell whether it may with an apostrophe and a letter or two: `Zorvaqdidn't`."""
    return any(_owns(right) for _, right in _met_halves(form)) or form[_SHORTEST_NAME:].endswith(
        _NEGATED
    )


@functools.lru_cache(maxsize=2_000)
def _owns(right: str) -> bool:
    words = lexicon()
    return words.contracts(right) or words.zipf(right + "'s") >= _COMMON_ZIPF


@functools.lru_cache(maxsize=10)
def _met_halves(form: str) -> tuple[tuple[int, str], ...]:
    """Return the common words in which a form ends, and how many letters stand before."""
    size = len(form)
    return tuple(
        (size - len(right), right)
        for right in lexicon().met_endings(form.lower())
        if 1 < len(right) <= size - _SHORTEST_NAME and _is_core(right)
    )


@functools.lru_cache(maxsize=5_000)
def _is_core(right: str) -> bool:
    """Tell a common word: the same few thousand end most names."""
    return lexicon().core(right)


@functools.lru_cache(maxsize=50_000)
def name_and_word(form: str) -> tuple[tuple[str, str], ...]:
    """Return the ways in which a form is a name and a common word that may follow one."""
    words = lexicon()
    if form.islower():
        return ()
    halves = ((form[:at], form[at:]) for at in range(_SHORTEST_NAME, len(form) - 1))
    return tuple(
        (left, right)
        for left, right in halves
        if right.islower()
        and _NAME.fullmatch(left)
        and words.core(right)
        and (_goes_on(right) or (len(right) >= _ORDINARY and any(_is_tail(right))))
    )


def _goes_on(right: str) -> bool:
    return right in FUNCTION_WORDS or right.endswith(("n't", "n\u2019t"))


def _is_tail(right: str) -> tuple[bool, bool]:
    """Tell a verb or the like that follows names, and a common word that may."""
    zipf = lexicon().zipf(right)
    verb = right.endswith(("ed", "ly")) and len(right) >= _LONG and zipf >= _MET_ZIPF
    return right in _TAILS or verb, right not in NAME_ENDINGS and zipf >= _COMMON_ZIPF


def _after(left: str, right: str, around: Context, met: bool) -> float:
    """Judge a name and a word; `met` says that the two as one are met elsewhere."""
    words = lexicon()
    long = len(left) > _ORDINARY
    if _goes_on(right):
        if long and (len(right) > 2 or right in _PREPOSITIONS) and (times := around.count(left)):
            return _AFTER_NAME + times
        before = right in _SMALL_TAILS and long and around.before[:1].isupper() and not met
        if before and words.name(left):
            return _AFTER_NAME + 1
    tail, common = _is_tail(right)
    if len(right) < _ORDINARY or not (tail or common):
        return 0.0
    times, known, core = around.count(left), words.name(left), words.core(left)
    nation = left in _PEOPLES or (left[1:].islower() and left in nationalities())
    if (
        not nation
        and core
        and not (times > 1 and not around.opens and not around.count(left.lower()))
    ):
        return 0.0
    if tail and (times or (long and not met)):
        return _TAIL + times + known
    if nation and common and not met:
        return _TAIL
    noun = common and times > 1 and left.lower() not in PREFIXES
    return noun * (_NOUN + (0.0 if core else _NO_WORD))
