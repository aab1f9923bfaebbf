"""Phrases: fixed wordings that a rule waits for.

Whether one can be there is told by the forms of the text (`forms`), for all sets of phrases at
once; where, is looked for when somebody asks.

A phrase matches without regard to case and only as whole words: where it begins or ends with a
letter or digit, no letter or digit may stand next to it. Overlapping phrases are all found, so
that "ago" is not hidden by "years ago".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property, lru_cache
from importlib import import_module

from newslint.patterns import regexp
from newslint.source import Text
from newslint.spans import Span
from newslint.text.form_register import EVERY
from newslint.text.forms import AT_ONCE, FormKind, is_sign, kinds
from newslint.text.lexicon import load
from newslint.text.located import MOST_WORDINGS, MOST_WORDS, Located, Pool, located, occurrences

_RUN = regexp(r"[^\W_]+")
EVERYWHERE = 6.5
"""Zipf frequency from which nearly every article has a word: `from`, `not`, `have`."""


class Phrases:
    """A set of fixed wordings; made by `phrases` or `phrase_file`, compared by identity.

    Make one for a whole module: what is known of a set (which forms it waits for) is known of the
    object.
    """

    __slots__ = ("__dict__", "literals")

    def __init__(self, literals: Iterable[str]) -> None:
        self.literals: tuple[str, ...] = tuple(sorted({one.lower() for one in literals if one}))

    def may_occur(self, text: Text) -> bool:
        """Tell quickly whether a phrase can be in a text; `False` is certain."""
        return bool(self.bit & kinds(text))  # in this order: the first use makes the kind

    def parts_in(self, text: Text) -> tuple[AbstractSet[str], list[str]]:
        """Return those of its `words` that are in a text, and the `wordings` that can be.

        Of each wording the two rarest words are there.
        """
        kind = self._rest[1] if self._rest else self._single
        told = kind.found(text) if kind else set()
        if not told:
            return told, []
        wordings = [
            literal
            for word in self.wordings.keys() & told
            for literal, second in self.wordings[word]
            if second in told or not second
        ]
        return self.words & told, wordings

    @cached_property
    def bit(self) -> int:
        """The bits of the kinds of forms and signs that a text with one of them has."""
        return self.sure | (self._rest[0].bit if self._rest else 0) | (EVERY if self._plain else 0)

    @cached_property
    def sure(self) -> int:
        """The bit of the kind of forms and signs that are phrases themselves (see `sure_kinds`)."""
        return self._single.bit if self._single else 0

    @cached_property
    def words(self) -> frozenset[str]:
        """The phrases that are one plain word."""
        return self._parted[0]

    @cached_property
    def wordings(self) -> Mapping[str, list[tuple[str, str]]]:
        """The other phrases by their rarest word, each with the next one if that tells anything.

        Where one of the two is not, the phrase is not.
        """
        return self._parted[1]

    @cached_property
    def marks(self) -> tuple[str, ...]:
        """The phrases without a plain word (`%`, `“`), which have to be looked for."""
        return self._parted[2]

    @cached_property
    def _parted(self) -> tuple[frozenset[str], dict[str, list[tuple[str, str]]], tuple[str, ...]]:
        words: list[str] = []
        wordings: dict[str, list[tuple[str, str]]] = {}
        marks: list[str] = []
        for literal in self.literals:
            word, second = _rarest_words(literal)
            if word == literal:
                words.append(literal)
            elif word:
                wordings.setdefault(word, []).append((literal, second))
            else:
                marks.append(literal)
        return frozenset(words), wordings, tuple(marks)

    @cached_property
    def _single(self) -> FormKind | None:
        """The plain words, and the marks of one character."""
        marks = frozenset(one for one in self.marks if _is_single_mark(one))
        return FormKind(self.words, sign=marks.__contains__) if self.words or marks else None

    @cached_property
    def _rest(self) -> tuple[FormKind, FormKind] | None:
        """The rarest words of wordings, with the signs of other marks; and all words that tell."""
        wordings = [one for pairs in self.wordings.values() for one, _ in pairs]
        _pool.add(self, [one for one in wordings if _is_plain(one)])
        marks = [one for one in self.marks if not _is_single_mark(one)]
        signs = {one for mark in marks for one in mark if is_sign(one)}
        if "ς" in signs:  # of Σ, the lower case depends on what follows
            signs.add("σ")
        if not self.wordings and not signs:
            return None
        seconds = {second for pairs in self.wordings.values() for _, second in pairs if second}
        return (
            FormKind(self.wordings, sign=lambda one: one.lower() in signs or one in signs),
            FormKind(self.words | self.wordings.keys() | seconds),
        )

    @cached_property
    def _plain(self) -> bool:
        """Whether there is a mark without a sign, which any text may have."""
        return not all(any(map(is_sign, mark)) for mark in self.marks)

    def __contains__(self, phrase: object) -> bool:
        return isinstance(phrase, str) and phrase.lower() in self._set

    @cached_property
    def _set(self) -> frozenset[str]:
        return frozenset(self.literals)

    def __repr__(self) -> str:
        return f"phrases({', '.join(map(repr, self.literals[:3]))}…)"


_pool: Pool[Phrases] = Pool()
_LETTERS = FormKind(sign=lambda sign: sign.isalnum() or sign == "_")
"""What can make a form end, or go on, where a word does not."""


def sure_kinds(there: int) -> int:
    """Return those of the kinds of a text by which a phrase is not only possible but there.

    Without letters but the plain ones, a form that is a phrase stands by itself in the text.
    """
    return 0 if there & _LETTERS.bit else there


def _rarest_words(literal: str) -> tuple[str, str]:
    """Return the two runs of ASCII letters and digits that are met least.

    ``""`` for one that there is not, and for a second one that nearly every article has.
    """
    if literal.isascii() and literal.isalnum():
        return literal, ""
    if "_" in literal:  # it is no mark, and yet no part of a word
        return "", ""
    runs = set(_RUN.findall(literal))
    if not literal.isascii():
        runs = set(filter(str.isascii, runs))
    first, second, *_ = *sorted(runs, key=_commonness), "", ""
    return first, second if _commonness(second) < (False, EVERYWHERE) else ""


@lru_cache(maxsize=10_000)
def _commonness(word: str) -> tuple[bool, float, int, str]:
    """Tell how often a word is met; numbers, which the frequencies do not know, most often."""
    return word.isdigit(), load().zipf(word), -len(word), word


def _is_single_mark(literal: str) -> bool:
    return len(literal) == 1 and is_sign(literal) and not literal.isalnum() and literal != "_"


def _is_plain(literal: str) -> bool:
    """Tell whether a wording can be looked for in the text of one byte a character."""
    return literal.isascii() and "?" not in literal


@lru_cache(maxsize=1000)
def phrases(*literals: str) -> Phrases:
    """Return the phrases a rule waits for: ``near=phrases("allegedly", "reportedly")``.

    The same phrases are the same object, so that a rule may also call it for each article.
    """
    return Phrases(literals)


def data_text(package: str, name: str) -> str:
    """Return the text of a data file that lies in a package, in UTF-8.

    Args:
        package: The package beside whose modules the file lies; usually ``__package__``.
        name: The file's name.
    """
    for folder in import_module(package).__path__:
        try:
            with open(f"{folder}/{name}", encoding="utf-8") as file:  # noqa: PTH123
                return file.read()
        except OSError:
            continue  # a part of a namespace package, or a zip file
    from importlib.resources import files  # 15 ms to import: brings along what reads zip files

    return files(package).joinpath(name).read_text(encoding="utf-8")


def word_list(package: str, name: str) -> tuple[str, ...]:
    """Return the entries of a word list that lies in a package: one a line, ``#`` comments.

    Args:
        package: The package beside whose modules the list lies; usually ``__package__``.
        name: The file's name.
    """
    lines = map(str.strip, data_text(package, name).splitlines())
    return tuple([line for line in lines if line and line[0] != "#"])


def phrase_file(package: str, name: str) -> Phrases:
    """Return the phrases of a word list that lies beside a rule (see `word_list`)."""
    return Phrases(word_list(package, name))


def hits(text: Text, near: Phrases) -> tuple[Span, ...]:
    """Return the places of the phrases ``near`` in the text, in order.

    A text without their words costs nothing.
    """
    found = text.scanned.get(near)
    if found is None:
        content = text.text
        found = text.scanned[near] = tuple(
            Span(text, start, end, content[start:end]) for start, end in sorted(_find(text, near))
        )
    return found


def occurs(text: Text, near: Phrases) -> bool:
    """Tell whether `hits` gives any, without looking for more than the first."""
    if near.wordings or near in text.scanned:  # whoever asks wants them next
        return bool(hits(text, near))
    return next(_find(text, near), None) is not None


def _find(text: Text, near: Phrases) -> Iterator[tuple[int, int]]:
    """Give the places in no order."""
    if not near.may_occur(text):
        return
    odd: list[str] = list(near.marks)
    words, wordings = near.parts_in(text)
    if words or wordings:
        there = text.get(located)
        if len(words) >= MOST_WORDS:
            there.look_for(words)
        yield from _stand(there, words)
        plain = [one for one in wordings if _is_plain(one)]
        there.sought += len(plain)
        if there.sought > MOST_WORDINGS and _pool.pays(text):
            yield from _pool.places(text).get(near, ())
        else:
            yield from _stand(there, plain)
        if len(plain) < len(wordings):
            odd += [one for one in wordings if not _is_plain(one)]
    for literal in odd:
        content = text.text if literal.upper() == literal else text.get(lowered_text)
        for start in occurrences(content, literal):
            yield start, start + len(literal)


def _stand(there: Located, literals: Iterable[str]) -> Iterator[tuple[int, int]]:
    for literal in literals:
        size = len(literal)
        for start in there.starts(literal):
            yield start, start + size


def in_lower_case(content: str) -> str:
    """Return ``content.lower()``, made in pieces: made at once, it takes twelve bytes a character.

    A piece ends at a blank, as the lower case of Σ depends on the letters beside it.
    """
    if len(content) <= AT_ONCE:
        return content.lower()
    pieces, start = [], 0
    while start < len(content):
        end = content.find(" ", start + AT_ONCE) + 1 or len(content)
        pieces.append(content[start:end].lower())
        start = end
    return "".join(pieces)


def lowered_text(text: Text) -> str:
    """Return the text in lower case, of the same length, so that offsets hold.

    A few letters grow when lower-cased (İ); they are left as they are.
    """
    lowered = in_lower_case(text.text)
    if len(lowered) == len(text.text):
        return lowered
    return "".join(low if len(low := one.lower()) == 1 else one for one in text.text)
