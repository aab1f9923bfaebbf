"""Forms and signs: the distinct runs between blanks and marks, and the distinct odd characters.

An article of a thousand words has some four hundred forms, and nearly all of them were in the
articles before. So whatever can be told by a form alone (it is in no dictionary; it is a month; it
is a word that some rule waits for) is told once for the whole run: a `FormKind` is a question
asked of a form, and the answers are kept. What is left to do for an article is one pass of
`bytes.translate` and `bytes.split`, and a difference of two sets: about twice as fast as a regular
expression that finds its words.

What stands between the forms is told by signs: the distinct characters of a text that are no plain
letter, digit or everyday mark. They are what is left when `bytes.translate` has deleted the others.

A kind says that a form or sign *may* matter somewhere in the text; where, is for the few who get a
yes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from newslint.patterns import regexp
from newslint.source import Text
from newslint.structs import Struct, made
from newslint.text.sample import sample_cuts

_RUN = regexp(r"[^\W_]+")

# Blanks, all marks that can stand beside a word, and the bytes of curly quotes, dashes, the
# ellipsis and the no-break space. What ties a form to something else (digits, `-/&_@#`) stays.
_EDGES = b" \t\r\n\x0b\x0c.,;:!?\"'()[]{}<>|*$%^`~" + bytes.fromhex("e28098999c9d9394a6c2a0")
_TO_BLANK = bytes.maketrans(_EDGES, b" " * len(_EDGES))
_LETTERS = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_EVERYDAY = _LETTERS + b"0123456789 \t\n.,:!'()-/"

EVERY = 1
"""The bit of what every text is of."""
AT_ONCE = 1_000_000
"""Bytes that are split at once: the runs of a text take ten times as much memory as it."""
MOST_FORMS = 500_000
"""Forms whose answers are kept, some 60 MB; beyond it all are forgotten. An answer depends on the
form alone, so neither the order of articles nor the forgetting can change a result."""
ASKED_AGAIN = 20_000
"""Known forms of which a kind that is made later is asked at once (20 ms); more are forgotten, and
asked when they are met again."""


class FormKind:
    """A question asked of every distinct form or sign, once for the whole run.

    Compared by identity. Make one for a whole module, not one for each text.

    Args:
        words: Words in lower case, letters and digits only; a form is of this kind when one of its
            runs of letters and digits is among them, in any case.
        judge: Called with the form as it stands; says whether it is of this kind.
        sign: Called with a character that is none of ASCII letters and digits, blank, tab, line
            feed and ``.,:!'()-/``; says whether a text with it is of this kind.
    """

    __slots__ = ("bit", "judge", "sign", "words")

    def __init__(
        self,
        words: Iterable[str] = (),
        judge: Callable[[str], bool] | None = None,
        sign: Callable[[str], bool] | None = None,
    ) -> None:
        self.words = frozenset(words)
        self.judge = judge
        self.sign = sign
        self.bit = _register.add(self)

    def may_occur(self, text: Text) -> bool:
        """Tell whether a form or sign of the text is of this kind."""
        return bool(_sift(text).kinds & self.bit)

    def forms(self, text: Text) -> list[str]:
        """Return the forms of the text that are of this kind, each once, in no order.

        A form may begin or end in the middle of a letter that shares a byte with a curly quote
        (`à`); what is left of that letter is a replacement character.
        """
        sifted = _sift(text)
        bit = self.bit
        return [form for kinds, forms in sifted.forms.items() if kinds & bit for form in forms]

    def found(self, text: Text) -> set[str]:
        """Return those of the kind's `words` that are in the text."""
        sifted = _sift(text)
        bit = self.bit
        if not sifted.kinds & bit:
            return set()
        words = self.words
        return {
            run
            for kinds, forms in sifted.forms.items()
            if kinds & bit
            for form in forms
            for run in _runs(form)
            if run in words
        }


@lru_cache(maxsize=100_000)
def _runs(form: str) -> tuple[str, ...]:
    """Return the runs of letters and digits of a form, in lower case."""
    lowered = form.lower()
    return (lowered,) if lowered.isalpha() else tuple(_RUN.findall(lowered))


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


class _Register(Struct, frozen=False):
    """All kinds, and what is known of the forms and signs so far: of no kind, or of which."""

    by_word: dict[str, int] = made(factory=dict)
    judges: list[tuple[int, Callable[[str], bool]]] = made(factory=list)
    sign_judges: list[tuple[int, Callable[[str], bool]]] = made(factory=list)
    dull: set[bytes] = made(factory=set)
    telling: dict[bytes, tuple[str, int]] = made(factory=dict)
    signs: dict[str, int] = made(factory=dict)
    new: list[tuple[int, FormKind]] = made(factory=list)
    last: int = EVERY << 1

    def add(self, kind: FormKind) -> int:
        bit, self.last = self.last, self.last << 1
        for word in kind.words:
            self.by_word[word] = self.by_word.get(word, 0) | bit
        if kind.judge is not None:
            self.judges.append((bit, kind.judge))
        if kind.sign is not None:
            self.sign_judges.append((bit, kind.sign))
        self.new.append((bit, kind))
        return bit

    def catch_up(self) -> None:
        """Ask the kinds that were made since of what is known so far."""
        if len(self.dull) + len(self.telling) > ASKED_AGAIN:
            self.dull.clear()
            self.telling.clear()
        for bit, kind in self.new:
            for raw in (*self.dull, *self.telling):
                form, kinds = self.telling.get(raw) or (raw.decode(errors="replace"), 0)
                of_words = not kind.words.isdisjoint(_runs(form))
                if of_words or (kind.judge is not None and kind.judge(form)):
                    self.telling[raw] = form, kinds | bit
        self.dull -= self.telling.keys()
        self.signs.clear()
        self.new.clear()

    def look(self, raw: bytes) -> tuple[str, int] | None:
        """Return a form that was not met before with its kinds, if any, and remember it."""
        form = raw.decode(errors="replace")
        kinds = 0
        for run in _runs(form):
            kinds |= self.by_word.get(run, 0)
        for bit, judge in self.judges:
            if judge(form):
                kinds |= bit
        if len(self.dull) + len(self.telling) >= MOST_FORMS:
            self.dull.clear()
            self.telling.clear()
        if not kinds:
            self.dull.add(raw)
            return None
        told = self.telling[raw] = form, kinds
        return told

    def look_at_sign(self, sign: str) -> int:
        """Return the kinds of a sign that was not met before, and remember them."""
        kinds = 0
        for bit, judge in self.sign_judges:
            if judge(sign):
                kinds |= bit
        self.signs[sign] = kinds  # there are no more than code points
        return kinds


_register = _Register()


class _Sifted(Struct, frozen=False):
    """What the forms and signs of a text are: the forms by their kinds, and all their kinds.

    With those of its sample, the pieces this cuts off, the signs, and how many kinds were asked.
    """

    forms: dict[int, list[str]]
    sampled: list[bytes]
    pieces: list[bytes]
    signs: frozenset[str]
    kinds: int
    asked: int


def _sift(text: Text) -> _Sifted:
    sifted = text.get(_sifted)
    if sifted.asked != _register.last:  # a kind was made since
        text.forget(_sifted)
        sifted = text.get(_sifted)
    return sifted


def _sifted(text: Text) -> _Sifted:
    if _register.new:
        _register.catch_up()
    encoded = _encoded(text.text)
    raws, sampled, pieces = _split(text.text, encoded)
    known = _register.telling.get
    forms: dict[int, list[str]] = {}
    for raw in raws - _register.dull:
        told = known(raw) or _register.look(raw)
        if told is not None:
            form, kinds = told
            if kinds in forms:
                forms[kinds].append(form)
            else:
                forms[kinds] = [form]
    every = EVERY
    for kinds in forms:
        every |= kinds
    signs = frozenset(encoded.translate(None, _EVERYDAY).decode())
    known_sign = _register.signs.get
    for sign in signs:
        of_sign = known_sign(sign)
        every |= _register.look_at_sign(sign) if of_sign is None else of_sign
    return _Sifted(forms, sampled, pieces, signs, every, _register.last)


def _split(content: str, encoded: bytes) -> tuple[set[bytes], list[bytes], list[bytes]]:
    """Return the distinct forms of a text, all whole ones of its sample, and the pieces it cuts."""
    blanked = encoded.translate(_TO_BLANK)
    cuts = sample_cuts(len(content))
    if cuts is None:
        forms = blanked.split()
        return set(forms), forms, []
    head, start, end = cuts
    if len(encoded) > len(content):
        head, start, end = (len(_encoded(content, cut)) for cut in cuts)
    first = blanked.rfind(b" ", 0, head) + 1  # whole forms lie before it,
    second, last = blanked.find(b" ", start, end), blanked.rfind(b" ", start, end)  # between them,
    if second < 0:
        second = last = len(blanked)
    forms = blanked[:first].split()
    raws = set(forms)  # and in what is left
    for piece in (*_pieces(blanked, first, second), *_pieces(blanked, last, len(blanked))):
        raws.update(piece.split())
    inner = blanked[second:last].split()
    raws.update(inner)
    pieces = [blanked[first:head], blanked[start : min(second, end)], blanked[last:end].strip()]
    return raws, forms + inner, [piece for piece in pieces if piece]


def _pieces(blanked: bytes, start: int, end: int) -> Iterator[bytes]:
    """Give a part of a text in pieces that no form reaches beyond: a list of all takes memory."""
    while start < end:
        cut = blanked.find(b" ", start + AT_ONCE, end) + 1 or end
        yield blanked[start:cut]
        start = cut


def _encoded(content: str, end: int | None = None) -> bytes:
    """Return a text, or its beginning, in UTF-8; in pieces, which takes less memory at a time."""
    end = len(content) if end is None else end
    if end <= AT_ONCE:
        return content[:end].encode("utf-8", "replace")
    starts = range(0, end, AT_ONCE)
    return b"".join(
        content[start : min(start + AT_ONCE, end)].encode("utf-8", "replace") for start in starts
    )
