"""What is asked of forms, and what is known of them: each is asked once for the whole run.

A question has a *bit*, and the answers of a form are the sum of the bits of all that say yes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Protocol

from newslint.patterns import regexp
from newslint.structs import Struct, made
from newslint.text.lexicon import load

_RUN = regexp(r"[^\W_]+")
_SHORTEST = 3

EVERY = 1
"""The bit of what every text is of."""
MOST_FORMS = 150_000
"""Forms whose answers are kept, some 20 MB; beyond it all are forgotten. An answer depends on the
form alone, so neither the order of articles nor the forgetting can change a result."""
ASKED_AGAIN = 100_000
"""Known forms of which a kind that is made later is asked at once (50 ms for a kind of words); more
are forgotten, and asked when they are met again, which costs ten times as much for each."""
SMALL, CAPITALS, MIXED, ORDINARY = 0, 1, 2, 3
"""The shapes of forms: ASCII letters, all small or not, and others; and what is added to the shape
of an ordinary word."""


class Question(Protocol):
    """What is asked of forms and signs (see `FormKind`)."""

    @property
    def words(self) -> frozenset[str]:
        """The words that a form may have to get a yes."""

    @property
    def judge(self) -> Callable[[str], bool] | None:
        """What judges other forms."""

    @property
    def sign(self) -> Callable[[str], bool] | None:
        """What judges signs."""

    @property
    def takes(self) -> tuple[int, ...]:
        """The shapes of the forms that its judge is asked of."""


@lru_cache(maxsize=100_000)
def runs_of(form: str) -> tuple[str, ...]:
    """Return the runs of letters and digits of a form, in lower case."""
    lowered = form.lower()
    return (lowered,) if lowered.isalpha() else tuple(_RUN.findall(lowered))


class _Questions:
    """What is asked of forms: the bits of kinds by their words, and their judges by shape."""

    def __init__(self) -> None:
        self.by_word: dict[str, int] = {}
        self._judged = False
        self._judges: tuple[list[tuple[int, Callable[[str], bool]]], ...] = tuple(
            [] for _ in range(2 * ORDINARY)
        )

    def add_judge(self, kind: Question, bit: int) -> None:
        """Ask its judge, if it has one, of the forms it takes."""
        if kind.judge is not None:
            self._judged = True
            for shape in kind.takes:
                self._judges[shape].append((bit, kind.judge))

    def add_words(self, kind: Question, bit: int) -> None:
        """Ask for its words."""
        for word in kind.words:
            self.by_word[word] = self.by_word.get(word, 0) | bit

    def answer(self, raw: bytes) -> int:
        """Return the bits of the kinds that a form is of."""
        if raw.isalpha():
            form = raw.decode()
            lowered = form.lower()
            kinds = self.by_word.get(lowered, 0)
            shape = SMALL if lowered == form else CAPITALS
        else:
            form = raw.decode(errors="replace")
            lowered = form.lower() if form.isalpha() else ""
            kinds = 0
            for run in runs_of(form):
                kinds |= self.by_word.get(run, 0)
            shape = MIXED
        if not self._judged:
            return kinds
        if len(lowered) >= _SHORTEST and load().ordinary(lowered):
            shape += ORDINARY
        for bit, judge in self._judges[shape]:
            if judge(form):
                kinds |= bit
        return kinds


class Group:
    """The kinds of a form; one object for all forms of the same kinds."""

    __slots__ = ("kinds",)

    def __init__(self, kinds: int) -> None:
        self.kinds = kinds


DULL = Group(0)
"""That of forms of no kind; no text needs to know it."""


class Register(Struct, frozen=False):
    """All kinds, and what is known of the forms and signs so far: of no kind, or of which."""

    questions: _Questions = made(factory=_Questions)
    sign_judges: list[tuple[int, Callable[[str], bool]]] = made(factory=list)
    dull: set[bytes] = made(factory=set)
    telling: dict[bytes, Group] = made(factory=dict)
    groups: dict[int, Group] = made(factory=dict)
    by_kind: dict[int, set[Group]] = made(factory=dict)
    signs: dict[str, int] = made(factory=dict)
    new: list[tuple[int, Question]] = made(factory=list)
    last: int = EVERY << 1

    def add(self, kind: Question) -> int:
        """Take a question up, and return its bit."""
        bit, self.last = self.last, self.last << 1
        if kind.sign is not None:
            self.sign_judges.append((bit, kind.sign))
        self.new.append((bit, kind))
        return bit

    def catch_up(self) -> None:
        """Ask the kinds that were made since of what is known so far."""
        if len(self.dull) + len(self.telling) > ASKED_AGAIN:
            self.forget()
        added, met = _Questions(), (*self.dull, *self.telling)
        for bit, kind in self.new:
            for questions in (added, self.questions) if met else (self.questions,):
                questions.add_words(kind, bit)
                questions.add_judge(kind, bit)
        self.new.clear()
        for raw in met:
            if kinds := added.answer(raw):
                known = self.telling.get(raw)
                self.telling[raw] = self.group(kinds | known.kinds if known else kinds)
        self.dull -= self.telling.keys()
        self.signs.clear()

    def look(self, raw: bytes) -> Group:
        """Return the kinds of a form that was not met before, and remember it."""
        kinds = self.questions.answer(raw)
        if len(self.dull) + len(self.telling) >= MOST_FORMS:
            self.forget()
        if not kinds:
            self.dull.add(raw)
            return DULL
        group = self.telling[raw] = self.group(kinds)
        return group

    def group(self, kinds: int) -> Group:
        """Return the group of the forms of these kinds."""
        group = self.groups.get(kinds)
        if group is None:
            group = self.groups[kinds] = Group(kinds)
            for bit, groups in self.by_kind.items():
                if kinds & bit:
                    groups.add(group)
        return group

    def groups_of(self, bit: int) -> set[Group]:
        """Return the groups of the forms of a kind."""
        groups = self.by_kind.get(bit)
        if groups is None:
            groups = {group for group in self.groups.values() if group.kinds & bit}
            self.by_kind[bit] = groups
        return groups

    def forget(self) -> None:
        """Forget all forms; not the groups, of which there are few and texts at hand have some."""
        self.dull.clear()
        self.telling.clear()

    def look_at_sign(self, sign: str) -> int:
        """Return the kinds of a sign that was not met before, and remember them."""
        kinds = 0
        for bit, judge in self.sign_judges:
            if judge(sign):
                kinds |= bit
        self.signs[sign] = kinds  # there are no more than code points
        return kinds
