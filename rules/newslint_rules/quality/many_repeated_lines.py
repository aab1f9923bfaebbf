"""QUA009 many-repeated-lines."""

from typing import Annotated

from newslint import Doc, Findings, is_share, rule
from newslint_rules.quality.counting import text_lines, too_many_repeats


@rule(
    "QUA009",
    severity="info",
    default=False,
    supersedes=("QUA010", "QUA011", "QUA012", "QUA023"),
)
def many_repeated_lines(
    doc: Doc,
    *,
    max_lines: Annotated[float, "share of lines that repeat one, at most", is_share] = 0.3,
    max_characters: Annotated[
        float, "share of the text that such lines make up, at most", is_share
    ] = 0.2,
) -> Findings:
    """A page that says the same lines over and over.

    The limits are Gopher's (Rae et al. 2021, arXiv 2112.11446, table A1): 30 % of the lines, or
    20 % of the characters, are in lines that repeat an earlier one. Two lines are the same when
    they are alike to the letter, white space at their ends aside. Blank lines are no lines:
    datatrove up to 0.2 counted them and dropped articles for them (huggingface/datatrove#273); 0.10
    still counts lines of spaces, and in a text with CRLF line ends all blank ones.

    The first of them are shown, and the rules on repeated paragraphs and phrases are
    silent. It misses lines that differ by a number. It errs on poems and songs with a refrain.

    Bad:
        >><<Share this story
        The ferry to the islands is late.
        Share this story
        Share this story
    Good:
        Share this story
        The ferry to the islands is late again, and nobody at the port knows why it should be.
        The mayor asks for patience.
        Islanders ask for a second boat, and for a bridge.
        Share this story
    """
    pieces = doc.get(text_lines) if doc.begins else []
    yield from too_many_repeats(doc, pieces, "lines", max_lines, max_characters)
