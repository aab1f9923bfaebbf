"""RES006: text that depends on when the page was read."""

from __future__ import annotations

from newslint import Doc, Findings, rule
from newslint_rules.residue.runs import CLOCKS, flag_runs


@rule(
    "RES006",
    severity="warning",
    languages=("en",),
    supersedes=("RES007", "RES010", "DAT007", "RES011", "RES101"),
)
def scrape_time_text(doc: Doc) -> Findings:
    """A line that was true only when the page was read: `6 years ago`, `1,204 comments`.

    It contradicts the date of the article, and it changes with every visit, so that copies of one
    article differ. Only whole lines are looked at; "six years ago" in a sentence is the story. Such
    lines among other interface text are one finding with it, of the rule on interface text.

    Found with it is a stamp that ends in such a count (`3 March 2014, 4:02 pm | 17 Comments`).
    It misses captions and boxes that were added to an old page later. It errs on a sub-head that is
    nothing but a number of shares or comments (`3 shares`). A span of time with its number written
    out (`Six months ago`) is more often a sub-head: inside the story it counts only beside other
    text of the page.

    Bad:
        >>6 years ago<<

        The council voted on Monday to close the bridge until the spring, the mayor said.
    Good:
        The bridge was painted six years ago, and the council voted on Monday to close it.
    """
    yield from flag_runs(
        doc, CLOCKS,
        one="depends on when the page was read", several="depend on when the page was read",
    )  # fmt: skip
