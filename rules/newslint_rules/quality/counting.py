"""What the rules on quality count: lines, words, repeats; and how they show what they counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from newslint import Doc, Finding, Span, Struct, regexp

SHOWN = 5
"""Places that a finding on a whole article shows of those that cause it."""
MOST = 20
"""Lines of an article of which a rule on lines speaks one by one."""

_MARKS = ".,;:!?'\"()[]{}<>*|/\\-–—…‘’“”«»‹›„‚•·"
_WORD = regexp(r"\S+")
_UNSPACED = regexp(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]"
)
"""Thai, Lao, Burmese, Khmer, kana and Chinese characters: no blanks stand between words."""
_UNSPACED_BEGIN = b"\xe0\xe1\xe3\xe4\xe5\xe6\xe7\xe8\xe9\xf0"
"""With which of these bytes they begin in UTF-8; the typographic marks of other scripts do not."""
_UNSPACED_SHARE = 0.3


class Words(Struct):
    """How many words a text has.

    Args:
        runs: Runs of characters between blanks, as often as each stands there.
        total: How many runs there are.
        words: How many of them have a letter or figure.
        lettered: How many have a letter.
        length: Code points of the words, without the marks around them.
    """

    runs: Counter[str]
    total: int
    words: int
    lettered: int
    length: int


def text_lines(doc: Doc) -> list[Span]:
    """Return the lines that are not blank, without the white space around them."""
    found, start = [], 0
    for line in doc.text.split("\n"):
        if text := line.strip():
            at = start + line.index(text[0])
            found.append(Span(doc, at, at + len(text), text))
        start += len(line) + 1
    return found


def paragraphs(doc: Doc) -> list[Span]:
    """Return what stands between blank lines."""
    found: list[Span] = []
    lines = doc.get(text_lines)
    first = 0
    for number, line in enumerate(lines, 1):
        if number == len(lines) or doc.text.count("\n", line.end, lines[number].start) > 1:
            found.append(doc.span(lines[first].start, line.end))
            first = number
    return found


def runs(doc: Doc) -> list[str]:
    """Return what stands between blanks, in order."""
    return doc.text.split()


def places_of_runs(doc: Doc) -> list[tuple[int, int]]:
    """Return where the `runs` stand."""
    return [match.span() for match in _WORD.finditer(doc.text)]


def words(doc: Doc) -> Words:
    """Count the words."""
    counts = Counter(doc.get(runs))
    worded = lettered = length = 0
    for run, times in counts.items():
        if run.isalpha():
            lettered += times
            size = len(run)
        elif word := run.strip(_MARKS):
            if any(map(str.isalpha, word)):
                lettered += times
            elif not any(map(str.isalnum, word)):
                continue
            size = len(word)
        else:
            continue
        worded += times
        length += times * size
    return Words(counts, counts.total(), worded, lettered, length)


def has_words(doc: Doc) -> bool:
    """Tell whether blanks part the words of a text, as in most scripts."""
    encoded = doc.text.encode("utf-8", "replace")
    beginnings = len(encoded) - len(encoded.translate(None, _UNSPACED_BEGIN))
    if beginnings <= _UNSPACED_SHARE * len(doc.text):
        return True
    return sum(1 for _ in _UNSPACED.finditer(doc.text)) <= _UNSPACED_SHARE * len(doc.text)


def repeated(places: Sequence[Span]) -> list[tuple[Span, Span]]:
    """Return ``(later, first)`` for each place whose text stands at an earlier one."""
    if len({place.text for place in places}) == len(places):
        return []
    first: dict[str, Span] = {}
    return [
        (place, first[place.text])
        for place in places
        if first.setdefault(place.text, place) is not place
    ]


def characters(pairs: Sequence[tuple[Span, Span]]) -> int:
    """Return the code points of the later places of what is `repeated`."""
    return sum(len(later) for later, _ in pairs)


def percent(share: float) -> str:
    """Return a share as it is read: ``31.4%``."""
    return f"{100 * share:.3g}%"


def some(places: Sequence[Span], note: str) -> list[tuple[Span, str]]:
    """Return the first of the places that cause a finding, each with a note; how many more last."""
    shown = [(place, note) for place in places[:SHOWN]]
    if len(places) > SHOWN:
        shown[-1] = (places[SHOWN - 1], f"{note}, and {len(places) - SHOWN:,} more")
    return shown


def one_by_one(places: Sequence[Span], message: Callable[[Span], str]) -> Iterator[Finding]:
    """Flag places, up to `MOST` of them; the last message tells how many more there are."""
    for number, place in enumerate(places[:MOST], 1):
        more = len(places) - MOST if number == MOST else 0
        told = f"; {more:,} more lines of the article are like it" if more > 0 else ""
        yield place.flag(message(place) + told)


def too_many_repeats(
    doc: Doc, pieces: Sequence[Span], noun: str, most: float, most_characters: float
) -> Iterator[Finding]:
    """Flag a text in which too many pieces repeat an earlier one, or make up too much of it.

    Args:
        doc: The text.
        pieces: Its lines or paragraphs.
        noun: What they are called.
        most: The share of them that may repeat one.
        most_characters: The share of the text that those may make up.
    """
    again = repeated(pieces)
    if not again:
        return
    by_number, by_size = len(again) / len(pieces), characters(again) / len(doc.text)
    if by_number > most:
        told = f"({percent(by_number)}, more than {percent(most)})"
    elif by_size > most_characters:
        told = f"and make up {percent(by_size)} of the text, more than {percent(most_characters)}"
    else:
        return
    yield doc.flag(
        f"{len(again):,} of {len(pieces):,} {noun} repeat an earlier one {told}",
        related=some([later for later, _ in again], "repeats an earlier one"),
    )
