"""Which finding is which entry of a baseline, when the text around it was edited since.

A fingerprint holds while its line does, wherever the line moves. When something else in the line
was edited, the finding is told by what stands right around it: the same rule, the same flagged
characters, and the same sentence or four words beside them. An entry stands for one finding, so
another one of the same kind in the same file is always left over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import takewhile

from newslint.baseline_entry import CUT, Entry, parts
from newslint.patterns import regexp

NEAR = 4
"""Words and sentence marks beside a finding that must be the same when its sentence is not. Two to
either side or all on one, so that an edit of the very next word does not wake it."""

_TOKEN = regexp(r"\w+|[.!?]")
_SENTENCE_MARKS = frozenset(".!?\n")

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
    for keys in (_exactly, _same_excerpt, _same_sentence, *map(_same_words, _SPLITS)):
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
    before, _, after = _sides(entry)
    return len(before) + len(after) > NEAR


def _exactly(entry: Entry) -> Hashable:
    return entry.code, entry.fingerprint


def _same_excerpt(entry: Entry) -> Hashable:
    return _kind(entry), entry.excerpt


def _same_sentence(entry: Entry) -> Hashable:
    before, text, after = _sides(entry)
    if not _ends(before) or not _ends(after):
        return None  # longer than the excerpt
    sentence = tuple(_to_mark(before)), text, tuple(_to_mark(after))
    wordless = not (sentence[0] or sentence[2] or _TOKEN.search(text))
    return None if wordless else (_kind(entry), sentence)


_SPLITS = ((2, 2), (3, 1), (1, 3), (4, 0), (0, 4))
assert all(sum(split) == NEAR for split in _SPLITS)


def _same_words(split: tuple[int, int]) -> Key:
    first, last = split

    def key(entry: Entry) -> Hashable:
        before, text, after = _sides(entry)
        if len(before) < first or len(after) < last:
            return None
        return _kind(entry), tuple(before[:first]), text, tuple(after[:last])

    return key


def _kind(entry: Entry) -> Hashable:
    """Return what is the same for findings that may be one another.

    The number of a record is not: it changes when a record is added above.
    """
    return entry.code, entry.record if isinstance(entry.record, str) else None


def _sides(entry: Entry) -> tuple[list[str], str, list[str]]:
    """Return the words and marks around, from the nearest one outwards, and the text between."""
    around = parts(entry.excerpt)
    if around is None:
        return [], entry.excerpt, []
    before, text, after = around
    return [*_outwards(before, -1)], text, [*_outwards(after, 1)]


def _outwards(side: str, step: int) -> Iterator[str]:
    yield from _TOKEN.findall(side)[::step]
    if not side.strip().startswith(CUT) and not side.strip().endswith(CUT):
        yield "\n"


def _ends(side: Sequence[str]) -> bool:
    return any(one in _SENTENCE_MARKS for one in side)


def _to_mark(side: Sequence[str]) -> Iterator[str]:
    return takewhile(lambda one: one not in _SENTENCE_MARKS, side)
