"""Titles of persons: which there are, what is the same, and the words around them.

`Gov.` is a governor, a congresswoman a representative, the defence minister a defense minister;
`former`, `acting`, `then-` and `-elect` say since when and how long a title holds.
"""

from __future__ import annotations

import functools
import re

from newslint.patterns import regexp
from newslint.structs import Struct
from newslint.text.lexicon import load
from newslint.text.names import is_calendar
from newslint.text.phrases import Phrases, word_list

_DATA = "newslint.text.data"
_SUFFIX = regexp(
    r"[-‐‑–](?P<state>elect|designate|nominee|in-waiting)\b"
    r"|[ \u00a0](?P<word>designate|elect|nominee)\b",
    re.IGNORECASE,
)
SUFFIXES = frozenset({"elect", "designate", "nominee", "in-waiting"})
"""What behind a title says that it does not hold yet."""
_STATES = ("then", "late", "former", "next", "acting", "current")
"""What a title is when several words speak of it: the first of these."""
PORTFOLIO_TITLES = frozenset({"minister", "secretary", "commissioner", "director", "spokesman"})


class Modifiers(Struct, frozen=False):
    """What stands before a title.

    Args:
        start: Where the first word that belongs to the title stands, as an offset in the text.
        begin: Where all of it begins, with nationality and qualifier.
        state: ``current``, ``former``, ``acting`` …
        title: The canonical title.
        nationality: The country's adjective, or ``""``.
        qualifier: The capitalised words before (`Acme President`), or ``""``.
        outgoing: Whether the title is about to end.
    """

    start: int
    begin: int
    state: str
    title: str
    nationality: str = ""
    qualifier: str = ""
    outgoing: bool = False


@functools.cache
def titles() -> dict[str, str]:
    """Return the canonical title of each form, lower-cased."""
    return {
        form: canonical for canonical, forms in _pairs("titles.txt") for form in (canonical, *forms)
    }


@functools.cache
def exclusive_titles() -> frozenset[str]:
    """Return the canonical titles that one person holds at a time."""
    lines = word_list(_DATA, "titles.txt")
    return frozenset(line.partition("!")[0] for line in lines if "!" in line)


@functools.cache
def title_words() -> Phrases:
    """Return the forms of all titles as phrases."""
    return Phrases(titles())


@functools.cache
def nationalities() -> frozenset[str]:
    """Return the adjectives of nationality and what stands for them (`US`)."""
    return frozenset(word_list(_DATA, "nationalities.txt"))


@functools.cache
def modifiers() -> dict[str, str]:
    """Return the state that each word before a title gives it."""
    return {form: state for state, forms in _pairs("title_modifiers.txt") for form in forms}


def is_title_word(word: str) -> bool:
    """Tell whether a word is a title or stands before one: `Senator`, `former`, `US`."""
    stem = word.lower()
    return stem in titles() or stem in modifiers() or word in nationalities()


@functools.cache
def portfolios() -> dict[str, str]:
    """Return the canonical form of what a minister may be in charge of."""
    return {
        one.partition(" = ")[0]: one.rpartition(" = ")[2]
        for one in word_list(_DATA, "portfolios.txt")
    }


def title_suffix(text: str, end: int) -> tuple[str, int]:
    """Return the state that ``-elect`` or ``nominee`` gives to the title before, and its end."""
    match = _SUFFIX.match(text, end)
    if match is None:
        return "", end
    word = (match["state"] or match["word"]).lower()
    return ("elect" if word == "elect" else "nominee"), match.end()


def read_modifiers(text: str, start: int, title: str, *, named: bool = True) -> Modifiers:
    """Read the words before a title, from right to left, as far as they belong to it.

    Args:
        text: The text.
        start: Where the title begins.
        title: The canonical title.
        named: Whether the name follows; then `a` before the title makes the person hypothetical.
    """
    read = Modifiers(start, start, "current", title)
    while word := _word_before(text, read.begin):
        if not _take(read, *word, named=named):
            break
    qualifier = _qualifier(text, read.begin)
    if qualifier >= 0:
        read.qualifier = text[qualifier : read.begin].strip(" \u00a0")
        read.begin = qualifier
        prefix = modifiers().get(read.qualifier.partition("-")[0].lower(), "kept")
        if prefix in _STATES:  # `ex-Virginia Senator Dupont`
            read.state, read.start = prefix, qualifier
            read.qualifier = read.qualifier.partition("-")[2]
        first, _, place = read.qualifier.partition(" ")
        state = modifiers().get(first.lower(), "kept")
        if place and state in _STATES:  # `Former Virginia Senator Dupont`, within a sentence
            read.state, read.start, read.qualifier = state, qualifier, place
        # `former Virginia Senator Dupont`: what lies behind the place still speaks of the title
        while (word := _word_before(text, read.begin)) and modifiers().get(word[0].lower()):
            _take(read, *word, named=named)
    return read


def _take(read: Modifiers, words: str, at: int, *, named: bool) -> bool:
    """Add a word before a title to what is known of it; tell whether there may be more."""
    lowered = words.lower().replace("’", "'")
    state = modifiers().get(lowered)
    if lowered in portfolios() and read.title in PORTFOLIO_TITLES:
        read.title, read.start = f"{portfolios()[lowered]} {read.title}", at
    elif state == "assistant":
        read.title, read.start = f"deputy {read.title}", at
    elif state == "kept":
        read.outgoing = read.outgoing or lowered in _LEAVING
    elif state:
        read.start = at
        read.state = min(read.state, state, key=_STATES.index)
    elif words in nationalities():
        read.nationality = words
    elif lowered in _HYPOTHETICAL:
        if named and read.state == "current":
            read.state = "next"
        return False
    else:
        return False
    read.begin = at
    return True


def may_be_set_off(text: str, start: int) -> bool:
    """Tell quickly whether a comma may stand before a title and the words that belong to it."""
    while True:
        begin = text.rfind(" ", max(0, start - 40), max(0, start - 1)) + 1
        last = text[begin : start - 1]
        if not (begin and text[start - 1] == " " and last.isalpha() and last.islower()):
            return True
        if last in ARTICLES:
            return text.endswith(SETS_OFF, 0, begin)
        if last not in words_before_titles():
            return last == "is"
        start = begin


def determiner_before(text: str, end: int, reach: int) -> int:
    """Return where `the` or `Lyon's` before ``end`` begins; ``end`` where none is."""
    low = max(0, end - reach)
    last = text[text.rfind(" ", low, max(low, end - 1)) + 1 : end - 1]
    if not last.lower().endswith(_DETERMINER_ENDS):
        return end
    match = _DETERMINER.search(text, low, end)
    return match.start() if match else end


def owner_before(text: str, end: int) -> str:
    """Return the common noun that owns what begins at ``end`` (`party's`), or ``""``."""
    if not text.endswith(("s ", "s\u00a0"), 0, end):
        return ""
    match = _OWNER.search(text, max(0, end - 40), end)
    return match["owner"] if match else ""


def titled_portfolio(title: str, domain: str) -> str:
    """Return ``defense minister`` for the title ``minister`` and the domain ``Defence``."""
    field = portfolios().get(domain.lower()) if title in PORTFOLIO_TITLES else None
    return f"{field} {title}" if field else title


def _word_before(text: str, end: int) -> tuple[str, int] | None:
    """Return the one or two words before ``end`` that mean something before a title, and where."""
    if end == 0 or text[end - 1] not in " \u00a0-":
        return None
    low = max(0, end - 40)
    space = _last_space(text, low, end - 1)
    earlier = _last_space(text, low, space - 1) if space > low else low
    for start in (earlier, space):
        chunk = text[start : end - 1]
        words = chunk.lstrip("([“‘\"'")
        lowered = words.lower().replace("’", "'")
        if lowered in _before_titles() or words in nationalities():
            return words, start + len(chunk) - len(words)
    return None


def _last_space(text: str, low: int, high: int) -> int:
    """Return the offset after the last white space between two offsets."""
    start = text.rfind(" ", low, high) + 1
    if start and text[start:high].isalpha():  # no other space is nearer
        return start
    return max(text.rfind(space, low, high) for space in " \u00a0\n\t") + 1 or low


@functools.cache
def _before_titles() -> frozenset[str]:
    """Return what in small letters means something before a title."""
    return frozenset((*modifiers(), *portfolios(), *_HYPOTHETICAL))


@functools.cache
def words_before_titles() -> frozenset[str]:
    """Return the single words that in small letters may belong to a title behind them."""
    return frozenset(word for phrase in _before_titles() for word in _PARTS.split(phrase))


def _qualifier(text: str, end: int) -> int:
    """Return where up to three capitalised words before ``end`` begin, or -1."""
    low = max(0, end - 40)
    if text[text.rfind(" ", low, max(low, end - 1)) + 1 : end].islower():
        return -1
    match = _CAPITALISED.search(text, low, end)
    if match is None:
        return -1
    begin = match.start()
    before = text[max(0, begin - 2) : begin].strip(" \u00a0")[-1:]
    words = match.group().split()
    marked = words[0].lower().startswith(("ex-", "then-"))
    # a common word has its capital from the sentence it opens; weekdays and months are no places
    opens = before in _OPENERS and not marked
    for word in words:
        common = word in _sentence_openers() or (opens and load().core(word.lower()))
        if not common and not is_calendar(word):
            return begin
        begin += len(word) + 1
        opens = False
    return -1


@functools.cache
def _sentence_openers() -> frozenset[str]:
    return frozenset(word_list(_DATA, "sentence_openers.txt"))


def _pairs(name: str) -> list[tuple[str, tuple[str, ...]]]:
    pairs = []
    for line in word_list(_DATA, name):
        canonical, _, forms = line.partition("=")
        names = tuple(form.strip() for form in forms.split(",") if form.strip())
        pairs.append((canonical.strip().rstrip("!"), names))
    return pairs


_CAPITALISED = regexp(
    r"(?<![\w.'’-])(?:(?:[Ee]x-|[Tt]hen-)?[A-Z](?:[\w’'&-]*|\.[A-Z.]+)[ \u00a0]){1,3}$"
)
_PARTS = regexp(r"[ -]")
_LEAVING = frozenset({"outgoing", "departing", "retiring"})
_HYPOTHETICAL = frozenset({"a", "another", "any", "no", "first", "second", "third"})
"""`a President Dupont`, `a second President Dupont` is one who might be."""
_OPENERS = frozenset({"", ".", "!", "?", ":", "\n", '"', "“", "”", "—"})
_SPACE = "[ \u00a0]"
SETS_OFF = ("(", *(end + space for end in (",", "who is", "—", "–", "-") for space in " \u00a0"))
"""What may stand between a name and the title after it."""
_DETERMINER = regexp(
    rf"(?:\b(?:the|a|an|its|their|our){_SPACE})?(?:[^\W\d_][\w-]*['’]s?{_SPACE})?$", re.IGNORECASE
)
ARTICLES = frozenset({"the", "a", "an", "its", "their", "our"})
_DETERMINER_ENDS = (*ARTICLES, "'", "’", "'s", "’s")
_OWNER = regexp(
    rf"(?<![\w'’-])(?!(?:he|here|it|she|that|there|what|who)['’])(?P<owner>[a-z][\w-]*['’]s){_SPACE}$"
)
