"""Where words stand that the forms of a text have told of, as they are written there."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from newslint.patterns import regexp

MOST_SEARCHES = 50
"""Words that are looked for one by one; more of them in one pass over all words of the text."""

_RUN = regexp(r"[^\W_]+")


def places(whole: str, words: Collection[str]) -> Iterator[tuple[int, str]]:
    """Give where words of letters and digits begin, in no order, each with the word.

    All that stand by themselves are given; others that are parts of longer words may be, too.
    """
    if len(words) > MOST_SEARCHES:
        for run in _RUN.finditer(whole):
            if run.group() in words:
                yield run.start(), run.group()
        return
    for word in words:
        at = whole.find(word)
        while at >= 0:
            yield at, word
            at = whole.find(word, at + len(word))
