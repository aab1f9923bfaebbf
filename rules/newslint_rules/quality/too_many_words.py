"""QUA002 too-many-words."""

from itertools import islice
from typing import Annotated

from newslint import Doc, Findings, regexp, rule

_WORD = regexp(r"\S*\w\S*")


@rule("QUA002", severity="info", default=False)
def too_many_words(
    doc: Doc, *, max_words: Annotated[int, "words that an article has at most"] = 100_000
) -> Findings:
    """An article of more words than anybody writes: a book, a log, a whole archive on one page.

    The limit of 100,000 words is Gopher's (Rae et al. 2021, arXiv 2112.11446, appendix A). A word
    is what stands between blanks and has a letter or figure; datatrove 0.10 asks a tokenizer,
    which counts 1 to 5 % more. The whole article counts, also where newslint reads it in stretches.

    It misses collections below the limit, and texts in scripts without blanks. It errs where a
    court ruling or a report is printed in full.

    Bad with max-words=5: >><<The ferry to the islands is late.
    Good: The ferry to the islands is late.
    """
    if not doc.begins:
        return
    text = doc.raw.text if doc.raw else doc.text
    if len(text) > 2 * max_words and _has_more(text, max_words):
        yield doc.flag(f"the article has more than {max_words:,} words")


def _has_more(text: str, number: int) -> bool:
    return next(islice(_WORD.finditer(text), number, None), None) is not None
