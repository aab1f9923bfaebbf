"""Stems of words: what `wins`, `winning` and `won` have in common."""

import functools
from collections.abc import Iterable

from newslint import word_list

PREPOSITIONS = frozenset(
    {"about", "after", "against", "ahead", "along", "amid", "among", "around", "as", "at"}
    | {"before", "behind", "by", "despite", "during", "for", "from", "in", "into", "near", "of"}
    | {"off", "on", "onto", "over", "per", "since", "than", "through", "toward", "towards"}
    | {"under", "until", "upon", "via", "with", "within", "without"}
)
_GLUE = PREPOSITIONS | {
    *("a", "an", "the", "and", "or", "but", "that", "this", "these", "those", "who", "which"),
    *("it", "its", "he", "she", "they", "his", "her", "their", "our"),
    *("is", "are", "was", "were", "be", "been", "being", "do", "does", "did", "has", "have", "had"),
    *("to", "will", "would", "may", "might", "can", "could", "should", "must", "plans", "expected"),
    *("set", "just", "now", "not", "also", "monday", "tuesday", "wednesday", "thursday", "friday"),
    *("saturday", "sunday", "today", "yesterday"),
}
"""Words that headlines leave out or change; they neither count nor part."""


@functools.lru_cache(maxsize=8192)
def stem(form: str) -> str:
    """Return a word without its ending, so that `wins`, `winning` and `won` are one."""
    word = form.lower().replace("’", "'").removesuffix("'s")
    if word in _GLUE:
        return ""
    if word in _irregular():
        word = _irregular()[word]
    else:
        for ending, instead in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
                word = word.removesuffix(ending) + instead
                break
    if len(word) > 2 and word[-1] == word[-2]:
        return word[:-1]
    return word.removesuffix("e") if len(word) > 3 else word


_ENDINGS = (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))


def roots_in(text: str, roots: Iterable[str]) -> set[str]:
    """Return the stems of which a `lowered` text may have words; it has none of the others."""
    found = set()
    for root in roots:
        for beginning in _beginnings(root):
            if beginning in text:
                found.add(root)
                break
    return found


def lowered(text: str) -> str:
    """Return a text in lower case, with straight apostrophes, as `stem` reads its words."""
    return text.lower().replace("’", "'")


@functools.lru_cache(maxsize=8192)
def _beginnings(root: str) -> tuple[str, ...]:
    """Return what the words of a stem begin with: `carry` is of `carries`, `win` of `won`.

    What small letters a text has depends on the letters beside them in other alphabets.
    """
    if not root.isascii():
        return ("",)
    return (root.removesuffix("y"), *_irregular_forms().get(root, ()))


@functools.cache
def _irregular_forms() -> dict[str, list[str]]:
    """Return the irregular forms by their stems."""
    found: dict[str, list[str]] = {}
    for form in _irregular():
        found.setdefault(stem(form), []).append(form)
    return found


@functools.cache
def participles() -> frozenset[str]:
    """Return the irregular forms that may be participles."""
    lines = (line.split() for line in word_list(__package__, "irregular_verbs.txt"))
    return frozenset(line[-1] for line in lines if line[-1][-1] not in "gs")


@functools.cache
def _irregular() -> dict[str, str]:
    forms: dict[str, str] = {}
    for line in word_list(__package__, "irregular_verbs.txt"):
        base, *others = line.split()
        forms |= dict.fromkeys((base, *others), base)
    return forms
