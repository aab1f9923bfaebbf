"""Suppressions: what an article itself says shall not be reported of it.

What its comments and its key say is read by `newslint.directives`; here names become rules, and
places become runs of the source. `newslint.silencer` asks them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import TypeAlias

from newslint.book import Book
from newslint.diagnostic import Record
from newslint.directives import Directive, of_comment, of_key
from newslint.engine_rules import UNUSED_SUPPRESSION, always_on, engine_rule
from newslint.errors import nearest
from newslint.placing import PlacedArticle, Run
from newslint.raw import RawComment, RawField
from newslint.structs import Struct, made

HINTS = 20
"""Mistakes of one article for which the nearest name is looked for; that takes a millisecond."""
_HOW = "write 'ignore', 'ignore-start', 'ignore-end' or 'ignore-file', then names of rules"


class Said(Struct):
    """Something an article says to newslint.

    Args:
        text: The words.
        run: Where they stand.
        record: The same in the text or a field of a record.
    """

    text: str
    run: Run
    record: Record | None


_Saying: TypeAlias = Callable[[int, int], Said]
"""Makes what is said of a run of a comment's or a key's text."""


class Suppression(Struct, frozen=False):
    """One name that an article wants ignored.

    Args:
        name: As it is written.
        codes: The rules it means.
        start: Source offset from which on it holds.
        end: One past the last at which it does; ``None`` to the end of the article.
        whole: Whether it holds for the whole article, with its metadata.
        comment: The comment it stands in, if that can be taken out without touching another.
        used: Whether anything was found there.
    """

    name: Said
    codes: frozenset[str]
    start: int = 0
    end: int | None = None
    whole: bool = False
    comment: Run | None = None
    used: bool = False


class Problem(Struct):
    """Something an article says that means nothing, and what would have been right."""

    said: Said
    message: str


class Suppressions(Struct, frozen=False):
    """What an article asks for, in order, and what of it means nothing."""

    asked: list[Suppression] = made(factory=list)
    problems: list[Problem] = made(factory=list)


def read_suppressions(article: PlacedArticle, book: Book) -> Suppressions:
    """Return what an article asks for.

    Args:
        article: The article.
        book: The rules that are known.
    """
    reading = _Reading(article, book)
    for comment in sorted(article.raw.comments, key=lambda one: one.start):
        if directive := of_comment(comment.text):
            reading.comment(comment, directive)
    if (field := article.raw.own_key) is not None:
        reading.key(field)
    return reading.found


class _Reading:
    """Reads the directives of one article, in the order of the source."""

    def __init__(self, article: PlacedArticle, book: Book) -> None:
        self.found = Suppressions()
        self._article = article
        self._book = book
        self._open: dict[frozenset[str], list[Suppression]] = defaultdict(list)
        self._begun = False
        self._line = (0, -1)

    def key(self, field: RawField) -> None:
        """Read the key of an article."""

        def said(start: int, end: int) -> Said:
            record = self._article.record_in(field.raw, start, field.pointer)
            return Said(field.raw[start:end], field.map.span(start, end), record)

        for name, codes in self._names(of_key(field.raw), said):
            self.found.asked.append(Suppression(name, codes, whole=True))

    def comment(self, comment: RawComment, directive: Directive) -> None:
        """Read a comment."""
        record = self._article.record_in_text(comment.clean)

        def said(start: int, end: int) -> Said:
            return Said(comment.text[start:end], comment.map.span(start, end), record)

        if not directive.verb:
            self._say(said(*directive.said), f"newslint cannot read this; {_HOW}")
        elif directive.verb == "ignore-end":
            self._end(comment, directive, said)
        else:
            self._begun = self._begun or directive.verb == "ignore-start"
            asked = [Suppression(*one) for one in self._names(directive, said)]
            removable = len(asked) == sum(map(len, directive.names))  # all of it is understood
            for one in asked:
                self._place(one, directive.verb, comment, removable=removable)
            self.found.asked += asked

    def _place(self, one: Suppression, verb: str, comment: RawComment, *, removable: bool) -> None:
        """Say where a suppression holds."""
        if verb == "ignore-start":
            one.start = comment.start
            self._open[one.codes].append(one)
            return
        one.comment = (comment.start, comment.end) if removable else None
        if verb == "ignore-file":
            one.whole = True
        else:
            one.start, one.end = self._paragraph(comment)

    def _paragraph(self, comment: RawComment) -> Run:
        """Return what a comment means: its paragraph, or up to the end of the next one."""
        raw = self._article.raw
        clean = min(comment.clean, len(raw.text))
        if not self._line[0] <= clean <= self._line[1]:
            end = raw.text.find("\n", clean)
            end = len(raw.text) if end < 0 else end
            self._line = raw.text.rfind("\n", 0, clean) + 1, end
        start, end = self._line
        if comment.alone:
            return comment.start, max(raw.map.end(end) if clean < end else 0, comment.end)
        return min(raw.map.start(start), comment.start), max(raw.map.end(end), comment.end)

    def _end(self, comment: RawComment, directive: Directive, said: _Saying) -> None:
        """Let what was begun end at a comment."""
        if not directive.names:
            ended = [one for ones in self._open.values() for one in ones]
            self._open.clear()
            if not self._begun:
                self._say(said(*directive.said), "no 'ignore-start' stands before this")
            self._begun = False
        else:
            ended = []
            for name, codes in self._names(directive, said):
                if self._open[codes]:
                    ended.append(self._open[codes].pop())
                else:
                    self._say(name, f"no 'ignore-start {name.text}' stands before this")
        for one in ended:
            one.end = comment.end

    def _names(self, directive: Directive, said: _Saying) -> Iterator[tuple[Said, frozenset[str]]]:
        """Give what is named and the codes it means; what nobody knows is a problem."""
        if not directive.names and directive.verb != "ignore-end":
            message = "no rule is named; write names, codes or families, or 'all' for every rule"
            self._say(said(*directive.said), message)
        for words in directive.names:
            for word in words:
                codes = self._codes(word.text)
                if codes is None:
                    rest = said(word.start, words[-1].end)
                    self._unknown(word.text, rest, alone=word is words[-1])
                    break
                name = said(word.start, word.end)
                if codes:
                    yield name, codes
                else:
                    self._say(name, always_on(word.text) or "")

    def _codes(self, name: str) -> frozenset[str] | None:
        """Return the codes a name means, none where it cannot be ignored."""
        if (meant := self._book.meant(name)) is not None:
            return meant
        if engine_rule(name) is UNUSED_SUPPRESSION:
            return frozenset({UNUSED_SUPPRESSION.code})
        return frozenset() if always_on(name) else None

    def _unknown(self, name: str, said: Said, *, alone: bool) -> None:
        if self._book.left_out:  # it may be a rule of that
            return
        own, hint = UNUSED_SUPPRESSION, ""
        if not alone:
            hint = "; names are parted by commas, and a reason stands behind '--'"
        elif len(self.found.problems) < HINTS:
            hint = nearest(name, {*self._book.names, own.code, own.name})
        self._say(said, f"no rule or family is called {name!r}{hint}")

    def _say(self, said: Said, message: str) -> None:
        self.found.problems.append(Problem(said, message))
