"""QUA010 many-repeated-paragraphs."""

from typing import Annotated

from newslint import Doc, Findings, is_share, rule
from newslint_rules.quality.counting import paragraphs, too_many_repeats


@rule("QUA010", severity="info", default=False, supersedes=("QUA011", "QUA012", "QUA023"))
def many_repeated_paragraphs(
    doc: Doc,
    *,
    max_paragraphs: Annotated[
        float, "share of paragraphs that repeat one, at most", is_share
    ] = 0.3,
    max_characters: Annotated[
        float, "share of the text that such paragraphs make up, at most", is_share
    ] = 0.2,
) -> Findings:
    """A page that prints the same paragraphs over and over.

    The limits are Gopher's (Rae et al. 2021, arXiv 2112.11446, table A1): 30 % of the paragraphs,
    or 20 % of the characters, are in paragraphs that repeat one. A paragraph is what stands
    between blank lines, lines of spaces among them; for datatrove 0.10 only lines with nothing.

    The first of them are shown. Where each paragraph is one line the rule on
    repeated lines says it. It misses paragraphs that differ by a word. It errs on songs.

    Bad:
        >><<The ferry to the islands
        is late.

        The ferry to the islands
        is late.
    Good:
        The ferry to the islands
        is late.

        The mayor asks for patience.
    """
    pieces = doc.get(paragraphs) if doc.begins else []
    yield from too_many_repeats(doc, pieces, "paragraphs", max_paragraphs, max_characters)
