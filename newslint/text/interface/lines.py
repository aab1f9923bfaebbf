"""Interface text: what a page says of itself, not of the news (``Share``, ``Sign in``)."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from enum import IntEnum
from functools import cache, lru_cache
from typing import NamedTuple

from newslint.patterns import regexp
from newslint.text.interface.buttons import is_button
from newslint.text.interface.patterns import match_pattern, may_match
from newslint.text.interface.requests import is_appeal
from newslint.text.phrases import word_list

LONGEST_PHRASE = 100
"""Code points up to which a line is looked up: the longest phrase of the lists has 81."""
LONGEST_LINE = 260
"""Code points up to which a line can be interface text: cookie and copyright notices."""
_MOST_WORDS = 14

_EDGE = "\"'“”‘’.,;:!?…·•|/\\()[]{}<>«»‹›→←↓↑▶►▼▲*+–—-_=~#†© \t\u00a0\ufeff\u200b"
_NUMBER = regexp(r"\d[\d,.]*")
_RUN = regexp(r"[^\W_]+")
_BARS = regexp(r"\s*[|•·»›▪●]\s*|\s+[/>–—-]\s+")
_PARTING = frozenset("|•·»›▪●/>–—-")
"""The marks of both ways to part a row."""
_LINK_HEADS = (
    "related", "more on", "more from", "see also", "also see", "read also", "also read",
    "read next", "you may also", "you might also", "recommended", "most read", "most popular",
    "trending",
)  # fmt: skip
_MOST_LAW_WORDS = 8
_FOOT_BARS = ("•", "|", "·")
"""What parts the links at the foot of a page, a row of which may be long."""
_FOOT_SPLIT = regexp(r"\s*[|•·]\s*")
_TOPICS = regexp(
    r"(?:Topics|Tags|Tagged|Keywords|TOPICS|TAGS)[: |]+[A-Z\d][\w&'’.-]*"
    r"(?:[ ,/|•]+[A-Z\d&][\w&'’.-]*){1,14}$"
)
"""What the page files the story under, one name after another: ``Topics Art Switzerland``."""
_OF_LAW = regexp(
    r"\b(?:privacy|terms (?:of|and|&)|cookies?|polic(?:y|ies)|accessibility|site ?map|do not sell"
    r"|copyright|disclaimer|ad ?choices|ads|advertise|contact us|about us|licen[cs]ing|imprint)\b"
)
"""What a link at the foot of a page speaks of; in a row of such links each is a label."""
_SLASHES = regexp(r"[|•·»›▪●/]")
_SHARING = frozenset(
    {"facebook", "twitter", "x", "whatsapp", "telegram", "linkedin", "pinterest", "reddit", "email"}
    | {"e-mail", "mail", "print", "share", "save", "tweet", "copy", "link", "sms", "messenger"}
    | {"viber", "flipboard", "instagram", "youtube", "tumblr", "vk", "threads", "bluesky", "pocket"}
    | {"bookmark", "like", "pin", "comment", "comments", "on", "via"}
)
"""Words of a bar of buttons; two or more of them and nothing else are one."""
_FEWEST_BUTTONS = 2
_REPORTED = regexp(
    r"\b(?:said|says|told|wrote|asked|added|argued|insisted|shouted|cried|warned|promised"
    r"|according to)\b"
)
"""What no notice says: a sentence with it speaks of notices, a headline with it has no end mark."""
_SPOKEN = regexp(
    r"\b(?:he|she|they|we|i) (?:said|says|told|wrote|asked|added|shouted|cried|warned|called)\b"
)
"""The same where the end mark is lost."""
_END_MARKS = (".", "!", "?")
_QUOTES = "\"“‘'"
_QUOTED = regexp(r"[\"”’'](?= *\w)")
"""The end of a quotation with which a line began: what goes on is the story."""
_NO_LABELS = frozenset({"to", "on", "no", "you", "yes", "off", "via"})
"""Words of the lists that are labels alone, and join other words in a row: ``More to follow``."""
_SENTENCE_END = regexp(r"(?<=[.!?])\s+")
_MOST_SENTENCES = 5


class Strength(IntEnum):
    """How sure it is that a line with these words is interface text."""

    NONE = 0
    SECTION = 1
    """A section, or a label that may head a part: never alone, half a point of evidence."""
    COMPANY = 2
    """Only beside other interface text: ``close``, ``contact``, ``site archive``."""
    HARD = 3
    """Wherever it stands: ``advertisement``, ``sign up for our newsletter``."""


class Interface(NamedTuple):
    """What the words of a line say of it: how sure, and of which kind."""

    strength: Strength
    kind: str


NOTHING = Interface(Strength.NONE, "")


def label_seconds(word: str) -> AbstractSet[str]:
    """Return what may follow a word that opens a phrase of the lists, or a row of them.

    Words are runs of letters and digits; ``*`` stands for any second word.
    """
    seconds = set(_seconds_of_bars().get(word, ()))
    for phrase in _phrases_by_opening().get(word, ()):
        seconds.update(_RUN.findall(phrase)[1:2] or "*")
    return seconds


@cache
def _seconds_of_bars() -> Mapping[str, AbstractSet[str]]:
    """Return what may follow the words of bars of buttons, by their first runs."""
    runs = [_RUN.findall(word) for word in _SHARING]
    named = frozenset(first for first, *_ in runs)
    return {first: frozenset(others[:1]) or named for first, *others in runs}


@cache
def _phrases_by_opening() -> Mapping[str, list[str]]:
    """Return the phrases of the lists by their first runs of letters and digits."""
    found: dict[str, list[str]] = {}
    for phrase in _phrases():
        first = phrase.partition(" ")[0]
        if not first.isalnum():
            first = _RUN.findall(phrase)[0]
        found.setdefault(first, []).append(phrase)
    return found


def fold(line: str) -> str:
    """Return a line in lower case, with straight apostrophes, single spaces and numbers as 0."""
    folded = line.lower().replace("’", "'").replace("‘", "'")
    return " ".join(_NUMBER.sub("0", folded).split())


def normalise(line: str) -> str:
    """Return a line as the lists have it: folded, without punctuation around it."""
    return fold(line).strip(_EDGE)


@lru_cache(maxsize=1 << 12)
def interface(line: str) -> Interface:
    """Return what the words of one line say of it, whatever stands around it."""
    if line[0] not in _QUOTES and is_appeal(line):
        return Interface(Strength.HARD, "promotion")
    if len(line) > LONGEST_LINE:
        return NOTHING
    barred = "•" in line or "|" in line or "·" in line
    found = _judge(line, barred=barred)
    if found.strength and len(line) > LONGEST_PHRASE and not barred and not may_match(line):
        return NOTHING
    return found


def _judge(line: str, *, barred: bool) -> Interface:
    folded = fold(line)
    key = folded.strip(_EDGE)
    if len(key) <= LONGEST_PHRASE and (strength := _phrases().get(key)):
        return Interface(strength, "related" if key.startswith(_LINK_HEADS) else "label")
    if line[0] in _QUOTES and len(key) < len(folded) - 1 and _QUOTED.search(line, 1):
        return NOTHING
    pattern = match_pattern(folded)
    if pattern and _is_reported(line, folded):
        return NOTHING
    if pattern and pattern.hard:
        return Interface(Strength.HARD, pattern.kind)
    found = [_sentences(line)]
    if _TOPICS.match(line):
        found.append(Interface(Strength.COMPANY, "label"))
    if pattern:
        found.append(Interface(Strength.COMPANY, pattern.kind))
    if len(key) <= LONGEST_PHRASE or barred:
        found.append(_several(line, key))
    if len(key) <= LONGEST_PHRASE:
        found.append(_button(key))
    best = found[0]
    for one in found[1:]:
        if one.strength > best.strength:
            best = one
    return best


def _is_reported(line: str, folded: str) -> bool:
    """Tell whether a line is a sentence that reports; no notice does."""
    closed = line.rstrip("\"”’')")[-1:] in _END_MARKS
    return (_REPORTED if closed else _SPOKEN).search(folded) is not None


def _button(key: str) -> Interface:
    button = is_button(key)
    if button is False:
        return NOTHING
    return Interface(Strength.HARD if button else Strength.COMPANY, "label")


def _sentences(line: str) -> Interface:
    """Judge a line of short sentences each of which is a notice: ``Not you? Log out``."""
    if len(line) > LONGEST_PHRASE + LONGEST_PHRASE // 2:
        return NOTHING
    inner = line[:-1]
    if "." not in inner and "!" not in inner and "?" not in inner:
        return NOTHING
    parts = _SENTENCE_END.split(line.strip())
    if not 2 <= len(parts) <= _MOST_SENTENCES:
        return NOTHING
    found: list[Interface] = []
    for part in parts:
        found.append(interface(part))
        if found[-1].strength < Strength.COMPANY:
            return NOTHING
    return max(found, key=lambda one: one.strength)


def _several(line: str, key: str) -> Interface:
    """Judge a line that is a row of labels: ``Home | News | Contact``, ``Share Tweet Print``."""
    words = key.split()
    if len(words) >= _FEWEST_BUTTONS and _SHARING.issuperset(words):
        return Interface(Strength.HARD, "row")
    parts: list[str] = []
    if not _PARTING.isdisjoint(line):
        bars = _BARS if " " in line else _SLASHES
        parts = [part for part in map(normalise, bars.split(line)) if part]
    if len(parts) > 1:
        found = [_phrases().get(part, Strength.NONE) or _of_law(part) for part in parts]
        if not all(found) and sum(map(line.count, _FOOT_BARS)) >= _FEWEST_BUTTONS:
            parts = [normalise(part) for part in _FOOT_SPLIT.split(line)]
            found = [_phrases().get(part, Strength.NONE) or _of_law(part) for part in parts]
    else:
        found = _row(words)
    if len(found) < 2 or not all(found):
        return NOTHING
    labels = sum(one >= Strength.COMPANY for one in found)
    if labels >= 3 or (len(parts) > 1 and Strength.HARD in found):
        return Interface(Strength.HARD, "row")
    return Interface(Strength.COMPANY if labels or len(found) > 3 else Strength.SECTION, "row")


def _of_law(part: str) -> Strength:
    named = part.count(" ") < _MOST_LAW_WORDS and _OF_LAW.search(part)
    return Strength.COMPANY if named else Strength.NONE


def _row(words: list[str]) -> list[Strength]:
    """Cut a row of words into phrases, longest first; empty when it cannot be cut."""
    if not 2 <= len(words) <= _MOST_WORDS or not _NO_LABELS.isdisjoint(words):
        return []
    found: list[Strength] = []
    table, at = _phrases(), 0
    while at < len(words):
        for length in range(min(5, len(words) - at), 0, -1):
            if strength := table.get(" ".join(words[at : at + length])):
                found.append(strength)
                at += length
                break
        else:
            return []
    return found


@cache
def _phrases() -> dict[str, Strength]:
    table: dict[str, Strength] = {}
    for name, strength in (
        ("sections", Strength.SECTION),
        ("company", Strength.COMPANY),
        ("hard", Strength.HARD),
    ):
        entries = word_list("newslint.text", f"data/interface_{name}.txt")
        table.update(dict.fromkeys(entries, strength))
    return table
