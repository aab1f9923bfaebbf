"""RES010: the same passage twice."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate, chain, groupby, pairwise
from typing import Annotated, TypeAlias, TypeVar

from newslint import Doc, Finding, Findings, Role, Severity, Span, regexp, rule, sentences_of

T = TypeVar("T")

_WORD = regexp(r"\w+")
_MOST_COPIES = 3
_SHORTEST = 4
_MARKS = regexp('["“”]')
_ADDRESSES = regexp(r"\b(?:I|[Ww]e|[Oo]urs?|us|[Mm]y|me|[Yy]ou|[Yy]our)\b|[@#]\w")
"""What a speaker or a post says of itself and its readers, and a reporter does not."""
_LONG = 12
"""Words from which nobody says a sentence again for effect, letter for letter."""
_STRAIGHT = str.maketrans("‘’“”–—", "''\"\"--")
_QUOTES = " \"'“”‘’.!?,"
_PLAIN = bytes.maketrans(bytes(range(65, 91)) + b"!?", bytes(range(97, 123)) + b"..")
_IGNORED = b" \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\"'()[],-" + bytes(range(128, 256))
"""What two copies may differ in, and what may stand at their ends: two copies are the same letters
and figures between the same stops."""
_LONG_PIECE = 1.6
"""Letters between two stops, for each word of the shortest passage, from which a piece that comes
again may be one; shorter ones (``Mr``, ``U.S.``) only in a row with as many."""
_DECK_SHARE = 0.6
_LIVE_TIMES = 3
_TIMES = frozenset({Role.DATE})

Pair: TypeAlias = tuple[Span, Span]


@rule("RES010", severity="warning", supersedes=("GAR004",))
def repeated_passage(
    doc: Doc,
    *,
    min_words: Annotated[int, "words from which a repeated sentence or paragraph counts"] = 10,
) -> Findings:
    """The same sentence or paragraph stands twice in the story.

    Pull quotes, captions and teasers come into the text this way, and so do paragraphs that an
    editor moved and forgot to delete. Paragraphs that follow each other both times are one finding.
    A sentence of fewer than twelve words that comes again in another paragraph is an information,
    for writers repeat a line for effect, and so are somebody's words, quoted and shown again as a
    post, and a deck whose words come again in the body: many
    houses write it so.

    Left alone: short sentences, refrains (a passage that comes more than three times), rows of
    tables, speaker labels, and live files, whose entries repeat their background.

    Letter case, white space and the kind of quotation marks may differ. It misses passages that
    differ by a word. It errs, to an editor's mind, on a post that is quoted
    and embedded and on a sentence that a writer quotes again: both do stand twice.

    Bad:
        The bridge will stay closed until the spring because two of its cables are worn.

        Residents asked for a ferry.

        >>The bridge will stay closed until the spring because two of its cables are worn.<<
    Good:
        The bridge is closed.

        Residents asked for a ferry.

        The bridge is closed.
    """
    twice = _told_twice(doc, min_words)
    if twice and not _is_live(doc):
        suspects = [one for one in doc.body if not twice.isdisjoint(_pieces(doc, one.text))]
        yield from _repeated(doc, suspects, min_words)
    if doc.deck and not _is_live(doc):
        yield from _decks(doc, min_words)


def _told_twice(doc: Doc, min_words: int) -> set[bytes]:
    """Return what stands twice between two stops and may be a passage; nearly always nothing.

    A passage that stands twice is the same pieces each time.
    """
    pieces = _pieces(doc, ".".join([paragraph.text for paragraph in doc.body]))
    told = list(filter(None, pieces))
    if len(set(told)) == len(told):  # in most wires; longer texts have `Mr.` twice
        return set()
    times = Counter(pieces)
    again = {piece for piece, number in times.items() if number > 1 and piece}
    least = round(_LONG_PIECE * min_words)
    twice: set[bytes] = {piece for piece in again if len(piece) >= least}
    short = again - twice
    if sum([times[piece] - 1 for piece in short]) > 1:
        runs = [list(run) for known, run in groupby(pieces, short.__contains__) if known]
        rows = [row for run in runs if sum(map(len, run)) >= least for row in pairwise(run)]
        if len(set(rows)) < len(rows):
            twice.update(chain.from_iterable(_more_than_once(rows)))
    return twice


def _pieces(doc: Doc, text: str) -> list[bytes]:
    """Return what stands between two stops, in what two copies have in common.

    A dateline ends like a sentence does, though no stop stands behind it.
    """
    if (dateline := doc.article.dateline) is not None:
        text = text.replace(dateline.text, ".")
    if not text.isascii():
        text = text.replace("…", ".")
    return text.encode("utf-8", "replace").translate(_PLAIN, _IGNORED).split(b".")


def _more_than_once(found: Iterable[T]) -> set[T]:
    return {one for one, times in Counter(found).items() if times > 1}


def _repeated(doc: Doc, suspects: list[Span], min_words: int) -> Iterator[Finding]:
    """Flag the paragraphs and sentences that stand twice."""
    paragraphs = _repeats(suspects, min_words)
    covered = [later for later, _ in paragraphs]
    order = {paragraph.start: number for number, paragraph in enumerate(doc.body)}
    for run in _in_a_row(paragraphs, order):
        yield _flag(run, "paragraph")
    sentences = [sentence for paragraph in suspects for sentence in sentences_of(paragraph)]
    repeated = _repeats(sentences, min_words)
    spoken = _Places(quote.span for quote in doc.quotes) if repeated else _Places(())
    whole = _Places(covered)
    for later, first in repeated:
        if not whole.hold(later):
            sure = len(_WORD.findall(later.text)) >= _LONG and not _is_spoken(spoken, later, first)
            yield _flag([(later, first)], "sentence", severity=None if sure else "info")


class _Places:
    """Places of a text, asked whether one holds another; there may be thousands."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted((span.start, span.end) for span in spans)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))

    def hold(self, span: Span) -> bool:
        before = bisect_right(self._starts, span.start)
        return before > 0 and self._reach[before - 1] >= span.end


def _is_spoken(quotes: _Places, *copies: Span) -> bool:
    """Tell whether a sentence is somebody's words: quoted once, and again as a post or a motto.

    A sentence that tells who spoke is the writer's and is nothing to say twice.
    """
    if any(quotes.hold(copy.strip(_QUOTES)) for copy in copies):
        return True
    text = copies[0].text
    return not _MARKS.search(text) and _ADDRESSES.search(text) is not None


def _is_live(doc: Doc) -> bool:
    """Tell whether the article is a file of entries with times, which repeat their background."""
    if Role.DATE not in doc.article.roles:
        return False
    return len(doc.article.lines_with(_TIMES)) >= _LIVE_TIMES


def _in_a_row(pairs: list[Pair], order: dict[int, int]) -> list[list[Pair]]:
    """Put together paragraphs that follow each other both times."""
    runs: list[list[Pair]] = []
    for later, first in sorted(pairs, key=lambda pair: pair[0].start):
        if runs:
            last_later, last_first = runs[-1][-1]
            steps = (
                order[later.start] - order[last_later.start],
                order[first.start] - order[last_first.start],
            )
            if steps[0] == steps[1] == 1:
                runs[-1].append((later, first))
                continue
        runs.append([(later, first)])
    return runs


def _flag(run: list[Pair], what: str, severity: Severity | None = None) -> Finding:
    (later, first), *others = run
    more = f" and {len(others)} more" if others else ""
    return later.flag(
        f"this {what}{more} stands twice in the text",
        severity=severity,
        related=[(first, "the first time"), *(other for other, _ in others)],
    )


def _repeats(spans: Iterable[Span], min_words: int) -> list[Pair]:
    """Return ``(later, first)`` for passages that come two or three times."""
    long = [span for span in spans if len(span) >= _SHORTEST * min_words]
    places: dict[str, list[Span]] = {}
    for span in long if len(long) > 1 else ():
        places.setdefault(_key(span.text), []).append(span)
    return [
        (later, copies[0])
        for copies in places.values()
        if 1 < len(copies) <= _MOST_COPIES and _is_passage(copies[0], min_words)
        for later in copies[1:]
    ]


def _key(text: str) -> str:
    """Return what two copies share: letter case, white space and the kind of marks aside."""
    return " ".join(text.casefold().translate(_STRAIGHT).split()).strip(_QUOTES)


def _is_passage(span: Span, min_words: int) -> bool:
    words = _WORD.findall(span.text)
    return len(words) >= min_words and sum(word.isdigit() for word in words) <= len(words) / 5


def _decks(doc: Doc, min_words: int) -> Iterator[Finding]:
    """Flag where most words of a deck come again in the story, in a row."""
    for deck in doc.deck:
        heads = list(_WORD.finditer(deck.text))
        words = [match.group().casefold() for match in heads]
        size = max(min_words, round(_DECK_SHARE * len(words)))
        core = words[len(words) - size : size]  # more than half of them: every run has these
        for paragraph in doc.body if size <= len(words) else ():
            folded = paragraph.text.casefold()
            if all(word in folded for word in core) and (again := _again(words, paragraph, size)):
                place, begin, length = again
                told = deck.slice(heads[begin].start(), heads[begin + length - 1].end())
                yield place.flag(
                    "this passage says what the deck says", severity="info",
                    related=[(told, "the deck")],
                )  # fmt: skip
                break


def _again(words: list[str], paragraph: Span, size: int) -> tuple[Span, int, int] | None:
    """Find the first run of so many of the words in the paragraph, as long as it goes.

    Returns:
        Its place, and where and for how many of the words it stands.
    """
    places = list(_WORD.finditer(paragraph.text))
    told = [match.group().casefold() for match in places]
    starts = {tuple(words[at : at + size]): at for at in range(len(words) - size, -1, -1)}
    for at in range(len(told) - size + 1):
        begin = starts.get(tuple(told[at : at + size]))
        if begin is None:
            continue
        length = size
        limit = min(len(words) - begin, len(told) - at)
        while length < limit and words[begin + length] == told[at + length]:
            length += 1
        place = paragraph.slice(places[at].start(), places[at + length - 1].end())
        return place, begin, length
    return None
