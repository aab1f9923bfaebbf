"""QUA012 repeated-phrases."""

from collections.abc import Sequence
from typing import Annotated

from newslint import Doc, Findings, is_share, regexp, rule
from newslint_rules.quality.counting import (
    has_words,
    percent,
    places_of_runs,
    runs,
    some,
    words,
)

_FEWEST = 5
_KNOWN = regexp(rb"\x01{5,}")
"""Runs of so many words or more that all stand more than once."""


@rule("QUA012", severity="info", default=False)
def repeated_phrases(
    doc: Doc,
    *,
    max_five: Annotated[
        float, "share of the text that repeats runs of five words, at most", is_share
    ] = 0.15,
    max_six: Annotated[float, "… runs of six words", is_share] = 0.14,
    max_seven: Annotated[float, "… runs of seven words", is_share] = 0.13,
    max_eight: Annotated[float, "… runs of eight words", is_share] = 0.12,
    max_nine: Annotated[float, "… runs of nine words", is_share] = 0.11,
    max_ten: Annotated[float, "… runs of ten words", is_share] = 0.1,
) -> Findings:
    """Every tenth word stands in a passage that the text has already had.

    The limits are Gopher's duplicate n-grams of 5 to 10 words (Rae et al. 2021, arXiv 2112.11446,
    table A1). Words are what stands between blanks, marks included, and count without the blanks;
    datatrove 0.10 takes marks for words of their own. It counts as datatrove does: a run that
    repeats one is passed over as a whole.

    There is one finding, with the first passages that come again. Left alone are texts in scripts
    without blanks between words. It misses passages that were reworded. It errs on long quotations
    that are printed twice, on songs, and on minutes and rulings with set wordings.

    Bad:
        >><<The ferry to the islands is late again today, the port said.
        Islanders wait. The ferry to the islands is late again today, the port said.
    Good:
        The ferry to the islands is late again today, the port said.
        Islanders wait for the boat and ask for another.
    """
    again = _starts_again(doc) if doc.begins else []
    if not again or not doc.get(has_words):
        return
    found = doc.get(runs)
    length = len(doc.text)
    limits = (max_five, max_six, max_seven, max_eight, max_nine, max_ten)
    passages = _passages(again)
    covered = sum(sum(map(len, found[start:end])) for start, end in passages) / length
    for number, limit in reversed(list(enumerate(limits, _FEWEST))):
        if covered <= limit:  # no longer runs cover more
            continue
        share = _repeated_characters(found, number) / length
        if share > limit:
            places = places_of_runs(doc)
            shown = [doc.span(places[start][0], places[end - 1][1]) for start, end in passages]
            yield doc.flag(
                f"{percent(share)} of the text repeats earlier runs of {number} words, "
                f"more than {percent(limit)}",
                related=some(shown, "repeats earlier words"),
            )
            return


def _starts_again(doc: Doc) -> list[int]:
    """Return where runs of `_FEWEST` words begin that begin before, too; mostly nothing.

    Each of the words stands twice then, so that few runs need be looked at.
    """
    found = doc.get(runs)
    known = {run for run, times in doc.get(words).runs.items() if times > 1}
    seen: set[tuple[str, ...]] = set()
    again = []
    for stretch in _KNOWN.finditer(bytes(map(known.__contains__, found))):
        for at in range(stretch.start(), stretch.end() - _FEWEST + 1):
            window = tuple(found[at : at + _FEWEST])
            if window in seen:
                again.append(at)
            else:
                seen.add(window)
    return again


def _passages(again: Sequence[int]) -> list[tuple[int, int]]:
    """Put runs together that overlap or follow each other."""
    passages: list[tuple[int, int]] = []
    for at in again:
        if passages and at <= passages[-1][1]:
            passages[-1] = (passages[-1][0], at + _FEWEST)
        else:
            passages.append((at, at + _FEWEST))
    return passages


def _repeated_characters(found: Sequence[str], number: int) -> int:
    """Return the code points of runs of so many words that repeat one; none counts twice."""
    seen: set[tuple[str, ...]] = set()
    characters = at = 0
    while at <= len(found) - number:
        window = tuple(found[at : at + number])
        if window in seen:
            characters += sum(map(len, window))
            at += number
        else:
            seen.add(window)
            at += 1
    return characters
