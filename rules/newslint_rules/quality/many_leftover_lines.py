"""QUA025 many-leftover-lines."""

from typing import Annotated

from newslint import Doc, Findings, is_share, rule
from newslint_rules.quality.counting import percent, runs, some
from newslint_rules.quality.leftovers import MAX_CAPITALS, MAX_WORDS, leftover_lines


@rule("QUA025", severity="info", default=False, supersedes=("QUA024",))
def many_leftover_lines(
    doc: Doc,
    *,
    max_share: Annotated[float, "share of the words in such lines, at most", is_share] = 0.05,
    max_capitals: Annotated[
        float, "share of capitals among the letters of a line, at most", is_share
    ] = MAX_CAPITALS,
    max_words: Annotated[int, "words of a line that is looked at for labels"] = MAX_WORDS,
) -> Findings:
    """Every twentieth word stands in a line of the page, not of the story.

    RefinedWeb drops a page when the lines it cuts hold more than 5 % of its words (Penedo et al.
    2023, arXiv 2306.01116, appendix G.2). Which lines these are, see leftover-line, which is silent
    where this rule speaks. datatrove has no such filter. Words are what stands between blanks.

    The first of the lines are shown. It misses what leftover-line misses. It errs on short articles
    with a headline in capitals, and on texts that are in capitals throughout.

    Bad:
        >><<HARBOUR NEWS AND WEATHER
        The ferry to the islands is late, the port said on Monday.
        3 comments
    Good: The ferry to the islands is late, the port said on Monday.
    """
    if not doc.begins:
        return
    found = [line for line, _ in leftover_lines(doc, max_capitals, max_words)]
    if not found:
        return
    inside, total = sum(len(line.text.split()) for line in found), len(doc.get(runs))
    if inside > max_share * total:
        yield doc.flag(
            f"{inside:,} of {total:,} words stand in lines that look like the page's own "
            f"({percent(inside / total)}, more than {percent(max_share)})",
            related=some(found, "looks like a line of the page"),
        )
