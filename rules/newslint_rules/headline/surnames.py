"""Which single names are surnames of persons: by themselves, or by what the article tells."""

import functools
from collections.abc import Iterator, Sequence

from newslint import Doc, full_names, lexicon, may_be_surname, regexp, surname_of, word_list
from newslint_rules.headline.predicate import Word
from newslint_rules.headline.whole_words import parts_words

_BRAND = regexp(r"\d|[A-Z]$")
"""`SpaceX`, `IBM` and `G7` may say or do something, but are no persons."""
_HEADLINE_TITLES = frozenset(
    {"sen", "senator", "rep", "gov", "governor", "president", "premier", "chancellor", "minister"}
    | {"secretary", "mayor", "judge", "justice", "pope", "king", "queen", "prince", "princess"}
    | {"mr", "mrs", "ms", "dr", "sir", "gen", "general"}
)
_OF_COMPANY = regexp(
    r",? (?:Inc|Corp|Co|Company|Ltd|LLC|[Pp]lc|PLC|Group|Holdings|Industries|AG|SA|NV|SE|AB|Bank"
    r"|Capital|Securities|Systems|Electric|Motors?|Foods|Energy|Stores|shares|stock)\b|, which"
    r"|, the [\w-]+ (?:company|maker|group|chain|bank)|['’]s? (?:shares|stock|factory|plant|board)"
    r"| (?:said|says) (?:that )?(?:it|its)\b"
)
"""What only the name of a company is followed by: `Pearson Plc`, `Pearson shares`."""
_OF_PERSON = regexp(
    r", (?:\d\d,|who\b)| (?:said|says|added|told \w+) (?:that )?(?:he|she|his|her)\b"
    r"| (?:told|tweeted|joked|recalled|testified|wrote|himself|herself)\b"
)
_BEFORE_PERSON = regexp(r"\b(?:Mr|Mrs|Ms|Dr)\.? \Z|,[\"”’] said \Z")
_MAY_ADDRESS = ("r ", "s ", ". ", " said ")
_SPEAKS = regexp(r" (?:said|told|added)\b")
_CLOSED = ('," ', ",” ", ",’ ")
"""What only a person's surname is followed or preceded by, the last two together."""
_REACH = 8
"""Code points before a name that hold a form of address."""


def is_surname(doc: Doc, words: Sequence[Word], place: int) -> bool:
    """Tell whether a single name is a person's, by what the article or everybody knows of it."""
    name = words[place].text
    if name in _known_surnames():
        return True
    if is_brand(name):
        return False
    if name in _common_surnames() and not is_core(name):
        return not _names_company(name, doc.text)
    if is_titled(words, place):
        return True
    return _is_told(name, doc.text) or _is_named(doc, name)


def may_be_told(name: str, text: str) -> bool:
    """Tell quickly whether a text may tell that a name is a person's surname."""
    length = len(name)
    for at in _beginnings(name, text):
        end = at + length
        if may_be_surname(text, at, end) or _is_told_at(text, at, end):
            return True
    return False


def _is_named(doc: Doc, name: str) -> bool:
    """Tell whether the article has a person of a surname by full name or with a title."""
    text, length = doc.text, len(name)
    if not any(may_be_surname(text, at, at + length) for at in _beginnings(name, text)):
        return False
    if any(surname_of(one.text) == name for one in doc.get(full_names)):
        return True
    return any(mention.surname == name for mention in doc.people)


def is_titled(words: Sequence[Word], place: int) -> bool:
    """Tell whether a title of headlines stands before a word."""
    return place > 0 and words[place].spaced and words[place - 1].text.lower() in _HEADLINE_TITLES


@functools.lru_cache(maxsize=8192)
def is_core(name: str) -> bool:
    """Tell whether a name is a common word of the language, too."""
    return lexicon().core(name.lower())


def is_brand(name: str) -> bool:
    """Tell whether a name is written as no person's is: `SpaceX`, `IBM`, `G7`."""
    return _BRAND.search(name) is not None


def is_common_surname(surname: str) -> bool:
    """Tell whether many persons have a surname."""
    return surname in _common_surnames()


def is_well_known(surname: str) -> bool:
    """Tell whether headlines and leads name a person by a surname without saying who it is."""
    return surname in _known_surnames()


def _names_company(name: str, text: str) -> bool:
    """Tell whether a name is followed by what only that of a company is: `Pearson Plc`."""
    return any(
        _OF_COMPANY.match(text, at + len(name)) is not None for at in _beginnings(name, text)
    )


def _is_told(surname: str, text: str) -> bool:
    """Tell whether a name stands by what only a person's surname does: `Mr Ruiz`, `Ruiz told`."""
    length = len(surname)
    return any(_is_told_at(text, at, at + length) for at in _beginnings(surname, text))


def _is_told_at(text: str, start: int, end: int) -> bool:
    if _OF_PERSON.match(text, end):
        return True
    before = text[max(start - _REACH, 0) : start]
    if before.endswith(_CLOSED) and _SPEAKS.match(text, end):
        return True
    if not before.endswith(_MAY_ADDRESS) or not parts_words(text, end):
        return False
    return _BEFORE_PERSON.search(text, start - len(before), start) is not None


def _beginnings(name: str, text: str) -> Iterator[int]:
    """Give where a name begins a word, whatever follows."""
    at = text.find(name)
    while at >= 0:
        if parts_words(text, at):
            yield at
        at = text.find(name, at + 1)


def is_person_noun(word: str) -> bool:
    """Tell whether a word before a name says that it is a person's: `candidate`."""
    return word in _person_nouns()


@functools.cache
def _person_nouns() -> frozenset[str]:
    return frozenset(_entries("person_nouns.txt"))


@functools.cache
def _common_surnames() -> frozenset[str]:
    return frozenset(_entries("common_surnames.txt"))


def _entries(name: str) -> Iterator[str]:
    """Give the entries of a list that has several on a line."""
    for line in word_list(__package__, name):
        yield from line.split()


@functools.cache
def _known_surnames() -> frozenset[str]:
    return frozenset(word_list(__package__, "known_surnames.txt"))
