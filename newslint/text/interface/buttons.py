"""Buttons: short lines made of nothing but the words that pages write on them.

``View all newsletters``, ``Select your edition``, ``Share this item``: too many to list. Such a
line begins with what a button does, names something that a page has, and says nothing else. The
words are in three lists.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import cache

from newslint.patterns import regexp
from newslint.text.phrases import word_list

MOST_WORDS = 7
"""Words of a line that may be a button: longer ones are notices."""
_OFFERED = frozenset(
    {
        "browse",
        "check",
        "download",
        "explore",
        "follow",
        "get",
        "join",
        "like",
        "read",
        "see",
        "sign",
    }
    | {"subscribe", "try", "use", "view", "visit", "watch"}
)
"""What a page asks of its readers with ``our``: others may speak of what is theirs."""
_ELSEWHERE = frozenset({"site", "account", "website", "window", "home"})
"""Things that an article can point to, too."""
_NETWORKS = frozenset(
    {"facebook", "twitter", "x", "whatsapp", "telegram", "linkedin", "pinterest", "reddit"}
    | {"instagram", "youtube", "flipboard", "tiktok", "threads", "bluesky", "google"}
)
_RUN = regexp(r"[^\W_]+")
_WAYS = frozenset({"on", "via", "with", "to", "by"})


def is_button(key: str) -> bool | None:
    """Tell whether a normalised line is a button; ``None`` when it can be something else, too.

    It is surely one where it points to the page itself (`this story`, `our newsletter`) or to a
    network by name; `change your password` may be the head of a part of an article.
    """
    words = key.split()
    if not 2 <= len(words) <= MOST_WORDS or words[0] not in _doings():
        return False
    things = [word for word in words[1:] if word in _things()]
    if not things or not all(word in _things() or word in _small() for word in words[1:]):
        return False
    said = set(words)
    pointing = ("this" in said and not said & _ELSEWHERE) or (
        "our" in said and words[0] in _OFFERED
    )
    return True if pointing or (said & _NETWORKS and said & _WAYS) else None


def button_seconds(word: str) -> AbstractSet[str]:
    """Return what may follow a word that opens a button; nothing for one that opens none.

    Words are runs of letters and digits.
    """
    return _openings().get(word, frozenset())


@cache
def _openings() -> Mapping[str, AbstractSet[str]]:
    named = frozenset(_RUN.findall(word)[0] for word in _things() | _small())
    found: dict[str, AbstractSet[str]] = {}
    for doing in _doings():
        first, *others = _RUN.findall(doing)
        found[first] = found.get(first, frozenset()) | (frozenset(others[:1]) or named)
    return found


@cache
def _doings() -> frozenset[str]:
    return _list("doings")


@cache
def _things() -> frozenset[str]:
    return _list("things") | _NETWORKS


@cache
def _small() -> frozenset[str]:
    return _list("small")


def _list(name: str) -> frozenset[str]:
    return frozenset(word_list("newslint.text", f"data/button_{name}.txt"))
