"""QUA011 frequent-phrase."""

from collections import Counter
from collections.abc import Sequence
from itertools import islice
from operator import eq
from typing import Annotated

from newslint import Doc, Findings, Span, is_share, rule
from newslint_rules.quality.counting import (
    has_words,
    percent,
    places_of_runs,
    runs,
    some,
    words,
)


@rule("QUA011", severity="info", default=False)
def frequent_phrase(
    doc: Doc,
    *,
    max_two: Annotated[
        float, "share of the text that the most frequent two words make up", is_share
    ] = 0.2,
    max_three: Annotated[float, "… the most frequent three words", is_share] = 0.18,
    max_four: Annotated[float, "… the most frequent four words", is_share] = 0.16,
) -> Findings:
    """One phrase of two to four words makes up a fifth of the text.

    The limits are Gopher's top n-grams (Rae et al. 2021, arXiv 2112.11446, table A1). Words are
    what stands between blanks, marks included; datatrove 0.10 takes marks for words of their own.
    A phrase has to come twice: to datatrove a text of two words is one phrase, and dropped for it.

    The first place is flagged, others are shown with it, and of several phrases the longest. Left
    alone are texts in scripts without blanks between words. It misses phrases that vary. It errs on
    songs and very short items.

    Bad: >>Win now!<< At sea. Win now! On land. Win now! Up there.
    Good: The ferry to the islands is late again, and so is the one to the port, which nobody knows.
    """
    length = len(doc.text)
    limits = {2: max_two, 3: max_three, 4: max_four}
    if not _may_be(doc, limits) or not doc.get(has_words):
        return
    for number in (4, 3, 2):
        top = _top(doc.get(runs), number)
        if top is None:
            continue
        phrase, times = top
        share = times * (sum(map(len, phrase)) + number - 1) / length
        if share > limits[number]:
            first, *others = _places(doc, phrase)
            yield first.flag(
                f"{' '.join(phrase)!r} comes {times:,} times and makes up {percent(share)} "
                f"of the text, more than {percent(limits[number])}",
                related=some(others, "here again"),
            )
            return


def _may_be(doc: Doc, limits: dict[int, float]) -> bool:
    """Tell whether a phrase can make up so much of the text: no more than its words do.

    A word stands in a phrase of four words twice at most if nowhere it stands twice in a row.
    """
    weights = [times * (len(run) + 1) for run, times in doc.get(words).runs.items()]
    first, second = sorted([*weights, 0, 0])[:-3:-1]
    length = len(doc.text)
    if all(number * first <= limit * length for number, limit in limits.items()):
        return False
    bounds = {2: first + second, 3: 2 * first + second, 4: 2 * (first + second)}
    if any(bounds[number] > limit * length for number, limit in limits.items()):
        return True
    found = doc.get(runs)
    return any(map(eq, found, islice(found, 1, None)))


def _top(found: Sequence[str], number: int) -> tuple[tuple[str, ...], int] | None:
    """Return the phrase of so many words that comes most often, the longest of several."""
    counts = Counter(zip(*[found[at:] for at in range(number)], strict=False))
    most = max(counts.values(), default=0)
    if most < 2:
        return None
    best = max(
        (phrase for phrase, times in counts.items() if times == most),
        key=lambda phrase: sum(map(len, phrase)),
    )
    return best, most


def _places(doc: Doc, phrase: tuple[str, ...]) -> list[Span]:
    found, places, number = doc.get(runs), places_of_runs(doc), len(phrase)
    return [
        doc.span(places[at][0], places[at + number - 1][1])
        for at, run in enumerate(found)
        if run == phrase[0] and tuple(found[at : at + number]) == phrase
    ]
