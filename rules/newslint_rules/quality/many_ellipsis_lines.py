"""QUA006 many-ellipsis-lines."""

from typing import Annotated

from newslint import Doc, Findings, is_share, rule
from newslint_rules.quality.counting import percent, some, text_lines


@rule("QUA006", severity="info", default=False)
def many_ellipsis_lines(
    doc: Doc, *, max_share: Annotated[float, "share of the lines, at most", is_share] = 0.3
) -> Findings:
    """Nearly every third line breaks off with an ellipsis: a page of teasers.

    The limit of 30 % is Gopher's (Rae et al. 2021, arXiv 2112.11446, appendix A); `...` and `…`
    count. datatrove 0.10 counts blank lines as lines, so that the same text passes there when its
    paragraphs stand apart; here blank lines do not count.

    The first of the lines are shown. It misses teasers that end in "more". It errs on very short
    texts, where one line is a third, and on poems and interviews that trail off.

    Bad:
        >><<Ferry late again...
        The mayor explains why the bridge will not open before the spring of next year…
        Islanders ask for a second boat.
    Good:
        Ferry late again.
        The mayor explains why the bridge will not open before the spring of next year.
        Islanders ask for a second boat.
        "We have waited..."
    """
    lines = doc.get(text_lines) if doc.begins else []
    broken = [line for line in lines if line.text.endswith(("...", "…"))]
    if len(broken) > max_share * len(lines):
        share = percent(len(broken) / len(lines))
        yield doc.flag(
            f"{len(broken):,} of {len(lines):,} lines end with an ellipsis "
            f"({share}, more than {percent(max_share)})",
            related=some(broken, "ends with an ellipsis"),
        )
