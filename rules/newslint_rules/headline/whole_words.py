"""Where a name stands in a text as a whole word, without compiling a pattern for each name."""

from collections.abc import Iterable, Iterator


def places_of(name: str, text: str, start: int = 0) -> Iterator[int]:
    r"""Give the offsets of a name in a text from ``start`` on, as ``\bname\b`` would find it."""
    at = text.find(name, start)
    while at >= 0:
        end = at + len(name)
        whole = parts_words(text, at) and parts_words(text, end)
        if whole:
            yield at
        at = text.find(name, end if whole else at + 1)


def stands_in(text: str, names: Iterable[str]) -> bool:
    """Tell whether one of the names is in a text as a whole word."""
    return any(next(places_of(name, text), None) is not None for name in names)


def parts_words(text: str, at: int) -> bool:
    r"""Tell whether a word begins or ends at an offset, as ``\b`` does."""
    before = text[at - 1 : at] if at else ""
    return _is_word(before) != _is_word(text[at : at + 1])


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"
