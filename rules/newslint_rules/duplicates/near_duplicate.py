"""DUP102 near-duplicate."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from newslint import Doc, Fact, Group, Verdict, is_share, rule


def signatures(
    doc: Doc, *, min_words: Annotated[int, "words of a text below which it is left alone"] = 50
) -> Iterator[Fact]:
    """Give the keys that near-duplicates of an article have in common with it."""
    from newslint import plain_words, shingle_hashes  # needed only where articles are compared
    from newslint_rules.duplicates.signatures import evidence, keys

    if len(plain_words(doc)) >= min_words and shingle_hashes(doc):
        found = keys(doc)
        verifying = evidence(doc, found)
        for key in found:
            yield Fact(key, doc, evidence=verifying)


@rule(
    "DUP102",
    severity="warning",
    gather=signatures,
    min_articles=2,
    needs={"rensa": "newslint[corpus]"},
)
def near_duplicate(
    group: Group,
    *,
    threshold: Annotated[
        float, "share of all runs of five words that both texts have", is_share
    ] = 0.7,
    contained: Annotated[
        float, "share of those of the shorter text that the other one has", is_share
    ] = 0.85,
) -> Iterator[Verdict]:
    """Nearly the text of another article: agency copy under another headline, cut, or corrected.

    Such copies count twice in whatever is counted or learned from a corpus, as word-for-word ones
    do (`duplicate-article`), and are harder to see. The first article is left alone, in the order
    of paths and records; each other one names the first that it is a near-duplicate of.

    Two texts are near-duplicates when they share seven tenths of all their runs of five words, or
    when the shorter one, which has at least half as many, is in the other but for a seventh. Each
    pair is compared by itself, exactly in texts of up to 260 words and by the same sample of both
    in longer ones; a copy of a copy that is no copy of the first is not flagged for it. Candidates
    are found by MinHash.

    Left alone: texts of less than 50 words; serials and tables (auctions, weather, markets), whose
    words are the same and whose figures are not; articles of more than 500,000 characters.

    It errs where what two pages share is not the story but a long list of links or a notice that
    makes up most of both. It misses rewritten copy, copies that lost the beginning and half of the
    rest, and some near the thresholds. In languages written without blanks it sees little.

    Bad:
        === a.txt
        The ferry to Hollow Island will run every hour from June, the harbour board said on
        Friday. It bought a second boat in the winter, after years in which islanders had asked
        for one, and has trained six sailors for it.

        Harbour master Tessa Quill said the boat could carry ten cars and would be tried out at
        Easter. The fare will stay as it is.
        === b.txt
        >><<The ferry to Hollow Island will run every hour from June, the harbour board said on
        Friday. It bought a second boat in the winter, after years in which islanders had asked
        for one, and has trained six sailors for it.

        Harbour master Tessa Quill said the boat could carry ten cars and would be tried out at
        Easter.
    Good:
        === a.txt
        The treasury sold three-month bills worth 820 million crowns on 4 March at an average
        yield of 5.31 percent, it said in a statement. Bids came to 1,940 million crowns, and the
        lowest price that was accepted was 98.61. At the auction before, the average yield was
        5.28 percent. The next auction of bills will be held in two weeks.
        === b.txt
        The treasury sold three-month bills worth 640 million crowns on 18 March at an average
        yield of 5.44 percent, it said in a statement. Bids came to 1,150 million crowns, and the
        lowest price that was accepted was 98.57. At the auction before, the average yield was
        5.31 percent. The next auction of bills will be held in two weeks.
    """
    from newslint_rules.duplicates.signatures import likeness, pairs

    for text, earlier in pairs(group):
        for other in earlier:
            if alike := likeness(text.sketch, other.sketch, threshold, contained):
                yield text.use.flag(f"{alike} {other.use.article}", related=[other.use])
                break
