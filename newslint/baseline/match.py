"""Which finding is which entry of a baseline, when the text around it was edited since.

A fingerprint holds while its line does, wherever the line moves. When something else in the line
was edited, the finding is told by what stands right around it: the same rule, the same flagged
characters, and the same sentence or four words beside them. An entry stands for one finding, so
another one of the same kind in the same file is always left over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from functools import partial

from newslint.baseline.entry import BOUNDARY, Entry

NEAR = 4
"""Words and boundaries beside a finding that must be the same when its sentence is not. All on one
side will do, so that an edit of the very next word does not wake it."""

FLAGGED = 2
"""So many of them are made up for by further words of the flagged text itself."""

Key = Callable[[Entry], Hashable]


def pair(
    found: Sequence[Entry], recorded: Sequence[Entry]
) -> tuple[list[Entry | None], list[Entry]]:
    """Find the entry of each finding; the surest way of telling comes first.

    Args:
        found: What is there now, in the form of entries.
        recorded: The entries of the file.

    Returns:
        The entry of each finding, and the entries that none is left for.
    """
    paired: list[Entry | None] = [None] * len(found)
    waiting, left = list(range(len(found))), list(recorded)
    for keys in (_exactly, _same_excerpt, _same_sentence, *_SAME_WORDS):
        if not waiting or not left:
            break
        free: dict[Hashable, list[Entry]] = defaultdict(list)
        for entry in reversed(left):
            free[keys(entry)].append(entry)
        free.pop(None, None)
        for number in waiting:
            if entries := free.get(keys(found[number])):
                paired[number] = entries.pop()
        taken = {id(one) for one in paired if one is not None}
        left = [one for one in left if id(one) not in taken]
        waiting = [number for number in waiting if paired[number] is None]
    return paired, left


def has_words_around(entry: Entry) -> bool:
    """Tell whether an entry shows words beside what it flags, by which a text can be known."""
    before, _, after = entry.around
    return len(before) + len(after) > NEAR


def _exactly(entry: Entry) -> Hashable:
    return entry.code, entry.fingerprint


def _same_excerpt(entry: Entry) -> Hashable:
    return _kind(entry), entry.excerpt


def _same_sentence(entry: Entry) -> Hashable:
    before, text, after = entry.around
    if BOUNDARY not in before or BOUNDARY not in after:
        return None  # it is longer than the excerpt
    first, last = _to_boundary(before), _to_boundary(after)
    if not first and not last and not any(map(str.isalnum, text)):
        return None  # nothing to tell one place from another
    return _kind(entry), first, text, last


def _same_words(first: int, entry: Entry) -> Hashable:
    """Return the words beside an entry, so many of them before it, if there are enough."""
    before, text, after = entry.around
    last = NEAR - min(text.count(" "), FLAGGED) - first
    if not 0 <= last <= len(after) or first > len(before):
        return None
    return _kind(entry), before[:first], text, after[:last]


_SAME_WORDS: tuple[Key, ...] = tuple(partial(_same_words, first) for first in (2, 1, 3, 0, 4))


def _kind(entry: Entry) -> Hashable:
    """Return what is the same for findings that may be one another.

    The number of a record is not: it changes when a record is added above.
    """
    return entry.code, entry.record if isinstance(entry.record, str) else None


def _to_boundary(side: tuple[str, ...]) -> tuple[str, ...]:
    return side[: side.index(BOUNDARY)]
