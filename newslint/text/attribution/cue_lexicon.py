"""The word lists of cues: forms and their kinds, phrases, plain forms, words beside them."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from newslint.patterns import regexp
from newslint.text.lexicon import lexicon
from newslint.text.phrases import word_list


class CueKind(StrEnum):
    """What sort of word a cue is; the value names its word list."""

    SPEECH = "speech"
    THOUGHT = "thought"
    AIM = "aims"
    EVIDENCE = "evidence"
    PHRASE = "phrases"
    NOUN = "nouns"
    DOCUMENT = "documents"
    MOOD = "moods"
    STANCE = "stances"

    __hash__ = str.__hash__  # an enumeration's own takes three times as long


VERBS = frozenset({CueKind.SPEECH, CueKind.THOUGHT, CueKind.AIM, CueKind.EVIDENCE})
"""Kinds of cues that are verbs."""

# A phrase, and its kind; ``None`` for one whose words are no cues.
Phrase = tuple[str, "CueKind | None"]

FORM = regexp(r"[^\W\d_]+(?:-[^\W\d_]+)*")
"""A word as the lists have them."""

_LETTERS = regexp(r"[^\W\d_]+")
_TO_BLANK = bytes(byte if byte in b"abcdefghijklmnopqrstuvwxyz-" else 32 for byte in range(256))

PLAIN_VERBS = (
    "said", "told", "says", "added", "wrote", "asked", "tweeted", "denied", "reported", "believed",
    "described", "noted", "stated", "expected", "accused", "announced", "warned", "argued",
    "claimed", "insisted", "explained", "promised", "urged", "suggested",
)  # fmt: skip
"""Verbs of saying and thinking that are cues whatever follows: none is spelled like a noun, tells
the reader to do something, or needs a clause."""
_POSSESSIVES = frozenset({"her", "his", "its", "my", "our", "their", "whose", "your"})

_PHRASED = (CueKind.PHRASE, CueKind.STANCE)


@cache
def forms() -> dict[str, tuple[CueKind, ...]]:
    """Return the kinds of each form."""
    kinds: dict[str, tuple[CueKind, ...]] = {}
    for kind in CueKind:
        if kind not in _PHRASED:
            for line in _lines(kind):
                for form in line.split():
                    kinds[form] = (*kinds.get(form, ()), kind)
    return kinds


@cache
def phrases_by_rarest_word() -> dict[str, tuple[tuple[str, frozenset[str], Phrase], ...]]:
    """Return each phrase with its first word and all its words, by the rarest of these."""
    found: dict[str, tuple[tuple[str, frozenset[str], Phrase], ...]] = {}
    zipf = lexicon().zipf
    for phrase in every_phrase():
        first = FORM.match(phrase[0])
        if first is not None:
            every = frozenset(_LETTERS.findall(phrase[0]))
            rarest = min(every, key=lambda word: (zipf(word), word))
            found[rarest] = (*found.get(rarest, ()), (first.group(), every, phrase))
    return found


@cache
def every_word() -> frozenset[str]:
    """Return all forms, and the words of all phrases."""
    phrased = (word for phrase, _ in every_phrase() for word in _LETTERS.findall(phrase))
    return frozenset(forms()).union(phrased)


@cache
def longest_phrase() -> int:
    """Return the length of the longest phrase in code points."""
    return max(len(phrase) for phrase, _ in every_phrase())


class Plain(NamedTuple):
    """A verb of saying or thinking that is a cue nearly wherever it stands.

    Args:
        word: The form, with the blank before it.
        behind: Words behind which it may be none: `the said`, `that said`.
        before: What it may be none before: ` the story` after `told`.
    """

    word: str
    behind: frozenset[str]
    before: tuple[str, ...]


@cache
def plain_verbs() -> tuple[Plain, ...]:
    """Return the commonest plain verbs, the very commonest first."""
    silencers = beside()["determiner"] | beside()["owner"] | _POSSESSIVES
    behind: dict[str, set[str]] = {}
    before: dict[str, list[str]] = {}
    for phrase, _ in every_phrase():
        words = _LETTERS.findall(phrase)
        for left, right in pairwise(words):
            behind.setdefault(right, set()).add(left)
        before.setdefault(words[0], []).append(phrase.removeprefix(words[0]))
    return tuple(
        Plain(f" {form}", silencers | behind.get(form, set()), tuple(before.get(form, ())))
        for form in PLAIN_VERBS
    )


def words_of(content: str) -> set[str]:
    """Return the words of a text in small letters, without those outside ASCII (no cue is).

    Of words with hyphens the parts, too; some of the words may be parts of longer ones.
    """
    blank = content.encode("utf-8", "replace").translate(_TO_BLANK).decode()
    words = set(blank.split())
    if "-" in blank:
        for tied in [word for word in words if "-" in word]:
            words.update(FORM.findall(tied), tied.split("-"))
    return words


def every_phrase() -> Iterator[Phrase]:
    """Give all phrases."""
    for kind in _PHRASED:
        yield from ((one, kind) for one in _lines(kind))
    yield from ((one, None) for one in _lines("idle"))


@cache
def plain_forms() -> dict[str, str]:
    """Return `find` for `found`, for all verbs of the lists."""
    return {
        form: line.split()[0] for kind in CueKind if kind in VERBS for line in _lines(kind)
        for form in line.split()
    }  # fmt: skip


@cache
def ambiguous() -> frozenset[str]:
    """Return the forms of verbs that are as often a noun or an adjective."""
    return frozenset(_lines("ambiguous"))


@cache
def beside() -> dict[str, frozenset[str]]:
    """Return the words beside a cue that tell what it is, by what they tell."""
    lines = (line.split() for line in _lines("context"))
    return {line[0]: frozenset(line[1:]) for line in lines}


@cache
def frames() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Return the verbs that need a clause, with what does instead: words behind them, partners."""
    found: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
    for line in _lines("frames"):
        at_once, _, later = line.partition("...")
        verb, *words = at_once.split()
        found[verb] = frozenset(words), frozenset(later.split())
    return found


def _lines(name: str) -> tuple[str, ...]:
    return word_list("newslint.text.data", f"cue_{name}.txt")
