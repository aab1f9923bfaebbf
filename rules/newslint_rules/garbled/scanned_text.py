"""GAR006 scanned-text."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from newslint import Doc, Findings, lexicon, regexp, rule, word_list

_DIGIT_INSIDE = regexp(r"(?<![\w.,/#$£€-])(?:[^\W\d_]+[01568]|[01568](?=[^\W\d_]))[^\W_]*")
_NUMBER_WITH_LETTER = regexp(r"(?<![\w.-])(?:l\d+|\d+(?:l\d+|O\d*)|lst)(?![\w-])")
_CAPITAL_I = regexp(r"(?<=[a-z] )I(?:f|n|nto|s|t|ts)(?= [a-z])")
"""`the road Is almost done`: a small i that was taken for a capital."""
_FORM = regexp(r"[^\W\d_]+")
_LINE_END = regexp(r"(?<!\w)\w+-[ \t]*\n[ \t]*\w*")
_STRAY = regexp(
    r"(?<=[a-z,] )['.,:;‘`•^*~■|\\](?= [a-zA-Z])|[\^■~|\\¬§¦<>]|(?<=[a-z])[;:*^!](?=[a-z])"
    r"|(?<= )[.,;:'](?=[a-z]{2})"
)
"""Marks where no printer sets one: specks and creases."""
_ORDINAL = regexp(r"\d+(?:am|b|bn|d|k|m|nd|pm|rd|s|st|th)", re.IGNORECASE)
_RARE_ZIPF = 2.5
"""A form met more often than this, in 10^9 words as log10, is in use, whatever it looks like."""
_UNHEARD_ZIPF = 1.8
_USUAL_ZIPF, _VERY_USUAL_ZIPF = 3.5, 5.0
"""What a misread word was must be usual; very usual behind a capital, where names stand."""
_OFTEN = 3
"""Noise varies: a form that comes so often is a name or an abbreviation."""
_EVIDENCE = ((3, 3, 0.008), (2, 2, 0.025), (1, 5, 0.04), (0, 8, 0.08))
"""Words surely misread, places with noise, and their share of all words; one of these is enough."""
_SHARE, _SPECKS = 0.2, 3
"""Of the noise, one word in five looks like a usual one, or some marks are specks: what is merely
unheard of may be dialect, or another language."""
_SHOWN = 5
_LONGEST = 24
"""Letters of the longest form that is looked at; no usual word has more."""


@rule(
    "GAR006",
    severity="info",
    default=False,
    languages=("en",),
    data=("misread-letters.txt",),
)
def scanned_text(doc: Doc) -> Findings:
    """The whole article is scanned print, and the scanner misread it in many places.

    Digitised newspapers have `Tlie` for `The`, `wbich` for `which`, `c0al` for `coal`, `Is` for
    `is`, and specks for marks. Such an article is no use for counting words, and the other rules
    speak of it without end; it wants another scan, or a place outside the corpus. There is one
    finding an article, with the share of the words and some of them.

    A word counts as misread when no dictionary has it, hardly anybody writes it, and one letter
    taken for its look-alike makes a usual word of it; so do digits inside a word. Words nobody
    writes and marks in odd places add to the share. Three misread words and a place in a hundred
    words are about enough; the fewer words are surely misread, the more noise is asked for, and one
    word in five of it must look like a usual one, unless there are specks. The
    limits were chosen on some 150 scanned articles of 1843 to 1954 from one collection.

    Left alone: names, abbreviations and what comes three times, words parted at the end of a
    line, tables and stock lists (`shr`, `mths`: no look-alikes of usual words), other languages.

    It misses scans with few slips and those whose slips stand in names or make real words (`tune`
    for `June`). It errs on text that is misspelt or
    broken throughout for another reason.

    Bad: >><<Tlie ferry, built for tbe Trust, left at l0 o'clock in fair vveather, wbich was a pity.
    Good: The ferry left at 10 o'clock. Shr 34 cts vs 12 cts, nine mths, revs 12.1 mln vs 8.4 mln.
    Good: Och, he wis aye a guid laddie, ken, an' cam hame whan it wis cauld; he couldnae thole it.
    Good: Ola Berg and Rimer Lund of LRA-VVA wrote the 3D code for Vision5 in C64 days.
    """
    words = len(_FORM.findall(doc.text))
    misread, unheard = list(_misread_forms(doc)), _unheard(doc)
    noise = len(misread) + len(unheard)
    specks = len(_STRAY.findall(doc.text))
    if len(misread) < _SHARE * noise and specks < _SPECKS:
        return
    noise += min(noise, specks)
    if any(
        len(misread) >= sure and noise >= places and noise >= share * words
        for sure, places, share in _EVIDENCE
    ):
        shown = ", ".join(repr(form) for form in (*misread, *unheard)[:_SHOWN])
        rate = max(round(100 * noise / words), 1)
        yield doc.flag(f"scanned text: about {rate} in 100 words misread, such as {shown}")


def _misread_forms(doc: Doc) -> Iterator[str]:
    """Give the forms that a scanner made of usual words, each once, in order."""
    forms = doc.get(_unknown_forms)
    yield from (form for form, times in forms.items() if times < _OFTEN and _is_misread(form))
    digits = Counter(match.group() for match in _DIGIT_INSIDE.finditer(doc.text))
    yield from (form for form, times in digits.items() if times < _OFTEN and _is_salad(form))
    yield from dict.fromkeys(_NUMBER_WITH_LETTER.findall(doc.text))
    yield from dict.fromkeys(_CAPITAL_I.findall(doc.text))


def _unknown_forms(doc: Doc) -> Counter[str]:
    parted = [match.span() for match in _LINE_END.finditer(doc.text)]
    at_line_end = {at for start, end in parted for at in range(start, end)}
    return Counter(span.text for span in doc.unknown_words if span.start not in at_line_end)


def _unheard(doc: Doc) -> list[str]:
    """Return the forms in small letters that nobody writes and that are no look-alikes."""
    zipf = lexicon().zipf
    return [
        form
        for form, times in doc.get(_unknown_forms).items()
        if times < _OFTEN and form.islower() and zipf(form) < _UNHEARD_ZIPF
        if not _is_misread(form)
    ]


def _is_misread(form: str) -> bool:
    words = lexicon()
    if words.zipf(form) >= _RARE_ZIPF or not form[1:].replace("B", "").islower():
        return False
    usual = _VERY_USUAL_ZIPF if form[0].isupper() else _USUAL_ZIPF
    return any(words.core(one) and words.zipf(one) >= usual for one in _meant(form))


def _is_salad(form: str) -> bool:
    if form.isdigit() or _ORDINAL.fullmatch(form) or len(form) < 3:
        return False
    words = lexicon()
    return any(words.core(one) for one in _meant(form.lower()))


def _meant(form: str) -> Iterator[str]:
    """Give what a form may have been in print: one letter, or two, taken for its look-alike."""
    if len(form) > _LONGEST:
        return
    lowered = form[0].lower() + form[1:]
    for seen, printed in _look_alikes():
        at = lowered.find(seen)
        while at >= 0:
            yield lowered[:at] + printed + lowered[at + len(seen) :]
            at = lowered.find(seen, at + 1)


@cache
def _look_alikes() -> tuple[tuple[str, str], ...]:
    pairs = (line.split(" = ") for line in word_list(__package__, "misread-letters.txt"))
    return tuple((seen, printed) for seen, printed in pairs)
