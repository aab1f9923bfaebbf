"""GAR003: one word broken in two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from newslint import (
    SMALL_NUMBERS,
    TENS,
    Doc,
    Finding,
    Findings,
    Severity,
    Span,
    lexicon,
    regexp,
    rule,
    stray_letters_of,
    unknown_words_of,
    word_list,
)
from newslint_rules.garbled.broken_pairs import broken_pairs
from newslint_rules.garbled.misspelling import nearest
from newslint_rules.garbled.pieces import (
    HYPHENATED,
    LEFT,
    PIECES,
    RIGHT,
    STRAY,
    UNKNOWN,
    pieces,
)
from newslint_rules.garbled.splitting import (
    FUNCTION_WORDS,
    PREFIXES,
    SHORT,
    stands_near,
    word_before,
)

_HYPHEN = regexp(r"- (?=[a-z])")
_LEFT = regexp(r"(?<![\w'\u2019-])[A-Za-z]+\Z")
_RIGHT = regexp(r"[a-z]+(?![\w'\u2019-])")
_AFTER = regexp(r" ([a-z]+)(?![\w'\u2019-]|\.\w)")
# `pre- and post-war`, `two- to three-week`: the hyphen is meant.
_SUSPENDING = frozenset(("and", "or", "to", "but", "nor", "through", "versus", "as", "if", "than"))
# The word made whole is at least this frequent (3e-7), the broken part at most this (1e-5), and
# the whole not much rarer than the part: thresholds measured on two million words of wire news.
_WHOLE_ZIPF = 2.5
_PART_ZIPF = 4.0
_RARER = 0.5
_NAME_ZIPF = 3.5
# A small word stands beside any word, so that the whole must be ten times as frequent as the part.
_AHEAD = 1.0
# `twenty- two`
_ONES = frozenset(SMALL_NUMBERS[1:10]) | frozenset(
    ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
)
_SUFFIXES = ("s", "es", "ed", "d", "er", "ers", "ing", "y")
_STEM = 3
_RARE = 1.0  # a name that no table has, but the article
_COMMON_ZIPF = 4.0  # below it a misspelt word beside a short one is as likely (`a llot`)
_EITHER_ZIPF = 3.0  # from here to there a prefix is written with a hyphen and without one
_SHORTEST = 5
_MOST_USES = 2  # names and jargon come back; the pieces of a broken word hardly do
# A stray letter is often an initial or a unit, so the whole must be common; a pair that is met
# (`e mail`, `de facto`) is none, and a name must be far more frequent than what is left of it.
_STRAY_ZIPF = 3.5
_FAR = 1.5
_LEFT_OVER = 3
_FOREIGN = frozenset(word_list(__package__, "foreign-words.txt"))


@rule(
    "GAR003",
    severity="error",
    languages=("en",),
    supersedes=("GAR001",),  # the piece of a broken word may look like two words (`inspec torate`)
    near=PIECES,
    fields=("headline", "description"),
)
def broken_words(doc: Doc) -> Findings:
    """One word broken in two by a stray blank, or by a hyphen left in from a line end.

    Bad: They asked for >>informa tion<< from the ministry.
    Fixed (unsafe): They asked for information from the ministry.
    Bad: Nobody in the >>govern- ment<< knew.
    Fixed (unsafe): Nobody in the government knew.
    Good: In pre- and post-war Europe, two- to three-week strikes were common.
    Good: The letter to Director Freeh and his deputy was not answered.

    Bad: Simmer the beans until >>ten der<<, then drain them.
    Bad: A >>st ate<< of alarm, the >>bank s<< said on >>Wednes- day<<.

    Two words that are never met side by side, of which one is rare or a piece of two letters, are
    one word (`ten der`) where that is ten thousand times as likely, as a warning.

    It misses words whose parts are both ordinary words (`care taker`), names that neither a list
    nor the article has, and pieces that touch a sign beyond everyday marks (a bullet, a sign of a
    currency). Two whole words with a hyphen and a blank between (`re- elect`, `care- taker`) are a
    warning, as the hyphen may be meant, and so is a piece that is one letter away from a commoner
    word (`a llot`). It errs on texts that are misspelt on purpose, and reports studies whose name
    has its initials set apart (`S afety T rial`).
    """
    found = tuple(pieces(doc))
    kept: list[Span] = []
    for finding in _findings(doc, found) if found else ():
        place = finding.span
        if not any(place.start < one.end and one.start < place.end for one in kept):
            kept.append(place)
            yield finding


def _findings(doc: Doc, found: Collection[tuple[str, int]]) -> Iterator[Finding]:
    """Give what each kind of pieces tells, the surest first."""
    every = 0
    for _, what in found:
        every |= what
    if every & HYPHENATED:
        yield from _hyphens(doc)
    if every & UNKNOWN:
        yield from _blanks(doc, [form for form, what in found if what & UNKNOWN])
    if every & STRAY:
        yield from _strays(doc, [form for form, what in found if what & STRAY])
    for one in broken_pairs(doc, found) if every & (LEFT | RIGHT) else ():
        yield _flag(one, one.text.replace(" ", ""), "warning")


def _blanks(doc: Doc, forms: Collection[str]) -> Iterator[Finding]:
    text = doc.text
    last = 0
    unknown = unknown_words_of(doc, forms)
    uses = Counter(word.text for word in unknown)
    for word in unknown:
        if uses[word.text] > _MOST_USES:
            continue
        if word.text.endswith(("'s", "\u2019s")):  # `pens ioner's`
            word = word.slice(0, len(word) - 2)
        if word.start < last or not word.text.isalpha() or lexicon().zipf(word.text) >= _PART_ZIPF:
            continue
        place = _whole(doc, word)
        if place is not None:
            last = place.end
            joined = text[place.start : place.end].replace(" ", "")
            zipf = lexicon().zipf(joined)
            parts = text[place.start : place.end].split()
            misspelt = (
                zipf < _COMMON_ZIPF
                and nearest(word.text) > zipf
                and any(_is_word(one) for one in parts)  # `a llot`, not `inspec torate`
            )
            yield _flag(place, joined, "warning" if misspelt else None)


def _whole(doc: Doc, word: Span) -> Span | None:
    """Return the place of a word and its neighbour, if they are one word broken in two."""
    text = doc.text
    found: list[tuple[float, Span]] = []
    after = _AFTER.match(text, word.end)
    if after:
        name_and = word.text[0].isupper() and after[1] in FUNCTION_WORDS  # `Freeh and`
        if not name_and or lexicon().name(word.text + after[1]):
            found.append(_joined(doc, word, doc.span(word.start, after.end())))
    ends = word.text.islower() and text[word.start - 1 : word.start] == " "
    before = word_before(text, word.start - 1) if ends else ""
    if before:
        found.append(_joined(doc, word, doc.span(word.start - 1 - len(before), word.end)))
    zipf, place = max(found, key=lambda one: one[0], default=(0.0, word))
    return place if zipf else None


def _strays(doc: Doc, forms: Iterable[str]) -> Iterator[Finding]:
    """Find one or two letters cut off from a word: `firs t`, `c ontinue`."""
    text = doc.text
    last = 0
    for stray in stray_letters_of(doc, forms):
        beside = text[stray.start - 2 : stray.start - 1].isalpha() or (
            "a" <= text[stray.end + 1 : stray.end + 2] <= "z"
        )
        if stray.start < last or not beside:
            continue
        before = word_before(text, stray.start - 1)
        after = _AFTER.match(text, stray.end)
        for start, end in (
            (stray.start - 1 - len(before) if before else -1, stray.end),
            (stray.start, after.end() if after else -1),
        ):
            if min(start, end) >= 0 and _cut_off(text[start:end], stray.text):
                last = end
                yield _flag(doc.span(start, end), text[start:end].replace(" ", ""))
                break


def _cut_off(pieces: str, stray: str) -> bool:
    """Tell whether stray letters and the word beside them are a common word."""
    words = lexicon()
    left, _, right = pieces.partition(" ")
    whole, rest = left + right, right if left == stray else left
    zipf = words.zipf(whole)
    if not (len(whole) >= _SHORTEST and len(rest) > len(stray) and whole[1:].islower()):
        return False
    never_met = len(rest) >= _LEFT_OVER and words.core(whole) and stray not in _FOREIGN
    return zipf >= _STRAY_ZIPF and (
        (never_met and words.bigram(left, right) is None)
        or (words.known(whole) and zipf - words.zipf(rest) >= _FAR)
    )


def _joined(doc: Doc, part: Span, place: Span) -> tuple[float, Span]:
    """Return a place and the frequency of the word it makes, 0.0 if it is not one word broken."""
    form = place.text.replace(" ", "")
    words = lexicon()
    zipf = words.zipf(form)
    if len(form) < _SHORTEST or not form[1:].islower():
        return 0.0, place
    rest = place.text.removeprefix(part.text).removesuffix(part.text).strip()
    small = rest.lower() in FUNCTION_WORDS
    if small and zipf < _COMMON_ZIPF and _inflected(part.text):  # `quicks and`
        return 0.0, place
    broken = (
        (words.core(form) or (words.known(form) and zipf >= _NAME_ZIPF))
        and zipf >= _WHOLE_ZIPF
        and zipf >= words.zipf(part.text) + (_AHEAD if small else -_RARER)
    )
    whole = broken or (form[0].isupper() and stands_near(doc, place.start, form))
    return (max(zipf, _RARE) if whole else 0.0), place


def _inflected(form: str) -> bool:
    """Tell a form that a known word makes, though no dictionary has it: `quicks`, `wides`."""
    words = lexicon()
    stems = (form.removesuffix(one) for one in _SUFFIXES if form.endswith(one))
    return any(len(stem) >= _STEM and words.core(stem) for stem in stems)


def _hyphens(doc: Doc) -> Iterator[Finding]:
    text = doc.text
    for match in _HYPHEN.finditer(text):
        left = _LEFT.search(text, max(0, match.start() - 25), match.start())
        right = _RIGHT.match(text, match.end())
        if left and right and right[0] not in _SUSPENDING:
            place = doc.span(left.start(), right.end())
            yield from _hyphenated(doc, place, left[0], right[0])


def _hyphenated(doc: Doc, place: Span, left: str, right: str) -> Iterator[Finding]:
    """Judge a word, a hyphen, a blank and a word: `govern- ment`, `re- establish`."""
    words, whole = lexicon(), left + right
    if left.lower() in TENS and right in _ONES:
        yield _flag(place, f"{left}-{right}")
        return
    name = whole[0].isupper() and words.known(whole) and words.zipf(whole) >= _WHOLE_ZIPF
    here = stands_near(doc, place.start, whole)
    if len(whole) < _SHORTEST or not (words.core(whole) or name or here):
        return
    if left.lower() in PREFIXES and _is_word(right) and not here:
        yield _after_prefix(place, f"{left}-{right}", whole)
    elif _is_word(left) and _is_word(right) and not here:  # `care- taker`, `law- makers`
        yield _flag(place, whole, "warning")
    else:
        yield _flag(place, whole)


def _after_prefix(place: Span, hyphenated: str, whole: str) -> Finding:
    """Judge `mid- night` and `re- elect`: which of the two spellings is meant."""
    zipf = lexicon().zipf(whole)
    mended = whole if zipf >= _COMMON_ZIPF else hyphenated
    unsure = _EITHER_ZIPF <= zipf < _COMMON_ZIPF  # `pre- school`, `co- operate`
    return place.flag(
        f"{place.text!r} has a blank that does not belong there"
        if unsure
        else f"{place.text!r} is {mended!r} broken in two",
        fix=None if unsure else mended,
        severity="warning",
    )


def _is_word(form: str) -> bool:
    return form.lower() in SHORT if len(form) < 3 else lexicon().known(form.lower())


def _flag(place: Span, whole: str, severity: Severity | None = None) -> Finding:
    return place.flag(f"{place.text!r} is {whole!r} broken in two", fix=whole, severity=severity)
