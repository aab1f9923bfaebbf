"""QUA021 many-short-lines."""

from typing import Annotated

from newslint import Doc, Findings, is_share, rule
from newslint_rules.quality.counting import percent, some, text_lines


@rule("QUA021", severity="info", default=False, supersedes=("QUA014",))
def many_short_lines(
    doc: Doc,
    *,
    max_share: Annotated[float, "share of the lines, at most", is_share] = 0.67,
    short: Annotated[int, "characters of a short line, at most"] = 30,
) -> Findings:
    """Two lines in three are no longer than a label: a menu, a list, a score sheet.

    FineWeb drops a page with 67 % of lines shorter than 30 characters (Penedo et al. 2024, arXiv
    2406.17557, section 3.6); datatrove 0.10, which made it, takes those of 30 for short and lets
    67 % pass, and so does this rule. White space at the ends of a line is no part of it here.

    The first of the lines are shown, and short-line is silent. It misses lists of whole sentences.
    It errs on poems, on interviews of curt answers, and in scripts that need few characters for a
    sentence (Chinese).

    Bad:
        >><<Ferry
        Islands
        Weather today
    Good:
        What we know
        The ferry to the islands is late, the port said.
    """
    lines = doc.get(text_lines) if doc.begins else []
    found = [line for line in lines if len(line) <= short]
    if len(found) > max_share * len(lines):
        yield doc.flag(
            f"{len(found):,} of {len(lines):,} lines have {short} characters or fewer "
            f"({percent(len(found) / len(lines))}, more than {percent(max_share)})",
            related=some(found, "is short"),
        )
