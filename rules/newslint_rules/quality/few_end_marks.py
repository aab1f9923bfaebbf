"""QUA020 few-end-marks."""

from typing import Annotated

from newslint import Doc, Findings, is_share, rule
from newslint_rules.quality.counting import percent, some, text_lines
from newslint_rules.quality.ends import ends


@rule("QUA020", severity="info", default=False, supersedes=("QUA013",))
def few_end_marks(
    doc: Doc,
    *,
    min_share: Annotated[float, "share of the lines that end like a sentence", is_share] = 0.12,
) -> Findings:
    """Hardly a line ends like a sentence: a list, a menu, a table.

    FineWeb drops a page of whose lines no more than 12 % end with an end mark (Penedo et al. 2024,
    arXiv 2406.17557, section 3.6). What ends a line, see line-without-end-mark, which is silent
    where this rule speaks; datatrove 0.10 takes no quotation mark for an end, nor a line that
    white space ends (a carriage return, say), and drops what has mostly such lines.

    The first lines without are shown. It misses lists with full stops. It errs on poems, and on
    texts wrapped at a fixed width into lines much shorter than their sentences.

    Bad:
        >><<Ferry
        Islands
        Weather
    Good:
        What we know
        The ferry to the islands is late.
    """
    lines = doc.get(text_lines) if doc.begins else []
    without = [line for line in lines if not ends(line.text)]
    ending = len(lines) - len(without)
    if lines and ending <= min_share * len(lines):
        yield doc.flag(
            f"{ending:,} of {len(lines):,} lines end with an end mark "
            f"({percent(ending / len(lines))}, not more than {percent(min_share)})",
            related=some(without, "has no end mark"),
        )
