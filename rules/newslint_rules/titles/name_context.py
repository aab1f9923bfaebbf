"""What stands around a form of a name: given names, titles, what follows, verbs of speech."""

from collections.abc import Iterable

from newslint import Doc, Span, has_given_name, is_title_word, lexicon, plain_name, regexp

_WORD_BEFORE = r"(?<![\w.])([^\W\d_a-z](?:[\w\u0300-\u036f’'-]*|\w{0,3}\.(?:\w\.)*))[ \u00a0]"
"""A capitalised word, an initial or an abbreviated title, but not the end of a sentence."""
_BEFORE = regexp(rf"(?:{_WORD_BEFORE})?{_WORD_BEFORE}$")
NEXT_NAME = regexp(
    r"[\])]?[ \u00a0]([^\W\d_a-z][\w’'-]*|(?:al|bin|da|de|del|den|der|di|ibn|van|von)\b)"
)
_SPEAKS = regexp(
    r"[ \u00a0](?:acknowledged|added|adds|argued|asked|complained|continued|declined|explained"
    r"|noted|recalled|replied|said|says|stressed|tells|testified|thinks|told|tweeted|warned|wrote)\b"
)
"""After a name alone it is a person's, or a company's that is written as one."""
_REACH = 40
"""So far before a name its given names and titles are looked for, in characters."""
HONORIFICS = frozenset({"dr", "lady", "lord", "madam", "miss", "mr", "mrs", "ms", "sir"})


class Around:
    """What stands before and after the forms of a name, in plain letters.

    Attributes:
        given: Capitalised words before it, up to two.
        nearest: The one of them next to it, or before an initial.
        titles: Titles before it.
        after: Capitalised words right after it.
        speaks: Whether a verb of speech follows.
    """

    def __init__(self) -> None:
        self.given: set[str] = set()
        self.nearest: set[str] = set()
        self.titles: set[str] = set()
        self.after: set[str] = set()
        self.speaks = False


def around_of(doc: Doc, places: list[Span]) -> Around:
    """Return what stands around a form at all its places."""
    around = Around()
    for place in places:
        next_to_it = True
        for word in _words_before(doc.text, place.start):
            if word is None:
                break
            if plain_name(word) in HONORIFICS or is_title_word(word):
                around.titles.add(plain_name(word))
                break
            if _may_be_given(word):
                around.given.add(plain_name(word))
                if next_to_it:
                    around.nearest.add(plain_name(word))
                next_to_it = next_to_it and word.endswith(".")
        after = NEXT_NAME.match(doc.text, place.end)
        around.speaks = around.speaks or _SPEAKS.match(doc.text, place.end) is not None
        if after:
            around.after.add(plain_name(after[1]))
    return around


def _words_before(text: str, end: int) -> Iterable[str]:
    """Return up to two capitalised words, initials or abbreviations before an offset, last first.

    Nearly always a small word stands there, which is quickly seen.
    """
    low = max(0, end - _REACH)
    last = text[text.rfind(" ", low, max(end - 1, low)) + 1 : end - 1] if end else ""
    if last.isascii() and last.islower():
        return ()
    before = _BEFORE.search(text, low, end)
    return filter(None, reversed(before.groups())) if before else ()


def any_given(words: set[str]) -> bool:
    """Tell whether one of the words is a known given name."""
    return any(has_given_name(f"{word.capitalize()} Lindqvist") for word in words)


def _may_be_given(word: str) -> bool:
    """Tell a name from the word that opens the sentence: `But Lindqvist`."""
    return not lexicon().core(word.lower()) or any_given({plain_name(word)})
