"""QUA023 repeated-line."""

from typing import Annotated

from newslint import Doc, Findings, is_share, rule
from newslint_rules.quality.counting import (
    characters,
    one_by_one,
    percent,
    repeated,
    text_lines,
)


@rule("QUA023", severity="info", default=False)
def repeated_line(
    doc: Doc,
    *,
    max_characters: Annotated[
        float, "share of the text that lines that repeat an earlier one make up", is_share
    ] = 0.1,
) -> Findings:
    """A line that repeats an earlier one, where more do than an accident explains.

    FineWeb drops a page of whose characters 10 % are in lines that repeat one (Penedo et al.
    2024, arXiv 2406.17557, section 3.6). Table 2 of the paper and datatrove 0.10 have 0.01, which
    one pull quote can reach: set `max-characters = 0.01` for it. Line ends are no characters here.
    Lines are the same when they are alike to the letter, white space at their ends aside.

    Where the share is not reached nothing is said; where it is, each such line is
    flagged, the first twenty of an article. It misses lines that differ by a number. It errs on
    refrains and on pull quotes.

    Bad:
        Share this story
        The ferry to the islands is late.
        >>Share this story<<
    Good:
        Share this story
        The ferry to the islands is late again, and nobody at the port knows why it should be so.
        The mayor asks for patience. Islanders ask for a second boat, and for a bridge.
        Share this story
    """
    again = repeated(doc.get(text_lines))
    if not again:
        return
    share = characters(again) / (len(doc.text) - doc.text.count("\n"))
    if share > max_characters:
        first = {later.start: number for later, number in again}
        told = f"{percent(share)} of the text, more than {percent(max_characters)}"
        for finding in one_by_one(
            [later for later, _ in again],
            lambda _: f"this line repeats an earlier one; such lines make up {told}",
        ):
            yield finding.span.flag(
                finding.message, related=[(first[finding.span.start], "the first time")]
            )
