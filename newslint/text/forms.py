"""Forms and signs: the distinct runs between blanks and marks, and the distinct odd characters.

An article of a thousand words has some four hundred forms, and nearly all of them were in the
articles before. So whatever can be told by a form alone (it is in no dictionary; it is a month; it
is a word that some rule waits for) is told once for the whole run: a `FormKind` is a question
asked of a form, and the answers are kept. What is left to do for an article is one pass of
`bytes.translate` and `bytes.split`, and a look whether each form is one of those that matter to
nobody: three times as fast as a regular expression that finds its words.

What stands between the forms is told by signs: the distinct characters of a text that are no plain
letter, digit or everyday mark. They are what is left when `bytes.translate` has deleted the others.

A kind says that a form or sign *may* matter somewhere in the text; where, is for the few who get a
yes. What depends on the marks beside forms, or on their order, is told by `blanked`: the text with
one of six blanks for each mark, which is what is split anyway.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate, filterfalse

from newslint.source import Text
from newslint.structs import Struct
from newslint.text.form_register import (
    CAPITALS,
    EVERY,
    MIXED,
    ORDINARY,
    SMALL,
    Group,
    Register,
    runs_of,
)
from newslint.text.sample import sample_cuts

# Blanks, all marks that can stand beside a word, and the bytes of curly quotes, dashes, the
# ellipsis and the no-break space. What ties a form to something else (digits, `-/&_@#`) stays.
# Each becomes one of the six bytes that `bytes.split` takes for a blank.
_BLANKS = {
    b" ": b" \t\r\x0b\x0c\xc2\xa0",
    b"\n": b"\n",
    b"\x0b": b"'\x99",  # apostrophes
    b"\x0c": b".",
    b"\t": b',;!?()[]{}<>:%"|*$^`~\x98\x9c\x9d',  # other marks
    b"\r": b"\xe2\x80\x93\x94\xa6",  # first bytes of curly marks; dashes
}
_EDGES = b"".join(_BLANKS.values())
_TO_BLANK = bytes.maketrans(
    _EDGES, b"".join(blank * len(edges) for blank, edges in _BLANKS.items())
)
_LETTERS = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_EVERYDAY = _LETTERS + b"0123456789 \t\n.,:!'()-/"

AT_ONCE = 1_000_000
"""Bytes that are split at once: the runs of a text take ten times as much memory as it."""


class FormKind:
    """A question asked of every distinct form or sign, once for the whole run.

    Compared by identity. Make one for a whole module, not one for each text. A judge costs little
    when it is not asked of what it never takes: half of all new forms are ordinary words in small
    letters.

    Args:
        words: Words in lower case, letters and digits only, or what returns them when the first
            text is read; a form is of this kind when one of its runs of letters and digits is
            among them, in any case.
        judge: Called with the form as it stands; says whether it is of this kind.
        ordinary: Whether the judge is asked of ordinary words of three letters or more
            (`Lexicon.ordinary`), too, which most forms are.
        small: Whether it is asked of forms of small ASCII letters alone, too.
        letters: Whether it is asked of forms of ASCII letters alone, small or not, too.
        sign: Called with a character that is none of ASCII letters and digits, blank, tab, line
            feed and ``.,:!'()-/``; says whether a text with it is of this kind.
    """

    __slots__ = ("_words", "bit", "judge", "sign", "takes")

    def __init__(
        self,
        words: Iterable[str] | Callable[[], Iterable[str]] = (),
        judge: Callable[[str], bool] | None = None,
        sign: Callable[[str], bool] | None = None,
        *,
        ordinary: bool = True,
        small: bool = True,
        letters: bool = True,
    ) -> None:
        self._words = words if callable(words) else frozenset(words)
        self.judge = judge
        self.sign = sign
        shapes = (SMALL,) * (small and letters) + (CAPITALS,) * letters + (MIXED,)
        self.takes = shapes + tuple(shape + ORDINARY for shape in shapes if ordinary)
        self.bit = _register.add(self)

    @property
    def words(self) -> frozenset[str]:
        """The words one of which a form of this kind has."""
        if callable(self._words):
            self._words = frozenset(self._words())
        return self._words

    def may_occur(self, text: Text) -> bool:
        """Tell whether a form or sign of the text is of this kind."""
        return bool(_sift(text).kinds & self.bit)

    def forms(self, text: Text) -> list[str]:
        """Return the forms of the text that are of this kind, each once, in no order.

        A form may begin or end in the middle of a letter that shares a byte with a curly quote
        (`à`); what is left of that letter is a replacement character.
        """
        sifted, bit = _sift(text), self.bit
        if not sifted.kinds & bit:
            return []
        forms, raws = sifted.forms, list[bytes]()
        for group in _register.groups_of(bit).intersection(forms):
            raws += forms[group]
        return b" ".join(raws).decode(errors="replace").split(" ") if raws else []

    def found(self, text: Text) -> set[str]:
        """Return those of the kind's `words` that are in the text."""
        words = self.words
        lowered = set(map(str.lower, self.forms(text)))
        found = lowered & words
        if len(found) < len(lowered):
            found.update(run for form in lowered - found for run in runs_of(form) if run in words)
        return found


def signs(text: Text) -> frozenset[str]:
    """Return the distinct signs of a text: what they can be, see `FormKind`."""
    return _sift(text).signs


def sampled_forms(text: Text) -> tuple[list[bytes], list[bytes]]:
    """Return the forms of the part of a text by which its language is told, in no order.

    They are as often as they stand there, in UTF-8 and maybe broken (see `FormKind.forms`); apart
    from them are the pieces of forms that the part cuts through.
    """
    sifted = _sift(text)
    return sifted.sampled, sifted.pieces


def is_sign(character: str) -> bool:
    """Tell whether a character is a sign (see `FormKind`)."""
    return not character.isascii() or ord(character) not in _EVERYDAY


def is_broken(character: str) -> bool:
    """Tell whether forms do not hold a character whole: it shares a byte with a mark."""
    return any(byte in _EDGES for byte in character.encode("utf-8", "replace"))


def kinds(text: Text) -> int:
    """Return the bits of all kinds that a form or sign of the text is of."""
    return _sift(text).kinds


_register = Register()


class _Sifted(Struct, frozen=False):
    """What the forms and signs of a text are: the forms by their kinds, and all their kinds.

    With those of its sample, the pieces this cuts off, the signs, and how many kinds were asked.
    """

    forms: dict[Group, list[bytes]]
    runs: list[bytes] | None
    blanked: bytes
    sampled: list[bytes]
    pieces: list[bytes]
    signs: frozenset[str]
    kinds: int
    asked: int


def _sift(text: Text) -> _Sifted:
    sifted: _Sifted | None = text.sifted
    if sifted is None or sifted.asked != _register.last:  # a kind was made since
        sifted = text.sifted = _sifted(text)
    return sifted


def _sifted(text: Text) -> _Sifted:
    if _register.new:
        _register.catch_up()
    asked = _register.last
    encoded = _encoded(text.text)
    blanked = encoded.translate(_TO_BLANK)
    runs, sampled, pieces = _split(text.text, blanked)
    dull = _register.dull.__contains__
    if runs is None:
        raws: set[bytes] = set()
        for part in _in_order(blanked):
            raws.update(filterfalse(dull, part))
    else:
        raws = set(filterfalse(dull, runs))
    look = _register.look
    forms: dict[Group, list[bytes]] = defaultdict(list)
    for raw, group in zip(raws, map(_register.telling.get, raws), strict=True):
        forms[group or look(raw)].append(raw)
    every = EVERY
    for group in forms:
        every |= group.kinds
    signs = frozenset(encoded.translate(None, _EVERYDAY).decode())
    known_sign = _register.signs.get
    for sign in signs:
        of_sign = known_sign(sign)
        every |= _register.look_at_sign(sign) if of_sign is None else of_sign
    return _Sifted(forms, runs, blanked, sampled, pieces, signs, every, asked)


def _split(content: str, blanked: bytes) -> tuple[list[bytes] | None, list[bytes], list[bytes]]:
    """Return all forms of a text in order, all whole ones of its sample, and the pieces it cuts.

    The pieces go to the next space, and may be more than one form.

    Args:
        content: The text.
        blanked: The same in UTF-8, with blanks for its marks.

    Returns:
        None for all forms of a long text.
    """
    cuts = sample_cuts(len(content))
    if cuts is None:
        forms = blanked.split()
        return forms, forms, []
    head, start, end = cuts
    if not content.isascii():
        parts = (content[:head], content[head:start], content[start:end])
        head, start, end = accumulate(len(_encoded(part)) for part in parts)
    first = blanked.rfind(b" ", 0, head) + 1  # whole forms lie before it,
    second, last = blanked.find(b" ", start, end), blanked.rfind(b" ", start, end)  # between,
    if second < 0:
        second = last = len(blanked)
    forms = blanked[:first].split()
    inner = blanked[second:last].split()
    pieces = [blanked[first:head], blanked[start : min(second, end)], blanked[last:end].strip()]
    runs = None
    if len(blanked) <= AT_ONCE:  # and in what is left
        runs = [*forms, *blanked[first:second].split(), *inner, *blanked[last:].split()]
    return runs, forms + inner, [piece for piece in pieces if piece]


def _in_order(blanked: bytes) -> Iterator[list[bytes]]:
    """Give the forms of a long text in order, in parts: a list of all takes memory.

    The last three of a part stand before those of the next, so that none lose their neighbours.
    """
    start, before = 0, list[bytes]()
    while start < len(blanked):
        cut = blanked.find(b" ", start + AT_ONCE) + 1 or len(blanked)
        part = before + blanked[start:cut].split()
        yield part
        start, before = cut, part[-3:]


def forms_in_order(text: Text) -> Iterable[list[bytes]]:
    """Return the forms of a text, in UTF-8, in order: one list, or several of a long text.

    The last three of a list stand at the beginning of the next one, too.
    """
    sifted = _sift(text)
    return _in_order(sifted.blanked) if sifted.runs is None else (sifted.runs,)


def blanked(text: Text) -> bytes:
    r"""Return the text in UTF-8 with blanks for its marks.

    `\x0b` for `'` and the last byte of `\u2019`, `\x0c` for `.`, `\r` for the first two bytes of a
    curly mark and for a dash, `\t` for other marks and the last byte of another quotation mark;
    line feeds stay, and all other white space is a space.
    """
    return _sift(text).blanked


def _encoded(content: str) -> bytes:
    """Return a text in UTF-8; made in pieces, which takes less memory at a time."""
    if len(content) <= AT_ONCE:
        return content.encode("utf-8", "replace")
    starts = range(0, len(content), AT_ONCE)
    return b"".join(content[start : start + AT_ONCE].encode("utf-8", "replace") for start in starts)
