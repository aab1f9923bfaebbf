"""Kinds of sources: police, officials, analysts, witnesses and so on, and which may be one."""

import functools
import re

from newslint import word_list

_RELATED = (
    frozenset({"company", "government", "official", "speaker"}),
    frozenset({"court", "military", "official", "police", "security", "speaker"}),
    frozenset({"government", "military", "official", "security", "speaker"}),
    frozenset({"analyst", "company", "expert"}),
    frozenset({"expert", "government", "official"}),
    frozenset({"fire", "speaker"}),
)
"""Kinds that may stand for one another: a police officer is an official, a minister is none of the
police."""
_ANYBODYS = frozenset({"official", "speaker"})
"""Kinds that anybody may have."""


def related_kinds(kind: str) -> frozenset[str]:
    """Return the kinds that may stand for a kind, and itself."""
    return frozenset({kind}).union(*(group for group in _RELATED if kind in group))


def ends_in_kind(source: str) -> bool:
    """Tell whether a phrase ends in the name of a kind of source."""
    return any(match.end() == len(source) for match in _names().finditer(source.lower()))


@functools.lru_cache(maxsize=1024)
def kinds_in(source: str) -> frozenset[str]:
    """Return the kinds of source that a phrase names; the longest name of several counts.

    A `company spokesman` and a `ministry official` are of the company and the ministry.
    """
    found = {_kind_of()[_singular(match.group())] for match in _names().finditer(source.lower())}
    return frozenset(found - _ANYBODYS or found)


@functools.cache
def _kind_of() -> dict[str, str]:
    kinds: dict[str, str] = {}
    for line in word_list(__package__, "source_kinds.txt"):
        kind, _, names = line.partition(" = ")
        kinds |= {name.strip(): kind for name in names.split(",")}
    return kinds


def _singular(name: str) -> str:
    for ending, instead in (("", ""), ("ies", "y"), ("es", ""), ("s", "")):
        if name.endswith(ending) and (one := name.removesuffix(ending) + instead) in _kind_of():
            return one
    return name


@functools.cache
def _names() -> re.Pattern[str]:
    """All names of kinds, the longest first."""
    names = sorted(_kind_of(), key=lambda name: (-len(name), name))
    forms = "|".join(re.escape(one) for one in names)
    plurals = "|".join(re.escape(one[:-1]) + "ies" for one in names if one.endswith("y"))
    return re.compile(rf"\b(?:{forms}|{plurals})(?:e?s)?\b")
