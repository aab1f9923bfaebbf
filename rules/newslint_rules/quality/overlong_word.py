"""QUA015 overlong-word."""

from typing import Annotated

from newslint import Doc, Findings, rule
from newslint_rules.quality.counting import (
    has_words,
    one_by_one,
    places_of_runs,
    words,
)


@rule("QUA015", severity="info", default=False, supersedes=("QUA013", "QUA014"))
def overlong_word(
    doc: Doc, *, max_length: Annotated[int, "characters of a word, at most"] = 1000
) -> Findings:
    """A thousand characters without a blank: code, encoded data, or a text that lost its blanks.

    C4 cuts the line it stands on (`_MAX_WORD_LENGTH` of c4_utils in TensorFlow Datasets, not named
    in the paper, Raffel et al. 2020); so does datatrove 0.10.

    Left alone are texts in scripts without blanks between words. It misses encoded data that is
    broken into lines. It errs nowhere that was read.

    Bad with max-length=20: The key is >>MIIEvQIBADANBgkqhkiG9w0BAQEF<< today.
    Good: Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch is a village.
    """
    if len(doc.text) <= max_length or max(map(len, doc.get(words).runs), default=0) <= max_length:
        return
    if doc.get(has_words):
        long = [
            doc.span(start, end) for start, end in places_of_runs(doc) if end - start > max_length
        ]
        yield from one_by_one(
            long, lambda word: f"{len(word):,} characters without a blank, more than {max_length:,}"
        )
