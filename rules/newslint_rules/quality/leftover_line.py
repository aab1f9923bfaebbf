"""QUA024 leftover-line."""

from typing import Annotated

from newslint import Doc, Findings, is_share, rule
from newslint_rules.quality.counting import one_by_one
from newslint_rules.quality.leftovers import MAX_CAPITALS, MAX_WORDS, leftover_lines


@rule("QUA024", severity="info", default=False, supersedes=("QUA013", "QUA014"))
def leftover_line(
    doc: Doc,
    *,
    max_capitals: Annotated[
        float, "share of capitals among the letters of a line, at most", is_share
    ] = MAX_CAPITALS,
    max_words: Annotated[int, "words of a line that is looked at for labels"] = MAX_WORDS,
) -> Findings:
    """A line of the page, not of the story: capitals, figures alone, a counter, one word, a label.

    RefinedWeb cuts such lines (Penedo et al. 2023, arXiv 2306.01116, appendix G.2): those that are
    mainly capitals, only figures, a counter ("3 likes"), one word; and it takes labels out of lines
    of ten words or fewer ("sign-in" at the start, "Read more..." at the end, "items in cart"
    anywhere). The paper gives these examples and no lists, and no figure for "mainly". The counters
    and the half of the letters are those of DCLM, which built it again
    (`dclm_baseline_refinedweb.yaml`); datatrove has no such filter.

    Of an article the first twenty lines are told one by one; rows of signs are left alone. It
    misses all other labels: it is no match for interface-text, which is. It errs, to an editor's
    mind, on sub-heads of one word or in capitals, and on datelines that stand alone.

    Bad:
        >>HARBOUR NEWS<<
        The ferry to the islands is late.
        >>1,204<<
        >>3 likes<<
        >>Sign in to comment<<
        >>Advertisement<<
    Good:
        The UN and the EU met in Port Elsa.
        * * *
        The ferry has 1,204 followers, who read more than others.
    """
    found = {
        line.start: (line, kind) for line, kind in leftover_lines(doc, max_capitals, max_words)
    }
    yield from one_by_one(
        [line for line, _ in found.values()],
        lambda line: f"looks like a line of the page, not of the story: {found[line.start][1]}",
    )
